//! The letterhead: what is taken as a logo and a colour, what is refused, and that it goes with the
//! practice and with every document.

use std::fs::{self, File};

use crate::support::{made, refused, sample};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use practice::Desk;
use practice::types::LetterheadPage;
use serde_json::{Value, json};

const PICTURE: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100'>\
                       <rect width='200' height='100' fill='#1b6b66'/></svg>";

fn set_logo(desk: &mut Desk, bytes: &[u8]) -> Result<LetterheadPage, practice::Failure> {
    desk.set_logo(made(json!({ "file": STANDARD.encode(bytes) })))
}

#[test]
fn a_logo_and_a_colour_are_kept_and_taken_away() {
    let (_folder, mut desk) = sample();
    let plain = desk.letterhead().unwrap();
    assert!(!plain.name.is_empty() && plain.logo.is_empty() && plain.colour.is_empty());
    let page = set_logo(&mut desk, PICTURE.as_bytes()).unwrap();
    assert!(page.logo.starts_with("data:image/png;base64,") && page.width > 0);
    let pale = json!({ "colour": "#ffee88" });
    let page = desk.set_colour(made(pale)).unwrap();
    assert_eq!(page.colour, "#ffee88");
    assert_ne!(
        page.printed, page.colour,
        "it is printed so that it can be read"
    );
    let exported = desk.export().unwrap();
    let practice: Value = serde_json::from_slice(&exported).unwrap();
    assert_eq!(practice["letterhead"]["colour"], "#ffee88");
    assert!(practice["letterhead"]["logo"].as_str().unwrap().len() > 20);
    desk.remove_logo().unwrap();
    desk.set_colour(made(json!({ "colour": " " }))).unwrap();
    let practice: Value = serde_json::from_slice(&desk.export().unwrap()).unwrap();
    assert_eq!(practice.get("letterhead"), None);
}

#[test]
fn what_is_no_picture_is_refused_and_nothing_is_kept() {
    let (folder, mut desk) = sample();
    refused(&mut desk, "logo.no_picture", Some("logo"), |desk| {
        set_logo(desk, b"no picture at all")
    });
    refused(&mut desk, "logo.no_picture", Some("logo"), |desk| {
        desk.set_logo(made(json!({ "file": "not base64" })))
    });
    refused(&mut desk, "logo.too_large", Some("logo"), |desk| {
        set_logo(desk, &vec![0; 3 * 1024 * 1024])
    });
    // A file of 100 MB, of which no more is read than a logo may weigh.
    let large = folder.path().join("large.png");
    File::create(&large)
        .unwrap()
        .set_len(100 * 1024 * 1024)
        .unwrap();
    refused(&mut desk, "logo.too_large", Some("logo"), |desk| {
        desk.set_logo_from(&large)
    });
    let missing = folder.path().join("missing.png");
    refused(&mut desk, "logo.unreadable", Some("logo"), |desk| {
        desk.set_logo_from(&missing)
    });
    refused(&mut desk, "colour.unreadable", Some("colour"), |desk| {
        desk.set_colour(made(json!({ "colour": "teal" })))
    });
}

#[test]
fn it_stands_on_what_is_written() {
    let (folder, mut desk) = sample();
    let write = |desk: &mut Desk, name: &str| {
        let out = folder.path().join(name);
        fs::create_dir(&out).unwrap();
        let ask = json!({
            "document": { "engagement": "mateus", "kind": "summary", "party": "mateus-sponsor",
                          "meeting": null, "on": null },
            "format": "html", "folder": out, "hand_over": false
        });
        let written = desk.write_document(made(ask)).unwrap();
        fs::read_to_string(written.path).unwrap()
    };
    let before = write(&mut desk, "before");
    set_logo(&mut desk, PICTURE.as_bytes()).unwrap();
    let after = write(&mut desk, "after");
    assert!(!before.contains("image/png") && after.contains("image/png"));
}
