//! The record as tables, for a spreadsheet: one workbook with a sheet for each. It is an overview, and not
//! the whole: the pages and the interchange format hold everything.

use coaching::day::Day;
use documents::{Cell, LONGEST_CELL, Table};
use serde_json::Value;

use super::names::{Names, items, text, word};

/// Says that a text is longer than a cell can hold.
const CUT: &str = " … (longer; the whole stands in the readable copy)";

/// The sheets, from a practice in the interchange format.
pub(super) fn tables(practice: &Value) -> Vec<Table> {
    let maker = Maker {
        practice,
        names: &Names::of(practice),
    };
    vec![
        maker.engagements(),
        maker.sessions(),
        maker.earlier_hours(),
        maker.goals(),
        maker.commitments(),
        maker.people(),
        maker.rounds(),
    ]
}

struct Maker<'a> {
    practice: &'a Value,
    names: &'a Names,
}

impl Maker<'_> {
    fn all(&self) -> &[Value] {
        items(self.practice, "engagements")
    }

    /// A row for each item of a list of each engagement: its name and coachee, and what `row` says.
    fn each(&self, list: &str, row: impl Fn(&Value, &Value) -> Vec<Vec<Cell>>) -> Vec<Vec<Cell>> {
        let mut rows = Vec::new();
        for engagement in self.all() {
            for item in items(engagement, list) {
                for cells in row(engagement, item) {
                    let mut whole = vec![
                        words(text(engagement, "name")),
                        self.with(engagement, "coachee"),
                    ];
                    whole.extend(cells);
                    rows.push(whole);
                }
            }
        }
        rows
    }

    fn person(&self, party: &Value) -> &str {
        self.names.name("person", text(party, "person"))
    }

    /// Who stands in a role, by name.
    fn with(&self, engagement: &Value, role: &str) -> Cell {
        let parties = items(engagement, "parties").iter();
        let names = parties.filter(|party| text(party, "role") == role);
        let names: Vec<&str> = names.map(|party| self.person(party)).collect();
        words(&names.join("; "))
    }

    fn party(&self, engagement: &Value, id: &str) -> Cell {
        let parties = &mut items(engagement, "parties").iter();
        let party = parties.find(|party| text(party, "id") == id);
        party.map_or(Cell::Empty, |party| words(self.person(party)))
    }

    fn engagements(&self) -> Table {
        let row = |engagement: &Value| {
            let held = items(engagement, "sessions").iter();
            let held = held
                .filter(|session| text(session, "status") == "held")
                .count();
            vec![
                words(text(engagement, "name")),
                self.with(engagement, "coachee"),
                self.with(engagement, "sponsor"),
                said(engagement, "status"),
                date(engagement, "began"),
                date(engagement, "planned_end"),
                date(engagement, "ended"),
                number(engagement, "planned_sessions"),
                Cell::Number(i32::try_from(held).unwrap_or(i32::MAX)),
                number(engagement, "session_minutes"),
            ]
        };
        Table {
            name: "Engagements",
            columns: vec![
                ("Engagement", 34),
                ("Coachee", 22),
                ("Sponsor", 22),
                ("Status", 12),
                ("Began", 12),
                ("Planned end", 12),
                ("Ended", 12),
                ("Sessions contracted", 18),
                ("Sessions held", 14),
                ("Minutes of a session", 18),
            ],
            rows: self.all().iter().map(row).collect(),
        }
    }

    fn sessions(&self) -> Table {
        let rows = self.each("sessions", |_, session| {
            let counted = &session["counted"];
            vec![vec![
                date(session, "on"),
                words(text(session, "at")),
                said(session, "status"),
                number(session, "minutes"),
                hours(session, "minutes"),
                yes(counted, "pro_bono"),
                number(counted, "group_of"),
                yes(counted, "late"),
            ]]
        });
        Table {
            name: "Sessions",
            columns: vec![
                ("Engagement", 34),
                ("Coachee", 22),
                ("Day", 12),
                ("At", 8),
                ("Session", 12),
                ("Minutes", 10),
                ("Hours", 10),
                ("Pro bono", 10),
                ("In group", 10),
                ("Cancelled late", 14),
            ],
            rows,
        }
    }

    fn earlier_hours(&self) -> Table {
        let row = |row: &Value| {
            vec![
                words(text(row, "client")),
                words(text(row, "contact")),
                number(row, "group"),
                date(row, "from"),
                date(row, "until"),
                hours(row, "paid"),
                hours(row, "pro_bono"),
            ]
        };
        Table {
            name: "Hours from before",
            columns: vec![
                ("Client", 28),
                ("Contact", 28),
                ("In group", 10),
                ("From", 12),
                ("Until", 12),
                ("Paid hours", 12),
                ("Pro bono hours", 14),
            ],
            rows: items(&self.practice["own"], "earlier_hours")
                .iter()
                .map(row)
                .collect(),
        }
    }

    fn goals(&self) -> Table {
        let rows = self.each("goals", |_, goal| {
            let versions = items(goal, "versions");
            let (Some(first), Some(last)) = (versions.first(), versions.last()) else {
                return Vec::new();
            };
            vec![vec![
                words(text(last, "title")),
                words(text(last, "words")),
                words(text(last, "measure")),
                said(last, "status"),
                date(last, "on"),
                date(first, "on"),
                said(&last["shift"], "kind"),
                Cell::Number(i32::try_from(versions.len()).unwrap_or(i32::MAX)),
            ]]
        });
        Table {
            name: "Goals",
            columns: vec![
                ("Engagement", 34),
                ("Coachee", 22),
                ("Goal", 44),
                ("In the coachee's words", 44),
                ("How we would know", 44),
                ("Status", 12),
                ("So since", 12),
                ("Begun", 12),
                ("Last shift", 14),
                ("Wordings", 10),
            ],
            rows,
        }
    }

    fn commitments(&self) -> Table {
        let rows = self.each("commitments", |engagement, commitment| {
            let by = match text(commitment, "by") {
                "" => words(text(&self.practice["coach"], "name")),
                party => self.party(engagement, party),
            };
            vec![vec![
                by,
                words(text(commitment, "text")),
                date(commitment, "made"),
                date(commitment, "due"),
                said(commitment, "status"),
                date(commitment, "settled"),
            ]]
        });
        Table {
            name: "Commitments",
            columns: vec![
                ("Engagement", 34),
                ("Coachee", 22),
                ("Promised by", 22),
                ("What", 60),
                ("Made", 12),
                ("Due", 12),
                ("Status", 10),
                ("Settled", 12),
            ],
            rows,
        }
    }

    fn people(&self) -> Table {
        let roles = |person: &str| {
            let mut roles = Vec::new();
            for engagement in self.all() {
                let parties = items(engagement, "parties").iter();
                for party in parties.filter(|party| text(party, "person") == person) {
                    let role = word(text(party, "role"));
                    roles.push(format!("{role} in {}", text(engagement, "name")));
                }
            }
            roles.join("; ")
        };
        let row = |person: &Value| {
            vec![
                words(text(person, "name")),
                words(text(person, "called")),
                words(text(person, "title")),
                words(
                    self.names
                        .name("organisation", text(person, "organisation")),
                ),
                words(text(person, "email")),
                words(text(person, "phone")),
                words(&roles(text(person, "id"))),
            ]
        };
        Table {
            name: "People",
            columns: vec![
                ("Name", 24),
                ("Called", 14),
                ("Job title", 28),
                ("Organisation", 28),
                ("E-mail", 30),
                ("Telephone", 20),
                ("In the record as", 60),
            ],
            rows: items(self.practice, "people").iter().map(row).collect(),
        }
    }

    fn rounds(&self) -> Table {
        let rows = self.each("rounds", |engagement, round| {
            let answer = |answer: &Value| {
                vec![
                    date(round, "on"),
                    date(round, "closed"),
                    self.party(engagement, text(answer, "party")),
                    words(self.names.name("goal", text(answer, "goal"))),
                    number(answer, "change"),
                    words(text(answer, "feed_forward")),
                    said(answer, "how"),
                ]
            };
            items(round, "answers").iter().map(answer).collect()
        });
        Table {
            name: "Stakeholder rounds",
            columns: vec![
                ("Engagement", 34),
                ("Coachee", 22),
                ("Round", 12),
                ("Closed", 12),
                ("Who", 22),
                ("Goal", 44),
                ("Change, -3 to +3", 16),
                ("Suggestion", 60),
                ("How", 12),
            ],
            rows,
        }
    }
}

fn words(text: &str) -> Cell {
    if text.is_empty() {
        return Cell::Empty;
    }
    // Spreadsheets count in units of UTF-16.
    if text.encode_utf16().count() <= LONGEST_CELL {
        return Cell::Text(text.to_owned());
    }
    let start: String = text.chars().take((LONGEST_CELL - CUT.len()) / 2).collect();
    Cell::Text(start + CUT)
}

fn said(of: &Value, key: &str) -> Cell {
    words(&word(text(of, key)))
}

fn date(of: &Value, key: &str) -> Cell {
    Day::parse(text(of, key)).map_or(Cell::Empty, Cell::Day)
}

fn number(of: &Value, key: &str) -> Cell {
    let number = of[key]
        .as_i64()
        .and_then(|number| i32::try_from(number).ok());
    number.map_or(Cell::Empty, Cell::Number)
}

fn hours(of: &Value, key: &str) -> Cell {
    let minutes = of[key].as_u64().filter(|minutes| *minutes > 0);
    minutes.map_or(Cell::Empty, |minutes| {
        Cell::Hundredths((minutes * 100 + 30) / 60)
    })
}

fn yes(of: &Value, key: &str) -> Cell {
    match of[key].as_bool() {
        Some(true) => words("yes"),
        _ => Cell::Empty,
    }
}
