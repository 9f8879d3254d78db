//! Releases, approvals, and what was said.

use coaching::agreement::in_force;
use coaching::ids::{ApprovalId, ReleaseId};
use coaching::ledger::{Disclosed, Ground};
use coaching::record::{Approval, Audience, Case, Release};
use coaching::seat::Gate;
use coaching::words::{Rule, Teller, Voice};

use super::new_id;
use crate::desk::Desk;
use crate::error::Failure;
use crate::input::{not_ahead, not_before, wording};
use crate::ledger::{Told, enter};
use crate::paperwork;
use crate::types::{Approve, GiveRelease, Made, RecordSaid, WithdrawRelease};

impl Desk {
    /// The coachee releases a wording to a party.
    ///
    /// # Errors
    /// When a rule forbids it: it says so, with the date of the agreement.
    pub fn give_release(&mut self, ask: GiveRelease) -> Result<Made, Failure> {
        self.change_case("give release", &ask.engagement.clone(), |tx, case, now| {
            let given = not_ahead("given", ask.given.unwrap_or(now.today), now.today)?;
            let Audience::Party(party) = &ask.audience else {
                return Err(Failure::missing("party").at("audience"));
            };
            let gate = Gate::for_party(case, party, given)
                .ok_or_else(|| Failure::missing("party").at("party"))?;
            let since =
                in_force(&case.engagement, given).map(|agreement| agreement.effective.to_string());
            match (gate.rule(ask.topic).0, ask.voice, since) {
                (_, _, None) => {
                    return Err(forbidden(
                        "No agreement is in force on that day, so nothing can be released.",
                    ));
                }
                (Rule::Confidential, _, Some(since)) => {
                    return Err(forbidden(&format!(
                        "By the agreement of {since} this topic is confidential to this party. No \
                         release overrides it; only a new agreement does."
                    )));
                }
                (Rule::CoacheeShares, Voice::Coach, Some(since)) => {
                    return Err(forbidden(&format!(
                        "By the agreement of {since} only the coachee shares this topic with this \
                         party: it can be released in the coachee's own voice alone."
                    )));
                }
                _ => {}
            }
            let release = Release {
                id: new_id(ReleaseId::new)?,
                audience: ask.audience,
                topic: ask.topic,
                wording: wording("wording", ask.wording)?,
                voice: ask.voice,
                given,
                how: ask.how,
                withdrawn: None,
                note: ask.note,
                session: ask.session,
                goal: ask.goal,
            };
            store::release::insert(tx, &case.engagement.id, &release)?;
            Ok(Made {
                id: release.id.to_string(),
            })
        })
    }

    /// The coachee withdraws a release: it counts for no later output.
    ///
    /// # Errors
    /// When the day lies ahead or before the release, or it is withdrawn already.
    pub fn withdraw_release(&mut self, ask: WithdrawRelease) -> Result<(), Failure> {
        self.change_case(
            "withdraw release",
            &ask.engagement.clone(),
            |tx, case, now| {
                let on = not_ahead("on", ask.on.unwrap_or(now.today), now.today)?;
                let release = case
                    .engagement
                    .releases
                    .iter()
                    .find(|release| release.id == ask.release)
                    .ok_or_else(|| Failure::missing("release"))?;
                if release.withdrawn.is_some() {
                    return Err(Failure::new(
                        "release.withdrawn",
                        "This is withdrawn already.",
                    ));
                }
                not_before("on", Some(on), release.given)?;
                Ok(store::release::withdraw(tx, &release.id, on)?)
            },
        )
    }

    /// Records what the coach said to a party, on the ground that allowed it.
    ///
    /// # Errors
    /// When nothing allows it: an exception has a path of its own.
    pub fn record_said(&mut self, ask: RecordSaid) -> Result<(), Failure> {
        self.change_case("record said", &ask.engagement.clone(), |tx, case, now| {
            let on = not_ahead("on", ask.on.unwrap_or(now.today), now.today)?;
            let told = Told {
                on,
                to: Some(ask.party.clone()),
                by: Teller::Coach,
                how: ask.how,
                ground: ground_for(case, &ask, on)?,
                what: Disclosed::Words {
                    topic: ask.topic,
                    wording: wording("words", ask.words)?,
                    version: None,
                },
            };
            enter(tx, case, told, now)
        })
    }

    /// The coachee approves exactly the content that was shown.
    ///
    /// # Errors
    /// When the content has changed since it was shown.
    pub fn approve(&mut self, ask: Approve) -> Result<(), Failure> {
        self.change_case(
            "approve",
            &ask.document.engagement.clone(),
            |tx, case, now| {
                let made = paperwork::content(case, &ask.document, now.today)?;
                let party = ask.document.party.clone().ok_or_else(|| {
                    Failure::new(
                        "document.for_the_coach",
                        "The coach's own page needs no approval.",
                    )
                })?;
                if made.digest != ask.content {
                    return Err(Failure::new(
                        "document.changed",
                        "The document has changed since it was shown. Look at it again first.",
                    ));
                }
                let approval = Approval {
                    id: new_id(ApprovalId::new)?,
                    document: ask.document.kind,
                    party: Some(party),
                    meeting: ask.document.meeting.clone(),
                    content: made.digest,
                    said: wording("content", documents::plain_lines(&made.content).join("\n"))?,
                    on: not_ahead("on", ask.on.unwrap_or(now.today), now.today)?,
                    how: ask.how,
                };
                Ok(store::approval::insert(tx, &case.engagement.id, &approval)?)
            },
        )
    }
}

fn ground_for(case: &Case, ask: &RecordSaid, on: coaching::day::Day) -> Result<Ground, Failure> {
    let gate = Gate::for_party(case, &ask.party, on)
        .ok_or_else(|| Failure::missing("party").at("party"))?;
    if let (true, Some(agreement)) = (gate.open(ask.topic), in_force(&case.engagement, on)) {
        return Ok(Ground::Boundary(agreement.id.clone()));
    }
    let here = |r: &&Release| {
        r.topic == ask.topic
            && r.counts(on)
            && r.audience == Audience::Party(ask.party.clone())
            && r.wording.for_the_coach() == ask.words
    };
    match (
        gate.rule(ask.topic).0,
        case.engagement.releases.iter().find(here),
    ) {
        (Rule::WithConsent, Some(release)) => Ok(Ground::Release(release.id.clone())),
        (Rule::CoacheeShares, Some(release)) if release.voice == Voice::Coachee => {
            Ok(Ground::Release(release.id.clone()))
        }
        _ => Err(forbidden(
            "The agreement in force does not let the coach say this to this party in these words.",
        )),
    }
}

fn forbidden(message: &str) -> Failure {
    Failure::new("boundary.forbids", message).at("topic")
}
