//! The coach's first hour with the program, and an ordinary day.

use crate::harness::{Home, Window};
use crate::journey::{agree_on_boundaries, begin_an_engagement, make_a_vault};
use crate::vaults::sound;
use chrono::{Days, Local, NaiveDate};
use std::fs;
use std::path::{Path, PathBuf};

/// An address book as another program wrote it.
const CONTACTS: &str = "../crates/intake/tests/files/thunderbird-3.0.vcf";
const COACHEE: &str = "Emma Musterfrau";

fn calendar(today: NaiveDate) -> String {
    // Two that were, one tomorrow; and an appointment of the coach's own.
    let first = today - Days::new(27);
    let day = |day: NaiveDate| day.format("%Y%m%d").to_string();
    let event = |uid: &str, title: &str, on: NaiveDate, rule: &str| {
        let on = day(on);
        format!(
            "BEGIN:VEVENT\r\nUID:{uid}@example.com\r\nDTSTAMP:{on}T080000Z\r\n\
             DTSTART:{on}T140000\r\nDTEND:{on}T153000\r\n{rule}SUMMARY:{title}\r\nEND:VEVENT\r\n"
        )
    };
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Another//Calendar//EN\r\n{}{}END:VCALENDAR\r\n",
        event(
            "c",
            "Coaching E.",
            first,
            "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3\r\n"
        ),
        event("d", "Dentist", today, ""),
    )
}

const HOURS: &str = "Client,Contact,Group size,From,Until,Paid,Pro bono,Consented\n\
    Ada Lindqvist,ada@example.org,,2019-01-14,2019-06-30,12.5,0:30,2019-01-10\n\
    Team of six,six@example.org,6,2020-02-01,2020-05-31,8,,2020-01-20\n";

#[test]
fn a_practice_is_set_up_from_a_calendar_contacts_and_a_spreadsheet_of_hours() {
    let home = Home::new();
    let vault = home.path("Practice");
    let today = Local::now().date_naive();
    let file = |name: &str, text: &str| -> PathBuf {
        let path = home.path(name);
        fs::write(&path, text).unwrap();
        path
    };
    let window = Window::open(&home);
    window.watch();
    make_a_vault(&window, &vault.to_string_lossy());

    window.press("Control+3");
    window.see_a("heading", "People");
    window.press("b");
    let contacts = Path::new(env!("CARGO_MANIFEST_DIR")).join(CONTACTS);
    window.attach("The file", &contacts.canonicalize().unwrap());
    window.see(COACHEE);
    bring_in(&window);
    window.see_gone("From the address book of another program");
    window.see(COACHEE);

    window.press("Control+2");
    window.see("No engagement yet");
    window.press("n");
    window.fill("Coachee", COACHEE);
    window.fill("Name of the engagement", "A voice in the board");
    window.fill("Begins", "8 weeks ago");
    window.click("button", "Begin the engagement");
    window.see("No agreement yet");

    window.press("Control+2");
    window.see_a("heading", "Engagements");
    window.press("b");
    window.attach("The file", &file("calendar.ics", &calendar(today)));
    window.choose("Coaching E. (3)", "A voice in the board");
    window.see("New.");
    window.picture("set-up-calendar");
    bring_in(&window);
    window.see("Sessions: 3 new, 0 changed, 0 cancelled.");

    window.press("Control+4");
    window.click("tab", "Hours");
    window.click("button", "Enter earlier hours");
    window.attach(
        "Or from a spreadsheet (.xlsx, .csv)",
        &file("hours.csv", HOURS),
    );
    window.see_value("Client, row 1", "Ada Lindqvist");
    window.picture("set-up-spreadsheet");
    window.click("button", "Take over all rows");
    window.see("2 rows were taken over.");
    window.picture("set-up-hours");

    window.press("Control+1");
    window.see(&format!("Session with {COACHEE}"));
    window.see(&format!("{COACHEE}: no agreement on boundaries yet"));
    window.picture("set-up-today");
    leave(window);
    let practice = sound(&vault);
    let sessions = practice["engagements"][0]["sessions"].as_array().unwrap();
    assert_eq!(sessions.len(), 3);
    assert!(practice.to_string().contains("Ada Lindqvist"));
    assert!(!practice.to_string().contains("Dentist"));
}

/// Brings in all that is proposed.
fn bring_in(window: &Window) {
    let button = "const all = [...document.querySelectorAll('dialog[open] button')];
        return all.map((b) => b.textContent.trim()).find((name) => name.startsWith('Bring in (')) ?? ''";
    let name = window.script(button, vec![]);
    window.click("button", name.as_str().unwrap());
}

#[test]
fn a_session_is_prepared_held_and_closed_from_the_keyboard_alone() {
    let home = Home::new();
    let vault = home.path("Practice");
    let window = Window::open(&home);
    window.watch();
    make_a_vault(&window, &vault.to_string_lossy());
    begin_an_engagement(&window);
    agree_on_boundaries(&window, "today");

    // From here on, nothing is clicked.
    window.press("5");
    window.see("No session yet");
    window.press("n");
    window.see("Plan a session");
    window.type_text("today");
    window.press("Enter");
    window.see("Session 1");
    window.press("Control+1");
    window.see("Session with");
    window.press("j");
    window.press("Enter");
    window.see("Boundaries to remember");
    window.picture("keyboard-prepare");

    window.press("2");
    window.see("Looking back at the start");
    window.type_text("Quieter weeks than before.");
    window.press("Control+Enter");
    for line in [
        "She came in *tired*.",
        "! I need not win each time",
        "+ Talk to Jo by friday",
        "Wait three breaths =",
    ] {
        window.type_text(line);
        window.press("Enter");
    }
    window.see("Wait three breaths");
    window.see_gone("writing…");
    window.picture("keyboard-notes");
    window.press("Escape");
    window.press("3");
    window.see("What became of it");
    window.press("Control+Enter");
    window.see("The session is closed and saved.");
    window.picture("keyboard-closed");
    leave(window);

    let practice = sound(&vault);
    let engagement = &practice["engagements"][0];
    let session = &engagement["sessions"][0];
    assert_eq!(session["status"], "held");
    assert_eq!(session["opening"], "Quieter weeks than before.");
    assert_eq!(session["record"], "She came in *tired*.");
    for (list, words) in [
        ("insights", "I need not win each time"),
        ("practices", "Wait three breaths"),
        ("commitments", "Talk to Jo"),
    ] {
        assert_eq!(engagement[list][0]["text"], words);
    }
}

/// Locks, so that the vault can be opened here.
fn leave(window: Window) {
    window.no_complaints();
    window.press("Control+l");
    window.see("Everything is saved and closed.");
}
