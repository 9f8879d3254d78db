//! A colour that can be read on paper.

use std::fmt;

/// The least contrast with white at which words are easy to read.
const CONTRAST: f64 = 4.5;

/// A colour for the letterhead, by its red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

/// What was typed is no colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "This is not a colour. Nothing was changed; write it as # and six digits, for example #1b6b66."
)]
pub struct NotAColour;

impl NotAColour {
    /// A stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        "colour.unreadable"
    }
}

impl Colour {
    /// Reads "#1b6b66".
    ///
    /// # Errors
    /// [`NotAColour`] for anything else.
    pub fn parse(text: &str) -> Result<Self, NotAColour> {
        let digits = text.trim().strip_prefix('#').ok_or(NotAColour)?;
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(NotAColour);
        }
        let all = u32::from_str_radix(digits, 16).map_err(|_| NotAColour)?;
        let [_, red, green, blue] = all.to_be_bytes();
        Ok(Self([red, green, blue]))
    }

    /// The same hue, as dark as it takes to be read on white.
    #[must_use]
    pub fn on_paper(self) -> Self {
        let part = |percent: u16| {
            self.0
                .map(|one| (u16::from(one) * percent / 100).to_le_bytes()[0])
        };
        let mut darker = (0..=100).rev().map(|percent| Self(part(percent)));
        darker
            .find(|colour| colour.contrast() >= CONTRAST)
            .unwrap_or(Self([0; 3]))
    }

    /// Its contrast with white, from 1 to 21, as the accessibility guidelines reckon it.
    fn contrast(self) -> f64 {
        let [red, green, blue] = self.0.map(|one| {
            let part = f64::from(one) / 255.0;
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_can_be_read_stays_and_what_is_pale_is_darkened() {
        let on_paper = |text: &str| Colour::parse(text).unwrap().on_paper().to_string();
        assert_eq!(on_paper("#1B6B66"), "#1b6b66");
        assert_eq!(on_paper("#000000"), "#000000");
        assert_ne!(on_paper("#ffff00"), "#ffff00");
        assert_eq!(on_paper("#ffffff"), "#757575");
    }

    #[test]
    fn what_is_no_colour_is_refused() {
        for text in [
            "", "#", "teal", "1b6b66", "#1b6b6", "#1b6b667", "#1b6bé", "#+b6b66",
        ] {
            assert_eq!(Colour::parse(text), Err(NotAColour), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_colour_can_be_read_on_paper(parts in any::<[u8; 3]>()) {
            let colour = Colour(parts);
            prop_assert!(colour.on_paper().contrast() >= CONTRAST);
            prop_assert_eq!(colour.on_paper().on_paper(), colour.on_paper());
            prop_assert_eq!(Colour::parse(&colour.to_string()), Ok(colour));
        }
    }
}
