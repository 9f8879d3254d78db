//! The real window locks by itself: when the laptop sleeps, when the session locks, when nobody has
//! touched it for the minutes that were chosen.

use crate::harness::{Home, Window};
use crate::traces::plain;
use std::io::{BufRead, BufReader, PipeReader, Read, pipe};
use std::os::fd::OwnedFd as File;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;
use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;
use zbus::zvariant::OwnedFd;

const PASSPHRASE: &str = "lantern 12 over the moor";
const MANAGER: &str = "/org/freedesktop/login1";
const SESSION: &str = "/org/freedesktop/login1/session/_31";

/// A message bus on which we play the system's logind.
struct Logind {
    bus: Child,
    address: String,
    connection: Connection,
    /// What the program holds sleep up with, each time that it asks.
    held: Receiver<PipeReader>,
}

struct Manager(Sender<PipeReader>);

#[zbus::interface(name = "org.freedesktop.login1.Manager")]
impl Manager {
    fn inhibit(&self, what: &str, _who: &str, _why: &str, mode: &str) -> OwnedFd {
        assert_eq!((what, mode), ("sleep:shutdown", "delay"));
        let (reader, writer) = pipe().unwrap();
        self.0.send(reader).unwrap();
        File::from(writer).into()
    }
}

impl Logind {
    fn start() -> Self {
        let mut bus = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--nopidfile", "--print-address"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut address = String::new();
        BufReader::new(bus.stdout.take().unwrap())
            .read_line(&mut address)
            .unwrap();
        let address = address.trim().to_owned();
        let (tell, held) = channel();
        let connection = Builder::address(address.as_str())
            .unwrap()
            .name("org.freedesktop.login1")
            .unwrap()
            .serve_at(MANAGER, Manager(tell))
            .unwrap()
            .build()
            .unwrap();
        Self {
            bus,
            address,
            connection,
            held,
        }
    }

    fn say<B: serde::Serialize + zbus::zvariant::DynamicType>(
        &self,
        path: &str,
        interface: &str,
        member: &str,
        body: &B,
    ) {
        self.connection
            .emit_signal(None::<&str>, path, interface, member, body)
            .unwrap();
    }

    fn sleeping(&self, begins: bool) {
        let interface = "org.freedesktop.login1.Manager";
        self.say(MANAGER, interface, "PrepareForSleep", &begins);
    }

    fn lock(&self) {
        self.say(SESSION, "org.freedesktop.login1.Session", "Lock", &());
    }
}

impl Drop for Logind {
    fn drop(&mut self) {
        self.bus.kill().unwrap();
        self.bus.wait().unwrap();
    }
}

/// A window in which a vault was made.
fn opened(home: &Home) -> Window {
    let window = Window::open(home);
    window.see("A place for what is said in confidence");
    window.click(
        "button",
        "Create a vault A new, empty practice in a folder of your choosing.",
    );
    let folder = home.path("Practice");
    window.fill("Folder of the vault", &folder.to_string_lossy());
    window.fill("Passphrase", PASSPHRASE);
    window.fill("The passphrase again", PASSPHRASE);
    window.click("button", "Create the vault");
    window.see("Nothing yet");
    window
}

fn unlock(window: &Window) {
    window.fill("Passphrase", PASSPHRASE);
    window.click("button", "Unlock");
}

#[test]
fn it_locks_with_the_session_and_before_sleep_and_keeps_a_form_half_filled() {
    let logind = Logind::start();
    let home = Home::new().with("DBUS_SYSTEM_BUS_ADDRESS", &logind.address);
    let window = opened(&home);
    let mut held = logind.held.recv_timeout(Duration::from_secs(30)).unwrap();

    window.click("link", "Engagements");
    window.see("No engagement yet");
    window.press("n");
    window.fill("Coachee", "Maya KESTREL");
    logind.sleeping(true);
    window.see("Everything is saved and closed.");
    window.picture("locked-by-sleep");
    window.see_nowhere("KESTREL");
    assert_eq!(window.title(), "Three Chairs");
    // It let the laptop sleep: what held it up is closed.
    held.read_to_end(&mut Vec::new()).unwrap();
    logind.sleeping(false);
    logind.held.recv_timeout(Duration::from_secs(30)).unwrap();

    unlock(&window);
    window.see("This was not saved yet");
    window.see("Maya KESTREL");
    window.picture("kept-form");
    window.click("button", "I have what I need");
    window.see_gone("KESTREL");

    logind.lock();
    window.see("Everything is saved and closed.");
    unlock(&window);
    window.see_a("link", "Today");
    window.see_gone("This was not saved yet");
    drop(window);
    let nowhere = home.path("nowhere");
    let found = plain(&home.path(""), &nowhere, &["KESTREL"]);
    assert!(found.is_empty(), "in plain text: {found:#?}");
    let log = std::fs::read_to_string(home.path("state/three-chairs/log.txt")).unwrap();
    for line in ["locking by itself: sleep", "locking by itself: session"] {
        assert!(log.contains(line), "{log}");
    }
    assert!(!log.contains("did not answer"), "{log}");
}

#[test]
fn it_locks_after_the_idle_minutes_and_asks_again_before_they_are_changed() {
    let home = Home::new();
    let window = opened(&home);
    window.click("link", "Settings");
    window.fill("Lock after idle minutes", "1");
    window.click("button", "Save the locking");
    window.see("The passphrase once more");
    window.fill("Passphrase", "not the right words");
    window.click("button", "Go on");
    window.see("This passphrase does not open the vault.");
    window.fill("Passphrase", PASSPHRASE);
    window.click("button", "Go on");
    window.see("Saved.");
    // A minute, and what the machine needs.
    thread::sleep(Duration::from_secs(50));
    window.see("Everything is saved and closed.");
}
