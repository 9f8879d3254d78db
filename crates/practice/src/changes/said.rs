//! What was said: on the ground that allowed it, or as an exception, which is never taken by itself.

use coaching::agreement::in_force;
use coaching::day::Day;
use coaching::ids::{MeetingId, PartyId};
use coaching::ledger::{Disclosed, Exception, Ground};
use coaching::record::{Audience, Case};
use coaching::seat::{Gate, seat};
use coaching::view;
use coaching::words::{Consulted, Rule, Teller, Topic, Voice};

use crate::desk::Desk;
use crate::error::Failure;
use crate::input::{not_ahead, wording};
use crate::ledger::{Told, enter};
use crate::types::{RecordException, RecordSaid};

/// The least length of a reason, in characters, where nobody was consulted.
const REASON_ALONE: usize = 20;

impl Desk {
    /// Records what the coach said to a party, on the ground that allowed it.
    ///
    /// # Errors
    /// When nothing allows it: an exception has a path of its own.
    pub fn record_said(&mut self, ask: RecordSaid) -> Result<(), Failure> {
        self.change_case("record said", &ask.engagement.clone(), |tx, case, now| {
            let on = not_ahead("on", ask.on.unwrap_or(now.today), now.today)?;
            let words = wording("words", ask.words)?;
            let told = Told {
                on,
                ground: ground_for(case, &ask.party, ask.topic, words.for_the_coach(), on)?,
                to: Some(ask.party),
                by: Teller::Coach,
                how: ask.how,
                what: Disclosed::Words {
                    topic: ask.topic,
                    wording: words,
                    version: None,
                },
            };
            enter(tx, case, told, now)
        })
    }

    /// Records that something was disclosed which no boundary allowed.
    ///
    /// # Errors
    /// When it is not deliberate: without the least necessary wording, a reason, or somebody who was
    /// consulted; or when the agreement allows it anyway.
    pub fn record_exception(&mut self, ask: RecordException) -> Result<(), Failure> {
        self.change_case(
            "record exception",
            &ask.engagement.clone(),
            |tx, case, now| {
                let gate = Gate::for_party(case, &ask.party, now.today)
                    .ok_or_else(|| Failure::missing("party").at("party"))?;
                let words = wording("words", ask.words)?;
                let reason = wording("reason", ask.reason)?;
                let on = not_ahead("on", ask.on.unwrap_or(now.today), now.today)?;
                if !ask.least_necessary {
                    return Err(Failure::new(
                        "exception.not_the_least",
                        "Say that this is the least necessary wording. Nothing was recorded.",
                    )
                    .at("least_necessary"));
                }
                let said_why = reason.for_the_coach().trim().chars().count() >= REASON_ALONE;
                if ask.consulted == Consulted::Nobody && !said_why {
                    return Err(Failure::new(
                        "exception.nobody_consulted",
                        "Consult your supervisor, your insurer or a lawyer first. Where that was not \
                         possible, write down why, in a whole sentence. Nothing was recorded.",
                    )
                    .at("reason"));
                }
                let then = Gate::for_party(case, &ask.party, on).unwrap_or(gate);
                if then.open(ask.topic) {
                    return Err(Failure::new(
                        "exception.not_needed",
                        "The agreement lets you say this: record it as said. Nothing was recorded.",
                    )
                    .at("topic"));
                }
                let told = Told {
                    on,
                    to: Some(ask.party),
                    by: Teller::Coach,
                    how: ask.how,
                    ground: Ground::Exception(Exception {
                        kind: ask.kind,
                        reason,
                        consulted: ask.consulted,
                    }),
                    what: Disclosed::Words {
                        topic: ask.topic,
                        wording: words,
                        version: None,
                    },
                };
                enter(tx, case, told, now)
            },
        )
    }
}

/// The ground on which the coach may say this: the two-chair record, an open topic, a release of
/// these very words, or a meeting that the party sat in and that came to these very words.
fn ground_for(
    case: &Case,
    party: &PartyId,
    topic: Topic,
    words: &str,
    on: Day,
) -> Result<Ground, Failure> {
    let gate =
        Gate::for_party(case, party, on).ok_or_else(|| Failure::missing("party").at("party"))?;
    if gate.open(topic) && gate.is_the_coachee() {
        return Ok(Ground::TwoChairRecord);
    }
    if let (true, Some(agreement)) = (gate.open(topic), in_force(&case.engagement, on)) {
        return Ok(Ground::Boundary(agreement.id.clone()));
    }
    let here = |r: &&coaching::record::Release| {
        r.topic == topic
            && r.counts(on)
            && r.audience == Audience::Party(party.clone())
            && r.wording.for_the_coach() == words
    };
    let released = case.engagement.releases.iter().find(here);
    match (gate.rule(topic).0, released) {
        (Rule::WithConsent, Some(release)) => return Ok(Ground::Release(release.id.clone())),
        (Rule::CoacheeShares, Some(release)) if release.voice == Voice::Coachee => {
            return Ok(Ground::Release(release.id.clone()));
        }
        _ => {}
    }
    in_their_view(case, party, topic, words, on)
}

/// Words that stand in the party's own view although their topic is closed: what a meeting came to
/// there, or what the party said itself.
fn in_their_view(
    case: &Case,
    party: &PartyId,
    topic: Topic,
    words: &str,
    on: Day,
) -> Result<Ground, Failure> {
    let view = seat(case, party, on)?;
    let lines = view.lines();
    let mut same = lines
        .iter()
        .filter(|line| *line.topic() == topic && line.text() == words)
        .map(|line| line.ground());
    let meeting = same.clone().find_map(|ground| match ground {
        view::Ground::Attended { on } => meeting_of(case, party, *on),
        _ => None,
    });
    if let Some(meeting) = meeting {
        return Ok(Ground::Meeting(meeting));
    }
    if same.any(|ground| *ground == view::Ground::OwnWords) {
        return Err(Failure::new(
            "said.their_own_words",
            "These are their own words. Nothing was disclosed, so there is nothing to record.",
        )
        .at("words"));
    }
    Err(Failure::new(
        "boundary.forbids",
        "The agreement in force does not let the coach say this to this party in these words.",
    )
    .at("topic"))
}

/// The meeting of that day that the party sat in.
fn meeting_of(case: &Case, party: &PartyId, on: Day) -> Option<MeetingId> {
    let gate = Gate::for_party(case, party, on)?;
    let mut meetings = case.engagement.meetings.iter();
    let sat = meetings.find(|meeting| meeting.on == on && gate.attended(meeting))?;
    Some(sat.id.clone())
}
