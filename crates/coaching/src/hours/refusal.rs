//! Why an entry of the log cannot be.

/// Why an entry of hours, of learning or of consent was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No name, or one that is none.
    #[error("Write the client's name: at most 200 characters, none of them invisible.")]
    NoClient,
    /// A contact that is none.
    #[error("A contact has at most 200 characters, none of them invisible.")]
    Contact,
    /// A group of one, or of more than can be.
    #[error("A group has between 2 and 99 people. Leave it blank for one person.")]
    Group,
    /// The end before the start.
    #[error("The end lies before the start. Check the dates.")]
    EndBeforeStart,
    /// More than one entry can hold.
    #[error("One entry holds at most 10,000 hours. Check the figures.")]
    TooMany,
    /// Neither paid nor pro bono.
    #[error("Write how many hours were paid, or pro bono, or both.")]
    NoHours,
    /// Withdrawn before given.
    #[error("The consent was withdrawn before it was given. Check the dates.")]
    WithdrawnBefore,
    /// Longer than a day, or nothing.
    #[error("A length is between 5 minutes and 100 hours.")]
    Length,
    /// A name of a supervisor or a course that is none.
    #[error("This has at most 200 characters, none of them invisible.")]
    With,
}

impl Refusal {
    /// A stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NoClient => "hours.no_client",
            Self::Contact => "hours.contact",
            Self::Group => "hours.group",
            Self::EndBeforeStart => "hours.end_before_start",
            Self::TooMany => "hours.too_many",
            Self::NoHours => "hours.none",
            Self::WithdrawnBefore => "hours.withdrawn_before",
            Self::Length => "hours.length",
            Self::With => "hours.with",
        }
    }

    /// The field that it concerns.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::NoClient => "client",
            Self::Contact => "contact",
            Self::Group => "group",
            Self::EndBeforeStart => "until",
            Self::TooMany | Self::NoHours => "paid",
            Self::WithdrawnBefore => "withdrawn",
            Self::Length => "minutes",
            Self::With => "with",
        }
    }
}
