//! A document's content line by line, each with the reason why it is allowed.

use coaching::record::{Case, Engagement};
use coaching::view::{Ground, View};
use documents::{Block, Content, Fact};

use crate::types::{DocumentLine, LineFrom};

/// The lines of a content. A line that is the record's own words says why it may stand here; the
/// program's fixed wording has no reason and needs none.
pub(super) fn of(case: &Case, content: &Content, view: Option<&View>) -> Vec<DocumentLine> {
    let mut lines = Lines {
        engagement: &case.engagement,
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
    engagement: &'v Engagement,
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
            from: self.from(text),
        });
    }

    fn why(&self, text: &str) -> Option<Ground> {
        let lines = self.view?.lines();
        lines
            .into_iter()
            .find(|line| line.text() == text)
            .map(|line| line.ground().clone())
    }

    /// The release, the meeting or the goal of which these are the words, where they are any's.
    fn from(&self, text: &str) -> Option<LineFrom> {
        self.why(text)?;
        let e = self.engagement;
        let mut releases = e.releases.iter();
        let release = releases.find(|release| release.wording.for_the_coach() == text);
        let meeting = || {
            let mut meetings = e.meetings.iter();
            meetings.find(|meeting| {
                let mut agreed = meeting.agreed.iter();
                let mut decided = meeting.decisions.iter();
                agreed.any(|a| {
                    [&a.wording, &a.measure]
                        .iter()
                        .any(|t| t.for_the_coach() == text)
                }) || decided.any(|decision| decision.text.for_the_coach() == text)
            })
        };
        let goal = || {
            let mut goals = e.goals.iter();
            goals.find(|goal| {
                let mut versions = goal.versions.iter();
                versions.any(|v| {
                    let texts = [&v.title, &v.words, &v.why, &v.measure];
                    texts.iter().any(|t| t.for_the_coach() == text)
                })
            })
        };
        release
            .map(|release| LineFrom::Release(release.id.clone()))
            .or_else(|| meeting().map(|meeting| LineFrom::Meeting(meeting.id.clone())))
            .or_else(|| goal().map(|goal| LineFrom::Goal(goal.id.clone())))
    }

    fn facts(&mut self, facts: &[Fact]) {
        for fact in facts {
            let why = self.why(&fact.text);
            let from = self.from(&fact.text);
            self.lines.push(DocumentLine {
                text: format!("{}: {}", fact.label, fact.text),
                style: "text".to_owned(),
                why,
                from,
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
