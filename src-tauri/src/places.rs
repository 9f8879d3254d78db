//! Where the program keeps what is not the practice, on this system.

use practice::Places;
use tauri::{AppHandle, Manager};

/// The places, by the system's own conventions.
///
/// # Errors
/// When the system names no home or configuration folder.
pub fn of(app: &AppHandle) -> tauri::Result<Places> {
    let path = app.path();
    Ok(Places {
        proposed_vault: path.home_dir()?.join("Three Chairs"),
        last_vault: Some(path.app_config_dir()?.join("last-vault")),
        temporary: path.temp_dir()?,
        log: practice::log::folder(),
    })
}
