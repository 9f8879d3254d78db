//! What a view answers about itself: its lines, its sections, its meetings, and whether it holds
//! anything.

use coaching::agreement::Boundary;
use coaching::page::{coach_page, kept_back};
use coaching::record::Case;
use coaching::seat::{Gate, seat};
use coaching::view::View;
use coaching::words::{Role, Rule, Topic};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;

use crate::support::build::*;
use crate::support::cases;
use crate::support::tape::Tape;
use crate::support::whole::{a_day, any_case};

fn views(record: &[u16]) -> (Case, Vec<View>) {
    let mut tape = Tape::new(record);
    let on = a_day(&mut tape);
    let case = any_case(&mut tape);
    let parties = case.engagement.parties.iter();
    let views = parties.map(|party| seat(&case, &party.id, on).expect("a party"));
    let views = views.collect();
    (case, views)
}

/// The words of everything in the JSON that has the form of a line.
fn lines_in(value: &Value, lines: &mut Vec<(String, String)>) {
    if value["text"].is_string() && value["topic"].is_string() {
        let word = |field: &str| value[field].as_str().unwrap_or_default().to_owned();
        lines.push((word("on"), word("text")));
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| lines_in(item, lines)),
        Value::Object(fields) => fields.values().for_each(|field| lines_in(field, lines)),
        _ => {}
    }
}

/// True when the JSON of a view holds nothing but whose it is, of which day and under which rules.
fn holds_nothing(view: &View) -> bool {
    let value = serde_json::to_value(view).expect("plain data");
    let fields = value.as_object().expect("a view");
    fields
        .iter()
        .filter(|(name, _)| !["chair", "on", "language", "rules"].contains(&name.as_str()))
        .all(|(_, field)| field.is_null() || field.as_array().is_some_and(Vec::is_empty))
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn no_line_is_left_out_and_none_is_added(record in vec(any::<u16>(), 100..1500)) {
        for view in views(&record).1 {
            let mut told: Vec<(String, String)> = view
                .lines()
                .into_iter()
                .map(|line| (line.on().to_string(), line.text().clone()))
                .collect();
            let mut there = Vec::new();
            lines_in(&serde_json::to_value(&view).expect("plain data"), &mut there);
            told.sort();
            there.sort();
            prop_assert_eq!(told, there);
            prop_assert_eq!(view.is_empty(), holds_nothing(&view));
        }
    }

    /// Kept back is all that the coach's pages say and the party's view does not.
    #[test]
    fn what_is_kept_back_is_all_the_rest(record in vec(any::<u16>(), 100..1500)) {
        let (case, views) = views(&record);
        for (party, view) in case.engagement.parties.iter().zip(views) {
            let on = *view.on();
            let gate = Gate::for_party(&case, &party.id, on).expect("a party");
            let page = serde_json::to_value(coach_page(&case, on)).expect("plain data");
            let mut rest = Vec::new();
            lines_in(&page, &mut rest);
            // These two have a page of their own.
            let e = &case.engagement;
            let given = e.releases.iter().filter(|release| release.given <= on);
            rest.extend(given.map(|r| (r.given.to_string(), r.wording.for_the_coach().to_owned())));
            if e.began <= on && !e.fees.is_empty() {
                rest.push((e.began.to_string(), e.fees.for_the_coach().to_owned()));
            }
            rest.retain(|(_, text)| view.lines().iter().all(|line| line.text() != text));
            rest.sort();
            rest.dedup();
            let kept = kept_back(&case, &party.id, on);
            let mut told: Vec<_> = kept
                .iter()
                .map(|kept| (kept.on.to_string(), kept.text.clone()))
                .collect();
            told.sort();
            told.dedup();
            prop_assert_eq!(told, rest);
            prop_assert!(kept.is_sorted() && kept.windows(2).all(|pair| pair[0] != pair[1]));
            prop_assert!(kept.iter().all(|kept| kept.rule == gate.rule(kept.topic).0));
        }
    }

    #[test]
    fn a_section_is_found_by_its_topic_and_a_meeting_by_its_id(
        record in vec(any::<u16>(), 100..1500),
    ) {
        let (case, views) = views(&record);
        for view in views {
            for &topic in Topic::ALL {
                let mut sections = view.sections().iter().filter(|s| *s.topic() == topic);
                let lines = sections.next().map_or(&[][..], |section| section.lines());
                prop_assert_eq!(view.section(topic), lines);
                prop_assert!(sections.next().is_none(), "{:?} stands twice", topic);
                prop_assert!(lines.is_sorted());
                prop_assert!(lines.iter().all(|line| *line.topic() == topic));
            }
            let found = |id| view.meeting(id).map(|meeting| meeting.id().clone());
            let known: Vec<_> = view.meetings().iter().map(|meeting| meeting.id()).collect();
            for meeting in &case.engagement.meetings {
                let id = known.contains(&&meeting.id).then(|| meeting.id.clone());
                prop_assert_eq!(found(&meeting.id), id);
            }
            for pair in view.lines().windows(2) {
                prop_assert_eq!(pair[0].partial_cmp(pair[1]), Some(pair[0].cmp(pair[1])));
            }
        }
    }
}

/// Whatever is the only thing that a chair may see, the view is not empty.
#[test]
fn one_open_topic_is_enough_for_a_view_to_hold_something() {
    for &topic in Topic::ALL {
        for rule in [Rule::Shared, Rule::Confidential] {
            let mut case = crate::worked_engagement::worked();
            let e = &mut case.engagement;
            e.fees = text("The fees");
            e.sessions = vec![session("s", "2026-03-05")];
            e.agreements = vec![agreement(
                "2026-03-01",
                coaching::agreement::strict_defaults(),
            )];
            for boundary in &mut e.agreements[0].boundaries {
                boundary.rule = match boundary.topic == topic {
                    true => rule,
                    false => Rule::Confidential,
                };
            }
            e.meetings.retain(|meeting| meeting.attended.is_empty());
            e.positions.clear();
            let frame_or_text = matches!(
                topic,
                Topic::Engagement | Topic::Attendance | Topic::Fees | Topic::CurrentGoals
            );
            let view = sit(&case, "tom", "2026-03-10");
            let expected = rule == Rule::Shared && frame_or_text;
            assert_eq!(!view.is_empty(), expected, "{topic:?} {rule:?}");
            assert_eq!(view.is_empty(), holds_nothing(&view));
        }
    }
}

/// Two people of one name said the same on one day. Nothing that is shown tells their lines apart; the
/// reasons beside them, which the coach sees, do not depend on which was entered first either.
#[test]
fn lines_that_show_the_same_stand_in_one_order() {
    let grounds = |reversed: bool| {
        let mut case = case();
        let mut other = person("Tom");
        other.id = id("tom-2");
        case.people.extend([person("Tom"), other]);
        let mut second = party("tom", Role::HrPartner);
        (second.id, second.person) = (id("tom-2"), id("tom-2"));
        let e = &mut case.engagement;
        e.parties.extend([party("tom", Role::Sponsor), second]);
        e.agreements = vec![agreement(
            "2026-03-01",
            vec![Boundary {
                topic: Topic::Progress,
                role: Role::Sponsor,
                rule: Rule::Shared,
            }],
        )];
        e.progress = ["tom", "tom-2"]
            .map(|by| {
                let mut note = note(by, "2026-03-05", "It goes well");
                note.said_by = Some(id(by));
                note
            })
            .into();
        if reversed {
            e.progress.reverse();
        }
        let view = sit(&case, "tom", "2026-03-10");
        let lines = view.section(Topic::Progress).iter();
        lines.map(|line| line.ground().clone()).collect::<Vec<_>>()
    };
    assert_eq!(grounds(false).len(), 2);
    assert_eq!(grounds(false), grounds(true));
}
