//! What somebody who supports the coach needs to know: versions, formats, counts and the log. Safe to
//! mail: no name, no text, no path.

use std::fmt::Write as _;
use std::time::Instant;

use crate::desk::Desk;
use crate::error::Failure;
use crate::types::{AsksAgain, Support};

impl Desk {
    /// Does what a command asks for, and notes how that went. While the window lies on the table of a
    /// meeting, most are refused ([`Desk::answers`]).
    ///
    /// # Errors
    /// The command's own.
    pub fn asked<T>(
        &mut self,
        command: &'static str,
        act: impl FnOnce(&mut Self) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let begun = Instant::now();
        let done = self.answers(command).and_then(|()| act(self));
        let code = done.as_ref().err().map(|failure| failure.code.as_str());
        self.log.answered(command, begun.elapsed(), code);
        done
    }

    /// Notes something in the log.
    pub fn note(&self, event: crate::log::Event) {
        self.log.note(event);
    }

    /// The details for support, with or without an open vault.
    ///
    /// # Errors
    /// When the open vault cannot be read.
    pub fn support(&self) -> Result<Support, Failure> {
        let mut text = String::new();
        let mut line = |what: &str, value: String| {
            let _ = writeln!(text, "{what}: {value}");
        };
        line("Three Chairs", env!("CARGO_PKG_VERSION").to_owned());
        let system = format!("{} {}", std::env::consts::OS, std::env::consts::ARCH);
        line("System", system);
        line("Format of the header", vault::FORMAT_VERSION.to_string());
        line("Format of the database", store::newest_format().to_string());
        match self.opened() {
            Err(_) => line("Vault", "locked".to_owned()),
            Ok(open) => {
                line("Vault", "open".to_owned());
                line("Sample practice", yes(open.is_sample()).to_owned());
                line("Ways to open it", open.vault.slots().len().to_string());
                line(
                    "In the keychain",
                    yes(open.vault.is_remembered()).to_owned(),
                );
                let locking = open.watch.locking;
                line("Locks after minutes", locking.minutes.to_string());
                let once = locking.asks == AsksAgain::OnceInFiveMinutes;
                line("Passphrase once in five minutes", yes(once).to_owned());
                let (engagements, people) = self.read(|tx, _| {
                    Ok((
                        store::engagement::ids(tx)?.len(),
                        store::person::all(tx)?.len(),
                    ))
                })?;
                line("Engagements", engagements.to_string());
                line("People", people.to_string());
            }
        }
        let _ = write!(text, "\n{}\n", self.log.last());
        Ok(Support { text })
    }
}

fn yes(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}
