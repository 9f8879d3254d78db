//! What a coach looks at before a three-way meeting: how clear the boundaries are, where positions pull
//! apart, and which meeting comes next. For the coach's eyes.

use std::collections::{BTreeMap, BTreeSet};

use crate::agreement::{before, in_force};
use crate::alignment::{positions, pull};
use crate::day::Day;
use crate::ids::{GoalId, PartyId};
use crate::meetings::Meeting;
use crate::record::{Engagement, Party};
use crate::words::{AgreeAgain, MeetingKind, MeetingStatus, Pull, Role, Stance, Topic};

/// After how many days boundaries are due to be agreed again.
const HALF_A_YEAR: i64 = 182;

/// How clear the boundaries are for those who are invited to a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clarity {
    /// The day of the agreement in force; none when nothing is.
    pub effective: Option<Day>,
    /// The topics that it does not name, for each role of the sponsor's side that is invited.
    pub unnamed: Vec<(Role, Vec<Topic>)>,
    /// Who of the sponsor's side that is invited has not assented to it.
    pub without_assent: Vec<PartyId>,
    /// Why it is due to be agreed again.
    pub again: Vec<AgreeAgain>,
}

/// How clear the boundaries are for a meeting, as of a day.
#[must_use]
pub fn clarity(e: &Engagement, meeting: &Meeting, on: Day) -> Clarity {
    let side = |party: &&Party| party.role.on_the_sponsors_side() && party.is_in(on);
    let invited: Vec<&Party> = e
        .parties
        .iter()
        .filter(side)
        .filter(|party| meeting.invited.contains(&party.id))
        .collect();
    let Some(agreement) = in_force(e, on) else {
        return Clarity::default();
    };
    let named: BTreeSet<(Role, Topic)> = agreement
        .boundaries
        .iter()
        .map(|boundary| (boundary.role, boundary.topic))
        .collect();
    let roles: BTreeSet<Role> = invited.iter().map(|party| party.role).collect();
    let unnamed = roles.into_iter().filter_map(|role| {
        let all = Topic::ALL.iter().copied();
        let missing: Vec<Topic> = all
            .filter(|topic| !named.contains(&(role, *topic)))
            .collect();
        (!missing.is_empty()).then_some((role, missing))
    });
    let waits = e.agreements.iter().any(|other| {
        let later = other.effective > agreement.effective;
        let known = other.drafted.is_none_or(|drafted| drafted <= on);
        later && known && before(e, other).is_some_and(|last| last.id == agreement.id)
    });
    let new = e
        .parties
        .iter()
        .filter(side)
        .any(|party| party.joined > agreement.effective);
    let old = on.days_since(agreement.effective) > HALF_A_YEAR;
    let reasons = [
        (waits, AgreeAgain::Draft),
        (new, AgreeAgain::SomebodyNew),
        (old, AgreeAgain::HalfAYear),
    ];
    Clarity {
        effective: Some(agreement.effective),
        unnamed: unnamed.collect(),
        without_assent: invited
            .iter()
            .filter(|party| !agreement.has_assent_of(&party.id, on))
            .map(|party| party.id.clone())
            .collect(),
        again: reasons
            .into_iter()
            .filter_map(|(holds, why)| holds.then_some(why))
            .collect(),
    }
}

/// The goals on which parties pull apart on a day, by where each party stands then.
#[must_use]
pub fn pulls_apart(e: &Engagement, on: Day) -> BTreeSet<GoalId> {
    let held: BTreeSet<_> = e.positions.iter().map(|p| (&p.goal, &p.party)).collect();
    let mut stances: BTreeMap<&GoalId, Vec<Stance>> = BTreeMap::new();
    for (goal, party) in held {
        let taken = positions(e, party, goal, on);
        stances
            .entry(goal)
            .or_default()
            .extend(taken.last().map(|position| position.stance));
    }
    stances
        .into_iter()
        .filter(|(_, stances)| pull(stances.iter().copied()) == Pull::Apart)
        .map(|(goal, _)| goal.clone())
        .collect()
}

/// A meeting that comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Next {
    /// The occasion.
    pub kind: MeetingKind,
    /// The day, which is a working day.
    pub on: Day,
}

/// The meeting that usually follows one: contracting two weeks after the one before the engagement, the
/// mid-point half-way to the planned end, the closing a week before it; three months later where no end
/// is planned. None after the closing, after the end, and where one of that kind is planned already.
#[must_use]
pub fn next(e: &Engagement, after: &Meeting) -> Option<Next> {
    let was = |kind: MeetingKind| {
        let held = |m: &&Meeting| m.status == MeetingStatus::Held && m.on <= after.on;
        e.meetings.iter().filter(held).any(|m| m.kind == kind)
    };
    let kind = match after.kind {
        MeetingKind::Before => MeetingKind::Contracting,
        MeetingKind::Contracting => MeetingKind::MidPoint,
        MeetingKind::MidPoint => MeetingKind::Closing,
        MeetingKind::Closing => return None,
        MeetingKind::WhenNeeded if was(MeetingKind::Closing) => return None,
        MeetingKind::WhenNeeded if was(MeetingKind::MidPoint) => MeetingKind::Closing,
        MeetingKind::WhenNeeded if was(MeetingKind::Contracting) => MeetingKind::MidPoint,
        MeetingKind::WhenNeeded => MeetingKind::Contracting,
    };
    let planned = |m: &Meeting| m.kind == kind && m.status == MeetingStatus::Planned;
    if e.ended.is_some() || e.meetings.iter().any(planned) {
        return None;
    }
    let left = e.planned_end.map_or(0, |end| end.days_since(after.on));
    let days = match kind {
        MeetingKind::Contracting => 14,
        MeetingKind::MidPoint if left >= 28 => left / 2,
        MeetingKind::Closing if left >= 14 => left - 7,
        _ => 91,
    };
    let days = u64::try_from(days).unwrap_or(0);
    let on = after.on.working_day_in(days)?;
    Some(Next { kind, on })
}
