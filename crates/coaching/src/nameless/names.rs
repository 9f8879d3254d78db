//! The names that are known in an engagement: its people, their organisations, the coach, and what the
//! coach decided about other names.

use std::collections::{BTreeMap, BTreeSet};

use super::StandsFor;
use super::common::{is_a_particle, is_everyday, is_in_many_organisations};
use super::tokens::{Kind, Token, digits, fold, tokens};
use crate::ids::PersonId;
use crate::record::{Case, Mask, Person};
use crate::words::{Language, Role};

/// How surely a spelling means the one it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Surely {
    /// However it is written: several words of a person's name, or what the coach decided.
    Always,
    /// Where it is written with a capital.
    WithACapital,
    /// Where it is written with a capital that no sentence asks for: one word of an organisation's or
    /// a place's name.
    WithinASentence,
}

/// What is put in a name's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Put {
    StandIn(StandsFor),
    Chosen(String),
}

/// A spelling that was found.
pub(super) struct Found<'k> {
    /// How many tokens it takes.
    pub tokens: usize,
    pub put: &'k Put,
    pub surely: Surely,
}

/// Every spelling that is known, and what it means.
#[derive(Default)]
pub(super) struct Known {
    spellings: BTreeMap<Vec<String>, (Put, Surely)>,
    longest: usize,
    mails: BTreeSet<String>,
    phones: Vec<String>,
    /// Whole names in one word, as mail addresses and handles write them.
    run_together: Vec<String>,
    /// Parts of names in scripts without capitals and, often, without spaces.
    caseless: Vec<String>,
    kept: BTreeSet<String>,
    longest_kept: usize,
}

impl Known {
    pub fn of(case: &Case) -> Self {
        let mut known = Self::default();
        case.engagement
            .masks
            .iter()
            .for_each(|mask| known.mask(mask));
        let language = case.engagement.language;
        for person in &case.people {
            let stands_for = person_stands_for(case, &person.id);
            known.person(person, stands_for, language);
        }
        let coach = &case.coach;
        known.name(&coach.name, StandsFor::Coach, language);
        known.contact(&coach.email, &coach.phone);
        for line in coach.address.lines() {
            known.spelling(line, StandsFor::Contact, Surely::WithACapital);
        }
        known.organisations(case);
        known
    }

    /// One person alone, for what is kept about them; `in_full` leaves out single words of the name.
    pub fn of_person(person: &Person, in_full: bool) -> Self {
        let mut known = Self::default();
        known.person(person, StandsFor::Somebody, Language::English);
        if in_full {
            known.spellings.retain(|words, _| words.len() > 1);
        }
        known
    }

    fn mask(&mut self, mask: &Mask) {
        let name = mask.name.trim();
        let count = tokens(name).len();
        match &mask.becomes {
            None => {
                self.longest_kept = self.longest_kept.max(count);
                self.kept.insert(name.to_owned());
            }
            Some(becomes) if count > 0 => {
                let put = Put::Chosen(becomes.trim().to_owned());
                self.insert(key(&tokens(name)), put, Surely::Always);
            }
            Some(_) => {}
        }
    }

    fn person(&mut self, person: &Person, stands_for: StandsFor, language: Language) {
        self.name(&person.name, stands_for, language);
        self.name(&person.called, stands_for, language);
        self.contact(&person.email, &person.phone);
    }

    fn contact(&mut self, mail: &str, phone: &str) {
        if mail.contains('@') {
            self.mails.insert(fold(mail.trim()));
        }
        let phone = digits(phone);
        if phone.len() >= 5 {
            self.phones.push(phone);
        }
    }

    /// A person's name: whole, in every run of its words, and each word by itself.
    fn name(&mut self, name: &str, stands_for: StandsFor, language: Language) {
        let all = tokens(name);
        let words: Vec<&Token> = all.iter().filter(|t| t.kind == Kind::Word).collect();
        for from in 0..words.len() {
            for to in from + 1..=words.len().min(from + 8) {
                let run = &words[from..to];
                let whole = run.len() == words.len();
                if whole || stands_by_itself(run, from == 0, language) {
                    let surely = if run.len() > 1 {
                        Surely::Always
                    } else {
                        Surely::WithACapital
                    };
                    self.insert(key_of(run), Put::StandIn(stands_for), surely);
                }
                let together: String = run.iter().map(|word| word.folded.as_str()).collect();
                if run.len() > 1 && together.len() >= 6 {
                    self.run_together.push(together);
                }
            }
        }
        let caseless = words.iter().filter(|word| word.is_caseless());
        self.caseless
            .extend(caseless.map(|word| word.folded.clone()));
    }

    fn organisations(&mut self, case: &Case) {
        let several = case.organisations.len() > 1;
        for (organisation, number) in case.organisations.iter().zip(1..) {
            let number = several.then_some(number);
            let stands_for = StandsFor::Organisation { number };
            self.words_of(&organisation.name, stands_for, is_in_many_organisations);
            self.words_of(
                &organisation.place,
                StandsFor::Place,
                is_in_many_organisations,
            );
        }
    }

    fn words_of(&mut self, name: &str, stands_for: StandsFor, is_usual: fn(&str) -> bool) {
        let all = tokens(name);
        let says_little =
            |t: &Token| t.kind != Kind::Word || t.folded.len() < 3 || is_usual(&t.folded);
        for from in 0..all.len() {
            for to in from + 1..=all.len().min(from + 8) {
                let run: Vec<&Token> = all[from..to].iter().collect();
                let whole = run.len() == all.len();
                let telling = run.first().is_some_and(|t| !says_little(t))
                    && run.last().is_some_and(|t| !says_little(t));
                if whole || telling {
                    let surely = if run.len() == 1 && !whole {
                        Surely::WithinASentence
                    } else {
                        Surely::WithACapital
                    };
                    self.insert(key_of(&run), Put::StandIn(stands_for), surely);
                }
            }
        }
    }

    fn spelling(&mut self, name: &str, stands_for: StandsFor, surely: Surely) {
        let all = tokens(name);
        if !all.is_empty() {
            self.insert(key(&all), Put::StandIn(stands_for), surely);
        }
    }

    /// What the coach decided stays; people come before organisations; a word of two people's names
    /// means one of them.
    fn insert(&mut self, key: Vec<String>, put: Put, surely: Surely) {
        self.longest = self.longest.max(key.len());
        let Some((there, how)) = self.spellings.get_mut(&key) else {
            self.spellings.insert(key, (put, surely));
            return;
        };
        let people =
            |put: &Put| matches!(put, Put::StandIn(stands_for) if stands_for.is_a_person());
        if people(there) && people(&put) && *there != put {
            *there = Put::StandIn(StandsFor::Somebody);
        }
        *how = (*how).min(surely);
    }

    /// The longest known spelling that begins at a token.
    pub fn at(&self, text: &str, tokens: &[Token]) -> Option<Found<'_>> {
        let most = run_length(text, tokens, self.longest);
        (1..=most).rev().find_map(|count| {
            let (put, surely) = self.spellings.get(&key(&tokens[..count]))?;
            Some(Found {
                tokens: count,
                put,
                surely: *surely,
            })
        })
    }

    /// How many tokens from here the coach said are no name, exactly as they are written.
    pub fn kept_at(&self, text: &str, tokens: &[Token]) -> Option<usize> {
        let most = tokens.len().min(self.longest_kept);
        (1..=most).rev().find(|&count| {
            let run = &text[tokens[0].start..tokens[count - 1].end];
            self.kept.contains(run)
        })
    }

    /// True for a mail address or telephone number of somebody known.
    pub fn is_a_contact(&self, token: &Token) -> bool {
        match token.kind {
            Kind::Mail => self.mails.contains(&token.folded),
            Kind::Number => {
                // With and without the country's number, which a zero stands for at home.
                let digits = token.folded.trim_start_matches('0');
                let same = |phone: &String| {
                    let phone = phone.trim_start_matches('0');
                    phone.ends_with(digits) || digits.ends_with(phone)
                };
                digits.len() >= 5 && self.phones.iter().any(same)
            }
            Kind::Word | Kind::Link => false,
        }
    }

    /// True when a known name hides within a longer word.
    pub fn hides_in(&self, token: &Token) -> bool {
        let within = |name: &String| token.folded.contains(name.as_str());
        self.run_together.iter().any(within)
            || token.is_caseless() && self.caseless.iter().any(within)
    }
}

/// How many tokens from the first on can be one name: nothing but small signs stands between them.
fn run_length(text: &str, tokens: &[Token], most: usize) -> usize {
    let joined = tokens.windows(2).take_while(|pair| {
        let between = &text[pair[0].end..pair[1].start];
        let initial = pair[0].raw.chars().count() == 1;
        between.len() <= 4
            && between.chars().all(|c| match c {
                '\n' | '\r' => false,
                '-' | '‐' | '‑' | '\'' | '’' | '_' | '`' | '´' => true,
                '\u{2b9}'..='\u{2bf}' => true,
                '.' => initial,
                c => c.is_whitespace(),
            })
    });
    tokens.len().min(most).min(1 + joined.count())
}

/// True for words of a name that are taken for it without the others.
fn stands_by_itself(run: &[&Token], begins_the_name: bool, language: Language) -> bool {
    let says_something =
        |t: &Token| !is_a_particle(&t.folded) && (t.folded.chars().count() >= 2 || t.is_caseless());
    let (Some(first), Some(last)) = (run.first(), run.last()) else {
        return false;
    };
    if run.len() == 1 {
        return says_something(first);
    }
    // In Spanish "de" before a surname may be the sentence's own.
    let everyday = language == Language::Spanish && is_everyday(&first.folded);
    run.iter().any(|t| says_something(t))
        && (says_something(last) || last.raw.chars().count() == 1)
        && (begins_the_name || !everyday)
}

fn key(tokens: &[Token]) -> Vec<String> {
    tokens.iter().map(|token| token.folded.clone()).collect()
}

fn key_of(tokens: &[&Token]) -> Vec<String> {
    tokens.iter().map(|token| token.folded.clone()).collect()
}

/// What stands for a person: their role, with a number where several people are in it, in the order
/// in which they joined.
pub(super) fn person_stands_for(case: &Case, person: &PersonId) -> StandsFor {
    let parties = &case.engagement.parties;
    let roles = parties
        .iter()
        .filter(|p| p.person == *person)
        .map(|p| p.role);
    match roles.min() {
        None => StandsFor::Somebody,
        Some(Role::Coachee) => StandsFor::Coachee,
        Some(role) => {
            let mut holders: Vec<_> = parties.iter().filter(|p| p.role == role).collect();
            holders.sort_by_key(|party| party.joined);
            let mut people: Vec<&PersonId> = Vec::new();
            for party in holders {
                if !people.contains(&&party.person) {
                    people.push(&party.person);
                }
            }
            let place = people.iter().position(|other| *other == person);
            let number = place.and_then(|place| u16::try_from(place + 1).ok());
            StandsFor::Party {
                role,
                number: number.filter(|_| people.len() > 1),
            }
        }
    }
}
