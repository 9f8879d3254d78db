//! Certificates of disposal as files.

use coaching::ids::DisposalId;
use coaching::words::Language;
use documents::{Content, Paper, Stamp};

use super::access::{path_in, written};
use super::handing_over::{Place, write_file};
use super::render;
use crate::desk::Desk;
use crate::error::Failure;
use crate::types::{Format, WriteDisposal, Written};

impl Desk {
    /// Writes a certificate of disposal into a folder. It holds nothing of what was disposed of.
    ///
    /// # Errors
    /// When there is no such certificate, or it cannot be written.
    pub fn write_disposal(&mut self, ask: WriteDisposal) -> Result<Written, Failure> {
        let content = self.certificate(&ask.disposal, ask.language)?;
        let path = path_in(&ask.folder, &content, ask.format)?;
        let place = Place {
            path: &path,
            replaces: false,
        };
        self.write_disposal_to(&ask.disposal, ask.language, ask.format, place)
    }

    /// Writes a certificate of disposal to a place.
    ///
    /// # Errors
    /// When there is no such certificate, or it cannot be written.
    pub fn write_disposal_to(
        &mut self,
        disposal: &DisposalId,
        language: Language,
        format: Format,
        place: Place<'_>,
    ) -> Result<Written, Failure> {
        let content = self.certificate(disposal, language)?;
        let paper = Paper::new(Stamp::Final { approved: None }, None);
        write_file(place, &render(&content, format, paper)?)?;
        Ok(written(place.path, false))
    }

    fn certificate(&self, id: &DisposalId, language: Language) -> Result<Content, Failure> {
        self.read(|tx, _| {
            let all = store::disposal::all(tx)?;
            let known = all.iter().find(|disposal| disposal.id == *id);
            let known = known.ok_or_else(|| Failure::missing("certificate").at("disposal"))?;
            let coach = store::coach::get(tx)?;
            Ok(documents::certificate(known, &coach.name, language))
        })
    }
}
