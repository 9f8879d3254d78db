//! Bringing sessions in from a calendar: looked at first, then all that was chosen or nothing. What an
//! entry would become is `coaching::bringing`'s to say.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Days;
use coaching::bringing::{Entry, File, Known, Said, Step, same_title, steps, taken_out};
use coaching::day::Day;
use coaching::ids::EngagementId;
use coaching::pace::Stop;
use coaching::record::{Case, Session};
use coaching::slots::Slot;
use coaching::words::{EntryWill, OddHour, SessionStatus};
use store::Tx;

use super::bringing::bytes_of;
use super::series::new_session;
use crate::clock::Now;
use crate::desk::{Desk, case, in_case};
use crate::error::Failure;
use crate::input::not_before;
use crate::types::{
    BringSessions, CalendarAsked, CalendarSeen, CalendarTitle, EntrySeen, EntryWas,
    SessionsBrought, TitleSeen,
};

/// How far back is looked where nobody says, in days.
const BACK: u64 = 90;
/// How far ahead is looked where nobody says, in days.
const AHEAD: u64 = 366;
/// The longest time that is looked through at once: what recurs for ever is read no further.
const MOST_DAYS: i64 = 3 * 366;

impl Desk {
    /// Looks into a calendar: of whom each title is, and what bringing its sessions in would do. Keeps
    /// nothing.
    ///
    /// # Errors
    /// When the file cannot be read as a calendar, or the time is too long.
    pub fn look_at_calendar(&self, ask: CalendarAsked) -> Result<CalendarSeen, Failure> {
        let found = self.read_calendar(&ask)?;
        let (whose, plan) = self.read(|tx, now| {
            let mut whose = store::calendar::titles(tx)?;
            for typed in &ask.titles {
                match &typed.engagement {
                    Some(id) => whose.insert(same_title(&typed.title), id.clone()),
                    None => whose.remove(&same_title(&typed.title)),
                };
            }
            let plan = plan(tx, &found, &whose, now.today)?;
            Ok((whose, plan))
        })?;
        let each = plan.iter();
        let each = each.flat_map(|(case, rows)| rows.iter().map(move |row| (case, row)));
        let mut each: Vec<(&Case, &Row)> = each.collect();
        // In the order of time: of two at one hour the later is the odd one.
        each.sort_by(|(a, x), (b, y)| {
            let (x, y) = (&x.entry, &y.entry);
            (x.said.on, &x.said.at, &a.engagement.name, &x.key).cmp(&(
                y.said.on,
                &y.said.at,
                &b.engagement.name,
                &y.key,
            ))
        });
        let mut sessions = Vec::new();
        for (case, row) in each {
            let seen = self.entry_seen(case, row, &sessions)?;
            sessions.push(seen);
        }
        Ok(CalendarSeen {
            from: found.from,
            to: found.to,
            titles: titles_seen(&found, &whose),
            sessions,
            backwards: found.backwards,
            left_out: found.left_out,
            zone: found.zone,
        })
    }

    /// Brings in what was chosen of a calendar, and remembers of whom its titles are: all of it, or
    /// nothing.
    ///
    /// # Errors
    /// As [`Desk::look_at_calendar`]; `intake.nothing` when nothing is chosen, `intake.not_there` when
    /// something is chosen of which nothing would come.
    pub fn bring_sessions(&mut self, ask: BringSessions) -> Result<SessionsBrought, Failure> {
        let chosen: BTreeSet<String> = ask.entries.into_iter().collect();
        if chosen.is_empty() {
            return Err(Failure::new(
                "intake.nothing",
                "Nothing was chosen. Nothing was changed; choose what is to be brought in.",
            ));
        }
        let found = self.read_calendar(&ask.calendar)?;
        self.change("bring sessions", |tx, now| {
            remember(tx, &ask.calendar.titles)?;
            let whose = store::calendar::titles(tx)?;
            let plan = plan(tx, &found, &whose, now.today)?;
            let done = plan.iter().flat_map(|(_, rows)| rows);
            let done: BTreeSet<&String> = done
                .filter(|row| row.step.will.changes_something())
                .map(|row| &row.entry.key)
                .collect();
            if !chosen.iter().all(|key| done.contains(key)) {
                return Err(Failure::new(
                    "intake.not_there",
                    "The calendar or the practice is not as it was looked at. Nothing was changed; \
                     choose the file again.",
                ));
            }
            let mut brought = SessionsBrought::default();
            for (case, rows) in &plan {
                in_case(tx, &case.engagement.id, now, |tx, case, now| {
                    let mut rows = rows.iter();
                    rows.try_for_each(|row| bring(tx, case, row, &chosen, now, &mut brought))
                })?;
            }
            Ok(brought)
        })
    }

    fn read_calendar(&self, ask: &CalendarAsked) -> Result<Found, Failure> {
        let today = self.now()?.today;
        let beside = |date| Day::new(date).unwrap_or(today);
        let back = today.date().checked_sub_days(Days::new(BACK));
        let ahead = today.date().checked_add_days(Days::new(AHEAD));
        let from = ask.from.or(back.map(beside)).unwrap_or(today);
        let to = ask.to.or(ahead.map(beside)).unwrap_or(today);
        not_before("to", Some(to), from)?;
        if to.days_since(from) > MOST_DAYS {
            return Err(Failure::input(
                "to",
                "window",
                "At most three years of a calendar are looked through at once. Choose fewer days.",
            ));
        }
        let zone = self.zone()?;
        let read = intake::calendar(&bytes_of(&ask.file)?, from.date(), to.date(), &zone)?;
        // What an id of a calendar says is not kept: some hold names or addresses.
        let digest = |id: &String| vault::sha256_hex(id.as_bytes());
        let mut entries = Vec::new();
        for event in read.events {
            let said = Said {
                on: Day::new(event.on)?,
                at: event
                    .at
                    .map_or_else(String::new, |at| at.format("%H:%M").to_string()),
                minutes: event.minutes,
                cancelled: event.cancelled,
            };
            let entry = Entry {
                key: digest(&event.key),
                series: digest(&event.series),
                said,
            };
            entries.push((event.title, entry));
        }
        Ok(Found {
            from,
            to,
            zone,
            entries,
            keys: read.keys.iter().map(digest).collect(),
            series: read.series.iter().map(digest).collect(),
            backwards: read.backwards,
            left_out: read.left_out,
        })
    }

    fn entry_seen(
        &self,
        case: &Case,
        row: &Row,
        before: &[EntrySeen],
    ) -> Result<EntrySeen, Failure> {
        let Said {
            on, at, minutes, ..
        } = &row.entry.said;
        let session = row.step.session.as_ref();
        let session = session.and_then(|id| case.engagement.session(id));
        let length = u16::try_from(*minutes).unwrap_or(u16::MAX);
        let slot = Slot {
            on: *on,
            at,
            minutes: length,
        };
        let mut odd = match (row.step.will, session) {
            (EntryWill::New, _) => {
                let stop = Stop {
                    on: *on,
                    moved_from: None,
                };
                let new = before.iter().filter(|seen| {
                    seen.engagement == case.engagement.id && seen.will == EntryWill::New
                });
                self.stop_card(case, stop, at, length, new.count())?.odd
            }
            (EntryWill::Changed, Some(session)) => {
                self.odd(&slot, &self.hours_near(*on, Some(&session.id))?)
            }
            _ => Vec::new(),
        };
        let comes = |will| matches!(will, EntryWill::New | EntryWill::Changed);
        let overlaps = |seen: &EntrySeen| {
            let length = u16::try_from(seen.minutes).unwrap_or(u16::MAX);
            comes(seen.will)
                && slot.overlaps(&Slot {
                    on: seen.on,
                    at: &seen.at,
                    minutes: length,
                })
        };
        if comes(row.step.will) && !odd.contains(&OddHour::Taken) && before.iter().any(overlaps) {
            odd.push(OddHour::Taken);
        }
        Ok(EntrySeen {
            key: row.entry.key.clone(),
            title: row.title.clone(),
            on: *on,
            at: at.clone(),
            minutes: *minutes,
            engagement: case.engagement.id.clone(),
            name: case.engagement.name.clone(),
            will: row.step.will,
            why: row.step.why,
            was: session.map(|session| EntryWas {
                on: session.on,
                at: session.at.clone(),
                minutes: session.minutes,
            }),
            // Two at one hour are hardly meant: that takes a word of the coach's.
            proposed: row.step.will.changes_something() && !odd.contains(&OddHour::Taken),
            odd,
        })
    }
}

/// A calendar as it was read.
struct Found {
    from: Day,
    to: Day,
    zone: String,
    /// Each with its title.
    entries: Vec<(String, Entry)>,
    keys: BTreeSet<String>,
    series: BTreeSet<String>,
    backwards: usize,
    left_out: usize,
}

/// What bringing in one entry would do.
struct Row {
    title: String,
    entry: Entry,
    step: Step,
}

/// What would be done, by engagement.
fn plan(
    tx: &Tx<'_>,
    found: &Found,
    whose: &BTreeMap<String, EngagementId>,
    today: Day,
) -> Result<Vec<(Case, Vec<Row>)>, Failure> {
    let known = store::calendar::entries(tx)?;
    let mut by_engagement: BTreeMap<EngagementId, Vec<(&String, Entry)>> = BTreeMap::new();
    for (title, entry) in &found.entries {
        if let Some(id) = whose.get(&same_title(title)) {
            let theirs = by_engagement.entry(id.clone()).or_default();
            theirs.push((title, entry.clone()));
        }
    }
    // What was taken out of a series is in no entry: its engagement may have none left in the file.
    for id in whose.values() {
        by_engagement.entry(id.clone()).or_default();
    }
    let file = File {
        keys: &found.keys,
        series: &found.series,
        from: found.from,
        to: found.to,
    };
    let mut plan = Vec::new();
    for (id, theirs) in by_engagement {
        let case = case(tx, &id)?;
        let engagement = &case.engagement;
        let (titles, entries): (Vec<&String>, Vec<Entry>) = theirs.into_iter().unzip();
        let steps = steps(engagement, &known, &entries);
        let gone = taken_out(engagement, &known, &steps, file, today);
        let gone = gone
            .into_iter()
            .map(|(known, session)| gone_row(known, session));
        let gone: Vec<Row> = gone.collect();
        let each = titles.into_iter().zip(entries).zip(steps);
        let rows = each.map(|((title, entry), step)| Row {
            title: title.clone(),
            entry,
            step,
        });
        let rows = rows.chain(gone).collect();
        plan.push((case, rows));
    }
    Ok(plan)
}

fn gone_row(known: &Known, session: &Session) -> Row {
    Row {
        title: String::new(),
        entry: Entry {
            key: known.key.clone(),
            series: known.series.clone(),
            said: Said {
                cancelled: true,
                ..known.said.clone()
            },
        },
        step: Step {
            will: EntryWill::Cancelled,
            session: Some(session.id.clone()),
            why: None,
        },
    }
}

fn remember(tx: &Tx<'_>, titles: &[CalendarTitle]) -> Result<(), Failure> {
    for typed in titles {
        let title = same_title(&typed.title);
        if title.is_empty() {
            continue;
        }
        if let Some(id) = &typed.engagement
            && !store::engagement::exists(tx, id)?
        {
            return Err(Failure::missing("engagement"));
        }
        store::calendar::set_title(tx, &title, typed.engagement.as_ref())?;
    }
    Ok(())
}

fn bring(
    tx: &Tx<'_>,
    case: &Case,
    row: &Row,
    chosen: &BTreeSet<String>,
    now: Now,
    brought: &mut SessionsBrought,
) -> Result<(), Failure> {
    let said = &row.entry.said;
    let session = row.step.session.as_ref();
    let session = session.and_then(|id| case.engagement.session(id));
    let wanted = chosen.contains(&row.entry.key);
    let length = u16::try_from(said.minutes).unwrap_or(u16::MAX);
    let id = match (row.step.will, session) {
        // Found again by its hour, or unchanged: from now on it is known by its entry.
        (EntryWill::There, Some(session)) => session.id.clone(),
        (EntryWill::New, _) if wanted => {
            let session = new_session(case, said.on, &said.at, Some(length), now.today)?;
            store::session::insert(tx, &case.engagement.id, &session)?;
            brought.new += 1;
            session.id
        }
        (EntryWill::Changed, Some(session)) if wanted => {
            let mut moved = session.clone();
            (moved.on, moved.at, moved.minutes) = (said.on, said.at.clone(), length);
            moved.status = SessionStatus::Planned;
            moved.counted.late = false;
            moved.counted.planned_minutes = None;
            store::session::update(tx, &moved)?;
            brought.changed += 1;
            moved.id
        }
        (EntryWill::Cancelled, Some(session)) if wanted => {
            let mut cancelled = session.clone();
            cancelled.status = SessionStatus::Cancelled;
            store::session::update(tx, &cancelled)?;
            brought.cancelled += 1;
            cancelled.id
        }
        _ => return Ok(()),
    };
    let known = Known {
        session: id,
        key: row.entry.key.clone(),
        series: row.entry.series.clone(),
        said: said.clone(),
    };
    Ok(store::calendar::set_entry(tx, &known)?)
}

/// The titles, those of somebody first, then the most frequent ones.
fn titles_seen(found: &Found, whose: &BTreeMap<String, EngagementId>) -> Vec<TitleSeen> {
    let mut titles: BTreeMap<String, TitleSeen> = BTreeMap::new();
    for (title, _) in &found.entries {
        let same = same_title(title);
        let seen = titles.entry(same.clone()).or_insert_with(|| TitleSeen {
            title: title.clone(),
            count: 0,
            engagement: whose.get(&same).cloned(),
        });
        seen.count += 1;
    }
    // Without a word in it no title can be told from another.
    titles.remove("");
    let mut titles: Vec<TitleSeen> = titles.into_values().collect();
    titles.sort_by_key(|seen| (seen.engagement.is_none(), std::cmp::Reverse(seen.count)));
    titles
}
