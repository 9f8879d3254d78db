//! The tools of these tests, tried on a small page in the web view's own plain browser: what they
//! find, and that they fail where they must.

use crate::harness::{Home, Window};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

const PAGE: &str = r#"<!doctype html><html lang="en"><title>A page</title>
<h1>Three   chairs</h1>
<label>Name <input id="name"></label>
<label for="seat">Seat</label>
<select id="seat"><option>one</option><option>two</option></select>
<button aria-label="Say it"><svg aria-hidden="true"></svg></button>
<button hidden>Say it</button>
<p id="said"></p><p hidden>confidential</p>
<button>Twice</button><button>Twice</button>
<button id="ask">Ask</button>
<dialog aria-label="Sure"><button>Yes</button><button>Twice</button></dialog>
<script>
  const $ = (id) => document.getElementById(id);
  document.querySelector('button').onclick = () =>
    setTimeout(() => { $('said').textContent = `${$('name').value} sits on ${$('seat').value}`; }, 80);
  $('ask').onclick = () => document.querySelector('dialog').showModal();
  document.querySelector('dialog button').onclick = () => { $('said').textContent = 'asked'; };
  addEventListener('keydown', (e) => {
    if (e.ctrlKey && e.key === 'k') { $('said').textContent = 'palette'; e.preventDefault(); }
  });
</script>"#;

/// The plain browser that Debian ships beside the web view, if it is there.
fn browser() -> Option<PathBuf> {
    let libraries = fs::read_dir("/usr/lib")
        .ok()?
        .flatten()
        .map(|entry| entry.path());
    let inside = |folder: PathBuf| folder.join("webkit2gtk-4.1").join("MiniBrowser");
    libraries.map(inside).find(|file| file.is_file())
}

fn fails(act: impl FnOnce()) -> bool {
    catch_unwind(AssertUnwindSafe(act)).is_err()
}

#[test]
fn the_tools_find_type_choose_press_and_fail() {
    let browser = browser().expect("MiniBrowser, of the package libwebkit2gtk-4.1-0, is missing");
    let home = Home::new().with("LANGUAGE", "en");
    let file = home.path("page.html");
    fs::write(&file, PAGE).unwrap();
    let window = Window::of(&browser, &["--automation"], &home);
    window.go(&format!("file://{}", file.display()));

    window.see("Three chairs");
    assert_eq!(window.title(), "A page");
    window.fill("Name", "wrong");
    window.fill("Name", "Maya Ñ");
    assert_eq!(window.value("Name"), "Maya Ñ");
    window.press("Tab");
    window.press("Shift+Tab");
    window.press("End");
    window.type_text(" & Co");
    assert_eq!(window.value("Name"), "Maya Ñ & Co");
    window.choose("Seat", "two");
    window.click("button", "Say it");
    window.see("Maya Ñ & Co sits on two");
    assert_eq!(window.script("return arguments[0] + 1", vec![1.into()]), 2);
    window.press("Control+k");
    window.see("palette");
    window.see_gone("sits on");
    assert!(!window.words().contains("confidential"));
    assert!(
        fails(|| window.see_nowhere("confidential")),
        "hidden text counts as being there"
    );
    window.see_nowhere("never written");
    assert!(!window.has("button", "Twice"), "two of a name are not one");
    window.click("button", "Ask");
    assert!(
        window.has("button", "Twice"),
        "an open dialog is all that can be clicked"
    );
    window.click("button", "Yes");
    window.see("asked");

    let picture = home.path("picture.png");
    window.screenshot(&picture);
    assert!(fs::read(&picture).unwrap().starts_with(b"\x89PNG"));
}
