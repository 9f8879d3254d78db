//! Names for new parts of the record.

use crate::error::VaultError;
use crate::keys::random;

/// A new random id: 24 hexadecimal digits, 96 bits. No secret.
///
/// # Errors
/// [`VaultError::Cryptography`] when the system has no randomness to give.
pub fn random_id() -> Result<String, VaultError> {
    Ok(hex(&random::<12>()?))
}

/// Bytes as lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
