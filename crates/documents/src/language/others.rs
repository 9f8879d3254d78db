//! The wording of what is for other readers: the supervisor, anybody, one person who asks what is kept
//! about them, and a procurement office.

use coaching::nameless::StandsFor;
use coaching::words::{About, Detail, DocumentKind, MeetingKind};
use serde::Serialize;

/// All wording of these documents.
#[derive(Serialize)]
pub(crate) struct Others {
    /// Said in the footer and around a document.
    pub frame: OtherFrames,
    /// The case sheet.
    pub sheet: SheetWords,
    /// The client's story.
    pub story: StoryWords,
    /// The answer to an access request.
    pub access: AccessWords,
    /// How data is handled: headings, each with its paragraphs.
    pub data: &'static [(&'static str, &'static [&'static str])],
    /// The page with the recovery key.
    pub recovery: RecoveryWords,
    /// What stands in a name's place: `{n}` is the number of one of several.
    #[serde(skip)]
    pub stands_for: fn(StandsFor) -> &'static str,
    /// Two words that become one: "a el" is "al".
    #[serde(skip)]
    pub contracted: &'static [(&'static str, &'static str, &'static str)],
    /// A meeting's name within a sentence.
    #[serde(skip)]
    pub meeting: fn(MeetingKind) -> &'static str,
    /// Why something is about a person, said to them.
    #[serde(skip)]
    pub about: fn(About) -> &'static str,
    /// What is kept about a person as such.
    #[serde(skip)]
    pub detail: fn(Detail) -> &'static str,
    /// A document that was handed over.
    #[serde(skip)]
    pub document: fn(DocumentKind) -> &'static str,
}

wordings! {
    /// Said in the footer and around a document.
    OtherFrames {
        for_supervision, for_anybody, for_the_person, for_procurement, approved_nameless,
        data_reader, supervision_reader,
    }
    /// The case sheet.
    SheetWords {
        eyebrow, title, people, sessions, held, held_unplanned, planned, question, agreed, goals, meetings,
        promises, positions, first, in_session, after_session, before_first, present, words, good_outcome,
        wants, on_the_table, off_the_table, debrief, decided, by_coachee, by_coach, about, about_1,
        about_2, none_yet, scored, rated, raters, of_raters,
    }
    /// The client's story.
    StoryWords {
        eyebrow, title, told, by_client, by_coach, about, about_1,
    }
    /// The page with the recovery key.
    RecoveryWords {
        eyebrow, title, reader, secret, key, lead, reading, use_it, step_1, step_2, step_3, step_4, lost,
        keep, keep_1, keep_2,
    }
    /// The answer to an access request.
    AccessWords {
        eyebrow, title, lead, you, engagement, another, role, left_out, left_out_lead, left_out_one,
        left_out_many, shortened, kept, kept_1, kept_2, nothing, data_eyebrow, data_title,
    }
}
