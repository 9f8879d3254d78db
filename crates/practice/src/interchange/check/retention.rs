//! Holds and certificates of disposal.

use coaching::ids::EngagementId;
use coaching::retention::{Disposal, Hold};
use coaching::words::KeptPart;

use super::{Checked, Ids, plain};
use crate::interchange::PracticeRecord;
use crate::interchange::fault::ImportFault;

pub(super) fn check<'a>(record: &'a PracticeRecord, ids: &mut Ids<'a>) -> Checked {
    for (h, each) in record.holds.iter().enumerate() {
        hold(each, &format!("holds[{h}]"), ids)?;
    }
    for (d, each) in record.disposals.iter().enumerate() {
        disposal(each, &format!("disposals[{d}]"), ids)?;
    }
    Ok(())
}

fn hold<'a>(hold: &'a Hold, at: &str, ids: &mut Ids<'a>) -> Checked {
    ids.once("hold", hold.id.as_str(), || format!("{at}.id"))?;
    let engagement = hold.engagement.as_str();
    ids.known("engagement", engagement, || format!("{at}.engagement"))?;
    plain(&hold.reason, || format!("{at}.reason"))?;
    if hold.reason.trim().is_empty() {
        return Err(ImportFault::inconsistent(
            format!("{at}.reason"),
            "is blank",
        ));
    }
    if hold.lifted.is_some_and(|lifted| lifted < hold.on) {
        let what = "lies before the hold began";
        return Err(ImportFault::inconsistent(format!("{at}.lifted"), what));
    }
    Ok(())
}

fn disposal<'a>(disposal: &'a Disposal, at: &str, ids: &mut Ids<'a>) -> Checked {
    ids.once("disposal", disposal.id.as_str(), || format!("{at}.id"))?;
    if disposal.part == KeptPart::Record {
        of_record(&disposal.engagement, at, ids)?;
    }
    for (i, item) in disposal.items.iter().enumerate() {
        let at = format!("{at}.items[{i}]");
        plain(&item.kind, || format!("{at}.kind"))?;
        if item.count == 0 {
            return Err(ImportFault::inconsistent(format!("{at}.count"), "is none"));
        }
        let hex = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
        if item.sha256.len() != 64 || !item.sha256.chars().all(hex) {
            let what = "is not a SHA-256 in hexadecimal digits";
            return Err(ImportFault::inconsistent(format!("{at}.sha256"), what));
        }
    }
    Ok(())
}

/// An engagement whose record was disposed of stands in no practice, and its record went once.
fn of_record<'a>(engagement: &'a EngagementId, at: &str, ids: &mut Ids<'a>) -> Checked {
    let place = || format!("{at}.engagement");
    if ids.known("engagement", engagement.as_str(), place).is_ok() {
        let what = "was disposed of, and stands in this practice all the same";
        return Err(ImportFault::inconsistent(place(), what));
    }
    ids.once("record disposed of", engagement.as_str(), place)
}
