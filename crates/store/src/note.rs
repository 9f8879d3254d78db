//! The table `note`: the dated notes of an engagement, each on one topic.

use coaching::ids::{EngagementId, NoteId};
use coaching::record::{Engagement, Noted};
use coaching::text::{Tag, keepable};
use coaching::words::Topic;

use crate::column::Columns;
use crate::error::StoreError;
use crate::tx::Tx;

/// Enters a note.
///
/// # Errors
/// [`StoreError::Clash`] when its id exists; [`StoreError::Dangling`] when the party, session or goal
/// is not in the engagement; [`StoreError::Refused`] when an engagement has no notes on this topic.
pub fn insert<T: Tag>(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    note: &Noted<T>,
) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO note (engagement, topic, id, day, text, said_by, session, goal)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    let Noted {
        id,
        on,
        text,
        said_by,
        session,
        goal,
    } = note;
    tx.run(
        SQL,
        &[engagement, &T::TOPIC, id, on, text, said_by, session, goal],
    )
    .map(drop)
}

/// Changes a note; its topic stays.
///
/// # Errors
/// [`StoreError::Missing`] when there is none with its id on this topic; [`StoreError::Dangling`] as
/// for [`insert`].
pub fn update<T: Tag>(tx: &Tx<'_>, note: &Noted<T>) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE note SET day = ?3, text = ?4, said_by = ?5, session = ?6, goal = ?7
        WHERE id = ?1 AND topic = ?2";
    let Noted {
        id,
        on,
        text,
        said_by,
        session,
        goal,
    } = note;
    tx.change(
        "note",
        SQL,
        &[id, &T::TOPIC, on, text, said_by, session, goal],
    )
}

/// Writes a note's text in place of what was there.
///
/// # Errors
/// [`StoreError::Missing`] when there is no such note; [`StoreError::Text`] when the words cannot be
/// kept as written.
pub fn set_text(tx: &Tx<'_>, id: &NoteId, words: &str) -> Result<(), StoreError> {
    keepable(words)?;
    tx.change(
        "note",
        "UPDATE note SET text = ?2 WHERE id = ?1",
        &[id, &words],
    )
}

/// Removes a note.
///
/// # Errors
/// [`StoreError::Missing`]; [`StoreError::Dangling`] while a release names it.
pub fn remove(tx: &Tx<'_>, id: &NoteId) -> Result<(), StoreError> {
    tx.change("note", "DELETE FROM note WHERE id = ?1", &[id])
}

/// Enters all the notes of an engagement.
pub(crate) fn insert_all(tx: &Tx<'_>, of: &Engagement) -> Result<(), StoreError> {
    fn list<T: Tag>(tx: &Tx<'_>, of: &Engagement, notes: &[Noted<T>]) -> Result<(), StoreError> {
        notes.iter().try_for_each(|note| insert(tx, &of.id, note))
    }
    list(tx, of, &of.expectations)?;
    list(tx, of, &of.themes)?;
    list(tx, of, &of.support_needed)?;
    list(tx, of, &of.purpose)?;
    list(tx, of, &of.progress)?;
    list(tx, of, &of.insights)?;
    list(tx, of, &of.practices)?;
    list(tx, of, &of.assessments)?;
    list(tx, of, &of.feedback)?;
    list(tx, of, &of.reflections)
}

/// Reads all the notes of an engagement into its lists, by day.
pub(crate) fn load_into(tx: &Tx<'_>, engagement: &mut Engagement) -> Result<(), StoreError> {
    const SQL: &str = "SELECT topic, id, day, text, said_by, session, goal FROM note
        WHERE engagement = ?1 ORDER BY day, id";
    let id = engagement.id.clone();
    tx.rows(SQL, &[&id], |row| {
        match row.take()? {
            Topic::Alignment => engagement.expectations.push(read(row)?),
            Topic::Themes => engagement.themes.push(read(row)?),
            Topic::SupportNeeded => engagement.support_needed.push(read(row)?),
            Topic::Purpose => engagement.purpose.push(read(row)?),
            Topic::Progress => engagement.progress.push(read(row)?),
            Topic::Insights => engagement.insights.push(read(row)?),
            Topic::Practices => engagement.practices.push(read(row)?),
            Topic::Assessments => engagement.assessments.push(read(row)?),
            Topic::FeedbackVerbatim => engagement.feedback.push(read(row)?),
            Topic::Reflections => engagement.reflections.push(read(row)?),
            _ => {
                return Err(StoreError::Unreadable {
                    what: "note.topic".to_owned(),
                });
            }
        }
        Ok(())
    })
    .map(drop)
}

fn read<T: Tag>(row: &mut Columns<'_, '_>) -> Result<Noted<T>, StoreError> {
    Ok(Noted {
        id: row.take()?,
        on: row.take()?,
        text: row.take()?,
        said_by: row.take()?,
        session: row.take()?,
        goal: row.take()?,
    })
}
