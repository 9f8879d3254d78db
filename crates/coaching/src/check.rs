//! Whether an engagement is consistent: asked of everything that is imported, before any of it is
//! written. A fault names its place and what is wrong there, never the content.

mod alignment;
mod closing;
mod measures;
mod meetings;
mod single;
mod supervision;

use std::collections::BTreeSet;

use crate::day::Day;
use crate::ids::{GoalId, GoalVersionId, MeetingId, NoteId, PartyId, SessionId};
use crate::ledger::{Disclosed, Ground};
use crate::measures::FEWEST_RATERS;
use crate::record::{Audience, Engagement, Noted, Session};
use crate::shifting::descends;
use crate::text::Tag;
use crate::words::{DocumentKind, Role, SessionStatus, ShiftKind};

pub use single::{is_a_length, is_a_name, is_an_hour};

/// Something that does not fit, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The place inside the engagement, like `goals[2].versions[0].on`.
    pub place: String,
    /// What is wrong there.
    pub what: &'static str,
}

/// Everything that does not fit in an engagement; empty when it is consistent.
#[must_use]
pub fn faults(engagement: &Engagement) -> Vec<Fault> {
    let mut check = Check::of(engagement);
    check.frame();
    check.goals();
    check.agreements();
    check.sessions_and_meetings();
    check.measures();
    check.direction();
    check.alignment();
    check.closing();
    check.supervision();
    check.rest();
    check.faults
}

struct Check<'a> {
    e: &'a Engagement,
    parties: BTreeSet<&'a PartyId>,
    goals: BTreeSet<&'a GoalId>,
    versions: BTreeSet<&'a GoalVersionId>,
    sessions: BTreeSet<&'a SessionId>,
    meetings: BTreeSet<&'a MeetingId>,
    notes: BTreeSet<&'a NoteId>,
    faults: Vec<Fault>,
}

const NO_PARTY: &str = "names a party that this engagement does not have";
const NO_GOAL: &str = "names a goal that this engagement does not have";
const NO_VERSION: &str = "names a goal version that this engagement does not have";
const NO_SESSION: &str = "names a session that this engagement does not have";
const NO_MEETING: &str = "names a meeting that this engagement does not have";
const ENDS_FIRST: &str = "lies before the start";
const TWICE: &str = "stands twice";
const NO_NAME: &str = "is blank or no name";
const PUBLIC: &str =
    "names nobody, which only an anonymised story may, or somebody for whom it is not";

impl<'a> Check<'a> {
    fn of(e: &'a Engagement) -> Self {
        Self {
            e,
            parties: e.parties.iter().map(|x| &x.id).collect(),
            goals: e.goals.iter().map(|x| &x.id).collect(),
            versions: e
                .goals
                .iter()
                .flat_map(|g| &g.versions)
                .map(|x| &x.id)
                .collect(),
            sessions: e.sessions.iter().map(|x| &x.id).collect(),
            meetings: e.meetings.iter().map(|x| &x.id).collect(),
            notes: BTreeSet::new(),
            faults: Vec::new(),
        }
    }

    fn unless(&mut self, fits: bool, place: impl FnOnce() -> String, what: &'static str) {
        if !fits {
            self.faults.push(Fault {
                place: place(),
                what,
            });
        }
    }

    fn party(&mut self, id: Option<&PartyId>, place: impl FnOnce() -> String) {
        let known = id.is_none_or(|id| self.parties.contains(id));
        self.unless(known, place, NO_PARTY);
    }

    fn origin(&mut self, s: Option<&SessionId>, m: Option<&MeetingId>, place: &str) {
        let known = s.is_none_or(|id| self.sessions.contains(id));
        self.unless(known, || format!("{place}.session"), NO_SESSION);
        let known = m.is_none_or(|id| self.meetings.contains(id));
        self.unless(known, || format!("{place}.meeting"), NO_MEETING);
    }

    fn frame(&mut self) {
        let e = self.e;
        self.unless(is_a_name(&e.name), || "name".into(), NO_NAME);
        self.not_before(e.planned_end, e.began, "planned_end");
        self.not_before(e.ended, e.began, "ended");
        self.unless(
            e.planned_sessions <= 500,
            || "planned_sessions".into(),
            "is more than 500",
        );
        self.minutes(e.session_minutes, "session_minutes");
        self.unless(
            e.pace
                .rhythm
                .is_none_or(|rhythm| (1..=12).contains(&rhythm.every)),
            || "pace.rhythm.every".into(),
            "is not between 1 and 12",
        );
        let coachees = e.parties.iter().filter(|p| p.role == Role::Coachee).count();
        self.unless(
            coachees == 1,
            || "parties".into(),
            "must hold exactly one coachee",
        );
        self.unless(
            self.parties.len() == e.parties.len(),
            || "parties".into(),
            "share an id",
        );
        for (i, party) in e.parties.iter().enumerate() {
            self.not_before(party.left, party.joined, &format!("parties[{i}].left"));
        }
    }

    fn not_before(&mut self, end: Option<Day>, start: Day, place: &str) {
        self.unless(
            end.is_none_or(|end| start <= end),
            || place.into(),
            ENDS_FIRST,
        );
    }

    fn minutes(&mut self, minutes: u16, place: &str) {
        self.unless(
            is_a_length(minutes),
            || place.into(),
            "is not between 5 and 600 minutes",
        );
    }

    fn goals(&mut self) {
        let e = self.e;
        self.unless(
            self.goals.len() == e.goals.len(),
            || "goals".into(),
            "share an id",
        );
        let versions: usize = e.goals.iter().map(|goal| goal.versions.len()).sum();
        self.unless(
            self.versions.len() == versions,
            || "goals".into(),
            "share a version's id",
        );
        for (g, goal) in e.goals.iter().enumerate() {
            let at = format!("goals[{g}]");
            self.unless(!goal.versions.is_empty(), || at.clone(), "has no version");
            let first = goal.versions.iter().map(|version| version.on).min();
            let mut days = BTreeSet::new();
            for (v, version) in goal.versions.iter().enumerate() {
                let at = format!("{at}.versions[{v}]");
                self.unless(days.insert(version.on), || format!("{at}.on"), TWICE);
                let weight = (1..=4).contains(&version.weight);
                self.unless(weight, || format!("{at}.weight"), "is not 1 to 4");
                self.unless(
                    !version.title.is_empty(),
                    || format!("{at}.title"),
                    "is blank",
                );
                self.origin(version.session.as_ref(), version.meeting.as_ref(), &at);
                let is_first = Some(version.on) == first;
                self.unless(
                    is_first == version.shift.is_none(),
                    || format!("{at}.shift"),
                    "must be missing on the first version and present on every other",
                );
                if let Some(shift) = &version.shift {
                    self.party(shift.raised_by.as_ref(), || format!("{at}.shift.raised_by"));
                    let count = match shift.kind {
                        ShiftKind::Replaced | ShiftKind::Merged => shift.into.len() == 1,
                        ShiftKind::Split => shift.into.len() >= 2,
                        _ => shift.into.is_empty(),
                    };
                    let into = || format!("{at}.shift.into");
                    self.unless(count, into, "names too few or too many goals for this kind");
                    for id in &shift.into {
                        self.unless(self.goals.contains(id), into, NO_GOAL);
                    }
                }
            }
            let circle = self.replaces_itself(g);
            self.unless(
                !circle,
                || at.clone(),
                "takes its own place, directly or in a circle",
            );
        }
        let mut told = BTreeSet::new();
        for (t, telling) in e.tellings.iter().enumerate() {
            let at = format!("tellings[{t}]");
            let once = told.insert((&telling.version, &telling.party));
            self.unless(once, || at.clone(), TWICE);
            let known = self.versions.contains(&telling.version);
            self.unless(known, || format!("{at}.version"), NO_VERSION);
            self.party(Some(&telling.party), || format!("{at}.party"));
            let ordered = telling.steps.is_sorted_by_key(|step| step.on);
            self.unless(
                ordered,
                || format!("{at}.steps"),
                "are not in the order of their days",
            );
        }
    }

    fn replaces_itself(&self, goal: usize) -> bool {
        let goal = &self.e.goals[goal];
        let mut successors = goal
            .versions
            .iter()
            .filter_map(|version| version.shift.as_ref())
            .flat_map(|shift| &shift.into);
        successors.any(|id| *id == goal.id || descends(self.e, id, &goal.id))
    }

    fn agreements(&mut self) {
        let mut days = BTreeSet::new();
        for (a, agreement) in self.e.agreements.iter().enumerate() {
            let at = format!("agreements[{a}]");
            self.unless(
                days.insert(agreement.effective),
                || format!("{at}.effective"),
                TWICE,
            );
            let begun = self.e.began <= agreement.effective;
            let place = || format!("{at}.effective");
            self.unless(begun, place, "lies before the engagement began");
            let enough = agreement.raters >= FEWEST_RATERS;
            self.unless(enough, || format!("{at}.raters"), "is fewer than 3");
            let mut cells = BTreeSet::new();
            for (b, boundary) in agreement.boundaries.iter().enumerate() {
                let once = cells.insert((boundary.topic, boundary.role));
                self.unless(once, || format!("{at}.boundaries[{b}]"), TWICE);
            }
            for (i, assent) in agreement.assents.iter().enumerate() {
                self.party(Some(&assent.party), || format!("{at}.assents[{i}].party"));
                let existed = agreement.drafted.is_none_or(|drafted| drafted <= assent.on);
                let place = || format!("{at}.assents[{i}].on");
                self.unless(
                    existed,
                    place,
                    "lies before the version was put to the parties",
                );
            }
        }
    }

    fn counted(&mut self, session: &Session, at: &str) {
        let counted = session.counted;
        if let Some(planned) = counted.planned_minutes {
            self.minutes(planned, &format!("{at}.counted.planned_minutes"));
        }
        self.unless(
            !counted.late || session.status == SessionStatus::Cancelled,
            || format!("{at}.counted.late"),
            "is only for a cancelled session",
        );
        self.unless(
            counted.group_of.is_none_or(|n| (2..=99).contains(&n)),
            || format!("{at}.counted.group_of"),
            "is not between 2 and 99",
        );
    }

    fn sessions_and_meetings(&mut self) {
        let e = self.e;
        self.unless(
            self.sessions.len() == e.sessions.len(),
            || "sessions".into(),
            "share an id",
        );
        for (s, session) in e.sessions.iter().enumerate() {
            let at = format!("sessions[{s}]");
            self.minutes(session.minutes, &format!("{at}.minutes"));
            self.unless(
                is_an_hour(&session.at),
                || format!("{at}.at"),
                "is not HH:MM",
            );
            self.counted(session, &at);
        }
        self.unless(
            self.meetings.len() == e.meetings.len(),
            || "meetings".into(),
            "share an id",
        );
        let mut hours = BTreeSet::new();
        for (m, meeting) in e.meetings.iter().enumerate() {
            let at = format!("meetings[{m}]");
            self.minutes(meeting.minutes, &format!("{at}.minutes"));
            self.unless(
                is_an_hour(&meeting.at),
                || format!("{at}.at"),
                "is not HH:MM",
            );
            self.not_before(Some(meeting.on), meeting.arranged, &format!("{at}.on"));
            for id in &meeting.invited {
                self.party(Some(id), || format!("{at}.invited"));
            }
            for id in &meeting.attended {
                self.party(Some(id), || format!("{at}.attended"));
            }
            self.agenda(meeting, &at);
            let once = hours.insert((meeting.on, &meeting.at));
            self.unless(
                once,
                || format!("{at}.at"),
                "is the hour of another meeting as well",
            );
            for (i, agreed) in meeting.agreed.iter().enumerate() {
                let version = e
                    .goal(&agreed.goal)
                    .and_then(|goal| goal.version(&agreed.version));
                self.unless(
                    version.is_some(),
                    || format!("{at}.agreed[{i}]"),
                    NO_VERSION,
                );
                let begun = version.is_none_or(|version| version.on <= meeting.on);
                let what = "names a goal version that took effect after the meeting";
                self.unless(begun, || format!("{at}.agreed[{i}].version"), what);
                let twice = meeting.agreed[..i]
                    .iter()
                    .any(|other| other.goal == agreed.goal);
                self.unless(!twice, || format!("{at}.agreed[{i}].goal"), TWICE);
            }
        }
    }

    fn rest(&mut self) {
        let e = self.e;
        self.noted("expectations", &e.expectations);
        self.noted("themes", &e.themes);
        self.noted("support_needed", &e.support_needed);
        self.noted("purpose", &e.purpose);
        self.noted("progress", &e.progress);
        self.noted("insights", &e.insights);
        self.noted("practices", &e.practices);
        self.noted("assessments", &e.assessments);
        self.noted("feedback", &e.feedback);
        self.noted("reflections", &e.reflections);
        for (r, reflection) in e.reflections.iter().enumerate() {
            let coachs = reflection.said_by.is_none();
            let place = || format!("reflections[{r}].said_by");
            self.unless(
                coachs,
                place,
                "is not possible: reflections are the coach's own",
            );
        }
        for (c, commitment) in e.commitments.iter().enumerate() {
            let at = format!("commitments[{c}]");
            self.party(commitment.by.as_ref(), || format!("{at}.by"));
            self.origin(
                commitment.session.as_ref(),
                commitment.meeting.as_ref(),
                &at,
            );
            self.not_before(
                commitment.settled,
                commitment.made,
                &format!("{at}.settled"),
            );
            let meeting = commitment.meeting.as_ref().and_then(|id| e.meeting(id));
            let in_it = meeting.is_none_or(|meeting| commitment.made <= meeting.on);
            self.unless(
                in_it,
                || format!("{at}.made"),
                "lies after the meeting it was made in",
            );
        }
        for (p, position) in e.positions.iter().enumerate() {
            self.party(Some(&position.party), || format!("positions[{p}].party"));
            let known = self.goals.contains(&position.goal);
            self.unless(known, || format!("positions[{p}].goal"), NO_GOAL);
        }
        for (c, contact) in e.sponsor_contacts.iter().enumerate() {
            self.party(Some(&contact.party), || {
                format!("sponsor_contacts[{c}].party")
            });
            // White space would read as "not withheld" and open the contact to the coachee.
            let said = contact.withheld.no_words() || !contact.withheld.is_empty();
            self.unless(
                said,
                || format!("sponsor_contacts[{c}].withheld"),
                "gives no reason",
            );
            let at = format!("sponsor_contacts[{c}].resolved");
            self.not_before(contact.resolved, contact.on, &at);
            let was = contact.resolved.is_none() || !contact.withheld.is_empty();
            self.unless(was, || at, "ends a withholding that never was");
        }
        for (r, release) in e.releases.iter().enumerate() {
            let at = format!("releases[{r}]");
            if let Audience::Party(id) = &release.audience {
                self.party(Some(id), || format!("{at}.audience"));
                let there = e.party(id).is_none_or(|party| party.is_in(release.given));
                let what = "is for a party that was not in the engagement on that day";
                self.unless(there, || format!("{at}.given"), what);
            }
            self.origin(release.session.as_ref(), None, &at);
            self.not_before(release.withdrawn, release.given, &format!("{at}.withdrawn"));
            let known = release
                .note
                .as_ref()
                .is_none_or(|note| self.notes.contains(note));
            self.unless(
                known,
                || format!("{at}.note"),
                "names a note that is not there",
            );
            let known = release
                .goal
                .as_ref()
                .is_none_or(|goal| self.goals.contains(goal));
            self.unless(known, || format!("{at}.goal"), NO_GOAL);
        }
        for (a, approval) in e.approvals.iter().enumerate() {
            let place = || format!("approvals[{a}].party");
            self.party(approval.party.as_ref(), place);
            let public = approval.document == DocumentKind::ClientStory;
            self.unless(approval.party.is_none() == public, place, PUBLIC);
            self.origin(None, approval.meeting.as_ref(), &format!("approvals[{a}]"));
        }
        let mut names = BTreeSet::new();
        for (m, mask) in e.masks.iter().enumerate() {
            let at = format!("masks[{m}]");
            self.unless(is_a_name(&mask.name), || format!("{at}.name"), NO_NAME);
            self.unless(names.insert(&mask.name), || format!("{at}.name"), TWICE);
            let becomes = mask.becomes.as_deref().is_none_or(is_a_name);
            self.unless(becomes, || format!("{at}.becomes"), NO_NAME);
        }
        for (l, entry) in e.ledger.iter().enumerate() {
            let place = || format!("ledger[{l}].to");
            self.party(entry.to.as_ref(), place);
            let public = matches!(
                entry.what,
                Disclosed::Document {
                    kind: DocumentKind::ClientStory,
                    ..
                }
            );
            self.unless(entry.to.is_none() == public, place, PUBLIC);
            if let Ground::Exception(exception) = &entry.ground {
                let place = || format!("ledger[{l}].ground");
                self.unless(!exception.reason.is_empty(), place, "gives no reason");
            }
        }
    }

    fn noted<T: Tag>(&mut self, list: &str, notes: &'a [Noted<T>]) {
        for (n, note) in notes.iter().enumerate() {
            let at = format!("{list}[{n}]");
            let once = self.notes.insert(&note.id);
            self.unless(once, || format!("{at}.id"), TWICE);
            self.party(note.said_by.as_ref(), || format!("{at}.said_by"));
            self.origin(note.session.as_ref(), None, &at);
            let known = note
                .goal
                .as_ref()
                .is_none_or(|goal| self.goals.contains(goal));
            self.unless(known, || format!("{at}.goal"), NO_GOAL);
        }
    }
}
