//! Files and folders that only their owner can read, and writes that are whole or absent.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// Makes a folder (and the folders above it) for the owner alone, and makes that durable. A
/// folder that exists already is closed to others.
pub(crate) fn make_private_folder(path: &Path) -> io::Result<()> {
    let new: Vec<PathBuf> = path
        .ancestors()
        .take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists())
        .map(Path::to_path_buf)
        .collect();
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)?;
    if new.is_empty() {
        #[cfg(unix)]
        fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    }
    new.iter()
        .try_for_each(|folder| sync_folder(parent(folder)))
}

/// Options for a file that is made for the owner alone, before anything is written to it.
pub(crate) fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Makes a file with these bytes and makes it durable. Fails when there is one already.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = private().create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    sync_folder(parent(path))
}

/// Closes a file that another library made to everybody but its owner. That there is none is fine.
///
/// By its name, without opening it: on Unix, closing any handle of a file drops the locks that
/// SQLite holds on it in this process.
pub(crate) fn make_private(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    match fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o600)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// Puts a file with these bytes in the place of `path`, by way of `beside` in the same folder.
/// Whenever the power fails, `path` is whole: the old file or the new one.
pub(crate) fn replace(path: &Path, beside: &Path, bytes: &[u8]) -> io::Result<()> {
    remove_if_there(beside)?;
    let done = write_new(beside, bytes).and_then(|()| fs::rename(beside, path));
    if done.is_err() {
        // Best effort: what stays is found and removed at the next unlocking.
        let _ = fs::remove_file(beside);
    }
    done?;
    sync_folder(parent(path))
}

/// Reads a file of at most `limit` bytes; of a longer one, `limit` and one more.
pub(crate) fn read_up_to(path: &Path, limit: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(limit as u64 + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Removes a file; that there is none is fine.
pub(crate) fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Whether an open file is the one at a path; where the system's numbers of files are not known, whether
/// there is one.
pub(crate) fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    let (open, found) = (file.metadata()?, fs::metadata(path)?);
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        Ok((open.dev(), open.ino()) == (found.dev(), found.ino()))
    }
    #[cfg(not(unix))]
    Ok(open.is_file() && found.is_file())
}

/// Makes the names in a folder durable.
#[cfg(unix)]
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Elsewhere a folder cannot be opened and synced; the file system journals its names.
#[cfg(not(unix))]
pub(crate) fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Makes the name of a file durable.
pub(crate) fn sync_parent(path: &Path) -> io::Result<()> {
    sync_folder(parent(path))
}

fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}
