//! How a value of the record stands in a column, and how it comes back.

use chrono::{DateTime, SecondsFormat, Utc};
use coaching::day::Day;
use coaching::ids::{
    AgreementId, ApprovalId, BeliefId, ClashId, CommitmentId, ContactId, DecisionId,
    EarlierHoursId, EngagementId, ExperimentId, FollowUpId, GoalId, GoalVersionId, LearningId,
    MarkId, MeetingId, NoteId, OrganisationId, PartyId, PersonId, PositionId, PriorityId,
    QuestionId, ReleaseId, RoundId, ScoreId, SelfRatingId, SessionId, TemplateId, ThreadId, TieId,
};
use coaching::measures::{Attainment, Change, SelfMark};
use coaching::text::{Tag, Text, Wording};
use coaching::words::{
    Channel, ClashEnd, CoachDoes, CommitmentStatus, Consent, Consulted, DocumentKind,
    EngagementStatus, ExceptionKind, GoalStatus, Influence, Language, LearningKind, Level,
    MeetingKind, MeetingStatus, Prompt, RhythmUnit, Role, Rule, SessionStatus, ShiftKind, Stance,
    Teller, TellingState, Topic, Voice,
};
use rusqlite::ToSql;
use rusqlite::types::{Null, ToSqlOutput, ValueRef};

use crate::error::StoreError;

/// A value that a column can keep.
pub(crate) trait ToColumn {
    /// The value as SQLite keeps it.
    fn to_column(&self) -> ToSqlOutput<'_>;
}

/// A value that can be read back.
pub(crate) trait FromColumn: Sized {
    /// The value; none when the column holds something else.
    fn from_column(value: ValueRef<'_>) -> Option<Self>;
}

/// Hands a value to rusqlite.
pub(crate) struct Bound<'a>(pub &'a dyn ToColumn);

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.to_column())
    }
}

/// One row, whose columns are taken one after the other, in the order of the SELECT.
pub(crate) struct Columns<'r, 's> {
    row: &'r rusqlite::Row<'s>,
    next: usize,
}

impl<'r, 's> Columns<'r, 's> {
    pub(crate) fn of(row: &'r rusqlite::Row<'s>) -> Self {
        Self { row, next: 0 }
    }

    /// The next column's value.
    pub(crate) fn take<T: FromColumn>(&mut self) -> Result<T, StoreError> {
        let index = self.next;
        self.next += 1;
        T::from_column(self.row.get_ref(index)?).ok_or_else(|| StoreError::Unreadable {
            what: self
                .row
                .as_ref()
                .column_name(index)
                .map_or_else(|_| index.to_string(), str::to_owned),
        })
    }
}

fn text(value: ValueRef<'_>) -> Option<&str> {
    match value {
        ValueRef::Text(bytes) => std::str::from_utf8(bytes).ok(),
        _ => None,
    }
}

macro_rules! ids {
    ($($id:ident),* $(,)?) => {$(
        impl ToColumn for $id {
            fn to_column(&self) -> ToSqlOutput<'_> {
                self.as_str().into()
            }
        }
        impl FromColumn for $id {
            fn from_column(value: ValueRef<'_>) -> Option<Self> {
                Self::new(text(value)?).ok()
            }
        }
    )*};
}

ids!(
    AgreementId,
    ApprovalId,
    BeliefId,
    ClashId,
    CommitmentId,
    ContactId,
    DecisionId,
    EarlierHoursId,
    EngagementId,
    ExperimentId,
    FollowUpId,
    GoalId,
    GoalVersionId,
    LearningId,
    MarkId,
    MeetingId,
    NoteId,
    OrganisationId,
    PartyId,
    PersonId,
    PositionId,
    PriorityId,
    QuestionId,
    ReleaseId,
    RoundId,
    ScoreId,
    SelfRatingId,
    SessionId,
    TemplateId,
    ThreadId,
    TieId,
);

macro_rules! words {
    ($($word:ident),* $(,)?) => {$(
        impl ToColumn for $word {
            fn to_column(&self) -> ToSqlOutput<'_> {
                self.word().into()
            }
        }
        impl FromColumn for $word {
            fn from_column(value: ValueRef<'_>) -> Option<Self> {
                Self::from_word(text(value)?)
            }
        }
    )*};
}

words!(
    Channel,
    ClashEnd,
    CoachDoes,
    CommitmentStatus,
    Consent,
    Consulted,
    DocumentKind,
    EngagementStatus,
    ExceptionKind,
    GoalStatus,
    Influence,
    Language,
    LearningKind,
    Level,
    MeetingKind,
    MeetingStatus,
    Prompt,
    RhythmUnit,
    Role,
    Rule,
    SessionStatus,
    ShiftKind,
    Stance,
    Teller,
    TellingState,
    Topic,
    Voice,
);

macro_rules! numbers {
    ($($number:ident),* $(,)?) => {$(
        impl ToColumn for $number {
            fn to_column(&self) -> ToSqlOutput<'_> {
                i64::from(*self).into()
            }
        }
        impl FromColumn for $number {
            fn from_column(value: ValueRef<'_>) -> Option<Self> {
                value.as_i64().ok()?.try_into().ok()
            }
        }
    )*};
}

numbers!(u8, u16, u32, Attainment, Change, SelfMark);

impl ToColumn for str {
    fn to_column(&self) -> ToSqlOutput<'_> {
        self.into()
    }
}

impl<T: ToColumn + ?Sized> ToColumn for &T {
    fn to_column(&self) -> ToSqlOutput<'_> {
        (**self).to_column()
    }
}

impl ToColumn for String {
    fn to_column(&self) -> ToSqlOutput<'_> {
        self.as_str().into()
    }
}

impl FromColumn for String {
    fn from_column(value: ValueRef<'_>) -> Option<Self> {
        text(value).map(str::to_owned)
    }
}

impl ToColumn for bool {
    fn to_column(&self) -> ToSqlOutput<'_> {
        i64::from(*self).into()
    }
}

impl FromColumn for bool {
    fn from_column(value: ValueRef<'_>) -> Option<Self> {
        match value {
            ValueRef::Integer(0) => Some(false),
            ValueRef::Integer(1) => Some(true),
            _ => None,
        }
    }
}

impl ToColumn for [u8] {
    fn to_column(&self) -> ToSqlOutput<'_> {
        self.into()
    }
}

impl ToColumn for Vec<u8> {
    fn to_column(&self) -> ToSqlOutput<'_> {
        self.as_slice().into()
    }
}

impl FromColumn for Vec<u8> {
    fn from_column(value: ValueRef<'_>) -> Option<Self> {
        match value {
            ValueRef::Blob(bytes) => Some(bytes.to_vec()),
            _ => None,
        }
    }
}

impl ToColumn for Day {
    fn to_column(&self) -> ToSqlOutput<'_> {
        self.to_string().into()
    }
}

impl FromColumn for Day {
    fn from_column(value: ValueRef<'_>) -> Option<Self> {
        Self::parse(text(value)?).ok()
    }
}

/// As serde writes it, so that a moment is the same in the database and in an export.
impl ToColumn for DateTime<Utc> {
    fn to_column(&self) -> ToSqlOutput<'_> {
        self.to_rfc3339_opts(SecondsFormat::AutoSi, true).into()
    }
}

impl FromColumn for DateTime<Utc> {
    fn from_column(value: ValueRef<'_>) -> Option<Self> {
        let moment = DateTime::parse_from_rfc3339(text(value)?).ok()?;
        Some(moment.with_timezone(&Utc))
    }
}

impl<T: Tag> ToColumn for Text<T> {
    fn to_column(&self) -> ToSqlOutput<'_> {
        self.for_the_coach().into()
    }
}

impl<T: Tag> FromColumn for Text<T> {
    fn from_column(value: ValueRef<'_>) -> Option<Self> {
        Self::new(text(value)?).ok()
    }
}

impl ToColumn for Wording {
    fn to_column(&self) -> ToSqlOutput<'_> {
        self.for_the_coach().into()
    }
}

impl FromColumn for Wording {
    fn from_column(value: ValueRef<'_>) -> Option<Self> {
        Self::new(text(value)?).ok()
    }
}

impl<T: ToColumn> ToColumn for Option<T> {
    fn to_column(&self) -> ToSqlOutput<'_> {
        self.as_ref().map_or(Null.into(), ToColumn::to_column)
    }
}

impl<T: FromColumn> FromColumn for Option<T> {
    fn from_column(value: ValueRef<'_>) -> Option<Self> {
        match value {
            ValueRef::Null => Some(None),
            value => T::from_column(value).map(Some),
        }
    }
}
