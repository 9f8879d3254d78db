//! Tables: CSV in any usual encoding and with any usual separator, and the sheets of an XLSX file.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic;

use calamine::{Data, Reader, Xlsx, XlsxError};
use csv::ReaderBuilder;

use crate::text::text;
use crate::{LARGEST, Unreadable, line, packed};

/// The most rows that a table may have.
pub const MOST_ROWS: usize = 100_000;
/// The most columns that a table may have.
pub const MOST_COLUMNS: usize = 256;
/// The most cells that a table may have, or the sheets of a file together; blank ones, which fill the
/// shorter rows, are counted.
pub const MOST_CELLS: usize = 2_000_000;
/// The most sheets of a file: the same part can be named as many.
const MOST_SHEETS: usize = 64;

const WORKBOOK: Unreadable = Unreadable::NotA("a spreadsheet (XLSX)");

/// One table: rows of cells, as text. Dates are `YYYY-MM-DD`, numbers have a point.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name; empty for CSV.
    pub name: String,
    /// Its rows, the heading among them; none is wholly blank, all have as many cells.
    pub rows: Vec<Vec<String>>,
}

/// Reads a CSV file.
///
/// # Errors
/// [`Unreadable`].
pub fn csv(bytes: &[u8]) -> Result<Sheet, Unreadable> {
    const KIND: Unreadable = Unreadable::NotA("a table (CSV)");
    let text = text(bytes)?;
    if text.contains('\0') {
        return Err(KIND);
    }
    let mut reader = ReaderBuilder::new()
        .delimiter(separator(&text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| KIND)?;
        rows.push(record.iter().map(line).collect());
        if rows.len() > MOST_ROWS {
            return Err(Unreadable::TooMany(MOST_ROWS));
        }
    }
    sheet(String::new(), rows)
}

/// Reads the sheets of an XLSX file that hold anything.
///
/// # Errors
/// [`Unreadable`].
pub fn xlsx(bytes: &[u8]) -> Result<Vec<Sheet>, Unreadable> {
    packed::check(bytes, WORKBOOK)?;
    // Calamine does not bound its arithmetic: a crafted place of a cell can stop it.
    panic::catch_unwind(|| sheets(bytes)).unwrap_or(Err(WORKBOOK))
}

fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Unreadable> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| WORKBOOK)?;
    let names = book.sheet_names();
    if names.len() > MOST_SHEETS {
        return Err(Unreadable::TooMany(MOST_SHEETS));
    }
    let mut room = Room {
        cells: MOST_CELLS,
        text: LARGEST,
    };
    let mut sheets = Vec::new();
    for name in names {
        let mut reader = match book.worksheet_cells_reader(&name) {
            Ok(reader) => reader,
            // A chart by itself.
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(_) => return Err(WORKBOOK),
        };
        let mut rows: BTreeMap<u32, BTreeMap<u32, String>> = BTreeMap::new();
        while let Some(found) = reader.next_cell().map_err(|_| WORKBOOK)? {
            let text = cell(&found.get_value().clone().into());
            room.take(&text)?;
            let (row, column) = found.get_position();
            if !text.is_empty() {
                rows.entry(row).or_default().insert(column, text);
            }
        }
        match sheet(name, dense(rows)?) {
            Ok(sheet) => sheets.push(sheet),
            Err(Unreadable::Empty) => {}
            Err(other) => return Err(other),
        }
    }
    if sheets.is_empty() {
        return Err(Unreadable::Empty);
    }
    Ok(sheets)
}

/// What the cells of a file may still take: a text that stands in it once can be named by each cell.
struct Room {
    cells: usize,
    text: usize,
}

impl Room {
    fn take(&mut self, text: &str) -> Result<(), Unreadable> {
        self.cells = (self.cells.checked_sub(1)).ok_or(Unreadable::TooMany(MOST_CELLS))?;
        self.text = (self.text.checked_sub(text.len())).ok_or(Unreadable::TooLarge)?;
        Ok(())
    }
}

/// Rows of cells out of cells at their places, from the first column in which anything stands. A file
/// says of a cell where it is: two in opposite corners make no table of all that lies between them.
fn dense(rows: BTreeMap<u32, BTreeMap<u32, String>>) -> Result<Vec<Vec<String>>, Unreadable> {
    if rows.len() > MOST_ROWS {
        return Err(Unreadable::TooMany(MOST_ROWS));
    }
    let columns = || rows.values().flat_map(BTreeMap::keys);
    let (Some(first), Some(last)) = (columns().min().copied(), columns().max()) else {
        return Ok(Vec::new());
    };
    if usize::try_from(last - first).map_or(true, |width| width >= MOST_COLUMNS) {
        return Err(Unreadable::TooMany(MOST_COLUMNS));
    }
    let row = |cells: BTreeMap<u32, String>| {
        let mut row = Vec::new();
        for (column, text) in cells {
            let blank = (column - first) as usize - row.len();
            row.extend(std::iter::repeat_n(String::new(), blank));
            row.push(text);
        }
        row
    };
    Ok(rows.into_values().map(row).collect())
}

fn sheet(name: String, mut rows: Vec<Vec<String>>) -> Result<Sheet, Unreadable> {
    rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
    let width = rows.iter().map(Vec::len).max().ok_or(Unreadable::Empty)?;
    if width > MOST_COLUMNS {
        return Err(Unreadable::TooMany(MOST_COLUMNS));
    }
    if rows.len() * width > MOST_CELLS {
        return Err(Unreadable::TooMany(MOST_CELLS));
    }
    for row in &mut rows {
        row.resize(width, String::new());
    }
    Ok(Sheet { name, rows })
}

/// The separator that gives the same number of cells, and more than one, in most of the first lines.
fn separator(text: &str) -> u8 {
    const FIRST: usize = 20;
    let score = |separator: u8| {
        let mut reader = ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let widths: Vec<usize> = reader
            .records()
            .take(FIRST)
            .map_while(Result::ok)
            .map(|record| record.len())
            .collect();
        let first = widths.first().copied().unwrap_or(0);
        let same = widths.iter().filter(|width| **width == first).count();
        if first > 1 { (same, first) } else { (0, 0) }
    };
    let usual = [b',', b';', b'\t', b'|'];
    // Of equals the first, so that a comma stays what CSV means.
    let mut best = (b',', score(b','));
    for separator in &usual[1..] {
        let found = score(*separator);
        if found > best.1 {
            best = (*separator, found);
        }
    }
    best.0
}

fn cell(cell: &Data) -> String {
    match cell {
        Data::Empty | Data::Error(_) => String::new(),
        Data::Bool(truth) => truth.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        // A length, or an hour of no day: as hours and minutes, since a part of a day says nothing.
        Data::DateTime(at) if !at.is_datetime() || at.as_f64() < 1.0 => {
            let minutes = (at.as_f64() * 24.0 * 60.0).round();
            format!("{}:{:02}", (minutes / 60.0).floor(), minutes % 60.0)
        }
        Data::DateTime(at) => {
            let (year, month, day, hour, minute, ..) = at.to_ymd_hms_milli();
            match (hour, minute) {
                (0, 0) => format!("{year:04}-{month:02}-{day:02}"),
                _ => format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}"),
            }
        }
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => line(text),
    }
}
