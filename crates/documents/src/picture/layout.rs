//! Where everything in the picture stands: a pure function of the story. Time runs from the left to the
//! right, no text stands on another, and nothing stands outside the frame.

mod axis;
mod lanes;
mod legend;

use coaching::day::Day;

use super::drawing::{Dash, Drawing, Fill, Ink, PathStep, Shape};
use super::lettering::{Ground, width};
use super::story::{Lane, Story};

/// The width of the page's text, margin column and all.
pub(super) const WIDTH: i32 = 16_200;
/// Where time begins: what stands before it names the rows.
pub(super) const LEFT: i32 = 3_800;
/// Where time ends.
pub(super) const RIGHT: i32 = 16_050;
/// The height of lanes that one page holds.
const HIGHEST: i32 = 18_200;
/// The sizes of letters.
pub(super) const LETTERS: i32 = 270;
pub(super) const SMALL: i32 = 240;
/// From one line of text to the next.
pub(super) const LINE: i32 = 330;

const MEETINGS: i32 = 760;
const SESSIONS: i32 = 1_330;
const INSIGHTS: i32 = 1_830;
const LANES: i32 = 2_250;

/// The pictures of a story: one, or several where its lanes take more than a page.
pub(super) fn drawings(story: &Story) -> Vec<Drawing> {
    let canvas = Canvas::new(story);
    let blocks: Vec<lanes::Block> = (0..story.lanes.len())
        .map(|index| lanes::Block::of(&canvas, story, index))
        .collect();
    let mut drawings = Vec::new();
    let mut first = 0;
    while first < blocks.len() {
        let mut height = 0;
        let fits = |block: &&lanes::Block| {
            height += block.height;
            height <= HIGHEST
        };
        let count = blocks[first..].iter().take_while(fits).count().max(1);
        drawings.push(drawing(story, &blocks, first..first + count));
        first += count;
    }
    drawings
}

fn drawing(story: &Story, blocks: &[lanes::Block], shown: std::ops::Range<usize>) -> Drawing {
    let bottom = LANES + blocks[shown.clone()].iter().map(|b| b.height).sum::<i32>();
    let mut canvas = Canvas::new(story);
    axis::draw(&mut canvas, story, bottom);
    lanes::draw(&mut canvas, story, blocks, shown);
    let height = legend::draw(&mut canvas, story, bottom + 420);
    let mut shapes = canvas.back;
    shapes.append(&mut canvas.shapes);
    shapes.append(&mut canvas.front);
    Drawing {
        width: WIDTH,
        height,
        shapes,
    }
}

/// What is drawn so far.
pub(super) struct Canvas {
    from: i64,
    days: i64,
    /// What lies behind everything else: the months, patches of paper behind words.
    back: Vec<Shape>,
    shapes: Vec<Shape>,
    /// What stands before everything else: words, marks.
    front: Vec<Shape>,
    taken: Vec<Ground>,
}

impl Canvas {
    pub fn new(story: &Story) -> Self {
        let number = |day: Day| i64::from(chrono::Datelike::num_days_from_ce(&day.date()));
        let (from, to) = (number(story.from), number(story.to));
        Self {
            from,
            days: (to - from).max(1),
            back: Vec::new(),
            shapes: Vec::new(),
            front: Vec::new(),
            taken: Vec::new(),
        }
    }

    /// Where a day stands.
    pub fn x(&self, day: Day) -> i32 {
        let number = i64::from(chrono::Datelike::num_days_from_ce(&day.date()));
        let part = (number - self.from).clamp(0, self.days) * i64::from(RIGHT - LEFT) / self.days;
        LEFT + i32::try_from(part).unwrap_or(0)
    }

    /// How many days it shows.
    pub fn days(&self) -> i64 {
        self.days
    }

    fn path(&mut self, steps: Vec<PathStep>, ink: Ink, width: i32, dash: Dash) {
        self.shapes.push(Shape::Path {
            steps,
            ink,
            width,
            dash,
        });
    }

    /// A straight line behind everything else.
    fn line_behind(&mut self, from: (i32, i32), to: (i32, i32), ink: Ink, width: i32, dash: Dash) {
        self.back.push(straight(from, to, ink, width, dash));
    }

    /// A straight line.
    fn line(&mut self, from: (i32, i32), to: (i32, i32), ink: Ink, width: i32, dash: Dash) {
        self.shapes.push(straight(from, to, ink, width, dash));
    }

    /// A circle in the front.
    fn circle(&mut self, (x, y): (i32, i32), r: i32, ink: Ink, fill: Fill) {
        self.front.push(Shape::Circle {
            x,
            y,
            r,
            ink,
            fill,
            width: 32,
        });
    }

    /// A square on its corner, in the front: a meeting.
    fn diamond(&mut self, (x, y): (i32, i32), r: i32, ink: Ink, fill: Fill) {
        self.taken.push(Ground {
            left: x - r,
            top: y - r,
            right: x + r,
            bottom: y + r,
        });
        self.front.push(Shape::Area {
            corners: vec![(x, y - r), (x + r, y), (x, y + r), (x - r, y)],
            ink,
            fill,
            width: 32,
        });
    }

    /// Puts words where none stand yet. False when others do, or when they would leave the frame.
    fn try_text(&mut self, words: &str, at: (i32, i32), size: i32, ink: Ink, strong: bool) -> bool {
        self.try_lines(&[words], at, size, ink, strong)
    }

    /// Puts lines of words under each other, all of them or none.
    fn try_lines(
        &mut self,
        lines: &[&str],
        (x, y): (i32, i32),
        size: i32,
        ink: Ink,
        strong: bool,
    ) -> bool {
        if !self.is_free(lines, (x, y), size) {
            return false;
        }
        for (line, n) in lines.iter().zip(0..) {
            self.front.push(Shape::Text {
                x,
                y: y + n * LINE,
                size,
                ink,
                strong,
                text: (*line).to_owned(),
            });
        }
        self.taken.extend(grounds(lines, (x, y), size));
        true
    }

    /// True when no words stand there yet, and none would leave the frame.
    fn is_free(&self, lines: &[&str], at: (i32, i32), size: i32) -> bool {
        grounds(lines, at, size).iter().all(|ground| {
            ground.right <= WIDTH && !self.taken.iter().any(|other| other.meets(ground))
        })
    }

    /// A patch of paper behind words, over the lines of months and meetings.
    fn patch(&mut self, lines: &[&str], (x, y): (i32, i32), size: i32) {
        let right = lines
            .iter()
            .map(|line| width(line, size))
            .max()
            .unwrap_or(0);
        let height = LINE * i32::try_from(lines.len()).unwrap_or(1);
        let (left, right) = (x - 40, (x + right).min(WIDTH));
        let (top, bottom) = (y - size * 4 / 5, y - size + height + 20);
        self.back.push(Shape::Area {
            corners: vec![(left, top), (right, top), (right, bottom), (left, bottom)],
            ink: Ink::Line,
            fill: Fill::Paper,
            width: 0,
        });
    }
}

fn straight(from: (i32, i32), to: (i32, i32), ink: Ink, width: i32, dash: Dash) -> Shape {
    Shape::Path {
        steps: vec![PathStep::Move(from.0, from.1), PathStep::Line(to.0, to.1)],
        ink,
        width,
        dash,
    }
}

fn grounds(lines: &[&str], (x, y): (i32, i32), size: i32) -> Vec<Ground> {
    lines
        .iter()
        .zip(0..)
        .map(|(line, n)| Ground::of(line, x, y + n * LINE, size))
        .collect()
}

/// True when the lane holds more than one title.
fn has_several_titles(lane: &Lane) -> bool {
    lane.pieces
        .iter()
        .any(|piece| piece.title != lane.pieces[0].title)
}
