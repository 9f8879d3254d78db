//! What each sign means, under the picture: only those that stand in it.

use super::{Canvas, LINE, SMALL, WIDTH};
use crate::picture::drawing::{Dash, Fill, Ink, PathStep};
use crate::picture::lettering::width;
use crate::picture::story::{Lane, State, Story};

/// A sign and its meaning.
#[derive(Clone, Copy)]
enum Sign {
    Lane,
    Bend,
    Paused,
    Emerging,
    Achieved,
    LetGo,
    Agreed,
    Told,
    Gap,
    Session,
    Insight,
}

/// How wide a sign is, and the room behind its words.
const SIGN: i32 = 620;
const BEHIND: i32 = 420;

/// Draws the legend from a height on. Gives the height at which the picture ends.
pub(super) fn draw(canvas: &mut Canvas, story: &Story, top: i32) -> i32 {
    let (mut x, mut y) = (0, top);
    for (sign, words) in signs(story) {
        let needs = SIGN + width(words, SMALL);
        if x > 0 && x + needs > WIDTH {
            (x, y) = (0, y + LINE + 60);
        }
        draw_sign(canvas, sign, x, y - 80);
        canvas.try_text(words, (x + SIGN, y), SMALL, Ink::Quiet, false);
        x += needs + BEHIND;
    }
    y + 160
}

fn signs(story: &Story) -> Vec<(Sign, &'static str)> {
    let says = story.says;
    let has = |state: State| {
        let mut pieces = story.lanes.iter().flat_map(|lane| &lane.pieces);
        pieces.any(|piece| piece.state == state)
    };
    let known = |agreed: bool| {
        let mut known = story.lanes.iter().flat_map(|lane| &lane.known);
        known.any(|known| known.agreed == agreed)
    };
    let bends = story
        .lanes
        .iter()
        .any(|lane| lane.pieces.iter().any(|p| p.level > 0));
    let moved_away = |lane: &Lane| {
        lane.known.iter().any(|known| {
            let given = lane.pieces.get(known.piece).map_or(0, |piece| piece.level);
            let later = lane.pieces.iter().skip(known.piece);
            later
                .filter(|piece| known.to.is_none_or(|to| piece.from < to))
                .any(|piece| piece.level != given)
        })
    };
    [
        (true, Sign::Lane, says.lane),
        (bends, Sign::Bend, says.bend),
        (has(State::Emerging), Sign::Emerging, says.emerging),
        (has(State::Paused), Sign::Paused, says.paused),
        (has(State::Achieved), Sign::Achieved, says.achieved),
        (has(State::LetGo), Sign::LetGo, says.let_go),
        (known(true), Sign::Agreed, says.agreed),
        (known(false), Sign::Told, says.told),
        (story.lanes.iter().any(moved_away), Sign::Gap, says.gap),
        (!story.sessions.is_empty(), Sign::Session, says.session),
        (!story.insights.is_empty(), Sign::Insight, says.insight),
    ]
    .into_iter()
    .filter(|(stands, _, _)| *stands)
    .map(|(_, sign, words)| (sign, words))
    .collect()
}

fn draw_sign(canvas: &mut Canvas, sign: Sign, x: i32, y: i32) {
    let (left, right, middle) = (x, x + SIGN - 160, x + (SIGN - 160) / 2);
    let mut line = |ink, width, dash| canvas.line((left, y), (right, y), ink, width, dash);
    match sign {
        Sign::Lane => line(Ink::Two, 110, Dash::Solid),
        Sign::Paused => line(Ink::Two, 56, Dash::Dashed),
        Sign::Emerging => line(Ink::Two, 56, Dash::Dotted),
        Sign::Agreed => line(Ink::Three, 42, Dash::Solid),
        Sign::Told => line(Ink::Three, 42, Dash::Dashed),
        Sign::Bend => canvas.path(
            vec![
                PathStep::Move(left, y - 90),
                PathStep::Curve(middle, y - 90, middle, y + 90, right, y + 90),
            ],
            Ink::Two,
            90,
            Dash::Solid,
        ),
        Sign::Achieved => canvas.circle((middle, y), 120, Ink::Two, Fill::Full),
        Sign::LetGo => canvas.circle((middle, y), 120, Ink::Two, Fill::Paper),
        Sign::Gap => {
            for n in 0..4 {
                let x = left + 20 + n * 140;
                canvas.line((x, y - 110), (x, y + 110), Ink::ThreeSoft, 18, Dash::Solid);
            }
        }
        Sign::Session => {
            canvas.line(
                (middle, y - 130),
                (middle, y + 130),
                Ink::Two,
                32,
                Dash::Solid,
            );
        }
        Sign::Insight => canvas.circle((middle, y), 42, Ink::Two, Fill::Full),
    }
}
