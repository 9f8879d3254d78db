//! Releases and approvals.

use coaching::ids::{ApprovalId, ReleaseId};
use coaching::knows::{self, ItemOf};
use coaching::nameless::known_names_in;
use coaching::record::{Approval, Audience, Case, Release};
use coaching::releasing::terms;
use coaching::words::DocumentKind;

use super::{came_out_of, made, new_id};
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
            let wording = wording("wording", ask.wording)?;
            if ask.audience == Audience::Public {
                without_names(case, wording.for_the_coach())?;
            }
            let release = Release {
                id: new_id(ReleaseId::new)?,
                audience: ask.audience,
                topic: ask.topic,
                wording,
                voice: ask.voice,
                given,
                how: ask.how,
                withdrawn: None,
                note: ask.note,
                session: ask.session,
                goal: ask.goal,
            };
            store::release::insert(tx, &case.engagement.id, &release)?;
            Ok(made(&release.id))
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
                let party = ask.document.party.clone();
                if party.is_none() && ask.document.kind != DocumentKind::ClientStory {
                    return Err(Failure::new(
                        "document.for_the_coach",
                        "The coach's own page needs no approval.",
                    ));
                }
                paperwork::other::no_name_is_unsure(&made.unsure)?;
                if made.digest != ask.content {
                    return Err(Failure::new(
                        "document.changed",
                        "The document has changed since it was shown. Look at it again first.",
                    ));
                }
                let approval = Approval {
                    id: new_id(ApprovalId::new)?,
                    document: ask.document.kind,
                    party,
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

/// What is released to everybody names nobody: the wording itself would give the name away, and
/// nothing changes a released wording.
fn without_names(case: &Case, wording: &str) -> Result<(), Failure> {
    if known_names_in(case, wording) == 0 {
        return Ok(());
    }
    Err(Failure::new(
        "release.names_somebody",
        "These words name a person, an organisation or a place of this engagement, and everybody may \
         read them. Agree on a wording without names.",
    )
    .at("wording"))
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
    came_out_of(e, ask.session.as_ref(), None)?;
    if ask.goal.as_ref().is_some_and(|id| e.goal(id).is_none()) {
        return Err(Failure::missing("goal").at("goal"));
    }
    Ok(())
}
