//! The coach's letterhead: where it stands, where it never does, and what is no logo.

use std::io::Cursor;

use documents::{
    Colour, Content, Kind, Letterhead, Logo, NotALogo, Paper, Stamp, docx, html, markdown, pdf,
};
use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};

use crate::files::{everything, pages};
use crate::support::{brief, every_kind, rich};
use crate::word::part;

const FINAL: Stamp = Stamp::Final { approved: None };

fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let teal = RgbaImage::from_pixel(width, height, Rgba([27, 107, 102, 255]));
    let mut bytes = Cursor::new(Vec::new());
    let picture = DynamicImage::from(teal).to_rgb8();
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn svg(inside: &str) -> Vec<u8> {
    format!("<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='40' height='20'>{inside}</svg>")
        .into_bytes()
}

fn letterhead() -> Letterhead {
    Letterhead {
        name: "Anna Berg, PCC".to_owned(),
        lines: vec!["Rosenlund 12\n118 53 Stockholm".to_owned(), " ".to_owned()],
        logo: Some(Logo::read(&picture(120, 60, ImageFormat::Png)).unwrap()),
        colour: Some(Colour::parse("#ffe000").unwrap()),
    }
}

#[test]
fn png_jpeg_and_svg_are_taken_by_what_they_hold() {
    let rect = svg("<rect width='40' height='20' fill='teal'/>");
    for (bytes, width, height) in [
        (picture(120, 60, ImageFormat::Png), 120, 60),
        (picture(120, 60, ImageFormat::Jpeg), 120, 60),
        (picture(2400, 300, ImageFormat::Png), 800, 100),
        (rect, 800, 400),
    ] {
        let logo = Logo::read(&bytes).unwrap();
        assert_eq!((logo.width(), logo.height()), (width, height));
        assert_eq!(
            Logo::read(logo.png()),
            Ok(logo),
            "what is kept is read again"
        );
    }
}

#[test]
fn what_is_no_logo_is_refused() {
    let png = picture(120, 60, ImageFormat::Png);
    let mut wide = png.clone();
    // Its head claims 100,000 points, which are not there.
    wide[16..20].copy_from_slice(&100_000_u32.to_be_bytes());
    let bomb = svg("<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><g/>");
    let text = svg("<text x='1' y='9'>Anna</text>");
    let image = svg("<image href='file:///etc/passwd' width='9' height='9'/>");
    for (bytes, refused) in [
        (vec![0x89; 100 << 20], NotALogo::TooLarge),
        (Vec::new(), NotALogo::NotAPicture),
        (
            b"this is a letter, named logo.png".to_vec(),
            NotALogo::NotAPicture,
        ),
        (b"%PDF-1.7".to_vec(), NotALogo::NotAPicture),
        (
            b"GIF89a\x20\x00\x20\x00\x00\x00\x00".to_vec(),
            NotALogo::NotAPicture,
        ),
        (
            b"<html><body>logo</body></html>".to_vec(),
            NotALogo::NotAPicture,
        ),
        (png[..png.len() / 2].to_vec(), NotALogo::NotAPicture),
        (svg("<script>alert(1)</script>"), NotALogo::NotAPicture),
        (
            svg("<use xlink:href='http://e.x/a.svg#b'/>"),
            NotALogo::NotAPicture,
        ),
        (bomb, NotALogo::NotAPicture),
        (picture(8, 80, ImageFormat::Png), NotALogo::TooFewPoints),
        (text, NotALogo::NotPlain),
        (image, NotALogo::NotPlain),
    ] {
        let start = String::from_utf8_lossy(&bytes[..bytes.len().min(60)]).into_owned();
        assert_eq!(Logo::read(&bytes), Err(refused), "{start}");
        assert!(refused.code().starts_with("logo."));
    }
    assert!(matches!(
        Logo::read(&wide),
        Err(NotALogo::TooManyPoints | NotALogo::NotAPicture)
    ));
}

/// What a photograph tells beside its picture stays behind.
#[test]
fn nothing_but_the_picture_is_kept() {
    let mut jpeg = picture(120, 60, ImageFormat::Jpeg);
    let remark = b"taken at 59.3293 N";
    let length = u16::try_from(remark.len() + 2).unwrap().to_be_bytes();
    let comment = [&[0xff, 0xfe][..], &length, remark].concat();
    jpeg.splice(2..2, comment);
    let logo = Logo::read(&jpeg).unwrap();
    assert!(
        !logo
            .png()
            .windows(remark.len())
            .any(|bytes| bytes == remark)
    );
}

#[test]
fn it_stands_over_a_document_in_every_format() {
    let content = brief(&rich(), "ingrid", "m2", "2026-05-11");
    let letterhead = letterhead();
    let paper = Paper::new(FINAL, Some(&letterhead));
    let bytes = pdf(&content, paper).unwrap();
    let pages = pages(&bytes);
    for words in ["Anna Berg, PCC", "Rosenlund 12", "118 53 Stockholm"] {
        assert!(pages[0].contains(words), "{words}");
        assert!(
            !pages[1].contains(words),
            "{words} stands on the first page alone"
        );
        assert!(markdown(&content, paper).contains(words));
        assert!(html(&content, paper).contains(words));
    }
    let all = everything(&bytes);
    assert!(all.contains("/Subtype/Image") || all.contains("/Subtype /Image"));
    assert!(all.contains("<pdfuaid:part>1") && all.contains("<pdfaid:part>2"));
    let page = html(&content, paper);
    assert!(page.contains("img-src data:") && page.contains("src=\"data:image/png;base64,"));
    assert!(page.contains("alt=\"Logo of Anna Berg, PCC\""));
    assert!(
        !page.contains("#ffe000"),
        "what is too pale to be read is darkened"
    );
    let file = docx(&content, paper).unwrap();
    assert_eq!(file, docx(&content, paper).unwrap());
    assert!(part(&file, "word/document.xml").contains("descr=\"Logo of Anna Berg, PCC\""));
    assert!(part(&file, "word/document.xml").contains("118 53 Stockholm"));
}

/// Where nobody is named, neither is the coach; what the coachee says is on no paper of the coach's.
#[test]
fn it_never_stands_where_it_would_tell_or_claim() {
    let letterhead = letterhead();
    let paper = Paper::new(FINAL, Some(&letterhead));
    let without = |content: &Content| {
        matches!(
            content.kind,
            Kind::CaseSheet
                | Kind::ClientStory
                | Kind::TalkingPoints
                | Kind::DataSheet
                | Kind::Certificate
        ) || content.chair == documents::Chair::Coach
            || content.from_the_coachee
    };
    let (mut bare, mut headed) = (0, 0);
    for content in every_kind("en") {
        if without(&content) {
            bare += 1;
            assert_eq!(html(&content, paper), html(&content, FINAL));
            assert_eq!(markdown(&content, paper), markdown(&content, FINAL));
            assert_eq!(docx(&content, paper), docx(&content, FINAL));
            assert_eq!(pdf(&content, paper), pdf(&content, FINAL));
        } else {
            headed += 1;
            assert!(
                html(&content, paper).contains("Rosenlund 12"),
                "{}",
                content.eyebrow
            );
        }
    }
    assert_eq!((bare, headed), (9, 10));
}

#[test]
fn without_a_name_there_is_none() {
    let content = brief(&rich(), "ingrid", "m2", "2026-05-11");
    let nobody = Letterhead {
        name: " ".to_owned(),
        ..letterhead()
    };
    let paper = Paper::new(FINAL, Some(&nobody));
    assert_eq!(html(&content, paper), html(&content, FINAL));
}
