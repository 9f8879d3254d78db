//! The client's story: released words for anybody, exactly as they were released.

use coaching::client_story::ClientStory;
use coaching::words::Voice;

use super::nameless_content;
use crate::content::{Block, Content, Kind};
use crate::language::words;
use crate::parts::{paragraph, section};
use crate::refused::Refused;

/// The story that may be given to anybody.
///
/// # Errors
/// [`Refused::NothingReleased`] when nothing is released for anybody, or every wording names somebody.
pub fn client_story(story: &ClientStory) -> Result<Content, Refused> {
    if story.told().is_empty() {
        return Err(Refused::NothingReleased);
    }
    let w = words(story.language());
    let s = &w.others.story;
    let told = story.told().iter().map(|told| Block::Quotation {
        text: told.wording().to_owned(),
        by: match told.voice() {
            Voice::Coachee => s.by_client.to_owned(),
            Voice::Coach => s.by_coach.to_owned(),
        },
    });
    let sections = [
        section(s.told, told.collect()),
        section(s.about, vec![paragraph(s.about_1)]),
    ];
    Ok(Content {
        sections: sections.into_iter().flatten().collect(),
        ..nameless_content(
            Kind::ClientStory,
            story.language(),
            story.on(),
            w.label.public,
        )
    })
}
