//! Late entry: what later versions take over from one that is entered, or filled in, before them.

use crate::goals::{Goal, GoalVersion};
use crate::record::Engagement;
use crate::words::GoalStatus;

/// The later versions of a goal that read differently once `new` stands before them, where `old` stood
/// in force: what they had taken over from it, they now take over from `new`. A version that a meeting
/// agreed keeps its words, and those after it keep theirs.
#[must_use]
pub fn carried(
    engagement: &Engagement,
    goal: &Goal,
    old: &GoalVersion,
    new: &GoalVersion,
) -> Vec<GoalVersion> {
    let agreed = |version: &GoalVersion| {
        let all = engagement.meetings.iter().flat_map(|m| &m.agreed);
        all.into_iter().any(|agreed| agreed.version == version.id)
    };
    let mut later: Vec<&GoalVersion> = goal.versions.iter().filter(|v| v.on > new.on).collect();
    later.sort_by_key(|version| version.on);
    let mut flows = Flows::from(old, new);
    let mut changed = Vec::new();
    for version in later {
        if agreed(version) {
            break;
        }
        let mut reads = version.clone();
        flows.take(&mut reads, old, new);
        if reads != *version {
            changed.push(reads);
        }
    }
    changed
}

/// What still flows on from the new version: each text until a version has its own.
struct Flows {
    title: bool,
    words: bool,
    why: bool,
    measure: bool,
    weight: bool,
    place: bool,
    status: bool,
}

impl Flows {
    fn from(old: &GoalVersion, new: &GoalVersion) -> Self {
        Self {
            title: old.title != new.title,
            words: old.words != new.words,
            why: old.why != new.why,
            measure: old.measure != new.measure,
            weight: old.weight != new.weight,
            place: old.place != new.place,
            status: old.status == GoalStatus::Emerging && new.status == GoalStatus::Active,
        }
    }

    fn take(&mut self, version: &mut GoalVersion, old: &GoalVersion, new: &GoalVersion) {
        flow(&mut self.title, &mut version.title, &old.title, &new.title);
        flow(&mut self.words, &mut version.words, &old.words, &new.words);
        flow(&mut self.why, &mut version.why, &old.why, &new.why);
        flow(
            &mut self.measure,
            &mut version.measure,
            &old.measure,
            &new.measure,
        );
        flow(
            &mut self.weight,
            &mut version.weight,
            &old.weight,
            &new.weight,
        );
        flow(&mut self.place, &mut version.place, &old.place, &new.place);
        flow(
            &mut self.status,
            &mut version.status,
            &old.status,
            &new.status,
        );
    }
}

fn flow<T: Clone + PartialEq>(flows: &mut bool, field: &mut T, old: &T, new: &T) {
    *flows = *flows && *field == *old;
    if *flows {
        *field = new.clone();
    }
}
