//! Alignment with stakeholders: on the screen, and as it is entered.
#![allow(
    missing_docs,
    reason = "the fields are the record's own words, documented in coaching"
)]

use coaching::day::Day;
use coaching::ids::{BeliefId, ClashId, EngagementId, ExperimentId, GoalId, PartyId, QuestionId};
use coaching::words::{Chairs, ClashEnd, Influence, Language, Level, Pull, Role};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CommitmentCard, NoteCard, PartyCard, PositionCard};

/// Who stands where on a day, and the clashes that are worked on. For the coach's eyes.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct AlignmentPage {
    pub engagement: EngagementId,
    pub on: Day,
    pub coachee: PartyId,
    /// The language of the engagement's documents, and of the questions to think with.
    pub language: Language,
    /// The goals that go on, in their order.
    pub goals: Vec<MapGoal>,
    /// The coachee first, then everybody else who is in it on the day, but supervisors.
    pub stakeholders: Vec<StakeholderCard>,
    /// For each party and goal where anything was said of it by the day.
    pub cells: Vec<MapCell>,
    /// The clashes as they stand on the day: those that are worked on, then those that ended.
    pub clashes: Vec<ClashCard>,
    /// The coach's own questions.
    pub questions: Vec<QuestionCard>,
}

/// A goal on the map.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct MapGoal {
    pub id: GoalId,
    pub title: String,
    pub pull: Pull,
}

/// Where a party stands on a goal, and how that moved.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct MapCell {
    pub party: PartyId,
    pub goal: GoalId,
    /// Oldest first, never none; the last is where it stands.
    pub positions: Vec<PositionCard>,
}

/// A stakeholder, and what is known of their view.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct StakeholderCard {
    pub party: PartyCard,
    /// What they would see if coaching worked, in their words; newest first.
    pub would_see: Vec<NoteCard>,
    /// What they seem to believe, oldest first.
    pub beliefs: Vec<BeliefCard>,
    /// What they promised, as it stood on the day: open first.
    pub promised: Vec<CommitmentCard>,
}

/// What a party seems to hold to be true.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct BeliefCard {
    pub id: BeliefId,
    pub on: Day,
    pub text: String,
    pub chairs: Chairs,
}

/// A clash as it stands on a day.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct ClashCard {
    pub id: ClashId,
    pub on: Day,
    pub title: String,
    pub goal: Option<GoalId>,
    pub goal_title: Option<String>,
    /// As they were entered.
    pub sides: Vec<SideCard>,
    pub shared_objective: String,
    pub not_negotiable: String,
    pub evidence: String,
    /// Oldest first.
    pub experiments: Vec<ExperimentCard>,
    /// The day on which the next experiment is to be judged.
    pub judged_next: Option<Day>,
    pub outcome: Option<OutcomeOf>,
    pub chairs: Chairs,
}

/// One side of a clash.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct SideCard {
    pub party: PartyId,
    pub name: String,
    pub role: Role,
    pub wants: String,
    pub fears: String,
}

/// What is tried in a clash.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct ExperimentCard {
    pub id: ExperimentId,
    pub on: Day,
    pub text: String,
    pub judge_on: Option<Day>,
    pub judged: Option<Day>,
    pub came_of: String,
}

/// A question of the coach's own.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct QuestionCard {
    pub id: QuestionId,
    pub text: String,
}

/// How a clash ended.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct OutcomeOf {
    pub end: ClashEnd,
    pub on: Day,
    pub words: String,
}

changes! {
    /// What is known of a party besides their name and role.
    pub struct ChangeParty {
        pub engagement: EngagementId,
        pub party: PartyId,
        pub level: Level,
        /// None: nobody said.
        pub influence: Option<Influence>,
        pub relation: String,
    }

    /// What a party seems to hold to be true, from a day on.
    pub struct AddBelief {
        pub engagement: EngagementId,
        pub party: PartyId,
        pub text: String,
        pub on: Option<Day>,
    }

    /// A belief is taken out.
    pub struct RemoveBelief { pub engagement: EngagementId, pub belief: BeliefId }

    /// All that is written of a clash but how it ended.
    pub struct ClashOf {
        pub on: Option<Day>,
        pub title: String,
        pub goal: Option<GoalId>,
        pub sides: Vec<SideOf>,
        pub shared_objective: String,
        pub not_negotiable: String,
        pub evidence: String,
        pub experiments: Vec<ExperimentOf>,
    }

    /// One side: what they want and what they fear.
    pub struct SideOf { pub party: PartyId, pub wants: String, pub fears: String }

    /// What is tried; without an id it is new.
    pub struct ExperimentOf {
        pub id: Option<ExperimentId>,
        pub on: Option<Day>,
        pub text: String,
        pub judge_on: Option<Day>,
        pub judged: Option<Day>,
        pub came_of: String,
    }

    /// Something pulls apart and is to be worked on. One that was removed comes back whole.
    pub struct OpenClash {
        pub engagement: EngagementId,
        pub clash: ClashOf,
        #[serde(default)]
        pub outcome: Option<OutcomeOf>,
    }

    /// A clash as it is written now, in place of what was there; how it ended stays.
    pub struct WriteClash { pub engagement: EngagementId, pub clash: ClashId, pub written: ClashOf }

    /// A clash ends, or is worked on again where there is no outcome.
    pub struct EndClash {
        pub engagement: EngagementId,
        pub clash: ClashId,
        pub outcome: Option<OutcomeOf>,
    }

    /// A clash that was a slip is taken out, with all that belongs to it.
    pub struct RemoveClash { pub engagement: EngagementId, pub clash: ClashId }

    /// A question of the coach's own, to think with.
    pub struct AddQuestion { pub text: String }

    /// A question is taken out.
    pub struct RemoveQuestion { pub question: QuestionId }
}
