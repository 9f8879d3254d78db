//! What is for the supervisor, the public or a law department is made by the rules alone: nothing of it
//! can be filled in from outside.

use coaching::case_sheet::CaseSheet;
use coaching::client_story::ClientStory;
use coaching::contract::AgreementSheet;
use coaching::nameless::Nameless;

fn main() {}

fn made_up(sheet: &mut CaseSheet, story: &mut ClientStory, agreement: &mut AgreementSheet) {
    sheet.question = Nameless(Vec::new());
    story.told = Vec::new();
    agreement.fees = String::from("made up");
}
