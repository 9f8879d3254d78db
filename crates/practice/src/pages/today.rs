//! Today: one list of what is next and what needs care, in the order in which `coaching::today` puts it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Days;

use coaching::day::Day;
use coaching::record::Case;
use coaching::today::{About, Line, disposals, gather, old_backup, sort};
use coaching::words::{Chairs, Topic};
use store::Tx;

use super::cards::{Shown, words};
use super::goals::telling_row;
use super::retention::perhaps_due;
use crate::clock::Now;
use crate::desk::{Desk, case};
use crate::error::Failure;
use crate::types::{PutOff, Today, TodayLine, TodayWhy};

/// Endings are asked after for so many days, and longer where a follow-up is due.
const AFTER_THE_END: u64 = 130;

/// Of how many engagements disposals are shown at a time, so that a long neglected practice has a short
/// list; the page about retention has all.
const DISPOSALS: usize = 5;

impl Desk {
    /// Today: what is next, and what needs care.
    ///
    /// # Errors
    /// When no vault is open or it cannot be read.
    pub fn today(&self) -> Result<Today, Failure> {
        let of_the_practice = self.of_the_practice()?;
        self.read(|tx, now| {
            let after = Day::new(now.today.date() - Days::new(AFTER_THE_END));
            let mut ids: BTreeSet<_> =
                store::engagement::going_or_ended_after(tx, after.unwrap_or(now.today))?
                    .into_iter()
                    .collect();
            ids.extend(store::follow_up::due(tx, now.today)?);
            let cases = ids
                .iter()
                .map(|id| self.case(tx, id))
                .collect::<Result<Vec<_>, _>>()?;
            let mut lines = of_the_practice;
            lines.extend(cases.iter().flat_map(|case| gather(case, now.today)));
            let until = store::put_off::all(tx)?;
            let ripe = perhaps_due(self, tx, now.today, DISPOSALS, |case, holds| {
                let lines = disposals(case, holds, now.today);
                let away =
                    |line: &Line<'_>| line.is_away(until.get(&line.key()).copied(), now.today);
                lines.iter().any(|line| !away(line))
            })?;
            lines.extend(
                ripe.iter()
                    .flat_map(|(case, holds)| disposals(case, holds, now.today)),
            );
            sort(&mut lines);
            let shown: BTreeMap<_, _> = ripe
                .iter()
                .map(|(case, _)| case)
                .chain(&cases)
                .map(|case| (&case.engagement.id, Shown::new(case, now.today)))
                .collect();
            let mut today = Today {
                on: now.today,
                lines: Vec::new(),
                put_off: Vec::new(),
                nothing_yet: ids.is_empty() && store::engagement::ids(tx)?.is_empty(),
            };
            for line in &lines {
                let until = until.get(&line.key()).copied();
                let of = line.engagement.and_then(|id| shown.get(id));
                if line.is_away(until, now.today) {
                    today.put_off.extend(dressed(line, of, until, now.today));
                } else {
                    today.lines.extend(dressed(line, of, None, now.today));
                }
            }
            Ok(today)
        })
    }

    /// Puts a line of Today off until a day, or brings it back. It is back on its own day at the latest.
    ///
    /// # Errors
    /// When there is no such line, it takes place today, or the day is not ahead.
    pub fn put_off(&mut self, ask: PutOff) -> Result<(), Failure> {
        let of_the_practice = match (&ask.engagement, ask.until) {
            (None, Some(_)) => self.of_the_practice()?,
            (Some(_), _) | (None, None) => Vec::new(),
        };
        self.change("put off", |tx, now| {
            store::put_off::forget_past(tx, now.today)?;
            let Some(until) = ask.until else {
                return Ok(store::put_off::clear(tx, &ask.line)?);
            };
            let until = until_of(tx, now, &ask, until, of_the_practice)?;
            Ok(store::put_off::set(
                tx,
                &ask.line,
                ask.engagement.as_ref(),
                until,
            )?)
        })
    }

    /// What concerns the practice as a whole.
    fn of_the_practice(&self) -> Result<Vec<Line<'static>>, Failure> {
        if self.opened()?.is_sample() || !self.backup_is_due() {
            return Ok(Vec::new());
        }
        let last = self.last_good_backup()?;
        Ok(old_backup(last, self.now()?.today).into_iter().collect())
    }
}

/// Until when the line that was named may stay away.
fn until_of(
    tx: &Tx<'_>,
    now: Now,
    ask: &PutOff,
    until: Day,
    of_the_practice: Vec<Line<'_>>,
) -> Result<Day, Failure> {
    let case = ask.engagement.as_ref().map(|id| case(tx, id)).transpose()?;
    let lines = match &case {
        Some(case) => {
            let holds = store::hold::of_engagement(tx, &case.engagement.id)?;
            let mut lines = gather(case, now.today);
            lines.extend(disposals(case, &holds, now.today));
            lines
        }
        None => of_the_practice,
    };
    let line = lines
        .iter()
        .find(|line| line.key() == ask.line)
        .ok_or_else(|| Failure::missing("line"))?;
    if until <= now.today {
        return Err(Failure::input(
            "until",
            "not_ahead",
            "Choose a day that is still to come.",
        ));
    }
    line.away_until(until, now.today).ok_or_else(|| {
        Failure::new(
            "today.takes_place",
            "This takes place today, so it stays on the list. Move it to another day if it is not to be.",
        )
        .at("until")
    })
}

/// A line in words, with its chair.
fn dressed(
    line: &Line<'_>,
    of: Option<&Shown<'_>>,
    until: Option<Day>,
    today: Day,
) -> Option<TodayLine> {
    let coachee = of.and_then(|shown| {
        let coachee = shown.case.engagement.coachee()?;
        Some(shown.case.name(&coachee.id).to_owned())
    });
    let who = match &line.about {
        About::Commitment(each) => {
            of.map(|shown| shown.case.name_or_coach(each.by.as_ref()).to_owned())
        }
        _ => coachee,
    };
    Some(TodayLine {
        key: line.key(),
        urgency: line.urgency,
        engagement: line.engagement.cloned(),
        engagement_name: of.map_or(String::new(), |shown| shown.case.engagement.name.clone()),
        who: who.unwrap_or_default(),
        on: line.on,
        days: line.days(today),
        chairs: chairs(line, of),
        until,
        why: why(line, of.map(|shown| shown.case), today)?,
    })
}

fn chairs(line: &Line<'_>, of: Option<&Shown<'_>>) -> Chairs {
    let Some(shown) = of else {
        return Chairs::One;
    };
    match &line.about {
        About::Session(_) | About::OpenSession(_) | About::Telling(..) | About::NothingPlanned => {
            Chairs::Two
        }
        About::Meeting(_)
        | About::OpenMeeting(_)
        | About::FollowUp(_)
        | About::Ends
        | About::Summaries => Chairs::Three,
        About::Withheld(_) | About::Disposal(_) | About::Backup => Chairs::One,
        About::Assent { draft, .. } if *draft => Chairs::Two,
        About::Assent { .. } | About::NoAgreement => Chairs::Three,
        About::Commitment(each) => shown.commitment(each).chairs,
        About::Experiment(..) => shown.onlookers.between_two(Topic::Alignment),
    }
}

/// Why it is there; none for what belongs to an engagement that is not there.
fn why(line: &Line<'_>, case: Option<&Case>, today: Day) -> Option<TodayWhy> {
    let name = |party| case.map_or(String::new(), |case| case.name(party).to_owned());
    Some(match &line.about {
        About::Session(session) => TodayWhy::Session {
            session: session.id.clone(),
            at: session.at.clone(),
            minutes: session.minutes,
            sent: !session.preparation.is_empty(),
        },
        About::Meeting(meeting) => TodayWhy::Meeting {
            meeting: meeting.id.clone(),
            occasion: meeting.kind,
            at: meeting.at.clone(),
            prepared: !meeting.preparation.is_empty(),
        },
        About::OpenSession(session) => TodayWhy::OpenSession {
            session: session.id.clone(),
        },
        About::OpenMeeting(meeting) => TodayWhy::OpenMeeting {
            meeting: meeting.id.clone(),
            occasion: meeting.kind,
        },
        About::Telling(row, telling) => TodayWhy::Telling {
            goal: words(&row.now.title),
            drift: row.kind,
            telling: telling_row(case?, telling, today),
            since: row.since.map_or(0, |since| today.days_since(since)),
        },
        About::Withheld(contact) => TodayWhy::Withheld {
            contact: contact.id.clone(),
            from: name(&contact.party),
        },
        About::Assent {
            agreement,
            missing,
            draft,
        } => TodayWhy::Assent {
            effective: agreement.effective,
            missing: missing.iter().map(|party| name(party)).collect(),
            draft: *draft,
        },
        About::NoAgreement => TodayWhy::NoAgreement,
        About::Commitment(each) => TodayWhy::Commitment {
            commitment: each.id.clone(),
            text: words(&each.text),
        },
        About::Experiment(clash, experiment) => TodayWhy::Experiment {
            clash: clash.id.clone(),
            title: words(&clash.title),
            text: words(&experiment.text),
        },
        About::FollowUp(each) => TodayWhy::FollowUp {
            follow_up: each.id.clone(),
            due: each.due,
        },
        About::Ends => TodayWhy::Ends,
        About::Summaries => TodayWhy::Summaries,
        About::NothingPlanned => TodayWhy::NothingPlanned,
        About::Disposal(part) => TodayWhy::Disposal { part: *part },
        About::Backup => TodayWhy::Backup,
    })
}
