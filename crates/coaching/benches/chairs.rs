//! How long it takes to open a chair: `cargo bench -p coaching --bench chairs`.
//!
//! An engagement with 500 items on every topic, each chair on several days: what the party may see
//! and what is kept back from it. A screen has one frame for that, so it is the worst that counts,
//! not the mean, and the run fails when the worst of the medians takes longer than a frame.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a measurement that cannot be taken fails"
)]

#[allow(dead_code, reason = "the tests use the rest of it")]
#[path = "../tests/rules/support/build.rs"]
mod build;

use std::hint::black_box;
use std::thread;
use std::time::{Duration, Instant};

use build::*;
use chrono::Days;
use coaching::agreement::Boundary;
use coaching::day::Day;
use coaching::direction::{Priority, PriorityWording, Thread, Tie, TiedTo};
use coaching::measures::{Answer, Asked, Levels, Round, Score, SelfRating};
use coaching::meetings::Decision;
use coaching::page::Everything;
use coaching::record::{Case, Commitment, Contact, Engagement, Noted, Position};
use coaching::seat::seat;
use coaching::text::{Tag, Text};
use coaching::words::{
    Channel, CommitmentStatus, Role, Rule, SessionStatus, ShiftKind, Stance, Topic, Voice,
};

/// One frame of a screen that shows sixty a second.
const FRAME: Duration = Duration::from_millis(16);
/// How many items there are on each topic.
const ITEMS: usize = 500;
/// Over how many days they are spread.
const DAYS: u64 = 400;
/// How often each chair is opened on each day.
const ROUNDS: usize = 21;

fn nth(n: usize) -> Day {
    let first = day("2025-01-01").date();
    let days = n as u64 * DAYS / ITEMS as u64;
    Day::new(first + Days::new(days)).expect("a day that can be kept")
}

/// Words as long as a coach's note often is, and never twice the same.
fn words<T: Tag>(n: usize) -> Text<T> {
    let about = T::TOPIC.word();
    text(&format!(
        "Note {n} on {about}: what was said about the platform, and what to make of it until we meet"
    ))
}

fn notes<T: Tag>() -> Vec<Noted<T>> {
    let speakers = ["maya", "ingrid", "tom", "lee"];
    (0..ITEMS)
        .map(|n| Noted {
            text: words(n),
            said_by: (T::TOPIC != Topic::Reflections && n % 3 == 0)
                .then(|| id(speakers[n % speakers.len()])),
            session: Some(id(&format!("s-{n}"))),
            goal: Some(id(&format!("g-{}", n % 100))),
            ..note(&format!("{}-{n}", T::TOPIC.word()), &nth(n).to_string(), "")
        })
        .collect()
}

/// 500 items on every topic.
fn record() -> Case {
    let mut case = case();
    let names = [
        ("Ingrid", Role::Sponsor),
        ("Tom", Role::HrPartner),
        ("Lee", Role::LineManager),
        ("Sam", Role::Stakeholder),
        ("Una", Role::Supervisor),
    ];
    let e = &mut case.engagement;
    e.began = nth(0);
    e.fees = words(0);
    e.parties[0].joined = nth(0);
    for (name, role) in names {
        let mut party = party(&name.to_lowercase(), role);
        party.joined = nth(0);
        case.people.push(person(name));
        e.parties.push(party);
    }
    agreements(e);
    goals_and_meetings(e);
    e.sessions = (0..ITEMS)
        .map(|n| {
            let mut session = session(&format!("s-{n}"), &nth(n).to_string());
            session.status = SessionStatus::ALL[n % SessionStatus::ALL.len()];
            session.record = words(n);
            session.reflective = words(n);
            session
        })
        .collect();
    e.expectations = notes();
    e.themes = notes();
    e.support_needed = notes();
    e.purpose = notes();
    e.progress = notes();
    e.insights = notes();
    e.practices = notes();
    e.assessments = notes();
    e.feedback = notes();
    e.reflections = notes();
    releases(e);
    measures(e);
    direction(e);
    case
}

/// The strict defaults at first; then the sponsor is told everything but what stays between the two.
fn agreements(e: &mut Engagement) {
    let open = |&topic: &Topic| Boundary {
        topic,
        role: Role::Sponsor,
        rule: match topic {
            Topic::SessionContent | Topic::Reflections => Rule::Confidential,
            _ => Rule::Shared,
        },
    };
    let (strict_on, open_on) = (nth(0).to_string(), nth(ITEMS / 2).to_string());
    let later: Vec<Boundary> = Topic::ALL.iter().map(open).collect();
    e.agreements = vec![strict(&strict_on), agreement(&open_on, later)];
}

/// 100 goals of five versions each, and 50 meetings that each agreed ten of them, decided ten things
/// and took ten promises.
fn goals_and_meetings(e: &mut Engagement) {
    for g in 0..ITEMS / 5 {
        let versions = (0..5)
            .map(|v| {
                let (id, on) = (format!("g-{g}-{v}"), nth(g + v * 80).to_string());
                let mut version = match v {
                    0 => version(&id, &on, ""),
                    _ => shifted(&id, &on, "", ShiftKind::Morphed, &[]),
                };
                version.title = words(g * 5 + v);
                version.words = words(ITEMS + g * 5 + v);
                version
            })
            .collect();
        e.goals.push(goal(&format!("g-{g}"), versions));
    }
    for m in 0..ITEMS / 10 {
        let on = nth(100 + m * 8).to_string();
        let mut meeting = held(&format!("m-{m}"), &on, &["maya", "ingrid"]);
        meeting.arranged = nth(0);
        meeting.at = format!("{:02}:00", m % 24);
        for n in m * 10..(m + 1) * 10 {
            let (goal, version) = (format!("g-{}", n % 100), format!("g-{}-0", n % 100));
            let mut agreed = agreed(&goal, &version, "");
            agreed.wording = words(n);
            meeting.agreed.push(agreed);
            meeting.decisions.push(Decision {
                id: id(&format!("d-{n}")),
                text: words(n),
            });
        }
        e.meetings.push(meeting);
    }
    for n in 0..ITEMS {
        e.commitments.push(Commitment {
            id: id(&format!("c-{n}")),
            by: Some(id(["maya", "tom"][n % 2])),
            text: words(n),
            made: nth(n / 2),
            due: None,
            status: CommitmentStatus::Kept,
            settled: (n % 2 == 0).then(|| nth(n)),
            session: None,
            meeting: (n % 4 == 0).then(|| id(&format!("m-{}", n / 10))),
        });
        e.positions.push(Position {
            id: id(&format!("p-{n}")),
            party: id(["ingrid", "tom", "lee"][n % 3]),
            goal: id(&format!("g-{}", n % 100)),
            on: nth(n),
            stance: Stance::ALL[n % Stance::ALL.len()],
            words: words(n),
        });
        e.sponsor_contacts.push(Contact {
            id: id(&format!("k-{n}")),
            party: id("ingrid"),
            on: nth(n),
            how: Channel::Call,
            text: words(n),
            coachee_told: None,
            withheld: Text::empty(),
            resolved: None,
        });
    }
}

/// A number of a scale.
fn number<T: TryFrom<i64>>(number: i64) -> T {
    T::try_from(number).ok().expect("a number of the scale")
}

/// 100 versions with levels, 500 scores, 500 ratings, and 12 closed rounds of ten goals and four raters.
fn measures(e: &mut Engagement) {
    for goal in &mut e.goals {
        goal.versions[0].levels = Some(Levels {
            on: nth(0),
            much_less: words(1),
            less: words(2),
            expected: words(3),
            more: words(4),
            much_more: words(5),
        });
    }
    for n in 0..ITEMS {
        let (goal, version) = (format!("g-{}", n % 100), format!("g-{}-0", n % 100));
        e.scores.push(Score {
            id: id(&format!("sc-{n}")),
            goal: id(&goal),
            version: id(&version),
            on: nth(n),
            level: number(n as i64 % 5 - 2),
            words: words(n),
            session: None,
        });
        e.self_ratings.push(SelfRating {
            id: id(&format!("sr-{n}")),
            goal: id(&goal),
            version: id(&version),
            on: nth(n),
            mark: number(n as i64 % 11),
            words: words(n),
            session: None,
        });
    }
    for agreement in &mut e.agreements {
        agreement.raters = 3;
    }
    for r in 0..12 {
        let asked = (0..10).map(|n| Asked {
            goal: id(&format!("g-{}", r + n)),
            version: id(&format!("g-{}-0", r + n)),
        });
        let asked: Vec<Asked> = asked.collect();
        let answers = asked.iter().flat_map(|asked| {
            ["ingrid", "tom", "lee", "sam"].map(|rater| Answer {
                party: id(rater),
                goal: asked.goal.clone(),
                change: Some(number(r as i64 % 7 - 3)),
                feed_forward: words(r),
                how: Channel::Message,
            })
        });
        e.rounds.push(Round {
            id: id(&format!("round-{r}")),
            on: nth(100 + r * 30),
            closed: Some(nth(100 + r * 30)),
            answers: answers.collect(),
            asked,
        });
    }
}

/// 50 priorities in ten wordings, 500 ties and 50 threads of ten insights.
fn direction(e: &mut Engagement) {
    for p in 0..ITEMS / 10 {
        let wordings = (0..10).map(|n| PriorityWording {
            on: nth(n * 50),
            text: words(p * 10 + n),
        });
        e.priorities.push(Priority {
            id: id(&format!("pr-{p}")),
            party: id("ingrid"),
            wordings: wordings.collect(),
            ended: None,
        });
        e.threads.push(Thread {
            id: id(&format!("th-{p}")),
            subject: words(p),
            insights: (0..10)
                .map(|n| id(&format!("insights-{}", p * 10 + n)))
                .collect(),
        });
    }
    for n in 0..ITEMS {
        e.ties.push(Tie {
            id: id(&format!("t-{n}")),
            goal: id(&format!("g-{}", n % 100)),
            to: TiedTo::Priority(id(&format!("pr-{}", n % 50))),
            on: nth(n),
            until: None,
            words: words(n),
        });
    }
}

/// The topics on which there are notes.
const NOTED: &[Topic] = &[
    Topic::Alignment,
    Topic::Themes,
    Topic::SupportNeeded,
    Topic::Purpose,
    Topic::Progress,
    Topic::Insights,
    Topic::Practices,
    Topic::Assessments,
    Topic::FeedbackVerbatim,
    Topic::Reflections,
];

/// 500 releases to each of two parties, of the notes on every topic in turn.
fn releases(e: &mut Engagement) {
    for n in 0..ITEMS {
        let topic = Topic::ALL[n % Topic::ALL.len()];
        for to in ["ingrid", "tom"] {
            let on = nth(n).to_string();
            let mut release = release(to, topic, &on, &format!("Released words {n} to {to}"));
            release.id = id(&format!("r-{n}-{to}"));
            release.note = NOTED
                .contains(&topic)
                .then(|| id(&format!("{}-{n}", topic.word())));
            release.goal = (n % 5 == 0).then(|| id(&format!("g-{}", n % 100)));
            release.voice = Voice::ALL[n % Voice::ALL.len()];
            release.withdrawn = (n % 7 == 0).then(|| nth(n + 10));
            e.releases.push(release);
        }
    }
}

/// The median of several, and the longest.
fn times(mut open: impl FnMut() -> usize) -> (Duration, Duration) {
    black_box(open());
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let began = Instant::now();
            black_box(open());
            began.elapsed()
        })
        .collect();
    times.sort();
    (times[ROUNDS / 2], times[ROUNDS - 1])
}

fn main() {
    let case = record();
    let faults = coaching::check::faults(&case.engagement);
    assert_eq!(faults.first(), None, "a record that can be kept");
    println!("{ITEMS} items on each topic; milliseconds, median (longest) of {ROUNDS}");
    println!(
        "{:<14} {:<11} {:>6} {:>6} {:>18} {:>18}",
        "chair", "day", "lines", "kept", "seat", "with kept_back"
    );
    let mut worst = Duration::ZERO;
    let days = [0, ITEMS / 4, ITEMS / 2, ITEMS * 3 / 4, ITEMS];
    for party in &case.engagement.parties {
        for on in days.map(nth) {
            let look = || seat(&case, &party.id, on).expect("a party");
            // As the program's page of a chair does it (`crates/practice/src/pages/chair.rs`).
            let back = || {
                let (view, all) = thread::scope(|side| {
                    let all = side.spawn(|| Everything::of(&case, on));
                    (look(), all.join().expect("everything"))
                });
                all.kept_back(&case, &party.id, &view).len()
            };
            let (seen, longest) = times(|| look().lines().len());
            let (both, longest_of_both) = times(back);
            worst = worst.max(both);
            let ms = |time: Duration| time.as_secs_f64() * 1000.0;
            println!(
                "{:<14} {on} {:>6} {:>6} {:>8.2} ({:>7.2}) {:>8.2} ({:>7.2})",
                party.role.word(),
                look().lines().len(),
                back(),
                ms(seen),
                ms(longest),
                ms(both),
                ms(longest_of_both),
            );
        }
    }
    assert!(
        worst <= FRAME,
        "the slowest chair took {worst:?}, a frame is {FRAME:?}"
    );
}
