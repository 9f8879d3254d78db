//! Text without names, for readers who may hear the case and not know whose it is.
//!
//! What is known to be a name becomes what it stands for. What may be a name and is not known stays
//! marked as unsure, for the coach to decide about: a document with an unsure word does not leave the
//! coach's hands (`docs/confidentiality.md`, other audiences).

mod common;
mod names;
mod tokens;

use std::collections::BTreeSet;
use std::fmt;

use crate::ids::PartyId;
use crate::record::{Case, Person};
use crate::words::Role;
use common::{
    begins_sentences, is_a_title, is_a_usual_abbreviation, is_a_weekday, is_cut_short,
    is_in_the_calendar,
};
use names::{Known, Put, Surely};
use tokens::{Kind, Token, tokens};

/// What stands in a name's place; the words for it are the document's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StandsFor {
    /// The coach.
    Coach,
    /// The coachee.
    Coachee,
    /// Somebody in another role.
    Party {
        /// The role.
        role: Role,
        /// Which of several in that role.
        number: Option<u16>,
    },
    /// Somebody who is known and has no one role: a name that two people share.
    Somebody,
    /// An organisation.
    Organisation {
        /// Which of several.
        number: Option<u16>,
    },
    /// A place where an organisation is.
    Place,
    /// A mail address, telephone number or postal address.
    Contact,
}

impl StandsFor {
    fn is_a_person(self) -> bool {
        !matches!(
            self,
            Self::Organisation { .. } | Self::Place | Self::Contact
        )
    }

    fn number(&mut self) -> Option<&mut Option<u16>> {
        match self {
            Self::Party { number, .. } | Self::Organisation { number } => Some(number),
            _ => None,
        }
    }

    /// The same without its number.
    fn kind(mut self) -> Self {
        if let Some(number) = self.number() {
            *number = None;
        }
        self
    }
}

/// A piece of a text without names.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    /// Words as they were written.
    Words(&'a str),
    /// What stands in a name's place.
    StandIn(StandsFor),
    /// What the coach put in a name's place.
    Chosen(&'a str),
    /// A word that may be a name.
    Unsure(&'a str),
}

#[derive(Clone, PartialEq, Eq)]
enum Piece {
    Words(String),
    StandIn(StandsFor),
    Chosen(String),
    Unsure(String),
}

/// A text without names. Only this module makes one; it cannot be printed or serialised by itself.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Nameless(Vec<Piece>);

impl Nameless {
    /// Its pieces, in order.
    pub fn parts(&self) -> impl Iterator<Item = Part<'_>> {
        self.0.iter().map(|piece| match piece {
            Piece::Words(words) => Part::Words(words),
            Piece::StandIn(stands_for) => Part::StandIn(*stands_for),
            Piece::Chosen(words) => Part::Chosen(words),
            Piece::Unsure(word) => Part::Unsure(word),
        })
    }

    /// True when nothing in it is a name or may be one.
    #[must_use]
    pub fn holds_no_name(&self) -> bool {
        self.parts().all(|part| matches!(part, Part::Words(_)))
    }

    pub(crate) fn stand_ins(&mut self) -> impl Iterator<Item = &mut StandsFor> {
        self.0.iter_mut().filter_map(|piece| match piece {
            Piece::StandIn(stands_for) => Some(stands_for),
            _ => None,
        })
    }

    fn push(&mut self, piece: Piece) {
        match piece {
            Piece::StandIn(stands_for) if self.just_named(stands_for) => {
                self.0.pop();
            }
            Piece::Words(words) => match self.0.last_mut() {
                Some(Piece::Words(before)) => before.push_str(&words),
                _ if words.is_empty() => {}
                _ => self.0.push(Piece::Words(words)),
            },
            piece => self.0.push(piece),
        }
    }

    /// True when the same person was named right before, as where a middle name is not known.
    fn just_named(&self, stands_for: StandsFor) -> bool {
        let [.., Piece::StandIn(before), Piece::Words(between)] = self.0.as_slice() else {
            return false;
        };
        let nothing = |c: char| c == '-' || c.is_whitespace() && c != '\n' && c != '\r';
        *before == stands_for && stands_for.is_a_person() && between.chars().all(nothing)
    }
}

impl fmt::Debug for Nameless {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Nameless({} pieces)", self.0.len())
    }
}

/// A text cut into its words once, to be looked through for several people.
pub(crate) struct Cut<'t> {
    text: &'t str,
    tokens: Vec<Token<'t>>,
}

impl<'t> Cut<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self {
            text,
            tokens: tokens(text),
        }
    }
}

/// Takes names out of texts that stand together in one document.
pub struct Nameblind {
    known: Known,
    /// Words that stand somewhere in these texts in small letters: they name nobody at a sentence's
    /// start either.
    usual: BTreeSet<String>,
}

impl Nameblind {
    /// One that knows the names of an engagement.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        Self {
            known: Known::of(case),
            usual: BTreeSet::new(),
        }
    }

    /// One that knows a single person; `in_full` only by their whole name and by how to reach them.
    pub(crate) fn of_person(person: &Person, in_full: bool) -> Self {
        Self {
            known: Known::of_person(person, in_full),
            usual: BTreeSet::new(),
        }
    }

    /// True when a text names somebody whom it knows.
    pub(crate) fn names_somebody(&self, text: &Cut) -> bool {
        (0..text.tokens.len()).any(|from| {
            let ahead = &text.tokens[from..];
            self.surely_at(text.text, ahead) || self.known.is_a_contact(&ahead[0])
        })
    }

    /// True when a known name begins here, whatever was said about keeping it.
    fn surely_at(&self, text: &str, ahead: &[Token]) -> bool {
        let found = self.known.at(text, ahead);
        found.is_some_and(|found| {
            found.surely == Surely::Always
                || found.surely == Surely::WithACapital && !is_small(&ahead[0])
        })
    }

    /// Learns which words are in use, from a text that stands in the same document.
    pub fn learn(&mut self, text: &str) {
        let small = tokens(text)
            .into_iter()
            .filter(|token| token.kind == Kind::Word && !token.has_capital());
        self.usual.extend(small.map(|token| token.folded));
    }

    /// The text without names.
    #[must_use]
    pub fn without_names(&self, text: &str) -> Nameless {
        let all = tokens(text);
        let mut nameless = Nameless::default();
        let (mut next, mut at) = (0, 0);
        while let Some(token) = all.get(next) {
            let fresh = next == 0 || begins_a_sentence(text, &all[next - 1], token);
            let (count, piece) = self.piece(text, &all[next..], fresh);
            let end = all[next + count - 1].end;
            nameless.push(Piece::Words(text[at..token.start].to_owned()));
            nameless.push(piece);
            (next, at) = (next + count, end);
        }
        nameless.push(Piece::Words(text[at..].to_owned()));
        nameless
    }

    /// What becomes of the first of these tokens, and of how many after it.
    fn piece(&self, text: &str, ahead: &[Token], fresh: bool) -> (usize, Piece) {
        let Some(token) = ahead.first() else {
            return (1, Piece::Words(String::new()));
        };
        let as_written = |count: usize| {
            let end = ahead.get(count - 1).map_or(token.end, |last| last.end);
            text[token.start..end].to_owned()
        };
        let mut doubtful = None;
        if let Some((count, put, surely)) = self.named(text, ahead) {
            let capital = !ahead[..count]
                .iter()
                .all(|t| t.kind == Kind::Word && is_small(t));
            let sure = match surely {
                Surely::Always => true,
                Surely::WithACapital => capital,
                Surely::WithinASentence => capital && !(fresh && self.is_usual(token)),
            };
            if sure && surely != Surely::WithinASentence {
                return (count, put.into());
            }
            doubtful = Some((count, sure, put));
        }
        if let Some(count) = self.known.kept_at(text, ahead)
            && !self.hides(text, &ahead[..count])
        {
            return (count, Piece::Words(as_written(count)));
        }
        match doubtful {
            Some((count, true, put)) => (count, put.into()),
            Some((count, false, _)) => (count, Piece::Unsure(as_written(count))),
            None if self.known.is_a_contact(token) => (1, Piece::StandIn(StandsFor::Contact)),
            None if self.may_be_a_name(ahead, fresh) => (1, Piece::Unsure(as_written(1))),
            None => (1, Piece::Words(as_written(1))),
        }
    }

    /// A known spelling here, with the title before it.
    fn named<'k>(&'k self, text: &str, ahead: &[Token]) -> Option<(usize, &'k Put, Surely)> {
        if let Some(found) = self.known.at(text, ahead) {
            return Some((found.tokens, found.put, found.surely));
        }
        let [title, name, ..] = ahead else {
            return None;
        };
        let between = &text[title.end..name.start];
        if !is_a_title(&title.folded) || !matches!(between, " " | ". " | "\u{a0}" | ".\u{a0}") {
            return None;
        }
        let found = self.known.at(text, &ahead[1..])?;
        let a_person = matches!(found.put, Put::StandIn(stands_for) if stands_for.is_a_person());
        (a_person && !is_small(name)).then_some((found.tokens + 1, found.put, found.surely))
    }

    /// True when what was to be kept holds somebody's name all the same.
    fn hides(&self, text: &str, kept: &[Token]) -> bool {
        let surely = |from: usize| self.surely_at(text, &kept[from..]);
        (0..kept.len()).any(surely) || kept.iter().any(|token| self.known.hides_in(token))
    }

    fn may_be_a_name(&self, ahead: &[Token], fresh: bool) -> bool {
        let Some(token) = ahead.first() else {
            return false;
        };
        match token.kind {
            Kind::Mail | Kind::Link => true,
            Kind::Number => token.folded.len() >= 4 || token.raw.contains('/'),
            Kind::Word if is_a_usual_abbreviation(token.raw) => false,
            Kind::Word if token.is_caseless() || self.known.hides_in(token) => true,
            Kind::Word if is_in_the_calendar(&token.folded) => true,
            Kind::Word if is_a_weekday(&token.folded) => false,
            Kind::Word if !token.has_capital() => false,
            Kind::Word => {
                let dated = matches!(token.folded.as_str(), "may" | "march")
                    && ahead.get(1).is_some_and(|next| next.kind == Kind::Number);
                dated || !(fresh && self.is_usual(token))
            }
        }
    }

    /// True for a word that a sentence may begin with and that names nobody.
    fn is_usual(&self, token: &Token) -> bool {
        let mut letters = token.raw.chars();
        letters.next();
        !letters.any(char::is_uppercase)
            && (begins_sentences(&token.folded) || self.usual.contains(&token.folded))
    }
}

impl From<&Put> for Piece {
    fn from(put: &Put) -> Self {
        match put {
            Put::StandIn(stands_for) => Self::StandIn(*stands_for),
            Put::Chosen(words) => Self::Chosen(words.clone()),
        }
    }
}

/// True where a word has a small letter in a script that has capitals.
fn is_small(token: &Token) -> bool {
    !token.has_capital() && !token.is_caseless()
}

/// True when a sentence, a line or a quotation begins between two tokens.
fn begins_a_sentence(text: &str, before: &Token, token: &Token) -> bool {
    let between = &text[before.end..token.start];
    let goes_on = before.kind == Kind::Word
        && before.raw != "I"
        && (before.raw.chars().count() == 1 || is_cut_short(&before.folded));
    let stops = between.contains('.') && !(goes_on && between.starts_with('.'));
    stops
        || between.contains([
            '\n', '\r', '!', '?', '¿', '¡', '…', '“', '„', '«', '"', '•', '·',
        ])
        || between.contains(" '")
        || between.contains(" ‘")
        || between.contains("..")
}

/// What stands for a party; none is the coach.
pub(crate) fn stands_for(case: &Case, party: Option<&PartyId>) -> StandsFor {
    let Some(id) = party else {
        return StandsFor::Coach;
    };
    let party = case.engagement.party(id);
    party.map_or(StandsFor::Somebody, |party| {
        names::person_stands_for(case, &party.person)
    })
}

/// A text without the names of an engagement, by itself.
#[must_use]
pub fn without_names(case: &Case, text: &str) -> Nameless {
    let mut blind = Nameblind::of(case);
    blind.learn(text);
    blind.without_names(text)
}

/// How many known names a text holds: of the engagement's people and organisations, and those that
/// the coach said are names.
#[must_use]
pub fn known_names_in(case: &Case, text: &str) -> usize {
    without_names(case, text)
        .parts()
        .filter(|part| matches!(part, Part::StandIn(_) | Part::Chosen(_)))
        .count()
}

/// The words of several texts that may be names, each once, in the order of the alphabet.
#[must_use]
pub fn unsure<'a>(texts: impl IntoIterator<Item = &'a Nameless>) -> Vec<String> {
    let words: BTreeSet<&str> = texts
        .into_iter()
        .flat_map(Nameless::parts)
        .filter_map(|part| match part {
            Part::Unsure(word) => Some(word),
            _ => None,
        })
        .collect();
    words.into_iter().map(str::to_owned).collect()
}

/// Numbers people and organisations anew, in the order in which these texts name them: the number of
/// one who is named must not depend on others who are not.
pub(crate) fn number_anew<'a>(stand_ins: impl IntoIterator<Item = &'a mut StandsFor>) {
    let mut all: Vec<&mut StandsFor> = stand_ins.into_iter().collect();
    let mut seen: Vec<StandsFor> = Vec::new();
    for stands_for in &all {
        if !seen.contains(stands_for) {
            seen.push(**stands_for);
        }
    }
    for stands_for in &mut all {
        let alike = |other: &&StandsFor| other.kind() == stands_for.kind();
        let several = seen.iter().filter(alike).count() > 1;
        let place = seen
            .iter()
            .filter(alike)
            .position(|other| *other == **stands_for);
        if let Some(number) = stands_for.number() {
            *number = place
                .and_then(|place| u16::try_from(place + 1).ok())
                .filter(|_| several);
        }
    }
}
