//! A hand-over interrupted at each of its steps, and finished or undone when the vault is opened.

use tempfile::TempDir;

use super::*;

const BYTES: &[u8] = b"what was handed over";

struct Interrupted {
    folder: TempDir,
    store: Store,
    announced: HandingOver,
}

impl Interrupted {
    /// Announced, and nothing else done.
    fn announced(replaces: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let vault = folder.path().join("vault.db");
        let key = format!("x'{}'", "0a".repeat(32));
        let mut store = Store::create(&vault, &key).unwrap();
        let out = folder.path().join("out");
        fs::create_dir(&out).unwrap();
        let path = out.join("brief.md");
        let announced = HandingOver {
            path: path.display().to_string(),
            beside: hidden(&path, "abc").display().to_string(),
            replaces,
            bytes: None,
            id: "abc".to_owned(),
        };
        write(&mut store, |tx| {
            Ok(store::handing_over::begin(tx, &announced)?)
        });
        Self {
            folder,
            store,
            announced,
        }
    }

    /// Interrupted after the entry was made.
    fn owed(replaces: bool) -> Self {
        let mut this = Self::announced(replaces);
        fs::write(&this.announced.beside, BYTES).unwrap();
        write(&mut this.store, |tx| {
            Ok(store::handing_over::owe(tx, "abc", BYTES)?)
        });
        this
    }

    fn out(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    /// Opens the vault, and answers whether something is still owed, and the files that are there.
    fn opened(&mut self) -> (bool, Vec<(String, Vec<u8>)>) {
        let owed = recover(&mut self.store).unwrap();
        let files = fs::read_dir(self.out()).into_iter().flatten().map(|file| {
            let path = file.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read(path).unwrap())
        });
        let mut files: Vec<_> = files.collect();
        files.sort();
        (owed, files)
    }

    fn is_ended(&self) -> bool {
        let left = |tx: &Tx<'_>| Ok::<_, Failure>(store::handing_over::all(tx)?);
        self.store.read(left).unwrap().is_empty()
    }
}

fn write(store: &mut Store, f: impl FnOnce(&Tx<'_>) -> Result<(), Failure>) {
    store.write(f).unwrap();
}

fn file(name: &str, bytes: &[u8]) -> (String, Vec<u8>) {
    (name.to_owned(), bytes.to_vec())
}

#[test]
fn before_the_entry_it_is_undone() {
    let mut nothing = Interrupted::announced(false);
    assert_eq!(nothing.opened(), (false, vec![]));
    assert!(nothing.is_ended());

    let mut half = Interrupted::announced(false);
    fs::write(&half.announced.beside, &BYTES[..7]).unwrap();
    assert_eq!(half.opened(), (false, vec![]));
    assert!(half.is_ended());
}

#[test]
fn after_the_entry_it_is_finished() {
    let mut whole = Interrupted::owed(false);
    assert_eq!(whole.opened(), (false, vec![file("brief.md", BYTES)]));
    assert!(whole.is_ended());
}

#[test]
fn the_vault_keeps_the_bytes_that_the_disk_lost() {
    for lost in [None, Some(&BYTES[..3])] {
        let mut this = Interrupted::owed(false);
        match lost {
            None => fs::remove_file(&this.announced.beside).unwrap(),
            Some(half) => fs::write(&this.announced.beside, half).unwrap(),
        }
        assert_eq!(this.opened(), (false, vec![file("brief.md", BYTES)]));
    }
}

#[test]
fn interrupted_while_it_gets_its_name_it_stands_there_once() {
    let mut linked = Interrupted::owed(false);
    fs::hard_link(&linked.announced.beside, &linked.announced.path).unwrap();
    assert_eq!(linked.opened(), (false, vec![file("brief.md", BYTES)]));

    let mut named = Interrupted::owed(false);
    fs::rename(&named.announced.beside, &named.announced.path).unwrap();
    assert_eq!(named.opened(), (false, vec![file("brief.md", BYTES)]));
    assert!(named.is_ended());
}

#[test]
fn what_stands_there_meanwhile_is_left_alone() {
    let mut this = Interrupted::owed(false);
    fs::write(&this.announced.path, "the coach's own").unwrap();
    let files = vec![
        file("brief-2.md", BYTES),
        file("brief.md", b"the coach's own"),
    ];
    assert_eq!(this.opened(), (false, files));
}

#[test]
fn what_was_to_be_replaced_is_replaced_by_a_whole_file() {
    let mut this = Interrupted::owed(true);
    fs::write(&this.announced.path, "the old one").unwrap();
    assert_eq!(this.opened(), (false, vec![file("brief.md", BYTES)]));
}

#[test]
fn a_folder_that_is_away_gets_its_file_when_it_is_back() {
    let mut this = Interrupted::owed(false);
    let (out, away) = (this.out(), this.folder.path().join("away"));
    fs::rename(&out, &away).unwrap();
    assert_eq!(this.opened(), (true, vec![]));
    assert!(!this.is_ended());
    fs::rename(&away, &out).unwrap();
    assert_eq!(this.opened(), (false, vec![file("brief.md", BYTES)]));
    assert!(this.is_ended());
}
