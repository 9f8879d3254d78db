//! The licences of everything that is part of the program, collected from where it was built from.

use crate::command::{answer, cargo};
use crate::place;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Names of files that hold a licence or what it asks to be kept.
const NAMES: &[&str] = &[
    "license",
    "licence",
    "copying",
    "notice",
    "copyright",
    "unlicense",
    "ofl",
    "apache",
];
/// How deep below a package's folder they are looked for: bundled sources bring their own.
const DEEP: usize = 3;
/// The npm packages of which something ends up in the built interface.
const IN_THE_INTERFACE: &[&str] = &["svelte", "@tauri-apps/api"];

/// Ours, then those of others: which packages, under which licence, and each text once.
///
/// # Errors
/// When cargo does not say what the program is made of, or a text cannot be read.
pub fn all() -> io::Result<String> {
    let root = place::root();
    let mut text =
        String::from("Three Chairs is licensed under MIT or Apache-2.0, at your choice.\n\n");
    for ours in ["LICENSE-MIT", "LICENSE-APACHE"] {
        text += &fs::read_to_string(root.join(ours))?;
        text.push('\n');
    }
    text += "\nIt contains parts of others, under their own licences.\n";
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut names = BTreeSet::new();
    for (name, licence, folder) in crates()? {
        names.insert(format!("{name}: {licence}"));
        gather(&folder, &name, DEEP, &mut texts)?;
    }
    for name in IN_THE_INTERFACE {
        let folder = place::interface().join("node_modules").join(name);
        gather(&folder, &format!("{name} (npm)"), 1, &mut texts)?;
    }
    let fonts = root.join("crates/documents/fonts");
    gather(&fonts, "the fonts", 2, &mut texts)?;
    for name in names {
        text += &format!("  {name}\n");
    }
    for (licence, packages) in texts {
        let packages = packages.into_iter().collect::<Vec<_>>().join(", ");
        text += &format!("\n{}\n{packages}\n\n{}\n", "-".repeat(78), licence.trim());
    }
    Ok(text)
}

/// Each foreign crate of the two programs: name and version, licence, and where its sources are.
fn crates() -> io::Result<Vec<(String, String, PathBuf)>> {
    let mut tree = cargo(&["tree", "--workspace", "--offline", "--prefix", "none"]);
    tree.args(["--edges", "normal", "--format", "{p}|{l}"]);
    let listed = answer(&mut tree)
        .ok_or_else(|| io::Error::other("cargo does not say what the program is made of"))?;
    let sources = sources()?;
    let mut found = BTreeMap::new();
    for line in listed.lines() {
        let Some((package, licence)) = line.split_once('|') else {
            continue;
        };
        // Ours name their folder; of others there is a name and a version.
        let mut words = package.split(' ');
        let (Some(name), Some(version), None | Some("(proc-macro)" | "(*)")) =
            (words.next(), words.next(), words.next())
        else {
            continue;
        };
        let full = format!("{name} {}", version.trim_start_matches('v'));
        let folder = full.replace(' ', "-");
        let Some(place) = sources
            .iter()
            .map(|all| all.join(&folder))
            .find(|p| p.is_dir())
        else {
            return Err(io::Error::other(format!(
                "the sources of {full} are not here"
            )));
        };
        let licence = licence.trim_end_matches(" (*)").to_owned();
        found.insert(full, (licence, place));
    }
    Ok(found
        .into_iter()
        .map(|(name, (licence, place))| (name, licence, place))
        .collect())
}

/// Where cargo keeps the sources of the crates that it fetched.
fn sources() -> io::Result<Vec<PathBuf>> {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo")))
        .ok_or_else(|| io::Error::other("there is no home folder"))?;
    fs::read_dir(home.join("registry/src"))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect()
}

fn gather(
    folder: &Path,
    package: &str,
    deep: usize,
    texts: &mut BTreeMap<String, BTreeSet<String>>,
) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().to_lowercase();
        let kind = entry.file_type()?;
        if kind.is_dir() && deep > 1 && name != "tests" && name != "target" {
            gather(&entry.path(), package, deep - 1, texts)?;
        } else if kind.is_file()
            && NAMES.iter().any(|start| name.starts_with(start))
            && !name.ends_with(".rs")
            && let Ok(text) = fs::read_to_string(entry.path())
        {
            texts.entry(text).or_default().insert(package.to_owned());
        }
    }
    Ok(())
}
