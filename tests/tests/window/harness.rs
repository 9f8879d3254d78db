//! The real window, driven as a coach would: by what stands on the screen, a mouse and a keyboard.
//!
//! All waiting is for something to appear, with one deadline; nothing sleeps for a fixed time.

use crate::page;
use crate::surroundings::Driver;
pub use crate::surroundings::Home;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread::{panicking, sleep};
use std::time::{Duration, Instant};
use tokio::runtime::{Builder, Runtime};

/// How long something may take to appear. Generous: a slow machine must not fail a right program.
pub const DEADLINE: Duration = Duration::from_secs(30);
/// Between two looks.
pub const PAUSE: Duration = Duration::from_millis(40);

/// What WebDriver calls the one property of a found element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An open window.
pub struct Window {
    client: Client,
    runtime: Runtime,
    driver: Driver,
    gone: bool,
}

/// The built program. `cargo xtask test window` says where it is.
#[track_caller]
pub fn program() -> PathBuf {
    let Some(program) = std::env::var_os("THREE_CHAIRS_WINDOW") else {
        panic!("THREE_CHAIRS_WINDOW names no program: run `cargo xtask test window`");
    };
    program.into()
}

impl Window {
    /// Opens Three Chairs in this home.
    #[track_caller]
    pub fn open(home: &Home) -> Self {
        Self::of(&program(), &[], home)
    }

    /// Opens any program whose window is a WebKitGTK web view.
    #[track_caller]
    pub fn of(program: &Path, arguments: &[&str], home: &Home) -> Self {
        assert!(
            program.is_file(),
            "there is no program {}",
            program.display()
        );
        let driver = Driver::start(home);
        let options = json!({ "binary": program, "args": arguments });
        let capabilities = Map::from_iter([("webkitgtk:browserOptions".to_owned(), options)]);
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let address = format!("http://127.0.0.1:{}", driver.port);
        let client = runtime.block_on(async {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            let session = builder.capabilities(capabilities).connect(&address);
            tokio::time::timeout(DEADLINE, session).await
        });
        let client = client
            .expect("the window did not open in time")
            .expect("no session");
        Self {
            client,
            runtime,
            driver,
            gone: false,
        }
    }

    /// Lets go of a window whose program was killed.
    pub fn let_go(mut self) {
        self.gone = true;
    }

    /// Goes to an address; only for pages of these tests, the program's own needs none.
    #[track_caller]
    pub fn go(&self, address: &str) {
        self.until(|| self.done(self.client.goto(address)));
    }

    /// Waits until these words stand on the screen.
    #[track_caller]
    pub fn see(&self, words: &str) {
        self.until(|| match self.text()?.contains(&spaced(words)) {
            true => Ok(()),
            false => Err(format!("`{words}` did not appear")),
        });
    }

    /// Waits until these words no longer stand on the screen.
    #[track_caller]
    pub fn see_gone(&self, words: &str) {
        self.until(|| match self.text()?.contains(&spaced(words)) {
            true => Err(format!("`{words}` did not go away")),
            false => Ok(()),
        });
    }

    /// Fails if these words are anywhere in the page now: shown, hidden, in a field or a title.
    #[track_caller]
    pub fn see_nowhere(&self, words: &str) {
        let page = self.until(|| self.run(page::EVERYTHING, vec![]));
        let page = page.as_str().unwrap_or_default();
        assert!(!page.is_empty(), "the page is empty");
        if spaced(page).contains(&spaced(words)) {
            self.fail(&format!("`{words}` is in the page"));
        }
    }

    /// Waits until one thing of this role and accessible name is on the screen.
    #[track_caller]
    pub fn see_a(&self, role: &str, name: &str) {
        self.with(role, name, async |_| Ok(()));
    }

    /// Fails if these words are anywhere in what has this role and name, shown or hidden there.
    #[track_caller]
    pub fn see_nowhere_in(&self, role: &str, name: &str, words: &str) {
        let part = self.part(role, name);
        if spaced(&part).contains(&spaced(words)) {
            self.fail(&format!("`{words}` is in the {role} `{name}`"));
        }
    }

    /// Waits until these words stand in what has this role and name.
    #[track_caller]
    pub fn see_in(&self, role: &str, name: &str, words: &str) {
        self.until(
            || match spaced(&self.part(role, name)).contains(&spaced(words)) {
                true => Ok(()),
                false => Err(format!("`{words}` did not appear in the {role} `{name}`")),
            },
        );
    }

    /// Everything that the one element of this role and name holds: text, attributes, fields.
    #[track_caller]
    fn part(&self, role: &str, name: &str) -> String {
        self.with(role, name, async |element| {
            let html = element.html(false).await?;
            let text = element.prop("textContent").await?.unwrap_or_default();
            Ok(format!("{html}\n{text}"))
        })
    }

    /// All words on the screen, with single spaces.
    #[track_caller]
    pub fn words(&self) -> String {
        self.until(|| self.text())
    }

    /// Clicks what has this role (button, link, tab, checkbox, …) and this accessible name.
    #[track_caller]
    pub fn click(&self, role: &str, name: &str) {
        self.with(role, name, async |element| element.click().await);
    }

    /// Whether something with this role and name is on the screen now.
    #[track_caller]
    pub fn has(&self, role: &str, name: &str) -> bool {
        let found = self.until(|| self.run(page::FIND, vec![json!(role), json!(name)]));
        found["found"].is_object()
    }

    /// Replaces what stands in the field with this label.
    #[track_caller]
    pub fn fill(&self, label: &str, text: &str) {
        self.with("textbox", label, async |element| {
            element.clear().await?;
            // The driver refuses to type nothing.
            if text.is_empty() {
                return Ok(());
            }
            element.send_keys(text).await
        });
    }

    /// Gives a file to the field with this label.
    #[track_caller]
    pub fn attach(&self, label: &str, file: &Path) {
        let path = file.to_str().unwrap();
        self.with("textbox", label, async |element| {
            element.send_keys(path).await
        });
    }

    /// Chooses an option, by its words, in the list with this label.
    #[track_caller]
    pub fn choose(&self, label: &str, option: &str) {
        self.with("combobox", label, async |element| {
            element.select_by_label(option).await
        });
    }

    /// What stands in the field with this label.
    #[track_caller]
    pub fn value(&self, label: &str) -> String {
        self.with("textbox", label, async |element| {
            Ok(element.prop("value").await?.unwrap_or_default())
        })
    }

    /// Waits until this stands in the field with this label.
    #[track_caller]
    pub fn see_value(&self, label: &str, text: &str) {
        self.until(|| match self.value(label) == text {
            true => Ok(()),
            false => Err(format!("`{text}` did not appear in `{label}`")),
        });
    }

    /// Presses keys together, such as `Control+k`, `Escape` or `Shift+Tab`, where the focus is.
    #[track_caller]
    pub fn press(&self, keys: &str) {
        let keys: Vec<char> = keys.split('+').map(page::key).collect();
        let down = keys.iter().map(|&value| KeyAction::Down { value });
        let up = keys.iter().rev().map(|&value| KeyAction::Up { value });
        let mut actions = KeyActions::new("keyboard".to_owned());
        for action in down.chain(up) {
            actions = actions.then(action);
        }
        self.until(|| self.done(self.client.perform_actions(actions.clone())));
    }

    /// Types text where the focus is.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        self.until(|| self.try_type(text));
    }

    /// The window's title, as the page has it.
    #[track_caller]
    pub fn title(&self) -> String {
        self.until(|| self.done(self.client.title()))
    }

    /// What a script in the page gives; for what a person sees but words do not say.
    #[track_caller]
    pub fn script(&self, source: &str, arguments: Vec<Value>) -> Value {
        self.until(|| self.run(source, arguments.clone()))
    }

    /// The same, tried once: the program may be gone.
    pub fn try_script(&self, source: &str) -> Result<Value, String> {
        self.run(source, vec![])
    }

    /// Types text where the focus is, tried once.
    pub fn try_type(&self, text: &str) -> Result<(), String> {
        let element = self.done(self.client.active_element())?;
        self.done(element.send_keys(text))
    }

    /// Notes from now on what the page complains of: a broken rule of its security policy, an
    /// error that nobody caught.
    #[track_caller]
    pub fn watch(&self) {
        self.script(page::WATCH, vec![]);
    }

    /// Fails if the page complained of anything since [`Window::watch`].
    #[track_caller]
    pub fn no_complaints(&self) {
        let seen = self.script("return window.complaints", vec![]);
        assert_eq!(seen, json!([]), "the page complained");
    }

    /// Writes a picture of the window, to look at, beside the build.
    #[track_caller]
    pub fn picture(&self, name: &str) {
        // What was scrolled into sight is painted a moment later.
        self.script(page::PAINT, vec![]);
        self.until(|| match self.run("return window.painted", vec![])? {
            Value::Bool(true) => Ok(()),
            _ => Err("the window was not painted".to_owned()),
        });
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("window");
        self.screenshot(&folder.join(format!("{name}.png")));
    }

    /// Writes a picture of the window as PNG.
    #[track_caller]
    pub fn screenshot(&self, file: &Path) {
        let picture = self.until(|| self.done(self.client.screenshot()));
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).unwrap();
        }
        fs::write(file, picture).unwrap();
    }

    /// Tries until it works or the deadline has passed; then fails with the last reason.
    #[track_caller]
    fn until<T>(&self, attempt: impl Fn() -> Result<T, String>) -> T {
        let start = Instant::now();
        loop {
            match attempt() {
                Ok(value) => return value,
                Err(why) if start.elapsed() > DEADLINE => self.fail(&why),
                Err(_) => sleep(PAUSE),
            }
        }
    }

    /// Does something with the one element of this role and name, once it can be done.
    #[track_caller]
    fn with<T>(
        &self,
        role: &str,
        name: &str,
        act: impl AsyncFn(Element) -> Result<T, fantoccini::error::CmdError>,
    ) -> T {
        self.until(|| {
            let found = self.run(page::FIND, vec![json!(role), json!(name)])?;
            let Some(id) = found["found"][ELEMENT].as_str() else {
                let (count, names) = (&found["count"], &found["names"]);
                return Err(format!(
                    "{count} of role {role} are named `{name}`; named: {names}"
                ));
            };
            let element =
                Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned()));
            self.done(act(element))
                .map_err(|why| format!("{role} `{name}`: {why}"))
        })
    }

    fn text(&self) -> Result<String, String> {
        let text = self.run(
            "return document.body ? document.body.innerText : ''",
            vec![],
        )?;
        Ok(spaced(text.as_str().unwrap_or_default()))
    }

    fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value, String> {
        self.done(self.client.execute(script, arguments))
    }

    fn done<T>(
        &self,
        call: impl Future<Output = Result<T, fantoccini::error::CmdError>>,
    ) -> Result<T, String> {
        let call = async { tokio::time::timeout(DEADLINE, call).await };
        match self.runtime.block_on(call) {
            Ok(done) => done.map_err(|error| error.to_string()),
            Err(_) => Err("the window does not answer".to_owned()),
        }
    }

    /// Fails with the reason, what stands on the screen, and a picture of it.
    #[track_caller]
    fn fail(&self, why: &str) -> ! {
        let name = std::thread::current()
            .name()
            .unwrap_or("window")
            .replace("::", "-");
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
        let picture = self.done(self.client.screenshot()).unwrap_or_default();
        let seen = match fs::write(&file, picture) {
            Ok(()) => format!("; seen: {}", file.display()),
            Err(_) => String::new(),
        };
        let text = self.text().unwrap_or_default();
        panic!(
            "{why}{seen}\non the screen: {text}\nsaid: {}",
            self.driver.said()
        );
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if self.gone {
            return;
        }
        let close = self.client.clone().close();
        let closed = self.done(close);
        if !panicking() {
            closed.expect("the window did not close");
        }
    }
}

/// Text with single spaces, as it reads.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
