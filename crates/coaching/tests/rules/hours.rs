//! Hours: nothing is lost or counted twice, whatever the order; a name stands in the log by consent.

use coaching::day::Day;
use coaching::hours::{
    EarlierHours, Held, Learning, Listing, Progress, REQUIREMENTS, Refusal, Standing, hours, log,
    minutes, progress, quarters,
};
use coaching::text::Text;
use coaching::words::{Consent, Credential, CriterionOf, LearningKind};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::build::{day, id};
use crate::support::cases;

const ON: &str = "2026-06-30";

fn any_day() -> impl Strategy<Value = Day> {
    (0..1_000_u64).prop_map(|days| {
        let first = day("2024-01-01").date();
        Day::new(first + chrono::Days::new(days)).expect("a day")
    })
}

prop_compose! {
    fn listing()(
        given in any_day(),
        lasted in prop::option::of(0..400_u64),
    ) -> Listing {
        let withdrawn = lasted
            .map(|days| Day::new(given.date() + chrono::Days::new(days)).expect("a day"));
        Listing { given, how: Consent::ByMessage, withdrawn }
    }
}

prop_compose! {
    fn held()(
        client in prop::sample::select(vec!["Ana Ruiz", "ana  ruiz", "Bo", "Chen Li", "A team"]),
        contact in prop::sample::select(vec!["", "a@example.org", "+47 1"]),
        group in prop::option::weighted(0.3, 2..20_u16),
        from in any_day(),
        lasted in 0..60_u64,
        paid in 0..600_u32,
        pro_bono in 0..600_u32,
        listing in prop::option::of(listing()),
        earlier in any::<bool>(),
    ) -> Held {
        let until = Day::new(from.date() + chrono::Days::new(lasted)).expect("a day");
        Held {
            client: client.into(), contact: contact.into(), group, from, until, paid, pro_bono,
            listing, earlier,
        }
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn the_rows_and_what_is_left_off_are_all_that_was_held(
        all in vec(held(), 0..30),
        on in any_day(),
    ) {
        let log = log(&all, on);
        let done = || all.iter().filter(|each| each.until <= on);
        let paid: u32 = done().map(|each| each.paid).sum();
        let free: u32 = done().map(|each| each.pro_bono).sum();
        prop_assert_eq!((log.total.paid, log.total.pro_bono), (paid, free));
        prop_assert_eq!(log.rows.iter().map(|row| row.paid).sum::<u32>(), log.listed.paid);
        prop_assert_eq!(log.rows.iter().map(|row| row.pro_bono).sum::<u32>(), log.listed.pro_bono);
        for part in [|s: coaching::hours::Sum| s.paid, |s: coaching::hours::Sum| s.pro_bono] {
            let parts = part(log.listed) + part(log.unlisted) + part(log.large_groups);
            prop_assert_eq!(parts, part(log.total));
        }
        // A client may stand in several parts, but never in more than one row of one size.
        prop_assert!(log.total.clients <= log.listed.clients + log.unlisted.clients + log.large_groups.clients);
        let mut rows: Vec<_> = log.rows.iter().map(|r| (r.client.to_lowercase().replace("  ", " "), r.group)).collect();
        rows.sort();
        let before = rows.len();
        rows.dedup();
        prop_assert_eq!(rows.len(), before);
    }

    #[test]
    fn the_order_of_the_entries_does_not_matter(all in vec(held(), 0..20), on in any_day()) {
        let mut other = all.clone();
        other.reverse();
        other.rotate_left(all.len() / 3);
        prop_assert_eq!(log(&all, on), log(&other, on));
        prop_assert_eq!(progress(&all, &[], on), progress(&other, &[], on));
    }

    #[test]
    fn nobody_stands_in_the_log_without_consent_on_that_day(
        all in vec(held(), 0..20),
        on in any_day(),
    ) {
        for row in log(&all, on).rows {
            let same = |held: &&Held| held.client == row.client && held.group == row.group;
            let consented = |held: &Held| held.listing.is_some_and(|l| {
                l.given <= on && l.withdrawn.is_none_or(|day| day > on)
            });
            prop_assert!(all.iter().filter(same).any(consented));
        }
        let mut withdrawn = all.clone();
        withdrawn.iter_mut().for_each(|each| each.listing = None);
        let without = log(&withdrawn, on);
        prop_assert!(without.rows.is_empty());
        prop_assert_eq!(without.total, log(&all, on).total);
    }

    #[test]
    fn what_came_together_never_goes_back(
        all in vec(held(), 0..20),
        more in held(),
        on in any_day(),
    ) {
        let before = progress(&all, &[], on);
        let with_more = [&all[..], &[more]].concat();
        let after = progress(&with_more, &[], on);
        for (b, a) in before.iter().zip(&after) {
            for (b, a) in b.criteria.iter().zip(&a.criteria) {
                prop_assert!(b.have <= a.have, "{b:?} {a:?}");
            }
        }
    }

    #[test]
    fn every_minute_can_be_read_back_from_its_hours(of in 0..600_000_u32) {
        prop_assert_eq!(minutes(&hours(of)), Some(of));
    }
}

#[test]
fn hours_are_clock_hours_to_two_decimals() {
    for (of, written) in [
        (45, "0.75"),
        (20, "0.33"),
        (40, "0.67"),
        (60, "1.00"),
        (6_005, "100.08"),
    ] {
        assert_eq!(hours(of), written);
    }
}

#[test]
fn hours_are_read_as_people_type_them() {
    for (typed, of) in [
        ("", 0),
        (" 1.5 ", 90),
        ("0,75", 45),
        ("90 min", 90),
        ("1:30", 90),
        ("2", 120),
        ("0.333", 20),
    ] {
        assert_eq!(minutes(typed), Some(of), "{typed}");
    }
    for typed in [
        "one", "-1", "1:60", "1.2.3", "1,000.5", ".", "1e3", "9999999", "1.23456", "=1",
    ] {
        assert_eq!(minutes(typed), None, "{typed}");
    }
}

fn alone(client: &str, from: &str, until: &str, paid: u32) -> Held {
    Held {
        client: client.into(),
        contact: String::new(),
        group: None,
        from: day(from),
        until: day(until),
        paid,
        pro_bono: 0,
        listing: None,
        earlier: true,
    }
}

fn standing(all: &[Progress], credential: Credential, of: CriterionOf) -> Standing {
    let found = all.iter().find(|each| each.credential == credential);
    let mut criteria = found.expect("a credential").criteria.iter();
    *criteria.find(|each| each.of == of).expect("a criterion")
}

#[test]
fn the_last_eighteen_months_begin_on_their_day_and_never_guess() {
    let recent = |held: Held| {
        let all = progress(&[held], &[], day(ON));
        let found = standing(&all, Credential::Acc, CriterionOf::RecentHours);
        (found.have, found.at_least)
    };
    let within = alone("A", "2024-12-30", "2025-01-10", 600);
    assert_eq!(recent(within), (Some(600), false));
    let before = alone("A", "2024-12-01", "2024-12-29", 600);
    assert_eq!(recent(before), (Some(0), false));
    let over = alone("A", "2024-12-29", "2024-12-30", 600);
    assert_eq!(recent(over), (Some(0), true));
    let to_come = alone("A", "2026-06-30", "2026-07-01", 600);
    assert_eq!(recent(to_come), (Some(0), false));
}

#[test]
fn what_the_program_cannot_know_is_said_as_such() {
    let all = progress(
        &[alone("A", "2020-01-01", "2026-01-01", 500_000)],
        &[],
        day(ON),
    );
    assert_eq!(all.len(), Credential::ALL.len());
    assert_eq!(REQUIREMENTS.len(), Credential::ALL.len());
    for (credential, of) in [
        (Credential::Mcc, CriterionOf::Holds),
        (Credential::Acc, CriterionOf::Training),
        (Credential::EiaMaster, CriterionOf::Feedback),
    ] {
        let found = standing(&all, credential, of);
        assert_eq!((found.have, found.met), (None, None));
    }
    // A figure that was not read is not asked for, and never met.
    let found = standing(&all, Credential::EiaSenior, CriterionOf::Development);
    assert_eq!((found.need, found.have, found.met), (0, Some(0), None));
    let met = |of| standing(&all, Credential::Pcc, of).met;
    assert_eq!(met(CriterionOf::Hours), Some(true));
    assert_eq!(met(CriterionOf::Clients), Some(false));
    assert!(
        all.iter()
            .all(|each| Day::parse(&each.read).is_ok() && each.link.starts_with("https://"))
    );
}

#[test]
fn groups_of_more_than_fifteen_count_for_the_emcc_alone() {
    let mut large = alone("A class", "2026-01-01", "2026-01-01", 600);
    large.group = Some(16);
    let held = [large];
    let all = progress(&held, &[], day(ON));
    let hours = |credential| standing(&all, credential, CriterionOf::Hours).have;
    assert_eq!(hours(Credential::Acc), Some(0));
    assert_eq!(hours(Credential::EiaFoundation), Some(600));
    assert_eq!(log(&held, day(ON)).large_groups.paid, 600);
}

fn learnt(kind: LearningKind, on: &str, minutes: u32) -> Learning {
    Learning {
        id: id("l"),
        kind,
        on: day(on),
        minutes,
        with: String::new(),
        about: Text::empty(),
    }
}

#[test]
fn supervision_is_counted_in_each_of_the_last_four_quarters() {
    use LearningKind::{Course, GroupSupervision, Supervision};
    let learning = [
        learnt(Supervision, "2026-06-30", 60),
        learnt(Course, "2026-06-01", 480),
        learnt(GroupSupervision, "2026-03-31", 30),
        learnt(Supervision, "2026-03-30", 90),
        learnt(Supervision, "2025-12-30", 10),
        learnt(Supervision, "2025-09-30", 60),
        learnt(Supervision, "2026-07-01", 600),
    ];
    assert_eq!(quarters(&learning, day(ON)), [90, 90, 10, 60]);
    let all = progress(&[], &learning, day(ON));
    let found = standing(&all, Credential::EiaFoundation, CriterionOf::Supervision);
    assert_eq!((found.have, found.met), (Some(10), Some(false)));
    let found = standing(&all, Credential::EiaFoundation, CriterionOf::Development);
    assert_eq!((found.have, found.met), (Some(480), Some(false)));
}

#[test]
fn hours_that_may_be_counted_twice_are_named() {
    let mut session = alone("ana ruiz", "2026-02-03", "2026-02-03", 60);
    session.earlier = false;
    let reaches = alone("Ana  Ruiz", "2026-01-01", "2026-02-03", 60);
    let apart = alone("Bo", "2026-01-01", "2026-02-03", 60);
    let found = log(&[session.clone(), reaches, apart], day(ON));
    assert_eq!(found.doubtful, ["Ana  Ruiz"]);
    assert!(log(&[session], day(ON)).doubtful.is_empty());
}

#[test]
fn what_cannot_be_is_refused_at_its_field() {
    let good = EarlierHours {
        id: id("e"),
        client: "Ana".into(),
        contact: String::new(),
        group: None,
        from: day("2020-01-01"),
        until: day("2020-02-01"),
        paid: 60,
        pro_bono: 0,
        listing: None,
    };
    assert_eq!(good.fits(), Ok(()));
    let refused = |change: fn(&mut EarlierHours)| {
        let mut entry = good.clone();
        change(&mut entry);
        entry.fits().expect_err("refused")
    };
    assert_eq!(refused(|e| e.client = " ".into()), Refusal::NoClient);
    assert_eq!(refused(|e| e.contact = "a\u{7}".into()), Refusal::Contact);
    assert_eq!(refused(|e| e.group = Some(1)), Refusal::Group);
    assert_eq!(
        refused(|e| e.until = day("2019-12-31")),
        Refusal::EndBeforeStart
    );
    assert_eq!(refused(|e| e.paid = 0), Refusal::NoHours);
    assert_eq!(refused(|e| e.pro_bono = 600_001), Refusal::TooMany);
    let withdrawn = refused(|e| {
        e.listing = Some(Listing {
            given: day("2020-01-02"),
            how: Consent::InWriting,
            withdrawn: Some(day("2020-01-01")),
        });
    });
    assert_eq!(withdrawn, Refusal::WithdrawnBefore);
    assert_eq!(
        learnt(LearningKind::Study, "2026-01-01", 4).fits(),
        Err(Refusal::Length)
    );
}
