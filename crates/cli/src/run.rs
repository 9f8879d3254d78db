//! Each command, from what was typed to what is printed.

mod each;

use std::env;
use std::path::{Path, PathBuf, absolute};

use practice::day::Day;
use practice::log::{self, Log};
use practice::types::{
    AskChair, AskConflicts, AskEngagement, AskMeeting, AskSession, AskWho, CreateVault, Find,
    JoinPeople, PlanSeries, PutOff, RecoveryUnlock, Rhythm, TurnChange, Unlock,
};
use practice::words::{DocumentKind, RhythmUnit};
use practice::{Desk, Failure, Imported, NoKeychain, Places, SystemClock, interchange};
use serde_json::json;

use crate::arguments::{Arguments, Command, Export, OnADay, OutFile, Unit};
use crate::call::Call;
use crate::output::{self, Answer};
use crate::passphrase::{self, Purpose};
use crate::{
    calendar, contacts, find, messages, old_notes, others, own, paper, retention, safety, screen,
};

pub use each::support_without_vault;
use each::*;

/// Runs a command.
pub fn run(arguments: Arguments, folder_typed: &Path) -> Result<Answer, Failure> {
    let json = arguments.json;
    let vault = Vault {
        folder: if arguments.command.needs_vault() {
            folder(folder_typed)?
        } else {
            String::new()
        },
        passphrase_file: arguments.passphrase_file,
        recovery_key_file: arguments.recovery_key_file,
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
        Command::Export(asked) => export(&vault, &asked, json),
        Command::Today { all } => Answer::of(json, &vault.open()?.today()?, |today| {
            screen::today(today, all)
        }),
        Command::PutOff { line, until } => {
            let mut desk = vault.open()?;
            let engagement = find::engagement_of_line(&desk, &line)?;
            desk.put_off(PutOff {
                line,
                engagement,
                until,
            })?;
            Answer::of(json, &desk.today()?, |today| screen::today(today, true))
        }
        Command::Prepare {
            engagement,
            session,
        } => {
            let desk = vault.open()?;
            let page = find::page(&desk, &engagement.engagement)?;
            let session = find::session(&page, session.as_deref())?;
            let page = desk.session(AskSession { session })?;
            Answer::of(json, &page, screen::prepare)
        }
        Command::Series {
            engagement,
            first,
            every,
            unit,
            count,
            at,
            minutes,
            plan,
        } => {
            let mut desk = vault.open()?;
            let asked = PlanSeries {
                engagement: find::engagement(&desk, &engagement.engagement)?,
                first,
                at,
                minutes,
                count,
                rhythm: Rhythm {
                    every,
                    unit: match unit {
                        Unit::Week => RhythmUnit::Week,
                        Unit::Month => RhythmUnit::Month,
                    },
                },
            };
            let page = if plan {
                desk.plan_series(asked)?
            } else {
                desk.series(asked)?
            };
            Answer::of(json, &page, |page| screen::series(page, plan))
        }
        Command::Support => support(&vault.open()?, json),
        Command::Contacts(asked) => contacts::contacts(|| vault.open(), asked, json),
        Command::Calendar(asked) => calendar::calendar(|| vault.open(), asked, json),
        Command::Notes(asked) => old_notes::old_notes(|| vault.open(), asked, json),
        Command::Engagements => Answer::of(json, &vault.open()?.engagements()?, |list| {
            screen::engagements(list)
        }),
        Command::Find {
            words,
            person,
            kind,
            from,
            to,
        } => {
            let mut desk = vault.open()?;
            let person = person
                .map(|asked| find::person(&desk, &asked))
                .transpose()?;
            let asked = Find {
                words: words.join(" "),
                kinds: kind,
                person,
                from,
                to,
            };
            Answer::of(json, &desk.find(asked)?, screen::findings)
        }
        Command::Conflicts { engagement } => {
            let desk = vault.open()?;
            let engagement = find::engagement(&desk, &engagement.engagement)?;
            let asked = AskConflicts {
                engagement: Some(engagement),
                ..AskConflicts::default()
            };
            Answer::of(json, &desk.conflicts(asked)?, |list| {
                screen::conflicts(list)
            })
        }
        Command::JoinPeople { keep, goes, yes } => {
            let desk = &mut vault.open()?;
            let asked = JoinPeople {
                keep: find::person(desk, &keep)?,
                goes: find::person(desk, &goes)?,
            };
            let joining = desk.joining(asked.clone())?;
            if yes {
                desk.join_people(asked)?;
            }
            Answer::of(json, &joining, |joining| screen::joining(joining, yes))
        }
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
            marked,
            with_reflections,
            file,
        } => {
            let desk = &mut vault.open()?;
            let asked = &engagement.engagement;
            let question = match marked {
                true => own::marked(desk, asked)?,
                false => question,
            };
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
        Command::Hours(asked) => own::hours(&mut vault.open()?, asked, json),
        Command::Supervision { what } => own::supervision(&mut vault.open()?, what, json),
        Command::Will { what } => own::will(&mut vault.open()?, what, json),
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
        Command::Retention => Answer::of(json, &vault.open()?.retention()?, screen::retention),
        Command::Hold {
            engagement,
            reason,
            lift,
        } => {
            let asked = &engagement.engagement;
            let card = retention::hold(&mut vault.open()?, asked, reason, lift)?;
            Answer::of(json, &card, screen::held)
        }
        Command::Dispose {
            engagement,
            part,
            asked,
            yes,
        } => {
            let passphrase = vault.passphrase()?;
            let mut desk = vault.open_with(passphrase.clone())?;
            let what = retention::asked(&desk, &engagement.engagement, part, asked)?;
            let page = desk.disposal(what)?;
            if !yes {
                return Answer::of(json, &page, screen::disposal);
            }
            let card = retention::dispose(&mut desk, &page, passphrase)?;
            Answer::of(json, &card, screen::certificate)
        }
        Command::Certificate {
            disposal,
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
            let written = retention::certificate(&mut vault.open()?, disposal, language, &file)?;
            Answer::of(json, &written, messages::written)
        }
        Command::Changes => Answer::of(json, &vault.open()?.changes()?, screen::changes),
        Command::Undo { change } => {
            let undone = vault.open()?.undo(TurnChange { change })?;
            Answer::of(json, &undone, messages::undone)
        }
        Command::Redo { change } => {
            let done = vault.open()?.redo(TurnChange { change })?;
            Answer::of(json, &done, messages::done_again)
        }
        Command::Call { command, input } => {
            let call = Call::new(&command, input.as_deref())?;
            Ok(Answer::Json(call.answered_by(&mut vault.open()?)?))
        }
        Command::Check => check(&vault.open()?, json),
        Command::Backup { folder } => safety::backup(&mut vault.open()?, &folder, json),
        Command::Backups => safety::backups(&mut vault.open()?, json),
        Command::Rehearse { file } => safety::rehearse(&vault, &file, json),
        Command::Restore { file, folder } => safety::restore(&vault, &file, &folder, json),
        Command::RecoveryKey(asked) => safety::recovery_key(&mut vault.open()?, asked, json),
        Command::NewPassphrase {
            new_passphrase_file,
        } => safety::new_passphrase(&vault, new_passphrase_file.as_deref(), json),
        Command::NewDataKey => safety::new_data_key(&vault, json),
    }
}

/// The vault that was named, not yet opened.
pub struct Vault {
    pub folder: String,
    pub passphrase_file: Option<PathBuf>,
    pub recovery_key_file: Option<PathBuf>,
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

    pub fn open(&self) -> Result<Desk, Failure> {
        if let Some(file) = &self.recovery_key_file {
            return self.open_with_recovery_key(file, None);
        }
        self.open_with(self.passphrase()?)
    }

    fn passphrase(&self) -> Result<String, Failure> {
        passphrase::get(self.passphrase_file.as_deref(), Purpose::Open)
    }

    pub fn open_with(&self, passphrase: String) -> Result<Desk, Failure> {
        let mut desk = self.desk();
        desk.unlock(Unlock {
            folder: self.folder.clone(),
            passphrase: Some(passphrase),
        })?;
        Ok(desk)
    }

    pub fn open_with_recovery_key(
        &self,
        file: &Path,
        passphrase: Option<String>,
    ) -> Result<Desk, Failure> {
        let mut desk = self.desk();
        desk.unlock_with_recovery_key(RecoveryUnlock {
            folder: self.folder.clone(),
            recovery_key: passphrase::from_file(file)?,
            passphrase,
        })?;
        Ok(desk)
    }

    /// A desk without a keychain, and without a memory of which vault was opened last.
    pub fn desk(&self) -> Desk {
        let places = Places {
            proposed_vault: PathBuf::from(&self.folder),
            last_vault: None,
            temporary: env::temp_dir(),
            log: None,
        };
        Desk::new(Box::new(SystemClock), Box::new(NoKeychain), places).without_asking_again()
    }

    fn made(&self, sample: Option<&Imported>, json: bool) -> Result<Answer, Failure> {
        let value = json!({ "vault": self.folder, "sample": sample });
        Answer::of(json, &value, |_| messages::vault_made(&self.folder, sample))
    }
}

/// The vault's folder, in full.
pub fn folder(typed: &Path) -> Result<String, Failure> {
    let full = absolute(typed).map_err(|_| messages::folder_not_usable())?;
    full.into_os_string()
        .into_string()
        .map_err(|_| messages::folder_not_usable())
}
