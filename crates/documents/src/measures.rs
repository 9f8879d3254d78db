//! What was measured, on paper: from the view of the reader, or the coach's page, alone.

use coaching::view::{AttainmentSeen, CombinedSeen, MeasureSeen};

use crate::content::{Block, Section};
use crate::language::{Words, fill};
use crate::parts::{Desk, capital, paragraph};

/// Versions of a goal that are measured together, as they may be seen.
type Row<'a> = Vec<&'a MeasureSeen>;

/// What stands over a column, and how its cells are written.
type Column = (&'static str, fn(&Words, &Row) -> String);

/// Each goal in figures, series by series, and what they come to over all goals.
pub(crate) fn measures(
    desk: &Desk,
    measures: &[MeasureSeen],
    attainment: Option<&AttainmentSeen>,
) -> Option<Section> {
    let m = desk.w.measures;
    let rows: Vec<Row> = series(measures)
        .into_iter()
        .filter(|row| row.iter().any(|part| has_a_figure(part)))
        .collect();
    if rows.is_empty() {
        return None;
    }
    let w = desk.w;
    let columns: [Column; 3] = [(m.scored, scored), (m.rated, rated), (m.combined, combined)];
    // A column stands where it has anything to say.
    let columns: Vec<_> = columns
        .into_iter()
        .filter(|(_, cell)| rows.iter().any(|row| !cell(w, row).is_empty()))
        .collect();
    let head = columns.iter().map(|(name, _)| (*name).to_owned());
    let cells = |row: &Row| {
        let cells = columns.iter().map(|(_, cell)| match cell(w, row) {
            empty if empty.is_empty() => "–".to_owned(),
            text => text,
        });
        [goal(w, row)].into_iter().chain(cells).collect()
    };
    let mut blocks = vec![Block::Table {
        head: [m.goal.to_owned()].into_iter().chain(head).collect(),
        rows: rows.iter().map(cells).collect(),
    }];
    if let Some(attainment) = attainment {
        let t = tenths(w, attainment.t_tenths().unsigned_abs());
        let n = attainment.goals().to_string();
        blocks.push(paragraph(fill(m.attainment, &[("t", &t), ("n", &n)])));
    }
    desk.section(m.heading, blocks)
}

/// The versions of one goal stand together; a break begins a new series, and so does another wording
/// for a reader who does not see breaks.
fn series(measures: &[MeasureSeen]) -> Vec<Row<'_>> {
    let mut rows: Vec<Row> = Vec::new();
    for measure in measures {
        let goes_on = |row: &&mut Row| {
            measure.broken_by().is_none()
                && row.last().is_some_and(|last| {
                    last.goal_id() == measure.goal_id() && last.goal() == measure.goal()
                })
        };
        match rows.last_mut().filter(goes_on) {
            Some(row) => row.push(measure),
            None => rows.push(vec![measure]),
        }
    }
    rows
}

fn has_a_figure(measure: &MeasureSeen) -> bool {
    !(measure.scores().is_empty() && measure.ratings().is_empty() && measure.combined().is_empty())
}

/// The goal, and since when and why its line began anew.
fn goal(w: &Words, row: &Row) -> String {
    let Some(first) = row.first() else {
        return String::new();
    };
    match (first.broken_by(), first.since()) {
        (Some(broken), Some(since)) => {
            let shift = (w.shift)(*broken.kind());
            format!("{}\n{}, {}", first.goal(), capital(shift), w.day(*since))
        }
        _ => first.goal().clone(),
    }
}

/// The first level and the latest, and what the latest means.
fn scored(_: &Words, row: &Row) -> String {
    let all = row.iter().flat_map(|part| {
        let meaning = |number: i8| {
            let place = usize::try_from(i16::from(number) + 2).ok()?;
            part.levels().get(place).map(|line| line.text().as_str())
        };
        part.scores()
            .iter()
            .map(move |score| (score.level().number(), meaning(score.level().number())))
    });
    let all: Vec<_> = all.collect();
    let levels = all.iter().map(|(number, _)| level(*number));
    let figures = from_to(&levels.collect::<Vec<_>>());
    match all.last() {
        Some((_, Some(meaning))) => format!("{figures}\n{meaning}"),
        _ => figures,
    }
}

fn rated(_: &Words, row: &Row) -> String {
    let marks = row.iter().flat_map(|part| part.ratings());
    let marks: Vec<_> = marks
        .map(|rating| rating.mark().number().to_string())
        .collect();
    from_to(&marks)
}

/// What the raters said together, round by round.
fn combined(w: &Words, row: &Row) -> String {
    let round = |figure: &CombinedSeen| {
        let wording = if *figure.raters() == 1 {
            w.measures.by_one
        } else {
            w.measures.by_raters
        };
        let mean = signed_tenths(w, *figure.tenths());
        let n = figure.raters().to_string();
        fill(
            wording,
            &[("mean", &mean), ("n", &n), ("date", &w.day(*figure.on()))],
        )
    };
    let rounds = row.iter().flat_map(|part| part.combined());
    rounds.map(round).collect::<Vec<_>>().join("\n")
}

fn from_to(figures: &[String]) -> String {
    match figures {
        [] => String::new(),
        [only] => only.clone(),
        [first, .., last] => format!("{first} → {last}"),
    }
}

/// A level as it is read: "+1", "0", "−2".
pub(crate) fn level(number: i8) -> String {
    format!("{}{}", sign(number.into()), number.unsigned_abs())
}

/// A mean with its sign: "+0.8".
pub(crate) fn signed_tenths(w: &Words, number: i16) -> String {
    let size = tenths(w, number.unsigned_abs().into());
    format!("{}{size}", sign(number))
}

fn sign(number: i16) -> &'static str {
    match number {
        0 => "",
        1.. => "+",
        _ => "−",
    }
}

fn tenths(w: &Words, tenths: u32) -> String {
    format!("{}{}{}", tenths / 10, w.decimal, tenths % 10)
}
