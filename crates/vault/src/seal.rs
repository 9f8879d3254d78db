//! The three primitives of the header, all by `ring`: wrapping a key, authenticating the whole,
//! and the plain checksum.

use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey};
use ring::{digest, hkdf, hmac};
use zeroize::Zeroizing;

use crate::error::VaultError;
use crate::keys::{DataKey, KEY_LEN, VaultId, WrappingKey};
use crate::recovery::RecoveryKey;

/// Length of an AEAD nonce in bytes.
pub(crate) const NONCE_LEN: usize = 12;
/// Length of a wrapped data key in bytes: the key and a 16-byte tag.
pub(crate) const WRAPPED_LEN: usize = KEY_LEN + 16;
/// Length in bytes of the header's authenticator, and of its checksum.
pub(crate) const MAC_LEN: usize = 32;

/// Separates the header's authentication key from any other use of the data key.
const HEADER_MAC_INFO: &[u8] = b"three-chairs vault header 1";

/// Separates the key that authenticates backups from any other use of the data key.
const BACKUP_MAC_INFO: &[u8] = b"three-chairs backup 1";
/// Separates the recovery key's wrapping key from any other use of the recovery key.
const RECOVERY_INFO: &[u8] = b"three-chairs recovery key 1";

/// Wraps the data key. `nonce` must be fresh for this wrapping key.
pub(crate) fn wrap(
    key: &WrappingKey,
    nonce: [u8; NONCE_LEN],
    aad: &[u8],
    data_key: &DataKey,
) -> Result<[u8; WRAPPED_LEN], VaultError> {
    // Holds the plain key until it is encrypted in place: wiped in case that fails.
    let mut buffer = Zeroizing::new([0; WRAPPED_LEN]);
    let (plain, tag_place) = buffer.split_at_mut(KEY_LEN);
    plain.copy_from_slice(data_key.bytes());
    let tag = cipher(key)?
        .seal_in_place_separate_tag(Nonce::assume_unique_for_key(nonce), Aad::from(aad), plain)
        .map_err(|_| VaultError::Cryptography)?;
    tag_place.copy_from_slice(tag.as_ref());
    Ok(*buffer)
}

/// Unwraps the data key; `None` when the key, the nonce, the associated data or the bytes differ
/// from those that it was wrapped with.
pub(crate) fn unwrap(
    key: &WrappingKey,
    nonce: [u8; NONCE_LEN],
    aad: &[u8],
    wrapped: &[u8; WRAPPED_LEN],
) -> Result<Option<DataKey>, VaultError> {
    let mut buffer = Zeroizing::new(*wrapped);
    let opened = cipher(key)?.open_in_place(
        Nonce::assume_unique_for_key(nonce),
        Aad::from(aad),
        buffer.as_mut_slice(),
    );
    Ok(opened.ok().and_then(|plain| DataKey::from_slice(plain)))
}

fn cipher(key: &WrappingKey) -> Result<LessSafeKey, VaultError> {
    UnboundKey::new(&CHACHA20_POLY1305, key.bytes())
        .map(LessSafeKey::new)
        .map_err(|_| VaultError::Cryptography)
}

/// HMAC-SHA256 over `bytes`, under a key that only the data key gives.
pub(crate) fn authenticate(
    data_key: &DataKey,
    id: &VaultId,
    bytes: &[u8],
) -> Result<[u8; MAC_LEN], VaultError> {
    let tag = hmac::sign(&header_key(data_key, id)?, bytes);
    tag.as_ref()
        .try_into()
        .map_err(|_| VaultError::Cryptography)
}

/// Whether `mac` authenticates `bytes`; compared in constant time.
pub(crate) fn is_authentic(
    data_key: &DataKey,
    id: &VaultId,
    bytes: &[u8],
    mac: &[u8],
) -> Result<bool, VaultError> {
    Ok(hmac::verify(&header_key(data_key, id)?, bytes, mac).is_ok())
}

fn header_key(data_key: &DataKey, id: &VaultId) -> Result<hmac::Key, VaultError> {
    mac_key(data_key, id, HEADER_MAC_INFO)
}

/// The key that authenticates this vault's backups.
pub(crate) fn backup_key(data_key: &DataKey, id: &VaultId) -> Result<hmac::Key, VaultError> {
    mac_key(data_key, id, BACKUP_MAC_INFO)
}

fn mac_key(data_key: &DataKey, id: &VaultId, info: &[u8]) -> Result<hmac::Key, VaultError> {
    hkdf::Salt::new(hkdf::HKDF_SHA256, id.as_bytes())
        .extract(data_key.bytes())
        .expand(&[info], hmac::HMAC_SHA256)
        .map(hmac::Key::from)
        .map_err(|_| VaultError::Cryptography)
}

/// The wrapping key of a recovery slot.
pub(crate) fn recovery_wrapping(
    recovery: &RecoveryKey,
    salt: &[u8; 16],
) -> Result<WrappingKey, VaultError> {
    let derived = hkdf::Salt::new(hkdf::HKDF_SHA256, salt).extract(recovery.bytes());
    WrappingKey::fill_with(|key| {
        derived
            .expand(&[RECOVERY_INFO], hkdf::HKDF_SHA256)
            .and_then(|okm| okm.fill(key))
            .map_err(|_| VaultError::Cryptography)
    })
}

/// SHA-256: tells damage from a wrong passphrase, and protects against nobody.
pub(crate) fn checksum(bytes: &[u8]) -> [u8; MAC_LEN] {
    let mut sum = [0; MAC_LEN];
    sum.copy_from_slice(digest::digest(&digest::SHA256, bytes).as_ref());
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unwraps_only_what_was_wrapped() {
        let key = WrappingKey::make().unwrap();
        let other = WrappingKey::make().unwrap();
        let data_key = DataKey::make().unwrap();
        let wrapped = wrap(&key, [7; 12], b"aad", &data_key).unwrap();
        let opens = |key: &WrappingKey, nonce, aad: &[u8], wrapped: &[u8; WRAPPED_LEN]| {
            unwrap(key, nonce, aad, wrapped)
                .unwrap()
                .map(|k| *k.bytes())
        };
        assert_eq!(
            opens(&key, [7; 12], b"aad", &wrapped),
            Some(*data_key.bytes())
        );
        assert_eq!(opens(&other, [7; 12], b"aad", &wrapped), None);
        assert_eq!(opens(&key, [8; 12], b"aad", &wrapped), None);
        assert_eq!(opens(&key, [7; 12], b"aae", &wrapped), None);
        for at in 0..WRAPPED_LEN {
            let mut changed = wrapped;
            changed[at] ^= 1;
            assert_eq!(opens(&key, [7; 12], b"aad", &changed), None, "byte {at}");
        }
    }

    #[test]
    fn checksum_is_sha256() {
        // FIPS 180-4's example "abc".
        assert_eq!(checksum(b"abc")[..4], [0xba, 0x78, 0x16, 0xbf]);
    }
}
