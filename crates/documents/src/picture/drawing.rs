//! A drawing as plain data: lines, curves, circles and short texts, in hundredths of a millimetre from
//! the top left corner. Whole numbers: the same story gives the same bytes on every machine.

use serde::{Deserialize, Serialize};

/// A drawing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drawing {
    /// How wide.
    pub width: i32,
    /// How high.
    pub height: i32,
    /// What is drawn, from the back to the front.
    pub shapes: Vec<Shape>,
}

/// The colours: each also differs in shape or place, so that none of them is needed to read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ink {
    /// Words.
    Ink,
    /// Quiet words and lines.
    Quiet,
    /// Lines that only divide.
    Line,
    /// What coach and coachee know.
    Two,
    /// What joins lanes, under everything else.
    TwoSoft,
    /// What the sponsor's side knows.
    Three,
    /// The distance between the two.
    ThreeSoft,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dash {
    /// In one stroke.
    Solid,
    /// In strokes.
    Dashed,
    /// In points.
    Dotted,
}

/// What stands inside a closed shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fill {
    /// The colour of its line.
    Full,
    /// The paper.
    Paper,
}

/// One step of a path: to where, and by which points a curve is pulled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PathStep {
    /// Begins.
    Move(i32, i32),
    /// A straight line.
    Line(i32, i32),
    /// A cubic curve: two points that pull it, and its end.
    Curve(i32, i32, i32, i32, i32, i32),
}

/// A piece of a drawing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "shape", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Shape {
    /// An open line.
    Path {
        /// Its steps.
        steps: Vec<PathStep>,
        /// Its colour.
        ink: Ink,
        /// How thick.
        width: i32,
        /// How it is drawn.
        dash: Dash,
    },
    /// A closed shape with straight sides.
    Area {
        /// Its corners.
        corners: Vec<(i32, i32)>,
        /// Its colour.
        ink: Ink,
        /// What stands inside.
        fill: Fill,
        /// How thick its line is; none when 0.
        width: i32,
    },
    /// A circle.
    Circle {
        /// Its middle.
        x: i32,
        /// Its middle.
        y: i32,
        /// Its radius, to the middle of its line.
        r: i32,
        /// Its colour.
        ink: Ink,
        /// What stands inside.
        fill: Fill,
        /// How thick its line is.
        width: i32,
    },
    /// A short text on one line, which begins at a point.
    Text {
        /// Where it begins.
        x: i32,
        /// The line that it stands on.
        y: i32,
        /// The size of its letters.
        size: i32,
        /// Its colour.
        ink: Ink,
        /// True for what names something.
        strong: bool,
        /// The words.
        text: String,
    },
}
