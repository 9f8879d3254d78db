//! What can be typed about bringing things in from other programs.

use std::path::PathBuf;

use clap::Args;
use practice::day::Day;

#[derive(Args)]
pub struct Contacts {
    /// The file: .vcf, or .csv with a heading
    pub file: PathBuf,
    /// Bring them in: all of them, or nobody
    #[arg(long)]
    pub bring: bool,
    /// Only this one, by its number in the list; may be given again
    #[arg(long, value_name = "NUMBER", requires = "bring")]
    pub only: Vec<u32>,
}

#[derive(Args)]
pub struct Calendar {
    /// The file: .ics
    pub file: PathBuf,
    /// A title and whose it is, like 'Coaching Nadia=nadia'; nobody's after an empty =. Capitals, numbers
    /// and marks do not count. May be given again; remembered when something is brought in
    #[arg(long = "as", value_name = "TITLE=ENGAGEMENT")]
    pub titles: Vec<String>,
    /// The first day to look at, like 2026-03-31; three months back when left out
    #[arg(long, value_name = "DATE", value_parser = Day::parse)]
    pub from: Option<Day>,
    /// The last day to look at; a year ahead when left out
    #[arg(long, value_name = "DATE", value_parser = Day::parse)]
    pub to: Option<Day>,
    /// Bring in what the list proposes: all of it, or nothing
    #[arg(long)]
    pub bring: bool,
    /// Only this one, by its number in the list; may be given again
    #[arg(long, value_name = "NUMBER", requires = "bring")]
    pub only: Vec<usize>,
}
