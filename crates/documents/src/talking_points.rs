//! The talking points: a sheet that belongs to the coachee, on what moved since it was agreed and how
//! they could say it to somebody on the sponsor's side.

use coaching::drift::DriftKind;
use coaching::talking_points::{
    Asked, NoPoints, Point, TalkingPoints, talking_points as points_of,
};
use coaching::view::{GoalStory, MeetingSeen, View};
use coaching::words::{Role, TellingState};

use crate::content::{Block, Chair, Content, Fact, Item, Kind, Section};
use crate::language::fill;
use crate::parts::{Desk, Head, agreed_when, capital, fact, fact_of, paragraph, person, questions};
use crate::refused::Refused;

/// The coachee's talking points.
///
/// # Errors
/// [`Refused`] when the view is not the coachee's or holds nothing, or when nobody or nothing is there
/// to tell.
pub fn talking_points(view: &View, asked: Asked<'_>) -> Result<Content, Refused> {
    let desk = Desk::of(view, |role| role == Role::Coachee)?;
    let points = points_of(view, asked).map_err(|refused| match refused {
        NoPoints::NotTheCoachees => Refused::AnotherChair,
        NoPoints::NobodyToTell => Refused::NobodyToTell,
        NoPoints::NothingMoved => Refused::NothingMoved,
    })?;
    let w = desk.w;
    let p = w.points;
    let head = Head {
        kind: Kind::TalkingPoints,
        chair: Chair::Coachee,
        role: Some(Role::Coachee),
        eyebrow: fill(p.eyebrow, &[("name", desk.reader)]),
        title: says(&points, p.title),
        facts: vec![fact(p.to, person(points.to(), w))],
    };
    let all = points.points();
    let lead = if all.is_empty() { p.nothing } else { p.lead };
    let mut first = vec![Block::Lead {
        text: says(&points, lead),
    }];
    match points.baseline() {
        Some(baseline) => first.push(agreed_when(&desk, p.agreed_on, baseline)),
        None => first.push(paragraph(p.never_agreed)),
    }
    let count = all.len().to_string();
    let moved = all
        .iter()
        .zip(1..)
        .map(|(point, n)| {
            let number = fill(p.number, &[("n", &n.to_string()), ("m", &count)]);
            goal(&desk, &points, point, number)
        })
        .collect();
    let thinks = if all.is_empty() {
        Vec::new()
    } else {
        let prompts: Vec<String> = p.prompts.iter().map(|q| says(&points, q)).collect();
        let prompts: Vec<&str> = prompts.iter().map(String::as_str).collect();
        vec![questions(&desk, &prompts)]
    };
    Ok(desk.content(
        head,
        vec![
            desk.section(w.heading.in_short, first),
            desk.section(p.moved, moved),
            desk.section(p.notes, thinks),
            kept_private(&desk, &points),
            desk.section(p.yours, vec![paragraph(says(&points, p.yours_text))]),
        ],
    ))
}

/// What waits to be told, with ways to begin, for the coachee's brief: to the sponsor, where they are
/// invited. What is kept private is not in it.
pub(crate) fn to_say(desk: &Desk, view: &View, meeting: &MeetingSeen) -> Option<Section> {
    let points = points_of(view, Asked::default()).ok()?;
    let p = desk.w.points;
    let to = points.to().name();
    if !meeting.invited().iter().any(|party| party.name() == to) {
        return None;
    }
    let mut blocks = Vec::new();
    for point in points.points() {
        blocks.push(Block::Subheading {
            text: title(desk, point),
        });
        blocks.push(Block::Facts {
            items: ways(desk, &points, point),
        });
    }
    if !blocks.is_empty() {
        blocks.insert(0, paragraph(p.ways));
    }
    desk.section(&says(&points, p.to_say), blocks)
}

/// Fills a sentence that may name the one who would be told.
fn says(points: &TalkingPoints<'_>, wording: &str) -> String {
    fill(wording, &[("to", points.to().name())])
}

/// One goal: what was agreed, what it is now, why, whom it serves, and ways to say it.
fn goal(desk: &Desk, points: &TalkingPoints<'_>, point: &Point<'_>, number: String) -> Block {
    let w = desk.w;
    let p = w.points;
    let row = point.row;
    let mut facts: Vec<Fact> = Vec::new();
    facts.extend(
        row.agreed()
            .iter()
            .map(|agreed| fact(w.label.agreed, agreed.clone())),
    );
    let what = (w.drift)(*row.drift());
    let happened = match row.since() {
        Some(since) => fill(w.says.on_date, &[("what", what), ("date", &w.day(*since))]),
        None => what.to_owned(),
    };
    facts.push(fact(p.happened, capital(&happened)));
    facts.push(fact(points.to().name(), told(desk, point)));
    let mut blocks: Vec<Block> = point
        .since
        .iter()
        .filter_map(|version| {
            let reason = version.reason().as_ref()?;
            let date = w.day(*version.on());
            Some(Block::Quotation {
                text: reason.text().clone(),
                by: fill(p.reason, &[("date", &date)]),
            })
        })
        .collect();
    for story in &point.goes_on_as {
        blocks.extend(in_own_words(desk, story));
    }
    blocks.push(Block::Small {
        text: p.serves.to_owned(),
    });
    let serves = serves(desk, point);
    if serves.is_empty() {
        blocks.push(paragraph(p.serves_nothing_yet));
    } else {
        blocks.push(Block::Facts { items: serves });
    }
    let direction = direction(desk, point);
    if !direction.is_empty() {
        blocks.push(Block::Facts { items: direction });
    }
    blocks.push(Block::Small {
        text: p.ways.to_owned(),
    });
    let each = |way| Block::Facts { items: vec![way] };
    blocks.extend(ways(desk, points, point).into_iter().map(each));
    Block::Goal {
        number,
        title: title(desk, point),
        facts,
        blocks,
    }
}

/// What it is now; the goal's own title where it ended and nothing took its place.
fn title(desk: &Desk, point: &Point<'_>) -> String {
    let titles = point.titles();
    if titles.is_empty() {
        point.row.now().clone()
    } else {
        desk.w.list(&titles)
    }
}

/// How far the telling has come, and by when it was meant to be done.
fn told(desk: &Desk, point: &Point<'_>) -> String {
    let w = desk.w;
    let day = |day: &Option<coaching::day::Day>| day.map(|day| w.day(day)).unwrap_or_default();
    if *point.telling.state() == TellingState::WillTell && point.telling.by().is_some() {
        return fill(w.points.meant_to_tell, &[("by", &day(point.telling.by()))]);
    }
    let since = day(point.telling.since());
    capital(&fill(
        (w.telling)(*point.telling.state()),
        &[("since", &since), ("by", &since)],
    ))
}

fn in_own_words(desk: &Desk, story: &GoalStory) -> Option<Block> {
    let line = story.versions().last()?.words().as_ref()?;
    Some(Block::Quotation {
        text: line.text().clone(),
        by: fill(desk.w.points.words, &[("date", &desk.w.day(*line.on()))]),
    })
}

/// What it serves of what matters to the sponsor's side; why it matters, where it is tied to nothing.
fn serves(desk: &Desk, point: &Point<'_>) -> Vec<Fact> {
    let w = desk.w;
    let mut facts = tied(desk, point, true);
    if facts.is_empty() {
        let last = point
            .goes_on_as
            .iter()
            .filter_map(|story| story.versions().last());
        facts.extend(last.filter_map(|now| fact_of(w.label.why, now.why().as_ref())));
    }
    facts
}

/// What it serves of the coachee's own direction.
fn direction(desk: &Desk, point: &Point<'_>) -> Vec<Fact> {
    tied(desk, point, false)
}

fn tied(desk: &Desk, point: &Point<'_>, to_others: bool) -> Vec<Fact> {
    let p = desk.w.points;
    let mut facts: Vec<Fact> = Vec::new();
    let ties = point.serves.iter();
    for tie in ties.filter(|tie| *tie.is_priority() == to_others) {
        let label = match tie.to().said_by() {
            Some(name) if to_others => fill(desk.w.direction.matters_to, &[("name", name)]),
            _ => p.direction.to_owned(),
        };
        let tied = fact(&label, tie.to().text().clone());
        if !facts.contains(&tied) {
            facts.push(tied);
            facts.extend(fact_of(p.how, tie.words().as_ref()));
        }
    }
    facts
}

/// A few ways to begin, in the coachee's voice. They say what moved and ask; what the other thinks of
/// it is never put into words.
fn ways(desk: &Desk, points: &TalkingPoints<'_>, point: &Point<'_>) -> Vec<Fact> {
    let w = desk.w;
    let p = w.points;
    let kind = *point.row.drift();
    let quoted = |text: &str| format!("{}{text}{}", w.quotes[0], w.quotes[1]);
    let agreed = point
        .row
        .agreed()
        .as_deref()
        .map(quoted)
        .unwrap_or_default();
    let titles = point.titles();
    let same = titles.is_empty() || titles == point.row.agreed().iter().collect::<Vec<_>>();
    let titles: Vec<String> = titles.into_iter().map(quoted).collect();
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    let date = points.baseline().map(|baseline| w.day(*baseline.on()));
    let by = point.telling.by().map(|by| w.day(by));
    let opening = (p.opening)(kind);
    let with = [
        ("date", date.as_deref().unwrap_or_default()),
        ("agreed", &agreed),
        ("now", &w.list(&titles)),
        ("by", by.as_deref().unwrap_or_default()),
    ];
    let plain = if same {
        opening.plain_same
    } else {
        opening.plain
    };
    let short = fill(opening.short, &with);
    let then = |wording: &str| fill(wording, &[("short", &short)]);
    let later = match (kind == DriftKind::New, by.is_some()) {
        (false, true) => p.not_yet_by,
        (false, false) => p.not_yet,
        (true, true) => p.not_yet_new_by,
        (true, false) => p.not_yet_new,
    };
    vec![
        fact(p.plainly, fill(plain, &with)),
        fact(p.asking, then(p.view)),
        fact(p.support_label, then(p.support)),
        fact(p.later, fill(later, &with)),
    ]
}

/// What the coachee keeps to themself, where they asked for it to be named.
fn kept_private(desk: &Desk, points: &TalkingPoints<'_>) -> Option<Section> {
    let p = desk.w.points;
    let items: Vec<Item> = points
        .kept_private()
        .iter()
        .map(|point| Item {
            text: title(desk, point),
            note: told(desk, point),
        })
        .collect();
    if items.is_empty() {
        return None;
    }
    let blocks = vec![
        paragraph(says(points, p.private_lead)),
        Block::List { items },
    ];
    desk.section(p.private, blocks)
}
