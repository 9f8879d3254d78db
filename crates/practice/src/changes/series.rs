//! The pace of an engagement, sessions in series, and the end of one session.

use coaching::day::Day;
use coaching::ids::SessionId;
use coaching::pace::{Counted, MOST_IN_A_SERIES, Pace, Rhythm, Stop, series};
use coaching::record::{Case, Session};
use coaching::slot::{Slot, odd};
use coaching::text::Text;
use coaching::words::{OddHour, SessionStatus};
use store::session::Hour;

use super::new_id;
use crate::desk::Desk;
use crate::error::Failure;
use crate::input::{hour, minutes, not_ahead};
use crate::types::{CloseSession, Closed, PlanSeries, SeriesPage, SetPace, StopCard};

impl Desk {
    /// Says how often sessions are meant to be.
    ///
    /// # Errors
    /// When the number is out of range.
    pub fn set_pace(&mut self, ask: SetPace) -> Result<(), Failure> {
        self.change_case("set pace", &ask.engagement.clone(), |tx, case, _| {
            let mut engagement = case.engagement.clone();
            engagement.pace = Pace {
                rhythm: ask.rhythm.map(rhythm).transpose()?,
                late_counts: ask.late_counts,
            };
            Ok(store::engagement::update_frame(tx, &engagement)?)
        })
    }

    /// A series of sessions as it would be, with what is odd about each day. Nothing is planned.
    ///
    /// # Errors
    /// As [`Desk::plan_series`].
    pub fn series(&self, ask: PlanSeries) -> Result<SeriesPage, Failure> {
        self.read_case(&ask.engagement, |case, _| {
            let length = ask.minutes.unwrap_or(case.engagement.session_minutes);
            let stops = stops(case, &ask)?.into_iter().enumerate();
            let stops =
                stops.map(|(before, stop)| self.stop_card(case, stop, &ask.at, length, before));
            Ok(SeriesPage {
                stops: stops.collect::<Result<_, _>>()?,
            })
        })
    }

    /// Plans every session of a series, and keeps its rhythm as the engagement's.
    ///
    /// # Errors
    /// When the hour, length or number does not fit, or the first day lies before the engagement: then
    /// none is planned.
    pub fn plan_series(&mut self, ask: PlanSeries) -> Result<SeriesPage, Failure> {
        let page = self.series(ask.clone())?;
        self.change_case("plan series", &ask.engagement.clone(), |tx, case, now| {
            for stop in stops(case, &ask)? {
                let session = new_session(case, stop.on, &ask.at, ask.minutes, now.today)?;
                store::session::insert(tx, &case.engagement.id, &session)?;
            }
            let mut engagement = case.engagement.clone();
            engagement.pace.rhythm = Some(ask.rhythm);
            Ok(store::engagement::update_frame(tx, &engagement)?)
        })?;
        Ok(page)
    }

    /// Closes a session: what became of it, how long it was, what is counted of it, and the next one.
    ///
    /// # Errors
    /// When it is said to be planned, or to have been held on a day that is still to come; or the next
    /// one does not fit. Then nothing is changed.
    pub fn close_session(&mut self, ask: CloseSession) -> Result<Closed, Failure> {
        let engagement = self.engagement_of_session(&ask.session)?;
        self.change_case("close session", &engagement, |tx, case, now| {
            let session = case.engagement.session(&ask.session);
            let mut session = session.ok_or_else(|| Failure::missing("session"))?.clone();
            let planned = session.counted.planned_minutes.unwrap_or(session.minutes);
            match ask.status {
                SessionStatus::Planned => {
                    return Err(Failure::input(
                        "status",
                        "still_planned",
                        "Say what became of the session: held, cancelled or missed.",
                    ));
                }
                SessionStatus::Held => {
                    not_ahead("status", session.on, now.today)?;
                    session.minutes = minutes("minutes", ask.minutes)?;
                }
                SessionStatus::Missed => {
                    not_ahead("status", session.on, now.today)?;
                    session.minutes = planned;
                }
                SessionStatus::Cancelled => session.minutes = planned,
            }
            session.status = ask.status;
            session.counted = Counted {
                planned_minutes: (session.minutes != planned).then_some(planned),
                late: ask.late && ask.status == SessionStatus::Cancelled,
                pro_bono: ask.pro_bono,
                group_of: group("group_of", ask.group_of)?,
            };
            store::session::update(tx, &session)?;
            let Some(next) = &ask.next else {
                return Ok(Closed { next: None });
            };
            if next.on <= session.on {
                return Err(Failure::input(
                    "next",
                    "not_after",
                    "The next session is on a later day than this one. Check the date.",
                ));
            }
            let mut after = new_session(case, next.on, &next.at, next.minutes, now.today)?;
            // As this one is counted, so will the next be until somebody says otherwise.
            after.counted.pro_bono = session.counted.pro_bono;
            after.counted.group_of = session.counted.group_of;
            store::session::insert(tx, &case.engagement.id, &after)?;
            Ok(Closed {
                next: Some(after.id),
            })
        })
    }

    /// A day of a series with what is odd about it; `before` others of the series come first.
    pub(crate) fn stop_card(
        &self,
        case: &Case,
        stop: Stop,
        at: &str,
        minutes: u16,
        before: usize,
    ) -> Result<StopCard, Failure> {
        let slot = Slot {
            on: stop.on,
            at,
            minutes,
        };
        let taken = self.hours_near(stop.on, None)?;
        let mut odd = self.odd(&slot, &taken);
        let e = &case.engagement;
        let same_day = |s: &Session| s.on == stop.on && s.status != SessionStatus::Cancelled;
        if e.sessions.iter().any(same_day) {
            odd.push(OddHour::SameDay);
        }
        if e.planned_end.is_some_and(|end| end < stop.on) {
            odd.push(OddHour::AfterTheEnd);
        }
        let counts =
            |s: &&Session| matches!(s.status, SessionStatus::Held | SessionStatus::Planned);
        let number = e.sessions.iter().filter(counts).count() + before + 1;
        if e.planned_sessions > 0 && number > usize::from(e.planned_sessions) {
            odd.push(OddHour::MoreThanContracted);
        }
        Ok(StopCard {
            on: stop.on,
            moved_from: stop.moved_from,
            odd,
        })
    }

    /// The hours that are taken on a day and beside it, but by this session.
    pub(crate) fn hours_near(
        &self,
        on: Day,
        but: Option<&SessionId>,
    ) -> Result<Vec<Hour>, Failure> {
        self.read(|tx, _| Ok(store::session::hours_near(tx, on, but)?))
    }

    /// What is odd about an hour, with the hours that are taken near it.
    pub(crate) fn odd(&self, slot: &Slot<'_>, taken: &[Hour]) -> Vec<OddHour> {
        let mut odd = odd(slot, |minute| self.clocks(slot.on, minute));
        let overlaps = |hour: &Hour| {
            slot.overlaps(&Slot {
                on: hour.on,
                at: &hour.at,
                minutes: hour.minutes,
            })
        };
        if taken.iter().any(overlaps) {
            odd.push(OddHour::Taken);
        }
        odd
    }
}

/// The days of a series that was asked for.
fn stops(case: &Case, ask: &PlanSeries) -> Result<Vec<Stop>, Failure> {
    if !(1..=MOST_IN_A_SERIES).contains(&ask.count) {
        return Err(Failure::input(
            "count",
            "count",
            format!("A series has 1 to {MOST_IN_A_SERIES} sessions."),
        ));
    }
    hour("at", &ask.at)?;
    if let Some(length) = ask.minutes {
        minutes("minutes", length)?;
    }
    not_before_it_began(case, "first", ask.first)?;
    let stops = series(ask.first, rhythm(ask.rhythm)?, ask.count);
    if stops.len() < usize::from(ask.count) {
        return Err(Failure::input(
            "count",
            "calendar_ends",
            "The series would go on past the year 2199. Plan fewer sessions.",
        ));
    }
    Ok(stops)
}

fn rhythm(rhythm: Rhythm) -> Result<Rhythm, Failure> {
    if (1..=12).contains(&rhythm.every) {
        Ok(rhythm)
    } else {
        Err(Failure::input(
            "every",
            "every",
            "A rhythm is every 1 to 12 weeks or months.",
        ))
    }
}

fn group(field: &str, people: Option<u8>) -> Result<Option<u8>, Failure> {
    if people.is_none_or(|people| (2..=99).contains(&people)) {
        Ok(people)
    } else {
        Err(Failure::input(
            field,
            "group",
            "A group has 2 to 99 people. Leave it blank for one person.",
        ))
    }
}

fn not_before_it_began(case: &Case, field: &str, on: Day) -> Result<(), Failure> {
    if on >= case.engagement.began {
        return Ok(());
    }
    Err(Failure::input(
        field,
        "before_engagement",
        "The session would lie before the engagement began.",
    ))
}

/// A session with nothing written in it. It is counted as the one before it.
pub(super) fn new_session(
    case: &Case,
    on: Day,
    at: &str,
    length: Option<u16>,
    today: Day,
) -> Result<Session, Failure> {
    let e = &case.engagement;
    not_before_it_began(case, "on", on)?;
    let last = e.sessions.iter().filter(|session| session.on <= on);
    let last = last.max_by(|a, b| (a.on, &a.at).cmp(&(b.on, &b.at)));
    let counted = last.map_or(Counted::default(), |last| Counted {
        planned_minutes: None,
        late: false,
        ..last.counted
    });
    Ok(Session {
        id: new_id(SessionId::new)?,
        on,
        at: hour("at", at)?,
        minutes: minutes("minutes", length.unwrap_or(e.session_minutes))?,
        status: if on < today {
            SessionStatus::Held
        } else {
            SessionStatus::Planned
        },
        counted,
        preparation: Text::empty(),
        opening: Text::empty(),
        record: Text::empty(),
        reflective: Text::empty(),
    })
}
