//! What changed, what is wrong with a change, and who else made one.

use async_graphql::{Enum, SimpleObject};

use crate::keeping;

/// A field before and after.
#[derive(SimpleObject, Clone, Debug)]
pub struct FieldChange {
    /// The table of the row: `service`, `service_body`, `coverage`, …
    pub table: String,
    /// The row, by its id in the register.
    pub row: String,
    /// The field, by its name in inputs.
    pub field: String,
    /// What it was, as text; null: nothing. Money is in pence.
    pub before: Option<String>,
    /// What it is or would be, as text; null: nothing.
    pub after: Option<String>,
}

impl From<keeping::FieldChange> for FieldChange {
    fn from(change: keeping::FieldChange) -> Self {
        Self {
            table: change.table,
            row: change.id,
            field: change.field,
            before: change.before,
            after: change.after,
        }
    }
}

/// Why a value cannot be taken. Codes are stable.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "keeping::ProblemCode")]
pub enum ProblemCode {
    /// It has to be given.
    Required,
    /// It is of another shape: no date, no number, no such code.
    BadValue,
    /// The register has no such row, or none that you may see.
    NotFound,
    /// The text is longer than its field holds.
    TooLong,
    /// The text holds a character that cannot be shown.
    ControlCharacter,
    /// The number, share or date lies outside its bounds.
    OutOfRange,
    /// An end lies before its start.
    EndBeforeStart,
    /// Two spans that exclude each other overlap.
    Overlap,
    /// Another row says so already, or has the same number.
    Duplicate,
    /// It does not fit with another field.
    Mismatch,
    /// Other rows still rest on it.
    StillUsed,
    /// You may see it and not change it.
    Forbidden,
    /// It is not in a state in which this can be done.
    BadState,
    /// You have used the idempotency key for something else.
    KeyReused,
}

/// One thing that is wrong with a change; nothing is written while there is any.
#[derive(SimpleObject, Clone, Debug)]
pub struct Problem {
    /// The field of the input, such as `endsOn` or `bodies.0.role`.
    pub field: String,
    /// Why.
    pub code: ProblemCode,
    /// What is wrong and what would be right.
    pub message: String,
}

impl From<keeping::Problem> for Problem {
    fn from(problem: keeping::Problem) -> Self {
        Self {
            field: problem.field,
            code: problem.code.into(),
            message: problem.message,
        }
    }
}

/// Somebody else changed the row since you saw it. Nothing was written: look at both sides and send what should stand, with the current version.
#[derive(SimpleObject, Clone, Debug)]
pub struct Conflict {
    /// The version that you have seen.
    pub expected_version: i64,
    /// The version that the row is at.
    pub current_version: i64,
    /// Who changed it last; null: not on record.
    pub changed_by: Option<String>,
    /// When, as an RFC 3339 time.
    pub changed_at: Option<String>,
    /// What they changed since the version that you have seen.
    pub theirs: Vec<FieldChange>,
    /// What you would change of the row as it is now.
    pub yours: Vec<FieldChange>,
}

impl From<keeping::Conflict> for Conflict {
    fn from(conflict: keeping::Conflict) -> Self {
        let list =
            |changes: Vec<keeping::FieldChange>| changes.into_iter().map(Into::into).collect();
        Self {
            expected_version: conflict.expected_version,
            current_version: conflict.current_version,
            changed_by: conflict.changed_by,
            changed_at: conflict.changed_at,
            theirs: list(conflict.theirs),
            yours: list(conflict.yours),
        }
    }
}
