//! English.

mod alignment;
mod closing;
mod contract;
mod direction;
mod measures;
mod meetings;
mod others;
mod picture;
mod points;
mod terms;
mod will;

use super::{Frame, Headings, Labels, Sentences, Words};

/// The wording.
pub(super) static WORDS: Words = Words {
    tag: "en",
    quotes: ["“", "”"],
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    weekdays: [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ],
    date: "{day} {month} {year}",
    weekday_date: "{weekday} {date}",
    and: " and ",
    decimal: ".",
    frame: Frame {
        for_name: "For {name}",
        page_of: "Page {n} of {m}",
        draft: "Draft",
        draft_long: "Draft for preview: not approved, not to be handed over",
        logo_of: "Logo of {name}",
        approved: "{name} approved the words of this document on {date}.",
        for_coachee_alone: "Coach and coachee only",
        for_coach_alone: "For the coach alone",
        in_confidence: "In confidence",
    },
    label: Labels {
        brief: "Brief for {name}",
        sheet: "The coach’s private sheet",
        summary_sponsor: "Summary for {name}",
        summary_coachee: "Summary for {name}",
        summary_coach: "The coach’s own summary",
        when: "When",
        place: "Where",
        who: "Who",
        from: "From",
        organisation: "Organisation",
        sponsors_side: "The sponsor’s side",
        period: "Period",
        coach: "coach",
        all: "All",
        then_all: "then all",
        minutes: "{n} minutes",
        goal_number: "Goal {n} of {m}",
        measure: "How we would know",
        agreed: "As agreed",
        became: "Today",
        into: "What took its place",
        why: "Why it matters",
        moved_by: "What prompted it",
        reason: "Why it moved",
        first_wording: "First wording",
        agreed_at: "Agreed together on",
        standing: "On “{goal}”, {date}",
        good_outcome: "A good outcome",
        from_my_manager: "What I want from my manager",
        on_the_table: "On the table",
        off_the_table: "Off the table",
        coach_does: "What the coach does",
        public: "anybody",
    },
    heading: Headings {
        in_short: "In short",
        purpose: "What this meeting is for",
        agenda: "How the time is likely to run",
        goals: "The goals as agreed",
        goals_first: "The goals as first agreed",
        goals_again: "The goals, and what came of them",
        sessions: "Sessions",
        shared: "What {coachee} has chosen to share",
        support: "Support asked for",
        last_time: "What was decided last time",
        promises: "Promises",
        promises_open: "Promises that stand",
        you_said: "What you said you would see",
        you_saw: "The change that you saw",
        questions: "To think about beforehand",
        confidentiality: "Who speaks about what",
        preparation: "Your preparation",
        preparation_of: "How {coachee} prepared",
        moved: "What was agreed, and where it stands",
        how_moved: "How the goals moved",
        contacts_seen: "What the coach was told",
        talking: "In your own words",
        who_may_know: "Who may be told what",
        released: "What you have released",
        ask_for: "Support to ask for",
        next: "What comes next",
        left_out: "What this summary leaves out, on purpose",
        kept_goals: "Your goals, and how they moved",
        kept_goals_coach: "Each goal through time",
        direction: "Your sense of direction",
        insights: "What you saw, as it grew",
        insights_lately: "What {coachee} saw lately",
        practices: "What you tried",
        kept_promises: "Promises that were kept",
        keep_going: "How to keep it going",
        reflections: "Your reflections",
        hours: "Sessions and hours",
        supervision: "To take to supervision",
        positions: "Where each party stands",
        expectations: "What each would see if it worked",
        unsaid: "What must not be said",
        to_remember: "To remember in the room",
        contacts: "What the sponsor’s side told you",
        assents: "Assent still missing",
        decided: "What we decided together",
    },
    says: Sentences {
        summary_title_sponsor: "Summary of the coaching",
        summary_title_coachee: "What this time held",
        summary_title_coach: "Looking back",
        period_open: "Since {from}",
        period_planned: "{from} to {to} (planned)",
        period_ended: "{from} to {to}",
        agreed_on: "Agreed on {date}, at {meeting}.",
        agreed_again_on: "Agreed again on {date}, at {meeting}.",
        agreed_at_meeting: "At {meeting} on {date}.",
        no_goals_yet: "No goals have been agreed together yet. They are {coachee}’s to propose, \
                       and ours to agree.",
        no_goals: "No goals were agreed together.",
        no_outcome: "{coachee} speaks to this goal in person.",
        voiced_by: "{name}, {date}",
        coach_voice: "The coach’s words, approved by {name}, {date}",
        your_words: "Your words, {date}",
        said_by: "{name}, {date}",
        on_date: "{what}, since {date}",
        held_of_planned: "{held} of {planned} planned sessions of {minutes} minutes have been held.",
        held_unplanned: "{held} sessions of {minutes} minutes have been held.",
        none_held: "No session has been held yet; {planned} of {minutes} minutes are planned.",
        cancelled_one: "One was cancelled.",
        cancelled_many: "{n} were cancelled.",
        missed_one: "One was missed.",
        missed_many: "{n} were missed.",
        promise_by: "{name}",
        promise_due: "{name}, by {due}",
        promise_due_status: "{name}, by {due} · {status}",
        promise_status: "{name} · {status}",
        confidential_brief: "{coach} can speak about how coaching works, about what was agreed in \
                             the room, and about what stands on these pages; nothing will be \
                             added to it. Only the law, or serious danger to somebody, would \
                             change that.",
        confidential_brief_2: "{coachee} speaks in person, and may say more than this or less. \
                               Please put questions about the work to {coachee} rather than to \
                               the coach. As a rule, what you tell the coach about {coachee} is \
                               open to {coachee}.",
        summary_lead: "This summary closes the coaching of {coachee}. It holds the goals as they \
                       were agreed together, what {coachee} has chosen to say about them, and what \
                       comes next.",
        left_out_1: "Coaching works because what is said in a session stays there. This summary \
                     therefore holds what was agreed together, the dates of the frame, and words \
                     that {coachee} released for you. It says nothing else, and nothing should be \
                     read into what is not here.",
        left_out_2: "It is not an assessment and was not written for an appraisal. {coachee} can \
                     tell you more; the coach cannot.",
        next_1: "A conversation between {coachee} and you about what will be kept up, and what \
                 support that needs.",
        not_prepared: "Nothing is written here yet. A few questions that others have found useful:",
        nothing_moved: "Nothing has moved since then: what was agreed still stands as it was \
                        agreed.",
        no_rules: "No agreement is in force: nothing may be told to anybody else.",
        rules_for: "To {names}",
        speaks: "You speak for yourself in this meeting. What has moved is yours to tell, in your \
                 words and in your time; the coach will not tell it for you.",
        speaks_2: "What you say in the room, you decide in the room. If you want to stop, slow \
                   down or speak with the coach for a moment, say so; that is reason enough.",
        released_to: "Released to {name} on {date}",
        released_withdrawn: "Released to {name} on {date}, withdrawn on {until}",
        keepsake_lead: "This is yours to keep. It holds your goals in every wording they have had, \
                        what moved them, and what you saw along the way, in your own words. \
                        Insight seldom has a single moment: read it as something that grew.",
        keep_1: "Choose one practice to keep, and one to let go. Two are already many.",
        keep_2: "Put half an hour into your diary a month from now, and again in three months. \
                 Read this page first, then write a line on what is different.",
        keep_3: "Tell one person what you are working on, and ask them to tell you what they see.",
        keep_4: "When an old habit comes back, notice what was asked of you that day before you \
                 judge it.",
        call_when: "Reasons to call: a new role, a decision that will not settle, or the sense of \
                    having been here before. You need no other.",
        notes_1: "The coach’s own reflective notes are destroyed some months after the end, and \
                  the record of the work some years after it, unless you agreed otherwise.",
        notes_2: "Until then you may ask for everything that is held about you. It is kept \
                  encrypted, on the coach’s own machine.",
        sheet_lead: "For your eyes. Read it before you go in, and leave it in your bag. The last \
                     page says what must not be said.",
        without_assent: "The agreement in force does not carry the assent of {names}. It opens and \
                         closes nothing, but it should be asked for.",
        unsaid_lead: "None of this has been opened to them. If it is asked about: “That is for \
                      {coachee} to say.”",
        unsaid_to: "To {names}",
        unsaid_more: "and {n} earlier, all on the screen",
        unsaid_none: "Nothing recorded so far would have to be kept back.",
        unsaid_rest: "Nor anything from a session, a practice or your own reflections, whether \
                      noted here or not.",
        coach_summary_lead: "For learning, for the log of hours and for supervision. It leaves \
                             your hands only when you take names and places out of it.",
        no_drift: "No goal was recorded.",
        moved_count_one: "{What}: 1 goal",
        moved_count_many: "{What}: {n} goals",
        hours_total: "Held in all: {hours} clock hours.",
        hours_log: "For the log: 45 minutes count as 0.75 hours. A person who has not consented \
                    stays off the log.",
        supervision_1: "Where did I carry something that was not mine to carry?",
        supervision_2: "What did I know and not say, and did keeping it serve the work?",
        supervision_3: "When did I speak for {coachee}, or was tempted to?",
        supervision_4: "What did the organisation ask of me without saying so?",
    },
    contract: &contract::CONTRACT,
    others: &others::OTHERS,
    picture: &picture::PICTURE,
    direction: &direction::DIRECTION,
    closing: &closing::CLOSING,
    will: &will::WILL,
    alignment: &alignment::ALIGNMENT,
    measures: &measures::MEASURES,
    points: &points::POINTS,
    occasion: meetings::occasion,
    topic: terms::topic,
    role: terms::role,
    rule: terms::rule,
    rule_short: terms::rule_short,
    drift: terms::drift,
    shift: terms::shift,
    status: terms::status,
    prompt: terms::prompt,
    telling: terms::telling,
    promise: terms::promise,
    stance: terms::stance,
    coach_does: terms::coach_does,
};
