//! The rules of confidentiality stated a second time, item by item and without a view: who may see
//! which part of which item. It follows the words of `docs/confidentiality.md`, not the code of
//! `seat`.

use coaching::day::Day;
use coaching::goals::Goal;
use coaching::ids::{GoalId, PartyId};
use coaching::meetings::Meeting;
use coaching::record::{Audience, Case, Commitment, Contact, Engagement, Noted, Position, Release};
use coaching::text::Tag;
use coaching::words::{MeetingStatus, Role, Rule, Topic, Voice};

/// What one chair may see on one day.
#[derive(Clone, Debug)]
pub struct Sees {
    pub on: Day,
    /// The chair is the coachee's: the second of the two chairs.
    pub coachee: bool,
    /// Every party that the person in the chair is.
    own: Vec<PartyId>,
    /// The rule of every topic, in the order of the topics.
    rules: Vec<Rule>,
    /// The releases that stand to this chair.
    live: Vec<Release>,
}

impl Sees {
    pub fn new(case: &Case, chair: &PartyId, on: Day) -> Self {
        let e = &case.engagement;
        let person = &e.party(chair).expect("a party").person;
        let own: Vec<_> = e.parties.iter().filter(|p| p.person == *person).collect();
        let there = |p: &coaching::record::Party| p.joined <= on && p.left.is_none_or(|l| on < l);
        let roles: Vec<Role> = own.iter().filter(|p| there(p)).map(|p| p.role).collect();
        let own: Vec<PartyId> = own.into_iter().map(|p| p.id.clone()).collect();
        let rules: Vec<Rule> = Topic::ALL
            .iter()
            .map(|&topic| rule(e, topic, &roles, on))
            .collect();
        let coachee = roles.contains(&Role::Coachee);
        let mut sees = Self {
            on,
            coachee,
            own,
            rules,
            live: vec![],
        };
        let stands = |release: &&Release| sees.stands(release);
        sees.live = e.releases.iter().filter(stands).cloned().collect();
        sees
    }

    pub fn rule(&self, topic: Topic) -> Rule {
        self.rules[topic as usize]
    }

    /// The coach may share the topic.
    pub fn open(&self, topic: Topic) -> bool {
        self.rule(topic) == Rule::Shared
    }

    pub fn is_own(&self, party: &PartyId) -> bool {
        self.own.contains(party)
    }

    fn said(&self, by: Option<&PartyId>) -> bool {
        by.is_some_and(|by| self.is_own(by))
    }

    pub fn past(&self, day: Day) -> bool {
        day <= self.on
    }

    /// The chair's person sat in the meeting.
    pub fn sat(&self, meeting: &Meeting) -> bool {
        self.held(meeting) && meeting.attended.iter().any(|id| self.is_own(id))
    }

    /// The meeting was held by the day.
    pub fn held(&self, meeting: &Meeting) -> bool {
        meeting.status == MeetingStatus::Held && self.past(meeting.on)
    }

    /// The chair may know that the meeting exists, when and with whom.
    pub fn knows(&self, meeting: &Meeting) -> bool {
        self.past(meeting.arranged) && (self.sat(meeting) || self.open(Topic::Engagement))
    }

    /// The chair may read what the meeting is to speak about, and who speaks.
    pub fn agenda(&self, meeting: &Meeting) -> bool {
        self.knows(meeting) && self.open(Topic::Engagement)
    }

    /// The chair may see what the meeting decided on a topic.
    pub fn outcome(&self, meeting: &Meeting, topic: Topic) -> bool {
        self.held(meeting) && (self.sat(meeting) || self.open(topic))
    }

    /// The chair may see what the meeting agreed on goals, and it agreed some.
    pub fn baseline(&self, meeting: &Meeting) -> bool {
        self.outcome(meeting, Topic::BaselineGoals) && !meeting.agreed.is_empty()
    }

    /// Any part of the meeting may be seen.
    pub fn any_of_meeting(&self, meeting: &Meeting) -> bool {
        let reflective = self.open(Topic::Reflections)
            && self.past(meeting.on)
            && !meeting.reflective.is_empty();
        self.knows(meeting) || self.baseline(meeting) || reflective
    }

    /// The goal is in the latest of the baselines that the chair may see.
    pub fn in_last_baseline(&self, e: &Engagement, goal: &GoalId) -> bool {
        self.last_baselines(e)
            .iter()
            .any(|meeting| meeting.agreed.iter().any(|agreed| agreed.goal == *goal))
    }

    /// The latest meetings whose baseline the chair may see: more than one when they share a day.
    fn last_baselines<'e>(&self, e: &'e Engagement) -> Vec<&'e Meeting> {
        let seen = || e.meetings.iter().filter(|meeting| self.baseline(meeting));
        let last = seen().map(|meeting| meeting.on).max();
        seen().filter(|meeting| Some(meeting.on) == last).collect()
    }

    pub fn commitment(&self, e: &Engagement, commitment: &Commitment) -> bool {
        let by = self.said(commitment.by.as_ref());
        let at = commitment.meeting.as_ref().and_then(|id| e.meeting(id));
        self.past(commitment.made)
            && match at {
                Some(at) => self.held(at) && (by || self.outcome(at, Topic::Commitments)),
                None => by || self.open(Topic::Commitments),
            }
    }

    /// What became of a commitment: to those to whom commitments are open, and to who made it. Who
    /// only sat in the meeting sees what was promised there.
    pub fn course(&self, commitment: &Commitment) -> bool {
        self.open(Topic::Commitments) || self.said(commitment.by.as_ref())
    }

    pub fn note<T: Tag>(&self, note: &Noted<T>) -> bool {
        // Nobody but the coach says the coach's own reflections.
        let own = T::TOPIC != Topic::Reflections && self.said(note.said_by.as_ref());
        self.past(note.on)
            && !note.text.is_empty()
            && (own || self.open(T::TOPIC) && !self.in_released_words(note))
    }

    /// Released words stand in the note's place.
    pub fn in_released_words<T: Tag>(&self, note: &Noted<T>) -> bool {
        let stands = |r: &Release| r.note.as_ref() == Some(&note.id) && r.topic == T::TOPIC;
        self.live.iter().any(stands)
    }

    pub fn position(&self, e: &Engagement, position: &Position) -> bool {
        self.past(position.on)
            && (self.is_own(&position.party) || self.open(Topic::Alignment))
            && self.may_name(e, &position.goal)
    }

    /// Beliefs, clashes and what was tried in them, from their day on: for the coachee, and nobody else
    /// whatever an agreement opens.
    pub fn aligned(&self, on: Day) -> bool {
        self.coachee && self.open(Topic::Alignment) && self.past(on)
    }

    /// The chair may know the goal under some name.
    pub fn may_name(&self, e: &Engagement, goal: &GoalId) -> bool {
        let current =
            self.open(Topic::CurrentGoals) && e.goal(goal).is_some_and(|goal| self.has_begun(goal));
        let agreed = |meeting: &Meeting| {
            self.baseline(meeting) && meeting.agreed.iter().any(|a| a.goal == *goal)
        };
        current || e.meetings.iter().any(agreed)
    }

    pub fn has_begun(&self, goal: &Goal) -> bool {
        goal.versions.iter().any(|version| self.past(version.on))
    }

    /// What is withheld stays out of the coachee's view, until the day on which the reason is gone or
    /// the coachee is told.
    pub fn contact(&self, contact: &Contact) -> bool {
        let ends = [contact.resolved, contact.coachee_told];
        let gone = ends.into_iter().flatten().any(|day| self.past(day));
        let stands = !contact.withheld.is_empty() && !gone;
        self.past(contact.on) && self.open(Topic::SponsorContact) && !(self.coachee && stands)
    }

    /// A release to this chair counts on the day, and the rule of its topic lets it through.
    pub fn stands(&self, release: &Release) -> bool {
        let here = matches!(&release.audience, Audience::Party(party) if self.is_own(party));
        let counts = self.past(release.given) && !release.withdrawn.is_some_and(|w| self.past(w));
        let lets = match self.rule(release.topic) {
            Rule::Shared | Rule::WithConsent => true,
            Rule::CoacheeShares => release.voice == Voice::Coachee,
            Rule::Confidential => false,
        };
        !self.coachee && here && counts && lets
    }

    /// The chair may see the release: those that stand to it, and to the coachee all that were given.
    pub fn release(&self, release: &Release) -> bool {
        self.stands(release) || self.coachee && self.past(release.given)
    }

    /// The frame of the engagement may be seen.
    pub fn frame(&self, e: &Engagement) -> bool {
        self.open(Topic::Engagement) && self.past(e.began)
    }

    /// The end has come, and may be known.
    pub fn ending(&self, e: &Engagement) -> bool {
        self.frame(e) && e.ended.is_some_and(|ended| self.past(ended))
    }

    /// What follows the end is for the two chairs.
    pub fn follow_ups(&self, e: &Engagement) -> bool {
        self.coachee && self.ending(e) && self.open(Topic::SessionContent)
    }

    pub fn fees(&self, e: &Engagement) -> bool {
        self.open(Topic::Fees) && self.past(e.began) && !e.fees.is_empty()
    }

    /// The goals as they stand and who tells whom of their shifts.
    pub fn tellings(&self) -> bool {
        self.coachee && self.open(Topic::CurrentGoals)
    }
}

/// The rule for a topic and a person in these roles.
fn rule(e: &Engagement, topic: Topic, roles: &[Role], on: Day) -> Rule {
    let agreed = |role: Role| {
        let boundary = |b: &&coaching::agreement::Boundary| b.topic == topic && b.role == role;
        Some(in_force(e, on)?.boundaries.iter().find(boundary)?.rule)
    };
    if roles.contains(&Role::Coachee) {
        let own = match topic {
            Topic::Reflections | Topic::FeedbackVerbatim => Rule::Confidential,
            _ => Rule::Shared,
        };
        return agreed(Role::Coachee).unwrap_or(own);
    }
    let mut strictest = None;
    for &role in roles {
        let rule = match role {
            // What a supervisor gets has no names: nothing in a chair's view.
            Role::Supervisor => Rule::Confidential,
            role => agreed(role).unwrap_or(Rule::Confidential),
        };
        strictest = strictest.max(Some(rule));
    }
    strictest.unwrap_or(Rule::Confidential)
}

/// The latest of the agreements that have taken effect with the coachee's assent.
pub fn in_force(e: &Engagement, on: Day) -> Option<&coaching::agreement::Agreement> {
    let coachee = e.parties.iter().find(|party| party.role == Role::Coachee)?;
    let mut found: Option<&coaching::agreement::Agreement> = None;
    for agreement in &e.agreements {
        let mut assents = agreement.assents.iter();
        let assented = assents.any(|assent| assent.party == coachee.id && assent.on <= on);
        let later = found.is_none_or(|found| found.effective < agreement.effective);
        if agreement.effective <= on && assented && later {
            found = Some(agreement);
        }
    }
    found
}
