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

/// The words of a file of notes, paragraphs apart by a line end.
///
/// # Errors
/// [`Unreadable`].
pub fn notes(bytes: &[u8], written: Written) -> Result<String, Unreadable> {
    let words = match written {
        Written::Text => {
            let text = text(bytes)?;
            if text.contains('\0') {
                return Err(Unreadable::NotA("a text"));
            }
            text
        }
        Written::Docx => docx(bytes)?,
    };
    match words.trim() {
        "" => Err(Unreadable::Empty),
        words => Ok(words.to_owned()),
    }
}

fn docx(bytes: &[u8]) -> Result<String, Unreadable> {
    const KIND: Unreadable = Unreadable::NotA("a document (DOCX)");
    packed::check(bytes, KIND)?;
    let body = packed::part(bytes, "word/document.xml", KIND)?;
    let mut reader = Reader::from_str(&body);
    let mut words = String::new();
    let mut in_text = false;
    loop {
        match reader.read_event().map_err(|_| KIND)? {
            Event::Start(tag) if tag.name().as_ref() == "w:t" => in_text = true,
            Event::End(tag) if tag.name().as_ref() == "w:t" => in_text = false,
            Event::End(tag) if tag.name().as_ref() == "w:p" => words.push('\n'),
            Event::Empty(tag) => match tag.name().as_ref() {
                "w:br" | "w:cr" => words.push('\n'),
                "w:tab" => words.push('\t'),
                _ => {}
            },
            Event::Text(text) if in_text => words.push_str(&text),
            Event::GeneralRef(entity) if in_text => {
                let number = entity.resolve_char_ref().map_err(|_| KIND)?;
                let name: &str = &entity;
                match number {
                    Some(character) => words.push(character),
                    None => words.push_str(resolve_predefined_entity(name).ok_or(KIND)?),
                }
            }
            Event::Eof => return Ok(words),
            _ => {}
        }
    }
}
