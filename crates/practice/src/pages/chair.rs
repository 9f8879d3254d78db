//! A chair, and what may be said from it.

use std::panic::resume_unwind;
use std::thread;

use coaching::agreement::in_force;
use coaching::day::Day;
use coaching::ids::PartyId;
use coaching::page::{Everything, KeptBack};
use coaching::record::Case;
use coaching::say::{Saying, Sentence, say};
use coaching::seat::{NotAParty, seat};
use coaching::view::View;
use coaching::words::{Chairs, Role};

use super::cards::Shown;
use crate::desk::Desk;
use crate::error::Failure;
use crate::types::{AskChair, ChairPage, SayAgreed, SayCard, SayLine, Why};

impl Desk {
    /// The engagement as one party may see it on a day, and beside it what is kept back.
    ///
    /// # Errors
    /// When the engagement or the party is not there.
    pub fn chair(&self, ask: AskChair) -> Result<ChairPage, Failure> {
        self.read_case(&ask.engagement, |case, now| {
            let on = ask.on.unwrap_or(now.today);
            let (view, kept_back) = view_and_kept_back(case, &ask.party, on)?;
            let e = &case.engagement;
            let last = e.ended.unwrap_or(now.today);
            Ok(ChairPage {
                engagement: e.id.clone(),
                engagement_name: e.name.clone(),
                party: ask.party.clone(),
                chair: match view.chair().role() {
                    Role::Coachee => Chairs::Two,
                    _ => Chairs::Three,
                },
                why: view.lines().into_iter().map(why).collect(),
                kept_back,
                agreement: in_force(e, on).map(|agreement| agreement.effective),
                from: e.began.min(on),
                to: last.max(on),
                parties: Shown::new(case, on).parties(),
                view,
            })
        })
    }

    /// What may be said to a party now.
    ///
    /// # Errors
    /// When the engagement or the party is not there.
    pub fn say(&self, ask: AskChair) -> Result<SayCard, Failure> {
        self.read_case(&ask.engagement, |case, now| {
            let on = ask.on.unwrap_or(now.today);
            Ok(card(say(case, &ask.party, on)?))
        })
    }
}

/// Each takes as long as the other, and one after the other more of a frame than a large engagement has.
fn view_and_kept_back(
    case: &Case,
    party: &PartyId,
    on: Day,
) -> Result<(View, Vec<KeptBack>), NotAParty> {
    let (view, all) = thread::scope(|side| {
        let all = side.spawn(|| Everything::of(case, on));
        let view = seat(case, party, on);
        (
            view,
            all.join().unwrap_or_else(|fault| resume_unwind(fault)),
        )
    });
    let view = view?;
    let kept = all.kept_back(case, party, &view);
    Ok((view, kept))
}

fn card(saying: Saying) -> SayCard {
    let lines = |sentences: Vec<Sentence>| sentences.into_iter().map(line).collect();
    SayCard {
        to: saying.to,
        role: saying.role,
        on: saying.on,
        effective: saying.effective,
        may: lines(saying.may),
        coachees_words: lines(saying.coachees_words),
        coachee_tells: saying.coachee_tells,
        not_yet: saying.not_yet,
        unsaid: saying.unsaid,
        agreed: saying.agreed.map(|agreed| SayAgreed {
            on: agreed.on,
            kind: agreed.kind,
            goals: agreed.goals,
        }),
        sessions_held: saying.sessions_held,
        sessions_planned: saying.sessions_planned,
    }
}

fn line(sentence: Sentence) -> SayLine {
    SayLine {
        topic: sentence.topic,
        text: sentence.text,
        on: sentence.on,
        voice: sentence.voice,
        said_by: sentence.said_by,
        why: sentence.why,
    }
}

fn why(line: &coaching::view::Line) -> Why {
    Why {
        topic: *line.topic(),
        text: line.text().clone(),
        why: line.ground().clone(),
    }
}
