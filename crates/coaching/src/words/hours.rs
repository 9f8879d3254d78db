//! Words for hours, credentials and what a coach learns.

use serde::{Deserialize, Serialize};

words! {
    /// Who awards a credential.
    Body {
        /// International Coaching Federation.
        Icf = "icf",
        /// European Mentoring and Coaching Council.
        Emcc = "emcc",
    }
}

words! {
    /// A credential that hours count towards.
    Credential {
        /// ICF, Associate Certified Coach.
        Acc = "acc",
        /// ICF, Professional Certified Coach.
        Pcc = "pcc",
        /// ICF, Master Certified Coach.
        Mcc = "mcc",
        /// EMCC EIA, Foundation.
        EiaFoundation = "eia-foundation",
        /// EMCC EIA, Practitioner.
        EiaPractitioner = "eia-practitioner",
        /// EMCC EIA, Senior Practitioner.
        EiaSenior = "eia-senior",
        /// EMCC EIA, Master Practitioner.
        EiaMaster = "eia-master",
    }
}

words! {
    /// What a credential asks for.
    CriterionOf {
        /// Hours of coaching in all.
        Hours = "hours",
        /// Hours that were paid.
        PaidHours = "paid-hours",
        /// How many clients.
        Clients = "clients",
        /// Hours within the last months.
        RecentHours = "recent-hours",
        /// Years since the first coaching.
        Years = "years",
        /// Supervision in each of the last quarters.
        Supervision = "supervision",
        /// Professional development within the last months.
        Development = "development",
        /// Another credential that is held already.
        Holds = "holds",
        /// Training that is recognised, and hours that began after it.
        Training = "training",
        /// Mentor coaching.
        Mentoring = "mentoring",
        /// An exam, or an assessment of recorded coaching.
        Assessment = "assessment",
        /// Feedback from clients within the last months.
        Feedback = "feedback",
        /// Written reflections on one's practice within the last months.
        Reflections = "reflections",
        /// Membership of a professional body.
        Membership = "membership",
    }
}

words! {
    /// How a coach learnt something.
    LearningKind {
        /// Supervision, alone with the supervisor.
        Supervision = "supervision",
        /// Supervision in a group.
        GroupSupervision = "group-supervision",
        /// Mentor coaching: on the coach's own coaching.
        Mentoring = "mentoring",
        /// A course or a training.
        Course = "course",
        /// A conference, a talk, a meeting of colleagues.
        Event = "event",
        /// Reading, listening, research.
        Study = "study",
        /// Anything else.
        Other = "other",
    }
}

impl LearningKind {
    /// True for supervision of either kind.
    #[must_use]
    pub fn is_supervision(self) -> bool {
        matches!(self, Self::Supervision | Self::GroupSupervision)
    }
}
