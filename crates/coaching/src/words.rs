//! The field's words as types: topics, roles, rules, kinds and states.

use serde::{Deserialize, Serialize};

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[cfg_attr(feature = "ts", ts(export))]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $word)] $variant),*
        }

        impl $name {
            /// All of them, in the order in which they are shown.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The word under which it is kept and exchanged.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            /// Reads the word under which it is kept.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.word() == word)
            }
        }
    };
}

mod access;
mod bringing;
mod chairs;
mod closing;
mod day;
mod finding;
mod hours;
mod items;
mod retention;

pub use access::{About, Detail};
pub use bringing::{EntryWill, NotesWill, WhyLeft, WhyNoNotes};
pub use chairs::Chairs;
pub use closing::{StepOf, StepState};
pub use day::{OddHour, RhythmUnit};
pub use finding::{ConflictKind, FoundKind};
pub use hours::{Body, Credential, CriterionOf, LearningKind};
pub use items::{AgreeAgain, MeetingText, Pull, SessionPart, WhyNot};
pub use retention::{DisposalRule, KeptPart, KeptState};

words! {
    /// What a recorded item is about. Each item has exactly one topic (`docs/confidentiality.md`).
    Topic {
        /// That the engagement exists, its parties, dates, planned number of sessions.
        Engagement = "engagement",
        /// Session dates, how many held, cancelled, missed.
        Attendance = "attendance",
        /// Rates, invoices, use of the budget.
        Fees = "fees",
        /// Goal wordings that a three-way meeting agreed.
        BaselineGoals = "baseline-goals",
        /// The goals as they stand now, and every shift.
        CurrentGoals = "current-goals",
        /// Ratings, goal attainment, self-assessment.
        Progress = "progress",
        /// The broad subjects of the work.
        Themes = "themes",
        /// Who promised what by when.
        Commitments = "commitments",
        /// What would help from the organisation.
        SupportNeeded = "support-needed",
        /// The coachee's sense of direction.
        Purpose = "purpose",
        /// The coachee's own words.
        Insights = "insights",
        /// Experiments and practices between sessions.
        Practices = "practices",
        /// What was said in a session: the session's record.
        SessionContent = "session-content",
        /// Psychometrics, 360 reports.
        Assessments = "assessments",
        /// Stakeholder ratings, averaged.
        FeedbackCombined = "feedback-combined",
        /// One stakeholder's rating or words, and who the raters are.
        FeedbackVerbatim = "feedback-verbatim",
        /// A party's expectation, belief or position.
        Alignment = "alignment",
        /// What somebody on the sponsor's side told the coach.
        SponsorContact = "sponsor-contact",
        /// What a three-way meeting decided.
        MeetingOutcomes = "meeting-outcomes",
        /// The coach's own reflective notes and hypotheses.
        Reflections = "reflections",
    }
}

words! {
    /// The role in which a person stands in an engagement.
    Role {
        /// The person coached.
        Coachee = "coachee",
        /// Who commissions and pays on the organisation's side.
        Sponsor = "sponsor",
        /// The coachee's manager.
        LineManager = "line-manager",
        /// The partner in human resources.
        HrPartner = "hr-partner",
        /// Anyone whose view of the coachee's work matters.
        Stakeholder = "stakeholder",
        /// The coach's own supervisor.
        Supervisor = "supervisor",
    }
}

impl Role {
    /// Sponsor, line manager and HR partner: those who sit on the third chair.
    #[must_use]
    pub fn on_the_sponsors_side(self) -> bool {
        matches!(self, Role::Sponsor | Role::LineManager | Role::HrPartner)
    }
}

words! {
    /// The rule of a boundary, from the most open to the strictest: the order is used to find the
    /// stricter of two.
    Rule {
        /// The coach may share it.
        Shared = "shared",
        /// The coach may share the exact wording that the coachee released to that audience.
        WithConsent = "with-consent",
        /// Only the coachee shares it; in a document only as their own released words.
        CoacheeShares = "coachee-shares",
        /// It is not shared. No release overrides it.
        Confidential = "confidential",
    }
}

words! {
    /// What a changed rule does.
    Direction {
        /// More may be known than before.
        Loosens = "loosens",
        /// Less may be known than before.
        Tightens = "tightens",
    }
}

words! {
    /// Whose voice a released wording is in.
    Voice {
        /// The coachee's own words.
        Coachee = "coachee",
        /// The coach's words, approved by the coachee.
        Coach = "coach",
    }
}

words! {
    /// How the coachee gave consent or a party its assent.
    Consent {
        /// Signed or written.
        InWriting = "in-writing",
        /// By mail or message.
        ByMessage = "by-message",
        /// Said in the meeting and confirmed afterwards.
        SaidAndConfirmed = "said-and-confirmed",
    }
}

words! {
    /// Where an engagement stands in its course.
    EngagementStatus {
        /// Somebody has asked.
        Enquiry = "enquiry",
        /// Coach and coachee find out whether they fit.
        Chemistry = "chemistry",
        /// Goals and boundaries are being agreed.
        Contracting = "contracting",
        /// Sessions are under way.
        Active = "active",
        /// Interrupted by agreement.
        Paused = "paused",
        /// Coming to its end.
        Closing = "closing",
        /// Over.
        Ended = "ended",
    }
}

words! {
    /// The status that a goal version gives its goal.
    GoalStatus {
        /// Taking shape, not yet worded firmly.
        Emerging = "emerging",
        /// Being worked on.
        Active = "active",
        /// Resting.
        Paused = "paused",
        /// Reached.
        Achieved = "achieved",
        /// Ended without being reached.
        LetGo = "let-go",
        /// Another goal, or several, took its place.
        Replaced = "replaced",
    }
}

impl GoalStatus {
    /// True while the goal goes on.
    #[must_use]
    pub fn goes_on(self) -> bool {
        matches!(self, Self::Emerging | Self::Active | Self::Paused)
    }
}

words! {
    /// What made one goal version into the next (`docs/goals.md`).
    ShiftKind {
        /// The wording is sharper, the meaning is the same.
        Clarified = "clarified",
        /// The label stayed, the meaning moved.
        Morphed = "morphed",
        /// Larger or smaller.
        ReScoped = "re-scoped",
        /// Its place changed.
        Reprioritised = "reprioritised",
        /// Another goal took its place.
        Replaced = "replaced",
        /// One became several.
        Split = "split",
        /// Several became one.
        Merged = "merged",
        /// It rests.
        Paused = "paused",
        /// It goes on after a rest.
        Resumed = "resumed",
        /// It ended by being reached.
        Achieved = "achieved",
        /// It ended without being reached.
        LetGo = "let-go",
    }
}

impl ShiftKind {
    /// True when the goal no longer means what it meant: what was measured before belongs to another
    /// series.
    #[must_use]
    pub fn moves_the_meaning(self) -> bool {
        matches!(self, Self::Morphed | Self::ReScoped)
    }
}

words! {
    /// What prompted a shift.
    Prompt {
        /// Something that the coachee saw.
        Insight = "insight",
        /// Something that happened.
        Event = "event",
        /// Somebody whose view matters.
        Stakeholder = "stakeholder",
        /// A change in the organisation.
        Organisation = "organisation",
        /// Not said, or not yet.
        Unsaid = "unsaid",
    }
}

words! {
    /// How far the telling of one shift to one party has come. Only the coach and the coachee see it.
    TellingState {
        /// Coach and coachee have not spoken about telling.
        NotDiscussed = "not-discussed",
        /// The coachee is deciding.
        Deciding = "deciding",
        /// The coachee will tell, by a day.
        WillTell = "will-tell",
        /// The coachee has told.
        Told = "told",
        /// A meeting agreed it.
        Agreed = "agreed",
        /// The coachee keeps it private.
        Private = "private",
    }
}

words! {
    /// What happened to a session.
    SessionStatus {
        /// It is to come.
        Planned = "planned",
        /// It took place.
        Held = "held",
        /// It was called off.
        Cancelled = "cancelled",
        /// The coachee did not come.
        Missed = "missed",
    }
}

words! {
    /// The occasion of a three-way meeting.
    MeetingKind {
        /// Before the engagement: how coaching works.
        Before = "before",
        /// What coaching is, goals, boundaries.
        Contracting = "contracting",
        /// Are the goals still valid?
        MidPoint = "mid-point",
        /// What was accomplished, what remains.
        Closing = "closing",
        /// Called when needed.
        WhenNeeded = "when-needed",
    }
}

words! {
    /// What happened to a three-way meeting.
    MeetingStatus {
        /// It is to come.
        Planned = "planned",
        /// It took place.
        Held = "held",
        /// It was called off.
        Cancelled = "cancelled",
    }
}

words! {
    /// What the coachee asks the coach to do in a three-way meeting.
    CoachDoes {
        /// Observe silently.
        Observe = "observe",
        /// Facilitate.
        Facilitate = "facilitate",
        /// Ask clarifying questions.
        Clarify = "clarify",
    }
}

words! {
    /// What became of a promise.
    CommitmentStatus {
        /// It stands.
        Open = "open",
        /// It was kept.
        Kept = "kept",
        /// It was let go.
        LetGo = "let-go",
    }
}

words! {
    /// Where a party stands on a goal.
    Stance {
        /// Pushes for it.
        Champion = "champion",
        /// Is in favour.
        Supportive = "supportive",
        /// Has not made up their mind.
        Unsure = "unsure",
        /// Doubts it.
        Sceptical = "sceptical",
        /// Wants something that contradicts it.
        Conflicting = "conflicting",
        /// Nobody knows.
        Unknown = "unknown",
    }
}

words! {
    /// Where a stakeholder stands, seen from the coachee.
    Level {
        /// Inside the organisation.
        Inside = "inside",
        /// Outside the organisation: customers, partners, the industry.
        Outside = "outside",
    }
}

words! {
    /// How much a party's view weighs for the coachee's work.
    Influence {
        /// Little depends on it.
        Low = "low",
        /// Some depends on it.
        Medium = "medium",
        /// Much depends on it.
        High = "high",
    }
}

words! {
    /// How a clash came to its end.
    ClashEnd {
        /// The sides found what they share.
        CommonGround = "common-ground",
        /// They agreed to differ.
        AgreedDifference = "agreed-difference",
        /// A goal was changed.
        ChangedGoal = "changed-goal",
        /// The engagement was ended.
        EndedEngagement = "ended-engagement",
    }
}

words! {
    /// The way by which something reached a party.
    Channel {
        /// In a three-way meeting.
        Meeting = "meeting",
        /// Face to face.
        InPerson = "in-person",
        /// By telephone or video.
        Call = "call",
        /// By mail or message.
        Message = "message",
        /// As a document.
        Document = "document",
    }
}

words! {
    /// Who told.
    Teller {
        /// The coach.
        Coach = "coach",
        /// The coachee.
        Coachee = "coachee",
    }
}

words! {
    /// The documents that the program writes.
    DocumentKind {
        /// Prepares one party for a three-way meeting.
        Brief = "brief",
        /// Stands at the engagement's end.
        Summary = "summary",
        /// The boundaries and terms, to be signed.
        Agreement = "agreement",
        /// The two-chair record without names, for the coach's supervisor.
        CaseSheet = "case-sheet",
        /// What the coachee released for anybody, without names.
        ClientStory = "client-story",
        /// Everything that is kept about one person, for that person.
        Access = "access",
        /// What the coachee may want to tell the sponsor's side; it belongs to the coachee.
        TalkingPoints = "talking-points",
        /// What a three-way meeting agreed and decided, for one who sat in it.
        Minutes = "minutes",
        /// When and where a three-way meeting is, and what it is to speak about.
        Invitation = "invitation",
    }
}

words! {
    /// Why something had to be disclosed that no boundary allowed (`docs/confidentiality.md`).
    ExceptionKind {
        /// Danger to the coachee or to somebody else.
        Danger = "danger",
        /// Something illegal.
        Illegality = "illegality",
        /// A court's order.
        CourtOrder = "court-order",
        /// The law asks for it.
        Law = "law",
    }
}

words! {
    /// Whom the coach consulted before an exception.
    Consulted {
        /// The coach's supervisor.
        Supervisor = "supervisor",
        /// The insurer.
        Insurer = "insurer",
        /// A lawyer.
        Lawyer = "lawyer",
        /// Nobody: there was no time, or another reason that the coach wrote down.
        Nobody = "nobody",
    }
}

words! {
    /// The language of an engagement's documents.
    Language {
        /// English.
        English = "en",
        /// Spanish.
        Spanish = "es",
    }
}
