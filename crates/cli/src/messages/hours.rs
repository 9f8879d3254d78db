//! Wording on hours, supervision and the professional will.

use practice::day::Day;
use practice::types::{AddedHours, HoursLog, Progress, Standing, Sum, Written, hours};
use practice::words::{Credential, CriterionOf};

pub const DONE: &str = "Done.";
pub const HOURS_COLUMNS: [&str; 6] = ["Client", "In group", "Start", "End", "Paid", "Pro bono"];
pub const HOURS_NOT_BROUGHT: &str = "Nothing was entered yet. To enter all of these rows: --bring";

pub const EARLIER: &str = "From before this program:";

pub const NOTHING_TO_TAKE: &str = "Nothing is marked to be taken to supervision.";

pub const NO_WILL: &str =
    "There is no professional will yet. Begin with: will set --successor NAME";

pub fn hours_on(on: Day) -> String {
    format!("Hours on {on}, those who consented to be listed:")
}

/// What the rows come to, and what stands beside them.
pub fn sums(log: &HoursLog) -> Vec<String> {
    let sum = |name: &str, sum: Sum| {
        format!(
            "{name}: {} paid, {} pro bono, {} clients",
            hours(sum.paid),
            hours(sum.pro_bono),
            sum.clients
        )
    };
    let mut lines = vec![sum("Listed", log.listed)];
    if log.unlisted != Sum::default() {
        let name = "Without consent, for a letter from the organisation";
        lines.push(sum(name, log.unlisted));
    }
    if log.large_groups != Sum::default() {
        lines.push(sum("Groups of more than 15", log.large_groups));
    }
    lines.push(sum("All", log.total));
    for client in &log.doubtful {
        lines.push(format!(
            "{client}: earlier hours reach into sessions here, and may be counted twice"
        ));
    }
    lines
}

pub fn credential(progress: &Progress) -> String {
    let name = match progress.credential {
        Credential::Acc => "ICF ACC",
        Credential::Pcc => "ICF PCC",
        Credential::Mcc => "ICF MCC",
        Credential::EiaFoundation => "EMCC EIA Foundation",
        Credential::EiaPractitioner => "EMCC EIA Practitioner",
        Credential::EiaSenior => "EMCC EIA Senior Practitioner",
        Credential::EiaMaster => "EMCC EIA Master Practitioner",
    };
    format!(
        "{name} ({}, read on {}, {})",
        progress.edition, progress.read, progress.link
    )
}

pub fn criterion(standing: &Standing) -> String {
    let months = standing.months;
    match standing.of {
        CriterionOf::Hours => "hours in all".to_owned(),
        CriterionOf::PaidHours => "paid hours".to_owned(),
        CriterionOf::Clients => "clients".to_owned(),
        CriterionOf::RecentHours => format!("hours in the last {months} months"),
        CriterionOf::Years => "years since the first coaching".to_owned(),
        CriterionOf::Supervision => {
            "hours of supervision in the leanest of the last four quarters".to_owned()
        }
        CriterionOf::Development => {
            format!("hours of professional development in the last {months} months")
        }
        CriterionOf::Holds => "another credential held already; not known here".to_owned(),
        CriterionOf::Training => {
            "recognised training, and hours after it began; not known here".to_owned()
        }
        CriterionOf::Mentoring => "mentor coaching; not judged here".to_owned(),
        CriterionOf::Assessment => "exam or assessment; not known here".to_owned(),
        CriterionOf::Feedback => {
            format!(
                "{} feedbacks from clients in the last {months} months; not known here",
                standing.need
            )
        }
        CriterionOf::Reflections => "reflections on practice; not judged here".to_owned(),
        CriterionOf::Membership => "membership of a professional body; not known here".to_owned(),
    }
}

pub fn hours_written(written: &Written) -> String {
    format!(
        "Written, unencrypted, with the names and contacts of those who consented: {}",
        written.path
    )
}

pub fn quarters(hours: &[String]) -> String {
    format!(
        "Hours of supervision in the last four quarters, the latest first: {}",
        hours.join(", ")
    )
}

pub fn of_will(field: &str) -> &'static str {
    match field {
        "successor" => "Takes over",
        "reach" => "Reached by",
        "stand_in" => "Otherwise",
        "tasks" => "What to do",
        "vault" => "Where the vault is",
        "sealed" => "Where what opens it lies",
        _ => "Whom to tell",
    }
}

pub fn reviewed(on: Option<Day>, due: bool) -> String {
    let said = on.map_or("Never looked through".to_owned(), |on| {
        format!("Last looked through on {on}")
    });
    if due {
        format!("{said}; it is time to.")
    } else {
        format!("{said}.")
    }
}

pub fn other_sheets(sheets: usize) -> String {
    format!("Other sheets, not read: {sheets}")
}

pub fn hours_added(added: &AddedHours) -> String {
    format!("Entered. New rows: {}.", added.rows)
}
