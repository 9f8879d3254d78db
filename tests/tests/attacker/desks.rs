//! A desk with a practice, and all that it gives out for one chair.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use chrono::NaiveTime;
use coaching::day::Day;
use coaching::seat::seat;
use coaching::words::DocumentKind;
use practice::types::{AskChair, AskDocument, CreateVault, Format, WriteDocument};
use practice::{Desk, NoKeychain, Now, Places, StandingClock};
use serde_json::Value;
use tempfile::TempDir;

use crate::marks::{marks_in, without_breaks};
use crate::pairs::Seat;
use crate::support::maker::{DAYS, nth};

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
    let places = Places {
        proposed_vault: folder.path().join("vault"),
        last_vault: None,
        temporary: folder.path().to_owned(),
    };
    let clock = Box::new(StandingClock(Now { today, at }));
    let mut desk = Desk::new(clock, Box::new(NoKeychain), places);
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
    // The meeting that the chair may know of: the last by day and hour, which the histories share.
    let view = seat(case, &seat_.chair, on).unwrap();
    let known = |id| view.meeting(id).is_some();
    let meetings = case.engagement.meetings.iter().filter(|m| known(&m.id));
    let last = meetings.max_by_key(|meeting| (meeting.on, &meeting.at));
    let documents = [
        (DocumentKind::Summary, None),
        (DocumentKind::Brief, last.map(|meeting| meeting.id.clone())),
    ];
    for (kind, meeting) in documents {
        if kind == DocumentKind::Brief && meeting.is_none() {
            continue;
        }
        for format in [Format::Md, Format::Html, Format::Docx, Format::Pdf] {
            let ask = WriteDocument {
                document: AskDocument {
                    engagement: case.engagement.id.clone(),
                    kind,
                    party: Some(seat_.chair.clone()),
                    meeting: meeting.clone(),
                    on: Some(on),
                    agreement: None,
                    reflections: false,
                    question: String::new(),
                    points: None,
                    from: None,
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
                        document: format!("{kind:?}"),
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
