//! A chair, and what may be said from it.

use coaching::agreement::in_force;
use coaching::page::kept_back;
use coaching::seat::{Gate, seat};
use coaching::view::{Ground, View};
use coaching::words::{Chairs, Role, Rule, Topic, Voice};

use super::cards::Shown;
use crate::desk::{Desk, case};
use crate::error::Failure;
use crate::types::{AskChair, ChairPage, SayCard, Why};

impl Desk {
    /// The engagement as one party may see it on a day, and beside it what is kept back.
    ///
    /// # Errors
    /// When the engagement or the party is not there.
    pub fn chair(&self, ask: AskChair) -> Result<ChairPage, Failure> {
        self.read(|tx, now| {
            let case = case(tx, &ask.engagement)?;
            let on = ask.on.unwrap_or(now.today);
            let view = seat(&case, &ask.party, on)?;
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
                kept_back: kept_back(&case, &ask.party, on),
                agreement: in_force(e, on).map(|agreement| agreement.effective),
                from: e.began.min(on),
                to: last.max(on),
                parties: Shown::new(&case, on).parties(),
                view,
            })
        })
    }

    /// What may be said to a party now.
    ///
    /// # Errors
    /// When the engagement or the party is not there.
    pub fn say(&self, ask: AskChair) -> Result<SayCard, Failure> {
        self.read(|tx, now| {
            let case = case(tx, &ask.engagement)?;
            let on = ask.on.unwrap_or(now.today);
            let view = seat(&case, &ask.party, on)?;
            let gate =
                Gate::for_party(&case, &ask.party, on).ok_or_else(|| Failure::missing("party"))?;
            Ok(card(&view, &gate, on))
        })
    }
}

fn card(view: &View, gate: &Gate<'_>, on: coaching::day::Day) -> SayCard {
    let lines: Vec<Why> = view.lines().into_iter().map(why).collect();
    let released_in_own_voice =
        |line: &&coaching::view::Line| *line.voice() == Some(Voice::Coachee);
    let coachees_words: Vec<Why> = view
        .lines()
        .into_iter()
        .filter(released_in_own_voice)
        .map(why)
        .collect();
    let has_words = |topic: Topic| lines.iter().any(|line| line.topic == topic);
    let under = |rule: Rule| -> Vec<Topic> {
        Topic::ALL
            .iter()
            .copied()
            .filter(|topic| gate.rule(*topic).0 == rule)
            .collect()
    };
    SayCard {
        to: view.chair().name().clone(),
        role: *view.chair().role(),
        on,
        may: unique(
            lines
                .iter()
                .filter(|line| !coachees_words.iter().any(|own| own.text == line.text))
                .map(|line| Why {
                    topic: line.topic,
                    text: line.text.clone(),
                    why: line.why.clone(),
                })
                .collect(),
        ),
        coachees_words: unique(coachees_words),
        coachee_tells: under(Rule::CoacheeShares),
        not_yet: under(Rule::WithConsent)
            .into_iter()
            .filter(|topic| !has_words(*topic))
            .collect(),
        unsaid: under(Rule::Confidential),
        sessions_held: view
            .attendance()
            .as_ref()
            .map(|attendance| *attendance.held()),
        sessions_planned: view
            .heading()
            .as_ref()
            .map(|heading| *heading.planned_sessions()),
    }
}

fn why(line: &coaching::view::Line) -> Why {
    Why {
        topic: *line.topic(),
        text: line.text().clone(),
        why: ground(line),
    }
}

fn ground(line: &coaching::view::Line) -> Ground {
    line.ground().clone()
}

/// Each sentence once, where it stands first.
fn unique(lines: Vec<Why>) -> Vec<Why> {
    let mut once: Vec<Why> = Vec::new();
    for line in lines {
        if !once.iter().any(|known| known.text == line.text) {
            once.push(line);
        }
    }
    once
}
