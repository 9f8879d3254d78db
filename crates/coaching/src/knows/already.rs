//! Who does know an item. What is not recorded is not guessed.

use super::find::{Found, came_from};
use super::may::may;
use super::{DoesKnow, HowKnown, Paper};
use crate::day::Day;
use crate::ids::{GoalVersionId, PartyId};
use crate::ledger::{Disclosed, Disclosure, Ground};
use crate::meetings::Meeting;
use crate::record::{Case, Party};
use crate::seat::Gate;
use crate::words::{DocumentKind, MeetingText, Role, SessionPart, TellingState, Topic};

/// Adds how a party knows the item by that day.
pub(super) fn knows<'a>(
    case: &'a Case,
    party: &'a Party,
    found: &Found<'a>,
    on: Day,
    does: &mut Vec<DoesKnow<'a>>,
) {
    let e = &case.engagement;
    // One person in several roles knows what any of them was told.
    let same = |id: &PartyId| e.party(id).is_some_and(|p| p.person == party.person);
    let mut ways = Vec::new();
    let begun = found.on(e) <= on;
    let said = found.said_by().is_some_and(same);
    if begun && (said || matches!(found, Found::Contact(contact) if same(&contact.party))) {
        ways.push(HowKnown::SaidIt);
    } else if begun && party.role == Role::Coachee && is_the_coachees(found) {
        ways.push(HowKnown::OwnRecord);
    }
    let sat = |meeting: &&Meeting| meeting.was_held(on) && meeting.attended.iter().any(same);
    for meeting in meetings(case, found).into_iter().filter(sat) {
        ways.push(HowKnown::Attended { on: meeting.on });
    }
    let entries = e.ledger.iter().filter(|entry| entry.on <= on);
    let told = entries
        .filter(|entry| entry.to.as_ref().is_some_and(same))
        .filter(|entry| holds(case, entry, found));
    ways.extend(told.map(|entry| HowKnown::Ledger {
        number: entry.number,
        on: entry.on,
        by: entry.by,
        channel: entry.how,
    }));
    let in_the_ledger = ways
        .iter()
        .any(|how| matches!(how, HowKnown::Ledger { .. }));
    if !in_the_ledger {
        ways.extend(noted_as_told(case, party, found, on).map(|on| HowKnown::Told { on }));
    }
    does.extend(ways.into_iter().map(|how| DoesKnow {
        party: &party.id,
        how,
    }));
}

/// What passed between the coachee and the coach, or is the coachee's own to give.
fn is_the_coachees(found: &Found) -> bool {
    match found {
        Found::Note(_) => {
            let theirs = matches!(
                found.topic(),
                Topic::Progress
                    | Topic::Themes
                    | Topic::SupportNeeded
                    | Topic::Purpose
                    | Topic::Insights
                    | Topic::Practices
                    | Topic::Assessments
            );
            // What somebody else said of it may or may not have reached the coachee.
            theirs && found.said_by().is_none()
        }
        Found::Commitment(commitment) => commitment.session.is_some(),
        Found::Session(_, part) => *part != SessionPart::Reflective,
        Found::Meeting(_, part) => *part != MeetingText::Reflective && *part != MeetingText::Place,
        Found::Version(..) | Found::Release(_) | Found::Attendance => true,
        Found::Score(_) | Found::Rating(..) | Found::Tie(_) | Found::Thread(_) => true,
        Found::Belief(_) | Found::Clash(_) => true,
        Found::FollowUp(_) => true,
        Found::Agreed(..)
        | Found::Combined(..)
        | Found::Answer(..)
        | Found::Priority(..)
        | Found::Decision(..)
        | Found::Agenda(..)
        | Found::Contact(_)
        | Found::Position(_)
        | Found::Ending
        | Found::Fees => false,
    }
}

/// The meetings in which it was spoken of.
fn meetings<'a>(case: &'a Case, found: &Found<'a>) -> Vec<&'a Meeting> {
    let e = &case.engagement;
    match found {
        Found::Version(_, version) => {
            let agreed = |meeting: &&Meeting| {
                let mut goals = meeting.agreed.iter();
                goals.any(|agreed| agreed.version == version.id)
            };
            e.meetings.iter().filter(agreed).collect()
        }
        Found::Agenda(meeting, _) => vec![*meeting],
        _ => found.outcome_of(e).into_iter().collect(),
    }
}

/// The entry told of the item: in its words, of its version, by a release that came from it, or in a
/// document whose words were kept.
fn holds(case: &Case, entry: &Disclosure, found: &Found) -> bool {
    let text = found.text(&case.engagement).trim();
    let by_release = match &entry.ground {
        Ground::Release(id) => {
            let mut releases = case.engagement.releases.iter();
            releases.any(|release| release.id == *id && came_from(release, found))
        }
        _ => false,
    };
    by_release
        || match &entry.what {
            Disclosed::Words {
                wording, version, ..
            } => {
                let of_version = version.is_some() && version.as_ref() == version_of(found);
                let same_words = !text.is_empty() && wording.for_the_coach().trim() == text;
                of_version || same_words
            }
            Disclosed::Document { content, .. } => {
                kept(case, content).is_some_and(|said| stands_in(said, text))
            }
        }
}

fn version_of<'a>(found: &Found<'a>) -> Option<&'a GoalVersionId> {
    match found {
        Found::Version(_, version) => Some(&version.id),
        Found::Agreed(_, agreed) => Some(&agreed.version),
        _ => None,
    }
}

/// What the document with that content said, where an approval of it kept that.
fn kept<'a>(case: &'a Case, content: &str) -> Option<&'a str> {
    let mut approvals = case.engagement.approvals.iter();
    let approval = approvals.find(|each| each.content == content && !each.said.is_empty())?;
    Some(approval.said.for_the_coach())
}

/// True when words stand in a document as a line of their own, with or without quotation marks
/// around them. Words inside another line may be there by chance.
fn stands_in(said: &str, text: &str) -> bool {
    let quotes = ['“', '”', '«', '»', '"', ' '];
    let lines: Vec<&str> = said
        .lines()
        .map(|line| line.trim_matches(quotes))
        .filter(|line| !line.is_empty())
        .collect();
    let words: Vec<&str> = text
        .lines()
        .map(|line| line.trim_matches(quotes))
        .filter(|line| !line.is_empty())
        .collect();
    !words.is_empty() && lines.windows(words.len()).any(|lines| lines == words)
}

/// The day on which it was noted that the party was told, in another place than the ledger.
fn noted_as_told(case: &Case, party: &Party, found: &Found, on: Day) -> Option<Day> {
    match found {
        Found::Contact(contact) if party.role == Role::Coachee => {
            contact.coachee_told.filter(|told| *told <= on)
        }
        Found::Version(_, version) => {
            let mut tellings = case.engagement.tellings.iter();
            let telling =
                tellings.find(|each| each.version == version.id && each.party == party.id)?;
            let steps = telling.steps.iter().filter(|step| step.on <= on);
            let told = |state| matches!(state, TellingState::Told | TellingState::Agreed);
            steps
                .filter(|step| told(step.state))
                .map(|step| step.on)
                .min()
        }
        _ => None,
    }
}

/// Adds the documents handed over to a party on a day on which they might have known the item, when
/// nothing was kept of what the document said.
pub(super) fn papers<'a>(
    case: &'a Case,
    party: &'a Party,
    found: &Found<'a>,
    on: Day,
    papers: &mut Vec<Paper<'a>>,
) {
    for entry in case.engagement.ledger.iter().filter(|entry| entry.on <= on) {
        let Disclosed::Document { kind, content, .. } = &entry.what else {
            continue;
        };
        // An agreement to sign holds the frame and the boundaries, and no item of the record.
        let unclear = entry.to.as_ref() == Some(&party.id)
            && *kind != DocumentKind::Agreement
            && kept(case, content).is_none();
        let Some(gate) = Gate::for_party(case, &party.id, entry.on).filter(|_| unclear) else {
            continue;
        };
        let might = may(&gate, &party.id, found);
        if might.may && !might.in_released_words {
            papers.push(Paper {
                party: &party.id,
                number: entry.number,
                on: entry.on,
                kind: *kind,
            });
        }
    }
}
