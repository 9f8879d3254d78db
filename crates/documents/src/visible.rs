//! Control characters, which neither XML nor HTML can hold.

/// The same text with a □ for every control character but tab and line feed. Signs of direction
/// stay, and are closed where the text leaves them open.
pub(crate) fn visible(text: &str) -> String {
    let mut open = Vec::new();
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\r' => continue,
            '\n' | '\t' => out.push(character),
            '\u{fffe}' | '\u{ffff}' => out.push('□'),
            other if other.is_control() => out.push('□'),
            other => {
                match closing(other) {
                    Some(close) => open.push(close),
                    None if open.last() == Some(&other) => {
                        open.pop();
                    }
                    None => {}
                }
                out.push(other);
            }
        }
    }
    out.extend(open.into_iter().rev());
    out
}

/// The sign that ends what an invisible sign of direction begins.
pub(crate) fn closing(character: char) -> Option<char> {
    match u32::from(character) {
        0x202a | 0x202b | 0x202d | 0x202e => Some('\u{202c}'),
        0x2066..=0x2068 => Some('\u{2069}'),
        _ => None,
    }
}

/// True when the first letter of a text is of a script that runs from the right to the left.
pub(crate) fn runs_from_the_right(text: &str) -> bool {
    let first = text.chars().find(|character| character.is_alphabetic());
    let code = first.map_or(0, u32::from);
    matches!(code, 0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfefc)
}

#[cfg(test)]
mod tests {
    use super::{runs_from_the_right, visible};

    #[test]
    fn the_first_letter_says_where_a_line_begins() {
        for text in ["עברית", "«العربية» and more", "12. ﷲ"] {
            assert!(runs_from_the_right(text), "{text}");
        }
        for text in ["", "12", "Anna עברית", "中文", "Ελληνικά"] {
            assert!(!runs_from_the_right(text), "{text}");
        }
    }

    #[test]
    fn control_characters_are_shown_and_directions_closed() {
        assert_eq!(visible("a\u{1}b\r\n\u{202e}c"), "a□b\n\u{202e}c\u{202c}");
        assert_eq!(
            visible("ok\t🪑 \u{202b}x\u{202c}"),
            "ok\t🪑 \u{202b}x\u{202c}"
        );
    }
}
