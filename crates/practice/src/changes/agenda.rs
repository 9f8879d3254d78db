//! What a meeting is to speak about, and what is written down while it is held.

use coaching::ids::{CommitmentId, DecisionId};
use coaching::meetings::{AgendaItem, AgreedGoal, Decision, LONGEST_AGENDA, Meeting, Speaker};
use coaching::record::{Case, Commitment};
use coaching::text::Text;
use coaching::words::{CommitmentStatus, MeetingStatus, Role};
use documents::UsualSpeaker;
use store::Tx;

use super::meetings::{find, version_on};
use super::new_id;
use crate::desk::Desk;
use crate::error::Failure;
use crate::input::{some_text, text};
use crate::types::{
    AgreeGoal, CaptureMeeting, DateCommitment, HoldMeeting, PromiseInRoom, PromiseMade, SetAgenda,
};

/// The agenda that is usual for a meeting, with those who are invited to it.
pub(crate) fn usual(case: &Case, meeting: &Meeting) -> Vec<AgendaItem> {
    let e = &case.engagement;
    let invited = |role: fn(Role) -> bool| {
        let mut parties = e.parties.iter();
        let found = parties.find(|p| role(p.role) && meeting.invited.contains(&p.id));
        found.map(|party| Speaker::Party(party.id.clone()))
    };
    let sponsor = invited(|role| role == Role::Sponsor)
        .or_else(|| invited(Role::on_the_sponsors_side))
        .unwrap_or(Speaker::Everybody);
    let coachee = invited(|role| role == Role::Coachee).unwrap_or(Speaker::Everybody);
    documents::usual_agenda(e.language, meeting.kind, meeting.minutes)
        .into_iter()
        .filter_map(|point| {
            Some(AgendaItem {
                text: Text::new(point.text).ok()?,
                minutes: point.minutes,
                speaker: match point.speaker {
                    UsualSpeaker::Everybody => Speaker::Everybody,
                    UsualSpeaker::Coach => Speaker::Coach,
                    UsualSpeaker::Coachee => coachee.clone(),
                    UsualSpeaker::SponsorsSide => sponsor.clone(),
                },
            })
        })
        .collect()
}

/// The agenda after a meeting's plan has changed: the usual one follows its kind, length and guests;
/// one of the coach's own stays, and whoever is not invited any more speaks no more.
pub(super) fn after_change(case: &Case, before: &Meeting, after: &Meeting) -> Vec<AgendaItem> {
    if before.agenda == usual(case, before) {
        return usual(case, after);
    }
    let mut agenda = before.agenda.clone();
    for point in &mut agenda {
        if let Speaker::Party(party) = &point.speaker
            && !after.invited.contains(party)
        {
            point.speaker = Speaker::Everybody;
        }
    }
    agenda
}

impl Desk {
    /// Keeps a meeting's whole agenda, in its order.
    ///
    /// # Errors
    /// When a point is blank or too long, there are too many, or somebody is to speak who is not
    /// invited.
    pub fn set_agenda(&mut self, ask: SetAgenda) -> Result<(), Failure> {
        let engagement = self.engagement_of_meeting(&ask.meeting)?;
        self.change_case("set agenda", &engagement, |tx, case, _| {
            let meeting = find(case, &ask.meeting)?;
            if ask.agenda.len() > LONGEST_AGENDA {
                return Err(Failure::input(
                    "agenda",
                    "too_many",
                    "An agenda has at most 60 points. Put some of them together.",
                ));
            }
            let mut agenda = Vec::new();
            for point in ask.agenda {
                if let Speaker::Party(party) = &point.speaker
                    && !meeting.invited.contains(party)
                {
                    return Err(Failure::input(
                        "speaker",
                        "not_invited",
                        "Only those who are invited speak. Invite them first.",
                    ));
                }
                if point.minutes > 600 {
                    return Err(Failure::input(
                        "minutes",
                        "minutes",
                        "One point takes 600 minutes at most.",
                    ));
                }
                agenda.push(AgendaItem {
                    text: some_text("agenda", point.text)?,
                    minutes: point.minutes,
                    speaker: point.speaker,
                });
            }
            Ok(store::meeting::set_agenda(tx, &meeting.id, &agenda)?)
        })
    }

    /// Keeps what is written down in the room, as it is typed. Nobody's view holds it before the
    /// meeting is recorded as held.
    ///
    /// # Errors
    /// When the meeting is recorded already, or a goal is agreed twice or had not begun.
    pub fn capture_meeting(&mut self, ask: CaptureMeeting) -> Result<(), Failure> {
        let engagement = self.engagement_of_meeting(&ask.meeting)?;
        if self
            .on_the_table
            .as_ref()
            .is_some_and(|here| *here != ask.meeting)
        {
            // Another meeting's outcomes are not reached from this table.
            return Err(Failure::missing("meeting"));
        }
        self.change_case("capture meeting", &engagement, |tx, case, _| {
            let mut meeting = find(case, &ask.meeting)?.clone();
            if meeting.status == MeetingStatus::Held {
                return Err(Failure::new(
                    "meeting.held",
                    "What came out of this meeting is recorded already.",
                ));
            }
            let ask = HoldMeeting {
                meeting: ask.meeting,
                attended: ask.attended,
                agreed: ask.agreed,
                decisions: ask.decisions,
                commitments: ask.commitments.into_iter().map(promise).collect(),
            };
            write_down(tx, case, &mut meeting, ask)
        })
    }

    /// Gives a promise its date, or another one.
    ///
    /// # Errors
    /// When the promise is not there.
    pub fn date_commitment(&mut self, ask: DateCommitment) -> Result<(), Failure> {
        self.change_case("date commitment", &ask.engagement.clone(), |tx, case, _| {
            let all = &case.engagement.commitments;
            let found = all.iter().find(|each| each.id == ask.commitment);
            let mut changed = found.ok_or_else(|| Failure::missing("commitment"))?.clone();
            changed.due = ask.due;
            Ok(store::commitment::update(tx, &changed)?)
        })
    }
}

fn promise(promise: PromiseInRoom) -> PromiseMade {
    PromiseMade {
        by: promise.by,
        text: promise.text,
        due: promise.due,
    }
}

/// Writes what came out of a meeting, in place of what was written down before.
pub(super) fn write_down(
    tx: &Tx<'_>,
    case: &Case,
    meeting: &mut Meeting,
    ask: HoldMeeting,
) -> Result<(), Failure> {
    meeting.attended = ask.attended;
    meeting.agreed = Vec::new();
    for AgreeGoal {
        goal,
        wording,
        measure,
    } in ask.agreed
    {
        if meeting.agreed.iter().any(|other| other.goal == goal) {
            return Err(Failure::input(
                "agreed",
                "there_already",
                "A goal is agreed once in a meeting, in one wording. Leave one of them out.",
            ));
        }
        meeting.agreed.push(AgreedGoal {
            version: version_on(case, &goal, meeting.on)?,
            goal,
            wording: some_text("wording", wording)?,
            measure: text("measure", measure)?,
        });
    }
    meeting.decisions = ask
        .decisions
        .into_iter()
        .filter(|decision| !decision.trim().is_empty())
        .map(|decision| {
            Ok(Decision {
                id: new_id(DecisionId::new)?,
                text: text("decisions", decision)?,
            })
        })
        .collect::<Result<_, Failure>>()?;
    store::meeting::update(tx, meeting)?;
    store::meeting::set_outcomes(tx, &meeting.id, &meeting.agreed, &meeting.decisions)?;
    store::commitment::remove_of_meeting(tx, &meeting.id)?;
    for promise in ask.commitments {
        if promise.text.trim().is_empty() {
            continue;
        }
        let commitment = Commitment {
            id: new_id(CommitmentId::new)?,
            by: promise.by,
            text: some_text("commitments", promise.text)?,
            made: meeting.on,
            due: promise.due,
            status: CommitmentStatus::Open,
            settled: None,
            session: None,
            meeting: Some(meeting.id.clone()),
        };
        store::commitment::insert(tx, &case.engagement.id, &commitment)?;
    }
    Ok(())
}
