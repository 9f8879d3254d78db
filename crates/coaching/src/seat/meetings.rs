//! Meetings and promises in a view.

use std::collections::BTreeMap;

use super::{Gate, party_seen};
use crate::ids::PartyId;
use crate::meetings::{Meeting, Preparation, Speaker};
use crate::record::Commitment;
use crate::text::Tag as _;
use crate::text::about;
use crate::view::{
    AgendaSeen, CommitmentSeen, Ground, MeetingSeen, PartySeen, PreparationSeen, SpokenBy,
};
use crate::words::{MeetingStatus, Topic};

/// The meetings that this party may know of: those it sat in, and all of them where *engagement* is
/// open. An invitation alone opens nothing: the coachee sends it.
pub(super) fn seen(gate: &Gate) -> Vec<MeetingSeen> {
    let e = &gate.case.engagement;
    let mut promised: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for commitment in &e.commitments {
        let there = commitment.meeting.as_ref();
        promised.entry(there).or_default().push(commitment);
    }
    let mut meetings: Vec<_> = e
        .meetings
        .iter()
        .filter_map(|m| {
            let promised = promised.get(&Some(&m.id)).map_or(&[][..], Vec::as_slice);
            meeting(gate, m, promised)
        })
        .collect();
    meetings.sort_by(|a, b| (a.on, &a.at, a).cmp(&(b.on, &b.at, b)));
    meetings
}

/// True when this party may know that there is this meeting, when and with whom.
pub(crate) fn knows_of(gate: &Gate, meeting: &Meeting) -> bool {
    meeting.arranged <= gate.on && (gate.attended(meeting) || gate.open(Topic::Engagement))
}

fn meeting(gate: &Gate, meeting: &Meeting, promised: &[&Commitment]) -> Option<MeetingSeen> {
    if !knows_of(gate, meeting) {
        return None;
    }
    Some(MeetingSeen {
        kind: meeting.kind,
        on: meeting.on,
        at: meeting.at.clone(),
        minutes: meeting.minutes,
        place: gate.line(&meeting.place, meeting.arranged),
        // How a meeting will end is not known before its day.
        status: match meeting.status {
            MeetingStatus::Held if meeting.on > gate.on => MeetingStatus::Planned,
            status => status,
        },
        invited: people(gate, &meeting.invited),
        attended: if meeting.was_held(gate.on) {
            people(gate, &meeting.attended)
        } else {
            vec![]
        },
        agenda: agenda(gate, meeting),
        preparation: preparation(gate, meeting),
        decisions: meeting
            .decisions
            .iter()
            .filter_map(|decision| gate.outcome(&decision.text, None, meeting))
            .collect(),
        commitments: in_the_order_made(gate, promised.iter().copied()),
        debrief: own_only(gate, || gate.line(&meeting.debrief, meeting.on)),
        id: meeting.id.clone(),
    })
}

/// Under the topic of the frame, like the place, and in the order in which it is to be spoken of.
fn agenda(gate: &Gate, meeting: &Meeting) -> Vec<AgendaSeen> {
    let points = meeting.agenda.iter().filter_map(|item| {
        let text = gate.line(&item.text, meeting.arranged)?;
        let speaker = match &item.speaker {
            Speaker::Everybody => SpokenBy::Everybody,
            Speaker::Coach => SpokenBy::Coach,
            Speaker::Party(party) => SpokenBy::Party(party_seen(gate.case, party)?),
        };
        Some(AgendaSeen {
            text,
            minutes: item.minutes,
            speaker,
        })
    });
    points.collect()
}

fn people(gate: &Gate, parties: &[PartyId]) -> Vec<PartySeen> {
    let mut seen: Vec<_> = parties
        .iter()
        .filter_map(|id| party_seen(gate.case, id))
        .collect();
    seen.sort_by(|a, b| (a.role, &a.name, &a.title).cmp(&(b.role, &b.name, &b.title)));
    seen
}

/// What coach and coachee prepare between them is never for anyone else, whatever is open.
fn own_only<T>(gate: &Gate, make: impl FnOnce() -> Option<T>) -> Option<T> {
    if gate.on_two_chairs() { make() } else { None }
}

fn preparation(gate: &Gate, meeting: &Meeting) -> Option<PreparationSeen> {
    own_only(gate, || {
        let Preparation {
            good_outcome,
            from_my_manager,
            on_the_table,
            off_the_table,
            coach_does,
        } = &meeting.preparation;
        let seen = PreparationSeen {
            good_outcome: gate.line(good_outcome, meeting.arranged),
            from_my_manager: gate.line(from_my_manager, meeting.arranged),
            on_the_table: gate.line(on_the_table, meeting.arranged),
            off_the_table: gate.line(off_the_table, meeting.arranged),
            coach_does: *coach_does,
        };
        let open = gate.open(Topic::SessionContent);
        (open && !meeting.preparation.is_empty()).then_some(seen)
    })
}

/// All promises that this party may know of: its own, those made in a meeting it sat in, and all of
/// them where *commitments* is open.
pub(super) fn commitments(gate: &Gate) -> Vec<CommitmentSeen> {
    in_the_order_made(gate, gate.case.engagement.commitments.iter())
}

fn in_the_order_made<'c>(
    gate: &Gate,
    commitments: impl Iterator<Item = &'c Commitment>,
) -> Vec<CommitmentSeen> {
    let mut seen: Vec<_> = commitments.filter_map(|c| commitment(gate, c)).collect();
    seen.sort_by(|a, b| (&a.text, a).cmp(&(&b.text, b)));
    seen
}

fn commitment(gate: &Gate, commitment: &Commitment) -> Option<CommitmentSeen> {
    if commitment.made > gate.on {
        return None;
    }
    let by = commitment.by.as_ref();
    let meeting = commitment.meeting.as_ref().and_then(|id| gate.meeting(id));
    let ground = gate.ground(about::Commitments::TOPIC, by, meeting)?;
    let text = match meeting {
        Some(meeting) => gate.outcome(&commitment.text, by, meeting)?,
        None => gate.said(&commitment.text, commitment.made, by)?,
    };
    // Having sat in the meeting shows the promise; what became of it is another matter.
    let status = match ground {
        Ground::Attended { .. } if !gate.open(Topic::Commitments) => None,
        _ => Some(commitment.status_on(gate.on)),
    };
    Some(CommitmentSeen {
        by: gate.case.name_or_coach(by).to_owned(),
        text,
        due: commitment.due,
        status,
    })
}
