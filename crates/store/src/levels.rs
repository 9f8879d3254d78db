//! The table `goal_levels`: the five levels of goal attainment of a goal version.

use coaching::ids::{EngagementId, GoalVersionId};
use coaching::measures::Levels;

use crate::error::StoreError;
use crate::tx::{ByParent, Tx};

/// Writes the levels of a version, in place of those it had.
///
/// # Errors
/// [`StoreError::Dangling`] when the version is not in the engagement.
pub fn set(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    version: &GoalVersionId,
    levels: &Levels,
) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO goal_levels
            (engagement, version, day, much_less, less, expected, more, much_more)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (version) DO UPDATE SET engagement = excluded.engagement, day = excluded.day,
            much_less = excluded.much_less, less = excluded.less, expected = excluded.expected,
            more = excluded.more, much_more = excluded.much_more";
    let Levels {
        on,
        much_less,
        less,
        expected,
        more,
        much_more,
    } = levels;
    tx.run(
        SQL,
        &[
            engagement, version, on, much_less, less, expected, more, much_more,
        ],
    )
    .map(drop)
}

/// The levels of an engagement's goal versions.
pub(crate) fn of_engagement(
    tx: &Tx<'_>,
    engagement: &EngagementId,
) -> Result<ByParent<GoalVersionId, Levels>, StoreError> {
    const SQL: &str = "SELECT version, day, much_less, less, expected, more, much_more
        FROM goal_levels WHERE engagement = ?1";
    tx.rows_by(SQL, &[engagement], |row| {
        let version: GoalVersionId = row.take()?;
        let levels = Levels {
            on: row.take()?,
            much_less: row.take()?,
            less: row.take()?,
            expected: row.take()?,
            more: row.take()?,
            much_more: row.take()?,
        };
        Ok((version, levels))
    })
}
