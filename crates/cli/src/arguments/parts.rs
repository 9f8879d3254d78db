//! Parts that several commands share.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use practice::day::Day;
use practice::types::Format;
use practice::words::{FoundKind, Language};

#[derive(Args)]
pub struct Engagement {
    /// The engagement: its id, its name, or the coachee's name
    pub engagement: String,
}

#[derive(Args)]
pub struct Export {
    /// The file; with --readable a folder that is new or empty
    pub file: PathBuf,
    /// A folder of pages that any browser shows, with everything in them
    #[arg(long, conflicts_with_all = ["tables", "force"])]
    pub readable: bool,
    /// A workbook (XLSX) with tables: engagements, sessions, hours, goals, commitments, people, rounds
    #[arg(long)]
    pub tables: bool,
    /// One engagement instead of everything: its id, its name, or the coachee's name
    #[arg(long, value_name = "ENGAGEMENT")]
    pub engagement: Option<String>,
    #[command(flatten)]
    pub force: Force,
}

#[derive(Args)]
pub struct OnADay {
    #[command(flatten)]
    pub engagement: Engagement,
    /// The day, like 2026-03-31; today when left out
    #[arg(long, value_name = "DATE", value_parser = Day::parse)]
    pub on: Option<Day>,
}

#[derive(Args)]
pub struct Paper {
    /// For whom: a party's id, name or role; "coach" for the coach's own page; "all" for an agreement
    /// that all sign
    #[arg(long = "for", value_name = "PARTY")]
    pub party: String,
    /// The file's format
    #[arg(long, value_enum)]
    pub format: PaperFormat,
    /// The file to write
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// Hand it over: needs the coachee's approval where it is for the sponsor's side, is no draft,
    /// and goes into the ledger
    #[arg(long)]
    pub hand_over: bool,
    #[command(flatten)]
    pub force: Force,
}

#[derive(Args)]
pub struct OutFile {
    /// The file's format
    #[arg(long, value_enum)]
    pub format: PaperFormat,
    /// The file to write
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// Hand it over: refused while a word in it may be a name; goes into the ledger
    #[arg(long)]
    pub hand_over: bool,
    #[command(flatten)]
    pub force: Force,
}

#[derive(Args)]
pub struct Points {
    /// Who would be told: a party's id, name or role; the sponsor when left out
    #[arg(long, value_name = "PARTY")]
    pub to: Option<String>,
    /// The goal: its id or its title; all that wait to be told when left out
    #[arg(long, value_name = "GOAL")]
    pub goal: Option<String>,
    /// The day as of which it is written, like 2026-03-31; today when left out
    #[arg(long, value_name = "DATE", value_parser = Day::parse)]
    pub on: Option<Day>,
    /// With what the coachee keeps private, where they ask for it
    #[arg(long)]
    pub with_private: bool,
}

pub fn found_kind(typed: &str) -> Result<FoundKind, String> {
    let all = || FoundKind::ALL.iter().map(|kind| kind.word());
    FoundKind::from_word(typed)
        .ok_or_else(|| format!("write one of {}", all().collect::<Vec<_>>().join(", ")))
}

pub fn language(typed: &str) -> Result<Language, &'static str> {
    Language::from_word(typed).ok_or("write en or es")
}

#[derive(Args, Clone, Copy)]
pub struct Force {
    /// Replace the file if it exists
    #[arg(long)]
    pub force: bool,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum DisposePart {
    /// The coach's reflective notes
    Reflective,
    /// All of it
    Record,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum PaperFormat {
    Pdf,
    Docx,
    Md,
    Html,
    /// For a calendar: an invitation alone
    Ics,
}

impl From<PaperFormat> for Format {
    fn from(format: PaperFormat) -> Self {
        match format {
            PaperFormat::Pdf => Self::Pdf,
            PaperFormat::Docx => Self::Docx,
            PaperFormat::Md => Self::Md,
            PaperFormat::Html => Self::Html,
            PaperFormat::Ics => Self::Ics,
        }
    }
}

/// Of what a rhythm counts.
#[derive(Clone, Copy, ValueEnum)]
pub enum Unit {
    Week,
    Month,
}
