//! What a machine must have beyond Rust and Node.js, and how it gets it.
//!
//! The names for apt are tried; those for dnf, pacman and brew are from their package lists.

use crate::Stop;
use crate::command::{answer, run, succeeds, typed};
use std::env;
use std::fs;
use std::process::Command;

/// The oldest Node.js that the interface's build runs on.
const NODE: (u32, u32) = (20, 19);

/// Something that must be there before a build or a test.
pub struct Need {
    what: &'static str,
    why: &'static str,
    here: fn() -> bool,
    apt: &'static [&'static str],
    dnf: &'static [&'static str],
    pacman: &'static [&'static str],
    brew: &'static [&'static str],
}

const C_AND_MAKE: Need = Need {
    what: "a C compiler and make",
    why: "SQLCipher and OpenSSL, which encrypt the vault, are built from their sources",
    here: || has("cc") && has("make"),
    apt: &["gcc", "libc6-dev", "make"],
    dnf: &["gcc", "make"],
    pacman: &["gcc", "make"],
    brew: &[],
};

const PERL: Need = Need {
    what: "Perl with its standard modules",
    why: "OpenSSL's sources are configured by it",
    here: || {
        let modules = [
            "-MFindBin",
            "-MIPC::Cmd",
            "-MFile::Compare",
            "-MFile::Copy",
            "-e",
            "1",
        ];
        succeeds(Command::new("perl").args(modules))
    },
    apt: &["perl"],
    dnf: &["perl-core"],
    pacman: &["perl"],
    brew: &["perl"],
};

const PKG_CONFIG: Need = Need {
    what: "pkg-config",
    why: "the build finds the web view's libraries with it",
    here: || has("pkg-config"),
    apt: &["pkg-config"],
    dnf: &["pkgconf-pkg-config"],
    pacman: &["pkgconf"],
    brew: &[],
};

const WEB_VIEW: Need = Need {
    what: "the web view's libraries (WebKitGTK 4.1)",
    why: "they show the window's interface",
    here: || succeeds(Command::new("pkg-config").args(["--exists", "webkit2gtk-4.1"])),
    apt: &["libwebkit2gtk-4.1-dev"],
    dnf: &["webkit2gtk4.1-devel"],
    pacman: &["webkit2gtk-4.1"],
    brew: &[],
};

const WEB_DRIVER: Need = Need {
    what: "WebKitWebDriver",
    why: "the tests of the real window click and type through it",
    here: || has("WebKitWebDriver"),
    apt: &["webkit2gtk-driver"],
    dnf: &["/usr/bin/WebKitWebDriver"],
    pacman: &["webkitgtk-6.0"],
    brew: &[],
};

const SCREEN: Need = Need {
    what: "a virtual screen (xvfb-run, xauth)",
    why: "the tests of the real window draw on it",
    here: || has("xvfb-run") && has("xauth"),
    apt: &["xvfb", "xauth"],
    dnf: &["xorg-x11-server-Xvfb", "xauth"],
    pacman: &["xorg-server-xvfb", "xorg-xauth"],
    brew: &[],
};

const KEYCHAIN: Need = Need {
    what: "a message bus and a keychain (dbus, gnome-keyring)",
    why: "the tests of the real window keep a vault's key in a keychain of their own",
    here: || has("dbus-run-session") && has("gnome-keyring-daemon"),
    apt: &["dbus", "gnome-keyring"],
    dnf: &["dbus-daemon", "gnome-keyring"],
    pacman: &["dbus", "gnome-keyring"],
    brew: &[],
};

const CHROMIUM: Need = Need {
    what: "Chromium",
    why: "the tests of every screen run in it",
    here: || chromium().is_some(),
    apt: &["chromium"],
    dnf: &["chromium"],
    pacman: &["chromium"],
    brew: &["--cask", "chromium"],
};

/// What the command line and every library need.
pub fn for_the_vault() -> Vec<Need> {
    vec![C_AND_MAKE, PERL]
}

/// What the window needs: on macOS and Windows the web view is part of the system.
pub fn for_the_window() -> Vec<Need> {
    let mut needs = for_the_vault();
    if cfg!(target_os = "linux") {
        needs.extend([PKG_CONFIG, WEB_VIEW]);
    }
    needs
}

/// What the tests of the real window need. The web views of macOS and Windows have no such driver.
pub fn for_the_window_tests() -> Vec<Need> {
    vec![WEB_DRIVER, SCREEN, KEYCHAIN]
}

/// What the tests of every screen need.
pub fn for_the_browser_tests() -> Vec<Need> {
    vec![CHROMIUM]
}

/// The name of a Chromium on the PATH.
pub fn chromium() -> Option<&'static str> {
    ["chromium", "chromium-browser", "google-chrome"]
        .into_iter()
        .find(|name| has(name))
}

/// Whether a window could be shown here.
pub fn has_display() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// Whether a program of this name is on the PATH.
pub fn has(program: &str) -> bool {
    let name = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::var_os("PATH")
        .is_some_and(|path| env::split_paths(&path).any(|folder| folder.join(&name).is_file()))
}

/// Sees that Rust is new enough.
pub fn check_rust() -> Result<(), Stop> {
    let wanted = env!("CARGO_PKG_RUST_VERSION");
    let said = answer(Command::new("rustc").arg("--version")).unwrap_or_default();
    let number = said.split(' ').nth(1).unwrap_or_default();
    if version(number) >= version(wanted) {
        return Ok(());
    }
    Err(Stop::new(
        format!(
            "Three Chairs needs Rust {wanted} or newer; here is {}.",
            or_none(&said)
        ),
        "rustup update stable (or see https://rustup.rs).",
    ))
}

/// Sees that Node.js is new enough and npm is there.
pub fn check_node() -> Result<(), Stop> {
    let said = answer(Command::new("node").arg("--version")).unwrap_or_default();
    let npm = answer(&mut crate::command::npm(
        &["--version"],
        &crate::place::root(),
    ));
    let (major, minor) = NODE;
    if version(said.trim_start_matches('v')) < Some(NODE) {
        return Err(Stop::new(
            format!(
                "The interface needs Node.js {major}.{minor} or newer; here is {}.",
                or_none(&said)
            ),
            "install it from https://nodejs.org or by your system's packages.",
        ));
    }
    if npm.is_none() {
        return Err(Stop::new(
            "Node.js is here, but npm is not.",
            "install npm: it usually comes with Node.js, as the package `npm` on Debian.",
        ));
    }
    Ok(())
}

fn or_none(said: &str) -> &str {
    if said.is_empty() { "none" } else { said }
}

/// Major and minor number of a version such as `1.95.0`.
fn version(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.split(['.', '-']).map(|part| part.parse().ok());
    Some((parts.next()??, parts.next()??))
}

/// Installs what is missing of these, after saying what and why. Quiet when nothing is.
pub fn equip(needs: &[Need]) -> Result<(), Stop> {
    let missing: Vec<&Need> = needs.iter().filter(|need| !(need.here)()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("Missing on this machine:");
    for need in &missing {
        println!("  - {}: {}.", need.what, need.why);
    }
    let names: Vec<&str> = missing.iter().map(|need| need.what).collect();
    let names = names.join(", ");
    let Some(packages) = Packages::here() else {
        return Err(Stop::new(
            format!("There is no apt-get, dnf, pacman or brew here to install it with: {names}."),
            by_hand(),
        ));
    };
    packages.install(&missing)?;
    let still: Vec<&str> = missing
        .iter()
        .filter(|n| !(n.here)())
        .map(|n| n.what)
        .collect();
    if still.is_empty() {
        return Ok(());
    }
    Err(Stop::new(
        format!(
            "After installing, this is still not found: {}.",
            still.join(", ")
        ),
        "install it by hand, see that it is on the PATH, and call this command again.",
    ))
}

fn by_hand() -> &'static str {
    if cfg!(windows) {
        "install the Visual Studio C++ build tools and Strawberry Perl (https://strawberryperl.com), \
         and call this command again."
    } else if cfg!(target_os = "macos") {
        "xcode-select --install, and call this command again."
    } else {
        "install it with your system's packages, and call this command again."
    }
}

/// A need's packages under one system's names.
type Names = fn(&Need) -> &'static [&'static str];

/// The system's way to install a package.
enum Packages {
    Apt,
    Dnf,
    Pacman,
    Brew,
}

impl Packages {
    fn here() -> Option<Self> {
        match env::consts::OS {
            "linux" if has("apt-get") => Some(Self::Apt),
            "linux" if has("dnf") => Some(Self::Dnf),
            "linux" if has("pacman") => Some(Self::Pacman),
            "macos" if has("brew") => Some(Self::Brew),
            _ => None,
        }
    }

    fn install(&self, missing: &[&Need]) -> Result<(), Stop> {
        let (install, names): (&[&str], Names) = match self {
            Self::Apt => (
                &[
                    "apt-get",
                    "install",
                    "-qq",
                    "--yes",
                    "--no-install-recommends",
                ],
                |n| n.apt,
            ),
            Self::Dnf => (&["dnf", "install", "--assumeyes"], |n| n.dnf),
            Self::Pacman => (&["pacman", "-S", "--needed", "--noconfirm"], |n| n.pacman),
            Self::Brew => (&["brew", "install"], |n| n.brew),
        };
        let packages = missing.iter().flat_map(|need| names(need));
        let mut words: Vec<&str> = install.to_vec();
        words.extend(packages);
        if words.len() == install.len() {
            return Err(Stop::new("There is no package for it here.", by_hand()));
        }
        let before = self.rights(&words)?;
        let call = |words: &[&str]| call(&[before, words].concat());
        let is_apt = matches!(self, Self::Apt);
        if is_apt && !apt_has_lists() {
            println!("The list of packages is empty, so it is fetched first.");
            call(&["apt-get", "update"])?;
            return call(&words);
        }
        match call(&words) {
            Err(_) if is_apt => {
                println!("That failed, perhaps because the list of packages is old. Once more:");
                call(&["apt-get", "update"])?;
                call(&words)
            }
            done => done,
        }
    }

    /// What goes before a call that needs the rights of root.
    fn rights(&self, words: &[&str]) -> Result<&'static [&'static str], Stop> {
        if matches!(self, Self::Brew) || is_root() {
            return Ok(&[]);
        }
        if !has("sudo") {
            return Err(Stop::new(
                "Installing packages needs the rights of root, and there is no sudo here.",
                format!("as root: {}", words.join(" ")),
            ));
        }
        println!("Installing needs the rights of root: sudo may ask for your password.");
        Ok(&["sudo", "DEBIAN_FRONTEND=noninteractive"])
    }
}

fn call(words: &[&str]) -> Result<(), Stop> {
    let mut command = Command::new(words[0]);
    command
        .args(&words[1..])
        .env("DEBIAN_FRONTEND", "noninteractive");
    println!("Now: {}", typed(&command));
    run(&mut command)
}

fn is_root() -> bool {
    answer(Command::new("id").arg("-u")).as_deref() == Some("0")
}

fn apt_has_lists() -> bool {
    fs::read_dir("/var/lib/apt/lists").is_ok_and(|files| {
        files
            .flatten()
            .any(|file| file.file_name().to_string_lossy().contains("_Packages"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_by_number() {
        assert!(version("20.9.0") < version("20.19.0"));
        assert!(version("1.100.0-nightly") > version("1.95"));
        assert_eq!(version("none"), None);
        assert!(version("") < Some(NODE));
    }

    #[test]
    fn a_program_is_found_or_not() {
        assert!(has("cargo"));
        assert!(!has("no-such-program-anywhere"));
    }

    #[test]
    fn what_is_there_is_not_installed() {
        let need = Need {
            here: || true,
            ..PERL
        };
        assert!(equip(&[need]).is_ok());
    }
}
