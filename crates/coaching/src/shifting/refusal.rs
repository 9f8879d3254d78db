//! Why a goal cannot begin, shift, be filled in or be taken back.

/// Why a goal cannot begin or shift in this way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The title is blank.
    #[error("A goal needs a title.")]
    NoTitle,
    /// The weight is not 1 to 4.
    #[error("A goal's weight is 1, 2, 3 or 4.")]
    Weight,
    /// There is no such goal in this engagement.
    #[error("This goal is not one of this engagement.")]
    NoSuchGoal,
    /// A successor is not in this engagement.
    #[error("The goal that takes its place is not one of this engagement.")]
    NoSuchSuccessor,
    /// The shift lies before the goal began.
    #[error("The shift lies before the goal began. Check the date.")]
    BeforeItBegan,
    /// Another version took effect on the same day.
    #[error("This goal already changed on that day. Choose another day, or correct that change.")]
    SameDay,
    /// The goal had ended.
    #[error("The goal had ended by that day, so it cannot shift any more.")]
    Ended,
    /// A resumed goal was not paused.
    #[error("Only a paused goal can be resumed.")]
    NotPaused,
    /// An ending is entered although later changes are recorded.
    #[error("Later changes of this goal are recorded, so it cannot have ended on that day.")]
    LaterChanges,
    /// The number of successors does not fit the kind.
    #[error("Name the goal that takes its place; for a split, name two or more.")]
    Successors,
    /// A goal cannot take its own place, directly or in a circle.
    #[error("A goal cannot be replaced by itself, directly or in a circle.")]
    Circle,
    /// A successor had not begun.
    #[error("The goal that takes its place must have begun by that day.")]
    SuccessorNotBegun,
    /// The day lies more than a year before the engagement, or more than a month ahead.
    #[error("That day lies outside the engagement. Check the year.")]
    OutsideEngagement,
    /// Two goals or more are needed to become one.
    #[error("A merge takes two goals or more. If one goal took another's place, it was replaced.")]
    MergedAlone,
    /// A first wording is no shift.
    #[error("A goal's first wording is not a shift.")]
    NotAShift,
    /// This was said when the shift was recorded.
    #[error("This was written down already. Correct a slip, or record another shift.")]
    Given(&'static str),
    /// Later versions stand on the one that should go.
    #[error(
        "This goal changed again since, so this version stays. Take the later change back first."
    )]
    HasLater,
    /// A meeting agreed the version that should go.
    #[error("A meeting agreed this wording, so it stays.")]
    WasAgreed,
    /// Its telling went further than being decided about.
    #[error("The telling of this shift has begun, so it stays.")]
    TellingBegun,
    /// The ledger names the version that should go.
    #[error("This wording stands in the ledger, so it stays.")]
    InLedger,
    /// A goal that it made has changed since, or is named by another shift.
    #[error("A goal that came out of this shift went on since, so the shift stays.")]
    SuccessorWentOn,
    /// The goal came out of a shift of another one.
    #[error("This goal came out of another one. Take that shift back instead.")]
    CameOut,
}

impl Refusal {
    /// A stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NoTitle => "goal.no_title",
            Self::Weight => "goal.weight",
            Self::NoSuchGoal => "goal.unknown",
            Self::NoSuchSuccessor => "shift.unknown_successor",
            Self::BeforeItBegan => "shift.before_goal",
            Self::SameDay => "shift.same_day",
            Self::Ended => "shift.ended",
            Self::NotPaused => "shift.not_paused",
            Self::LaterChanges => "shift.later_changes",
            Self::Successors => "shift.successors",
            Self::Circle => "shift.circle",
            Self::SuccessorNotBegun => "shift.successor_not_begun",
            Self::OutsideEngagement => "shift.outside_engagement",
            Self::MergedAlone => "shift.merged_alone",
            Self::NotAShift => "shift.not_a_shift",
            Self::Given(_) => "shift.said_already",
            Self::HasLater => "shift.has_later",
            Self::WasAgreed => "shift.agreed",
            Self::TellingBegun => "shift.telling_begun",
            Self::InLedger => "shift.in_ledger",
            Self::SuccessorWentOn => "shift.successor_went_on",
            Self::CameOut => "shift.came_out",
        }
    }

    /// The field of the form that it concerns.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::NoTitle => "title",
            Self::Weight => "weight",
            Self::NoSuchGoal => "goal",
            Self::NotPaused => "kind",
            Self::Successors
            | Self::Circle
            | Self::SuccessorNotBegun
            | Self::NoSuchSuccessor
            | Self::MergedAlone => "into",
            Self::Given(field) => field,
            Self::NotAShift
            | Self::HasLater
            | Self::WasAgreed
            | Self::TellingBegun
            | Self::InLedger
            | Self::SuccessorWentOn
            | Self::CameOut => "version",
            Self::BeforeItBegan
            | Self::SameDay
            | Self::Ended
            | Self::LaterChanges
            | Self::OutsideEngagement => "on",
        }
    }
}
