//! Hours, supervision and the professional will, for the terminal.

use practice::types::{HoursPage, HoursSeen, Standing, SupervisionPage, WillPage, hours as shown};
use practice::words::CriterionOf;

use crate::messages;

pub fn hours(page: &HoursPage) -> String {
    let log = &page.log;
    let mut lines = vec![messages::hours_on(page.on)];
    for row in &log.rows {
        let group = row
            .group
            .map_or(String::new(), |size| format!(", group of {size}"));
        lines.push(format!(
            "  {}{group}: {} to {}, {} paid, {} pro bono",
            row.client,
            row.from,
            row.until,
            shown(row.paid),
            shown(row.pro_bono)
        ));
    }
    lines.extend(messages::sums(log));
    for each in &page.progress {
        lines.push(String::new());
        lines.push(messages::credential(each));
        lines.extend(each.criteria.iter().map(standing));
    }
    if !page.earlier.is_empty() {
        lines.push(String::new());
        lines.push(messages::EARLIER.to_owned());
        for each in &page.earlier {
            lines.push(format!("  {}  {}, {}", each.id, each.client, each.from));
        }
    }
    lines.join("\n")
}

/// The rows of a table of hours, as they would be entered.
pub fn hours_seen(seen: &HoursSeen) -> String {
    let mut rows = vec![messages::HOURS_COLUMNS.map(str::to_owned)];
    rows.extend(seen.rows.iter().map(|row| {
        [
            row.client.clone(),
            row.group.clone(),
            row.from.clone(),
            row.until.clone(),
            row.paid.clone(),
            row.pro_bono.clone(),
        ]
    }));
    let mut text = super::table(&rows);
    if seen.other_sheets > 0 {
        text.push_str(&messages::other_sheets(seen.other_sheets));
        text.push('\n');
    }
    text.push_str(messages::HOURS_NOT_BROUGHT);
    text
}

fn standing(standing: &Standing) -> String {
    let what = messages::criterion(standing);
    let Some(have) = standing.have else {
        return format!("  ?  {what}");
    };
    let figure = |number: u32| match standing.of {
        CriterionOf::Clients | CriterionOf::Years => number.to_string(),
        _ => shown(number),
    };
    let mark = match standing.met {
        Some(true) => "yes",
        Some(false) => "no ",
        None => "?  ",
    };
    let least = if standing.at_least { "at least " } else { "" };
    let need = match standing.need {
        0 => String::new(),
        need => format!(" of {}", figure(need)),
    };
    format!("  {mark}  {what}: {least}{}{need}", figure(have))
}

pub fn supervision(page: &SupervisionPage) -> String {
    let mut lines = Vec::new();
    for each in &page.engagements {
        lines.push(format!("{} ({})", each.name, each.coachee));
        for mark in &each.waiting {
            lines.push(format!("  waits  {}  {}: {}", mark.id, mark.on, mark.why));
        }
        for mark in &each.taken {
            let taken = mark.taken.map_or(String::new(), |day| day.to_string());
            lines.push(format!("  taken  {taken}: {}", mark.why));
        }
    }
    if page.engagements.is_empty() {
        lines.push(messages::NOTHING_TO_TAKE.to_owned());
    }
    let quarters: Vec<String> = page
        .quarters
        .iter()
        .map(|minutes| shown(*minutes))
        .collect();
    lines.push(messages::quarters(&quarters));
    for each in &page.learning {
        let certificate = match each.certificate.as_str() {
            "" => String::new(),
            name => format!(" [{name}]"),
        };
        lines.push(format!(
            "  {}  {}  {}, {} h{}{certificate}",
            each.id,
            each.on,
            each.kind.word(),
            shown(each.minutes),
            if each.with.is_empty() {
                String::new()
            } else {
                format!(", {}", each.with)
            },
        ));
    }
    lines.join("\n")
}

pub fn will(page: &WillPage) -> String {
    let Some(will) = &page.will else {
        return messages::NO_WILL.to_owned();
    };
    let texts = will.texts();
    let written = texts.iter().filter(|(_, text)| !text.trim().is_empty());
    let mut lines: Vec<String> = written
        .map(|(field, text)| format!("{}: {text}", messages::of_will(field)))
        .collect();
    lines.push(messages::reviewed(will.reviewed, page.review_due));
    lines.join("\n")
}
