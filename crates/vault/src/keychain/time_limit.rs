//! A keychain that answers within a limit.

use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

use zeroize::Zeroizing;

use super::{Keychain, KeychainTrouble};
use crate::keys::VaultId;

/// How long a keychain may take before the passphrase is asked for instead.
pub const ANSWER_LIMIT: Duration = Duration::from_secs(2);

/// Asks another keychain on a thread of its own, and stops waiting after a limit.
///
/// A locked keychain on a computer with a display opens a prompt and blocks until it is answered,
/// without end. The thread that waits for it cannot be stopped; it is left alone, and its late
/// answer goes nowhere.
pub struct TimeLimited<K> {
    inner: Arc<K>,
    limit: Duration,
}

impl<K: Keychain + 'static> TimeLimited<K> {
    /// Limits each call to `inner` to `limit`; [`ANSWER_LIMIT`] is the program's.
    pub fn new(inner: K, limit: Duration) -> Self {
        let inner = Arc::new(inner);
        Self { inner, limit }
    }

    fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&K) -> Result<T, KeychainTrouble> + Send + 'static,
    ) -> Result<T, KeychainTrouble> {
        let (reply, answer) = mpsc::channel();
        let inner = Arc::clone(&self.inner);
        thread::Builder::new()
            .name("keychain".to_owned())
            .spawn(move || {
                // Nobody listens any more when the answer comes too late: that is no error.
                let _ = reply.send(question(&inner));
            })
            .map_err(|_| KeychainTrouble::Failed)?;
        answer
            .recv_timeout(self.limit)
            .unwrap_or_else(|missed| match missed {
                mpsc::RecvTimeoutError::Timeout => Err(KeychainTrouble::NoAnswer),
                // The thread died without an answer: the keychain's library panicked.
                mpsc::RecvTimeoutError::Disconnected => Err(KeychainTrouble::Failed),
            })
    }
}

impl<K: Keychain + 'static> Keychain for TimeLimited<K> {
    fn put(&self, vault: &VaultId, secret: &[u8; 32]) -> Result<(), KeychainTrouble> {
        let (vault, secret) = (*vault, Zeroizing::new(*secret));
        self.ask(move |inner| inner.put(&vault, &secret))
    }

    fn get(&self, vault: &VaultId) -> Result<Option<Zeroizing<[u8; 32]>>, KeychainTrouble> {
        let vault = *vault;
        self.ask(move |inner| inner.get(&vault))
    }

    fn remove(&self, vault: &VaultId) -> Result<(), KeychainTrouble> {
        let vault = *vault;
        self.ask(move |inner| inner.remove(&vault))
    }
}
