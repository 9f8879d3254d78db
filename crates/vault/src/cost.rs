//! What guessing a passphrase costs, and the derivation of its wrapping key.

use std::time::{Duration, Instant};

use argon2::{Algorithm, Argon2, Block, Params, Version};
use zeroize::Zeroizing;

use crate::error::VaultError;
use crate::keys::{KEY_LEN, WrappingKey};
use crate::passphrase::Passphrase;

/// How much one guess at the passphrase costs: the parameters of Argon2id (RFC 9106).
///
/// Never below [`Cost::floor`]. Stored in the clear in the passphrase slot, and authenticated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

impl Cost {
    /// 64 MiB, RFC 9106's second recommendation and the least that this program accepts.
    const FLOOR_MEMORY_KIB: u32 = 64 * 1024;
    const FLOOR_PASSES: u32 = 3;
    /// Beyond these, several times what calibrating asks for, a header was crafted to stop the machine
    /// rather than to protect a key. The dearest takes a minute or two.
    const MOST_MEMORY_KIB: u32 = 1024 * 1024;
    const MOST_PASSES: u32 = 100;
    const MOST_LANES: u32 = 64;

    /// What calibrating aims at for one guess.
    const TARGET: Duration = Duration::from_millis(500);
    /// The most memory that calibrating asks for: a vault made on a large computer must open on a
    /// small one.
    const CALIBRATED_MEMORY_KIB: u32 = 256 * 1024;
    /// The most passes that calibrating asks for, for the same reason.
    const CALIBRATED_PASSES: u32 = 40;

    /// The least that is accepted: 64 MiB, 3 passes, 1 lane. Meant for tests; a coach's vault is
    /// made with [`Cost::calibrate`].
    pub fn floor() -> Self {
        Self {
            memory_kib: Self::FLOOR_MEMORY_KIB,
            passes: Self::FLOOR_PASSES,
            lanes: 1,
        }
    }

    /// Measures this computer and returns what takes it about half a second, in 64 to 256 MiB.
    /// One lane: Argon2 runs on one thread here, so more lanes would help only an attacker.
    ///
    /// # Errors
    /// [`VaultError::OutOfMemory`].
    pub fn calibrate() -> Result<Self, VaultError> {
        let sample = Passphrase::new("measuring, not protecting".to_owned())?;
        // The quicker of two: the first may have waited for memory, or for another program.
        let mut quickest = Duration::MAX;
        for _ in 0..2 {
            let start = Instant::now();
            Self::floor().derive(&sample, &[0; 16])?;
            quickest = quickest.min(start.elapsed());
        }
        Ok(Self::for_speed(quickest))
    }

    /// The cost that takes about [`Cost::TARGET`] where the floor takes `floor_takes`: memory
    /// first, since that is what makes guessing dear, then passes.
    fn for_speed(floor_takes: Duration) -> Self {
        let floor_takes = floor_takes.max(Duration::from_millis(1));
        let mut cost = Self::floor();
        let mut takes = floor_takes;
        while cost.memory_kib < Self::CALIBRATED_MEMORY_KIB && takes * 2 <= Self::TARGET {
            cost.memory_kib *= 2;
            takes *= 2;
        }
        let per_pass = takes.as_micros() / u128::from(cost.passes);
        let passes = Self::TARGET.as_micros() / per_pass.max(1);
        cost.passes = u32::try_from(passes)
            .unwrap_or(u32::MAX)
            .clamp(Self::FLOOR_PASSES, Self::CALIBRATED_PASSES);
        cost
    }

    /// A cost as read from a header; `None` when it is below the floor or beyond the limits.
    pub(crate) fn from_stored(memory_kib: u32, passes: u32, lanes: u32) -> Option<Self> {
        let allowed = (Self::FLOOR_MEMORY_KIB..=Self::MOST_MEMORY_KIB).contains(&memory_kib)
            && (Self::FLOOR_PASSES..=Self::MOST_PASSES).contains(&passes)
            && (1..=Self::MOST_LANES).contains(&lanes);
        allowed.then_some(Self {
            memory_kib,
            passes,
            lanes,
        })
    }

    /// Memory in KiB.
    pub fn memory_kib(&self) -> u32 {
        self.memory_kib
    }

    /// Passes over that memory.
    pub fn passes(&self) -> u32 {
        self.passes
    }

    /// Lanes (Argon2's degree of parallelism).
    pub fn lanes(&self) -> u32 {
        self.lanes
    }

    /// Derives the wrapping key of a passphrase slot: Argon2id, version 0x13, 32 bytes out.
    pub(crate) fn derive(
        &self,
        passphrase: &Passphrase,
        salt: &[u8; 16],
    ) -> Result<WrappingKey, VaultError> {
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(KEY_LEN))
            .map_err(|_| VaultError::Cryptography)?;
        let blocks = params.block_count();
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        // The memory is ours and not the library's, because the library does not wipe it.
        let mut memory: Zeroizing<Vec<Block>> = Zeroizing::new(Vec::new());
        memory
            .try_reserve_exact(blocks)
            .map_err(|_| VaultError::OutOfMemory)?;
        memory.resize(blocks, Block::new());
        WrappingKey::fill_with(|key| {
            argon2
                .hash_password_into_with_memory(
                    passphrase.bytes(),
                    salt,
                    key,
                    memory.as_mut_slice(),
                )
                .map_err(|_| VaultError::Cryptography)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calibrated(floor_takes_ms: u64) -> (u32, u32) {
        let cost = Cost::for_speed(Duration::from_millis(floor_takes_ms));
        assert_eq!(
            Cost::from_stored(cost.memory_kib, cost.passes, cost.lanes),
            Some(cost),
            "what is made must be accepted"
        );
        (cost.memory_kib / 1024, cost.passes)
    }

    #[test]
    fn calibration_takes_memory_first_then_passes() {
        assert_eq!(calibrated(10_000), (64, 3), "never below the floor");
        assert_eq!(calibrated(500), (64, 3));
        assert_eq!(calibrated(300), (64, 5));
        assert_eq!(calibrated(240), (128, 3));
        assert_eq!(calibrated(123), (256, 3));
        assert_eq!(calibrated(60), (256, 6));
        assert_eq!(calibrated(0), (256, 40), "bounded above");
    }

    #[test]
    fn stored_costs_have_limits() {
        let (m, gib) = (64 * 1024, 1024 * 1024);
        assert_eq!(Cost::from_stored(m, 3, 1), Some(Cost::floor()));
        assert!(Cost::from_stored(gib, 100, 64).is_some());
        for (memory, passes, lanes) in [
            (m - 1, 3, 1),
            (m, 2, 1),
            (m, 3, 0),
            (gib + 1, 3, 1),
            (m, 101, 1),
            (m, 3, 65),
            (u32::MAX, u32::MAX, u32::MAX),
        ] {
            assert_eq!(Cost::from_stored(memory, passes, lanes), None);
        }
    }

    #[test]
    fn derivation_depends_on_passphrase_salt_and_cost() {
        let derive = |words: &str, salt: u8, cost: Cost| {
            let words = Passphrase::new(words.to_owned()).unwrap();
            *cost.derive(&words, &[salt; 16]).unwrap().bytes()
        };
        let floor = Cost::floor();
        let dearer = Cost::from_stored(64 * 1024, 4, 1).unwrap();
        let base = derive("one and the same", 1, floor);
        assert_eq!(base, derive("one and the same", 1, floor));
        assert_ne!(base, derive("one and the sane", 1, floor));
        assert_ne!(base, derive("one and the same", 2, floor));
        assert_ne!(base, derive("one and the same", 1, dearer));
    }
}
