//! What was typed, as a question to an index, and whether a text answers it.

use super::fold::{Folded, Script, in_a_word};
use super::{BEGINNING, ENGAGEMENT, KIND, PARTY, marked, whole_word};
use crate::ids::{EngagementId, PartyId};
use crate::words::FoundKind;

/// How many letters of what was typed are looked at. Each letter costs a look into the index.
const LONGEST: usize = 100;

/// About how long the shown piece of a line is, in characters, and how much of it stands before the
/// first match.
const SHOWN: usize = 160;
const BEFORE: usize = 48;

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    terms: Vec<Term>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Term {
    spaced: bool,
    chars: Vec<char>,
}

/// What else an entry must be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// One of these kinds; none for any.
    pub kinds: Vec<FoundKind>,
    /// What belongs to one of these engagements or parties; none for any.
    pub of: Vec<Of>,
}

/// An engagement with everything in it, or what is one party's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    /// The engagement.
    Engagement(EngagementId),
    /// The party.
    Party(PartyId),
}

/// Where a text answers: one of its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The line, or the piece of it around the first match.
    pub pieces: Vec<Piece>,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its words.
    pub text: String,
    /// True for what was looked for.
    pub hit: bool,
}

impl Query {
    /// Reads what was typed. Everything is words: there are no operators.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        // Folding makes at most a few letters of one.
        let beginning: String = typed.chars().take(4 * LONGEST).collect();
        let folded = Folded::of(&beginning);
        let mut left = LONGEST;
        let mut terms: Vec<Term> = Vec::new();
        for run in folded.runs() {
            let chars = run.chars.get(..left).unwrap_or(run.chars);
            left -= chars.len();
            let term = Term {
                spaced: run.script == Script::Spaced,
                chars: chars.to_vec(),
            };
            if !chars.is_empty() && !terms.contains(&term) {
                terms.push(term);
            }
        }
        Self { terms }
    }

    /// True when there is no word in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The question for entries in which each word stands whole, as FTS5 takes it: quoted tokens,
    /// AND, OR and parentheses alone. Empty when nothing is asked.
    #[must_use]
    pub fn whole(&self, filter: &Filter) -> String {
        self.asked(filter, |term| {
            if term.spaced {
                vec![whole_word(&term.chars)]
            } else {
                term.parts()
            }
        })
    }

    /// The question for entries in which a part of each word stands. What it finds is to be looked at
    /// with [`Query::find`]: it may hold the parts of a word and not the word.
    #[must_use]
    pub fn parts(&self, filter: &Filter) -> String {
        self.asked(filter, Term::parts)
    }

    fn asked(&self, filter: &Filter, tokens: impl Fn(&Term) -> Vec<String>) -> String {
        let mut all: Vec<String> = Vec::new();
        for token in self.terms.iter().flat_map(tokens) {
            let token = quoted(&token);
            if !all.contains(&token) {
                all.push(token);
            }
        }
        let kinds = filter
            .kinds
            .iter()
            .map(|kind| format!("{KIND}{}", kind.word()));
        all.extend(one_of(kinds));
        all.extend(one_of(filter.of.iter().map(|of| match of {
            Of::Engagement(id) => format!("{ENGAGEMENT}{id}"),
            Of::Party(id) => format!("{PARTY}{id}"),
        })));
        all.join(" AND ")
    }

    /// The line of a text that answers best: the first in which most of the words stand. None when one
    /// of the words stands nowhere in the text. When nothing is asked, the first line that is not
    /// blank.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Match> {
        let everywhere = Folded::of(text);
        if !self.terms.iter().all(|term| term.stands_in(&everywhere)) {
            return None;
        }
        let mut best: Option<(usize, &str)> = None;
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let folded = Folded::of(line);
            let here = self
                .terms
                .iter()
                .filter(|term| term.stands_in(&folded))
                .count();
            if best.is_none_or(|(most, _)| here > most) {
                best = Some((here, line));
            }
            if here == self.terms.len() {
                break;
            }
        }
        Some(self.shown(best?.1))
    }

    fn shown(&self, line: &str) -> Match {
        let folded = Folded::of(line);
        // The bytes that were looked for; a letter whose accent stands by itself ends after it.
        let mut hits: Vec<(usize, usize)> = Vec::new();
        for term in &self.terms {
            for at in term.places(&folded) {
                let begin = folded.byte(at).unwrap_or(line.len());
                let end = folded.byte(at + term.chars.len()).unwrap_or(line.len());
                hits.push((begin, end.max(begin)));
            }
        }
        hits.sort_unstable();
        let first = hits.first().map_or(0, |hit| hit.0);
        let (from, to) = clip(line, first);
        let mut pieces = Vec::new();
        let mut done = from;
        if from > 0 {
            push(&mut pieces, "…", false);
        }
        for (begin, end) in hits {
            let (begin, end) = (begin.clamp(done, to), end.clamp(done, to));
            push(
                &mut pieces,
                line.get(done..begin).unwrap_or_default(),
                false,
            );
            push(&mut pieces, line.get(begin..end).unwrap_or_default(), true);
            done = end.max(done);
        }
        push(&mut pieces, line.get(done..to).unwrap_or_default(), false);
        if to < line.trim_end().len() {
            push(&mut pieces, "…", false);
        }
        Match { pieces }
    }
}

/// The piece of a line around its first match, in bytes.
fn clip(line: &str, first: usize) -> (usize, usize) {
    let begin = line.len() - line.trim_start().len();
    let before = line.get(begin..first).unwrap_or_default();
    let from = match before.char_indices().rev().nth(BEFORE) {
        // From a word on, if there is one.
        Some((at, _)) if line.len() > SHOWN => {
            let cut = begin + at;
            let word = line.get(cut..first).and_then(|rest| rest.find(' '));
            word.map_or(cut, |space| cut + space + 1)
        }
        _ => begin,
    };
    let rest = line.get(from..).unwrap_or_default();
    let to = rest
        .char_indices()
        .nth(SHOWN)
        .map_or(line.trim_end().len(), |(at, _)| from + at);
    (from, to.max(from))
}

fn push(pieces: &mut Vec<Piece>, text: &str, hit: bool) {
    if !text.is_empty() {
        pieces.push(Piece {
            text: text.to_owned(),
            hit,
        });
    }
}

impl Term {
    fn parts(&self) -> Vec<String> {
        match (self.spaced, self.chars.len()) {
            (true, 0..=2) => vec![marked(BEGINNING, &self.chars)],
            (true, _) => self.chars.windows(3).map(String::from_iter).collect(),
            (false, 0..=1) => vec![self.chars.iter().collect()],
            (false, _) => self.chars.windows(2).map(String::from_iter).collect(),
        }
    }

    fn stands_in(&self, folded: &Folded) -> bool {
        self.places(folded).next().is_some()
    }

    /// Where it stands: anywhere, or at a word's beginning when it is short.
    fn places<'f>(&'f self, folded: &'f Folded) -> impl Iterator<Item = usize> + 'f {
        let short = self.spaced && self.chars.len() < 3;
        let chars = folded.chars();
        let found = chars.windows(self.chars.len().max(1)).enumerate();
        found
            .filter(|(_, window)| *window == self.chars)
            .map(|(at, _)| at)
            .filter(move |at| {
                let before = at.checked_sub(1).and_then(|at| chars.get(at));
                !short || before.is_none_or(|c| !in_a_word(*c))
            })
    }
}

/// A token as FTS5 takes it. Tokens are letters, figures and our own marks: no quotation mark is
/// among them.
fn quoted(token: &str) -> String {
    format!("\"{token}\"")
}

fn one_of(tokens: impl Iterator<Item = String>) -> Option<String> {
    let all: Vec<_> = tokens.map(|token| quoted(&token)).collect();
    (!all.is_empty()).then(|| format!("({})", all.join(" OR ")))
}
