//! What the coach's day begins with.

use std::cmp::Reverse;

use coaching::closing::steps;
use coaching::day::Day;
use coaching::drift;
use coaching::record::Case;
use coaching::words::{
    CommitmentStatus, EngagementStatus, MeetingStatus, Role, SessionStatus, Topic,
};
use store::Tx;

use super::cards::{Shown, words};
use super::goals::telling_row;
use crate::desk::{Desk, case};
use crate::error::Failure;
use crate::types::{
    CommitmentDue, Ending, ExperimentDue, MeetingAhead, SessionAhead, Today, Unassented, Waiting,
    Withheld,
};

/// How far ahead sessions, meetings and endings are shown, in days.
const SESSIONS_AHEAD: i64 = 7;
const MEETINGS_AHEAD: i64 = 21;
const ENDINGS_AHEAD: i64 = 30;
/// Follow-ups are shown from two weeks before they are due until they are done.
const FOLLOW_UPS_AHEAD: i64 = 14;
/// Promises are shown from a week before they are due.
const COMMITMENTS_AHEAD: i64 = 7;
/// So are experiments.
const EXPERIMENTS_AHEAD: i64 = 7;

impl Desk {
    /// Today: what is next, and what needs care.
    ///
    /// # Errors
    /// When no vault is open or it cannot be read.
    pub fn today(&self) -> Result<Today, Failure> {
        self.read(|tx, now| {
            let mut today = Today {
                on: now.today,
                sessions: Vec::new(),
                meetings: Vec::new(),
                waiting: Vec::new(),
                withheld: Vec::new(),
                unassented: Vec::new(),
                commitments: Vec::new(),
                experiments: Vec::new(),
                endings: Vec::new(),
            };
            for id in under_way(tx, now.today)? {
                let case = case(tx, &id)?;
                add(&mut today, &case, now.today);
            }
            today
                .sessions
                .sort_by(|a, b| (a.on, &a.at).cmp(&(b.on, &b.at)));
            today
                .meetings
                .sort_by(|a, b| (a.on, &a.at).cmp(&(b.on, &b.at)));
            // What is past its day first, the longest so first; then the oldest shift.
            let urgent = |waiting: &Waiting| {
                let telling = &waiting.telling;
                let by = telling.by.filter(|_| telling.overdue);
                (by.is_none(), by, Reverse(waiting.days))
            };
            today
                .waiting
                .sort_by(|a, b| (urgent(a), &a.coachee).cmp(&(urgent(b), &b.coachee)));
            today
                .withheld
                .sort_by(|a, b| (b.days, &a.coachee).cmp(&(a.days, &b.coachee)));
            today.unassented.sort_by(|a, b| {
                (!a.draft, a.effective, &a.coachee).cmp(&(!b.draft, b.effective, &b.coachee))
            });
            today
                .commitments
                .sort_by(|a, b| (a.due, &a.by).cmp(&(b.due, &b.by)));
            today
                .experiments
                .sort_by(|a, b| (a.judge_on, &a.coachee).cmp(&(b.judge_on, &b.coachee)));
            today
                .endings
                .sort_by(|a, b| (a.on, &a.coachee).cmp(&(b.on, &b.coachee)));
            Ok(today)
        })
    }
}

/// The engagements that are not over, ended less than 130 days ago, or have a follow-up due.
fn under_way(tx: &Tx<'_>, today: Day) -> Result<Vec<coaching::ids::EngagementId>, Failure> {
    let rows = store::engagement::list(tx, today)?;
    let recent = |ended: Day| today.days_since(ended) < 130;
    let due = store::follow_up::due(tx, today)?;
    Ok(rows
        .into_iter()
        .filter(|row| row.ended.is_none_or(recent) || due.contains(&row.id))
        .map(|row| row.id)
        .collect())
}

fn add(today: &mut Today, case: &Case, on: Day) {
    let e = &case.engagement;
    let coachee = e
        .coachee()
        .map_or(String::new(), |coachee| case.name(&coachee.id).to_owned());
    let soon = |day: Day, days: i64| day >= on && day.days_since(on) <= days;
    let ended = e.ended.is_some_and(|ended| ended <= on);
    today.sessions.extend(
        e.sessions
            .iter()
            .filter(|s| s.status == SessionStatus::Planned && soon(s.on, SESSIONS_AHEAD))
            .map(|s| SessionAhead {
                session: s.id.clone(),
                engagement: e.id.clone(),
                engagement_name: e.name.clone(),
                coachee: coachee.clone(),
                on: s.on,
                at: s.at.clone(),
                minutes: s.minutes,
            }),
    );
    today.meetings.extend(
        e.meetings
            .iter()
            .filter(|m| m.status == MeetingStatus::Planned && soon(m.on, MEETINGS_AHEAD))
            .map(|m| MeetingAhead {
                meeting: m.id.clone(),
                engagement: e.id.clone(),
                engagement_name: e.name.clone(),
                coachee: coachee.clone(),
                kind: m.kind,
                on: m.on,
                at: m.at.clone(),
                prepared: !m.preparation.is_empty(),
            }),
    );
    if !ended {
        today.waiting.extend(waiting(case, &coachee, on));
        today.unassented.extend(unassented(case, &coachee));
    }
    today.withheld.extend(withheld(case, &coachee, on));
    let shown = Shown::new(case, on);
    today.commitments.extend(
        e.commitments
            .iter()
            .filter(|c| c.status_on(on) == CommitmentStatus::Open)
            .filter_map(|c| c.due.map(|due| (c, due)))
            .filter(|(_, due)| due.days_since(on) <= COMMITMENTS_AHEAD)
            .map(|(c, due)| CommitmentDue {
                commitment: c.id.clone(),
                engagement: e.id.clone(),
                engagement_name: e.name.clone(),
                by: case.name_or_coach(c.by.as_ref()).to_owned(),
                text: words(&c.text),
                due,
                chairs: shown.commitment(c).chairs,
            }),
    );
    if !ended {
        today.experiments.extend(experiments(&shown, &coachee));
    }
    let ending = |on: Day, what: &str| Ending {
        engagement: e.id.clone(),
        engagement_name: e.name.clone(),
        coachee: coachee.clone(),
        on,
        what: what.to_owned(),
    };
    match (e.ended, e.planned_end) {
        (Some(end), _) if ended => {
            let follow_ups = e.follow_ups.iter().filter(|each| each.done.is_none());
            let due = follow_ups.map(|each| each.due);
            let due = due.filter(|due| due.days_since(on) <= FOLLOW_UPS_AHEAD);
            today
                .endings
                .extend(due.map(|due| ending(due, "follow-up")));
            if lacks_a_summary(case, on) && on.days_since(end) <= ENDINGS_AHEAD {
                today.endings.push(ending(end, "summaries"));
            }
        }
        (None, Some(end)) if end.days_since(on) <= ENDINGS_AHEAD => {
            today.endings.push(ending(end, "ends"));
        }
        _ => {}
    }
}

/// Shifts since the baseline that somebody on the sponsor's side does not know of, unless the
/// coachee keeps them private. Where nothing was ever agreed, nothing waits.
fn waiting(case: &Case, coachee: &str, on: Day) -> Vec<Waiting> {
    drift::waiting(&case.engagement, on)
        .into_iter()
        .map(|(row, telling)| Waiting {
            engagement: case.engagement.id.clone(),
            engagement_name: case.engagement.name.clone(),
            coachee: coachee.to_owned(),
            goal: words(&row.now.title),
            drift: row.kind,
            telling: telling_row(case, &telling, on),
            days: row.since.map_or(0, |since| on.days_since(since)),
        })
        .collect()
}

/// True when the coachee or somebody on the sponsor's side has no summary of an engagement that ended.
fn lacks_a_summary(case: &Case, on: Day) -> bool {
    let closing = steps(&case.engagement, case.keeps, on);
    closing
        .summaries
        .iter()
        .any(|each| each.handed_over.is_none())
}

/// Experiments of clashes that are worked on, from a week before they are to be judged.
fn experiments<'a>(shown: &Shown<'a>, coachee: &str) -> Vec<ExperimentDue> {
    let e = &shown.case.engagement;
    let worked_on = e.clashes.iter().filter(|clash| clash.outcome.is_none());
    let tried = worked_on.flat_map(|clash| clash.experiments.iter().map(move |x| (clash, x)));
    tried
        .filter(|(_, experiment)| experiment.judged.is_none())
        .filter_map(|(clash, experiment)| {
            let judge_on = experiment.judge_on?;
            (judge_on.days_since(shown.on) <= EXPERIMENTS_AHEAD).then(|| ExperimentDue {
                clash: clash.id.clone(),
                engagement: e.id.clone(),
                engagement_name: e.name.clone(),
                coachee: coachee.to_owned(),
                title: words(&clash.title),
                text: words(&experiment.text),
                judge_on,
                chairs: shown.onlookers.between_two(Topic::Alignment),
            })
        })
        .collect()
}

/// What somebody on the sponsor's side said and the coachee is not to know yet.
fn withheld(case: &Case, coachee: &str, on: Day) -> Vec<Withheld> {
    let e = &case.engagement;
    let contacts = e.sponsor_contacts.iter();
    contacts
        .filter(|contact| contact.on <= on && contact.is_withheld(on))
        .map(|contact| Withheld {
            engagement: e.id.clone(),
            engagement_name: e.name.clone(),
            coachee: coachee.to_owned(),
            contact: contact.id.clone(),
            from: case.name(&contact.party).to_owned(),
            on: contact.on,
            days: on.days_since(contact.on),
        })
        .collect()
}

/// The newest agreement, if the coachee or somebody on the sponsor's side has not assented.
fn unassented(case: &Case, coachee: &str) -> Option<Unassented> {
    let e = &case.engagement;
    if matches!(
        e.status,
        EngagementStatus::Enquiry | EngagementStatus::Chemistry
    ) {
        return None;
    }
    let newest = e
        .agreements
        .iter()
        .max_by_key(|agreement| agreement.effective)?;
    let lacks =
        |id: &coaching::ids::PartyId| !newest.assents.iter().any(|assent| assent.party == *id);
    let missing: Vec<_> = e
        .parties
        .iter()
        .filter(|party| party.left.is_none())
        .filter(|party| party.role == Role::Coachee || party.role.on_the_sponsors_side())
        .filter(|party| lacks(&party.id))
        .map(|party| case.name(&party.id).to_owned())
        .collect();
    (!missing.is_empty()).then(|| Unassented {
        engagement: e.id.clone(),
        engagement_name: e.name.clone(),
        coachee: coachee.to_owned(),
        effective: newest.effective,
        missing,
        draft: e.coachee().is_some_and(|coachee| lacks(&coachee.id)),
    })
}
