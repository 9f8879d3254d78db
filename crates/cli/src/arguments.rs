//! What can be typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use practice::day::Day;
use practice::types::Format;
use practice::words::Language;

/// Keeps the record of coaching engagements, and knows who may know what.
#[derive(Parser)]
#[command(name = "three-chairs", version, max_term_width = 100)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    /// The folder of the vault
    #[arg(long, global = true, value_name = "DIR", help_heading = "Vault")]
    pub vault: Option<PathBuf>,
    /// Read the passphrase from the first line of this file. Without it: from the variable
    /// THREE_CHAIRS_PASSPHRASE, or from the terminal
    #[arg(long, global = true, value_name = "FILE", help_heading = "Vault")]
    pub passphrase_file: Option<PathBuf>,
    /// Print JSON
    #[arg(long, global = true)]
    pub json: bool,
}

#[derive(Subcommand)]
pub enum Command {
    /// Make an empty vault in a new or empty folder
    New,
    /// Make a vault that holds the sample practice, in a new or empty folder
    Sample,
    /// Read a practice from a JSON file into the vault: all of it, or nothing
    Import {
        /// The file
        file: PathBuf,
    },
    /// Write the whole practice to a JSON file, unencrypted
    Export {
        /// The file
        file: PathBuf,
        #[command(flatten)]
        force: Force,
    },
    /// List the people in a file of contacts (vCard or CSV), or bring in those who are not there yet
    Contacts {
        /// The file: .vcf, or .csv with a heading
        file: PathBuf,
        /// Bring them in: all of them, or nobody
        #[arg(long)]
        bring: bool,
        /// Only this one, by its number in the list; may be given again
        #[arg(long, value_name = "NUMBER", requires = "bring")]
        only: Vec<u32>,
    },
    /// List the engagements
    Engagements,
    /// Sit in a chair: what one party may see on a day
    View {
        #[command(flatten)]
        engagement: Engagement,
        /// The party: its id, name or role
        #[arg(long, value_name = "PARTY")]
        chair: String,
        /// The day, like 2026-03-31; today when left out
        #[arg(long, value_name = "DATE", value_parser = Day::parse)]
        on: Option<Day>,
    },
    /// Compare the goals of a day with what was last agreed; for the coach's eyes
    Drift(OnADay),
    /// What the goals serve on a day: the coachee's purpose, the sponsor's side's priorities; for the
    /// coach's eyes
    Direction(OnADay),
    /// Who stands where on the goals on a day, and the clashes that are worked on; for the coach's eyes
    Alignment(OnADay),
    /// What was scored, rated and heard of each goal by a day; for the coach's eyes
    Measures(OnADay),
    /// What the end of an engagement asks for, and how far each of it has come; for the coach's eyes
    Closing(OnADay),
    /// The logo and colour of the letterhead: shown, or changed
    Letterhead {
        /// A picture's file to be the logo: PNG, JPEG or SVG
        #[arg(long, value_name = "FILE", conflicts_with = "no_logo")]
        logo: Option<PathBuf>,
        /// Take the logo away
        #[arg(long)]
        no_logo: bool,
        /// The colour, like #1b6b66; "" for none
        #[arg(long, value_name = "COLOUR")]
        colour: Option<String>,
    },
    /// Insights about one subject, in their order, thread by thread; for the coach's eyes
    Threads(OnADay),
    /// The boundaries in force, in words, and what changed since the version before
    Boundaries(OnADay),
    /// Write the agreement to sign
    Agreement {
        #[command(flatten)]
        engagement: Engagement,
        /// The version, by the day on which it takes effect; the latest when left out
        #[arg(long, value_name = "DATE", value_parser = Day::parse)]
        effective: Option<Day>,
        #[command(flatten)]
        paper: Paper,
    },
    /// Write the brief that prepares one party for a three-way meeting, as of today
    Brief {
        #[command(flatten)]
        engagement: Engagement,
        /// The meeting: its id or its day
        #[arg(long, value_name = "MEETING")]
        meeting: String,
        #[command(flatten)]
        paper: Paper,
    },
    /// What helps to prepare a three-way meeting; for the coach's eyes
    Meeting {
        #[command(flatten)]
        engagement: Engagement,
        /// The meeting: its id or its day
        #[arg(long, value_name = "MEETING")]
        meeting: String,
    },
    /// Write the invitation to a three-way meeting for one party; with --format ics for a calendar
    Invitation {
        #[command(flatten)]
        engagement: Engagement,
        /// The meeting: its id or its day
        #[arg(long, value_name = "MEETING")]
        meeting: String,
        /// The coach invites; the coachee when left out
        #[arg(long)]
        from_coach: bool,
        #[command(flatten)]
        paper: Paper,
    },
    /// Write the minutes of a three-way meeting for one party
    Minutes {
        #[command(flatten)]
        engagement: Engagement,
        /// The meeting: its id or its day
        #[arg(long, value_name = "MEETING")]
        meeting: String,
        #[command(flatten)]
        paper: Paper,
    },
    /// Write the summary of an engagement
    Summary {
        #[command(flatten)]
        engagement: Engagement,
        /// The day as of which it is written, like 2026-03-31; today when left out
        #[arg(long, value_name = "DATE", value_parser = Day::parse)]
        on: Option<Day>,
        #[command(flatten)]
        paper: Paper,
    },
    /// Write what the coachee may want to tell the sponsor's side; the sheet belongs to the coachee
    TalkingPoints {
        #[command(flatten)]
        engagement: Engagement,
        #[command(flatten)]
        points: Points,
        #[command(flatten)]
        file: OutFile,
    },
    /// Write the case without names, for the coach's supervisor
    CaseSheet {
        #[command(flatten)]
        engagement: Engagement,
        /// What the coach asks
        #[arg(long, value_name = "TEXT", default_value = "")]
        question: String,
        /// With the coach's own reflections
        #[arg(long)]
        with_reflections: bool,
        #[command(flatten)]
        file: OutFile,
    },
    /// Write what the coachee has released for anybody, without names
    ClientStory {
        #[command(flatten)]
        engagement: Engagement,
        #[command(flatten)]
        file: OutFile,
    },
    /// List the words that may be names in documents without names, and decide about them
    Names {
        #[command(flatten)]
        engagement: Engagement,
        /// What stands for a name: "Priya=a peer"
        #[arg(long = "is", value_name = "NAME=WORDS")]
        becomes: Vec<String>,
        /// A word that is no name, exactly as it is written
        #[arg(long, value_name = "WORD")]
        keep: Vec<String>,
        /// A word to be decided about anew
        #[arg(long, value_name = "WORD")]
        forget: Vec<String>,
    },
    /// List everything that is kept about one person, or write it for that person
    Access {
        /// The person: their id or name
        person: String,
        /// A JSON file with the coach's decisions: [{"key": …, "decision": "include" | {"leave-out":
        /// {"reason": …}} | {"redact": {"text": …}}}]
        #[arg(long, value_name = "FILE")]
        decisions: Option<PathBuf>,
        /// The language: en or es; that of the first engagement when left out
        #[arg(long, value_parser = language)]
        language: Option<Language>,
        /// The file's format
        #[arg(long, value_enum, requires = "out")]
        format: Option<PaperFormat>,
        /// The file to write; without it everything is listed
        #[arg(long, value_name = "FILE", requires = "format")]
        out: Option<PathBuf>,
        /// Hand it over: it goes into the ledger of each engagement in which they stand
        #[arg(long, requires = "out")]
        hand_over: bool,
        #[command(flatten)]
        force: Force,
    },
    /// Write the one page on how data is handled
    DataSheet {
        /// The language: en or es
        #[arg(long, value_parser = language)]
        language: Language,
        /// The file's format
        #[arg(long, value_enum)]
        format: PaperFormat,
        /// The file to write
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        #[command(flatten)]
        force: Force,
    },
    /// What may be said to a party
    Say {
        #[command(flatten)]
        engagement: Engagement,
        /// The party: its id, name or role
        #[arg(long, value_name = "PARTY")]
        to: String,
        /// The day, like 2026-03-31; today when left out
        #[arg(long, value_name = "DATE", value_parser = Day::parse)]
        on: Option<Day>,
    },
    /// Who may know an item, who does know it, and why; for the coach's eyes
    Who {
        #[command(flatten)]
        engagement: Engagement,
        /// The item: its id; SESSION:record or MEETING:debrief for a text, MEETING:GOAL for a goal as
        /// it was agreed; fees or attendance
        item: String,
        /// The day, like 2026-03-31; today when left out
        #[arg(long, value_name = "DATE", value_parser = Day::parse)]
        on: Option<Day>,
    },
    /// List what reached whom, in which words
    Ledger {
        #[command(flatten)]
        engagement: Engagement,
    },
    /// Run any command of the window, with its own JSON
    Call {
        /// The command, like give_release
        command: String,
        /// Its input as JSON; “-” reads it from standard input
        #[arg(value_name = "JSON")]
        input: Option<String>,
    },
    /// Look at every page of the vault, every reference and every ledger
    Check,
}

#[derive(Args)]
pub struct Engagement {
    /// The engagement: its id, its name, or the coachee's name
    pub engagement: String,
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

fn language(typed: &str) -> Result<Language, &'static str> {
    Language::from_word(typed).ok_or("write en or es")
}

#[derive(Args, Clone, Copy)]
pub struct Force {
    /// Replace the file if it exists
    #[arg(long)]
    pub force: bool,
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
