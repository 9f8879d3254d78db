//! The coach's letterhead: name and lines from the coach's own record, logo and colour beside them.

use std::path::Path;

use coaching::record::Coach;
use documents::{Colour, Letterhead, Logo, NotAColour, NotALogo};
use store::Tx;

use crate::desk::Desk;
use crate::error::Failure;
use crate::files::{NotBytes, decoded, encoded, read_up_to};
use crate::types::{LetterheadPage, SetColour, SetLogo};

/// The letterhead of every document.
///
/// # Errors
/// When the database does not answer.
pub(crate) fn letterhead(tx: &Tx<'_>) -> Result<Letterhead, Failure> {
    let kept = store::letterhead::get(tx)?;
    let coach = store::coach::get(tx)?;
    Ok(Letterhead {
        name: joined(", ", [&coach.name, &coach.credentials]),
        lines: lines(&coach),
        logo: kept.logo.and_then(|bytes| Logo::read(&bytes).ok()),
        colour: Colour::parse(&kept.colour).ok(),
    })
}

fn lines(coach: &Coach) -> Vec<String> {
    let mut lines: Vec<String> = coach.address.lines().map(str::to_owned).collect();
    lines.push(joined(" · ", [&coach.email, &coach.phone]));
    lines.retain(|line| !line.trim().is_empty());
    lines
}

fn joined(with: &str, parts: [&String; 2]) -> String {
    let there = parts.into_iter().map(|part| part.trim());
    let there: Vec<&str> = there.filter(|part| !part.is_empty()).collect();
    there.join(with)
}

impl Desk {
    /// How the coach's documents look.
    ///
    /// # Errors
    /// When no vault is open or it cannot be read.
    pub fn letterhead(&self) -> Result<LetterheadPage, Failure> {
        self.read(|tx, _| Ok(page(&letterhead(tx)?)))
    }

    /// Takes a picture's file as the logo. What is kept is a plain picture made from it.
    ///
    /// # Errors
    /// When it is no picture, too large, or has too many or too few points: nothing is kept then.
    pub fn set_logo(&mut self, ask: SetLogo) -> Result<LetterheadPage, Failure> {
        let bytes = decoded(&ask.file, Logo::MOST_BYTES).map_err(|fault| match fault {
            NotBytes::TooLarge => NotALogo::TooLarge,
            NotBytes::Unreadable => NotALogo::NotAPicture,
        })?;
        self.take_logo(&bytes)
    }

    /// Takes a picture's file as the logo, and reads no more of it than a logo may weigh.
    ///
    /// # Errors
    /// As [`Desk::set_logo`]; `logo.unreadable` when the file cannot be read.
    pub fn set_logo_from(&mut self, file: &Path) -> Result<LetterheadPage, Failure> {
        let unreadable = |_| {
            let what = "This file cannot be read. Nothing was changed; choose another file.";
            Failure::new("logo.unreadable", what).at("logo")
        };
        let bytes = read_up_to(file, Logo::MOST_BYTES).map_err(unreadable)?;
        self.take_logo(&bytes)
    }

    /// Takes the bytes of a picture's file as the logo.
    ///
    /// # Errors
    /// As [`Desk::set_logo`].
    fn take_logo(&mut self, bytes: &[u8]) -> Result<LetterheadPage, Failure> {
        let logo = Logo::read(bytes)?;
        self.change("set logo", |tx, _| {
            let mut kept = store::letterhead::get(tx)?;
            kept.logo = Some(logo.png().to_vec());
            Ok(store::letterhead::set(tx, &kept)?)
        })?;
        self.letterhead()
    }

    /// Takes the logo away.
    ///
    /// # Errors
    /// When no vault is open or it cannot be written.
    pub fn remove_logo(&mut self) -> Result<LetterheadPage, Failure> {
        self.change("remove logo", |tx, _| {
            let mut kept = store::letterhead::get(tx)?;
            kept.logo = None;
            Ok(store::letterhead::set(tx, &kept)?)
        })?;
        self.letterhead()
    }

    /// Chooses the colour of the letterhead; a blank one takes it away.
    ///
    /// # Errors
    /// When it is no colour.
    pub fn set_colour(&mut self, ask: SetColour) -> Result<LetterheadPage, Failure> {
        let colour = match ask.colour.trim() {
            "" => String::new(),
            typed => Colour::parse(typed)?.to_string(),
        };
        self.change("set colour", |tx, _| {
            let mut kept = store::letterhead::get(tx)?;
            kept.colour = colour;
            Ok(store::letterhead::set(tx, &kept)?)
        })?;
        self.letterhead()
    }
}

fn page(letterhead: &Letterhead) -> LetterheadPage {
    let colour = letterhead.colour;
    let logo = letterhead.logo.as_ref();
    let shown = |logo: &Logo| format!("data:image/png;base64,{}", encoded(logo.png()));
    LetterheadPage {
        name: letterhead.name.clone(),
        lines: letterhead.lines.clone(),
        colour: colour.map_or(String::new(), |colour| colour.to_string()),
        printed: colour.map_or(String::new(), |colour| colour.on_paper().to_string()),
        logo: logo.map_or(String::new(), shown),
        width: logo.map_or(0, Logo::width),
        height: logo.map_or(0, Logo::height),
    }
}

impl From<NotALogo> for Failure {
    fn from(refused: NotALogo) -> Self {
        Self::new(refused.code(), refused.to_string()).at("logo")
    }
}

impl From<NotAColour> for Failure {
    fn from(refused: NotAColour) -> Self {
        Self::new(refused.code(), refused.to_string()).at("colour")
    }
}
