//! Supervision and professional development, certificates, and marks "take to supervision".

use std::path::Path;

use coaching::hours::Learning;
use coaching::ids::{LearningId, MarkId, NoteId};
use coaching::knows;
use coaching::record::Noted;
use coaching::supervision::ToSupervision;
use coaching::text::{Text, about};
use store::Tx;
use store::learning::Certificate;

use super::{made, new_id};
use crate::desk::Desk;
use crate::error::Failure;
use crate::files::{NotBytes, decoded, read_up_to};
use crate::input::{maybe_name, name, not_ahead, some_text, text};
use crate::types::{
    BringBack, Made, RemoveLearning, RemoveMark, SaveLearning, SetCertificate, TakeToSupervision,
};

/// The most that one certificate may weigh, in bytes.
pub(crate) const LARGEST_CERTIFICATE: usize = 5 * 1024 * 1024;

/// The most that all certificates may weigh, in bytes: an export holds them all.
pub(crate) const ALL_CERTIFICATES: u64 = 50 * 1024 * 1024;

impl Desk {
    /// Adds or changes something learnt.
    ///
    /// # Errors
    /// When a length, a name or a day does not fit, or it is not there.
    pub fn save_learning(&mut self, ask: SaveLearning) -> Result<Made, Failure> {
        self.change("save learning", |tx, now| {
            let is_new = ask.id.is_none();
            let learning = Learning {
                id: ask.id.map_or_else(|| new_id(LearningId::new), Ok)?,
                kind: ask.kind,
                on: not_ahead("on", ask.on.unwrap_or(now.today), now.today)?,
                minutes: ask.minutes,
                with: maybe_name("with", &ask.with)?,
                about: text("about", ask.about)?,
            };
            learning.fits()?;
            if is_new {
                store::learning::insert(tx, &learning)?;
            } else {
                store::learning::update(tx, &learning)?;
            }
            Ok(made(&learning.id))
        })
    }

    /// Removes something learnt, with its certificate.
    ///
    /// # Errors
    /// When it is not there.
    pub fn remove_learning(&mut self, ask: RemoveLearning) -> Result<(), Failure> {
        self.change("remove learning", |tx, _| {
            Ok(store::learning::remove(tx, &ask.learning)?)
        })
    }

    /// Keeps a certificate's file as it is, or takes it away. It is never opened.
    ///
    /// # Errors
    /// When the file is too large or is none; nothing is changed then.
    pub fn set_certificate(&mut self, ask: SetCertificate) -> Result<(), Failure> {
        let certificate = match ask.certificate {
            None => None,
            Some(given) => {
                let file =
                    decoded(&given.file, LARGEST_CERTIFICATE).map_err(|fault| match fault {
                        NotBytes::TooLarge => too_large(),
                        NotBytes::Unreadable => unreadable(),
                    })?;
                Some(certificate(&given.name, file)?)
            }
        };
        self.keep_certificate(&ask.learning, certificate.as_ref())
    }

    /// Takes a file as a certificate, and reads no more of it than one may weigh.
    ///
    /// # Errors
    /// As [`Desk::set_certificate`]; `certificate.unreadable` when the file cannot be read.
    pub fn set_certificate_from(
        &mut self,
        learning: &LearningId,
        file: &Path,
    ) -> Result<(), Failure> {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let bytes = read_up_to(file, LARGEST_CERTIFICATE).map_err(|_| unreadable())?;
        let certificate = certificate(&name, bytes)?;
        self.keep_certificate(learning, Some(&certificate))
    }

    fn keep_certificate(
        &mut self,
        learning: &LearningId,
        certificate: Option<&Certificate>,
    ) -> Result<(), Failure> {
        self.change("set certificate", |tx, _| {
            let there = store::learning::all(tx)?;
            if !there.iter().any(|each| each.id == *learning) {
                return Err(Failure::missing("entry").at("learning"));
            }
            store::learning::set_certificate(tx, learning, certificate)?;
            within_limits(tx)
        })
    }

    /// Marks something of an engagement, or all of it, to be taken to supervision.
    ///
    /// # Errors
    /// When no line says why, or what is marked is not there.
    pub fn take_to_supervision(&mut self, ask: TakeToSupervision) -> Result<Made, Failure> {
        self.change_case("take to supervision", &ask.engagement, |tx, case, now| {
            let e = &case.engagement;
            let there = |item| knows::words_of(e, item).is_some();
            if ask.item.as_ref().is_some_and(|item| !there(item)) {
                return Err(Failure::missing("item").at("item"));
            }
            let mark = ToSupervision {
                id: new_id(MarkId::new)?,
                on: now.today,
                item: ask.item.as_ref().map_or(String::new(), knows::written),
                why: some_text("why", ask.why.clone())?,
                taken: None,
            };
            store::supervision::insert(tx, &e.id, &mark)?;
            Ok(made(&mark.id))
        })
    }

    /// Takes a mark back.
    ///
    /// # Errors
    /// When it is not there.
    pub fn remove_mark(&mut self, ask: RemoveMark) -> Result<(), Failure> {
        self.change_case("remove mark", &ask.engagement, |tx, case, _| {
            find(&case.engagement.supervision, &ask.mark)?;
            Ok(store::supervision::remove(tx, &ask.mark)?)
        })
    }

    /// A mark was taken to supervision; what came back is kept as a reflection of its engagement.
    ///
    /// # Errors
    /// When the mark is not there, or the day is still to come.
    pub fn bring_back(&mut self, ask: BringBack) -> Result<(), Failure> {
        self.change_case("bring back", &ask.engagement, |tx, case, now| {
            let mark = find(&case.engagement.supervision, &ask.mark)?;
            let on = not_ahead("on", ask.on.unwrap_or(now.today), now.today)?;
            if on < mark.on {
                let what = "It was taken there before it was marked. Check the date.";
                return Err(Failure::input("on", "before_mark", what));
            }
            let taken = ToSupervision {
                taken: Some(on),
                ..mark.clone()
            };
            store::supervision::update(tx, &taken)?;
            let words: Text<about::Reflections> = text("words", ask.words.clone())?;
            if words.is_empty() {
                return Ok(());
            }
            let note = Noted {
                id: new_id(NoteId::new)?,
                on,
                text: words,
                said_by: None,
                session: None,
                goal: None,
            };
            Ok(store::note::insert(tx, &case.engagement.id, &note)?)
        })
    }
}

fn find<'m>(marks: &'m [ToSupervision], id: &MarkId) -> Result<&'m ToSupervision, Failure> {
    let found = marks.iter().find(|mark| mark.id == *id);
    found.ok_or_else(|| Failure::missing("mark").at("mark"))
}

fn certificate(named: &str, file: Vec<u8>) -> Result<Certificate, Failure> {
    if file.len() > LARGEST_CERTIFICATE {
        return Err(too_large());
    }
    if file.is_empty() {
        return Err(unreadable());
    }
    Ok(Certificate {
        name: name("certificate", named)?,
        file,
    })
}

/// Refuses what makes all certificates together too heavy for one export.
fn within_limits(tx: &Tx<'_>) -> Result<(), Failure> {
    let all = store::learning::certificates(tx)?;
    let weight: u64 = all.iter().map(|(_, _, bytes)| u64::from(*bytes)).sum();
    if weight > ALL_CERTIFICATES {
        let what = "All certificates together may hold 50 MB, and this one is too much. Nothing was \
                    changed; keep a smaller copy of it.";
        return Err(Failure::new("certificate.too_many", what).at("certificate"));
    }
    Ok(())
}

fn too_large() -> Failure {
    let what = "This file is larger than 5 MB. Nothing was kept; choose a smaller copy of it.";
    Failure::new("certificate.too_large", what).at("certificate")
}

fn unreadable() -> Failure {
    let what = "This file cannot be read, or is empty. Nothing was kept; choose another one.";
    Failure::new("certificate.unreadable", what).at("certificate")
}
