//! Clashes on paper: for the coachee and the coach, and without names for the supervisor.

use coaching::case_sheet::{CaseSheet, ClashOfCase};
use coaching::nameless::Nameless;
use coaching::view::{ClashSeen, ExperimentSeen, SideSeen};

use crate::content::{Block, Fact, Item, Section};
use crate::language::{Words, fill};
use crate::others::nameless::{say, who};
use crate::others::sheet::{joined, when};
use crate::parts::{Desk, capital, fact, fact_of};

/// The clashes that are worked on, each with what is tried and when both sides judge it.
pub(crate) fn clashes(desk: &Desk, clashes: &[ClashSeen]) -> Option<Section> {
    let a = desk.w.alignment;
    let mut blocks = Vec::new();
    for clash in clashes.iter().filter(|clash| clash.outcome().is_none()) {
        blocks.push(Block::Subheading {
            text: clash.title().text().clone(),
        });
        let goal = clash.goal().as_ref();
        let mut items: Vec<Fact> = Vec::new();
        items.extend(goal.map(|goal| fact(a.about_goal, goal.clone())));
        items.extend(clash.sides().iter().filter_map(|s| side(desk.w, s)));
        items.extend(fact_of(
            a.shared_objective,
            clash.shared_objective().as_ref(),
        ));
        items.extend(fact_of(a.not_negotiable, clash.not_negotiable().as_ref()));
        items.extend(fact_of(a.evidence, clash.evidence().as_ref()));
        items.extend(clash.experiments().iter().map(|e| tried(desk.w, e)));
        if !items.is_empty() {
            blocks.push(Block::Facts { items });
        }
    }
    desk.section(a.clashes, blocks)
}

fn side(w: &Words, side: &SideSeen) -> Option<Fact> {
    let text = |line: &Option<coaching::view::Line>| line.as_ref().map(|line| line.text().clone());
    wants_and_fears(w, side.party(), text(side.wants()), text(side.fears()))
}

fn wants_and_fears(
    w: &Words,
    name: &str,
    wants: Option<String>,
    fears: Option<String>,
) -> Option<Fact> {
    let a = w.alignment;
    let said = [(a.wants, wants), (a.fears, fears)];
    let lines: Vec<String> = said
        .into_iter()
        .filter_map(|(label, words)| Some(format!("{}: {}", capital(label), words?)))
        .collect();
    (!lines.is_empty()).then(|| fact(name, lines.join("\n")))
}

fn tried(w: &Words, tried: &ExperimentSeen) -> Fact {
    let a = w.alignment;
    let dated = |wording: &str, on| fill(wording, &[("date", &w.day(on))]);
    let mut lines = vec![tried.text().text().clone()];
    lines.extend(match (tried.judged(), tried.judge_on()) {
        (Some(judged), _) => Some(dated(a.judged, *judged)),
        (None, Some(judge_on)) => Some(dated(a.judge_on, *judge_on)),
        (None, None) => None,
    });
    let came_of = tried.came_of().as_ref();
    lines.extend(came_of.map(|line| format!("{}: {}", a.came_of, line.text())));
    fact(&dated(a.tried, *tried.text().on()), lines.join("\n"))
}

/// What parties seem to believe, on the case sheet.
pub(crate) fn beliefs_of_case(w: &Words, sheet: &CaseSheet) -> Vec<Block> {
    let items = sheet.beliefs().iter().map(|belief| Item {
        text: say(w, belief.text()),
        note: joined([capital(&who(w, *belief.party())), when(w, *belief.when())]),
    });
    let items: Vec<Item> = items.collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::List { items }]
}

/// Every clash, on the case sheet.
pub(crate) fn clashes_of_case(w: &Words, sheet: &CaseSheet) -> Vec<Block> {
    let mut blocks = Vec::new();
    for clash in sheet.clashes() {
        blocks.push(Block::Subheading {
            text: joined([say(w, clash.title()), when(w, *clash.when())]),
        });
        let items = of_case(w, clash);
        if !items.is_empty() {
            blocks.push(Block::Facts { items });
        }
    }
    blocks
}

fn of_case(w: &Words, clash: &ClashOfCase) -> Vec<Fact> {
    let a = w.alignment;
    let of = |label: &str, words: &Option<Nameless>| Some(fact(label, say(w, words.as_ref()?)));
    let mut items: Vec<Fact> = Vec::new();
    items.extend(of(a.about_goal, clash.goal()));
    items.extend(clash.sides().iter().filter_map(|side| {
        let words = |words: &Option<Nameless>| words.as_ref().map(|words| say(w, words));
        let name = capital(&who(w, *side.party()));
        wants_and_fears(w, &name, words(side.wants()), words(side.fears()))
    }));
    items.extend(of(a.shared_objective, clash.shared_objective()));
    items.extend(of(a.not_negotiable, clash.not_negotiable()));
    items.extend(of(a.evidence, clash.evidence()));
    for tried in clash.experiments() {
        let label = joined([a.tried_once.to_owned(), when(w, *tried.when())]);
        items.push(fact(&label, say(w, tried.text())));
        items.extend(of(a.came_of, tried.came_of()));
    }
    if let Some((end, words)) = clash.outcome() {
        let words = words.as_ref().map_or(String::new(), |words| say(w, words));
        items.push(fact(a.outcome, joined([capital((a.end)(*end)), words])));
    }
    items
}
