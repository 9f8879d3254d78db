//! Hours and credentials, supervision, the professional will.
#![allow(
    missing_docs,
    reason = "the fields are the record's own words, documented in coaching"
)]

use coaching::day::Day;
use coaching::hours::{HoursLog, Listing, Progress};
use coaching::ids::{EarlierHoursId, EngagementId, LearningId, MarkId, PersonId};
use coaching::knows::ItemOf;
use coaching::words::{Consent, LearningKind, Topic};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Format;

/// A table's file format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "lowercase")]
pub enum TableFormat {
    Xlsx,
    Csv,
}

/// The log of hours on a day (today when none).
#[derive(Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct AskHours {
    #[serde(default)]
    pub on: Option<Day>,
}

changes! {
    /// Looks into a table of hours from before this program. Its bytes are in base64.
    pub struct LookAtHours { pub file: String, pub kind: TableFormat }

    /// Hours from before this program, as they are typed or pasted: all of them, or none.
    pub struct AddHours {
        pub rows: Vec<HoursRow>,
        /// How those clients consented to be listed for whom a day of consent is given.
        pub how: Consent,
    }

    /// Hours from before this program, typed anew.
    pub struct ChangeHours { pub id: EarlierHoursId, pub row: HoursRow, pub how: Consent }

    /// Hours from before this program are no longer kept.
    pub struct RemoveHours { pub id: EarlierHoursId }

    /// A coachee's consent to be listed; none takes it away.
    pub struct SetListing { pub person: PersonId, pub listing: Option<Listing> }

    /// Write the log of hours into a folder.
    pub struct WriteHours {
        #[serde(default)]
        pub on: Option<Day>,
        pub format: TableFormat,
        pub folder: String,
    }

    /// Something learnt, added or changed. Its certificate stays.
    pub struct SaveLearning {
        #[serde(default)]
        pub id: Option<LearningId>,
        pub kind: LearningKind,
        pub on: Option<Day>,
        pub minutes: u32,
        pub with: String,
        pub about: String,
    }

    /// Something learnt is no longer kept, nor is its certificate.
    pub struct RemoveLearning { pub learning: LearningId }

    /// A certificate's file, in base64; none takes it away.
    pub struct SetCertificate {
        pub learning: LearningId,
        pub certificate: Option<CertificateFile>,
    }

    /// A file as it was chosen.
    pub struct CertificateFile { pub name: String, pub file: String }

    /// Write a certificate into a folder, as it was given.
    pub struct WriteCertificate { pub learning: LearningId, pub folder: String }

    /// Something of an engagement, or the engagement as a whole, is taken to supervision.
    pub struct TakeToSupervision {
        pub engagement: EngagementId,
        #[serde(default)]
        pub item: Option<ItemOf>,
        pub why: String,
    }

    /// A mark is taken back.
    pub struct RemoveMark { pub engagement: EngagementId, pub mark: MarkId }

    /// A mark was taken to supervision. What came back, if anything is said, becomes a reflection of
    /// the engagement.
    pub struct BringBack {
        pub engagement: EngagementId,
        pub mark: MarkId,
        pub on: Option<Day>,
        pub words: String,
    }

    /// Write the professional will into a folder.
    pub struct WriteWill { pub format: Format, pub folder: String }
}

/// One row, as typed. Days are written `2026-03-31`; hours as `1.5`, `0,75`, `1:30` or `90 min`.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct HoursRow {
    pub client: String,
    pub contact: String,
    /// How many in the group; blank for one person.
    pub group: String,
    pub from: String,
    pub until: String,
    pub paid: String,
    pub pro_bono: String,
    /// The day on which the client consented to be listed; blank for no consent.
    pub consented: String,
}

/// What a table of hours holds, as it would be typed. Nothing of it is kept yet.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub struct HoursSeen {
    pub rows: Vec<HoursRow>,
    /// How many other sheets the file has, which were not read.
    pub other_sheets: usize,
}

/// The log of hours, what it comes to, and what it is made of.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct HoursPage {
    pub on: Day,
    pub log: HoursLog,
    pub progress: Vec<Progress>,
    /// Each coachee with sessions that were held.
    pub coachees: Vec<CoacheeHours>,
    /// Hours from before this program.
    pub earlier: Vec<EarlierCard>,
}

/// A coachee, with what sessions of the record come to.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct CoacheeHours {
    pub person: PersonId,
    pub name: String,
    pub paid: u32,
    pub pro_bono: u32,
    pub listing: Option<Listing>,
    /// Whether the consent holds on the day.
    pub listed: bool,
}

/// Hours from before this program.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct EarlierCard {
    pub id: EarlierHoursId,
    pub client: String,
    pub contact: String,
    pub group: Option<u16>,
    pub from: Day,
    pub until: Day,
    pub paid: u32,
    pub pro_bono: u32,
    pub listing: Option<Listing>,
}

/// How much was added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct AddedHours {
    pub rows: u32,
}

/// What is taken to supervision, and what was learnt.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct SupervisionPage {
    pub on: Day,
    /// Minutes of supervision in each of the last four quarters, the latest first.
    pub quarters: Vec<u32>,
    /// All that was learnt, the latest first.
    pub learning: Vec<LearningCard>,
    /// Engagements with marks, those with waiting ones first.
    pub engagements: Vec<MarkedEngagement>,
}

/// Something learnt.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct LearningCard {
    pub id: LearningId,
    pub kind: LearningKind,
    pub on: Day,
    pub minutes: u32,
    pub with: String,
    pub about: String,
    /// The name of its certificate's file; empty without one.
    pub certificate: String,
}

/// The marks of one engagement.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct MarkedEngagement {
    pub engagement: EngagementId,
    pub name: String,
    pub coachee: String,
    /// The question for the case sheet that the waiting marks come to.
    pub question: String,
    /// Those that wait, oldest first.
    pub waiting: Vec<MarkCard>,
    /// Those that were taken there, the latest first.
    pub taken: Vec<MarkCard>,
}

/// A mark.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct MarkCard {
    pub id: MarkId,
    pub on: Day,
    pub why: String,
    /// What is marked; none for the engagement as a whole, or when it is not there any more.
    pub item: Option<ItemOf>,
    pub topic: Option<Topic>,
    /// The first words of what is marked. May be empty.
    pub text: String,
    pub taken: Option<Day>,
}

/// The professional will.
#[derive(Serialize, TS)]
#[ts(export)]
pub struct WillPage {
    /// None while nothing was written.
    pub will: Option<coaching::will::Will>,
    /// True when nobody has looked it through for a year.
    pub review_due: bool,
}
