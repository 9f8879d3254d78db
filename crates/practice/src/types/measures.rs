//! Measures on the screen: levels, scores, the coachee's own ratings, rounds, and what is entered.
#![allow(
    missing_docs,
    reason = "the fields are the record's own words, documented in coaching"
)]

use coaching::day::Day;
use coaching::ids::{
    AgreementId, EngagementId, GoalId, GoalVersionId, PartyId, RoundId, ScoreId, SelfRatingId,
    SessionId,
};
use coaching::measures::{Attainment, Change, SelfMark};
use coaching::words::{Chairs, Channel, GoalStatus, Role, ShiftKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Everything that was measured in an engagement by a day.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct MeasuresPage {
    pub engagement: EngagementId,
    pub on: Day,
    /// The first day that a chart has to show.
    pub from: Day,
    pub goals: Vec<MeasuredGoal>,
    /// Goal attainment over the goals that were scored; none without a score.
    pub attainment: Option<AttainmentCard>,
    /// The rounds, newest first.
    pub rounds: Vec<RoundCard>,
    /// Who could be asked on the page's day.
    pub raters: Vec<RaterCard>,
    /// The fewest raters that a combined figure rests on.
    pub fewest: u8,
    /// The chair of scores and ratings, of what one rater said, and of what raters said together.
    pub progress_chairs: Chairs,
    pub verbatim_chairs: Chairs,
    pub combined_chairs: Chairs,
}

/// A goal with what was measured of it, series by series.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct MeasuredGoal {
    pub goal: GoalId,
    pub title: String,
    pub weight: u8,
    pub status: GoalStatus,
    pub goes_on: bool,
    /// True when a meeting agreed it: those who are asked about it learn nothing new.
    pub agreed: bool,
    /// The version in effect on the page's day, and its levels.
    pub version: GoalVersionId,
    pub version_on: Day,
    /// How one would know: what the expected level can start from.
    pub measure: String,
    pub levels: Option<LevelsCard>,
    /// Oldest first; a new one begins wherever the meaning moved.
    pub series: Vec<SeriesCard>,
}

/// What was measured while a goal meant the same.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct SeriesCard {
    pub from: Day,
    /// The first day of the next series, or the day on which the goal ended.
    pub until: Option<Day>,
    pub title: String,
    /// The shift by which the series before broke off.
    pub broken_by: Option<BendCard>,
    /// Shifts that left the meaning where it was.
    pub bends: Vec<BendCard>,
    pub scores: Vec<ScoreCard>,
    pub ratings: Vec<SelfRatingCard>,
    pub pulses: Vec<PulseCard>,
}

/// A shift on a chart.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct BendCard {
    pub on: Day,
    pub kind: ShiftKind,
    /// The reason, in the coachee's words.
    pub reason: String,
    pub title: String,
}

/// The five levels of a goal version.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct LevelsCard {
    pub on: Day,
    /// From −2 to +2.
    pub words: Vec<String>,
    /// True once something was scored by them: then they stand.
    pub stand: bool,
}

/// How far a goal was attained on a day.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct ScoreCard {
    pub id: ScoreId,
    pub on: Day,
    pub level: Attainment,
    /// What that level says.
    pub meaning: String,
    pub words: String,
    pub session: Option<SessionId>,
}

/// The coachee's own rating of a goal on a day.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct SelfRatingCard {
    pub id: SelfRatingId,
    pub on: Day,
    pub mark: SelfMark,
    pub words: String,
    pub session: Option<SessionId>,
}

/// What the raters of one round said about a goal, on a chart.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct PulseCard {
    pub round: RoundId,
    pub on: Day,
    pub closed: bool,
    pub figure: FigureCard,
}

/// A combined figure, and who may see it.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
pub struct FigureCard {
    pub raters: u16,
    /// The mean in tenths.
    pub tenths: i16,
    /// The coachee and those of the sponsor's side in whose chair it stands on the page's day, and
    /// those in whose it does not.
    pub seen_by: Vec<String>,
    pub unseen_by: Vec<String>,
}

/// One round: what was asked, and who said what.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct RoundCard {
    pub id: RoundId,
    pub on: Day,
    pub closed: Option<Day>,
    pub asked: Vec<AskedCard>,
    pub answers: Vec<AnswerCard>,
    /// Who can be asked in it, or has answered.
    pub raters: Vec<RaterCard>,
}

/// A goal that a round asked about, as it stood then.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct AskedCard {
    pub goal: GoalId,
    pub title: String,
    pub figure: Option<FigureCard>,
}

/// What one rater said about one goal.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct AnswerCard {
    pub party: PartyId,
    pub goal: GoalId,
    pub change: Option<Change>,
    pub feed_forward: String,
    pub how: Channel,
}

/// Somebody who can be asked.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct RaterCard {
    pub party: PartyId,
    pub name: String,
    pub role: Role,
    pub relation: String,
}

/// Goal attainment over several goals.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct AttainmentCard {
    /// The T-score in tenths: 500 is what was expected.
    pub tenths: i32,
    pub goals: Vec<AttainedCard>,
}

/// One goal's part of the attainment: its latest score.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct AttainedCard {
    pub goal: GoalId,
    pub title: String,
    pub weight: u8,
    pub level: Attainment,
}

changes! {
    /// The five levels of a goal version, written down or rewritten.
    pub struct WriteLevels {
        pub engagement: EngagementId,
        pub version: GoalVersionId,
        pub much_less: String,
        pub less: String,
        pub expected: String,
        pub more: String,
        pub much_more: String,
        pub on: Option<Day>,
    }

    /// How far a goal was attained, −2 to +2.
    pub struct AddScore {
        pub engagement: EngagementId,
        pub goal: GoalId,
        pub level: i32,
        pub words: String,
        pub on: Option<Day>,
        pub session: Option<SessionId>,
    }

    /// A score is taken back.
    pub struct RemoveScore { pub engagement: EngagementId, pub score: ScoreId }

    /// The coachee's own rating of a goal, 0 to 10.
    pub struct AddSelfRating {
        pub engagement: EngagementId,
        pub goal: GoalId,
        pub mark: i32,
        pub words: String,
        pub on: Option<Day>,
        pub session: Option<SessionId>,
    }

    /// A rating is taken back.
    pub struct RemoveSelfRating { pub engagement: EngagementId, pub rating: SelfRatingId }

    /// A round begins, about these goals as they stand on its day.
    pub struct OpenRound {
        pub engagement: EngagementId,
        pub on: Option<Day>,
        pub goals: Vec<GoalId>,
    }

    /// What one rater said about one goal: how much has changed, −3 to +3, and a suggestion.
    pub struct AnswerOf {
        pub party: PartyId,
        pub goal: GoalId,
        pub change: Option<i32>,
        pub feed_forward: String,
        pub how: Channel,
    }

    /// All answers of an open round, in place of those it had.
    pub struct WriteRound {
        pub engagement: EngagementId,
        pub round: RoundId,
        pub answers: Vec<AnswerOf>,
    }

    /// A slip of the pen in an answer is put right, in a closed round as well.
    pub struct CorrectAnswer {
        pub engagement: EngagementId,
        pub round: RoundId,
        pub answer: AnswerOf,
    }

    /// A round is closed: from then on what its raters say together counts.
    pub struct CloseRound {
        pub engagement: EngagementId,
        pub round: RoundId,
        pub on: Option<Day>,
    }

    /// An open round is removed with its answers.
    pub struct RemoveRound { pub engagement: EngagementId, pub round: RoundId }

    /// The fewest raters that a combined figure rests on, in a draft.
    pub struct SetRaters {
        pub engagement: EngagementId,
        pub agreement: AgreementId,
        pub raters: u8,
    }
}
