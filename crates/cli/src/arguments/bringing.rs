//! What can be typed about bringing things in from other programs.

use std::path::PathBuf;

use clap::Args;
use practice::day::Day;

use crate::messages;

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

#[derive(Args)]
pub struct Notes {
    /// The engagement: an id, a name, or the coachee's name
    #[arg(long)]
    pub engagement: String,
    /// The files: .txt, .md or .docx, one for each session
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// The day of a file, like 'first.txt=2026-03-05', where it is not written in it or is another; may be
    /// given again
    #[arg(long = "day", value_name = "FILE=DATE", value_parser = file_and_day)]
    pub days: Vec<(String, Day)>,
    /// Bring in what the list says: all of it, or nothing
    #[arg(long)]
    pub bring: bool,
    /// Only this one, by its number in the list; may be given again
    #[arg(long, value_name = "NUMBER", requires = "bring")]
    pub only: Vec<usize>,
}

fn file_and_day(typed: &str) -> Result<(String, Day), String> {
    let (file, day) = typed
        .rsplit_once('=')
        .ok_or_else(|| messages::NO_FILE_AND_DAY.to_owned())?;
    let day = Day::parse(day.trim()).map_err(|fault| fault.to_string())?;
    Ok((file.to_owned(), day))
}
