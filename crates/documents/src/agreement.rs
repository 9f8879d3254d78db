//! The agreement to sign, and boundaries in words.

mod boundaries;

use coaching::contract::{AgreementSheet, Signer};
use coaching::words::{Role, Rule, Topic};

use crate::content::{Block, Chair, Content, Fact, Item, Kind, Section, Signature};
use crate::language::contract::Contract;
use crate::language::{Words, fill, words};
use crate::parts::{capital, fact, paragraph};

pub use boundaries::{InWords, in_a_sentence, in_words};

/// The agreement for those who are to sign this sheet.
///
/// It has no refusals of its own: a sheet is only made for those who sign it.
#[must_use]
pub fn agreement(sheet: &AgreementSheet, on: coaching::day::Day) -> Content {
    let desk = Desk::of(sheet);
    let (w, c) = (desk.w, desk.c);
    let one = sheet.parties().iter().find(|signer| signer.to_sign());
    let (eyebrow, reader, for_whom) = match (sheet.reader(), one) {
        (Some(role), Some(signer)) => (
            fill(c.label.eyebrow, &[("name", signer.name())]),
            signer.name().to_owned(),
            format!("{}, {}", signer.name(), (w.role)(role)),
        ),
        _ => (
            c.label.eyebrow_all.to_owned(),
            c.label.for_all.to_owned(),
            c.label.for_all.to_owned(),
        ),
    };
    Content {
        kind: Kind::Agreement,
        chair: match sheet.reader() {
            Some(Role::Coachee) => Chair::Coachee,
            _ => Chair::Sponsor,
        },
        language: sheet.language(),
        eyebrow,
        title: c.label.title.to_owned(),
        engagement: sheet.engagement().to_owned(),
        reader,
        for_whom,
        coachee: desk.coachee.clone(),
        coach: sheet.coach().name.clone(),
        from_the_coachee: false,
        date: on,
        facts: desk.head(),
        sections: desk.sections(),
    }
}

/// Who and what is named all through the agreement.
struct Desk<'a> {
    sheet: &'a AgreementSheet,
    w: &'static Words,
    c: &'static Contract,
    coachee: String,
    /// The sponsor's side, by name; empty where nobody stands there.
    side: String,
}

impl<'a> Desk<'a> {
    fn of(sheet: &'a AgreementSheet) -> Self {
        let w = words(sheet.language());
        let is_coachee = |signer: &&Signer| signer.roles().contains(&Role::Coachee);
        let coachee = sheet.parties().iter().find(is_coachee);
        let side: Vec<&str> = sheet
            .parties()
            .iter()
            .filter(|signer| {
                signer
                    .roles()
                    .iter()
                    .any(|role| role.on_the_sponsors_side())
            })
            .map(Signer::name)
            .collect();
        Self {
            sheet,
            w,
            c: w.contract,
            // Every engagement has its coachee; the label stands where a record is without.
            coachee: coachee.map_or_else(
                || capital((w.role)(Role::Coachee)),
                |signer| signer.name().to_owned(),
            ),
            side: w.list(&side),
        }
    }

    /// A sentence with the names in it.
    fn says(&self, wording: &str) -> String {
        fill(
            wording,
            &[
                ("coach", &self.sheet.coach().name),
                ("coachee", &self.coachee),
                ("side", &self.side),
                ("additions", self.c.label.additions),
            ],
        )
    }

    fn paragraphs(&self, wordings: &[&str]) -> Vec<Block> {
        wordings
            .iter()
            .map(|wording| paragraph(self.says(wording)))
            .collect()
    }

    fn list(&self, wordings: &[&str]) -> Block {
        Block::List {
            items: wordings
                .iter()
                .map(|wording| item(self.says(wording)))
                .collect(),
        }
    }

    fn head(&self) -> Vec<Fact> {
        let effective = self.w.day(self.sheet.effective());
        let mut facts = vec![fact(self.c.label.effective, effective)];
        facts.push(fact(self.c.label.coach, self.coach()));
        facts.extend(self.sheet.parties().iter().map(|signer| {
            let organisation = joined(&[signer.organisation(), signer.place()], ", ");
            let stands = joined(&[signer.title(), &organisation], " · ");
            let lines = [signer.name(), &stands];
            fact(&capital(&self.roles(signer)), joined(&lines, "\n"))
        }));
        facts
    }

    fn coach(&self) -> String {
        let coach = self.sheet.coach();
        let name = joined(&[&coach.name, &coach.credentials], ", ");
        let reached = joined(&[&coach.email, &coach.phone], " · ");
        // The address often begins with the name that stands above it already.
        joined(&[&name, coach.address.trim(), &reached], "\n")
    }

    fn roles(&self, signer: &Signer) -> String {
        let roles: Vec<&str> = signer
            .roles()
            .iter()
            .map(|&role| (self.w.role)(role))
            .collect();
        self.w.list(&roles)
    }

    fn sections(&self) -> Vec<Section> {
        let (h, s) = (&self.c.label, &self.c.says);
        let sponsored = !self.side.is_empty();
        let with_side = |wording: &'static str| sponsored.then_some(wording);
        let lead = if sponsored { s.lead_sponsored } else { s.lead };
        let mut coaching = vec![paragraph(self.says(lead))];
        let about = [
            Some(s.coaching_is),
            with_side(s.coaching_aligned),
            Some(s.coaching_is_not),
        ];
        coaching.extend(self.paragraphs(&flat(&about)));
        let roles = [
            Some(s.coach_does),
            Some(s.coachee_does),
            with_side(s.side_does),
        ];
        let open_to_coachee = self.sheet.rule(Topic::SponsorContact, Role::Coachee) == Rule::Shared;
        let back = with_side(s.no_back_channel).filter(|_| open_to_coachee);
        let tells = [Some(s.tells_1), Some(s.tells_2), back];
        let terms = if self.sheet.fees().is_empty() && self.sheet.additions().is_empty() {
            vec![s.cancel_1]
        } else {
            vec![s.cancel_1, s.cancel_2]
        };
        let changes = fill(
            s.changes_1,
            &[
                ("date", &self.w.day(self.sheet.effective())),
                ("coach", &self.sheet.coach().name),
                ("coachee", &self.coachee),
            ],
        );
        let parts: Vec<(&str, Vec<Block>)> = vec![
            (h.coaching, coaching),
            (h.roles, vec![self.list(&flat(&roles))]),
            (h.sessions, self.sessions(sponsored)),
            (h.fees, own_words(self.sheet.fees())),
            (h.confidentiality, self.confidentiality()),
            (h.tells, self.paragraphs(&flat(&tells))),
            (
                h.release,
                self.paragraphs(&[s.release_1, s.release_2, s.release_3]),
            ),
            (h.cancellation, self.paragraphs(&terms)),
            (
                h.records,
                self.paragraphs(&[s.records_1, s.records_2, s.records_3]),
            ),
            (h.ending, self.paragraphs(&[s.ending_1, s.ending_2])),
            (h.dispute, self.paragraphs(&[s.dispute_1, s.dispute_2])),
            (h.additions, own_words(self.sheet.additions())),
            (h.changes, vec![paragraph(changes), paragraph(s.changes_2)]),
            (h.signatures, vec![self.signatures()]),
        ];
        parts
            .into_iter()
            .filter(|(_, blocks)| !blocks.is_empty())
            .zip(1..)
            .map(|((heading, blocks), number)| Section {
                heading: format!("{number}. {heading}"),
                own_page: false,
                blocks,
            })
            .collect()
    }

    fn sessions(&self, sponsored: bool) -> Vec<Block> {
        let (sheet, s) = (self.sheet, &self.c.says);
        let period = match sheet.planned_end() {
            Some(end) => fill(
                s.period_to,
                &[
                    ("from", &self.w.day(sheet.began())),
                    ("to", &self.w.day(end)),
                ],
            ),
            None => fill(s.period_open, &[("from", &self.w.day(sheet.began()))]),
        };
        let number = sheet.planned_sessions();
        let planned = fill(
            if number == 0 {
                s.sessions_length
            } else {
                s.sessions_planned
            },
            &[
                ("n", &number.to_string()),
                ("minutes", &sheet.session_minutes().to_string()),
                ("period", &period),
            ],
        );
        let mut blocks = vec![paragraph(format!(
            "{planned} {}",
            self.says(s.sessions_days)
        ))];
        if sponsored {
            blocks.push(paragraph(self.says(s.meetings)));
        }
        blocks
    }

    fn confidentiality(&self) -> Vec<Block> {
        let (h, s) = (&self.c.label, &self.c.says);
        let mut blocks = vec![paragraph(self.says(s.confidence))];
        let groups = boundaries::groups(self.sheet);
        if !groups.is_empty() {
            blocks.push(subheading(h.told));
            blocks.extend(self.told(&groups));
        }
        blocks.push(paragraph(self.says(s.deny)));
        if self
            .sheet
            .parties()
            .iter()
            .any(|signer| signer.roles().len() > 1)
        {
            blocks.push(paragraph(s.several_roles));
        }
        let raters = self.sheet.raters().to_string();
        blocks.push(paragraph(fill(s.combined, &[("n", &raters)])));
        blocks.extend(self.two_chairs());
        if !groups.is_empty() {
            blocks.push(subheading(h.table));
            blocks.push(self.table(&groups));
        }
        blocks.push(subheading(h.exceptions));
        blocks.push(paragraph(self.says(s.exceptions_lead)));
        blocks.push(self.list(&[s.danger, s.illegality, s.court, s.law]));
        blocks.push(paragraph(self.says(s.exceptions_how)));
        blocks
    }

    /// The first roles' boundaries in full, the others' as far as they differ.
    fn told(&self, groups: &[boundaries::Group]) -> Vec<Block> {
        let mut blocks = Vec::new();
        let coach = self.sheet.coach().name.as_str();
        for (index, group) in groups.iter().enumerate() {
            let whom = boundaries::whom(self.w, &group.roles, &self.coachee);
            let differs = |(topic, rule): &(Topic, Rule)| {
                index == 0 || groups[0].rules.iter().any(|(t, r)| t == topic && r != rule)
            };
            let rules: Vec<(Topic, Rule)> = group.rules.iter().copied().filter(differs).collect();
            let several = group.roles.len() > 1;
            if index > 0 {
                blocks.push(paragraph(fill(self.c.says.same_except, &[("whom", &whom)])));
            } else if several {
                blocks.push(paragraph(fill(self.c.says.them_are, &[("whom", &whom)])));
            }
            // Once it was said who they are, they are "them".
            let whom = if several { self.c.says.them } else { &whom };
            let words = boundaries::say(self.w, whom, &rules, coach, &self.coachee);
            for group in words {
                blocks.push(paragraph(format!("{}:", group.lead)));
                blocks.push(Block::List {
                    items: group.what.into_iter().map(item).collect(),
                });
            }
        }
        blocks
    }

    /// What the coachee sees of the record, and what the coach's supervisor hears.
    fn two_chairs(&self) -> Vec<Block> {
        let s = &self.c.says;
        let mut blocks = Vec::new();
        for (role, usual, named) in [
            (Role::Coachee, s.coachee_sees, s.coachee_named),
            (Role::Supervisor, s.supervisor, s.supervisor_named),
        ] {
            blocks.push(paragraph(self.says(usual)));
            let rules = boundaries::unusual(self.sheet, role);
            if rules.is_empty() {
                continue;
            }
            blocks.push(paragraph(named));
            let whom = boundaries::whom(self.w, &[role], &self.coachee);
            let coach = self.sheet.coach().name.as_str();
            for (topic, rule) in rules {
                let sentence =
                    boundaries::sentence(self.w, &whom, topic, rule, coach, &self.coachee);
                blocks.push(Block::List {
                    items: vec![item(sentence)],
                });
            }
        }
        blocks
    }

    fn table(&self, groups: &[boundaries::Group]) -> Block {
        let mut head = vec![self.c.label.topic.to_owned()];
        head.extend(groups.iter().map(|group| {
            let roles: Vec<&str> = group
                .roles
                .iter()
                .map(|&role| (self.w.role)(role))
                .collect();
            capital(&self.w.list(&roles))
        }));
        let rows = Topic::ALL.iter().map(|&topic| {
            let mut cells = vec![capital((self.w.topic)(topic))];
            cells.extend(groups.iter().map(|group| {
                let rule = group.rules.iter().find(|(known, _)| *known == topic);
                rule.map_or(String::new(), |(_, rule)| {
                    (self.w.rule_short)(*rule).to_owned()
                })
            }));
            cells
        });
        Block::Table {
            rows: rows.collect(),
            head,
        }
    }

    fn signatures(&self) -> Block {
        let label = &self.c.label;
        let mut people: Vec<Signature> = self
            .sheet
            .parties()
            .iter()
            .filter(|signer| signer.to_sign())
            .map(|signer| Signature {
                name: signer.name().to_owned(),
                role: capital(&self.roles(signer)),
            })
            .collect();
        people.push(Signature {
            name: self.sheet.coach().name.clone(),
            role: label.coach.to_owned(),
        });
        Block::Signatures {
            signature: label.signature.to_owned(),
            place_and_date: label.place_and_date.to_owned(),
            people,
        }
    }
}

fn flat(wordings: &[Option<&'static str>]) -> Vec<&'static str> {
    wordings.iter().copied().flatten().collect()
}

/// What the coach wrote, paragraph by paragraph.
fn own_words(text: &str) -> Vec<Block> {
    text.split("\n\n")
        .filter(|part| !part.trim().is_empty())
        .map(|part| paragraph(part.trim()))
        .collect()
}

fn subheading(text: &str) -> Block {
    Block::Subheading {
        text: text.to_owned(),
    }
}

fn item(text: String) -> Item {
    Item {
        text,
        note: String::new(),
    }
}

/// The parts that say something, joined.
fn joined<T: AsRef<str>>(parts: &[T], by: &str) -> String {
    let said: Vec<&str> = parts
        .iter()
        .map(AsRef::as_ref)
        .filter(|part| !part.is_empty())
        .collect();
    said.join(by)
}
