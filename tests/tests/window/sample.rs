//! The sample practice, looked at by somebody who has no vault.

use crate::harness::{Home, Window};
use crate::traces::plain;

const BANNER: &str = "This is the sample practice.";

#[test]
fn the_sample_opens_without_a_vault_and_says_on_each_page_what_it_is() {
    let home = Home::new();
    let window = Window::open(&home);
    window.watch();
    window.click(
        "button",
        "Look around the sample practice Made-up engagements at every stage. Nothing of it is kept.",
    );
    window.see("Session with");
    window.see(BANNER);
    window.picture("sample-today");
    for place in ["People", "Settings", "Engagements"] {
        window.click("link", place);
        window.see_a("heading", place);
        window.see(BANNER);
    }
    window.click("link", "Nadia Rahimi");
    for part in [
        "Goals",
        "Sessions",
        "Boundaries",
        "Alignment",
        "Meetings",
        "Documents",
        "Ledger",
        "Story",
    ] {
        window.click("tab", part);
        window.see(BANNER);
    }
    window.picture("sample-story");
    window.no_complaints();

    window.press("Control+l");
    window.see("Create a vault");
    window.see_nowhere("Nadia");
    drop(window);
    let found = plain(&home.path(""), &home.path("none"), &["Nadia Rahimi"]);
    assert!(found.is_empty(), "in plain text: {found:#?}");
    assert!(
        !home.path("Three Chairs").exists(),
        "a vault was left behind"
    );
}
