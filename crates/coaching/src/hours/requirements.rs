//! What credentials ask for, as data: it changes every few years. In our own words and figures; the
//! page under the link is what counts. To take up a new edition, change the figures, its name and
//! the day on which it was read.

use crate::words::{Body, Credential, CriterionOf};

/// One thing that a credential asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Of what.
    pub of: CriterionOf,
    /// How much: minutes of hours, otherwise how many; 0 where it is no number.
    pub need: u32,
    /// Within how many months before; 0 for all time.
    pub months: u16,
}

/// A credential, and all that it asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// Which.
    pub credential: Credential,
    /// Who awards it.
    pub body: Body,
    /// What the edition calls itself.
    pub edition: &'static str,
    /// The day on which it was read, `2026-03-31`.
    pub read: &'static str,
    /// Where it stands.
    pub link: &'static str,
    /// What it asks for.
    pub criteria: &'static [Criterion],
}

const ICF: &str = "Experience requirements, web page without a date";
const ICF_LINK: &str = "https://coachingfederation.org/experience-requirements";
const EIA: &str = "Levels of accreditation for EIA, web page without a date";
const EIA_LINK: &str = "https://emccapr.org/accreditation-panels/levels-of-accreditation-for-eia/";
const READ: &str = "2026-11-22";

const fn count(of: CriterionOf, need: u32, months: u16) -> Criterion {
    Criterion { of, need, months }
}

const fn hours(of: CriterionOf, hours: u32, months: u16) -> Criterion {
    Criterion {
        of,
        need: hours * 60,
        months,
    }
}

/// What is asked for and cannot be counted here.
const fn other(of: CriterionOf) -> Criterion {
    count(of, 0, 0)
}

const fn icf(credential: Credential, criteria: &'static [Criterion]) -> Requirement {
    Requirement {
        credential,
        body: Body::Icf,
        edition: ICF,
        read: READ,
        link: ICF_LINK,
        criteria,
    }
}

const fn eia(credential: Credential, criteria: &'static [Criterion]) -> Requirement {
    Requirement {
        credential,
        body: Body::Emcc,
        edition: EIA,
        read: READ,
        link: EIA_LINK,
        criteria,
    }
}

use CriterionOf::{
    Assessment, Clients, Development, Feedback, Holds, Hours, Membership, Mentoring, PaidHours,
    RecentHours, Reflections, Supervision, Training, Years,
};

/// All credentials that the program knows.
pub const REQUIREMENTS: &[Requirement] = &[
    icf(
        Credential::Acc,
        &[
            hours(Hours, 100, 0),
            hours(PaidHours, 75, 0),
            count(Clients, 8, 0),
            hours(RecentHours, 25, 18),
            other(Training),
            other(Mentoring),
            other(Assessment),
        ],
    ),
    icf(
        Credential::Pcc,
        &[
            hours(Hours, 500, 0),
            hours(PaidHours, 450, 0),
            count(Clients, 25, 0),
            hours(RecentHours, 50, 18),
            other(Training),
            other(Mentoring),
            other(Assessment),
        ],
    ),
    icf(
        Credential::Mcc,
        &[
            hours(Hours, 2_500, 0),
            hours(PaidHours, 2_250, 0),
            count(Clients, 35, 0),
            other(Holds),
            other(Training),
            other(Mentoring),
            other(Assessment),
        ],
    ),
    eia(
        Credential::EiaFoundation,
        &[
            hours(Hours, 50, 0),
            count(Clients, 5, 0),
            count(Years, 1, 0),
            hours(Supervision, 1, 3),
            hours(Development, 16, 12),
            count(Feedback, 5, 12),
            other(Reflections),
            other(Membership),
        ],
    ),
    eia(
        Credential::EiaPractitioner,
        &[
            hours(Hours, 100, 0),
            count(Clients, 10, 0),
            count(Years, 3, 0),
            hours(Supervision, 1, 3),
            hours(Development, 16, 12),
            count(Feedback, 5, 12),
            other(Reflections),
            other(Membership),
        ],
    ),
    // How much professional development these two ask for was not read: the page is to be asked.
    eia(
        Credential::EiaSenior,
        &[
            hours(Hours, 250, 0),
            count(Clients, 20, 0),
            count(Years, 5, 0),
            hours(Supervision, 1, 3),
            count(Development, 0, 12),
            count(Feedback, 5, 12),
            other(Reflections),
            other(Membership),
        ],
    ),
    eia(
        Credential::EiaMaster,
        &[
            hours(Hours, 500, 0),
            count(Clients, 40, 0),
            count(Years, 7, 0),
            hours(Supervision, 1, 3),
            count(Development, 0, 12),
            count(Feedback, 5, 12),
            other(Reflections),
            other(Membership),
        ],
    ),
];
