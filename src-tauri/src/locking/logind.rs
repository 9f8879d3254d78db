//! Linux: systemd-logind, over the system's message bus. It says when a session is locked and when the
//! laptop is about to sleep, and waits for us before it does.

use std::collections::BTreeMap;
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;

use practice::log::Why;
use zbus::blocking::{Connection, MessageIterator, Proxy};
use zbus::message::Type;
use zbus::zvariant::{OwnedFd, OwnedValue};
use zbus::{MatchRule, Message};

use super::Signal;

const LOGIND: &str = "org.freedesktop.login1";
const SESSION: &str = "org.freedesktop.login1.Session";
/// How long sleep is held up at the most; logind itself waits five seconds.
const HOLD: Duration = Duration::from_millis(4_500);
/// Before the bus is tried again.
const AGAIN: Duration = Duration::from_secs(60);

/// Tells each signal, for as long as the program runs. Where there is no bus or no logind, idle
/// minutes and the noticing of a sleep afterwards are left.
pub fn listen(tell: &Sender<Signal>, hears: &dyn Fn(bool)) {
    let mut said = None;
    loop {
        let connected = connect();
        if said != Some(connected.is_ok()) {
            said = Some(connected.is_ok());
            hears(connected.is_ok());
        }
        if let Ok((bus, signals)) = connected
            && pass_on(&bus, signals, tell).is_none()
        {
            return;
        }
        thread::sleep(AGAIN);
    }
}

fn connect() -> zbus::Result<(Connection, MessageIterator)> {
    let bus = Connection::system()?;
    // One rule for all of its signals: they are few.
    let rule = MatchRule::builder()
        .msg_type(Type::Signal)
        .sender(LOGIND)?
        .build();
    let signals = MessageIterator::for_match_rule(rule, &bus, None)?;
    Ok((bus, signals))
}

/// None when nobody listens to us any more.
fn pass_on(bus: &Connection, signals: MessageIterator, tell: &Sender<Signal>) -> Option<()> {
    let mut held = hold(bus).ok();
    for message in signals {
        let Ok(message) = message else {
            break;
        };
        match said_by(&message) {
            Some(Said::Locked) => tell
                .send(Signal {
                    why: Why::Session,
                    done: None,
                })
                .ok()?,
            Some(Said::Sleeping(true)) => {
                let (done, wait) = channel();
                tell.send(Signal {
                    why: Why::Sleep,
                    done: Some(done),
                })
                .ok()?;
                // Late or not, the laptop is not held up for longer.
                let _ = wait.recv_timeout(HOLD);
                held = None;
            }
            Some(Said::Sleeping(false)) => held = hold(bus).ok(),
            None => {}
        }
    }
    drop(held);
    Some(())
}

/// Asks logind to wait for us before it sleeps or shuts down, as long as this is kept.
fn hold(bus: &Connection) -> zbus::Result<OwnedFd> {
    let manager = Proxy::new(
        bus,
        LOGIND,
        "/org/freedesktop/login1",
        "org.freedesktop.login1.Manager",
    )?;
    let ask = (
        "sleep:shutdown",
        "Three Chairs",
        "The vault is saved and locked",
        "delay",
    );
    manager.call("Inhibit", &ask)
}

enum Said {
    Locked,
    Sleeping(bool),
}

/// What a signal says. Each session of this laptop counts: whoever locks another one has left ours.
fn said_by(message: &Message) -> Option<Said> {
    let header = message.header();
    match header.member()?.as_str() {
        "Lock" if header.interface()?.as_str() == SESSION => Some(Said::Locked),
        "PrepareForSleep" | "PrepareForShutdown" => {
            message.body().deserialize().ok().map(Said::Sleeping)
        }
        "PropertiesChanged" => {
            let body = message.body();
            type Changed = (String, BTreeMap<String, OwnedValue>, Vec<String>);
            let (of, now, _): Changed = body.deserialize().ok()?;
            // Desktops that lock the screen themselves tell logind so.
            let hint = now.get("LockedHint")?;
            let locked = bool::try_from(&**hint).unwrap_or_default();
            (of == SESSION && locked).then_some(Said::Locked)
        }
        _ => None,
    }
}
