//! Rows of hours out of a spreadsheet. They are looked at here, and entered like rows that are typed
//! ([`Desk::add_hours`]).

use intake::Sheet;

use super::bringing::{bytes_of, heading_words};
use crate::desk::Desk;
use crate::error::Failure;
use crate::types::{HoursRow, HoursSeen, LookAtHours, TableFormat};

/// How many cells a row has.
const CELLS: usize = 8;

impl Desk {
    /// Looks into a table of hours: its rows, as they would be typed. Keeps nothing.
    ///
    /// # Errors
    /// When the file cannot be read as such a table.
    pub fn look_at_hours(&self, ask: LookAtHours) -> Result<HoursSeen, Failure> {
        self.opened()?;
        let bytes = bytes_of(&ask.file)?;
        let mut sheets = match ask.kind {
            TableFormat::Csv => vec![intake::csv(&bytes)?],
            TableFormat::Xlsx => intake::xlsx(&bytes)?,
        };
        let with_heading = sheets.iter().position(|sheet| heading(sheet).is_some());
        let sheet = sheets.swap_remove(with_heading.unwrap_or(0));
        Ok(HoursSeen {
            rows: rows(&sheet),
            other_sheets: sheets.len(),
        })
    }
}

/// Where each cell of a row stands in the table, when its first row says so.
fn heading(sheet: &Sheet) -> Option<[Option<usize>; CELLS]> {
    let mut places = [None; CELLS];
    for (at, cell) in sheet.rows.first()?.iter().enumerate() {
        if let Some(cell) = meant(cell).and_then(|cell| places.get_mut(cell)) {
            cell.get_or_insert(at);
        }
    }
    // A name and a day make a row: a client who is called "Name" does not make a heading.
    (places[0].is_some() && places[3].is_some()).then_some(places)
}

fn rows(sheet: &Sheet) -> Vec<HoursRow> {
    let Some(places) = heading(sheet) else {
        return sheet.rows.iter().map(|row| in_order(row)).collect();
    };
    let rows = sheet.rows.iter().skip(1);
    rows.map(|row| made(|cell| row.get(places[cell]?)))
        .collect()
}

/// A row of a table without a heading. The ICF's log has one column more, which says "Individual" or
/// "Group".
fn in_order(row: &[String]) -> HoursRow {
    let third = row.get(2).map(|cell| cell.to_lowercase());
    let more = usize::from(matches!(third.as_deref(), Some("individual" | "group")));
    made(|cell| row.get(if cell < 2 { cell } else { cell + more }))
}

fn made<'a>(cell: impl Fn(usize) -> Option<&'a String>) -> HoursRow {
    let said = |at| cell(at).map_or_else(String::new, |cell| plain(cell));
    HoursRow {
        client: said(0),
        contact: said(1),
        group: said(2),
        from: said(3),
        until: said(4),
        paid: said(5),
        pro_bono: said(6),
        consented: said(7),
    }
}

/// A cell without the mark that keeps a spreadsheet from taking text for a formula, as our own CSV has it.
fn plain(cell: &str) -> String {
    let text = cell.strip_prefix('\'');
    let text = text.filter(|text| text.starts_with(['=', '+', '-', '@']));
    text.unwrap_or(cell).to_owned()
}

/// Which cell of a row a heading means, as logs of hours are usually written.
fn meant(heading: &str) -> Option<usize> {
    match heading_words(heading).as_str() {
        "client" | "clientname" | "nameofclient" | "name" => Some(0),
        "contact" | "contactinformation" | "contactinfo" | "clientcontact" | "email" | "phone" => {
            Some(1)
        }
        "groupsize" | "ingroup" | "numberingroup" | "inthegroup" | "ofgroup" | "people" => Some(2),
        "from" | "start" | "startdate" | "date" | "day" | "firstday" => Some(3),
        "until" | "to" | "end" | "enddate" | "lastday" => Some(4),
        "paid" | "paidhours" | "hours" => Some(5),
        "probono" | "probonohours" => Some(6),
        "consented" | "consenton" | "consentedon" | "dayofconsent" => Some(7),
        _ => None,
    }
}
