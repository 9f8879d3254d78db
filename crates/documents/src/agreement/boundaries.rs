//! Boundaries in words.

use coaching::contract::AgreementSheet;
use coaching::words::{Language, Role, Rule, Topic};

use crate::language::{Words, fill, words};
use crate::parts::capital;

/// Roles that have the same rule for each topic.
pub(super) struct Group {
    pub roles: Vec<Role>,
    pub rules: Vec<(Topic, Rule)>,
}

/// Several boundaries under one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InWords {
    /// The rule.
    pub rule: Rule,
    /// What they begin with: "The coach may tell the sponsor".
    pub lead: String,
    /// How each goes on: "how many sessions were held, and when".
    pub what: Vec<String>,
}

/// The rules for some roles in words, one group for each rule that occurs, the most open first.
#[must_use]
pub fn in_words(
    language: Language,
    roles: &[Role],
    rules: &[(Topic, Rule)],
    coach: &str,
    coachee: &str,
) -> Vec<InWords> {
    let w = words(language);
    say(w, &whom(w, roles, coachee), rules, coach, coachee)
}

/// One boundary of a role as a sentence.
#[must_use]
pub fn in_a_sentence(
    language: Language,
    role: Role,
    topic: Topic,
    rule: Rule,
    coach: &str,
    coachee: &str,
) -> String {
    let w = words(language);
    sentence(w, &whom(w, &[role], coachee), topic, rule, coach, coachee)
}

pub(super) fn say(
    w: &Words,
    whom: &str,
    rules: &[(Topic, Rule)],
    coach: &str,
    coachee: &str,
) -> Vec<InWords> {
    let boundary = &w.contract.boundary;
    let names = [("coach", coach), ("coachee", coachee), ("whom", whom)];
    Rule::ALL
        .iter()
        .map(|&rule| InWords {
            rule,
            lead: capital(&fill((boundary.lead)(rule), &names)),
            what: rules
                .iter()
                .filter(|(_, of)| *of == rule)
                .map(|(topic, _)| fill((boundary.what)(*topic), &names))
                .collect(),
        })
        .filter(|group| !group.what.is_empty())
        .collect()
}

/// One boundary as a sentence.
pub(super) fn sentence(
    w: &Words,
    whom: &str,
    topic: Topic,
    rule: Rule,
    coach: &str,
    coachee: &str,
) -> String {
    let boundary = &w.contract.boundary;
    let names = [("coach", coach), ("coachee", coachee), ("whom", whom)];
    let what = fill((boundary.what)(topic), &names);
    let mut with = names.to_vec();
    with.push(("what", &what));
    capital(&fill((boundary.sentence)(rule), &with))
}

/// Roles, as those who are told: "the sponsor and the line manager".
pub(super) fn whom(w: &Words, roles: &[Role], coachee: &str) -> String {
    let told: Vec<String> = roles
        .iter()
        .map(|&role| fill((w.contract.boundary.whom)(role), &[("coachee", coachee)]))
        .collect();
    let told: Vec<&str> = told.iter().map(String::as_str).collect();
    w.list(&told)
}

/// The roles beyond the two chairs that the version names or that somebody stands in, those under
/// the same rules together: the reader's first, then those that somebody stands in.
pub(super) fn groups(sheet: &AgreementSheet) -> Vec<Group> {
    let held = |role: Role| {
        sheet
            .parties()
            .iter()
            .any(|signer| signer.roles().contains(&role))
    };
    let mut groups: Vec<Group> = Vec::new();
    for of_role in sheet.rules() {
        let role = of_role.role();
        let open = of_role.rules().any(|(_, rule)| rule != Rule::Confidential);
        let stands = match role {
            Role::Coachee | Role::Supervisor => false,
            Role::Stakeholder => open,
            _ => held(role) || of_role.named(),
        };
        if !stands {
            continue;
        }
        let rules: Vec<(Topic, Rule)> = of_role.rules().collect();
        match groups.iter_mut().find(|group| group.rules == rules) {
            Some(group) => group.roles.push(role),
            None => groups.push(Group {
                roles: vec![role],
                rules,
            }),
        }
    }
    groups.sort_by_key(|group| {
        let reads = sheet
            .reader()
            .is_some_and(|reader| group.roles.contains(&reader));
        (!reads, !group.roles.iter().any(|&role| held(role)))
    });
    groups
}

/// What a version says of the coachee's record or of the supervisor that is not what holds unsaid.
pub(super) fn unusual(sheet: &AgreementSheet, role: Role) -> Vec<(Topic, Rule)> {
    let usual = |topic: Topic| match topic {
        Topic::Reflections | Topic::FeedbackVerbatim => Rule::Confidential,
        _ => Rule::Shared,
    };
    sheet
        .rules()
        .iter()
        .filter(|of_role| of_role.role() == role)
        .flat_map(|of_role| of_role.rules())
        .filter(|(topic, rule)| usual(*topic) != *rule)
        .collect()
}
