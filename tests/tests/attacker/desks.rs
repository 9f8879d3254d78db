//! A desk with a practice, and all that it gives out for one chair.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use chrono::NaiveTime;
use coaching::day::Day;
use coaching::ids::MeetingId;
use coaching::record::Case;
use coaching::seat::seat;
use coaching::view::MeetingSeen;
use coaching::words::{DocumentKind, MeetingStatus, Teller};
use practice::types::{AskChair, AskDocument, CreateVault, Format, WriteDocument};
use practice::{Desk, NoKeychain, Now, StandingClock};
use serde_json::Value;
use tempfile::TempDir;

use crate::marks::{marks_in, without_breaks};
use crate::pairs::Seat;
use crate::support::maker::{DAYS, nth};

const PAPER: &[Format] = &[Format::Md, Format::Html, Format::Docx, Format::Pdf];
const INVITATION: &[Format] = &[
    Format::Md,
    Format::Html,
    Format::Docx,
    Format::Pdf,
    Format::Ics,
];

/// A desk with an open vault, and the folder in which all of it lies.
pub struct Opened {
    desk: Desk,
    folder: TempDir,
}

/// A new vault into which a practice was imported.
pub fn opened(practice: &[u8]) -> Opened {
    let folder = tempfile::tempdir().unwrap();
    let today = nth(DAYS);
    let at = today.date().and_time(NaiveTime::MIN).and_utc();
    let places = whole_program_tests::places(&folder.path().join("vault"), folder.path());
    let clock = Box::new(StandingClock(Now { today, at }));
    let mut desk = Desk::new(clock, Box::new(NoKeychain), places).without_asking_again();
    desk.create_vault(CreateVault {
        folder: folder.path().join("vault").display().to_string(),
        passphrase: "three quiet chairs here".to_owned(),
        remember: false,
    })
    .unwrap();
    desk.import(practice).unwrap();
    Opened { desk, folder }
}

/// A file as it was written.
pub struct File {
    /// Which document it is one of the formats of.
    pub document: String,
    pub format: Format,
    pub name: String,
    pub bytes: Vec<u8>,
}

/// All that a desk gives out for one chair on a day.
pub struct Answers {
    pub view: String,
    /// What may be said, without the grounds, which are for the coach's eyes.
    pub say: String,
    pub files: Vec<File>,
    /// Codes of the refusals, in the order of what was asked for.
    pub refused: Vec<String>,
}

impl Answers {
    /// The marks in a document, as its plainest format says it.
    pub fn words_of(&self, document: &str) -> BTreeSet<String> {
        let of_it = |file: &&File| file.document == document && file.format == Format::Md;
        let plain = self.files.iter().find(of_it).unwrap();
        marks_in(&without_breaks(&String::from_utf8_lossy(&plain.bytes)))
    }
}

/// Asks for everything.
pub fn answers(opened: &mut Opened, seat_: &Seat, on: Day) -> Answers {
    let case = &seat_.case;
    let ask = || AskChair {
        engagement: case.engagement.id.clone(),
        party: seat_.chair.clone(),
        on: Some(on),
    };
    let page = opened.desk.chair(ask()).unwrap();
    let mut say = serde_json::to_value(opened.desk.say(ask()).unwrap()).unwrap();
    without_grounds(&mut say);
    let mut answers = Answers {
        view: serde_json::to_string_pretty(&page.view).unwrap(),
        say: say.to_string(),
        files: vec![],
        refused: vec![],
    };
    for (kind, meeting, from, formats) in documents(case, seat_, on) {
        for &format in formats {
            let ask = WriteDocument {
                document: AskDocument {
                    party: Some(seat_.chair.clone()),
                    meeting: meeting.clone(),
                    on: Some(on),
                    from,
                    ..AskDocument::new(case.engagement.id.clone(), kind)
                },
                format,
                folder: opened.folder.path().display().to_string(),
                hand_over: false,
            };
            match opened.desk.write_document(ask) {
                Ok(written) => {
                    let path = PathBuf::from(written.path);
                    let name = path.file_name().unwrap().to_string_lossy().into_owned();
                    let bytes = fs::read(&path).unwrap();
                    fs::remove_file(path).unwrap();
                    answers.files.push(File {
                        document: format!("{kind:?} {from:?}"),
                        format,
                        name,
                        bytes,
                    });
                }
                Err(failure) => answers.refused.push(failure.code.to_owned()),
            }
        }
    }
    answers
}

/// A document, of which meeting, who invites, in which formats.
type Asked = (
    DocumentKind,
    Option<MeetingId>,
    Option<Teller>,
    &'static [Format],
);

/// What there is for a chair. A meeting is named by the last that the chair may know of, by day and hour,
/// which the histories share: of all, of those that were held, and of those that are to come.
fn documents(case: &Case, seat_: &Seat, on: Day) -> Vec<Asked> {
    let view = seat(case, &seat_.chair, on).unwrap();
    let last = |fits: &dyn Fn(&MeetingSeen) -> bool| {
        let meetings = case.engagement.meetings.iter();
        let known = meetings.filter(|meeting| view.meeting(&meeting.id).is_some_and(fits));
        let last = known.max_by_key(|meeting| (meeting.on, &meeting.at));
        last.map(|meeting| meeting.id.clone())
    };
    let held = last(&|meeting| *meeting.status() == MeetingStatus::Held);
    let planned = last(&|meeting| *meeting.status() == MeetingStatus::Planned);
    let (coach, coachee) = (Some(Teller::Coach), Some(Teller::Coachee));
    let all = [
        (DocumentKind::Summary, None, None, PAPER),
        (DocumentKind::Brief, last(&|_| true), None, PAPER),
        (DocumentKind::Minutes, held, None, PAPER),
        (
            DocumentKind::Invitation,
            planned.clone(),
            coachee,
            INVITATION,
        ),
        (DocumentKind::Invitation, planned, coach, INVITATION),
    ];
    let asked = all
        .into_iter()
        .filter(|(kind, meeting, ..)| *kind == DocumentKind::Summary || meeting.is_some());
    asked.collect()
}

fn without_grounds(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(without_grounds),
        Value::Object(fields) => {
            fields.remove("why");
            fields.values_mut().for_each(without_grounds);
        }
        _ => {}
    }
}
