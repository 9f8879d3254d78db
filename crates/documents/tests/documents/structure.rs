//! The tree behind every kind of PDF: what a reader without eyes walks through.

use std::panic::catch_unwind;
use std::process::Command;

use documents::{Content, Stamp, pdf};
use lopdf::content::Content as Drawn;
use lopdf::{Dictionary, Document, Object};

use crate::files::pages;
use crate::support::{all_words, bare, every_kind};

type Law = fn(&[(Content, Vec<u8>)]);

/// What holds for each PDF: one test, because making them all takes far longer than reading them.
const LAWS: &[(&str, Law)] = &[
    (
        "it says its language and its title",
        it_says_its_language_and_its_title,
    ),
    ("headings come in order", headings_come_in_order),
    (
        "tables have heads and no holes",
        tables_have_heads_and_no_holes,
    ),
    ("figures say what they show", figures_say_what_they_show),
    ("words stand in what they are", words_stand_in_what_they_are),
    (
        "nothing is drawn beside the tree",
        nothing_is_drawn_beside_the_tree,
    ),
    ("no words are lost", no_words_are_lost),
    ("a validator finds nothing", a_validator_finds_nothing),
];

#[test]
fn the_tree_of_every_kind_keeps_every_law() {
    let stamp = Stamp::Final { approved: None };
    let all = every_kind("en").into_iter();
    let papers: Vec<_> = all
        .chain(every_kind("es").into_iter().take(1))
        .map(|content| (pdf(&content, stamp).unwrap(), content))
        .map(|(bytes, content)| (content, bytes))
        .collect();
    let broken = LAWS
        .iter()
        .filter(|(_, law)| catch_unwind(|| law(&papers)).is_err());
    let broken: Vec<&str> = broken.map(|(name, _)| *name).collect();
    assert!(broken.is_empty(), "broken, each said above: {broken:?}");
}

/// An element of the tree.
#[derive(Debug)]
struct Element {
    role: String,
    alt: String,
    scope: String,
    /// True when something on a page belongs to it directly.
    is_drawn: bool,
    inside: Vec<Element>,
}

fn follow<'d>(file: &'d Document, object: &'d Object) -> &'d Object {
    file.dereference(object).unwrap().1
}

fn words(file: &Document, dict: &Dictionary, key: &[u8]) -> String {
    let found = dict.get(key).map(|object| follow(file, object));
    match found {
        Ok(Object::Name(name)) => String::from_utf8_lossy(name).into_owned(),
        Ok(text @ Object::String(..)) => lopdf::decode_text_string(text).unwrap(),
        _ => String::new(),
    }
}

fn element(file: &Document, dict: &Dictionary) -> Element {
    let attributes = match dict.get(b"A").map(|object| follow(file, object)) {
        Ok(Object::Array(all)) => all.iter().map(|one| follow(file, one)).collect(),
        Ok(one) => vec![one],
        Err(_) => Vec::new(),
    };
    let scopes = attributes.iter().filter_map(|one| one.as_dict().ok());
    let kids = match dict.get(b"K").map(|object| follow(file, object)) {
        Ok(Object::Array(all)) => all.iter().map(|one| follow(file, one)).collect(),
        Ok(one) => vec![one],
        Err(_) => Vec::new(),
    };
    let elements = kids.iter().filter_map(|kid| kid.as_dict().ok());
    let elements = elements.filter(|kid| kid.has(b"S"));
    Element {
        role: words(file, dict, b"S"),
        alt: words(file, dict, b"Alt"),
        scope: scopes.map(|one| words(file, one, b"Scope")).collect(),
        inside: elements.clone().map(|kid| element(file, kid)).collect(),
        is_drawn: elements.count() < kids.len(),
    }
}

/// The whole tree of a file.
fn tree(bytes: &[u8]) -> Element {
    let file = Document::load_mem(bytes).unwrap();
    let root = file.catalog().unwrap().get(b"StructTreeRoot").unwrap();
    element(&file, follow(&file, root).as_dict().unwrap())
}

/// Every element with those it stands in, in the order in which they are read.
fn walk<'e>(
    element: &'e Element,
    above: &[&'e Element],
    see: &mut impl FnMut(&'e Element, &[&'e Element]),
) {
    see(element, above);
    let mut above = above.to_vec();
    above.push(element);
    element.inside.iter().for_each(|one| walk(one, &above, see));
}

/// All elements with a role, in the order in which they are read.
fn all(tree: &Element, has: impl Fn(&str) -> bool) -> Vec<&Element> {
    let mut found = Vec::new();
    walk(tree, &[], &mut |one, _| {
        if has(&one.role) {
            found.push(one);
        }
    });
    found
}

fn it_says_its_language_and_its_title(papers: &[(Content, Vec<u8>)]) {
    for (content, bytes) in papers {
        let file = Document::load_mem(bytes).unwrap();
        let catalog = file.catalog().unwrap();
        let tag = if content.language == coaching::words::Language::Spanish {
            "es"
        } else {
            "en"
        };
        assert_eq!(words(&file, catalog, b"Lang"), tag);
        let dict = |key: &[u8]| follow(&file, catalog.get(key).unwrap()).as_dict().unwrap();
        let is = |dict: &Dictionary, key: &[u8]| dict.get(key).unwrap().as_bool().unwrap();
        assert!(is(dict(b"MarkInfo"), b"Marked"));
        assert!(is(dict(b"ViewerPreferences"), b"DisplayDocTitle"));
        let info = follow(&file, file.trailer.get(b"Info").unwrap())
            .as_dict()
            .unwrap();
        let title = format!("{}: {}", content.eyebrow, content.title);
        assert_eq!(words(&file, info, b"Title"), title);
    }
}

fn headings_come_in_order(papers: &[(Content, Vec<u8>)]) {
    for (content, bytes) in papers {
        let tree = tree(bytes);
        let levels: Vec<u32> = all(&tree, |role| role.starts_with('H'))
            .iter()
            .filter_map(|one| one.role[1..].parse().ok())
            .collect();
        assert_eq!(levels.first(), Some(&1), "{}", content.eyebrow);
        for pair in levels.windows(2) {
            assert!(pair[1] <= pair[0] + 1, "{}: {levels:?}", content.eyebrow);
        }
        let sections = levels.iter().filter(|level| **level == 1).count();
        assert_eq!(sections, content.sections.len(), "{}", content.eyebrow);
        assert_eq!(all(&tree, |role| role == "Title").len(), 1);
    }
}

fn tables_have_heads_and_no_holes(papers: &[(Content, Vec<u8>)]) {
    let mut seen = 0;
    for (content, bytes) in papers {
        for table in all(&tree(bytes), |role| role == "Table") {
            seen += 1;
            let rows = all(table, |role| role == "TR");
            let head = rows.first().unwrap();
            for cell in &head.inside {
                assert_eq!(
                    (&*cell.role, &*cell.scope),
                    ("TH", "Column"),
                    "{}",
                    content.eyebrow
                );
            }
            for row in &rows {
                assert_eq!(row.inside.len(), head.inside.len(), "{}", content.eyebrow);
            }
        }
    }
    assert!(seen > 2, "{seen} tables");
}

fn figures_say_what_they_show(papers: &[(Content, Vec<u8>)]) {
    let mut seen = 0;
    for (content, bytes) in papers {
        for figure in all(&tree(bytes), |role| role == "Figure") {
            seen += 1;
            assert!(figure.alt.len() > 40, "{}: {}", content.eyebrow, figure.alt);
        }
    }
    assert!(seen > 1, "{seen} figures");
}

/// Words stand in a paragraph, a heading, an item, a cell: never loose in the document.
fn words_stand_in_what_they_are(papers: &[(Content, Vec<u8>)]) {
    const HOLD: &[&str] = &["P", "Title", "Lbl", "LBody", "TH", "TD", "Figure"];
    for (content, bytes) in papers {
        let mut loose = Vec::new();
        walk(&tree(bytes), &[], &mut |one, above| {
            let path: Vec<&str> = above.iter().chain([&one]).map(|one| &*one.role).collect();
            let holds = |role: &&str| HOLD.contains(role) || role.starts_with('H');
            if one.is_drawn && !path.iter().any(holds) {
                loose.push(path.join(" "));
            }
        });
        assert!(loose.is_empty(), "{}: {loose:?}", content.eyebrow);
    }
}

/// Whatever is drawn belongs to the tree, or says that it is no content.
fn nothing_is_drawn_beside_the_tree(papers: &[(Content, Vec<u8>)]) {
    for (content, bytes) in papers {
        let file = Document::load_mem(bytes).unwrap();
        for page in file.get_pages().values() {
            let drawn = Drawn::decode(&file.get_page_content(*page)).unwrap();
            let mut depth = 0;
            for operation in &drawn.operations {
                match operation.operator.as_str() {
                    "BDC" | "BMC" => depth += 1,
                    "EMC" => depth -= 1,
                    "Tj" | "TJ" | "Do" | "S" | "f" | "f*" | "B" => {
                        assert!(depth > 0, "{}: {operation:?}", content.eyebrow);
                    }
                    _ => {}
                }
            }
            assert_eq!(depth, 0, "{}", content.eyebrow);
        }
    }
}

fn no_words_are_lost(papers: &[(Content, Vec<u8>)]) {
    for (content, bytes) in papers {
        let text = bare(&pages(bytes).concat());
        let tree = tree(bytes);
        let shown = all(&tree, |role| role == "Figure");
        for words in all_words(content) {
            if shown.iter().any(|figure| figure.alt == words) {
                continue;
            }
            for word in words.split_whitespace() {
                assert!(
                    text.contains(&bare(word)),
                    "{}: {word} of {words}",
                    content.eyebrow
                );
            }
        }
    }
}

/// PDF/UA-1 and PDF/A-2a as a validator judges them, on a machine that has one.
fn a_validator_finds_nothing(papers: &[(Content, Vec<u8>)]) {
    if Command::new("verapdf").arg("--version").output().is_err() {
        println!("Left out: there is no veraPDF on this machine.");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    for (n, (_, bytes)) in papers.iter().enumerate() {
        let file = folder.path().join(format!("{n}.pdf"));
        std::fs::write(&file, bytes).unwrap();
        files.push(file);
    }
    for standard in ["ua1", "2a"] {
        let mut call = Command::new("verapdf");
        call.args(["--format", "text", "--flavour", standard]);
        let said = call.args(&files).output().unwrap();
        let said = String::from_utf8_lossy(&said.stdout);
        assert_eq!(
            said.matches("PASS").count(),
            files.len(),
            "{standard}: {said}"
        );
    }
}
