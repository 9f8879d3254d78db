//! Who stands where, and the clashes that are worked on; for the coach's eyes.

use practice::types::{AlignmentPage, ClashCard, StakeholderCard};

use super::{Page, plain};
use crate::messages;

/// The map goal by goal, what is known of each stakeholder, and each clash.
pub fn alignment(alignment: &AlignmentPage) -> String {
    let mut page = Page::default();
    page.line(&messages::alignment_on(alignment.on));
    page.heading(messages::WHERE_EACH_STANDS);
    for goal in &alignment.goals {
        page.item(&format!("{} ({})", goal.title, plain(&goal.pull)));
        for cell in alignment.cells.iter().filter(|cell| cell.goal == goal.id) {
            let moved: Vec<String> = cell
                .positions
                .iter()
                .map(|each| format!("{} {}", each.on, plain(&each.stance)))
                .collect();
            let name = cell.positions.first().map_or("", |each| &each.name);
            page.under(&format!("{name}: {}", moved.join(" → ")));
        }
    }
    page.heading(messages::STAKEHOLDERS);
    for card in &alignment.stakeholders {
        stakeholder(&mut page, card);
    }
    page.heading(messages::CLASHES);
    for each in &alignment.clashes {
        clash(&mut page, each);
    }
    if alignment.clashes.is_empty() {
        page.item(messages::NO_CLASH);
    }
    page.text
}

fn stakeholder(page: &mut Page, card: &StakeholderCard) {
    let party = &card.party;
    let influence = party.influence.map_or(String::new(), |influence| {
        format!(", {}: {}", messages::INFLUENCE, plain(&influence))
    });
    page.item(&format!(
        "{}, {}{influence}",
        party.name,
        plain(&party.role)
    ));
    for said in &card.would_see {
        page.under(&format!("{}  “{}”", said.on, said.text));
    }
    for belief in &card.beliefs {
        let seems = messages::SEEMS_TO_BELIEVE;
        page.under(&format!("{}  {seems}: {}", belief.on, belief.text));
    }
    for promise in &card.promised {
        let status = plain(&promise.status);
        page.under(&format!("{}  {status}: {}", promise.made, promise.text));
    }
}

fn clash(page: &mut Page, clash: &ClashCard) {
    page.item(&format!("{}  {}", clash.on, clash.title));
    for side in &clash.sides {
        for (label, words) in [
            (messages::WANTS, &side.wants),
            (messages::FEARS, &side.fears),
        ] {
            if !words.is_empty() {
                page.under(&format!("{} {label}: {words}", side.name));
            }
        }
    }
    for (label, words) in [
        (messages::BOTH_WANT, &clash.shared_objective),
        (messages::NOT_NEGOTIABLE, &clash.not_negotiable),
        (messages::EVIDENCE, &clash.evidence),
    ] {
        if !words.is_empty() {
            page.under(&format!("{label}: {words}"));
        }
    }
    for tried in &clash.experiments {
        page.under(&format!("{}  {}", tried.on, tried.text));
        match (tried.judged, tried.judge_on) {
            (Some(judged), _) => page.under(&messages::judged_on(judged, &tried.came_of)),
            (None, Some(day)) => page.under(&messages::to_be_judged(day)),
            (None, None) => {}
        }
    }
    if let Some(outcome) = &clash.outcome {
        let end = plain(&outcome.end);
        page.under(&format!("{}  {end}: {}", outcome.on, outcome.words));
    }
}
