//! Events out of iCalendar files: single and recurring ones, in any time zone.

use std::collections::{BTreeMap, BTreeSet};

use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz;
use calcard::icalendar::dates::TimeOrDelta;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarFrequency, ICalendarProperty, ICalendarStatus,
    ICalendarValue,
};
use calcard::{Entry, Parser};
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use crate::text::{is_whole, text};
use crate::{Unreadable, line};

/// The most events of one file, each time that one recurs counted.
pub const MOST_EVENTS: usize = 100_000;

/// What a calendar held between two days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// The events by their beginning, then by key.
    pub events: Vec<Event>,
    /// The keys of all events of the file, whatever their day.
    pub keys: BTreeSet<String>,
    /// The series of all events of the file, whatever their day.
    pub series: BTreeSet<String>,
    /// How many times ended before they began.
    pub backwards: usize,
    /// How many entries could not be told: no beginning, a rule that recurs more than once a day.
    pub left_out: usize,
}

/// One time at which something stands in a calendar.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Event {
    /// Its day, on this computer's clock.
    pub on: NaiveDate,
    /// The hour at which it begins; none when it is of whole days.
    pub at: Option<NaiveTime>,
    /// What tells it from all others, the same whenever the calendar is exported again: its id there
    /// and the day and hour for which it was first meant.
    pub key: String,
    /// Its id there, which all times of what recurs share. May be empty.
    pub series: String,
    /// Its title. May be empty.
    pub title: String,
    /// How long it lasts, in minutes.
    pub minutes: u32,
    /// Whether it was cancelled.
    pub cancelled: bool,
}

/// Reads the events of a calendar from one day to another, both included, on the clock of the time zone
/// `here` (its IANA name).
///
/// # Errors
/// [`Unreadable`].
pub fn calendar(
    bytes: &[u8],
    from: NaiveDate,
    to: NaiveDate,
    here: &str,
) -> Result<Calendar, Unreadable> {
    const KIND: Unreadable = Unreadable::NotA("a calendar (iCalendar)");
    let here: chrono_tz::Tz = here.parse().map_err(|_| Unreadable::UnknownZone)?;
    let text = text(bytes)?;
    if !is_whole(&text, "VCALENDAR") {
        return Err(KIND);
    }
    let mut parser = Parser::new(&text);
    let mut found = Found::default();
    let mut calendars = 0;
    let mut left = MOST_EVENTS;
    loop {
        match parser.entry() {
            Entry::ICalendar(calendar) => {
                calendars += 1;
                left = add(&mut found, calendar, Tz::Tz(here), to, left)?;
            }
            Entry::Eof => break,
            Entry::TooManyComponents => return Err(Unreadable::TooMany(MOST_EVENTS)),
            Entry::UnterminatedComponent(_) | Entry::UnexpectedComponentEnd { .. } => {
                return Err(KIND);
            }
            _ => {}
        }
    }
    if calendars == 0 {
        let empty = text.trim().is_empty();
        return Err(if empty { Unreadable::Empty } else { KIND });
    }
    let keys = found.events.keys().cloned().collect();
    let series = found.events.values();
    let series = series.map(|(_, event)| event.series.clone()).collect();
    let mut events: Vec<Event> = found.events.into_values().map(|(_, event)| event).collect();
    events.retain(|event| (from..=to).contains(&event.on));
    events.sort();
    Ok(Calendar {
        events,
        keys,
        series,
        backwards: found.backwards,
        left_out: found.left_out,
    })
}

/// The events by their keys, each with whether it is one time that was changed by itself: such a one
/// stands in the place of the one that the rule gives.
#[derive(Default)]
struct Found {
    events: BTreeMap<String, (bool, Event)>,
    backwards: usize,
    left_out: usize,
}

impl Found {
    fn add(&mut self, changed: bool, event: Event) {
        let known = self.events.get(&event.key);
        if changed || known.is_none() {
            self.events.insert(event.key.clone(), (changed, event));
        }
    }
}

/// Adds the events of one calendar; how many more there may be.
fn add(
    found: &mut Found,
    mut calendar: ICalendar,
    here: Tz,
    to: NaiveDate,
    left: usize,
) -> Result<usize, Unreadable> {
    let whole = calendar.components.len();
    let zones = zones(&calendar, here);
    for (component, zone) in calendar.components.iter_mut().zip(zones) {
        if recurs_within_a_day(component) {
            component.entries.clear();
        }
        end_rules(component, zone, to);
    }
    let expanded = calendar.expand_dates(here, left);
    if expanded.events.len() >= left || whole > MOST_EVENTS {
        return Err(Unreadable::TooMany(MOST_EVENTS));
    }
    let left = left - expanded.events.len();
    found.left_out += expanded.errors.len();
    for event in expanded.events {
        let component = usize::try_from(event.comp_id).ok();
        let component = component.and_then(|at| calendar.components.get(at));
        let Some(component) = component.filter(|component| component.component_type.is_event())
        else {
            continue;
        };
        let local = |at: DateTime<Tz>| match at.timezone() {
            Tz::Floating => at.naive_local(),
            _ => at.with_timezone(&here).naive_local(),
        };
        let minutes = match event.end {
            TimeOrDelta::Time(end) => end.signed_duration_since(event.start),
            TimeOrDelta::Delta(length) => length,
        }
        .num_minutes();
        let starts = local(event.start);
        let Ok(minutes) = u32::try_from(minutes) else {
            found.backwards += 1;
            continue;
        };
        let event = Event {
            on: starts.date(),
            at: has_hour(component).then(|| starts.time()),
            key: key(component, event.start),
            series: component.uid().unwrap_or_default().to_owned(),
            title: title(component),
            minutes,
            cancelled: component.status() == Some(&ICalendarStatus::Cancelled),
        };
        found.add(component.is_recurrence_override(), event);
    }
    Ok(left)
}

fn title(component: &ICalendarComponent) -> String {
    let summary = component.property(&ICalendarProperty::Summary);
    let words = summary.and_then(|entry| entry.values.first()?.as_text());
    line(words.unwrap_or_default())
}

/// The id in that calendar, and for what recurs the day for which it was first meant: a session that is
/// moved keeps it.
fn key(component: &ICalendarComponent, starts: DateTime<Tz>) -> String {
    let uid = component.uid().unwrap_or_default();
    let moved = component.property(&ICalendarProperty::RecurrenceId);
    let moved = moved.and_then(|entry| entry.values.first()?.as_partial_date_time());
    let zone = starts.timezone();
    let meant = moved.and_then(|at| at.to_date_time_with_tz(zone));
    let meant = meant.map(|at| match zone {
        Tz::Floating => at,
        _ => at.with_timezone(&zone),
    });
    if uid.is_empty() {
        format!("{} {}", starts.naive_local(), title(component))
    } else if component.is_recurrent_or_override() {
        format!("{uid} {}", meant.unwrap_or(starts).date_naive())
    } else {
        uid.to_owned()
    }
}

fn has_hour(component: &ICalendarComponent) -> bool {
    let starts = component.property(&ICalendarProperty::Dtstart);
    let starts = starts.and_then(|entry| entry.values.first()?.as_partial_date_time());
    starts.is_some_and(|starts| starts.hour.is_some())
}

/// The zone in which each component begins; where it names none, this computer's.
fn zones(calendar: &ICalendar, here: Tz) -> Vec<Tz> {
    let resolver = calendar.build_tz_resolver().with_default(here);
    let components = calendar.components.iter();
    let starts = components.map(|component| component.property(&ICalendarProperty::Dtstart));
    starts
        .map(|start| resolver.resolve_or_default(start.and_then(|start| start.tz_id())))
        .collect()
}

/// A rule without an end is read a little past the last day that was asked for. An end that is said in
/// UTC is put on the clock on which the rule recurs: the expansion compares the two as they stand.
fn end_rules(component: &mut ICalendarComponent, zone: Tz, to: NaiveDate) {
    let past = to.checked_add_days(Days::new(2)).unwrap_or(to);
    let rules = component.properties_mut(&ICalendarProperty::Rrule);
    for value in rules.flat_map(|entry| &mut entry.values) {
        let ICalendarValue::RecurrenceRule(rule) = value else {
            continue;
        };
        let end = match &rule.until {
            Some(until) if until.tz_hour.is_some() => {
                let end = until.to_date_time_with_tz(zone);
                end.map(|end| end.with_timezone(&zone).naive_local())
            }
            None if rule.count.is_none() => Some(past.and_time(NaiveTime::MIN)),
            _ => None,
        };
        if let Some(end) = end {
            rule.until = Some(local(end));
        }
    }
}

fn local(at: NaiveDateTime) -> PartialDateTime {
    PartialDateTime {
        year: u16::try_from(at.year()).ok(),
        month: u8::try_from(at.month()).ok(),
        day: u8::try_from(at.day()).ok(),
        hour: u8::try_from(at.hour()).ok(),
        minute: u8::try_from(at.minute()).ok(),
        second: u8::try_from(at.second()).ok(),
        ..PartialDateTime::default()
    }
}

/// No session recurs so often; a file that says so would be read without end.
fn recurs_within_a_day(component: &ICalendarComponent) -> bool {
    let rules = component.properties(&ICalendarProperty::Rrule);
    rules.flat_map(|entry| &entry.values).any(|value| {
        let ICalendarValue::RecurrenceRule(rule) = value else {
            return false;
        };
        let often = matches!(
            rule.freq,
            ICalendarFrequency::Secondly
                | ICalendarFrequency::Minutely
                | ICalendarFrequency::Hourly
        );
        often || rule.byhour.len() > 1 || rule.byminute.len() > 1 || rule.bysecond.len() > 1
    })
}
