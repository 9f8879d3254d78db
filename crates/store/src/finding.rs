//! Finding what was written: an index inside the encrypted database (`docs/finding.md`).
//!
//! The index holds words and parts of words ([`coaching::finding::tokens`]) and no text: the text of
//! what was found is read from its own table.

mod keeping;
mod sources;

use std::sync::LazyLock;

use chrono::Datelike as _;
use coaching::day::Day;
use coaching::ids::{EngagementId, MeetingId, PartyId, PersonId, SessionId};
use coaching::words::{FoundKind, Role, Topic};

use crate::error::StoreError;
use crate::tx::Tx;
use keeping::at;
use sources::ALL;

pub(crate) use keeping::{attach, bring_up_to_date, enter, merge, waiting};

/// Changes when the sources do, or what is kept of them: then every index is made anew.
const VERSION: u32 = 2000 + coaching::finding::VERSION;

/// How many places each day has.
const DAYS_PLACES: i64 = 1 << 20;

/// The day, as `julianday` counts, whose places are the first: later than any.
const LAST_DAY: i64 = 1 << 23;

/// Entries of the index, from and up to which place (not including it).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    from: i64,
    before: i64,
}

impl Span {
    /// Everything.
    pub const ALL: Self = Self {
        from: 0,
        before: i64::MAX,
    };

    /// What belongs to no day: people, organisations, the names of engagements, questions.
    pub const NAMES: Self = Self {
        from: LAST_DAY * DAYS_PLACES,
        before: i64::MAX,
    };

    /// What belongs to these days, both included; without a name of anything.
    #[must_use]
    pub fn days(from: Option<Day>, to: Option<Day>) -> Self {
        Self {
            from: to.map_or(0, first_place),
            before: from.map_or(Self::NAMES.from, |from| first_place(from) + DAYS_PLACES),
        }
    }

    /// What of it lies after a place.
    #[must_use]
    pub fn after(self, place: i64) -> Self {
        Self {
            from: self.from.max(place + 1),
            ..self
        }
    }
}

/// The first place of a day: SQLite's `julianday` at midnight, without its half, counts from 4713 BC.
fn first_place(day: Day) -> i64 {
    (LAST_DAY - i64::from(day.date().num_days_from_ce()) - 1_721_424) * DAYS_PLACES
}

/// How many texts may wait to be entered. The more there are, the longer the first search waits.
pub(crate) const MOST_WAITING: u32 = 16;

/// The index, with everything that was written entered: [`crate::Store::search`] gives it.
#[derive(Clone, Copy)]
pub struct Index<'a, 'c>(&'a Tx<'c>);

impl<'a, 'c> Index<'a, 'c> {
    pub(crate) fn of(tx: &'a Tx<'c>) -> Self {
        Self(tx)
    }

    /// The transaction in which it is read.
    #[must_use]
    pub fn tx(&self) -> &'a Tx<'c> {
        self.0
    }

    /// The places of the entries that answer a question, the newest first. An empty question is answered
    /// by all.
    ///
    /// # Errors
    /// [`StoreError`] when the database does not answer.
    pub fn places(&self, question: &str, span: Span, most: u32) -> Result<Vec<i64>, StoreError> {
        const ASKED: &str = "SELECT rowid FROM finding_index
            WHERE finding_index MATCH ?1 AND rowid >= ?2 AND rowid < ?3 ORDER BY rowid LIMIT ?4";
        const ALL_OF: &str = "SELECT place FROM finding
            WHERE ?1 = '' AND place >= ?2 AND place < ?3 ORDER BY place LIMIT ?4";
        let sql = if question.is_empty() { ALL_OF } else { ASKED };
        let Span { from, before } = span;
        self.0
            .rows(sql, &[&question, &from, &before, &most], |row| row.take())
    }
}

/// Something that was found, as it stands in the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundRow {
    /// Where it is kept: `note`, `session`, `agreed-goal` …
    pub source: String,
    /// Its id there.
    pub id: String,
    /// Which part of that; empty for the whole.
    pub part: String,
    /// The day to which it belongs; none for what belongs to no day.
    pub day: Option<Day>,
    /// What kind of thing it is.
    pub kind: FoundKind,
    /// The engagement to which it belongs.
    pub engagement: Option<EngagementId>,
    /// Whose words, view or promise it is, or to whom.
    pub party: Option<PartyId>,
    /// Its topic.
    pub topic: Option<Topic>,
    /// The session out of which it came.
    pub session: Option<SessionId>,
    /// The meeting out of which it came.
    pub meeting: Option<MeetingId>,
    /// True while it may not be told as it otherwise might: withheld, withdrawn.
    pub aside: bool,
    /// All its words.
    pub text: String,
}

/// For each source the statement that reads one of its rows.
static READING: LazyLock<Vec<(&'static str, String)>> = LazyLock::new(|| {
    let statement = |source: &sources::Source| {
        let sources::Source {
            table,
            id,
            part,
            day,
            kind,
            text,
            engagement,
            party,
            ..
        } = source;
        let sources::Source {
            topic,
            session,
            meeting,
            aside,
            ..
        } = source;
        let said_by = source.said_by.unwrap_or(party);
        let columns = format!(
            "SELECT {day}, {kind}, {engagement}, {said_by}, {topic}, {session}, {meeting}, {aside},
                {text}
            FROM {table} AS x WHERE {id} = ?1 AND {part} = ?2"
        );
        (source.name, at(&columns, "x"))
    };
    ALL.iter().map(statement).collect()
});

/// What stands at a place.
///
/// # Errors
/// [`StoreError`] when the database does not answer, or the index does not fit the record.
pub fn at_place(tx: &Tx<'_>, place: i64) -> Result<FoundRow, StoreError> {
    const ENTRY: &str = "SELECT source, id, part FROM finding WHERE place = ?1";
    let entry = tx.row(ENTRY, &[&place], |row| {
        Ok::<(String, String, String), _>((row.take()?, row.take()?, row.take()?))
    })?;
    let (source, id, part) = entry.ok_or(StoreError::Missing { what: "finding" })?;
    for (_, sql) in READING.iter().filter(|(name, _)| *name == source) {
        let found = tx.row(sql, &[&id, &part], |row| {
            Ok(FoundRow {
                source: source.clone(),
                id: id.clone(),
                part: part.clone(),
                day: row.take()?,
                kind: row.take()?,
                engagement: row.take()?,
                party: row.take()?,
                topic: row.take()?,
                session: row.take()?,
                meeting: row.take()?,
                aside: row.take()?,
                text: row.take()?,
            })
        })?;
        if let Some(found) = found {
            return Ok(found);
        }
    }
    Err(StoreError::Missing { what: "finding" })
}

/// Where a person stands: for each of their parties, the engagement, the role, the party.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn stands(
    tx: &Tx<'_>,
    person: &PersonId,
) -> Result<Vec<(EngagementId, Role, PartyId)>, StoreError> {
    const SQL: &str = "SELECT engagement, role, id FROM party WHERE person = ?1 ORDER BY id";
    tx.rows(SQL, &[person], |row| {
        Ok((row.take()?, row.take()?, row.take()?))
    })
}
