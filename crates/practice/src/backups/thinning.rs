//! Which backups are kept: a pure function of the list and of today.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use coaching::day::Day;

const DAYS: usize = 7;
const WEEKS: usize = 5;
const MONTHS: usize = 12;
/// In days: longer than any month.
const PAUSE: i64 = 31;

/// When a backup was made: the coach's day, and the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Made {
    pub day: Day,
    pub at: i64,
}

/// For each backup, whether it is kept: the newest of each of the last seven days, five weeks and
/// twelve months *that have one*, so that a long pause costs nothing.
///
/// One that was made after today stays, and takes nobody's place: the clock was wrong then, or is
/// wrong now. Where the last one before today is older than a month, all stay: there was a long pause, or
/// the clock ran ahead. So a clock that was moved back or forth loses no backup on that day.
pub(crate) fn kept(made: &[Made], today: Day) -> Vec<bool> {
    let before = made.iter().map(|one| one.day).filter(|day| *day < today);
    if before
        .max()
        .is_some_and(|last| today.days_since(last) > PAUSE)
    {
        return vec![true; made.len()];
    }
    let mut keep: Vec<bool> = made.iter().map(|one| one.day > today).collect();
    let mut newest_first: Vec<usize> = (0..made.len()).filter(|at| !keep[*at]).collect();
    newest_first.sort_by_key(|at| std::cmp::Reverse((made[*at], *at)));
    let (mut days, mut weeks, mut months) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for at in newest_first {
        let date = made[at].day.date();
        let day = days.len() < DAYS && days.insert(date);
        let week = weeks.len() < WEEKS && weeks.insert(week_of(date));
        let month = months.len() < MONTHS && months.insert((date.year(), date.month()));
        keep[at] = day || week || month;
    }
    keep
}

fn week_of(date: NaiveDate) -> (i32, u32) {
    let week = date.iso_week();
    (week.year(), week.week())
}

#[cfg(test)]
mod tests {
    use chrono::Days;
    use proptest::prelude::*;

    use super::*;

    fn day(number: u64) -> Day {
        let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
        Day::new(first + Days::new(number)).unwrap()
    }

    fn made(day_number: u64, second: i64) -> Made {
        Made {
            day: day(day_number),
            at: day_number as i64 * 86_400 + second,
        }
    }

    fn thinned(list: &[Made], today: Day) -> Vec<Made> {
        let keep = kept(list, today);
        let pairs = list.iter().zip(keep);
        pairs
            .filter(|(_, keep)| *keep)
            .map(|(one, _)| *one)
            .collect()
    }

    fn lists() -> impl Strategy<Value = Vec<Made>> {
        prop::collection::vec((0..1500_u64, 0..86_400_i64), 0..80)
            .prop_map(|all| all.into_iter().map(|(d, s)| made(d, s)).collect())
    }

    proptest! {
        #[test]
        fn what_was_just_made_is_kept(list in lists(), today in 0..1500_u64) {
            let mut list = list;
            list.push(made(today, 86_400));
            prop_assert!(kept(&list, day(today)).last().unwrap());
        }

        #[test]
        fn nothing_that_lies_ahead_is_removed(list in lists(), today in 0..1500_u64) {
            let keep = kept(&list, day(today));
            for (one, keep) in list.iter().zip(keep) {
                prop_assert!(keep || one.day <= day(today));
            }
        }

        #[test]
        fn few_are_kept_and_thinning_again_removes_none(list in lists(), today in 0..1500_u64) {
            let once = thinned(&list, day(today));
            let past = once.iter().filter(|one| one.day <= day(today)).count();
            prop_assert!(once.len() == list.len() || past <= DAYS + WEEKS + MONTHS);
            prop_assert_eq!(&thinned(&once, day(today)), &once);
        }

        #[test]
        fn what_goes_has_newer_ones_of_its_kind(list in lists(), today in 0..1500_u64) {
            let today = day(today);
            let keep = kept(&list, today);
            for (at, one) in list.iter().enumerate().filter(|(at, _)| !keep[*at]) {
                let month = |m: &Made| (m.day.date().year(), m.day.date().month());
                let newer = list.iter().enumerate().filter(|(other, m)| {
                    m.day <= today && (**m, *other) > (*one, at)
                });
                let months: BTreeSet<_> = newer.map(|(_, m)| month(m)).collect();
                prop_assert!(months.contains(&month(one)) || months.len() >= MONTHS);
            }
        }

        /// Moving the clock changes nothing about the order: what was kept on the right day is still
        /// kept after the clock has gone back and come again.
        #[test]
        fn a_clock_moved_back_loses_nothing(list in lists(), back in 0..800_u64) {
            let now = 1500;
            let before = thinned(&list, day(now));
            let mut meanwhile = before.clone();
            meanwhile.push(made(now - back, 86_400));
            let during = thinned(&meanwhile, day(now - back));
            for one in before.iter().filter(|one| one.day > day(now - back)) {
                prop_assert!(during.contains(one));
            }
        }
    }

    /// A clock that ran ahead, for a day: with what it made there, all is as it was.
    #[test]
    fn a_clock_that_ran_ahead_loses_nothing() {
        let list: Vec<Made> = (0..400).map(|number| made(number, 0)).collect();
        let before = thinned(&list, day(399));
        let mut ahead = before.clone();
        ahead.push(made(4050, 0));
        assert_eq!(thinned(&ahead, day(4050)), ahead);
        assert_eq!(thinned(&ahead, day(399)), ahead);
        // After a pause of a month they are thinned as ever.
        ahead[before.len()] = made(399 + 31, 0);
        assert!(thinned(&ahead, day(399 + 31)).len() < ahead.len());
    }

    #[test]
    fn a_year_of_days_leaves_days_weeks_and_months() {
        let list: Vec<Made> = (0..400).map(|number| made(number, 0)).collect();
        let left = thinned(&list, day(399));
        let ages: Vec<i64> = left
            .iter()
            .rev()
            .map(|one| day(399).days_since(one.day))
            .collect();
        // 3 February 2025 is a Monday: the weeks before end on Sundays, the months on their last day.
        assert_eq!(&ages[..7], &[0, 1, 2, 3, 4, 5, 6]);
        assert_eq!(left.len(), 7 + 3 + 10, "{ages:?}");
    }

    #[test]
    fn of_one_day_the_last_is_kept() {
        let list = [made(3, 10), made(3, 30), made(3, 20)];
        assert_eq!(kept(&list, day(3)), [false, true, false]);
    }
}
