//! How far the hours have come towards each credential.

use serde::Serialize;

use super::log::Sum;
use super::requirements::{Criterion, REQUIREMENTS, Requirement};
use super::{Held, Learning, quarters};
use crate::day::Day;
use crate::words::{Body, Credential, CriterionOf};

/// One credential, and how far each thing it asks for has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
pub struct Progress {
    /// Which.
    pub credential: Credential,
    /// Who awards it.
    pub body: Body,
    /// What the edition of the requirements calls itself.
    pub edition: String,
    /// The day on which it was read.
    pub read: String,
    /// Where it stands.
    pub link: String,
    /// Each thing that it asks for.
    pub criteria: Vec<Standing>,
}

/// How far one thing has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(export))]
pub struct Standing {
    /// Of what.
    pub of: CriterionOf,
    /// How much is asked for: minutes of hours, otherwise how many; 0 where it is no number.
    pub need: u32,
    /// Within how many months before; 0 for all time.
    pub months: u16,
    /// How much there is; none where the program cannot know.
    pub have: Option<u32>,
    /// Whether that is enough; none where the program cannot know.
    pub met: Option<bool>,
    /// True when there may be more: an entry reaches over the edge of the months.
    pub at_least: bool,
}

/// Progress towards every credential, on a day. The order of the entries does not matter.
#[must_use]
pub fn progress(held: &[Held], learning: &[Learning], on: Day) -> Vec<Progress> {
    let known = Known { held, learning, on };
    let of = |requirement: &Requirement| Progress {
        credential: requirement.credential,
        body: requirement.body,
        edition: requirement.edition.to_owned(),
        read: requirement.read.to_owned(),
        link: requirement.link.to_owned(),
        criteria: requirement
            .criteria
            .iter()
            .map(|criterion| known.standing(requirement.body, *criterion))
            .collect(),
    };
    REQUIREMENTS.iter().map(of).collect()
}

/// All that the program knows.
struct Known<'a> {
    held: &'a [Held],
    learning: &'a [Learning],
    on: Day,
}

impl Known<'_> {
    fn standing(&self, body: Body, criterion: Criterion) -> Standing {
        let Criterion { of, need, months } = criterion;
        let have = self.have(body, criterion);
        Standing {
            of,
            need,
            months,
            have,
            met: have.filter(|_| need > 0).map(|have| have >= need),
            at_least: of == CriterionOf::RecentHours && self.over_the_edge(body, months),
        }
    }

    fn have(&self, body: Body, criterion: Criterion) -> Option<u32> {
        let all = Sum::of(self.counted(body));
        let since = self.on.months_before(criterion.months.into());
        match criterion.of {
            CriterionOf::Hours => Some(all.minutes()),
            CriterionOf::PaidHours => Some(all.paid),
            CriterionOf::Clients => Some(all.clients),
            // What reaches over the edge may all lie before it.
            CriterionOf::RecentHours => {
                let recent = self.counted(body);
                let recent = recent.filter(|each| since.is_none_or(|since| since <= each.from));
                Some(Sum::of(recent).minutes())
            }
            CriterionOf::Years => {
                let first = self.counted(body).map(|each| each.from).min();
                Some(first.map_or(0, |first| {
                    self.on.date().years_since(first.date()).unwrap_or(0)
                }))
            }
            CriterionOf::Supervision => quarters(self.learning, self.on).into_iter().min(),
            CriterionOf::Development => {
                let learnt = self.learning.iter();
                let learnt = learnt.filter(|each| {
                    !each.kind.is_supervision()
                        && each.on <= self.on
                        && since.is_none_or(|since| since < each.on)
                });
                Some(learnt.map(|each| each.minutes).fold(0, u32::saturating_add))
            }
            CriterionOf::Holds
            | CriterionOf::Training
            | CriterionOf::Mentoring
            | CriterionOf::Assessment
            | CriterionOf::Feedback
            | CriterionOf::Reflections
            | CriterionOf::Membership => None,
        }
    }

    fn counted(&self, body: Body) -> impl Iterator<Item = &Held> {
        self.held
            .iter()
            .filter(|each| each.until <= self.on)
            .filter(move |each| body != Body::Icf || each.counts_for_the_icf())
    }

    fn over_the_edge(&self, body: Body, months: u16) -> bool {
        let Some(since) = self.on.months_before(months.into()) else {
            return false;
        };
        self.counted(body)
            .any(|each| each.from < since && since <= each.until)
    }
}
