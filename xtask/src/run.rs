//! `cargo xtask run`: opens the window, or, where none can be shown, writes the documents of the
//! sample practice.

use crate::Stop;
use crate::command::{answer, cargo, run as call, typed};
use crate::{interface, machine, place};
use std::collections::hash_map::RandomState;
use std::env;
use std::fs;
use std::hash::{BuildHasher, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

/// One document of the sample practice.
struct Paper {
    /// Whose coaching: an engagement's id in the sample.
    engagement: &'static str,
    /// For which party: an id in that engagement, or the coach.
    party: &'static str,
    /// Which document, and what it needs.
    kind: Kind,
    /// Its file in `out/`.
    file: &'static str,
}

enum Kind {
    /// Prepares one party for this meeting.
    Brief(&'static str),
    /// Ends the engagement, as of today.
    Summary,
}

/// What `out/` shows of the main job: a three-way meeting that is near, after goals have shifted,
/// and the end of another engagement. Ids and days are those of `crates/practice/sample/`.
const PAPERS: &[Paper] = &[
    Paper {
        engagement: "nadia",
        party: "nadia-sponsor",
        kind: Kind::Brief("nadia-midpoint"),
        file: "brief-for-the-sponsor.pdf",
    },
    Paper {
        engagement: "nadia",
        party: "nadia-coachee",
        kind: Kind::Brief("nadia-midpoint"),
        file: "brief-for-the-coachee.pdf",
    },
    Paper {
        engagement: "nadia",
        party: "coach",
        kind: Kind::Brief("nadia-midpoint"),
        file: "sheet-for-the-coach.pdf",
    },
    Paper {
        engagement: "mateus",
        party: "mateus-sponsor",
        kind: Kind::Summary,
        file: "summary-for-the-sponsor.pdf",
    },
    Paper {
        engagement: "mateus",
        party: "mateus-coachee",
        kind: Kind::Summary,
        file: "summary-for-the-coachee.pdf",
    },
    Paper {
        engagement: "mateus",
        party: "coach",
        kind: Kind::Summary,
        file: "summary-for-the-coach.pdf",
    },
];

/// Runs Three Chairs, with its window or without.
pub fn run(with_window: bool) -> Result<(), Stop> {
    machine::check_rust()?;
    if with_window { window() } else { papers() }
}

fn window() -> Result<(), Stop> {
    machine::check_node()?;
    machine::equip(&machine::for_the_window())?;
    interface::build()?;
    let package = ["-p", "three-chairs-window", "--features", "custom-protocol"];
    println!("Building and opening Three Chairs. The first time takes some minutes.");
    call(cargo(&["run"]).args(package))
}

fn papers() -> Result<(), Stop> {
    println!(
        "No window is shown here, so the sample practice is written as documents. \
         With a display, this command opens the window."
    );
    machine::equip(&machine::for_the_vault())?;
    call(&mut cargo(&["build", "-p", "three-chairs-cli"]))?;
    let out = place::root().join("out");
    fs::create_dir_all(&out).map_err(|error| {
        Stop::new(
            format!("The folder {} could not be made: {error}.", out.display()),
            "see that the repository's folder can be written to.",
        )
    })?;
    let sample = Sample::make()?;
    for paper in PAPERS {
        let file = out.join(paper.file);
        sample.write(paper, &file)?;
        println!("Written: {}", file.display());
    }
    Ok(())
}

/// The sample practice in a vault of its own, which is removed when this is dropped.
struct Sample {
    folder: PathBuf,
    passphrase: String,
}

impl Sample {
    fn make() -> Result<Self, Stop> {
        let folder = env::temp_dir().join(format!("three-chairs-{}", random()));
        private_folder(&folder).map_err(|error| {
            Stop::new(
                format!(
                    "No temporary folder could be made at {}: {error}.",
                    folder.display()
                ),
                "set TMPDIR to a folder that can be written to.",
            )
        })?;
        let passphrase = format!("{}-{}", random(), random());
        let sample = Self { folder, passphrase };
        sample.quietly(&mut sample.three_chairs(&["sample"]))?;
        Ok(sample)
    }

    fn write(&self, paper: &Paper, file: &Path) -> Result<(), Stop> {
        let mut command = match paper.kind {
            Kind::Brief(meeting) => {
                self.three_chairs(&["brief", paper.engagement, "--meeting", meeting])
            }
            Kind::Summary => self.three_chairs(&["summary", paper.engagement]),
        };
        command
            .args(["--for", paper.party, "--format", "pdf", "--out"])
            .arg(file);
        // One of an earlier call must not pass for what this one wrote.
        let _ = fs::remove_file(file);
        self.quietly(&mut command)?;
        if fs::read(file).is_ok_and(|bytes| bytes.starts_with(b"%PDF-")) {
            return Ok(());
        }
        Err(Stop::new(
            format!("`{}` wrote no PDF.", typed(&command)),
            "cargo xtask test rust, to see what is broken.",
        ))
    }

    fn three_chairs(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(place::program("three-chairs"));
        command
            .args(arguments)
            .arg("--vault")
            .arg(self.folder.join("vault"))
            .env("THREE_CHAIRS_PASSPHRASE", &self.passphrase);
        command
    }

    /// Runs without its messages, which are for whoever works with the vault; errors are shown.
    fn quietly(&self, command: &mut Command) -> Result<(), Stop> {
        command.stderr(std::process::Stdio::inherit());
        match answer(command) {
            Some(_) => Ok(()),
            None => Err(Stop::new(
                format!("`{}` failed; its message is above.", typed(command)),
                "cargo xtask test rust, to see what is broken.",
            )),
        }
    }
}

impl Drop for Sample {
    fn drop(&mut self) {
        // It holds nobody's data: what cannot be removed is no harm.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn private_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Sixteen digits from the system's randomness: enough for a folder's name and a throwaway vault.
fn random() -> String {
    format!("{:016x}", RandomState::new().build_hasher().finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_paper_has_a_file_of_its_own() {
        let mut files: Vec<&str> = PAPERS.iter().map(|paper| paper.file).collect();
        files.sort_unstable();
        files.dedup();
        assert_eq!(files.len(), PAPERS.len());
    }

    #[test]
    fn two_passphrases_differ() {
        assert_ne!(random(), random());
    }

    #[cfg(unix)]
    #[test]
    fn the_folder_is_private_and_new() {
        use std::os::unix::fs::PermissionsExt;
        let folder = env::temp_dir().join(format!("xtask-private-{}", random()));
        private_folder(&folder).unwrap();
        let mode = fs::metadata(&folder).unwrap().permissions().mode();
        let again = private_folder(&folder);
        fs::remove_dir(&folder).unwrap();
        assert_eq!(mode & 0o777, 0o700);
        assert!(again.is_err());
    }
}
