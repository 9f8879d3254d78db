//! Hours, what was learnt and the professional will in a document.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use coaching::hours::{EarlierHours, Learning, Listing};
use coaching::ids::{LearningId, PersonId};
use coaching::will::Will;
use serde::{Deserialize, Serialize};
use store::Tx;
use store::learning::Certificate;

use super::{ImportFault, refused};
use crate::changes::{ALL_CERTIFICATES, LARGEST_CERTIFICATE};
use crate::error::Failure;

/// The coach's own: of no engagement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OwnRecord {
    /// Who consented to stand by name in the log of hours.
    #[serde(
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "super::limits::entries"
    )]
    pub listings: Vec<ListingRecord>,
    /// Hours from before this program.
    #[serde(
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "super::limits::entries"
    )]
    pub earlier_hours: Vec<EarlierHours>,
    /// Supervision and professional development.
    #[serde(
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "super::limits::entries"
    )]
    pub learning: Vec<Learning>,
    /// Certificates of what was learnt.
    #[serde(
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "super::limits::entries"
    )]
    pub certificates: Vec<CertificateRecord>,
    /// The professional will.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub will: Option<Will>,
}

/// One person's consent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListingRecord {
    /// Who.
    pub person: PersonId,
    /// The consent.
    pub listing: Listing,
}

/// One certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CertificateRecord {
    /// Of what was learnt.
    pub learning: LearningId,
    /// The file's name.
    pub name: String,
    /// The file, in base64.
    pub file: String,
}

impl OwnRecord {
    /// True when nothing is kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub(super) fn take(tx: &Tx<'_>) -> Result<Self, Failure> {
        let mut certificates = Vec::new();
        for (learning, _, _) in store::learning::certificates(tx)? {
            if let Some(kept) = store::learning::certificate(tx, &learning)? {
                certificates.push(CertificateRecord {
                    learning,
                    name: kept.name,
                    file: STANDARD.encode(kept.file),
                });
            }
        }
        let listings = store::hours::listings(tx)?.into_iter();
        let mut own = Self {
            listings: listings
                .map(|(person, listing)| ListingRecord { person, listing })
                .collect(),
            earlier_hours: store::hours::all(tx)?,
            learning: store::learning::all(tx)?,
            certificates,
            will: store::will::get(tx)?,
        };
        own.earlier_hours.sort_by(|a, b| a.id.cmp(&b.id));
        own.learning.sort_by(|a, b| a.id.cmp(&b.id));
        Ok(own)
    }

    /// Puts what [`OwnRecord::check`] has passed into a vault. A will that is there stays.
    pub(super) fn put(&self, tx: &Tx<'_>) -> Result<(), Failure> {
        for (at, each) in self.listings.iter().enumerate() {
            store::hours::set_listing(tx, &each.person, Some(each.listing))
                .map_err(|error| refused("own.listings", at, error))?;
        }
        for (at, hours) in self.earlier_hours.iter().enumerate() {
            store::hours::insert(tx, hours)
                .map_err(|error| refused("own.earlier_hours", at, error))?;
        }
        for (at, learning) in self.learning.iter().enumerate() {
            store::learning::insert(tx, learning)
                .map_err(|error| refused("own.learning", at, error))?;
        }
        for (at, each) in self.certificates.iter().enumerate() {
            let certificate = each.read(at)?;
            store::learning::set_certificate(tx, &each.learning, Some(&certificate))
                .map_err(|error| refused("own.certificates", at, error))?;
        }
        match &self.will {
            Some(will) if store::will::get(tx)?.is_none() => Ok(store::will::set(tx, will)?),
            _ => Ok(()),
        }
    }

    /// Whether it fits together, and with these people.
    pub(super) fn check<'a>(&'a self, ids: &mut super::check::Ids<'a>) -> Result<(), ImportFault> {
        let wrong = |place: String, what: &'static str| ImportFault::inconsistent(place, what);
        for (l, each) in self.listings.iter().enumerate() {
            let at = |field: &str| format!("own.listings[{l}].{field}");
            ids.known("person", each.person.as_str(), || at("person"))?;
            ids.once("listing", each.person.as_str(), || at("person"))?;
            let fits = each.listing.fits();
            fits.map_err(|_| wrong(at("listing.withdrawn"), "lies before the day it was given"))?;
        }
        for (h, hours) in self.earlier_hours.iter().enumerate() {
            let at = |field: &str| format!("own.earlier_hours[{h}].{field}");
            ids.once("earlier hours", hours.id.as_str(), || at("id"))?;
            let fits = hours.fits();
            fits.map_err(|refusal| wrong(at(refusal.field()), "cannot be in a log of hours"))?;
        }
        for (l, learning) in self.learning.iter().enumerate() {
            let at = |field: &str| format!("own.learning[{l}].{field}");
            ids.once("learning", learning.id.as_str(), || at("id"))?;
            let fits = learning.fits();
            fits.map_err(|refusal| wrong(at(refusal.field()), "is not what can be learnt by"))?;
        }
        let mut weight = 0;
        for (c, each) in self.certificates.iter().enumerate() {
            let at = |field: &str| format!("own.certificates[{c}].{field}");
            ids.known("learning", each.learning.as_str(), || at("learning"))?;
            ids.once("certificate", each.learning.as_str(), || at("learning"))?;
            weight += u64::try_from(each.read(c)?.file.len()).unwrap_or(u64::MAX);
            if weight > ALL_CERTIFICATES {
                return Err(wrong(at("file"), "is more than all certificates may hold"));
            }
        }
        if let Some(will) = &self.will {
            let fits = will.fits();
            fits.map_err(|no| wrong(format!("own.will.{}", no.field()), "cannot stand in a will"))?;
        }
        Ok(())
    }
}

impl CertificateRecord {
    fn read(&self, at: usize) -> Result<Certificate, ImportFault> {
        let no_file = |field: &str| {
            let place = format!("own.certificates[{at}].{field}");
            ImportFault::inconsistent(place, "is no file for a certificate")
        };
        let file = STANDARD.decode(&self.file).map_err(|_| no_file("file"))?;
        if file.is_empty() || file.len() > LARGEST_CERTIFICATE {
            return Err(no_file("file"));
        }
        if !coaching::check::is_a_name(&self.name) {
            return Err(no_file("name"));
        }
        Ok(Certificate {
            name: self.name.clone(),
            file,
        })
    }
}
