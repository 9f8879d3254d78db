//! Notes from before this program, one file for each session: what bringing them in would do
//! (`docs/bringing-in.md`). Their words become the record of a session, and nothing else.

use std::collections::BTreeMap;

use crate::day::Day;
use crate::ids::SessionId;
use crate::record::{Engagement, Session};
use crate::text::LONGEST;
use crate::words::{NotesWill, SessionStatus, WhyNoNotes};

/// One file of notes.
#[derive(Clone, Copy, Debug)]
pub struct OldNotes<'a> {
    /// Its words, or why there are none.
    pub words: Result<&'a str, WhyNoNotes>,
    /// Its day, or why it is not known.
    pub on: Result<Day, WhyNoNotes>,
    /// True when it is not to be brought in. What would come of it is said all the same.
    pub leave: bool,
}

/// What bringing in one file would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotesStep {
    /// What it would do.
    pub will: NotesWill,
    /// Why it is left out.
    pub why: Option<WhyNoNotes>,
    /// The session that is there already.
    pub session: Option<SessionId>,
}

/// A record as it would stand afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordAfter {
    /// The day of the session.
    pub on: Day,
    /// The session; none where it is new.
    pub session: Option<SessionId>,
    /// Its whole record.
    pub words: String,
}

/// What bringing in some files would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotesPlan {
    /// One for each file, in their order.
    pub steps: Vec<NotesStep>,
    /// The records that would be other than they are, by day.
    pub records: Vec<RecordAfter>,
}

/// What bringing in these files would do, one after the other: two of one day come into one session.
#[must_use]
pub fn plan(engagement: &Engagement, notes: &[OldNotes<'_>], today: Day) -> NotesPlan {
    let mut records = BTreeMap::new();
    let mut steps = Vec::new();
    for one in notes {
        let step = match step(engagement, one, today, &records) {
            Err(why) => NotesStep {
                will: NotesWill::LeftOut,
                why: Some(why),
                session: None,
            },
            Ok((will, after)) => {
                let step = NotesStep {
                    will,
                    why: None,
                    session: after.session.clone(),
                };
                if will.changes_something() && !one.leave {
                    records.insert(after.on, after);
                }
                step
            }
        };
        steps.push(step);
    }
    NotesPlan {
        steps,
        records: records.into_values().collect(),
    }
}

/// Whether a record holds these words already, in this order. How they are set apart does not count.
#[must_use]
pub fn holds(record: &str, words: &str) -> bool {
    let spaced = |text: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        format!(" {} ", words.join(" "))
    };
    spaced(record).contains(&spaced(words))
}

/// A record with words after it, apart by a blank line. What was written before stays as it is.
#[must_use]
pub fn put_after(record: &str, words: &str) -> String {
    if record.trim().is_empty() {
        return words.to_owned();
    }
    let apart = match record {
        record if record.ends_with("\n\n") => "",
        record if record.ends_with('\n') => "\n",
        _ => "\n\n",
    };
    format!("{record}{apart}{words}")
}

fn step(
    e: &Engagement,
    notes: &OldNotes<'_>,
    today: Day,
    records: &BTreeMap<Day, RecordAfter>,
) -> Result<(NotesWill, RecordAfter), WhyNoNotes> {
    let words = notes.words?;
    if words.len() > LONGEST {
        return Err(WhyNoNotes::TooLarge);
    }
    let on = notes.on?;
    if on > today {
        return Err(WhyNoNotes::Ahead);
    } else if on < e.began {
        return Err(WhyNoNotes::BeforeItBegan);
    } else if e.ended.is_some_and(|ended| ended < on) {
        return Err(WhyNoNotes::AfterItEnded);
    }
    let that_day: Vec<&Session> = e.sessions.iter().filter(|s| s.on == on).collect();
    let held = that_day
        .iter()
        .find(|s| holds(s.record.for_the_coach(), words));
    if let Some(held) = held {
        let after = after(on, Some(held), String::new());
        return Ok((NotesWill::There, after));
    }
    // A file before this one is of the same day.
    if let Some(before) = records.get(&on) {
        if holds(&before.words, words) {
            return Ok((NotesWill::There, before.clone()));
        }
        let after = RecordAfter {
            words: within(put_after(&before.words, words))?,
            ..before.clone()
        };
        return Ok((NotesWill::Added, after));
    }
    let took_place =
        |s: &&&Session| matches!(s.status, SessionStatus::Held | SessionStatus::Planned);
    let took_place: Vec<&&Session> = that_day.iter().filter(took_place).collect();
    match (took_place.as_slice(), that_day.is_empty()) {
        ([], true) => Ok((NotesWill::New, after(on, None, words.to_owned()))),
        ([], false) => Err(WhyNoNotes::NotHeld),
        ([session], _) => {
            let words = within(put_after(session.record.for_the_coach(), words))?;
            Ok((NotesWill::Added, after(on, Some(session), words)))
        }
        _ => Err(WhyNoNotes::TwoSessions),
    }
}

fn after(on: Day, session: Option<&&Session>, words: String) -> RecordAfter {
    RecordAfter {
        on,
        session: session.map(|session| session.id.clone()),
        words,
    }
}

fn within(record: String) -> Result<String, WhyNoNotes> {
    if record.len() > LONGEST {
        Err(WhyNoNotes::RecordFull)
    } else {
        Ok(record)
    }
}
