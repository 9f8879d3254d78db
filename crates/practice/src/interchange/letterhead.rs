//! The letterhead in a document: its colour, and its logo as a picture in base64.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use documents::{Colour, Logo};
use serde::{Deserialize, Serialize};
use store::letterhead::Letterhead;

use super::ImportFault;

/// The letterhead as it is exchanged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LetterheadRecord {
    /// The colour, `#rrggbb`; empty for none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub colour: String,
    /// The logo's picture, in base64; empty for none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub logo: String,
}

impl LetterheadRecord {
    /// True when nothing was chosen.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }

    pub(super) fn of(kept: Letterhead) -> Self {
        Self {
            colour: kept.colour,
            logo: kept
                .logo
                .map_or(String::new(), |logo| STANDARD.encode(logo)),
        }
    }

    /// As it is kept. What is no colour or no picture is a fault.
    pub(super) fn read(&self) -> Result<Letterhead, ImportFault> {
        let fault = |place, what| ImportFault::inconsistent(place, what);
        if !self.colour.is_empty() && Colour::parse(&self.colour).is_err() {
            return Err(fault("letterhead.colour".to_owned(), "is no colour"));
        }
        let no_picture = || fault("letterhead.logo".to_owned(), "is no picture for a logo");
        let logo = match self.logo.as_str() {
            "" => None,
            logo => {
                let bytes = STANDARD.decode(logo).map_err(|_| no_picture())?;
                let logo = Logo::read(&bytes).map_err(|_| no_picture())?;
                Some(logo.png().to_vec())
            }
        };
        Ok(Letterhead {
            colour: self.colour.clone(),
            logo,
        })
    }
}
