//! A PDF, taken apart: every object, every stream unpacked, every string, every name, and the words that
//! stand on its pages.

use lopdf::{Document, Object};

/// Keys and names by which a PDF would carry something besides its pages.
const NOTHING_BESIDES: &[&str] = &[
    "EmbeddedFile",
    "EmbeddedFiles",
    "Filespec",
    "PieceInfo",
    "JavaScript",
    "JS",
    "AcroForm",
    "RichMedia",
    "Launch",
    "SubmitForm",
    "Thumb",
    "Threads",
    "OCProperties",
];

/// Each part with its place, and the words on the pages.
pub fn taken_apart(bytes: &[u8]) -> (Vec<(String, Vec<u8>)>, String) {
    let file = Document::load_mem(bytes).unwrap();
    let mut parts = vec![("the file".to_owned(), bytes.to_vec())];
    for (key, value) in file.trailer.iter() {
        object(
            &format!("trailer {}", String::from_utf8_lossy(key)),
            value,
            &mut parts,
        );
    }
    for ((number, _), value) in &file.objects {
        object(&format!("object {number}"), value, &mut parts);
    }
    let pages: Vec<u32> = file.get_pages().keys().copied().collect();
    let text = file.extract_text(&pages).unwrap();
    (parts, text)
}

fn object(place: &str, value: &Object, parts: &mut Vec<(String, Vec<u8>)>) {
    match value {
        Object::String(string, _) => parts.push((format!("{place}, a string"), string.clone())),
        Object::Name(name) => named(place, name, parts),
        Object::Array(items) => items.iter().for_each(|item| object(place, item, parts)),
        Object::Dictionary(fields) => fields.iter().for_each(|(key, field)| {
            named(place, key, parts);
            object(
                &format!("{place}/{}", String::from_utf8_lossy(key)),
                field,
                parts,
            );
        }),
        Object::Stream(stream) => {
            object(place, &Object::Dictionary(stream.dict.clone()), parts);
            parts.push((format!("{place}, packed"), stream.content.clone()));
            if let Ok(unpacked) = stream.decompressed_content() {
                parts.push((format!("{place}, unpacked"), unpacked));
            }
        }
        Object::Null
        | Object::Boolean(_)
        | Object::Integer(_)
        | Object::Real(_)
        | Object::Reference(_) => {}
    }
}

fn named(place: &str, name: &[u8], parts: &mut Vec<(String, Vec<u8>)>) {
    let text = String::from_utf8_lossy(name);
    assert!(!NOTHING_BESIDES.contains(&text.as_ref()), "{place}: {text}");
    parts.push((format!("{place}, a name"), name.to_vec()));
}
