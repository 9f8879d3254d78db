//! Where one engagement could stand in another's way: shown to the coach, and never decided for her.

use crate::day::Day;
use crate::ids::{EngagementId, PersonId};
use crate::words::{ConflictKind, Role};

/// One place in which a person stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stand {
    /// Who.
    pub person: PersonId,
    /// In which engagement.
    pub engagement: EngagementId,
    /// In which role.
    pub role: Role,
    /// The day on which they left it.
    pub left: Option<Day>,
    /// The day on which the engagement ended.
    pub ended: Option<Day>,
}

impl Stand {
    fn is_over(&self, on: Day) -> bool {
        let past = |day: Option<Day>| day.is_some_and(|day| day <= on);
        past(self.left) || past(self.ended)
    }
}

/// Something that the coach may want to think about before going on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Conflict {
    /// What it is.
    pub kind: ConflictKind,
    /// The other engagement.
    pub with: EngagementId,
    /// The person who stands in both.
    pub person: PersonId,
}

/// How an engagement of this coachee and these people on the sponsor's side would stand to all others
/// that are not over on the day; each once, in a settled order. `of` is that engagement itself, if it
/// exists already.
#[must_use]
pub fn conflicts(
    stands: &[Stand],
    of: Option<&EngagementId>,
    coachee: Option<&PersonId>,
    sponsors: &[PersonId],
    on: Day,
) -> Vec<Conflict> {
    let others = stands.iter().filter(|stand| Some(&stand.engagement) != of);
    let mut all: Vec<_> = others
        .filter(|stand| !stand.is_over(on))
        .filter_map(|stand| {
            Some(Conflict {
                kind: kind(stand, coachee, sponsors)?,
                with: stand.engagement.clone(),
                person: stand.person.clone(),
            })
        })
        .collect();
    all.sort();
    all.dedup();
    all
}

fn kind(stand: &Stand, coachee: Option<&PersonId>, sponsors: &[PersonId]) -> Option<ConflictKind> {
    let is_coachee = coachee == Some(&stand.person);
    let is_sponsor = sponsors.contains(&stand.person);
    match stand.role {
        Role::Coachee if is_coachee => Some(ConflictKind::CoacheeTwice),
        Role::Coachee if is_sponsor => Some(ConflictKind::SponsorIsCoachee),
        Role::Stakeholder if is_coachee => Some(ConflictKind::CoacheeIsStakeholder),
        role if role.on_the_sponsors_side() && is_coachee => Some(ConflictKind::CoacheeIsSponsor),
        role if role.on_the_sponsors_side() && is_sponsor => Some(ConflictKind::SameSponsor),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(id: &str) -> PersonId {
        PersonId::new(id).unwrap()
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn stand(who: &str, engagement: &str, role: Role) -> Stand {
        Stand {
            person: person(who),
            engagement: EngagementId::new(engagement).unwrap(),
            role,
            left: None,
            ended: None,
        }
    }

    fn kinds(stands: &[Stand], coachee: &str, sponsors: &[&str]) -> Vec<ConflictKind> {
        let sponsors: Vec<_> = sponsors.iter().map(|id| person(id)).collect();
        conflicts(
            stands,
            None,
            Some(&person(coachee)),
            &sponsors,
            day("2026-06-01"),
        )
        .into_iter()
        .map(|conflict| conflict.kind)
        .collect()
    }

    #[test]
    fn each_kind_by_itself() {
        for (role, coachee, sponsor, wanted) in [
            (
                Role::Sponsor,
                "x",
                "ingrid",
                Some(ConflictKind::SameSponsor),
            ),
            (
                Role::LineManager,
                "x",
                "ingrid",
                Some(ConflictKind::SameSponsor),
            ),
            (
                Role::HrPartner,
                "ingrid",
                "x",
                Some(ConflictKind::CoacheeIsSponsor),
            ),
            (
                Role::Coachee,
                "x",
                "ingrid",
                Some(ConflictKind::SponsorIsCoachee),
            ),
            (
                Role::Coachee,
                "ingrid",
                "x",
                Some(ConflictKind::CoacheeTwice),
            ),
            (
                Role::Stakeholder,
                "ingrid",
                "x",
                Some(ConflictKind::CoacheeIsStakeholder),
            ),
            (Role::Stakeholder, "x", "ingrid", None),
            (Role::Supervisor, "ingrid", "ingrid", None),
            (Role::Coachee, "x", "y", None),
        ] {
            let stands = [stand("ingrid", "e-1", role)];
            let found = kinds(&stands, coachee, &[sponsor]);
            assert_eq!(found.first().copied(), wanted, "{role:?}");
            assert!(found.len() <= 1);
        }
    }

    #[test]
    fn what_is_over_and_the_engagement_itself_are_no_conflict() {
        let here = stand("ingrid", "e-1", Role::Sponsor);
        let left = Stand {
            left: Some(day("2026-06-01")),
            ..here.clone()
        };
        let ended = Stand {
            ended: Some(day("2026-05-01")),
            ..here.clone()
        };
        let leaves = Stand {
            left: Some(day("2026-06-02")),
            ..here.clone()
        };
        assert_eq!(kinds(&[left, ended], "x", &["ingrid"]), []);
        assert_eq!(
            kinds(&[leaves], "x", &["ingrid"]),
            [ConflictKind::SameSponsor]
        );
        let of = here.engagement.clone();
        let itself = [here];
        assert_eq!(
            conflicts(
                &itself,
                Some(&of),
                None,
                &[person("ingrid")],
                day("2026-06-01")
            ),
            []
        );
    }

    /// Whatever stands where, in whatever order: the same conflicts, and only with people who are
    /// asked about.
    #[test]
    fn the_order_in_which_people_stand_means_nothing() {
        let mut stands: Vec<_> = Role::ALL
            .iter()
            .enumerate()
            .flat_map(|(n, role)| {
                ["maya", "ingrid", "tom"].map(|who| stand(who, &format!("e-{n}"), *role))
            })
            .collect();
        let first = kinds(&stands, "maya", &["ingrid"]);
        stands.reverse();
        assert_eq!(kinds(&stands, "maya", &["ingrid"]), first);
        assert!(!first.is_empty());
        assert_eq!(kinds(&stands, "nobody", &["none"]), []);
    }
}
