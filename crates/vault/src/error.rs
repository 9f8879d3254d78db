//! What can go wrong with a vault, as values: each with a code for programs and words for people.

use std::io;

use thiserror::Error;

use crate::keychain::KeychainTrouble;
use crate::lock::Holder;
use crate::passphrase::Passphrase;

/// Why a vault was not made, opened or changed.
///
/// The messages say what happened, what is safe and what to do. None holds a key, a passphrase or
/// anything from the practice.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum VaultError {
    /// The passphrase does not open this vault.
    #[error(
        "This passphrase does not open the vault. Nothing was changed. Check the keyboard's \
         language and Caps Lock, and try again."
    )]
    WrongPassphrase,

    /// The passphrase is empty.
    #[error("The passphrase is empty. Type the passphrase of this vault.")]
    PassphraseEmpty,

    /// The passphrase chosen for a vault is shorter than [`Passphrase::MIN_CHARACTERS`].
    #[error(
        "This passphrase is too short. Choose at least {} characters: four plain words are \
         easier to remember than one clever one.",
        Passphrase::MIN_CHARACTERS
    )]
    PassphraseTooShort,

    /// The passphrase is longer than [`Passphrase::MAX_BYTES`].
    #[error(
        "This passphrase is too long: the limit is {} bytes.",
        Passphrase::MAX_BYTES
    )]
    PassphraseTooLong,

    /// The header's bytes are not those that the program wrote. `what` names the broken rule.
    #[error(
        "The vault's header is damaged ({what}). Nothing was changed, and the database was not \
         touched. Open your last copy of this vault."
    )]
    DamagedHeader {
        /// The rule of the format that does not hold.
        what: &'static str,
    },

    /// There is a database, but no header. Without one no key can be had.
    #[error(
        "The vault's header is missing; its database is still there. Nothing was changed. Do not \
         delete the folder: open your last copy of this vault."
    )]
    HeaderMissing,

    /// There is a header, but no database.
    #[error(
        "The vault's database is missing; its header is still there. Nothing was changed. If the \
         folder is being copied or synchronised, wait until that is done; otherwise open \
         your last copy of this vault."
    )]
    DatabaseMissing,

    /// The database does not open with the right key, or does not hold together. Raised by
    /// whoever opens the database; it lives here so that the answers stand in one list.
    #[error(
        "The vault's database is damaged. Nothing was changed. Open your last copy of this vault."
    )]
    DamagedDatabase,

    /// A newer program wrote this header.
    #[error(
        "This vault was made by a newer version of the program (vault format {found}; this \
         program knows formats up to {known}). Nothing was changed. Install the newer version to \
         open it."
    )]
    NewerVersion {
        /// The header's format version.
        found: u16,
        /// The newest format version that this program knows.
        known: u16,
    },

    /// Another window or process holds the vault open.
    #[error(
        "This vault is open in another window{}. Close it there first. Nothing was changed.",
        holder.as_ref().map(|h| format!(" ({h})")).unwrap_or_default()
    )]
    OpenElsewhere {
        /// Who holds it, if the lock file says so.
        holder: Option<Holder>,
    },

    /// The folder at the vault's path is no longer the one that was opened.
    #[error(
        "The vault's folder is no longer at its place: it was moved, deleted or unplugged, or \
         another stands there now. Nothing was changed. Put the folder back and try again; or lock \
         the vault, and open it where it is now."
    )]
    NotInPlace,

    /// The folder holds no vault, or does not exist.
    #[error("There is no vault in this folder. Choose another folder, or make a new vault.")]
    NoVault,

    /// The folder holds a vault already, so no key is made there.
    #[error(
        "There is a vault in this folder already. It was not touched. Open it, or choose another \
         folder for a new one."
    )]
    AlreadyAVault,

    /// The folder holds other files, so it is not the place for a vault.
    #[error(
        "This folder holds other files. Nothing was changed. Choose an empty folder, or a new one."
    )]
    FolderInUse,

    /// The path names something that is not a folder.
    #[error("This is a file, not a folder. Nothing was changed. Choose a folder.")]
    NotAFolder,

    /// The vault has no keychain slot.
    #[error("This vault is not remembered in the keychain. Type its passphrase.")]
    NotInKeychain,

    /// The keychain holds a key, but not one that opens this vault.
    #[error(
        "What the keychain holds does not fit this vault. Nothing was changed. Type the \
         passphrase; afterwards the vault can be remembered again."
    )]
    KeychainDoesNotFit,

    /// The vault has no recovery slot.
    #[error(
        "This vault has no recovery key. Nothing was changed. Type its passphrase; or restore a backup \
         that was made while it had one."
    )]
    NoRecoveryKey,

    /// The recovery key is well-formed and does not open this vault.
    #[error(
        "This recovery key does not open the vault. Nothing was changed. Look whether it is the last one \
         that was printed, and for this vault."
    )]
    WrongRecoveryKey,

    /// What was typed is no recovery key. `group` is the first group that does not fit, from 1.
    #[error(
        "{} Nothing was changed. Compare it with the paper and type it again.",
        match group {
            Some(group) => format!("Group {group} of the recovery key is mistyped."),
            None => "A recovery key has eight groups of five characters.".to_owned(),
        }
    )]
    RecoveryKeyMistyped {
        /// The group.
        group: Option<usize>,
    },

    /// The file does not begin as a backup does.
    #[error("This file is not a backup of Three Chairs. Nothing was changed. Choose another file.")]
    NotABackup,

    /// A backup's bytes are not those that the program wrote. `what` names the broken rule.
    #[error(
        "This backup is damaged ({what}). Nothing was changed. Choose another backup; if this one is on a \
         disk that is being synchronised, wait until that is done."
    )]
    DamagedBackup {
        /// The rule that does not hold.
        what: &'static str,
    },

    /// A newer program wrote this backup.
    #[error(
        "This backup was made by a newer version of the program (backup format {found}; this program \
         knows formats up to {known}). Nothing was changed. Install the newer version to open it."
    )]
    NewerBackup {
        /// The backup's format version.
        found: u16,
        /// The newest that this program knows.
        known: u16,
    },

    /// Somebody asked for long work to stop.
    #[error("It was stopped. Nothing was changed: start it again when there is time.")]
    Stopped,

    /// The keychain could not be used.
    #[error(transparent)]
    Keychain(#[from] KeychainTrouble),

    /// The computer has too little free memory to derive the key from the passphrase.
    #[error(
        "There is too little free memory to check the passphrase. Nothing was changed. Close \
         another program and try again."
    )]
    OutOfMemory,

    /// The system's source of random numbers, or a primitive of the cryptographic library, failed.
    #[error("The system's cryptography did not answer. Nothing was changed. Try again.")]
    Cryptography,

    /// Reading or writing a file failed. `doing` says during what.
    #[error(
        "{doing} did not work: {source}. What was saved before is still there. See that the disk is \
         there, has room and can be written to, and try again."
    )]
    Io {
        /// What was being done, as the start of a sentence.
        doing: &'static str,
        /// The system's error.
        source: io::Error,
    },
}

impl VaultError {
    /// A stable name for this error, for programs and translations. It never changes its meaning.
    pub fn code(&self) -> &'static str {
        match self {
            Self::WrongPassphrase => "vault.wrong_passphrase",
            Self::PassphraseEmpty => "vault.passphrase_empty",
            Self::PassphraseTooShort => "vault.passphrase_too_short",
            Self::PassphraseTooLong => "vault.passphrase_too_long",
            Self::DamagedHeader { .. } => "vault.damaged_header",
            Self::HeaderMissing => "vault.header_missing",
            Self::DatabaseMissing => "vault.database_missing",
            Self::DamagedDatabase => "vault.damaged_database",
            Self::NewerVersion { .. } => "vault.newer_version",
            Self::OpenElsewhere { .. } => "vault.open_elsewhere",
            Self::NotInPlace => "vault.not_in_place",
            Self::NoVault => "vault.no_vault",
            Self::AlreadyAVault => "vault.already_a_vault",
            Self::FolderInUse => "vault.folder_in_use",
            Self::NotAFolder => "vault.not_a_folder",
            Self::NotInKeychain => "vault.not_in_keychain",
            Self::KeychainDoesNotFit => "vault.keychain_does_not_fit",
            Self::NoRecoveryKey => "vault.no_recovery_key",
            Self::WrongRecoveryKey => "vault.wrong_recovery_key",
            Self::RecoveryKeyMistyped { .. } => "vault.recovery_key_mistyped",
            Self::NotABackup => "vault.not_a_backup",
            Self::DamagedBackup { .. } => "vault.damaged_backup",
            Self::NewerBackup { .. } => "vault.newer_backup",
            Self::Stopped => "vault.stopped",
            Self::Keychain(trouble) => trouble.code(),
            Self::OutOfMemory => "vault.out_of_memory",
            Self::Cryptography => "vault.cryptography",
            Self::Io { .. } => "vault.io",
        }
    }

    /// Whether the right answer is to ask for the passphrase: the keychain was no help, and the
    /// vault itself shows no fault.
    pub fn asks_for_passphrase(&self) -> bool {
        matches!(
            self,
            Self::NotInKeychain | Self::KeychainDoesNotFit | Self::Keychain(_)
        )
    }
}

/// Turns an input or output error into a [`VaultError`] that says during what.
pub(crate) fn io_while(doing: &'static str) -> impl FnOnce(io::Error) -> VaultError {
    move |source| VaultError::Io { doing, source }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn every_error() -> Vec<VaultError> {
        use KeychainTrouble as Trouble;
        vec![
            VaultError::WrongPassphrase,
            VaultError::PassphraseEmpty,
            VaultError::PassphraseTooShort,
            VaultError::PassphraseTooLong,
            VaultError::DamagedHeader { what: "a test" },
            VaultError::HeaderMissing,
            VaultError::DatabaseMissing,
            VaultError::DamagedDatabase,
            VaultError::NewerVersion { found: 2, known: 1 },
            VaultError::OpenElsewhere { holder: None },
            VaultError::NotInPlace,
            VaultError::NoVault,
            VaultError::AlreadyAVault,
            VaultError::FolderInUse,
            VaultError::NotAFolder,
            VaultError::NotInKeychain,
            VaultError::KeychainDoesNotFit,
            VaultError::NoRecoveryKey,
            VaultError::WrongRecoveryKey,
            VaultError::RecoveryKeyMistyped { group: Some(2) },
            VaultError::NotABackup,
            VaultError::DamagedBackup { what: "a test" },
            VaultError::NewerBackup { found: 2, known: 1 },
            VaultError::Stopped,
            VaultError::Keychain(Trouble::Missing),
            VaultError::Keychain(Trouble::Locked),
            VaultError::Keychain(Trouble::NoAnswer),
            VaultError::Keychain(Trouble::Failed),
            VaultError::OutOfMemory,
            VaultError::Cryptography,
            io_while("A test")(io::Error::other("no more")),
        ]
    }

    #[test]
    fn codes_are_stable_and_different() {
        let errors = every_error();
        let codes: HashSet<_> = errors.iter().map(VaultError::code).collect();
        assert_eq!(codes.len(), errors.len());
        assert!(codes.iter().all(|code| code.starts_with("vault.")));
    }

    #[test]
    fn messages_are_sentences_for_people() {
        for error in every_error() {
            let message = error.to_string();
            assert!(message.ends_with('.'), "{message}");
            assert!(!message.contains("  "), "{message}");
            assert!(!message.contains('!'), "{message}");
            assert!(
                message.matches(". ").count() > 0 || message.contains(':'),
                "{message}: says what happened, but not what to do"
            );
        }
    }

    #[test]
    fn who_holds_the_vault_is_named_if_known() {
        let message = |holder| VaultError::OpenElsewhere { holder }.to_string();
        assert!(message(None).starts_with("This vault is open in another window. "));
        let holder = Holder {
            process: 12,
            computer: "laptop".to_owned(),
        };
        let named = "This vault is open in another window (process 12 on laptop). ";
        assert!(message(Some(holder)).starts_with(named));
    }
}
