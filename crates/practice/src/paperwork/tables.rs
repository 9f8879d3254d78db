//! What goes out as plain files: the log of hours, a certificate, the professional will.

use std::path::PathBuf;

use coaching::day::Day;
use coaching::hours::{HoursLog, LogRow};
use coaching::ids::LearningId;
use coaching::will::{NoWill, Will};
use documents::{Cell, Content, Paper, Stamp, Table};

use super::handing_over::{Place, free_path, write_file};
use super::{folder, made_format, render};
use crate::desk::Desk;
use crate::error::Failure;
use crate::types::{
    AskHours, Format, TableFormat, WriteCertificate, WriteHours, WriteWill, Written,
};

impl Desk {
    /// Writes the log of hours into a folder, unencrypted: names and contacts of those who consented.
    ///
    /// # Errors
    /// When the folder is not there or cannot be written to.
    pub fn write_hours(&self, ask: WriteHours) -> Result<Written, Failure> {
        let on = ask.on.map_or_else(|| self.now().map(|now| now.today), Ok)?;
        let ending = match ask.format {
            TableFormat::Xlsx => "xlsx",
            TableFormat::Csv => "csv",
        };
        let path = free_path(&folder(&ask.folder)?, &format!("hours-{on}.{ending}"));
        self.write_hours_to(Some(on), ask.format, new(&path))
    }

    /// Writes the log of hours to a place.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write_hours_to(
        &self,
        on: Option<Day>,
        format: TableFormat,
        place: Place<'_>,
    ) -> Result<Written, Failure> {
        let page = self.hours(AskHours { on })?;
        let table = table(&page.log);
        let bytes = match format {
            TableFormat::Xlsx => documents::xlsx(&table, page.on)?,
            TableFormat::Csv => documents::csv(&table)?,
        };
        write_file(place, &bytes)?;
        Ok(written(place))
    }

    /// Writes a certificate into a folder, as it was given.
    ///
    /// # Errors
    /// When there is none, or the folder cannot be written to.
    pub fn write_certificate(&self, ask: WriteCertificate) -> Result<Written, Failure> {
        let folder = folder(&ask.folder)?;
        let kept = self.read(|tx, _| Ok(store::learning::certificate(tx, &ask.learning)?))?;
        let name = kept.map_or(String::new(), |kept| kept.name);
        let path = free_path(&folder, &file_name(&name));
        self.write_certificate_to(&ask.learning, new(&path))
    }

    /// Writes a certificate to a place.
    ///
    /// # Errors
    /// When there is none, or it cannot be written.
    pub fn write_certificate_to(
        &self,
        learning: &LearningId,
        place: Place<'_>,
    ) -> Result<Written, Failure> {
        let kept = self.read(|tx, _| Ok(store::learning::certificate(tx, learning)?))?;
        let kept = kept.ok_or_else(|| Failure::missing("certificate").at("learning"))?;
        write_file(place, &kept.file)?;
        Ok(written(place))
    }

    /// Keeps the professional will.
    ///
    /// # Errors
    /// When a text cannot be kept, or looks like a key.
    pub fn save_will(&mut self, will: Will) -> Result<(), Failure> {
        self.change("save will", |tx, now| {
            if let Some(reviewed) = will.reviewed {
                crate::input::not_ahead("reviewed", reviewed, now.today)?;
            }
            will.fits()?;
            Ok(store::will::set(tx, &will)?)
        })
    }

    /// Writes the professional will into a folder.
    ///
    /// # Errors
    /// When nobody is named in it, or the folder cannot be written to.
    pub fn write_will(&self, ask: WriteWill) -> Result<Written, Failure> {
        let folder = folder(&ask.folder)?;
        let name = documents::file_name(&self.will_content()?, made_format(ask.format));
        let path = free_path(&folder, &name);
        self.write_will_to(ask.format, new(&path))
    }

    /// Writes the professional will to a place.
    ///
    /// # Errors
    /// When nobody is named in it, or it cannot be written.
    pub fn write_will_to(&self, format: Format, place: Place<'_>) -> Result<Written, Failure> {
        let paper = Paper::from(Stamp::Final { approved: None });
        write_file(place, &render(&self.will_content()?, format, paper)?)?;
        Ok(written(place))
    }

    fn will_content(&self) -> Result<Content, Failure> {
        self.read(|tx, now| {
            let will = store::will::get(tx)?;
            let named = will.filter(|will| !will.successor.trim().is_empty());
            let will = named.ok_or_else(|| {
                let what = "Say first who takes over. Nothing was written.";
                Failure::new("will.no_successor", what).at("successor")
            })?;
            let coach = store::coach::get(tx)?;
            Ok(documents::will(&will, &coach.name, now.today))
        })
    }
}

/// The log with the columns that the ICF asks for.
fn table(log: &HoursLog) -> Table {
    Table {
        name: "Coaching log",
        columns: vec![
            ("Client Name", 28),
            ("Contact Information", 28),
            ("Individual/Group", 16),
            ("Number in Group", 16),
            ("Start Date", 12),
            ("End Date", 12),
            ("Paid Hours", 12),
            ("Pro-bono Hours", 14),
        ],
        rows: log.rows.iter().map(row).collect(),
    }
}

fn row(row: &LogRow) -> Vec<Cell> {
    let hundredths = |minutes: u32| Cell::Hundredths((u64::from(minutes) * 100 + 30) / 60);
    let kind = if row.group.is_some() {
        "Group"
    } else {
        "Individual"
    };
    let text = |text: &str| match text {
        "" => Cell::Empty,
        text => Cell::Text(text.to_owned()),
    };
    vec![
        text(&row.client),
        text(&row.contact),
        text(kind),
        row.group
            .map_or(Cell::Empty, |size| Cell::Number(size.into())),
        Cell::Day(row.from),
        Cell::Day(row.until),
        hundredths(row.paid),
        hundredths(row.pro_bono),
    ]
}

/// The most bytes of a certificate's name: file systems take 255, and a number may come behind it.
const LONGEST_NAME: usize = 200;

/// A certificate's own name, without what a path could be made of or what some system does not take.
pub(crate) fn file_name(name: &str) -> String {
    let plain = |c: char| {
        if c.is_alphanumeric() || " .-_()".contains(c) {
            c
        } else {
            '-'
        }
    };
    let name: String = name.chars().map(plain).collect();
    let name = name.trim_matches(['.', ' ']);
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) if ending.len() <= 8 => (stem, format!(".{ending}")),
        _ => (name, String::new()),
    };
    let stem = &stem[..stem.floor_char_boundary(LONGEST_NAME)];
    let stem = stem.trim_end_matches(['.', ' ']);
    if stem.is_empty() {
        "certificate".to_owned()
    } else if is_a_device(stem) {
        format!("certificate-{stem}{ending}")
    } else {
        format!("{stem}{ending}")
    }
}

/// True for what Windows takes for a device, whatever comes behind a dot.
pub(crate) fn is_a_device(stem: &str) -> bool {
    let first = stem.split('.').next().unwrap_or_default().trim_end();
    let first = first.to_ascii_lowercase();
    let numbered = |device: &str| {
        let number = first.strip_prefix(device).map(str::parse::<u8>);
        matches!(number, Some(Ok(0..=9)))
    };
    matches!(&*first, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

fn new(path: &PathBuf) -> Place<'_> {
    Place {
        path,
        replaces: false,
    }
}

fn written(place: Place<'_>) -> Written {
    Written {
        path: place.path.display().to_string(),
        handed_over: false,
    }
}

impl From<NoWill> for Failure {
    fn from(refused: NoWill) -> Self {
        Self::new(refused.code(), refused.to_string()).at(refused.field())
    }
}

impl From<coaching::hours::Refusal> for Failure {
    fn from(refusal: coaching::hours::Refusal) -> Self {
        Self::new(refusal.code(), refusal.to_string()).at(refusal.field())
    }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_certificates_name_is_one_for_every_system() {
        for (named, kept) in [
            ("Course 2026 (1).pdf", "Course 2026 (1).pdf"),
            ("../../escape.pdf", "-..-escape.pdf"),
            ("..\\escape", "-escape"),
            ("trailing dots...", "trailing dots"),
            (". . .", "certificate"),
            ("con", "certificate-con"),
            ("Nul.tar.gz", "certificate-Nul.tar.gz"),
            ("COM1.pdf", "certificate-COM1.pdf"),
            ("console.pdf", "console.pdf"),
            ("\u{202e}fdp.exe", "-fdp.exe"),
        ] {
            assert_eq!(file_name(named), kept);
        }
        let long = file_name(&format!("{}.pdf", "名".repeat(190)));
        assert!(long.starts_with("名名") && long.ends_with("名.pdf"));
        assert!(long.len() <= 204, "{}", long.len());
    }
}
