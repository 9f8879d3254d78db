//! The table `mask`: names that were named in an engagement, and what stands for them.

use coaching::ids::EngagementId;
use coaching::record::Mask;

use crate::error::StoreError;
use crate::tx::Tx;

/// Keeps exactly these masks for an engagement.
///
/// # Errors
/// [`StoreError::Dangling`] when there is no such engagement; [`StoreError::Clash`] when a name comes
/// twice.
pub fn set_all(tx: &Tx<'_>, engagement: &EngagementId, masks: &[Mask]) -> Result<(), StoreError> {
    const CLEAR: &str = "DELETE FROM mask WHERE engagement = ?1";
    const SQL: &str = "INSERT INTO mask (engagement, name, becomes) VALUES (?1, ?2, ?3)";
    tx.run(CLEAR, &[engagement])?;
    masks.iter().try_for_each(|mask| {
        let Mask { name, becomes } = mask;
        tx.run(SQL, &[engagement, name, becomes]).map(drop)
    })
}

/// An engagement's masks, by name.
pub(crate) fn of_engagement(
    tx: &Tx<'_>,
    engagement: &EngagementId,
) -> Result<Vec<Mask>, StoreError> {
    const SQL: &str = "SELECT name, becomes FROM mask WHERE engagement = ?1 ORDER BY name";
    tx.rows(SQL, &[engagement], |row| {
        Ok(Mask {
            name: row.take()?,
            becomes: row.take()?,
        })
    })
}
