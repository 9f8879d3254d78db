//! Files that the coach gives to the program: no more of one is read than what it becomes may weigh.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// The bytes of a file, at most one more than `most`: enough to tell that it is too large.
pub(crate) fn read_up_to(file: &Path, most: usize) -> io::Result<Vec<u8>> {
    let most = u64::try_from(most).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    let open = File::open(file)?;
    open.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Why what a command was given is not the bytes of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotBytes {
    /// More than may be.
    TooLarge,
    /// No base64.
    Unreadable,
}

/// The bytes of a file, as a command is given them in base64. What is too large is not decoded.
pub(crate) fn decoded(base64: &str, most: usize) -> Result<Vec<u8>, NotBytes> {
    if base64.len() / 4 * 3 > most + 2 {
        return Err(NotBytes::TooLarge);
    }
    STANDARD.decode(base64).map_err(|_| NotBytes::Unreadable)
}

/// Bytes as a command takes them.
pub(crate) fn encoded(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_is_read_than_tells_that_it_is_too_large() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        std::fs::write(&file, b"12345").unwrap();
        assert_eq!(read_up_to(&file, 3).unwrap(), b"1234");
        assert_eq!(read_up_to(&file, 5).unwrap(), b"12345");
        assert_eq!(decoded(&encoded(b"12345"), 5).unwrap(), b"12345");
        assert_eq!(decoded(&encoded(&[7; 40]), 5), Err(NotBytes::TooLarge));
        assert_eq!(decoded("no base64", 50), Err(NotBytes::Unreadable));
    }
}
