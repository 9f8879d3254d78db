//! The real window, driven as a coach would: by what stands on the screen, a mouse and a keyboard.
//!
//! Each window has its own screen, message bus, unlocked keychain and home, so that tests neither
//! see each other nor the person who runs them. All waiting is for something to appear, with one
//! deadline; nothing sleeps for a fixed time.

use crate::page;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use std::fs::{self, File};
use std::io::ErrorKind;
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::DirBuilderExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::{panicking, sleep};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};

/// How long something may take to appear. Generous: a slow machine must not fail a right program.
const DEADLINE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(40);

/// What WebDriver calls the one property of a found element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Starts a screen, a bus and an unlocked keychain around the driver, whose port is `$0`.
const DRIVER: &str = "printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null
    exec WebKitWebDriver --host=127.0.0.1 --port=$0";

/// A home of its own for one coach: files, settings, keychain. Removed at the end.
pub struct Home {
    folder: TempDir,
    environment: Vec<(String, String)>,
}

impl Home {
    /// An empty home.
    pub fn new() -> Self {
        let folder = tempfile::Builder::new()
            .prefix("chairs-")
            .tempdir()
            .unwrap();
        for name in ["run", "tmp", "data", "config", "cache", "state"] {
            let inside = folder.path().join(name);
            fs::DirBuilder::new().mode(0o700).create(inside).unwrap();
        }
        Self {
            folder,
            environment: Vec::new(),
        }
    }

    /// Sets a variable in the program's environment.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    /// A place in this home.
    pub fn path(&self, inside: &str) -> PathBuf {
        self.folder.path().join(inside)
    }

    fn surround(&self, command: &mut Command) {
        for other in [
            "DISPLAY",
            "WAYLAND_DISPLAY",
            "DBUS_SESSION_BUS_ADDRESS",
            "XAUTHORITY",
        ] {
            command.env_remove(other);
        }
        command
            .env("HOME", self.folder.path())
            .env("TMPDIR", self.path("tmp"))
            .env("XDG_RUNTIME_DIR", self.path("run"))
            .env("XDG_DATA_HOME", self.path("data"))
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("XDG_CACHE_HOME", self.path("cache"))
            .env("XDG_STATE_HOME", self.path("state"))
            // Without it the driver waits for a window that never answers.
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .envs(self.environment.iter().map(|(name, value)| (name, value)));
    }
}

/// An open window.
pub struct Window {
    client: Client,
    runtime: Runtime,
    driver: Driver,
}

impl Window {
    /// Opens Three Chairs in this home. `cargo xtask test window` says where the program is.
    #[track_caller]
    pub fn open(home: &Home) -> Self {
        let Some(program) = std::env::var_os("THREE_CHAIRS_WINDOW") else {
            panic!("THREE_CHAIRS_WINDOW names no program: run `cargo xtask test window`");
        };
        Self::of(Path::new(&program), &[], home)
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
        }
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
            element.send_keys(text).await
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
        self.until(|| {
            let element = self.done(self.client.active_element())?;
            self.done(element.send_keys(text))
        });
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
        let close = self.client.clone().close();
        let closed = self.done(close);
        if !panicking() {
            closed.expect("the window did not close");
        }
    }
}

/// The driver with its screen, bus and keychain: one process group, ended as one.
struct Driver {
    process: Child,
    port: u16,
    log: PathBuf,
}

impl Driver {
    #[track_caller]
    fn start(home: &Home) -> Self {
        let port = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let log = home.path("driver.log");
        let output = File::options()
            .create(true)
            .append(true)
            .open(&log)
            .unwrap();
        let mut command = Command::new("xvfb-run");
        command
            .args(["-a", "-s", "-screen 0 1280x860x24"])
            .args(["dbus-run-session", "--", "bash", "-c", DRIVER])
            .arg(port.to_string())
            .stdin(Stdio::null())
            .stdout(output.try_clone().unwrap())
            .stderr(output)
            .process_group(0);
        home.surround(&mut command);
        let process = match command.spawn() {
            Ok(process) => process,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                panic!("xvfb-run is not installed: `cargo xtask test window` installs it")
            }
            Err(error) => panic!("xvfb-run: {error}"),
        };
        let mut driver = Self { process, port, log };
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = driver.process.try_wait().unwrap();
            assert!(ended.is_none(), "the driver ended: {}", driver.said());
            assert!(start.elapsed() < DEADLINE, "no driver: {}", driver.said());
            sleep(PAUSE);
        }
        driver
    }

    /// What the driver, the program and all around them wrote.
    fn said(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }

    fn signal(&self, name: &str) {
        let group = format!("-{}", self.process.id());
        let kill = Command::new("kill")
            .args([name, "--", &group])
            .stderr(Stdio::null())
            .status();
        // A group that is already gone is what was wanted.
        drop(kill);
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.signal("-TERM");
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(5) {
            if !matches!(self.process.try_wait(), Ok(None)) {
                break;
            }
            sleep(PAUSE);
        }
        self.signal("-KILL");
        drop(self.process.wait());
    }
}

/// Text with single spaces, as it reads.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
