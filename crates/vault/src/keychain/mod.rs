//! The operating system's keychain, behind a small trait.
//!
//! A keychain is a convenience: whatever it answers, the passphrase opens the vault. So each
//! trouble with it is an answer, quickly given, and never a reason to wait.

mod fake;
mod system;
mod time_limit;

pub use fake::FakeKeychain;
pub use system::SystemKeychain;
use thiserror::Error;
pub use time_limit::{ANSWER_LIMIT, TimeLimited};
use zeroize::Zeroizing;

use crate::keys::VaultId;

/// A place that keeps one 256-bit secret for each vault.
pub trait Keychain: Send + Sync {
    /// Keeps the secret, in the place of the one that is kept for this vault, if any.
    ///
    /// # Errors
    /// [`KeychainTrouble`]; the secret may or may not be kept then.
    fn put(&self, vault: &VaultId, secret: &[u8; 32]) -> Result<(), KeychainTrouble>;

    /// The secret kept for this vault, or `None`.
    ///
    /// # Errors
    /// [`KeychainTrouble`].
    fn get(&self, vault: &VaultId) -> Result<Option<Zeroizing<[u8; 32]>>, KeychainTrouble>;

    /// Forgets the secret kept for this vault; that there is none is fine.
    ///
    /// # Errors
    /// [`KeychainTrouble`]; the secret may still be kept then.
    fn remove(&self, vault: &VaultId) -> Result<(), KeychainTrouble>;
}

/// Why the keychain was no help. It never carries what the keychain said: that may be a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum KeychainTrouble {
    /// There is no keychain here, or its program is not running.
    #[error("There is no keychain to ask on this computer. Type the passphrase.")]
    Missing,
    /// The keychain is locked, or the coach said no to its question.
    #[error("The keychain is locked. Type the passphrase.")]
    Locked,
    /// It gave no answer in time.
    #[error("The keychain did not answer. Type the passphrase.")]
    NoAnswer,
    /// It failed, or answered with something that is not a key.
    #[error("The keychain did not work. Type the passphrase.")]
    Failed,
}

impl KeychainTrouble {
    /// A stable name for this trouble; the same as that of the error that carries it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Missing => "vault.keychain_missing",
            Self::Locked => "vault.keychain_locked",
            Self::NoAnswer => "vault.keychain_no_answer",
            Self::Failed => "vault.keychain_failed",
        }
    }
}

/// The keychain of a computer that has none, or of a coach who wants none.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoKeychain;

impl Keychain for NoKeychain {
    fn put(&self, _: &VaultId, _: &[u8; 32]) -> Result<(), KeychainTrouble> {
        Err(KeychainTrouble::Missing)
    }

    fn get(&self, _: &VaultId) -> Result<Option<Zeroizing<[u8; 32]>>, KeychainTrouble> {
        Err(KeychainTrouble::Missing)
    }

    fn remove(&self, _: &VaultId) -> Result<(), KeychainTrouble> {
        Err(KeychainTrouble::Missing)
    }
}
