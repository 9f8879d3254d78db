//! What was copied in the window is taken out of the clipboard after a minute.

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use tauri::AppHandle;

/// For how long something copied stays.
const STAYS: Duration = Duration::from_secs(60);

/// How many times something was copied: only the last time counts.
static COPIED: AtomicU64 = AtomicU64::new(0);

/// Something was copied in the window.
#[tauri::command]
pub fn copied(app: AppHandle) {
    let this = COPIED.fetch_add(1, Ordering::Relaxed) + 1;
    thread::spawn(move || {
        thread::sleep(STAYS);
        if COPIED.load(Ordering::Relaxed) == this {
            // The window is gone, and what it had copied with it.
            let _ = app.run_on_main_thread(clear);
        }
    });
}

/// Clears the clipboard if it still holds what this program put there: what another program has put
/// there since is not ours, and stays.
#[cfg(target_os = "linux")]
fn clear() {
    gtk::Clipboard::get(&gtk::gdk::SELECTION_CLIPBOARD).clear();
}

/// Not done on other systems yet.
#[cfg(not(target_os = "linux"))]
fn clear() {}
