//! Parts that several pages share, each with its chair.

use std::collections::BTreeMap;

use coaching::chairs::Onlookers;
use coaching::day::Day;
use coaching::goals::{Goal, GoalVersion};
use coaching::ids::{PartyId, SessionId};
use coaching::meetings::{AgreedGoal, Meeting};
use coaching::record::{Case, Commitment, Contact, Engagement, Noted, Party, Position, Session};
use coaching::text::{Tag, Text};
use coaching::words::{Chairs, SessionStatus, Topic};

use crate::types::{
    AgreedCard, CommitmentCard, ContactCard, MeetingCard, NoteCard, PartyCard, PositionCard,
    SessionCard, SessionSource,
};

/// One engagement on one day, ready to be shown to the coach.
pub(super) struct Shown<'a> {
    pub(super) case: &'a Case,
    pub(super) on: Day,
    pub(super) onlookers: Onlookers<'a>,
    /// The number of each session.
    numbers: BTreeMap<&'a SessionId, u32>,
}

impl<'a> Shown<'a> {
    pub(super) fn new(case: &'a Case, on: Day) -> Self {
        Self {
            case,
            on,
            onlookers: Onlookers::new(case, on),
            numbers: numbered(&case.engagement)
                .into_iter()
                .map(|(session, number)| (&session.id, number))
                .collect(),
        }
    }

    pub(super) fn chairs(&self, topic: Topic, said_by: Option<&PartyId>) -> Chairs {
        self.onlookers.chairs(topic, said_by, None)
    }

    pub(super) fn party(&self, party: &Party) -> PartyCard {
        let person = self.case.person(party);
        let place = person.and_then(|person| person.organisation.as_ref());
        PartyCard {
            id: party.id.clone(),
            person: party.person.clone(),
            name: self.case.name(&party.id).to_owned(),
            title: person.map_or(String::new(), |person| person.title.clone()),
            organisation: self
                .case
                .organisations
                .iter()
                .find(|organisation| Some(&organisation.id) == place)
                .map_or(String::new(), |organisation| organisation.name.clone()),
            role: party.role,
            level: party.level,
            influence: party.influence,
            relation: party.relation.clone(),
            joined: party.joined,
            left: party.left,
        }
    }

    pub(super) fn parties(&self) -> Vec<PartyCard> {
        let mut cards: Vec<_> = self
            .case
            .engagement
            .parties
            .iter()
            .map(|party| self.party(party))
            .collect();
        cards.sort_by(|a, b| (a.role, &a.name, &a.id).cmp(&(b.role, &b.name, &b.id)));
        cards
    }

    pub(super) fn commitment(&self, commitment: &Commitment) -> CommitmentCard {
        let meeting = commitment
            .meeting
            .as_ref()
            .and_then(|id| self.case.engagement.meeting(id));
        let by = commitment.by.as_ref();
        CommitmentCard {
            id: commitment.id.clone(),
            by: commitment.by.clone(),
            by_name: self.case.name_or_coach(by).to_owned(),
            text: words(&commitment.text),
            made: commitment.made,
            due: commitment.due,
            status: commitment.status,
            settled: commitment.settled,
            session: commitment.session.clone(),
            meeting: commitment.meeting.clone(),
            chairs: self.onlookers.chairs(Topic::Commitments, by, meeting),
        }
    }

    pub(super) fn note<T: Tag>(&self, note: &Noted<T>) -> NoteCard {
        NoteCard {
            id: note.id.clone(),
            topic: T::TOPIC,
            on: note.on,
            text: words(&note.text),
            said_by: note.said_by.clone(),
            said_by_name: note
                .said_by
                .as_ref()
                .map_or(String::new(), |party| self.case.name(party).to_owned()),
            session: note.session.clone(),
            goal: note.goal.clone(),
            threads: self.threads_of(&note.id),
            chairs: self.chairs(T::TOPIC, note.said_by.as_ref()),
        }
    }

    /// All notes of all topics, newest first.
    pub(super) fn notes(&self) -> Vec<NoteCard> {
        let e = &self.case.engagement;
        let mut cards: Vec<NoteCard> = Vec::new();
        cards.extend(e.expectations.iter().map(|note| self.note(note)));
        cards.extend(e.themes.iter().map(|note| self.note(note)));
        cards.extend(e.support_needed.iter().map(|note| self.note(note)));
        cards.extend(e.purpose.iter().map(|note| self.note(note)));
        cards.extend(e.progress.iter().map(|note| self.note(note)));
        cards.extend(e.insights.iter().map(|note| self.note(note)));
        cards.extend(e.practices.iter().map(|note| self.note(note)));
        cards.extend(e.assessments.iter().map(|note| self.note(note)));
        cards.extend(e.feedback.iter().map(|note| self.note(note)));
        cards.extend(e.reflections.iter().map(|note| self.note(note)));
        cards.sort_by(|a, b| (b.on, a.topic, &a.id).cmp(&(a.on, b.topic, &b.id)));
        cards
    }

    /// Where parties stand on this day: for each party and goal the latest position.
    pub(super) fn positions(&self) -> Vec<PositionCard> {
        let mut latest: BTreeMap<_, &Position> = BTreeMap::new();
        for position in &self.case.engagement.positions {
            if position.on <= self.on {
                let place = (&position.party, &position.goal);
                let known = latest.entry(place).or_insert(position);
                if known.on < position.on {
                    *known = position;
                }
            }
        }
        latest
            .into_values()
            .map(|position| self.position(position))
            .collect()
    }

    pub(super) fn position(&self, position: &Position) -> PositionCard {
        PositionCard {
            id: position.id.clone(),
            party: position.party.clone(),
            name: self.case.name(&position.party).to_owned(),
            goal: position.goal.clone(),
            on: position.on,
            stance: position.stance,
            words: words(&position.words),
            chairs: self.chairs(Topic::Alignment, Some(&position.party)),
        }
    }

    pub(super) fn contact(&self, contact: &Contact) -> ContactCard {
        let chairs = self.chairs(Topic::SponsorContact, None);
        ContactCard {
            id: contact.id.clone(),
            party: contact.party.clone(),
            name: self.case.name(&contact.party).to_owned(),
            on: contact.on,
            how: contact.how,
            text: words(&contact.text),
            coachee_told: contact.coachee_told,
            withheld: words(&contact.withheld),
            resolved: contact.resolved,
            is_withheld: contact.is_withheld(self.on),
            chairs: if contact.is_withheld(self.on) {
                Chairs::One
            } else {
                chairs
            },
        }
    }

    /// The sessions by day.
    pub(super) fn sessions(&self) -> Vec<SessionCard> {
        numbered(&self.case.engagement)
            .into_iter()
            .map(|(session, _)| self.session(session))
            .collect()
    }

    pub(super) fn session(&self, session: &Session) -> SessionCard {
        SessionCard {
            id: session.id.clone(),
            number: self.number(&session.id),
            on: session.on,
            at: session.at.clone(),
            minutes: session.minutes,
            status: session.status,
            late: session.counted.late,
            beginning: beginning(session.record.for_the_coach()),
        }
    }

    /// A session's number; 0 when it did not take place.
    pub(super) fn number(&self, session: &SessionId) -> u32 {
        self.numbers.get(session).copied().unwrap_or(0)
    }

    /// The session that something came out of.
    pub(super) fn session_source(&self, id: Option<&SessionId>) -> Option<SessionSource> {
        let session = self.case.engagement.session(id?)?;
        Some(SessionSource {
            id: session.id.clone(),
            number: self.number(&session.id),
            on: session.on,
        })
    }

    pub(super) fn meeting(&self, meeting: &Meeting) -> MeetingCard {
        let who = if meeting.attended.is_empty() {
            &meeting.invited
        } else {
            &meeting.attended
        };
        MeetingCard {
            id: meeting.id.clone(),
            kind: meeting.kind,
            on: meeting.on,
            at: meeting.at.clone(),
            status: meeting.status,
            who: who.iter().map(|id| self.case.name(id).to_owned()).collect(),
            agreed: u32::try_from(meeting.agreed.len()).unwrap_or(u32::MAX),
        }
    }
}

/// The sessions by day, with a number where they took place or are to come, and else 0.
pub(super) fn numbered(engagement: &Engagement) -> Vec<(&Session, u32)> {
    let mut sessions: Vec<&Session> = engagement.sessions.iter().collect();
    sessions.sort_by(|a, b| (a.on, &a.at, &a.id).cmp(&(b.on, &b.at, &b.id)));
    let mut number = 0;
    sessions
        .into_iter()
        .map(|session| {
            let counts = matches!(session.status, SessionStatus::Held | SessionStatus::Planned);
            number += u32::from(counts);
            (session, if counts { number } else { 0 })
        })
        .collect()
}

/// The version with which a goal began.
pub(super) fn first(goal: &Goal) -> Option<&GoalVersion> {
    goal.versions.iter().min_by_key(|version| version.on)
}

/// The goals that a meeting agreed.
pub(crate) fn agreed(meeting: &Meeting) -> Vec<AgreedCard> {
    let card = |agreed: &AgreedGoal| AgreedCard {
        meeting: meeting.id.clone(),
        goal: agreed.goal.clone(),
        wording: words(&agreed.wording),
        measure: words(&agreed.measure),
    };
    meeting.agreed.iter().map(card).collect()
}

/// The words of a text, for the coach's screen.
pub(super) fn words<T: Tag>(text: &Text<T>) -> String {
    text.for_the_coach().to_owned()
}

/// The first words of a note: up to 140 characters of its first line.
pub(crate) fn beginning(text: &str) -> String {
    let line = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or("")
        .trim();
    let mut short: String = line.chars().take(140).collect();
    if short.len() < line.len() {
        short.push('…');
    }
    short
}
