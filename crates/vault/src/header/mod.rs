//! The header: a small binary file with the vault's id and the slots that wrap its data key.
//!
//! `docs/keys.md` describes every byte. Reading is strict: a header that is read and written again
//! is the same to the byte, so that nothing in it escapes the authenticator.

mod bytes;
mod slot;
#[cfg(test)]
mod tests;

use std::iter;

use bytes::Reader;
pub use slot::SlotKind;
pub(crate) use slot::{FurtherSlot, KeychainSlot, PassphraseSlot, RecoverySlot};

use crate::error::VaultError;
use crate::keys::{DataKey, VaultId};
use crate::seal::{self, MAC_LEN};

/// The newest header format that this program reads and writes.
pub const FORMAT_VERSION: u16 = 1;

/// The first bytes of every header, of every version.
pub(crate) const MAGIC: &[u8; 16] = b"ThreeChairsVault";

/// The longest header in bytes that is read at all.
pub(crate) const MAX_LEN: usize = 64 * 1024;

const MAX_SLOTS: usize = 16;

/// What a header says, without its authenticator.
pub(crate) struct Header {
    pub(crate) id: VaultId,
    /// Always there, and always the first slot in the file.
    pub(crate) passphrase: PassphraseSlot,
    further: Vec<FurtherSlot>,
}

/// A header as read from a file: well-formed, but not yet known to be authentic.
pub(crate) struct Unverified {
    header: Header,
    mac: [u8; MAC_LEN],
}

impl Header {
    pub(crate) fn new(id: VaultId, passphrase: PassphraseSlot) -> Self {
        Self {
            id,
            passphrase,
            further: Vec::new(),
        }
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// [`VaultError::DamagedHeader`] when it would be too long to be read again.
    pub(crate) fn write(&self, data_key: &DataKey) -> Result<Vec<u8>, VaultError> {
        let mut file = self.body();
        let mac = seal::authenticate(data_key, &self.id, &file)?;
        file.extend_from_slice(&mac);
        let checksum = seal::checksum(&file);
        file.extend_from_slice(&checksum);
        if file.len() > MAX_LEN {
            return Err(damaged("it has no room for another slot"));
        }
        Ok(file)
    }

    /// Everything in the file before the authenticator.
    fn body(&self) -> Vec<u8> {
        let mut body = Vec::new();
        body.extend_from_slice(MAGIC);
        body.extend_from_slice(&FORMAT_VERSION.to_be_bytes());
        body.extend_from_slice(self.id.as_bytes());
        // `parse` and `set` keep the list within MAX_SLOTS, far below 255.
        body.push(1 + self.further.len() as u8);
        self.passphrase.write(&mut body);
        for slot in &self.further {
            slot.write(&mut body);
        }
        body
    }

    pub(crate) fn kinds(&self) -> impl Iterator<Item = SlotKind> {
        iter::once(SlotKind::Passphrase).chain(self.further.iter().map(FurtherSlot::kind))
    }

    pub(crate) fn keychain(&self) -> Option<&KeychainSlot> {
        self.further.iter().find_map(|slot| match slot {
            FurtherSlot::Keychain(slot) => Some(slot),
            _ => None,
        })
    }

    pub(crate) fn recovery(&self) -> Option<&RecoverySlot> {
        self.further.iter().find_map(|slot| match slot {
            FurtherSlot::Recovery(slot) => Some(slot),
            _ => None,
        })
    }

    /// Puts a slot in the place of the one of its kind, or after the others.
    pub(crate) fn set(&mut self, new: FurtherSlot) -> Result<(), VaultError> {
        let place = |slot: &FurtherSlot| slot.kind() == new.kind();
        match self.further.iter().position(place) {
            Some(at) => self.further[at] = new,
            None if 1 + self.further.len() < MAX_SLOTS => self.further.push(new),
            None => return Err(damaged("it has no room for another slot")),
        }
        Ok(())
    }

    pub(crate) fn remove(&mut self, kind: SlotKind) {
        self.further.retain(|slot| slot.kind() != kind);
    }
}

impl Unverified {
    /// Reads a header without any key.
    ///
    /// # Errors
    /// [`VaultError::DamagedHeader`], or [`VaultError::NewerVersion`] for a header that is whole
    /// but of a later format.
    pub(crate) fn parse(file: &[u8]) -> Result<Self, VaultError> {
        if file.len() > MAX_LEN {
            return Err(damaged("it is too long"));
        }
        if !file.starts_with(MAGIC) {
            return Err(damaged("it does not begin as a header does"));
        }
        // The checksum comes before the version: a flipped bit must not pass for a newer program.
        let (summed, checksum) = split_tail(file)?;
        if seal::checksum(summed) != *checksum {
            return Err(damaged("its checksum does not match"));
        }
        let mut start = Reader::new(&summed[MAGIC.len()..]);
        match start.u16()? {
            FORMAT_VERSION => {}
            found if found > FORMAT_VERSION => {
                return Err(VaultError::NewerVersion {
                    found,
                    known: FORMAT_VERSION,
                });
            }
            _ => return Err(damaged("its version was never released")),
        }
        let (body, mac) = split_tail(summed)?;
        let mut reader = Reader::new(body);
        reader.slice(MAGIC.len() + 2)?;
        let id = VaultId(reader.array()?);
        let count = usize::from(reader.u8()?);
        if !(1..=MAX_SLOTS).contains(&count) {
            return Err(damaged("it has no slot, or too many"));
        }
        let passphrase = PassphraseSlot::read(&mut reader)?;
        let further = (1..count)
            .map(|_| FurtherSlot::read(&mut reader))
            .collect::<Result<Vec<_>, _>>()?;
        reader.end()?;
        let count = |kind| further.iter().filter(|slot| slot.kind() == kind).count();
        if count(SlotKind::Keychain) > 1 {
            return Err(damaged("it has two keychain slots"));
        }
        if count(SlotKind::Recovery) > 1 {
            return Err(damaged("it has two recovery slots"));
        }
        let header = Header {
            id,
            passphrase,
            further,
        };
        Ok(Self { header, mac: *mac })
    }

    /// What the header says of itself. Good for choosing a slot and for showing, not for trusting.
    pub(crate) fn claims(&self) -> &Header {
        &self.header
    }

    /// Checks that whoever wrote this header had the data key.
    ///
    /// # Errors
    /// [`VaultError::DamagedHeader`] when it was changed by somebody without the key.
    pub(crate) fn verify(self, data_key: &DataKey) -> Result<Header, VaultError> {
        let Self { header, mac } = self;
        if seal::is_authentic(data_key, &header.id, &header.body(), &mac)? {
            Ok(header)
        } else {
            Err(damaged(
                "it was changed by something other than this program",
            ))
        }
    }
}

/// Splits the last 32 bytes off.
fn split_tail(bytes: &[u8]) -> Result<(&[u8], &[u8; MAC_LEN]), VaultError> {
    bytes
        .split_last_chunk()
        .filter(|(rest, _)| rest.len() >= MAGIC.len())
        .ok_or_else(|| damaged("it is too short"))
}

fn damaged(what: &'static str) -> VaultError {
    VaultError::DamagedHeader { what }
}
