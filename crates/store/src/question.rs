//! The table `question`: the coach's own questions, to think with.

use coaching::alignment::Question;
use coaching::ids::QuestionId;

use crate::error::StoreError;
use crate::tx::Tx;

/// Enters a question.
///
/// # Errors
/// [`StoreError::Clash`] when its id exists.
pub fn insert(tx: &Tx<'_>, question: &Question) -> Result<(), StoreError> {
    let Question { id, text } = question;
    const SQL: &str = "INSERT INTO question (id, text) VALUES (?1, ?2)";
    tx.run(SQL, &[id, text]).map(drop)
}

/// Removes a question.
///
/// # Errors
/// [`StoreError::Missing`] when there is none with that id.
pub fn remove(tx: &Tx<'_>, id: &QuestionId) -> Result<(), StoreError> {
    tx.change("question", "DELETE FROM question WHERE id = ?1", &[id])
}

/// All questions, in the order in which they were entered.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn all(tx: &Tx<'_>) -> Result<Vec<Question>, StoreError> {
    const SQL: &str = "SELECT id, text FROM question ORDER BY rowid";
    tx.rows(SQL, &[], |row| {
        Ok(Question {
            id: row.take()?,
            text: row.take()?,
        })
    })
}
