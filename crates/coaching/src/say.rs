//! What may be said to a party now. Made of the party's view and of the rules of the agreement in
//! force, and of nothing else: what is kept back cannot change a word of it.

use std::collections::BTreeSet;

use crate::agreement::in_force;
use crate::day::Day;
use crate::ids::PartyId;
use crate::record::Case;
use crate::seat::{Gate, NotAParty, seat};
use crate::view::{Ground, Line, View};
use crate::words::{MeetingKind, Role, Rule, Topic, Voice};

/// What may be said to one party on one day, for the coach's eyes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saying {
    /// The party's name.
    pub to: String,
    /// The party's role.
    pub role: Role,
    /// The day.
    pub on: Day,
    /// The day of the agreement in force; none when nothing is agreed.
    pub effective: Option<Day>,
    /// What the coach may say, each sentence once.
    pub may: Vec<Sentence>,
    /// What stands as the coachee's own words: to be quoted, or left to the coachee.
    pub coachees_words: Vec<Sentence>,
    /// What only the coachee tells.
    pub coachee_tells: Vec<Topic>,
    /// What needs words that the coachee has released, and has none.
    pub not_yet: Vec<Topic>,
    /// What stays unsaid.
    pub unsaid: Vec<Topic>,
    /// The last goals that a meeting agreed, where this party may know them.
    pub agreed: Option<AgreedGoals>,
    /// How many sessions were held.
    pub sessions_held: Option<u32>,
    /// How many sessions are contracted.
    pub sessions_planned: Option<u16>,
}

/// One thing that may be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its topic.
    pub topic: Topic,
    /// The words.
    pub text: String,
    /// The day they belong to.
    pub on: Day,
    /// Whose voice released words are in.
    pub voice: Option<Voice>,
    /// Whose words or view it is, by name.
    pub said_by: Option<String>,
    /// Why they may be said.
    pub why: Ground,
}

/// The goals that a meeting agreed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreedGoals {
    /// The day of the meeting.
    pub on: Day,
    /// The occasion.
    pub kind: MeetingKind,
    /// The wordings, in their agreed order.
    pub goals: Vec<String>,
}

/// What may be said to a party on a day.
///
/// # Errors
/// [`NotAParty`] when the party is not one of the engagement.
pub fn say(case: &Case, party: &PartyId, on: Day) -> Result<Saying, NotAParty> {
    let view = seat(case, party, on)?;
    let gate = Gate::for_party(case, party, on).ok_or(NotAParty)?;
    let effective = in_force(&case.engagement, on).map(|agreement| agreement.effective);
    Ok(from(&view, |topic| gate.rule(topic).0, effective))
}

/// The record is out of reach here: only the view and the rules are.
fn from(view: &View, rule: impl Fn(Topic) -> Rule, effective: Option<Day>) -> Saying {
    let under = |asked: Rule| -> Vec<Topic> {
        let topics = Topic::ALL.iter().copied();
        topics.filter(|topic| rule(*topic) == asked).collect()
    };
    let lines = view.lines();
    let with_words: BTreeSet<Topic> = lines.iter().map(|line| line.topic).collect();
    let in_the_coachees_voice = |line: &&&Line| line.voice == Some(Voice::Coachee);
    let coachees_words = once(lines.iter().filter(in_the_coachees_voice).copied());
    let quotes: BTreeSet<&str> = coachees_words.iter().map(|own| &*own.text).collect();
    let quoted = |line: &&&Line| quotes.contains(line.text.as_str());
    // What a meeting is to speak about is no answer to a question in the corridor.
    let agendas = view.meetings.iter().flat_map(|meeting| &meeting.agenda);
    let points: BTreeSet<&Line> = agendas.map(|point| &point.text).collect();
    Saying {
        to: view.chair.name.clone(),
        role: view.chair.role,
        on: view.on,
        effective,
        may: once(
            lines
                .iter()
                .filter(|line| !quoted(line) && !points.contains(*line))
                .copied(),
        ),
        coachee_tells: under(Rule::CoacheeShares),
        not_yet: under(Rule::WithConsent)
            .into_iter()
            .filter(|topic| !with_words.contains(topic))
            .collect(),
        unsaid: under(Rule::Confidential),
        agreed: view.baselines.last().map(|last| AgreedGoals {
            on: last.on,
            kind: last.kind,
            goals: last
                .goals
                .iter()
                .map(|goal| goal.wording.text.clone())
                .collect(),
        }),
        sessions_held: view.attendance.as_ref().map(|attendance| attendance.held),
        sessions_planned: view
            .heading
            .as_ref()
            .map(|heading| heading.planned_sessions),
        coachees_words,
    }
}

/// Each sentence once, where it stands first.
fn once<'l>(lines: impl Iterator<Item = &'l Line>) -> Vec<Sentence> {
    let mut known: BTreeSet<&str> = BTreeSet::new();
    lines
        .filter(|line| known.insert(&line.text))
        .map(|line| Sentence {
            topic: line.topic,
            text: line.text.clone(),
            on: line.on,
            voice: line.voice,
            said_by: line.said_by.clone(),
            why: line.ground.clone(),
        })
        .collect()
}
