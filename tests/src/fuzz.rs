//! Whatever bytes come: for each kind of file, and for what is typed, one entry that gives them to the
//! program's own reading and asks what must hold afterwards. `tests/tests/fuzz` tries each with damaged
//! examples; `src/bin/fuzz.rs` with libFuzzer, which looks for what was never reached
//! (`docs/proofs.md`).
//!
//! Where a checksum or a packing would stop nearly all that is made up, an entry tries the bytes a
//! second time with it made right, as somebody would who crafts a file.
#![allow(clippy::unwrap_used, reason = "what a test cannot do, fails it")]

mod brought;
mod interchange;
mod typed;
mod vault_files;

use std::fs;
use std::path::{Path, PathBuf};

use peak_alloc::PeakAlloc;

pub use vault_files::dear_headers;

/// One kind of what comes in.
pub struct Entry {
    /// Its name, as in `THREE_CHAIRS_FUZZ`.
    pub name: &'static str,
    /// Gives bytes to the program's reading, and panics where something does not hold. True when they
    /// could be read.
    pub take: fn(&[u8]) -> bool,
    /// Examples, most of which can be read.
    pub examples: fn() -> Vec<Vec<u8>>,
    /// The most memory in bytes that reading may take: at any time, beside what was in use before.
    pub memory: usize,
}

const MIB: usize = 1024 * 1024;

/// The most bytes that are tried at once: more than a header may have.
pub const LONGEST: usize = 128 * 1024;

/// All of them.
pub const ENTRIES: &[Entry] = &[
    Entry {
        name: "header",
        take: vault_files::header,
        examples: vault_files::headers,
        memory: MIB,
    },
    Entry {
        name: "backup",
        take: vault_files::backup,
        examples: vault_files::backups,
        // It is read by the mebibyte.
        memory: 2 * MIB,
    },
    Entry {
        name: "interchange",
        take: interchange::document,
        examples: interchange::documents,
        memory: 64 * MIB,
    },
    Entry {
        name: "typed",
        take: typed::cell,
        examples: typed::cells,
        memory: MIB,
    },
    Entry {
        name: "table",
        take: brought::table,
        examples: brought::tables,
        memory: BROUGHT,
    },
    Entry {
        name: "workbook",
        take: brought::workbook,
        examples: brought::workbooks,
        memory: BROUGHT,
    },
    Entry {
        name: "cards",
        take: brought::cards,
        examples: brought::card_files,
        memory: BROUGHT,
    },
    Entry {
        name: "calendar",
        take: brought::calendar,
        examples: brought::calendars,
        memory: BROUGHT,
    },
    Entry {
        name: "notes",
        take: brought::notes,
        examples: brought::note_files,
        memory: BROUGHT,
    },
];

/// What a file of another program may take: a few times the 32 MiB that it may unpack to.
const BROUGHT: usize = 160 * MIB;

impl Entry {
    /// The entry of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        ENTRIES.iter().find(|entry| entry.name == name)
    }

    /// Tries bytes, with the memory measured. The program that calls it must allocate through
    /// [`PeakAlloc`]. True when they could be read.
    pub fn try_out(&self, bytes: &[u8]) -> bool {
        PeakAlloc.reset_peak_usage();
        let before = PeakAlloc.current_usage();
        assert!(before > 0, "memory is not measured here");
        let read = (self.take)(bytes);
        let took = PeakAlloc.peak_usage().saturating_sub(before);
        assert!(
            took <= self.memory,
            "{}: {took} bytes of memory, of {} that are allowed",
            self.name,
            self.memory
        );
        read
    }

    /// The examples, and each input in which something was found (`tests/found`).
    #[must_use]
    pub fn seeds(&self) -> Vec<Vec<u8>> {
        let mut seeds = (self.examples)();
        seeds.extend(files_in(&whole("tests/found").join(self.name), ""));
        seeds
    }
}

/// A place in the repository.
fn whole(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// One file of the repository.
fn file(path: &str) -> Vec<u8> {
    fs::read(whole(path)).unwrap()
}

/// The files in a folder whose names end so, by name; none where there is no such folder.
fn files_in(folder: &Path, ending: &str) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.to_string_lossy().ends_with(ending));
    paths.sort();
    let files = paths.iter().map(|path| fs::read(path).unwrap());
    files.collect()
}
