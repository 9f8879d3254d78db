//! The passphrase, as the coach types it.

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::error::VaultError;

/// A passphrase, brought into Unicode's composed form (NFC), so that "é" typed on one keyboard
/// opens what "e" and an accent typed on another has closed. Nothing else is changed: spaces and
/// capitals count. Wiped when dropped; has no `Debug`.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// The fewest characters that a passphrase chosen for a vault may have.
    ///
    /// NIST SP 800-63B asks for 8 where the other side limits the guesses. Nobody limits the
    /// guesses of somebody who holds a copy of the folder, so more are asked for here.
    pub const MIN_CHARACTERS: usize = 12;

    /// The most bytes (UTF-8, composed) that a passphrase may have: beyond it, a file was pasted.
    pub const MAX_BYTES: usize = 4096;

    /// Takes a passphrase as typed. It may be too short to be *chosen* for a vault; see
    /// [`Passphrase::check_choice`].
    ///
    /// # Errors
    /// [`VaultError::PassphraseEmpty`], [`VaultError::PassphraseTooLong`].
    pub fn new(typed: String) -> Result<Self, VaultError> {
        let typed = Zeroizing::new(typed);
        if typed.is_empty() {
            return Err(VaultError::PassphraseEmpty);
        }
        if typed.len() > Self::MAX_BYTES {
            return Err(VaultError::PassphraseTooLong);
        }
        // NFC makes UTF-8 at most three times as long (Unicode FAQ on normalization); the string
        // must not grow, or its old bytes would stay behind unwiped.
        let mut composed = Zeroizing::new(String::with_capacity(3 * typed.len()));
        composed.extend(typed.nfc());
        if composed.len() > Self::MAX_BYTES {
            return Err(VaultError::PassphraseTooLong);
        }
        Ok(Self(composed))
    }

    /// Whether this passphrase may be chosen for a vault. Making a vault and changing its
    /// passphrase ask this themselves; a form can ask it while the coach types.
    ///
    /// # Errors
    /// [`VaultError::PassphraseTooShort`].
    pub fn check_choice(&self) -> Result<(), VaultError> {
        if self.0.chars().count() < Self::MIN_CHARACTERS {
            return Err(VaultError::PassphraseTooShort);
        }
        Ok(())
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(typed: &str) -> &'static str {
        Passphrase::new(typed.to_owned()).err().unwrap().code()
    }

    #[test]
    fn two_ways_to_type_an_accent_are_one_passphrase() {
        let composed = Passphrase::new("caf\u{e9} au lait".to_owned()).unwrap();
        let decomposed = Passphrase::new("cafe\u{301} au lait".to_owned()).unwrap();
        assert_eq!(composed.bytes(), decomposed.bytes());
        let spaced = Passphrase::new("caf\u{e9} au lait ".to_owned()).unwrap();
        assert_ne!(composed.bytes(), spaced.bytes());
    }

    #[test]
    fn composing_never_grows_the_string() {
        // U+1D160 is the worst case: four bytes become twelve.
        let typed = "\u{1d160}".repeat(50);
        let composed = Passphrase::new(typed.clone()).unwrap();
        assert_eq!(composed.bytes().len(), 3 * typed.len());
        assert_eq!(composed.0.capacity(), 3 * typed.len());
    }

    #[test]
    fn limits() {
        assert_eq!(refused(""), "vault.passphrase_empty");
        assert_eq!(refused(&"a".repeat(4097)), "vault.passphrase_too_long");
        assert_eq!(
            refused(&"\u{1d160}".repeat(1024)),
            "vault.passphrase_too_long"
        );
        assert!(Passphrase::new("a".repeat(4096)).is_ok());
        // Characters count, not bytes.
        let short = Passphrase::new("é".repeat(11)).unwrap();
        assert!(short.check_choice().is_err());
        let enough = Passphrase::new("é".repeat(12)).unwrap();
        assert!(enough.check_choice().is_ok());
    }
}
