//! The record as a folder of pages that a person can read without this program: one folder for each
//! engagement, and what belongs to none beside them. It is made from the interchange format, which holds
//! everything.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use coaching::day::Day;
use coaching::words::Language;
use documents::{Chair, Content, Fact, Kind, Link, Paper, Section, Stamp, linked_html, plain_name};
use serde_json::Value;

use super::fields::{self, Shape};
use super::names::{Names, day, items, text, word};
use super::saying::entries;
use crate::paperwork::tables::{file_name, is_a_device};

/// The page with which one begins.
pub(super) const INDEX: &str = "READ-ME.html";

/// A file of the folder: its path in it, with slashes, and its bytes.
pub(super) type File = (String, Vec<u8>);

/// One list of the record on a page: its heading, where it stands, what it holds.
type Part = (&'static str, &'static str, &'static Shape);

/// A page.
struct Page {
    file: &'static str,
    title: &'static str,
    holds: &'static str,
    parts: &'static [Part],
}

/// A page, and what stands on it.
type Filled = (&'static Page, Vec<Section>);

static OF_THE_PRACTICE: &[Page] = &[
    Page {
        file: "people.html",
        title: "People and organisations",
        holds: "you, everybody in the record, and where they work",
        parts: &[
            ("The coach", "/coach", &fields::COACH),
            ("People", "/people", &fields::PERSON),
            ("Organisations", "/organisations", &fields::ORGANISATION),
        ],
    },
    Page {
        file: "hours-and-learning.html",
        title: "Hours, supervision and learning",
        holds: "hours from before this program, who consented to be listed, supervision and courses",
        parts: &[
            (
                "Hours from before",
                "/own/earlier_hours",
                &fields::EARLIER_HOURS,
            ),
            (
                "Consent to stand in the log of hours",
                "/own/listings",
                &fields::LISTED,
            ),
            (
                "Supervision and learning",
                "/own/learning",
                &fields::LEARNING,
            ),
            ("Certificates", "/own/certificates", &fields::CERTIFICATE),
        ],
    },
    Page {
        file: "professional-will.html",
        title: "Professional will",
        holds: "who looks after the practice when you cannot",
        parts: &[("The will", "/own/will", &fields::WILL)],
    },
    Page {
        file: "practice.html",
        title: "How the practice is kept",
        holds: "templates of boundaries, your questions, retention and the certificates of disposal",
        parts: &[
            ("Templates of boundaries", "/templates", &fields::TEMPLATE),
            (
                "Your questions to think with",
                "/questions",
                &fields::QUESTION,
            ),
            ("Letterhead", "/letterhead", &fields::LETTERHEAD),
            ("How long things are kept", "/keeps", &fields::KEEPS),
            ("Holds", "/holds", &fields::HOLD),
            ("Disposals", "/disposals", &fields::DISPOSAL),
        ],
    },
];

static OF_AN_ENGAGEMENT: &[Page] = &[
    Page {
        file: "01-engagement.html",
        title: "The engagement",
        holds: "its frame, who is in it, follow-ups",
        parts: &[
            ("Frame", "", &fields::ENGAGEMENT),
            ("Who is in it", "/parties", &fields::PARTY),
            ("Follow-ups", "/follow_ups", &fields::FOLLOW_UP),
        ],
    },
    Page {
        file: "02-agreements.html",
        title: "Agreements and releases",
        holds: "each version of the boundaries, what was released and approved",
        parts: &[
            ("Agreements", "/agreements", &fields::AGREEMENT),
            ("Released by the coachee", "/releases", &fields::RELEASE),
            ("Approved by the coachee", "/approvals", &fields::APPROVAL),
            ("In documents without names", "/masks", &fields::MASK),
        ],
    },
    Page {
        file: "03-goals.html",
        title: "Goals",
        holds: "each goal in all its wordings with every shift, what the goals serve, who is told",
        parts: &[
            ("Goals", "/goals", &fields::GOAL),
            (
                "The coachee’s sense of direction",
                "/purpose",
                &fields::NOTE,
            ),
            (
                "What matters to the sponsor’s side",
                "/priorities",
                &fields::PRIORITY,
            ),
            ("What the goals serve", "/ties", &fields::TIE),
            ("Telling of shifts", "/tellings", &fields::TELLING),
        ],
    },
    Page {
        file: "04-measures.html",
        title: "Measures",
        holds: "scores, the coachee’s own ratings, rounds of feedback",
        parts: &[
            ("Scores", "/scores", &fields::SCORE),
            (
                "The coachee’s own ratings",
                "/self_ratings",
                &fields::SELF_RATING,
            ),
            ("Rounds", "/rounds", &fields::ROUND),
        ],
    },
    Page {
        file: "05-sessions.html",
        title: "Sessions",
        holds: "the record of each session, without your reflections",
        parts: &[("Sessions", "/sessions", &fields::SESSION)],
    },
    Page {
        file: "06-meetings.html",
        title: "Three-way meetings",
        holds: "each meeting: prepared, held, agreed; without your reflections",
        parts: &[("Meetings", "/meetings", &fields::MEETING)],
    },
    Page {
        file: "07-insights.html",
        title: "Insights and notes",
        holds: "what the coachee saw and tried, themes, progress, support, assessments",
        parts: &[
            ("Insights", "/insights", &fields::NOTE),
            ("Threads of insights", "/threads", &fields::THREAD),
            ("Themes", "/themes", &fields::NOTE),
            ("What the coachee tries", "/practices", &fields::NOTE),
            ("Progress", "/progress", &fields::NOTE),
            ("Support needed", "/support_needed", &fields::NOTE),
            ("Assessments", "/assessments", &fields::NOTE),
        ],
    },
    Page {
        file: "08-commitments.html",
        title: "Commitments",
        holds: "who promised what, and what became of it",
        parts: &[("Commitments", "/commitments", &fields::COMMITMENT)],
    },
    Page {
        file: "09-stakeholders.html",
        title: "Stakeholders and alignment",
        holds: "what parties expect and where they stand, clashes, feedback, what the sponsor’s side told you",
        parts: &[
            ("Expectations", "/expectations", &fields::NOTE),
            ("Positions on goals", "/positions", &fields::POSITION),
            ("What parties seem to believe", "/beliefs", &fields::BELIEF),
            ("Clashes", "/clashes", &fields::CLASH),
            ("Feedback in their words", "/feedback", &fields::NOTE),
            (
                "Told to you by the sponsor’s side",
                "/sponsor_contacts",
                &fields::CONTACT,
            ),
        ],
    },
    Page {
        file: "10-ledger.html",
        title: "Ledger",
        holds: "what reached whom, in which words, on which ground",
        parts: &[("What reached whom", "/ledger", &fields::DISCLOSURE)],
    },
    Page {
        file: "11-private-reflections.html",
        title: "Private reflections",
        holds: "your own reflections on sessions and meetings, and what goes to supervision",
        parts: &[
            ("On sessions", "/sessions", &fields::SESSION_ALONE),
            ("On meetings", "/meetings", &fields::MEETING_ALONE),
            ("At other times", "/reflections", &fields::NOTE),
            ("For supervision", "/supervision", &fields::MARK),
        ],
    },
];

/// The whole folder, from a practice in the interchange format.
pub(super) fn files(practice: &Value, on: Day) -> Vec<File> {
    let names = Names::of(practice);
    let maker = Maker {
        names: &names,
        coach: text(&practice["coach"], "name"),
        on,
    };
    let mut files = Vec::new();
    let mut links = Vec::new();
    let mut taken = BTreeSet::new();
    for engagement in items(practice, "engagements") {
        let folder = free(&mut taken, &folder_name(text(engagement, "name")));
        links.push(Link {
            to: format!("{folder}/{}", OF_AN_ENGAGEMENT[0].file),
            label: text(engagement, "name").to_owned(),
            note: in_short(engagement, &names),
        });
        let pages = maker.filled(OF_AN_ENGAGEMENT, engagement);
        files.extend(maker.pages(pages, engagement, &folder));
    }
    let pages = maker.filled(OF_THE_PRACTICE, practice);
    links.extend(pages.iter().map(|(page, _)| link(page, page.holds)));
    files.extend(maker.pages(pages, practice, ""));
    for (path, label, bytes) in given(practice) {
        links.push(Link {
            // A name may hold what an address does not: the folder leads there as well.
            to: path.split('/').next().unwrap_or(&path).to_owned(),
            label,
            note: String::new(),
        });
        files.push((path, bytes));
    }
    files.push((INDEX.to_owned(), maker.index(&links)));
    files
}

/// Files that the coach gave to the program: certificates, the logo.
fn given(practice: &Value) -> Vec<(String, String, Vec<u8>)> {
    let mut taken = BTreeSet::new();
    let mut found = Vec::new();
    for certificate in items(&practice["own"], "certificates") {
        let name = file_name(text(certificate, "name"));
        // Some systems take capitals for small letters.
        let name = match free(&mut taken, &name.to_lowercase()) {
            free if free == name.to_lowercase() => name,
            numbered => numbered,
        };
        let bytes = STANDARD
            .decode(text(certificate, "file"))
            .unwrap_or_default();
        let label = format!("Certificate: {}", text(certificate, "name"));
        found.push((format!("certificates/{name}"), label, bytes));
    }
    let logo = STANDARD.decode(text(&practice["letterhead"], "logo"));
    if let Some(logo) = logo.ok().filter(|logo| !logo.is_empty()) {
        found.push((
            "logo.png".to_owned(),
            "The logo of the letterhead".to_owned(),
            logo,
        ));
    }
    found
}

struct Maker<'a> {
    names: &'a Names,
    coach: &'a str,
    on: Day,
}

impl Maker<'_> {
    /// The pages on which something stands, with what does.
    fn filled(&self, pages: &'static [Page], of: &Value) -> Vec<Filled> {
        let all = pages.iter().map(|page| (page, self.sections(page, of)));
        all.filter(|(_, sections)| !sections.is_empty()).collect()
    }

    /// The pages of the practice or of one engagement, as files.
    fn pages(&self, pages: Vec<Filled>, of: &Value, folder: &str) -> Vec<File> {
        let all: Vec<&Page> = pages.iter().map(|(page, _)| *page).collect();
        let (up, inside) = match folder {
            "" => (String::new(), String::new()),
            folder => ("../".to_owned(), format!("{folder}/")),
        };
        let of_one = !folder.is_empty();
        let made = pages
            .into_iter()
            .enumerate()
            .map(|(number, (page, sections))| {
                // The first page of an engagement says what is on the others.
                let says = of_one && number == 0;
                let mut links = vec![Link {
                    to: format!("{up}{INDEX}"),
                    label: "All of this copy".to_owned(),
                    note: String::new(),
                }];
                let others = all.iter().filter(|other| other.file != page.file);
                links.extend(others.map(|other| link(other, if says { other.holds } else { "" })));
                let mut content = self.content(page.title);
                if of_one {
                    content.engagement = text(of, "name").to_owned();
                }
                content.sections = sections;
                (format!("{inside}{}", page.file), rendered(&content, &links))
            });
        made.collect()
    }

    fn sections(&self, page: &Page, of: &Value) -> Vec<Section> {
        let sections = page.parts.iter().filter_map(|(heading, at, shape)| {
            let list = match of.pointer(at)? {
                Value::Array(list) => list.as_slice(),
                one => std::slice::from_ref(one),
            };
            let alone = shape.name.is_empty();
            let list = list.iter();
            let list = list.filter(|item| !alone || !text(item, "reflective").is_empty());
            let blocks = entries(shape, list, self.names);
            (!blocks.is_empty()).then(|| Section {
                heading: (*heading).to_owned(),
                own_page: false,
                blocks,
            })
        });
        sections.collect()
    }

    fn content(&self, title: &str) -> Content {
        Content {
            kind: Kind::Copy,
            chair: Chair::Coach,
            language: Language::English,
            eyebrow: "Coach only: your own confidential record, for nobody else".to_owned(),
            title: title.to_owned(),
            engagement: String::new(),
            reader: self.coach.to_owned(),
            for_whom: self.coach.to_owned(),
            coachee: String::new(),
            coach: self.coach.to_owned(),
            from_the_coachee: false,
            date: self.on,
            facts: Vec::new(),
            sections: Vec::new(),
        }
    }

    fn index(&self, links: &[Link]) -> Vec<u8> {
        let mut content = self.content("Read this first");
        let says = [
            (
                "What this is",
                "A copy of the record of your coaching, to be read without the program that kept it. Each page \
                 opens in any browser, needs no connection, and can be printed.",
            ),
            (
                "It is not encrypted",
                "Every name and every word stands here in plain text, and so does what was said in confidence. \
                 Keep it where only you can read it, and delete it when it has served. Emptying the bin is part \
                 of that.",
            ),
            (
                "For nobody else",
                "Each page holds what only the coach may know. Hand none of it over, not even the pages about \
                 somebody to that person: what somebody may see is made by the program, party by party. Your \
                 private reflections are on a page of their own in each engagement.",
            ),
            (
                "How it is laid out",
                "One folder for each engagement, with pages that are numbered in the order in which one reads \
                 them. A page that would be empty is not there. It is a copy of one day: what was written or \
                 removed later is not in it, and what your rules of retention ask you to destroy has to be \
                 destroyed here as well.",
            ),
        ];
        content.facts = vec![Fact {
            label: "Written on".to_owned(),
            text: day(&self.on.to_string()),
        }];
        content
            .facts
            .extend(says.into_iter().map(|(label, text)| Fact {
                label: label.to_owned(),
                text: text.to_owned(),
            }));
        rendered(&content, links)
    }
}

fn rendered(content: &Content, links: &[Link]) -> Vec<u8> {
    let paper = Paper::from(Stamp::Final { approved: None });
    linked_html(content, paper, links).into_bytes()
}

fn link(page: &Page, note: &str) -> Link {
    Link {
        to: page.file.to_owned(),
        label: page.title.to_owned(),
        note: note.to_owned(),
    }
}

/// Who it is about, and from when to when.
fn in_short(engagement: &Value, names: &Names) -> String {
    let parties = items(engagement, "parties");
    let coachee = parties
        .iter()
        .find(|party| text(party, "role") == "coachee");
    let name = coachee.map_or("", |party| names.name("person", text(party, "person")));
    let until = match text(engagement, "ended") {
        "" => String::new(),
        ended => format!(" to {}", day(ended)),
    };
    let began = day(text(engagement, "began"));
    format!(
        "{name} · {} · from {began}{until}",
        word(text(engagement, "status"))
    )
}

/// The name of an engagement's folder, which every system takes.
fn folder_name(engagement: &str) -> String {
    match plain_name(engagement) {
        name if name.is_empty() => "engagement".to_owned(),
        name if is_a_device(&name) => format!("engagement-{name}"),
        name => name,
    }
}

/// The name, or with a number where it is taken.
fn free(taken: &mut BTreeSet<String>, name: &str) -> String {
    let (stem, ending) = name
        .rsplit_once('.')
        .map_or((name, String::new()), |(stem, ending)| {
            (stem, format!(".{ending}"))
        });
    let numbered = (2..).map(|number: u32| format!("{stem}-{number}{ending}"));
    let mut all = std::iter::once(name.to_owned()).chain(numbered);
    let free = all.find(|name| !taken.contains(name)).unwrap_or_default();
    taken.insert(free.clone());
    free
}

#[cfg(test)]
#[path = "readable_tests.rs"]
mod tests;
