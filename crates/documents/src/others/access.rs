//! The answer to an access request: what is kept about one person, for that person.

use coaching::day::Day;
use coaching::words::{About, Detail, DocumentKind, Language, Role, Topic};

use crate::content::{Block, Chair, Content, Fact, Item, Kind};
use crate::language::{Words, fill, words};
use crate::parts::{capital, fact, paragraph, section};

/// What the coach decided goes to the person.
pub struct AccessReport<'a> {
    /// The person's name.
    pub person: &'a str,
    /// The coach's name.
    pub coach: &'a str,
    /// The language to write it in.
    pub language: Language,
    /// The day.
    pub on: Day,
    /// What is kept about the person as such.
    pub details: Vec<(Detail, String)>,
    /// What each engagement keeps.
    pub engagements: Vec<AccessPart<'a>>,
    /// Reasons for what was left out, each with how often.
    pub left_out: Vec<(String, u32)>,
}

/// What one engagement keeps about the person.
pub struct AccessPart<'a> {
    /// Its name, where the person knows it: the coachee and the sponsor's side.
    pub name: Option<&'a str>,
    /// The person's roles in it.
    pub roles: Vec<Role>,
    /// The entries.
    pub lines: Vec<AccessLine>,
}

/// One entry.
pub struct AccessLine {
    /// Its topic.
    pub topic: Option<Topic>,
    /// Its day.
    pub on: Option<Day>,
    /// Its words; where there are none, a document that was handed over.
    pub text: String,
    /// The document that was handed over.
    pub document: Option<DocumentKind>,
    /// Why it is about the person.
    pub about: About,
    /// True when the coach shortened it.
    pub shortened: bool,
}

/// The report for the person.
#[must_use]
pub fn access_report(report: &AccessReport) -> Content {
    let w = words(report.language);
    let a = &w.others.access;
    let mut sections = vec![section(a.you, you(w, report))];
    for part in &report.engagements {
        let heading = match part.name {
            Some(name) => fill(a.engagement, &[("name", name)]),
            None => a.another.to_owned(),
        };
        sections.push(section(&heading, entries(w, part)));
    }
    let mut kept = vec![paragraph(a.kept_1), paragraph(a.kept_2)];
    if report.engagements.is_empty() {
        kept.insert(0, paragraph(a.nothing));
    }
    sections.push(section(a.left_out, left_out(w, report)));
    sections.push(section(a.kept, kept));
    Content {
        kind: Kind::Access,
        chair: Chair::Coachee,
        language: report.language,
        eyebrow: fill(a.eyebrow, &[("name", report.person)]),
        title: a.title.to_owned(),
        engagement: String::new(),
        reader: report.person.to_owned(),
        for_whom: report.person.to_owned(),
        coachee: String::new(),
        coach: report.coach.to_owned(),
        from_the_coachee: false,
        date: report.on,
        facts: Vec::new(),
        sections: sections.into_iter().flatten().collect(),
    }
}

fn you(w: &Words, report: &AccessReport) -> Vec<Block> {
    let items: Vec<Fact> = report
        .details
        .iter()
        .map(|(detail, text)| fact((w.others.detail)(*detail), text.clone()))
        .collect();
    let text = fill(w.others.access.lead, &[("date", &w.day(report.on))]);
    vec![Block::Lead { text }, Block::Facts { items }]
}

/// The entries of an engagement, topic by topic.
fn entries(w: &Words, part: &AccessPart) -> Vec<Block> {
    let a = &w.others.access;
    let mut blocks = Vec::new();
    if !part.roles.is_empty() {
        let roles: Vec<&str> = part.roles.iter().map(|role| (w.role)(*role)).collect();
        let items = vec![fact(a.role, w.list(&roles))];
        blocks.push(Block::Facts { items });
    }
    for topic in Topic::ALL {
        let lines = part.lines.iter().filter(|line| line.topic == Some(*topic));
        let items: Vec<Item> = lines.map(|line| entry(w, line)).collect();
        if !items.is_empty() {
            blocks.push(Block::Subheading {
                text: capital((w.topic)(*topic)),
            });
            blocks.push(Block::List { items });
        }
    }
    blocks
}

fn entry(w: &Words, line: &AccessLine) -> Item {
    let o = w.others;
    let text = match line.document {
        Some(kind) if line.text.is_empty() => (o.document)(kind).to_owned(),
        _ => line.text.clone(),
    };
    let mut note: Vec<String> = line.on.map(|on| w.day(on)).into_iter().collect();
    note.push((o.about)(line.about).to_owned());
    if line.shortened {
        note.push(o.access.shortened.to_owned());
    }
    Item {
        text,
        note: note.join(" · "),
    }
}

fn left_out(w: &Words, report: &AccessReport) -> Vec<Block> {
    let a = &w.others.access;
    if report.left_out.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![paragraph(a.left_out_lead)];
    blocks.extend(report.left_out.iter().map(|(reason, count)| {
        let wording = if *count == 1 {
            a.left_out_one
        } else {
            a.left_out_many
        };
        paragraph(fill(
            wording,
            &[("n", &count.to_string()), ("reason", reason)],
        ))
    }));
    blocks
}
