use coaching::agreement::{Agreement, strict_defaults};
use coaching::ids::AgreementId;
use serde_json::json;
use store::agreement;

use crate::{Practice, from, other, rich, text};

fn draft() -> Agreement {
    from(json!({
        "id": "agr-new", "effective": "2026-07-01", "boundaries": [],
        "assents": [{ "party": "p-ingrid", "on": "2026-06-20", "how": "by-message" }]
    }))
}

#[test]
fn a_draft_changes_until_the_coachee_assents() {
    let mut practice = Practice::rich();
    let mut draft = draft();
    let id = draft.id.clone();
    practice.write(|tx| agreement::insert(tx, &rich().id, &draft));
    for boundaries in [strict_defaults(), strict_defaults()[5..].to_vec()] {
        draft.boundaries = boundaries;
        practice.write(|tx| agreement::replace_boundaries(tx, &id, &draft.boundaries));
        assert_eq!(practice.load().agreements[2], draft);
    }
    draft.additions = text("No recordings");
    practice.write(|tx| agreement::set_additions(tx, &id, &draft.additions));
    draft.assents.push(from(
        json!({ "party": "p-maya", "on": "2026-06-21", "how": "in-writing" }),
    ));
    practice.write(|tx| agreement::add_assent(tx, &id, &draft.assents[1]));
    assert_eq!(practice.load().agreements[2], draft);

    assert_eq!(
        practice.refused(|tx| agreement::replace_boundaries(tx, &id, &[])),
        "store.refused"
    );
    assert_eq!(
        practice.refused(|tx| agreement::set_additions(tx, &id, &text(""))),
        "store.refused"
    );
    assert_eq!(
        practice.refused(|tx| agreement::add_assent(tx, &id, &draft.assents[1])),
        "store.clash"
    );
}

#[test]
fn two_agreements_never_share_a_day() {
    let mut practice = Practice::rich();
    let mut same = draft();
    same.effective = rich().agreements[0].effective;
    assert_eq!(
        practice.refused(|tx| agreement::insert(tx, &rich().id, &same)),
        "store.clash"
    );
}

#[test]
fn a_topic_and_role_have_one_rule() {
    let mut practice = Practice::rich();
    let mut twice = draft();
    twice.boundaries = from(json!([
        { "topic": "fees", "role": "sponsor", "rule": "shared" },
        { "topic": "fees", "role": "sponsor", "rule": "confidential" }
    ]));
    assert_eq!(
        practice.refused(|tx| agreement::insert(tx, &rich().id, &twice)),
        "store.clash"
    );
}

#[test]
fn only_parties_of_the_engagement_assent() {
    let mut practice = Practice::rich();
    practice.write(|tx| store::engagement::insert(tx, &other()));
    let assent = from(json!({ "party": "o-tom", "on": "2026-06-21", "how": "in-writing" }));
    let known = &rich().agreements[0].id;
    assert_eq!(
        practice.refused(|tx| agreement::add_assent(tx, known, &assent)),
        "store.dangling"
    );
    let unknown = AgreementId::new("none").unwrap();
    assert_eq!(
        practice.refused(|tx| agreement::add_assent(tx, &unknown, &assent)),
        "store.missing"
    );
    assert_eq!(
        practice.refused(|tx| agreement::replace_boundaries(tx, &unknown, &[])),
        "store.missing"
    );
}
