//! Who does know an item, and who may, in the worked engagement.

use coaching::agreement::Boundary;
use coaching::closing::FollowUp;
use coaching::knows::{DoesKnow, HowKnown, ItemOf, MayKnow, Who, who};
use coaching::ledger::{Disclosed, Ground};
use coaching::meetings::Decision;
use coaching::record::{Approval, Case, Contact};
use coaching::words::{Chairs, Channel, Consent, DocumentKind, Role, Rule, Teller, Topic, WhyNot};

use crate::support::build::*;
use crate::worked_engagement::worked;

/// How a party knows an item of the worked engagement.
fn ways(case: &Case, item: &ItemOf, party: &str, on: &str) -> Vec<HowKnown> {
    let who = who(case, item, day(on)).expect("an item");
    let does = who.does.into_iter();
    does.filter(|does| does.party.as_str() == party)
        .map(|DoesKnow { how, .. }| how)
        .collect()
}

fn asked<'w>(who: &'w Who<'_>, party: &str) -> &'w MayKnow<'w> {
    let mut may = who.may.iter();
    may.find(|may| may.party.as_str() == party)
        .expect("a party")
}

#[test]
fn ingrid_knows_of_c_and_may_not() {
    let case = worked();
    let c = ItemOf::GoalVersion(id("c-1"));
    let ledger = HowKnown::Ledger {
        number: 1,
        on: day("2026-05-10"),
        by: Teller::Coachee,
        channel: Channel::InPerson,
    };
    assert_eq!(ways(&case, &c, "ingrid", "2026-05-11"), [ledger]);
    assert_eq!(ways(&case, &c, "ingrid", "2026-05-09"), []);
    assert_eq!(ways(&case, &c, "tom", "2026-05-11"), []);
    assert_eq!(ways(&case, &c, "maya", "2026-05-11"), [HowKnown::OwnRecord]);
    let who = who(&case, &c, day("2026-05-11")).expect("C");
    assert_eq!(who.chairs, Chairs::Two);
    let ingrid = asked(&who, "ingrid");
    assert!(!ingrid.may);
    assert_eq!(ingrid.not, Some(WhyNot::Rule));
    assert_eq!(ingrid.rule, Rule::CoacheeShares);
    assert_eq!(ingrid.effective, Some(day("2026-03-01")));
    assert!(asked(&who, "maya").may);
}

#[test]
fn a_telling_without_an_entry_is_said_to_be_one() {
    let mut case = worked();
    case.engagement.ledger.clear();
    let shift = ItemOf::GoalVersion(id("a-2"));
    let told = HowKnown::Told {
        on: day("2026-05-10"),
    };
    assert_eq!(ways(&case, &shift, "ingrid", "2026-05-11"), [told]);
    assert_eq!(ways(&case, &shift, "ingrid", "2026-05-09"), []);
}

#[test]
fn who_sat_in_the_meeting_knows_what_it_agreed_and_who_did_not_may() {
    let case = worked();
    let agreed = ItemOf::AgreedGoal {
        meeting: id("contracting"),
        goal: id("a"),
    };
    let sat = HowKnown::Attended {
        on: day("2026-03-03"),
    };
    assert_eq!(ways(&case, &agreed, "ingrid", "2026-03-05"), [sat]);
    assert_eq!(ways(&case, &agreed, "ingrid", "2026-03-02"), []);
    assert_eq!(ways(&case, &agreed, "tom", "2026-03-05"), []);
    let on_5_march = who(&case, &agreed, day("2026-03-05")).expect("A");
    assert!(asked(&on_5_march, "tom").may);
    let on_2_march = who(&case, &agreed, day("2026-03-02")).expect("A");
    assert_eq!(asked(&on_2_march, "ingrid").not, Some(WhyNot::NotYet));
    // The goal's own first version is known as it was agreed.
    let version = ItemOf::GoalVersion(id("a-1"));
    let version = who(&case, &version, day("2026-03-05")).expect("A's version");
    assert!(asked(&version, "tom").as_agreed);
    assert_eq!(version.chairs, Chairs::Three);
}

#[test]
fn a_release_stands_for_its_note_while_it_counts() {
    let mut case = worked();
    case.engagement.progress = vec![note("n", "2026-05-01", "The launch is with Jo.")];
    case.engagement.releases[0].note = Some(id("n"));
    let item = ItemOf::Note(id("n"));
    let on = |on: &str| who(&case, &item, day(on)).expect("the note");
    let live = on("2026-05-03");
    assert!(!asked(&live, "ingrid").may);
    assert!(asked(&live, "ingrid").in_released_words);
    assert!(!asked(&live, "tom").in_released_words);
    assert_eq!(live.releases.len(), 1);
    assert!(!asked(&on("2026-06-01"), "ingrid").in_released_words);
    // The release itself: to Ingrid while it counts, to Tom never.
    let release = ItemOf::Release(case.engagement.releases[0].id.clone());
    let live = who(&case, &release, day("2026-05-03")).expect("the release");
    assert!(asked(&live, "ingrid").may);
    assert_eq!(asked(&live, "tom").not, Some(WhyNot::AnotherAudience));
    let gone = who(&case, &release, day("2026-06-01")).expect("the release");
    assert_eq!(asked(&gone, "ingrid").not, Some(WhyNot::Withdrawn));
}

#[test]
fn a_contact_withheld_from_the_coachee_says_so_until_it_is_told() {
    let mut case = worked();
    case.engagement.sponsor_contacts = vec![Contact {
        id: id("k"),
        party: id("ingrid"),
        on: day("2026-04-01"),
        how: Channel::Call,
        text: text("She may be promoted."),
        coachee_told: Some(day("2026-04-10")),
        withheld: text("Ingrid wants to say it herself."),
        resolved: None,
    }];
    let item = ItemOf::Contact(id("k"));
    let before = who(&case, &item, day("2026-04-09")).expect("the contact");
    assert_eq!(asked(&before, "maya").not, Some(WhyNot::Withheld));
    assert_eq!(before.chairs, Chairs::One);
    assert_eq!(
        ways(&case, &item, "ingrid", "2026-04-09"),
        [HowKnown::SaidIt]
    );
    assert_eq!(ways(&case, &item, "maya", "2026-04-09"), []);
    let after = who(&case, &item, day("2026-04-10")).expect("the contact");
    assert!(asked(&after, "maya").may);
    let told = HowKnown::Told {
        on: day("2026-04-10"),
    };
    assert_eq!(ways(&case, &item, "maya", "2026-04-10"), [told]);
    assert_eq!(
        ways(&case, &item, "ingrid", "2026-04-10"),
        [HowKnown::SaidIt]
    );
}

#[test]
fn a_document_tells_where_its_words_were_kept_and_leaves_open_where_they_were_not() {
    let mut case = worked();
    let decision = "Tom looks for somebody for the launch.";
    case.engagement.meetings[0].decisions = vec![Decision {
        id: id("d"),
        text: text(decision),
    }];
    let handed = |number, content: &str| {
        let mut entry = case.engagement.ledger[0].clone();
        entry.number = number;
        entry.to = Some(id("tom"));
        entry.by = Teller::Coach;
        entry.how = Channel::Document;
        entry.ground = Ground::Approval;
        entry.what = Disclosed::Document {
            kind: DocumentKind::Summary,
            sha256: "00".into(),
            content: content.into(),
        };
        entry
    };
    let entries = [handed(2, "kept"), handed(3, "not-kept"), handed(4, "else")];
    let approval = |content: &str, said: &str| Approval {
        id: id(&format!("approval-{content}")),
        document: DocumentKind::Summary,
        party: Some(id("tom")),
        meeting: None,
        content: content.into(),
        said: wording(said),
        on: day("2026-05-01"),
        how: Consent::InWriting,
    };
    case.engagement.ledger.extend(entries);
    case.engagement.approvals = vec![
        approval("kept", &format!("Decided\n“{decision}”\nEnd")),
        approval("not-kept", ""),
        approval("else", "Decided\nNothing"),
    ];
    let item = ItemOf::Decision(id("d"));
    let who = who(&case, &item, day("2026-05-11")).expect("the decision");
    let toms: Vec<u32> = who
        .does
        .iter()
        .filter(|does| does.party.as_str() == "tom")
        .filter_map(|does| match does.how {
            HowKnown::Ledger { number, .. } => Some(number),
            _ => None,
        })
        .collect();
    assert_eq!(toms, [2], "the one whose kept words hold the decision");
    let unclear: Vec<u32> = who.papers.iter().map(|paper| paper.number).collect();
    assert_eq!(unclear, [3], "the one of which nothing was kept");
    // What Tom could not have been shown is not left open.
    let note = note("n", "2026-03-02", "I stayed silent.");
    case.engagement.insights = vec![note];
    let item = ItemOf::Note(id("n"));
    let who = coaching::knows::who(&case, &item, day("2026-05-11")).expect("the note");
    assert!(who.papers.is_empty());
}

#[test]
fn words_released_on_another_topic_do_not_take_the_notes_place() {
    let mut case = worked();
    case.engagement.themes = vec![note("n", "2026-05-01", "Handing over.")];
    case.engagement.releases[0].note = Some(id("n"));
    let to = |topic| {
        let mut case = case.clone();
        for boundary in &mut case.engagement.agreements[0].boundaries {
            boundary.rule = Rule::Shared;
        }
        case.engagement.releases[0].topic = topic;
        let item = ItemOf::Note(id("n"));
        let who = who(&case, &item, day("2026-05-03")).expect("the note");
        let ingrid = asked(&who, "ingrid");
        (ingrid.may, ingrid.in_released_words)
    };
    assert_eq!(to(Topic::Themes), (true, true));
    assert_eq!(to(Topic::Progress), (true, false));
}

#[test]
fn a_follow_up_has_no_place_where_the_engagement_is_closed_to_the_coachee() {
    let mut case = worked();
    case.engagement.ended = Some(day("2026-06-01"));
    case.engagement.follow_ups = vec![FollowUp {
        id: id("f"),
        due: day("2026-09-01"),
        done: Some(day("2026-09-02")),
        words: text("It has lasted."),
    }];
    let item = ItemOf::FollowUp(id("f"));
    let not = |case: &Case| {
        let who = who(case, &item, day("2026-09-03")).expect("the follow-up");
        asked(&who, "maya").not
    };
    assert_eq!(not(&case), None);
    let closed = Boundary {
        topic: Topic::Engagement,
        role: Role::Coachee,
        rule: Rule::Confidential,
    };
    case.engagement.agreements[0].boundaries.push(closed);
    assert_eq!(not(&case), Some(WhyNot::Unnamed));
}
