//! A three-way meeting: prepare, hold, afterwards.

use coaching::day::Day;
use coaching::meetings::{Meeting, baseline};
use coaching::preparing::{clarity, next, pulls_apart};
use coaching::record::Case;
use coaching::words::{CommitmentStatus, MeetingStatus, SessionStatus};

use super::cards::{Shown, agreed, words};
use super::engagement::meeting_documents;
use crate::changes::agenda::usual;
use crate::changes::room::lines;
use crate::desk::Desk;
use crate::error::Failure;
use crate::types::{
    AskMeeting, ClarityCard, DecisionCard, MeetingPage, NextMeeting, UnnamedTopics,
};

impl Desk {
    /// One three-way meeting.
    ///
    /// # Errors
    /// When it is not there.
    pub fn meeting(&self, ask: AskMeeting) -> Result<MeetingPage, Failure> {
        let engagement = self.engagement_of_meeting(&ask.meeting)?;
        let leaving_asks = self.leaving_asks()?;
        self.read_case(&engagement, |case, now| {
            let meeting = case
                .engagement
                .meeting(&ask.meeting)
                .ok_or_else(|| Failure::missing("meeting"))?;
            Ok(page(case, meeting, now.today, leaving_asks))
        })
    }
}

fn page(case: &Case, meeting: &Meeting, today: Day, leaving_asks: bool) -> MeetingPage {
    let e = &case.engagement;
    // What was prepared for a meeting that was held is shown as of that day.
    let held = meeting.status == MeetingStatus::Held;
    let on = if held { meeting.on } else { today };
    let shown = Shown::new(case, on);
    let base = baseline(e, on)
        .filter(|base| base.id != meeting.id)
        .or_else(|| last_before(case, meeting, |other| other.made_a_baseline(meeting.on)));
    let last = last_before(case, meeting, |other| other.was_held(meeting.on));
    MeetingPage {
        id: meeting.id.clone(),
        engagement: e.id.clone(),
        engagement_name: e.name.clone(),
        coachee: e
            .coachee()
            .map_or(String::new(), |coachee| case.name(&coachee.id).to_owned()),
        kind: meeting.kind,
        on: meeting.on,
        at: meeting.at.clone(),
        minutes: meeting.minutes,
        place: words(&meeting.place),
        status: meeting.status,
        invited: meeting.invited.clone(),
        attended: meeting.attended.clone(),
        parties: shown.parties(),
        good_outcome: words(&meeting.preparation.good_outcome),
        from_my_manager: words(&meeting.preparation.from_my_manager),
        on_the_table: words(&meeting.preparation.on_the_table),
        off_the_table: words(&meeting.preparation.off_the_table),
        coach_does: meeting.preparation.coach_does,
        reflective: words(&meeting.reflective),
        debrief: words(&meeting.debrief),
        agreed: agreed(meeting),
        decisions: meeting
            .decisions
            .iter()
            .map(|decision| DecisionCard {
                id: decision.id.clone(),
                text: words(&decision.text),
            })
            .collect(),
        commitments: e
            .commitments
            .iter()
            .filter(|commitment| commitment.meeting.as_ref() == Some(&meeting.id))
            .map(|commitment| shown.commitment(commitment))
            .collect(),
        last_meeting: last.map(|last| shown.meeting(last)),
        last_decisions: last.map_or(Vec::new(), |last| {
            last.decisions
                .iter()
                .map(|decision| words(&decision.text))
                .collect()
        }),
        open_commitments: e
            .commitments
            .iter()
            .filter(|commitment| commitment.made <= on)
            .filter(|commitment| commitment.status_on(on) == CommitmentStatus::Open)
            .filter(|commitment| commitment.meeting.as_ref() != Some(&meeting.id))
            .map(|commitment| shown.commitment(commitment))
            .collect(),
        baseline_on: base.map(|base| base.on),
        baseline: base.map_or(Vec::new(), agreed),
        drift: shown.drift(),
        positions: shown.positions(),
        goals: shown.goals(),
        sessions_held: e
            .sessions
            .iter()
            .map(|s| u32::from(s.status == SessionStatus::Held && s.on <= on))
            .sum(),
        sessions_planned: e.planned_sessions,
        agenda: lines(&meeting.agenda),
        usual_agenda: lines(&usual(case, meeting)),
        clarity: clear(case, meeting, on),
        apart: pulls_apart(e, on).into_iter().collect(),
        promised: e
            .commitments
            .iter()
            .filter(|commitment| commitment.made <= on)
            .filter(|commitment| commitment.meeting.as_ref() != Some(&meeting.id))
            .map(|commitment| shown.commitment(commitment))
            .collect(),
        support: e
            .support_needed
            .iter()
            .filter(|note| note.on <= on)
            .map(|note| shown.note(note))
            .collect(),
        next: next(e, meeting).filter(|_| held).map(|next| NextMeeting {
            kind: next.kind,
            on: next.on,
        }),
        leaving_asks,
        documents: meeting_documents(case, meeting),
    }
}

fn clear(case: &Case, meeting: &Meeting, on: Day) -> ClarityCard {
    let found = clarity(&case.engagement, meeting, on);
    let name = |id| case.name(id).to_owned();
    ClarityCard {
        effective: found.effective,
        unnamed: found
            .unnamed
            .into_iter()
            .map(|(role, topics)| UnnamedTopics { role, topics })
            .collect(),
        without_assent: found.without_assent.iter().map(name).collect(),
        again: found.again,
    }
}

/// The last meeting before this one that counts.
fn last_before<'c>(
    case: &'c Case,
    meeting: &Meeting,
    counts: impl Fn(&Meeting) -> bool,
) -> Option<&'c Meeting> {
    let e = &case.engagement;
    e.meetings
        .iter()
        .filter(|other| counts(other))
        .filter(|other| (other.on, &other.at) < (meeting.on, &meeting.at))
        .max_by(|a, b| (a.on, &a.at).cmp(&(b.on, &b.at)))
}
