//! What may be recorded of priorities, the purpose, ties and threads, and what is refused.

use chrono::{DateTime, Utc};

use super::{Priority, PriorityWording, Refusal, Thread, Tie, TiedTo};
use crate::day::Day;
use crate::ids::{NoteId, PriorityId, ThreadId, TieId};
use crate::record::{Engagement, Noted};
use crate::shifting;
use crate::text::{Text, about};

/// A new priority, or a later wording of one: what it is from that day on.
///
/// # Errors
/// A [`Refusal`] when the party, the words or the day do not fit.
pub fn say_priority(
    engagement: &Engagement,
    priority: &Priority,
    wording: &PriorityWording,
    recorded: DateTime<Utc>,
) -> Result<(), Refusal> {
    let party = engagement.party(&priority.party);
    if !party.is_some_and(|party| party.role.on_the_sponsors_side()) {
        return Err(Refusal::NotSponsorsSide);
    }
    if wording.text.is_empty() {
        return Err(Refusal::Blank);
    }
    within(engagement, wording.on, recorded)?;
    if priority.wordings.iter().any(|each| each.on == wording.on) {
        return Err(Refusal::SameDay);
    }
    if priority.ended.is_some_and(|ended| ended <= wording.on) {
        return Err(Refusal::PriorityEnded);
    }
    Ok(())
}

/// A priority that ends on a day: the first on which it is none any more.
///
/// # Errors
/// A [`Refusal`] when it had not begun by then, or was worded anew since.
pub fn end_priority(
    engagement: &Engagement,
    id: &PriorityId,
    ended: Day,
    recorded: DateTime<Utc>,
) -> Result<(), Refusal> {
    let priority = known(engagement, id)?;
    within(engagement, ended, recorded)?;
    let days = priority.wordings.iter().map(|wording| wording.on);
    if days.clone().min().is_none_or(|first| ended <= first) {
        Err(Refusal::EndsFirst)
    } else if days.max().is_some_and(|last| ended <= last) {
        Err(Refusal::LaterWording)
    } else {
        Ok(())
    }
}

/// A wording that was a slip is taken back. True when it was the only one: the priority goes with it.
///
/// # Errors
/// A [`Refusal`] when there is none of that day, or it is the only one and a goal is tied to it.
pub fn take_back_wording(
    engagement: &Engagement,
    id: &PriorityId,
    on: Day,
) -> Result<bool, Refusal> {
    let priority = known(engagement, id)?;
    if !priority.wordings.iter().any(|each| each.on == on) {
        return Err(Refusal::NoSuchWording);
    }
    let first_left = priority.wordings.iter().map(|each| each.on);
    let first_left = first_left.filter(|day| *day != on).min();
    let mut ties = engagement.ties.iter();
    // A tie stands on a wording: none may lie before the first that is left.
    let stranded = ties.any(|tie| {
        tie.to == TiedTo::Priority(id.clone()) && first_left.is_none_or(|first| tie.on < first)
    });
    if stranded {
        Err(Refusal::Tied)
    } else {
        Ok(first_left.is_none())
    }
}

/// A statement of the coachee's purpose, from its day on.
///
/// # Errors
/// A [`Refusal`] when the words or the day do not fit.
pub fn say_purpose(
    engagement: &Engagement,
    said: &Noted<about::Purpose>,
    recorded: DateTime<Utc>,
) -> Result<(), Refusal> {
    if said.text.is_empty() {
        return Err(Refusal::Blank);
    }
    within(engagement, said.on, recorded)?;
    if engagement.purpose.iter().any(|each| each.on == said.on) {
        return Err(Refusal::SameDay);
    }
    Ok(())
}

/// A statement of purpose that was a slip is taken back.
///
/// # Errors
/// A [`Refusal`] when it is not there, or a goal is tied to it.
pub fn take_back_purpose(engagement: &Engagement, id: &NoteId) -> Result<(), Refusal> {
    if !engagement.purpose.iter().any(|note| note.id == *id) {
        return Err(Refusal::NoSuchPurpose);
    }
    let to = TiedTo::Purpose(id.clone());
    if engagement.ties.iter().any(|tie| tie.to == to) {
        return Err(Refusal::Tied);
    }
    Ok(())
}

/// A goal serves a priority, or the purpose, from a day on.
///
/// # Errors
/// A [`Refusal`] when either is not there, or did not stand on that day, or they are tied already.
pub fn tie(engagement: &Engagement, tie: &Tie, recorded: DateTime<Utc>) -> Result<(), Refusal> {
    let goal = engagement.goal(&tie.goal).ok_or(Refusal::NoSuchGoal)?;
    let since = match &tie.to {
        TiedTo::Priority(id) => {
            let priority = known(engagement, id)?;
            if priority.ended.is_some_and(|ended| ended <= tie.on) {
                return Err(Refusal::PriorityEnded);
            }
            priority.wordings.iter().map(|each| each.on).min()
        }
        TiedTo::Purpose(id) => {
            let mut said = engagement.purpose.iter();
            let note = said.find(|note| note.id == *id);
            Some(note.ok_or(Refusal::NoSuchPurpose)?.on)
        }
    };
    within(engagement, tie.on, recorded)?;
    let stood = goal.on(tie.on).ok_or(Refusal::BeforeTheGoal)?;
    if !stood.status.goes_on() {
        return Err(Refusal::GoalEnded);
    }
    if since.is_none_or(|since| tie.on < since) {
        return Err(Refusal::NotSaidYet);
    }
    if let Some(until) = tie.until {
        may_end(engagement, tie, until, recorded)?;
    }
    // Two ties of the same two may follow each other, but not overlap.
    let mut others = engagement.ties.iter();
    if others.any(|other| {
        other.goal == tie.goal
            && other.to == tie.to
            && other.until.is_none_or(|until| tie.on < until)
            && tie.until.is_none_or(|until| other.on < until)
    }) {
        return Err(Refusal::TiedAlready);
    }
    Ok(())
}

/// Says whether a tie may end on a day.
///
/// # Errors
/// A [`Refusal`] when the day does not lie after the tie's first, or lies far away.
pub fn may_end(
    engagement: &Engagement,
    tie: &Tie,
    until: Day,
    recorded: DateTime<Utc>,
) -> Result<(), Refusal> {
    within(engagement, until, recorded)?;
    if until <= tie.on {
        return Err(Refusal::EndsFirst);
    }
    Ok(())
}

/// A tie ends on a day, the first on which it holds no more; or goes on.
///
/// # Errors
/// A [`Refusal`] when it had not begun by then, or another tie of the same two would overlap.
pub fn end_tie(
    engagement: &Engagement,
    id: &TieId,
    until: Option<Day>,
    recorded: DateTime<Utc>,
) -> Result<(), Refusal> {
    let mut ties = engagement.ties.iter();
    let tie = ties.find(|tie| tie.id == *id).ok_or(Refusal::NoSuchTie)?;
    if let Some(until) = until {
        may_end(engagement, tie, until, recorded)?;
    }
    let mut others = engagement.ties.iter();
    if others.any(|other| {
        other.id != tie.id
            && (&other.goal, &other.to) == (&tie.goal, &tie.to)
            && other.until.is_none_or(|end| tie.on < end)
            && until.is_none_or(|until| other.on < until)
    }) {
        return Err(Refusal::TiedAlready);
    }
    Ok(())
}

/// A thread on a subject, with the insights it begins with.
///
/// # Errors
/// A [`Refusal`] when the subject is blank or taken, or an insight does not fit.
pub fn begin_thread(engagement: &Engagement, thread: &Thread) -> Result<(), Refusal> {
    subject(engagement, &thread.id, &thread.subject)?;
    for (n, insight) in thread.insights.iter().enumerate() {
        is_an_insight(engagement, insight)?;
        if thread.insights.iter().take(n).any(|other| other == insight) {
            return Err(Refusal::LinkedAlready);
        }
    }
    Ok(())
}

/// Another name for a thread.
///
/// # Errors
/// A [`Refusal`] when it is blank or taken.
pub fn rename_thread(
    engagement: &Engagement,
    id: &ThreadId,
    name: &Text<about::Insights>,
) -> Result<(), Refusal> {
    let mut threads = engagement.threads.iter();
    if !threads.any(|thread| thread.id == *id) {
        return Err(Refusal::NoSuchThread);
    }
    subject(engagement, id, name)
}

/// An insight goes into a thread. It may stand in several.
///
/// # Errors
/// A [`Refusal`] when it is no insight, or stands in it already.
pub fn link(engagement: &Engagement, id: &ThreadId, insight: &NoteId) -> Result<(), Refusal> {
    let mut threads = engagement.threads.iter();
    let thread = threads
        .find(|thread| thread.id == *id)
        .ok_or(Refusal::NoSuchThread)?;
    is_an_insight(engagement, insight)?;
    if thread.insights.contains(insight) {
        return Err(Refusal::LinkedAlready);
    }
    Ok(())
}

fn known<'e>(engagement: &'e Engagement, id: &PriorityId) -> Result<&'e Priority, Refusal> {
    let mut all = engagement.priorities.iter();
    all.find(|priority| priority.id == *id)
        .ok_or(Refusal::NoSuchPriority)
}

/// The same reach as for goals: a year before the engagement, a month ahead.
fn within(engagement: &Engagement, on: Day, recorded: DateTime<Utc>) -> Result<(), Refusal> {
    shifting::within(engagement, on, recorded).map_err(|_| Refusal::OutsideEngagement)
}

fn subject(
    engagement: &Engagement,
    id: &ThreadId,
    name: &Text<about::Insights>,
) -> Result<(), Refusal> {
    if name.is_empty() {
        return Err(Refusal::Blank);
    }
    let plain = |text: &Text<about::Insights>| text.for_the_coach().trim().to_lowercase();
    let mut others = engagement.threads.iter();
    if others.any(|other| other.id != *id && plain(&other.subject) == plain(name)) {
        return Err(Refusal::SameSubject);
    }
    Ok(())
}

fn is_an_insight(engagement: &Engagement, id: &NoteId) -> Result<(), Refusal> {
    let mut insights = engagement.insights.iter();
    if insights.any(|note| note.id == *id) {
        Ok(())
    } else {
        Err(Refusal::NoInsight)
    }
}
