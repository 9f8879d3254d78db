//! Markdown, simple and correct: what a person wrote is escaped and stays text.

use crate::content::{Block, Content, Fact};
use crate::language::{fill, words};
use crate::letterhead::Paper;
use crate::stamp::Frame;
use crate::visible::visible;

/// Writes a document as Markdown (`CommonMark`).
#[must_use]
pub fn markdown<'a>(content: &Content, paper: impl Into<Paper<'a>>) -> String {
    let paper = paper.into();
    let w = words(content.language);
    let frame = Frame::of(content, paper.stamp());
    let mut out = Pieces(Vec::new());
    if let Some(letterhead) = paper.letterhead(content) {
        out.push(one_line(&letterhead.in_a_line()));
    }
    if let Some(draft) = frame.draft {
        out.push(format!("**{}**", escaped(draft)));
    }
    out.push(format!("# {}", one_line(&content.title)));
    let mut below = one_line(&content.eyebrow);
    if !content.engagement.is_empty() {
        below = format!("{below}  \n*{}*", one_line(&content.engagement));
    }
    out.push(below);
    out.push(one_line(&format!(
        "{} · {} · {}",
        fill(w.frame.for_name, &[("name", &content.for_whom)]),
        w.day(content.date),
        frame.whose_eyes
    )));
    out.facts(&content.facts);
    for section in &content.sections {
        out.push(format!("## {}", one_line(&section.heading)));
        section.blocks.iter().for_each(|block| out.block(block));
    }
    out.push("---".to_owned());
    if content.says_from_whom() {
        out.facts(&[Fact {
            label: w.label.from.to_owned(),
            text: content.coach.clone(),
        }]);
    }
    if let Some(approved) = frame.approved {
        out.push(escaped(&approved));
    }
    let mut text = out.0.join("\n\n");
    text.push('\n');
    text
}

/// A line to write on.
const LINE: &str = "\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_";

/// The pieces of a document, each parted from the next by a blank line.
struct Pieces(Vec<String>);

impl Pieces {
    fn push(&mut self, piece: String) {
        self.0.push(piece);
    }

    fn facts(&mut self, facts: &[Fact]) {
        if facts.is_empty() {
            return;
        }
        let lines: Vec<String> = facts
            .iter()
            .map(|fact| {
                let text = indented(&escaped(&fact.text));
                if fact.label.is_empty() {
                    format!("- {text}")
                } else {
                    format!("- **{}:** {text}", one_line(&fact.label))
                }
            })
            .collect();
        self.push(lines.join("\n"));
    }

    fn quotation(&mut self, text: &str, by: &str) {
        let mut quoted = escaped(text);
        if !by.is_empty() {
            quoted = format!("{quoted}\n\n— {}", one_line(by));
        }
        let lines: Vec<String> = quoted.lines().map(|l| format!("> {l}")).collect();
        self.push(lines.join("\n"));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Lead { text } | Block::Paragraph { text } | Block::Small { text } => {
                self.push(escaped(text));
            }
            Block::Subheading { text } => self.push(format!("### {}", one_line(text))),
            Block::Quotation { text, by } => self.quotation(text, by),
            Block::Goal {
                number,
                title,
                facts,
                blocks,
            } => {
                self.push(format!("### {}: {}", one_line(number), one_line(title)));
                self.facts(facts);
                blocks.iter().for_each(|block| self.block(block));
            }
            Block::Facts { items } => self.facts(items),
            Block::List { items } => {
                let lines = items.iter().map(|i| item("-", &i.text, &i.note));
                self.push(lines.collect::<Vec<_>>().join("\n"));
            }
            Block::Agenda { steps } => {
                let lines = steps
                    .iter()
                    .zip(1..)
                    .map(|(step, n)| item(&format!("{n}."), &step.what, &step.who));
                self.push(lines.collect::<Vec<_>>().join("\n"));
            }
            Block::Questions { items } => {
                let lines = items
                    .iter()
                    .zip(1..)
                    .map(|(question, n)| item(&format!("{n}."), question, ""));
                self.push(lines.collect::<Vec<_>>().join("\n"));
            }
            Block::Timeline { moments } => {
                for moment in moments {
                    let head: Vec<String> = [&moment.when, &moment.label, &moment.title]
                        .into_iter()
                        .filter(|part| !part.is_empty())
                        .map(|part| one_line(part))
                        .collect();
                    self.push(format!("**{}**", head.join(" · ")));
                    moment.blocks.iter().for_each(|block| self.block(block));
                }
            }
            Block::Table { head, rows } => {
                let row = |cells: &[String]| {
                    let cells: Vec<String> = cells.iter().map(|cell| one_line(cell)).collect();
                    format!("| {} |", cells.join(" | "))
                };
                let mut lines = vec![row(head), format!("|{}", " --- |".repeat(head.len()))];
                lines.extend(rows.iter().map(|cells| row(cells)));
                self.push(lines.join("\n"));
            }
            // No picture: what it shows stands in words.
            Block::Picture { alt, .. } => self.push(escaped(alt)),
            Block::Signatures {
                signature,
                place_and_date,
                people,
            } => {
                for who in people {
                    let lines = [
                        format!("**{}**, {}", one_line(&who.name), one_line(&who.role)),
                        format!("{}: {LINE}", one_line(signature)),
                        format!("{}: {LINE}", one_line(place_and_date)),
                    ];
                    self.push(lines.join("\n\n"));
                }
            }
        }
    }
}

fn item(mark: &str, text: &str, note: &str) -> String {
    let text = indented(&escaped(text));
    if note.is_empty() {
        format!("{mark} {text}")
    } else {
        format!("{mark} {text} ({})", one_line(note))
    }
}

/// Lines after the first belong to their item.
fn indented(text: &str) -> String {
    text.replace('\n', "\n   ")
}

fn one_line(text: &str) -> String {
    escaped(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Words as Markdown that shows exactly these words: every sign that could mean something is
/// escaped, blank lines part paragraphs, single ones part lines.
fn escaped(text: &str) -> String {
    let text = visible(text);
    let lines: Vec<String> = text
        .trim()
        .lines()
        .map(|line| escaped_line(line.trim()))
        .collect();
    let mut out = String::new();
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            let parts = line.is_empty() || lines[index - 1].is_empty();
            out.push_str(if parts { "\n" } else { "\\\n" });
        }
        out.push_str(line);
    }
    out
}

fn escaped_line(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    for (index, character) in line.chars().enumerate() {
        let always = matches!(
            character,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '~' | '|' | '$' | '&' | '@'
        );
        let at_start = index == 0 && matches!(character, '+' | '-' | '=' | ':');
        let numbers = digits > 0 && index == digits && matches!(character, '.' | ')');
        if always || at_start || numbers {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words() {
        assert_eq!(escaped("*bold* <b>"), "\\*bold\\* \\<b\\>");
        assert_eq!(escaped("1. one\n- two"), "1\\. one\\\n\\- two");
        assert_eq!(escaped("# a\n\n    b"), "\\# a\n\nb");
    }
}
