//! A document's content line by line, each with the reason why it is allowed.

use coaching::view::{Ground, View};
use documents::{Block, Content, Fact};

use crate::types::DocumentLine;

/// The lines of a content. A line that is the record's own words says why it may stand here; the
/// program's fixed wording has no reason and needs none.
pub(super) fn of(content: &Content, view: Option<&View>) -> Vec<DocumentLine> {
    let mut lines = Lines {
        view,
        lines: Vec::new(),
    };
    lines.add(&content.eyebrow, "small");
    lines.add(&content.title, "title");
    lines.add(&content.for_whom, "small");
    lines.facts(&content.facts);
    for section in &content.sections {
        lines.add(&section.heading, "heading");
        lines.blocks(&section.blocks);
    }
    lines.lines
}

struct Lines<'v> {
    view: Option<&'v View>,
    lines: Vec<DocumentLine>,
}

impl Lines<'_> {
    fn add(&mut self, text: &str, style: &str) {
        if text.is_empty() {
            return;
        }
        self.lines.push(DocumentLine {
            text: text.to_owned(),
            style: style.to_owned(),
            why: self.why(text),
        });
    }

    fn why(&self, text: &str) -> Option<Ground> {
        let lines = self.view?.lines();
        lines
            .into_iter()
            .find(|line| line.text() == text)
            .map(|line| line.ground().clone())
    }

    fn facts(&mut self, facts: &[Fact]) {
        for fact in facts {
            let why = self.why(&fact.text);
            self.lines.push(DocumentLine {
                text: format!("{}: {}", fact.label, fact.text),
                style: "text".to_owned(),
                why,
            });
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Lead { text } | Block::Paragraph { text } => self.add(text, "text"),
                Block::Small { text } => self.add(text, "small"),
                Block::Subheading { text } => self.add(text, "heading"),
                Block::Quotation { text, by } => {
                    self.add(text, "quotation");
                    self.add(by, "small");
                }
                Block::Goal {
                    number,
                    title,
                    facts,
                    blocks,
                } => {
                    self.add(number, "small");
                    self.add(title, "heading");
                    self.facts(facts);
                    self.blocks(blocks);
                }
                Block::Facts { items } => self.facts(items),
                Block::List { items } => {
                    for item in items {
                        self.add(&item.text, "text");
                        self.add(&item.note, "small");
                    }
                }
                Block::Agenda { steps } => {
                    for step in steps {
                        self.add(&step.what, "text");
                        self.add(&step.who, "small");
                    }
                }
                Block::Questions { items } => items.iter().for_each(|item| self.add(item, "text")),
                Block::Timeline { moments } => {
                    for moment in moments {
                        self.add(&moment.when, "small");
                        self.add(&moment.label, "small");
                        self.add(&moment.title, "text");
                        self.blocks(&moment.blocks);
                    }
                }
                Block::Table { rows, .. } => {
                    for cells in rows {
                        self.add(&cells.join(" · "), "text");
                    }
                }
                Block::Picture { alt, .. } => self.add(alt, "small"),
                Block::Signatures { people, .. } => {
                    for who in people {
                        self.add(&who.name, "text");
                        self.add(&who.role, "small");
                    }
                }
            }
        }
    }
}
