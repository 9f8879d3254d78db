//! The agreement in English.

use coaching::words::{Role, Rule, Topic};

use crate::language::contract::{Boundaries, Contract, ContractLabels, ContractSentences};

pub(super) static CONTRACT: Contract = Contract {
    label: ContractLabels {
        eyebrow: "For {name} to sign",
        eyebrow_all: "For all parties to sign",
        title: "Coaching agreement",
        for_all: "all who sign it",
        effective: "Takes effect on",
        parties: "Parties",
        coaching: "What coaching is, and what it is not",
        roles: "Roles and responsibilities",
        sessions: "Sessions and schedule",
        fees: "Fees",
        confidentiality: "Confidentiality",
        told: "What may be told, and by whom",
        table: "The same at a glance",
        exceptions: "Where confidentiality ends",
        tells: "Who tells whom",
        release: "Release of information",
        cancellation: "Cancellation",
        records: "Records, and how long they are kept",
        ending: "Ending",
        dispute: "If we disagree",
        additions: "Agreed besides",
        changes: "Validity and changes",
        signatures: "Signatures",
        topic: "Topic",
        signature: "Signature",
        place_and_date: "Place and date",
        coach: "Coach",
    },
    says: ContractSentences {
        lead: "This agreement says how {coachee} and {coach} work together, and what may be told \
               to others.",
        lead_sponsored: "This agreement says how {coachee} and {coach} work together, what the \
                         organisation may expect of it, and who may be told what.",
        coaching_is: "Coaching is a series of conversations in which {coachee} looks at the work, \
                      decides what to aim for, tries things out and learns from them. The goals \
                      belong to {coachee}. They may change as the work goes on; that is a part of \
                      it, and no sign of failure.",
        coaching_aligned: "At the beginning the goals are brought together with what the \
                           organisation hopes for, in a meeting of all three sides.",
        coaching_is_not: "It is not therapy, advice, training or an assessment. It replaces \
                          neither medical nor legal help. Nothing from it is written for an \
                          appraisal, or may be used in one.",
        coach_does: "{coach} prepares and leads the sessions, keeps what this agreement makes \
                     confidential, works by the ethics of the profession and under supervision, \
                     and says so when somebody else could help better.",
        coachee_does: "{coachee} chooses the topics, comes prepared, decides what to try and what \
                       to do with it, and says so when the coaching does not help.",
        side_does: "For the organisation it falls to {side} to give the coaching time and backing, \
                    to say to {coachee} in person what the organisation would like to see, to take \
                    part in the meetings of all three sides, and not to ask {coach} for reports.",
        sessions_planned: "{n} sessions of {minutes} minutes are planned, {period}.",
        sessions_length: "Sessions of {minutes} minutes are held, {period}.",
        period_to: "from {from} to {to}",
        period_open: "from {from} on",
        sessions_days: "Day, hour and place are agreed between {coachee} and {coach} from one \
                        session to the next.",
        meetings: "Meetings of all three sides are held when they are needed, as a rule at the \
                   beginning, half-way and at the end. {coachee} knows beforehand what will be \
                   spoken about.",
        confidence: "What is said in the coaching stays there. {coach} tells others what stands \
                     here, and nothing more.",
        deny: "What is not named here, and anybody who is not named here, is told nothing.",
        them_are: "The following holds for {whom}.",
        them: "them",
        same_except: "For {whom} the same holds, except:",
        several_roles: "Where one person stands in several roles, the stricter rule holds.",
        combined: "Combined figures are shown once at least {n} people have answered, and never \
                   what one of them said.",
        supervisor: "{coach} has the work supervised. The supervisor hears no names: neither of \
                     people nor of organisations.",
        supervisor_named: "Of the supervisor the following was agreed:",
        coachee_sees: "{coachee} may see everything that {coach} keeps about the work, except \
                       {coach}’s own reflections and what any one person said when asked for \
                       feedback.",
        coachee_named: "To this there are exceptions:",
        exceptions_lead: "Four things can lead {coach} to say more than this agreement allows:",
        danger: "serious and present danger to {coachee} or to somebody else",
        illegality: "a grave breach of the law",
        court: "a valid order of a court",
        law: "a duty that the law lays down",
        exceptions_how: "Even then {coach} takes counsel first wherever there is time, tells \
                         {coachee} beforehand wherever that is safe, says no more than is needed, \
                         and writes down why.",
        tells_1: "How the work goes and how goals have changed is for {coachee} to tell, in \
                  {coachee}’s own words and time. {coach} helps to prepare it and does not tell it \
                  in {coachee}’s place.",
        tells_2: "Questions about the work are put to {coachee}. {coach} gives no opinion of \
                  {coachee} to anybody: not in passing, not in confidence, not for an appraisal.",
        no_back_channel: "What somebody in the organisation tells {coach} about {coachee} is, as a \
                          rule, open to {coachee}.",
        release_1: "Where something may be told only in released words, {coachee} approves the \
                    exact wording, and for whom: in writing, by message, or in a meeting and \
                    confirmed afterwards.",
        release_2: "{coachee} may withdraw a release at any time. From that day on the words are \
                    used no more; what was handed over before cannot be called back.",
        release_3: "Before {coach} hands a document about the coaching to anybody else, {coachee} \
                    has read and approved it. {coach} keeps a list of what was told or handed to \
                    whom, and on which ground.",
        cancel_1: "Whoever cannot keep a session says so as early as possible, and a new day is \
                   found together.",
        cancel_2: "What a session costs that is cancelled late or missed stands with the fees or \
                   under “{additions}”, if anything was agreed.",
        records_1: "{coach} keeps notes in key words, encrypted, on a machine of the coach’s own. \
                    They belong to no file of the organisation, and it has no access to them.",
        records_2: "Unless something else was agreed, the coach’s reflective notes are destroyed \
                    three months after the end of the coaching, and the rest of the record seven \
                    years after it.",
        records_3: "Everybody who signs may ask what is kept about them.",
        ending_1: "The coaching ends on the day that was planned, or earlier if {coachee} or \
                   {coach} wishes it and says so to the other.",
        ending_2: "What was agreed about confidentiality holds on after the end.",
        dispute_1: "If something about the coaching does not seem right to one of us, we speak \
                    about it first with the person whom it concerns, and then all together.",
        dispute_2: "If that does not help, each of us may propose a third person to mediate. No \
                    right that the law gives is touched by this.",
        changes_1: "This agreement takes effect on {date}. Between {coachee} and {coach} it counts \
                    once {coachee} has assented to it, and it takes the place of any earlier one.",
        changes_2: "A change is a new agreement, put to everybody in writing.",
    },
    boundary: Boundaries {
        sentence,
        lead,
        what,
        whom,
    },
};

fn sentence(rule: Rule) -> &'static str {
    match rule {
        Rule::Shared => "{coach} may tell {whom} {what}.",
        Rule::WithConsent => {
            "Only in words that {coachee} has released, {coach} may tell {whom} {what}."
        }
        Rule::CoacheeShares => "Only {coachee} tells {whom} {what}.",
        Rule::Confidential => "{coach} does not tell {whom} {what}.",
    }
}

fn lead(rule: Rule) -> &'static str {
    match rule {
        Rule::Shared => "{coach} may tell {whom}",
        Rule::WithConsent => "Only in words that {coachee} has released, {coach} may tell {whom}",
        Rule::CoacheeShares => "Only {coachee} tells {whom}",
        Rule::Confidential => "{coach} does not tell {whom}",
    }
}

fn what(topic: Topic) -> &'static str {
    match topic {
        Topic::Engagement => "that the coaching takes place, with whom and over what time",
        Topic::Attendance => "how many sessions were held, and when",
        Topic::Fees => "what was agreed about fees",
        Topic::BaselineGoals => "which goals were agreed together",
        Topic::CurrentGoals => "how the goals stand now and how they have changed",
        Topic::Progress => "how the work is going",
        Topic::Themes => "which subjects the work touches on",
        Topic::Commitments => "who promised what, and what became of it",
        Topic::SupportNeeded => "what support would help",
        Topic::Purpose => "which direction {coachee} wants to take",
        Topic::Insights => "what {coachee} has come to see",
        Topic::Practices => "what {coachee} tries out between sessions",
        Topic::SessionContent => "what is said in a session",
        Topic::Assessments => "what tests, profiles and 360 reports say",
        Topic::FeedbackCombined => "what people said when asked for feedback, taken together",
        Topic::FeedbackVerbatim => "what any one person said when asked for feedback",
        Topic::Alignment => "what each party expects and where they stand",
        Topic::SponsorContact => "what somebody in the organisation told {coach}",
        Topic::MeetingOutcomes => "what a meeting of all three sides decided",
        Topic::Reflections => "what {coach} notes for private reflection",
    }
}

fn whom(role: Role) -> &'static str {
    match role {
        Role::Coachee => "{coachee}",
        Role::Sponsor => "the sponsor",
        Role::LineManager => "the line manager",
        Role::HrPartner => "the HR partner",
        Role::Stakeholder => "stakeholders",
        Role::Supervisor => "the supervisor",
    }
}
