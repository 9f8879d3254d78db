//! A keychain in memory, for tests of whatever uses one.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use zeroize::Zeroizing;

use super::{Keychain, KeychainTrouble};
use crate::keys::VaultId;

/// A keychain that forgets everything when dropped, and misbehaves on request. For tests.
#[derive(Default)]
pub struct FakeKeychain(Mutex<State>);

#[derive(Default)]
struct State {
    kept: HashMap<[u8; 16], Zeroizing<[u8; 32]>>,
    mood: Mood,
}

#[derive(Clone, Copy, Default)]
enum Mood {
    #[default]
    Works,
    Fails(KeychainTrouble),
    Hangs,
    AnswersWrong,
}

impl FakeKeychain {
    /// An empty keychain that works.
    pub fn new() -> Self {
        Self::default()
    }

    /// From now on it works.
    pub fn work(&self) {
        self.state().mood = Mood::Works;
    }

    /// From now on each call fails in this way.
    pub fn fail_with(&self, trouble: KeychainTrouble) {
        self.state().mood = Mood::Fails(trouble);
    }

    /// From now on each call blocks its thread for ever, as a prompt that nobody answers does.
    /// Only of use inside a [`TimeLimited`](super::TimeLimited).
    pub fn hang(&self) {
        self.state().mood = Mood::Hangs;
    }

    /// From now on it answers each question with a key that nobody put there.
    pub fn answer_wrong(&self) {
        self.state().mood = Mood::AnswersWrong;
    }

    /// How many secrets it keeps.
    pub fn kept(&self) -> usize {
        self.state().kept.len()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The state, once the mood allows it.
    fn ask(&self) -> Result<MutexGuard<'_, State>, KeychainTrouble> {
        let state = self.state();
        match state.mood {
            Mood::Works | Mood::AnswersWrong => Ok(state),
            Mood::Fails(trouble) => Err(trouble),
            Mood::Hangs => {
                drop(state);
                loop {
                    thread::park();
                }
            }
        }
    }
}

impl Keychain for FakeKeychain {
    fn put(&self, vault: &VaultId, secret: &[u8; 32]) -> Result<(), KeychainTrouble> {
        let mut state = self.ask()?;
        state
            .kept
            .insert(*vault.as_bytes(), Zeroizing::new(*secret));
        Ok(())
    }

    fn get(&self, vault: &VaultId) -> Result<Option<Zeroizing<[u8; 32]>>, KeychainTrouble> {
        let state = self.ask()?;
        if matches!(state.mood, Mood::AnswersWrong) {
            return Ok(Some(Zeroizing::new([0x5a; 32])));
        }
        Ok(state.kept.get(vault.as_bytes()).cloned())
    }

    fn remove(&self, vault: &VaultId) -> Result<(), KeychainTrouble> {
        self.ask()?.kept.remove(vault.as_bytes());
        Ok(())
    }
}
