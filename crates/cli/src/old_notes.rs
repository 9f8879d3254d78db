//! Notes of sessions from before: listed, and brought in.

use std::path::Path;

use practice::types::{NotesAsked, NotesFile};
use practice::{Desk, Failure, notes_files};

use crate::arguments::Notes;
use crate::find;
use crate::messages;
use crate::output::Answer;
use crate::screen;

/// Lists files of notes; or brings in those that were chosen, or all of which something comes.
pub fn old_notes(
    open: impl FnOnce() -> Result<Desk, Failure>,
    asked: Notes,
    json: bool,
) -> Result<Answer, Failure> {
    let mut files = notes_files(&asked.files)?;
    for (typed, day) in &asked.days {
        let at = named(&asked, &files, typed)?;
        let file = files.get_mut(at).ok_or_else(messages::no_such_file)?;
        file.on = Some(*day);
    }
    let numbers = 1..=files.len();
    if !asked.only.iter().all(|number| numbers.contains(number)) {
        return Err(messages::no_such_number());
    }
    for (number, file) in (1..).zip(&mut files) {
        file.leave = !asked.only.is_empty() && !asked.only.contains(&number);
    }
    let mut desk = open()?;
    let mut notes = NotesAsked {
        engagement: find::engagement(&desk, &asked.engagement)?,
        files,
    };
    let seen = desk.look_at_notes(notes.clone())?;
    if !asked.bring {
        return Answer::of(json, &seen, screen::old_notes);
    }
    // What was named and comes to nothing is refused; without names, what comes is brought in.
    if asked.only.is_empty() {
        for (file, seen) in notes.files.iter_mut().zip(&seen.files) {
            file.leave = !seen.will.changes_something();
        }
    }
    let brought = desk.bring_notes(notes)?;
    Answer::of(json, &brought, messages::notes_brought)
}

/// The place of the one file of that path, or else of that name.
fn named(asked: &Notes, files: &[NotesFile], typed: &str) -> Result<usize, Failure> {
    let by_path = asked.files.iter().position(|file| file == Path::new(typed));
    let mut by_name =
        (0..files.len()).filter(|at| files.get(*at).is_some_and(|file| file.name == typed));
    match (by_path, by_name.next(), by_name.next()) {
        (Some(at), _, _) | (None, Some(at), None) => Ok(at),
        _ => Err(messages::no_such_file()),
    }
}
