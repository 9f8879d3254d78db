//! Three-way meetings: planning, preparing, and what came out of them.

use coaching::day::Day;
use coaching::goals::TellingStep;
use coaching::ids::{EngagementId, GoalId, MeetingId, PartyId};
use coaching::ledger::{Disclosed, Ground};
use coaching::meetings::{AgreedGoal, Meeting, Preparation};
use coaching::record::Case;
use coaching::text::{Text, keepable};
use coaching::words::{Channel, MeetingStatus, Role, Teller, TellingState, Topic};
use store::Tx;
use store::meeting::MeetingText;

use super::agenda::{after_change, usual, write_down};
use super::{made, new_id};
use crate::clock::Now;
use crate::desk::{Desk, case as load};
use crate::error::Failure;
use crate::input::{hour, minutes, not_ahead, text, wording};
use crate::ledger::{Told, enter};
use crate::types::{
    ChangeMeeting, HoldMeeting, Made, MeetingPart, PlanMeeting, PrepareMeeting, WriteMeeting,
};

impl Desk {
    /// Plans a three-way meeting. The coachee is always invited.
    ///
    /// # Errors
    /// When nobody from the sponsor's side is invited, or day, hour or length does not fit.
    pub fn plan_meeting(&mut self, ask: PlanMeeting) -> Result<Made, Failure> {
        self.change_case("plan meeting", &ask.engagement.clone(), |tx, case, now| {
            if ask.on < case.engagement.began {
                return Err(before_engagement());
            }
            let mut meeting = Meeting {
                id: new_id(MeetingId::new)?,
                kind: ask.kind,
                arranged: now.today.min(ask.on),
                on: ask.on,
                at: hour("at", &ask.at)?,
                minutes: minutes("minutes", ask.minutes)?,
                place: text("place", ask.place)?,
                status: MeetingStatus::Planned,
                invited: invited(case, ask.invited, ask.on)?,
                attended: Vec::new(),
                agenda: Vec::new(),
                preparation: Preparation::default(),
                agreed: Vec::new(),
                decisions: Vec::new(),
                reflective: Text::empty(),
                debrief: Text::empty(),
            };
            meeting.agenda = usual(case, &meeting);
            store::meeting::insert(tx, &case.engagement.id, &meeting)?;
            Ok(made(&meeting.id))
        })
    }

    /// Changes a meeting's plan, or calls it off.
    ///
    /// # Errors
    /// When it was held already: then it changes only by [`Desk::hold_meeting`].
    pub fn change_meeting(&mut self, ask: ChangeMeeting) -> Result<(), Failure> {
        let engagement = self.engagement_of_meeting(&ask.meeting)?;
        self.change_case("change meeting", &engagement, |tx, case, _| {
            let mut meeting = find(case, &ask.meeting)?.clone();
            if meeting.status == MeetingStatus::Held || ask.status == MeetingStatus::Held {
                return Err(Failure::new(
                    "meeting.held",
                    "What came out of a meeting is recorded when it is held, not on its plan.",
                ));
            }
            if ask.on < case.engagement.began {
                return Err(before_engagement());
            }
            meeting.kind = ask.kind;
            meeting.on = ask.on;
            meeting.arranged = meeting.arranged.min(ask.on);
            meeting.at = hour("at", &ask.at)?;
            meeting.minutes = minutes("minutes", ask.minutes)?;
            meeting.place = text("place", ask.place)?;
            meeting.invited = invited(case, ask.invited, ask.on)?;
            meeting.status = ask.status;
            store::meeting::update(tx, &meeting)?;
            let before = find(case, &ask.meeting)?;
            let agenda = after_change(case, before, &meeting);
            if agenda != before.agenda {
                store::meeting::set_agenda(tx, &meeting.id, &agenda)?;
            }
            Ok(())
        })
    }

    /// Keeps how the coachee prepares.
    ///
    /// # Errors
    /// When a text cannot be kept as written.
    pub fn prepare_meeting(&mut self, ask: PrepareMeeting) -> Result<(), Failure> {
        let preparation = Preparation {
            good_outcome: text("good_outcome", ask.good_outcome)?,
            from_my_manager: text("from_my_manager", ask.from_my_manager)?,
            on_the_table: text("on_the_table", ask.on_the_table)?,
            off_the_table: text("off_the_table", ask.off_the_table)?,
            coach_does: ask.coach_does,
        };
        self.change("prepare meeting", |tx, _| {
            Ok(store::meeting::set_preparation(
                tx,
                &ask.meeting,
                &preparation,
            )?)
        })
    }

    /// A meeting was held: who was there, which goals were agreed (the new baseline), what was
    /// decided and promised. Shifts of the agreed goals that were told become *agreed*, and each
    /// agreed wording goes into the ledger for everybody of the sponsor's side who was there.
    ///
    /// # Errors
    /// When it lies ahead, was held already, or a goal is agreed twice or had not begun.
    pub fn hold_meeting(&mut self, ask: HoldMeeting) -> Result<(), Failure> {
        let engagement = self.engagement_of_meeting(&ask.meeting)?;
        self.change_case("hold meeting", &engagement, |tx, case, now| {
            hold(tx, case, ask, now)
        })
    }

    /// Keeps one of the coach's texts on a meeting as it is typed.
    ///
    /// # Errors
    /// When the text cannot be kept as written.
    pub fn write_meeting(&mut self, ask: WriteMeeting) -> Result<(), Failure> {
        keepable(&ask.text).map_err(|fault| Failure::from(fault).at("text"))?;
        let part = match ask.part {
            MeetingPart::Reflective => MeetingText::Reflective,
            MeetingPart::Debrief => MeetingText::Debrief,
        };
        self.change("write meeting", |tx, _| {
            Ok(store::meeting::set_text(tx, &ask.meeting, part, &ask.text)?)
        })
    }

    pub(crate) fn engagement_of_meeting(
        &self,
        meeting: &MeetingId,
    ) -> Result<EngagementId, Failure> {
        self.read(|tx, _| {
            store::engagement::of_meeting(tx, meeting)?.ok_or_else(|| Failure::missing("meeting"))
        })
    }
}

fn hold(tx: &Tx<'_>, case: &Case, ask: HoldMeeting, now: Now) -> Result<(), Failure> {
    let mut meeting = find(case, &ask.meeting)?.clone();
    if meeting.status == MeetingStatus::Held {
        return Err(Failure::new(
            "meeting.held",
            "What came out of this meeting is recorded already.",
        ));
    }
    not_ahead("on", meeting.on, now.today)?;
    meeting.status = MeetingStatus::Held;
    write_down(tx, case, &mut meeting, ask)?;
    for party in sponsors_side(case, &meeting.attended) {
        for agreed in &meeting.agreed {
            agree_with(tx, case, &meeting, agreed, party, now)?;
        }
    }
    Ok(())
}

/// The party was there when the goal was agreed: it knows the wording, and its telling is done.
fn agree_with(
    tx: &Tx<'_>,
    case: &Case,
    meeting: &Meeting,
    agreed: &AgreedGoal,
    party: &PartyId,
    now: Now,
) -> Result<(), Failure> {
    let step = TellingStep {
        on: meeting.on,
        state: TellingState::Agreed,
        by: None,
    };
    store::telling::add_step(tx, &case.engagement.id, &agreed.version, party, &step)?;
    let told = Told {
        on: meeting.on,
        to: Some(party.clone()),
        by: Teller::Coachee,
        how: Channel::Meeting,
        what: Disclosed::Words {
            topic: Topic::BaselineGoals,
            wording: wording("wording", agreed.wording.for_the_coach().to_owned())?,
            version: Some(agreed.version.clone()),
        },
        ground: Ground::Meeting(meeting.id.clone()),
    };
    // The chain has grown since `case` was loaded: the entry before is read again.
    enter(tx, &load(tx, &case.engagement.id)?, told, now)
}

fn sponsors_side<'c>(case: &'c Case, attended: &[PartyId]) -> Vec<&'c PartyId> {
    case.engagement
        .parties
        .iter()
        .filter(|party| party.role.on_the_sponsors_side() && attended.contains(&party.id))
        .map(|party| &party.id)
        .collect()
}

pub(super) fn version_on(
    case: &Case,
    goal: &GoalId,
    on: Day,
) -> Result<coaching::ids::GoalVersionId, Failure> {
    let goal = case
        .engagement
        .goal(goal)
        .ok_or_else(|| Failure::missing("goal"))?;
    match goal.on(on) {
        Some(version) => Ok(version.id.clone()),
        None => Err(Failure::input(
            "agreed",
            "goal_not_begun",
            "A goal that was agreed had not begun on the day of the meeting.",
        )),
    }
}

/// Who is invited: the coachee always, somebody of the sponsor's side, and nobody who will not be in
/// the engagement on the day.
fn invited(case: &Case, mut invited: Vec<PartyId>, on: Day) -> Result<Vec<PartyId>, Failure> {
    if let Some(coachee) = case.engagement.coachee()
        && !invited.contains(&coachee.id)
    {
        invited.insert(0, coachee.id.clone());
    }
    let roles: Vec<Role> = invited
        .iter()
        .filter_map(|id| case.engagement.party(id))
        .map(|party| party.role)
        .collect();
    if roles.len() != invited.len() {
        return Err(Failure::missing("party").at("invited"));
    }
    let parties = invited.iter().filter_map(|id| case.engagement.party(id));
    if parties.into_iter().any(|party| !party.is_in(on)) {
        return Err(Failure::input(
            "invited",
            "not_in_engagement",
            "Somebody who is invited is not in the engagement on that day. Leave them out, or choose \
             another day.",
        ));
    }
    if roles.iter().any(|role| role.on_the_sponsors_side()) {
        Ok(invited)
    } else {
        Err(Failure::input(
            "invited",
            "nobody_from_sponsors_side",
            "A three-way meeting needs somebody from the sponsor's side. Invite them, or plan a \
             session instead.",
        ))
    }
}

pub(super) fn find<'c>(case: &'c Case, id: &MeetingId) -> Result<&'c Meeting, Failure> {
    case.engagement
        .meeting(id)
        .ok_or_else(|| Failure::missing("meeting"))
}

fn before_engagement() -> Failure {
    Failure::input(
        "on",
        "before_engagement",
        "The meeting would lie before the engagement began.",
    )
}
