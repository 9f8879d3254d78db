//! Finding what was meant: an id, or a name that fits one thing only.

use practice::day::Day;
use practice::ids::{
    AgreementId, EngagementId, GoalVersionId, MeetingId, PartyId, PersonId, SessionId,
};
use practice::types::{AskEngagement, EngagementPage, ItemOf};
use practice::words::{Role, SessionStatus};
use practice::{Desk, Failure};

use crate::messages;

/// The engagement with that id, name or coachee.
pub fn engagement(desk: &Desk, asked: &str) -> Result<EngagementId, Failure> {
    let cards = desk.engagements()?;
    let things = cards.into_iter().map(|card| Thing {
        names: vec![card.name, card.coachee],
        id: card.id.as_str().to_owned(),
        thing: card.id,
    });
    one(asked, things.collect())
        .map_err(|several| messages::no_engagement(several == Fits::Several))
}

/// An engagement's page, from which parties and meetings are found.
pub fn page(desk: &Desk, asked: &str) -> Result<EngagementPage, Failure> {
    let engagement = engagement(desk, asked)?;
    desk.engagement(AskEngagement {
        engagement,
        on: None,
    })
}

/// The party with that id, name or role.
pub fn party(page: &EngagementPage, asked: &str) -> Result<PartyId, Failure> {
    let role_asked = asked.trim().to_lowercase().replace(' ', "-");
    let alone = |role: Role| {
        page.parties
            .iter()
            .filter(|party| party.role == role)
            .count()
            == 1
    };
    let things = page.parties.iter().map(|party| {
        let mut names = vec![party.name.clone()];
        if party.role.word() == role_asked && alone(party.role) {
            names.push(asked.to_owned());
        }
        Thing {
            id: party.id.as_str().to_owned(),
            names,
            thing: party.id.clone(),
        }
    });
    one(asked, things.collect()).map_err(|several| messages::no_party(several == Fits::Several))
}

/// The party for whom a paper is; none for the coach.
pub fn reader(page: &EngagementPage, asked: &str) -> Result<Option<PartyId>, Failure> {
    if asked.trim().eq_ignore_ascii_case("coach") {
        Ok(None)
    } else {
        party(page, asked).map(Some)
    }
}

/// The one who is to sign; none for all of them.
pub fn signer(page: &EngagementPage, asked: &str) -> Result<Option<PartyId>, Failure> {
    if asked.trim().eq_ignore_ascii_case("all") {
        Ok(None)
    } else {
        party(page, asked).map(Some)
    }
}

/// The version that takes effect on that day, or the latest.
pub fn agreement(page: &EngagementPage, effective: Option<Day>) -> Result<AgreementId, Failure> {
    let found = match effective {
        Some(day) => page
            .agreements
            .iter()
            .find(|version| version.effective == day),
        None => page
            .agreements
            .iter()
            .max_by_key(|version| version.effective),
    };
    found
        .map(|version| version.id.clone())
        .ok_or_else(messages::no_agreement)
}

/// The version in which a goal stands on a day, by the goal's id or by a title that it has or had.
pub fn version(
    page: &EngagementPage,
    asked: &str,
    on: Option<Day>,
) -> Result<GoalVersionId, Failure> {
    let on = on.unwrap_or(page.on);
    let things = page.goals.iter().filter_map(|goal| {
        let versions = goal.versions.iter().filter(|version| version.on <= on);
        let now = versions.max_by_key(|version| version.on)?;
        Some(Thing {
            id: goal.id.as_str().to_owned(),
            names: goal.versions.iter().map(|v| v.title.clone()).collect(),
            thing: now.id.clone(),
        })
    });
    one(asked, things.collect()).map_err(|several| messages::no_goal(several == Fits::Several))
}

/// The item with that id.
pub fn item(desk: &Desk, engagement: &EngagementId, asked: &str) -> Result<ItemOf, Failure> {
    let found = desk.item_named(engagement, asked.trim());
    found.map_err(|failure| match failure.field.as_deref() {
        Some("item") => messages::no_item(),
        _ => failure,
    })
}

/// The coach's supervisor, where one alone is in the engagement.
pub fn supervisor(page: &EngagementPage) -> Option<PartyId> {
    let mut there = page
        .parties
        .iter()
        .filter(|party| party.role == Role::Supervisor && party.left.is_none());
    match (there.next(), there.next()) {
        (Some(party), None) => Some(party.id.clone()),
        _ => None,
    }
}

/// The person with that id or name.
pub fn person(desk: &Desk, asked: &str) -> Result<PersonId, Failure> {
    let things = desk.people()?.people.into_iter().map(|card| Thing {
        names: vec![card.person.name.clone()],
        id: card.person.id.as_str().to_owned(),
        thing: card.person.id,
    });
    one(asked, things.collect()).map_err(|several| messages::no_person(several == Fits::Several))
}

/// The meeting with that id, or on that day.
pub fn meeting(page: &EngagementPage, asked: &str) -> Result<MeetingId, Failure> {
    let things = page.meetings.iter().map(|meeting| Thing {
        id: meeting.id.as_str().to_owned(),
        names: vec![meeting.on.to_string()],
        thing: meeting.id.clone(),
    });
    one(asked, things.collect()).map_err(|several| messages::no_meeting(several == Fits::Several))
}

/// Something that can be asked for.
struct Thing<T> {
    id: String,
    names: Vec<String>,
    thing: T,
}

/// A way to fit.
type Fit<'a, T> = dyn Fn(&Thing<T>) -> bool + 'a;

/// How many things fit, when it is not one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fits {
    None,
    Several,
}

/// The one thing that fits: by id; else by its whole name, ignoring case; else by a part of it.
fn one<T>(asked: &str, things: Vec<Thing<T>>) -> Result<T, Fits> {
    let asked_lower = asked.trim().to_lowercase();
    if asked_lower.is_empty() {
        return Err(Fits::None);
    }
    let by_id = |thing: &Thing<T>| thing.id == asked;
    let by_name = |thing: &Thing<T>| {
        thing
            .names
            .iter()
            .any(|name| name.to_lowercase() == asked_lower)
    };
    let by_part = |thing: &Thing<T>| {
        thing
            .names
            .iter()
            .any(|name| name.to_lowercase().contains(&asked_lower))
    };
    let ways: [&Fit<T>; 3] = [&by_id, &by_name, &by_part];
    for fits in ways {
        match things.iter().filter(|thing| fits(thing)).count() {
            0 => {}
            1 => {
                return things
                    .into_iter()
                    .find(fits)
                    .map(|thing| thing.thing)
                    .ok_or(Fits::None);
            }
            _ => return Err(Fits::Several),
        }
    }
    Err(Fits::None)
}

/// The engagement of a line of Today, by the line's key; none for a line of the whole practice.
pub fn engagement_of_line(desk: &Desk, key: &str) -> Result<Option<EngagementId>, Failure> {
    let today = desk.today()?;
    let mut lines = today.lines.into_iter().chain(today.put_off);
    lines
        .find(|line| line.key == key)
        .map(|line| line.engagement)
        .ok_or_else(messages::no_such_line)
}

/// The session with that id; or the one that comes next, or else the last.
pub fn session(page: &EngagementPage, asked: Option<&str>) -> Result<SessionId, Failure> {
    let mut sessions = page.sessions.iter();
    let found = match asked {
        Some(id) => sessions.find(|session| session.id.as_str() == id),
        None => sessions
            .find(|session| session.status == SessionStatus::Planned)
            .or_else(|| page.sessions.last()),
    };
    found
        .map(|session| session.id.clone())
        .ok_or_else(messages::no_session)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(asked: &str) -> Result<u8, Fits> {
        let thing = |id: &str, name: &str, thing| Thing {
            id: id.to_owned(),
            names: vec![name.to_owned()],
            thing,
        };
        one(
            asked,
            vec![
                thing("e1", "Ångström, Maya", 1),
                thing("e2", "Maya", 2),
                thing("maya", "Tom Smith", 3),
                thing("e4", "tom smith", 4),
            ],
        )
    }

    #[test]
    fn an_id_comes_first_then_a_whole_name_then_a_part() {
        assert_eq!(asked("maya"), Ok(3));
        assert_eq!(asked(" MAYA "), Ok(2));
        assert_eq!(asked("ångström"), Ok(1));
        assert_eq!(asked("TOM SMITH"), Err(Fits::Several));
        assert_eq!(asked("tom"), Err(Fits::Several));
        assert_eq!(asked("nobody"), Err(Fits::None));
        assert_eq!(asked("  "), Err(Fits::None));
    }
}
