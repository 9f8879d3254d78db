//! The layout's laws, on stories of any kind: nothing leaves the frame, time runs one way, no text
//! stands on another, and every mark is drawn.

use coaching::day::Day;
use coaching::words::Language;
use proptest::collection::vec;
use proptest::prelude::*;

use super::drawing::{Drawing, PathStep, Shape};
use super::layout::{Canvas, drawings};
use super::lettering::{Ground, width, wrapped};
use super::story::{Known, Lane, Met, Piece, State, Story};
use crate::language::words;

fn day(number: u32) -> Day {
    let first = chrono::NaiveDate::from_ymd_opt(2023, 2, 20).unwrap();
    Day::new(first + chrono::Days::new(u64::from(number))).unwrap()
}

const TITLES: [&str; 6] = [
    "Delegate the platform launch",
    "Speak earlier",
    "Decide whether I want this role, and by when I would have to know",
    "字を書くことは考えること",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
    "W",
];

fn piece() -> impl Strategy<Value = (u32, usize, u8)> {
    (0_u32..1200, 0..TITLES.len(), 0_u8..12)
}

fn lane(all: usize) -> impl Strategy<Value = Lane> {
    (
        vec(piece(), 1..9),
        0..all,
        1_u8..=4,
        vec((0_u32..1200, any::<bool>()), 0..4),
    )
        .prop_map(|(mut drawn, into, weight, known)| {
            drawn.sort_unstable();
            drawn.dedup_by_key(|one| one.0);
            let mut level = 0;
            let last = drawn.len() - 1;
            let pieces: Vec<Piece> = drawn
                .into_iter()
                .enumerate()
                .map(|(index, (on, title, kind))| {
                    level += i32::from(index > 0 && kind < 5);
                    let state = match kind {
                        _ if index == 0 => State::Active,
                        5 => State::Paused,
                        6 => State::Emerging,
                        7 if index == last => State::Achieved,
                        8 if index == last => State::LetGo,
                        9..=11 if index == last => State::Replaced,
                        _ => State::Active,
                    };
                    Piece {
                        from: day(on),
                        title: TITLES[title].to_owned(),
                        level,
                        state,
                        into: if state == State::Replaced {
                            vec![into]
                        } else {
                            Vec::new()
                        },
                    }
                })
                .collect();
            let mut known: Vec<Known> = known
                .into_iter()
                .filter_map(|(on, agreed)| {
                    let piece = pieces.iter().rposition(|piece| piece.from <= day(on))?;
                    Some(Known {
                        from: day(on),
                        to: None,
                        piece,
                        agreed,
                    })
                })
                .collect();
            known.sort_by_key(|known| known.from);
            Lane {
                number: into + 1,
                ended: pieces.last().map_or(String::new(), |last| {
                    if last.state.is_an_end() {
                        "let go".to_owned()
                    } else {
                        String::new()
                    }
                }),
                weight,
                pieces,
                known,
            }
        })
}

fn story() -> impl Strategy<Value = Story> {
    let lanes = (1_usize..14).prop_flat_map(|count| vec(lane(count), count));
    let days = |most| vec(0_u32..1200, 0..most);
    (
        lanes,
        days(10),
        days(160),
        days(150),
        1_u32..1300,
        any::<bool>(),
    )
        .prop_map(|(lanes, meetings, sessions, insights, span, spanish)| {
            let w = words(if spanish {
                Language::Spanish
            } else {
                Language::English
            });
            let kinds = coaching::words::MeetingKind::ALL;
            let mut sessions: Vec<u32> = sessions.into_iter().map(|on| on % span).collect();
            sessions.sort_unstable();
            Story {
                from: day(0),
                to: day(span.max(1)),
                today: day(span * 9 / 10),
                lanes,
                meetings: meetings
                    .into_iter()
                    .map(|on| Met {
                        on: day(on % span),
                        name: (w.occasion)(kinds[on as usize % kinds.len()])
                            .name
                            .to_owned(),
                        agreed: on % 2 == 0,
                        held: on % 3 > 0,
                    })
                    .collect(),
                sessions: sessions
                    .into_iter()
                    .map(|on| (day(on), on % 7 > 0))
                    .collect(),
                insights: insights.into_iter().map(|on| day(on % span)).collect(),
                says: w.picture,
                months: &w.months,
            }
        })
}

fn corners(shape: &Shape) -> Vec<(i32, i32)> {
    match shape {
        Shape::Path { steps, .. } => steps
            .iter()
            .flat_map(|step| match *step {
                PathStep::Move(x, y) | PathStep::Line(x, y) => vec![(x, y)],
                PathStep::Curve(a, b, c, d, x, y) => vec![(a, b), (c, d), (x, y)],
            })
            .collect(),
        Shape::Area { corners, .. } => corners.clone(),
        Shape::Circle { x, y, r, .. } => vec![(x - r, y - r), (x + r, y + r)],
        Shape::Text {
            x, y, size, text, ..
        } => {
            let ground = Ground::of(text, *x, *y, *size);
            vec![(ground.left, ground.top), (ground.right, ground.bottom)]
        }
    }
}

fn texts(drawing: &Drawing) -> Vec<Ground> {
    drawing
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Text {
                x, y, size, text, ..
            } => Some(Ground::of(text, *x, *y, *size)),
            _ => None,
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_stands_outside_the_frame(story in story()) {
        for drawing in drawings(&story) {
            for shape in &drawing.shapes {
                for (x, y) in corners(shape) {
                    prop_assert!((0..=drawing.width).contains(&x), "{x} in {shape:?}");
                    prop_assert!((0..=drawing.height).contains(&y), "{y} in {shape:?}");
                }
            }
        }
    }

    #[test]
    fn no_text_stands_on_another(story in story()) {
        for drawing in drawings(&story) {
            let texts = texts(&drawing);
            for (index, one) in texts.iter().enumerate() {
                for other in &texts[index + 1..] {
                    prop_assert!(!one.meets(other), "{one:?} {other:?}");
                }
            }
        }
    }

    #[test]
    fn time_runs_one_way(story in story(), a in 0_u32..1300, b in 0_u32..1300) {
        let canvas = Canvas::new(&story);
        let (a, b) = (a.min(b), a.max(b));
        prop_assert!(canvas.x(day(a)) <= canvas.x(day(b)));
    }

    /// Every lane has its number, and every session, insight and meeting its mark, in each picture.
    #[test]
    fn every_mark_is_drawn(story in story()) {
        let all = drawings(&story);
        let mut lanes = 0;
        for drawing in &all {
            let count = |is: fn(&Shape) -> bool| drawing.shapes.iter().filter(|s| is(s)).count();
            lanes += count(|s| matches!(s, Shape::Text { x: 0, strong: true, .. }));
            let insights = count(|s| matches!(s, Shape::Circle { r: 42, .. }));
            // One more, in the legend.
            let legend = usize::from(!story.insights.is_empty());
            prop_assert_eq!(insights, story.insights.len() + legend);
            let meetings = count(|s| matches!(s, Shape::Area { width: 32, .. }));
            prop_assert_eq!(meetings, story.meetings.len());
            let sessions = count(|s| matches!(
                s,
                Shape::Path { width: 32, steps, .. } if steps.len() == 2
            ));
            let legend = usize::from(!story.sessions.is_empty());
            prop_assert_eq!(sessions, story.sessions.len() + legend);
        }
        prop_assert_eq!(lanes, story.lanes.len());
    }

    #[test]
    fn the_same_story_is_drawn_the_same(story in story()) {
        prop_assert_eq!(drawings(&story), drawings(&story.clone()));
    }

    #[test]
    fn lines_keep_within_their_room(text in "\\PC{0,80}", room in 200_i32..4000) {
        if let Some(words) = wrapped(&text, room, 240, 2) {
            prop_assert!(words.lines.len() <= 2);
            for line in &words.lines {
                prop_assert!(width(line, 240) <= room, "{line}");
            }
        }
    }
}

/// Words are never wider in the sans face, however strong, than the layout takes them for.
#[test]
fn no_letter_is_wider_than_it_is_taken_for() {
    let faces = crate::pdf::faces("Source Sans Pro");
    assert!(faces.len() > 2);
    for character in (' '..='~').chain("áéíóúüñÁÉÍÓÚÜÑ¿¡“”‘’«»…—·".chars())
    {
        for face in &faces {
            if let Some(wide) = crate::pdf::advance(face, character) {
                let taken = super::lettering::advance(character);
                assert!(wide <= f64::from(taken), "{character}: {wide} > {taken}");
            }
        }
    }
}
