//! The vault: one folder that keeps a coach's practice encrypted, and the keys that open it.
//!
//! This crate makes the data key, wraps it in the slots of the vault's header, keeps one wrapping
//! key in the operating system's keychain when the coach wants that, and lets one process at a
//! time hold a vault open. It knows neither SQL nor anything about coaching: whoever opens the
//! database takes the [`DataKey`] from an [`OpenVault`]. `docs/keys.md` describes the keys, and
//! the header to the byte.
//!
//! Making a vault takes two steps, because another crate makes the database in between:
//!
//! ```no_run
//! # fn make_the_database(_: &std::path::Path, _: &vault::DataKey) {}
//! # fn main() -> Result<(), vault::VaultError> {
//! use vault::{Cost, Passphrase, VaultFolder};
//!
//! let passphrase = Passphrase::new("four plain words here".to_owned())?;
//! let new = VaultFolder::at("practice").begin_create(&passphrase, Cost::calibrate()?)?;
//! make_the_database(new.database_path(), new.data_key());
//! let open = new.finish()?; // from here on there is a vault
//! # let _ = open;
//! # Ok(())
//! # }
//! ```
//!
//! A program that dies before [`NewVault::finish`] leaves no vault, and the next creation in that
//! folder clears what was left over.

mod background;
mod backup;
mod cost;
mod digest;
mod error;
mod files;
mod folder;
mod header;
mod id;
mod keychain;
mod keys;
mod lock;
mod memory;
mod open;
mod passphrase;
mod recovery;
mod rekey;
mod restore;
mod seal;

pub use background::step_back;
pub use backup::{
    BACKUP_ENDING, BACKUP_VERSION, BackupFile, BackupInfo, BackupSeal, copy_file, name_file,
    private_folder,
};
pub use cost::Cost;
pub use digest::sha256_hex;
pub use error::VaultError;
pub use folder::{FolderState, HeaderInfo, NewVault, VaultFolder};
pub use header::{FORMAT_VERSION, SlotKind};
pub use id::random_id;
pub use keychain::{
    ANSWER_LIMIT, FakeKeychain, Keychain, KeychainTrouble, NoKeychain, SystemKeychain, TimeLimited,
};
pub use keys::{DataKey, VaultId};
pub use lock::Holder;
pub use memory::keep_memory_private;
pub use open::OpenVault;
pub use passphrase::Passphrase;
pub use recovery::RecoveryKey;
pub use rekey::NewDataKey;
