//! What can be typed about bringing things in from other programs.

use std::path::PathBuf;

use clap::Args;

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
