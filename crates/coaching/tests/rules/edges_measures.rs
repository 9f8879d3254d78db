//! The day before, the day itself and the day after, of measures; how many raters are enough; and that
//! nothing of a goal's later life shows through to those who know it as it was agreed.

use coaching::agreement::{Agreement, Boundary};
use coaching::direction::{Priority, PriorityWording, Thread, Tie, TiedTo};
use coaching::measures::{
    Answer, Asked, Attainment, Change, Levels, Round, Score, SelfMark, SelfRating,
};
use coaching::record::Case;
use coaching::text::Text;
use coaching::words::{Channel, Role, Rule, ShiftKind, Topic};

use crate::support::build::*;
use crate::support::measured::on_scale;

const THE_DAY: &str = "2026-03-10";
const DAYS: [&str; 3] = ["2026-03-09", THE_DAY, "2026-03-11"];
const RATERS: [&str; 6] = ["tom", "lee", "ann", "bea", "cid", "dan"];

const BEGINS: [bool; 3] = [false, true, true];
const ENDS: [bool; 3] = [true, false, false];
const ALWAYS: [bool; 3] = [true, true, true];
const NEVER: [bool; 3] = [false, false, false];

/// Everything but current goals is open to the sponsor since 1 March; goal `g` was agreed on 2 March in
/// its first version, as "Listen".
fn agreed_and_open() -> Case {
    let mut case = case();
    let e = &mut case.engagement;
    case.people.push(person("Ingrid"));
    e.parties.push(party("ingrid", Role::Sponsor));
    for name in RATERS {
        case.people.push(person(name));
        e.parties.push(party(name, Role::Stakeholder));
    }
    e.agreements = vec![open_but(Topic::CurrentGoals, "2026-03-01", 5)];
    let mut first = version("v1", "2026-02-10", "Listening, as it stands now");
    first.levels = Some(levels("2026-02-10"));
    e.goals = vec![goal("g", vec![first])];
    let mut meeting = held("m", "2026-03-02", &["maya", "ingrid"]);
    meeting.agreed = vec![agreed("g", "v1", "Listen")];
    e.meetings = vec![meeting];
    case
}

fn open_but(closed: Topic, effective: &str, raters: u8) -> Agreement {
    let of = |&topic: &Topic| Boundary {
        topic,
        role: Role::Sponsor,
        rule: match topic == closed {
            true => Rule::Confidential,
            false => Rule::Shared,
        },
    };
    Agreement {
        raters,
        ..agreement(effective, Topic::ALL.iter().map(of).collect())
    }
}

fn levels(on: &str) -> Levels {
    Levels {
        on: day(on),
        much_less: text("Level A"),
        less: text("Level B"),
        expected: text("Level C"),
        more: text("Level D"),
        much_more: text("Level E"),
    }
}

fn score(version: &str, on: &str) -> Score {
    Score {
        id: id(&format!("score-{version}-{on}")),
        goal: id("g"),
        version: id(version),
        on: day(on),
        level: on_scale::<Attainment>(1),
        words: text("Seen in the review"),
        session: None,
    }
}

fn round(on: &str, closed: &str, raters: &[&str]) -> Round {
    let answer = |(n, rater): (usize, &&str)| Answer {
        party: id(rater),
        goal: id("g"),
        change: Some(on_scale::<Change>(n as i64 % 3)),
        feed_forward: text(&format!("Suggested by {rater}")),
        how: Channel::Message,
    };
    Round {
        id: id(&format!("round-{on}")),
        on: day(on),
        closed: Some(day(closed)),
        asked: vec![Asked {
            goal: id("g"),
            version: id("v1"),
        }],
        answers: raters.iter().enumerate().map(answer).collect(),
    }
}

/// Whether a chair sees a combined figure on the three days.
fn combined(case: &Case, chair: &str) -> [bool; 3] {
    DAYS.map(|on| {
        let view = sit(case, chair, on);
        view.measures()
            .iter()
            .any(|measure| !measure.combined().is_empty())
    })
}

#[test]
fn a_score_and_a_rating_belong_to_their_day_and_levels_are_current_goals() {
    let mut case = agreed_and_open();
    case.engagement.scores = vec![score("v1", THE_DAY)];
    case.engagement.self_ratings = vec![SelfRating {
        id: id("rating"),
        goal: id("g"),
        version: id("v1"),
        on: day(THE_DAY),
        mark: on_scale::<SelfMark>(7),
        words: Text::empty(),
        session: None,
    }];
    let scored = |chair: &str, on: &str| {
        let view = sit(&case, chair, on);
        let measures = view.measures().iter();
        let shown = measures.filter(|m| !m.scores().is_empty() && !m.ratings().is_empty());
        shown.map(|m| (m.goal().clone(), m.levels().len())).next()
    };
    let to_ingrid = Some(("Listen".to_owned(), 0));
    let to_maya = Some(("Listening, as it stands now".to_owned(), 5));
    assert_eq!(
        DAYS.map(|on| scored("ingrid", on)),
        [None, to_ingrid.clone(), to_ingrid]
    );
    assert_eq!(
        DAYS.map(|on| scored("maya", on)),
        [None, to_maya.clone(), to_maya]
    );
    let t = |chair: &str, on: &str| {
        sit(&case, chair, on)
            .attainment()
            .as_ref()
            .map(|t| *t.t_tenths())
    };
    assert_eq!(DAYS.map(|on| t("maya", on)), [None, Some(600), Some(600)]);
    assert_eq!(
        DAYS.map(|on| t("ingrid", on)),
        [None; 3],
        "weights are current goals"
    );
}

#[test]
fn levels_written_late_go_on_to_the_versions_that_took_them_over() {
    let kinds = [
        ShiftKind::Clarified,
        ShiftKind::Paused,
        ShiftKind::Morphed,
        ShiftKind::Clarified,
    ];
    let written_for = |own: &[usize], of: &str| {
        let mut case = case();
        let mut versions = vec![version("v0", "2026-02-10", "Listen")];
        for (n, kind) in kinds.into_iter().enumerate() {
            let (name, on) = (format!("v{}", n + 1), format!("2026-02-{}", 11 + n));
            versions.push(shifted(&name, &on, "Listen", kind, &[]));
        }
        for &n in own {
            versions[n].levels = Some(levels("2026-02-12"));
        }
        case.engagement.goals = vec![goal("g", versions)];
        let texts = ["A", "B", "C", "D", "E"].map(text);
        let (e, on) = (&case.engagement, day("2026-03-01"));
        let written = coaching::measures::levels(e, &id(of), texts, on).expect("levels");
        let versions = written.versions.iter().map(ToString::to_string);
        versions.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(written_for(&[], "v0"), "v0 v1 v2");
    assert_eq!(written_for(&[], "v1"), "v1 v2");
    assert_eq!(written_for(&[], "v3"), "v3 v4");
    assert_eq!(written_for(&[1], "v0"), "v0");
    assert_eq!(written_for(&[1, 2], "v1"), "v1 v2");
    assert_eq!(written_for(&[0, 1], "v0"), "v0 v1");
}

#[test]
fn a_break_a_new_series_and_a_new_version_never_show_through() {
    let mut case = agreed_and_open();
    case.engagement.scores = vec![score("v1", "2026-03-03")];
    let before = bytes(&sit(&case, "ingrid", THE_DAY));
    for kind in [
        ShiftKind::Clarified,
        ShiftKind::Morphed,
        ShiftKind::ReScoped,
    ] {
        let mut next = shifted("v2", "2026-03-05", "Decide whether to stay", kind, &[]);
        next.levels = Some(levels("2026-03-05"));
        let mut moved = case.clone();
        moved.engagement.goals[0].versions.push(next);
        moved.engagement.scores.push(score("v2", "2026-03-06"));
        let mut round = round("2026-03-07", "2026-03-07", &RATERS);
        round.asked[0].version = id("v2");
        for answer in &mut round.answers {
            answer.feed_forward = Text::empty();
        }
        moved.engagement.rounds = vec![round];
        assert_eq!(bytes(&sit(&moved, "ingrid", THE_DAY)), before, "{kind:?}");
        let breaks: Vec<bool> = sit(&moved, "maya", THE_DAY)
            .measures()
            .iter()
            .map(|measure| measure.broken_by().is_some())
            .collect();
        assert_eq!(breaks, [false, kind.moves_the_meaning()], "{kind:?}");
    }
}

/// Its days would tell those who learn of the version at the meeting that it stood before.
#[test]
fn what_was_measured_before_the_meeting_that_agreed_the_version_is_not_told_of() {
    let mut case = agreed_and_open();
    let e = &mut case.engagement;
    e.scores = DAYS.map(|on| score("v1", on)).to_vec();
    e.rounds = DAYS.map(|on| round(on, on, &RATERS)).to_vec();
    e.meetings[0].on = day(THE_DAY);
    let days_seen = |chair: &str| {
        let view = sit(&case, chair, "2026-03-31");
        let measure = view.measures().first().expect("a measure").clone();
        let scores: Vec<_> = measure.scores().iter().map(|score| *score.on()).collect();
        let figures: Vec<_> = measure.combined().iter().map(|each| *each.on()).collect();
        (scores, figures)
    };
    let from_the_meeting = DAYS[1..].iter().map(|on| day(on)).collect::<Vec<_>>();
    assert_eq!(
        days_seen("ingrid"),
        (from_the_meeting.clone(), from_the_meeting)
    );
    let all = DAYS.map(day).to_vec();
    assert_eq!(days_seen("maya"), (all.clone(), all));
}

#[test]
fn a_combined_figure_is_shown_from_the_day_its_round_was_closed() {
    let mut case = agreed_and_open();
    case.engagement.rounds = vec![round("2026-03-08", THE_DAY, &RATERS)];
    assert_eq!(combined(&case, "ingrid"), BEGINS);
    assert_eq!(combined(&case, "maya"), BEGINS);
    case.engagement.rounds[0].closed = None;
    assert_eq!(combined(&case, "ingrid"), NEVER);
    // What one of them said is not Maya's to read, closed or not.
    let json = bytes(&sit(&case, "maya", "2026-03-11"));
    assert!(!json.contains("Suggested by"));
}

#[test]
fn one_rater_too_few_is_no_figure_and_their_number_is_that_of_the_agreement_of_the_day() {
    for (raters, least, shown) in [(5, 5, ALWAYS), (4, 5, NEVER), (3, 3, ALWAYS), (2, 3, NEVER)] {
        let mut case = agreed_and_open();
        case.engagement.agreements[0].raters = least;
        case.engagement.rounds = vec![round("2026-03-03", "2026-03-03", &RATERS[..raters])];
        assert_eq!(combined(&case, "ingrid"), shown, "{raters} of {least}");
        assert_eq!(combined(&case, "maya"), shown, "{raters} of {least}");
    }
    // Below three nobody agrees, whatever a record holds.
    let mut case = agreed_and_open();
    case.engagement.agreements[0].raters = 1;
    case.engagement.rounds = vec![round("2026-03-03", "2026-03-03", &RATERS[..2])];
    assert_eq!(combined(&case, "ingrid"), NEVER);
    // Another number from 10 March on.
    for (first, next, shown) in [(5, 4, BEGINS), (4, 5, ENDS)] {
        let mut case = agreed_and_open();
        case.engagement.agreements[0].raters = first;
        let next = open_but(Topic::CurrentGoals, THE_DAY, next);
        case.engagement.agreements.push(next);
        case.engagement.rounds = vec![round("2026-03-03", "2026-03-03", &RATERS[..4])];
        assert_eq!(combined(&case, "ingrid"), shown);
    }
    // Without an agreement the coachee's record is still the coachee's, and five are enough.
    let mut case = agreed_and_open();
    case.engagement.agreements.clear();
    case.engagement.rounds = vec![round("2026-03-03", "2026-03-03", &RATERS[..4])];
    assert_eq!(combined(&case, "maya"), NEVER);
    case.engagement.rounds = vec![round("2026-03-03", "2026-03-03", &RATERS[..5])];
    assert_eq!(combined(&case, "maya"), ALWAYS);
}

#[test]
fn who_is_a_rater_counts_the_others_and_nobody_counts_twice() {
    let raters = |case: &mut Case, raters: &[&str]| {
        case.engagement.rounds = vec![round("2026-03-03", "2026-03-03", raters)];
    };
    let mut case = agreed_and_open();
    raters(&mut case, &["ingrid", "tom", "lee", "ann", "bea"]);
    assert_eq!(combined(&case, "ingrid"), NEVER, "four others");
    assert_eq!(combined(&case, "maya"), ALWAYS, "five for Maya");
    raters(&mut case, &["ingrid", "tom", "lee", "ann", "bea", "cid"]);
    assert_eq!(combined(&case, "ingrid"), ALWAYS);
    let figure = sit(&case, "ingrid", THE_DAY);
    let figure = &figure.measures()[0].combined()[0];
    assert_eq!(*figure.raters(), 6, "one figure for all, hers among them");
    // One person who answers in two roles is one.
    let mut case = agreed_and_open();
    let mut again = party("again", Role::LineManager);
    again.person = id("tom");
    case.engagement.parties.push(again);
    raters(&mut case, &["tom", "again", "lee", "ann", "bea"]);
    assert_eq!(combined(&case, "maya"), NEVER);
    // An answer without a number counts for nothing.
    raters(&mut case, &["tom", "lee", "ann", "bea", "cid"]);
    case.engagement.rounds[0].answers[0].change = None;
    assert_eq!(combined(&case, "maya"), NEVER);
    // A rater reads what it suggested itself, and nothing of the others.
    let json = bytes(&sit(&case, "tom", THE_DAY));
    assert!(json.contains("Suggested by tom") && !json.contains("Suggested by lee"));
}

#[test]
fn priorities_are_their_partys_words_and_ties_and_threads_stay_between_the_two_chairs() {
    let mut case = agreed_and_open();
    let e = &mut case.engagement;
    e.agreements = vec![open_but(Topic::Alignment, "2026-03-01", 5)];
    e.priorities = vec![Priority {
        id: id("p"),
        party: id("ingrid"),
        wordings: vec![PriorityWording {
            on: day(THE_DAY),
            text: text("Grow the region"),
        }],
        ended: None,
    }];
    e.ties = vec![Tie {
        id: id("t"),
        goal: id("g"),
        to: TiedTo::Priority(id("p")),
        on: day(THE_DAY),
        until: None,
        words: text("It makes room"),
    }];
    e.insights = vec![note("n", THE_DAY, "I stayed silent")];
    e.threads = vec![Thread {
        id: id("th"),
        subject: text("Silence"),
        insights: vec![id("n")],
    }];
    let said =
        |chair: &str, words: &str| DAYS.map(|on| bytes(&sit(&case, chair, on)).contains(words));
    assert_eq!(said("ingrid", "Grow the region"), BEGINS, "her own words");
    assert_eq!(said("tom", "Grow the region"), NEVER);
    for words in ["It makes room", "Silence"] {
        assert_eq!(said("maya", words), BEGINS, "{words}");
        assert_eq!(
            said("ingrid", words),
            NEVER,
            "{words}: open to her, and not hers"
        );
    }
    let tie = |on: &str| sit(&case, "maya", on).ties().len();
    assert_eq!(DAYS.map(tie), [0, 1, 1]);
    case.engagement.ties[0].until = Some(day("2026-03-11"));
    let tie = |on: &str| sit(&case, "maya", on).ties().len();
    assert_eq!(DAYS.map(tie), [0, 1, 0]);
}
