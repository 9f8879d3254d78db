//! The gate: the rules of one chair on one day. Text passes it by the rule of the topic that its
//! type names, and in no other way.

use std::collections::{BTreeMap, BTreeSet};

use crate::agreement::{Agreement, fewest_raters, in_force, unnamed};
use crate::day::Day;
use crate::goals::Goal;
use crate::ids::{GoalId, GoalVersionId, MeetingId, NoteId, PartyId};
use crate::meetings::{AgreedGoal, Meeting, baselines};
use crate::record::{Audience, Case, Noted, Release};
use crate::text::{Tag, Text};
use crate::view::{Ground, Line};
use crate::words::{Role, Rule, Topic, Voice};

/// The rules of one chair on one day.
pub struct Gate<'a> {
    pub(crate) case: &'a Case,
    pub(crate) on: Day,
    /// The meetings that agreed goals by the day, oldest first.
    pub(crate) baselines: Vec<&'a Meeting>,
    /// The goals and meetings by their ids: a record may ask for them thousands of times.
    goals: BTreeMap<&'a GoalId, &'a Goal>,
    meetings: BTreeMap<&'a MeetingId, &'a Meeting>,
    /// Why a topic's texts may pass, for each topic that is open.
    open: BTreeMap<Topic, Ground>,
    /// The meetings that agreed each goal version in words that this party may see, oldest first.
    agreeing: BTreeMap<&'a GoalVersionId, Vec<&'a Meeting>>,
    /// The last wording of each goal that a meeting agreed and that this party may see.
    agreed: BTreeMap<&'a GoalId, (&'a AgreedGoal, &'a Meeting)>,
    agreement: Option<&'a Agreement>,
    /// Every party that the person in the chair is in this engagement.
    own: Vec<&'a PartyId>,
    /// The roles in which they are in it on that day.
    roles: Vec<Role>,
    /// The releases to this person that count on the day and that the rule of their topic lets
    /// through.
    live: Vec<&'a Release>,
    /// The notes for which released words stand, with the topic of those words.
    stood_for: BTreeSet<(&'a NoteId, Topic)>,
    /// True for the coach, who is no party and sees everything.
    coach: bool,
}

impl<'a> Gate<'a> {
    /// The gate of a party; none when the engagement has no such party.
    #[must_use]
    pub fn for_party(case: &'a Case, chair: &PartyId, on: Day) -> Option<Self> {
        let person = &case.engagement.party(chair)?.person;
        let own: Vec<_> = case
            .engagement
            .parties
            .iter()
            .filter(|p| p.person == *person)
            .collect();
        let mut gate = Self::shut(case, on);
        gate.roles = own.iter().filter(|p| p.is_in(on)).map(|p| p.role).collect();
        gate.own = own.into_iter().map(|p| &p.id).collect();
        let releases = case.engagement.releases.iter();
        let live: Vec<_> = releases.filter(|release| gate.is_live(release)).collect();
        let note = |release: &&'a Release| Some((release.note.as_ref()?, release.topic));
        gate.stood_for = live.iter().filter_map(note).collect();
        gate.live = live;
        Some(gate.opened())
    }

    /// The coach's own gate: everything passes. What passes it goes to [`crate::page`] alone, never
    /// into a [`crate::view::View`].
    pub(crate) fn for_the_coach(case: &'a Case, on: Day) -> Self {
        let mut gate = Self::shut(case, on);
        gate.coach = true;
        gate.opened()
    }

    /// A gate through which nothing passes yet.
    fn shut(case: &'a Case, on: Day) -> Self {
        let e = &case.engagement;
        Self {
            case,
            on,
            baselines: baselines(e, on),
            goals: e.goals.iter().map(|goal| (&goal.id, goal)).collect(),
            meetings: e.meetings.iter().map(|m| (&m.id, m)).collect(),
            open: BTreeMap::new(),
            agreeing: BTreeMap::new(),
            agreed: BTreeMap::new(),
            agreement: in_force(e, on),
            own: Vec::new(),
            roles: Vec::new(),
            live: Vec::new(),
            stood_for: BTreeSet::new(),
            coach: false,
        }
    }

    /// The gate, once it is known who is in the chair: what follows from the rules is worked out here,
    /// and not for every text again.
    fn opened(mut self) -> Self {
        let topics = Topic::ALL.iter();
        let open = topics.filter_map(|&topic| Some((topic, self.ground_of(topic)?)));
        self.open = open.collect();
        for &meeting in &self.baselines {
            for agreed in &meeting.agreed {
                if self.outcome(&agreed.wording, None, meeting).is_some() {
                    self.agreeing
                        .entry(&agreed.version)
                        .or_default()
                        .push(meeting);
                    self.agreed.insert(&agreed.goal, (agreed, meeting));
                }
            }
        }
        self
    }

    /// True for the coachee, whose record it is.
    #[must_use]
    pub fn is_the_coachee(&self) -> bool {
        self.roles.contains(&Role::Coachee)
    }

    /// True for those who sit on the two chairs: the coachee and the coach.
    #[must_use]
    pub fn on_two_chairs(&self) -> bool {
        self.coach || self.is_the_coachee()
    }

    /// The rule for a topic and the role whose rule it is. A person in several roles is under the
    /// strictest of their rules, but a coachee's own record is theirs whatever else they are. One who
    /// is not, not yet or no longer in the engagement is under default deny.
    #[must_use]
    pub fn rule(&self, topic: Topic) -> (Rule, Option<Role>) {
        if self.coach {
            return (Rule::Shared, None);
        }
        let of = |role: Role| match (role, self.agreement) {
            // A supervisor hears cases without names: the case sheet, never a chair's view.
            (Role::Supervisor, _) => Rule::Confidential,
            (_, Some(agreement)) => agreement.rule(topic, role),
            (_, None) => unnamed(topic, role),
        };
        if self.is_the_coachee() {
            return (of(Role::Coachee), Some(Role::Coachee));
        }
        self.roles
            .iter()
            .map(|&role| (of(role), Some(role)))
            .max()
            .unwrap_or((Rule::Confidential, None))
    }

    /// True when the coach may share the topic with this party.
    #[must_use]
    pub fn open(&self, topic: Topic) -> bool {
        self.open.contains_key(&topic)
    }

    fn shared(&self, topic: Topic) -> Option<Ground> {
        self.open.get(&topic).cloned()
    }

    fn ground_of(&self, topic: Topic) -> Option<Ground> {
        if self.coach {
            return Some(Ground::CoachsEyes);
        }
        match (self.rule(topic), self.agreement) {
            ((Rule::Shared, Some(Role::Coachee)), _) => Some(Ground::TwoChairRecord),
            ((Rule::Shared, Some(role)), Some(agreement)) => Some(Ground::Shared {
                effective: agreement.effective,
                role,
            }),
            _ => None,
        }
    }

    /// The goal with that id.
    pub(crate) fn goal(&self, id: &GoalId) -> Option<&'a Goal> {
        self.goals.get(id).copied()
    }

    /// The meeting with that id.
    pub(crate) fn meeting(&self, id: &MeetingId) -> Option<&'a Meeting> {
        self.meetings.get(id).copied()
    }

    /// How many raters a combined figure must rest on for this chair, its own answer aside.
    pub(crate) fn fewest_raters(&self) -> u8 {
        if self.coach {
            return 1;
        }
        fewest_raters(self.agreement)
    }

    /// True when the party is the person in the chair.
    #[must_use]
    pub fn is_own(&self, party: Option<&PartyId>) -> bool {
        party.is_some_and(|party| self.own.contains(&party))
    }

    /// True when it counts as the own words of the person in the chair. Reflections are the coach's,
    /// whoever they are about: nobody else said them.
    fn said_it(&self, topic: Topic, said_by: Option<&PartyId>) -> bool {
        topic != Topic::Reflections && self.is_own(said_by)
    }

    /// True when the person in the chair sat in the meeting, and it was held by the day.
    #[must_use]
    pub fn attended(&self, meeting: &Meeting) -> bool {
        meeting.was_held(self.on) && meeting.attended.iter().any(|id| self.is_own(Some(id)))
    }

    /// Why this party may see something of a topic: rule 3 (own words), rule 4 (the outcomes of a
    /// meeting it sat in), then the agreement's rule. None when it may not.
    #[must_use]
    pub fn ground(
        &self,
        topic: Topic,
        said_by: Option<&PartyId>,
        meeting: Option<&Meeting>,
    ) -> Option<Ground> {
        if self.said_it(topic, said_by) {
            return Some(Ground::OwnWords);
        }
        match meeting {
            Some(meeting) if self.attended(meeting) => Some(Ground::Attended { on: meeting.on }),
            _ => self.shared(topic),
        }
    }

    /// The coach's plain text of a day, if its topic is open and anything is written.
    pub(crate) fn line<T: Tag>(&self, text: &Text<T>, on: Day) -> Option<Line> {
        self.line_on(text, on, self.shared(T::TOPIC)?)
    }

    /// What was decided in a meeting.
    pub(crate) fn outcome<T: Tag>(
        &self,
        text: &Text<T>,
        said_by: Option<&PartyId>,
        meeting: &Meeting,
    ) -> Option<Line> {
        if !meeting.was_held(self.on) {
            return None;
        }
        self.line_on(
            text,
            meeting.on,
            self.ground(T::TOPIC, said_by, Some(meeting))?,
        )
    }

    /// A text that a party said, or that the coach noted.
    pub(crate) fn said<T: Tag>(
        &self,
        text: &Text<T>,
        on: Day,
        said_by: Option<&PartyId>,
    ) -> Option<Line> {
        let mut line = self.line_on(text, on, self.ground(T::TOPIC, said_by, None)?)?;
        line.said_by = said_by.map(|party| self.case.name(party).to_owned());
        Some(line)
    }

    /// A note, unless released words to this party stand in its place.
    pub(crate) fn note<T: Tag>(&self, note: &Noted<T>) -> Option<Line> {
        let in_released_words = !self.said_it(T::TOPIC, note.said_by.as_ref())
            && self.stood_for.contains(&(&note.id, T::TOPIC));
        if in_released_words {
            return None;
        }
        self.said(&note.text, note.on, note.said_by.as_ref())
    }

    fn line_on<T: Tag>(&self, text: &Text<T>, on: Day, ground: Ground) -> Option<Line> {
        if text.is_empty() || on > self.on {
            return None;
        }
        Some(Line {
            on,
            text: text.for_the_coach().to_owned(),
            topic: T::TOPIC,
            voice: None,
            said_by: None,
            ground,
        })
    }

    /// The meetings that agreed this version in words that this party may see, oldest first.
    pub(crate) fn agreeing(&self, version: &GoalVersionId) -> &[&'a Meeting] {
        let meetings = self.agreeing.get(version);
        meetings.map_or(&[], Vec::as_slice)
    }

    /// The last wording of a goal that a meeting agreed and that this party may see.
    pub(crate) fn agreed_wording(&self, goal: &GoalId) -> Option<Line> {
        let (agreed, meeting) = self.agreed.get(goal)?;
        self.outcome(&agreed.wording, None, meeting)
    }

    /// True when a release is to this person, whether it counts or not.
    pub(crate) fn is_for(&self, release: &Release) -> bool {
        match &release.audience {
            Audience::Party(party) => self.is_own(Some(party)),
            Audience::Supervisor | Audience::Public => false,
        }
    }

    /// True when a release is to this person, counts on the day, and the rule of its topic lets it
    /// through: none for *confidential*, only the coachee's voice for *coachee shares*.
    fn is_live(&self, release: &Release) -> bool {
        self.is_for(release)
            && !self.on_two_chairs()
            && release.counts(self.on)
            && match self.rule(release.topic).0 {
                Rule::Shared | Rule::WithConsent => true,
                Rule::CoacheeShares => release.voice == Voice::Coachee,
                Rule::Confidential => false,
            }
    }

    /// The releases that stand to this person, in the order in which they are kept.
    pub(crate) fn live_releases(&self) -> impl Iterator<Item = &'a Release> {
        self.live.iter().copied()
    }

    /// A release as a line: its exact wording, never the text of the note it came from.
    pub(crate) fn released(&self, release: &Release) -> Option<Line> {
        if release.wording.is_empty() {
            return None;
        }
        Some(Line {
            on: release.given,
            text: release.wording.for_the_coach().to_owned(),
            topic: release.topic,
            voice: Some(release.voice),
            said_by: None,
            ground: Ground::Released {
                given: release.given,
                how: release.how,
            },
        })
    }
}
