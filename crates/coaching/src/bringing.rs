//! Sessions out of a calendar: of whom an entry is, and what bringing it in would do. For the coach's
//! eyes (`docs/bringing-in.md`).
//!
//! What the calendar said last is remembered, so that what changed there since is told from what the
//! coach changed here: a session is moved when the calendar moved it, and never back to where it was.

use std::collections::BTreeSet;

use crate::check::is_a_length;
use crate::day::Day;
use crate::ids::SessionId;
use crate::record::{Engagement, Session};
use crate::words::{EntryWill, SessionStatus, WhyLeft};

/// A title as it is compared: capitals, numbers, marks and blanks do not count, so that "Session 4 –
/// Nadia" is of the same kind as "session 5: Nadia". Empty when nothing is left.
#[must_use]
pub fn same_title(title: &str) -> String {
    let lower = title.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphabetic());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// What a calendar says of one time of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The day.
    pub on: Day,
    /// The hour, `HH:MM`; empty for whole days.
    pub at: String,
    /// The length in minutes.
    pub minutes: u32,
    /// Whether it was cancelled.
    pub cancelled: bool,
}

impl Said {
    fn same_hour(&self, session: &Session) -> bool {
        self.on == session.on && self.at == session.at
    }
}

/// One time of an entry of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What tells it from all others.
    pub key: String,
    /// What all times of one entry share.
    pub series: String,
    /// What the calendar says.
    pub said: Said,
}

/// A session of which the entry is known, with what the calendar said last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The session.
    pub session: SessionId,
    /// The entry.
    pub key: String,
    /// What all its times share.
    pub series: String,
    /// What the calendar said of it last.
    pub said: Said,
}

/// What bringing one entry in would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it would do.
    pub will: EntryWill,
    /// The session that it is, where there is one.
    pub session: Option<SessionId>,
    /// Why nothing would be done, where the entry cannot be a session.
    pub why: Option<WhyLeft>,
}

impl Step {
    fn of(will: EntryWill, session: Option<&Session>) -> Self {
        Self {
            will,
            session: session.map(|session| session.id.clone()),
            why: None,
        }
    }

    fn left(why: WhyLeft, session: Option<&Session>) -> Self {
        Self {
            why: Some(why),
            ..Self::of(EntryWill::LeftOut, session)
        }
    }
}

/// The whole file, as far as it matters for what is no longer in it.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// The keys of all its entries.
    pub keys: &'a BTreeSet<String>,
    /// The series of all its entries.
    pub series: &'a BTreeSet<String>,
    /// From this day on it was looked at.
    pub from: Day,
    /// Up to this day.
    pub to: Day,
}

/// What bringing in the entries of one engagement would do, one step for each, in their order.
#[must_use]
pub fn steps(engagement: &Engagement, known: &[Known], entries: &[Entry]) -> Vec<Step> {
    let by_key = |entry: &Entry| known.iter().find(|known| known.key == entry.key);
    let mut claimed: BTreeSet<&SessionId> = BTreeSet::new();
    for entry in entries {
        claimed.extend(by_key(entry).map(|known| &known.session));
    }
    let mut steps = Vec::new();
    for entry in entries {
        if let Some(known) = by_key(entry) {
            let session = engagement.session(&known.session);
            steps.push(match session {
                Some(session) => known_step(engagement, session, Some(&known.said), &entry.said),
                // Its title was another engagement's when it was brought in.
                None => Step::left(WhyLeft::Elsewhere, None),
            });
            continue;
        }
        // A session that was typed in, or that another calendar knows under another id.
        let here = engagement.sessions.iter().find(|session| {
            entry.said.same_hour(session)
                && !entry.said.at.is_empty()
                && !claimed.contains(&session.id)
        });
        claimed.extend(here.map(|session| &session.id));
        steps.push(match here {
            Some(session) => known_step(engagement, session, None, &entry.said),
            None => new_step(engagement, &entry.said),
        });
    }
    steps
}

/// The planned sessions ahead whose time was taken out of a series that the file still has, but those
/// that `steps` found under another entry. Of what is not in the file at all nothing is concluded: it
/// may be another calendar's.
#[must_use]
pub fn taken_out<'a>(
    engagement: &'a Engagement,
    known: &'a [Known],
    steps: &[Step],
    file: File<'a>,
    today: Day,
) -> Vec<(&'a Known, &'a Session)> {
    let gone = known.iter().filter(|known| {
        !file.keys.contains(&known.key)
            && file.series.contains(&known.series)
            && (file.from..=file.to).contains(&known.said.on)
            && !known.said.cancelled
    });
    let sessions = gone.filter_map(|known| Some((known, engagement.session(&known.session)?)));
    sessions
        .filter(|(_, session)| session.status == SessionStatus::Planned && session.on >= today)
        .filter(|(_, session)| {
            steps
                .iter()
                .all(|step| step.session.as_ref() != Some(&session.id))
        })
        .collect()
}

fn known_step(e: &Engagement, session: &Session, last: Option<&Said>, said: &Said) -> Step {
    let there = Step::of(EntryWill::There, Some(session));
    let was_cancelled = last.is_some_and(|last| last.cancelled);
    if said.cancelled {
        // What was held or missed was not cancelled, whatever became of the entry.
        let news = session.status == SessionStatus::Planned && !was_cancelled;
        return match news {
            true => Step::of(EntryWill::Cancelled, Some(session)),
            false => there,
        };
    }
    let back = was_cancelled && session.status == SessionStatus::Cancelled;
    let moved = last.is_some_and(|last| last != said)
        && (said.on, &said.at, said.minutes)
            != (session.on, &session.at, u32::from(session.minutes));
    if !back && (!moved || session.status != SessionStatus::Planned) {
        return there;
    }
    match cannot_be(e, said) {
        Some(why) => Step::left(why, Some(session)),
        None => Step::of(EntryWill::Changed, Some(session)),
    }
}

fn new_step(e: &Engagement, said: &Said) -> Step {
    let why = match said.cancelled {
        true => Some(WhyLeft::NeverHere),
        false => cannot_be(e, said),
    };
    why.map_or_else(
        || Step::of(EntryWill::New, None),
        |why| Step::left(why, None),
    )
}

fn cannot_be(e: &Engagement, said: &Said) -> Option<WhyLeft> {
    if said.at.is_empty() {
        Some(WhyLeft::WholeDay)
    } else if !u16::try_from(said.minutes).is_ok_and(is_a_length) {
        Some(WhyLeft::Length)
    } else if said.on < e.began {
        Some(WhyLeft::BeforeItBegan)
    } else if e.ended.is_some_and(|ended| ended < said.on) {
        Some(WhyLeft::AfterItEnded)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_told_apart_by_their_words_alone() {
        for same in [
            "Session 4 – Nadia",
            "session 12: NADIA",
            "  Session (Nadia) ",
        ] {
            assert_eq!(same_title(same), "session nadia");
        }
        assert_ne!(same_title("Nadia"), same_title("Session Nadia"));
        assert_eq!(same_title("1:1 – 14"), "");
        assert_eq!(same_title("Lucía Beltrán"), "lucía beltrán");
    }
}
