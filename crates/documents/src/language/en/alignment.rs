//! Beliefs and clashes, in English.

use coaching::words::ClashEnd;

use crate::language::alignment::AlignmentWords;

pub(super) static ALIGNMENT: AlignmentWords = AlignmentWords {
    clashes: "Where it pulls apart",
    beliefs: "What they seem to believe",
    about_goal: "On the goal",
    wants: "wants",
    fears: "fears",
    shared_objective: "What both want",
    not_negotiable: "Not negotiable",
    evidence: "Evidence to bring",
    tried: "Tried since {date}",
    tried_once: "Tried",
    judge_on: "To be judged together on {date}",
    judged: "Judged on {date}",
    came_of: "What came of it",
    outcome: "How it ended",
    end: |end| match end {
        ClashEnd::CommonGround => "common ground",
        ClashEnd::AgreedDifference => "an agreed difference",
        ClashEnd::ChangedGoal => "a changed goal",
        ClashEnd::EndedEngagement => "the end of the engagement",
    },
};
