//! Keys and backups.

use std::path::Path;

use practice::types::{
    BackupsPage, ChangePassphrase, NewDataKey, Rehearsal, Rehearse, Restore, Written,
};
use practice::{Desk, Failure, Place};
use serde_json::json;

use crate::arguments::RecoveryKey;
use crate::messages;
use crate::output::{Answer, full};
use crate::passphrase::{self, Purpose};
use crate::run::{Vault, folder};

/// Makes a backup in a folder.
pub fn backup(desk: &mut Desk, to: &Path, json: bool) -> Result<Answer, Failure> {
    let made = desk.back_up_to(&full(to)?)?;
    let shown = made.display().to_string();
    Answer::of(json, &json!({ "path": shown }), |_| {
        format!("The backup was made, opened and checked: {shown}")
    })
}

/// Lists the backups of the vault.
pub fn backups(desk: &mut Desk, json: bool) -> Result<Answer, Failure> {
    Answer::of(json, &desk.backups()?, list)
}

fn list(page: &BackupsPage) -> String {
    let mut lines = vec![match page.last {
        Some(day) => format!("Last backup: {day}"),
        None => "There is no backup.".to_owned(),
    }];
    if page.due {
        lines.push("Something changed since the last backup.".to_owned());
    }
    for place in &page.places {
        let away = if place.reachable { "" } else { " (not there)" };
        lines.push(format!("{}{away}", place.folder));
        for one in &place.backups {
            let (day, at, bytes) = (one.made, &one.at, one.bytes);
            lines.push(format!("  {day} {at}  {bytes} bytes  {}", one.file));
        }
    }
    lines.join("\n")
}

/// Opens a backup, looks at all of it, and says what it holds.
pub fn rehearse(vault: &Vault, file: &Path, json: bool) -> Result<Answer, Failure> {
    let (passphrase, recovery_key) = secret(vault)?;
    let found = vault.desk().rehearse(Rehearse {
        file: shown(file)?,
        passphrase,
        recovery_key,
    })?;
    Answer::of(json, &found, rehearsed)
}

fn rehearsed(found: &Rehearsal) -> String {
    let last = found
        .last_session
        .map_or_else(|| "none".to_owned(), |day| day.to_string());
    format!(
        "The backup of {} {} opens and is whole.\nEngagements: {}\nSessions held: {}\nLast session: \
         {last}",
        found.made, found.at, found.engagements, found.sessions
    )
}

/// Makes a new vault out of a backup.
pub fn restore(vault: &Vault, file: &Path, to: &Path, json: bool) -> Result<Answer, Failure> {
    let (passphrase, recovery_key) = secret(vault)?;
    let folder = folder(to)?;
    vault.desk().restore(Restore {
        file: shown(file)?,
        folder: folder.clone(),
        passphrase,
        recovery_key,
        new_passphrase: None,
    })?;
    Answer::of(json, &json!({ "vault": folder }), |_| {
        format!("The vault was restored: {folder}")
    })
}

/// Makes or removes the recovery key.
pub fn recovery_key(desk: &mut Desk, asked: RecoveryKey, json: bool) -> Result<Answer, Failure> {
    match asked {
        RecoveryKey::New {
            out,
            language,
            force,
        } => {
            let path = full(&out)?;
            let place = Place {
                path: &path,
                replaces: force.force,
            };
            let written = desk.write_new_recovery_key(language, place)?;
            Answer::of(json, &written, |written: &Written| {
                format!(
                    "{}\nIt is a secret: print it, keep it away from the computer, delete the file.",
                    messages::written(written)
                )
            })
        }
        RecoveryKey::Remove => {
            desk.remove_recovery_key()?;
            Answer::of(json, &json!({ "recovery": false }), |_| {
                "The vault has no recovery key any more.".to_owned()
            })
        }
    }
}

/// Gives the vault a new passphrase.
pub fn new_passphrase(vault: &Vault, file: Option<&Path>, json: bool) -> Result<Answer, Failure> {
    let chosen = || match file {
        Some(file) => passphrase::from_file(file),
        None => passphrase::typed_twice(),
    };
    if let Some(key) = &vault.recovery_key_file {
        vault.open_with_recovery_key(key, Some(chosen()?))?;
    } else {
        let old = passphrase::get(vault.passphrase_file.as_deref(), Purpose::Open)?;
        let mut desk = vault.open_with(old.clone())?;
        desk.change_passphrase(ChangePassphrase {
            old,
            new: chosen()?,
        })?;
    }
    Answer::of(json, &json!({ "changed": true }), |_| {
        "The passphrase was changed.".to_owned()
    })
}

/// Encrypts the vault under a new data key.
pub fn new_data_key(vault: &Vault, json: bool) -> Result<Answer, Failure> {
    let passphrase = passphrase::get(vault.passphrase_file.as_deref(), Purpose::Open)?;
    let mut desk = vault.open_with(passphrase.clone())?;
    let state = desk.new_data_key(NewDataKey { passphrase })?;
    Answer::of(json, &json!({ "recovery": state.recovery }), |_| {
        "The vault is encrypted under a new data key. Make a new recovery key, and a backup: older \
         ones open with what they were made with."
            .to_owned()
    })
}

/// The passphrase, or the recovery key where one was named.
fn secret(vault: &Vault) -> Result<(Option<String>, Option<String>), Failure> {
    match &vault.recovery_key_file {
        Some(file) => Ok((None, Some(passphrase::from_file(file)?))),
        None => {
            let typed = passphrase::get(vault.passphrase_file.as_deref(), Purpose::Open)?;
            Ok((Some(typed), None))
        }
    }
}

fn shown(file: &Path) -> Result<String, Failure> {
    Ok(full(file)?.display().to_string())
}
