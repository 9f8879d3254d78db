//! Goals and drift as cards: each wording, each bend, where it came from, who knows.

use std::collections::BTreeMap;

use coaching::day::Day;
use coaching::drift::{GoalDrift, TellingOf, drift};
use coaching::goals::{Goal, GoalVersion, Telling};
use coaching::ids::GoalId;
use coaching::lineage::{self, Tie};
use coaching::meetings::{Meeting, baseline};
use coaching::order;
use coaching::record::Case;
use coaching::shifting::take_back;
use coaching::words::{Chairs, TellingState, Topic};

use super::cards::{Shown, first, words};
use crate::clock::day_of;
use crate::desk::Desk;
use crate::error::Failure;
use crate::types::{
    AskEngagement, CorrectionCard, DriftRow, GoalCard, GoalsPage, MeetingSource, ShiftCard,
    StepCard, TellingRow, TieCard, VersionCard,
};

impl Desk {
    /// The goals on a day, beside what was last agreed: little enough to be asked for while a slider
    /// is dragged.
    ///
    /// # Errors
    /// When the engagement is not there.
    pub fn goals(&self, ask: AskEngagement) -> Result<GoalsPage, Failure> {
        self.read_case(&ask.engagement, |case, now| {
            let on = ask.on.unwrap_or(now.today);
            let shown = Shown::new(case, on);
            Ok(GoalsPage {
                on,
                goals: shown.goals(),
                baseline_on: baseline(&case.engagement, on).map(|meeting| meeting.on),
                drift: shown.drift(),
            })
        })
    }
}

/// What is the same for each version.
struct Common<'a> {
    baselines: Vec<&'a Meeting>,
    chairs: Chairs,
}

impl<'a> Shown<'a> {
    /// The goals that go on first, each with its rank from 1, then the others; in the order of their
    /// places.
    pub(super) fn in_order(&self) -> Vec<(&'a Goal, Option<u16>)> {
        let e = &self.case.engagement;
        let going_on = order::going_on(e, self.on).into_iter();
        let ranks: BTreeMap<&GoalId, u16> = going_on.map(|(goal, _)| &goal.id).zip(1..).collect();
        let mut goals: Vec<_> = e
            .goals
            .iter()
            .map(|goal| (goal, ranks.get(&goal.id).copied()))
            .collect();
        goals.sort_by_cached_key(|(goal, rank)| {
            (
                rank.is_none(),
                *rank,
                goal.on(self.on).map(|now| now.place),
                first(goal).map(|first| first.on),
            )
        });
        goals
    }

    pub(super) fn goals(&self) -> Vec<GoalCard> {
        let meetings = self.case.engagement.meetings.iter();
        let common = Common {
            baselines: meetings.filter(|m| m.made_a_baseline(self.on)).collect(),
            chairs: self.chairs(Topic::CurrentGoals, None),
        };
        self.in_order()
            .into_iter()
            .map(|(goal, rank)| self.goal(goal, rank, &common))
            .collect()
    }

    fn goal(&self, goal: &Goal, rank: Option<u16>, common: &Common<'_>) -> GoalCard {
        let e = &self.case.engagement;
        let mut versions: Vec<&GoalVersion> = goal.versions.iter().collect();
        versions.sort_by_key(|version| version.on);
        let ties = |ties: Vec<Tie<'_>>| ties.into_iter().map(|tie| self.tie(tie)).collect();
        GoalCard {
            id: goal.id.clone(),
            now: versions.iter().rposition(|version| version.on <= self.on),
            rank,
            versions: versions
                .into_iter()
                .map(|version| self.version(goal, version, common))
                .collect(),
            came_out_of: ties(lineage::came_out_of(e, &goal.id, self.on)),
            became: ties(lineage::became(e, goal, self.on)),
        }
    }

    fn tie(&self, tie: Tie<'_>) -> TieCard {
        TieCard {
            goal: tie.goal.id.clone(),
            title: self.title(tie.goal),
            // A tie is a shift.
            kind: tie
                .version
                .shift
                .as_ref()
                .map_or(coaching::words::ShiftKind::Replaced, |shift| shift.kind),
            on: tie.version.on,
        }
    }

    /// The title of a goal on the page's day, or its first.
    pub(super) fn title(&self, goal: &Goal) -> String {
        goal.on(self.on)
            .or_else(|| first(goal))
            .map_or(String::new(), |version| words(&version.title))
    }

    fn version(&self, goal: &Goal, version: &GoalVersion, common: &Common<'_>) -> VersionCard {
        let e = &self.case.engagement;
        let agreed: Vec<&Meeting> = common
            .baselines
            .iter()
            .copied()
            .filter(|m| {
                m.agreed
                    .iter()
                    .any(|a| a.goal == goal.id && a.version == version.id)
            })
            .collect();
        let chairs = agreed
            .iter()
            .map(|m| self.onlookers.chairs(Topic::BaselineGoals, None, Some(m)))
            .max()
            .unwrap_or(Chairs::One)
            .max(common.chairs);
        let meeting = version.meeting.as_ref().and_then(|id| e.meeting(id));
        let told = e.tellings.iter().filter(|t| t.version == version.id);
        VersionCard {
            id: version.id.clone(),
            on: version.on,
            recorded: day_of(version.recorded).unwrap_or(version.on),
            title: words(&version.title),
            words: words(&version.words),
            why: words(&version.why),
            measure: words(&version.measure),
            weight: version.weight,
            place: version.place,
            status: version.status,
            session: self.session_source(version.session.as_ref()),
            meeting: meeting.map(source),
            shift: version.shift.as_ref().map(|shift| ShiftCard {
                kind: shift.kind,
                prompt: shift.prompt,
                reason: words(&shift.reason),
                raised_by: shift
                    .raised_by
                    .as_ref()
                    .map(|id| self.case.name(id).to_owned()),
                raised_by_id: shift.raised_by.clone(),
                into: shift.into.clone(),
            }),
            agreed: agreed.iter().map(|meeting| meeting.on).collect(),
            agreed_at: agreed.into_iter().map(source).collect(),
            tellings: told.map(|telling| self.telling(telling)).collect(),
            corrections: version
                .corrections
                .iter()
                .map(|before| CorrectionCard {
                    on: day_of(before.at).unwrap_or(version.on),
                    title: words(&before.title),
                    words: words(&before.words),
                    why: words(&before.why),
                    measure: words(&before.measure),
                })
                .collect(),
            may_go: take_back(e, &version.id).is_ok(),
            chairs,
        }
    }

    pub(super) fn drift(&self) -> Vec<DriftRow> {
        drift(&self.case.engagement, self.on)
            .iter()
            .map(|row| self.drift_row(row))
            .collect()
    }

    pub(super) fn drift_row(&self, row: &GoalDrift<'_>) -> DriftRow {
        DriftRow {
            goal: row.goal.id.clone(),
            agreed: row.agreed.map(|agreed| words(&agreed.wording)),
            now: words(&row.now.title),
            drift: row.kind,
            since: row.since,
            days: row.since.map(|since| self.on.days_since(since)),
            became: row.became.iter().map(|goal| self.title(goal)).collect(),
            tellings: row
                .tellings
                .iter()
                .map(|telling| telling_row(self.case, telling, self.on))
                .collect(),
        }
    }

    fn telling(&self, telling: &Telling) -> TellingRow {
        let of = TellingOf {
            party: telling.party.clone(),
            version: telling.version.clone(),
            step: telling.on(self.on),
        };
        telling_row(self.case, &of, self.on)
    }
}

fn source(meeting: &Meeting) -> MeetingSource {
    MeetingSource {
        id: meeting.id.clone(),
        kind: meeting.kind,
        on: meeting.on,
    }
}

/// How far the telling of a version to a party has come by a day, with every step.
pub(super) fn telling_row(case: &Case, telling: &TellingOf, on: Day) -> TellingRow {
    let step = telling.step;
    let by = step.and_then(|step| step.by);
    let steps = case
        .engagement
        .tellings
        .iter()
        .filter(|t| t.version == telling.version && t.party == telling.party)
        .flat_map(|t| &t.steps)
        .filter(|step| step.on <= on);
    TellingRow {
        party: telling.party.clone(),
        name: case.name(&telling.party).to_owned(),
        version: telling.version.clone(),
        state: step.map_or(TellingState::NotDiscussed, |step| step.state),
        since: step.map(|step| step.on),
        by,
        overdue: by.is_some_and(|by| by < on),
        steps: steps
            .map(|step| StepCard {
                on: step.on,
                state: step.state,
                by: step.by,
            })
            .collect(),
    }
}
