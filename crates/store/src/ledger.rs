//! The table `disclosure`: the ledger. Triggers refuse every change but an entry that continues the
//! chain; whether the hashes are right is asked by `coaching::ledger::first_break`.

use coaching::ids::EngagementId;
use coaching::ledger::{Disclosed, Disclosure, Exception, Ground};

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
            ground_reason, ground_kind, ground_consulted, previous, hash)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
            ?19, ?20, ?21, ?22)";
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
    let (mut agreement, mut release, mut meeting) = (None, None, None);
    let (mut reason, mut kind, mut consulted) = ("", None, None);
    match ground {
        Ground::Boundary(id) | Ground::Proposal(id) => agreement = Some(id),
        Ground::Release(id) => release = Some(id),
        Ground::Meeting(id) => meeting = Some(id),
        Ground::CoacheesOwn
        | Ground::Approval
        | Ground::TwoChairRecord
        | Ground::Supervision
        | Ground::Access => {}
        Ground::Exception(why) => {
            reason = why.reason.for_the_coach();
            kind = Some(why.kind);
            consulted = Some(why.consulted);
        }
    }
    tx.run(
        SQL,
        &[
            engagement,
            number,
            on,
            recorded,
            to,
            by,
            how,
            &topic,
            &wording,
            &version,
            &document,
            &sha256,
            &content,
            &ground.word(),
            &agreement,
            &release,
            &meeting,
            &reason,
            &kind,
            &consulted,
            previous,
            hash,
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
            ground_reason, ground_kind, ground_consulted, previous, hash
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

/// The engagements whose ledger does not reach as far as it once did, with the number of the first
/// entry that is missing or is another than it was.
///
/// # Errors
/// [`StoreError`] when the database does not answer.
pub fn cut_off(tx: &Tx<'_>) -> Result<Vec<(EngagementId, u32)>, StoreError> {
    const SQL: &str = "SELECT ends.engagement,
            coalesce(min((SELECT max(number) FROM disclosure
                WHERE engagement = ends.engagement) + 1, ends.number), 1)
        FROM ledger_end AS ends
        LEFT JOIN disclosure AS entry
            ON entry.engagement = ends.engagement AND entry.number = ends.number
        WHERE entry.hash IS NULL OR entry.hash <> ends.hash
        ORDER BY ends.engagement";
    tx.rows(SQL, &[], |row| Ok((row.take()?, row.take()?)))
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
    let (kind, consulted): (Option<_>, Option<_>) = (row.take()?, row.take()?);
    match ground.as_str() {
        "boundary" => agreement.map(Ground::Boundary),
        "release" => release.map(Ground::Release),
        "meeting" => meeting.map(Ground::Meeting),
        "coachees-own" => Some(Ground::CoacheesOwn),
        "approval" => Some(Ground::Approval),
        "two-chair-record" => Some(Ground::TwoChairRecord),
        "proposal" => agreement.map(Ground::Proposal),
        "supervision" => Some(Ground::Supervision),
        "access" => Some(Ground::Access),
        "exception" => kind.zip(consulted).map(|(kind, consulted)| {
            Ground::Exception(Exception {
                kind,
                reason,
                consulted,
            })
        }),
        _ => None,
    }
    .ok_or_else(|| unreadable("disclosure.ground"))
}

fn unreadable(what: &str) -> StoreError {
    StoreError::Unreadable {
        what: what.to_owned(),
    }
}
