//! Why a priority, a tie or a thread cannot be recorded in this way.

/// Why it cannot be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There are no words.
    #[error("This cannot be blank.")]
    Blank,
    /// The day lies more than a year before the engagement, or more than a month ahead.
    #[error("That day lies outside the engagement. Check the year.")]
    OutsideEngagement,
    /// The party does not sit on the sponsor's side.
    #[error("Name the sponsor, the line manager or the HR partner whose priority it is.")]
    NotSponsorsSide,
    /// There is no such priority in this engagement.
    #[error("This priority is not one of this engagement.")]
    NoSuchPriority,
    /// It was worded on that day.
    #[error(
        "It was said in other words on the same day. Choose another day, or take that wording back."
    )]
    SameDay,
    /// It had ended.
    #[error("The priority had ended by that day.")]
    PriorityEnded,
    /// The end lies before its first day.
    #[error("The end lies before the start. Check the dates.")]
    EndsFirst,
    /// It was worded anew after that day.
    #[error("It was worded anew on or after that day, so it had not ended. Check the date.")]
    LaterWording,
    /// It has no wording of that day.
    #[error("It has no wording of that day any more.")]
    NoSuchWording,
    /// Goals are tied to it.
    #[error("A goal is tied to it, so it stays. End it instead, or take the tie back first.")]
    Tied,
    /// The purpose is not one of this engagement.
    #[error("This purpose is not one of this engagement.")]
    NoSuchPurpose,
    /// The goal is not one of this engagement.
    #[error("This goal is not one of this engagement.")]
    NoSuchGoal,
    /// The tie is not one of this engagement.
    #[error("This tie is not there any more.")]
    NoSuchTie,
    /// The tie lies before the goal began.
    #[error("The goal had not begun by that day. Check the date.")]
    BeforeTheGoal,
    /// The goal had ended.
    #[error("The goal had ended by that day, so it serves nothing any more.")]
    GoalEnded,
    /// What it is tied to had not been said by then.
    #[error("It had not been said by that day. Check the date.")]
    NotSaidYet,
    /// The two are tied already.
    #[error("The goal is tied to it already.")]
    TiedAlready,
    /// The thread is not one of this engagement.
    #[error("This thread is not there any more.")]
    NoSuchThread,
    /// Another thread is about this subject.
    #[error("There is a thread on this subject already.")]
    SameSubject,
    /// What is linked is no insight of this engagement.
    #[error("Only an insight of this engagement can stand in a thread.")]
    NoInsight,
    /// It stands in the thread already.
    #[error("This insight stands in the thread already.")]
    LinkedAlready,
}

impl Refusal {
    /// A stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Blank => "input.blank",
            Self::OutsideEngagement => "direction.outside_engagement",
            Self::NotSponsorsSide => "priority.not_sponsors_side",
            Self::NoSuchPriority => "priority.unknown",
            Self::SameDay => "direction.same_day",
            Self::PriorityEnded => "priority.ended",
            Self::EndsFirst => "input.end_before_start",
            Self::LaterWording => "priority.later_wording",
            Self::NoSuchWording => "priority.no_such_wording",
            Self::Tied => "direction.tied",
            Self::NoSuchPurpose => "purpose.unknown",
            Self::NoSuchGoal => "goal.unknown",
            Self::NoSuchTie => "tie.unknown",
            Self::BeforeTheGoal => "tie.before_goal",
            Self::GoalEnded => "tie.goal_ended",
            Self::NotSaidYet => "tie.not_said_yet",
            Self::TiedAlready => "tie.twice",
            Self::NoSuchThread => "thread.unknown",
            Self::SameSubject => "thread.same_subject",
            Self::NoInsight => "thread.no_insight",
            Self::LinkedAlready => "thread.twice",
        }
    }

    /// The field of the form that it concerns.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::Blank => "text",
            Self::NotSponsorsSide => "party",
            Self::NoSuchPriority => "priority",
            Self::NoSuchPurpose | Self::Tied | Self::TiedAlready => "to",
            Self::NoSuchGoal => "goal",
            Self::NoSuchTie => "tie",
            Self::NoSuchThread => "thread",
            Self::SameSubject => "subject",
            Self::NoInsight | Self::LinkedAlready => "insight",
            Self::OutsideEngagement
            | Self::SameDay
            | Self::PriorityEnded
            | Self::EndsFirst
            | Self::LaterWording
            | Self::NoSuchWording
            | Self::BeforeTheGoal
            | Self::GoalEnded
            | Self::NotSaidYet => "on",
        }
    }
}
