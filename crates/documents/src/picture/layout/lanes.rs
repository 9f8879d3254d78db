//! The goals as lanes: bends where the meaning moved, knots at each shift, joins between goals, and
//! beside each lane the line of what the sponsor's side was given.

use std::ops::Range;

use super::{Canvas, LANES, LETTERS, LINE, RIGHT, SMALL, has_several_titles};
use crate::picture::drawing::{Dash, Fill, Ink, PathStep};
use crate::picture::lettering::{Wrapped, wrapped};
use crate::picture::story::{Known, Lane, Piece, State, Story};

/// How far a lane bends when its meaning moves, and how far all its bends may take it.
const BEND: i32 = 380;
const ALL_BENDS: i32 = 8_000;
/// From a lane's top to its first level: room for the line beside it.
const HEAD: i32 = 330;
/// From the middle of a lane to the words under it.
const UNDER: i32 = 360;
/// Under the last words of a lane.
const BELOW: i32 = 330;
/// Where a lane's title begins, and its room.
const TITLE: i32 = 380;
const TITLE_ROOM: i32 = 3_150;
/// The least room for a title inside the picture.
const LEAST_ROOM: i32 = 1_100;
/// Between the rungs that show a distance.
const RUNG: i32 = 140;

/// What a lane needs, before its place is known.
pub(super) struct Block {
    bend: i32,
    /// Where its first piece begins: behind its day where a join lands on it.
    begins: i32,
    /// Its title today, in lines.
    name: Vec<String>,
    /// Titles inside the picture: from where, at which level, in which lines.
    titles: Vec<(i32, i32, Vec<String>)>,
    pub height: i32,
}

impl Block {
    pub fn of(canvas: &Canvas, story: &Story, index: usize) -> Self {
        let lane = &story.lanes[index];
        let last = lane.pieces.last();
        let deepest = last.map_or(0, |piece| piece.level);
        let bend = BEND.min(ALL_BENDS / deepest.max(1));
        let begins = begins(canvas, story, index);
        let name = last
            .and_then(|piece| wrapped(&piece.title, TITLE_ROOM, LETTERS, 4))
            .map_or(Vec::new(), |words| words.lines);
        let titles = titles(canvas, lane, begins);
        let named = name.len() + usize::from(!lane.ended.is_empty());
        let beside = LETTERS / 3 + lines(named.saturating_sub(1));
        let under = titles
            .iter()
            .map(|(_, level, words)| level * bend + UNDER + lines(words.len() - 1))
            .max();
        let drawn = (deepest * bend + 100).max(under.unwrap_or(0));
        Self {
            bend,
            begins,
            name,
            titles,
            height: HEAD + drawn.max(beside) + BELOW,
        }
    }
}

fn lines(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(0) * LINE
}

/// One lane in its place.
struct Placed<'a> {
    lane: &'a Lane,
    top: i32,
    bend: i32,
    half: i32,
    begins: i32,
}

impl Placed<'_> {
    fn y(&self, piece: &Piece) -> i32 {
        self.top + HEAD + piece.level * self.bend
    }

    /// Where the line of what was given stands, beside the lane at that piece.
    fn given_y(&self, known: &Known) -> Option<i32> {
        let piece = self.lane.pieces.get(known.piece)?;
        Some(self.y(piece) - self.half - 75)
    }
}

pub(super) fn draw(canvas: &mut Canvas, story: &Story, blocks: &[Block], shown: Range<usize>) {
    let mut top = LANES;
    let mut placed: Vec<Option<Placed>> = Vec::new();
    for (index, (lane, block)) in story.lanes.iter().zip(blocks).enumerate() {
        if !shown.contains(&index) {
            placed.push(None);
            continue;
        }
        placed.push(Some(Placed {
            lane,
            top,
            bend: block.bend,
            half: 28 + 14 * i32::from(lane.weight.clamp(1, 4)),
            begins: block.begins,
        }));
        top += block.height;
    }
    for (index, lane) in placed.iter().enumerate() {
        if let Some(lane) = lane {
            name(canvas, lane, &blocks[index]);
            joins(canvas, lane, &placed);
        }
    }
    for lane in placed.iter().flatten() {
        given(canvas, lane, story);
        pieces(canvas, lane, story);
    }
    for (lane, block) in placed.iter().zip(blocks) {
        let Some(lane) = lane else { continue };
        for (x, level, words) in &block.titles {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let at = (*x, lane.top + HEAD + level * lane.bend + UNDER);
            if canvas.is_free(&words, at, SMALL) {
                canvas.patch(&words, at, SMALL);
                canvas.try_lines(&words, at, SMALL, Ink::Ink, false);
            }
        }
    }
}

/// The goal's number and its title today, before time begins.
fn name(canvas: &mut Canvas, lane: &Placed, block: &Block) {
    let y = lane.top + HEAD + LETTERS / 3;
    let number = lane.lane.number.to_string();
    canvas.try_text(&number, (0, y), LETTERS, Ink::Two, true);
    let title: Vec<&str> = block.name.iter().map(String::as_str).collect();
    canvas.try_lines(&title, (TITLE, y), LETTERS, Ink::Ink, true);
    let below = y + lines(title.len());
    if let Some(ended) = wrapped(&lane.lane.ended, TITLE_ROOM, SMALL, 1) {
        let ended: Vec<&str> = ended.lines.iter().map(String::as_str).collect();
        canvas.try_lines(&ended, (TITLE, below), SMALL, Ink::Quiet, false);
    }
}

/// How far a join runs to the right before it lands.
fn reach(from: usize, to: usize) -> i32 {
    320 + 90 * i32::try_from(from.abs_diff(to).min(4)).unwrap_or(0)
}

fn begins(canvas: &Canvas, story: &Story, index: usize) -> i32 {
    let lane = &story.lanes[index];
    let day = lane.pieces[0].from;
    let landing = story
        .lanes
        .iter()
        .enumerate()
        .filter(|(other, _)| *other != index)
        .flat_map(|(other, from)| from.pieces.iter().map(move |piece| (other, piece)))
        .filter(|(_, piece)| piece.from == day && piece.into.contains(&index))
        .map(|(other, _)| reach(other, index))
        .max();
    let x = canvas.x(day);
    let room = lane.pieces.get(1).map_or(RIGHT, |next| canvas.x(next.from)) - x;
    x + landing.map_or(0, |reach| reach.min(room * 2 / 3))
}

fn joins(canvas: &mut Canvas, lane: &Placed, placed: &[Option<Placed>]) {
    for (index, piece) in lane.lane.pieces.iter().enumerate() {
        for other in &piece.into {
            let Some(Some(other)) = placed.get(*other) else {
                continue;
            };
            let before = &lane.lane.pieces[index.saturating_sub(1)];
            let (x0, y0) = (canvas.x(piece.from), lane.y(before));
            let first = &other.lane.pieces[0];
            let (x1, y1) = if first.from == piece.from {
                (other.begins, other.y(first))
            } else {
                let then = other.lane.pieces.iter().rfind(|p| p.from <= piece.from);
                let x1 = (x0 + 500).min(RIGHT);
                (x1, other.y(then.unwrap_or(first)))
            };
            let pull = (x1 - x0) * 3 / 4;
            canvas.path(
                vec![
                    PathStep::Move(x0, y0),
                    PathStep::Curve(x0 + pull, y0, x1 - pull, y1, x1, y1),
                ],
                Ink::TwoSoft,
                70,
                Dash::Solid,
            );
        }
    }
}

/// How long a bend takes.
fn turn(x0: i32, x1: i32) -> i32 {
    ((x1 - x0) * 3 / 5).clamp(0, 450)
}

/// From where to where a piece is drawn; none for an end.
fn stretch(canvas: &Canvas, lane: &Placed, story: &Story, index: usize) -> Option<(i32, i32)> {
    let piece = lane.lane.pieces.get(index)?;
    if piece.state.is_an_end() {
        return None;
    }
    let x0 = if index == 0 {
        lane.begins
    } else {
        canvas.x(piece.from)
    };
    let x1 = match lane.lane.pieces.get(index + 1) {
        Some(next) => canvas.x(next.from),
        None => canvas.x(story.today.min(story.to)),
    };
    Some((x0, x1.max(x0)))
}

fn pieces(canvas: &mut Canvas, lane: &Placed, story: &Story) {
    let mut before: Option<i32> = None;
    for (index, piece) in lane.lane.pieces.iter().enumerate() {
        let y = lane.y(piece);
        if let Some((x0, x1)) = stretch(canvas, lane, story, index) {
            let y0 = before.unwrap_or(y);
            let turn = turn(x0, x1);
            let mut steps = vec![PathStep::Move(x0, y0)];
            if y0 != y {
                steps.push(PathStep::Curve(
                    x0 + turn / 2,
                    y0,
                    x0 + turn / 2,
                    y,
                    x0 + turn,
                    y,
                ));
            }
            steps.push(PathStep::Line(x1, y));
            let (width, dash) = match piece.state {
                State::Paused => (lane.half, Dash::Dashed),
                State::Emerging => (lane.half, Dash::Dotted),
                _ => (2 * lane.half, Dash::Solid),
            };
            canvas.path(steps, Ink::Two, width, dash);
        }
        let (x, at) = (canvas.x(piece.from), before.unwrap_or(y));
        match piece.state {
            State::Achieved => canvas.circle((x, at), 150, Ink::Two, Fill::Full),
            State::LetGo => canvas.circle((x, at), 150, Ink::Two, Fill::Paper),
            _ if index == 0 => {}
            _ => canvas.circle((x, at), 75, Ink::Two, Fill::Paper),
        }
        before = Some(y);
    }
}

/// The line of what was given, and the rungs from it to where the lane has gone since.
fn given(canvas: &mut Canvas, lane: &Placed, story: &Story) {
    let end = canvas.x(story.today.min(story.to));
    let mut last: Option<(i32, i32)> = None;
    for known in &lane.lane.known {
        let Some(y) = lane.given_y(known) else {
            continue;
        };
        let x0 = canvas.x(known.from).max(lane.begins);
        let x1 = known.to.map_or(end, |to| canvas.x(to)).max(x0);
        for index in 0..lane.lane.pieces.len() {
            rungs(canvas, lane, story, index, (known.piece, y, x0, x1));
        }
        let mut steps = match last {
            Some((x, before)) if x == x0 && before != y => {
                vec![PathStep::Move(x0, before), PathStep::Line(x0, y)]
            }
            _ => vec![PathStep::Move(x0, y)],
        };
        steps.push(PathStep::Line(x1, y));
        let dash = if known.agreed {
            Dash::Solid
        } else {
            Dash::Dashed
        };
        canvas.path(steps, Ink::Three, 42, dash);
        let fill = if known.agreed {
            Fill::Full
        } else {
            Fill::Paper
        };
        canvas.circle((x0, y), 62, Ink::Three, fill);
        last = Some((x1, y));
    }
}

fn rungs(
    canvas: &mut Canvas,
    lane: &Placed,
    story: &Story,
    index: usize,
    (known, y, from, to): (usize, i32, i32, i32),
) {
    let pieces = &lane.lane.pieces;
    if index <= known || pieces[index].level == pieces[known].level {
        return;
    }
    let Some((x0, x1)) = stretch(canvas, lane, story, index) else {
        return;
    };
    let (before, here) = (lane.y(&pieces[index - 1]), lane.y(&pieces[index]));
    let turn = turn(x0, x1).max(1);
    // On one grid for the whole lane, so that they run on evenly.
    let start = x0.max(from);
    let mut x = start + (RUNG - start.rem_euclid(RUNG));
    while x < x1.min(to) {
        let done = (x - x0).min(turn);
        let bottom = before + (here - before) * done / turn - lane.half;
        if bottom > y + 60 {
            canvas.line((x, y), (x, bottom), Ink::ThreeSoft, 18, Dash::Solid);
        }
        x += RUNG;
    }
}

/// Each title where it begins, as far as there is room: until the next title, the next bend, or a join.
fn titles(canvas: &Canvas, lane: &Lane, begins: i32) -> Vec<(i32, i32, Vec<String>)> {
    if !has_several_titles(lane) {
        return Vec::new();
    }
    let pieces = &lane.pieces;
    let mut titles = Vec::new();
    for (index, piece) in pieces.iter().enumerate() {
        let is_new = index == 0 || pieces[index - 1].title != piece.title;
        if !is_new || piece.state.is_an_end() {
            continue;
        }
        let moved = index > 0 && pieces[index - 1].level != piece.level;
        let x0 = match index {
            0 => begins,
            _ => canvas.x(piece.from) + if moved { 220 } else { 0 },
        };
        let stops = |next: &&Piece| {
            next.title != piece.title || next.level != piece.level || !next.into.is_empty()
        };
        let until = pieces[index + 1..]
            .iter()
            .find(stops)
            .map_or(RIGHT, |next| canvas.x(next.from) - 120);
        let room = until - x0;
        if room < LEAST_ROOM {
            continue;
        }
        // A few letters of a long title say less than none.
        if let Some(Wrapped { lines, whole }) = wrapped(&piece.title, room, SMALL, 2)
            && (whole || room >= 2 * LEAST_ROOM)
        {
            titles.push((x0, piece.level, lines));
        }
    }
    titles
}
