//! What the agreement to sign says of the frame: each part is the record's own.

use coaching::agreement::{fewest_raters, holds};
use coaching::contract::{contract, signs};
use coaching::record::{Case, Person};
use coaching::words::{Role, Topic};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::cases;
use crate::support::tape::Tape;
use crate::support::whole::any_case;

/// Roles, name, title, organisation, place.
type Named = (Vec<Role>, String, String, String, String);

fn named(case: &Case, person: &Person, roles: Vec<Role>) -> Named {
    let mut known = case.organisations.iter();
    let organisation = known.find(|each| Some(&each.id) == person.organisation.as_ref());
    let of = |part: fn(&coaching::record::Organisation) -> &String| {
        organisation.map_or(String::new(), |each| part(each).clone())
    };
    (
        roles,
        person.name.clone(),
        person.title.clone(),
        of(|each| &each.name),
        of(|each| &each.place),
    )
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn each_part_of_it_is_the_records(record in vec(any::<u16>(), 100..900)) {
        let mut case = any_case(&mut Tape::new(&record));
        for organisation in &mut case.organisations {
            organisation.place = format!("{} Square", organisation.name);
        }
        let e = &case.engagement;
        for version in &e.agreements {
            let sheet = contract(&case, &version.id, None).expect("a sheet for all");
            prop_assert_eq!(sheet.language(), e.language);
            prop_assert_eq!(sheet.engagement(), &e.name);
            prop_assert_eq!(sheet.coach(), &case.coach);
            prop_assert_eq!(sheet.reader(), None);
            prop_assert_eq!(sheet.began(), e.began);
            prop_assert_eq!(sheet.planned_end(), e.planned_end);
            prop_assert_eq!(sheet.planned_sessions(), e.planned_sessions);
            prop_assert_eq!(sheet.session_minutes(), e.session_minutes);
            prop_assert_eq!(sheet.effective(), version.effective);
            prop_assert_eq!(sheet.raters(), fewest_raters(Some(version)));
            prop_assert_eq!(sheet.additions(), version.additions.for_the_coach().trim());
            let mut expected = Vec::new();
            for person in &case.people {
                let theirs = e.parties.iter().filter(|party| party.person == person.id);
                let held = theirs.filter(|party| signs(party.role) && party.is_in(version.effective));
                let mut roles: Vec<Role> = held.map(|party| party.role).collect();
                roles.sort();
                roles.dedup();
                if !roles.is_empty() {
                    expected.push(named(&case, person, roles));
                }
            }
            expected.sort();
            let signers = sheet.parties().iter().map(|signer| (
                signer.roles().to_vec(),
                signer.name().to_owned(),
                signer.title().to_owned(),
                signer.organisation().to_owned(),
                signer.place().to_owned(),
            ));
            prop_assert_eq!(signers.collect::<Vec<Named>>(), expected);
        }
    }

    #[test]
    fn each_rule_in_it_is_the_versions(record in vec(any::<u16>(), 100..900)) {
        let case = any_case(&mut Tape::new(&record));
        for version in &case.engagement.agreements {
            let sheet = contract(&case, &version.id, None).expect("a sheet for all");
            let roles: Vec<Role> = sheet.rules().iter().map(|rules| rules.role()).collect();
            prop_assert_eq!(&roles[..], Role::ALL);
            for rules in sheet.rules() {
                let mut boundaries = version.boundaries.iter();
                let named = boundaries.any(|boundary| boundary.role == rules.role());
                prop_assert_eq!(rules.named(), named);
                let expected: Vec<_> = Topic::ALL.iter()
                    .map(|&topic| (topic, holds(Some(version), topic, rules.role())))
                    .collect();
                prop_assert_eq!(rules.rules().collect::<Vec<_>>(), expected.clone());
                for (topic, rule) in expected {
                    prop_assert_eq!(sheet.rule(topic, rules.role()), rule);
                }
            }
        }
    }

    #[test]
    fn it_says_in_which_role_its_reader_reads(record in vec(any::<u16>(), 100..900)) {
        let case = any_case(&mut Tape::new(&record));
        for version in &case.engagement.agreements {
            for party in &case.engagement.parties {
                if let Ok(sheet) = contract(&case, &version.id, Some(&party.id)) {
                    prop_assert_eq!(sheet.reader(), Some(party.role));
                }
            }
        }
    }
}
