//! What one party may see on one day. Only [`crate::seat::seat`] can make a [`View`]; everything
//! that leaves the coach's hands is a rendering of one.
//!
//! A view holds no internal id, no time of recording and nothing whose presence, number or order
//! depends on what was left out (`docs/confidentiality.md`, non-interference).

use std::cmp::Ordering;

use serde::Serialize;

use crate::closing::Clocks;
use crate::day::Day;
use crate::ids::{MeetingId, PartyId};
use crate::words::{
    CommitmentStatus, Consent, Language, Role, Rule, SessionStatus, Stance, Topic, Voice,
};

/// Structs whose fields only this crate can fill and everybody can read. What is in `skip` or `ids` is
/// not written out. Those with `ids`, to find things by, are ordered by what is written out alone: an id
/// must not decide in which order a chair sees what else looks the same.
macro_rules! seen {
    ($($(#[$meta:meta])+ pub struct $name:ident { $($body:tt)* })*) => {
        $(seen_one! { [$(#[$meta])+] $name { $($body)* } })*
    };
}

macro_rules! seen_one {
    ([$($meta:tt)*] $name:ident {
        $($(#[doc = $fdoc:literal])+ $field:ident: $kind:ty,)*
        ids { $($(#[doc = $sdoc:literal])+ $id:ident: $ikind:ty,)* }
    }) => {
        seen_one! { [$($meta)*] $name {
            $($(#[doc = $fdoc])+ $field: $kind,)*
            skip { $($(#[doc = $sdoc])+ $id: $ikind,)* }
        } }

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> Ordering {
                Ordering::Equal$(.then_with(|| self.$field.cmp(&other.$field)))*
            }
        }

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }
    };
    ([$($meta:tt)*] $name:ident {
        $($(#[doc = $fdoc:literal])+ $field:ident: $kind:ty,)*
        $(skip { $($(#[doc = $sdoc:literal])+ $skipped:ident: $skind:ty,)* })?
    }) => {
        $($meta)*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[cfg_attr(feature = "ts", ts(export))]
        pub struct $name {
            $(pub(crate) $field: $kind,)*
            $($(
                #[serde(skip)]
                #[cfg_attr(feature = "ts", ts(skip))]
                pub(crate) $skipped: $skind,
            )*)?
        }

        impl $name {
            $($(#[doc = $fdoc])+ #[must_use] pub fn $field(&self) -> &$kind { &self.$field })*
            $($($(#[doc = $sdoc])+ #[must_use] pub fn $skipped(&self) -> &$skind { &self.$skipped })*)?
        }
    };
}

mod alignment;
mod goals;
mod measures;
mod meetings;

pub use alignment::{BeliefSeen, ClashSeen, ExperimentSeen, OutcomeSeen, SideSeen};
pub use goals::{
    AgreedGoalSeen, BaselineSeen, DriftSeen, GoalStory, TellingSeen, ToldSeen, VersionSeen,
};

pub use meetings::{AgendaSeen, MeetingSeen, PreparationSeen, SpokenBy};

pub use measures::{
    AttainmentSeen, BreakSeen, CombinedSeen, MeasureSeen, RatingSeen, ScoreSeen, ThreadSeen,
    TieSeen,
};

/// Why a line is in a view: the answer to "why is this allowed?", for the coach's eyes. It is never
/// serialised with the view.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
#[serde(tag = "ground", rename_all = "kebab-case")]
pub enum Ground {
    /// The party said it itself.
    OwnWords,
    /// The party sat in the meeting where it was decided.
    Attended {
        /// When the meeting was.
        on: Day,
    },
    /// The agreement in force shares the topic with the party's role.
    Shared {
        /// From when that agreement was effective.
        effective: Day,
        /// The role whose rule it is.
        role: Role,
    },
    /// The coachee released these words.
    Released {
        /// When.
        given: Day,
        /// How consent was given.
        how: Consent,
    },
    /// It is part of the two-chair record, which the coachee may see.
    TwoChairRecord,
    /// It stands on the coach's own page: in no view.
    CoachsEyes,
}

seen! {
    /// One included text.
    pub struct Line {
        /// The day it belongs to.
        on: Day,
        /// The words.
        text: String,
        /// Its topic.
        topic: Topic,
        /// Whose voice a released wording is in; none for the record's own text.
        voice: Option<Voice>,
        /// Whose words or view it is, by name.
        said_by: Option<String>,
        skip {
            /// Why it is allowed.
            ground: Ground,
        }
    }

    /// In whose chair one sits.
    pub struct Chair {
        /// The party's name.
        name: String,
        /// The party's role.
        role: Role,
    }

    /// A party, as others see them.
    pub struct PartySeen {
        /// Their name.
        name: String,
        /// Their job title; may be empty.
        title: String,
        /// Their role.
        role: Role,
        ids {
            /// Their id, to find them by.
            id: PartyId,
        }
    }

    /// The frame of the engagement.
    pub struct Heading {
        /// Its agreed name.
        name: String,
        /// The coach's name.
        coach: String,
        /// The coachee's name.
        coachee: String,
        /// Where the coachee works; may be empty.
        organisation: String,
        /// Who is in it, in the order of roles and names; no stakeholders.
        parties: Vec<PartySeen>,
        /// The day it began.
        began: Day,
        /// The day on which it is planned to end.
        planned_end: Option<Day>,
        /// The day it ended, if that has come.
        ended: Option<Day>,
        /// What was agreed to be said about the end.
        ending: Option<Line>,
        /// How many sessions are contracted.
        planned_sessions: u16,
        /// How long a session is meant to be, in minutes.
        session_minutes: u16,
    }

    /// One session, by its date alone.
    pub struct SessionSeen {
        /// The day.
        on: Day,
        /// What happened.
        status: SessionStatus,
        /// How long, in minutes.
        minutes: u16,
    }

    /// Which sessions took place.
    pub struct Attendance {
        /// How many were held.
        held: u32,
        /// How many were cancelled.
        cancelled: u32,
        /// How many were missed.
        missed: u32,
        /// All of them, by day.
        sessions: Vec<SessionSeen>,
    }

    /// A promise.
    #[derive(PartialOrd, Ord)]
    pub struct CommitmentSeen {
        /// Who promised.
        by: String,
        /// What.
        text: Line,
        /// By when.
        due: Option<Day>,
        /// What became of it; none where only the promise may be known.
        status: Option<CommitmentStatus>,
    }

    /// Where a party stands on a goal.
    pub struct PositionSeen {
        /// Whose.
        party: String,
        /// On which goal, by its title or its agreed wording.
        goal: String,
        /// Since when.
        on: Day,
        /// Where.
        stance: Stance,
        /// In which words.
        words: Option<Line>,
    }

    /// All included lines of one topic.
    pub struct Section {
        /// The topic.
        topic: Topic,
        /// The lines, by day.
        lines: Vec<Line>,
    }

    /// What the coachee has released, for the coachee's own eyes.
    #[derive(PartialOrd, Ord)]
    pub struct ReleaseSeen {
        /// For whom, by name; the words "supervisor" and "public" for those two.
        audience: String,
        /// The wording and its topic.
        wording: Line,
        /// When it was given.
        given: Day,
        /// Since when it no longer counts.
        withdrawn: Option<Day>,
    }

    /// What is arranged for the time after the end.
    #[derive(PartialOrd, Ord)]
    pub struct FollowUpSeen {
        /// When it is due.
        due: Day,
        /// When it was done, if it was by the day.
        done: Option<Day>,
        /// What came of it.
        words: Option<Line>,
    }

    /// What one party may see of an engagement on one day.
    pub struct View {
        /// In whose chair one sits.
        chair: Chair,
        /// On which day.
        on: Day,
        /// The language of the engagement's documents.
        language: Language,
        /// The frame of the engagement; none when even that is confidential.
        heading: Option<Heading>,
        /// Which sessions took place.
        attendance: Option<Attendance>,
        /// The agreed fees.
        fees: Option<Line>,
        /// What meetings agreed, oldest first: the last is the baseline.
        baselines: Vec<BaselineSeen>,
        /// The goals as they stand, each with its story.
        goals: Vec<GoalStory>,
        /// Baseline and today side by side, for the coachee alone.
        drift: Vec<DriftSeen>,
        /// What goals were measured by, version by version.
        measures: Vec<MeasureSeen>,
        /// Goal attainment over all scored goals.
        attainment: Option<AttainmentSeen>,
        /// Insights about one subject, across sessions, for the coachee alone.
        threads: Vec<ThreadSeen>,
        /// What goals serve, for the coachee alone.
        ties: Vec<TieSeen>,
        /// What parties seem to believe, for the coachee alone.
        beliefs: Vec<BeliefSeen>,
        /// Where sides pull apart, for the coachee alone.
        clashes: Vec<ClashSeen>,
        /// What is arranged for the time after the end, for the coachee alone.
        follow_ups: Vec<FollowUpSeen>,
        /// Until when notes and record are kept, for the coachee alone.
        kept_until: Option<Clocks>,
        /// The meetings, by day.
        meetings: Vec<MeetingSeen>,
        /// All promises that may be known, by day; those of a meeting stand there as well.
        commitments: Vec<CommitmentSeen>,
        /// Where parties stand on goals.
        positions: Vec<PositionSeen>,
        /// Everything else, topic by topic; no empty section.
        sections: Vec<Section>,
        /// What the coachee released, for the coachee alone.
        releases: Vec<ReleaseSeen>,
        /// The rules of the agreement in force, for the coachee alone.
        rules: Vec<RuleSeen>,
    }

    /// One rule of the agreement in force, for the coachee's own eyes.
    pub struct RuleSeen {
        /// For which role.
        role: Role,
        /// The topic.
        topic: Topic,
        /// The rule.
        rule: Rule,
    }
}

/// By day, then by words: the order in which lines stand, which depends on nothing that is not shown.
/// Lines that show the same stand in the order of their grounds, so that the coach, who sees those,
/// sees them in one order too.
impl Ord for Line {
    fn cmp(&self, other: &Self) -> Ordering {
        (
            self.on,
            &self.text,
            self.topic,
            self.voice,
            &self.said_by,
            &self.ground,
        )
            .cmp(&(
                other.on,
                &other.text,
                other.topic,
                other.voice,
                &other.said_by,
                &other.ground,
            ))
    }
}

impl PartialOrd for Line {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl View {
    /// The meeting with that id, when this party may know of it.
    #[must_use]
    pub fn meeting(&self, id: &MeetingId) -> Option<&MeetingSeen> {
        self.meetings.iter().find(|meeting| meeting.id == *id)
    }

    /// The lines of one topic; empty when there are none.
    #[must_use]
    pub fn section(&self, topic: Topic) -> &[Line] {
        self.sections
            .iter()
            .find(|section| section.topic == topic)
            .map_or(&[], |section| section.lines.as_slice())
    }

    /// Every line in the view, in a fixed order: for the question "why is this allowed?".
    #[must_use]
    pub fn lines(&self) -> Vec<&Line> {
        let mut lines: Vec<&Line> = Vec::new();
        lines.extend(self.heading.iter().flat_map(|heading| &heading.ending));
        lines.extend(&self.fees);
        for goal in self.baselines.iter().flat_map(|baseline| &baseline.goals) {
            lines.push(&goal.wording);
            lines.extend(&goal.measure);
            lines.extend(&goal.released);
        }
        for version in self.goals.iter().flat_map(|goal| &goal.versions) {
            lines.push(&version.title);
            lines.extend(&version.words);
            lines.extend(&version.why);
            lines.extend(&version.measure);
            lines.extend(&version.reason);
        }
        for measure in &self.measures {
            lines.extend(measure.broken_by.iter().flat_map(|broken| &broken.reason));
            lines.extend(&measure.levels);
            lines.extend(measure.scores.iter().flat_map(|score| &score.words));
            lines.extend(measure.ratings.iter().flat_map(|rating| &rating.words));
        }
        for thread in &self.threads {
            lines.push(&thread.subject);
            lines.extend(&thread.insights);
        }
        for tie in &self.ties {
            lines.push(&tie.to);
            lines.extend(&tie.words);
        }
        lines.extend(self.beliefs.iter().map(|belief| &belief.text));
        lines.extend(self.clashes.iter().flat_map(ClashSeen::lines));
        lines.extend(self.follow_ups.iter().flat_map(|each| &each.words));
        for meeting in &self.meetings {
            lines.extend(&meeting.place);
            lines.extend(meeting.agenda.iter().map(|point| &point.text));
            lines.extend(&meeting.decisions);
            lines.extend(
                meeting
                    .commitments
                    .iter()
                    .map(|commitment| &commitment.text),
            );
            lines.extend(&meeting.debrief);
            if let Some(preparation) = &meeting.preparation {
                lines.extend(&preparation.good_outcome);
                lines.extend(&preparation.from_my_manager);
                lines.extend(&preparation.on_the_table);
                lines.extend(&preparation.off_the_table);
            }
        }
        lines.extend(self.commitments.iter().map(|commitment| &commitment.text));
        lines.extend(
            self.positions
                .iter()
                .filter_map(|position| position.words.as_ref()),
        );
        lines.extend(self.sections.iter().flat_map(|section| &section.lines));
        lines.extend(self.releases.iter().map(|release| &release.wording));
        lines
    }

    /// True when nothing at all may be seen: not even that there is an engagement.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.heading.is_none()
            && self.attendance.is_none()
            && self.baselines.is_empty()
            && self.goals.is_empty()
            && self.measures.is_empty()
            && self.attainment.is_none()
            && self.meetings.is_empty()
            && self.positions.is_empty()
            && self.lines().is_empty()
    }
}
