//! What may be said depends on nothing that is kept back, and a release that is refused could not
//! have counted.

use std::cmp::Ordering;

use coaching::record::{Audience, Case, Release};
use coaching::releasing::{Refusal, terms};
use coaching::say::{Saying, Sentence, say};
use coaching::seat::{Gate, seat};
use coaching::view::Ground;
use coaching::words::{Consent, Rule, Topic, Voice};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::build::*;
use crate::support::cases;
use crate::support::entry::again;
use crate::support::tape::Tape;
use crate::support::unseen::changed;
use crate::support::whole::{a_day, any_case};
use crate::worked_engagement::worked;

/// The card as it can be spoken: all of it but how consent was given, which no view shows.
fn spoken(saying: &Saying) -> Saying {
    let plain = |sentences: &[Sentence]| {
        let without = |sentence: &Sentence| Sentence {
            why: match sentence.why {
                Ground::Released { given, .. } => Ground::Released {
                    given,
                    how: Consent::InWriting,
                },
                ref why => why.clone(),
            },
            ..sentence.clone()
        };
        sentences.iter().map(without).collect()
    };
    Saying {
        may: plain(&saying.may),
        coachees_words: plain(&saying.coachees_words),
        ..saying.clone()
    }
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn what_is_kept_back_changes_no_word_of_the_card(
        record in vec(any::<u16>(), 100..900),
        change in vec(any::<u16>(), 0..1500),
    ) {
        let mut tape = Tape::new(&record);
        let on = a_day(&mut tape);
        let case = any_case(&mut tape);
        for party in &case.engagement.parties {
            let mut tape = Tape::new(&change);
            let other = changed(&case, &party.id, on, &mut tape);
            let (one, two) = (say(&case, &party.id, on), say(&other, &party.id, on));
            let (one, two) = (one.expect("a party"), two.expect("a party"));
            prop_assert_eq!(spoken(&one), spoken(&two));
            let (other, chair) = again(&other, &party.id, &mut tape);
            let three = say(&other, &chair, on).expect("a party");
            prop_assert_eq!(spoken(&one), spoken(&three));
        }
    }

    #[test]
    fn every_sentence_of_the_card_stands_in_the_view_and_every_topic_once(
        record in vec(any::<u16>(), 100..900),
    ) {
        let mut tape = Tape::new(&record);
        let on = a_day(&mut tape);
        let case = any_case(&mut tape);
        for party in &case.engagement.parties {
            let view = seat(&case, &party.id, on).expect("a party");
            let card = say(&case, &party.id, on).expect("a party");
            let lines = view.lines();
            let sentences: Vec<_> = card.may.iter().chain(&card.coachees_words).collect();
            for sentence in &sentences {
                prop_assert!(lines.iter().any(|line| *line.text() == sentence.text));
                let same = sentences.iter().filter(|other| other.text == sentence.text);
                prop_assert_eq!(same.count(), 1, "said twice");
            }
            // What a meeting is to speak about is no answer to a question.
            let agendas = view.meetings().iter().flat_map(|meeting| meeting.agenda());
            let points: Vec<_> = agendas.map(|point| point.text()).collect();
            for line in lines.into_iter().filter(|line| !points.contains(line)) {
                prop_assert!(sentences.iter().any(|sentence| sentence.text == *line.text()));
            }
            let gate = Gate::for_party(&case, &party.id, on).expect("a party");
            for &topic in Topic::ALL {
                let lists = [&card.coachee_tells, &card.not_yet, &card.unsaid];
                let times = lists.iter().filter(|list| list.contains(&topic)).count();
                let most = usize::from(gate.rule(topic).0 != Rule::Shared);
                prop_assert_ne!(times.cmp(&most), Ordering::Greater);
                prop_assert!(times == most || gate.rule(topic).0 == Rule::WithConsent);
            }
        }
    }

    #[test]
    fn a_release_is_refused_exactly_if_it_could_not_count(
        record in vec(any::<u16>(), 100..900),
    ) {
        let mut tape = Tape::new(&record);
        let on = a_day(&mut tape);
        let case = any_case(&mut tape);
        for party in &case.engagement.parties {
            for &topic in Topic::ALL {
                for &voice in Voice::ALL {
                    let audience = Audience::Party(party.id.clone());
                    let found = terms(&case, &audience, topic, voice, on);
                    let with = released(&case, audience, topic, voice, on);
                    let view = seat(&with, &party.id, on).expect("a party");
                    let there = view.lines().iter().any(|line| line.text() == "released just now");
                    match found {
                        // The coachee reads all releases; one who left may still be here in another role.
                        Err(Refusal::ToTheCoachee | Refusal::NotInEngagement) => {}
                        found => prop_assert_eq!(found.is_ok(), there, "{:?}", found),
                    }
                }
            }
        }
    }
}

/// The engagement with one release more.
fn released(
    case: &Case,
    audience: Audience,
    topic: Topic,
    voice: Voice,
    on: coaching::day::Day,
) -> Case {
    let mut case = case.clone();
    case.engagement.releases.push(Release {
        id: id("just-now"),
        audience,
        topic,
        wording: wording("released just now"),
        voice,
        given: on,
        how: Consent::InWriting,
        withdrawn: None,
        note: None,
        session: None,
        goal: None,
    });
    case
}

#[test]
fn the_card_for_ingrid_on_3_may() {
    let card = say(&worked(), &id("ingrid"), day("2026-05-03")).expect("a party");
    let words = |sentences: &[Sentence]| -> Vec<String> {
        sentences.iter().map(|each| each.text.clone()).collect()
    };
    assert_eq!(
        words(&card.may),
        [
            "Delegate the platform launch",
            "Speak earlier in executive meetings"
        ]
    );
    assert_eq!(
        words(&card.coachees_words),
        ["I have handed the launch to Jo."]
    );
    assert!(card.coachee_tells.contains(&Topic::CurrentGoals));
    assert!(card.not_yet.contains(&Topic::Themes) && !card.not_yet.contains(&Topic::Progress));
    assert!(card.unsaid.contains(&Topic::SessionContent));
    assert_eq!(card.effective, Some(day("2026-03-01")));
    assert_eq!(card.agreed.expect("the baseline").goals.len(), 2);
    let before = say(&worked(), &id("ingrid"), day("2026-02-28")).expect("a party");
    assert!(before.may.is_empty() && before.agreed.is_none());
    assert_eq!(before.unsaid.len(), Topic::ALL.len());
}

#[test]
fn what_can_be_released_to_whom() {
    let mut case = worked();
    case.engagement.parties[2].left = Some(day("2026-05-01"));
    let ask = |audience: Audience, topic, voice, on: &str| {
        terms(&case, &audience, topic, voice, day(on)).map(|terms| terms.rule)
    };
    let party = |name: &str| Audience::Party(id(name));
    let agreed = day("2026-03-01");
    let coachee = Voice::Coachee;
    for (audience, topic, voice, on, answer) in [
        (
            party("ingrid"),
            Topic::Progress,
            coachee,
            "2026-05-02",
            Ok(Some(Rule::WithConsent)),
        ),
        (
            party("ingrid"),
            Topic::Fees,
            Voice::Coach,
            "2026-05-02",
            Ok(Some(Rule::Shared)),
        ),
        (
            party("ingrid"),
            Topic::Insights,
            coachee,
            "2026-05-02",
            Ok(Some(Rule::CoacheeShares)),
        ),
        (
            party("ingrid"),
            Topic::Insights,
            Voice::Coach,
            "2026-05-02",
            Err(Refusal::CoacheesVoice(agreed)),
        ),
        (
            party("ingrid"),
            Topic::SessionContent,
            coachee,
            "2026-05-02",
            Err(Refusal::Confidential(agreed)),
        ),
        (
            party("ingrid"),
            Topic::Progress,
            coachee,
            "2026-02-28",
            Err(Refusal::NothingInForce),
        ),
        (
            party("tom"),
            Topic::Progress,
            coachee,
            "2026-05-01",
            Err(Refusal::NotInEngagement),
        ),
        (
            party("tom"),
            Topic::Progress,
            coachee,
            "2026-01-31",
            Err(Refusal::NotInEngagement),
        ),
        (
            party("maya"),
            Topic::Progress,
            coachee,
            "2026-05-02",
            Err(Refusal::ToTheCoachee),
        ),
        (
            party("nobody"),
            Topic::Progress,
            coachee,
            "2026-05-02",
            Err(Refusal::NotAParty),
        ),
        (
            Audience::Supervisor,
            Topic::SessionContent,
            coachee,
            "2026-05-02",
            Ok(Some(Rule::Shared)),
        ),
        (
            Audience::Supervisor,
            Topic::Reflections,
            coachee,
            "2026-05-02",
            Err(Refusal::Confidential(agreed)),
        ),
        (
            Audience::Supervisor,
            Topic::Progress,
            coachee,
            "2026-02-28",
            Err(Refusal::NothingInForce),
        ),
        (
            Audience::Public,
            Topic::Insights,
            coachee,
            "2026-02-28",
            Ok(None),
        ),
        (
            Audience::Public,
            Topic::SponsorContact,
            coachee,
            "2026-05-02",
            Err(Refusal::NotTheCoachees),
        ),
        (
            Audience::Public,
            Topic::FeedbackVerbatim,
            coachee,
            "2026-05-02",
            Err(Refusal::NotTheCoachees),
        ),
    ] {
        assert_eq!(
            ask(audience.clone(), topic, voice, on),
            answer,
            "{audience:?} {topic:?} {on}"
        );
    }
}

#[test]
fn each_refusal_has_its_code_and_its_field() {
    let agreed = day("2026-03-01");
    for (refusal, code, field) in [
        (Refusal::NotAParty, "input.party", "audience"),
        (
            Refusal::NotInEngagement,
            "release.not_in_engagement",
            "audience",
        ),
        (Refusal::ToTheCoachee, "release.to_the_coachee", "audience"),
        (Refusal::NothingInForce, "release.nothing_in_force", "given"),
        (Refusal::Confidential(agreed), "boundary.forbids", "topic"),
        (Refusal::CoacheesVoice(agreed), "boundary.forbids", "voice"),
        (Refusal::NotTheCoachees, "release.not_the_coachees", "topic"),
    ] {
        assert_eq!((refusal.code(), refusal.field()), (code, field));
    }
    for refusal in [
        Refusal::Confidential(agreed),
        Refusal::CoacheesVoice(agreed),
    ] {
        assert!(
            refusal
                .to_string()
                .starts_with("By the agreement of 2026-03-01 ")
        );
    }
}
