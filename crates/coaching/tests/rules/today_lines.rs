//! What stands on Today (`docs/day.md`): counted out from the record, kind by kind.

use std::cmp::Ordering;

use chrono::Days;
use coaching::agreement::Agreement;
use coaching::closing::steps;
use coaching::day::Day;
use coaching::drift::waiting;
use coaching::ids::PartyId;
use coaching::record::{Case, Engagement, Party};
use coaching::today::{About, Line, Urgency, gather};
use coaching::words::{CommitmentStatus, EngagementStatus, MeetingStatus, Role, SessionStatus};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::cases;
use crate::support::maker::{DAYS, nth};
use crate::support::tape::{Tape, fixed_tape};
use crate::support::whole::any_case;

/// What a line is of, its day, since when it waits and how pressing it is.
type Told = (String, Option<Day>, Option<Day>, Urgency);

/// What is to stand on one day.
struct List<'a> {
    case: &'a Case,
    e: &'a Engagement,
    today: Day,
    told: Vec<Told>,
}

impl List<'_> {
    fn key(&self, kind: &str, item: &str) -> String {
        format!("{kind}/{}/{item}", self.e.id)
    }

    /// So many days before its day and from then on.
    fn dated(&mut self, kind: &str, item: &str, on: Day, ahead: u64) {
        if on.date() > self.today.date() + Days::new(ahead) {
            return;
        }
        let urgency = match (on.cmp(&self.today), kind) {
            (Ordering::Less, _) => Urgency::Late,
            (Ordering::Equal, "session" | "meeting") => Urgency::Now,
            _ => Urgency::Soon,
        };
        self.told
            .push((self.key(kind, item), Some(on), None, urgency));
    }

    fn waits(&mut self, kind: &str, item: &str, since: Option<Day>, urgency: Urgency) {
        self.told.push((self.key(kind, item), None, since, urgency));
    }

    fn planned(&mut self) {
        for session in &self.e.sessions {
            if session.status == SessionStatus::Planned {
                let kind = ["open-session", "session"][usize::from(session.on >= self.today)];
                self.dated(kind, session.id.as_str(), session.on, 7);
            }
        }
        for meeting in &self.e.meetings {
            if meeting.status == MeetingStatus::Planned {
                let kind = ["open-meeting", "meeting"][usize::from(meeting.on >= self.today)];
                self.dated(kind, meeting.id.as_str(), meeting.on, 21);
            }
        }
    }

    fn promises_and_confidences(&mut self) {
        for contact in &self.e.sponsor_contacts {
            if contact.on <= self.today && contact.is_withheld(self.today) {
                let since = Some(contact.on);
                self.waits("withheld", contact.id.as_str(), since, Urgency::Trust);
            }
        }
        for each in &self.e.commitments {
            let open = each.status_on(self.today) == CommitmentStatus::Open;
            if let Some(due) = each.due.filter(|_| open) {
                self.dated("commitment", each.id.as_str(), due, 7);
            }
        }
    }

    fn after_the_end(&mut self, end: Day) {
        for each in &self.e.follow_ups {
            if each.done.is_none() {
                self.dated("follow-up", each.id.as_str(), each.due, 14);
            }
        }
        let all = steps(self.e, self.case.keeps, self.today).summaries;
        let handed_over = all.iter().filter(|each| each.handed_over.is_some());
        let lately = self.today.date() <= end.date() + Days::new(30);
        if lately && handed_over.count() < all.len() {
            self.waits("summaries", "", Some(end), Urgency::Whenever);
        }
    }

    fn tellings(&mut self) {
        for (row, telling) in waiting(self.e, self.today) {
            let item = format!("{}/{}", telling.version, telling.party);
            match telling.step.and_then(|step| step.by) {
                Some(by) => self.dated("telling", &item, by, 7),
                None => self.waits("telling", &item, row.since, Urgency::Whenever),
            }
        }
    }

    fn assent(&mut self) {
        let newest = self.e.agreements.iter().max_by_key(|each| each.effective);
        if !is_contracted(self.e.status) {
            return;
        }
        let Some(newest) = newest else {
            if self.e.began <= self.today {
                let since = Some(self.e.began);
                self.waits("no-agreement", "", since, Urgency::Trust);
            }
            return;
        };
        let missing = missing(self.e, newest, self.today);
        if !missing.is_empty() {
            let put = newest.drafted.unwrap_or(newest.effective);
            let urgency = match is_draft(self.e, newest) {
                true => Urgency::Trust,
                false => Urgency::Whenever,
            };
            let since = Some(put.min(self.today));
            self.waits("assent", newest.id.as_str(), since, urgency);
        }
    }

    fn experiments_and_the_end(&mut self) {
        for clash in &self.e.clashes {
            for each in &clash.experiments {
                let open = clash.outcome.is_none() && each.judged.is_none();
                if let Some(judge_on) = each.judge_on.filter(|_| open) {
                    self.dated("experiment", each.id.as_str(), judge_on, 7);
                }
            }
        }
        if let Some(end) = self.e.ended.or(self.e.planned_end) {
            self.dated("ends", "", end, 30);
        }
    }

    fn nothing_planned(&mut self) {
        let (sessions, meetings) = (&self.e.sessions, &self.e.meetings);
        let mut idle = sessions
            .iter()
            .all(|each| each.status != SessionStatus::Planned);
        idle &= meetings
            .iter()
            .all(|each| each.status != MeetingStatus::Planned);
        let goes_on = [
            EngagementStatus::Contracting,
            EngagementStatus::Active,
            EngagementStatus::Closing,
        ];
        if !idle || !goes_on.contains(&self.e.status) || self.today < self.e.began {
            return;
        }
        let mut held: Vec<Day> = Vec::new();
        for each in sessions {
            held.extend((each.status == SessionStatus::Held).then_some(each.on));
        }
        for each in meetings {
            held.extend((each.status == MeetingStatus::Held).then_some(each.on));
        }
        held.retain(|on| *on <= self.today);
        let since = Some(held.into_iter().max().unwrap_or(self.e.began));
        self.waits("nothing-planned", "", since, Urgency::Whenever);
    }
}

fn is_contracted(status: EngagementStatus) -> bool {
    ![EngagementStatus::Enquiry, EngagementStatus::Chemistry].contains(&status)
}

fn assented(agreement: &Agreement, party: &Party) -> bool {
    agreement
        .assents
        .iter()
        .any(|assent| assent.party == party.id)
}

fn missing<'e>(e: &'e Engagement, agreement: &Agreement, today: Day) -> Vec<&'e PartyId> {
    let mut missing = Vec::new();
    for party in &e.parties {
        let asked = party.role == Role::Coachee || party.role.on_the_sponsors_side();
        let gone = party.left.is_some_and(|left| left <= today);
        if asked && !gone && !assented(agreement, party) {
            missing.push(&party.id);
        }
    }
    missing
}

fn is_draft(e: &Engagement, agreement: &Agreement) -> bool {
    let mut coachees = e.parties.iter().filter(|party| party.role == Role::Coachee);
    coachees.any(|coachee| !assented(agreement, coachee))
}

fn expected(case: &Case, today: Day) -> Vec<Told> {
    let mut list = List {
        case,
        e: &case.engagement,
        today,
        told: Vec::new(),
    };
    list.planned();
    list.promises_and_confidences();
    if let Some(end) = case.engagement.ended.filter(|ended| *ended <= today) {
        list.after_the_end(end);
    } else {
        list.tellings();
        list.assent();
        list.experiments_and_the_end();
        list.nothing_planned();
    }
    list.told.sort();
    list.told
}

fn told(lines: &[Line]) -> Vec<Told> {
    let told = lines.iter();
    let told = told.map(|line| (line.key(), line.on, line.since, line.urgency));
    let mut told: Vec<Told> = told.collect();
    told.sort();
    told
}

fn later(day: Day, by: usize) -> Day {
    Day::new(day.date() + Days::new(by as u64)).expect("a day")
}

/// From more than a month before everything to as long after it.
fn check(record: &[u16]) {
    let mut tape = Tape::new(record);
    let mut case = any_case(&mut tape);
    // The days of a record lie closer together than those by which somebody is to be told.
    let tellings = case.engagement.tellings.iter_mut();
    for step in tellings.flat_map(|telling| &mut telling.steps) {
        step.by = step.by.map(|by| later(by, tape.below(15)));
    }
    let e = &case.engagement;
    let first = Day::new(nth(0).date() - Days::new(35)).expect("a day");
    for n in 0..DAYS + 70 {
        let today = later(first, n);
        let lines = gather(&case, today);
        assert_eq!(told(&lines), expected(&case, today), "{today}");
        for line in &lines {
            assert_eq!(line.engagement, Some(&e.id));
            if let About::Assent {
                agreement,
                missing: named,
                draft,
            } = &line.about
            {
                assert_eq!(*named, missing(e, agreement, today));
                assert_eq!(*draft, is_draft(e, agreement));
            }
        }
    }
}

/// However few cases a run asks for, these records are among them.
#[test]
fn today_is_what_the_record_says_in_the_same_records_at_every_run() {
    (0..60).for_each(|seed| check(&fixed_tape(seed, 2000)));
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn today_is_what_the_record_says(record in vec(any::<u16>(), 100..2000)) {
        check(&record);
    }
}
