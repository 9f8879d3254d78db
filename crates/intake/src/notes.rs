//! Notes: plain text, Markdown, and the words of a DOCX file.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;

use crate::text::text;
use crate::{Unreadable, packed};

/// What a file of notes is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// Plain text or Markdown.
    Text,
    /// DOCX.
    Docx,
}

/// How files begin that look like text to nobody but a program.
const NO_TEXT: [&str; 2] = ["%PDF-", "{\\rtf"];

/// Parts of a DOCX file whose words stand in it a second time: what was moved away, and what is for
/// programs that cannot draw a box.
const SAID_TWICE: [&str; 2] = ["w:moveFrom", "mc:Fallback"];

/// The words of a file of notes, paragraphs apart by a line end.
///
/// # Errors
/// [`Unreadable`].
pub fn notes(bytes: &[u8], written: Written) -> Result<String, Unreadable> {
    let (words, kind) = match written {
        Written::Text => (text(bytes)?, Unreadable::NotA("a text")),
        Written::Docx => (docx(bytes)?, DOCX),
    };
    let shown =
        |c: char| !c.is_control() || matches!(c, '\n' | '\t' | '\u{b}' | '\u{c}' | '\u{85}');
    if !words.chars().all(shown) || NO_TEXT.iter().any(|other| words.starts_with(other)) {
        return Err(kind);
    }
    match words.trim() {
        "" => Err(Unreadable::Empty),
        words => Ok(words.to_owned()),
    }
}

const DOCX: Unreadable = Unreadable::NotA("a document (DOCX)");

fn docx(bytes: &[u8]) -> Result<String, Unreadable> {
    packed::check(bytes, DOCX)?;
    let body = packed::part(bytes, "word/document.xml", DOCX)?;
    let mut reader = Reader::from_str(&body);
    let mut words = String::new();
    // How deep the reader is in runs of words (where a tab is one, and no place to stop at), in a text,
    // and in what is said twice.
    let (mut runs, mut in_text, mut twice) = (0_usize, false, 0_usize);
    loop {
        match reader.read_event().map_err(|_| DOCX)? {
            Event::Start(tag) => match tag.name().as_ref() {
                "w:t" => in_text = true,
                "w:r" => runs += 1,
                name if SAID_TWICE.contains(&name) => twice += 1,
                _ => {}
            },
            Event::End(tag) => match tag.name().as_ref() {
                "w:t" => in_text = false,
                "w:r" => runs = runs.saturating_sub(1),
                "w:p" if twice == 0 => words.push('\n'),
                name if SAID_TWICE.contains(&name) => twice = twice.saturating_sub(1),
                _ => {}
            },
            Event::Empty(tag) if twice == 0 => match tag.name().as_ref() {
                "w:p" | "w:br" | "w:cr" => words.push('\n'),
                "w:tab" if runs > 0 => words.push('\t'),
                _ => {}
            },
            Event::Text(text) if in_text && twice == 0 => {
                words.push_str(&text.replace("\r\n", "\n").replace('\r', "\n"));
            }
            Event::GeneralRef(entity) if in_text && twice == 0 => {
                let number = entity.resolve_char_ref().map_err(|_| DOCX)?;
                let name: &str = &entity;
                match number {
                    Some(character) => words.push(character),
                    None => words.push_str(resolve_predefined_entity(name).ok_or(DOCX)?),
                }
            }
            Event::Eof => return Ok(words),
            _ => {}
        }
    }
}
