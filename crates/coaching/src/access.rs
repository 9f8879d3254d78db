//! The access request: everything that is kept about one person, for the coach to look through
//! before it goes to that person.

mod texts;

use crate::day::Day;
use crate::ids::PartyId;
use crate::nameless::{Cut, Nameblind};
use crate::record::{Case, Organisation, Person};
use crate::words::{About, Detail, DocumentKind, Role, Topic};
use texts::{Is, Kept};

/// One thing that is kept about a person. It holds the record's own words, so it is for the coach's
/// eyes until the coach has decided about it.
#[derive(Clone, PartialEq, Eq)]
pub struct Item {
    /// Where it is kept; no two items of an engagement are in one place.
    pub place: String,
    /// Its topic; none for what is kept about the person as such.
    pub topic: Option<Topic>,
    /// The day it belongs to.
    pub on: Option<Day>,
    /// The words; empty for a document that was handed over.
    pub text: String,
    /// The document that was handed over.
    pub document: Option<DocumentKind>,
    /// What is kept about the person as such.
    pub detail: Option<Detail>,
    /// Why it is about them.
    pub about: About,
    /// Other people whom it names, or whose words it is.
    pub others: Vec<String>,
    /// True when the coach has to decide about it: it touches somebody else, or is the coach's own.
    pub review: bool,
}

impl std::fmt::Debug for Item {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "Item({}, {:?}, {} bytes)",
            self.place,
            self.about,
            self.text.len()
        )
    }
}

/// What is kept about a person as such: their name, how to reach them, where they work.
#[must_use]
pub fn details(person: &Person, organisation: Option<&Organisation>) -> Vec<Item> {
    let all = [
        (Detail::Name, person.name.as_str()),
        (Detail::Called, &person.called),
        (Detail::Title, &person.title),
        (
            Detail::Organisation,
            organisation.map_or("", |o| o.name.as_str()),
        ),
        (Detail::Mail, &person.email),
        (Detail::Phone, &person.phone),
    ];
    let kept = all.into_iter().filter(|(_, text)| !text.trim().is_empty());
    kept.map(|(detail, text)| Item {
        place: format!("person/{}", detail.word()),
        topic: None,
        on: None,
        text: text.to_owned(),
        document: None,
        detail: Some(detail),
        about: About::Details,
        others: Vec::new(),
        review: false,
    })
    .collect()
}

/// What an engagement keeps about a person, by day: for its coachee the whole record; for others what
/// they said, promised and were told, and what names them. Of somebody who does not stand in it, what
/// names them in full.
#[must_use]
pub fn items(case: &Case, person: &Person, on: Day) -> Vec<Item> {
    let reader = Reader::new(case, person);
    let mut items: Vec<Item> = texts::all(&case.engagement, on)
        .into_iter()
        .filter_map(|kept| reader.item(kept))
        .collect();
    items.extend(reader.relations());
    items.sort_by(|a, b| (a.on, &a.place).cmp(&(b.on, &b.place)));
    items
}

/// Reads an engagement's texts for one person.
struct Reader<'a> {
    case: &'a Case,
    /// Every party that the person is in this engagement.
    own: Vec<&'a PartyId>,
    is_the_coachee: bool,
    person: Nameblind,
    others: Vec<(&'a Person, Nameblind)>,
}

impl<'a> Reader<'a> {
    fn new(case: &'a Case, person: &Person) -> Self {
        let parties = case.engagement.parties.iter();
        let own: Vec<_> = parties.filter(|party| party.person == person.id).collect();
        let others = case.people.iter().filter(|other| other.id != person.id);
        Self {
            case,
            is_the_coachee: own.iter().any(|party| party.role == Role::Coachee),
            person: Nameblind::of_person(person, own.is_empty()),
            own: own.into_iter().map(|party| &party.id).collect(),
            others: others
                .map(|other| (other, Nameblind::of_person(other, false)))
                .collect(),
        }
    }

    fn item(&self, kept: Kept) -> Option<Item> {
        let is_own = |party: Option<&PartyId>| party.is_some_and(|id| self.own.contains(&id));
        let cut = Cut::new(&kept.text);
        let named = || self.person.names_somebody(&cut);
        let about = match kept.is {
            Is::Promised if is_own(kept.by) => About::Promised,
            Is::Said | Is::Withheld if is_own(kept.by) => About::Said,
            Is::Told if is_own(kept.to) => About::Told,
            _ if self.is_the_coachee => About::TheirRecord,
            Is::Supposed if is_own(kept.by) => About::NamesThem,
            _ if named() => About::NamesThem,
            _ => return None,
        };
        let others = self.others_in(&kept, &cut);
        let coachs_own = matches!(kept.topic, Topic::Reflections | Topic::FeedbackVerbatim);
        let review = !others.is_empty()
            || about == About::NamesThem
            || kept.is == Is::Withheld
            || (coachs_own && about != About::Said)
            || kept.topic == Topic::Reflections;
        Some(Item {
            place: kept.place,
            topic: Some(kept.topic),
            on: Some(kept.on),
            text: kept.text.clone().into_owned(),
            document: kept.document,
            detail: None,
            about,
            others,
            review,
        })
    }

    /// Who else is in a text: named, or the one whose words it is.
    fn others_in(&self, kept: &Kept, text: &Cut) -> Vec<String> {
        let speaker = kept
            .by
            .and_then(|id| self.case.engagement.party(id))
            .map(|party| &party.person);
        let mut names: Vec<String> = self
            .others
            .iter()
            .filter(|(other, blind)| speaker == Some(&other.id) || blind.names_somebody(text))
            .map(|(other, _)| other.name.clone())
            .collect();
        names.sort();
        names.dedup();
        names
    }

    /// How they were said to relate to the coachee.
    fn relations(&self) -> Vec<Item> {
        let parties = self.case.engagement.parties.iter();
        let own = parties.filter(|party| self.own.contains(&&party.id));
        own.filter(|party| !party.relation.trim().is_empty())
            .map(|party| Item {
                place: format!("party/{}/relation", party.id),
                topic: Some(Topic::Engagement),
                on: Some(party.joined),
                text: party.relation.clone(),
                document: None,
                detail: Some(Detail::Relation),
                about: About::Details,
                others: Vec::new(),
                review: false,
            })
            .collect()
    }
}
