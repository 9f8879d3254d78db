//! What several documents say in the same way.

use coaching::day::Day;
use coaching::view::{
    AgendaSeen, Attendance, BaselineSeen, CommitmentSeen, Heading, Line, MeetingSeen, PartySeen,
    SpokenBy, View,
};
use coaching::words::{CommitmentStatus, Language, MeetingStatus, Role, Topic, Voice};

use crate::content::{Block, Chair, Content, Fact, Item, Kind, Section, Step};
use crate::language::gathering::gathering;
use crate::language::{Speaker, Words, fill, words};
use crate::refused::Refused;

/// Who writes for whom, in which language: what every part of a document needs to know.
pub(crate) struct Desk<'a> {
    pub w: &'static Words,
    pub language: Language,
    pub heading: &'a Heading,
    pub reader: &'a str,
    pub on: Day,
}

impl<'a> Desk<'a> {
    /// The desk for a party's document.
    ///
    /// # Errors
    /// [`Refused::NothingInForce`] when the view does not even hold the engagement's frame, and
    /// [`Refused::AnotherChair`] when the view is not of a role that the document is for.
    pub fn of(view: &'a View, for_role: fn(Role) -> bool) -> Result<Self, Refused> {
        if !for_role(*view.chair().role()) {
            return Err(Refused::AnotherChair);
        }
        Ok(Self {
            w: words(*view.language()),
            language: *view.language(),
            heading: view.heading().as_ref().ok_or(Refused::NothingInForce)?,
            reader: view.chair().name(),
            on: *view.on(),
        })
    }

    /// The coachee's name.
    pub fn coachee(&self) -> &str {
        self.heading.coachee()
    }

    /// The coach's name.
    pub fn coach(&self) -> &str {
        self.heading.coach()
    }

    /// Fills a sentence that may name the coachee.
    pub fn says(&self, wording: &str) -> String {
        fill(
            wording,
            &[("coachee", self.coachee()), ("coach", self.coach())],
        )
    }

    /// A section, or nothing where there would be nothing in it.
    pub fn section(&self, heading: &str, blocks: Vec<Block>) -> Option<Section> {
        section(&self.says(heading), blocks)
    }

    /// The finished document.
    pub fn content(&self, head: Head, sections: Vec<Option<Section>>) -> Content {
        Content {
            kind: head.kind,
            chair: head.chair,
            language: self.language,
            eyebrow: head.eyebrow,
            title: head.title,
            engagement: self.heading.name().clone(),
            reader: self.reader.to_owned(),
            for_whom: match head.role {
                Some(role) => format!("{}, {}", self.reader, (self.w.role)(role)),
                None => format!("{}, {}", self.reader, self.w.label.coach),
            },
            coachee: self.coachee().to_owned(),
            coach: self.coach().to_owned(),
            from_the_coachee: false,
            date: self.on,
            facts: head.facts,
            sections: sections.into_iter().flatten().collect(),
        }
    }
}

/// A section, or nothing where there would be nothing in it.
pub(crate) fn section(heading: &str, blocks: Vec<Block>) -> Option<Section> {
    (!blocks.is_empty()).then(|| Section {
        heading: heading.to_owned(),
        own_page: false,
        blocks,
    })
}

/// What stands at the head of a document.
pub(crate) struct Head {
    pub kind: Kind,
    pub chair: Chair,
    /// The reader's role; none for the coach.
    pub role: Option<Role>,
    pub eyebrow: String,
    pub title: String,
    pub facts: Vec<Fact>,
}

/// A labelled line.
pub(crate) fn fact(label: &str, text: impl Into<String>) -> Fact {
    Fact {
        label: label.to_owned(),
        text: text.into(),
    }
}

/// A labelled line for words that may be missing.
pub(crate) fn fact_of(label: &str, line: Option<&Line>) -> Option<Fact> {
    line.map(|line| fact(label, line.text().clone()))
}

/// Plain words.
pub(crate) fn paragraph(text: impl Into<String>) -> Block {
    Block::Paragraph { text: text.into() }
}

/// A person as a list of who is there names them.
pub(crate) fn person(party: &PartySeen, w: &Words) -> String {
    let role = (w.role)(*party.role());
    if party.title().trim().is_empty() {
        format!("{}, {role}", party.name())
    } else {
        format!("{}, {} ({role})", party.name(), party.title())
    }
}

/// When, where and with whom: what stands under the title of a brief.
pub(crate) fn meeting_facts(desk: &Desk, meeting: &MeetingSeen) -> Vec<Fact> {
    let w = desk.w;
    let mut when = w.weekday(*meeting.on());
    if !meeting.at().is_empty() {
        when = format!("{when}, {}", meeting.at());
    }
    let minutes = fill(w.label.minutes, &[("n", &meeting.minutes().to_string())]);
    let mut people: Vec<String> = meeting.invited().iter().map(|p| person(p, w)).collect();
    people.push(format!("{}, {}", desk.coach(), w.label.coach));
    let mut facts = vec![fact(w.label.when, format!("{when} · {minutes}"))];
    facts.extend(fact_of(w.label.place, meeting.place().as_ref()));
    facts.push(fact(w.label.who, people.join("\n")));
    facts
}

/// The agenda of a meeting, with who speaks.
pub(crate) fn agenda(desk: &Desk, meeting: &MeetingSeen) -> Block {
    Block::Agenda {
        steps: agenda_steps(desk, meeting),
    }
}

/// The points of a meeting's agenda, with their time; without any, what is usual for its kind.
pub(crate) fn agenda_steps(desk: &Desk, meeting: &MeetingSeen) -> Vec<Step> {
    if meeting.agenda().is_empty() {
        return usual_steps(desk, meeting);
    }
    let g = gathering(desk.language);
    let step = |point: &AgendaSeen| {
        let who = match point.speaker() {
            SpokenBy::Everybody => desk.w.label.all,
            SpokenBy::Coach => desk.coach(),
            SpokenBy::Party(party) => party.name(),
        };
        let minutes = fill(g.point_minutes, &[("n", &point.minutes().to_string())]);
        Step {
            what: point.text().text().clone(),
            who: match point.minutes() {
                0 => who.to_owned(),
                _ => format!("{who}, {minutes}"),
            },
        }
    };
    meeting.agenda().iter().map(step).collect()
}

fn usual_steps(desk: &Desk, meeting: &MeetingSeen) -> Vec<Step> {
    let w = desk.w;
    let theirs: Vec<&str> = meeting
        .invited()
        .iter()
        .filter(|party| party.role().on_the_sponsors_side())
        .map(|party| party.name().as_str())
        .collect();
    let who = |speaker: Speaker| match speaker {
        Speaker::Coach => desk.coach().to_owned(),
        Speaker::Coachee => desk.coachee().to_owned(),
        Speaker::Sponsor if theirs.is_empty() => w.label.sponsors_side.to_owned(),
        Speaker::Sponsor => w.list(&theirs),
        Speaker::CoacheeThenAll => format!("{}, {}", desk.coachee(), w.label.then_all),
        Speaker::All => w.label.all.to_owned(),
    };
    (w.occasion)(*meeting.kind())
        .agenda
        .iter()
        .map(|(what, speaker)| Step {
            what: (*what).to_owned(),
            who: who(*speaker),
        })
        .collect()
}

/// Somebody's words, or a plain note, as this reader is to read them.
pub(crate) fn said(desk: &Desk, line: &Line) -> Block {
    let w = desk.w;
    let date = w.day(*line.on());
    let by = |wording: &str, name: &str| fill(wording, &[("name", name), ("date", &date)]);
    let text = line.text().clone();
    if *line.topic() == Topic::SponsorContact {
        // The coach's note of what was said, not a quotation.
        let name = line.said_by().as_deref().unwrap_or_default();
        return Block::List {
            items: vec![Item {
                text,
                note: by(w.says.said_by, name),
            }],
        };
    }
    match (line.voice(), line.said_by()) {
        (Some(Voice::Coachee), _) => Block::Quotation {
            text,
            by: by(w.says.voiced_by, desk.coachee()),
        },
        (Some(Voice::Coach), _) => Block::Quotation {
            text,
            by: by(w.says.coach_voice, desk.coachee()),
        },
        (None, Some(name)) if name == desk.reader => Block::Quotation {
            text,
            by: by(w.says.your_words, name),
        },
        (None, Some(name)) => Block::Quotation {
            text,
            by: by(w.says.said_by, name),
        },
        (None, None) => paragraph(text),
    }
}

/// The goals that a meeting agreed, each with what was released about it.
pub(crate) fn agreed_goals(
    desk: &Desk,
    baseline: &BaselineSeen,
    none_released: bool,
) -> Vec<Block> {
    let w = desk.w;
    let all = baseline.goals().len();
    baseline
        .goals()
        .iter()
        .zip(1..)
        .map(|(goal, n)| {
            let mut blocks: Vec<Block> = goal.released().iter().map(|l| said(desk, l)).collect();
            if blocks.is_empty() && none_released {
                blocks.push(Block::Small {
                    text: desk.says(w.says.no_outcome),
                });
            }
            Block::Goal {
                number: w.goal_number(n, all),
                title: goal.wording().text().clone(),
                facts: fact_of(w.label.measure, goal.measure().as_ref())
                    .into_iter()
                    .collect(),
                blocks,
            }
        })
        .collect()
}

/// "Agreed on 3 March 2026, at the contracting meeting."
pub(crate) fn agreed_when(desk: &Desk, wording: &str, baseline: &BaselineSeen) -> Block {
    let w = desk.w;
    let meeting = (w.occasion)(*baseline.kind()).the_name;
    paragraph(fill(
        wording,
        &[("date", &w.day(*baseline.on())), ("meeting", meeting)],
    ))
}

/// Promises, the reader's own first.
pub(crate) fn promises(desk: &Desk, promises: &[&CommitmentSeen]) -> Option<Block> {
    let w = desk.w;
    let mut ordered: Vec<&&CommitmentSeen> = promises.iter().collect();
    ordered.sort_by_key(|promise| promise.by() != desk.reader);
    let items: Vec<Item> = ordered
        .into_iter()
        .map(|promise| {
            let due = promise.due().map(|due| w.day(due)).unwrap_or_default();
            let status = promise.status().map_or("", |status| (w.promise)(status));
            let wording = match (promise.due(), promise.status()) {
                (None, None) => w.says.promise_by,
                (Some(_), None) => w.says.promise_due,
                (Some(_), Some(_)) => w.says.promise_due_status,
                (None, Some(_)) => w.says.promise_status,
            };
            Item {
                text: promise.text().text().clone(),
                note: fill(
                    wording,
                    &[("name", promise.by()), ("due", &due), ("status", status)],
                ),
            }
        })
        .collect();
    (!items.is_empty()).then_some(Block::List { items })
}

/// The meeting before this one at which something was decided or promised.
pub(crate) fn last_meeting<'m>(
    meetings: &'m [MeetingSeen],
    before: &MeetingSeen,
) -> Option<&'m MeetingSeen> {
    meetings
        .iter()
        .filter(|m| *m.status() == MeetingStatus::Held && m.on() < before.on())
        .filter(|m| !m.decisions().is_empty() || !m.commitments().is_empty())
        .max_by_key(|m| *m.on())
}

/// What a meeting decided and who promised what there.
pub(crate) fn outcomes(desk: &Desk, meeting: &MeetingSeen) -> Vec<Block> {
    let w = desk.w;
    let mut blocks = vec![paragraph(fill(
        w.says.agreed_at_meeting,
        &[
            ("meeting", (w.occasion)(*meeting.kind()).the_name),
            ("date", &w.day(*meeting.on())),
        ],
    ))];
    if !meeting.decisions().is_empty() {
        blocks.push(Block::List {
            items: meeting.decisions().iter().map(plain_item).collect(),
        });
    }
    let made: Vec<&CommitmentSeen> = meeting.commitments().iter().collect();
    if let Some(list) = promises(desk, &made) {
        blocks.push(Block::Subheading {
            text: w.heading.promises.to_owned(),
        });
        blocks.push(list);
    }
    blocks
}

/// A line as an item without a remark.
pub(crate) fn plain_item(line: &Line) -> Item {
    Item {
        text: line.text().clone(),
        note: String::new(),
    }
}

/// A line as an item with its day.
pub(crate) fn dated_item(desk: &Desk, line: &Line) -> Item {
    Item {
        text: line.text().clone(),
        note: desk.w.day(*line.on()),
    }
}

/// How many sessions took place.
pub(crate) fn sessions(desk: &Desk, attendance: &Attendance) -> Vec<Block> {
    let w = desk.w;
    let planned = desk.heading.planned_sessions();
    let count = |wording: &str| {
        fill(
            wording,
            &[
                ("held", &attendance.held().to_string()),
                ("planned", &planned.to_string()),
                ("minutes", &desk.heading.session_minutes().to_string()),
            ],
        )
    };
    let mut sentences = vec![match (attendance.held(), planned) {
        (0, _) => count(w.says.none_held),
        (_, 0) => count(w.says.held_unplanned),
        _ => count(w.says.held_of_planned),
    }];
    let other = |n: u32, one: &str, many: &str| match n {
        0 => None,
        1 => Some(one.to_owned()),
        n => Some(fill(many, &[("n", &n.to_string())])),
    };
    sentences.extend(other(
        *attendance.cancelled(),
        w.says.cancelled_one,
        w.says.cancelled_many,
    ));
    sentences.extend(other(
        *attendance.missed(),
        w.says.missed_one,
        w.says.missed_many,
    ));
    vec![paragraph(sentences.join(" "))]
}

/// Lines of several topics, each under the topic's name if that is asked for.
pub(crate) fn by_topic(desk: &Desk, view: &View, topics: &[Topic], named: bool) -> Vec<Block> {
    let mut blocks = Vec::new();
    for &topic in topics {
        let lines: Vec<&Line> = view
            .section(topic)
            .iter()
            .filter(|line| line.said_by().as_deref() != Some(desk.reader))
            .collect();
        if lines.is_empty() {
            continue;
        }
        if named {
            blocks.push(Block::Subheading {
                text: capital((desk.w.topic)(topic)),
            });
        }
        blocks.extend(lines.into_iter().map(|line| said(desk, line)));
    }
    blocks
}

/// What the reader said themself on a topic.
pub(crate) fn own_words(desk: &Desk, view: &View, topic: Topic) -> Vec<Block> {
    view.section(topic)
        .iter()
        .filter(|line| line.said_by().as_deref() == Some(desk.reader))
        .map(|line| said(desk, line))
        .collect()
}

/// The promises that still stand.
pub(crate) fn open_promises(all: &[CommitmentSeen]) -> Vec<&CommitmentSeen> {
    all.iter()
        .filter(|promise| *promise.status() == Some(CommitmentStatus::Open))
        .collect()
}

/// The same words with a capital at the start.
pub(crate) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// The period of an engagement, in words.
pub(crate) fn period(desk: &Desk) -> String {
    let w = desk.w;
    let heading = desk.heading;
    let (wording, end) = match (heading.ended(), heading.planned_end()) {
        (Some(ended), _) => (w.says.period_ended, Some(*ended)),
        (None, Some(planned)) => (w.says.period_planned, Some(*planned)),
        (None, None) => (w.says.period_open, None),
    };
    fill(
        wording,
        &[
            ("from", &w.day(*heading.began())),
            ("to", &end.map(|end| w.day(end)).unwrap_or_default()),
        ],
    )
}

/// Questions to think about.
pub(crate) fn questions(desk: &Desk, questions: &[&str]) -> Block {
    Block::Questions {
        items: questions.iter().map(|q| desk.says(q)).collect(),
    }
}
