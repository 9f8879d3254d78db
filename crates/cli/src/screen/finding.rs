//! What was found, conflicts, and people who are one, as lines.

use practice::types::{ConflictCard, Findings, FoundPiece, Joining};

use super::day_or_dash;
use crate::messages::{self, finding as words};

/// Names, then lines, each with its day, its chair and its place.
pub fn findings(found: &Findings) -> String {
    if found.names.is_empty() && found.lines.is_empty() {
        return words::NOTHING_FOUND.to_owned();
    }
    let mut lines: Vec<String> = Vec::new();
    for name in &found.names {
        lines.push(format!(
            "{}: {} [{}]",
            messages::plain(name.kind.word()),
            in_one_line(&name.pieces),
            name.id,
        ));
    }
    for line in &found.lines {
        lines.push(format!(
            "{}  {}, {} ({}): {}",
            day_or_dash(line.on),
            line.engagement_name,
            messages::plain(line.kind.word()),
            words::chairs(line.chairs),
            in_one_line(&line.pieces),
        ));
    }
    if found.more {
        lines.push(words::THERE_IS_MORE.to_owned());
    }
    lines.join("\n")
}

fn in_one_line(pieces: &[FoundPiece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

/// What the coach may want to think about.
pub fn conflicts(list: &[ConflictCard]) -> String {
    if list.is_empty() {
        return words::NO_CONFLICT.to_owned();
    }
    let line = |card: &ConflictCard| {
        words::conflict(card.kind, &card.name, &card.engagement_name, &card.coachee)
    };
    list.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// What joining two people makes of them, or has made.
pub fn joining(joining: &Joining, done: bool) -> String {
    let mut lines = Vec::new();
    if !joining.moves.is_empty() {
        lines.push(words::STANDS_IN.to_owned());
    }
    for place in &joining.moves {
        let both = if place.both {
            words::BOTH_STAND_THERE
        } else {
            ""
        };
        let line = format!("  {}, {} {both}", place.name, messages::role(place.role));
        lines.push(line.trim_end().to_owned());
    }
    if !joining.loses.is_empty() {
        lines.push(words::WOULD_BE_LOST.to_owned());
    }
    for field in &joining.loses {
        lines.push(format!(
            "  {}: {} ({})",
            field.field, field.stays, field.goes
        ));
    }
    if let Some(why) = &joining.refused {
        lines.push(why.clone());
    } else if done {
        lines.push(words::JOINED.to_owned());
    } else {
        lines.push(words::NOT_JOINED_YET.to_owned());
    }
    lines.join("\n")
}
