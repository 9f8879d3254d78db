//! The tables `priority`, `priority_wording`, `tie`, `thread` and `thread_insight`.

use coaching::day::Day;
use coaching::direction::{Priority, PriorityWording, Thread, Tie, TiedTo};
use coaching::ids::{EngagementId, NoteId, PriorityId, ThreadId, TieId};
use coaching::text::{Text, about};

use crate::column::{Columns, ToColumn};
use crate::error::StoreError;
use crate::tx::Tx;

/// Enters a priority with its wordings.
///
/// # Errors
/// [`StoreError::Clash`] when its id exists or two wordings share a day; [`StoreError::Dangling`] when
/// the party is not in the engagement.
pub fn insert_priority(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    priority: &Priority,
) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO priority (engagement, id, party, ended) VALUES (?1, ?2, ?3, ?4)";
    let Priority {
        id,
        party,
        wordings,
        ended,
    } = priority;
    tx.run(SQL, &[engagement, id, party, ended])?;
    wordings
        .iter()
        .try_for_each(|wording| add_wording(tx, engagement, id, wording))
}

/// Enters a later wording of a priority.
///
/// # Errors
/// [`StoreError::Clash`] when it has one of that day; [`StoreError::Dangling`] when it is not in the
/// engagement.
pub fn add_wording(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    priority: &PriorityId,
    wording: &PriorityWording,
) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO priority_wording (engagement, priority, day, text)
        VALUES (?1, ?2, ?3, ?4)";
    let PriorityWording { on, text } = wording;
    tx.run(SQL, &[engagement, priority, on, text]).map(drop)
}

/// Ends a priority on a day, or lets it go on.
///
/// # Errors
/// [`StoreError::Missing`] when there is none with that id.
pub fn end_priority(
    tx: &Tx<'_>,
    priority: &PriorityId,
    ended: Option<Day>,
) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE priority SET ended = ?2 WHERE id = ?1";
    tx.change("priority", SQL, &[priority, &ended])
}

/// Takes a wording of a priority back.
///
/// # Errors
/// [`StoreError::Missing`] when it has none of that day.
pub fn remove_wording(tx: &Tx<'_>, priority: &PriorityId, on: Day) -> Result<(), StoreError> {
    const SQL: &str = "DELETE FROM priority_wording WHERE priority = ?1 AND day = ?2";
    tx.change("priority_wording", SQL, &[priority, &on])
}

/// Takes a priority back, with its wordings.
///
/// # Errors
/// [`StoreError::Missing`] when there is none with that id; [`StoreError::Dangling`] while a goal is
/// tied to it.
pub fn remove_priority(tx: &Tx<'_>, priority: &PriorityId) -> Result<(), StoreError> {
    tx.change(
        "priority",
        "DELETE FROM priority WHERE id = ?1",
        &[priority],
    )
}

/// An engagement's priorities, in the order of their ids; wordings by day.
pub(crate) fn priorities(
    tx: &Tx<'_>,
    engagement: &EngagementId,
) -> Result<Vec<Priority>, StoreError> {
    const PRIORITIES: &str = "SELECT id, party, ended FROM priority
        WHERE engagement = ?1 ORDER BY id";
    const WORDINGS: &str = "SELECT priority, day, text FROM priority_wording
        WHERE engagement = ?1 ORDER BY priority, day";
    let mut wordings = tx.rows_by(WORDINGS, &[engagement], |row| {
        let priority: PriorityId = row.take()?;
        let wording = PriorityWording {
            on: row.take()?,
            text: row.take()?,
        };
        Ok((priority, wording))
    })?;
    tx.rows(PRIORITIES, &[engagement], |row| {
        let id: PriorityId = row.take()?;
        Ok(Priority {
            wordings: wordings.of(&id),
            id,
            party: row.take()?,
            ended: row.take()?,
        })
    })
}

/// Enters a tie.
///
/// # Errors
/// [`StoreError::Clash`] when its id exists; [`StoreError::Dangling`] when the goal, or what it is tied
/// to, is not in the engagement.
pub fn insert_tie(tx: &Tx<'_>, engagement: &EngagementId, tie: &Tie) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO tie (engagement, id, goal, priority, purpose, day, until, words)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    let Tie {
        id,
        goal,
        to,
        on,
        until,
        words,
    } = tie;
    let (priority, purpose) = match to {
        TiedTo::Priority(id) => (Some(id), None),
        TiedTo::Purpose(id) => (None, Some(id)),
    };
    let values: [&dyn ToColumn; 8] = [engagement, id, goal, &priority, &purpose, on, until, words];
    tx.run(SQL, &values).map(drop)
}

/// Ends a tie on a day, or lets it hold on.
///
/// # Errors
/// [`StoreError::Missing`] when there is none with that id.
pub fn end_tie(tx: &Tx<'_>, tie: &TieId, until: Option<Day>) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE tie SET until = ?2 WHERE id = ?1";
    tx.change("tie", SQL, &[tie, &until])
}

/// Takes a tie back.
///
/// # Errors
/// [`StoreError::Missing`] when there is none with that id.
pub fn remove_tie(tx: &Tx<'_>, tie: &TieId) -> Result<(), StoreError> {
    tx.change("tie", "DELETE FROM tie WHERE id = ?1", &[tie])
}

/// Whether a goal is tied to a note: to a statement of purpose.
///
/// # Errors
/// When the database does not answer.
pub fn is_tied(tx: &Tx<'_>, note: &NoteId) -> Result<bool, StoreError> {
    let tied = tx.row("SELECT id FROM tie WHERE purpose = ?1", &[note], |row| {
        row.take::<TieId>()
    })?;
    Ok(tied.is_some())
}

/// An engagement's ties, by day.
pub(crate) fn ties(tx: &Tx<'_>, engagement: &EngagementId) -> Result<Vec<Tie>, StoreError> {
    const SQL: &str = "SELECT id, goal, priority, purpose, day, until, words FROM tie
        WHERE engagement = ?1 ORDER BY day, id";
    tx.rows(SQL, &[engagement], |row| {
        Ok(Tie {
            id: row.take()?,
            goal: row.take()?,
            to: read_end(row)?,
            on: row.take()?,
            until: row.take()?,
            words: row.take()?,
        })
    })
}

fn read_end(row: &mut Columns<'_, '_>) -> Result<TiedTo, StoreError> {
    let ends: (Option<PriorityId>, Option<NoteId>) = (row.take()?, row.take()?);
    match ends {
        (Some(priority), None) => Ok(TiedTo::Priority(priority)),
        (None, Some(purpose)) => Ok(TiedTo::Purpose(purpose)),
        _ => Err(StoreError::Unreadable {
            what: "tie".to_owned(),
        }),
    }
}

/// Enters a thread with its insights.
///
/// # Errors
/// [`StoreError::Clash`] when its id exists or an insight comes twice; [`StoreError::Dangling`] when an
/// insight is not in the engagement.
pub fn insert_thread(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    thread: &Thread,
) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO thread (engagement, id, subject) VALUES (?1, ?2, ?3)";
    let Thread {
        id,
        subject,
        insights,
    } = thread;
    tx.run(SQL, &[engagement, id, subject])?;
    insights
        .iter()
        .try_for_each(|note| link(tx, engagement, id, note))
}

/// Calls a thread otherwise.
///
/// # Errors
/// [`StoreError::Missing`] when there is none with that id.
pub fn rename_thread(
    tx: &Tx<'_>,
    thread: &ThreadId,
    subject: &Text<about::Insights>,
) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE thread SET subject = ?2 WHERE id = ?1";
    tx.change("thread", SQL, &[thread, subject])
}

/// Puts an insight into a thread.
///
/// # Errors
/// [`StoreError::Clash`] when it is in it; [`StoreError::Dangling`] when the thread or the insight is
/// not in the engagement.
pub fn link(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    thread: &ThreadId,
    note: &NoteId,
) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO thread_insight (engagement, thread, note) VALUES (?1, ?2, ?3)";
    tx.run(SQL, &[engagement, thread, note]).map(drop)
}

/// Takes an insight out of a thread.
///
/// # Errors
/// [`StoreError::Missing`] when it is not in it.
pub fn unlink(tx: &Tx<'_>, thread: &ThreadId, note: &NoteId) -> Result<(), StoreError> {
    const SQL: &str = "DELETE FROM thread_insight WHERE thread = ?1 AND note = ?2";
    tx.change("thread_insight", SQL, &[thread, note])
}

/// Removes a thread; its insights stay.
///
/// # Errors
/// [`StoreError::Missing`] when there is none with that id.
pub fn remove_thread(tx: &Tx<'_>, thread: &ThreadId) -> Result<(), StoreError> {
    tx.change("thread", "DELETE FROM thread WHERE id = ?1", &[thread])
}

/// An engagement's threads, in the order of their ids; the insights of each by day.
pub(crate) fn threads(tx: &Tx<'_>, engagement: &EngagementId) -> Result<Vec<Thread>, StoreError> {
    const THREADS: &str = "SELECT id, subject FROM thread WHERE engagement = ?1 ORDER BY id";
    const INSIGHTS: &str = "SELECT thread_insight.thread, note.id
        FROM thread_insight JOIN note ON note.id = thread_insight.note
        WHERE thread_insight.engagement = ?1 ORDER BY note.day, note.id";
    let mut insights = tx.rows_by(INSIGHTS, &[engagement], |row| {
        Ok((row.take::<ThreadId>()?, row.take::<NoteId>()?))
    })?;
    tx.rows(THREADS, &[engagement], |row| {
        let id: ThreadId = row.take()?;
        Ok(Thread {
            insights: insights.of(&id),
            id,
            subject: row.take()?,
        })
    })
}
