//! The months, and the rows of marks: meetings, sessions, insights.

use chrono::{Datelike, Months, NaiveDate};
use coaching::day::Day;

use super::{Canvas, INSIGHTS, LEFT, LETTERS, MEETINGS, RIGHT, SESSIONS, SMALL};
use crate::picture::drawing::{Dash, Fill, Ink};
use crate::picture::lettering::width;
use crate::picture::story::{Met, Story};

/// Where the names of the months stand, and where their lines begin.
const NAMES: i32 = 260;
const TOP: i32 = 380;
/// How near to each other insights may stand in one row.
const APART: i32 = 130;

pub(super) fn draw(canvas: &mut Canvas, story: &Story, bottom: i32) {
    for (x, name) in ticks(canvas, story) {
        canvas.line_behind((x, TOP), (x, bottom), Ink::Line, 14, Dash::Solid);
        canvas.try_text(&name, (x + 60, NAMES), SMALL, Ink::Quiet, false);
    }
    let today = canvas.x(story.today);
    if story.from < story.today && story.today < story.to {
        canvas.line_behind((today, TOP), (today, bottom), Ink::Quiet, 20, Dash::Dotted);
    }
    let says = story.says;
    for (y, name) in [
        (MEETINGS, says.meetings),
        (SESSIONS, says.sessions),
        (INSIGHTS, says.insights),
    ] {
        canvas.try_text(name, (0, y + LETTERS / 3), LETTERS, Ink::Quiet, false);
    }
    canvas.line(
        (LEFT, SESSIONS),
        (RIGHT, SESSIONS),
        Ink::Line,
        14,
        Dash::Solid,
    );
    meetings(canvas, story, bottom);
    for (on, held) in &story.sessions {
        let x = canvas.x(*on);
        let (half, ink) = if *held {
            (150, Ink::Two)
        } else {
            (70, Ink::Quiet)
        };
        canvas.line(
            (x, SESSIONS - half),
            (x, SESSIONS + half),
            ink,
            32,
            Dash::Solid,
        );
    }
    insights(canvas, &story.insights);
}

fn meetings(canvas: &mut Canvas, story: &Story, bottom: i32) {
    for met in &story.meetings {
        let x = canvas.x(met.on);
        if met.agreed {
            canvas.line_behind((x, MEETINGS), (x, bottom), Ink::Three, 24, Dash::Solid);
        } else if met.held {
            canvas.line_behind((x, MEETINGS), (x, bottom), Ink::Three, 16, Dash::Dotted);
        }
    }
    for met in &story.meetings {
        let x = canvas.x(met.on);
        let fill = if met.agreed { Fill::Full } else { Fill::Paper };
        canvas.diamond((x, MEETINGS), 120, ink_of(met), fill);
    }
    for met in &story.meetings {
        let (x, ink) = (canvas.x(met.on), ink_of(met));
        // Near the right edge the name stands before its mark.
        let y = MEETINGS + SMALL / 3;
        let long = width(&met.name, SMALL);
        if !canvas.try_text(&met.name, (x + 200, y), SMALL, ink, false) {
            let before = x - 180 - long;
            if before >= LEFT {
                canvas.try_text(&met.name, (before, y), SMALL, ink, false);
            }
        }
    }
}

/// A meeting that is still to come is quiet.
fn ink_of(met: &Met) -> Ink {
    if met.held { Ink::Three } else { Ink::Quiet }
}

/// Insights that would lie on each other stand in up to three rows.
fn insights(canvas: &mut Canvas, days: &[Day]) {
    let mut rows = [i32::MIN / 2; 3];
    for day in days {
        let x = canvas.x(*day);
        let row = rows.iter().position(|last| x - last >= APART).unwrap_or(0);
        rows[row] = x;
        let down = [0, 110, -110][row];
        canvas.circle((x, INSIGHTS + down), 42, Ink::Two, Fill::Full);
    }
}

/// The first days of months, as near as their names allow, each with where it stands and its name.
fn ticks(canvas: &Canvas, story: &Story) -> Vec<(i32, String)> {
    let first = story.from.date();
    let Some(mut start) = NaiveDate::from_ymd_opt(first.year(), first.month(), 1) else {
        return Vec::new();
    };
    if start < first {
        start = start + Months::new(1);
    }
    // Room for the longest name with its year.
    let per_month = i64::from(RIGHT - LEFT) * 30 / canvas.days();
    let step = [1, 2, 3, 6, 12, 24, 60]
        .into_iter()
        .find(|step| per_month * i64::from(*step) >= 1_450)
        .unwrap_or(120);
    if step > 1 {
        // On the quarters and half years of the calendar.
        while start.month0() % step.min(12) != 0 {
            start = start + Months::new(1);
        }
    }
    let mut ticks = Vec::new();
    let mut month = start;
    while let Ok(day) = Day::new(month) {
        if day > story.to {
            break;
        }
        let name = story.months[month.month0() as usize];
        let short: String = name.chars().take(3).collect();
        let with_year = ticks.is_empty() || month.month() == 1 || step > 6;
        let name = if with_year {
            format!("{short} {}", month.year())
        } else {
            short
        };
        ticks.push((canvas.x(day), name));
        month = month + Months::new(step);
    }
    ticks
}
