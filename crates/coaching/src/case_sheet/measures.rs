//! Measures, priorities, ties and threads on the sheet: numbers by session, words without names.

use super::When;
use super::build::{Dated, plain};
use super::gate::Gate;
use crate::day::Day;
use crate::goals::GoalVersion;
use crate::ids::PartyId;
use crate::measures::{combined as together, raters};
use crate::text::{Tag, Text};
use crate::words::Topic;

/// How far a version was attained.
pub(super) fn scores(gate: &Gate, version: &GoalVersion) -> Vec<(When, i8)> {
    if !gate.open(Topic::Progress) {
        return Vec::new();
    }
    let scores = gate.case.engagement.scores.iter();
    let of_version = scores.filter(|s| s.version == version.id && s.on <= gate.on);
    by_day(of_version.map(|score| {
        let when = gate.when(score.on, score.session.as_ref());
        (score.on, (when, score.level.number()))
    }))
}

/// How the coachee rated it.
pub(super) fn ratings(gate: &Gate, version: &GoalVersion) -> Vec<(When, u8)> {
    if !gate.open(Topic::Progress) {
        return Vec::new();
    }
    let ratings = gate.case.engagement.self_ratings.iter();
    let of_version = ratings.filter(|r| r.version == version.id && r.on <= gate.on);
    by_day(of_version.map(|rating| {
        let when = gate.when(rating.on, rating.session.as_ref());
        (rating.on, (when, rating.mark.number()))
    }))
}

/// What closed rounds say together, where enough people answered.
pub(super) fn combined(gate: &Gate, version: &GoalVersion) -> Vec<(When, u16, i16)> {
    if !gate.open(Topic::FeedbackCombined) {
        return Vec::new();
    }
    let rounds = gate.case.engagement.rounds.iter();
    let closed = rounds.filter(|round| round.is_closed(gate.on));
    by_day(closed.filter_map(|round| {
        let asked = round.asked.iter().find(|a| a.version == version.id)?;
        let figure = together(round, &asked.goal)?;
        let people = raters(&gate.case.engagement, round, &asked.goal, |_| true);
        let enough = people >= usize::from(gate.fewest_raters());
        let when = gate.when(round.on, None);
        enough.then_some((round.on, (when, figure.raters, figure.tenths)))
    }))
}

fn by_day<T: Ord>(dated: impl Iterator<Item = (Day, T)>) -> Vec<T> {
    let mut dated: Vec<_> = dated.collect();
    dated.sort();
    dated.into_iter().map(|(_, told)| told).collect()
}

/// The words beside scores and ratings.
pub(super) fn words<'a>(gate: &Gate<'a>) -> Vec<Dated<'a>> {
    let e = &gate.case.engagement;
    let scores = e.scores.iter();
    let scores = scores.filter_map(|s| plain(gate, &s.words, s.on, s.session.as_ref()));
    let coachee = e.coachee().map(|coachee| &coachee.id);
    let ratings = e.self_ratings.iter().filter_map(|rating| {
        let line = plain(gate, &rating.words, rating.on, rating.session.as_ref())?;
        Some(by(gate, line, coachee))
    });
    scores.chain(ratings).collect()
}

/// What raters suggested, where who said what may be told.
pub(super) fn feed_forward<'a>(gate: &Gate<'a>) -> Vec<Dated<'a>> {
    let rounds = gate.case.engagement.rounds.iter();
    let answers = rounds.flat_map(|round| round.answers.iter().map(move |a| (round.on, a)));
    answers
        .filter_map(|(on, a)| said(gate, &a.feed_forward, on, &a.party))
        .collect()
}

/// What matters to the sponsor's side, wording by wording.
pub(super) fn priorities<'a>(gate: &Gate<'a>) -> Vec<Dated<'a>> {
    let priorities = gate.case.engagement.priorities.iter();
    let wordings = priorities.flat_map(|p| p.wordings.iter().map(move |w| (&p.party, w)));
    wordings
        .filter_map(|(party, wording)| said(gate, &wording.text, wording.on, party))
        .collect()
}

/// How goals serve what they are tied to.
pub(super) fn ties<'a>(gate: &Gate<'a>) -> Vec<Dated<'a>> {
    let ties = gate.case.engagement.ties.iter();
    let held = ties.filter(|tie| tie.holds(gate.on));
    held.filter_map(|tie| plain(gate, &tie.words, tie.on, None))
        .collect()
}

/// What threads of insights are about: since their first insight.
pub(super) fn subjects<'a>(gate: &Gate<'a>) -> Vec<Dated<'a>> {
    let e = &gate.case.engagement;
    let threads = e.threads.iter().filter_map(|thread| {
        let notes = thread.up_to(e, gate.on);
        let first = notes.into_iter().find(|note| !note.text.is_empty())?;
        plain(gate, &thread.subject, first.on, None)
    });
    threads.collect()
}

fn said<'a, T: Tag>(
    gate: &Gate<'a>,
    text: &'a Text<T>,
    on: Day,
    party: &PartyId,
) -> Option<Dated<'a>> {
    let line = plain(gate, text, on, None)?;
    Some(by(gate, line, Some(party)))
}

fn by<'a>(gate: &Gate<'a>, line: Dated<'a>, party: Option<&PartyId>) -> Dated<'a> {
    let ((on, words, _), mut line) = line;
    line.said_by = party.map(|party| gate.who(Some(party)));
    ((on, words, gate.name(party)), line)
}
