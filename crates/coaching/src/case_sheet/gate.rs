//! What the supervisor may hear on a day, and how a text gets onto the sheet.

use std::cell::RefCell;

use super::{NothingInForce, When};
use crate::agreement::{Agreement, fewest_raters, in_force, supervision};
use crate::day::Day;
use crate::ids::{PartyId, SessionId};
use crate::nameless::{Nameblind, Nameless, StandsFor, stands_for};
use crate::record::{Audience, Case, Release, Session};
use crate::text::{Tag, Text};
use crate::words::{Role, Rule, SessionStatus, Topic, Voice};

/// The supervisor's gate: text passes it by the rule of its topic, and without its names.
pub(super) struct Gate<'a> {
    pub case: &'a Case,
    pub on: Day,
    agreement: &'a Agreement,
    reflections: bool,
    blind: Nameblind,
    /// Every text that passed, to learn from it which words are in use.
    passed: RefCell<Vec<&'a str>>,
    /// The sessions that were held, by day.
    held: Vec<&'a Session>,
}

impl<'a> Gate<'a> {
    pub fn new(case: &'a Case, on: Day, reflections: bool) -> Result<Self, NothingInForce> {
        let agreement = in_force(&case.engagement, on).ok_or(NothingInForce)?;
        let sessions = case.engagement.sessions.iter();
        let mut held: Vec<&Session> = sessions
            .filter(|session| session.status == SessionStatus::Held && session.on <= on)
            .collect();
        // On one day by what is written of them: never by an id.
        held.sort_by_key(|session| {
            let words = [&session.preparation, &session.opening, &session.record];
            let reflective = session.reflective.for_the_coach();
            let words = words.map(|text| text.for_the_coach());
            (session.on, session.at.as_str(), words, reflective)
        });
        Ok(Self {
            case,
            on,
            agreement,
            reflections,
            blind: Nameblind::of(case),
            passed: RefCell::new(Vec::new()),
            held,
        })
    }

    /// The same gate, which knows the words that passed it.
    pub fn knowing_the_words(mut self) -> Self {
        for text in self.passed.take() {
            self.blind.learn(text);
        }
        self
    }

    /// The rule for a topic. The coach's own reflections pass when the coach asks for it and the
    /// agreement does not name another rule.
    fn rule(&self, topic: Topic) -> Rule {
        let named = |topic| {
            let boundaries = &self.agreement.boundaries;
            boundaries
                .iter()
                .any(|b| b.topic == topic && b.role == Role::Supervisor)
        };
        match topic {
            Topic::Reflections if !self.reflections => Rule::Confidential,
            Topic::Reflections if !named(topic) => Rule::Shared,
            topic => supervision(Some(self.agreement), topic),
        }
    }

    pub fn open(&self, topic: Topic) -> bool {
        self.rule(topic) == Rule::Shared
    }

    /// A text of the record without its names, if its topic is open and it was there by the day.
    pub fn text<T: Tag>(&self, text: &'a Text<T>, on: Day) -> Option<Nameless> {
        let passes = self.open(T::TOPIC) && on <= self.on && !text.is_empty();
        passes.then(|| self.words(text.for_the_coach()))
    }

    /// Words without their names.
    pub fn words(&self, words: &'a str) -> Nameless {
        self.passed.borrow_mut().push(words);
        self.blind.without_names(words)
    }

    /// How many raters a combined figure must rest on.
    pub fn fewest_raters(&self) -> u8 {
        fewest_raters(Some(self.agreement))
    }

    /// The releases to the supervisor that count and that the rule of their topic lets through.
    pub fn releases(&self) -> impl Iterator<Item = &'a Release> {
        let releases = self.case.engagement.releases.iter();
        releases.filter(|release| {
            let allowed = match self.rule(release.topic) {
                Rule::Shared | Rule::WithConsent => true,
                Rule::CoacheeShares => release.voice == Voice::Coachee,
                Rule::Confidential => false,
            };
            let there = !release.wording.is_empty() && release.counts(self.on);
            release.audience == Audience::Supervisor && allowed && there
        })
    }

    /// How many sessions were held, where that may be told.
    pub fn sessions_held(&self) -> Option<u16> {
        let held = u16::try_from(self.held.len()).unwrap_or(u16::MAX);
        self.open(Topic::Attendance).then_some(held)
    }

    /// A day as sessions tell it.
    pub fn when(&self, on: Day, session: Option<&SessionId>) -> When {
        if !self.open(Topic::Attendance) {
            return When::Untold;
        }
        let number = |place: usize| u16::try_from(place + 1).unwrap_or(u16::MAX);
        let its = |held: &&Session| match session {
            Some(session) => held.id == *session,
            None => held.on == on,
        };
        if let Some(place) = self.held.iter().position(its) {
            return When::In(number(place));
        }
        let before = self.held.iter().filter(|held| held.on <= on).count();
        match before {
            0 => When::BeforeTheFirst,
            before => When::After(number(before - 1)),
        }
    }

    /// A party's role and name, to order by; the coach's where there is no party. It is never shown.
    pub fn name(&self, party: Option<&PartyId>) -> (Role, &'a str) {
        let found = party.and_then(|id| self.case.engagement.party(id));
        let role = found.map_or(Role::Supervisor, |party| party.role);
        (role, self.case.name_or_coach(party))
    }

    pub fn who(&self, party: Option<&PartyId>) -> StandsFor {
        stands_for(self.case, party)
    }
}
