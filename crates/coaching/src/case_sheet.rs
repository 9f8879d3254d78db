//! The case sheet for the coach's supervisor (rule 7): the two-chair record without names.
//!
//! It has a place of its own beside [`crate::view::View`]: it holds no name, no day of the record and
//! no id, and only [`case_sheet`] makes one.

mod alignment;
mod build;
mod gate;
mod measures;

use crate::day::Day;
use crate::nameless::{Nameless, StandsFor, number_anew, unsure};
use crate::words::{
    ClashEnd, CommitmentStatus, GoalStatus, Language, MeetingKind, MeetingStatus, Prompt,
    ShiftKind, Stance, Topic, Voice,
};

pub use build::case_sheet;

/// Why there is no case sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "No agreement is in force, so nothing may be told to anybody, not even without names. Record the \
     agreement and the coachee's assent first."
)]
pub struct NothingInForce;

/// When something was, told by sessions instead of dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// Before the first session.
    BeforeTheFirst,
    /// In the session of that number.
    In(u16),
    /// After the session of that number, before the next.
    After(u16),
    /// Not told: when sessions were held is kept from the supervisor.
    Untold,
}

/// A struct whose fields only this crate can fill and everybody can read.
macro_rules! sheet {
    ($(
        $(#[$meta:meta])+
        pub struct $name:ident { $($(#[doc = $doc:literal])+ $field:ident: $kind:ty,)* }
    )*) => {$(
        $(#[$meta])+
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name { $($field: $kind,)* }

        impl $name {
            $($(#[doc = $doc])+ #[must_use] pub fn $field(&self) -> &$kind { &self.$field })*
        }
    )*};
}

sheet! {
    /// Everything that the supervisor may hear.
    pub struct CaseSheet {
        /// The language of the engagement's documents.
        language: Language,
        /// The day as of which it is written.
        on: Day,
        /// What the coach asks; empty when nothing is asked.
        question: Nameless,
        /// Who is in the engagement.
        people: Vec<StandsFor>,
        /// How many sessions were held, where that may be told.
        held: Option<u16>,
        /// How many sessions are planned, and of how many minutes.
        planned: Option<(u16, u16)>,
        /// What meetings agreed, oldest first.
        baselines: Vec<BaselineOfCase>,
        /// The goals as they stand, each with its story.
        goals: Vec<GoalOfCase>,
        /// The meetings, oldest first.
        meetings: Vec<MeetingOfCase>,
        /// Who promised what.
        commitments: Vec<CommitmentOfCase>,
        /// Where parties stand.
        positions: Vec<PositionOfCase>,
        /// What parties seem to believe.
        beliefs: Vec<BeliefOfCase>,
        /// Where sides pull apart.
        clashes: Vec<ClashOfCase>,
        /// Everything else, topic by topic; no empty section.
        sections: Vec<SectionOfCase>,
        /// The words in it that may be names.
        unsure: Vec<String>,
    }

    /// The goals that one meeting agreed.
    pub struct BaselineOfCase {
        /// When.
        when: When,
        /// The occasion.
        kind: MeetingKind,
        /// Each wording, with how one would know.
        goals: Vec<(Nameless, Option<Nameless>)>,
    }

    /// A goal through time, oldest version first.
    pub struct GoalOfCase {
        /// Its versions.
        versions: Vec<VersionOfCase>,
    }

    /// One version of a goal.
    pub struct VersionOfCase {
        /// When it took effect.
        when: When,
        /// The title.
        title: Nameless,
        /// In the coachee's words.
        words: Option<Nameless>,
        /// Why it matters.
        why: Option<Nameless>,
        /// How one would know.
        measure: Option<Nameless>,
        /// The status from then on.
        status: GoalStatus,
        /// The kind of shift that made it, and what prompted it; none for the first.
        shift: Option<(ShiftKind, Prompt)>,
        /// The reason, in the coachee's words.
        reason: Option<Nameless>,
        /// Titles of the goals that took its place.
        into: Vec<Nameless>,
        /// How far it was attained, −2 to +2, oldest first.
        scores: Vec<(When, i8)>,
        /// The coachee's own ratings, 0 to 10, oldest first.
        ratings: Vec<(When, u8)>,
        /// What raters say together: how many, and the mean in tenths, oldest first.
        combined: Vec<(When, u16, i16)>,
    }

    /// A meeting.
    pub struct MeetingOfCase {
        /// When.
        when: When,
        /// The occasion.
        kind: MeetingKind,
        /// What happened to it.
        status: MeetingStatus,
        /// Who was there.
        attended: Vec<StandsFor>,
        /// How the coachee prepared it: a good outcome, what they want, what is on and off the table.
        preparation: [Option<Nameless>; 4],
        /// What was decided.
        decisions: Vec<Nameless>,
        /// What coach and coachee made of it.
        debrief: Option<Nameless>,
    }

    /// A promise.
    pub struct CommitmentOfCase {
        /// When it was made.
        when: When,
        /// Who promised.
        by: StandsFor,
        /// What.
        text: Nameless,
        /// What became of it.
        status: CommitmentStatus,
    }

    /// Where a party stands on a goal.
    pub struct PositionOfCase {
        /// Since when.
        when: When,
        /// Whose.
        party: StandsFor,
        /// On which goal.
        goal: Nameless,
        /// Where.
        stance: Stance,
        /// In which words.
        words: Option<Nameless>,
    }

    /// What a party seems to hold to be true.
    pub struct BeliefOfCase {
        /// Since when it is seen so.
        when: When,
        /// Whose.
        party: StandsFor,
        /// The belief.
        text: Nameless,
    }

    /// Where sides pull apart, and how it is worked on.
    pub struct ClashOfCase {
        /// Since when it is seen.
        when: When,
        /// What it is about.
        title: Nameless,
        /// The goal that it is about.
        goal: Option<Nameless>,
        /// The sides.
        sides: Vec<SideOfCase>,
        /// What both sides want.
        shared_objective: Option<Nameless>,
        /// What is not negotiable.
        not_negotiable: Option<Nameless>,
        /// The evidence to bring.
        evidence: Option<Nameless>,
        /// What is tried, oldest first.
        experiments: Vec<ExperimentOfCase>,
        /// How it ended.
        outcome: Option<(ClashEnd, Option<Nameless>)>,
    }

    /// One side of a clash.
    pub struct SideOfCase {
        /// Whose.
        party: StandsFor,
        /// What they want.
        wants: Option<Nameless>,
        /// What they fear.
        fears: Option<Nameless>,
    }

    /// What is tried in a clash.
    pub struct ExperimentOfCase {
        /// Since when.
        when: When,
        /// What.
        text: Nameless,
        /// What came of it.
        came_of: Option<Nameless>,
    }

    /// All lines of one topic.
    pub struct SectionOfCase {
        /// The topic.
        topic: Topic,
        /// The lines, oldest first.
        lines: Vec<LineOfCase>,
    }

    /// One text.
    pub struct LineOfCase {
        /// When.
        when: When,
        /// The words.
        text: Nameless,
        /// Whose words or view it is.
        said_by: Option<StandsFor>,
        /// Whose voice a released wording is in; none for the record's own text.
        voice: Option<Voice>,
    }
}

/// Something in a sheet that can name people.
enum Naming<'a> {
    Words(&'a mut Nameless),
    One(&'a mut StandsFor),
}

impl CaseSheet {
    /// The people numbered in the order in which they turn up, and the unsure words listed.
    fn finished(mut self) -> Self {
        let mut namings = self.namings();
        let words = namings.iter().filter_map(|naming| match naming {
            Naming::Words(words) => Some(&**words),
            Naming::One(_) => None,
        });
        let unsure = unsure(words);
        number_anew(namings.iter_mut().flat_map(|naming| {
            let stand_ins: Box<dyn Iterator<Item = &mut StandsFor>> = match naming {
                Naming::Words(words) => Box::new(words.stand_ins()),
                Naming::One(stands_for) => Box::new(std::iter::once(&mut **stands_for)),
            };
            stand_ins
        }));
        self.people.sort_unstable();
        self.unsure = unsure;
        self
    }

    /// Everything that can name people, in the order in which it is read.
    fn namings(&mut self) -> Vec<Naming<'_>> {
        let mut all = vec![Naming::Words(&mut self.question)];
        for (wording, measure) in self.baselines.iter_mut().flat_map(|b| &mut b.goals) {
            all.push(Naming::Words(wording));
            all.extend(measure.iter_mut().map(Naming::Words));
        }
        for version in self.goals.iter_mut().flat_map(|goal| &mut goal.versions) {
            all.push(Naming::Words(&mut version.title));
            for words in [&mut version.words, &mut version.why, &mut version.measure] {
                all.extend(words.iter_mut().map(Naming::Words));
            }
            all.extend(version.reason.iter_mut().map(Naming::Words));
            all.extend(version.into.iter_mut().map(Naming::Words));
        }
        for meeting in &mut self.meetings {
            all.extend(meeting.attended.iter_mut().map(Naming::One));
            let preparation = meeting.preparation.iter_mut().flatten();
            all.extend(preparation.map(Naming::Words));
            all.extend(meeting.decisions.iter_mut().map(Naming::Words));
            all.extend(meeting.debrief.iter_mut().map(Naming::Words));
        }
        for commitment in &mut self.commitments {
            all.push(Naming::One(&mut commitment.by));
            all.push(Naming::Words(&mut commitment.text));
        }
        for position in &mut self.positions {
            all.push(Naming::One(&mut position.party));
            all.push(Naming::Words(&mut position.goal));
            all.extend(position.words.iter_mut().map(Naming::Words));
        }
        for belief in &mut self.beliefs {
            all.push(Naming::One(&mut belief.party));
            all.push(Naming::Words(&mut belief.text));
        }
        for clash in &mut self.clashes {
            all.push(Naming::Words(&mut clash.title));
            all.extend(clash.goal.iter_mut().map(Naming::Words));
            for side in &mut clash.sides {
                all.push(Naming::One(&mut side.party));
                for words in [&mut side.wants, &mut side.fears] {
                    all.extend(words.iter_mut().map(Naming::Words));
                }
            }
            let texts = [
                &mut clash.shared_objective,
                &mut clash.not_negotiable,
                &mut clash.evidence,
            ];
            all.extend(texts.into_iter().flatten().map(Naming::Words));
            for tried in &mut clash.experiments {
                all.push(Naming::Words(&mut tried.text));
                all.extend(tried.came_of.iter_mut().map(Naming::Words));
            }
            let outcome = clash
                .outcome
                .iter_mut()
                .filter_map(|(_, words)| words.as_mut());
            all.extend(outcome.map(Naming::Words));
        }
        for line in self.sections.iter_mut().flat_map(|s| &mut s.lines) {
            all.extend(line.said_by.iter_mut().map(Naming::One));
            all.push(Naming::Words(&mut line.text));
        }
        // Last, so that the order in which they were entered numbers nobody who is named elsewhere.
        all.extend(self.people.iter_mut().map(Naming::One));
        all
    }
}
