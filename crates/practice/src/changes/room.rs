//! The table's view: while it is shown the desk answers nothing but what belongs to it.

use coaching::meetings::Speaker;
use coaching::room::{Room, room};
use coaching::words::MeetingStatus;
use store::Tx;
use vault::Passphrase;

use crate::desk::Desk;
use crate::error::Failure;
use crate::sample;
use crate::types::{
    AgendaLine, AskMeeting, LeaveRoom, LeftRoom, RoomGoal, RoomPage, RoomPerson, RoomPromise,
    SetLeaving,
};

use super::agenda::usual;

/// The setting that says that leaving the table's view asks for the passphrase.
const ASKS: &str = "leave-room-asks";

/// What the desk answers while the window lies on the table.
const ANSWERED: &[&str] = &[
    "state",
    "active",
    "lock",
    "room",
    "capture_meeting",
    "leave_room",
];

impl Desk {
    /// Whether the desk answers a command now. While the window lies on the table of a meeting it
    /// answers only what belongs there: whoever sits before it reaches nothing else.
    ///
    /// # Errors
    /// `room.open` for everything else.
    pub fn answers(&self, command: &str) -> Result<(), Failure> {
        if self.on_the_table.is_none() || ANSWERED.contains(&command) {
            return Ok(());
        }
        Err(Failure::new(
            "room.open",
            "The meeting’s view lies on the table. Leave it first; nothing was done.",
        ))
    }

    /// Lays the window on the table of a meeting that is to be held.
    ///
    /// # Errors
    /// When the meeting is recorded already, or was called off.
    pub fn enter_room(&mut self, ask: AskMeeting) -> Result<RoomPage, Failure> {
        let engagement = self.engagement_of_meeting(&ask.meeting)?;
        let status = self.read_case(&engagement, |case, _| {
            let meeting = case.engagement.meeting(&ask.meeting);
            meeting
                .map(|meeting| meeting.status)
                .ok_or_else(|| Failure::missing("meeting"))
        })?;
        if status != MeetingStatus::Planned {
            return Err(Failure::new(
                "room.not_planned",
                "This meeting was recorded already, or called off. There is nothing to hold.",
            ));
        }
        self.on_the_table = Some(ask.meeting);
        let page = self.room();
        if page.is_err() {
            self.on_the_table = None;
        }
        page
    }

    /// What lies on the table.
    ///
    /// # Errors
    /// `room.closed` when nothing does.
    pub fn room(&self) -> Result<RoomPage, Failure> {
        let meeting = self.on_the_table.as_ref().ok_or_else(closed)?;
        let engagement = self.engagement_of_meeting(meeting)?;
        let asks = self.leaving_asks()?;
        self.read_case(&engagement, |case, now| {
            let table = room(case, meeting, now.today).ok_or_else(closed)?;
            Ok(page(case, &table, asks))
        })
    }

    /// Takes the window from the table again.
    ///
    /// # Errors
    /// When the passphrase is asked for and is not the right one.
    pub fn leave_room(&mut self, ask: LeaveRoom) -> Result<LeftRoom, Failure> {
        let meeting = self.on_the_table.clone().ok_or_else(closed)?;
        let engagement = self.engagement_of_meeting(&meeting)?;
        if self.leaving_asks()? {
            let typed = Passphrase::new(ask.passphrase.unwrap_or_default());
            let typed = typed.map_err(|e| Failure::from(e).at("passphrase"))?;
            let vault = &self.opened()?.vault;
            vault
                .check_passphrase(&typed)
                .map_err(|e| Failure::from(e).at("passphrase"))?;
        }
        self.on_the_table = None;
        Ok(LeftRoom {
            engagement,
            meeting,
        })
    }

    /// Chooses whether leaving the table's view asks for the passphrase.
    ///
    /// # Errors
    /// In the sample practice, whose passphrase nobody knows.
    pub fn set_leaving(&mut self, ask: SetLeaving) -> Result<(), Failure> {
        self.change("set leaving", |tx, _| {
            if ask.asks && sample::is_marked(tx)? {
                return Err(Failure::new(
                    "room.sample",
                    "The sample practice has no passphrase to ask for.",
                ));
            }
            let value = if ask.asks { "yes" } else { "no" };
            Ok(store::setting::set(tx, ASKS, value)?)
        })
    }

    pub(crate) fn leaving_asks(&self) -> Result<bool, Failure> {
        self.read(|tx, _| asks(tx))
    }
}

fn asks(tx: &Tx<'_>) -> Result<bool, Failure> {
    Ok(store::setting::get(tx, ASKS)?.as_deref() == Some("yes"))
}

fn closed() -> Failure {
    Failure::new("room.closed", "No meeting’s view lies on the table.")
}

fn page(case: &coaching::record::Case, table: &Room<'_>, asks: bool) -> RoomPage {
    let meeting = table.meeting;
    let e = &case.engagement;
    let promise = |promise: &coaching::record::Commitment| RoomPromise {
        by: promise.by.clone(),
        by_name: case.name_or_coach(promise.by.as_ref()).to_owned(),
        text: promise.text.for_the_coach().to_owned(),
        due: promise.due,
    };
    let here = e
        .commitments
        .iter()
        .filter(|promise| promise.meeting.as_ref() == Some(&meeting.id));
    let mut people: Vec<RoomPerson> = e
        .parties
        .iter()
        .filter(|party| meeting.invited.contains(&party.id))
        .map(|party| RoomPerson {
            id: party.id.clone(),
            name: case.name(&party.id).to_owned(),
            role: party.role,
        })
        .collect();
    people.sort_by(|a, b| (a.role, &a.name).cmp(&(b.role, &b.name)));
    RoomPage {
        meeting: meeting.id.clone(),
        kind: meeting.kind,
        language: e.language,
        on: meeting.on,
        at: meeting.at.clone(),
        minutes: meeting.minutes,
        people,
        agenda: if table.agenda.is_empty() {
            lines(&usual(case, meeting))
        } else {
            lines(table.agenda)
        },
        agreed_on: table.agreed_on,
        goals: table
            .goals
            .iter()
            .map(|goal| RoomGoal {
                goal: goal.goal.clone(),
                wording: goal.wording.to_owned(),
                measure: goal.measure.to_owned(),
            })
            .collect(),
        decided: table
            .decided
            .iter()
            .map(|text| (*text).to_owned())
            .collect(),
        promised: table.promised.iter().map(|each| promise(each)).collect(),
        attended: meeting.attended.clone(),
        agreed: crate::pages::agreed(meeting),
        decisions: meeting
            .decisions
            .iter()
            .map(|decision| decision.text.for_the_coach().to_owned())
            .collect(),
        commitments: here.map(promise).collect(),
        asks,
    }
}

/// An agenda as the interface writes it.
pub(crate) fn lines(agenda: &[coaching::meetings::AgendaItem]) -> Vec<AgendaLine> {
    agenda
        .iter()
        .map(|point| AgendaLine {
            text: point.text.for_the_coach().to_owned(),
            minutes: point.minutes,
            speaker: match &point.speaker {
                Speaker::Everybody => Speaker::Everybody,
                Speaker::Coach => Speaker::Coach,
                Speaker::Party(party) => Speaker::Party(party.clone()),
            },
        })
        .collect()
}
