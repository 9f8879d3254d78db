//! Items of the record as pieces of a page.

use documents::{Block, Fact, Moment};
use serde_json::Value;

use super::fields::{As, Field, Shape};
use super::names::{GONE, Names, day, items, moment, text, word};

/// Up to how many letters a line stands beside others: a seal does, and what most goals are called.
const BESIDE: usize = 90;

/// What stands under a heading of its own although it has a day.
const LARGE: &[&str] = &[
    "agreement",
    "session",
    "meeting",
    "clash",
    "round",
    "disposal",
];

/// The items of a list, one after the other.
pub(super) fn entries<'v>(
    shape: &Shape,
    list: impl IntoIterator<Item = &'v Value>,
    names: &Names,
) -> Vec<Block> {
    let mut blocks = Vec::new();
    for item in list {
        let mut said = Said::default();
        said.all(shape, item, names);
        let when = day(text(item, shape.day));
        let title = title(shape, item, names);
        let beside = said.beside.join(" · ");
        if !shape.day.is_empty() && !LARGE.contains(&shape.name) {
            blocks.push(Block::Timeline {
                moments: vec![Moment {
                    when,
                    label: beside,
                    title,
                    blocks: said.blocks,
                }],
            });
            continue;
        }
        if !beside.is_empty() {
            said.blocks.insert(0, Block::Small { text: beside });
        }
        match (title.is_empty(), when.is_empty()) {
            (true, true) => blocks.extend(said.blocks),
            (true, false) => blocks.push(article(String::new(), when, said.blocks)),
            _ => blocks.push(article(when, title, said.blocks)),
        }
    }
    blocks
}

fn article(number: String, title: String, blocks: Vec<Block>) -> Block {
    Block::Goal {
        number,
        title,
        facts: Vec::new(),
        blocks,
    }
}

/// What stands over an item.
fn title(shape: &Shape, item: &Value, names: &Names) -> String {
    let value = text(item, shape.title);
    let called = match shape.title {
        "" if shape.name == "goal" => return last_title(item),
        "person" => names.name("person", value),
        "party" => names.name("party", value),
        "goal" => names.name("goal", value),
        "version" => names.name("version", value),
        "kind" => return capital(&word(value)),
        _ => value,
    };
    called.to_owned()
}

/// A goal is called what it was called last.
fn last_title(goal: &Value) -> String {
    let last = items(goal, "versions").last();
    last.map_or(String::new(), |version| text(version, "title").to_owned())
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// What is said of one item.
#[derive(Default)]
struct Said {
    /// Short lines, which stand beside each other.
    beside: Vec<String>,
    /// All else.
    blocks: Vec<Block>,
}

impl Said {
    fn all(&mut self, shape: &Shape, of: &Value, names: &Names) {
        for field in shape.fields {
            self.field(field, &of[field.0], names);
        }
    }

    fn field(&mut self, (_, label, how): &Field, value: &Value, names: &Names) {
        let written = value.as_str().unwrap_or_default();
        match how {
            As::Part(shape) => self.all(shape, value, names),
            As::Each(shape) => {
                let said = entries(shape, value.as_array().into_iter().flatten(), names);
                self.under(label, said);
            }
            As::Table(shape) => self.under(label, table(shape, value, names)),
            As::OneOf(fields) if value.is_object() => {
                for (key, says, how) in *fields {
                    let inner = &value[*key];
                    if let (As::Part(shape), true) = (how, inner.is_object()) {
                        self.short(label, (*says).to_owned());
                        self.all(shape, inner, names);
                    } else if let Some(called) = plain(*how, inner, names) {
                        self.short(label, format!("{says} {called}").trim().to_owned());
                    }
                }
            }
            As::Said if !written.trim().is_empty() => self.blocks.push(Block::Quotation {
                text: written.to_owned(),
                by: (*label).to_owned(),
            }),
            As::Words if label.is_empty() && !written.trim().is_empty() => {
                let text = written.to_owned();
                self.blocks.push(Block::Paragraph { text });
            }
            As::Words if !written.trim().is_empty() => self.long(label, written.to_owned()),
            As::Said | As::Words => {}
            other => {
                if let Some(said) = plain(*other, value, names) {
                    self.short(label, said);
                }
            }
        }
    }

    /// A line, beside the others where it is short.
    fn short(&mut self, label: &str, said: String) {
        if said.is_empty() {
            return;
        }
        if said.chars().count() > BESIDE || said.contains('\n') {
            return self.long(label, said);
        }
        self.beside.push(match label {
            "" => said,
            label => format!("{label}: {said}"),
        });
    }

    fn long(&mut self, label: &str, text: String) {
        let label = label.to_owned();
        let fact = Fact { label, text };
        if let Some(Block::Facts { items }) = self.blocks.last_mut() {
            items.push(fact);
        } else {
            self.blocks.push(Block::Facts { items: vec![fact] });
        }
    }

    fn under(&mut self, label: &str, said: Vec<Block>) {
        if !said.is_empty() && !label.is_empty() {
            let text = label.to_owned();
            self.blocks.push(Block::Subheading { text });
        }
        self.blocks.extend(said);
    }
}

fn table(shape: &Shape, value: &Value, names: &Names) -> Vec<Block> {
    let rows: Vec<Vec<String>> = value.as_array().map_or_else(Vec::new, |list| {
        let cell = |item: &Value, (key, _, how): &Field| plain(*how, &item[*key], names);
        let row = |item| {
            shape
                .fields
                .iter()
                .map(move |field| cell(item, field).unwrap_or_default())
        };
        list.iter().map(|item| row(item).collect()).collect()
    });
    if rows.is_empty() {
        return Vec::new();
    }
    let head = shape.fields.iter().map(|(_, label, _)| (*label).to_owned());
    vec![Block::Table {
        head: head.collect(),
        rows,
    }]
}

/// A value on a line; nothing where there is nothing to say.
fn plain(how: As, value: &Value, names: &Names) -> Option<String> {
    let written = || value.as_str().filter(|text| !text.is_empty());
    match how {
        As::Day => written().map(day),
        As::Moment => written().map(moment),
        As::Line | As::Words | As::Said => written().map(str::to_owned),
        As::Word => written().map(word),
        As::Item => written().map(|item| names.item(item)),
        As::Figure => match value {
            Value::Bool(true) => Some("yes".to_owned()),
            Value::Number(number) => Some(number.to_string().replace('-', "−")),
            _ => None,
        },
        As::Minutes => value
            .as_u64()
            .filter(|n| *n > 0)
            .map(|n| format!("{n} minutes")),
        As::Ref(kind) => match value {
            Value::Array(list) => {
                let each = list
                    .iter()
                    .map(|id| names.name(kind, id.as_str().unwrap_or_default()));
                let all = each.collect::<Vec<_>>().join("; ");
                Some(all).filter(|all| !all.is_empty())
            }
            // What it refers to may be there no more.
            _ => written().map(|id| match names.name(kind, id) {
                "" => GONE.to_owned(),
                name => name.to_owned(),
            }),
        },
        As::OneOf(fields) => written().map(word).or_else(|| {
            let of = |(key, _, how): &Field| plain(*how, &value[*key], names);
            fields.iter().find_map(of)
        }),
        As::Left | As::Part(_) | As::Each(_) | As::Table(_) => None,
    }
}
