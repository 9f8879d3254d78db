//! The table `disclosure`: the ledger. Triggers refuse every change but an entry that continues the
//! chain; whether the hashes are right is asked by `coaching::ledger::first_break`.

use coaching::ids::EngagementId;
use coaching::ledger::{Disclosed, Disclosure, Ground};

use crate::column::Columns;
use crate::error::StoreError;
use crate::tx::Tx;

/// Adds an entry at the end of an engagement's ledger.
///
/// # Errors
/// [`StoreError::Refused`] when its number or the hash before it does not continue the chain;
/// [`StoreError::Dangling`] when what it names is not in the engagement.
pub fn append(
    tx: &Tx<'_>,
    engagement: &EngagementId,
    entry: &Disclosure,
) -> Result<(), StoreError> {
    const SQL: &str = "INSERT INTO disclosure
            (engagement, number, day, recorded, party, teller, how, topic, wording, version,
            document, sha256, content, ground, ground_agreement, ground_release, ground_meeting,
            ground_reason, previous, hash)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
            ?19, ?20)";
    let Disclosure {
        number,
        on,
        recorded,
        to,
        by,
        how,
        what,
        ground,
        previous,
        hash,
    } = entry;
    let (mut topic, mut wording, mut version) = (None, "", None);
    let (mut document, mut sha256, mut content) = (None, "", "");
    match what {
        Disclosed::Words {
            topic: about,
            wording: words,
            version: of,
        } => (topic, wording, version) = (Some(about), words.for_the_coach(), of.as_ref()),
        Disclosed::Document {
            kind,
            sha256: bytes,
            content: approved,
        } => (document, sha256, content) = (Some(kind), bytes, approved),
    }
    let (mut agreement, mut release, mut meeting, mut reason) = (None, None, None, "");
    let ground = match ground {
        Ground::Boundary(id) => {
            agreement = Some(id);
            "boundary"
        }
        Ground::Release(id) => {
            release = Some(id);
            "release"
        }
        Ground::Meeting(id) => {
            meeting = Some(id);
            "meeting"
        }
        Ground::CoacheesOwn => "coachees-own",
        Ground::Approval => "approval",
        Ground::TwoChairRecord => "two-chair-record",
        Ground::Exception(why) => {
            reason = why.for_the_coach();
            "exception"
        }
    };
    tx.run(
        SQL,
        &[
            engagement, number, on, recorded, to, by, how, &topic, &wording, &version, &document,
            &sha256, &content, &ground, &agreement, &release, &meeting, &reason, previous, hash,
        ],
    )
    .map(drop)
}

/// An engagement's ledger, in order.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn all(tx: &Tx<'_>, engagement: &EngagementId) -> Result<Vec<Disclosure>, StoreError> {
    const SQL: &str = "SELECT number, day, recorded, party, teller, how, topic, wording, version,
            document, sha256, content, ground, ground_agreement, ground_release, ground_meeting,
            ground_reason, previous, hash
        FROM disclosure WHERE engagement = ?1 ORDER BY number";
    tx.rows(SQL, &[engagement], |row| {
        Ok(Disclosure {
            number: row.take()?,
            on: row.take()?,
            recorded: row.take()?,
            to: row.take()?,
            by: row.take()?,
            how: row.take()?,
            what: read_what(row)?,
            ground: read_ground(row)?,
            previous: row.take()?,
            hash: row.take()?,
        })
    })
}

fn read_what(row: &mut Columns<'_, '_>) -> Result<Disclosed, StoreError> {
    let (topic, wording, version) = (row.take()?, row.take()?, row.take()?);
    let (kind, sha256, content) = (row.take()?, row.take()?, row.take()?);
    match (topic, kind) {
        (Some(topic), None) => Ok(Disclosed::Words {
            topic,
            wording,
            version,
        }),
        (None, Some(kind)) => Ok(Disclosed::Document {
            kind,
            sha256,
            content,
        }),
        _ => Err(unreadable("disclosure.topic")),
    }
}

fn read_ground(row: &mut Columns<'_, '_>) -> Result<Ground, StoreError> {
    let ground: String = row.take()?;
    let agreement: Option<_> = row.take()?;
    let release: Option<_> = row.take()?;
    let meeting: Option<_> = row.take()?;
    let reason = row.take()?;
    match ground.as_str() {
        "boundary" => agreement.map(Ground::Boundary),
        "release" => release.map(Ground::Release),
        "meeting" => meeting.map(Ground::Meeting),
        "coachees-own" => Some(Ground::CoacheesOwn),
        "approval" => Some(Ground::Approval),
        "two-chair-record" => Some(Ground::TwoChairRecord),
        "exception" => Some(Ground::Exception(reason)),
        _ => None,
    }
    .ok_or_else(|| unreadable("disclosure.ground"))
}

fn unreadable(what: &str) -> StoreError {
    StoreError::Unreadable {
        what: what.to_owned(),
    }
}
