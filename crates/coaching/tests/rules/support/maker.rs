//! Makes whole engagements out of a tape: every role, topic, rule, kind of shift and state, with few
//! days and few words, so that things fall together often.

use std::collections::BTreeSet;

use chrono::Days;
use coaching::day::Day;
use coaching::goals::{Correction, Goal, GoalVersion, Shift};
use coaching::ids::{GoalId, GoalVersionId, MeetingId, NoteId, PartyId, SessionId};
use coaching::meetings::{AgendaItem, AgreedGoal, Decision, Meeting, Preparation, Speaker};
use coaching::pace::Counted;
use coaching::record::{
    Audience, Commitment, Contact, Engagement, Noted, Party, Position, Release, Session,
};
use coaching::text::{Tag, Text};
use coaching::words::{
    Channel, CoachDoes, CommitmentStatus, Consent, GoalStatus, MeetingKind, MeetingStatus, Prompt,
    SessionStatus, ShiftKind, Stance, Topic, Voice,
};
use serde::de::DeserializeOwned;

use super::build::{day, id, morning, text, wording};
use super::tape::Tape;

/// The days on which everything happens: 1 March 2026 and the next eleven.
pub const DAYS: usize = 12;

/// The n-th of those days.
pub fn nth(n: usize) -> Day {
    let first = day("2026-03-01").date();
    Day::new(first + Days::new(n as u64)).expect("a day in March")
}

/// What every text on a topic ends with, so that it is found wherever it turns up.
pub fn mark(topic: Topic) -> String {
    format!("#{}#", topic.word())
}

const PHRASES: &[&str] = &[
    "Listen first",
    "Give the launch away",
    "listen first",
    "Éclat",
];
/// How many texts of a hundred are blank.
const BLANK: usize = 20;
/// What happened to sessions and meetings: mostly they were held.
const SESSIONS: &[SessionStatus] = &[
    SessionStatus::Held,
    SessionStatus::Held,
    SessionStatus::Planned,
    SessionStatus::Cancelled,
    SessionStatus::Missed,
];
const MEETINGS: &[MeetingStatus] = &[
    MeetingStatus::Held,
    MeetingStatus::Held,
    MeetingStatus::Planned,
    MeetingStatus::Cancelled,
];

/// What is there to be referred to, and a tape to draw more from.
pub struct Maker<'a, 'b> {
    pub tape: &'b mut Tape<'a>,
    next: usize,
    pub parties: Vec<PartyId>,
    /// The same parties, with the days on which they were in the engagement.
    pub standing: Vec<Party>,
    pub goals: Vec<Goal>,
    pub sessions: Vec<SessionId>,
    pub meetings: Vec<Meeting>,
    pub notes: Vec<(NoteId, Topic)>,
}

impl<'a, 'b> Maker<'a, 'b> {
    /// Begins with nothing.
    pub fn new(tape: &'b mut Tape<'a>) -> Self {
        Self {
            tape,
            next: 1,
            parties: vec![],
            standing: vec![],
            goals: vec![],
            sessions: vec![],
            meetings: vec![],
            notes: vec![],
        }
    }

    /// Goes on from an engagement, under ids that it does not use.
    pub fn beside(e: &Engagement, tape: &'b mut Tape<'a>) -> Self {
        Self {
            next: 5000,
            parties: e.parties.iter().map(|party| party.id.clone()).collect(),
            standing: e.parties.clone(),
            goals: e.goals.clone(),
            sessions: e.sessions.iter().map(|s| s.id.clone()).collect(),
            meetings: e.meetings.clone(),
            notes: noted(e),
            ..Self::new(tape)
        }
    }

    /// An id that nothing has yet.
    pub fn id<T: DeserializeOwned>(&mut self) -> T {
        self.next += 1;
        id(&format!("id-{}", self.next))
    }

    /// A number that nothing has yet.
    pub fn number(&mut self) -> usize {
        self.next += 1;
        self.next
    }

    pub fn day(&mut self) -> Day {
        nth(self.tape.below(DAYS))
    }

    pub fn maybe_day(&mut self, percent: usize) -> Option<Day> {
        self.tape.chance(percent).then(|| self.day())
    }

    fn phrase(&mut self, topic: Topic) -> String {
        self.next += 1;
        match self.tape.below(3) {
            0 => format!("{} {}", self.tape.pick(PHRASES), mark(topic)),
            _ => format!("Words {} {}", self.next, mark(topic)),
        }
    }

    pub fn words<T: Tag>(&mut self) -> Text<T> {
        text(&self.phrase(T::TOPIC))
    }

    pub fn maybe_words<T: Tag>(&mut self) -> Text<T> {
        match self.tape.chance(BLANK) {
            true => text(self.tape.pick(&["", " ", "\n"])),
            false => self.words(),
        }
    }

    fn maybe_party(&mut self, percent: usize) -> Option<PartyId> {
        self.tape.maybe(percent, &self.parties)
    }

    pub fn party(&mut self) -> PartyId {
        self.tape.pick(&self.parties)
    }

    pub fn session(&mut self) -> Session {
        let mut session = self.plain_session();
        session.counted = self.counted(session.status);
        session
    }

    /// What is counted of a session of that status.
    pub fn counted(&mut self, status: SessionStatus) -> Counted {
        Counted {
            planned_minutes: self.tape.pick(&[None, None, Some(45), Some(120)]),
            late: status == SessionStatus::Cancelled && self.tape.chance(50),
            pro_bono: self.tape.chance(25),
            group_of: self.tape.pick(&[None, None, Some(2), Some(15)]),
        }
    }

    fn plain_session(&mut self) -> Session {
        Session {
            id: self.id(),
            on: self.day(),
            at: self.tape.pick(&["", "09:00", "10:30"]).into(),
            minutes: self.tape.pick(&[60, 90]),
            status: self.tape.pick(SESSIONS),
            counted: Counted::default(),
            preparation: self.maybe_words(),
            opening: self.maybe_words(),
            record: self.maybe_words(),
            reflective: self.maybe_words(),
        }
    }

    pub fn version(&mut self, on: Day, shift: Option<Shift>) -> GoalVersion {
        let status = match shift.as_ref().map(|shift| shift.kind) {
            Some(ShiftKind::Replaced | ShiftKind::Split | ShiftKind::Merged) => {
                GoalStatus::Replaced
            }
            Some(ShiftKind::Paused) => GoalStatus::Paused,
            Some(ShiftKind::Achieved) => GoalStatus::Achieved,
            Some(ShiftKind::LetGo) => GoalStatus::LetGo,
            _ => self.tape.pick(&[GoalStatus::Active, GoalStatus::Emerging]),
        };
        GoalVersion {
            id: self.id(),
            on,
            recorded: morning(self.day()),
            title: self.words(),
            words: self.maybe_words(),
            why: self.maybe_words(),
            measure: self.maybe_words(),
            levels: self.maybe_levels(),
            weight: 1 + self.tape.below(4) as u8,
            place: 1 + self.tape.below(3) as u16,
            status,
            session: self.tape.maybe(20, &self.sessions),
            meeting: self.maybe_meeting(20),
            shift,
            corrections: match self.tape.chance(20) {
                true => vec![Correction {
                    at: morning(self.day()),
                    title: self.words(),
                    words: self.maybe_words(),
                    why: self.maybe_words(),
                    measure: self.maybe_words(),
                }],
                false => vec![],
            },
        }
    }

    /// A shift; only goals that were entered before take another's place, so that none takes its own.
    pub fn shift(&mut self, goal: &GoalId) -> Shift {
        let number = |id: &GoalId| (id.as_str().len(), id.clone());
        let mut others: Vec<_> = self.goals.iter().map(|goal| goal.id.clone()).collect();
        others.retain(|other| number(other) < number(goal));
        let mut kinds = ShiftKind::ALL.to_vec();
        kinds.retain(|kind| match kind {
            ShiftKind::Replaced | ShiftKind::Merged => !others.is_empty(),
            ShiftKind::Split => others.len() > 1,
            _ => true,
        });
        let kind = self.tape.pick(&kinds);
        let into = match kind {
            ShiftKind::Split => {
                self.tape.shuffle(&mut others);
                others[..2].to_vec()
            }
            ShiftKind::Replaced | ShiftKind::Merged => vec![self.tape.pick(&others)],
            _ => vec![],
        };
        Shift {
            kind,
            prompt: self.tape.pick(Prompt::ALL),
            reason: self.maybe_words(),
            raised_by: self.maybe_party(40),
            into,
        }
    }

    /// A goal with up to four versions, on days of which no two are the same.
    pub fn goal(&mut self) -> Goal {
        let id = self.id();
        let mut days = BTreeSet::from([self.day()]);
        for _ in 0..self.tape.below(4) {
            days.insert(self.day());
        }
        let mut versions = Vec::new();
        for on in days {
            let shift = (!versions.is_empty()).then(|| self.shift(&id));
            versions.push(self.version(on, shift));
        }
        Goal { id, versions }
    }

    pub fn maybe_meeting(&mut self, percent: usize) -> Option<MeetingId> {
        let all: Vec<_> = self.meetings.iter().map(|m| m.id.clone()).collect();
        self.tape.maybe(percent, &all)
    }

    pub fn maybe_goal(&mut self, percent: usize) -> Option<GoalId> {
        let all: Vec<_> = self.goals.iter().map(|goal| goal.id.clone()).collect();
        self.tape.maybe(percent, &all)
    }

    pub fn meeting(&mut self) -> Meeting {
        let (one, other) = (self.day(), self.day());
        let on = one.max(other);
        let parties = self.parties.clone();
        Meeting {
            id: self.id(),
            kind: self.tape.pick(MeetingKind::ALL),
            arranged: one.min(other),
            on,
            // Two meetings never share a day and an hour.
            at: format!("{:02}:{:02}", self.next / 60 % 24, self.next % 60),
            minutes: self.tape.pick(&[60, 90]),
            place: self.maybe_words(),
            status: self.tape.pick(MEETINGS),
            invited: self.tape.some(60, &parties),
            attended: self.tape.some(40, &parties),
            agenda: self.agenda(),
            preparation: Preparation {
                good_outcome: self.maybe_words(),
                from_my_manager: self.maybe_words(),
                on_the_table: self.maybe_words(),
                off_the_table: self.maybe_words(),
                coach_does: self.tape.maybe(50, CoachDoes::ALL),
            },
            agreed: self.agreed(on),
            decisions: (0..self.tape.below(3))
                .map(|_| Decision {
                    id: self.id(),
                    text: self.maybe_words(),
                })
                .collect(),
            reflective: self.maybe_words(),
            debrief: self.maybe_words(),
        }
    }

    fn agenda(&mut self) -> Vec<AgendaItem> {
        let points = 0..self.tape.below(4);
        points
            .map(|_| AgendaItem {
                text: self.words(),
                minutes: self.tape.pick(&[0, 10, 20]),
                speaker: match self.tape.below(3) {
                    0 => Speaker::Everybody,
                    1 => Speaker::Coach,
                    _ => Speaker::Party(self.party()),
                },
            })
            .collect()
    }

    /// Some of the goals that had begun by the day, each in a version that had.
    pub fn agreed(&mut self, on: Day) -> Vec<AgreedGoal> {
        let mut agreed = Vec::new();
        for goal in self.goals.clone() {
            let versions: Vec<GoalVersionId> = goal
                .versions
                .iter()
                .filter(|version| version.on <= on)
                .map(|version| version.id.clone())
                .collect();
            if let Some(version) = self.tape.maybe(60, &versions) {
                agreed.push(AgreedGoal {
                    goal: goal.id,
                    version,
                    wording: self.words(),
                    measure: self.maybe_words(),
                });
            }
        }
        agreed
    }

    pub fn commitment(&mut self) -> Commitment {
        let meeting = self.maybe_meeting(50);
        let at = self
            .meetings
            .iter()
            .find(|at| Some(&at.id) == meeting.as_ref());
        let last = at.map_or(nth(DAYS), |at| at.on);
        let made = self.day().min(last);
        Commitment {
            id: self.id(),
            by: self.maybe_party(80),
            text: self.words(),
            made,
            due: self.maybe_day(50),
            status: self.tape.pick(CommitmentStatus::ALL),
            settled: self.maybe_day(50).map(|settled| settled.max(made)),
            session: self.tape.maybe(20, &self.sessions),
            meeting,
        }
    }

    pub fn note<T: Tag>(&mut self) -> Noted<T> {
        let note = Noted {
            id: self.id(),
            on: self.day(),
            text: self.maybe_words(),
            // Nobody but the coach says the coach's own reflections.
            said_by: self
                .maybe_party(60)
                .filter(|_| T::TOPIC != Topic::Reflections),
            session: self.tape.maybe(30, &self.sessions),
            goal: self.maybe_goal(30),
        };
        self.notes.push((note.id.clone(), T::TOPIC));
        note
    }

    pub fn position(&mut self) -> Option<Position> {
        Some(Position {
            goal: self.maybe_goal(100)?,
            id: self.id(),
            party: self.party(),
            on: self.day(),
            stance: self.tape.pick(Stance::ALL),
            words: self.maybe_words(),
        })
    }

    /// A contact that was never, is or was withheld from the coachee.
    pub fn contact(&mut self) -> Contact {
        let on = self.day();
        let withheld = match self.tape.chance(50) {
            true => self.words(),
            false => Text::empty(),
        };
        let resolved = self.maybe_day(50).map(|resolved| resolved.max(on));
        Contact {
            id: self.id(),
            party: self.party(),
            on,
            how: self.tape.pick(Channel::ALL),
            text: self.words(),
            coachee_told: self.maybe_day(30),
            resolved: resolved.filter(|_| !withheld.is_empty()),
            withheld,
        }
    }

    pub fn release(&mut self) -> Release {
        let given = self.day();
        let note = self.tape.maybe(60, &self.notes);
        let topic = note
            .as_ref()
            .map_or_else(|| self.tape.pick(Topic::ALL), |(_, topic)| *topic);
        let mut there = self.standing.clone();
        there.retain(|party| party.is_in(given));
        let audience = match (self.tape.below(8), self.tape.maybe(100, &there)) {
            (0, _) | (_, None) => Audience::Supervisor,
            (1, _) => Audience::Public,
            (_, Some(party)) => Audience::Party(party.id),
        };
        Release {
            id: self.id(),
            audience,
            topic,
            wording: wording(&self.phrase(topic).replacen('#', "#released-", 1)),
            voice: self.tape.pick(Voice::ALL),
            given,
            how: self.tape.pick(Consent::ALL),
            withdrawn: self.maybe_day(30).map(|withdrawn| withdrawn.max(given)),
            note: note.map(|(note, _)| note),
            session: self.tape.maybe(20, &self.sessions),
            goal: self.maybe_goal(40),
        }
    }
}

/// The notes of an engagement, with their topics.
pub fn noted(e: &Engagement) -> Vec<(NoteId, Topic)> {
    fn of<T: Tag>(notes: &[Noted<T>]) -> impl Iterator<Item = (NoteId, Topic)> {
        notes.iter().map(|note| (note.id.clone(), T::TOPIC))
    }
    of(&e.expectations)
        .chain(of(&e.themes))
        .chain(of(&e.support_needed))
        .chain(of(&e.purpose))
        .chain(of(&e.progress))
        .chain(of(&e.insights))
        .chain(of(&e.practices))
        .chain(of(&e.assessments))
        .chain(of(&e.feedback))
        .chain(of(&e.reflections))
        .collect()
}
