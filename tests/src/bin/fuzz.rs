//! Tries one entry of `whole_program_tests::fuzz` with libFuzzer, whose arguments it takes.
//! `THREE_CHAIRS_FUZZ` names the entry; the first folder that is given gets the entry's seeds.
#![no_main]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "what a test cannot do, fails it"
)]

use std::path::PathBuf;
use std::sync::OnceLock;

use peak_alloc::PeakAlloc;
use whole_program_tests::fuzz::Entry;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

static ENTRY: OnceLock<&'static Entry> = OnceLock::new();

fn entry() -> &'static Entry {
    ENTRY.get_or_init(|| {
        let name = std::env::var("THREE_CHAIRS_FUZZ").unwrap_or_default();
        Entry::named(&name).expect("THREE_CHAIRS_FUZZ must name an entry")
    })
}

fn put_seeds() {
    let mut arguments = std::env::args().skip(1).map(PathBuf::from);
    let Some(folder) = arguments.find(|path| path.is_dir()) else {
        return;
    };
    for (number, seed) in entry().seeds().iter().enumerate() {
        std::fs::write(folder.join(format!("seed-{number}")), seed).unwrap();
    }
}

libfuzzer_sys::fuzz_target!(init: put_seeds(), |bytes: &[u8]| {
    entry().try_out(bytes);
});
