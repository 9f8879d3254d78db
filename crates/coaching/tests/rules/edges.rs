//! The day before, the day itself and the day after: on which day each dated thing begins or ceases to
//! be seen. Everything here turns on 10 March.

use coaching::agreement::{Agreement, Assent, Boundary};
use coaching::meetings::Decision;
use coaching::record::{Case, Commitment, Contact, Position};
use coaching::text::Text;
use coaching::words::{
    Channel, CommitmentStatus, Consent, MeetingStatus, Role, Rule, ShiftKind, Stance, Topic,
};

use crate::support::build::*;

const THE_DAY: &str = "2026-03-10";
const DAYS: [&str; 3] = ["2026-03-09", THE_DAY, "2026-03-11"];
const WORDS: &str = "The words that matter";

const BEGINS: [bool; 3] = [false, true, true];
const ENDS: [bool; 3] = [true, false, false];
const ALWAYS: [bool; 3] = [true, true, true];
const NEVER: [bool; 3] = [false, false, false];

/// Maya and Ingrid, her sponsor, with nothing agreed.
fn maya_and_ingrid() -> Case {
    let mut case = case();
    case.people.push(person("Ingrid"));
    let sponsor = party("ingrid", Role::Sponsor);
    case.engagement.parties.push(sponsor);
    case
}

/// Everything under one rule for the sponsor.
fn under(rule: Rule, effective: &str) -> Agreement {
    let of = |&topic: &Topic| Boundary {
        topic,
        role: Role::Sponsor,
        rule,
    };
    agreement(effective, Topic::ALL.iter().map(of).collect())
}

/// Maya and Ingrid, with everything open to Ingrid since 1 March.
fn open() -> Case {
    let mut case = maya_and_ingrid();
    case.engagement.agreements = vec![under(Rule::Shared, "2026-03-01")];
    case
}

/// Whether the words are in the chair's view on the three days.
fn seen(case: &Case, chair: &str) -> [bool; 3] {
    DAYS.map(|on| bytes(&sit(case, chair, on)).contains(WORDS))
}

fn contact() -> Contact {
    Contact {
        id: id("contact"),
        party: id("ingrid"),
        on: day("2026-03-02"),
        how: Channel::Call,
        text: text(WORDS),
        coachee_told: None,
        withheld: Text::empty(),
        resolved: None,
    }
}

#[test]
fn a_release_counts_from_the_day_it_was_given_until_the_day_it_was_withdrawn() {
    let mut case = maya_and_ingrid();
    case.engagement.agreements = vec![under(Rule::WithConsent, "2026-03-01")];
    case.engagement.releases = vec![release("ingrid", Topic::Progress, THE_DAY, WORDS)];
    assert_eq!(seen(&case, "ingrid"), BEGINS);
    assert_eq!(seen(&case, "maya"), BEGINS);
    let release = &mut case.engagement.releases[0];
    release.withdrawn = Some(day(THE_DAY));
    assert_eq!(seen(&case, "ingrid"), NEVER, "withdrawn on the same day");
    let release = &mut case.engagement.releases[0];
    release.given = day("2026-03-02");
    assert_eq!(seen(&case, "ingrid"), ENDS);
    assert_eq!(seen(&case, "maya"), ALWAYS);
    let withdrawn = |on| {
        let view = sit(&case, "maya", on);
        view.releases()[0].withdrawn().is_some()
    };
    assert_eq!(DAYS.map(withdrawn), BEGINS, "and she sees since when");
}

#[test]
fn an_agreement_is_in_force_from_its_day_or_the_coachees_assent_whichever_is_later() {
    let effective = |effective: &str, assent: Option<&str>| {
        let mut case = maya_and_ingrid();
        case.engagement.progress = vec![note("n", "2026-03-02", WORDS)];
        let mut agreement = under(Rule::Shared, effective);
        agreement.assents.retain(|_| assent.is_some());
        for own in &mut agreement.assents {
            own.on = day(assent.expect("an assent"));
        }
        // The sponsor's assent opens and closes nothing.
        agreement.assents.push(Assent {
            party: id("ingrid"),
            on: day("2026-03-01"),
            how: Consent::InWriting,
        });
        case.engagement.agreements = vec![agreement];
        seen(&case, "ingrid")
    };
    assert_eq!(effective(THE_DAY, Some(THE_DAY)), BEGINS);
    assert_eq!(effective(THE_DAY, Some("2026-03-03")), BEGINS);
    assert_eq!(effective("2026-03-03", Some(THE_DAY)), BEGINS);
    assert_eq!(effective("2026-03-03", Some("2026-03-03")), ALWAYS);
    assert_eq!(effective("2026-03-03", None), NEVER);
}

#[test]
fn the_next_version_takes_over_on_its_day_or_on_the_coachees_assent() {
    let after = |effective: &str, assent: &str, first: Rule, next: Rule| {
        let mut case = maya_and_ingrid();
        case.engagement.progress = vec![note("n", "2026-03-02", WORDS)];
        let mut next = under(next, effective);
        next.assents[0].on = day(assent);
        case.engagement.agreements = vec![next, under(first, "2026-03-01")];
        seen(&case, "ingrid")
    };
    let (open, shut) = (Rule::Shared, Rule::Confidential);
    assert_eq!(after(THE_DAY, THE_DAY, open, shut), ENDS);
    assert_eq!(after(THE_DAY, "2026-03-04", open, shut), ENDS);
    assert_eq!(after("2026-03-04", THE_DAY, open, shut), ENDS);
    assert_eq!(after(THE_DAY, THE_DAY, shut, open), BEGINS);
    assert_eq!(after("2026-03-04", THE_DAY, shut, open), BEGINS);
    // Assented to after a later one: the one that takes effect last counts.
    assert_eq!(after("2026-02-20", THE_DAY, open, shut), ALWAYS);
    assert_eq!(after("2026-02-20", THE_DAY, shut, open), NEVER);
}

#[test]
fn a_party_is_in_from_the_day_it_joined_until_the_day_it_left() {
    let mut case = open();
    case.engagement.progress = vec![note("n", "2026-03-02", WORDS)];
    case.engagement.parties[1].joined = day(THE_DAY);
    assert_eq!(seen(&case, "ingrid"), BEGINS);
    let listed = |case: &Case| {
        DAYS.map(|on| {
            let view = sit(case, "maya", on);
            let parties = view.heading().as_ref().expect("a heading").parties();
            parties.iter().any(|party| party.name() == "Ingrid")
        })
    };
    assert_eq!(listed(&case), BEGINS);
    case.engagement.parties[1].joined = day("2026-02-01");
    case.engagement.parties[1].left = Some(day(THE_DAY));
    assert_eq!(seen(&case, "ingrid"), ENDS);
    assert_eq!(listed(&case), ENDS);
}

/// Every state of withholding, for every role under every rule.
#[test]
fn a_withheld_contact_stays_out_of_the_coachees_view_until_the_reason_is_gone() {
    let states: [(bool, Option<&str>, [bool; 3]); 5] = [
        (false, None, ALWAYS),
        (true, None, NEVER),
        (true, Some("2026-03-05"), ALWAYS),
        (true, Some(THE_DAY), BEGINS),
        (true, Some("2026-03-12"), NEVER),
    ];
    for &role in Role::ALL {
        for &rule in Rule::ALL {
            for (withheld, resolved, to_maya) in states {
                let mut case = maya_and_ingrid();
                case.engagement.parties[1].role = match role {
                    Role::Coachee => Role::Sponsor,
                    other => other,
                };
                let mut agreement = under(rule, "2026-03-01");
                for boundary in &mut agreement.boundaries {
                    boundary.role = role;
                }
                case.engagement.agreements = vec![agreement];
                let mut contact = contact();
                if withheld {
                    contact.withheld = text("Ingrid asked for a week");
                }
                contact.resolved = resolved.map(day);
                case.engagement.sponsor_contacts = vec![contact];
                let open = rule == Rule::Shared;
                let (chair, expected) = match role {
                    Role::Coachee if open => ("maya", to_maya),
                    Role::Coachee => ("maya", NEVER),
                    Role::Supervisor => ("ingrid", NEVER),
                    _ if open => ("ingrid", ALWAYS),
                    _ => ("ingrid", NEVER),
                };
                let scene = (role, rule, withheld, resolved);
                assert_eq!(seen(&case, chair), expected, "{scene:?}");
                let json = bytes(&sit(&case, chair, THE_DAY));
                assert!(!json.contains("a week"), "the reason is the coach's own");
            }
        }
    }
}

#[test]
fn a_note_a_contact_and_a_session_belong_to_their_day() {
    let mut case = open();
    case.engagement.progress = vec![note("n", THE_DAY, WORDS)];
    assert_eq!(seen(&case, "ingrid"), BEGINS);
    let mut case = open();
    case.engagement.sponsor_contacts = vec![Contact {
        on: day(THE_DAY),
        ..contact()
    }];
    assert_eq!(seen(&case, "ingrid"), BEGINS);
    let mut case = open();
    let mut session = session("s", THE_DAY);
    session.record = text(WORDS);
    case.engagement.sessions = vec![session];
    assert_eq!(seen(&case, "ingrid"), BEGINS);
    let held = |on| {
        let view = sit(&case, "ingrid", on);
        *view.attendance().as_ref().expect("attendance").held() == 1
    };
    assert_eq!(DAYS.map(held), BEGINS);
}

#[test]
fn what_a_meeting_decided_is_known_from_the_day_it_was_held() {
    for rule in [Rule::Shared, Rule::Confidential] {
        let mut case = maya_and_ingrid();
        case.engagement.agreements = vec![under(rule, "2026-03-01")];
        let goal = goal("g", vec![version("v", "2026-03-02", "A title")]);
        case.engagement.goals = vec![goal];
        let mut meeting = held("m", THE_DAY, &["maya", "ingrid"]);
        meeting.decisions = vec![Decision {
            id: id("d"),
            text: text(WORDS),
        }];
        case.engagement.meetings = vec![meeting.clone()];
        assert_eq!(seen(&case, "ingrid"), BEGINS, "{rule:?}");
        meeting.decisions.clear();
        meeting.agreed = vec![agreed("g", "v", WORDS)];
        case.engagement.meetings = vec![meeting.clone()];
        assert_eq!(seen(&case, "ingrid"), BEGINS, "{rule:?}");
        meeting.status = MeetingStatus::Cancelled;
        case.engagement.meetings = vec![meeting];
        assert_eq!(seen(&case, "ingrid"), NEVER, "{rule:?}");
    }
}

#[test]
fn a_meeting_is_known_from_the_day_it_was_arranged_and_is_planned_until_its_own() {
    let mut case = open();
    let mut meeting = held("m", "2026-03-11", &["maya", "ingrid"]);
    meeting.arranged = day(THE_DAY);
    meeting.place = text(WORDS);
    case.engagement.meetings = vec![meeting];
    assert_eq!(seen(&case, "ingrid"), BEGINS);
    let known = DAYS.map(|on| {
        let view = sit(&case, "ingrid", on);
        let meeting = view.meetings().first();
        meeting.map(|meeting| (*meeting.status(), meeting.attended().len()))
    });
    let planned = Some((MeetingStatus::Planned, 0));
    assert_eq!(known, [None, planned, Some((MeetingStatus::Held, 2))]);
}

#[test]
fn a_promise_is_known_from_its_day_and_what_became_of_it_from_that_day() {
    let promise = |made: &str, settled: Option<&str>| Commitment {
        id: id("c"),
        by: Some(id("maya")),
        text: text(WORDS),
        made: day(made),
        due: None,
        status: CommitmentStatus::Kept,
        settled: settled.map(day),
        session: None,
        meeting: None,
    };
    let mut case = open();
    case.engagement.commitments = vec![promise(THE_DAY, None)];
    assert_eq!(seen(&case, "ingrid"), BEGINS);
    case.engagement.commitments = vec![promise("2026-03-02", Some(THE_DAY))];
    let kept = |on| {
        let view = sit(&case, "ingrid", on);
        *view.commitments()[0].status() == Some(CommitmentStatus::Kept)
    };
    assert_eq!(DAYS.map(kept), BEGINS);
}

#[test]
fn a_goal_moves_on_the_day_of_its_shift_and_a_position_on_its_own() {
    let mut case = open();
    let first = version("v1", "2026-03-02", "A title");
    let next = shifted("v2", THE_DAY, WORDS, ShiftKind::Morphed, &[]);
    case.engagement.goals = vec![goal("g", vec![first, next])];
    assert_eq!(seen(&case, "ingrid"), BEGINS);
    let mut case = open();
    let only = version("v1", "2026-03-02", "A title");
    case.engagement.goals = vec![goal("g", vec![only])];
    case.engagement.positions = vec![Position {
        id: id("p"),
        party: id("ingrid"),
        goal: id("g"),
        on: day(THE_DAY),
        stance: Stance::Supportive,
        words: text(WORDS),
    }];
    assert_eq!(seen(&case, "ingrid"), BEGINS);
}

#[test]
fn the_frame_is_known_from_the_day_the_engagement_began_and_its_end_from_that_day() {
    let mut case = open();
    case.engagement.began = day(THE_DAY);
    case.engagement.fees = text(WORDS);
    assert_eq!(seen(&case, "ingrid"), BEGINS);
    let named = |on| sit(&case, "ingrid", on).heading().is_some();
    assert_eq!(DAYS.map(named), BEGINS);
    case.engagement.began = day("2026-02-01");
    case.engagement.ended = Some(day(THE_DAY));
    let over = |on| {
        let view = sit(&case, "ingrid", on);
        view.heading()
            .as_ref()
            .expect("a heading")
            .ended()
            .is_some()
    };
    assert_eq!(DAYS.map(over), BEGINS);
}
