//! Bringing in notes of sessions from before this program: looked at first, then all that was chosen or
//! nothing. What a file would come to is `coaching::old_notes`'s to say.

use std::path::PathBuf;

use coaching::chairs::Onlookers;
use coaching::day::Day;
use coaching::old_notes::{NotesPlan, OldNotes, RecordAfter, plan};
use coaching::record::Case;
use coaching::text::Text;
use coaching::words::{Chairs, NotesWill, SessionStatus, Topic, WhyNoNotes};
use coaching::written_day::{DayRead, day_of};
use intake::{LARGEST, Unreadable, Written};
use store::Tx;
use store::session::SessionText;

use super::bringing::bytes_of;
use super::series::new_session;
use crate::clock::Now;
use crate::desk::Desk;
use crate::error::Failure;
use crate::files::{encoded, read_up_to};
use crate::pages::beginning;
use crate::types::{FileGiven, NotesAsked, NotesBrought, NotesFile, NotesFileSeen, NotesSeen};

/// The most files that are looked at together: more sessions than engagements have.
const MOST_NOTES: usize = 200;

impl Desk {
    /// Looks into files of notes: the day and the first words of each, and what bringing them in would do.
    /// Keeps nothing.
    ///
    /// # Errors
    /// When there are more than 200 files, or together they are larger than 32 MB. What is
    /// wrong with one of them is said of it.
    pub fn look_at_notes(&self, ask: NotesAsked) -> Result<NotesSeen, Failure> {
        let files = read(&ask.files)?;
        self.read_case(&ask.engagement, |case, now| {
            let plan = planned(case, &files, now);
            let seen = files.iter().zip(plan.steps).map(|(file, step)| {
                let words = file.words.as_deref().unwrap_or_default();
                NotesFileSeen {
                    name: file.name.to_owned(),
                    words: words.split_whitespace().count(),
                    beginning: beginning(&in_one_line(words)),
                    on: file.on.ok(),
                    will: step.will,
                    why: step.why,
                }
            });
            Ok(NotesSeen {
                files: seen.collect(),
                minutes: case.engagement.session_minutes,
                chairs: chairs(case, now),
            })
        })
    }

    /// Brings in the files of notes that are not to be left: all of them, or none.
    ///
    /// # Errors
    /// As [`Desk::look_at_notes`]; `intake.nothing` when all are to be left, `intake.not_there` when one
    /// that is not would change nothing, `notes.open` while the sponsor's side may know the record.
    pub fn bring_notes(&mut self, ask: NotesAsked) -> Result<NotesBrought, Failure> {
        let mut chosen = ask.files;
        chosen.retain(|file| !file.leave);
        if chosen.is_empty() {
            return Err(Failure::new(
                "intake.nothing",
                "Nothing was chosen. Nothing was changed; choose what is to be brought in.",
            ));
        }
        let files = read(&chosen)?;
        self.change_case("bring notes", &ask.engagement, |tx, case, now| {
            if chairs(case, now) == Chairs::Three {
                return Err(Failure::new(
                    "notes.open",
                    "By the agreement in force the sponsor’s side may know what is said in sessions. Old \
                     notes are not put before them in one go. Nothing was changed; write what they may \
                     know into the sessions by hand.",
                ));
            }
            let plan = planned(case, &files, now);
            let count = |will| plan.steps.iter().filter(|step| step.will == will).count();
            let brought = NotesBrought {
                new: count(NotesWill::New),
                added: count(NotesWill::Added),
            };
            if brought.new + brought.added < files.len() {
                return Err(Failure::new(
                    "intake.not_there",
                    "A file or the practice is not as it was looked at. Nothing was changed; choose the \
                     files again.",
                ));
            }
            for after in plan.records {
                keep(tx, case, after, now)?;
            }
            Ok(brought)
        })
    }
}

/// Files as a command takes them: of each its name and its bytes. No more is read than is taken.
///
/// # Errors
/// As [`Desk::look_at_notes`].
pub fn notes_files(paths: &[PathBuf]) -> Result<Vec<NotesFile>, Failure> {
    not_too_many(paths.len())?;
    let mut files = Vec::new();
    let mut size = 0;
    for path in paths {
        let given = match read_up_to(path, LARGEST) {
            Ok(bytes) if bytes.len() > LARGEST => FileGiven::TooLarge,
            Ok(bytes) => {
                size += bytes.len();
                not_too_large(size)?;
                FileGiven::Bytes(encoded(&bytes))
            }
            Err(_) => FileGiven::Unreadable,
        };
        let name = path.file_name().unwrap_or_default();
        files.push(NotesFile {
            name: name.to_string_lossy().into_owned(),
            given,
            on: None,
            leave: false,
        });
    }
    Ok(files)
}

/// Whose eyes may see the records into which the words would come.
fn chairs(case: &Case, now: Now) -> Chairs {
    Onlookers::new(case, now.today).chairs(Topic::SessionContent, None, None)
}

/// A file as it was read.
struct Found<'a> {
    name: &'a str,
    leave: bool,
    words: Result<String, WhyNoNotes>,
    on: Result<Day, WhyNoNotes>,
}

fn read(files: &[NotesFile]) -> Result<Vec<Found<'_>>, Failure> {
    not_too_many(files.len())?;
    // Four characters stand for three bytes. What is too large by itself is left out and not read.
    let sizes = files.iter().filter_map(|file| match &file.given {
        FileGiven::Bytes(bytes) => Some(bytes.len() / 4 * 3),
        FileGiven::TooLarge | FileGiven::Unreadable => None,
    });
    let sizes = sizes.filter(|size| *size <= LARGEST);
    not_too_large(sizes.sum())?;
    Ok(files.iter().map(found).collect())
}

fn not_too_many(files: usize) -> Result<(), Failure> {
    if files <= MOST_NOTES {
        return Ok(());
    }
    let what = format!(
        "At most {MOST_NOTES} files are looked at together. Nothing was changed; choose fewer of them."
    );
    Err(Failure::new("intake.too_many", what).at("files"))
}

fn not_too_large(bytes: usize) -> Result<(), Failure> {
    if bytes <= LARGEST {
        return Ok(());
    }
    Err(Failure::new(
        "intake.too_large",
        "Together the files are larger than 32 MB. Nothing was changed; choose fewer of them.",
    )
    .at("files"))
}

fn found(file: &NotesFile) -> Found<'_> {
    let words = words(file);
    let written = || day_of(&file.name, words.as_deref().unwrap_or_default());
    let on = match file.on.map_or_else(written, DayRead::One) {
        DayRead::One(day) => Ok(day),
        DayRead::Several => Err(WhyNoNotes::TwoDays),
        DayRead::None => Err(WhyNoNotes::NoDay),
    };
    Found {
        name: &file.name,
        leave: file.leave,
        words,
        on,
    }
}

fn words(file: &NotesFile) -> Result<String, WhyNoNotes> {
    let bytes = match &file.given {
        FileGiven::Bytes(bytes) => bytes,
        FileGiven::TooLarge => return Err(WhyNoNotes::TooLarge),
        FileGiven::Unreadable => return Err(WhyNoNotes::Unreadable),
    };
    let ending = file.name.rsplit_once('.').map(|(_, ending)| ending);
    let written = match ending.unwrap_or_default().to_lowercase().as_str() {
        "docx" => Written::Docx,
        "txt" | "text" | "md" | "markdown" => Written::Text,
        _ => return Err(WhyNoNotes::NotAText),
    };
    let read = bytes_of(bytes).and_then(|bytes| intake::notes(&bytes, written));
    read.map_err(|fault| match fault {
        Unreadable::TooLarge => WhyNoNotes::TooLarge,
        Unreadable::Empty => WhyNoNotes::Empty,
        _ => WhyNoNotes::NotAText,
    })
}

fn planned(case: &Case, files: &[Found<'_>], now: Now) -> NotesPlan {
    let notes = files.iter().map(|file| OldNotes {
        words: file.words.as_deref().map_err(|why| *why),
        on: file.on,
        leave: file.leave,
    });
    let notes: Vec<OldNotes<'_>> = notes.collect();
    plan(&case.engagement, &notes, now.today)
}

fn keep(tx: &Tx<'_>, case: &Case, after: RecordAfter, now: Now) -> Result<(), Failure> {
    let RecordAfter { on, session, words } = after;
    if let Some(session) = session {
        return Ok(store::session::set_text(
            tx,
            &session,
            SessionText::Record,
            &words,
        )?);
    }
    let mut session = new_session(case, on, "", None, now.today)?;
    // There are notes of it, so it was held, be it today.
    session.status = SessionStatus::Held;
    session.record = Text::new(words)?;
    Ok(store::session::insert(tx, &case.engagement.id, &session)?)
}

fn in_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
