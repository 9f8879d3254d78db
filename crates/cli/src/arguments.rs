//! What can be typed.

mod bringing;
pub mod own;
mod parts;

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use practice::day::Day;
use practice::words::{FoundKind, Language};

pub use bringing::*;
pub use parts::*;

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
    /// Open the vault with the recovery key in the first line of this file, instead of the passphrase
    #[arg(long, global = true, value_name = "FILE", help_heading = "Vault")]
    pub recovery_key_file: Option<PathBuf>,
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
    /// Write the whole practice, or one engagement, unencrypted: as a JSON file, as pages to read, or as tables
    Export(Export),
    /// What is next and what needs care, in the order in which a careful coach would do it
    Today {
        /// Show what was put off as well
        #[arg(long)]
        all: bool,
    },
    /// Put a line of Today off until a day, or bring it back
    PutOff {
        /// The line, by its key as `today --json` gives it
        line: String,
        /// The day on which it comes back, like 2026-03-31; left out, it comes back now
        #[arg(value_name = "DATE", value_parser = Day::parse)]
        until: Option<Day>,
    },
    /// What to look at before the session that comes next; for the coach's eyes
    Prepare {
        #[command(flatten)]
        engagement: Engagement,
        /// Another session, by its id
        #[arg(long, value_name = "SESSION")]
        session: Option<String>,
    },
    /// Sessions in a series: the days as they would be, or planned
    Series {
        #[command(flatten)]
        engagement: Engagement,
        /// The first day, like 2026-03-31
        #[arg(long, value_name = "DATE", value_parser = Day::parse)]
        first: Day,
        /// Every how many weeks or months
        #[arg(long, value_name = "N")]
        every: u8,
        /// Weeks or months
        #[arg(long, value_enum, default_value_t = Unit::Week)]
        unit: Unit,
        /// How many sessions
        #[arg(long, value_name = "N")]
        count: u16,
        /// The hour, like 09:30
        #[arg(long, value_name = "HOUR", default_value = "")]
        at: String,
        /// The length; the engagement's own when left out
        #[arg(long, value_name = "N")]
        minutes: Option<u16>,
        /// Plan them; without it nothing is changed
        #[arg(long)]
        plan: bool,
    },
    /// Details for whoever supports you: versions, counts and the log, nothing of the practice. Needs no
    /// vault; with one, it is opened and counted
    Support,
    /// List the people in a file of contacts (vCard or CSV), or bring in those who are not there yet
    Contacts(Contacts),
    /// List the sessions in a calendar (iCalendar) and what would come of each, or bring them in
    Calendar(Calendar),
    /// List files with notes of sessions from before, and what would come of each, or bring them in as the
    /// records of the sessions
    Notes(Notes),
    /// List the engagements
    Engagements,
    /// Find what was written by words and parts of words: whole words first, the newest first
    Find {
        /// The words
        words: Vec<String>,
        /// Only what is this person's: an id or a name
        #[arg(long, value_name = "PERSON")]
        person: Option<String>,
        /// Only this kind, like insight, session, goal, commitment; may come several times
        #[arg(long, value_name = "KIND", value_parser = found_kind)]
        kind: Vec<FoundKind>,
        /// From this day on, like 2026-03-31
        #[arg(long, value_name = "DATE", value_parser = Day::parse)]
        from: Option<Day>,
        /// Up to this day, like 2026-03-31
        #[arg(long, value_name = "DATE", value_parser = Day::parse)]
        to: Option<Day>,
    },
    /// What could stand in the way of an engagement: the sponsor's other coachees, a coachee who is a
    /// sponsor elsewhere; for the coach's eyes
    Conflicts {
        #[command(flatten)]
        engagement: Engagement,
    },
    /// Make one of two people who are the same; without --yes it is only shown
    JoinPeople {
        /// The person who stays: an id or a name
        keep: String,
        /// The person who goes: an id or a name
        goes: String,
        /// Do it
        #[arg(long)]
        yes: bool,
    },
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
        /// Ask what the marks "take to supervision" of this engagement say
        #[arg(long, conflicts_with = "question")]
        marked: bool,
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
    /// The log of hours and what it counts towards; hours from before this program, and consents
    Hours(own::Hours),
    /// What is taken to supervision, and what was learnt; for the coach's eyes
    Supervision {
        #[command(subcommand)]
        what: Option<own::SupervisionCommand>,
    },
    /// The professional will: who looks after the practice when the coach cannot
    Will {
        #[command(subcommand)]
        what: Option<own::WillCommand>,
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
    /// How long things are kept: what is due to be disposed of, what is held, and the certificates; for
    /// the coach's eyes
    Retention,
    /// Hold an engagement, so that nothing of it may be disposed of; or lift its hold
    Hold {
        #[command(flatten)]
        engagement: Engagement,
        /// Why
        #[arg(long, value_name = "TEXT", required_unless_present = "lift")]
        reason: Option<String>,
        /// Lift the hold that stands
        #[arg(long, conflicts_with = "reason")]
        lift: bool,
    },
    /// Show what disposing of an engagement's notes or record would take away; with --yes do it. It
    /// cannot be undone
    Dispose {
        #[command(flatten)]
        engagement: Engagement,
        /// What: the reflective notes, or the whole record with its ledger
        #[arg(long, value_enum)]
        part: DisposePart,
        /// The coachee asked for it: its time need not have come
        #[arg(long)]
        asked: bool,
        /// Do it
        #[arg(long)]
        yes: bool,
    },
    /// Write a certificate of disposal
    Certificate {
        /// Its number, as `retention` lists it
        disposal: String,
        /// The language: en or es
        #[arg(long, value_parser = language, default_value = "en")]
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
    /// Today's changes, and what was removed and can be put back; for the coach's eyes
    Changes,
    /// Take back the last change of today, or another of today's, or put back what was removed
    Undo {
        /// The change's number, as `changes` lists it; the last when left out
        change: Option<u32>,
    },
    /// Do again what was undone
    Redo {
        /// The change's number, as `changes` lists it; the last when left out
        change: Option<u32>,
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
    /// Make a backup in a folder, check it, and say where it is
    Backup {
        /// The folder
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// List the backups of the vault: those that it made by itself, and those in the chosen places
    Backups,
    /// Open a backup as on another computer, look at all of it, and say what it holds; needs no vault
    Rehearse {
        /// The backup
        file: PathBuf,
    },
    /// Make a new vault out of a backup, in a new or empty folder; never over a vault that is there
    Restore {
        /// The backup
        file: PathBuf,
        /// The folder of the new vault
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// Make or remove the recovery key
    #[command(subcommand)]
    RecoveryKey(RecoveryKey),
    /// Choose a new passphrase; with --recovery-key-file when the old one is lost
    NewPassphrase {
        /// Read the new passphrase from the first line of this file; from the terminal when left out
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// Encrypt the whole vault under a new data key. The recovery key has to be made anew afterwards
    NewDataKey,
}

#[derive(Subcommand)]
pub enum RecoveryKey {
    /// Make a recovery key, in the place of an earlier one, and write its page as a PDF: a secret
    New {
        /// The file to write
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// The language of the page: en or es
        #[arg(long, value_parser = language, default_value = "en")]
        language: Language,
        #[command(flatten)]
        force: Force,
    },
    /// Take the recovery key out of force
    Remove,
}

impl Command {
    /// False for what is about a backup's file alone.
    pub fn needs_vault(&self) -> bool {
        !matches!(self, Self::Rehearse { .. } | Self::Restore { .. })
    }
}
