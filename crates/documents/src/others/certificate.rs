//! A certificate of disposal.

use coaching::retention::Disposal;
use coaching::words::Language;

use super::nameless_content;
use crate::content::{Block, Chair, Content, Kind, Section};
use crate::language::words;
use crate::parts::{fact, paragraph};

/// The certificate: how much of what went, when and under which rule, and nothing of what it said.
#[must_use]
pub fn certificate(disposal: &Disposal, coach: &str, language: Language) -> Content {
    let w = words(language);
    let r = w.retention;
    let kind = |name: &str| {
        let known = r.kinds.iter().find(|(known, _)| *known == name);
        known.map_or(name, |(_, words)| words).to_owned()
    };
    let table = Block::Table {
        head: r.columns.map(str::to_owned).to_vec(),
        rows: disposal
            .items
            .iter()
            .map(|item| {
                vec![
                    kind(&item.kind),
                    item.count.to_string(),
                    item.sha256.clone(),
                ]
            })
            .collect(),
    };
    let mut content = nameless_content(Kind::Certificate, language, disposal.on, r.whose_eyes);
    content.chair = Chair::Coach;
    r.eyebrow.clone_into(&mut content.eyebrow);
    r.title.clone_into(&mut content.title);
    coach.clone_into(&mut content.coach);
    content.facts = vec![
        fact(r.number, disposal.id.as_str()),
        fact(r.engagement, disposal.engagement.as_str()),
        fact(r.day, w.day(disposal.on)),
        fact(r.part, (r.part_of)(disposal.part)),
        fact(r.rule, (r.rule_of)(disposal.rule)),
    ];
    content.sections = vec![Section {
        heading: r.what.to_owned(),
        own_page: false,
        blocks: vec![
            Block::Lead {
                text: r.lead.to_owned(),
            },
            table,
            paragraph(r.how),
        ],
    }];
    content
}
