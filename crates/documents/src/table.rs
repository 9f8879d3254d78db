//! Tables for other programs: CSV, and a workbook that spreadsheets open. Text stays text in both,
//! whatever a spreadsheet would like to make of it.

use chrono::Datelike;
use coaching::day::Day;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::refused::NotRendered;

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it is called, at most 31 letters: the name of the workbook's sheet.
    pub name: &'static str,
    /// What stands over each column, and how wide it is, in letters.
    pub columns: Vec<(&'static str, u8)>,
    /// The rows, each with as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A whole number.
    Number(i32),
    /// Hundredths, shown with two decimals.
    Hundredths(u64),
    /// A day.
    Day(Day),
    /// Nothing.
    Empty,
}

/// The most characters that a cell of a workbook takes.
pub const LONGEST_CELL: usize = 32_767;

/// The table as CSV: commas, UTF-8, one line for each row.
///
/// # Errors
/// [`NotRendered`] when the memory for it cannot be had.
pub fn csv(table: &Table) -> Result<Vec<u8>, NotRendered> {
    let fault = |_| NotRendered("csv");
    let mut writer = csv::Writer::from_writer(Vec::new());
    let head = table.columns.iter().map(|(name, _)| *name);
    writer.write_record(head).map_err(fault)?;
    for row in &table.rows {
        writer.write_record(row.iter().map(plain)).map_err(fault)?;
    }
    writer.into_inner().map_err(|_| NotRendered("csv"))
}

fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => harmless(text),
        Cell::Number(number) => number.to_string(),
        Cell::Hundredths(number) => format!("{}.{:02}", number / 100, number % 100),
        Cell::Day(day) => day.to_string(),
        Cell::Empty => String::new(),
    }
}

/// A spreadsheet takes a cell that begins like this for a formula. An apostrophe before it, which it
/// does not show, says that it is text.
fn harmless(text: &str) -> String {
    if text.trim_start().starts_with(['=', '+', '-', '@']) || text.starts_with(['\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// The table as a workbook. The day stands in it as the day it was made: no clock is asked.
///
/// # Errors
/// [`NotRendered`] when a text is longer than [`LONGEST_CELL`], or the file cannot be made.
pub fn xlsx(table: &Table, on: Day) -> Result<Vec<u8>, NotRendered> {
    workbook(std::slice::from_ref(table), on)
}

/// Tables as one workbook, each on a sheet of its own. No two may have one name.
///
/// # Errors
/// [`NotRendered`] as for [`xlsx`].
pub fn workbook(tables: &[Table], on: Day) -> Result<Vec<u8>, NotRendered> {
    made(tables, on).map_err(|_| NotRendered("xlsx"))
}

fn made(tables: &[Table], on: Day) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let properties = DocProperties::new().set_creation_datetime(&moment(on)?);
    workbook.set_properties(&properties);
    let formats = Formats {
        head: Format::new().set_bold(),
        hundredths: Format::new().set_num_format("0.00"),
        day: Format::new().set_num_format("yyyy-mm-dd"),
    };
    for table in tables {
        sheet(workbook.add_worksheet(), table, &formats)?;
    }
    workbook.save_to_buffer()
}

fn sheet(sheet: &mut Worksheet, table: &Table, formats: &Formats) -> Result<(), XlsxError> {
    sheet.set_name(table.name)?;
    sheet.set_freeze_panes(1, 0)?;
    for ((name, width), column) in table.columns.iter().zip(0..) {
        sheet.set_column_width(column, f64::from(*width))?;
        sheet.write_string_with_format(0, column, *name, &formats.head)?;
    }
    for (row, number) in table.rows.iter().zip(1..) {
        for (cell, column) in row.iter().zip(0..) {
            write(sheet, (number, column), cell, formats)?;
        }
    }
    Ok(())
}

struct Formats {
    head: Format,
    hundredths: Format,
    day: Format,
}

fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) => sheet.write_string(row, column, text)?,
        Cell::Number(number) => sheet.write_number(row, column, *number)?,
        Cell::Hundredths(number) => {
            // Exact far beyond the hours of a lifetime.
            let whole = u32::try_from(*number).unwrap_or(u32::MAX);
            let hours = f64::from(whole) / 100.0;
            sheet.write_number_with_format(row, column, hours, &formats.hundredths)?
        }
        Cell::Day(day) => {
            sheet.write_datetime_with_format(row, column, &moment(*day)?, &formats.day)?
        }
        Cell::Empty => sheet,
    };
    Ok(())
}

fn moment(day: Day) -> Result<ExcelDateTime, XlsxError> {
    let date = day.date();
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    let year = u16::try_from(date.year()).unwrap_or(1900);
    ExcelDateTime::from_ymd(year, part(date.month()), part(date.day()))
}
