//! A drawing as SVG, to stand in a page of HTML.

use super::drawing::{Dash, Drawing, Fill, Ink, PathStep, Shape};
use crate::html::escaped;

/// The drawing as one `svg` element, which says what it is.
pub(crate) fn svg(drawing: &Drawing, alt: &str) -> String {
    let mut out = format!(
        "<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\" stroke-linecap=\"round\" \
         stroke-linejoin=\"round\">\n",
        drawing.width,
        drawing.height,
        escaped(alt)
    );
    for shape in &drawing.shapes {
        out.push_str(&element(shape));
        out.push('\n');
    }
    out.push_str("</svg>\n");
    out
}

fn element(shape: &Shape) -> String {
    match shape {
        Shape::Path {
            steps,
            ink,
            width,
            dash,
        } => {
            let steps: Vec<String> = steps.iter().map(step).collect();
            format!(
                "<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{width}\"{}/>",
                steps.concat(),
                colour(*ink),
                dashes(*dash, *width)
            )
        }
        Shape::Area {
            corners,
            ink,
            fill,
            width,
        } => {
            let corners: Vec<String> = corners.iter().map(|(x, y)| format!("{x},{y}")).collect();
            format!(
                "<polygon points=\"{}\"{}/>",
                corners.join(" "),
                paint(*ink, *fill, *width)
            )
        }
        Shape::Circle {
            x,
            y,
            r,
            ink,
            fill,
            width,
        } => format!(
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\"{}/>",
            paint(*ink, *fill, *width)
        ),
        Shape::Text {
            x,
            y,
            size,
            ink,
            strong,
            text,
        } => format!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{}\"{}>{}</text>",
            colour(*ink),
            if *strong { " font-weight=\"600\"" } else { "" },
            escaped(text)
        ),
    }
}

fn step(step: &PathStep) -> String {
    match step {
        PathStep::Move(x, y) => format!("M{x} {y}"),
        PathStep::Line(x, y) => format!("L{x} {y}"),
        PathStep::Curve(x1, y1, x2, y2, x, y) => format!("C{x1} {y1} {x2} {y2} {x} {y}"),
    }
}

fn paint(ink: Ink, fill: Fill, width: i32) -> String {
    let colour = colour(ink);
    let inside = match fill {
        Fill::Full => colour,
        Fill::Paper => "#fff",
    };
    if width == 0 {
        format!(" fill=\"{inside}\"")
    } else {
        format!(" fill=\"{inside}\" stroke=\"{colour}\" stroke-width=\"{width}\"")
    }
}

fn dashes(dash: Dash, width: i32) -> String {
    match dash {
        Dash::Solid => String::new(),
        Dash::Dashed => format!(" stroke-dasharray=\"{} {}\"", 4 * width, 3 * width),
        Dash::Dotted => format!(" stroke-dasharray=\"1 {}\"", 2 * width),
    }
}

fn colour(ink: Ink) -> &'static str {
    match ink {
        Ink::Ink => "#22262b",
        Ink::Quiet => "#5c6168",
        Ink::Line => "#d9d1c3",
        Ink::Two => "#1b6b66",
        Ink::TwoSoft => "#8fb8b4",
        Ink::Three => "#8a5300",
        Ink::ThreeSoft => "#c9a877",
    }
}
