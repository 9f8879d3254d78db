//! What measures come to: the T-score against the table of the specification and against whole numbers,
//! the mean of a round against whole numbers.

use coaching::measures::{Answer, Attainment, Change, Round, Weighed, combined, t_score};
use coaching::text::Text;
use coaching::words::Channel;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::build::{day, id};
use crate::support::cases;
use crate::support::measured::on_scale;

fn scored(pairs: &[(u8, i64)]) -> Vec<Weighed> {
    let weighed = |&(weight, level): &(u8, i64)| Weighed {
        weight,
        level: on_scale::<Attainment>(level),
    };
    pairs.iter().map(weighed).collect()
}

/// The table of Kiresuk and Sherman's formula with ρ = 0.3.
#[test]
fn a_t_score_is_what_the_table_says() {
    for (pairs, t) in [
        (&[(1, 0)][..], "50.000"),
        (&[(1, 0), (4, 0), (2, 0)], "50.000"),
        (&[(1, 1)], "60.000"),
        (&[(4, 1)], "60.000"),
        (&[(2, 1), (2, 1), (2, 1)], "63.693"),
        (&[(1, 2), (1, 2), (1, 2)], "77.386"),
        (&[(3, 1), (2, 0), (1, -1)], "54.407"),
    ] {
        let score = t_score(&scored(pairs)).expect("a T-score");
        assert_eq!(format!("{score:.3}"), t, "{pairs:?}");
    }
}

#[test]
fn nothing_scored_has_no_t_score_and_neither_has_what_weighs_nothing() {
    assert_eq!(t_score(&[]), None);
    assert_eq!(t_score(&scored(&[(0, 2), (0, -1)])), None);
}

/// A thousandth of the T-score's distance from 50, below and above: the whole number n with
/// n² ≤ 1000² · 100 · a² / spread < (n + 1)², where both sides are multiplied out.
fn thousandths(pairs: &[(u8, i64)]) -> i128 {
    let sum = |of: fn(i128, i128) -> i128| -> i128 {
        pairs
            .iter()
            .map(|&(weight, level)| of(weight.into(), level.into()))
            .sum()
    };
    let (squares, weights) = (sum(|w, _| w * w), sum(|w, _| w));
    let (attained, tenfold_spread) = (sum(|w, x| w * x), 7 * squares + 3 * weights * weights);
    let square = 1_000_000_000 * attained * attained;
    let (mut low, mut high) = (0_i128, 1_000_000_i128);
    while low + 1 < high {
        let middle = (low + high) / 2;
        match middle * middle * tenfold_spread <= square {
            true => low = middle,
            false => high = middle,
        }
    }
    low * attained.signum()
}

fn round(numbers: &[Option<i64>]) -> Round {
    let answer = |(number, change): (usize, &Option<i64>)| Answer {
        party: id(&format!("p-{number}")),
        goal: id("g"),
        change: change.map(on_scale::<Change>),
        feed_forward: Text::empty(),
        how: Channel::Call,
    };
    Round {
        id: id("r"),
        on: day("2026-03-10"),
        closed: None,
        asked: vec![],
        answers: numbers.iter().enumerate().map(answer).collect(),
    }
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn a_t_score_is_what_whole_numbers_say(pairs in vec((1_u8..=4, -2_i64..=2), 1..40)) {
        let score = t_score(&scored(&pairs)).expect("a T-score");
        let far = (score - 50.0) * 1000.0;
        let exact = thousandths(&pairs) as f64;
        prop_assert!((far - exact).abs() < 1.001, "{far} and {exact}");
        prop_assert!(far == 0.0 || far.signum() == exact.signum() || exact == 0.0);
    }

    /// The order in which goals were entered is in no bit of it.
    #[test]
    fn a_t_score_has_no_order(pairs in vec((1_u8..=4, -2_i64..=2), 1..20), turn in 0_usize..20) {
        let mut turned = pairs.clone();
        turned.rotate_left(turn % pairs.len());
        turned.reverse();
        let (a, b) = (t_score(&scored(&pairs)), t_score(&scored(&turned)));
        prop_assert_eq!(a.map(f64::to_bits), b.map(f64::to_bits));
    }

    #[test]
    fn a_mean_is_the_nearest_tenth(
        numbers in vec(proptest::option::weighted(0.9, -3_i64..=3), 0..20),
    ) {
        let mean = combined(&round(&numbers), &id("g"));
        let given: Vec<i128> = numbers.iter().flatten().map(|n| i128::from(*n)).collect();
        let raters = given.len() as i128;
        let Some(mean) = mean else {
            prop_assert_eq!(raters, 0);
            return Ok(());
        };
        prop_assert_eq!(i128::from(mean.raters), raters);
        let (sum, tenths) = (given.iter().sum::<i128>(), i128::from(mean.tenths));
        // |tenths / 10 − sum / raters| ≤ 1 / 20, multiplied out; half a tenth goes away from zero.
        let apart = 2 * (tenths * raters - 10 * sum);
        prop_assert!(apart.abs() <= raters);
        prop_assert!(apart.abs() < raters || tenths.abs() * raters > (10 * sum).abs());
        prop_assert_eq!(combined(&round(&numbers), &id("another")), None);
    }
}
