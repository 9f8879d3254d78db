//! One slot: the data key, wrapped for one way of opening the vault.

use super::bytes::Reader;
use super::{FORMAT_VERSION, MAGIC, damaged};
use crate::cost::Cost;
use crate::error::VaultError;
use crate::keys::{DataKey, VaultId, WrappingKey, random};
use crate::passphrase::Passphrase;
use crate::recovery::RecoveryKey;
use crate::seal::{self, NONCE_LEN, WRAPPED_LEN};

/// A way of opening a vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotKind {
    /// With the passphrase. Every vault has exactly one such slot.
    Passphrase,
    /// With a key in the operating system's keychain. At most one such slot.
    Keychain,
    /// With the printed recovery key. At most one such slot.
    Recovery,
    /// One that this program does not know; it is kept as it is. The number is its tag.
    Other(u16),
}

const PASSPHRASE: u16 = 1;
const KEYCHAIN: u16 = 2;
const RECOVERY: u16 = 3;

/// A slot after the first one, which is the passphrase's.
pub(crate) enum FurtherSlot {
    Keychain(KeychainSlot),
    Recovery(RecoverySlot),
    Other { tag: u16, body: Vec<u8> },
}

pub(crate) struct PassphraseSlot {
    cost: Cost,
    salt: [u8; 16],
    wrapped: Wrapped,
}

pub(crate) struct KeychainSlot {
    wrapped: Wrapped,
}

pub(crate) struct RecoverySlot {
    salt: [u8; 16],
    wrapped: Wrapped,
}

/// A wrapped data key and the nonce that it was wrapped with.
struct Wrapped {
    nonce: [u8; NONCE_LEN],
    key: [u8; WRAPPED_LEN],
}

impl FurtherSlot {
    pub(super) fn kind(&self) -> SlotKind {
        match self {
            Self::Keychain(_) => SlotKind::Keychain,
            Self::Recovery(_) => SlotKind::Recovery,
            Self::Other { tag, .. } => SlotKind::Other(*tag),
        }
    }

    pub(super) fn write(&self, to: &mut Vec<u8>) {
        match self {
            Self::Keychain(slot) => write_slot(to, KEYCHAIN, &slot.wrapped.bytes()),
            Self::Recovery(slot) => {
                let body = [&slot.salt[..], &slot.wrapped.bytes()].concat();
                write_slot(to, RECOVERY, &body);
            }
            Self::Other { tag, body } => write_slot(to, *tag, body),
        }
    }

    pub(super) fn read(from: &mut Reader<'_>) -> Result<Self, VaultError> {
        let (tag, mut body) = read_slot(from)?;
        match tag {
            0 => Err(damaged("a slot has no kind")),
            PASSPHRASE => Err(damaged("it has two passphrase slots")),
            KEYCHAIN => {
                let wrapped = Wrapped::read(&mut body)?;
                body.end()?;
                Ok(Self::Keychain(KeychainSlot { wrapped }))
            }
            RECOVERY => {
                let slot = RecoverySlot {
                    salt: body.array()?,
                    wrapped: Wrapped::read(&mut body)?,
                };
                body.end()?;
                Ok(Self::Recovery(slot))
            }
            _ => Ok(Self::Other {
                tag,
                body: body.rest().to_vec(),
            }),
        }
    }
}

/// A slot is its tag, the length of its body, and its body.
fn write_slot(to: &mut Vec<u8>, tag: u16, body: &[u8]) {
    to.extend_from_slice(&tag.to_be_bytes());
    // Known bodies are short, and others were read with a length of two bytes.
    to.extend_from_slice(&(body.len() as u16).to_be_bytes());
    to.extend_from_slice(body);
}

fn read_slot<'a>(from: &mut Reader<'a>) -> Result<(u16, Reader<'a>), VaultError> {
    let tag = from.u16()?;
    let len = usize::from(from.u16()?);
    Ok((tag, Reader::new(from.slice(len)?)))
}

impl PassphraseSlot {
    /// Wraps the data key under a passphrase, with a fresh salt.
    pub(crate) fn make(
        id: &VaultId,
        passphrase: &Passphrase,
        cost: Cost,
        data_key: &DataKey,
    ) -> Result<Self, VaultError> {
        Self::with(id, passphrase, cost, random()?, random()?, data_key)
    }

    pub(crate) fn with(
        id: &VaultId,
        passphrase: &Passphrase,
        cost: Cost,
        salt: [u8; 16],
        nonce: [u8; NONCE_LEN],
        data_key: &DataKey,
    ) -> Result<Self, VaultError> {
        let wrapping = cost.derive(passphrase, &salt)?;
        let aad = associated_data(id, PASSPHRASE, &params(cost, &salt));
        Ok(Self {
            cost,
            salt,
            wrapped: Wrapped::make(&wrapping, nonce, &aad, data_key)?,
        })
    }

    pub(crate) fn cost(&self) -> Cost {
        self.cost
    }

    /// The data key, or [`VaultError::WrongPassphrase`].
    pub(crate) fn open(
        &self,
        id: &VaultId,
        passphrase: &Passphrase,
    ) -> Result<DataKey, VaultError> {
        let wrapping = self.cost.derive(passphrase, &self.salt)?;
        let aad = associated_data(id, PASSPHRASE, &self.params());
        self.wrapped
            .open(&wrapping, &aad)?
            .ok_or(VaultError::WrongPassphrase)
    }

    fn params(&self) -> [u8; 28] {
        params(self.cost, &self.salt)
    }

    pub(super) fn write(&self, to: &mut Vec<u8>) {
        let body = [&self.params()[..], &self.wrapped.bytes()].concat();
        write_slot(to, PASSPHRASE, &body);
    }

    pub(super) fn read(from: &mut Reader<'_>) -> Result<Self, VaultError> {
        let (tag, mut body) = read_slot(from)?;
        if tag != PASSPHRASE {
            return Err(damaged("its first slot is not the passphrase's"));
        }
        let cost = Cost::from_stored(body.u32()?, body.u32()?, body.u32()?)
            .ok_or_else(|| damaged("the cost of its passphrase is out of bounds"))?;
        let slot = Self {
            cost,
            salt: body.array()?,
            wrapped: Wrapped::read(&mut body)?,
        };
        body.end()?;
        Ok(slot)
    }
}

impl KeychainSlot {
    /// Wraps the data key under a random key, which the caller gives to the keychain.
    pub(crate) fn make(
        id: &VaultId,
        wrapping: &WrappingKey,
        data_key: &DataKey,
    ) -> Result<Self, VaultError> {
        Self::with(id, wrapping, random()?, data_key)
    }

    pub(super) fn with(
        id: &VaultId,
        wrapping: &WrappingKey,
        nonce: [u8; NONCE_LEN],
        data_key: &DataKey,
    ) -> Result<Self, VaultError> {
        let aad = associated_data(id, KEYCHAIN, &[]);
        Ok(Self {
            wrapped: Wrapped::make(wrapping, nonce, &aad, data_key)?,
        })
    }

    /// The data key, or [`VaultError::KeychainDoesNotFit`].
    pub(crate) fn open(&self, id: &VaultId, wrapping: &WrappingKey) -> Result<DataKey, VaultError> {
        let aad = associated_data(id, KEYCHAIN, &[]);
        self.wrapped
            .open(wrapping, &aad)?
            .ok_or(VaultError::KeychainDoesNotFit)
    }
}

impl RecoverySlot {
    /// Wraps the data key under a recovery key, with a fresh salt.
    pub(crate) fn make(
        id: &VaultId,
        recovery: &RecoveryKey,
        data_key: &DataKey,
    ) -> Result<Self, VaultError> {
        Self::with(id, recovery, random()?, random()?, data_key)
    }

    pub(crate) fn with(
        id: &VaultId,
        recovery: &RecoveryKey,
        salt: [u8; 16],
        nonce: [u8; NONCE_LEN],
        data_key: &DataKey,
    ) -> Result<Self, VaultError> {
        let wrapping = seal::recovery_wrapping(recovery, &salt)?;
        let aad = associated_data(id, RECOVERY, &salt);
        Ok(Self {
            salt,
            wrapped: Wrapped::make(&wrapping, nonce, &aad, data_key)?,
        })
    }

    /// The data key, or [`VaultError::WrongRecoveryKey`].
    pub(crate) fn open(&self, id: &VaultId, recovery: &RecoveryKey) -> Result<DataKey, VaultError> {
        let wrapping = seal::recovery_wrapping(recovery, &self.salt)?;
        let aad = associated_data(id, RECOVERY, &self.salt);
        self.wrapped
            .open(&wrapping, &aad)?
            .ok_or(VaultError::WrongRecoveryKey)
    }
}

impl Wrapped {
    fn make(
        wrapping: &WrappingKey,
        nonce: [u8; NONCE_LEN],
        aad: &[u8],
        data_key: &DataKey,
    ) -> Result<Self, VaultError> {
        let key = seal::wrap(wrapping, nonce, aad, data_key)?;
        Ok(Self { nonce, key })
    }

    fn open(&self, wrapping: &WrappingKey, aad: &[u8]) -> Result<Option<DataKey>, VaultError> {
        seal::unwrap(wrapping, self.nonce, aad, &self.key)
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, VaultError> {
        Ok(Self {
            nonce: from.array()?,
            key: from.array()?,
        })
    }

    fn bytes(&self) -> Vec<u8> {
        [&self.nonce[..], &self.key].concat()
    }
}

/// The passphrase slot's fields before its nonce, as they stand in the file.
fn params(cost: Cost, salt: &[u8; 16]) -> [u8; 28] {
    let mut params = [0; 28];
    params[..4].copy_from_slice(&cost.memory_kib().to_be_bytes());
    params[4..8].copy_from_slice(&cost.passes().to_be_bytes());
    params[8..12].copy_from_slice(&cost.lanes().to_be_bytes());
    params[12..].copy_from_slice(salt);
    params
}

/// What a slot's ciphertext is bound to: this format and its version, this vault, this kind of
/// slot and its parameters. So a slot moved to another vault, or relabelled, does not open.
fn associated_data(id: &VaultId, tag: u16, params: &[u8]) -> Vec<u8> {
    [
        &MAGIC[..],
        &FORMAT_VERSION.to_be_bytes(),
        id.as_bytes(),
        &tag.to_be_bytes(),
        params,
    ]
    .concat()
}
