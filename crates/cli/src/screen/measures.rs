//! What was measured: everything for the coach, and what a chair may see.

use practice::types::{MeasuredGoal, MeasuresPage};
use practice::view::{MeasureSeen, View};

use super::{Page, plain, table};
use crate::messages;

type Row = [String; 5];

/// Every figure by goal and day, and what they come to.
pub fn measures(measured: &MeasuresPage) -> String {
    let mut page = Page::default();
    page.line(&messages::measures_on(measured.on));
    if let Some(attainment) = &measured.attainment {
        let goals = attainment.goals.len();
        page.line(&messages::attainment(attainment.tenths, goals));
    }
    let mut rows: Vec<Row> = measured.goals.iter().flat_map(figures).collect();
    if rows.is_empty() {
        page.line(messages::NOTHING_MEASURED);
    } else {
        rows.insert(0, messages::MEASURE_COLUMNS.map(str::to_owned));
        page.block(&table(&rows));
    }
    page.text
}

/// The figures of one goal, by day; the goal is named once.
fn figures(goal: &MeasuredGoal) -> Vec<Row> {
    let measured = goal
        .series
        .iter()
        .any(|s| !(s.scores.is_empty() && s.ratings.is_empty() && s.pulses.is_empty()));
    if !measured {
        return Vec::new();
    }
    let mut rows: Vec<Row> = Vec::new();
    for series in &goal.series {
        let mut of_series: Vec<Row> = Vec::new();
        of_series.extend(series.scores.iter().map(|score| {
            let level = signed(score.level.number().into());
            let words = [score.meaning.as_str(), score.words.as_str()];
            let words: Vec<_> = words
                .into_iter()
                .filter(|words| !words.is_empty())
                .collect();
            row(score.on, messages::SCORED, level, words.join("; "))
        }));
        of_series.extend(series.ratings.iter().map(|rating| {
            let mark = rating.mark.number().to_string();
            row(rating.on, messages::SELF_RATING, mark, rating.words.clone())
        }));
        of_series.extend(series.pulses.iter().map(|pulse| {
            let what = if pulse.closed {
                messages::RATERS
            } else {
                messages::RATERS_SO_FAR
            };
            let mean = tenths(pulse.figure.tenths);
            row(
                pulse.on,
                what,
                mean,
                messages::of_raters(pulse.figure.raters),
            )
        }));
        of_series.sort_by(|a, b| a[1].cmp(&b[1]));
        if let Some(broken) = &series.broken_by {
            let what = plain(&broken.kind);
            rows.push(row(broken.on, &what, "—".to_owned(), broken.reason.clone()));
        }
        rows.append(&mut of_series);
    }
    if let Some(first) = rows.first_mut() {
        first[0].clone_from(&goal.title);
    }
    rows
}

fn row(on: practice::day::Day, what: &str, figure: String, words: String) -> Row {
    let words = words.replace('\n', " ");
    [
        String::new(),
        on.to_string(),
        what.to_owned(),
        figure,
        words,
    ]
}

/// What a chair may see of measures, threads and what goals serve.
pub(super) fn seen(page: &mut Page, view: &View) {
    if !view.measures().is_empty() {
        page.heading(messages::MEASURES);
        view.measures().iter().for_each(|each| measure(page, each));
    }
    if let Some(attainment) = view.attainment() {
        let goals = usize::from(*attainment.goals());
        page.item(&messages::attainment(*attainment.t_tenths(), goals));
    }
    if !view.ties().is_empty() {
        page.heading(messages::GOALS_SERVE);
        for tie in view.ties() {
            page.item(&format!("{}: {}", tie.goal(), tie.to().text()));
            tie.words()
                .iter()
                .for_each(|words| page.under(words.text()));
        }
    }
    if !view.threads().is_empty() {
        page.heading(messages::THREADS);
        for thread in view.threads() {
            page.item(thread.subject().text());
            for insight in thread.insights() {
                page.under(&format!("{}  “{}”", insight.on(), insight.text()));
            }
        }
    }
}

fn measure(page: &mut Page, measure: &MeasureSeen) {
    page.item(measure.goal());
    if let Some(broken) = measure.broken_by() {
        let reason = broken.reason().as_ref().map_or("", |line| line.text());
        page.under(&messages::new_series(&plain(broken.kind()), reason));
    }
    for (level, words) in (-2_i64..).zip(measure.levels()) {
        page.under(&format!("{:>2}  {}", signed(level), words.text()));
    }
    for score in measure.scores() {
        let level = signed(score.level().number().into());
        page.under(&format!("{}  {} {level}", score.on(), messages::SCORED));
        score
            .words()
            .iter()
            .for_each(|words| page.deepest(words.text()));
    }
    for rating in measure.ratings() {
        let (on, mark) = (rating.on(), rating.mark().number());
        page.under(&format!("{on}  {} {mark}", messages::SELF_RATING));
        rating
            .words()
            .iter()
            .for_each(|words| page.deepest(words.text()));
    }
    for figure in measure.combined() {
        let raters = messages::of_raters(*figure.raters());
        page.under(&format!(
            "{}  {}, {raters}",
            figure.on(),
            tenths(*figure.tenths())
        ));
    }
}

fn signed(number: i64) -> String {
    if number == 0 {
        "0".to_owned()
    } else {
        format!("{number:+}").replace('-', "−")
    }
}

fn tenths(tenths: i16) -> String {
    let size = tenths.unsigned_abs();
    let sign = match tenths {
        0 => "",
        more if more > 0 => "+",
        _ => "−",
    };
    format!("{sign}{}.{}", size / 10, size % 10)
}
