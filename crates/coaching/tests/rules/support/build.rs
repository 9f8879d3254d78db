//! Short ways to write a record down.

use chrono::{DateTime, NaiveTime, Utc};
use coaching::agreement::{Agreement, Assent, Boundary, strict_defaults};
use coaching::closing::Keeps;
use coaching::day::Day;
use coaching::goals::{Goal, GoalVersion, Shift};
use coaching::ids::{GoalId, PartyId};
use coaching::meetings::{AgreedGoal, Meeting, Preparation};
use coaching::pace::Counted;
use coaching::record::{
    Audience, Case, Coach, Engagement, Noted, Organisation, Party, Person, Release, Session,
};
use coaching::text::{Tag, Text, Wording};
use coaching::view::View;
use coaching::words::{
    Consent, EngagementStatus, GoalStatus, Language, Level, MeetingKind, MeetingStatus, Prompt,
    Role, SessionStatus, ShiftKind, Topic, Voice,
};
use serde::de::DeserializeOwned;

/// A day, written `2026-03-05`.
pub fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

/// An id of whatever kind is asked for.
pub fn id<T: DeserializeOwned>(text: &str) -> T {
    serde_json::from_value(text.into()).expect("an id")
}

/// Words on whatever topic is asked for.
pub fn text<T: Tag>(words: &str) -> Text<T> {
    Text::new(words).expect("words that can be kept")
}

/// The exact words of a release or of something told.
pub fn wording(words: &str) -> Wording {
    Wording::new(words).expect("words that can be kept")
}

/// Nine in the morning of a day.
pub fn morning(on: Day) -> DateTime<Utc> {
    let nine = NaiveTime::from_hms_opt(9, 0, 0).expect("nine o'clock");
    on.date().and_time(nine).and_utc()
}

/// A person with that name at the one organisation; the id is the name in small letters.
pub fn person(name: &str) -> Person {
    Person {
        id: id(&name.to_lowercase()),
        name: name.into(),
        called: String::new(),
        title: String::new(),
        organisation: Some(id("org")),
        email: String::new(),
        phone: String::new(),
    }
}

/// That person as a party, under the same id, from the engagement's first day.
pub fn party(name: &str, role: Role) -> Party {
    Party {
        id: id(name),
        person: id(name),
        role,
        level: Level::Inside,
        influence: None,
        relation: String::new(),
        joined: day("2026-02-01"),
        left: None,
    }
}

/// An engagement that began on 1 February 2026 with Maya, its coachee, and nobody else.
pub fn case() -> Case {
    Case {
        coach: Coach {
            name: "Ada Coach".into(),
            ..Coach::default()
        },
        people: vec![person("Maya")],
        organisations: vec![Organisation {
            id: id("org"),
            name: "Northwind".into(),
            place: String::new(),
        }],
        keeps: Keeps::default(),
        engagement: Engagement {
            status: EngagementStatus::Active,
            planned_sessions: 12,
            session_minutes: 90,
            parties: vec![party("maya", Role::Coachee)],
            ..Engagement::new(
                id("engagement"),
                "Maya at Northwind".into(),
                Language::English,
                day("2026-02-01"),
            )
        },
    }
}

/// An agreement with these boundaries, to which Maya assented on the day it takes effect.
pub fn agreement(effective: &str, boundaries: Vec<Boundary>) -> Agreement {
    Agreement {
        id: id(&format!("agreement-{effective}")),
        effective: day(effective),
        drafted: None,
        boundaries,
        assents: vec![Assent {
            party: id("maya"),
            on: day(effective),
            how: Consent::InWriting,
        }],
        raters: 5,
        additions: Text::empty(),
    }
}

/// The strict defaults, agreed by Maya on a day.
pub fn strict(effective: &str) -> Agreement {
    agreement(effective, strict_defaults())
}

/// A version of a goal, with that title and id.
pub fn version(version: &str, on: &str, title: &str) -> GoalVersion {
    GoalVersion {
        id: id(version),
        on: day(on),
        recorded: morning(day(on)),
        title: text(title),
        words: Text::empty(),
        why: Text::empty(),
        measure: Text::empty(),
        levels: None,
        weight: 1,
        place: 1,
        status: GoalStatus::Active,
        session: None,
        meeting: None,
        shift: None,
        corrections: vec![],
    }
}

/// A version that came by a shift.
pub fn shifted(id_: &str, on: &str, title: &str, kind: ShiftKind, into: &[&str]) -> GoalVersion {
    GoalVersion {
        status: match kind {
            ShiftKind::Paused => GoalStatus::Paused,
            ShiftKind::Achieved => GoalStatus::Achieved,
            ShiftKind::LetGo => GoalStatus::LetGo,
            ShiftKind::Replaced | ShiftKind::Split | ShiftKind::Merged => GoalStatus::Replaced,
            _ => GoalStatus::Active,
        },
        shift: Some(Shift {
            kind,
            prompt: Prompt::Insight,
            reason: Text::empty(),
            raised_by: None,
            into: into.iter().map(|goal| id(goal)).collect(),
        }),
        ..version(id_, on, title)
    }
}

/// A goal with these versions.
pub fn goal(goal: &str, versions: Vec<GoalVersion>) -> Goal {
    Goal {
        id: id(goal),
        versions,
    }
}

/// A meeting on a day, held with these parties, which agreed nothing yet.
pub fn held(meeting: &str, on: &str, parties: &[&str]) -> Meeting {
    let parties: Vec<PartyId> = parties.iter().map(|party| id(party)).collect();
    Meeting {
        id: id(meeting),
        kind: MeetingKind::Contracting,
        arranged: day("2026-02-01"),
        on: day(on),
        at: String::new(),
        minutes: 60,
        place: Text::empty(),
        status: MeetingStatus::Held,
        invited: parties.clone(),
        attended: parties,
        agenda: Vec::new(),
        preparation: Preparation::default(),
        agreed: vec![],
        decisions: vec![],
        reflective: Text::empty(),
        debrief: Text::empty(),
    }
}

/// A goal as a meeting agreed it.
pub fn agreed(goal: &str, version: &str, words: &str) -> AgreedGoal {
    AgreedGoal {
        goal: id(goal),
        version: id(version),
        wording: text(words),
        measure: Text::empty(),
    }
}

/// A note by the coach.
pub fn note<T: Tag>(note: &str, on: &str, words: &str) -> Noted<T> {
    Noted {
        id: id(note),
        on: day(on),
        text: text(words),
        said_by: None,
        session: None,
        goal: None,
    }
}

/// A session that was held.
pub fn session(session: &str, on: &str) -> Session {
    Session {
        id: id(session),
        on: day(on),
        at: String::new(),
        minutes: 90,
        status: SessionStatus::Held,
        counted: Counted::default(),
        preparation: Text::empty(),
        opening: Text::empty(),
        record: Text::empty(),
        reflective: Text::empty(),
    }
}

/// Words that Maya released to a party, in her own voice.
pub fn release(to: &str, topic: Topic, given: &str, words: &str) -> Release {
    Release {
        id: id(&format!("release-{given}")),
        audience: Audience::Party(id(to)),
        topic,
        wording: wording(words),
        voice: Voice::Coachee,
        given: day(given),
        how: Consent::ByMessage,
        withdrawn: None,
        note: None,
        session: None,
        goal: None,
    }
}

/// What a party sees on a day.
pub fn sit(case: &Case, chair: &str, on: &str) -> View {
    coaching::seat::seat(case, &id(chair), day(on)).expect("a party of the engagement")
}

/// The bytes of a view, as every output is made from them.
pub fn bytes(view: &View) -> String {
    serde_json::to_string(view).expect("a view is plain data")
}

/// The view without the day on which one sits, to compare two days.
pub fn but_the_day(view: &View) -> serde_json::Value {
    let mut value = serde_json::to_value(view).expect("a view is plain data");
    value["on"].take();
    value
}

/// Takes a goal, and what speaks of it, out of the record: the goals it replaced go on as they were.
pub fn without_goal(mut case: Case, gone: &str) -> Case {
    let gone: GoalId = id(gone);
    let e = &mut case.engagement;
    let versions: Vec<_> = e
        .goals
        .iter()
        .flat_map(|goal| &goal.versions)
        .filter(|v| v.shift.as_ref().is_some_and(|s| s.into.contains(&gone)))
        .chain(e.goal(&gone).into_iter().flat_map(|goal| &goal.versions))
        .map(|version| version.id.clone())
        .collect();
    e.tellings.retain(|t| !versions.contains(&t.version));
    e.goals.retain(|goal| goal.id != gone);
    for goal in &mut e.goals {
        goal.versions.retain(|v| !versions.contains(&v.id));
    }
    case
}
