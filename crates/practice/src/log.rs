//! A log that helps support and holds nothing of the practice: what happened when, in words of the
//! program's own. Its type admits no other: an [`Event`] is made of fixed words and numbers.
//!
//! Two small files in the system's folder for state; the older one goes when the newer one is full.

use std::cell::Cell;
use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Duration;

use chrono::{SecondsFormat, Utc};

/// The name of the file that is written to.
const NOW: &str = "log.txt";
/// The name of the one before.
const BEFORE: &str = "log.1.txt";
/// How large a file may grow, in bytes.
const FULL: u64 = 64 * 1024;
/// From which duration on a command is noted for its slowness.
const SLOW: Duration = Duration::from_secs(1);
/// How much of the log is given to support, in lines.
const LAST: usize = 300;

/// Why the vault is about to lock by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nobody touched the window.
    Idle,
    /// The system's session was locked.
    Session,
    /// The laptop goes to sleep, or was asleep.
    Sleep,
}

impl Why {
    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::Session => "session",
            Self::Sleep => "sleep",
        }
    }
}

/// Something that happened.
#[derive(Clone, Copy, Debug)]
pub enum Event {
    /// The program was started.
    Started,
    /// The program was closed.
    Ended,
    /// A vault was opened.
    Opened,
    /// The vault was closed.
    Locked,
    /// It is about to be locked by itself.
    Locking(Why),
    /// The page did not save in time, and the vault was locked all the same.
    NotSaved,
    /// The system's own signals are heard (or not): locking of the session, sleep.
    Listening(bool),
    /// What a vault's opening was used for until it was closed.
    Worked {
        /// How many commands were answered.
        answered: u32,
        /// How many were refused or failed.
        refused: u32,
    },
    /// A command was refused or failed.
    Refused {
        /// The command.
        command: &'static str,
        /// The failure's code.
        code: Code,
        /// How long it took.
        took: Duration,
    },
    /// A command took long.
    Slow {
        /// The command.
        command: &'static str,
        /// How long it took.
        took: Duration,
    },
    /// A fault of the program.
    Panicked {
        /// The source's name, without its folders.
        source: Code,
        /// The line in it.
        line: u32,
    },
}

/// A word of the program's own, such as a failure's code, known to be one: short, of small letters, digits, dots and underscores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    letters: [u8; Self::LONGEST],
    length: usize,
}

impl Code {
    const LONGEST: usize = 48;

    /// The code as it may stand in a log; `odd` for what does not look like one.
    #[must_use]
    pub fn of(code: &str) -> Self {
        let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"._".contains(&b);
        let fit = code.len() <= Self::LONGEST && !code.is_empty() && code.bytes().all(fits);
        let code = if fit { code } else { "odd" };
        let mut letters = [0; Self::LONGEST];
        letters[..code.len()].copy_from_slice(code.as_bytes());
        Self {
            letters,
            length: code.len(),
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(std::str::from_utf8(&self.letters[..self.length]).unwrap_or("odd"))
    }
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Started => write!(
                f,
                "started, version {}, {} {}",
                env!("CARGO_PKG_VERSION"),
                std::env::consts::OS,
                std::env::consts::ARCH
            ),
            Self::Ended => f.write_str("ended"),
            Self::Opened => f.write_str("opened"),
            Self::Locked => f.write_str("locked"),
            Self::Locking(why) => write!(f, "locking by itself: {}", why.word()),
            Self::NotSaved => f.write_str("the page did not answer before locking"),
            Self::Listening(true) => f.write_str("hears the system's session and sleep"),
            Self::Listening(false) => f.write_str("does not hear the system's session and sleep"),
            Self::Worked { answered, refused } => {
                write!(f, "answered {answered} commands, refused {refused}")
            }
            Self::Refused {
                command,
                code,
                took,
            } => write!(f, "{command}: {code}, {} ms", took.as_millis()),
            Self::Slow { command, took } => write!(f, "{command}: slow, {} ms", took.as_millis()),
            Self::Panicked { line, source } => write!(f, "fault at {source}:{line}"),
        }
    }
}

/// Where events are noted.
#[derive(Debug, Default)]
pub struct Log {
    folder: Option<PathBuf>,
    answered: Cell<u32>,
    refused: Cell<u32>,
}

/// One writer at a time in this process.
static WRITING: Mutex<()> = Mutex::new(());

impl Log {
    /// A log in a folder of its own; without one, nothing is noted.
    #[must_use]
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self {
            folder,
            ..Self::default()
        }
    }

    /// Notes what happened. What cannot be written is left out: a log must stop nobody's work.
    pub fn note(&self, event: Event) {
        if let Some(folder) = &self.folder {
            let _ = write(folder, event);
        }
        if matches!(event, Event::Locked) {
            let (answered, refused) = (self.answered.take(), self.refused.take());
            if answered > 0 {
                self.note(Event::Worked { answered, refused });
            }
        }
    }

    /// Notes a command that was answered, if there is anything to say about it.
    pub(crate) fn answered(&self, command: &'static str, took: Duration, code: Option<&str>) {
        self.answered.set(self.answered.get().saturating_add(1));
        if let Some(code) = code {
            self.refused.set(self.refused.get().saturating_add(1));
            let code = Code::of(code);
            self.note(Event::Refused {
                command,
                code,
                took,
            });
        } else if took >= SLOW {
            self.note(Event::Slow { command, took });
        }
    }

    /// The last lines.
    #[must_use]
    pub fn last(&self) -> String {
        let Some(folder) = &self.folder else {
            return String::new();
        };
        let read = |name| fs::read_to_string(folder.join(name)).unwrap_or_default();
        let all = read(BEFORE) + &read(NOW);
        let lines: Vec<&str> = all.lines().collect();
        let from = lines.len().saturating_sub(LAST);
        lines[from..].join("\n")
    }
}

fn write(folder: &Path, event: Event) -> io::Result<()> {
    let _one = WRITING.lock();
    let file = folder.join(NOW);
    if fs::metadata(&file).is_ok_and(|now| now.len() >= FULL) {
        fs::rename(&file, folder.join(BEFORE))?;
    }
    let at = Utc::now().to_rfc3339_opts(SecondsFormat::Secs, true);
    open(folder, &file)?.write_all(format!("{at} {event}\n").as_bytes())
}

/// The file, for its owner alone, in a folder for its owner alone.
fn open(folder: &Path, file: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    let mut making = fs::DirBuilder::new();
    making.recursive(true);
    #[cfg(unix)]
    {
        std::os::unix::fs::DirBuilderExt::mode(&mut making, 0o700);
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    making.create(folder)?;
    options.open(file)
}

/// The system's folder for the log; none where the system names no home.
#[must_use]
pub fn folder() -> Option<PathBuf> {
    let of = |name: &str| std::env::var_os(name).map(PathBuf::from);
    let full = |path: PathBuf| path.is_absolute().then_some(path);
    if cfg!(target_os = "macos") {
        return of("HOME").map(|home| home.join("Library/Logs/Three Chairs"));
    }
    if cfg!(windows) {
        return of("LOCALAPPDATA").map(|local| local.join("Three Chairs").join("Logs"));
    }
    of("XDG_STATE_HOME")
        .and_then(full)
        .or_else(|| {
            of("HOME")
                .and_then(full)
                .map(|home| home.join(".local/state"))
        })
        .map(|state| state.join("three-chairs"))
}

/// From now on a fault of the program is noted by its place in the sources alone: its message may hold
/// what it stumbled over, and would end up in the system's journal.
pub fn note_faults(folder: Option<PathBuf>) {
    let log = Mutex::new(Log::new(folder));
    std::panic::set_hook(Box::new(move |fault| {
        let Some(place) = fault.location() else {
            return;
        };
        eprintln!(
            "A fault of the program, at {}:{}. What was saved is safe.",
            source(place.file()),
            place.line()
        );
        if let Ok(log) = log.lock() {
            log.note(Event::Panicked {
                source: source(place.file()),
                line: place.line(),
            });
        }
    }));
}

/// The name of a source, without the folders of the machine on which it was built.
fn source(path: &str) -> Code {
    Code::of(path.rsplit(['/', '\\']).next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_codes_are_codes() {
        assert_eq!(Code::of("input.too_long").to_string(), "input.too_long");
        for odd in ["", "Maya Okafor", "a/b", "input.é", &"a".repeat(49)] {
            assert_eq!(Code::of(odd).to_string(), "odd", "{odd}");
        }
    }

    #[test]
    fn it_stays_small_and_keeps_what_was_last() {
        let folder = tempfile::tempdir().unwrap();
        let log = Log::new(Some(folder.path().join("log")));
        assert_eq!(log.last(), "");
        for line in 0..6_000 {
            log.note(Event::Panicked {
                source: Code::of("somewhere.rs"),
                line,
            });
        }
        let size: u64 = [NOW, BEFORE]
            .map(|name| {
                fs::metadata(folder.path().join("log").join(name))
                    .unwrap()
                    .len()
            })
            .iter()
            .sum();
        assert!(size <= 2 * FULL + 100, "{size}");
        let last = log.last();
        assert_eq!(last.lines().count(), LAST);
        assert!(last.ends_with("fault at somewhere.rs:5999"), "{last}");
    }

    #[test]
    fn what_a_vault_was_open_for_is_counted_once() {
        let folder = tempfile::tempdir().unwrap();
        let log = Log::new(Some(folder.path().to_owned()));
        log.answered("today", Duration::ZERO, None);
        log.answered("add_note", Duration::from_millis(7), Some("input.blank"));
        log.note(Event::Locked);
        log.note(Event::Locked);
        let last = log.last();
        let told: Vec<&str> = last.lines().map(|line| &line[21..]).collect();
        let wanted = [
            "add_note: input.blank, 7 ms",
            "locked",
            "answered 2 commands, refused 1",
            "locked",
        ];
        assert_eq!(told, wanted);
    }
}
