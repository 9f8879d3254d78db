//! What the program takes beside a bare SQLCipher, on the same vault and in one run: opening, saving,
//! backing up (`docs/security.md`, speed).

use std::error::Error;
use std::fs::{self, File};
use std::hint::black_box;
use std::io;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use practice::Desk;
use practice::ids::SessionId;
use practice::types::{AskEngagement, Remember, SessionPart, Unlock, WriteSession};
use rusqlite::Connection;
use store::{SETTINGS, Snapshot};
use vault::{BackupSeal, Passphrase, VaultFolder};
use zeroize::Zeroizing;

use super::{PASSPHRASE, desk, show};

/// How often the quick things are done, each in turn with what it is compared to.
const OFTEN: usize = 200;

/// Prints the figures of a vault that `make` made, and the ratios.
pub fn compare(folder: &str) -> Result<(), Box<dyn Error>> {
    let folder = std::path::absolute(folder)?;
    let (database, key, seal) = {
        let passphrase = Passphrase::new(PASSPHRASE.to_owned())?;
        let vault = VaultFolder::at(&folder).open_with_passphrase(&passphrase)?;
        (
            vault.database_path().to_owned(),
            vault.data_key().sqlcipher_raw(),
            vault.backup_seal()?,
        )
    };
    let mut desk = desk(&folder.display().to_string())?;
    unlock(&mut desk, &folder, Some(PASSPHRASE.to_owned()))?;
    desk.remember(Remember { remember: true })?;
    opening(&mut desk, &folder, &database, &key)?;
    let beside = tempfile::tempdir_in(folder.parent().ok_or("a folder in another")?)?;
    saving(&mut desk, &database, &key, beside.path())?;
    backing_up(&mut desk, &database, (&key, &seal), beside.path())
}

fn unlock(
    desk: &mut Desk,
    folder: &Path,
    passphrase: Option<String>,
) -> Result<(), Box<dyn Error>> {
    desk.unlock(Unlock {
        folder: folder.display().to_string(),
        passphrase,
    })?;
    Ok(())
}

/// A connection that has read its first page.
fn bare(database: &Path, key: &Zeroizing<String>) -> rusqlite::Result<Connection> {
    let connection = Connection::open(database)?;
    connection.execute_batch(&format!("PRAGMA key = \"{}\"", key.as_str()))?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(connection)
}

/// Through the keychain, so that no passphrase is worked out; a bare connection to the same file.
fn opening(
    desk: &mut Desk,
    folder: &Path,
    database: &Path,
    key: &Zeroizing<String>,
) -> Result<(), Box<dyn Error>> {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..OFTEN {
        desk.lock()?;
        ours.push(timed(|| unlock(desk, folder, None))?);
        desk.lock()?;
        theirs.push(timed(|| {
            let connection = bare(database, key)?;
            connection.execute_batch(SETTINGS)?;
            black_box(connection);
            Ok(())
        })?);
    }
    unlock(desk, folder, None)?;
    ratio("opening", ours, theirs);
    Ok(())
}

/// A session's words, as they are saved while one types; the same words in the same row of a copy.
fn saving(
    desk: &mut Desk,
    database: &Path,
    key: &Zeroizing<String>,
    beside: &Path,
) -> Result<(), Box<dyn Error>> {
    let session = last_session(desk)?;
    let copied = beside.join("practice.db");
    desk.lock()?;
    fs::copy(database, &copied)?;
    let folder = database.parent().ok_or("a vault's folder")?;
    unlock(desk, folder, None)?;
    let connection = bare(&copied, key)?;
    connection.execute_batch(SETTINGS)?;
    let mut text = String::from("She said:");
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for word in 0..OFTEN {
        text.push_str(&format!(" and then {word}"));
        ours.push(timed(|| {
            desk.write_session(WriteSession {
                session: session.clone(),
                part: SessionPart::Record,
                text: text.clone(),
            })?;
            Ok(())
        })?);
        theirs.push(timed(|| {
            let transaction = connection.unchecked_transaction()?;
            transaction
                .prepare_cached("UPDATE session SET record = ?2 WHERE id = ?1")?
                .execute([session.to_string(), text.clone()])?;
            Ok(transaction.commit()?)
        })?);
    }
    ratio("saving a note", ours, theirs);
    Ok(())
}

/// A backup into another folder; a copy of the database, brought to the disk. Then what typing takes
/// while a backup is made.
fn backing_up(
    desk: &mut Desk,
    database: &Path,
    (key, seal): (&Zeroizing<String>, &BackupSeal),
    beside: &Path,
) -> Result<(), Box<dyn Error>> {
    let places = beside.join("backups");
    fs::create_dir(&places)?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for turn in 0..3 {
        ours.push(timed(|| Ok(desk.back_up_to(&places).map(drop)?))?);
        theirs.push(timed(|| {
            let mut copy = File::create(beside.join(format!("copy-{turn}")))?;
            io::copy(&mut File::open(database)?, &mut copy)?;
            Ok(copy.sync_all()?)
        })?);
    }
    let size = fs::metadata(database)?.len() / 1_000_000;
    ratio(&format!("backing up {size} MB"), ours, theirs.clone());
    let written =
        (0..3).map(|turn| written(database, key, seal, &beside.join(format!("{turn}.part"))));
    ratio(
        "  of that, until it is on the disk",
        written.collect::<Result<_, _>>()?,
        theirs,
    );
    let session = last_session(desk)?;
    let mut typed = Vec::new();
    while typed.len() < OFTEN {
        typed.push(typing(desk, &session, typed.len())?);
    }
    show("saving a short note every 20 ms", typed);
    let mut typed = Vec::new();
    while typed.len() < OFTEN {
        let mut page = desk.back_up()?;
        while page.running {
            typed.push(typing(desk, &session, typed.len())?);
            page = desk.backups()?;
        }
    }
    show("  while a backup is made", typed);
    Ok(())
}

/// The first part of a backup: written and brought to the disk, not yet opened and checked.
fn written(
    database: &Path,
    key: &Zeroizing<String>,
    seal: &BackupSeal,
    file: &Path,
) -> Result<Duration, Box<dyn Error>> {
    timed(|| {
        let snapshot = Snapshot::take(database, key)?;
        let (mut from, length) = snapshot.file()?;
        Ok(seal.write(file, 0, &mut from, length, &|| false)?)
    })
}

/// Saves a short note and waits a little, as one does who types.
fn typing(desk: &mut Desk, session: &SessionId, word: usize) -> Result<Duration, Box<dyn Error>> {
    let write = WriteSession {
        session: session.clone(),
        part: SessionPart::Record,
        text: format!("As she says it, {word}"),
    };
    let taken = timed(|| Ok(desk.write_session(write)?))?;
    thread::sleep(Duration::from_millis(20));
    Ok(taken)
}

/// One of an engagement that has others.
fn last_session(desk: &Desk) -> Result<SessionId, Box<dyn Error>> {
    let cards = desk.engagements()?;
    let page = desk.engagement(AskEngagement {
        engagement: cards.get(1).ok_or("an engagement")?.id.clone(),
        on: None,
    })?;
    Ok(page.sessions.last().ok_or("a session")?.id.clone())
}

fn timed(run: impl FnOnce() -> Result<(), Box<dyn Error>>) -> Result<Duration, Box<dyn Error>> {
    let begun = Instant::now();
    run()?;
    Ok(begun.elapsed())
}

/// Prints both, and how many times as long as the other ours takes, by their medians.
fn ratio(what: &str, mut ours: Vec<Duration>, mut theirs: Vec<Duration>) {
    ours.sort_unstable();
    theirs.sort_unstable();
    let middle = |times: &[Duration]| times[times.len() / 2].as_secs_f64();
    let times = middle(&ours) / middle(&theirs);
    show(what, ours);
    show("  bare", theirs);
    println!("  {times:.2} times as long");
}
