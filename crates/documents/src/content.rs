//! The finished words of one document, as plain data.

use coaching::day::Day;
use coaching::words::Language;
use serde::{Deserialize, Serialize};

use crate::picture::Drawing;

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Prepares one party for a three-way meeting.
    Brief,
    /// The coach's private sheet for a three-way meeting.
    Sheet,
    /// Stands at the engagement's end.
    Summary,
    /// The boundaries and terms, to be signed.
    Agreement,
    /// A case without names, for supervision.
    CaseSheet,
    /// What the coachee released for anybody.
    ClientStory,
    /// Everything that is kept about one person.
    Access,
    /// How data is handled.
    DataSheet,
    /// What the coachee may want to tell the sponsor's side.
    TalkingPoints,
    /// What a meeting agreed, decided and promised.
    Minutes,
    /// Invites to a meeting.
    Invitation,
    /// The recovery key, on paper.
    RecoveryPage,
    /// Who looks after the practice when the coach cannot.
    Will,
    /// What a disposal leaves.
    Certificate,
    /// A part of the coach's own copy of the whole record.
    Copy,
}

/// Whose eyes a document is for: how many chairs know what stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Chair {
    /// The coach alone.
    Coach,
    /// The coach and the coachee.
    Coachee,
    /// The sponsor's side as well.
    Sponsor,
}

/// The content of one document, in its language: the one thing that all renderers take.
///
/// It holds no id, no time of recording and nothing that was not in the view it was made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// What it is.
    pub kind: Kind,
    /// Whose eyes it is for.
    pub chair: Chair,
    /// Its language.
    pub language: Language,
    /// The line above the title: what the document is.
    pub eyebrow: String,
    /// The title.
    pub title: String,
    /// The engagement's agreed name.
    pub engagement: String,
    /// For whom: a name.
    pub reader: String,
    /// For whom: name and role, as the running header says it.
    pub for_whom: String,
    /// Whose engagement it is; who approves.
    pub coachee: String,
    /// Who wrote it.
    pub coach: String,
    /// True when the coachee is the one who sends it: then it is on no paper of the coach's.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub from_the_coachee: bool,
    /// The document's own date.
    pub date: Day,
    /// What stands under the title: when, where, who.
    pub facts: Vec<Fact>,
    /// The sections, in order.
    pub sections: Vec<Section>,
}

/// A part of a document with a heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// The heading.
    pub heading: String,
    /// True when it stands on a page of its own, which can be put away by itself.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub own_page: bool,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A label and what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// The label.
    pub label: String,
    /// What it says.
    pub text: String,
}

/// One item of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The words.
    pub text: String,
    /// A quiet remark after them; may be empty.
    pub note: String,
}

/// One step of an agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What happens.
    pub what: String,
    /// Who speaks.
    pub who: String,
}

/// One dated moment of a story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moment {
    /// The date, in words.
    pub when: String,
    /// What kind of moment; may be empty.
    pub label: String,
    /// What stands for it; may be empty.
    pub title: String,
    /// More about it.
    pub blocks: Vec<Block>,
}

/// One who is to sign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// Their name.
    pub name: String,
    /// As what they sign.
    pub role: String,
}

/// A piece of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "block", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Block {
    /// The words that open a document.
    Lead {
        /// The words.
        text: String,
    },
    /// Plain words.
    Paragraph {
        /// The words.
        text: String,
    },
    /// A quiet remark.
    Small {
        /// The words.
        text: String,
    },
    /// A heading within a section.
    Subheading {
        /// The words.
        text: String,
    },
    /// Somebody's exact words.
    Quotation {
        /// The words.
        text: String,
        /// Whose, and when.
        by: String,
    },
    /// A goal.
    Goal {
        /// "Goal 1 of 2": counted among the goals in this document alone.
        number: String,
        /// Its wording.
        title: String,
        /// Labelled lines under it.
        facts: Vec<Fact>,
        /// What else stands under it.
        blocks: Vec<Block>,
    },
    /// Labelled lines.
    Facts {
        /// The lines.
        items: Vec<Fact>,
    },
    /// A list.
    List {
        /// The items.
        items: Vec<Item>,
    },
    /// An agenda: numbered steps, and who speaks.
    Agenda {
        /// The steps.
        steps: Vec<Step>,
    },
    /// Questions to think about, with room to write.
    Questions {
        /// The questions.
        items: Vec<String>,
    },
    /// A story in dated moments.
    Timeline {
        /// The moments.
        moments: Vec<Moment>,
    },
    /// A table: the first cell of each row says what the row is about.
    Table {
        /// What stands over the columns.
        head: Vec<String>,
        /// The rows, each with as many cells as the head.
        rows: Vec<Vec<String>>,
    },
    /// A picture. What it shows stands in words elsewhere in the document.
    Picture {
        /// What it shows, in a sentence.
        alt: String,
        /// The picture.
        drawing: Drawing,
    },
    /// Lines to sign on.
    Signatures {
        /// What stands under the line for the signature.
        signature: String,
        /// What stands under the line beside it.
        place_and_date: String,
        /// Who signs.
        people: Vec<Signature>,
    },
}

impl Content {
    /// True when the coach's name stands under the last words. It stands elsewhere where it is
    /// signed and on the data sheet, and nowhere where nobody is named or the words are the coachee's to say.
    pub(crate) fn says_from_whom(&self) -> bool {
        !matches!(
            self.kind,
            Kind::Agreement
                | Kind::DataSheet
                | Kind::TalkingPoints
                | Kind::Invitation
                | Kind::Will
                | Kind::Copy
        ) && !self.coach.is_empty()
    }

    /// What the coachee approves: the canonical JSON of the content without the document's own
    /// date. Any change to what the document says changes it; another day alone does not.
    #[must_use]
    pub fn bytes_for_approval(&self) -> Vec<u8> {
        /// The fields in their canonical order, which is frozen: approvals are kept as hashes.
        #[derive(Debug, Serialize)]
        struct Approved<'a> {
            kind: Kind,
            chair: Chair,
            language: Language,
            eyebrow: &'a str,
            title: &'a str,
            engagement: &'a str,
            reader: &'a str,
            for_whom: &'a str,
            coachee: &'a str,
            coach: &'a str,
            facts: &'a [Fact],
            sections: &'a [Section],
        }
        let approved = Approved {
            kind: self.kind,
            chair: self.chair,
            language: self.language,
            eyebrow: &self.eyebrow,
            title: &self.title,
            engagement: &self.engagement,
            reader: &self.reader,
            for_whom: &self.for_whom,
            coachee: &self.coachee,
            coach: &self.coach,
            facts: &self.facts,
            sections: &self.sections,
        };
        // Strings and lists always serialise. If they ever did not, the bytes must still differ
        // where contents differ: an empty answer would approve everything.
        serde_json::to_vec(&approved).unwrap_or_else(|_| format!("{approved:?}").into_bytes())
    }
}
