//! The recovery key: random, printed once, kept away from the computer, and typed when the passphrase
//! is lost.

use zeroize::Zeroizing;

use crate::error::VaultError;
use crate::keys::fill_random;

/// 160 random bits. Wiped when dropped; has no `Debug` and no `Clone`.
///
/// On paper it is eight groups of five characters. The first four of a group are 20 bits of the key,
/// the fifth is a check character: one mistyped character, two that changed places, or a group in
/// another group's place are found, and the group is named.
pub struct RecoveryKey(Box<Zeroizing<[u8; RecoveryKey::BYTES]>>);

/// Digits and letters that are hard to mistake for one another: no I, L, O or U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const PER_GROUP: usize = 4;
/// Hyphens and spaces between 40 characters, generously; beyond it, another text was pasted.
const LONGEST: usize = 200;

impl RecoveryKey {
    /// Its length in bytes.
    pub(crate) const BYTES: usize = 20;
    /// How many groups it has on paper.
    pub const GROUPS: usize = 8;

    /// Makes a new random key.
    ///
    /// # Errors
    /// [`VaultError::Cryptography`].
    pub fn make() -> Result<Self, VaultError> {
        let mut key = Self(Box::default());
        fill_random(key.0.as_mut_slice())?;
        Ok(key)
    }

    /// Reads a key as typed: capitals or not, with or without spaces and hyphens; O is taken for 0,
    /// I and L for 1.
    ///
    /// # Errors
    /// [`VaultError::RecoveryKeyMistyped`], with the group that does not fit.
    pub fn read(typed: &str) -> Result<Self, VaultError> {
        let mistyped = |group| VaultError::RecoveryKeyMistyped { group };
        let length = Self::GROUPS * (PER_GROUP + 1);
        let mut values = Zeroizing::new(Vec::with_capacity(length));
        if typed.len() > LONGEST {
            return Err(mistyped(None));
        }
        for character in typed.chars() {
            if character.is_whitespace() || matches!(character, '-' | '–') {
                continue;
            }
            let group = values.len() / (PER_GROUP + 1) + 1;
            let value = value_of(character).ok_or_else(|| mistyped(Some(group)))?;
            if values.len() == length {
                return Err(mistyped(None));
            }
            values.push(value);
        }
        if values.len() != length {
            return Err(mistyped(None));
        }
        let mut key = Self(Box::default());
        for (number, group) in values.chunks_exact(PER_GROUP + 1).enumerate() {
            if check(number, &group[..PER_GROUP]) != group[PER_GROUP] {
                return Err(mistyped(Some(number + 1)));
            }
            for (at, value) in group[..PER_GROUP].iter().enumerate() {
                key.put(number * PER_GROUP + at, *value);
            }
        }
        Ok(key)
    }

    /// The groups, as they are printed.
    pub fn groups(&self) -> Vec<Zeroizing<String>> {
        (0..Self::GROUPS)
            .map(|number| {
                let mut values = Zeroizing::new([0; PER_GROUP + 1]);
                for (at, value) in values[..PER_GROUP].iter_mut().enumerate() {
                    *value = self.take(number * PER_GROUP + at);
                }
                values[PER_GROUP] = check(number, &values[..PER_GROUP]);
                let mut text = Zeroizing::new(String::with_capacity(PER_GROUP + 1));
                for value in values.iter() {
                    text.push(char::from(ALPHABET[usize::from(*value)]));
                }
                text
            })
            .collect()
    }

    /// The whole key on one line, its groups joined by hyphens.
    pub fn written(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(Self::GROUPS * (PER_GROUP + 2)));
        for group in self.groups() {
            if !text.is_empty() {
                text.push('-');
            }
            text.push_str(&group);
        }
        text
    }

    pub(crate) fn bytes(&self) -> &[u8; Self::BYTES] {
        &self.0
    }

    /// Five bits of the key, counted from its beginning.
    fn take(&self, place: usize) -> u8 {
        (0..5).fold(0, |value, bit| {
            let at = place * 5 + bit;
            value << 1 | (self.0[at / 8] >> (7 - at % 8)) & 1
        })
    }

    fn put(&mut self, place: usize, value: u8) {
        for bit in 0..5 {
            let at = place * 5 + bit;
            self.0[at / 8] |= ((value >> (4 - bit)) & 1) << (7 - at % 8);
        }
    }
}

fn value_of(character: char) -> Option<u8> {
    let character = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let at = ALPHABET
        .iter()
        .position(|known| char::from(*known) == character)?;
    u8::try_from(at).ok()
}

/// The check character of a group: its values, each times another power of x in the field of 32
/// elements (modulo x⁵ + x² + 1), added up; and the group's number, so that two groups cannot change
/// places.
fn check(number: usize, values: &[u8]) -> u8 {
    let times_x = |value: u8| (value << 1) ^ if value & 16 == 0 { 0 } else { 0b10_0101 };
    let sum = values.iter().fold(0, |sum, value| times_x(sum ^ value));
    // There are eight groups.
    sum ^ (number as u8 & 31)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn key(bytes: [u8; RecoveryKey::BYTES]) -> RecoveryKey {
        let mut key = RecoveryKey(Box::default());
        key.0.copy_from_slice(&bytes);
        key
    }

    fn refused(typed: &str) -> Option<usize> {
        match RecoveryKey::read(typed).err() {
            Some(VaultError::RecoveryKeyMistyped { group }) => group,
            _ => panic!("it must be refused"),
        }
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read_again(bytes: [u8; 20]) {
            let key = key(bytes);
            let read = RecoveryKey::read(&key.written()).unwrap();
            prop_assert_eq!(read.bytes(), &bytes);
            let untidy = key.written().to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
            let read = RecoveryKey::read(&untidy).unwrap();
            prop_assert_eq!(read.bytes(), &bytes);
        }

        #[test]
        fn one_wrong_character_is_found_in_its_group(bytes: [u8; 20], at in 0..40_usize, other in 0..32_usize) {
            let written: String = key(bytes).written().replace('-', "");
            let mut typed: Vec<char> = written.chars().collect();
            let wrong = char::from(ALPHABET[other]);
            prop_assume!(typed[at] != wrong);
            typed[at] = wrong;
            let typed: String = typed.into_iter().collect();
            prop_assert_eq!(refused(&typed), Some(at / 5 + 1));
        }

        #[test]
        fn two_that_changed_places_are_found(bytes: [u8; 20], at in 0..39_usize) {
            let mut typed: Vec<char> = key(bytes).written().replace('-', "").chars().collect();
            prop_assume!(at % 5 != 4 && typed[at] != typed[at + 1]);
            typed.swap(at, at + 1);
            let typed: String = typed.into_iter().collect();
            prop_assert_eq!(refused(&typed), Some(at / 5 + 1));
        }

        #[test]
        fn two_groups_that_changed_places_are_found(bytes: [u8; 20], one in 0..8_usize, two in 0..8_usize) {
            prop_assume!(one != two);
            let key = key(bytes);
            let mut groups: Vec<String> = key.groups().iter().map(|group| group.to_string()).collect();
            groups.swap(one, two);
            prop_assert_eq!(refused(&groups.join("-")), Some(one.min(two) + 1));
        }

        #[test]
        fn nothing_that_is_typed_breaks_it(typed in ".{0,60}") {
            let _ = RecoveryKey::read(&typed);
        }
    }

    #[test]
    fn too_short_and_too_long_are_refused() {
        let written = key([7; 20]).written();
        assert_eq!(refused(""), None);
        assert_eq!(refused(&written[..written.len() - 1]), None);
        assert_eq!(refused(&format!("{}0", *written)), None);
        assert_eq!(refused(&"-".repeat(201)), None);
        assert_eq!(refused("U"), Some(1));
    }

    #[test]
    fn keys_are_random() {
        let (one, two) = (RecoveryKey::make().unwrap(), RecoveryKey::make().unwrap());
        assert_ne!(one.bytes(), two.bytes());
    }
}
