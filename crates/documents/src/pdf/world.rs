//! All that the typesetter can reach: the template, one document's data, the bundled fonts.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// The bundled fonts: the two faces of the documents first, then what fills their gaps.
const FONTS: &[&[u8]] = &[
    include_bytes!("../../fonts/SourceSerifPro-Regular.otf"),
    include_bytes!("../../fonts/SourceSerifPro-It.otf"),
    include_bytes!("../../fonts/SourceSerifPro-Semibold.otf"),
    include_bytes!("../../fonts/SourceSerifPro-SemiboldIt.otf"),
    include_bytes!("../../fonts/SourceSansPro-Regular.otf"),
    include_bytes!("../../fonts/SourceSansPro-It.otf"),
    include_bytes!("../../fonts/SourceSansPro-Semibold.otf"),
    include_bytes!("../../fonts/DejaVuSans.ttf"),
    include_bytes!("../../fonts/DroidSansFallback.ttf"),
];

/// The template, by the names under which its parts import each other.
const TEMPLATE: &[(&str, &str)] = &[
    ("/document.typ", include_str!("../typst/document.typ")),
    ("/blocks.typ", include_str!("../typst/blocks.typ")),
    ("/look.typ", include_str!("../typst/look.typ")),
];

const DATA: &str = "/data.json";
const LOGO: &str = "/logo.png";

static SHELF: LazyLock<Shelf> = LazyLock::new(Shelf::new);

/// What is the same for every document.
struct Shelf {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: Vec<Source>,
}

impl Shelf {
    fn new() -> Self {
        let fonts: Vec<Font> = FONTS
            .iter()
            .flat_map(|bytes| Font::iter(Bytes::new(*bytes)))
            .collect();
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            sources: TEMPLATE
                .iter()
                .filter_map(|(name, text)| Some(Source::new(id(name)?, (*text).to_owned())))
                .collect(),
            fonts,
        }
    }
}

fn id(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// The bundled fonts, to ask what they can draw.
pub(super) fn fonts() -> &'static [Font] {
    &SHELF.fonts
}

/// The world of one document. There is no file, no package, no network and no clock in it.
pub(super) struct Desk {
    data: Bytes,
    logo: Option<Bytes>,
}

impl Desk {
    /// A world that holds this data and this picture.
    pub(super) fn new(data: &str, logo: Option<&[u8]>) -> Self {
        Self {
            data: Bytes::from_string(data.to_owned()),
            logo: logo.map(|png| Bytes::new(png.to_owned())),
        }
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &SHELF.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHELF.book
    }

    fn main(&self) -> FileId {
        SHELF.sources[0].id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let known = SHELF.sources.iter().find(|source| source.id() == id);
        known.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, file: FileId) -> FileResult<Bytes> {
        let held = if id(DATA) == Some(file) {
            Some(self.data.clone())
        } else if id(LOGO) == Some(file) {
            self.logo.clone()
        } else {
            None
        };
        held.ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHELF.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
