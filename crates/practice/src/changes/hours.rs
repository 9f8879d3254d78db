//! Hours from before this program, and consent to be listed.

use coaching::day::Day;
use coaching::hours::{EarlierHours, Listing, minutes};
use coaching::ids::EarlierHoursId;
use coaching::words::Consent;

use super::new_id;
use crate::desk::Desk;
use crate::error::Failure;
use crate::input::not_ahead;
use crate::types::{AddHours, AddedHours, ChangeHours, HoursRow, RemoveHours, SetListing};

/// The most rows that are added at once, and that are kept.
pub(crate) const MOST_ROWS: usize = 20_000;

impl Desk {
    /// Adds hours from before this program: every row, or none. Rows in which nothing is written are
    /// passed over.
    ///
    /// # Errors
    /// When a cell cannot be read: the failure names it, like `rows[3].until`, and nothing is added.
    pub fn add_hours(&mut self, ask: AddHours) -> Result<AddedHours, Failure> {
        self.change("add hours", |tx, now| {
            let mut added = 0;
            for (r, row) in ask
                .rows
                .iter()
                .enumerate()
                .filter(|(_, row)| !is_blank(row))
            {
                let id = new_id(EarlierHoursId::new)?;
                let hours = read(id, row, ask.how, now.today)
                    .map_err(|failure| in_row(failure, &format!("rows[{r}]."), r))?;
                store::hours::insert(tx, &hours)?;
                added += 1;
            }
            if added == 0 {
                let what = "Write or paste at least one row.";
                return Err(Failure::input("rows", "blank", what));
            }
            if store::hours::all(tx)?.len() > MOST_ROWS {
                let what = "A log holds at most 20,000 rows. Nothing was added.";
                return Err(Failure::input("rows", "too_many", what));
            }
            Ok(AddedHours { rows: added })
        })
    }

    /// Changes one row.
    ///
    /// # Errors
    /// When a cell cannot be read, or the row is not there.
    pub fn change_hours(&mut self, ask: ChangeHours) -> Result<(), Failure> {
        self.change("change hours", |tx, now| {
            let hours = read(ask.id.clone(), &ask.row, ask.how, now.today)?;
            Ok(store::hours::update(tx, &hours)?)
        })
    }

    /// Removes one row.
    ///
    /// # Errors
    /// When the row is not there.
    pub fn remove_hours(&mut self, ask: RemoveHours) -> Result<(), Failure> {
        self.change("remove hours", |tx, _| {
            Ok(store::hours::remove(tx, &ask.id)?)
        })
    }

    /// Records a coachee's consent to stand by name in the log.
    ///
    /// # Errors
    /// When the person is not there, or a day is still to come or out of order.
    pub fn set_listing(&mut self, ask: SetListing) -> Result<(), Failure> {
        self.change("set listing", |tx, now| {
            if store::person::get(tx, &ask.person)?.is_none() {
                return Err(Failure::missing("person").at("person"));
            }
            if let Some(listing) = ask.listing {
                not_ahead("given", listing.given, now.today)?;
                if let Some(withdrawn) = listing.withdrawn {
                    not_ahead("withdrawn", withdrawn, now.today)?;
                }
                listing.fits()?;
            }
            Ok(store::hours::set_listing(tx, &ask.person, ask.listing)?)
        })
    }
}

fn is_blank(row: &HoursRow) -> bool {
    [
        &row.client,
        &row.contact,
        &row.group,
        &row.from,
        &row.until,
        &row.paid,
        &row.pro_bono,
        &row.consented,
    ]
    .iter()
    .all(|cell| cell.trim().is_empty())
}

fn read(
    id: EarlierHoursId,
    row: &HoursRow,
    how: Consent,
    today: Day,
) -> Result<EarlierHours, Failure> {
    let from = day("from", &row.from, today)?;
    let until = match row.until.trim() {
        "" => from,
        typed => day("until", typed, today)?,
    };
    let listing = match row.consented.trim() {
        "" => None,
        typed => Some(Listing {
            given: day("consented", typed, today)?,
            how,
            withdrawn: None,
        }),
    };
    let hours = EarlierHours {
        id,
        client: row.client.trim().to_owned(),
        contact: row.contact.trim().to_owned(),
        group: group(&row.group)?,
        from,
        until,
        paid: time("paid", &row.paid)?,
        pro_bono: time("pro_bono", &row.pro_bono)?,
        listing,
    };
    hours.fits()?;
    Ok(hours)
}

fn day(field: &str, typed: &str, today: Day) -> Result<Day, Failure> {
    let day = Day::parse(typed.trim()).map_err(|fault| Failure::from(fault).at(field))?;
    not_ahead(field, day, today)
}

fn group(typed: &str) -> Result<Option<u16>, Failure> {
    match typed.trim() {
        "" | "1" => Ok(None),
        typed => typed.parse().map(Some).map_err(|_| {
            let what = "Write how many were in the group, like 6, or leave it blank.";
            Failure::input("group", "number", what)
        }),
    }
}

fn time(field: &str, typed: &str) -> Result<u32, Failure> {
    minutes(typed).ok_or_else(|| {
        let what = "Write hours like 1.5, 0,75, 1:30 or 90 min.";
        Failure::input(field, "hours", what)
    })
}

/// The same failure, saying in which row. Rows are counted from 1 for people.
fn in_row(failure: Failure, place: &str, row: usize) -> Failure {
    let field = failure.field.clone().unwrap_or_default();
    Failure {
        message: format!("Row {}: {} Nothing was added.", row + 1, failure.message),
        ..failure
    }
    .at(&format!("{place}{field}"))
}
