//! The documents that Three Chairs writes: briefs and sheets for a three-way meeting, and the
//! summaries at an engagement's end, as PDF, DOCX, Markdown and HTML.
//!
//! What is for anyone but the coach is made from a [`coaching::view::View`] alone; the coach's own
//! pages from [`coaching::page`]. Either becomes a [`Content`]: the finished words of one document
//! as plain data, in the language of the engagement. Every renderer takes a `Content` and nothing
//! else, so what was approved is what is handed over.
//!
//! No clock, no disk, no network: the same content gives the same bytes.

mod agreement;
mod alignment;
mod brief;
mod changes;
mod content;
mod direction;
mod docx;
mod gathering;
mod html;
mod language;
mod letterhead;
mod markdown;
mod measures;
mod name;
mod others;
mod parts;
mod pdf;
mod picture;
mod refused;
mod stamp;
mod summary;
mod table;
mod talking_points;
mod visible;
mod will;

pub use agreement::{InWords, agreement, in_a_sentence, in_words};
pub use brief::coach::coach_sheet;
pub use brief::coachee::brief_for_coachee;
pub use brief::sponsor::brief_for_sponsors_side;
pub use changes::{Change, lines_changed, plain_lines};
pub use content::{Block, Chair, Content, Fact, Item, Kind, Moment, Section, Signature, Step};
pub use docx::docx;
pub use gathering::agenda::{UsualPoint, UsualSpeaker, usual_agenda};
pub use gathering::calendar::calendar;
pub use gathering::invitation::invitation;
pub use gathering::minutes::minutes;
pub use html::{Link, html, linked_html};
pub use letterhead::{Colour, Letterhead, Logo, NotAColour, NotALogo, Paper};
pub use markdown::markdown;
pub use name::{Format, file_name, plain_name};
pub use others::access::{AccessLine, AccessPart, AccessReport, access_report};
pub use others::certificate::certificate;
pub use others::data_sheet::data_sheet;
pub use others::recovery_page::recovery_page;
pub use others::sheet::case_sheet;
pub use others::story::client_story;
pub use pdf::pdf;
pub use picture::{Dash, Drawing, Fill, Ink, PathStep, Shape};
pub use refused::{NotRendered, Refused};
pub use stamp::Stamp;
pub use summary::coach::coach_summary;
pub use summary::coachee::summary_for_coachee;
pub use summary::sponsor::summary_for_sponsors_side;
pub use table::{Cell, LONGEST_CELL, Table, csv, workbook, xlsx};
pub use talking_points::talking_points;

/// What the compiler refuses, and what it does not.
#[cfg(doctest)]
#[doc = include_str!("../tests/what_does_not_compile.md")]
mod what_does_not_compile {}
pub use will::will;
