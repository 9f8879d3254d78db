//! A vault that opens without the half second of a passphrase: through its recovery key.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use practice::types::{ConfirmRecoveryKey, CreateVault, RecoveryUnlock, Unlock};
use practice::{Desk, NoKeychain, Places, SystemClock};
use serde_json::Value;

use crate::support::{PASSPHRASE, program};

/// The vault, and the file with its recovery key. Copies of the folder open with the same file.
pub struct Keyed {
    pub vault: PathBuf,
    pub key: PathBuf,
}

impl Keyed {
    /// A vault with the sample's richest engagement, beside it the key. One alone, so that it is quickly
    /// looked at as a whole.
    pub fn nadia_in(folder: &Path) -> Self {
        let this = Self {
            vault: folder.join("vault"),
            key: folder.join("recovery.txt"),
        };
        let mut desk = this.desk();
        desk.open_sample().unwrap();
        let mut sample: Value = serde_json::from_slice(&desk.export().unwrap()).unwrap();
        let engagements = sample["engagements"].as_array_mut().unwrap();
        engagements.retain(|each| each["id"] == "nadia");
        desk.create_vault(CreateVault {
            folder: this.vault.display().to_string(),
            passphrase: PASSPHRASE.to_owned(),
            remember: false,
        })
        .unwrap();
        desk.import(sample.to_string().as_bytes()).unwrap();
        this.new_key(&mut desk);
        this
    }

    fn new_key(&self, desk: &mut Desk) {
        let draft = desk.new_recovery_key().unwrap();
        let asked = draft.ask.iter();
        let groups = asked.map(|at| draft.groups[*at as usize - 1].clone());
        let groups = groups.collect();
        desk.confirm_recovery_key(ConfirmRecoveryKey { groups })
            .unwrap();
        fs::write(&self.key, draft.groups.join("-")).unwrap();
    }

    /// A desk with nothing on it.
    pub fn desk(&self) -> Desk {
        let places = Places {
            proposed_vault: self.vault.clone(),
            last_vault: None,
            temporary: std::env::temp_dir(),
            log: None,
        };
        Desk::new(Box::new(SystemClock), Box::new(NoKeychain), places).without_asking_again()
    }

    /// The vault, open. A new data key takes the recovery key away: then with the passphrase, and
    /// it gets another one.
    pub fn open(&self) -> Desk {
        let folder = self.vault.display().to_string();
        let mut desk = self.desk();
        let opened = desk.unlock_with_recovery_key(RecoveryUnlock {
            folder: folder.clone(),
            recovery_key: fs::read_to_string(&self.key).unwrap(),
            passphrase: None,
        });
        match opened {
            Ok(_) => {}
            Err(failure) if failure.code == "vault.no_recovery_key" => {
                let passphrase = Some(PASSPHRASE.to_owned());
                desk.unlock(Unlock { folder, passphrase }).unwrap();
                self.new_key(&mut desk);
            }
            Err(failure) => panic!("the vault must open: {failure:?}"),
        }
        desk
    }

    /// A command on this vault, opened through the key.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = program();
        command
            .args(arguments)
            .arg("--vault")
            .arg(&self.vault)
            .arg("--recovery-key-file")
            .arg(&self.key);
        command
    }

    /// A command on this vault, opened with the passphrase.
    pub fn with_passphrase(&self, arguments: &[&str]) -> Command {
        let mut command = program();
        command.args(arguments).arg("--vault").arg(&self.vault);
        command.env("THREE_CHAIRS_PASSPHRASE", PASSPHRASE);
        command
    }
}

/// All that the practice holds, seen to hold together.
#[track_caller]
pub fn sound(desk: &Desk) -> Value {
    let checked = desk.check().unwrap();
    assert!(checked.sound, "{checked:?}");
    serde_json::from_slice(&desk.export().unwrap()).unwrap()
}

/// How many entries the ledger of Nadia's engagement has.
pub fn of_nadias_ledger(practice: &Value) -> usize {
    let all = practice["engagements"].as_array().unwrap();
    let nadia = all.iter().find(|each| each["id"] == "nadia").unwrap();
    nadia["ledger"].as_array().unwrap().len()
}

/// What is in a folder.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let all = fs::read_dir(folder).unwrap();
    all.map(|file| file.unwrap().path()).collect()
}

/// Whether a file is on its way to another name.
pub fn is_hidden(file: &Path) -> bool {
    let name = file.file_name().unwrap().to_string_lossy();
    name.starts_with('.')
}
