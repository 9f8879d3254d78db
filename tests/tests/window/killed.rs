//! The window, killed at any moment of typing and of other work: what it called saved is there, and
//! the vault opens and holds together. `THREE_CHAIRS_KILLS_OF_WINDOW` says how often (3 unless set).

use crate::harness::{DEADLINE, Home, PAUSE, Window, program};
use crate::journey::{PASSPHRASE, make_a_vault};
use crate::vaults::{desk, sound, unlocked};
use serde_json::Value;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Goes to the session, and works beside the typing: one change after the other, each kept in
/// `window.done` once it was acknowledged.
const WORK: &str = r#"
location.hash = `#/engagement/nadia/session/${arguments[1]}/notes`;
window.done = [];
const change = (mark, n) => n % 2
  ? ['save_person', { id: null, name: mark, called: '', title: '', organisation: '', email: '', phone: '' }]
  : ['add_note', { engagement: 'nadia', topic: 'reflections', text: mark, on: null, said_by: null, session: null, goal: null }];
(async () => {
  for (let n = 0; ; n += 1) {
    const mark = `${arguments[0]}-${n}-kram`;
    const [command, input] = change(mark, n);
    await window.__TAURI_INTERNALS__.invoke(command, { input });
    window.done.push(mark);
  }
})();
"#;

/// What was acknowledged until now, and what stands in the record where the page calls it saved.
const ACKNOWLEDGED: &str = r#"
const field = document.activeElement;
const saved = field.closest('.tier').querySelector('[role=status]').textContent.trim() === 'saved';
return { done: window.done, record: saved ? field.value : null };
"#;

/// What must be found after each kill.
#[derive(Default)]
struct Acknowledged {
    marks: Vec<String>,
    record: String,
}

#[test]
fn a_window_killed_at_any_moment_loses_nothing_that_it_called_saved() {
    let wanted = std::env::var("THREE_CHAIRS_KILLS_OF_WINDOW");
    let wanted: u32 = wanted.map_or(3, |number| number.parse().unwrap());
    let home = Home::new();
    let vault = home.path("Practice");
    make_a_vault(&Window::open(&home), &vault.to_string_lossy());
    let session = bring_nadia(&vault);
    let mut there = Acknowledged::default();
    let mut in_the_record = 0;
    for kill in 1..=wanted {
        let before = there.record.len();
        work_until_killed(&home, &session, kill, &mut there);
        in_the_record += u32::from(there.record.len() > before);
        let practice = sound(&vault);
        let text = practice.to_string();
        for mark in &there.marks {
            assert!(text.contains(mark), "kill {kill} lost {mark}");
        }
        let record = record(&practice, &session);
        assert!(
            record.starts_with(&there.record),
            "kill {kill}: `{record}` was saved as `{}`",
            there.record
        );
    }
    let changes = there.marks.len();
    eprintln!("{wanted} kills: {changes} changes acknowledged, and the record in {in_the_record}");
    assert!(changes > 0, "nothing was at work");
    assert!(in_the_record > 0, "nothing that was typed was called saved");
}

fn work_until_killed(home: &Home, session: &str, kill: u32, there: &mut Acknowledged) {
    let window = Window::open(home);
    window.fill("Passphrase", PASSPHRASE);
    window.click("button", "Open the vault");
    window.see_a("link", "Today");
    window.script(WORK, vec![format!("mark-{kill}").into(), session.into()]);
    window.click("textbox", "Record of the session");
    window.press("Control+End");
    let marks = there.marks.clone();
    let saved = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            // One kill at the least falls after something was saved.
            let begun = Instant::now();
            while kill == 1 && !saved.load(Relaxed) && begun.elapsed() < DEADLINE {
                thread::sleep(PAUSE);
            }
            thread::sleep(moment());
            home.kill(&program());
        });
        for word in 0.. {
            let Ok(seen) = window.try_script(ACKNOWLEDGED) else {
                break;
            };
            let done = seen["done"].as_array().unwrap().iter();
            let done = done.map(|mark| mark.as_str().unwrap().to_owned());
            there.marks = marks.iter().cloned().chain(done).collect();
            if let Some(record) = seen["record"].as_str() {
                there.record = record.to_owned();
                saved.store(true, Relaxed);
            }
            // A person stops now and then, and the record is saved in every such pause.
            if word % 4 == 0 {
                thread::sleep(Duration::from_millis(900));
            } else if window.try_type(&format!("{kill}.{word} ")).is_err() {
                break;
            }
        }
    });
    window.let_go();
}

/// When to kill, counted from the first key: at the most as long as a few words and pauses take.
fn moment() -> Duration {
    let clock = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    Duration::from_millis(200 + u64::from(clock.subsec_nanos()) / 1000 % 6000)
}

/// The sample's richest engagement, as the coach's own; and a session of it that is still ahead.
fn bring_nadia(vault: &Path) -> String {
    let mut sample = desk(vault);
    sample.open_sample().unwrap();
    let mut practice: Value = serde_json::from_slice(&sample.export().unwrap()).unwrap();
    let engagements = practice["engagements"].as_array_mut().unwrap();
    engagements.retain(|each| each["id"] == "nadia");
    unlocked(vault)
        .import(practice.to_string().as_bytes())
        .unwrap();
    let mut sessions = practice["engagements"][0]["sessions"]
        .as_array()
        .unwrap()
        .iter();
    let ahead = sessions.find(|each| each["status"] == "planned").unwrap();
    ahead["id"].as_str().unwrap().to_owned()
}

fn record(practice: &Value, session: &str) -> String {
    let sessions = practice["engagements"][0]["sessions"].as_array().unwrap();
    let found = sessions.iter().find(|each| each["id"] == session);
    found.unwrap()["record"]
        .as_str()
        .unwrap_or_default()
        .to_owned()
}
