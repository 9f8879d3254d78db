//! Finding what was written.

use std::collections::BTreeSet;

use coaching::chairs::Onlookers;
use coaching::day::Day;
use coaching::finding::{Filter, Match, Of, Query};
use coaching::ids::{
    CommitmentId, GoalId, GoalVersionId, MeetingId, PartyId, PersonId, RoundId, ThreadId,
};
use coaching::knows::ItemOf;
use coaching::record::Case;
use coaching::words::{Chairs, MeetingText, Role, SessionPart, Topic};
use store::Tx;
use store::finding::{FoundRow, Index, Span, at_place};

use crate::desk::Desk;
use crate::error::Failure;
use crate::types::{Find, Findings, FoundLine, FoundName, FoundPiece};

/// How many names and lines are shown.
const NAMES: usize = 8;
const LINES: usize = 40;

/// How many entries that hold all parts of the words are looked into for the words themselves, before
/// it is left at what was found.
const LOOKED_INTO: usize = 400;

/// How many are asked for at a time.
const AT_A_TIME: u32 = 64;

impl Desk {
    /// What the coach wrote or recorded, found by words and parts of words.
    ///
    /// # Errors
    /// When no vault is open, it cannot be read, or the last day lies before the first.
    pub fn find(&mut self, ask: Find) -> Result<Findings, Failure> {
        if ask.from.zip(ask.to).is_some_and(|(from, to)| to < from) {
            let message = "The last day lies before the first. Check the dates.";
            return Err(Failure::input("to", "end_before_start", message));
        }
        let (mut findings, lines) = self
            .opened_mut()?
            .store
            .search(|index| look_for(*index, ask))?;
        self.read(|tx, now| {
            for (row, found) in lines {
                let Some(engagement) = row.engagement.clone() else {
                    continue;
                };
                let frame = self.frame(tx, &engagement)?;
                findings.lines.push(line(row, found, &frame, now.today));
            }
            Ok(findings)
        })
    }
}

/// The names that answer, and what answers of the engagements.
fn look_for(index: Index<'_, '_>, ask: Find) -> Result<(Findings, Answers), Failure> {
    let query = Query::new(&ask.words);
    let mut findings = Findings {
        names: Vec::new(),
        lines: Vec::new(),
        more: false,
    };
    let nothing_asked = query.is_empty() && ask.kinds.is_empty() && ask.person.is_none();
    let of = ask
        .person
        .as_ref()
        .map(|id| of_person(index.tx(), id))
        .transpose()?;
    if nothing_asked || of.as_ref().is_some_and(Vec::is_empty) {
        return Ok((findings, Vec::new()));
    }
    let dated = ask.from.is_some() || ask.to.is_some();
    let search = Search {
        index,
        query,
        filter: Filter {
            kinds: ask.kinds,
            of: of.unwrap_or_default(),
        },
    };
    if !dated {
        let (names, more) = search.gather(Span::NAMES, NAMES)?;
        findings.names = names.into_iter().map(name).collect();
        findings.more = more;
    }
    let (lines, more) = search.gather(Span::days(ask.from, ask.to), LINES)?;
    findings.more |= more;
    Ok((findings, lines))
}

/// What is a person's: whole engagements where they are the coachee, their own part elsewhere.
fn of_person(tx: &Tx<'_>, person: &PersonId) -> Result<Vec<Of>, Failure> {
    let stands = store::finding::stands(tx, person)?;
    Ok(stands
        .into_iter()
        .map(|(engagement, role, party)| match role {
            Role::Coachee => Of::Engagement(engagement),
            _ => Of::Party(party),
        })
        .collect())
}

struct Search<'a, 'c> {
    index: Index<'a, 'c>,
    query: Query,
    filter: Filter,
}

type Answers = Vec<(FoundRow, Match)>;

impl Search<'_, '_> {
    /// The first that answer, and whether there may be more: whole words first, then parts of words.
    fn gather(&self, span: Span, most: usize) -> Result<(Answers, bool), Failure> {
        let mut found = Vec::new();
        let mut seen = BTreeSet::new();
        let whole = self.query.whole(&self.filter);
        let parts = self.query.parts(&self.filter);
        let questions: &[String] = if whole == parts {
            &[whole]
        } else {
            &[whole, parts]
        };
        for question in questions {
            let mut left = span;
            let mut looked_into = 0;
            loop {
                let batch = self.index.places(question, left, AT_A_TIME)?;
                let Some(last) = batch.last() else {
                    break;
                };
                left = left.after(*last);
                for place in batch {
                    if !seen.insert(place) {
                        continue;
                    }
                    looked_into += 1;
                    let row = at_place(self.index.tx(), place)?;
                    if let Some(answer) = self.query.find(&row.text) {
                        found.push((row, answer));
                    }
                    if found.len() > most {
                        found.truncate(most);
                        return Ok((found, true));
                    }
                }
                if looked_into >= LOOKED_INTO {
                    return Ok((found, true));
                }
            }
        }
        Ok((found, false))
    }
}

fn pieces(found: Match) -> Vec<FoundPiece> {
    let piece = |piece: coaching::finding::Piece| FoundPiece {
        text: piece.text,
        hit: piece.hit,
    };
    found.pieces.into_iter().map(piece).collect()
}

fn name((row, found): (FoundRow, Match)) -> FoundName {
    FoundName {
        kind: row.kind,
        id: row.id,
        pieces: pieces(found),
    }
}

fn line(row: FoundRow, found: Match, frame: &Case, on: Day) -> FoundLine {
    let e = &frame.engagement;
    FoundLine {
        kind: row.kind,
        engagement: e.id.clone(),
        engagement_name: e.name.clone(),
        coachee: e
            .coachee()
            .map_or(String::new(), |coachee| frame.name(&coachee.id).to_owned()),
        on: row.day,
        chairs: chairs(&row, frame, on),
        pieces: pieces(found),
        item: item(&row),
        thread: (row.source == "thread")
            .then(|| ThreadId::new(row.id.clone()).ok())
            .flatten(),
        session: row.session,
        meeting: row.meeting,
    }
}

/// How many may know it, as the pages of its engagement say.
fn chairs(row: &FoundRow, frame: &Case, on: Day) -> Chairs {
    let look = Onlookers::new(frame, on);
    let e = &frame.engagement;
    let topic = row.topic.unwrap_or(Topic::Reflections);
    let said_by = row.party.as_ref();
    let sponsors_side = |party: &PartyId| {
        let role = e.party(party).map(|party| party.role);
        role.is_some_and(Role::on_the_sponsors_side)
    };
    match row.source.as_str() {
        "contact" if row.aside => Chairs::One,
        // Words that are or were meant for somebody.
        "release" | "told" if row.part.ends_with(":reason") => Chairs::One,
        "release" | "told" if said_by.is_some_and(sponsors_side) && !row.aside => Chairs::Three,
        "release" | "told" => Chairs::Two,
        "meeting" if topic == Topic::SessionContent => look.between_two(topic),
        "belief" | "clash" | "follow-up" => look.between_two(topic),
        "decision" | "commitment" => {
            let meeting = row.meeting.as_ref().and_then(|id| e.meeting(id));
            look.chairs(topic, said_by, meeting)
        }
        "goal-version" | "agreed-goal" => {
            let agreed = e.meetings.iter().filter(|meeting| {
                let mut agreed = meeting.agreed.iter();
                agreed.any(|agreed| agreed.version.as_str() == row.id)
                    || (meeting.id.as_str() == row.id)
            });
            let agreed = agreed.map(|m| look.chairs(Topic::BaselineGoals, None, Some(m)));
            agreed.fold(look.chairs(topic, None, None), Chairs::max)
        }
        _ => look.chairs(topic, said_by, None),
    }
}

/// What was found, as the answer to one key on it knows it.
fn item(row: &FoundRow) -> Option<ItemOf> {
    let (id, part) = (row.id.clone(), row.part.as_str());
    Some(match row.source.as_str() {
        "note" => ItemOf::Note(new(id)?),
        "session" => ItemOf::SessionText {
            session: new(id)?,
            part: SessionPart::from_word(part)?,
        },
        "meeting" => ItemOf::MeetingText {
            meeting: new(id)?,
            part: MeetingText::from_word(part)?,
        },
        "decision" => ItemOf::Decision(new(id)?),
        "agenda" => ItemOf::AgendaPoint {
            meeting: new(id)?,
            place: part.parse().ok()?,
        },
        "agreed-goal" => ItemOf::AgreedGoal {
            meeting: MeetingId::new(id).ok()?,
            goal: GoalId::new(part).ok()?,
        },
        "goal-version" | "goal-levels" => ItemOf::GoalVersion(GoalVersionId::new(id).ok()?),
        "commitment" => ItemOf::Commitment(CommitmentId::new(id).ok()?),
        "position" => ItemOf::Position(new(id)?),
        "contact" if part.is_empty() => ItemOf::Contact(new(id)?),
        "release" => ItemOf::Release(new(id)?),
        "score" => ItemOf::Score(new(id)?),
        "self-rating" => ItemOf::SelfRating(new(id)?),
        "answer" => {
            let (party, goal) = part.split_once(':')?;
            ItemOf::Answer {
                round: RoundId::new(id).ok()?,
                party: PartyId::new(party).ok()?,
                goal: GoalId::new(goal).ok()?,
            }
        }
        "priority" => ItemOf::Priority {
            priority: new(id)?,
            on: Day::parse(part).ok()?,
        },
        "tie" => ItemOf::Tie(new(id)?),
        "thread" => ItemOf::Thread(new(id)?),
        "belief" => ItemOf::Belief(new(id)?),
        "clash" => ItemOf::Clash(new(id)?),
        "follow-up" => ItemOf::FollowUp(new(id)?),
        "engagement" if part == "fees" => ItemOf::Fees,
        "engagement" if part == "ending" => ItemOf::Ending,
        _ => return None,
    })
}

/// An id of any kind, as it is read.
fn new<T: serde::de::DeserializeOwned>(id: String) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(id)).ok()
}
