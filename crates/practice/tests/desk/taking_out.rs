//! Copies in plain text: whole, for one engagement, and never over anything.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use practice::day::Day;
use practice::interchange;
use serde_json::{Value, json};

use crate::support::{empty, made, sample};

/// Every file below a folder, by its path in it.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().display().to_string();
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// The words of a page as somebody reads them, white space aside.
fn words(page: &[u8]) -> String {
    let page = String::from_utf8(page.to_vec()).unwrap();
    let body = page.split_once("<body").unwrap().1.replace("<br>", " ");
    let mut text = String::new();
    let mut inside = true;
    for letter in body.chars() {
        match letter {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            other if !inside => text.push(other),
            _ => {}
        }
    }
    let plain = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"");
    one_line(&plain.replace("&#39;", "'").replace("&amp;", "&"))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every text of content: not ids, not days, not the words of the format.
fn contents(value: &Value, key: &str, found: &mut Vec<String>) {
    const NOT_CONTENT: &[&str] = &[
        "id",
        "person",
        "organisation",
        "engagement",
        "party",
        "parties",
        "goal",
        "version",
        "session",
        "meeting",
        "note",
        "agreement",
        "by",
        "raised_by",
        "said_by",
        "to",
        "into",
        "invited",
        "attended",
        "insights",
        "priority",
        "purpose",
        "learning",
        "status",
        "role",
        "rule",
        "topic",
        "kind",
        "how",
        "voice",
        "state",
        "stance",
        "level",
        "influence",
        "prompt",
        "unit",
        "coach_does",
        "speaker",
        "document",
        "consulted",
        "part",
        "end",
        "language",
        "ground",
        "boundary",
        "release",
        "proposal",
        "item",
        "file",
        "logo",
        "format",
        "recorded",
        "audience",
    ];
    match value {
        Value::String(text) => {
            // Days and moments are said in words.
            let on = text.split_once('T').filter(|(_, at)| at.ends_with('Z'));
            let day = Day::parse(on.map_or(text, |(on, _)| on)).is_ok();
            if !NOT_CONTENT.contains(&key) && !day && !text.trim().is_empty() {
                found.push(one_line(text));
            }
        }
        Value::Array(list) => list.iter().for_each(|each| contents(each, key, found)),
        Value::Object(fields) => {
            for (key, value) in fields {
                // What a note says stands under "text" wherever it is.
                contents(value, key, found);
            }
        }
        _ => {}
    }
}

#[test]
fn every_word_of_the_record_stands_on_some_page() {
    let (folder, desk) = sample();
    let copy = folder.path().join("copy");
    desk.write_readable_to(None, &copy).unwrap();
    let pages = files(&copy);
    let all: String = pages
        .iter()
        .filter(|(name, _)| name.ends_with(".html"))
        .map(|(_, page)| words(page) + "\n")
        .collect();
    let exported: Value = serde_json::from_slice(&desk.export().unwrap()).unwrap();
    let mut wanted = Vec::new();
    contents(&exported, "", &mut wanted);
    assert!(wanted.len() > 1000, "{}", wanted.len());
    let missing: Vec<_> = wanted
        .iter()
        .filter(|text| !all.contains(&***text))
        .collect();
    assert!(missing.is_empty(), "{missing:#?}");
    // Each page says whose it is.
    for (name, page) in pages.iter().filter(|(name, _)| name.ends_with(".html")) {
        assert!(words(page).contains("Coach only"), "{name}");
    }
    // Reflections stand with the private ones and nowhere else.
    let mut private = Vec::new();
    for engagement in exported["engagements"].as_array().unwrap() {
        for list in ["sessions", "meetings"] {
            let list = engagement[list].as_array().into_iter().flatten();
            private.extend(list.filter_map(|each| each["reflective"].as_str().map(one_line)));
        }
        let list = engagement["reflections"].as_array().into_iter().flatten();
        private.extend(list.filter_map(|each| each["text"].as_str().map(one_line)));
    }
    assert!(private.len() > 20);
    for (name, page) in pages.iter().filter(|(name, _)| name.ends_with(".html")) {
        let words = words(page);
        if !name.ends_with("11-private-reflections.html") {
            assert!(
                !private.iter().any(|text| words.contains(&**text)),
                "{name}"
            );
        }
    }
}

#[test]
fn every_link_leads_to_a_file() {
    let (folder, desk) = sample();
    let copy = folder.path().join("copy");
    desk.write_readable_to(None, &copy).unwrap();
    let mut links = 0;
    for (name, page) in files(&copy)
        .iter()
        .filter(|(name, _)| name.ends_with(".html"))
    {
        let page = String::from_utf8(page.clone()).unwrap();
        let from = copy.join(name);
        for link in page.split("href=\"").skip(1) {
            let to = link.split('"').next().unwrap();
            assert!(from.parent().unwrap().join(to).exists(), "{name}: {to}");
            links += 1;
        }
        assert!(
            !page.contains("<script") && !page.contains("http://"),
            "{name}"
        );
    }
    assert!(links > 100);
}

#[test]
fn one_engagement_holds_nothing_of_another_and_is_read_again() {
    let (folder, desk) = sample();
    let nadia = made(json!("nadia"));
    let copy = folder.path().join("one");
    desk.write_readable_to(Some(&nadia), &copy).unwrap();
    let folders: Vec<_> = fs::read_dir(&copy)
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().path().is_dir())
        .collect();
    assert_eq!(folders.len(), 1);
    let document = desk.export_of(Some(&nadia)).unwrap();
    let record = interchange::read(&document).unwrap();
    assert_eq!(record.engagements.len(), 1);
    let all = interchange::read(&desk.export().unwrap()).unwrap();
    assert!(record.people.len() < all.people.len());
    let stranger = all
        .people
        .iter()
        .find(|person| !record.people.contains(person))
        .unwrap();
    for (name, page) in files(&copy) {
        assert!(
            !String::from_utf8_lossy(&page).contains(&stranger.name),
            "{name}"
        );
    }
    let (_other, mut other) = empty();
    other.import(&document).unwrap();
    let nobody = made(json!("nobody"));
    assert_eq!(
        desk.export_of(Some(&nobody)).unwrap_err().code,
        "desk.missing"
    );
}

#[test]
fn a_copy_is_whole_or_not_there_and_goes_over_nothing() {
    let (folder, desk) = sample();
    let full = folder.path().join("full");
    fs::create_dir(&full).unwrap();
    fs::write(full.join("mine"), "mine").unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "mine").unwrap();
    for taken in [&full, &file] {
        let failure = desk.write_readable_to(None, taken).unwrap_err();
        assert_eq!(failure.code, "copy.there_already");
    }
    let nowhere = folder.path().join("nowhere").join("copy");
    assert_eq!(
        desk.write_readable_to(None, &nowhere).unwrap_err().code,
        "copy.not_written"
    );
    let left = |folder: &Path| {
        let names = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name());
        names
            .filter(|name| name.to_string_lossy().contains(".part"))
            .count()
    };
    assert_eq!(files(&full).len(), 1);
    assert_eq!(left(folder.path()), 0);
    let empty = folder.path().join("empty");
    fs::create_dir(&empty).unwrap();
    desk.write_readable_to(None, &empty).unwrap();
    assert!(empty.join("READ-ME.html").is_file());
    assert_eq!(left(folder.path()), 0);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&empty), 0o700);
        assert_eq!(mode(&empty.join("READ-ME.html")), 0o600);
    }
}

#[test]
fn the_tables_are_read_back() {
    let (_folder, desk) = sample();
    let book = desk.tables_of(None).unwrap();
    assert_eq!(book, desk.tables_of(None).unwrap());
    let sheets = intake::xlsx(&book).unwrap();
    let heads: Vec<&str> = sheets.iter().map(|sheet| &*sheet.rows[0][0]).collect();
    // What is empty has its heading still.
    assert_eq!(heads.len(), 7, "{heads:?}");
    let exported: Value = serde_json::from_slice(&desk.export().unwrap()).unwrap();
    let engagements = exported["engagements"].as_array().unwrap();
    let count = |list: &str| {
        let all = engagements.iter();
        all.map(|each| each[list].as_array().map_or(0, Vec::len))
            .sum::<usize>()
    };
    assert_eq!(sheets[0].rows.len() - 1, engagements.len());
    assert_eq!(sheets[1].rows.len() - 1, count("sessions"));
    assert_eq!(sheets[3].rows.len() - 1, count("goals"));
    assert_eq!(sheets[4].rows.len() - 1, count("commitments"));
    assert_eq!(
        sheets[5].rows.len() - 1,
        exported["people"].as_array().unwrap().len()
    );
    let first = &sheets[1].rows[1];
    let day = Day::parse(&first[2]);
    assert!(day.is_ok(), "{first:?}");
}
