//! What cannot be right is refused where it stands, and nothing is half-done.

use crate::harness::{Home, Window};
use std::fs;

#[test]
fn bad_input_is_refused_at_its_field_and_nothing_is_half_done() {
    let home = Home::new();
    let folder = home.path("Practice");
    let window = Window::open(&home);
    window.click(
        "button",
        "Create a vault A new, empty practice in a folder of your choosing.",
    );
    window.fill("Folder of the vault", &folder.to_string_lossy());
    window.fill("Passphrase", "short");
    window.fill("The passphrase again", "shor");
    window.click("button", "Create the vault");
    window.see("The two are not the same.");
    window.fill("The passphrase again", "short");
    window.click("button", "Create the vault");
    window.see("This passphrase is too short.");
    assert!(
        !folder.exists() || fs::read_dir(&folder).unwrap().next().is_none(),
        "a refused vault left files"
    );
    for field in ["Passphrase", "The passphrase again"] {
        window.fill(field, "four plain words ñandú");
    }
    window.click("button", "Create the vault");
    window.see("Nothing yet");

    window.click("link", "Engagements");
    window.see("No engagement yet");
    window.press("n");
    window.fill("Coachee", "Maya Okafor");
    window.click("button", "Begin the engagement");
    window.see("This cannot be blank.");
    window.fill("Name of the engagement", "Leading the platform");
    window.fill("Begins", "31 february");
    window.see("This is not a day of the calendar.");
    window.fill("Begins", "today");
    window.fill("Planned to end", "2 weeks ago");
    window.click("button", "Begin the engagement");
    window.see("The end lies before the start.");
    window.picture("refused-engagement");
    window.press("Control+2");
    window.see("No engagement yet");
}
