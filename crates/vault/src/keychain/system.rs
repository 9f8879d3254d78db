//! The keychain of the operating system.
//!
//! On Linux it is the Secret Service (GNOME Keyring, KWallet, KeePassXC) over the session bus. On
//! other systems there is none yet, and the passphrase is asked for. To add one: take the store
//! crate of the keyring family for it (`apple-native-keyring-store` for macOS,
//! `windows-native-keyring-store` for Windows) under `[target]` in the manifest, and build its
//! `Store` in a module `platform` like the one below; `keyring_core::Entry` does the rest.

use zeroize::Zeroizing;

use super::{ANSWER_LIMIT, Keychain, KeychainTrouble, TimeLimited};
use crate::keys::VaultId;

/// The keychain of this computer. Each call takes at most [`ANSWER_LIMIT`].
pub struct SystemKeychain(TimeLimited<platform::Native>);

impl SystemKeychain {
    /// Touches nothing yet: each call connects anew, so a keychain that starts later is found.
    pub fn new() -> Self {
        Self(TimeLimited::new(platform::Native, ANSWER_LIMIT))
    }
}

impl Default for SystemKeychain {
    fn default() -> Self {
        Self::new()
    }
}

impl Keychain for SystemKeychain {
    fn put(&self, vault: &VaultId, secret: &[u8; 32]) -> Result<(), KeychainTrouble> {
        self.0.put(vault, secret)
    }

    fn get(&self, vault: &VaultId) -> Result<Option<Zeroizing<[u8; 32]>>, KeychainTrouble> {
        self.0.get(vault)
    }

    fn remove(&self, vault: &VaultId) -> Result<(), KeychainTrouble> {
        self.0.remove(vault)
    }
}

#[cfg(target_os = "linux")]
mod platform {
    use std::collections::HashMap;

    use keyring_core::api::CredentialStoreApi;
    use keyring_core::{Entry, Error};
    use zbus_secret_service_keyring_store::Store;
    use zeroize::Zeroizing;

    use super::super::{Keychain, KeychainTrouble};
    use crate::keys::VaultId;

    /// The name under which the keychain's own window shows our entries.
    const SERVICE: &str = "Three Chairs";

    /// The Secret Service, without a time limit.
    pub(crate) struct Native;

    fn entry(vault: &VaultId) -> Result<Entry, KeychainTrouble> {
        // No session bus, or nobody on it who keeps secrets.
        let store = Store::new().map_err(|_| KeychainTrouble::Missing)?;
        let label = format!("{SERVICE}: key of vault {vault}");
        store
            .build(
                SERVICE,
                &vault.to_string(),
                Some(&HashMap::from([("label", label.as_str())])),
            )
            .map_err(|error| trouble(&error))
    }

    fn trouble(error: &Error) -> KeychainTrouble {
        match error {
            Error::NoStorageAccess(_) => KeychainTrouble::Locked,
            _ => KeychainTrouble::Failed,
        }
    }

    impl Keychain for Native {
        fn put(&self, vault: &VaultId, secret: &[u8; 32]) -> Result<(), KeychainTrouble> {
            entry(vault)?
                .set_secret(secret)
                .map_err(|error| trouble(&error))
        }

        fn get(&self, vault: &VaultId) -> Result<Option<Zeroizing<[u8; 32]>>, KeychainTrouble> {
            let answer = match entry(vault)?.get_secret() {
                Ok(answer) => Zeroizing::new(answer),
                Err(Error::NoEntry) => return Ok(None),
                Err(error) => return Err(trouble(&error)),
            };
            let mut secret = Zeroizing::new([0; 32]);
            if answer.len() != secret.len() {
                return Err(KeychainTrouble::Failed);
            }
            secret.copy_from_slice(&answer);
            Ok(Some(secret))
        }

        fn remove(&self, vault: &VaultId) -> Result<(), KeychainTrouble> {
            match entry(vault)?.delete_credential() {
                Ok(()) | Err(Error::NoEntry) => Ok(()),
                Err(error) => Err(trouble(&error)),
            }
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod platform {
    pub(super) use super::super::NoKeychain as Native;
}
