//! Keys as types: wiped when dropped, never printed, never copied.

use std::fmt;

use ring::rand::{SecureRandom, SystemRandom};
use zeroize::Zeroizing;

use crate::error::VaultError;

/// Length of every key in bytes (256 bits).
pub(crate) const KEY_LEN: usize = 32;

/// The key that opens the database: 256 random bits.
///
/// There is one in force at a time. It is wiped when dropped, and has no `Debug`, no `Clone`
/// and no way to be serialised:
///
/// ```compile_fail,E0277
/// fn printable<T: std::fmt::Debug>() {}
/// printable::<vault::DataKey>();
/// ```
///
/// ```compile_fail,E0277
/// fn copyable<T: Clone>() {}
/// copyable::<vault::DataKey>();
/// ```
pub struct DataKey(SecretBytes);

/// A key that wraps the data key in one slot, and nothing else.
pub(crate) struct WrappingKey(SecretBytes);

/// Boxed, so that moving a key moves a pointer and leaves no copy of the bytes on the stack.
type SecretBytes = Box<Zeroizing<[u8; KEY_LEN]>>;

impl DataKey {
    /// Makes a new random key.
    pub(crate) fn make() -> Result<Self, VaultError> {
        Ok(Self(make_secret()?))
    }

    pub(crate) fn from_slice(bytes: &[u8]) -> Option<Self> {
        secret_from(bytes).map(Self)
    }

    pub(crate) fn bytes(&self) -> &[u8; KEY_LEN] {
        &self.0
    }

    /// The key in the form that SQLCipher takes as a raw key, `x'…'` with 64 hexadecimal digits:
    /// it then derives nothing from it. Wiped when dropped.
    pub fn sqlcipher_raw(&self) -> Zeroizing<String> {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        // The exact capacity: a string that grows would leave its old bytes behind.
        let mut text = Zeroizing::new(String::with_capacity(2 * KEY_LEN + 3));
        text.push_str("x'");
        for byte in self.bytes() {
            text.push(char::from(DIGITS[usize::from(byte >> 4)]));
            text.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
        text.push('\'');
        text
    }
}

impl WrappingKey {
    /// Makes a new random key.
    pub(crate) fn make() -> Result<Self, VaultError> {
        Ok(Self(make_secret()?))
    }

    pub(crate) fn from_secret(bytes: &[u8; KEY_LEN]) -> Self {
        let mut secret: SecretBytes = Box::default();
        secret.copy_from_slice(bytes);
        Self(secret)
    }

    /// Makes a key by filling its bytes in place; used to derive it from a passphrase.
    pub(crate) fn fill_with(
        fill: impl FnOnce(&mut [u8; KEY_LEN]) -> Result<(), VaultError>,
    ) -> Result<Self, VaultError> {
        let mut secret: SecretBytes = Box::default();
        fill(&mut secret)?;
        Ok(Self(secret))
    }

    pub(crate) fn bytes(&self) -> &[u8; KEY_LEN] {
        &self.0
    }
}

fn make_secret() -> Result<SecretBytes, VaultError> {
    let mut secret: SecretBytes = Box::default();
    fill_random(secret.as_mut_slice())?;
    Ok(secret)
}

fn secret_from(bytes: &[u8]) -> Option<SecretBytes> {
    let mut secret: SecretBytes = Box::default();
    if bytes.len() != KEY_LEN {
        return None;
    }
    secret.copy_from_slice(bytes);
    Some(secret)
}

/// Fills `bytes` from the system's source of randomness.
pub(crate) fn fill_random(bytes: &mut [u8]) -> Result<(), VaultError> {
    SystemRandom::new()
        .fill(bytes)
        .map_err(|_| VaultError::Cryptography)
}

/// Random bytes that are no secret: salts, nonces, ids.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], VaultError> {
    let mut bytes = [0; N];
    fill_random(&mut bytes)?;
    Ok(bytes)
}

/// Names one vault: 128 random bits, no secret. A copy of the folder keeps the id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct VaultId(pub(crate) [u8; 16]);

impl VaultId {
    pub(crate) fn make() -> Result<Self, VaultError> {
        Ok(Self(random()?))
    }

    /// The id's sixteen bytes, as they stand in the header.
    pub fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

/// Thirty-two hexadecimal digits.
impl fmt::Display for VaultId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_form_is_sqlciphers() {
        let bytes: Vec<u8> = (0..32).map(|i| i * 8).collect();
        let key = DataKey::from_slice(&bytes).unwrap();
        let raw = key.sqlcipher_raw();
        assert_eq!(
            *raw,
            "x'0008101820283038404850586068707880889098a0a8b0b8c0c8d0d8e0e8f0f8'"
        );
        assert_eq!(raw.len(), raw.capacity(), "the string must not have grown");
    }

    #[test]
    fn keys_are_random_and_of_one_length() {
        let (one, two) = (DataKey::make().unwrap(), DataKey::make().unwrap());
        assert_ne!(one.bytes(), two.bytes());
        assert!(DataKey::from_slice(&[0; 31]).is_none());
        assert!(DataKey::from_slice(&[0; 33]).is_none());
    }
}
