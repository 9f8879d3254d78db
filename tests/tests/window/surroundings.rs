//! What a window stands in: a home of its own, a screen, a message bus, an unlocked keychain; so
//! that tests neither see each other nor the person who runs them.

use crate::harness::{DEADLINE, PAUSE};
use std::fs::{self, File};
use std::io::ErrorKind;
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::DirBuilderExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::TempDir;

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

    /// Kills a program that runs in this home, at once.
    pub fn kill(&self, program: &Path) {
        let home = format!("HOME={}", self.folder.path().display());
        let lives_here = |process: &Path| {
            let environment = fs::read(process.join("environ")).unwrap_or_default();
            let mut variables = environment.split(|byte| *byte == 0);
            variables.any(|each| each == home.as_bytes())
        };
        let processes = fs::read_dir("/proc").unwrap().flatten();
        let ours: Vec<PathBuf> = processes
            .map(|entry| entry.path())
            .filter(|process| fs::read_link(process.join("exe")).is_ok_and(|exe| exe == program))
            .filter(|process| lives_here(process))
            .collect();
        let [process] = ours.as_slice() else {
            panic!("the programs in this home: {ours:?}");
        };
        let number = process.file_name().unwrap();
        let killed = Command::new("kill").arg("-KILL").arg(number).status();
        assert!(killed.unwrap().success());
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

/// The driver with its screen, bus and keychain: one process group, ended as one.
pub struct Driver {
    process: Child,
    /// Where it listens.
    pub port: u16,
    log: PathBuf,
}

impl Driver {
    /// Starts it in this home, and waits until it listens.
    #[track_caller]
    pub fn start(home: &Home) -> Self {
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
    pub fn said(&self) -> String {
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
