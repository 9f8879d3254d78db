//! PDF, through Typst: tagged (PDF/UA-1) and archival (PDF/A-2a) at once.

mod glyphs;
mod world;

#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use serde_json::{Value, json};
use typst::diag::SourceDiagnostic;
use typst::ecow::EcoVec;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::content::{Chair, Content};
use crate::language::{Words, fill, words};
use crate::letterhead::{Letterhead, Logo, Paper};
use crate::refused::NotRendered;
use crate::stamp::Frame;

static STANDARDS: LazyLock<PdfStandards> = LazyLock::new(|| {
    PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]).unwrap_or_default()
});

/// Typesets a document. The same content and stamp give the same bytes; they hold no time.
///
/// What a person wrote reaches the typesetter as data and is never evaluated. Characters for which
/// no bundled font has a shape appear as □.
///
/// # Errors
/// [`NotRendered`] when the typesetter fails, which is a fault of the program.
pub fn pdf<'a>(content: &Content, paper: impl Into<Paper<'a>>) -> Result<Vec<u8>, NotRendered> {
    let paper = paper.into();
    let letterhead = paper.letterhead(content);
    let logo = letterhead.and_then(|letterhead| letterhead.logo.as_ref());
    let result = typeset(&data(content, paper), logo);
    // The typesetter remembers what it set: the words of one document must not outlive it.
    typst::comemo::evict(0);
    result
}

fn typeset(data: &str, logo: Option<&Logo>) -> Result<Vec<u8>, NotRendered> {
    let world = world::Desk::new(data, logo.map(Logo::png));
    let document: PagedDocument = typst::compile(&world)
        .output
        .map_err(|faults| fault("layout", faults))?;
    let options = PdfOptions {
        ident: Smart::Custom(data.to_owned()),
        creator: Smart::Custom(Some("Three Chairs".to_owned())),
        timestamp: None,
        standards: STANDARDS.clone(),
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|faults| fault("export", faults))
}

/// The step that failed, without what the typesetter says about it: that may quote the document.
fn fault(step: &'static str, faults: EcoVec<SourceDiagnostic>) -> NotRendered {
    drop(faults);
    NotRendered(step)
}

/// What the template reads: the content, with every character that no font can draw replaced, and
/// the fixed words that stand around a page.
fn data(content: &Content, paper: Paper) -> String {
    let w = words(content.language);
    let frame = Frame::of(content, paper.stamp());
    let date = content.date.date();
    let mut value = json!({
        "content": content,
        "lang": w.tag,
        "quotes": w.quotes,
        "chairs": match content.chair { Chair::Coach => 1, Chair::Coachee => 2, Chair::Sponsor => 3 },
        "for_whom": in_short(&fill(w.frame.for_name, &[("name", &content.for_whom)])),
        "engagement": in_short(&content.engagement),
        "date": w.day(content.date),
        "day": [
            chrono::Datelike::year(&date),
            chrono::Datelike::month(&date),
            chrono::Datelike::day(&date),
        ],
        "page_of": w.frame.page_of,
        "whose_eyes": frame.whose_eyes,
        "draft": frame.draft,
        "draft_short": w.frame.draft,
        "approved": frame.approved,
        "from": w.label.from,
        "says_from_whom": content.says_from_whom(),
        "letterhead": paper.letterhead(content).map(|letterhead| head(w, letterhead)),
    });
    glyphs::drawable(&mut value);
    value.to_string()
}

/// The most characters of a name that stand around every page: about two lines.
const AROUND: usize = 110;

fn in_short(name: &str) -> String {
    match name.char_indices().nth(AROUND) {
        Some((end, _)) => format!("{}…", name[..end].trim_end()),
        None => name.to_owned(),
    }
}

/// The room for a logo: in the margin, and no higher than the head of the page. In tenths of a
/// millimetre.
const LOGO: (u32, u32) = (320, 160);

fn head(w: &Words, letterhead: &Letterhead) -> Value {
    let colour = letterhead
        .colour
        .map(|colour| colour.on_paper().to_string());
    json!({
        "name": letterhead.name.trim(),
        "lines": letterhead.said().collect::<Vec<_>>(),
        "colour": colour,
        "logo": letterhead.logo.as_ref().map(|logo| logo.within(LOGO.0, LOGO.1)),
        "alt": fill(w.frame.logo_of, &[("name", letterhead.name.trim())]),
    })
}

/// The bundled faces of a family, to ask how wide their letters are.
#[cfg(test)]
pub(crate) fn faces(family: &str) -> Vec<typst::text::FontInstance> {
    let of_family = |font: &&typst::text::Font| font.info().family == family;
    let plain = |font: typst::text::Font| {
        let variant = font.info().variant;
        font.instantiate(variant, typst::layout::Abs::pt(10.0), &Default::default())
    };
    let fonts = world::fonts().iter().filter(of_family).cloned();
    fonts.map(plain).collect()
}

/// The advance of a character in thousandths of its size; none where the face has no shape for it.
#[cfg(test)]
pub(crate) fn advance(face: &typst::text::FontInstance, character: char) -> Option<f64> {
    let glyph = face.ttf().glyph_index(character)?;
    Some(face.x_advance(glyph.0)?.get() * 1000.0)
}
