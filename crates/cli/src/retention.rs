//! How long things are kept, holds, and disposal.

use practice::ids::DisposalId;
use practice::types::{
    AskDisposal, CertificateCard, DisposalPage, Dispose, HoldEngagement, LiftHold, RetentionCard,
    Written,
};
use practice::words::{DisposalRule, KeptPart, Language};
use practice::{Desk, Failure, Place};

use crate::arguments::{DisposePart, OutFile};
use crate::output::full;
use crate::{find, messages};

/// Holds an engagement, or lifts the hold that stands.
pub fn hold(
    desk: &mut Desk,
    asked: &str,
    reason: Option<String>,
    lift: bool,
) -> Result<RetentionCard, Failure> {
    let engagement = find::engagement(desk, asked)?;
    if lift {
        let known = card(desk, &engagement.to_string())?;
        let stands = known.holds.into_iter().find(|hold| hold.lifted.is_none());
        let stands = stands.ok_or_else(messages::no_hold)?;
        desk.lift_hold(LiftHold { hold: stands.id })?;
    } else {
        desk.hold(HoldEngagement {
            engagement: engagement.clone(),
            reason: reason.unwrap_or_default(),
        })?;
    }
    card(desk, &engagement.to_string())
}

fn card(desk: &Desk, engagement: &str) -> Result<RetentionCard, Failure> {
    let page = desk.retention()?;
    let mut all = page.engagements.into_iter().chain(page.running);
    all.find(|card| card.engagement.as_str() == engagement)
        .ok_or_else(messages::no_hold)
}

/// What a disposal would be of.
pub fn asked(
    desk: &Desk,
    asked: &str,
    part: DisposePart,
    by_coachee: bool,
) -> Result<AskDisposal, Failure> {
    Ok(AskDisposal {
        engagement: find::engagement(desk, asked)?,
        part: match part {
            DisposePart::Reflective => KeptPart::Reflective,
            DisposePart::Record => KeptPart::Record,
        },
        rule: match by_coachee {
            true => DisposalRule::Asked,
            false => DisposalRule::Clock,
        },
    })
}

/// Disposes of exactly what was shown.
pub fn dispose(
    desk: &mut Desk,
    page: &DisposalPage,
    passphrase: String,
) -> Result<CertificateCard, Failure> {
    desk.dispose(Dispose {
        engagement: page.engagement.clone(),
        part: page.part,
        rule: page.rule,
        shown: page.shown.clone(),
        passphrase: Some(passphrase),
    })
}

/// Writes a certificate.
pub fn certificate(
    desk: &mut Desk,
    disposal: String,
    language: Language,
    file: &OutFile,
) -> Result<Written, Failure> {
    let disposal = DisposalId::new(disposal).map_err(|_| messages::no_certificate())?;
    let path = full(&file.out)?;
    let place = Place {
        path: &path,
        replaces: file.force.force,
    };
    desk.write_disposal_to(&disposal, language, file.format.into(), place)
}
