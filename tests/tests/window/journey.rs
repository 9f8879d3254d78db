//! The main job, done once from beginning to end, as a coach would do it.

use crate::harness::{Home, Window};
use crate::traces::{everything, holds, plain, words};
use std::fs;
use std::path::PathBuf;

/// Opens the vault that [`make_a_vault`] makes.
pub const PASSPHRASE: &str = "kettle birch 47 lantern ñ";
/// The coachee.
pub const COACHEE: &str = "Maya Okafor";
/// The sponsor.
pub const SPONSOR: &str = "Ingrid Solberg";
const ENGAGEMENT: &str = "Leading the platform";

/// What was agreed with the sponsor in the room, and may be read by her.
pub const AGREED: [&str; 2] = ["Delegate the platform launch", "Be heard in the board"];
const DECISION: &str = "We look at this again in three months, #let x = 1 and *all*.";

/// What the sponsor must not come to know, each by a word that stands nowhere else.
const NEW_GOAL: &str = "Find out whether KESTREL is the place to be";
const REASON: &str = "I saw that HERON is what I have been avoiding";
const OWN_WORDS: &str = "Let go of OSPREY without looking back";
const RECORD: &str = "She spoke of the AVOCET and of leaving. <b>bold</b> *bold* #let x = 1";
const REFLECTION: &str = "My hunch: the BITTERN is fear. <img src=x onerror=\"document.title=1\">";
const INSIGHT: &str =
    "I am CURLEW <img src=x onerror=\"document.title='broken'\"> *bold* #let y = 2";
const OUTCOME: &str = "That nobody asks about the DUNLIN";
const SECRETS: [&str; 7] = [
    "KESTREL", "HERON", "OSPREY", "AVOCET", "BITTERN", "CURLEW", "DUNLIN",
];

#[test]
fn a_coach_does_the_whole_job_once() {
    let home = Home::new();
    let vault = home.path("Practice");
    let out = home.path("out");
    fs::create_dir(&out).unwrap();

    let window = Window::open(&home);
    window.watch();
    make_a_vault(&window, &vault.to_string_lossy());
    begin_an_engagement(&window);
    agree_on_boundaries(&window, "today");
    set_two_goals(&window);
    hold_the_first_meeting(&window);
    record_a_shift(&window);
    hold_a_session(&window);
    sit_in_the_sponsors_chair(&window);
    let brief = hand_over_the_brief(&window, &out.to_string_lossy());
    look_at_the_ledger(&window);
    read_the_brief(&brief);
    lock_and_unlock(&window);
    window.no_complaints();
    drop(window);

    let mut all = SECRETS.to_vec();
    all.extend([
        COACHEE, SPONSOR, ENGAGEMENT, AGREED[0], AGREED[1], PASSPHRASE,
    ]);
    // The document was handed over to a place that the coach chose: they stand only there.
    let found = plain(&home.path(""), &out, &all);
    assert!(found.is_empty(), "in plain text: {found:#?}");

    open_again(&Window::open(&home));
}

/// A new vault, with the coach's name in it.
pub fn make_a_vault(window: &Window, folder: &str) {
    window.see("A place for what is said in confidence");
    window.picture("welcome");
    window.click(
        "button",
        "Create a vault A new, empty practice in a folder of your choosing.",
    );
    window.fill("Folder of the vault", folder);
    window.fill("Passphrase", PASSPHRASE);
    window.fill("The passphrase again", PASSPHRASE);
    window.click("button", "Create the vault");
    window.see("Nothing yet");
    window.picture("today-empty");

    window.click("link", "Settings");
    window.fill("Your name", "Anna Berg");
    window.click("button", "Save");
    window.see("Saved.");
}

/// An engagement that began eight weeks ago.
pub fn begin_an_engagement(window: &Window) {
    window.click("link", "Engagements");
    window.see("No engagement yet");
    window.press("n");
    window.fill("Coachee", COACHEE);
    window.fill("Job title", "Head of platform");
    window.fill("Organisation", "Fenwright Instruments");
    window.fill("Sponsor", SPONSOR);
    window.fill("Name of the engagement", ENGAGEMENT);
    window.fill("Begins", "8 weeks ago");
    window.fill("Planned to end", "in 6 months");
    window.picture("engagement-new");
    window.click("button", "Begin the engagement");
    window.see("No agreement yet");
}

/// The strict defaults, effective and assented to on one day.
pub fn agree_on_boundaries(window: &Window, day: &str) {
    window.click("button", "Draft the first agreement");
    window.fill("To take effect on", day);
    window.fill("Put to the parties on", day);
    window.click("button", "Make the draft");
    window.see(&format!(
        "Draft: not in force until {COACHEE} has assented."
    ));
    for (topic, rule) in [
        ("Baseline goals", "shared"),
        ("Themes", "with consent"),
        ("Current goals", "coachee shares"),
        ("Reflections", "confidential"),
    ] {
        let cell = format!("{topic}, Sponsor: {rule}");
        assert!(window.has("gridcell", &cell), "{cell}");
    }
    window.click("button", &format!("Record the assent of {COACHEE}"));
    window.choose("How", "said, then confirmed");
    window.fill("When", day);
    window.click("button", "Record the assent");
    window.see("In force since");
    window.see("said, then confirmed");
    window.picture("boundaries");
}

/// Two goals, which go on since four weeks.
pub fn set_two_goals(window: &Window) {
    window.click("tab", "Goals");
    window.see("No goal yet");
    for (goal, own) in [(AGREED[0], OWN_WORDS), (AGREED[1], "")] {
        window.click("button", "A new goal");
        window.fill("The goal", goal);
        window.fill("In the coachee’s own words", own);
        window.fill("Since when", "4 weeks ago");
        window.click("button", "Save");
        window.see_a("heading", goal);
    }
    window.see("No three-way meeting has agreed any goal yet.");
}

fn hold_the_first_meeting(window: &Window) {
    plan_a_meeting(window, "Contracting", "today");
    lay_on_the_table(window, "Contracting");
    window.see("What coaching is, and what it is not");
    // This page lies open on the table.
    window.see_nowhere(OWN_WORDS);
    window.picture("meeting-on-the-table");
    leave_the_table(window);
    window.click("tab", "Afterwards");
    for goal in AGREED {
        window.click("checkbox", goal);
    }
    window.fill("Decision 1", DECISION);
    window.picture("meeting-afterwards");
    record_the_meeting(window);
    window.see(&formatted(DECISION));
    window.see(&format!("{COACHEE}, {SPONSOR}"));
}

/// A three-way meeting of a kind, on a day.
pub fn plan_a_meeting(window: &Window, kind: &str, on: &str) {
    to_part(window, "Meetings");
    window.click("button", "Plan a three-way meeting");
    window.choose("Occasion", kind);
    window.fill("Day", on);
    window.click("button", "Save");
    window.see_a("link", kind);
}

/// From the meetings onto the table of one of a kind.
pub fn lay_on_the_table(window: &Window, kind: &str) {
    window.click("link", kind);
    window.click("tab", "Hold");
    window.click("button", "Lay it on the table");
    window.see("Decided here");
}

/// From the table back to the meeting; what was written down there is kept.
pub fn leave_the_table(window: &Window) {
    window.press("Escape");
    window.see("What was written down is kept.");
    window.click("button", "Leave");
    window.see_a("tab", "Afterwards");
}

/// From the meeting's *Afterwards*, which is filled in.
pub fn record_the_meeting(window: &Window) {
    window.click("button", "Record the meeting");
    window.see("The meeting is recorded.");
}

/// The first session of the engagement, on a day, at its notes.
pub fn open_the_first_session(window: &Window, on: &str) {
    to_part(window, "Sessions");
    window.click("button", "Plan a session");
    window.fill("Day", on);
    window.click("button", "Save");
    window.see_gone("No session yet");
    window.click("link", "Session 1");
    window.click("tab", "Notes");
}

/// An insight among the notes of a session, and all of them saved.
pub fn write_an_insight(window: &Window, insight: &str) {
    window.fill("What they saw, in their own words", insight);
    window.click("button", "Add: What they saw, in their own words");
    window.see(&formatted(insight));
    window.see_gone("writing…");
}

/// What was written, as it is shown to be read: its marks became letters that stand out.
fn formatted(text: &str) -> String {
    text.replace('*', "")
}

/// From the notes of a session.
pub fn close_the_session(window: &Window) {
    window.click("tab", "Close");
    window.click("button", "Close the session");
    window.see("The session is closed and saved.");
}

/// From anywhere in the practice to a part of the engagement.
pub fn to_part(window: &Window, part: &str) {
    window.press("Control+2");
    window.see_a("heading", "Engagements");
    window.click("link", COACHEE);
    window.click("tab", part);
}

fn record_a_shift(window: &Window) {
    to_part(window, "Goals");
    window.see("Agreed with the sponsor on");
    window.click("button", &format!("It shifted: {}", AGREED[0]));
    window.click("radio", "replaced");
    window.fill("The goal that took its place", NEW_GOAL);
    window.click("button", "More");
    window.fill("Why, in the coachee’s words", REASON);
    window.picture("shift");
    window.click("button", "Record the shift");
    window.see("The shift is recorded. Who tells the sponsor? The coachee.");
    window.see(NEW_GOAL);
    window.see(&format!("{SPONSOR}: not yet discussed"));
    window.picture("goals");
}

fn hold_a_session(window: &Window) {
    open_the_first_session(window, "today");
    window.fill("Record of the session", RECORD);
    window.fill("Reflective note", REFLECTION);
    write_an_insight(window, INSIGHT);
    window.picture("session-notes");
    close_the_session(window);
    // Markup is text: nothing of it became an element, nothing of it ran.
    window.see(&formatted(INSIGHT));
    let images = window.script("return document.querySelectorAll('img').length", vec![]);
    assert_eq!(images, 0);
    assert_eq!(window.title(), "Three Chairs");
}

fn sit_in_the_sponsors_chair(window: &Window) {
    to_part(window, "Story");
    window.see_in("tabpanel", "Story", NEW_GOAL);
    window.picture("story");
    window.click("link", &format!("{SPONSOR} sponsor"));
    window.see(&format!("In {SPONSOR}’s chair"));
    window.see_nowhere("The shift is recorded.");
    let sees = format!("What {SPONSOR} may see");
    for words in [AGREED[0], AGREED[1], DECISION, ENGAGEMENT] {
        window.see_in("region", &sees, words);
    }
    for secret in SECRETS {
        window.see_nowhere_in("region", &sees, secret);
    }
    window.picture("sponsors-chair");
    window.click("link", &format!("{COACHEE} coachee"));
    let sees = format!("What {COACHEE} may see");
    for words in [NEW_GOAL, REASON, OWN_WORDS, RECORD, INSIGHT] {
        window.see_in("region", &sees, words);
    }
    window.see_nowhere_in("region", &sees, "BITTERN");
    window.picture("coachees-chair");
}

fn hand_over_the_brief(window: &Window, folder: &str) -> PathBuf {
    plan_a_meeting(window, "Mid-point", "in 2 weeks");
    window.click("link", "Mid-point");
    window.fill("A good outcome would be", OUTCOME);
    window.see_gone("writing…");
    window.see(&format!("Who raises it? {COACHEE}."));
    window.click("button", &format!("Brief for {SPONSOR} Sponsor"));
    window.see("Draft, not to be handed over");
    let page = window.script(
        "return document.querySelector('article').getAttribute('aria-label')",
        vec![],
    );
    let file = page.as_str().unwrap();
    assert!(file.starts_with("brief-leading-the-platform-"), "{file}");
    for words in AGREED {
        window.see_in("article", file, words);
    }
    for secret in SECRETS {
        window.see_nowhere_in("article", file, secret);
    }
    assert!(
        !can_be_clicked(window, "Hand over…"),
        "handed over without approval"
    );
    window.picture("brief-preview");
    window.click("button", "Record the approval");
    window.choose("How", "in writing");
    window.click("button", "Record the approval");
    window.see("Approved by the coachee on");
    window.click("button", "Hand over…");
    window.fill("Folder", folder);
    window.click("button", "Hand over…");
    give_the_passphrase_again(window);
    window.see("Written to");
    let path = PathBuf::from(folder).join(file);
    assert!(path.is_file(), "{} is not there", path.display());
    path
}

/// Answers what is asked before a document leaves.
pub fn give_the_passphrase_again(window: &Window) {
    window.see("The passphrase once more");
    window.fill("Passphrase", PASSPHRASE);
    window.click("button", "Go on");
}

fn can_be_clicked(window: &Window, button: &str) -> bool {
    let words = "return [...document.querySelectorAll('button:enabled')]
        .some((e) => e.textContent.trim() === arguments[0])";
    window.script(words, vec![button.into()]) == true
}

fn look_at_the_ledger(window: &Window) {
    to_part(window, "Ledger");
    window.see("Each entry seals the one before it. The chain holds.");
    window.see(&format!("You handed the brief to {SPONSOR}."));
    window.see("the coachee’s approval");
    window.see(AGREED[0]);
    for secret in SECRETS {
        window.see_nowhere(secret);
    }
    window.picture("ledger");
}

fn read_the_brief(file: &std::path::Path) {
    let text = words(file);
    for word in [
        SPONSOR,
        COACHEE,
        AGREED[0],
        AGREED[1],
        DECISION,
        "Anna Berg",
        "approved the words of this document",
    ] {
        assert!(text.contains(word), "`{word}` is not in: {text}");
    }
    assert!(!text.contains("not to be handed over"), "{text}");
    let bytes = everything(file);
    for secret in SECRETS {
        assert!(!text.contains(secret), "`{secret}` is in: {text}");
        assert!(!holds(&bytes, secret), "`{secret}` is in the file");
    }
}

fn lock_and_unlock(window: &Window) {
    window.press("Control+l");
    window.see("Everything is saved and closed.");
    for words in [
        COACHEE,
        SPONSOR,
        ENGAGEMENT,
        AGREED[0],
        AGREED[1],
        "Anna Berg",
    ]
    .iter()
    .chain(&SECRETS)
    {
        window.see_nowhere(words);
    }
    assert_eq!(window.title(), "Three Chairs");
    window.picture("locked");
    window.fill("Passphrase", "kettle birch 47 lantern n");
    window.click("button", "Unlock");
    window.see("This passphrase does not open the vault. Nothing was changed.");
    window.see_nowhere(COACHEE);
    window.fill("Passphrase", PASSPHRASE);
    window.click("button", "Unlock");
    window.see("waits to be told");
    window.see("Mid-point");
    window.picture("today");
}

fn open_again(window: &Window) {
    window.see("Open a vault");
    window.see_nowhere(COACHEE);
    window.fill("Passphrase", PASSPHRASE);
    window.click("button", "Open the vault");
    window.see("waits to be told");
    to_part(window, "Goals");
    window.see(NEW_GOAL);
    window.see(AGREED[1]);
    window.click("tab", "Ledger");
    window.see(&format!("You handed the brief to {SPONSOR}."));
    window.click("tab", "Meetings");
    window.see("2 goals agreed");
    window.click("link", "Mid-point");
    assert_eq!(window.value("A good outcome would be"), OUTCOME);
    to_part(window, "Sessions");
    window.click("link", "Session 1");
    for written in [RECORD, REFLECTION, INSIGHT] {
        window.see(&formatted(written));
    }
}
