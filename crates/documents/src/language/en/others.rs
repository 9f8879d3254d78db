//! The case sheet, the client's story, the access request and the data sheet in English.

use coaching::nameless::StandsFor;
use coaching::words::{About, Detail, DocumentKind, MeetingKind, Role};

use crate::language::others::{
    AccessWords, OtherFrames, Others, RecoveryWords, SheetWords, StoryWords,
};

pub(super) static OTHERS: Others = Others {
    frame: OtherFrames {
        for_supervision: "Without names",
        for_anybody: "Without names",
        for_the_person: "For this person alone",
        for_procurement: "To be passed on freely",
        approved_nameless: "The client has approved exactly these words.",
        data_reader: "procurement and data protection",
        supervision_reader: "supervision",
    },
    sheet: SheetWords {
        eyebrow: "Case sheet for supervision",
        title: "A case, without names",
        people: "Who is in it",
        sessions: "Sessions",
        held: "{held} held of {planned} planned, {minutes} minutes each",
        held_unplanned: "{held} held",
        planned: "{planned} planned, {minutes} minutes each",
        question: "What I ask",
        agreed: "The goals as agreed together",
        goals: "How the goals moved",
        meetings: "Three-way meetings",
        promises: "Promises",
        positions: "Where each stands",
        first: "First wording",
        in_session: "session {n}",
        after_session: "after session {n}",
        before_first: "before session 1",
        present: "Present",
        words: "In the coachee’s words",
        good_outcome: "Prepared: a good outcome",
        wants: "Prepared: wanted from the manager",
        on_the_table: "Prepared: on the table",
        off_the_table: "Prepared: off the table",
        debrief: "Looked back on together",
        decided: "Decided",
        by_coachee: "released in the coachee’s own words",
        by_coach: "released in the coach’s words",
        about: "About this sheet",
        about_1: "People, organisations and places are named by what they are in this case, and days \
                  are told by sessions. It holds what the agreement in force lets a supervisor hear, \
                  and nothing that is withheld from the coachee.",
        about_2: "Somebody who knows the case may recognise it all the same. Please return or destroy \
                  this sheet after supervision.",
        scored: "Attained, −2 to +2",
        rated: "Rated by the coachee",
        raters: "Changed, as others see it, −3 to +3",
        of_raters: "{mean}, {n} people",
        none_yet: "Nothing of this case may be told in supervision yet, or nothing is recorded.",
    },
    story: StoryWords {
        eyebrow: "A client’s story",
        title: "What the coaching was, in released words",
        told: "In exactly these words",
        by_client: "The client",
        by_coach: "The coach, in words that the client approved",
        about: "How this came to be told",
        about_1: "Coaching is confidential. The person whose story this is chose these words, released \
                  them for anybody to read, and approved this page as it stands. Nothing was added, \
                  and nothing should be read into what is not here.",
    },
    access: AccessWords {
        eyebrow: "What is kept about {name}",
        title: "Everything that is kept about you",
        lead: "You asked what your coach’s records hold about you. This is all of it, as of {date}. \
               Where something would touch the confidence of somebody else, it was left out or \
               shortened; how often, and why, stands at the end.",
        you: "About you as a person",
        engagement: "In the coaching “{name}”",
        another: "In another coaching",
        role: "Your part in it",
        left_out: "What was left out",
        left_out_lead: "Not in this document, with the reason:",
        left_out_one: "1 entry: {reason}",
        left_out_many: "{n} entries: {reason}",
        shortened: "shortened",
        kept: "How it is kept",
        kept_1: "It is kept to carry out the coaching, in one encrypted folder on the coach’s own \
                 machine. No copy is given to anybody but by the rules that the coaching agreement \
                 states.",
        kept_2: "You may ask for what is wrong to be corrected, and for what is no longer needed to be \
                 erased; and you may complain to the data protection authority.",
        nothing: "Nothing else is kept about you.",
        data_eyebrow: "Data sheet",
        data_title: "How data is handled",
    },
    recovery: RecoveryWords {
        eyebrow: "Recovery key",
        title: "If the passphrase is lost",
        reader: "the coach alone",
        secret: "Secret: keep it under lock and key",
        key: "The key",
        lead: "Whoever has this page and a copy of the vault can read everything in it, without the \
               passphrase.",
        reading: "Eight groups of five. There is no letter I, L, O or U in it: what looks like one is a 1 \
                  or a 0. Capitals, spaces and hyphens do not matter.",
        use_it: "How to use it",
        step_1: "On a new laptop, install Three Chairs and start it.",
        step_2: "Choose “Restore a backup”, and the folder or the stick with the backups. On the laptop \
                 that holds the vault itself, choose “The passphrase is lost” where it asks for it.",
        step_3: "Type the eight groups, in their order.",
        step_4: "Choose a new passphrase. The recovery key goes on working.",
        lost: "A new recovery key, or a new data key, makes this page worthless for the vault. It still \
               opens the backups that were made while it was in force: destroy it only with them.",
        keep: "Where to keep it",
        keep_1: "Where you keep your passport; not with the laptop, and not with the backups.",
        keep_2: "Delete the file that this page was printed from, and empty the bin.",
    },
    data: &[
        (
            "What is kept",
            &[
                "The names, titles and contact details of the people in an engagement; the agreed goals and \
               how they change; dates and notes of sessions and meetings; agreements, releases, and a \
               ledger of what was disclosed to whom.",
            ],
        ),
        (
            "Where it is kept",
            &[
                "In one encrypted folder (SQLCipher 4, AES-256, every page authenticated) on one computer. \
               The key is wrapped under a passphrase by Argon2id with at least 64 MiB of memory; where \
               the coach chooses so, that computer’s keychain holds a second key.",
                "The program, Three Chairs, opens no network connection. There is no account, no server, \
               no cloud service, no telemetry, and no processor or sub-processor behind it. Nothing is \
               sent to a language model.",
            ],
        ),
        (
            "Who may know what",
            &[
                "Each engagement has an agreement that names for each topic and each role what may be \
               shared: nothing that is not named may be. The program makes every document for the \
               organisation from what that agreement opens, and from nothing else.",
                "A brief or summary for the organisation is handed over only after the coachee has \
               approved exactly its words. Each hand-over is entered in an append-only ledger, chained \
               by hashes. What coachee and coach say in sessions stays between them unless the coachee \
               releases it; law, a court, or serious danger are the exceptions, each reasoned in \
               writing.",
            ],
        ),
        (
            "What reaches the organisation",
            &[
                "Documents without hidden contents: no editing history, no time stamps, no trace of what \
               was left out. After that, the organisation’s own rules apply to them.",
            ],
        ),
        (
            "How long, and whose rights",
            &[
                "Everybody who is named can ask for all that is kept about them; the program gathers it \
               across all engagements. How long records are kept is stated in the coaching agreement. \
               The coach deletes and backs up by hand: the program does neither by itself today.",
            ],
        ),
        (
            "What is not promised",
            &[
                "A file that was handed over or exported is an ordinary file. No program protects against \
               malware on the computer, or against somebody who has the passphrase.",
            ],
        ),
    ],
    stands_for,
    contracted: &[],
    meeting,
    about,
    detail,
    document,
};

fn stands_for(what: StandsFor) -> &'static str {
    match what {
        StandsFor::Coach => "the coach",
        StandsFor::Coachee => "the coachee",
        StandsFor::Party { role, number: None } => match role {
            Role::Coachee => "the coachee",
            Role::Sponsor => "the sponsor",
            Role::LineManager => "the line manager",
            Role::HrPartner => "the HR partner",
            Role::Stakeholder => "the stakeholder",
            Role::Supervisor => "the supervisor",
        },
        StandsFor::Party {
            role,
            number: Some(_),
        } => match role {
            Role::Coachee => "coachee {n}",
            Role::Sponsor => "sponsor {n}",
            Role::LineManager => "line manager {n}",
            Role::HrPartner => "HR partner {n}",
            Role::Stakeholder => "stakeholder {n}",
            Role::Supervisor => "supervisor {n}",
        },
        StandsFor::Somebody => "somebody",
        StandsFor::Organisation { number: None } => "the organisation",
        StandsFor::Organisation { number: Some(_) } => "organisation {n}",
        StandsFor::Place => "the place",
        StandsFor::Contact => "a contact detail",
    }
}

fn meeting(kind: MeetingKind) -> &'static str {
    match kind {
        MeetingKind::Before => "first meeting",
        MeetingKind::Contracting => "contracting meeting",
        MeetingKind::MidPoint => "mid-point meeting",
        MeetingKind::Closing => "closing meeting",
        MeetingKind::WhenNeeded => "meeting called when needed",
    }
}

fn about(about: About) -> &'static str {
    match about {
        About::Details => "about you",
        About::Said => "you said it, or it was noted as your view",
        About::Promised => "you promised it",
        About::Told => "it was told to you",
        About::TheirRecord => "from the record of your coaching",
        About::NamesThem => "it names you",
    }
}

fn detail(detail: Detail) -> &'static str {
    match detail {
        Detail::Name => "Name",
        Detail::Called => "Called",
        Detail::Title => "Title",
        Detail::Organisation => "Organisation",
        Detail::Mail => "Mail",
        Detail::Phone => "Telephone",
        Detail::Relation => "Relation to the coachee",
    }
}

fn document(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Brief => "A brief was handed over.",
        DocumentKind::Summary => "A summary was handed over.",
        DocumentKind::Agreement => "An agreement was handed over.",
        DocumentKind::CaseSheet => "A case sheet without names was handed over.",
        DocumentKind::ClientStory => "A story without names was handed over.",
        DocumentKind::Access => "An answer to an access request was handed over.",
        DocumentKind::TalkingPoints => "Talking points were handed over.",
        DocumentKind::Minutes => "The minutes of a meeting were handed over.",
        DocumentKind::Invitation => "An invitation to a meeting was handed over.",
    }
}
