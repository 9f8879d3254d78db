//! That the generator of histories reaches everything that the rules speak of: without this,
//! non-interference could hold by being empty.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

use coaching::agreement::in_force;
use coaching::check::faults;
use coaching::day::Day;
use coaching::ledger::{Disclosed, Ground};
use coaching::record::{Audience, Case};
use coaching::words::{
    Channel, CommitmentStatus, Consent, Consulted, DocumentKind, ExceptionKind, GoalStatus,
    MeetingKind, MeetingStatus, Prompt, Role, Rule, SessionStatus, ShiftKind, Stance, Teller,
    TellingState, Topic, Voice,
};

use crate::support::entry::again;
use crate::support::tape::{Tape, fixed_tape};
use crate::support::unseen::changed;
use crate::support::whole::{a_day, any_case};

const RECORDS: u64 = 200;

/// So many records, each with a day and with the tape to change it by.
pub fn records() -> impl Iterator<Item = (Case, Day, Vec<u16>)> {
    (0..RECORDS).map(|seed| {
        let record = fixed_tape(seed, 2000);
        let mut tape = Tape::new(&record);
        let on = a_day(&mut tape);
        (any_case(&mut tape), on, fixed_tape(seed + RECORDS, 2800))
    })
}

/// How often something was met.
#[derive(Default)]
pub struct Met(BTreeMap<String, u32>);

impl Met {
    pub fn note(&mut self, what: impl Into<String>) {
        *self.0.entry(what.into()).or_default() += 1;
    }

    /// Each of these was met, and not by a single chance.
    pub fn all<S: AsRef<str>>(&self, asked: &[S]) {
        for what in asked {
            let times = self.0.get(what.as_ref()).copied().unwrap_or(0);
            let what = what.as_ref();
            assert!(times >= 3, "“{what}” was met {times} times in {:?}", self.0);
        }
    }

    /// Each word of a list, behind what leads it.
    pub fn words<T: Debug>(&self, lead: &str, list: &[T]) {
        let asked: Vec<String> = list.iter().map(|word| format!("{lead} {word:?}")).collect();
        self.all(&asked);
    }
}

#[test]
fn every_record_is_one_that_can_be_kept() {
    for (case, on, change) in records() {
        assert_eq!(faults(&case.engagement).first(), None);
        for party in &case.engagement.parties {
            let mut tape = Tape::new(&change);
            let other = changed(&case, &party.id, on, &mut tape);
            assert_eq!(faults(&other.engagement).first(), None);
            let (other, _) = again(&other, &party.id, &mut tape);
            assert_eq!(faults(&other.engagement).first(), None);
        }
    }
}

#[test]
fn every_way_of_standing_in_an_engagement_is_met() {
    let mut met = Met::default();
    for (case, on, _) in records() {
        for party in &case.engagement.parties {
            met.note(format!("role {:?}", party.role));
            met.note(match party.left {
                _ if on < party.joined => "not yet in it",
                Some(left) if left <= on => "no longer in it",
                _ => "in it",
            });
            let same = |other: &&coaching::record::Party| other.person == party.person;
            let parties = case.engagement.parties.iter().filter(same);
            let roles: BTreeSet<Role> = parties.map(|party| party.role).collect();
            met.note(format!("roles of one person: {}", roles.len()));
            if roles.contains(&Role::Coachee) && party.role.on_the_sponsors_side() {
                met.note("coachee and sponsor's side at once");
            }
        }
    }
    met.words("role", Role::ALL);
    met.all(&["not yet in it", "no longer in it", "in it"]);
    met.words("roles of one person:", &[1, 2, 3]);
    met.all(&["coachee and sponsor's side at once"]);
}

#[test]
fn every_rule_on_every_topic_and_every_state_of_an_agreement_is_met() {
    let mut met = Met::default();
    for (case, on, _) in records() {
        let e = &case.engagement;
        let coachee = &e.coachee().expect("a coachee").id;
        let current = in_force(e, on);
        if current.is_none() {
            met.note("none in force");
        }
        for agreement in &e.agreements {
            met.note(match agreement.in_force_from(coachee) {
                None => "a draft",
                Some(from) if on < from => "to come",
                Some(_) if Some(agreement) == current => "in force",
                Some(_) => "superseded",
            });
            met.note(format!(
                "put to the parties: {}",
                agreement.drafted.is_some()
            ));
            for assent in &agreement.assents {
                met.note(format!("assent {:?}", assent.how));
                met.note(match assent.party == *coachee {
                    true if agreement.effective < assent.on => "assent after the effective day",
                    true => "assent by the effective day",
                    false => "assent of another",
                });
            }
        }
        for boundary in current.iter().flat_map(|agreement| &agreement.boundaries) {
            met.note(format!("rule {:?}", (boundary.topic, boundary.rule)));
            met.note(format!("role {:?}", (boundary.role, boundary.rule)));
        }
    }
    met.all(&[
        "none in force",
        "a draft",
        "to come",
        "in force",
        "superseded",
    ]);
    met.words("put to the parties:", &[true, false]);
    met.words("assent", Consent::ALL);
    met.all(&[
        "assent after the effective day",
        "assent by the effective day",
    ]);
    met.all(&["assent of another"]);
    for &rule in Rule::ALL {
        let on_topics: Vec<_> = Topic::ALL.iter().map(|&topic| (topic, rule)).collect();
        met.words("rule", &on_topics);
        let for_roles: Vec<_> = Role::ALL.iter().map(|&role| (role, rule)).collect();
        met.words("role", &for_roles);
    }
}

#[test]
fn every_kind_of_shift_and_every_step_of_a_telling_is_met() {
    let mut met = Met::default();
    for (case, on, _) in records() {
        for version in case.engagement.goals.iter().flat_map(|goal| &goal.versions) {
            met.note(format!("status {:?}", version.status));
            met.note(format!("corrected {}", !version.corrections.is_empty()));
            met.note(format!("past {}", version.on <= on));
            if let Some(shift) = &version.shift {
                met.note(format!("shift {:?}", shift.kind));
                met.note(format!("prompt {:?}", shift.prompt));
                met.note(format!("into {}", shift.into.len()));
            }
        }
        for telling in &case.engagement.tellings {
            let state = telling.on(on).map(|step| step.state);
            met.note(format!("telling {state:?}"));
        }
    }
    met.words("status", GoalStatus::ALL);
    met.words("shift", ShiftKind::ALL);
    met.words("prompt", Prompt::ALL);
    met.words("corrected", &[true, false]);
    met.words("past", &[true, false]);
    met.words("into", &[0, 1, 2]);
    let states: Vec<_> = TellingState::ALL.iter().map(|&state| Some(state)).collect();
    met.words("telling", &states);
    met.words("telling", &[None::<TellingState>]);
}

#[test]
fn every_state_of_releases_contacts_meetings_and_promises_is_met() {
    let mut met = Met::default();
    for (case, on, _) in records() {
        let e = &case.engagement;
        for release in &e.releases {
            let audience = match release.audience {
                Audience::Party(_) => "party",
                Audience::Supervisor => "supervisor",
                Audience::Public => "public",
            };
            let state = match release.withdrawn {
                _ if on < release.given => "to come",
                Some(day) if day <= on => "withdrawn",
                _ => "live",
            };
            met.note(format!("release {:?}", (audience, release.voice, state)));
            met.note(format!("of a note {}", release.note.is_some()));
            met.note(format!("of a session {}", release.session.is_some()));
            met.note(format!("of a goal {}", release.goal.is_some()));
        }
        for contact in &e.sponsor_contacts {
            met.note(match (contact.withheld.is_empty(), contact.resolved) {
                (true, _) => "never withheld",
                (false, Some(day)) if day <= on => "no longer withheld",
                (false, Some(_)) => "withheld until a day",
                (false, None) => "withheld",
            });
            met.note(format!("told {}", contact.coachee_told.is_some()));
        }
        for meeting in &e.meetings {
            met.note(format!("meeting {:?}", (meeting.status, meeting.on <= on)));
            met.note(format!("meeting {:?}", meeting.kind));
            met.note(format!("agreed any {}", !meeting.agreed.is_empty()));
        }
        for session in &e.sessions {
            met.note(format!("session {:?}", (session.status, session.on <= on)));
        }
        for promise in &e.commitments {
            let known = promise.settled.is_some_and(|day| day <= on);
            met.note(format!("promise {:?}", (promise.status, known)));
            met.note(format!(
                "promised at a meeting {}",
                promise.meeting.is_some()
            ));
            met.note(format!("promised by the coach {}", promise.by.is_none()));
        }
        for position in &e.positions {
            met.note(format!("stance {:?}", position.stance));
        }
    }
    for audience in ["party", "supervisor", "public"] {
        for &voice in Voice::ALL {
            let states = ["live", "withdrawn", "to come"].map(|state| (audience, voice, state));
            met.words("release", &states);
        }
    }
    let either = [true, false];
    for lead in [
        "of a note",
        "of a session",
        "of a goal",
        "told",
        "agreed any",
    ] {
        met.words(lead, &either);
    }
    met.all(&[
        "never withheld",
        "withheld",
        "withheld until a day",
        "no longer withheld",
    ]);
    met.words("promised at a meeting", &either);
    met.words("promised by the coach", &either);
    met.words("meeting", MeetingKind::ALL);
    met.words("stance", Stance::ALL);
    for past in either {
        let of_meetings: Vec<_> = MeetingStatus::ALL.iter().map(|&s| (s, past)).collect();
        met.words("meeting", &of_meetings);
        let of_sessions: Vec<_> = SessionStatus::ALL.iter().map(|&s| (s, past)).collect();
        met.words("session", &of_sessions);
        let of_promises: Vec<_> = CommitmentStatus::ALL.iter().map(|&s| (s, past)).collect();
        met.words("promise", &of_promises);
    }
}

#[test]
fn everything_that_is_kept_beside_the_record_is_met() {
    let mut met = Met::default();
    for (case, ..) in records() {
        let e = &case.engagement;
        for entry in &e.ledger {
            met.note(format!("ground {}", entry.ground.word()));
            met.note(format!("by {:?}", entry.by));
            met.note(format!("how {:?}", entry.how));
            if let Ground::Exception(exception) = &entry.ground {
                met.note(format!("exception {:?}", exception.kind));
                met.note(format!("consulted {:?}", exception.consulted));
            }
            match &entry.what {
                Disclosed::Words { topic, .. } => met.note(format!("told of {topic:?}")),
                Disclosed::Document { kind, .. } => met.note(format!("handed over {kind:?}")),
            }
            met.note(format!("to the public {}", entry.to.is_none()));
        }
        for approval in &e.approvals {
            met.note(format!("approved {:?}", approval.document));
            met.note(format!(
                "approval kept its words {}",
                !approval.said.is_empty()
            ));
        }
        for mask in &e.masks {
            met.note(format!(
                "a mask becomes something {}",
                mask.becomes.is_some()
            ));
        }
    }
    let grounds = [
        "boundary",
        "release",
        "meeting",
        "coachees-own",
        "approval",
        "two-chair-record",
        "proposal",
        "supervision",
        "access",
        "exception",
    ];
    met.all(&grounds.map(|word| format!("ground {word}")));
    met.words("by", Teller::ALL);
    met.words("how", Channel::ALL);
    met.words("told of", Topic::ALL);
    met.words("handed over", DocumentKind::ALL);
    met.words("approved", DocumentKind::ALL);
    met.words("exception", ExceptionKind::ALL);
    met.words("consulted", Consulted::ALL);
    met.words("to the public", &[true, false]);
    met.words("approval kept its words", &[true, false]);
    met.words("a mask becomes something", &[true, false]);
}
