//! Finding an item of the record, and what is the same for all kinds of items.

use super::ItemOf;
use crate::alignment::{Belief, Clash};
use crate::closing::FollowUp;
use crate::day::Day;
use crate::direction::{Priority, PriorityWording, Thread, Tie};
use crate::goals::{Goal, GoalVersion};
use crate::ids::{GoalId, MeetingId, NoteId, PartyId, SessionId};
use crate::measures::{Answer, Round, Score, SelfRating};
use crate::meetings::{AgendaItem, AgreedGoal, Decision, Meeting};
use crate::record::{Commitment, Contact, Engagement, Noted, Position, Release, Session};
use crate::text::Tag;
use crate::words::{MeetingText, SessionPart, Topic};

/// An item that was found.
pub(super) enum Found<'a> {
    Note(Note<'a>),
    Version(&'a Goal, &'a GoalVersion),
    Agreed(&'a Meeting, &'a AgreedGoal),
    Decision(&'a Meeting, &'a Decision),
    Commitment(&'a Commitment),
    Session(&'a Session, SessionPart),
    Meeting(&'a Meeting, MeetingText),
    Agenda(&'a Meeting, &'a AgendaItem),
    Contact(&'a Contact),
    Position(&'a Position),
    Release(&'a Release),
    Score(&'a Score),
    /// With the coachee, whose rating it is.
    Rating(&'a SelfRating, Option<&'a PartyId>),
    Combined(&'a Round, &'a GoalId),
    Answer(&'a Round, &'a Answer),
    Priority(&'a Priority, &'a PriorityWording),
    Tie(&'a Tie),
    Thread(&'a Thread),
    Belief(&'a Belief),
    Clash(&'a Clash),
    FollowUp(&'a FollowUp),
    Ending,
    Fees,
    Attendance,
}

/// A note, whatever its topic.
pub(super) struct Note<'a> {
    pub(super) id: &'a NoteId,
    topic: Topic,
    on: Day,
    text: &'a str,
    said_by: Option<&'a PartyId>,
}

impl<'a> Found<'a> {
    pub(super) fn topic(&self) -> Topic {
        match self {
            Self::Note(note) => note.topic,
            Self::Version(..) => Topic::CurrentGoals,
            Self::Agreed(..) => Topic::BaselineGoals,
            Self::Decision(..) => Topic::MeetingOutcomes,
            Self::Commitment(_) => Topic::Commitments,
            Self::Session(_, SessionPart::Reflective)
            | Self::Meeting(_, MeetingText::Reflective) => Topic::Reflections,
            Self::Meeting(_, MeetingText::Place) | Self::Agenda(..) => Topic::Engagement,
            Self::Session(..) | Self::Meeting(..) => Topic::SessionContent,
            Self::Contact(_) => Topic::SponsorContact,
            Self::Position(_) => Topic::Alignment,
            Self::Release(release) => release.topic,
            Self::Score(_) | Self::Rating(..) => Topic::Progress,
            Self::Combined(..) => Topic::FeedbackCombined,
            Self::Answer(..) => Topic::FeedbackVerbatim,
            Self::Priority(..) | Self::Belief(_) | Self::Clash(_) => Topic::Alignment,
            Self::Tie(_) => Topic::CurrentGoals,
            Self::Thread(_) => Topic::Insights,
            Self::FollowUp(_) => Topic::SessionContent,
            Self::Ending => Topic::Engagement,
            Self::Fees => Topic::Fees,
            Self::Attendance => Topic::Attendance,
        }
    }

    /// The day it belongs to.
    pub(super) fn on(&self, e: &Engagement) -> Day {
        match self {
            Self::Note(note) => note.on,
            Self::Version(_, version) => version.on,
            Self::Agreed(meeting, _) | Self::Decision(meeting, _) => meeting.on,
            Self::Commitment(commitment) => commitment.made,
            Self::Session(session, _) => session.on,
            Self::Meeting(meeting, MeetingText::Reflective | MeetingText::Debrief) => meeting.on,
            Self::Meeting(meeting, _) | Self::Agenda(meeting, _) => meeting.arranged,
            Self::Contact(contact) => contact.on,
            Self::Position(position) => position.on,
            Self::Release(release) => release.given,
            Self::Score(score) => score.on,
            Self::Rating(rating, _) => rating.on,
            // Of an open round nothing is known together.
            Self::Combined(round, _) => round.closed.unwrap_or(round.on),
            Self::Answer(round, _) => round.on,
            Self::Priority(_, wording) => wording.on,
            Self::Tie(tie) => tie.on,
            Self::Belief(belief) => belief.on,
            Self::Clash(clash) => clash.on,
            Self::Thread(thread) => {
                let linked = e
                    .insights
                    .iter()
                    .filter(|n| thread.insights.contains(&n.id));
                linked.map(|note| note.on).min().unwrap_or(e.began)
            }
            Self::FollowUp(follow_up) => follow_up.done.unwrap_or(follow_up.due),
            Self::Ending => e.ended.unwrap_or(e.began),
            Self::Fees | Self::Attendance => e.began,
        }
    }

    /// Its words; empty where it has none.
    pub(super) fn text(&self, e: &'a Engagement) -> &'a str {
        match self {
            Self::Note(note) => note.text,
            Self::Version(_, version) => version.title.for_the_coach(),
            Self::Agreed(_, agreed) => agreed.wording.for_the_coach(),
            Self::Decision(_, decision) => decision.text.for_the_coach(),
            Self::Commitment(commitment) => commitment.text.for_the_coach(),
            Self::Session(session, part) => of_session(session, *part),
            Self::Meeting(meeting, part) => of_meeting(meeting, *part),
            Self::Agenda(_, point) => point.text.for_the_coach(),
            Self::Contact(contact) => contact.text.for_the_coach(),
            Self::Position(position) => position.words.for_the_coach(),
            Self::Release(release) => release.wording.for_the_coach(),
            Self::Score(score) => score.words.for_the_coach(),
            Self::Rating(rating, _) => rating.words.for_the_coach(),
            Self::Combined(..) => "",
            Self::Answer(_, answer) => answer.feed_forward.for_the_coach(),
            Self::Priority(_, wording) => wording.text.for_the_coach(),
            Self::Tie(tie) => tie.words.for_the_coach(),
            Self::Thread(thread) => thread.subject.for_the_coach(),
            Self::Belief(belief) => belief.text.for_the_coach(),
            Self::Clash(clash) => clash.title.for_the_coach(),
            Self::FollowUp(follow_up) => follow_up.words.for_the_coach(),
            Self::Ending => e.ending.words.for_the_coach(),
            Self::Fees => e.fees.for_the_coach(),
            Self::Attendance => "",
        }
    }

    /// The party whose words, view or promise it is. What the sponsor's side told the coach stands in
    /// the coach's wording; that they know it is another matter ([`super::already`]).
    pub(super) fn said_by(&self) -> Option<&'a PartyId> {
        match self {
            Self::Note(note) => note.said_by,
            Self::Commitment(commitment) => commitment.by.as_ref(),
            Self::Position(position) => Some(&position.party),
            Self::Rating(_, coachee) => *coachee,
            Self::Answer(_, answer) => Some(&answer.party),
            Self::Priority(priority, _) => Some(&priority.party),
            _ => None,
        }
    }

    /// The meeting whose outcome it is.
    pub(super) fn outcome_of(&self, e: &'a Engagement) -> Option<&'a Meeting> {
        match self {
            Self::Agreed(meeting, _) | Self::Decision(meeting, _) => Some(meeting),
            Self::Commitment(commitment) => e.meeting(commitment.meeting.as_ref()?),
            _ => None,
        }
    }
}

fn of_session(session: &Session, part: SessionPart) -> &str {
    match part {
        SessionPart::Preparation => session.preparation.for_the_coach(),
        SessionPart::Opening => session.opening.for_the_coach(),
        SessionPart::Record => session.record.for_the_coach(),
        SessionPart::Reflective => session.reflective.for_the_coach(),
    }
}

fn of_meeting(meeting: &Meeting, part: MeetingText) -> &str {
    let prepared = &meeting.preparation;
    match part {
        MeetingText::Place => meeting.place.for_the_coach(),
        MeetingText::GoodOutcome => prepared.good_outcome.for_the_coach(),
        MeetingText::FromMyManager => prepared.from_my_manager.for_the_coach(),
        MeetingText::OnTheTable => prepared.on_the_table.for_the_coach(),
        MeetingText::OffTheTable => prepared.off_the_table.for_the_coach(),
        MeetingText::Reflective => meeting.reflective.for_the_coach(),
        MeetingText::Debrief => meeting.debrief.for_the_coach(),
    }
}

/// The item, if the engagement has it.
pub(super) fn find<'a>(e: &'a Engagement, item: &ItemOf) -> Option<Found<'a>> {
    match item {
        ItemOf::Note(id) => note(e, id).map(Found::Note),
        ItemOf::GoalVersion(id) => e
            .goals
            .iter()
            .find_map(|goal| Some(Found::Version(goal, goal.version(id)?))),
        ItemOf::AgreedGoal { meeting, goal } => {
            let meeting = e.meeting(meeting)?;
            let agreed = meeting.agreed.iter().find(|agreed| agreed.goal == *goal)?;
            Some(Found::Agreed(meeting, agreed))
        }
        ItemOf::Decision(id) => e.meetings.iter().find_map(|meeting| {
            let decision = meeting.decisions.iter().find(|each| each.id == *id)?;
            Some(Found::Decision(meeting, decision))
        }),
        ItemOf::Commitment(id) => {
            let found = e.commitments.iter().find(|each| each.id == *id);
            found.map(Found::Commitment)
        }
        ItemOf::SessionText { session, part } => Some(Found::Session(e.session(session)?, *part)),
        ItemOf::MeetingText { meeting, part } => Some(Found::Meeting(e.meeting(meeting)?, *part)),
        ItemOf::AgendaPoint { meeting, place } => {
            let meeting = e.meeting(meeting)?;
            let point = meeting.agenda.get(usize::from(*place).checked_sub(1)?)?;
            Some(Found::Agenda(meeting, point))
        }
        ItemOf::Contact(id) => {
            let found = e.sponsor_contacts.iter().find(|each| each.id == *id);
            found.map(Found::Contact)
        }
        ItemOf::Position(id) => {
            let found = e.positions.iter().find(|each| each.id == *id);
            found.map(Found::Position)
        }
        ItemOf::Release(id) => {
            let found = e.releases.iter().find(|each| each.id == *id);
            found.map(Found::Release)
        }
        ItemOf::Score(id) => {
            let found = e.scores.iter().find(|each| each.id == *id);
            found.map(Found::Score)
        }
        ItemOf::SelfRating(id) => {
            let found = e.self_ratings.iter().find(|each| each.id == *id)?;
            Some(Found::Rating(found, e.coachee().map(|coachee| &coachee.id)))
        }
        ItemOf::Combined { round, goal } => {
            let round = e.rounds.iter().find(|each| each.id == *round)?;
            let asked = round.asked.iter().find(|asked| asked.goal == *goal)?;
            Some(Found::Combined(round, &asked.goal))
        }
        ItemOf::Answer { round, party, goal } => {
            let round = e.rounds.iter().find(|each| each.id == *round)?;
            let mut answers = round.answers.iter();
            let answer = answers.find(|each| each.party == *party && each.goal == *goal)?;
            Some(Found::Answer(round, answer))
        }
        ItemOf::Priority { priority, on } => {
            let priority = e.priorities.iter().find(|each| each.id == *priority)?;
            let wording = priority.wordings.iter().find(|each| each.on == *on)?;
            Some(Found::Priority(priority, wording))
        }
        ItemOf::Tie(id) => e.ties.iter().find(|each| each.id == *id).map(Found::Tie),
        ItemOf::Thread(id) => {
            let found = e.threads.iter().find(|each| each.id == *id);
            found.map(Found::Thread)
        }
        ItemOf::Belief(id) => {
            let found = e.beliefs.iter().find(|each| each.id == *id);
            found.map(Found::Belief)
        }
        ItemOf::Clash(id) => {
            let found = e.clashes.iter().find(|each| each.id == *id);
            found.map(Found::Clash)
        }
        ItemOf::FollowUp(id) => {
            let found = e.follow_ups.iter().find(|each| each.id == *id);
            found.map(Found::FollowUp)
        }
        ItemOf::Ending => e.ended.map(|_| Found::Ending),
        ItemOf::Fees => Some(Found::Fees),
        ItemOf::Attendance => Some(Found::Attendance),
    }
}

fn note<'a>(e: &'a Engagement, id: &NoteId) -> Option<Note<'a>> {
    among(&e.expectations, id)
        .or_else(|| among(&e.themes, id))
        .or_else(|| among(&e.support_needed, id))
        .or_else(|| among(&e.purpose, id))
        .or_else(|| among(&e.progress, id))
        .or_else(|| among(&e.insights, id))
        .or_else(|| among(&e.practices, id))
        .or_else(|| among(&e.assessments, id))
        .or_else(|| among(&e.feedback, id))
        .or_else(|| among(&e.reflections, id))
}

fn among<'a, T: Tag>(notes: &'a [Noted<T>], id: &NoteId) -> Option<Note<'a>> {
    let note = notes.iter().find(|note| note.id == *id)?;
    Some(Note {
        id: &note.id,
        topic: T::TOPIC,
        on: note.on,
        text: note.text.for_the_coach(),
        said_by: note.said_by.as_ref(),
    })
}

/// The releases that came from an item or, where it is a goal, are about it.
pub(super) fn released<'a>(e: &'a Engagement, found: &Found<'a>) -> Vec<&'a Release> {
    let releases = e.releases.iter();
    releases
        .filter(|release| came_from(release, found) || about(release, found))
        .collect()
}

/// True when a release came from this very item.
pub(super) fn came_from(release: &Release, found: &Found<'_>) -> bool {
    match found {
        Found::Note(note) => release.note.as_ref() == Some(note.id),
        Found::Session(session, part) => from_session(release, session, *part),
        Found::Release(itself) => itself.id == release.id,
        _ => false,
    }
}

fn about(release: &Release, found: &Found<'_>) -> bool {
    match found {
        Found::Version(goal, _) => release.goal.as_ref() == Some(&goal.id),
        Found::Agreed(_, agreed) => release.goal.as_ref() == Some(&agreed.goal),
        _ => false,
    }
}

/// A release names its session and not which of its texts: it is the one that holds the wording, or
/// the record where none does any more.
fn from_session(release: &Release, session: &Session, part: SessionPart) -> bool {
    if release.session.as_ref() != Some(&session.id) || release.note.is_some() {
        return false;
    }
    let holds =
        |part: SessionPart| of_session(session, part).contains(release.wording.for_the_coach());
    match part {
        SessionPart::Reflective => false,
        SessionPart::Record => {
            holds(part) || !(holds(SessionPart::Preparation) || holds(SessionPart::Opening))
        }
        SessionPart::Preparation | SessionPart::Opening => holds(part),
    }
}

impl Release {
    /// True when the note or the session's texts that it came from no longer hold its wording; false
    /// when it came from neither.
    #[must_use]
    pub fn source_changed(&self, e: &Engagement) -> bool {
        let wording = self.wording.for_the_coach();
        if let Some(id) = &self.note {
            return note(e, id).is_none_or(|note| !note.text.contains(wording));
        }
        let Some(id) = &self.session else {
            return false;
        };
        let texts = [
            SessionPart::Preparation,
            SessionPart::Opening,
            SessionPart::Record,
        ];
        e.session(id).is_none_or(|session| {
            let mut texts = texts.iter().map(|part| of_session(session, *part));
            !texts.any(|text| text.contains(wording))
        })
    }
}

/// The item that is meant by its id, written as it is kept; `SESSION:record` is a text of a session,
/// `MEETING:debrief` of a meeting, `MEETING:agenda-2` a point of its agenda, `MEETING:GOAL` a goal as
/// it was agreed there, and `fees` and
/// `attendance` are themselves.
#[must_use]
pub fn named(e: &Engagement, written: &str) -> Option<ItemOf> {
    match written.split_once(':') {
        Some((whole, part)) => part_named(e, whole, part),
        None => whole_named(e, written),
    }
}

fn whole_named(e: &Engagement, id: &str) -> Option<ItemOf> {
    let note_named = || {
        let id = NoteId::new(id).ok()?;
        note(e, &id).map(|_| ItemOf::Note(id))
    };
    let version = || {
        let mut versions = e.goals.iter().flat_map(|goal| &goal.versions);
        let found = versions.find(|each| each.id.as_str() == id)?;
        Some(ItemOf::GoalVersion(found.id.clone()))
    };
    let decision = || {
        let mut decisions = e.meetings.iter().flat_map(|meeting| &meeting.decisions);
        let found = decisions.find(|each| each.id.as_str() == id)?;
        Some(ItemOf::Decision(found.id.clone()))
    };
    macro_rules! among {
        ($list:ident, $kind:ident) => {{
            || {
                let found = e.$list.iter().find(|each| each.id.as_str() == id)?;
                Some(ItemOf::$kind(found.id.clone()))
            }
        }};
    }
    match id {
        "ending" => return e.ended.map(|_| ItemOf::Ending),
        "fees" => return Some(ItemOf::Fees),
        "attendance" => return Some(ItemOf::Attendance),
        _ => {}
    }
    note_named()
        .or_else(version)
        .or_else(decision)
        .or_else(among!(commitments, Commitment))
        .or_else(among!(sponsor_contacts, Contact))
        .or_else(among!(positions, Position))
        .or_else(among!(releases, Release))
        .or_else(among!(scores, Score))
        .or_else(among!(self_ratings, SelfRating))
        .or_else(among!(ties, Tie))
        .or_else(among!(threads, Thread))
        .or_else(among!(follow_ups, FollowUp))
        .or_else(among!(beliefs, Belief))
        .or_else(among!(clashes, Clash))
}

fn part_named(e: &Engagement, whole: &str, part: &str) -> Option<ItemOf> {
    if let Some(session) = SessionId::new(whole).ok().and_then(|id| e.session(&id)) {
        let part = SessionPart::from_word(part)?;
        return Some(ItemOf::SessionText {
            session: session.id.clone(),
            part,
        });
    }
    if let Some(measured) = measured_named(e, whole, part) {
        return Some(measured);
    }
    let meeting = MeetingId::new(whole).ok().and_then(|id| e.meeting(&id))?;
    if let Some(part) = MeetingText::from_word(part) {
        return Some(ItemOf::MeetingText {
            meeting: meeting.id.clone(),
            part,
        });
    }
    let place = part.strip_prefix("agenda-").map(str::parse);
    if let Some(Ok(place)) = place {
        return Some(ItemOf::AgendaPoint {
            meeting: meeting.id.clone(),
            place,
        });
    }
    let mut agreed = meeting.agreed.iter();
    let agreed = agreed.find(|agreed| agreed.goal.as_str() == part)?;
    Some(ItemOf::AgreedGoal {
        meeting: meeting.id.clone(),
        goal: agreed.goal.clone(),
    })
}

/// `ROUND:GOAL` is what its raters say together, `ROUND:PARTY:GOAL` what one of them said,
/// `PRIORITY:DAY` a dated wording.
fn measured_named(e: &Engagement, whole: &str, part: &str) -> Option<ItemOf> {
    if let Some(priority) = e.priorities.iter().find(|each| each.id.as_str() == whole) {
        let on = Day::parse(part).ok()?;
        let priority = priority.id.clone();
        return Some(ItemOf::Priority { priority, on });
    }
    let found = e.rounds.iter().find(|each| each.id.as_str() == whole)?;
    let round = found.id.clone();
    let (party, goal) = match part.split_once(':') {
        Some((party, goal)) => (PartyId::new(party).ok(), goal),
        None => (None, part),
    };
    let goal = GoalId::new(goal).ok()?;
    Some(match party {
        Some(party) => ItemOf::Answer { round, party, goal },
        None => ItemOf::Combined { round, goal },
    })
}
