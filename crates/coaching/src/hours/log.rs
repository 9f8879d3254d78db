//! The log: a row for each client, with the columns that the ICF asks for.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Held;
use crate::day::Day;

/// Minutes and clients.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
pub struct Sum {
    /// Paid minutes.
    pub paid: u32,
    /// Pro bono minutes.
    pub pro_bono: u32,
    /// How many clients.
    pub clients: u32,
}

impl Sum {
    /// Paid or not.
    #[must_use]
    pub fn minutes(self) -> u32 {
        self.paid.saturating_add(self.pro_bono)
    }

    /// All of these entries together.
    pub(super) fn of<'h>(held: impl Iterator<Item = &'h Held>) -> Self {
        let mut clients = BTreeSet::new();
        let mut sum = Self::default();
        for each in held {
            sum.paid = sum.paid.saturating_add(each.paid);
            sum.pro_bono = sum.pro_bono.saturating_add(each.pro_bono);
            clients.insert(each.known_as());
        }
        sum.clients = u32::try_from(clients.len()).unwrap_or(u32::MAX);
        sum
    }
}

/// One row: one client, alone or in a group of one size.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
pub struct LogRow {
    /// The client's name, as it was written last.
    pub client: String,
    /// The contact, as it was written last. May be empty.
    pub contact: String,
    /// How many were in the group; none for one person alone.
    pub group: Option<u16>,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub until: Day,
    /// Paid minutes.
    pub paid: u32,
    /// Pro bono minutes.
    pub pro_bono: u32,
}

/// The log of hours on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
pub struct HoursLog {
    /// Those who consented to be listed, by their first day.
    pub rows: Vec<LogRow>,
    /// What stands in the rows.
    pub listed: Sum,
    /// Those who did not: they are left off, and a letter from their organisation speaks for them.
    pub unlisted: Sum,
    /// Groups that are larger than the ICF counts.
    pub large_groups: Sum,
    /// All of it.
    pub total: Sum,
    /// Clients with hours from before this program that reach into sessions of the record: some of
    /// them may be counted twice.
    pub doubtful: Vec<String>,
}

/// The log as it stands on a day. The order of the entries does not matter.
#[must_use]
pub fn log(held: &[Held], on: Day) -> HoursLog {
    let done: Vec<&Held> = held.iter().filter(|each| each.until <= on).collect();
    let all = || done.iter().copied();
    let is_listed = |each: &Held| each.listing.is_some_and(|listing| listing.holds(on));
    let listed = || all().filter(|each| each.counts_for_the_icf() && is_listed(each));
    let unlisted = all().filter(|each| each.counts_for_the_icf() && !is_listed(each));
    HoursLog {
        rows: rows(listed()),
        listed: Sum::of(listed()),
        unlisted: Sum::of(unlisted),
        large_groups: Sum::of(all().filter(|each| !each.counts_for_the_icf())),
        total: Sum::of(all()),
        doubtful: doubtful(&done),
    }
}

fn rows<'h>(listed: impl Iterator<Item = &'h Held>) -> Vec<LogRow> {
    let mut clients: BTreeMap<(String, Option<u16>), Vec<&Held>> = BTreeMap::new();
    for each in listed {
        let key = (each.known_as(), each.group);
        clients.entry(key).or_default().push(each);
    }
    let mut rows: Vec<LogRow> = clients.into_values().filter_map(|all| row(&all)).collect();
    // Stable: of one day, by name.
    rows.sort_by_key(|row| row.from);
    rows
}

fn row(entries: &[&Held]) -> Option<LogRow> {
    let last = |text: fn(&Held) -> &str| {
        let written = entries.iter().map(|each| (each.until, text(each)));
        let written = written.filter(|(_, text)| !text.is_empty());
        written.max().map_or("", |(_, text)| text).to_owned()
    };
    let sum = |minutes: fn(&Held) -> u32| {
        let all = entries.iter().map(|each| minutes(each));
        all.fold(0, u32::saturating_add)
    };
    Some(LogRow {
        client: last(|each| &each.client),
        contact: last(|each| &each.contact),
        group: entries.first()?.group,
        from: entries.iter().map(|each| each.from).min()?,
        until: entries.iter().map(|each| each.until).max()?,
        paid: sum(|each| each.paid),
        pro_bono: sum(|each| each.pro_bono),
    })
}

fn doubtful(done: &[&Held]) -> Vec<String> {
    let mut sessions: BTreeMap<String, BTreeSet<Day>> = BTreeMap::new();
    for each in done.iter().filter(|each| !each.earlier) {
        let days = sessions.entry(each.known_as()).or_default();
        days.insert(each.from);
    }
    let reaches = |each: &Held| {
        let days = sessions.get(&each.known_as());
        days.is_some_and(|days| days.range(each.from..=each.until).next().is_some())
    };
    let earlier = done.iter().filter(|each| each.earlier && reaches(each));
    let names: BTreeSet<String> = earlier.map(|each| each.client.clone()).collect();
    names.into_iter().collect()
}
