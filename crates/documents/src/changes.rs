//! What changed between two contents, line by line: what a coach is shown when an approval fell away.

use serde::Serialize;

use crate::content::{Block, Content, Fact};

/// One line that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The line as it was; none when it is new.
    pub was: Option<String>,
    /// The line as it is; none when it is gone.
    pub is: Option<String>,
}

/// The most lines of which each is compared with each; longer middles are shown as gone and new.
const MOST: usize = 2000;

/// The lines that differ between the [`plain_lines`] of two contents, in the order of the document.
#[must_use]
pub fn lines_changed(old: &[String], new: &[String]) -> Vec<Change> {
    let same_start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old, new) = (&old[same_start..], &new[same_start..]);
    let same_end = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let (old, new) = (&old[..old.len() - same_end], &new[..new.len() - same_end]);
    paired(compared(old, new))
}

/// Gone and new lines by the longest common subsequence.
fn compared(old: &[String], new: &[String]) -> Vec<Change> {
    if old.len().max(new.len()) > MOST {
        return old
            .iter()
            .map(|line| gone(line))
            .chain(new.iter().map(|line| fresh(line)))
            .collect();
    }
    let mut common = vec![vec![0_u16; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            common[i][j] = if old[i] == new[j] {
                common[i + 1][j + 1] + 1
            } else {
                common[i + 1][j].max(common[i][j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut changes = Vec::new();
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            (i, j) = (i + 1, j + 1);
        } else if j == new.len() || (i < old.len() && common[i + 1][j] >= common[i][j + 1]) {
            changes.push(gone(&old[i]));
            i += 1;
        } else {
            changes.push(fresh(&new[j]));
            j += 1;
        }
    }
    changes
}

/// A line that is gone right before a new one was changed into it.
fn paired(changes: Vec<Change>) -> Vec<Change> {
    let mut paired: Vec<Change> = Vec::new();
    for change in changes {
        match paired.last_mut() {
            Some(before) if before.is.is_none() && change.was.is_none() => before.is = change.is,
            _ => paired.push(change),
        }
    }
    paired
}

fn gone(line: &str) -> Change {
    Change {
        was: Some(line.to_owned()),
        is: None,
    }
}

fn fresh(line: &str) -> Change {
    Change {
        was: None,
        is: Some(line.to_owned()),
    }
}

/// What a content says, line by line. The document's own date is not among it.
#[must_use]
pub fn plain_lines(content: &Content) -> Vec<String> {
    let split = |line: &String| line.split('\n').map(str::to_owned).collect::<Vec<_>>();
    whole_lines(content).iter().flat_map(split).collect()
}

fn whole_lines(content: &Content) -> Vec<String> {
    let mut lines = vec![
        content.eyebrow.clone(),
        content.title.clone(),
        content.engagement.clone(),
        content.for_whom.clone(),
        content.coach.clone(),
    ];
    lines.extend(content.facts.iter().map(labelled));
    for section in &content.sections {
        lines.push(section.heading.clone());
        section.blocks.iter().for_each(|b| add(b, &mut lines));
    }
    lines
}

fn labelled(fact: &Fact) -> String {
    if fact.label.is_empty() {
        fact.text.clone()
    } else {
        format!("{}: {}", fact.label, fact.text)
    }
}

fn with(text: &str, remark: &str) -> String {
    if remark.is_empty() {
        text.to_owned()
    } else {
        format!("{text} ({remark})")
    }
}

fn add(block: &Block, lines: &mut Vec<String>) {
    match block {
        Block::Lead { text }
        | Block::Paragraph { text }
        | Block::Small { text }
        | Block::Subheading { text } => lines.push(text.clone()),
        Block::Quotation { text, by } => lines.push(with(text, by)),
        Block::Goal {
            number,
            title,
            facts,
            blocks,
        } => {
            lines.push(format!("{number}: {title}"));
            lines.extend(facts.iter().map(labelled));
            blocks.iter().for_each(|b| add(b, lines));
        }
        Block::Facts { items } => lines.extend(items.iter().map(labelled)),
        Block::List { items } => lines.extend(items.iter().map(|i| with(&i.text, &i.note))),
        Block::Agenda { steps } => lines.extend(steps.iter().map(|s| with(&s.what, &s.who))),
        Block::Questions { items } => lines.extend(items.iter().cloned()),
        Block::Timeline { moments } => {
            for moment in moments {
                lines.push(with(
                    &[&*moment.when, &*moment.label, &*moment.title]
                        .into_iter()
                        .filter(|part| !part.is_empty())
                        .collect::<Vec<_>>()
                        .join(" · "),
                    "",
                ));
                moment.blocks.iter().for_each(|b| add(b, lines));
            }
        }
        Block::Table { rows, .. } => lines.extend(rows.iter().map(|cells| cells.join(" · "))),
        Block::Picture { alt, .. } => lines.push(alt.clone()),
        Block::Signatures { people, .. } => {
            lines.extend(people.iter().map(|who| with(&who.name, &who.role)));
        }
    }
}
