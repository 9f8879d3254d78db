//! What can be drawn: an archival PDF may not hold a character without a shape.

use std::sync::LazyLock;

use serde_json::Value;

use super::world::fonts;
use crate::visible::closing;

/// Stands for what no bundled font can draw.
const NOT_DRAWN: char = '□';
/// Where a line may break without a sign.
const BREAK: char = '\u{200b}';
/// The longest run without a blank that is left alone, and how often a longer one may break: the
/// margin and a narrow column hold about so much.
const LONGEST_RUN: usize = 20;
const BREAKS_EVERY: usize = 8;

/// Makes every text in the data drawable.
pub(super) fn drawable(value: &mut Value) {
    match value {
        Value::String(text) => *text = drawn(text),
        Value::Array(items) => items.iter_mut().for_each(drawable),
        Value::Object(fields) => fields.values_mut().for_each(drawable),
        _ => {}
    }
}

/// Every character that some bundled font can draw, in order.
static DRAWABLE: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let mut all: Vec<u32> = fonts()
        .iter()
        .flat_map(|font| font.info().coverage.iter())
        .collect();
    all.sort_unstable();
    all.dedup();
    all
});

fn has_shape(character: char) -> bool {
    character == '\n' || DRAWABLE.binary_search(&u32::from(character)).is_ok()
}

/// Characters that only join or vary their neighbours: without a shape of their own, they go with
/// what they belong to.
fn joins(character: char) -> bool {
    matches!(u32::from(character), 0x200d | 0xfe00..=0xfe0f | 0x1f3fb..=0x1f3ff | 0xe0020..=0xe007f)
}

/// Signs that are not seen: they are left out where no font knows them.
fn unseen(character: char) -> bool {
    matches!(u32::from(character), 0xad | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x2069)
}

fn drawn(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut open: Vec<char> = Vec::new();
    let mut joined = false;
    for character in text.chars() {
        let character = match character {
            '\t' => ' ',
            '\r' | '\u{feff}' | '\u{fffe}' => continue,
            other => other,
        };
        if joins(character) {
            joined = character == '\u{200d}' && out.ends_with(NOT_DRAWN);
            continue;
        }
        if std::mem::take(&mut joined) && !has_shape(character) {
            continue;
        }
        if unseen(character) && !has_shape(character) {
            continue;
        }
        if let Some(close) = closing(character) {
            open.push(close);
        } else if open.last() == Some(&character) {
            open.pop();
        }
        let private = matches!(u32::from(character), 0xe000..=0xf8ff | 0xf0000..);
        let shown = if has_shape(character) && !private {
            character
        } else {
            NOT_DRAWN
        };
        out.push(shown);
    }
    // A turned direction ends with the words that turned it, not with the page.
    out.extend(open.into_iter().rev());
    breakable(&out)
}

/// The same text, with places to break in what is too long for a line. Hyphens, and scripts without
/// blanks, have their own.
fn breakable(text: &str) -> String {
    let ends = |c: char| c.is_whitespace() || matches!(c, '-' | '/') || u32::from(c) >= 0x2e80;
    let mut out = String::with_capacity(text.len());
    for piece in text.split_inclusive(ends) {
        let run = piece.trim_end_matches(ends).chars().count();
        for (n, character) in piece.chars().enumerate() {
            if run > LONGEST_RUN && n > 0 && n < run && n % BREAKS_EVERY == 0 {
                out.push(BREAK);
            }
            out.push(character);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_font_can_draw_becomes_a_mark() {
        assert_eq!(drawn("a 🪑 b"), "a □ b");
        assert_eq!(drawn("👩\u{200d}💻\u{1f3fd}!"), "□!");
        assert_eq!(drawn("\u{1}\u{e000}"), "□□");
    }

    #[test]
    fn what_fonts_can_draw_stays() {
        let text = "#let x = 1 *bold* <script> $x$ @ref Ωж עברית عربي 中文 かな";
        assert_eq!(drawn(text), text);
    }

    #[test]
    fn a_turned_direction_is_closed() {
        assert_eq!(drawn("\u{202e}abc"), "\u{202e}abc\u{202c}");
        assert_eq!(drawn("\u{202e}abc\u{202c}"), "\u{202e}abc\u{202c}");
    }

    #[test]
    fn a_name_breaks_at_its_hyphens_alone() {
        let name = "Hohenlohe-Langenburg-Schillingsfürst";
        assert_eq!(drawn(name), name);
    }

    #[test]
    fn a_run_without_a_blank_may_break() {
        let long = "x".repeat(200);
        let drawn = drawn(&long);
        assert!(drawn.contains(BREAK));
        assert_eq!(drawn.replace(BREAK, ""), long);
    }
}
