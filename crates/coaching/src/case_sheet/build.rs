//! From the record to the sheet.

use super::gate::Gate;
use super::{
    BaselineOfCase, CaseSheet, CommitmentOfCase, GoalOfCase, LineOfCase, MeetingOfCase,
    NothingInForce, PositionOfCase, SectionOfCase, VersionOfCase,
};
use super::{alignment, measures};
use crate::closing::has_ended;
use crate::day::Day;
use crate::goals::{Goal, GoalVersion};
use crate::ids::GoalId;
use crate::meetings::Meeting;
use crate::nameless::{Nameless, StandsFor};
use crate::record::{Case, Noted};
use crate::text::Tag;
use crate::words::{MeetingStatus, Role, Topic};

/// The two-chair record without names, as of a day, under the rules of the agreement in force for the
/// supervisor: with the coach's reflections only where that is asked for.
///
/// # Errors
/// [`NothingInForce`] when no agreement is.
pub fn case_sheet(
    case: &Case,
    on: Day,
    reflections: bool,
    question: &str,
) -> Result<CaseSheet, NothingInForce> {
    let gate = Gate::new(case, on, reflections)?;
    gate.words(question);
    let _ = sheet(&gate, question);
    let gate = gate.knowing_the_words();
    Ok(sheet(&gate, question).finished())
}

fn sheet<'a>(gate: &Gate<'a>, question: &'a str) -> CaseSheet {
    let e = &gate.case.engagement;
    let frame = gate.open(Topic::Engagement);
    CaseSheet {
        language: e.language,
        on: gate.on,
        question: gate.words(question),
        people: people(gate),
        held: gate.sessions_held(),
        planned: frame.then_some((e.planned_sessions, e.session_minutes)),
        baselines: baselines(gate),
        goals: goals(gate),
        meetings: meetings(gate),
        commitments: commitments(gate),
        positions: positions(gate),
        beliefs: alignment::beliefs(gate),
        clashes: alignment::clashes(gate),
        sections: Topic::ALL
            .iter()
            .map(|&topic| SectionOfCase {
                topic,
                lines: lines(gate, topic),
            })
            .filter(|section| !section.lines.is_empty())
            .collect(),
        unsure: Vec::new(),
    }
}

/// Who is in it: the coachee and the sponsor's side, and whoever else was named a stakeholder.
fn people(gate: &Gate) -> Vec<StandsFor> {
    if !gate.open(Topic::Engagement) {
        return Vec::new();
    }
    let parties = gate.case.engagement.parties.iter();
    let mut people: Vec<StandsFor> = parties
        .filter(|party| party.role != Role::Supervisor && party.is_in(gate.on))
        .map(|party| gate.who(Some(&party.id)))
        .collect();
    people.sort_unstable();
    people.dedup();
    people
}

fn baselines(gate: &Gate) -> Vec<BaselineOfCase> {
    let made = |meeting: &&Meeting| meeting.made_a_baseline(gate.on);
    let baselines = by_day(gate).into_iter().filter(made).map(|meeting| {
        let agreed = meeting.agreed.iter().filter_map(|agreed| {
            let wording = gate.text(&agreed.wording, meeting.on)?;
            Some((wording, gate.text(&agreed.measure, meeting.on)))
        });
        BaselineOfCase {
            when: gate.when(meeting.on, None),
            kind: meeting.kind,
            goals: agreed.collect(),
        }
    });
    baselines
        .filter(|baseline| !baseline.goals.is_empty())
        .collect()
}

/// By day, and on one day by what is written of them: never by an id.
fn by_day<'a>(gate: &Gate<'a>) -> Vec<&'a Meeting> {
    fn words(m: &Meeting) -> Vec<&str> {
        let agreed = m.agreed.iter().map(|a| a.wording.for_the_coach());
        let decided = m.decisions.iter().map(|d| d.text.for_the_coach());
        let prepared = [&m.preparation.good_outcome, &m.debrief].map(|text| text.for_the_coach());
        agreed.chain(decided).chain(prepared).collect()
    }
    let mut meetings: Vec<_> = gate.case.engagement.meetings.iter().collect();
    meetings.sort_by(|a, b| {
        let key = |m: &'a Meeting| (m.on, m.at.as_str(), m.kind, m.arranged, m.status);
        (key(a), words(a)).cmp(&(key(b), words(b)))
    });
    meetings
}

fn goals(gate: &Gate) -> Vec<GoalOfCase> {
    if !gate.open(Topic::CurrentGoals) {
        return Vec::new();
    }
    let mut goals: Vec<(&Goal, &GoalVersion)> = gate
        .case
        .engagement
        .goals
        .iter()
        .filter_map(|goal| Some((goal, goal.on(gate.on)?)))
        .collect();
    goals.sort_by_key(|(goal, now)| {
        let story = goal.up_to(gate.on).into_iter().map(|v| {
            let words = [&v.title, &v.words, &v.why, &v.measure];
            (v.on, v.status, words.map(|text| text.for_the_coach()))
        });
        (!now.status.goes_on(), now.place, story.collect::<Vec<_>>())
    });
    let stories = goals.into_iter().map(|(goal, _)| GoalOfCase {
        versions: goal
            .up_to(gate.on)
            .into_iter()
            .filter_map(|v| version(gate, v))
            .collect(),
    });
    stories.filter(|goal| !goal.versions.is_empty()).collect()
}

fn version<'a>(gate: &Gate<'a>, version: &'a GoalVersion) -> Option<VersionOfCase> {
    let on = version.on;
    let shift = version.shift.as_ref();
    let into = shift.map_or(&[][..], |shift| &shift.into);
    let mut successors: Vec<&GoalVersion> = into
        .iter()
        .filter_map(|id| gate.case.engagement.goal(id)?.on(on))
        .collect();
    successors.sort_by_key(|successor| successor.title.for_the_coach());
    Some(VersionOfCase {
        when: gate.when(on, version.session.as_ref()),
        title: gate.text(&version.title, on)?,
        words: gate.text(&version.words, on),
        why: gate.text(&version.why, on),
        measure: gate.text(&version.measure, on),
        status: version.status,
        shift: shift.map(|shift| (shift.kind, shift.prompt)),
        reason: shift.and_then(|shift| gate.text(&shift.reason, on)),
        into: successors
            .into_iter()
            .filter_map(|successor| gate.text(&successor.title, on))
            .collect(),
        scores: measures::scores(gate, version),
        ratings: measures::ratings(gate, version),
        combined: measures::combined(gate, version),
    })
}

/// The meetings that were arranged by the day. Where they are held stays out: it is a name.
fn meetings(gate: &Gate) -> Vec<MeetingOfCase> {
    if !gate.open(Topic::Engagement) {
        return Vec::new();
    }
    let arranged = by_day(gate)
        .into_iter()
        .filter(|meeting| meeting.arranged <= gate.on);
    arranged
        .map(|meeting| {
            let held = meeting.was_held(gate.on);
            let prepared = &meeting.preparation;
            let mut there: Vec<_> = meeting.attended.iter().filter(|_| held).collect();
            there.sort_by_key(|id| gate.name(Some(id)));
            let mut attended: Vec<StandsFor> = Vec::new();
            for who in there.into_iter().map(|id| gate.who(Some(id))) {
                if !attended.contains(&who) {
                    attended.push(who);
                }
            }
            MeetingOfCase {
                when: gate.when(meeting.on, None),
                kind: meeting.kind,
                status: match meeting.status {
                    MeetingStatus::Held if !held => MeetingStatus::Planned,
                    status => status,
                },
                attended,
                preparation: [
                    gate.text(&prepared.good_outcome, meeting.arranged),
                    gate.text(&prepared.from_my_manager, meeting.arranged),
                    gate.text(&prepared.on_the_table, meeting.arranged),
                    gate.text(&prepared.off_the_table, meeting.arranged),
                ],
                decisions: meeting
                    .decisions
                    .iter()
                    .filter(|_| held)
                    .filter_map(|decision| gate.text(&decision.text, meeting.on))
                    .collect(),
                debrief: gate.text(&meeting.debrief, meeting.on),
            }
        })
        .collect()
}

fn commitments(gate: &Gate) -> Vec<CommitmentOfCase> {
    let mut made: Vec<_> = gate.case.engagement.commitments.iter().collect();
    made.sort_by_key(|promise| {
        let by = gate.name(promise.by.as_ref());
        let when = gate.when(promise.made, promise.session.as_ref());
        let text = promise.text.for_the_coach();
        (promise.made, text, by, when, promise.status_on(gate.on))
    });
    let promises = made.into_iter().filter_map(|promise| {
        Some(CommitmentOfCase {
            text: gate.text(&promise.text, promise.made)?,
            when: gate.when(promise.made, promise.session.as_ref()),
            by: gate.who(promise.by.as_ref()),
            status: promise.status_on(gate.on),
        })
    });
    promises.collect()
}

fn positions(gate: &Gate) -> Vec<PositionOfCase> {
    if !gate.open(Topic::Alignment) {
        return Vec::new();
    }
    let mut taken: Vec<_> = gate.case.engagement.positions.iter().collect();
    taken.retain(|position| position.on <= gate.on);
    taken.sort_by_key(|position| {
        let party = gate.name(Some(&position.party));
        let words = position.words.for_the_coach();
        let goal = gate.case.engagement.goal(&position.goal);
        let title = goal
            .and_then(|goal| goal.on(gate.on))
            .map(|version| version.title.for_the_coach());
        (position.on, position.stance, words, party, title)
    });
    let positions = taken.into_iter().filter_map(|position| {
        Some(PositionOfCase {
            when: gate.when(position.on, None),
            party: gate.who(Some(&position.party)),
            goal: goal_named(gate, &position.goal)?,
            stance: position.stance,
            words: gate.text(&position.words, position.on),
        })
    });
    positions.collect()
}

/// The goal in words that may be told: its title, or its wording in the last baseline that has it.
pub(super) fn goal_named(gate: &Gate, goal: &GoalId) -> Option<Nameless> {
    let found = gate.case.engagement.goal(goal);
    let title = found
        .and_then(|goal| goal.on(gate.on))
        .and_then(|version| gate.text(&version.title, version.on));
    title.or_else(|| {
        let made = |meeting: &&Meeting| meeting.made_a_baseline(gate.on);
        by_day(gate)
            .into_iter()
            .rev()
            .filter(made)
            .find_map(|meeting| {
                let agreed = meeting.agreed.iter().find(|a| a.goal == *goal)?;
                gate.text(&agreed.wording, meeting.on)
            })
    })
}

/// A line before it has its place among the others: by day, words, and whose they are.
pub(super) type Dated<'a> = ((Day, &'a str, (Role, &'a str)), LineOfCase);

fn lines(gate: &Gate, topic: Topic) -> Vec<LineOfCase> {
    let e = &gate.case.engagement;
    let mut lines: Vec<Dated> = match topic {
        Topic::Engagement => ending(gate).into_iter().collect(),
        Topic::Progress => {
            let mut lines = notes(gate, &e.progress);
            lines.extend(measures::words(gate));
            lines
        }
        Topic::CurrentGoals => measures::ties(gate),
        Topic::Themes => notes(gate, &e.themes),
        Topic::SupportNeeded => notes(gate, &e.support_needed),
        Topic::Purpose => notes(gate, &e.purpose),
        Topic::Insights => {
            let mut lines = notes(gate, &e.insights);
            lines.extend(measures::subjects(gate));
            lines
        }
        Topic::Practices => notes(gate, &e.practices),
        Topic::Assessments => notes(gate, &e.assessments),
        Topic::FeedbackVerbatim => {
            let mut lines = notes(gate, &e.feedback);
            lines.extend(measures::feed_forward(gate));
            lines
        }
        Topic::Alignment => {
            let mut lines = notes(gate, &e.expectations);
            lines.extend(measures::priorities(gate));
            lines
        }
        Topic::SessionContent => session_texts(gate),
        Topic::SponsorContact => contacts(gate),
        Topic::Reflections => reflections(gate),
        // These have a place of their own, or say who it is: fees, averages of few.
        _ => Vec::new(),
    };
    let released = gate.releases().filter(|release| release.topic == topic);
    lines.extend(released.map(|release| {
        let wording = release.wording.for_the_coach();
        let line = LineOfCase {
            when: gate.when(release.given, release.session.as_ref()),
            text: gate.words(wording),
            said_by: None,
            voice: Some(release.voice),
        };
        ((release.given, wording, gate.name(None)), line)
    }));
    lines.sort_by_key(|(key, line)| (*key, line.when, line.voice));
    lines.into_iter().map(|(_, line)| line).collect()
}

/// Notes of an open topic, but those in whose place released words stand.
fn notes<'a, T: Tag>(gate: &Gate<'a>, notes: &'a [Noted<T>]) -> Vec<Dated<'a>> {
    let in_released_words = |note: &Noted<T>| {
        let stands_in = |id| id == Some(&note.id);
        gate.releases()
            .any(|release| release.topic == T::TOPIC && stands_in(release.note.as_ref()))
    };
    let kept = notes.iter().filter(|note| !in_released_words(note));
    kept.filter_map(|note| {
        let line = LineOfCase {
            text: gate.text(&note.text, note.on)?,
            when: gate.when(note.on, note.session.as_ref()),
            said_by: note.said_by.as_ref().map(|party| gate.who(Some(party))),
            voice: None,
        };
        let whose = gate.name(note.said_by.as_ref());
        Some(((note.on, note.text.for_the_coach(), whose), line))
    })
    .collect()
}

fn session_texts<'a>(gate: &Gate<'a>) -> Vec<Dated<'a>> {
    let sessions = gate.case.engagement.sessions.iter();
    let texts = sessions.flat_map(|s| {
        [&s.preparation, &s.opening, &s.record].map(|text| (s.on, Some(&s.id), text))
    });
    let follow_ups = gate.case.engagement.follow_ups.iter();
    let ended = has_ended(&gate.case.engagement, gate.on);
    let follow_ups = follow_ups
        .filter(|_| ended.is_some())
        .filter_map(|each| plain(gate, &each.words, each.done?, None));
    texts
        .filter_map(|(on, session, text)| plain(gate, text, on, session))
        .chain(follow_ups)
        .collect()
}

/// What was agreed to be said about the end.
fn ending<'a>(gate: &Gate<'a>) -> Option<Dated<'a>> {
    let e = &gate.case.engagement;
    plain(gate, &e.ending.words, has_ended(e, gate.on)?, None)
}

fn reflections<'a>(gate: &Gate<'a>) -> Vec<Dated<'a>> {
    let e = &gate.case.engagement;
    let of_sessions = e
        .sessions
        .iter()
        .filter_map(|s| plain(gate, &s.reflective, s.on, Some(&s.id)));
    let of_meetings = e
        .meetings
        .iter()
        .filter_map(|m| plain(gate, &m.reflective, m.on, None));
    let mut lines = notes(gate, &e.reflections);
    lines.extend(of_sessions);
    lines.extend(of_meetings);
    lines
}

/// What the sponsor's side told the coach, but what is withheld from the coachee.
fn contacts<'a>(gate: &Gate<'a>) -> Vec<Dated<'a>> {
    let contacts = gate.case.engagement.sponsor_contacts.iter();
    let open = contacts.filter(|contact| !contact.is_withheld(gate.on));
    open.filter_map(|contact| {
        let ((on, words, _), mut line) = plain(gate, &contact.text, contact.on, None)?;
        line.said_by = Some(gate.who(Some(&contact.party)));
        Some(((on, words, gate.name(Some(&contact.party))), line))
    })
    .collect()
}

pub(super) fn plain<'a, T: Tag>(
    gate: &Gate<'a>,
    text: &'a crate::text::Text<T>,
    on: Day,
    session: Option<&crate::ids::SessionId>,
) -> Option<Dated<'a>> {
    let line = LineOfCase {
        text: gate.text(text, on)?,
        when: gate.when(on, session),
        said_by: None,
        voice: None,
    };
    Some(((on, text.for_the_coach(), gate.name(None)), line))
}
