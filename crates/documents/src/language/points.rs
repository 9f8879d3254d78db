//! The wording of the talking points.

use coaching::drift::DriftKind;
use serde::Serialize;

/// All wording of the talking points, said to the coachee; the ways to begin in the coachee's voice.
#[derive(Serialize)]
pub(crate) struct PointWords {
    /// `{name}`.
    pub eyebrow: &'static str,
    /// `{to}`.
    pub title: &'static str,
    pub to: &'static str,
    /// `{to}`.
    pub lead: &'static str,
    /// `{to}`.
    pub nothing: &'static str,
    /// `{date}`, `{meeting}`.
    pub agreed_on: &'static str,
    pub never_agreed: &'static str,
    pub moved: &'static str,
    /// `{n}`, `{m}`.
    pub number: &'static str,
    pub happened: &'static str,
    /// `{by}`.
    pub meant_to_tell: &'static str,
    /// `{date}`.
    pub reason: &'static str,
    /// `{date}`.
    pub words: &'static str,
    pub serves: &'static str,
    pub serves_nothing_yet: &'static str,
    pub direction: &'static str,
    pub how: &'static str,
    pub ways: &'static str,
    /// Over the ways to begin in the coachee's brief.
    pub to_say: &'static str,
    pub plainly: &'static str,
    pub asking: &'static str,
    pub support_label: &'static str,
    pub later: &'static str,
    /// `{short}`.
    pub view: &'static str,
    /// `{short}`.
    pub support: &'static str,
    /// `{agreed}`.
    pub not_yet: &'static str,
    /// `{agreed}`, `{by}`.
    pub not_yet_by: &'static str,
    pub not_yet_new: &'static str,
    /// `{by}`.
    pub not_yet_new_by: &'static str,
    pub notes: &'static str,
    pub private: &'static str,
    /// `{to}`.
    pub private_lead: &'static str,
    pub yours: &'static str,
    pub yours_text: &'static str,
    /// What to think about, with room to write: `{to}`.
    pub prompts: [&'static str; 4],
    /// How each kind of change may be said.
    #[serde(skip)]
    pub opening: fn(DriftKind) -> Opening,
}

/// How a change may be said: `{date}`, `{agreed}`, `{now}`, the last two in quotation marks.
pub(crate) struct Opening {
    /// In two or three sentences.
    pub plain: &'static str,
    /// The same where the wording is as it was, or nothing took its place.
    pub plain_same: &'static str,
    /// In one sentence.
    pub short: &'static str,
}

#[cfg(test)]
mod tests {
    use coaching::drift::DriftKind;
    use coaching::words::Language;

    use crate::language::{braces_in, words};

    const KINDS: [DriftKind; 10] = [
        DriftKind::Unchanged,
        DriftKind::Clarified,
        DriftKind::Shifted,
        DriftKind::Replaced,
        DriftKind::Split,
        DriftKind::Merged,
        DriftKind::Paused,
        DriftKind::Achieved,
        DriftKind::LetGo,
        DriftKind::New,
    ];

    #[test]
    fn each_language_opens_in_the_same_way() {
        let english = words(Language::English).points;
        for language in Language::ALL {
            let points = words(*language).points;
            for kind in KINDS {
                let (a, b) = ((english.opening)(kind), (points.opening)(kind));
                for (a, b) in [
                    (a.plain, b.plain),
                    (a.plain_same, b.plain_same),
                    (a.short, b.short),
                ] {
                    assert_eq!(braces_in(a), braces_in(b), "{language:?} {kind:?}");
                }
            }
        }
    }

    /// What is said of a new goal names nothing that was agreed; where the wording is the same, it is
    /// not said twice; "not yet" never names what it is about to become.
    #[test]
    fn openings_name_only_what_there_is() {
        for language in Language::ALL {
            let points = words(*language).points;
            for kind in KINDS {
                let says = (points.opening)(kind);
                assert!(!braces_in(says.plain_same).contains(&"now"));
                for wording in [says.plain, says.plain_same, says.short] {
                    let names = braces_in(wording);
                    let agreed = names.contains(&"agreed");
                    assert!(agreed != (kind == DriftKind::New) || wording == says.plain_same);
                }
            }
            for wording in [points.not_yet, points.not_yet_by, points.not_yet_new] {
                assert!(!braces_in(wording).contains(&"now"));
            }
        }
    }
}
