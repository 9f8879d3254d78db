//! What can be typed about the coach's own: hours, supervision, the professional will.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use practice::day::Day;
use practice::words::{Consent, Language, LearningKind};

use super::{Engagement, Force, PaperFormat};

#[derive(Args)]
pub struct Hours {
    #[command(subcommand)]
    pub what: Option<HoursCommand>,
    /// The day, like 2026-03-31; today when left out
    #[arg(long, value_name = "DATE", value_parser = Day::parse)]
    pub on: Option<Day>,
    /// Write the log to a CSV file, unencrypted: names and contacts of those who consented
    #[arg(long, value_name = "FILE", conflicts_with = "xlsx")]
    pub csv: Option<PathBuf>,
    /// Write the log to a workbook, unencrypted: names and contacts of those who consented
    #[arg(long, value_name = "FILE")]
    pub xlsx: Option<PathBuf>,
    #[command(flatten)]
    pub force: Force,
}

#[derive(Subcommand)]
pub enum HoursCommand {
    /// Enter hours from before this program, for one client
    Add {
        /// The client's name, or what stands for a group
        #[arg(long, value_name = "NAME")]
        client: String,
        /// Mail or telephone
        #[arg(long, value_name = "TEXT", default_value = "")]
        contact: String,
        /// How many were in the group
        #[arg(long, value_name = "NUMBER", default_value = "")]
        group: String,
        /// The first day
        #[arg(long, value_name = "DATE")]
        from: String,
        /// The last day; the first when left out
        #[arg(long, value_name = "DATE", default_value = "")]
        until: String,
        /// Paid hours: 12.5, 12:30 or 750 min
        #[arg(long, value_name = "HOURS", default_value = "")]
        paid: String,
        /// Pro bono hours
        #[arg(long, value_name = "HOURS", default_value = "")]
        pro_bono: String,
        /// The day on which the client consented to be listed
        #[arg(long, value_name = "DATE", default_value = "")]
        consented: String,
        /// How: in-writing, by-message or said-and-confirmed
        #[arg(long, value_parser = consent, default_value = "in-writing")]
        how: Consent,
    },
    /// List the rows of hours in a spreadsheet, or enter them: all of them, or none
    Bring {
        /// The file: .xlsx or .csv
        file: PathBuf,
        /// Enter them
        #[arg(long)]
        bring: bool,
        /// How those consented for whom a day is given: in-writing, by-message or said-and-confirmed
        #[arg(long, value_parser = consent, default_value = "in-writing")]
        how: Consent,
    },
    /// Remove hours from before this program
    Remove {
        /// The row: its id
        id: String,
    },
    /// Record that a coachee consents to stand by name in the log, or does so no more
    Consent {
        /// The person: their id or name
        person: String,
        /// The day it was given
        #[arg(long, value_name = "DATE", value_parser = Day::parse, required_unless_present = "none")]
        given: Option<Day>,
        /// How: in-writing, by-message or said-and-confirmed
        #[arg(long, value_parser = consent, default_value = "in-writing")]
        how: Consent,
        /// The day it was withdrawn
        #[arg(long, value_name = "DATE", value_parser = Day::parse)]
        withdrawn: Option<Day>,
        /// No consent was ever given
        #[arg(long, conflicts_with_all = ["given", "withdrawn"])]
        none: bool,
    },
}

#[derive(Subcommand)]
pub enum SupervisionCommand {
    /// Log supervision or professional development
    Log {
        /// supervision, group-supervision, mentoring, course, event, study or other
        #[arg(long, value_parser = learning)]
        kind: LearningKind,
        /// How long, in minutes
        #[arg(long, value_name = "MINUTES")]
        minutes: u32,
        /// The day, like 2026-03-31; today when left out
        #[arg(long, value_name = "DATE", value_parser = Day::parse)]
        on: Option<Day>,
        /// With whom, or where
        #[arg(long, value_name = "TEXT", default_value = "")]
        with: String,
        /// What about
        #[arg(long, value_name = "TEXT", default_value = "")]
        about: String,
        /// A file to be kept in the vault as its certificate, at most 5 MB
        #[arg(long, value_name = "FILE")]
        certificate: Option<PathBuf>,
    },
    /// Remove something logged, with its certificate
    Remove {
        /// The entry: its id
        id: String,
    },
    /// Write a certificate to a file, as it was given
    Certificate {
        /// The entry: its id
        id: String,
        /// The file to write
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        #[command(flatten)]
        force: Force,
    },
    /// Mark something of an engagement to be taken to supervision
    Take {
        #[command(flatten)]
        engagement: Engagement,
        /// The item, as `who` names it; the engagement as a whole when left out
        #[arg(long, value_name = "ITEM")]
        item: Option<String>,
        /// Why
        #[arg(long, value_name = "TEXT")]
        why: String,
    },
    /// A mark was taken to supervision; what came back becomes a reflection of the engagement
    Back {
        #[command(flatten)]
        engagement: Engagement,
        /// The mark: its id
        mark: String,
        /// The day, like 2026-03-31; today when left out
        #[arg(long, value_name = "DATE", value_parser = Day::parse)]
        on: Option<Day>,
        /// What came back
        #[arg(long, value_name = "TEXT", default_value = "")]
        words: String,
    },
}

#[derive(Subcommand)]
pub enum WillCommand {
    /// Change what is given, and leave the rest as it is. No key may stand in it
    Set {
        /// The language it is printed in: en or es
        #[arg(long, value_parser = super::language)]
        language: Option<Language>,
        /// Who takes over
        #[arg(long, value_name = "TEXT")]
        successor: Option<String>,
        /// How to reach them
        #[arg(long, value_name = "TEXT")]
        reach: Option<String>,
        /// Who does it where they cannot
        #[arg(long, value_name = "TEXT")]
        stand_in: Option<String>,
        /// What they are to do, a line for each thing
        #[arg(long, value_name = "TEXT")]
        tasks: Option<String>,
        /// Where the laptop, the vault and its backups are, in words
        // Not called after what it is in the will: the vault's folder has that name everywhere.
        #[arg(long = "where", value_name = "TEXT")]
        place: Option<String>,
        /// Where the sealed passphrase or recovery key lies, in words
        #[arg(long, value_name = "TEXT")]
        sealed: Option<String>,
        /// Whom to tell
        #[arg(long, value_name = "TEXT")]
        tell: Option<String>,
        /// The day on which it was last looked through
        #[arg(long, value_name = "DATE", value_parser = Day::parse)]
        reviewed: Option<Day>,
    },
    /// Write it to a file, to be printed and kept where it is found
    Write {
        /// The file's format
        #[arg(long, value_enum)]
        format: WillFormat,
        /// The file to write
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        #[command(flatten)]
        force: Force,
    },
}

#[derive(Clone, Copy, ValueEnum)]
pub enum WillFormat {
    Pdf,
    Docx,
    Md,
    Html,
}

impl From<WillFormat> for PaperFormat {
    fn from(format: WillFormat) -> Self {
        match format {
            WillFormat::Pdf => Self::Pdf,
            WillFormat::Docx => Self::Docx,
            WillFormat::Md => Self::Md,
            WillFormat::Html => Self::Html,
        }
    }
}

fn consent(typed: &str) -> Result<Consent, &'static str> {
    Consent::from_word(typed).ok_or("write in-writing, by-message or said-and-confirmed")
}

fn learning(typed: &str) -> Result<LearningKind, &'static str> {
    LearningKind::from_word(typed)
        .ok_or("write supervision, group-supervision, mentoring, course, event, study or other")
}
