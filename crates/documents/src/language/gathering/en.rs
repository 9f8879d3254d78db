//! Invitation and minutes in English.

use super::Gathering;

pub(super) static GATHERING: Gathering = Gathering {
    invitation: "Invitation",
    minutes: "Minutes for {name}",
    was_there: "Who was there",
    agreed: "The goals, as we agreed them",
    decided: "What we decided",
    promised: "Who does what, by when",
    next_meeting: "Next meeting",
    no_outcome: "Nothing was written down as agreed, decided or promised in this meeting.",
    invitation_lead: "{organiser} invites you to {meeting}. The agenda below is a proposal: say so if \
                      something is missing.",
    answer: "Does the day or the hour not fit? Please answer {organiser}.",
    answer_to_yourself: "This is your own copy, for your calendar.",
    minutes_hold: "These minutes hold what was agreed, decided and promised in the room.",
    minutes_rest: "What was said on the way there stays with those who said it.",
    calendar_from: "Invitation from {organiser}",
    point_minutes: "{n} min",
};
