//! What a reader's program needs and docx-rs does not write: one style for plain words, the language,
//! the heads of tables, what a picture shows. Each is put where docx-rs's own words for it stand.

use docx_rs::XMLDocx;

/// The style for plain words that docx-rs always writes, before ours of the same name.
const TWICE: &str = "<w:style w:type=\"paragraph\" w:styleId=\"Normal\"><w:name w:val=\"Normal\" />\
                     <w:rPr /><w:pPr><w:rPr /></w:pPr><w:qFormat /></w:style>";
const NORMAL: &str = "<w:style w:type=\"paragraph\" w:styleId=\"Normal\">";
const DEFAULT: &str = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">";
const DEFAULTS_END: &str = "</w:rPr></w:rPrDefault>";
/// Only the head of a table is a row that may not be split.
const HEAD: &str = "<w:cantSplit />";
const PICTURE: &str = "<wp:docPr id=\"1\" name=\"Figure\" />";

/// Puts it there. `shows` is what the one picture shows, as text of XML.
pub(super) fn finish(parts: &mut XMLDocx, language: &str, shows: &str) {
    let language = format!("<w:lang w:val=\"{language}\" />{DEFAULTS_END}");
    replace(
        &mut parts.styles,
        &[(TWICE, ""), (NORMAL, DEFAULT), (DEFAULTS_END, &language)],
    );
    let head = format!("{HEAD}<w:tblHeader />");
    let picture = format!("<wp:docPr id=\"1\" name=\"Figure\" descr=\"{shows}\" />");
    replace(&mut parts.document, &[(HEAD, &head), (PICTURE, &picture)]);
}

fn replace(part: &mut Vec<u8>, words: &[(&str, &str)]) {
    let mut text = String::from_utf8_lossy(part).into_owned();
    for (theirs, ours) in words {
        text = text.replace(theirs, ours);
    }
    *part = text.into_bytes();
}
