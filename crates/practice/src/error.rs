//! A failure as it crosses to the interface: a code for programs, a message for people, the field
//! it concerns. Never content of the practice.

use coaching::day::NotADay;
use coaching::direction;
use coaching::ids::NotAnId;
use coaching::measures;
use coaching::page::NoSuchMeeting;
use coaching::releasing;
use coaching::seat::NotAParty;
use coaching::shifting::Refusal;
use coaching::text::TextFault;
use serde::Serialize;

/// Why something was refused or failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{message}")]
pub struct Failure {
    /// A stable code, like `input.blank`.
    pub code: String,
    /// What happened, what is safe, what to do.
    pub message: String,
    /// The field of the form that it concerns.
    pub field: Option<String>,
}

impl Failure {
    /// A failure that concerns no field.
    pub fn new(code: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            message: message.into(),
            field: None,
        }
    }

    /// The same, at a field.
    #[must_use]
    pub fn at(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }

    /// No vault is open.
    #[must_use]
    pub fn closed() -> Self {
        Self::new("desk.closed", "No vault is open. Unlock it first.")
    }

    /// Something was asked for that is not there (any more).
    #[must_use]
    pub fn missing(what: &str) -> Self {
        Self::new(
            "desk.missing",
            format!("This {what} is not there any more. Nothing was changed."),
        )
    }

    /// What was filled in cannot be taken.
    pub fn input(field: &str, kind: &str, message: impl Into<String>) -> Self {
        Self::new(format!("input.{kind}"), message).at(field)
    }
}

impl From<store::StoreError> for Failure {
    fn from(error: store::StoreError) -> Self {
        Self::new(error.code(), error.to_string())
    }
}

impl From<vault::VaultError> for Failure {
    fn from(error: vault::VaultError) -> Self {
        Self::new(error.code(), error.to_string())
    }
}

impl From<intake::Unreadable> for Failure {
    fn from(fault: intake::Unreadable) -> Self {
        let what = format!("{fault} Nothing was changed.");
        Self::new(fault.code(), what).at("file")
    }
}

impl From<TextFault> for Failure {
    fn from(fault: TextFault) -> Self {
        let code = match fault {
            TextFault::Nul => "input.nul",
            TextFault::TooLong => "input.too_long",
        };
        Self::new(code, fault.to_string())
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::new(refusal.code(), refusal.to_string()).at(refusal.field())
    }
}

impl From<direction::Refusal> for Failure {
    fn from(refusal: direction::Refusal) -> Self {
        Self::new(refusal.code(), refusal.to_string()).at(refusal.field())
    }
}

impl From<measures::Refusal> for Failure {
    fn from(refusal: measures::Refusal) -> Self {
        Self::new(refusal.code(), refusal.to_string()).at(refusal.field())
    }
}

impl From<releasing::Refusal> for Failure {
    fn from(refusal: releasing::Refusal) -> Self {
        Self::new(refusal.code(), refusal.to_string()).at(refusal.field())
    }
}

impl From<NotADay> for Failure {
    fn from(error: NotADay) -> Self {
        Self::new("input.date", error.to_string())
    }
}

impl From<NotAnId> for Failure {
    fn from(_: NotAnId) -> Self {
        Self::missing("item")
    }
}

impl From<NotAParty> for Failure {
    fn from(error: NotAParty) -> Self {
        Self::new("input.party", error.to_string()).at("party")
    }
}

impl From<NoSuchMeeting> for Failure {
    fn from(error: NoSuchMeeting) -> Self {
        Self::new("input.meeting", error.to_string()).at("meeting")
    }
}
