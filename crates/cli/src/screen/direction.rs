//! What goals serve on a day, and threads of insights; for the coach's eyes.

use practice::day::Day;
use practice::types::{DirectionPage, PriorityCard, ServesCard, ThreadCard};

use super::Page;
use crate::messages;

/// The purpose, the priorities, what each goal serves, and what serves nothing.
pub fn direction(direction: &DirectionPage) -> String {
    let on = direction.on;
    let mut page = Page::default();
    page.line(&messages::direction_on(on));
    page.heading(messages::PURPOSE);
    for said in &direction.purpose {
        page.item(&format!("{}  {}", said.on, said.text));
    }
    if direction.purpose.is_empty() {
        page.item(messages::NOT_SAID);
    }
    page.heading(messages::PRIORITIES);
    for each in &direction.priorities {
        priority(&mut page, each);
    }
    if direction.priorities.is_empty() {
        page.item(messages::NOT_SAID);
    }
    page.heading(messages::GOALS_SERVE);
    for goal in &direction.goals {
        page.item(&goal.title);
        if !goal.serves {
            page.under(messages::SERVES_NOTHING);
        }
        let ties = direction.ties.iter();
        for tie in ties.filter(|tie| tie.holds && tie.goal == goal.goal) {
            served(&mut page, tie);
        }
    }
    page.text
}

fn priority(page: &mut Page, priority: &PriorityCard) {
    for wording in &priority.wordings {
        page.item(&format!(
            "{}  {}: {}",
            wording.on, priority.party_name, wording.text
        ));
    }
    if let Some(ended) = priority.ended {
        page.under(&messages::ended_on(ended));
    } else if priority.now.is_some() && !priority.served {
        page.under(messages::NO_GOAL_SERVES_IT);
    }
}

fn served(page: &mut Page, tie: &ServesCard) {
    let whose = tie.whose.as_deref().unwrap_or(messages::THEIR_PURPOSE);
    page.under(&format!("{}  {whose}: {}", tie.on, tie.text));
    if !tie.words.is_empty() {
        page.under(&format!("{}: {}", messages::HOW_IT_SERVES, tie.words));
    }
    if let Some(day) = tie.moved_since {
        page.under(&messages::said_anew(day));
    }
}

/// Each thread: its subject, and the insights in their order.
pub fn threads(on: Day, threads: &[ThreadCard]) -> String {
    let mut page = Page::default();
    if threads.is_empty() {
        page.line(&messages::no_threads(on));
    }
    for (n, thread) in threads.iter().enumerate() {
        if n > 0 {
            page.line("\n");
        }
        page.line(&thread.subject);
        for insight in &thread.insights {
            page.item(&format!("{}  “{}”", insight.note.on, insight.note.text));
        }
    }
    page.text
}
