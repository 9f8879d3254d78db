//! Sessions of a calendar: listed, and brought in.

use practice::types::{BringSessions, CalendarAsked, CalendarTitle};
use practice::{Desk, Failure, file_in_base64};

use crate::arguments::Calendar;
use crate::find;
use crate::messages;
use crate::output::Answer;
use crate::screen;

/// Lists what is in a calendar; or brings in what was chosen of it, or all that is proposed.
pub fn calendar(
    open: impl FnOnce() -> Result<Desk, Failure>,
    asked: Calendar,
    json: bool,
) -> Result<Answer, Failure> {
    let file = file_in_base64(&asked.file)?;
    let mut desk = open()?;
    let mut titles = Vec::new();
    for typed in &asked.titles {
        let (title, whose) = typed
            .rsplit_once('=')
            .ok_or_else(messages::no_engagement_said)?;
        titles.push(CalendarTitle {
            title: title.to_owned(),
            engagement: match whose.trim() {
                "" => None,
                whose => Some(find::engagement(&desk, whose)?),
            },
        });
    }
    let calendar = CalendarAsked {
        file,
        titles,
        from: asked.from,
        to: asked.to,
    };
    let seen = desk.look_at_calendar(calendar.clone())?;
    if !asked.bring {
        return Answer::of(json, &seen, screen::calendar);
    }
    let each = (1..).zip(seen.sessions);
    let chosen = each.filter(|(number, entry)| match asked.only.is_empty() {
        true => entry.proposed,
        false => asked.only.contains(number),
    });
    let entries: Vec<String> = chosen.map(|(_, entry)| entry.key).collect();
    if entries.len() < asked.only.len() {
        return Err(messages::no_such_number());
    }
    let brought = desk.bring_sessions(BringSessions { calendar, entries })?;
    Answer::of(json, &brought, messages::sessions_brought)
}
