//! A copy on the disk: whole or not at all, never over anything, and for its owner alone.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

use crate::error::Failure;
use crate::paperwork::handing_over::{hidden, sync_folder};

/// Writes files into a folder that is new or empty. They are written beside it first.
pub(super) fn write_folder(path: &Path, files: &[super::readable::File]) -> Result<(), Failure> {
    let empty = match fs::symlink_metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => false,
        Ok(found)
            if found.is_dir() && fs::read_dir(path).is_ok_and(|mut all| all.next().is_none()) =>
        {
            true
        }
        _ => return Err(there_already()),
    };
    let beside = hidden(path, &vault::random_id()?);
    let written = fill(&beside, files).and_then(|()| {
        if empty {
            // Only an empty folder goes; not every system renames over one.
            fs::remove_dir(path)?;
        }
        fs::rename(&beside, path)?;
        sync_folder(path)
    });
    written.map_err(|error| {
        // Half a copy is none. We made this folder a moment ago.
        let _ = fs::remove_dir_all(&beside);
        not_written(&error)
    })
}

/// Writes one file, where none is.
pub(super) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if fs::symlink_metadata(path).is_ok() {
        return Err(there_already());
    }
    let beside = hidden(path, &vault::random_id()?);
    let written = write_new(&beside, bytes).and_then(|()| {
        fs::rename(&beside, path)?;
        sync_folder(path)
    });
    written.map_err(|error| {
        let _ = fs::remove_file(&beside);
        not_written(&error)
    })
}

fn fill(folder: &Path, files: &[super::readable::File]) -> io::Result<()> {
    new_folder(folder)?;
    for (path, bytes) in files {
        if let Some((inside, _)) = path.split_once('/') {
            let inside = folder.join(inside);
            if !inside.is_dir() {
                new_folder(&inside)?;
            }
        }
        write_new(&folder.join(path), bytes)?;
    }
    Ok(())
}

fn new_folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn there_already() -> Failure {
    Failure::new(
        "copy.there_already",
        "Something is there already. It was not touched, and nothing was written. Choose a new folder or \
         another name.",
    )
}

fn not_written(error: &io::Error) -> Failure {
    Failure::new(
        "copy.not_written",
        format!(
            "The copy could not be written ({}). Nothing of it is left there, and the vault is as it was. \
             Choose another folder.",
            error.kind()
        ),
    )
}
