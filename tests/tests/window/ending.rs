//! The three meetings of an engagement and its end: contracting, a mid-point at which the coachee
//! tells what shifted, closing, and the three summaries.

use crate::harness::{Home, Window};
use crate::journey::{
    AGREED, COACHEE, SPONSOR, agree_on_boundaries, begin_an_engagement, close_the_session,
    give_the_passphrase_again, lay_on_the_table, leave_the_table, make_a_vault,
    open_the_first_session, plan_a_meeting, record_the_meeting, set_two_goals, to_part,
    write_an_insight,
};
use crate::traces::{everything, holds, words};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// What is said and written down at the table, for everybody to read.
const FIRST_DECISION: &str = "We meet again halfway through.";
const PROMISE: &str = "Name the steps of her career, in writing";
const TOLD: &str = "I want to find out whether I stay.";
const NEW_BASELINE: &str = "Decide by the spring which role she wants";
const LAST_DECISION: &str = "She asks for a day with the board twice a year.";
const RELEASED: &str = "I have handed the launch to Jo.";
const SAID_OF_THE_END: &str = "It ends as it was agreed.";

/// What the sponsor never comes to know, each by a word that stands nowhere else.
const NEW_GOAL: &str = "Find out whether WHIMBREL is the place to be";
const REASON: &str = "I saw that DOTTEREL is what I avoid";
const INSIGHT: &str = "I am a PLOVER among gulls";
const REFLECTION: &str = "My hunch: the SANDERLING is fear";
const FOR_THE_TWO: [&str; 3] = ["WHIMBREL", "DOTTEREL", "PLOVER"];
const FOR_THE_COACH: &str = "SANDERLING";

#[test]
fn a_coach_goes_from_the_first_meeting_to_the_three_summaries() {
    let home = Home::new();
    let vault = home.path("Practice");
    let out = home.path("out");
    fs::create_dir(&out).unwrap();
    let folder = out.to_string_lossy();

    let window = Window::open(&home);
    window.watch();
    make_a_vault(&window, &vault.to_string_lossy());
    begin_an_engagement(&window);
    agree_on_boundaries(&window, "8 weeks ago");
    set_two_goals(&window);
    contract(&window);
    shift(&window);
    tell_at_the_mid_point(&window);
    hold_the_last_session(&window);
    release_words(&window);
    close(&window);
    end(&window);
    let sponsors = hand_over_line_by_line(&window, &folder);
    let coachees = hand_over_the_keepsake(&window, &folder);
    let own = write_ones_own(&window, &folder);
    arrange_follow_ups(&window);
    look_at_the_ledger(&window);
    window.no_complaints();
    drop(window);

    read_the_sponsors(&sponsors);
    let text = words(&coachees);
    for word in FOR_THE_TWO {
        assert!(text.contains(word), "`{word}` is not in: {text}");
    }
    assert!(!holds(&everything(&coachees), FOR_THE_COACH));
    assert!(words(&own).contains(FOR_THE_TWO[0]));
}

fn contract(window: &Window) {
    plan_a_meeting(window, "Contracting", "3 weeks ago");
    lay_on_the_table(window, "Contracting");
    window.fill("Decision 1", FIRST_DECISION);
    window.choose("Who", SPONSOR);
    window.fill("By when", "in 2 weeks");
    window.fill("What", PROMISE);
    leave_the_table(window);
    window.click("tab", "Afterwards");
    window.see("Written down at the table.");
    for goal in AGREED {
        window.click("checkbox", goal);
    }
    record_the_meeting(window);
    window.see(FIRST_DECISION);
    window.see(&format!("{SPONSOR}: {PROMISE}"));
}

fn shift(window: &Window) {
    to_part(window, "Goals");
    window.click("button", &format!("It shifted: {}", AGREED[0]));
    window.click("radio", "replaced");
    window.fill("The goal that took its place", NEW_GOAL);
    window.click("button", "More");
    window.fill("Why, in the coachee’s words", REASON);
    window.fill("Since when", "2 weeks ago");
    window.click("button", "Record the shift");
    window.see("The shift is recorded.");
    window.click("button", "Close");
    for goal in [AGREED[0], NEW_GOAL] {
        step(
            window,
            goal,
            "not yet discussed",
            "coachee will tell",
            "2 weeks ago",
        );
    }
}

/// Takes the telling of the shift a step further; the dialog stays open for what else it asks.
fn step(window: &Window, goal: &str, from: &str, to: &str, since: &str) {
    window.click("button", &format!("{goal}: {SPONSOR}: {from}"));
    window.click("radio", to);
    if to == "told" {
        window.fill("In which words", TOLD);
        window.choose("How", "in a meeting");
    }
    window.fill("Since when", since);
    window.click("button", "Save");
    window.see_a("button", &format!("{goal}: {SPONSOR}: {to}"));
    window.press("Escape");
}

fn tell_at_the_mid_point(window: &Window) {
    plan_a_meeting(window, "Mid-point", "1 week ago");
    window.click("link", "Mid-point");
    window.see(&format!("Who raises it? {COACHEE}."));
    window.see(&format!("{NEW_GOAL}: to {SPONSOR}"));
    window.picture("mid-point-prepare");
    window.click("tab", "Hold");
    window.click("button", "Lay it on the table");
    window.see("What we decided last time");
    for words in [AGREED[0], AGREED[1], FIRST_DECISION, PROMISE] {
        window.see(words);
    }
    // It is not told yet, and this page lies open before the sponsor.
    for secret in FOR_THE_TWO {
        window.see_nowhere(secret);
    }
    window.click("checkbox", AGREED[1]);
    window.fill("Decision 1", NEW_BASELINE);
    window.picture("mid-point-on-the-table");
    leave_the_table(window);

    to_part(window, "Goals");
    for goal in [AGREED[0], NEW_GOAL] {
        step(window, goal, "coachee will tell", "told", "1 week ago");
    }
    to_part(window, "Meetings");
    window.click("link", "Mid-point");
    window.click("tab", "Afterwards");
    window.choose("Agreed wording of", NEW_GOAL);
    window.picture("mid-point-afterwards");
    record_the_meeting(window);
    window.see("These wordings are the new baseline.");
    window.see(NEW_BASELINE);

    to_part(window, "Goals");
    window.see_in("region", "As agreed, and as it stands", NEW_BASELINE);
    window.picture("goals-after-the-mid-point");
}

fn hold_the_last_session(window: &Window) {
    open_the_first_session(window, "yesterday");
    window.fill("Reflective note", REFLECTION);
    write_an_insight(window, INSIGHT);
    close_the_session(window);
}

fn release_words(window: &Window) {
    to_part(window, "Boundaries");
    window.click("button", "Record a release");
    window.fill("The exact wording", RELEASED);
    window.choose("Topic", "Progress");
    window.click("button", "Record the release");
    window.see("The release is recorded.");
}

fn close(window: &Window) {
    plan_a_meeting(window, "Closing", "today");
    lay_on_the_table(window, "Closing");
    window.see(NEW_BASELINE);
    window.fill("Decision 1", LAST_DECISION);
    leave_the_table(window);
    window.click("tab", "Afterwards");
    record_the_meeting(window);
    window.click("link", "Lead through the end");
    window.see_a("heading", &format!("Closing: {COACHEE}"));
    window.picture("closing-to-do");
}

fn end(window: &Window) {
    window.click("button", "Record the end…");
    // It ends before the day that was planned; that is no early end here.
    window.click("checkbox", "It ended early");
    window.fill("What was agreed to be said about the end", SAID_OF_THE_END);
    window.click("button", "Record it");
    window.see_a("button", "It goes on after all");
    window.see(SAID_OF_THE_END);
}

fn hand_over_line_by_line(window: &Window, folder: &str) -> PathBuf {
    window.click("button", &format!("Look at it: summary for {SPONSOR}"));
    window.see("Draft, not to be handed over");
    window.click("button", "Record the approval");
    window.click("checkbox", "Go through it line by line with the coachee");
    let lines = lines_to_sign(window);
    assert!(lines.iter().any(|line| line.contains(NEW_BASELINE)));
    assert!(lines.iter().any(|line| line.contains(RELEASED)));
    for (at, line) in lines.iter().enumerate() {
        assert!(!can_be_recorded(window), "approved before `{line}` was");
        tick_line(window, at);
    }
    window.see("All are agreed");
    window.picture("sign-off");
    window.click("button", "Record the approval");
    window.see("Approved by the coachee on");
    let path = hand_over(window, folder);
    window.see("handed over on");
    path
}

/// The lines that can be ticked in the open dialog.
fn lines_to_sign(window: &Window) -> Vec<String> {
    let words = "const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
        return [...dialog.querySelectorAll('ul label')].map((e) => e.textContent.trim())";
    let lines = window.script(words, vec![]);
    serde_json::from_value(lines).unwrap()
}

/// Ticks a line by its place, since two may say the same.
fn tick_line(window: &Window, at: usize) {
    let words = "const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
        dialog.querySelectorAll('ul input')[arguments[0]].click()";
    window.script(words, vec![at.into()]);
}

fn can_be_recorded(window: &Window) -> bool {
    let words = "const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
        return [...dialog.querySelectorAll('button:enabled')]
            .some((e) => e.textContent.trim() === 'Record the approval')";
    window.script(words, vec![]) == true
}

fn hand_over_the_keepsake(window: &Window, folder: &str) -> PathBuf {
    window.click("button", &format!("Look at it: summary for {COACHEE}"));
    window.see("May be handed over.");
    hand_over(window, folder)
}

/// Hands over what is looked at, and leaves it.
fn hand_over(window: &Window, folder: &str) -> PathBuf {
    window.click("button", "Hand over…");
    window.fill("Folder", folder);
    window.click("button", "Hand over…");
    give_the_passphrase_again(window);
    written(window)
}

fn write_ones_own(window: &Window, folder: &str) -> PathBuf {
    window.click("button", "Look at it: summary for Anna Berg");
    window.see("For you alone.");
    assert!(!window.has("button", "Hand over…"));
    window.click("button", "Write it…");
    window.fill("Folder", folder);
    window.click("button", "Write");
    give_the_passphrase_again(window);
    let path = written(window);
    window.see("written on");
    path
}

fn written(window: &Window) -> PathBuf {
    window.see("Written to");
    let shown = window.words();
    let path = shown.rsplit_once("Written to ").unwrap().1;
    let end = path.find(".pdf").unwrap() + ".pdf".len();
    let path = PathBuf::from(&path[..end]);
    assert!(path.is_file(), "{} is not there", path.display());
    leave_all_dialogs(window);
    window.see_gone("Written to");
    path
}

fn leave_all_dialogs(window: &Window) {
    let count = "return document.querySelectorAll('dialog:modal').length";
    for _ in 0..20 {
        if window.script(count, vec![]) == 0 {
            return;
        }
        window.press("Escape");
        thread::sleep(Duration::from_millis(200));
    }
    panic!("a dialog stays open");
}

fn arrange_follow_ups(window: &Window) {
    let usual = window.script(
        "return [...document.querySelectorAll('button')].map((e) => e.textContent.trim())
            .find((words) => words.startsWith('Arrange '))",
        vec![],
    );
    window.click("button", usual.as_str().unwrap());
    window.see("due ");
    window.picture("closing-done");
}

fn look_at_the_ledger(window: &Window) {
    window.press("Control+2");
    window.choose("Show", "ended");
    window.click("link", COACHEE);
    window.click("tab", "Ledger");
    window.see("Each entry seals the one before it. The chain holds.");
    window.see(&format!("You handed the end summary to {SPONSOR}."));
    window.see("the coachee’s approval");
    window.see(&format!("You handed the end summary to {COACHEE}."));
    window.see(&format!("{COACHEE} told {SPONSOR}, in a meeting:"));
    window.see(TOLD);
    window.see_nowhere("Anna Berg.");
    window.picture("ledger-at-the-end");
}

fn read_the_sponsors(file: &Path) {
    let text = words(file);
    for word in [
        SPONSOR,
        COACHEE,
        AGREED[0],
        AGREED[1],
        NEW_BASELINE,
        LAST_DECISION,
        RELEASED,
        SAID_OF_THE_END,
        "approved the words of this document",
    ] {
        assert!(text.contains(word), "`{word}` is not in: {text}");
    }
    let bytes = everything(file);
    for secret in FOR_THE_TWO.iter().chain([&FOR_THE_COACH]) {
        assert!(!text.contains(secret), "`{secret}` is in: {text}");
        assert!(!holds(&bytes, secret), "`{secret}` is in the file");
    }
}
