//! Systems other than Linux: their tools are asked from time to time whether the session is locked. A
//! sleep is noticed afterwards, by the clock.
//!
//! Nobody has compiled or tried this yet.

use std::process::Command;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use practice::log::Why;

use super::Signal;

/// Between two questions: each starts a program.
const LOOK: Duration = Duration::from_secs(5);

/// Tells each time that the session was locked.
pub fn listen(tell: &Sender<Signal>, hears: &dyn Fn(bool)) {
    let mut before = is_locked();
    hears(before.is_some());
    while before.is_some() {
        thread::sleep(LOOK);
        let now = is_locked();
        let signal = Signal {
            why: Why::Session,
            done: None,
        };
        if now == Some(true) && before == Some(false) && tell.send(signal).is_err() {
            return;
        }
        before = now;
    }
}

/// None where the system does not say.
fn is_locked() -> Option<bool> {
    let (program, arguments, sign): (&str, &[&str], &str) = if cfg!(target_os = "macos") {
        let root = &["-n", "Root", "-d1", "-w0"];
        ("/usr/sbin/ioreg", root, "\"IOConsoleLocked\" = Yes")
    } else if cfg!(windows) {
        // The program that shows the lock screen.
        let filter = &["/NH", "/FI", "IMAGENAME eq LogonUI.exe"];
        ("tasklist.exe", filter, "LogonUI.exe")
    } else {
        return None;
    };
    let output = Command::new(program).args(arguments).output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).contains(sign))
}
