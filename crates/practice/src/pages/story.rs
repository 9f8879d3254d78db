//! The engagement's story in time.

use coaching::day::Day;
use coaching::goals::{Goal, GoalVersion};
use coaching::ids::{GoalId, PartyId};
use coaching::ledger::Disclosed;
use coaching::meetings::Meeting;
use coaching::record::{Case, Engagement};
use coaching::words::{MeetingStatus, Role, SessionStatus};

use super::cards::{first, numbered, words};
use crate::types::{BaselineMark, Bend, Known, KnownHow, Lane, Mark, MarkKind, Segment, Story};

/// The picture's data: goals as lanes, marks on their days, and what the sponsor knows.
pub(super) fn story(case: &Case, today: Day) -> Story {
    let e = &case.engagement;
    let mut goals: Vec<&Goal> = e.goals.iter().collect();
    goals.sort_by_key(|goal| {
        let first = first(goal);
        (first.map(|first| first.on), first.map(|first| first.place))
    });
    let lane_of = |id: &GoalId| goals.iter().position(|goal| goal.id == *id);
    let sponsors = sponsors_of(e);
    Story {
        from: e.began,
        to: last_day(case, today),
        today,
        lanes: goals.iter().map(|goal| lane(&goals, goal)).collect(),
        marks: marks(case),
        baselines: e
            .meetings
            .iter()
            .filter(|meeting| meeting.made_a_baseline(today))
            .map(|meeting| BaselineMark {
                on: meeting.on,
                kind: meeting.kind,
                lanes: meeting
                    .agreed
                    .iter()
                    .filter_map(|agreed| lane_of(&agreed.goal))
                    .collect(),
                sponsor: was_there(meeting, &sponsors),
            })
            .collect(),
        sponsor_knows: known(case, today, &sponsors, lane_of),
    }
}

fn last_day(case: &Case, today: Day) -> Day {
    let e = &case.engagement;
    let end = e.ended.or(e.planned_end).unwrap_or(today);
    let sessions = e.sessions.iter().map(|session| session.on);
    let meetings = e.meetings.iter().map(|meeting| meeting.on);
    let last = sessions.chain(meetings).max().unwrap_or(end);
    if e.ended.is_some() {
        end.max(last)
    } else {
        end.max(last).max(today)
    }
}

fn lane(goals: &[&Goal], goal: &Goal) -> Lane {
    let mut versions: Vec<&GoalVersion> = goal.versions.iter().collect();
    versions.sort_by_key(|version| version.on);
    let segments = versions
        .iter()
        .enumerate()
        .map(|(index, version)| Segment {
            version: version.id.clone(),
            from: version.on,
            to: versions.get(index + 1).map(|next| next.on),
            title: words(&version.title),
            words: words(&version.words),
            status: version.status,
            weight: version.weight,
            shift: version.shift.as_ref().map(|shift| Bend {
                kind: shift.kind,
                prompt: shift.prompt,
                reason: words(&shift.reason),
            }),
            joins: version
                .shift
                .iter()
                .flat_map(|shift| &shift.into)
                .filter_map(|id| goals.iter().position(|goal| goal.id == *id))
                .collect(),
            session: version.session.as_ref().map(ToString::to_string),
        })
        .collect();
    Lane {
        goal: goal.id.clone(),
        segments,
    }
}

fn marks(case: &Case) -> Vec<Mark> {
    let e = &case.engagement;
    let mut marks = Vec::new();
    marks.extend(numbered(e).into_iter().map(|(session, number)| Mark {
        kind: MarkKind::Session,
        id: session.id.to_string(),
        on: session.on,
        number,
        meeting: None,
        words: String::new(),
        session: None,
        held: session.status == SessionStatus::Held,
    }));
    marks.extend(e.meetings.iter().map(|meeting| Mark {
        kind: MarkKind::Meeting,
        id: meeting.id.to_string(),
        on: meeting.on,
        number: 0,
        meeting: Some(meeting.kind),
        words: String::new(),
        session: None,
        held: meeting.status == MeetingStatus::Held,
    }));
    marks.extend(e.insights.iter().map(|insight| Mark {
        kind: MarkKind::Insight,
        id: insight.id.to_string(),
        on: insight.on,
        number: 0,
        meeting: None,
        words: words(&insight.text),
        session: insight.session.as_ref().map(ToString::to_string),
        held: true,
    }));
    marks.sort_by_key(|mark| mark.on);
    marks
}

fn sponsors_of(e: &Engagement) -> Vec<&PartyId> {
    let sponsors = e.parties.iter().filter(|p| p.role == Role::Sponsor);
    sponsors.map(|p| &p.id).collect()
}

fn was_there(meeting: &Meeting, sponsors: &[&PartyId]) -> bool {
    sponsors.iter().any(|id| meeting.attended.contains(id))
}

/// What the sponsor knows: what meetings agreed in their presence, and what the ledger says reached
/// them. An entry that only repeats an agreed wording does not stand twice.
fn known(
    case: &Case,
    today: Day,
    sponsors: &[&PartyId],
    lane_of: impl Fn(&GoalId) -> Option<usize>,
) -> Vec<Known> {
    let e = &case.engagement;
    let mut known = Vec::new();
    for meeting in e
        .meetings
        .iter()
        .filter(|meeting| meeting.made_a_baseline(today) && was_there(meeting, sponsors))
    {
        known.extend(meeting.agreed.iter().map(|agreed| Known {
            on: meeting.on,
            lane: lane_of(&agreed.goal),
            wording: words(&agreed.wording),
            how: KnownHow::Agreed,
            replaces: true,
        }));
    }
    for entry in e
        .ledger
        .iter()
        .filter(|entry| entry.to.as_ref().is_some_and(|to| sponsors.contains(&to)))
    {
        match &entry.what {
            Disclosed::Words {
                wording, version, ..
            } => {
                let words = wording.for_the_coach();
                if known
                    .iter()
                    .any(|known| known.on == entry.on && known.wording == words)
                {
                    continue;
                }
                let goal = version.as_ref().and_then(|version| {
                    e.goals.iter().find(|goal| goal.version(version).is_some())
                });
                known.push(Known {
                    on: entry.on,
                    lane: goal.and_then(|goal| lane_of(&goal.id)),
                    wording: words.to_owned(),
                    how: KnownHow::Told,
                    replaces: version.is_some(),
                });
            }
            Disclosed::Document { kind, .. } => known.push(Known {
                on: entry.on,
                lane: None,
                wording: kind.word().to_owned(),
                how: KnownHow::HandedOver,
                replaces: false,
            }),
        }
    }
    known.sort_by_key(|known| known.on);
    known
}
