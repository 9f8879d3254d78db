//! The coach's own sheet for a meeting and summary: what they warn of, and what they count.

use std::collections::BTreeSet;

use coaching::drift::DriftKind;
use coaching::page::{coach_page, coach_sheet, coach_summary, kept_back};
use coaching::words::{SessionStatus, Topic};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::cases;
use crate::support::tape::Tape;
use crate::support::whole::{a_day, any_case};

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn the_sheet_warns_for_each_who_is_invited_and_of_nothing_less(
        record in vec(any::<u16>(), 100..1200),
    ) {
        let mut tape = Tape::new(&record);
        let on = a_day(&mut tape);
        let case = any_case(&mut tape);
        let e = &case.engagement;
        let agreement = coaching::agreement::in_force(e, on);
        let left_out = [Topic::SessionContent, Topic::Practices, Topic::Reflections];
        for meeting in &e.meetings {
            let Ok(sheet) = coach_sheet(&case, &meeting.id, on) else {
                prop_assert!(meeting.arranged > on);
                continue;
            };
            prop_assert_eq!(sheet.meeting.id(), &meeting.id);
            let invited: Vec<_> = e.parties.iter()
                .filter(|party| meeting.invited.contains(&party.id))
                .filter(|party| party.role.on_the_sponsors_side())
                .collect();
            let expected: Vec<_> = invited.iter().map(|party| {
                let mut kept = kept_back(&case, &party.id, on);
                kept.retain(|kept| !left_out.contains(&kept.topic));
                (case.name(&party.id), party.role, kept)
            }).collect();
            let warned = sheet.unsaid.iter();
            let warned = warned.map(|to| (to.name.as_str(), to.role, to.kept_back.clone()));
            prop_assert_eq!(warned.collect::<Vec<_>>(), expected);
            let missing = invited.iter().filter(|party| {
                let assents = agreement.into_iter().flat_map(|agreement| &agreement.assents);
                !assents.into_iter().any(|each| each.party == party.id && each.on <= on)
            });
            let missing: Vec<_> = missing.map(|party| case.name(&party.id)).collect();
            prop_assert_eq!(sheet.without_assent, missing);
        }
    }

    #[test]
    fn the_summary_counts_what_was_held_and_how_goals_moved(
        record in vec(any::<u16>(), 100..1200),
    ) {
        let mut tape = Tape::new(&record);
        let on = a_day(&mut tape);
        let case = any_case(&mut tape);
        let summary = coach_summary(&case, on);
        let mut minutes = 0;
        for session in &case.engagement.sessions {
            if session.on <= on && session.status == SessionStatus::Held {
                minutes += u32::from(session.minutes);
            }
        }
        prop_assert_eq!(summary.minutes_held, minutes);
        let page = coach_page(&case, on);
        let kinds: Vec<DriftKind> = page.drift.iter().map(|row| *row.drift()).collect();
        let mut told = BTreeSet::new();
        for (kind, count) in &summary.moved {
            prop_assert!(told.insert(format!("{kind:?}")), "twice");
            let counted = kinds.iter().filter(|each| *each == kind).count();
            prop_assert_eq!(usize::try_from(*count).expect("few"), counted);
        }
        prop_assert_eq!(kinds.iter().map(|k| format!("{k:?}")).collect::<BTreeSet<_>>(), told);
    }
}
