//! Every text that an engagement keeps, each with the place where it stands.

use std::borrow::Cow;

use crate::agreement::in_force;
use crate::day::Day;
use crate::goals::GoalVersion;
use crate::ids::{GoalId, PartyId};
use crate::ledger::{Disclosed, Disclosure, Ground};
use crate::measures::{USUAL_RATERS, combined};
use crate::meetings::Meeting;
use crate::record::{Engagement, Noted, Session};
use crate::text::{Tag, Text};
use crate::words::{DocumentKind, Topic};

/// One kept text.
pub(super) struct Kept<'a> {
    /// Where it stands; no two are in one place.
    pub place: String,
    pub topic: Topic,
    pub on: Day,
    pub text: Cow<'a, str>,
    /// Whose words, promise or view it is.
    pub by: Option<&'a PartyId>,
    /// To whom it was told.
    pub to: Option<&'a PartyId>,
    /// The document that was handed over, where that is what is kept.
    pub document: Option<DocumentKind>,
    pub is: Is,
}

/// What kind of text it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Is {
    Said,
    Promised,
    Told,
    /// Kept from the coachee while there is a reason.
    Withheld,
    /// How coach and coachee see somebody; they said nothing of the kind.
    Supposed,
}

/// All of them, in no order that means anything.
pub(super) fn all(e: &Engagement, on: Day) -> Vec<Kept<'_>> {
    let mut texts = Texts(Vec::new());
    texts.add("fees".into(), &e.fees, e.began);
    texts.closing(e);
    e.sessions.iter().for_each(|session| texts.session(session));
    e.meetings.iter().for_each(|meeting| texts.meeting(meeting));
    for version in e.goals.iter().flat_map(|goal| &goal.versions) {
        texts.version(version);
    }
    texts.measures(e, on);
    texts.direction(e);
    texts.alignment(e);
    texts.notes(&e.expectations);
    texts.notes(&e.themes);
    texts.notes(&e.support_needed);
    texts.notes(&e.purpose);
    texts.notes(&e.progress);
    texts.notes(&e.insights);
    texts.notes(&e.practices);
    texts.notes(&e.assessments);
    texts.notes(&e.feedback);
    texts.notes(&e.reflections);
    for mark in &e.supervision {
        texts.add(format!("supervision/{}", mark.id), &mark.why, mark.on);
    }
    for promise in &e.commitments {
        let place = format!("commitment/{}", promise.id);
        texts.add_by(
            place,
            &promise.text,
            promise.made,
            promise.by.as_ref(),
            Is::Promised,
        );
    }
    for position in &e.positions {
        let place = format!("position/{}", position.id);
        texts.add_by(
            place,
            &position.words,
            position.on,
            Some(&position.party),
            Is::Said,
        );
    }
    for contact in &e.sponsor_contacts {
        let is = if contact.is_withheld(on) {
            Is::Withheld
        } else {
            Is::Said
        };
        let place = |part| format!("contact/{}/{part}", contact.id);
        texts.add_by(
            place("text"),
            &contact.text,
            contact.on,
            Some(&contact.party),
            is,
        );
        texts.add(place("withheld"), &contact.withheld, contact.on);
    }
    for agreement in &e.agreements {
        let place = format!("agreement/{}", agreement.id);
        texts.add(place, &agreement.additions, agreement.effective);
    }
    for release in &e.releases {
        let place = format!("release/{}", release.id);
        texts.plain(
            place,
            release.topic,
            release.given,
            release.wording.for_the_coach(),
        );
    }
    for approval in &e.approvals {
        let place = format!("approval/{}", approval.id);
        let said = approval.said.for_the_coach();
        texts.plain(place, Topic::Engagement, approval.on, said);
    }
    e.ledger.iter().for_each(|entry| texts.entry(entry));
    texts.0
}

struct Texts<'a>(Vec<Kept<'a>>);

impl<'a> Texts<'a> {
    fn add<T: Tag>(&mut self, place: String, text: &'a Text<T>, on: Day) {
        self.add_by(place, text, on, None, Is::Said);
    }

    fn add_by<T: Tag>(
        &mut self,
        place: String,
        text: &'a Text<T>,
        on: Day,
        by: Option<&'a PartyId>,
        is: Is,
    ) {
        self.push(Kept {
            by,
            is,
            ..kept(place, T::TOPIC, on, text.for_the_coach())
        });
    }

    fn plain(&mut self, place: String, topic: Topic, on: Day, text: &'a str) {
        self.push(kept(place, topic, on, text));
    }

    fn push(&mut self, text: Kept<'a>) {
        if !text.text.trim().is_empty() || text.document.is_some() {
            self.0.push(text);
        }
    }

    fn notes<T: Tag>(&mut self, notes: &'a [Noted<T>]) {
        for note in notes {
            let place = format!("note/{}", note.id);
            self.add_by(place, &note.text, note.on, note.said_by.as_ref(), Is::Said);
        }
    }

    fn session(&mut self, session: &'a Session) {
        let place = |part| format!("session/{}/{part}", session.id);
        self.add(place("preparation"), &session.preparation, session.on);
        self.add(place("opening"), &session.opening, session.on);
        self.add(place("record"), &session.record, session.on);
        self.add(place("reflective"), &session.reflective, session.on);
    }

    fn meeting(&mut self, meeting: &'a Meeting) {
        let place = |part: &str| format!("meeting/{}/{part}", meeting.id);
        let prepared = &meeting.preparation;
        let on = meeting.on;
        self.add(place("place"), &meeting.place, on);
        for (point, number) in meeting.agenda.iter().zip(1..) {
            self.add(place(&format!("agenda/{number}")), &point.text, on);
        }
        self.add(place("good-outcome"), &prepared.good_outcome, on);
        self.add(place("from-my-manager"), &prepared.from_my_manager, on);
        self.add(place("on-the-table"), &prepared.on_the_table, on);
        self.add(place("off-the-table"), &prepared.off_the_table, on);
        self.add(place("reflective"), &meeting.reflective, on);
        self.add(place("debrief"), &meeting.debrief, on);
        for agreed in &meeting.agreed {
            self.add(
                place(&format!("wording/{}", agreed.goal)),
                &agreed.wording,
                on,
            );
            self.add(
                place(&format!("measure/{}", agreed.goal)),
                &agreed.measure,
                on,
            );
        }
        for decision in &meeting.decisions {
            self.add(
                place(&format!("decision/{}", decision.id)),
                &decision.text,
                on,
            );
        }
    }

    fn version(&mut self, version: &'a GoalVersion) {
        let place = |part: &str| format!("goal/{}/{part}", version.id);
        self.add(place("title"), &version.title, version.on);
        self.add(place("words"), &version.words, version.on);
        self.add(place("why"), &version.why, version.on);
        self.add(place("measure"), &version.measure, version.on);
        if let Some(shift) = &version.shift {
            self.add(place("reason"), &shift.reason, version.on);
        }
        if let Some(levels) = &version.levels {
            for (text, number) in levels.all().into_iter().zip(-2..) {
                let place = place(&format!("level/{}", signed(number)));
                self.add(place, text, levels.on);
            }
        }
        for (before, number) in version.corrections.iter().zip(1..) {
            let place = |part| place(&format!("before-{number}/{part}"));
            self.add(place("title"), &before.title, version.on);
            self.add(place("words"), &before.words, version.on);
            self.add(place("why"), &before.why, version.on);
            self.add(place("measure"), &before.measure, version.on);
        }
    }

    /// What was scored and rated, each number before its words; the combined figures of closed rounds;
    /// and what each
    /// rater said.
    fn measures(&mut self, e: &'a Engagement, on: Day) {
        let least = in_force(e, on).map_or(USUAL_RATERS, |agreement| agreement.raters);
        let coachee = e.coachee().map(|coachee| &coachee.id);
        for score in &e.scores {
            let place = format!("score/{}", score.id);
            let words = score.words.for_the_coach();
            let number = signed(score.level.number());
            self.number(place, Topic::Progress, score.on, number, words, None);
        }
        for rating in &e.self_ratings {
            let place = format!("rating/{}", rating.id);
            let words = rating.words.for_the_coach();
            let number = rating.mark.number().to_string();
            self.number(place, Topic::Progress, rating.on, number, words, coachee);
        }
        for round in &e.rounds {
            let place = |part: &str, goal: &GoalId| format!("round/{}/{goal}/{part}", round.id);
            for answer in &round.answers {
                let by = Some(&answer.party);
                let place = place(answer.party.as_str(), &answer.goal);
                let words = answer.feed_forward.for_the_coach();
                let number = answer.change.map_or(String::new(), |c| signed(c.number()));
                self.number(place, Topic::FeedbackVerbatim, round.on, number, words, by);
            }
            let figures = round.asked.iter().filter(|_| round.is_closed(on));
            let figures = figures.filter_map(|a| Some((&a.goal, combined(round, &a.goal)?)));
            // Of fewer it would be the answer of somebody else.
            for (goal, figure) in figures.filter(|(_, f)| f.raters >= least.into()) {
                let said = format!(
                    "{:+.1} ({})",
                    f64::from(figure.tenths) / 10.0,
                    figure.raters
                );
                let place = place("combined", goal);
                self.number(place, Topic::FeedbackCombined, round.on, said, "", None);
            }
        }
    }

    fn direction(&mut self, e: &'a Engagement) {
        for priority in &e.priorities {
            for wording in &priority.wordings {
                let place = format!("priority/{}/{}", priority.id, wording.on);
                let by = Some(&priority.party);
                self.add_by(place, &wording.text, wording.on, by, Is::Said);
            }
        }
        for tie in &e.ties {
            self.add(format!("tie/{}", tie.id), &tie.words, tie.on);
        }
        for thread in &e.threads {
            let notes = e.insights.iter();
            let linked = notes.filter(|note| thread.insights.contains(&note.id));
            let began = linked.map(|note| note.on).min().unwrap_or(e.began);
            self.add(format!("thread/{}", thread.id), &thread.subject, began);
        }
    }

    fn alignment(&mut self, e: &'a Engagement) {
        for belief in &e.beliefs {
            let (place, by) = (format!("belief/{}", belief.id), Some(&belief.party));
            self.add_by(place, &belief.text, belief.on, by, Is::Supposed);
        }
        for clash in &e.clashes {
            let place = |part: &str| format!("clash/{}/{part}", clash.id);
            self.add(place("title"), &clash.title, clash.on);
            for side in &clash.sides {
                for (part, text) in [("wants", &side.wants), ("fears", &side.fears)] {
                    let place = place(&format!("{part}/{}", side.party));
                    self.add_by(place, text, clash.on, Some(&side.party), Is::Supposed);
                }
            }
            self.add(place("shared"), &clash.shared_objective, clash.on);
            self.add(place("not-negotiable"), &clash.not_negotiable, clash.on);
            self.add(place("evidence"), &clash.evidence, clash.on);
            for tried in &clash.experiments {
                let place = |part: &str| place(&format!("experiment/{}/{part}", tried.id));
                self.add(place("text"), &tried.text, tried.on);
                let judged = tried.judged.unwrap_or(tried.on);
                self.add(place("came-of"), &tried.came_of, judged);
            }
            if let Some(outcome) = &clash.outcome {
                self.add(place("outcome"), &outcome.words, outcome.on);
            }
        }
    }

    fn closing(&mut self, e: &'a Engagement) {
        let ended = e.ended.unwrap_or(e.began);
        self.add("ending".into(), &e.ending.words, ended);
        for each in &e.follow_ups {
            let on = each.done.unwrap_or(each.due);
            self.add(format!("follow-up/{}", each.id), &each.words, on);
        }
    }

    /// A number, with the words beside it.
    fn number(
        &mut self,
        place: String,
        topic: Topic,
        on: Day,
        number: String,
        words: &'a str,
        by: Option<&'a PartyId>,
    ) {
        let said = match (number.is_empty(), words.trim().is_empty()) {
            (true, _) => Cow::Borrowed(words),
            (false, true) => Cow::Owned(number),
            (false, false) => Cow::Owned(format!("{number}: {words}")),
        };
        self.push(Kept {
            by,
            ..kept_as(place, topic, on, said)
        });
    }

    fn entry(&mut self, entry: &'a Disclosure) {
        let place = format!("ledger/{}", entry.number);
        let told = match &entry.what {
            Disclosed::Words { topic, wording, .. } => {
                kept(place.clone(), *topic, entry.on, wording.for_the_coach())
            }
            Disclosed::Document { kind, .. } => Kept {
                document: Some(*kind),
                ..kept(place.clone(), Topic::Engagement, entry.on, "")
            },
        };
        self.push(Kept {
            to: entry.to.as_ref(),
            is: Is::Told,
            ..told
        });
        if let Ground::Exception(why) = &entry.ground {
            let reason = why.reason.for_the_coach();
            self.plain(
                format!("{place}/reason"),
                Topic::Reflections,
                entry.on,
                reason,
            );
        }
    }
}

/// A number of a scale, with its sign.
fn signed(number: i8) -> String {
    match number {
        1.. => format!("+{number}"),
        0 => "0".to_owned(),
        _ => format!("−{}", number.unsigned_abs()),
    }
}

fn kept(place: String, topic: Topic, on: Day, text: &str) -> Kept<'_> {
    kept_as(place, topic, on, Cow::Borrowed(text))
}

fn kept_as(place: String, topic: Topic, on: Day, text: Cow<'_, str>) -> Kept<'_> {
    Kept {
        place,
        topic,
        on,
        text,
        by: None,
        to: None,
        document: None,
        is: Is::Said,
    }
}
