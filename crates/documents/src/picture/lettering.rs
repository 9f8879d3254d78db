//! How wide words are, at the most: enough to know that none stands on another, whatever the face.

/// The width of a text, at the most, in the unit of its size.
pub(super) fn width(text: &str, size: i32) -> i32 {
    let thousandths: i32 = text.chars().map(advance).sum();
    (thousandths * size).div_euclid(1000) + size / 10
}

/// The advance of one character in thousandths of its size: no less than that of the sans face, which
/// is asked in a test.
pub(super) fn advance(character: char) -> i32 {
    match character {
        ' ' => 220,
        'i' | 'l' | 'j' | '.' | ',' | ';' | ':' | '\'' | '|' | 'I' | '·' | '’' | '‘' => 310,
        'f' | 't' | 'r' | '-' | '(' | ')' | '!' | '[' | ']' | '{' | '}' | '\\' | '/' => 400,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 530,
        'a'..='l' | 'n'..='v' | '0'..='9' => 585,
        'A'..='L' | 'N'..='V' | 'X'..='Z' => 710,
        'm' | 'M' | 'W' | 'w' | '—' | '…' | '@' | '%' => 980,
        other if other.is_ascii() => 640,
        other if u32::from(other) < 0x250 => 760,
        _ => 1050,
    }
}

/// A text in at most so many lines of a width, cut with "…" where it is longer. `None` where not even
/// a few letters would fit.
pub(super) fn wrapped(text: &str, room: i32, size: i32, most: usize) -> Option<Wrapped> {
    let mut lines: Vec<String> = Vec::new();
    let mut whole = true;
    for word in text.split_whitespace() {
        let joined = lines.last().map(|line| format!("{line} {word}"));
        match joined {
            Some(joined) if width(&joined, size) <= room => {
                lines.pop();
                lines.push(joined);
            }
            _ if lines.len() == most => {
                whole = false;
                break;
            }
            _ if width(word, size) <= room => lines.push(word.to_owned()),
            // A word that is wider than a line is cut there.
            _ => {
                lines.push(word.to_owned());
                whole = false;
                break;
            }
        }
    }
    let last = lines.last_mut()?;
    if !whole || width(last, size) > room {
        whole = false;
        cut(last, room, size);
        if last.chars().count() < FEWEST {
            return None;
        }
    }
    Some(Wrapped { lines, whole })
}

/// The fewest letters that still say something.
const FEWEST: usize = 4;

/// A text in lines.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wrapped {
    pub lines: Vec<String>,
    /// True when nothing was cut.
    pub whole: bool,
}

fn cut(line: &mut String, room: i32, size: i32) {
    let mut kept = line.trim_end().to_owned();
    while !kept.is_empty() && width(&format!("{kept}…"), size) > room {
        kept.pop();
    }
    *line = format!("{}…", kept.trim_end());
}

/// The ground that a text takes: left, top, right, bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ground {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

impl Ground {
    /// Of a text that begins at a point of the line on which it stands.
    pub fn of(text: &str, x: i32, y: i32, size: i32) -> Self {
        Self {
            left: x,
            top: y - size * 4 / 5,
            right: x + width(text, size),
            bottom: y + size / 4,
        }
    }

    pub fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}
