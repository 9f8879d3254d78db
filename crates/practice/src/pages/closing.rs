//! The page that leads through the end of an engagement.

use coaching::closing::{SummaryOf, Untold, steps, usual_follow_ups};
use coaching::day::Day;
use coaching::drift::TellingOf;
use coaching::ids::PartyId;
use coaching::ledger::Disclosed;
use coaching::record::{Case, Engagement};
use coaching::words::{DocumentKind, MeetingKind, MeetingStatus, Topic};

use super::cards::{Shown, words};
use super::goals::telling_row;
use crate::desk::Desk;
use crate::error::Failure;
use crate::paperwork::{Standing, standing};
use crate::types::{
    AskDocument, AskEngagement, ClosingPage, ClosingStep, FollowUpCard, RemainingCard, SummaryCard,
    UntoldCard,
};

impl Desk {
    /// What the end of an engagement asks for, and how far each of it has come.
    ///
    /// # Errors
    /// When the engagement is not there.
    pub fn closing(&self, ask: AskEngagement) -> Result<ClosingPage, Failure> {
        self.read_case(&ask.engagement, |case, now| {
            Ok(page(case, ask.on.unwrap_or(now.today)))
        })
    }
}

fn page(case: &Case, on: Day) -> ClosingPage {
    let e = &case.engagement;
    let shown = Shown::new(case, on);
    let closing = steps(e, case.keeps, on);
    let mut summaries: Vec<_> = closing
        .summaries
        .iter()
        .map(|each| summary(case, Some(each), on))
        .collect();
    summaries.push(summary(case, None, on));
    ClosingPage {
        engagement: e.id.clone(),
        engagement_name: e.name.clone(),
        coachee: e
            .coachee()
            .map_or(String::new(), |coachee| case.name(&coachee.id).to_owned()),
        on,
        status: e.status,
        began: e.began,
        planned_end: e.planned_end,
        ended: e.ended,
        early: e.ending.early,
        words: words(&e.ending.words),
        words_chairs: shown.chairs(Topic::Engagement, None),
        steps: closing
            .steps
            .iter()
            .map(|step| ClosingStep {
                what: step.what,
                state: step.state,
                on: step.on,
                count: step.count,
                of: step.of,
            })
            .collect(),
        untold: closing
            .untold
            .iter()
            .map(|each| untold(case, each, on))
            .collect(),
        promises: closing
            .promises
            .iter()
            .map(|each| shown.commitment(each))
            .collect(),
        remaining: closing
            .remaining
            .iter()
            .map(|each| RemainingCard {
                goal: each.goal.id.clone(),
                title: words(&each.now.title),
                status: each.now.status,
            })
            .collect(),
        summaries,
        follow_ups: e
            .follow_ups
            .iter()
            .map(|each| FollowUpCard {
                id: each.id.clone(),
                due: each.due,
                done: each.done,
                words: words(&each.words),
            })
            .collect(),
        usual: usual(e),
        meeting: closing_meeting(e),
        minutes_held: closing.minutes_held,
        keeps: case.keeps,
        clocks: closing.clocks,
        content_chairs: shown.chairs(Topic::SessionContent, None),
    }
}

fn usual(e: &Engagement) -> Vec<Day> {
    let arranged = |day: &Day| e.follow_ups.iter().any(|each| each.due == *day);
    let mut usual = e.ended.map_or_else(Vec::new, usual_follow_ups);
    usual.retain(|day| !arranged(day));
    usual
}

fn closing_meeting(e: &Engagement) -> Option<coaching::ids::MeetingId> {
    let there = |status| matches!(status, MeetingStatus::Held | MeetingStatus::Planned);
    let meetings = e.meetings.iter();
    let closing = meetings.filter(|m| m.kind == MeetingKind::Closing && there(m.status));
    let last = closing.max_by_key(|meeting| meeting.on)?;
    Some(last.id.clone())
}

fn untold(case: &Case, untold: &Untold, on: Day) -> UntoldCard {
    let telling = TellingOf {
        party: untold.party.clone(),
        version: untold.version.clone(),
        step: untold.step,
    };
    UntoldCard {
        goal: untold.goal.clone(),
        title: words(&untold.now.title),
        drift: untold.drift,
        telling: telling_row(case, &telling, on),
    }
}

/// A party's summary; without one the coach's own, which goes nowhere.
fn summary(case: &Case, of: Option<&SummaryOf>, on: Day) -> SummaryCard {
    let party = of.map(|of| of.party);
    let document = AskDocument {
        party: party.cloned(),
        ..AskDocument::new(case.engagement.id.clone(), DocumentKind::Summary)
    };
    let Standing {
        refused,
        digest,
        needs_approval,
        approved,
        changed,
    } = standing(case, &document, on);
    SummaryCard {
        for_whom: case.name_or_coach(party).to_owned(),
        role: party
            .and_then(|id| case.engagement.party(id))
            .map(|party| party.role),
        refused,
        needs_approval,
        approved,
        changed_since_approval: changed,
        handed_over: of.and_then(|of| of.handed_over),
        changed_since_handed_over: party
            .and_then(|party| last_handed_over(case, party, on))
            .is_some_and(|last| digest.is_some_and(|digest| digest != last)),
        document,
    }
}

/// What the summary said that was handed over last.
fn last_handed_over<'c>(case: &'c Case, party: &PartyId, on: Day) -> Option<&'c str> {
    let to = |to: &Option<PartyId>| to.as_ref() == Some(party);
    let entries = case.engagement.ledger.iter().rev();
    let mut entries = entries.filter(|entry| entry.on <= on && to(&entry.to));
    entries.find_map(|entry| match &entry.what {
        Disclosed::Document {
            kind: DocumentKind::Summary,
            content,
            ..
        } => Some(content.as_str()),
        _ => None,
    })
}
