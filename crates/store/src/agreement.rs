//! The tables `agreement`, `boundary` and `assent`.

use coaching::agreement::{Agreement, Assent, Boundary};
use coaching::ids::{AgreementId, EngagementId};
use coaching::text::{Text, about};

use crate::column::ToColumn;
use crate::error::StoreError;
use crate::tx::Tx;

/// Enters an agreement with its boundaries and assents.
///
/// # Errors
/// [`StoreError::Clash`] when its id exists, another takes effect on the same day, or a topic and role
/// stand in it twice; [`StoreError::Dangling`] when an assenting party is not in the engagement.
pub fn insert(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    agreement: &Agreement,
) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO agreement (engagement, id, effective, drafted, raters,
            additions)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let Agreement {
        id,
        effective,
        drafted,
        boundaries,
        assents,
        raters,
        additions,
    } = agreement;
    let values: [&dyn ToColumn; 6] = [engagement, id, effective, drafted, raters, additions];
    tx.run(SQL, &values)?;
    insert_boundaries(tx, id, boundaries)?;
    assents
        .iter()
        .try_for_each(|assent| add_assent(tx, id, assent))
}

fn insert_boundaries(
    tx: &Tx<'_>,
    agreement: &AgreementId,
    boundaries: &[Boundary],
) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO boundary (agreement, topic, role, rule) VALUES (?1, ?2, ?3, ?4)";
    boundaries.iter().try_for_each(|boundary| {
        let Boundary { topic, role, rule } = boundary;
        tx.run(SQL, &[agreement, topic, role, rule]).map(drop)
    })
}

/// Puts other boundaries into an agreement, while it is a draft: the coachee has not assented.
///
/// # Errors
/// [`StoreError::Missing`]; [`StoreError::Refused`] when the coachee has assented;
/// [`StoreError::Clash`] when a topic and role come twice.
pub fn replace_boundaries(
    tx: &Tx<'_>,
    agreement: &AgreementId,
    boundaries: &[Boundary],
) -> Result<(), StoreError> {
    const CLEAR: &str = "DELETE FROM boundary WHERE agreement = ?1";
    must_be_draft(tx, agreement)?;
    tx.run(CLEAR, &[agreement])?;
    insert_boundaries(tx, agreement, boundaries)
}

/// Writes what was agreed besides, while the agreement is a draft.
///
/// # Errors
/// [`StoreError::Missing`]; [`StoreError::Refused`] when the coachee has assented.
pub fn set_additions(
    tx: &Tx<'_>,
    agreement: &AgreementId,
    additions: &Text<about::Engagement>,
) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE agreement SET additions = ?2 WHERE id = ?1";
    must_be_draft(tx, agreement)?;
    tx.change("agreement", SQL, &[agreement, additions])
}

/// Sets the fewest raters that a combined figure rests on, while the agreement is a draft.
///
/// # Errors
/// [`StoreError::Missing`]; [`StoreError::Refused`] when the coachee has assented, or for fewer than 3.
pub fn set_raters(tx: &Tx<'_>, agreement: &AgreementId, raters: u8) -> Result<(), StoreError> {
    const SQL: &str = "UPDATE agreement SET raters = ?2 WHERE id = ?1";
    must_be_draft(tx, agreement)?;
    tx.change("agreement", SQL, &[agreement, &raters])
}

/// Removes an agreement, while it is a draft.
///
/// # Errors
/// [`StoreError::Missing`]; [`StoreError::Refused`] when the coachee has assented.
pub fn remove_draft(tx: &Tx<'_>, agreement: &AgreementId) -> Result<(), StoreError> {
    must_be_draft(tx, agreement)?;
    tx.change(
        "agreement",
        "DELETE FROM agreement WHERE id = ?1",
        &[agreement],
    )
}

/// What somebody has assented to does not change under them: a new version does.
fn must_be_draft(tx: &Tx<'_>, agreement: &AgreementId) -> Result<(), StoreError> {
    const ASSENTS: &str = "SELECT count(party.id) FROM agreement
        LEFT JOIN assent ON assent.agreement = agreement.id
        LEFT JOIN party ON party.id = assent.party AND party.role = 'coachee'
        WHERE agreement.id = ?1 GROUP BY agreement.id";
    match tx.row(ASSENTS, &[agreement], |row| row.take::<u32>())? {
        None => Err(StoreError::Missing { what: "agreement" }),
        Some(0) => Ok(()),
        Some(_) => Err(StoreError::Refused {
            what: "agreement: the coachee has assented".to_owned(),
        }),
    }
}

/// Keeps a party's assent.
///
/// # Errors
/// [`StoreError::Missing`] when there is no such agreement; [`StoreError::Clash`] when the party has
/// assented already; [`StoreError::Dangling`] when it is not in the agreement's engagement.
pub fn add_assent(tx: &Tx<'_>, agreement: &AgreementId, assent: &Assent) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO assent (engagement, agreement, party, day, how)
        SELECT engagement, id, ?2, ?3, ?4 FROM agreement WHERE id = ?1";
    let Assent { party, on, how } = assent;
    tx.change("agreement", SQL, &[agreement, party, on, how])
}

/// An engagement's agreements, by the day they take effect.
pub(crate) fn of_engagement(
    tx: &Tx<'_>,
    engagement: &EngagementId,
) -> Result<Vec<Agreement>, StoreError> {
    const AGREEMENTS: &str = "SELECT id, effective, drafted, raters, additions FROM agreement
        WHERE engagement = ?1 ORDER BY effective";
    const BOUNDARIES: &str = "SELECT agreement, topic, role, rule
        FROM agreement JOIN boundary ON boundary.agreement = agreement.id WHERE engagement = ?1";
    const ASSENTS: &str = "SELECT agreement, party, day, how FROM assent
        WHERE engagement = ?1 ORDER BY day, party";
    let mut boundaries = tx.rows_by(BOUNDARIES, &[engagement], |row| {
        let agreement: AgreementId = row.take()?;
        let boundary = Boundary {
            topic: row.take()?,
            role: row.take()?,
            rule: row.take()?,
        };
        Ok((agreement, boundary))
    })?;
    let mut assents = tx.rows_by(ASSENTS, &[engagement], |row| {
        let agreement: AgreementId = row.take()?;
        let assent = Assent {
            party: row.take()?,
            on: row.take()?,
            how: row.take()?,
        };
        Ok((agreement, assent))
    })?;
    tx.rows(AGREEMENTS, &[engagement], |row| {
        let id = row.take()?;
        let mut boundaries = boundaries.of(&id);
        // As in `coaching::agreement::strict_defaults`: role by role, topics as they are shown.
        boundaries.sort_by_key(|boundary| (boundary.role, boundary.topic));
        Ok(Agreement {
            assents: assents.of(&id),
            id,
            effective: row.take()?,
            drafted: row.take()?,
            boundaries,
            raters: row.take()?,
            additions: row.take()?,
        })
    })
}
