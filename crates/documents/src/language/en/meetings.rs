//! The three-way meetings in English.

use coaching::words::MeetingKind;

use crate::language::Occasion;
use crate::language::Speaker::{All, Coach, Coachee, CoacheeThenAll, Sponsor};

pub(super) fn occasion(kind: MeetingKind) -> Occasion {
    match kind {
        MeetingKind::Before => BEFORE,
        MeetingKind::Contracting => CONTRACTING,
        MeetingKind::MidPoint => MID_POINT,
        MeetingKind::Closing => CLOSING,
        MeetingKind::WhenNeeded => WHEN_NEEDED,
    }
}

const BEFORE: Occasion = Occasion {
    name: "Meeting before the coaching",
    the_name: "the meeting before the coaching",
    for_sponsor: "Before the coaching begins we look together at how it works: what it can do, \
                  what it asks of each of us, and what stays confidential. Nothing has to be \
                  decided in this hour.",
    for_coachee: "Before the coaching begins everybody hears the same about how it works. You owe \
                  nobody a goal yet. Listen for what is hoped for, and for what you would need in \
                  order to speak freely.",
    agenda: &[
        ("Welcome, and who is who", Coach),
        ("What coaching is, and what it is not", Coach),
        (
            "How each of us sees leadership, and what good would look like",
            Sponsor,
        ),
        ("The same, from the other chair", Coachee),
        ("What is shared, by whom and when, and what is not", Coach),
        ("Whether and how to go on", All),
    ],
    sponsor_thinks: &[
        "What do you hope this will make possible, and for whom?",
        "What has taught you most about leading people, and how does that shape what you expect?",
        "What would you want to be told, and are you content to hear it from {coachee}?",
    ],
    coachee_thinks: &[
        "What would make it worth your time?",
        "What do you need to know about confidentiality before you can speak freely?",
        "What do you want the coach to do in the room: observe, facilitate, or ask?",
    ],
    coach_remembers: &[
        "Say early what you will never pass on.",
        "Listen for two different briefs: what is said in this room and what was said before it.",
        "Was {coachee} asked, or sent?",
    ],
};

const CONTRACTING: Occasion = Occasion {
    name: "Contracting meeting",
    the_name: "the contracting meeting",
    for_sponsor: "We meet to agree what this coaching is for. You will be asked why coaching, why \
                  now, and what you would see if it worked; {coachee} answers with hopes and goals \
                  of their own. Together we settle two or three goals, how we would know, and what \
                  is shared, by whom and when.",
    for_coachee: "You will hear why your sponsor wants this, and what they would see if it \
                  worked. Then it is your turn: your hopes and your goals, in your words. Leave \
                  with two or three goals that you can call your own, and with clear rules for \
                  what is shared.",
    agenda: &[
        ("Welcome and roles", Coach),
        ("What coaching is, and what it is not", Coach),
        (
            "Why coaching, why now; what one would see if it worked; what support there is",
            Sponsor,
        ),
        ("Hopes and goals, in response", Coachee),
        ("Two or three goals, and how we would know", All),
        ("What is shared, by whom and when; the exceptions", Coach),
        ("Dates, and summing up", Coachee),
    ],
    sponsor_thinks: &[
        "Why coaching, and why now?",
        "If it worked, what would you see {coachee} do that you do not see today?",
        "What will you do yourself to support it?",
    ],
    coachee_thinks: &[
        "What do you want from this, whether or not anybody else wants it?",
        "What do you want from your manager?",
        "What is on the table, and what is off it?",
    ],
    coach_remembers: &[
        "Let the sponsor be concrete: a moment, not an adjective.",
        "Goals belong to {coachee}; help with the wording, not with the wanting.",
        "Read out what is shared and what is not, and wait for a yes from each.",
    ],
};

const MID_POINT: Occasion = Occasion {
    name: "Mid-point meeting",
    the_name: "the mid-point meeting",
    for_sponsor: "We meet half-way to ask three things: what has moved, whether it is enough, and \
                  whether the goals are still the right ones. Goals often change as insight \
                  grows; where that is so, {coachee} will say it and we agree them again.",
    for_coachee: "Half-way is the time to say what has moved, and to ask whether the goals that \
                  were agreed are still yours. If they are not, this is the place to agree them \
                  again. You lead; the coach is there for the conversation.",
    agenda: &[
        ("Opening: what would make this a good hour", Coachee),
        ("What has moved", Coachee),
        (
            "What has been noticed, and what one would like to see more of",
            Sponsor,
        ),
        ("Are the goals still the right ones", CoacheeThenAll),
        ("Support for the second half", Sponsor),
        ("Decisions, promises, dates", All),
        ("Summing up", Coachee),
    ],
    sponsor_thinks: &[
        "What have you noticed? One concrete moment says more than a verdict.",
        "What would you like to see more of?",
        "What have you done to support the goals, and what could you do next?",
    ],
    coachee_thinks: &[
        "What would be a good outcome?",
        "What do you want from your manager in the second half?",
        "What is on the table, and what is off it?",
    ],
    coach_remembers: &[
        "Ask whether the goals are still valid before asking how far they have come.",
        "If {coachee} tells of a shift, let it stand; do not explain it.",
        "Agree the wording in the room: it becomes the new baseline.",
    ],
};

const CLOSING: Occasion = Occasion {
    name: "Closing meeting",
    the_name: "the closing meeting",
    for_sponsor: "We meet to look back on what was accomplished, to name what changed and what \
                  remains, and to agree who will support what comes next.",
    for_coachee: "This is the time to say, in your own words, what you have made of it: what was \
                  accomplished, what changed, what remains, and what would help you to keep it \
                  going.",
    agenda: &[
        ("Opening", Coachee),
        ("What was accomplished against the goals", Coachee),
        ("What has been seen to change", Sponsor),
        ("What remains", CoacheeThenAll),
        ("Support afterwards, and a date to look back", Sponsor),
        ("Thanks, and summing up", Coachee),
    ],
    sponsor_thinks: &[
        "What has changed that you would put down to this work? Name a moment.",
        "What remains, and who will help with it?",
        "What will you do in the next three months so that it lasts?",
    ],
    coachee_thinks: &[
        "What are you proud of that nobody has seen?",
        "What would you like to be thanked for, and whom would you like to thank?",
        "What do you want from your manager once the coaching is over?",
    ],
    coach_remembers: &[
        "{coachee} reports; you do not.",
        "Name the end. Offer the follow-up after 90 and 120 days.",
        "The summary for the sponsor’s side waits for {coachee}’s approval.",
    ],
};

const WHEN_NEEDED: Occasion = Occasion {
    name: "Three-way meeting",
    the_name: "the three-way meeting",
    for_sponsor: "This meeting was called for a question of its own. {coachee} opens it. We hear \
                  each other out, decide what needs deciding, and leave with clear next steps.",
    for_coachee: "This meeting was called for a question of its own. You open it. Say what it is \
                  about before anybody says what should be done.",
    agenda: &[
        ("Why we meet", Coachee),
        ("How it looks from the other chair", Sponsor),
        ("What each of us needs", All),
        ("Decisions and next steps", All),
        ("Summing up", Coachee),
    ],
    sponsor_thinks: &[
        "What would be a good outcome for you, for {coachee} and for the organisation?",
        "What do you know at first hand, and what have you heard from others?",
        "What are you ready to offer?",
    ],
    coachee_thinks: &[
        "What would be a good outcome?",
        "What is on the table, and what is off it?",
        "What should the coach do in the room: observe, facilitate, or ask?",
    ],
    coach_remembers: &[
        "Whose question is it? Say so at the start.",
        "Do not carry messages between them; slow down until they speak to each other.",
        "End with what was decided and who does what by when.",
    ],
};
