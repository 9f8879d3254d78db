//! Locking by itself, and the passphrase asked again before what matters (`docs/security.md`).
//!
//! The desk knows how long nobody has touched it; whoever holds the desk asks from time to time
//! whether it is time to lock ([`Desk::time_until_locking`]).

use std::cell::Cell;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use store::Tx;
use vault::Passphrase;

use crate::desk::Desk;
use crate::error::Failure;
use crate::types::{AsksAgain, ConfirmPassphrase, KeptForm, Locking};

const MINUTES: &str = "lock-after-minutes";
const ASKS: &str = "asks-again";
const ONCE: &str = "once-in-five-minutes";
pub(crate) const KEPT: &str = "kept-form";

/// The longest form that is kept, as JSON in bytes. Beyond it, something else than a form was sent.
const LONGEST_FORM: usize = 4_000_000;

/// The bounds of the idle minutes: there is no "never".
const BOUNDS: std::ops::RangeInclusive<u16> = 1..=60;

impl Default for Locking {
    fn default() -> Self {
        Self {
            minutes: 10,
            asks: AsksAgain::EachTime,
        }
    }
}

impl Locking {
    /// As it was chosen in this vault. What cannot be read or is out of bounds counts as the usual: a
    /// vault never stays open by accident.
    pub(crate) fn read(tx: &Tx<'_>) -> Result<Self, Failure> {
        let usual = Self::default();
        let minutes = store::setting::get(tx, MINUTES)?
            .and_then(|value| value.parse().ok())
            .filter(|minutes| BOUNDS.contains(minutes));
        let once = store::setting::get(tx, ASKS)?.as_deref() == Some(ONCE);
        Ok(Self {
            minutes: minutes.unwrap_or(usual.minutes),
            asks: if once {
                AsksAgain::OnceInFiveMinutes
            } else {
                AsksAgain::EachTime
            },
        })
    }

    /// For how long a passphrase that was just typed counts.
    fn counts_for(self) -> TimeDelta {
        match self.asks {
            AsksAgain::EachTime => TimeDelta::minutes(1),
            AsksAgain::OnceInFiveMinutes => TimeDelta::minutes(5),
        }
    }
}

/// What the desk remembers of who sits before it, while a vault is open.
#[derive(Debug)]
pub(crate) struct Watch {
    pub(crate) locking: Locking,
    /// When somebody last touched the window.
    active: Cell<DateTime<Utc>>,
    /// When the passphrase was last typed.
    pub(crate) typed: Cell<Option<DateTime<Utc>>>,
}

impl Watch {
    pub(crate) fn new(locking: Locking, at: DateTime<Utc>, typed: bool) -> Self {
        // Unlocking counts only where once in a while is enough.
        let counts = typed && locking.asks == AsksAgain::OnceInFiveMinutes;
        Self {
            locking,
            active: Cell::new(at),
            typed: Cell::new(counts.then_some(at)),
        }
    }

    /// How long until it is time to lock. A clock that was set back does not keep the vault open.
    fn left(&self, at: DateTime<Utc>) -> Duration {
        let limit = TimeDelta::minutes(self.locking.minutes.into());
        let idle = at - self.active.get();
        if idle < -TimeDelta::minutes(1) {
            return Duration::ZERO;
        }
        (limit - idle).min(limit).to_std().unwrap_or_default()
    }

    fn was_just_typed(&self, at: DateTime<Utc>) -> bool {
        self.typed
            .get()
            .is_some_and(|typed| typed <= at && at - typed < self.locking.counts_for())
    }
}

impl Desk {
    /// Somebody touched the window: the idle minutes begin anew.
    ///
    /// # Errors
    /// When no vault is open or the clock cannot be read.
    pub fn active(&self) -> Result<(), Failure> {
        let now = self.now()?;
        self.opened()?.watch.active.set(now.at);
        Ok(())
    }

    /// How long until the open vault is to be locked, if nobody touches the window: nothing when it is
    /// due. None where nothing is open, or only the sample practice.
    #[must_use]
    pub fn time_until_locking(&self) -> Option<Duration> {
        let open = self.opened().ok()?;
        if open.is_sample() {
            return None;
        }
        // Without a clock nobody can tell how long it has been.
        Some(
            self.now()
                .map_or(Duration::ZERO, |now| open.watch.left(now.at)),
        )
    }

    /// Chooses after how many idle minutes the vault locks, and how often the passphrase is asked
    /// again.
    ///
    /// # Errors
    /// `passphrase.again`; a number of minutes out of bounds.
    pub fn set_locking(&mut self, ask: Locking) -> Result<(), Failure> {
        if !BOUNDS.contains(&ask.minutes) {
            return Err(Failure::input(
                "minutes",
                "minutes",
                "Choose between 1 and 60 minutes. Nothing was changed.",
            ));
        }
        self.after_asking(|desk| {
            // Not to be undone: undoing asks nobody for the passphrase.
            desk.turn_back("set locking", |tx, _| {
                store::setting::set(tx, MINUTES, &ask.minutes.to_string())?;
                let asks = match ask.asks {
                    AsksAgain::EachTime => "each-time",
                    AsksAgain::OnceInFiveMinutes => ONCE,
                };
                Ok(store::setting::set(tx, ASKS, asks)?)
            })?;
            desk.watch_mut()?.locking = ask;
            Ok(())
        })
    }

    /// The passphrase, typed again before something that matters.
    ///
    /// # Errors
    /// When it is not the right one.
    pub fn confirm_passphrase(&self, ask: ConfirmPassphrase) -> Result<(), Failure> {
        let open = self.opened()?;
        let typed = Passphrase::new(ask.passphrase);
        typed
            .and_then(|typed| open.vault.check_passphrase(&typed))
            .map_err(|e| Failure::from(e).at("passphrase"))?;
        open.watch.typed.set(Some(self.now()?.at));
        Ok(())
    }

    /// Does what matters (hands over, exports, disposes, changes the security) once the passphrase was
    /// typed again for it. What fails does not use it up.
    ///
    /// # Errors
    /// `passphrase.again`: nothing was done. Ask for the passphrase, tell it to
    /// [`Desk::confirm_passphrase`], and try again.
    pub(crate) fn after_asking<T>(
        &mut self,
        what: impl FnOnce(&mut Self) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        self.is_confirmed()?;
        let done = what(self)?;
        self.confirmation_used();
        Ok(done)
    }

    /// Whether the passphrase was typed for what is about to happen. The sample practice has none that
    /// anybody knows.
    pub(crate) fn is_confirmed(&self) -> Result<(), Failure> {
        let open = self.opened()?;
        if !self.asks_again || open.is_sample() || open.watch.was_just_typed(self.now()?.at) {
            return Ok(());
        }
        Err(Failure::new(
            "passphrase.again",
            "This asks for the passphrase once more. Nothing was done.",
        ))
    }

    /// What the passphrase was typed for has been done.
    pub(crate) fn confirmation_used(&self) {
        if let Ok(open) = self.opened()
            && open.watch.locking.asks == AsksAgain::EachTime
        {
            open.watch.typed.set(None);
        }
    }

    /// Keeps what stood in a form, in the vault, because the vault is about to lock.
    ///
    /// # Errors
    /// When it is too long, or the vault cannot be written to.
    pub fn keep_form(&mut self, ask: KeptForm) -> Result<(), Failure> {
        let too_long = || Failure::new("input.too_long", "This is too long to be kept.");
        let text = serde_json::to_string(&ask).map_err(|_| too_long())?;
        if text.len() > LONGEST_FORM {
            return Err(too_long());
        }
        self.turn_back("keep a form", |tx, _| {
            Ok(store::setting::set(tx, KEPT, &text)?)
        })
    }

    /// What stood in a form when the vault locked, if anything did.
    ///
    /// # Errors
    /// When no vault is open or it cannot be read.
    pub fn kept_form(&self) -> Result<Option<KeptForm>, Failure> {
        let text = self.read(|tx, _| Ok(store::setting::get(tx, KEPT)?))?;
        Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
    }

    /// The coach has seen it.
    ///
    /// # Errors
    /// When the vault cannot be written to.
    pub fn forget_form(&mut self) -> Result<(), Failure> {
        self.turn_back("forget a form", |tx, _| {
            Ok(store::setting::remove(tx, KEPT)?)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap()
    }

    fn watch(minutes: u16, asks: AsksAgain, typed: bool) -> Watch {
        Watch::new(Locking { minutes, asks }, at(0), typed)
    }

    #[test]
    fn the_idle_minutes_run_out_and_begin_anew() {
        let watch = watch(10, AsksAgain::EachTime, true);
        assert_eq!(watch.left(at(0)), Duration::from_secs(600));
        assert_eq!(watch.left(at(599)), Duration::from_secs(1));
        assert_eq!(watch.left(at(600)), Duration::ZERO);
        assert_eq!(watch.left(at(86_400)), Duration::ZERO);
        watch.active.set(at(599));
        assert_eq!(watch.left(at(600)), Duration::from_secs(599));
    }

    #[test]
    fn a_clock_set_back_does_not_keep_it_open() {
        let watch = watch(10, AsksAgain::EachTime, true);
        assert_eq!(watch.left(at(-30)), Duration::from_secs(600));
        assert_eq!(watch.left(at(-3600)), Duration::ZERO);
    }

    #[test]
    fn a_typed_passphrase_counts_for_a_while_and_never_from_the_future() {
        let each = watch(10, AsksAgain::EachTime, true);
        assert!(!each.was_just_typed(at(0)), "unlocking is for unlocking");
        each.typed.set(Some(at(0)));
        assert!(each.was_just_typed(at(59)));
        assert!(!each.was_just_typed(at(60)));
        assert!(!each.was_just_typed(at(-1)));
        let once = watch(10, AsksAgain::OnceInFiveMinutes, true);
        assert!(once.was_just_typed(at(299)));
        assert!(!once.was_just_typed(at(300)));
        let by_keychain = watch(10, AsksAgain::OnceInFiveMinutes, false);
        assert!(!by_keychain.was_just_typed(at(0)));
    }
}
