//! The coach's own: hours, supervision, the professional will.

use practice::types::{
    AddHours, AskHours, BringBack, HoursRow, Listing, LookAtHours, Made, RemoveHours,
    RemoveLearning, SaveLearning, SetListing, TableFormat, TakeToSupervision, Will,
};
use practice::words::Language;
use practice::{Desk, Failure, Place, file_in_base64, ids};
use serde_json::json;

use crate::arguments::own::{Hours, HoursCommand, SupervisionCommand, WillCommand};
use crate::arguments::{Force, PaperFormat};
use crate::output::{Answer, full};
use crate::{find, messages, screen};

pub fn hours(desk: &mut Desk, asked: Hours, as_json: bool) -> Result<Answer, Failure> {
    let done = || Answer::of(as_json, &json!({}), |_| messages::DONE.to_owned());
    match asked.what {
        None => log(desk, &asked, as_json),
        Some(HoursCommand::Add {
            client,
            contact,
            group,
            from,
            until,
            paid,
            pro_bono,
            consented,
            how,
        }) => {
            let row = HoursRow {
                client,
                contact,
                group,
                from,
                until,
                paid,
                pro_bono,
                consented,
            };
            let rows = vec![row];
            let added = desk.add_hours(AddHours { rows, how })?;
            Answer::of(as_json, &added, |_| messages::DONE.to_owned())
        }
        Some(HoursCommand::Bring { file, bring, how }) => {
            let kind = match file.extension().and_then(|ending| ending.to_str()) {
                Some(ending) if ending.eq_ignore_ascii_case("xlsx") => TableFormat::Xlsx,
                _ => TableFormat::Csv,
            };
            let file = file_in_base64(&file)?;
            let seen = desk.look_at_hours(LookAtHours { file, kind })?;
            if !bring {
                return Answer::of(as_json, &seen, screen::hours_seen);
            }
            let rows = seen.rows;
            let added = desk.add_hours(AddHours { rows, how })?;
            Answer::of(as_json, &added, messages::hours_added)
        }
        Some(HoursCommand::Remove { id }) => {
            let id = ids::EarlierHoursId::new(id)?;
            desk.remove_hours(RemoveHours { id })?;
            done()
        }
        Some(HoursCommand::Consent {
            person,
            given,
            how,
            withdrawn,
            ..
        }) => {
            let person = find::person(desk, &person)?;
            let listing = given.map(|given| Listing {
                given,
                how,
                withdrawn,
            });
            desk.set_listing(SetListing { person, listing })?;
            done()
        }
    }
}

fn log(desk: &Desk, asked: &Hours, as_json: bool) -> Result<Answer, Failure> {
    let file = match (&asked.csv, &asked.xlsx) {
        (Some(path), _) => Some((path, TableFormat::Csv)),
        (_, Some(path)) => Some((path, TableFormat::Xlsx)),
        _ => None,
    };
    let Some((path, format)) = file else {
        let page = desk.hours(AskHours { on: asked.on })?;
        return Answer::of(as_json, &page, screen::hours);
    };
    let path = full(path)?;
    let place = Place {
        path: &path,
        replaces: asked.force.force,
    };
    let written = desk.write_hours_to(asked.on, format, place)?;
    Answer::of(as_json, &written, messages::hours_written)
}

pub fn supervision(
    desk: &mut Desk,
    what: Option<SupervisionCommand>,
    as_json: bool,
) -> Result<Answer, Failure> {
    let made = |made: &Made| Answer::of(as_json, made, |made| made.id.clone());
    let done = || Answer::of(as_json, &json!({}), |_| messages::DONE.to_owned());
    let Some(what) = what else {
        return Answer::of(as_json, &desk.supervision()?, screen::supervision);
    };
    match what {
        SupervisionCommand::Log {
            kind,
            minutes,
            on,
            with,
            about,
            certificate,
        } => {
            let saved = desk.save_learning(SaveLearning {
                id: None,
                kind,
                on,
                minutes,
                with,
                about,
            })?;
            if let Some(file) = certificate {
                let learning = ids::LearningId::new(saved.id.clone())?;
                // Both or neither: an entry without the certificate that was named is not kept.
                if let Err(refused) = desk.set_certificate_from(&learning, &file) {
                    desk.remove_learning(RemoveLearning { learning })?;
                    return Err(refused);
                }
            }
            made(&saved)
        }
        SupervisionCommand::Remove { id } => {
            let learning = ids::LearningId::new(id)?;
            desk.remove_learning(RemoveLearning { learning })?;
            done()
        }
        SupervisionCommand::Certificate { id, out, force } => {
            let path = full(&out)?;
            let learning = ids::LearningId::new(id)?;
            let written = desk.write_certificate_to(&learning, place(&path, force))?;
            Answer::of(as_json, &written, messages::written)
        }
        SupervisionCommand::Take {
            engagement,
            item,
            why,
        } => {
            let engagement = find::engagement(desk, &engagement.engagement)?;
            let item = item
                .map(|item| find::item(desk, &engagement, &item))
                .transpose()?;
            made(&desk.take_to_supervision(TakeToSupervision {
                engagement,
                item,
                why,
            })?)
        }
        SupervisionCommand::Back {
            engagement,
            mark,
            on,
            words,
        } => {
            desk.bring_back(BringBack {
                engagement: find::engagement(desk, &engagement.engagement)?,
                mark: ids::MarkId::new(mark)?,
                on,
                words,
            })?;
            done()
        }
    }
}

/// What the waiting marks of an engagement ask.
pub fn marked(desk: &Desk, asked: &str) -> Result<String, Failure> {
    let engagement = find::engagement(desk, asked)?;
    let page = desk.supervision()?;
    let mut marked = page.engagements.into_iter();
    let found = marked.find(|each| each.engagement == engagement);
    Ok(found.map_or(String::new(), |each| each.question))
}

pub fn will(desk: &mut Desk, what: Option<WillCommand>, as_json: bool) -> Result<Answer, Failure> {
    match what {
        None => Answer::of(as_json, &desk.will()?, screen::will),
        Some(WillCommand::Set {
            language,
            successor,
            reach,
            stand_in,
            tasks,
            place,
            sealed,
            tell,
            reviewed,
        }) => {
            let before = desk.will()?.will;
            let before = before.unwrap_or_else(|| Will::new(Language::English));
            desk.save_will(Will {
                language: language.unwrap_or(before.language),
                successor: successor.unwrap_or(before.successor),
                reach: reach.unwrap_or(before.reach),
                stand_in: stand_in.unwrap_or(before.stand_in),
                tasks: tasks.unwrap_or(before.tasks),
                vault: place.unwrap_or(before.vault),
                sealed: sealed.unwrap_or(before.sealed),
                tell: tell.unwrap_or(before.tell),
                reviewed: reviewed.or(before.reviewed),
            })?;
            Answer::of(as_json, &desk.will()?, screen::will)
        }
        Some(WillCommand::Write { format, out, force }) => {
            let path = full(&out)?;
            let format = PaperFormat::from(format).into();
            let written = desk.write_will_to(format, place(&path, force))?;
            Answer::of(as_json, &written, messages::written)
        }
    }
}

fn place(path: &std::path::Path, force: Force) -> Place<'_> {
    Place {
        path,
        replaces: force.force,
    }
}
