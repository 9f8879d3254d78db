//! Limits that keep a crafted file from using up the machine: on the bytes before anything is
//! parsed, and on lists while they are.

use std::fmt;
use std::fs::File;
use std::io::{self, Read as _};
use std::marker::PhantomData;
use std::path::Path;

use coaching::alignment::Question;
use coaching::record::{Engagement, Template};
use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};

use super::fault::ImportFault;
use crate::error::Failure;

/// The largest document, in bytes: about two thousand engagements as full as the sample's.
pub const LARGEST: usize = 128 * 1024 * 1024;

/// The most engagements of one practice.
pub const MOST_ENGAGEMENTS: usize = 10_000;

/// The most people, and the most organisations, of one practice.
pub const MOST_PEOPLE: usize = 200_000;

/// A string of two bytes costs some fifty in memory, and each has two quotation marks. An export of
/// the largest size has fewer than this: one in every nine bytes or more.
const MOST_QUOTATION_MARKS: usize = 16_000_000;

/// Refuses a document that is too large, or so dense that it would be when parsed.
pub(super) fn size(bytes: &[u8]) -> Result<(), ImportFault> {
    if bytes.len() > LARGEST {
        return Err(too_large());
    }
    let marks = bytes.iter().filter(|byte| **byte == b'"').count();
    if marks > MOST_QUOTATION_MARKS {
        return Err(ImportFault::new(
            "import.too_many",
            "",
            "holds more entries than a practice can have",
        ));
    }
    Ok(())
}

/// Reads a file, but never more than a document may hold.
pub(super) fn bytes_of(path: &Path) -> Result<Vec<u8>, Failure> {
    let not_read = |error: io::Error| {
        let message = format!(
            "The file could not be read ({}). Nothing was imported.",
            error.kind()
        );
        Failure::new("import.not_read", message)
    };
    let mut file = File::open(path).map_err(not_read)?;
    let says = file.metadata().map_err(not_read)?.len();
    let most = LARGEST as u64;
    let mut bytes = Vec::new();
    if says <= most {
        // The file may grow while it is read.
        file.by_ref()
            .take(most + 1)
            .read_to_end(&mut bytes)
            .map_err(not_read)?;
    }
    if says > most || bytes.len() > LARGEST {
        return Err(too_large().into());
    }
    Ok(bytes)
}

/// The fault of a document over [`LARGEST`].
fn too_large() -> ImportFault {
    ImportFault::new(
        "import.too_large",
        "",
        format!(
            "is larger than {} MB, which is more than a practice can hold",
            LARGEST / (1024 * 1024)
        ),
    )
}

/// A list grew longer than its limit.
#[derive(Debug, thiserror::Error)]
#[error("a list holds too many entries")]
pub(super) struct TooMany;

pub(super) fn engagements<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Engagement>, D::Error> {
    at_most::<D, Engagement, MOST_ENGAGEMENTS>(from)
}

pub(super) fn people<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    from: D,
) -> Result<Vec<T>, D::Error> {
    at_most::<D, T, MOST_PEOPLE>(from)
}

pub(super) fn templates<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Template>, D::Error> {
    at_most::<D, Template, MOST_INSIDE>(from)
}

pub(super) fn questions<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Question>, D::Error> {
    at_most::<D, Question, MOST_INSIDE>(from)
}

pub(super) fn entries<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    from: D,
) -> Result<Vec<T>, D::Error> {
    at_most::<D, T, MOST_IN_A_LIST>(from)
}

/// Reads a list, and stops at the first entry over the limit.
fn at_most<'de, D: Deserializer<'de>, T: Deserialize<'de>, const MOST: usize>(
    from: D,
) -> Result<Vec<T>, D::Error> {
    struct Entries<T, const MOST: usize>(PhantomData<T>);

    impl<'de, T: Deserialize<'de>, const MOST: usize> Visitor<'de> for Entries<T, MOST> {
        type Value = Vec<T>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a sequence")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
            let mut entries = Vec::new();
            while let Some(entry) = list.next_element()? {
                if entries.len() == MOST {
                    return Err(A::Error::custom(TooMany));
                }
                entries.push(entry);
            }
            Ok(entries)
        }
    }

    from.deserialize_seq(Entries::<T, MOST>(PhantomData))
}

/// The most entries of one of an engagement's lists. A thousand sessions would be twenty years.
const MOST_IN_A_LIST: usize = 20_000;

/// The most goals of one engagement, and the most goals that took others' places.
const MOST_GOALS: usize = 200;

/// The most entries of a list inside one goal, agreement, meeting or telling.
const MOST_INSIDE: usize = 1_000;

/// Refuses lists inside an engagement that no engagement can have, before rules are asked whose
/// work grows with the square of a list. The place of the fault is inside the engagement.
pub(super) fn engagement_lists(e: &Engagement) -> Result<(), ImportFault> {
    let at_most = |most: usize, found: usize, place: &dyn Fn() -> String| {
        if found <= most {
            return Ok(());
        }
        let what = format!("holds {found} entries; {most} are the most that can be");
        Err(ImportFault::new("import.too_many", place(), what))
    };
    macro_rules! lists {
        ($($list:ident),*) => {
            $(at_most(MOST_IN_A_LIST, e.$list.len(), &|| stringify!($list).to_owned())?;)*
        };
    }
    lists!(
        tellings,
        sessions,
        meetings,
        commitments,
        expectations,
        positions,
        themes,
        support_needed,
        purpose,
        progress,
        insights,
        practices,
        assessments,
        feedback,
        scores,
        self_ratings,
        ties,
        beliefs,
        follow_ups,
        sponsor_contacts,
        reflections,
        supervision,
        releases,
        approvals,
        masks,
        ledger
    );
    at_most(MOST_INSIDE, e.parties.len(), &|| "parties".to_owned())?;
    at_most(MOST_INSIDE, e.agreements.len(), &|| "agreements".to_owned())?;
    at_most(MOST_INSIDE, e.rounds.len(), &|| "rounds".to_owned())?;
    at_most(MOST_INSIDE, e.priorities.len(), &|| "priorities".to_owned())?;
    at_most(MOST_INSIDE, e.threads.len(), &|| "threads".to_owned())?;
    at_most(MOST_INSIDE, e.clashes.len(), &|| "clashes".to_owned())?;
    at_most(MOST_GOALS, e.goals.len(), &|| "goals".to_owned())?;
    let mut successors = 0;
    for (g, goal) in e.goals.iter().enumerate() {
        at_most(MOST_INSIDE, goal.versions.len(), &|| {
            format!("goals[{g}].versions")
        })?;
        for (v, version) in goal.versions.iter().enumerate() {
            let at = |field: &str| format!("goals[{g}].versions[{v}].{field}");
            at_most(MOST_INSIDE, version.corrections.len(), &|| {
                at("corrections")
            })?;
            successors += version.shift.as_ref().map_or(0, |shift| shift.into.len());
            at_most(MOST_GOALS, successors, &|| at("shift.into"))?;
        }
    }
    for (r, round) in e.rounds.iter().enumerate() {
        let at = |field: &str| format!("rounds[{r}].{field}");
        at_most(MOST_GOALS, round.asked.len(), &|| at("asked"))?;
        at_most(MOST_IN_A_LIST, round.answers.len(), &|| at("answers"))?;
    }
    for (p, priority) in e.priorities.iter().enumerate() {
        at_most(MOST_INSIDE, priority.wordings.len(), &|| {
            format!("priorities[{p}].wordings")
        })?;
    }
    for (t, thread) in e.threads.iter().enumerate() {
        at_most(MOST_IN_A_LIST, thread.insights.len(), &|| {
            format!("threads[{t}].insights")
        })?;
    }
    for (c, clash) in e.clashes.iter().enumerate() {
        let at = |field: &str| format!("clashes[{c}].{field}");
        at_most(MOST_INSIDE, clash.sides.len(), &|| at("sides"))?;
        at_most(MOST_INSIDE, clash.experiments.len(), &|| at("experiments"))?;
    }
    for (t, telling) in e.tellings.iter().enumerate() {
        at_most(MOST_INSIDE, telling.steps.len(), &|| {
            format!("tellings[{t}].steps")
        })?;
    }
    for (a, agreement) in e.agreements.iter().enumerate() {
        let at = |field: &str| format!("agreements[{a}].{field}");
        at_most(MOST_INSIDE, agreement.boundaries.len(), &|| {
            at("boundaries")
        })?;
        at_most(MOST_INSIDE, agreement.assents.len(), &|| at("assents"))?;
    }
    for (m, meeting) in e.meetings.iter().enumerate() {
        let at = |field: &str| format!("meetings[{m}].{field}");
        at_most(MOST_INSIDE, meeting.invited.len(), &|| at("invited"))?;
        at_most(MOST_INSIDE, meeting.attended.len(), &|| at("attended"))?;
        at_most(MOST_INSIDE, meeting.decisions.len(), &|| at("decisions"))?;
        at_most(MOST_INSIDE, meeting.agenda.len(), &|| at("agenda"))?;
        at_most(MOST_GOALS, meeting.agreed.len(), &|| at("agreed"))?;
    }
    Ok(())
}
