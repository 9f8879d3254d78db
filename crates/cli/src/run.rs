//! Each command, from what was typed to what is printed.

use std::env;
use std::path::{Path, PathBuf, absolute};

use practice::day::Day;
use practice::types::{AskChair, AskEngagement, AskMeeting, AskWho, CreateVault, Unlock};
use practice::words::DocumentKind;
use practice::{Desk, Failure, Imported, NoKeychain, Places, SystemClock, interchange};
use serde_json::json;

use crate::arguments::{Arguments, Command, Force, OnADay, OutFile};
use crate::call::Call;
use crate::output::{self, Answer};
use crate::passphrase::{self, Purpose};
use crate::{contacts, find, messages, others, paper, screen};

/// Runs a command.
pub fn run(arguments: Arguments, folder_typed: &Path) -> Result<Answer, Failure> {
    let json = arguments.json;
    let vault = Vault {
        folder: folder(folder_typed)?,
        passphrase_file: arguments.passphrase_file,
    };
    match arguments.command {
        Command::New => {
            vault.create()?;
            vault.made(None, json)
        }
        Command::Sample => {
            let sample = vault.create()?.import_sample()?;
            vault.made(Some(&sample), json)
        }
        Command::Import { file } => import(&vault, &file, json),
        Command::Export { file, force } => export(&vault, &file, force, json),
        Command::Contacts { file, bring, only } => {
            contacts::contacts(|| vault.open(), &file, bring, only, json)
        }
        Command::Engagements => Answer::of(json, &vault.open()?.engagements()?, |list| {
            screen::engagements(list)
        }),
        Command::View {
            engagement,
            chair,
            on,
        } => view(&vault.open()?, &engagement.engagement, &chair, on, json),
        Command::Drift(asked) => drift(&vault.open()?, &asked, json),
        Command::Direction(asked) => {
            let desk = vault.open()?;
            let page = desk.direction(on_a_day(&desk, &asked)?)?;
            Answer::of(json, &page, screen::direction)
        }
        Command::Alignment(asked) => {
            let desk = vault.open()?;
            let page = desk.alignment(on_a_day(&desk, &asked)?)?;
            Answer::of(json, &page, screen::alignment)
        }
        Command::Measures(asked) => {
            let desk = vault.open()?;
            let page = desk.measures(on_a_day(&desk, &asked)?)?;
            Answer::of(json, &page, screen::measures)
        }
        Command::Closing(asked) => {
            let desk = vault.open()?;
            let page = desk.closing(on_a_day(&desk, &asked)?)?;
            Answer::of(json, &page, screen::closing)
        }
        Command::Letterhead {
            logo,
            no_logo,
            colour,
        } => {
            let mut desk = vault.open()?;
            let page = others::letterhead(&mut desk, logo.as_deref(), no_logo, colour)?;
            Answer::of(json, &page, screen::letterhead)
        }
        Command::Threads(asked) => threads(&vault.open()?, &asked, json),
        Command::Boundaries(asked) => {
            let desk = vault.open()?;
            let page = desk.boundaries(on_a_day(&desk, &asked)?)?;
            Answer::of(json, &page, screen::boundaries)
        }
        Command::Agreement {
            engagement,
            effective,
            paper,
        } => {
            let desk = &mut vault.open()?;
            let written = paper::agreement(desk, &engagement.engagement, effective, &paper)?;
            Answer::of(json, &written, messages::written)
        }
        Command::Brief {
            engagement,
            meeting,
            paper,
        } => {
            let desk = &mut vault.open()?;
            let kind = DocumentKind::Brief;
            let written = paper::of_meeting(desk, &engagement.engagement, &meeting, kind, &paper)?;
            Answer::of(json, &written, messages::written)
        }
        Command::Meeting {
            engagement,
            meeting,
        } => {
            let desk = vault.open()?;
            let page = find::page(&desk, &engagement.engagement)?;
            let meeting = find::meeting(&page, &meeting)?;
            let page = desk.meeting(AskMeeting { meeting })?;
            Answer::of(json, &page, screen::meeting_ahead)
        }
        Command::Invitation {
            engagement,
            meeting,
            from_coach,
            paper,
        } => {
            let desk = &mut vault.open()?;
            let asked = &engagement.engagement;
            let written = paper::invitation(desk, asked, &meeting, from_coach, &paper)?;
            Answer::of(json, &written, messages::written)
        }
        Command::Minutes {
            engagement,
            meeting,
            paper,
        } => {
            let desk = &mut vault.open()?;
            let kind = DocumentKind::Minutes;
            let written = paper::of_meeting(desk, &engagement.engagement, &meeting, kind, &paper)?;
            Answer::of(json, &written, messages::written)
        }
        Command::Summary {
            engagement,
            on,
            paper,
        } => {
            let written = paper::summary(&mut vault.open()?, &engagement.engagement, on, &paper)?;
            Answer::of(json, &written, messages::written)
        }
        Command::TalkingPoints {
            engagement,
            points,
            file,
        } => {
            let desk = &mut vault.open()?;
            let written = others::talking_points(desk, &engagement.engagement, &points, &file)?;
            Answer::of(json, &written, messages::written)
        }
        Command::CaseSheet {
            engagement,
            question,
            with_reflections,
            file,
        } => {
            let desk = &mut vault.open()?;
            let asked = &engagement.engagement;
            let written = others::case_sheet(desk, asked, question, with_reflections, &file)?;
            Answer::of(json, &written, messages::written)
        }
        Command::ClientStory { engagement, file } => {
            let desk = &mut vault.open()?;
            let written = others::client_story(desk, &engagement.engagement, &file)?;
            Answer::of(json, &written, messages::written)
        }
        Command::Names {
            engagement,
            becomes,
            keep,
            forget,
        } => {
            let decisions = others::Decisions::new(&becomes, keep, forget)?;
            let names = others::names(&mut vault.open()?, &engagement.engagement, decisions)?;
            Answer::of(json, &names, messages::names)
        }
        Command::Access {
            person,
            decisions,
            language,
            format,
            out,
            hand_over,
            force,
        } => {
            let decided = others::decisions(decisions.as_deref())?;
            let desk = &mut vault.open()?;
            let page = others::access(desk, &person)?;
            let (Some(format), Some(out)) = (format, out) else {
                return Answer::of(json, &page, screen::access);
            };
            let file = OutFile {
                format,
                out,
                hand_over,
                force,
            };
            let written = others::write_access(desk, &page, decided, language, &file)?;
            Answer::of(json, &written, messages::written)
        }
        Command::DataSheet {
            language,
            format,
            out,
            force,
        } => {
            let file = OutFile {
                format,
                out,
                hand_over: false,
                force,
            };
            let written = others::data_sheet(&mut vault.open()?, language, &file)?;
            Answer::of(json, &written, messages::written)
        }
        Command::Say { engagement, to, on } => {
            say(&vault.open()?, &engagement.engagement, &to, on, json)
        }
        Command::Ledger { engagement } => {
            let page = find::page(&vault.open()?, &engagement.engagement)?;
            Answer::of(json, &page.ledger, |ledger| screen::ledger(ledger))
        }
        Command::Who {
            engagement,
            item,
            on,
        } => who(&vault.open()?, &engagement.engagement, &item, on, json),
        Command::Call { command, input } => {
            let call = Call::new(&command, input.as_deref())?;
            Ok(Answer::Json(call.answered_by(&mut vault.open()?)?))
        }
        Command::Check => check(&vault.open()?, json),
    }
}

/// The vault that was named, not yet opened.
struct Vault {
    folder: String,
    passphrase_file: Option<PathBuf>,
}

impl Vault {
    fn create(&self) -> Result<Desk, Failure> {
        let passphrase = passphrase::get(self.passphrase_file.as_deref(), Purpose::Choose)?;
        let mut desk = self.desk();
        desk.create_vault(CreateVault {
            folder: self.folder.clone(),
            passphrase,
            remember: false,
        })?;
        Ok(desk)
    }

    fn open(&self) -> Result<Desk, Failure> {
        let passphrase = passphrase::get(self.passphrase_file.as_deref(), Purpose::Open)?;
        let mut desk = self.desk();
        desk.unlock(Unlock {
            folder: self.folder.clone(),
            passphrase: Some(passphrase),
        })?;
        Ok(desk)
    }

    /// A desk without a keychain, and without a memory of which vault was opened last.
    fn desk(&self) -> Desk {
        let places = Places {
            proposed_vault: PathBuf::from(&self.folder),
            last_vault: None,
            temporary: env::temp_dir(),
        };
        Desk::new(Box::new(SystemClock), Box::new(NoKeychain), places)
    }

    fn made(&self, sample: Option<&Imported>, json: bool) -> Result<Answer, Failure> {
        let value = json!({ "vault": self.folder, "sample": sample });
        Answer::of(json, &value, |_| messages::vault_made(&self.folder, sample))
    }
}

/// The vault's folder, in full.
fn folder(typed: &Path) -> Result<String, Failure> {
    let full = absolute(typed).map_err(|_| messages::folder_not_usable())?;
    full.into_os_string()
        .into_string()
        .map_err(|_| messages::folder_not_usable())
}

/// The file is read and checked before the vault is opened: a bad file costs no passphrase.
fn import(vault: &Vault, file: &Path, json: bool) -> Result<Answer, Failure> {
    let document = interchange::bytes_of(file)?;
    interchange::read(&document)?;
    let imported = vault.open()?.import(&document)?;
    Answer::of(json, &imported, messages::imported)
}

fn export(vault: &Vault, file: &Path, force: Force, json: bool) -> Result<Answer, Failure> {
    let path = output::full(file)?;
    let document = vault.open()?.export()?;
    output::write_file(&path, force.force, |path| {
        output::write_new(path, &document)
    })?;
    let shown = path.display().to_string();
    Answer::of(json, &json!({ "path": shown }), |_| {
        messages::exported(&shown)
    })
}

fn view(
    desk: &Desk,
    asked: &str,
    chair: &str,
    on: Option<Day>,
    json: bool,
) -> Result<Answer, Failure> {
    let page = find::page(desk, asked)?;
    let party = find::party(&page, chair)?;
    let chair = desk.chair(AskChair {
        engagement: page.id,
        party,
        on,
    })?;
    // What is kept back stands beside the view on the coach's screen, and is not part of it.
    Answer::of(json, &chair.view, screen::view)
}

fn on_a_day(desk: &Desk, asked: &OnADay) -> Result<AskEngagement, Failure> {
    Ok(AskEngagement {
        engagement: find::engagement(desk, &asked.engagement.engagement)?,
        on: asked.on,
    })
}

fn drift(desk: &Desk, asked: &OnADay, json: bool) -> Result<Answer, Failure> {
    let page = desk.goals(on_a_day(desk, asked)?)?;
    let value = json!({ "on": page.on, "baseline_on": page.baseline_on, "drift": page.drift });
    Answer::of(json, &value, |_| {
        screen::drift(page.on, page.baseline_on, &page.drift)
    })
}

fn threads(desk: &Desk, asked: &OnADay, json: bool) -> Result<Answer, Failure> {
    let page = desk.direction(on_a_day(desk, asked)?)?;
    let value = json!({ "on": page.on, "threads": page.threads });
    Answer::of(json, &value, |_| screen::threads(page.on, &page.threads))
}

fn say(desk: &Desk, asked: &str, to: &str, on: Option<Day>, json: bool) -> Result<Answer, Failure> {
    let page = find::page(desk, asked)?;
    let party = find::party(&page, to)?;
    let card = desk.say(AskChair {
        engagement: page.id,
        party,
        on,
    })?;
    Answer::of(json, &card, screen::say)
}

fn who(
    desk: &Desk,
    asked: &str,
    item: &str,
    on: Option<Day>,
    json: bool,
) -> Result<Answer, Failure> {
    let engagement = find::engagement(desk, asked)?;
    let item = find::item(desk, &engagement, item)?;
    let card = desk.who(AskWho {
        engagement,
        item,
        on,
    })?;
    Answer::of(json, &card, screen::who)
}

/// A vault that is not sound is a failure, after everything that was found has been printed.
fn check(desk: &Desk, json: bool) -> Result<Answer, Failure> {
    let checked = desk.check()?;
    let answer = Answer::of(json, &checked, messages::checked)?;
    if checked.sound {
        return Ok(answer);
    }
    output::print(&answer)?;
    Err(messages::not_sound())
}
