//! The table `party`.

use coaching::day::Day;
use coaching::ids::{EngagementId, PartyId, PersonId};
use coaching::record::Party;
use coaching::words::Role;

use crate::error::StoreError;
use crate::tx::Tx;

/// Enters a party into an engagement.
///
/// # Errors
/// [`StoreError::Clash`] when its id exists, or when it would be a second coachee;
/// [`StoreError::Dangling`] when the engagement or the person does not exist.
pub fn insert(tx: &Tx<'_>, engagement: &EngagementId, party: &Party) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO party
            (engagement, id, person, role, level, influence, relation, joined, left_on)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    let Party {
        id,
        person,
        role,
        level,
        influence,
        relation,
        joined,
        left,
    } = party;
    tx.run(
        SQL,
        &[
            engagement, id, person, role, level, influence, relation, joined, left,
        ],
    )
    .map(drop)
}

/// Changes a party.
///
/// # Errors
/// [`StoreError::Missing`]; [`StoreError::Clash`] when it would be a second coachee;
/// [`StoreError::Dangling`] when the person does not exist.
pub fn update(tx: &Tx<'_>, party: &Party) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE party SET person = ?2, role = ?3, level = ?4, influence = ?5,
            relation = ?6, joined = ?7, left_on = ?8
        WHERE id = ?1";
    let Party {
        id,
        person,
        role,
        level,
        influence,
        relation,
        joined,
        left,
    } = party;
    tx.change(
        "party",
        SQL,
        &[id, person, role, level, influence, relation, joined, left],
    )
}

/// An engagement's parties, by the day they joined.
pub(crate) fn of_engagement(
    tx: &Tx<'_>,
    engagement: &EngagementId,
) -> Result<Vec<Party>, StoreError> {
    const SQL: &str =
        "SELECT id, person, role, level, influence, relation, joined, left_on FROM party
        WHERE engagement = ?1 ORDER BY joined, id";
    tx.rows(SQL, &[engagement], |row| {
        Ok(Party {
            id: row.take()?,
            person: row.take()?,
            role: row.take()?,
            level: row.take()?,
            influence: row.take()?,
            relation: row.take()?,
            joined: row.take()?,
            left: row.take()?,
        })
    })
}

/// One place in which a person stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Who.
    pub person: PersonId,
    /// In which engagement.
    pub engagement: EngagementId,
    /// The engagement's agreed name.
    pub engagement_name: String,
    /// In which role.
    pub role: Role,
    /// As which party.
    pub party: PartyId,
    /// Since when.
    pub joined: Day,
    /// Until when.
    pub left: Option<Day>,
    /// The day on which the engagement ended.
    pub ended: Option<Day>,
}

/// Everybody's places in all engagements, by the day the engagement began.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn everywhere(tx: &Tx<'_>) -> Result<Vec<Standing>, StoreError> {
    const SQL: &str = "SELECT party.person, engagement.id, engagement.name, party.role, party.id,
            party.joined, party.left_on, engagement.ended
        FROM party JOIN engagement ON engagement.id = party.engagement
        ORDER BY engagement.began, engagement.id, party.role, party.id";
    tx.rows(SQL, &[], |row| {
        Ok(Standing {
            person: row.take()?,
            engagement: row.take()?,
            engagement_name: row.take()?,
            role: row.take()?,
            party: row.take()?,
            joined: row.take()?,
            left: row.take()?,
            ended: row.take()?,
        })
    })
}

/// Makes one person stand wherever another one stood.
///
/// # Errors
/// [`StoreError::Dangling`] when there is no such person.
pub fn move_all(tx: &Tx<'_>, from: &PersonId, to: &PersonId) -> Result<usize, StoreError> {
    const SQL: &str = "UPDATE party SET person = ?2 WHERE person = ?1";
    tx.run(SQL, &[from, to])
}
