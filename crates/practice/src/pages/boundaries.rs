//! The versions of the boundaries: as cards, as documents to sign, and in words.

use std::cmp::Reverse;

use coaching::agreement::{Agreement, BoundaryChange, before, changes, in_force, raters_change};
use coaching::contract::signs;
use coaching::day::Day;
use coaching::ids::AgreementId;
use coaching::record::Case;
use coaching::words::{DocumentKind, Language, Role, Rule, Topic};

use super::cards::words;
use super::engagement::row;
use crate::desk::Desk;
use crate::error::Failure;
use crate::types::{
    AgreementCard, AskEngagement, AssentCard, BoundariesPage, ChangeInWords, DocumentRow,
    RolesInWords, RulesInWords,
};

/// The command line speaks English.
const LANGUAGE: Language = Language::English;
const COACH: &str = "the coach";
const COACHEE: &str = "the coachee";

impl Desk {
    /// The version that is in force on a day, in words, and what changed since the one before.
    ///
    /// # Errors
    /// When the engagement is not there.
    pub fn boundaries(&self, ask: AskEngagement) -> Result<BoundariesPage, Failure> {
        self.read_case(&ask.engagement, |case, now| {
            let on = ask.on.unwrap_or(now.today);
            let e = &case.engagement;
            let version = in_force(e, on);
            Ok(BoundariesPage {
                engagement: e.id.clone(),
                on,
                in_words: version.map_or_else(Vec::new, |version| in_words(case, version)),
                changes: version.map_or_else(Vec::new, |version| {
                    changes(before(e, version), version)
                        .into_iter()
                        .map(change_in_words)
                        .collect()
                }),
                version: version.map(|version| agreement_card(case, version, Some(&version.id))),
            })
        })
    }
}

/// All versions, by the day on which they take effect.
pub(super) fn agreements(case: &Case, on: Day) -> Vec<AgreementCard> {
    let e = &case.engagement;
    let current = in_force(e, on).map(|agreement| &agreement.id);
    let mut agreements: Vec<_> = e.agreements.iter().collect();
    agreements.sort_by_key(|agreement| agreement.effective);
    agreements
        .into_iter()
        .map(|agreement| agreement_card(case, agreement, current))
        .collect()
}

/// One version, given the one that is in force.
fn agreement_card(
    case: &Case,
    agreement: &Agreement,
    in_force: Option<&AgreementId>,
) -> AgreementCard {
    let e = &case.engagement;
    let before = before(e, agreement);
    let assents = e
        .parties
        .iter()
        .filter(|party| signs(party.role))
        .map(|party| {
            let assent = agreement
                .assents
                .iter()
                .find(|assent| assent.party == party.id);
            AssentCard {
                party: party.id.clone(),
                name: case.name(&party.id).to_owned(),
                role: party.role,
                on: assent.map(|assent| assent.on),
                how: assent.map(|assent| assent.how),
            }
        })
        .collect();
    AgreementCard {
        id: agreement.id.clone(),
        raters: agreement.raters,
        effective: agreement.effective,
        drafted: agreement.drafted,
        before: before.map(|before| before.effective),
        changes: changes(before, agreement),
        raters_change: raters_change(before, agreement),
        in_force_from: e
            .coachee()
            .and_then(|coachee| agreement.in_force_from(&coachee.id)),
        in_force: Some(&agreement.id) == in_force,
        boundaries: agreement.boundaries.clone(),
        assents,
        additions: words(&agreement.additions),
    }
}

/// The agreement in force and the drafts after it, the latest first: for each one who signs, and for
/// all of them.
pub(super) fn agreements_to_sign(case: &Case, on: Day) -> Vec<DocumentRow> {
    let e = &case.engagement;
    let current = in_force(e, on).map(|agreement| agreement.effective);
    let mut versions: Vec<_> = e
        .agreements
        .iter()
        .filter(|version| Some(version.effective) >= current)
        .collect();
    versions.sort_by_key(|version| Reverse(version.effective));
    let mut rows = Vec::new();
    for version in versions {
        let mut signers: Vec<_> = e
            .parties
            .iter()
            .filter(|party| signs(party.role))
            .filter(|party| party.left.is_none_or(|left| version.effective < left))
            .collect();
        signers.sort_by_key(|party| party.role);
        let names: Vec<&str> = signers.iter().map(|party| case.name(&party.id)).collect();
        let each = signers.iter().map(|party| Some(party.id.clone()));
        for party in each.chain([None]) {
            let mut row = row(case, DocumentKind::Agreement, party, None);
            if row.role.is_none() {
                row.for_whom = names.join(", ");
            }
            row.document.agreement = Some(version.id.clone());
            rows.push(row);
        }
    }
    rows
}

/// Roles, and the rules that they are all under.
type Group = (Vec<Role>, Vec<(Topic, Rule)>);

/// The roles on the sponsor's side that somebody stands in, or all where nobody does; those under the
/// same rules together.
fn in_words(case: &Case, version: &Agreement) -> Vec<RolesInWords> {
    let parties = &case.engagement.parties;
    let side = || {
        Role::ALL
            .iter()
            .copied()
            .filter(|role| role.on_the_sponsors_side())
    };
    let held: Vec<Role> = side()
        .filter(|role| parties.iter().any(|party| party.role == *role))
        .collect();
    let roles = if held.is_empty() {
        side().collect()
    } else {
        held
    };
    let mut groups: Vec<Group> = Vec::new();
    for role in roles {
        let rules: Vec<(Topic, Rule)> = Topic::ALL
            .iter()
            .map(|&topic| (topic, version.rule(topic, role)))
            .collect();
        match groups.iter_mut().find(|(_, known)| *known == rules) {
            Some((roles, _)) => roles.push(role),
            None => groups.push((vec![role], rules)),
        }
    }
    groups
        .into_iter()
        .map(|(roles, rules)| RolesInWords {
            rules: documents::in_words(LANGUAGE, &roles, &rules, COACH, COACHEE)
                .into_iter()
                .map(|of_rule| RulesInWords {
                    rule: of_rule.rule,
                    lead: of_rule.lead,
                    what: of_rule.what,
                })
                .collect(),
            roles,
        })
        .collect()
}

fn change_in_words(change: BoundaryChange) -> ChangeInWords {
    let BoundaryChange { topic, role, .. } = change;
    let said = |rule| documents::in_a_sentence(LANGUAGE, role, topic, rule, COACH, COACHEE);
    ChangeInWords {
        said_before: said(change.was),
        said_now: said(change.is),
        change,
    }
}
