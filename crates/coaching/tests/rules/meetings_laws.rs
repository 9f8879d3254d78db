//! Meetings: their agenda, how its time is shared out, what lies on the table, what comes next; and that
//! a new sponsor knows nothing that was not told to them.

use coaching::check::faults;
use coaching::day::Day;
use coaching::goals::{Telling, TellingStep};
use coaching::knows::{ItemOf, who};
use coaching::meetings::{AgendaItem, Decision, LONGEST_AGENDA, Speaker, share_out};
use coaching::preparing::{clarity, next, pulls_apart};
use coaching::record::{Case, Position};
use coaching::room::room;
use coaching::seat::seat;
use coaching::text::Text;
use coaching::view::SpokenBy;
use coaching::words::{
    AgreeAgain, MeetingKind, MeetingStatus, Role, Rule, ShiftKind, Stance, TellingState, Topic,
};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::build::*;
use crate::support::cases;
use crate::support::tape::Tape;
use crate::support::whole::{a_day, any_case};

const SHARED: &[Topic] = &[Topic::Engagement, Topic::BaselineGoals];

/// Maya and Ingrid, her sponsor, with some topics open to sponsors since 1 March.
fn maya_and_ingrid(open: &[Topic]) -> Case {
    let mut case = case();
    case.people.push(person("Ingrid"));
    case.engagement.parties.push(party("ingrid", Role::Sponsor));
    let boundaries = open.iter().map(|&topic| coaching::agreement::Boundary {
        topic,
        role: Role::Sponsor,
        rule: Rule::Shared,
    });
    case.engagement.agreements = vec![agreement("2026-03-01", boundaries.collect())];
    case
}

fn point(words: &str, speaker: Speaker) -> AgendaItem {
    AgendaItem {
        text: text(words),
        minutes: 15,
        speaker,
    }
}

fn on(day_of: &str) -> Day {
    day(day_of)
}

#[test]
fn the_agenda_is_read_in_its_order_by_those_to_whom_the_frame_is_open() {
    let agenda = vec![
        point("Second thoughts", Speaker::Party(id("maya"))),
        point("A first word", Speaker::Coach),
        point("And all", Speaker::Everybody),
    ];
    for open in [true, false] {
        let mut case = maya_and_ingrid(if open { SHARED } else { &[] });
        let mut meeting = held("m", "2026-04-01", &["maya", "ingrid"]);
        meeting.status = MeetingStatus::Planned;
        meeting.agenda.clone_from(&agenda);
        case.engagement.meetings = vec![meeting];
        let read = |chair: &str| -> Vec<String> {
            let view = sit(&case, chair, "2026-03-10");
            let meetings = view.meetings().iter().flat_map(|m| m.agenda());
            let said = |speaker: &SpokenBy| match speaker {
                SpokenBy::Everybody => "all".to_owned(),
                SpokenBy::Coach => "coach".to_owned(),
                SpokenBy::Party(party) => party.name().clone(),
            };
            meetings
                .map(|point| format!("{}: {}", said(point.speaker()), point.text().text()))
                .collect()
        };
        let whole = [
            "Maya: Second thoughts",
            "coach: A first word",
            "all: And all",
        ];
        assert_eq!(read("maya"), whole);
        assert_eq!(read("ingrid").is_empty(), !open);
        let item = ItemOf::AgendaPoint {
            meeting: id("m"),
            place: 1,
        };
        let who = who(&case, &item, on("2026-03-10")).expect("a point");
        let ingrid = who.may.iter().find(|may| *may.party == id("ingrid"));
        assert_eq!(ingrid.expect("a party").may, open);
    }
}

#[test]
fn an_agenda_that_cannot_be_is_a_fault() {
    let faulty = |agenda: Vec<AgendaItem>| {
        let mut case = maya_and_ingrid(SHARED);
        let mut meeting = held("m", "2026-04-01", &["maya", "ingrid"]);
        meeting.agenda = agenda;
        case.engagement.meetings = vec![meeting];
        let found = faults(&case.engagement).into_iter().next();
        found.map(|fault| fault.place)
    };
    let whole = point("Welcome", Speaker::Coach);
    assert_eq!(faulty(vec![whole.clone(); LONGEST_AGENDA]), None);
    let too_many = faulty(vec![whole.clone(); LONGEST_AGENDA + 1]);
    assert_eq!(too_many.as_deref(), Some("meetings[0].agenda"));
    let blank = point(" ", Speaker::Coach);
    let at = faulty(vec![whole.clone(), blank]);
    assert_eq!(at.as_deref(), Some("meetings[0].agenda[1].text"));
    let long = AgendaItem {
        minutes: 601,
        ..whole
    };
    let at = faulty(vec![long]);
    assert_eq!(at.as_deref(), Some("meetings[0].agenda[0].minutes"));
    let at = faulty(vec![point("Who", Speaker::Party(id("nobody")))]);
    assert_eq!(at.as_deref(), Some("meetings[0].agenda[0].speaker"));
}

#[test]
fn a_new_sponsor_knows_nothing_that_was_told_to_the_one_before() {
    let mut case = maya_and_ingrid(SHARED);
    let e = &mut case.engagement;
    e.parties[1].left = Some(day("2026-05-01"));
    case.people.push(person("Tom"));
    let mut tom = party("tom", Role::Sponsor);
    tom.joined = day("2026-05-01");
    e.parties.push(tom);
    e.goals = vec![goal(
        "a",
        vec![
            version("a-1", "2026-03-02", "Delegate the launch"),
            shifted(
                "a-2",
                "2026-04-01",
                "Hand the launch to Jo",
                ShiftKind::ReScoped,
                &[],
            ),
        ],
    )];
    let mut contracting = held("m", "2026-03-03", &["maya", "ingrid"]);
    contracting.agreed = vec![agreed("a", "a-1", "Delegate the launch")];
    contracting.decisions = vec![Decision {
        id: id("d"),
        text: text("Ingrid gives up the Monday call"),
    }];
    e.meetings = vec![contracting];
    e.tellings = vec![Telling {
        version: id("a-2"),
        party: id("ingrid"),
        steps: vec![TellingStep {
            on: day("2026-04-10"),
            state: TellingState::Told,
            by: None,
        }],
    }];
    assert_eq!(faults(&case.engagement), []);
    let told = |case: &Case| -> Vec<_> {
        let rows = coaching::drift::drift(&case.engagement, day("2026-05-10"));
        let tellings = rows.into_iter().flat_map(|row| row.tellings);
        tellings
            .map(|telling| (telling.party, telling.step.is_some()))
            .collect()
    };
    assert_eq!(
        told(&case),
        [(id("tom"), false)],
        "only who is there is to be told, and was not"
    );
    let item = ItemOf::GoalVersion(id("a-2"));
    let who = who(&case, &item, on("2026-05-10")).expect("a version");
    assert!(who.does.iter().any(|does| *does.party == id("ingrid")));
    assert!(who.does.iter().all(|does| *does.party != id("tom")));
    let view = bytes(&sit(&case, "tom", "2026-05-10"));
    assert!(
        view.contains("Delegate the launch"),
        "what is shared with sponsors"
    );
    assert!(
        !view.contains("Monday call"),
        "the outcome of a meeting in which he did not sit"
    );
    assert!(!view.contains("Hand the launch"));
    let clear = clarity(
        &case.engagement,
        &held("n", "2026-06-01", &["maya", "tom"]),
        on("2026-05-10"),
    );
    assert_eq!(clear.again, [AgreeAgain::SomebodyNew]);
    assert_eq!(clear.without_assent, [id("tom")]);
    assert_eq!(clear.unnamed[0].1.len(), Topic::ALL.len() - SHARED.len());
}

#[test]
fn boundaries_are_due_again_after_half_a_year_and_when_a_draft_waits() {
    let mut case = maya_and_ingrid(SHARED);
    let meeting = held("m", "2026-09-01", &["maya", "ingrid"]);
    let again = |case: &Case, of: &str| clarity(&case.engagement, &meeting, on(of)).again;
    assert_eq!(again(&case, "2026-08-30"), []);
    assert_eq!(again(&case, "2026-08-31"), [AgreeAgain::HalfAYear]);
    let mut draft = agreement("2026-05-01", vec![]);
    draft.id = id("draft");
    draft.assents.clear();
    case.engagement.agreements.push(draft);
    assert_eq!(again(&case, "2026-04-01"), [AgreeAgain::Draft]);
    case.engagement.agreements.clear();
    assert_eq!(
        clarity(&case.engagement, &meeting, on("2026-04-01")).effective,
        None
    );
}

#[test]
fn positions_pull_apart_by_the_latest_of_each() {
    let mut case = maya_and_ingrid(SHARED);
    case.engagement.goals = vec![goal("a", vec![version("a-1", "2026-03-02", "Delegate")])];
    let stands = |party: &str, of: &str, stance| Position {
        id: id(&format!("{party}-{of}")),
        party: id(party),
        goal: id("a"),
        on: day(of),
        stance,
        words: Text::empty(),
    };
    let apart = |case: &Case| pulls_apart(&case.engagement, on("2026-05-01")).len();
    case.engagement.positions = vec![
        stands("maya", "2026-03-02", Stance::Champion),
        stands("ingrid", "2026-03-02", Stance::Sceptical),
    ];
    assert_eq!(apart(&case), 1);
    let later = stands("ingrid", "2026-04-02", Stance::Supportive);
    case.engagement.positions.push(later);
    assert_eq!(apart(&case), 0);
    let ahead = stands("ingrid", "2026-06-02", Stance::Conflicting);
    case.engagement.positions.push(ahead);
    assert_eq!(apart(&case), 0, "what is to come does not count");
}

#[test]
fn the_next_meeting_follows_the_kind_and_the_rhythm() {
    let mut case = maya_and_ingrid(SHARED);
    let e = &mut case.engagement;
    e.planned_end = Some(day("2026-09-30"));
    let after = |kind, of: &str| {
        let mut meeting = held("m", of, &["maya", "ingrid"]);
        meeting.kind = kind;
        meeting
    };
    let said = |e: &coaching::record::Engagement, kind, of: &str| {
        next(e, &after(kind, of)).map(|next| (next.kind, next.on.to_string()))
    };
    let monday = |kind, of: &str| Some((kind, of.to_owned()));
    assert_eq!(
        said(e, MeetingKind::Before, "2026-03-02"),
        monday(MeetingKind::Contracting, "2026-03-16")
    );
    assert_eq!(
        said(e, MeetingKind::Contracting, "2026-03-04"),
        monday(MeetingKind::MidPoint, "2026-06-17")
    );
    assert_eq!(
        said(e, MeetingKind::MidPoint, "2026-06-17"),
        monday(MeetingKind::Closing, "2026-09-23")
    );
    assert_eq!(said(e, MeetingKind::Closing, "2026-09-23"), None);
    e.planned_end = None;
    // 91 days later is a Saturday: the Monday after it.
    assert_eq!(
        said(e, MeetingKind::MidPoint, "2026-06-06"),
        monday(MeetingKind::Closing, "2026-09-07")
    );
    let mut planned = after(MeetingKind::Closing, "2026-10-01");
    planned.status = MeetingStatus::Planned;
    e.meetings = vec![planned];
    assert_eq!(said(e, MeetingKind::MidPoint, "2026-06-06"), None);
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn the_time_of_a_meeting_is_shared_out_whole(
        weights in vec(0..40_u16, 0..15),
        minutes in 5..=600_u16,
    ) {
        let shares = share_out(&weights, minutes);
        prop_assert_eq!(shares.len(), weights.len());
        let whole: u16 = shares.iter().sum();
        prop_assert!(whole == minutes || shares.is_empty() || usize::from(minutes) < weights.len());
        if whole > 0 {
            prop_assert!(shares.iter().all(|share| *share > 0));
        }
        for (a, x) in weights.iter().zip(&shares) {
            for (b, y) in weights.iter().zip(&shares) {
                prop_assert!(a <= b || u32::from(*x) + 9 >= u32::from(*y), "{shares:?}");
            }
        }
    }
}

#[test]
fn what_does_not_divide_goes_to_whoever_lost_most_by_rounding() {
    // Of 20 minutes 3 to 4, each has one step of five; of the two that are left 3/7 and 4/7 of two.
    assert_eq!(share_out(&[3, 4], 20), [10, 10]);
    // A minute each is enough, and less is none.
    assert_eq!(share_out(&[1, 5, 1], 3), [1, 1, 1]);
    assert_eq!(share_out(&[1, 5, 1], 2), [0, 0, 0]);
}

proptest! {
    #![proptest_config(cases(96))]

    /// Whatever lies on the table stands in the view of each who is invited, or was there.
    #[test]
    fn on_the_table_lies_only_what_each_of_them_may_see(record in vec(any::<u16>(), 100..1200)) {
        let mut tape = Tape::new(&record);
        let on = a_day(&mut tape);
        let case = any_case(&mut tape);
        for meeting in &case.engagement.meetings {
            let table = room(&case, &meeting.id, on).expect("a meeting");
            let mut texts: Vec<&str> = table.decided.clone();
            texts.extend(table.goals.iter().flat_map(|goal| [goal.wording, goal.measure]));
            texts.extend(table.promised.iter().map(|promise| promise.text.for_the_coach()));
            for party in meeting.invited.iter().chain(&meeting.attended) {
                let view = seat(&case, party, on).expect("a party");
                let lines = view.lines();
                for text in texts.iter().filter(|text| !text.trim().is_empty()) {
                    prop_assert!(lines.iter().any(|line| line.text() == text));
                }
            }
        }
    }
}

#[test]
fn without_anybody_named_nothing_lies_on_the_table() {
    let mut case = maya_and_ingrid(SHARED);
    let mut first = held("first", "2026-04-01", &["maya", "ingrid"]);
    first.decisions = vec![Decision {
        id: id("decided"),
        text: text("Meet each quarter"),
    }];
    let mut next = held("next", "2026-05-01", &["maya", "ingrid"]);
    next.status = MeetingStatus::Planned;
    next.attended.clear();
    case.engagement.meetings = vec![first, next];
    let decided = |case: &Case| {
        let table = room(case, &id("next"), on("2026-04-20")).expect("a meeting");
        table.decided.len()
    };
    assert_eq!(decided(&case), 1);
    case.engagement.meetings[1].invited.clear();
    assert_eq!(decided(&case), 0);
}
