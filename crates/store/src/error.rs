//! What can go wrong with the database, as values: each with a code for programs and words for
//! people. None holds anything from the practice: SQLite's own messages are not passed on.

use std::io;

use coaching::text::TextFault;
use rusqlite::{ErrorCode, ffi};
use thiserror::Error;

use crate::open::FormatVersion;

/// Why the database was not opened, read or changed.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum StoreError {
    /// There is no file at this path.
    #[error("There is no database at this place. Nothing was changed.")]
    NotThere,

    /// The file that is open is no longer the one at its path.
    #[error(
        "The vault's folder is no longer at its place: it was moved, deleted or unplugged, or \
         another stands there now. This was not saved. What you typed is still on the screen, and \
         what was saved before is in the folder, wherever it is. Put it back and save again. If it \
         cannot be put back, copy what you typed before you lock the vault; then open the folder \
         where it is, or restore the last backup."
    )]
    NotInPlace,

    /// There is a file already where a database was to be made.
    #[error("There is a database at this place already. It was not touched.")]
    AlreadyThere,

    /// The key does not open the file, or its pages do not hold together: the cipher cannot tell
    /// one from the other. When the key came out of an authenticated header, it means damage.
    #[error("The database is damaged. Nothing was changed. Open your last copy of this vault.")]
    WrongKeyOrDamaged,

    /// The key is not written as `x'…'` with 64 hexadecimal digits.
    #[error("The key does not have the form of a key. Nothing was changed.")]
    NotAKey,

    /// A newer program wrote this database.
    #[error(
        "This vault was made by a newer version of the program (database format {found}; this \
         program knows formats up to {known}). Nothing was changed. Install the newer version to \
         open it."
    )]
    Newer {
        /// The database's format.
        found: FormatVersion,
        /// The newest format that this program knows.
        known: FormatVersion,
    },

    /// Somebody else is using the database just now.
    #[error(
        "The database is in use by another program. Nothing was changed. Close that program, or \
         wait a moment, and try again."
    )]
    Busy,

    /// The file is not encrypted, or this program was built without the cipher.
    #[error(
        "This database is not encrypted, so it is not part of a vault. It was not opened, and \
         nothing was changed."
    )]
    NotACipher,

    /// Something with this id, or in this place, exists already. `what` names the table and the
    /// columns, like `session.id` or `goal_version.goal, goal_version.day`.
    #[error("This exists already ({what}). Nothing was changed.")]
    Clash {
        /// The columns whose values must differ.
        what: String,
    },

    /// What was to be changed does not exist. `what` names the table.
    #[error("This does not exist any more ({what}). Nothing was changed.")]
    Missing {
        /// The table.
        what: &'static str,
    },

    /// It refers to something that does not exist in this engagement, or something else refers to
    /// what was to be removed.
    #[error(
        "This refers to something that is not in this engagement, or is still referred to. \
         Nothing was changed."
    )]
    Dangling,

    /// The database does not allow it. `what` names the rule.
    #[error("The record does not allow this ({what}). Nothing was changed.")]
    Refused {
        /// The rule.
        what: String,
    },

    /// A value in the database is not one that this program writes. `what` names the column.
    #[error(
        "The database holds a value that this program does not understand ({what}). Nothing was \
         changed. Open your last copy of this vault."
    )]
    Unreadable {
        /// The column.
        what: String,
    },

    /// A text cannot be kept as written.
    #[error(transparent)]
    Text(#[from] TextFault),

    /// The disk is full.
    #[error(
        "The disk is full. What was saved before is still there. Make some room and try again."
    )]
    Full,

    /// The disk did not read or write the database.
    #[error(
        "The disk did not do what the database asked of it (SQLite code {code}). What was saved \
         before is still there. See that the disk is there, has room and can be written to, and try \
         again."
    )]
    Disk {
        /// SQLite's extended result code.
        code: i32,
    },

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

    /// Any other failure of the database, as SQLite's extended result code.
    #[error(
        "The database did not answer as expected (SQLite code {code}). What was saved before is \
         still there."
    )]
    Sqlite {
        /// SQLite's extended result code; 0 when the failure was found before SQLite was asked.
        code: i32,
    },
}

impl StoreError {
    /// A stable name for this error, for programs and translations. It never changes its meaning.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotThere => "store.not_there",
            Self::NotInPlace => "store.not_in_place",
            Self::AlreadyThere => "store.already_there",
            Self::WrongKeyOrDamaged => "store.wrong_key_or_damaged",
            Self::NotAKey => "store.not_a_key",
            Self::Newer { .. } => "store.newer",
            Self::Busy => "store.busy",
            Self::NotACipher => "store.not_a_cipher",
            Self::Clash { .. } => "store.clash",
            Self::Missing { .. } => "store.missing",
            Self::Dangling => "store.dangling",
            Self::Refused { .. } => "store.refused",
            Self::Unreadable { .. } => "store.unreadable",
            Self::Text(TextFault::Nul) => "store.text_nul",
            Self::Text(TextFault::TooLong) => "store.text_too_long",
            Self::Full => "store.full",
            Self::Disk { .. } => "store.disk",
            Self::Io { .. } => "store.io",
            Self::Sqlite { .. } => "store.sqlite",
        }
    }
}

/// Sorts SQLite's errors into ours. SQLite's message is used for constraints alone, where it names
/// tables, columns and rules; elsewhere it could quote a statement.
impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let (failure, message) = match error {
            rusqlite::Error::SqliteFailure(failure, message) => (failure, message),
            rusqlite::Error::SqlInputError { error, .. } => (error, None),
            _ => return Self::Sqlite { code: 0 },
        };
        match failure.code {
            ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt => Self::WrongKeyOrDamaged,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
            ErrorCode::DiskFull => Self::Full,
            ErrorCode::SystemIoFailure | ErrorCode::CannotOpen | ErrorCode::ReadOnly => {
                Self::Disk {
                    code: failure.extended_code,
                }
            }
            ErrorCode::ConstraintViolation => {
                constraint(failure.extended_code, &message.unwrap_or_default())
            }
            _ => Self::Sqlite {
                code: failure.extended_code,
            },
        }
    }
}

fn constraint(extended_code: i32, message: &str) -> StoreError {
    // Where SQLite carries out ON DELETE RESTRICT, the code is that of a trigger.
    if message == "FOREIGN KEY constraint failed" {
        return StoreError::Dangling;
    }
    let what = message
        .split_once("constraint failed: ")
        .map_or(message, |(_, what)| what)
        .to_owned();
    match extended_code {
        ffi::SQLITE_CONSTRAINT_PRIMARYKEY
        | ffi::SQLITE_CONSTRAINT_UNIQUE
        | ffi::SQLITE_CONSTRAINT_ROWID => StoreError::Clash { what },
        _ => StoreError::Refused { what },
    }
}

/// Turns an input or output error into a [`StoreError`] that says during what.
pub(crate) fn io_while(doing: &'static str) -> impl FnOnce(io::Error) -> StoreError {
    move |source| StoreError::Io { doing, source }
}
