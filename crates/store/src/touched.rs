//! Which engagements were changed, so that what was read of the others need not be read again.
//!
//! Triggers of the connection note it ([`crate::undo`] makes them), in the same transaction as the change.

use std::collections::BTreeSet;
use std::mem;

use coaching::ids::EngagementId;

use crate::error::StoreError;
use crate::tx::Tx;

/// What was changed through a connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Touched {
    /// Nothing but what stands in these engagements.
    Engagements(BTreeSet<EngagementId>),
    /// Perhaps what several engagements read: a person, a setting.
    Everything,
}

impl Touched {
    /// Nothing.
    pub(crate) fn nothing() -> Self {
        Self::Engagements(BTreeSet::new())
    }

    pub(crate) fn and(&mut self, other: Self) {
        *self = match (mem::replace(self, Self::Everything), other) {
            (Self::Engagements(mut these), Self::Engagements(those)) => {
                these.extend(those);
                Self::Engagements(these)
            }
            _ => Self::Everything,
        };
    }
}

/// The ledger's tables: nothing is written down of them for undoing, but they are read with an engagement.
const LEDGER: [&str; 2] = ["disclosure", "ledger_end"];

/// Makes the list, and the triggers that the tables of the ledger need.
pub(crate) fn begin(tx: &Tx<'_>) -> Result<(), StoreError> {
    let connection = tx.connection();
    connection.execute_batch(
        "CREATE TEMP TABLE touched (engagement TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID",
    )?;
    for table in LEDGER {
        for (on, row) in [("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")] {
            let noted = noting(&format!("{row}.engagement"));
            connection.execute_batch(&format!(
                "CREATE TEMP TRIGGER touched_{on}_{table} AFTER {on} ON main.{table} BEGIN {noted} END"
            ))?;
        }
    }
    Ok(())
}

/// The statement of a trigger that notes an engagement; `''` stands for what belongs to none.
pub(crate) fn noting(engagement: &str) -> String {
    format!(
        "INSERT INTO touched SELECT coalesce({engagement}, '')
            WHERE NOT EXISTS (SELECT 1 FROM touched WHERE engagement = coalesce({engagement}, ''));"
    )
}

/// What this write changed, and the writes before it that nobody asked about.
pub(crate) fn take(tx: &Tx<'_>) -> Result<Touched, StoreError> {
    const SQL: &str = "SELECT engagement FROM temp.touched";
    let names: Vec<String> = tx.rows(SQL, &[], |row| row.take())?;
    tx.run("DELETE FROM temp.touched", &[])?;
    let ids: Result<_, _> = names.into_iter().map(EngagementId::new).collect();
    // No id is empty.
    Ok(ids.map_or(Touched::Everything, Touched::Engagements))
}
