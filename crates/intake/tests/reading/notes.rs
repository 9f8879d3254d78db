//! Notes: the words of texts in several encodings, and of DOCX files.

use intake::{Unreadable, Written, notes};

use crate::packed;

/// A DOCX file with this body.
fn docx(body: &str) -> Vec<u8> {
    let document = format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>{body}</w:body></w:document>"
    );
    packed(&[("word/document.xml", document.as_bytes())])
}

fn words(body: &str) -> String {
    notes(&docx(body), Written::Docx).unwrap()
}

#[test]
fn texts_are_read_in_the_encodings_that_are_met() {
    let words = "Sesión 4 – Zoë:\r\n\r\n<b>\u{201c}No\u{201d}</b>\tdijo.";
    let read = "Sesión 4 – Zoë:\n\n<b>\u{201c}No\u{201d}</b>\tdijo.";
    let mut utf_16 = vec![0xff, 0xfe];
    utf_16.extend(words.encode_utf16().flat_map(u16::to_le_bytes));
    let mut big = vec![0xfe, 0xff];
    big.extend(words.encode_utf16().flat_map(u16::to_be_bytes));
    for bytes in [
        words.as_bytes(),
        &[b"\xef\xbb\xbf", words.as_bytes()].concat(),
        &utf_16,
        &big,
    ] {
        assert_eq!(notes(bytes, Written::Text).unwrap(), read);
    }
    let latin = b"Sesi\xf3n 4: ma\xf1ana, dijo Zo\xeb.\n";
    assert_eq!(
        notes(latin, Written::Text).unwrap(),
        "Sesión 4: mañana, dijo Zoë."
    );
}

#[test]
fn what_is_no_text_is_told_whatever_it_is_called() {
    // A picture without a single NUL, a file of another program, UTF-16 that does not say so.
    let gif = b"GIF89a\x01\x02\x03\x04\x05\x06\x1b,!";
    let blind: Vec<u8> = "no mark"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for bytes in [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(),
        gif,
        &blind,
        b"%PDF-1.7\nwords",
        br"{\rtf1\ansi words}",
        &docx("<w:p><w:r><w:t>a</w:t></w:r></w:p>"),
    ] {
        let refused = notes(bytes, Written::Text).unwrap_err();
        assert_eq!(refused, Unreadable::NotA("a text"));
    }
    assert_eq!(notes(b" \r\n\t", Written::Text), Err(Unreadable::Empty));
    assert_eq!(
        notes(&docx("<w:p/>"), Written::Docx),
        Err(Unreadable::Empty)
    );
}

#[test]
fn the_words_of_a_docx_file_stand_as_they_are_read() {
    let body = "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"720\"/></w:tabs></w:pPr>\
        <w:r><w:t>Session 4,</w:t></w:r><w:r><w:tab/><w:t xml:space=\"preserve\"> 5&#160;March &amp; on</w:t></w:r></w:p>\
        <w:p/>\
        <w:p><w:r><w:t>One</w:t><w:br/><w:t>Two</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>\
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    assert_eq!(
        words(body),
        "Session 4,\t 5\u{a0}March & on\n\nOne\nTwo\nCell"
    );
}

#[test]
fn no_words_come_twice() {
    let body = "<w:p><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom><w:r><w:t>Here: </w:t></w:r>\
        <w:moveTo><w:r><w:t>moved</w:t></w:r></w:moveTo></w:p>\
        <w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p>\
        </w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p>\
        </w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>";
    assert_eq!(words(body), "Here: moved\nbox");
}

#[test]
fn a_broken_document_is_refused_whole() {
    for body in [
        "<w:p><w:r><w:t>cut</w:p>",
        "<w:p><w:r><w:t>a&#1;b</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>&unknown;</w:t></w:r></w:p>",
    ] {
        let refused = notes(&docx(body), Written::Docx).unwrap_err();
        assert_eq!(refused.code(), "intake.not_a", "{body}");
    }
}
