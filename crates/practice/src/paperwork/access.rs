//! The access request: everything that is kept about one person, looked through by the coach, then
//! handed to that person. And the page on how data is handled.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use coaching::access::{Item, details, items};
use coaching::day::Day;
use coaching::ids::PersonId;
use coaching::ledger::{Disclosed, Ground};
use coaching::record::{Case, Coach, Person};
use coaching::words::{Channel, DocumentKind, Language, Role, Teller};
use documents::{AccessLine, AccessPart, AccessReport, Content, Paper, Stamp};
use store::Tx;

use super::handing_over::{Place, free_path, write_file};
use super::{made_format, render};
use crate::clock::Now;
use crate::desk::{Desk, case, in_case};
use crate::error::Failure;
use crate::ledger::{Told, enter};
use crate::letterhead::letterhead;
use crate::types::{
    AccessItem, AccessPage, AskAccess, Decision, Format, Proposed, WriteAccess, WriteDataSheet,
    Written,
};

/// Everything that is kept about one person, as it stands in a transaction.
struct Gathered {
    person: Person,
    coach: Coach,
    cases: Vec<Case>,
    /// Each item with its key and the place of its engagement among the cases.
    items: Vec<(String, Option<usize>, Item)>,
}

impl Gathered {
    fn new(tx: &Tx<'_>, person: &PersonId, today: Day) -> Result<Self, Failure> {
        let person = store::person::get(tx, person)?
            .ok_or_else(|| Failure::missing("person").at("person"))?;
        let organisations = store::organisation::all(tx)?;
        let works_at = |id| organisations.iter().find(|o| Some(&o.id) == id);
        let mut gathered = Self {
            coach: store::coach::get(tx)?,
            cases: Vec::new(),
            items: Vec::new(),
            person,
        };
        let person = gathered.person.clone();
        for item in details(&person, works_at(person.organisation.as_ref())) {
            gathered.add(None, item);
        }
        for row in store::engagement::list(tx, today)? {
            let case = case(tx, &row.id)?;
            let found = items(&case, &person, today);
            if !found.is_empty() || stands_in(&case, &person) {
                let place = gathered.cases.len();
                gathered.cases.push(case);
                found
                    .into_iter()
                    .for_each(|item| gathered.add(Some(place), item));
            }
        }
        Ok(gathered)
    }

    fn add(&mut self, case: Option<usize>, item: Item) {
        let engagement = case
            .and_then(|place| self.cases.get(place))
            .map_or("", |case| case.engagement.id.as_str());
        let place = format!("{engagement}\n{}\n{}", item.place, item.text);
        self.items
            .push((vault::sha256_hex(place.as_bytes()), case, item));
    }

    fn page(self) -> AccessPage {
        let of = |place: &Option<usize>| place.and_then(|place| self.cases.get(place));
        let items = self.items.iter().map(|(key, place, item)| AccessItem {
            key: key.clone(),
            engagement: of(place).map(|case| case.engagement.id.clone()),
            engagement_name: of(place).map_or(String::new(), |case| case.engagement.name.clone()),
            topic: item.topic,
            detail: item.detail,
            document: item.document,
            on: item.on,
            text: item.text.clone(),
            about: item.about,
            others: item.others.clone(),
            proposed: if item.review {
                Proposed::Review
            } else {
                Proposed::Include
            },
        });
        AccessPage {
            items: items.collect(),
            person: self.person.id.clone(),
            name: self.person.name.clone(),
        }
    }

    /// The decisions by key.
    ///
    /// # Errors
    /// When an item to be reviewed has none, or what was shown is not what is kept now.
    fn decided<'d>(
        &self,
        ask: &'d WriteAccess,
    ) -> Result<BTreeMap<&'d str, &'d Decision>, Failure> {
        let decided: BTreeMap<&str, &Decision> = ask
            .decisions
            .iter()
            .map(|each| (each.key.as_str(), &each.decision))
            .collect();
        let open = self
            .items
            .iter()
            .filter(|(key, _, item)| item.review && !decided.contains_key(key.as_str()))
            .count();
        let kept: BTreeSet<&str> = self.items.iter().map(|(key, ..)| key.as_str()).collect();
        if decided.keys().any(|key| !kept.contains(key)) {
            return Err(changed());
        }
        if open > 0 {
            return Err(Failure::new(
                "access.undecided",
                format!(
                    "{open} entries touch somebody else or are your own and have to be decided about. \
                     Nothing was written."
                ),
            )
            .at("decisions"));
        }
        if decided.len() != kept.len() {
            return Err(changed());
        }
        for decision in decided.values() {
            match decision {
                Decision::LeaveOut { reason } if reason.trim().is_empty() => {
                    return Err(blank(
                        "Say why it is left out: the reason is told to the person.",
                    ));
                }
                Decision::Redact { text } if text.trim().is_empty() => {
                    return Err(blank(
                        "Write what stands in its place, or leave the entry out.",
                    ));
                }
                _ => {}
            }
        }
        Ok(decided)
    }

    fn content(&self, ask: &WriteAccess, on: Day) -> Result<Content, Failure> {
        let decided = self.decided(ask)?;
        let standing = self.cases.iter().find(|case| stands_in(case, &self.person));
        let language = ask
            .language
            .or_else(|| standing.map(|case| case.engagement.language));
        let mut report = AccessReport {
            person: &self.person.name,
            coach: &self.coach.name,
            language: language.unwrap_or(Language::English),
            on,
            details: Vec::new(),
            engagements: self.cases.iter().map(|case| self.part(case)).collect(),
            left_out: Vec::new(),
        };
        let mut left_out: BTreeMap<&str, u32> = BTreeMap::new();
        for (key, place, item) in &self.items {
            let (text, shortened) = match decided.get(key.as_str()) {
                Some(Decision::LeaveOut { reason }) => {
                    *left_out.entry(reason.trim()).or_default() += 1;
                    continue;
                }
                Some(Decision::Redact { text }) => (text.clone(), true),
                _ => (item.text.clone(), false),
            };
            match place.and_then(|place| report.engagements.get_mut(place)) {
                Some(part) => part.lines.push(AccessLine {
                    topic: item.topic,
                    on: item.on,
                    text,
                    document: item.document,
                    about: item.about,
                    shortened,
                }),
                None => report
                    .details
                    .extend(item.detail.map(|detail| (detail, text))),
            }
        }
        report
            .engagements
            .retain(|part| !part.lines.is_empty() || !part.roles.is_empty());
        report.left_out = left_out
            .into_iter()
            .map(|(reason, count)| (reason.to_owned(), count))
            .collect();
        Ok(documents::access_report(&report))
    }

    /// An engagement's part of the report. Its name is for those who know of it.
    fn part<'c>(&self, case: &'c Case) -> AccessPart<'c> {
        let e = &case.engagement;
        let own = e.parties.iter().filter(|p| p.person == self.person.id);
        let mut roles: Vec<Role> = own.map(|party| party.role).collect();
        roles.sort_unstable();
        roles.dedup();
        let knows = |role: &Role| *role == Role::Coachee || role.on_the_sponsors_side();
        AccessPart {
            name: roles.iter().any(knows).then_some(e.name.as_str()),
            roles,
            lines: Vec::new(),
        }
    }
}

fn stands_in(case: &Case, person: &Person) -> bool {
    let parties = &case.engagement.parties;
    parties.iter().any(|party| party.person == person.id)
}

impl Desk {
    /// Everything that is kept about one person.
    ///
    /// # Errors
    /// When there is no such person.
    pub fn access(&self, ask: AskAccess) -> Result<AccessPage, Failure> {
        self.read(|tx, now| Ok(Gathered::new(tx, &ask.person, now.today)?.page()))
    }

    /// Writes the answer to an access request into a folder.
    ///
    /// # Errors
    /// As [`Desk::write_access_to`].
    pub fn write_access(&mut self, ask: WriteAccess) -> Result<Written, Failure> {
        let content = self
            .read(|tx, now| Gathered::new(tx, &ask.person, now.today)?.content(&ask, now.today))?;
        let path = path_in(&ask.folder, &content, ask.format)?;
        let place = Place {
            path: &path,
            replaces: false,
        };
        self.write_access_to(&ask, place)
    }

    /// Writes the answer to a place: as a draft, or handed over, which makes an entry in the ledger of
    /// each engagement in which the person stands.
    ///
    /// # Errors
    /// When something is not decided, the record has changed since it was shown, or the file cannot be
    /// written: then there is neither file nor entry.
    pub fn write_access_to(
        &mut self,
        ask: &WriteAccess,
        place: Place<'_>,
    ) -> Result<Written, Failure> {
        let path = if ask.hand_over {
            self.hand_over("hand over", place, |tx, now| handed_over(tx, ask, now))?
        } else {
            let bytes = self.read(|tx, now| {
                let gathered = Gathered::new(tx, &ask.person, now.today)?;
                let letterhead = letterhead(tx)?;
                let paper = Paper::new(Stamp::Draft, Some(&letterhead));
                render(&gathered.content(ask, now.today)?, ask.format, paper)
            })?;
            write_file(place, &bytes)?;
            place.path.to_owned()
        };
        Ok(written(&path, ask.hand_over))
    }

    /// Writes the page on how data is handled into a folder. It holds nothing of any engagement.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write_data_sheet(&mut self, ask: WriteDataSheet) -> Result<Written, Failure> {
        let content = self.data_sheet(ask.language)?;
        let path = path_in(&ask.folder, &content, ask.format)?;
        let place = Place {
            path: &path,
            replaces: false,
        };
        self.write_data_sheet_to(ask.language, ask.format, place)
    }

    /// Writes the page on how data is handled to a place.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write_data_sheet_to(
        &mut self,
        language: Language,
        format: Format,
        place: Place<'_>,
    ) -> Result<Written, Failure> {
        let content = self.data_sheet(language)?;
        let stamp = Stamp::Final { approved: None };
        let letterhead = self.read(|tx, _| letterhead(tx))?;
        let paper = Paper::new(stamp, Some(&letterhead));
        write_file(place, &render(&content, format, paper)?)?;
        Ok(written(place.path, false))
    }

    fn data_sheet(&self, language: Language) -> Result<Content, Failure> {
        self.read(|tx, now| {
            let coach = store::coach::get(tx)?;
            let contact = [coach.email.as_str(), &coach.phone, &coach.address];
            Ok(documents::data_sheet(
                &coach.name,
                &contact,
                language,
                now.today,
            ))
        })
    }
}

/// The bytes of the answer as it is handed over, entered wherever the person stands.
fn handed_over(tx: &Tx<'_>, ask: &WriteAccess, now: Now) -> Result<Vec<u8>, Failure> {
    let gathered = Gathered::new(tx, &ask.person, now.today)?;
    let content = gathered.content(ask, now.today)?;
    let letterhead = letterhead(tx)?;
    let paper = Paper::new(Stamp::Final { approved: None }, Some(&letterhead));
    let bytes = render(&content, ask.format, paper)?;
    let sha256 = vault::sha256_hex(&bytes);
    let digest = vault::sha256_hex(&content.bytes_for_approval());
    let mut entered = false;
    for case in &gathered.cases {
        let parties = case.engagement.parties.iter();
        let own = parties.filter(|party| party.person == gathered.person.id);
        let Some(party) = own.min_by_key(|party| party.role) else {
            continue;
        };
        in_case(tx, &case.engagement.id, now, |tx, case, now| {
            let told = Told {
                on: now.today,
                to: Some(party.id.clone()),
                by: Teller::Coach,
                how: Channel::Document,
                what: Disclosed::Document {
                    kind: DocumentKind::Access,
                    sha256: sha256.clone(),
                    content: digest.clone(),
                },
                ground: Ground::Access,
            };
            enter(tx, case, told, now)
        })?;
        entered = true;
    }
    if entered {
        Ok(bytes)
    } else {
        Err(Failure::new(
            "access.no_engagement",
            "This person stands in no engagement, so there is no ledger to enter it in. Write it \
             without handing it over.",
        ))
    }
}

pub(crate) fn path_in(folder: &str, content: &Content, format: Format) -> Result<PathBuf, Failure> {
    let folder = super::folder(folder)?;
    let name = documents::file_name(content, made_format(format));
    Ok(free_path(&folder, &name))
}

pub(crate) fn written(path: &Path, handed_over: bool) -> Written {
    Written {
        path: path.display().to_string(),
        handed_over,
    }
}

fn changed() -> Failure {
    Failure::new(
        "access.changed",
        "The record has changed since it was shown. Look at it again first; nothing was written.",
    )
    .at("decisions")
}

fn blank(message: &str) -> Failure {
    Failure::input("decisions", "blank", message)
}
