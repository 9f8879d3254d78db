//! Notes of sessions from before.

use practice::Failure;
use practice::types::NotesBrought;
use practice::words::{NotesWill, WhyNoNotes};

pub const NOTES_COLUMNS: [&str; 5] = ["No", "Would be", "Day", "Words", "File"];
pub const NO_FILE_AND_DAY: &str =
    "write the file and its day with = between them, like 'first.txt=2026-03-05'";
pub const NOTES_NOT_BROUGHT: &str =
    "Nothing was brought in yet. To bring in what is new and added: --bring";
pub const RECORD_OF_TWO: &str = "The words become the record of the sessions: what is said in a session, \
    for coach and coachee. It is in no view of the sponsor's side.";
pub const RECORD_OF_THREE: &str = "By the agreement in force the sponsor's side may know what is said in \
    sessions, so nothing is brought in.";

pub fn new_session_counts(minutes: u16) -> String {
    format!(
        "A new session counts as held, {minutes} minutes: in attendance, which the sponsor's side may know, and in the log of hours."
    )
}

pub fn notes_will(will: NotesWill) -> &'static str {
    match will {
        NotesWill::New => "new",
        NotesWill::Added => "added",
        NotesWill::There => "there already",
        NotesWill::LeftOut => "left out",
    }
}

pub fn why_no_notes(why: WhyNoNotes) -> &'static str {
    match why {
        WhyNoNotes::NoDay => "no day is written in it; say which: --day 'FILE=DATE'",
        WhyNoNotes::TwoDays => {
            "its day can be read in more than one way; say which: --day 'FILE=DATE'"
        }
        WhyNoNotes::Ahead => "its day is still to come",
        WhyNoNotes::BeforeItBegan => "it lies before the engagement began",
        WhyNoNotes::AfterItEnded => "it lies after the engagement ended",
        WhyNoNotes::NotHeld => {
            "the session of that day was cancelled or missed; put that right first"
        }
        WhyNoNotes::TwoSessions => {
            "there are several sessions of that day; write it into the right one"
        }
        WhyNoNotes::Empty => "there are no words in it",
        WhyNoNotes::TooLarge => "it is larger than 32 MB, or longer than a million characters",
        WhyNoNotes::RecordFull => "with it the record would be longer than a million characters",
        WhyNoNotes::NotAText => "it is no text, Markdown or DOCX file, or it is damaged",
        WhyNoNotes::Unreadable => "it cannot be read",
    }
}

pub fn notes_brought(brought: &NotesBrought) -> String {
    let NotesBrought { new, added } = brought;
    format!("Brought in. New sessions: {new}. Added to a record: {added}.")
}

pub fn no_such_file() -> Failure {
    let what = "--day names a file that is not among the files, or more than one. Nothing was changed; write its name as it stands in the list.";
    Failure::new("intake.no_file", what).at("day")
}
