//! What goals serve, and threads of insights: priorities by the rule of their topic, ties and threads
//! for the two chairs alone.

use super::{Gate, in_order};
use crate::direction::{Thread, Tie, TiedTo, by_id};
use crate::record::Noted;
use crate::text::about;
use crate::view::{Line, ThreadSeen, TieSeen};
use crate::words::Topic;

/// Each dated wording of a priority, said by the party whose it is.
pub(super) fn priorities(gate: &Gate) -> Vec<Line> {
    gate.case
        .engagement
        .priorities
        .iter()
        .flat_map(|priority| priority.wordings.iter().map(move |w| (&priority.party, w)))
        .filter_map(|(party, wording)| gate.said(&wording.text, wording.on, Some(party)))
        .collect()
}

/// What goals serve on the day.
pub(super) fn ties(gate: &Gate) -> Vec<TieSeen> {
    if !gate.on_two_chairs() {
        return Vec::new();
    }
    let ties = gate.case.engagement.ties.iter();
    let mut seen: Vec<_> = ties.filter_map(|tie| tie_seen(gate, tie)).collect();
    seen.sort();
    seen
}

/// A tie stands only where both its ends may be seen.
pub(crate) fn tie_seen(gate: &Gate, tie: &Tie) -> Option<TieSeen> {
    let now = gate.goal(&tie.goal)?.on(gate.on)?;
    if !tie.holds(gate.on) {
        return None;
    }
    Some(TieSeen {
        goal: gate.line(&now.title, now.on)?.text,
        to: tied_to(gate, tie)?,
        words: gate.line(&tie.words, tie.on),
        on: tie.on,
        is_priority: matches!(tie.to, TiedTo::Priority(_)),
        goal_id: tie.goal.clone(),
    })
}

/// The statement as it stands on the day.
fn tied_to(gate: &Gate, tie: &Tie) -> Option<Line> {
    let e = &gate.case.engagement;
    match &tie.to {
        TiedTo::Priority(id) => {
            let priority = e.priorities.iter().find(|priority| priority.id == *id)?;
            let wording = priority.on(gate.on)?;
            gate.said(&wording.text, wording.on, Some(&priority.party))
        }
        TiedTo::Purpose(id) => gate.note(e.purpose.iter().find(|note| note.id == *id)?),
    }
}

/// The threads that have an insight by the day.
pub(super) fn threads(gate: &Gate) -> Vec<ThreadSeen> {
    if !gate.on_two_chairs() {
        return Vec::new();
    }
    let e = &gate.case.engagement;
    let insights = by_id(&e.insights);
    let threads = e.threads.iter();
    let mut seen: Vec<_> = threads
        .filter_map(|thread| with_insights(gate, thread, thread.among(&insights, gate.on)))
        .collect();
    seen.sort();
    seen
}

/// One thread, by the rules for [`threads`].
pub(crate) fn thread_seen(gate: &Gate, thread: &Thread) -> Option<ThreadSeen> {
    with_insights(gate, thread, thread.up_to(&gate.case.engagement, gate.on))
}

/// A thread has no day of its own: it begins with its first insight.
fn with_insights(
    gate: &Gate,
    thread: &Thread,
    insights: Vec<&Noted<about::Insights>>,
) -> Option<ThreadSeen> {
    if !gate.open(Topic::Insights) {
        return None;
    }
    let insights = in_order(insights.into_iter().filter_map(|n| gate.note(n)).collect());
    Some(ThreadSeen {
        subject: gate.line(&thread.subject, insights.first()?.on)?,
        insights,
    })
}
