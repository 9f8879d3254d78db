//! Releases and approvals.

use coaching::ids::{ApprovalId, ReleaseId};
use coaching::knows::{self, ItemOf};
use coaching::record::{Approval, Case, Release};
use coaching::releasing::terms;

use super::new_id;
use crate::desk::Desk;
use crate::error::Failure;
use crate::input::{not_ahead, not_before, wording};
use crate::paperwork;
use crate::types::{Approve, GiveRelease, Made, WithdrawRelease};

impl Desk {
    /// The coachee releases a wording to an audience.
    ///
    /// # Errors
    /// When a rule forbids it: it says so, with the date of the agreement.
    pub fn give_release(&mut self, ask: GiveRelease) -> Result<Made, Failure> {
        self.change_case("give release", &ask.engagement.clone(), |tx, case, now| {
            let given = not_ahead("given", ask.given.unwrap_or(now.today), now.today)?;
            terms(case, &ask.audience, ask.topic, ask.voice, given)?;
            from_where(case, &ask)?;
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

/// What a wording came from must be there, and a note's wording keeps the note's topic: otherwise a
/// closed topic could leave under the name of an open one. A session's record speaks of many topics.
fn from_where(case: &Case, ask: &GiveRelease) -> Result<(), Failure> {
    let e = &case.engagement;
    if ask.note.is_some() && ask.session.is_some() {
        return Err(Failure::new(
            "release.two_sources",
            "A wording comes from a note or from a session, not from both.",
        )
        .at("session"));
    }
    if let Some(note) = &ask.note {
        let item = ItemOf::Note(note.clone());
        let topic = knows::topic(e, &item).ok_or_else(|| Failure::missing("note").at("note"))?;
        if topic != ask.topic {
            return Err(Failure::new(
                "release.another_topic",
                "A wording that comes from a note is released on the note's own topic.",
            )
            .at("topic"));
        }
    }
    if ask
        .session
        .as_ref()
        .is_some_and(|id| e.session(id).is_none())
    {
        return Err(Failure::missing("session").at("session"));
    }
    if ask.goal.as_ref().is_some_and(|id| e.goal(id).is_none()) {
        return Err(Failure::missing("goal").at("goal"));
    }
    Ok(())
}
