//! A three-way meeting: prepare, hold, afterwards.

use coaching::day::Day;
use coaching::meetings::{Meeting, baseline};
use coaching::record::Case;
use coaching::words::{CommitmentStatus, MeetingStatus, SessionStatus};

use super::cards::{Shown, agreed, words};
use super::engagement::meeting_documents;
use crate::desk::Desk;
use crate::error::Failure;
use crate::types::{AskMeeting, DecisionCard, MeetingPage};

impl Desk {
    /// One three-way meeting.
    ///
    /// # Errors
    /// When it is not there.
    pub fn meeting(&self, ask: AskMeeting) -> Result<MeetingPage, Failure> {
        let engagement = self.engagement_of_meeting(&ask.meeting)?;
        self.read_case(&engagement, |case, now| {
            let meeting = case
                .engagement
                .meeting(&ask.meeting)
                .ok_or_else(|| Failure::missing("meeting"))?;
            Ok(page(case, meeting, now.today))
        })
    }
}

fn page(case: &Case, meeting: &Meeting, today: Day) -> MeetingPage {
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
        documents: meeting_documents(case, meeting),
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
