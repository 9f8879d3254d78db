//! Sessions: planning, and writing as one types.

use coaching::ids::SessionId;
use coaching::text::keepable;
use coaching::words::SessionStatus;
use store::session::SessionText;

use super::made;
use super::series::new_session;
use crate::desk::Desk;
use crate::error::Failure;
use crate::input::{hour, minutes, not_ahead};
use crate::types::{ChangeSession, Made, PlanSession, SessionPart, WriteSession};

impl Desk {
    /// Plans a session.
    ///
    /// # Errors
    /// When it lies before the engagement, or the hour or length does not fit.
    pub fn plan_session(&mut self, ask: PlanSession) -> Result<Made, Failure> {
        self.change_case("plan session", &ask.engagement.clone(), |tx, case, now| {
            let session = new_session(case, ask.on, &ask.at, ask.minutes, now.today)?;
            store::session::insert(tx, &case.engagement.id, &session)?;
            Ok(made(&session.id))
        })
    }

    /// Changes a session's day, hour, length and status.
    ///
    /// # Errors
    /// When a session is said to have been held on a day that is still to come.
    pub fn change_session(&mut self, ask: ChangeSession) -> Result<(), Failure> {
        let engagement = self.engagement_of_session(&ask.session)?;
        self.change_case("change session", &engagement, |tx, case, now| {
            let mut session = case
                .engagement
                .session(&ask.session)
                .ok_or_else(|| Failure::missing("session"))?
                .clone();
            session.on = ask.on;
            session.at = hour("at", &ask.at)?;
            session.minutes = minutes("minutes", ask.minutes)?;
            session.status = ask.status;
            session.counted.late &= ask.status == SessionStatus::Cancelled;
            if ask.status == SessionStatus::Planned {
                session.counted.planned_minutes = None;
            }
            if matches!(ask.status, SessionStatus::Held | SessionStatus::Missed) {
                not_ahead("on", ask.on, now.today)?;
            }
            Ok(store::session::update(tx, &session)?)
        })
    }

    /// Keeps one text of a session as it is typed.
    ///
    /// # Errors
    /// When the text cannot be kept as written; the text before stays.
    pub fn write_session(&mut self, ask: WriteSession) -> Result<(), Failure> {
        keepable(&ask.text).map_err(|fault| Failure::from(fault).at("text"))?;
        let part = match ask.part {
            SessionPart::Preparation => SessionText::Preparation,
            SessionPart::Opening => SessionText::Opening,
            SessionPart::Record => SessionText::Record,
            SessionPart::Reflective => SessionText::Reflective,
        };
        self.change("write session", |tx, _| {
            Ok(store::session::set_text(tx, &ask.session, part, &ask.text)?)
        })
    }

    pub(crate) fn engagement_of_session(
        &self,
        session: &SessionId,
    ) -> Result<coaching::ids::EngagementId, Failure> {
        self.read(|tx, _| {
            store::engagement::of_session(tx, session)?.ok_or_else(|| Failure::missing("session"))
        })
    }
}
