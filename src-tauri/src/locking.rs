//! Locking by itself: after idle minutes, when the system's session locks, when the laptop sleeps.
//!
//! The desk says when it is time ([`practice::Desk::time_until_locking`]); the system's signals come
//! over a channel. The page is asked to save and to lock; what does not answer in time is locked all
//! the same.

#[cfg(not(target_os = "linux"))]
mod asking;
#[cfg(target_os = "linux")]
mod logind;

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use practice::Desk;
use practice::log::{Event, Why};
use tauri::{AppHandle, Emitter, Manager};

use crate::Shared;

/// Between two looks at how long nobody touched the window.
const LOOK: Duration = Duration::from_secs(1);
/// How long the page has to save what is being written. The system waits five seconds before it
/// sleeps.
const SAVING: Duration = Duration::from_secs(3);
/// Between two looks at whether the page has locked.
const PAUSE: Duration = Duration::from_millis(25);
/// When the clock ran on by so much more than the processor did, the laptop was asleep.
const ASLEEP: Duration = Duration::from_secs(20);

/// A reason to lock that comes from the system.
pub struct Signal {
    /// Which.
    pub why: Why,
    /// Told when it is done: the laptop may sleep now.
    pub done: Option<Sender<()>>,
}

/// Locks by itself from now on, as long as the program runs.
pub fn watch(app: &AppHandle) {
    let (tell, hear) = channel();
    let desk = app.clone();
    thread::spawn(move || listen(&desk, &tell));
    let app = app.clone();
    thread::spawn(move || keep_watch(&app, &hear));
}

/// Passes the system's signals on.
fn listen(app: &AppHandle, tell: &Sender<Signal>) {
    let hears = |hears| {
        with_desk(app, |desk| desk.note(Event::Listening(hears)));
    };
    #[cfg(target_os = "linux")]
    logind::listen(tell, &hears);
    #[cfg(not(target_os = "linux"))]
    asking::listen(tell, &hears);
}

fn keep_watch(app: &AppHandle, hear: &Receiver<Signal>) {
    let mut slept = Slept::begin();
    loop {
        match hear.recv_timeout(LOOK) {
            Ok(signal) => {
                lock(app, signal.why);
                if let Some(done) = signal.done {
                    // Nobody waits any more: the laptop went to sleep without us.
                    let _ = done.send(());
                }
            }
            Err(RecvTimeoutError::Timeout) => {}
            // The system is not heard; the rest still works.
            Err(RecvTimeoutError::Disconnected) => thread::sleep(LOOK),
        }
        if slept.since_last() {
            lock(app, Why::Sleep);
        }
        let left = with_desk(app, |desk| desk.time_until_locking()).flatten();
        if left.is_some_and(|left| left.is_zero()) {
            lock(app, Why::Idle);
        }
    }
}

/// Has the page save and lock, and locks itself where the page does not.
fn lock(app: &AppHandle, why: Why) {
    let is_open = || with_desk(app, |desk| desk.time_until_locking().is_some()) == Some(true);
    if !is_open() {
        return;
    }
    with_desk(app, |desk| desk.note(Event::Locking(why)));
    let asked = app.emit("locking", ());
    let begun = Instant::now();
    while asked.is_ok() && begun.elapsed() < SAVING {
        if !is_open() {
            return;
        }
        thread::sleep(PAUSE);
    }
    with_desk(app, |desk| {
        desk.note(Event::NotSaved);
        desk.lock().map(drop)
    });
    // A page that did not answer is made anew: nothing of the practice stays on the screen.
    for window in app.webview_windows().values() {
        let _ = window.reload();
    }
}

fn with_desk<T>(app: &AppHandle, act: impl FnOnce(&mut Desk) -> T) -> Option<T> {
    let shared = app.state::<Shared>();
    let mut desk = shared.0.lock().ok()?;
    Some(act(&mut desk))
}

/// Notices that the laptop was asleep, where nobody said so before: the clock ran on and the steady
/// one stood still.
struct Slept {
    clock: SystemTime,
    steady: Instant,
}

impl Slept {
    fn begin() -> Self {
        Self {
            clock: SystemTime::now(),
            steady: Instant::now(),
        }
    }

    fn since_last(&mut self) -> bool {
        let now = Self::begin();
        let before = std::mem::replace(self, now);
        let clock = self.clock.duration_since(before.clock).unwrap_or_default();
        clock > self.steady.duration_since(before.steady) + ASLEEP
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_ran_on_alone_was_a_sleep() {
        let mut awake = Slept::begin();
        assert!(!awake.since_last());
        let mut asleep = Slept::begin();
        asleep.clock -= Duration::from_secs(3600);
        assert!(asleep.since_last());
        assert!(!asleep.since_last(), "told once");
        let mut set_back = Slept::begin();
        set_back.clock += Duration::from_secs(3600);
        assert!(!set_back.since_last());
    }
}
