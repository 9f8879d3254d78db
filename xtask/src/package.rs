//! `cargo xtask package`: a package for Debian and its relatives, with dpkg's own tool.
//!
//! It has no scripts: the icon, the entry in the menu and the file type are taken up by the system's
//! own triggers. Nothing of it knows where a vault is, so installing, upgrading and removing leave
//! every vault alone.

use crate::Stop;
use crate::command::{answer, cargo, run};
use crate::{interface, licences, place};
use std::fs;
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

const NAME: &str = "three-chairs";

/// What is installed: from where in the repository, to where, and with which mode.
const FILES: &[(&str, &str)] = &[
    (
        "src-tauri/linux/three-chairs.desktop",
        "usr/share/applications/three-chairs.desktop",
    ),
    (
        "src-tauri/linux/three-chairs.xml",
        "usr/share/mime/packages/three-chairs.xml",
    ),
    (
        "src-tauri/icons/32x32.png",
        "usr/share/icons/hicolor/32x32/apps/three-chairs.png",
    ),
    (
        "src-tauri/icons/128x128.png",
        "usr/share/icons/hicolor/128x128/apps/three-chairs.png",
    ),
    (
        "src-tauri/icons/icon.png",
        "usr/share/icons/hicolor/512x512/apps/three-chairs.png",
    ),
    (
        "src-tauri/icons/icon.svg",
        "usr/share/icons/hicolor/scalable/apps/three-chairs.svg",
    ),
];

const PROGRAMS: &[&str] = &["three-chairs", "three-chairs-window"];

/// Builds and packs. With `debug`, packs the build for development, to try the package itself.
pub fn package(debug: bool) -> Result<(), Stop> {
    interface::build()?;
    let mut build = cargo(&["build"]);
    build.args(crate::command::ALL);
    build.args(["--bin", "three-chairs", "--bin", "three-chairs-window"]);
    if !debug {
        build.arg("--release");
    }
    run(&mut build)?;
    let built = target().join(if debug { "debug" } else { "release" });
    let version = env!("CARGO_PKG_VERSION");
    let machine = architecture()?;
    let out = target().join("package");
    let tree = out.join("tree");
    lay_out(&built, &tree, version, &machine).map_err(|error| not_laid_out(&error))?;
    let file = out.join(format!("{NAME}_{version}_{machine}.deb"));
    let mut pack = Command::new("dpkg-deb");
    pack.args(["--build", "--root-owner-group"])
        .arg(&tree)
        .arg(&file);
    run(&mut pack)?;
    println!("Written: {}", file.display());
    println!("Install it with: sudo apt install {}", file.display());
    Ok(())
}

/// The build's folder, above that of each profile.
fn target() -> PathBuf {
    let built = place::built();
    built.parent().map_or(built.clone(), Path::to_path_buf)
}

fn architecture() -> Result<String, Stop> {
    answer(Command::new("dpkg").arg("--print-architecture")).ok_or_else(|| {
        Stop::new(
            "dpkg is not here: a package for Debian is made on Debian or one of its relatives.",
            "run this on such a machine.",
        )
    })
}

/// The files as they will be installed, and what dpkg must know of them.
fn lay_out(built: &Path, tree: &Path, version: &str, machine: &str) -> io::Result<()> {
    if tree.exists() {
        fs::remove_dir_all(tree)?;
    }
    for program in PROGRAMS {
        let to = put(
            &built.join(program),
            tree,
            &format!("usr/bin/{program}"),
            0o755,
        )?;
        // The names of functions help nobody who installs it. Where strip is missing, it is larger.
        answer(Command::new("strip").arg("--strip-unneeded").arg(&to));
    }
    for (from, to) in FILES {
        put(&place::root().join(from), tree, to, 0o644)?;
    }
    let doc = tree.join("usr/share/doc").join(NAME);
    fs::create_dir_all(&doc)?;
    write(&doc.join("copyright"), &licences::all()?)?;
    let size = size(tree)? / 1024;
    fs::create_dir_all(tree.join("DEBIAN"))?;
    write(
        &tree.join("DEBIAN/control"),
        &control(version, machine, size),
    )
}

fn put(from: &Path, tree: &Path, to: &str, mode: u32) -> io::Result<PathBuf> {
    let to = tree.join(to);
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::copy(from, &to)?;
    fs::set_permissions(&to, fs::Permissions::from_mode(mode))?;
    Ok(to)
}

fn write(file: &Path, text: &str) -> io::Result<()> {
    fs::write(file, text)?;
    fs::set_permissions(file, fs::Permissions::from_mode(0o644))
}

/// The bytes of all files below a folder; their folders are made readable for everybody.
fn size(folder: &Path) -> io::Result<u64> {
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))?;
    let mut bytes = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        bytes += if kind.is_dir() {
            size(&entry.path())?
        } else {
            entry.metadata()?.len()
        };
    }
    Ok(bytes)
}

fn control(version: &str, machine: &str, size: u64) -> String {
    // The C library of this machine, or a newer one.
    let libc = answer(Command::new("getconf").arg("GNU_LIBC_VERSION"))
        .and_then(|text| text.split(' ').nth(1).map(str::to_owned))
        .map_or("libc6".to_owned(), |version| {
            format!("libc6 (>= {version})")
        });
    format!(
        "Package: {NAME}
Version: {version}
Architecture: {machine}
Maintainer: The Three Chairs project <three-chairs@localhost>
Installed-Size: {size}
Depends: {libc}, libwebkit2gtk-4.1-0, libgtk-3-0 | libgtk-3-0t64
Recommends: gnome-keyring | kwalletmanager | keepassxc
Section: misc
Priority: optional
Description: keeps the record of coaching engagements
 Three Chairs keeps an executive coach's record of coaching engagements,
 encrypted on one computer, and knows who may know what of it. It opens no
 network connection.
"
    )
}

fn not_laid_out(error: &io::Error) -> Stop {
    Stop::new(
        format!("The package could not be laid out: {error}."),
        "see that the build folder can be written to and that the disk has room.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_package_says_what_it_needs_and_runs_no_script() {
        let control = control("1.2.3", "amd64", 7);
        assert!(control.contains("Version: 1.2.3\n"));
        assert!(control.contains("libwebkit2gtk-4.1-0"));
        assert!(control.ends_with('\n'));
    }

    #[test]
    fn every_file_of_the_package_is_in_the_repository() {
        for (from, _) in FILES {
            assert!(place::root().join(from).is_file(), "{from}");
        }
    }
}
