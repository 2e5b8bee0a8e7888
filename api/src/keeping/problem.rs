//! What is wrong with what somebody wants to write, by field.

use serde::{Deserialize, Serialize};

/// Why a value cannot be taken. Codes are stable, messages may improve.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ProblemCode {
    /// It has to be given.
    Required,
    /// It is of another shape: no date, no number, no code.
    BadValue,
    /// No row of the register has this id or code, or none that may be seen.
    NotFound,
    /// A text is longer than its field holds.
    TooLong,
    /// A text holds a character that cannot be shown.
    ControlCharacter,
    /// A number or share lies outside its bounds.
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
    /// It may be seen and not changed; it may be proposed.
    Forbidden,
    /// It is not in a state in which this can be done.
    BadState,
    /// The idempotency key was used for something else.
    KeyReused,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Problem {
    /// The field of the input, such as `endsOn` or `bodies.0.role`.
    pub field: String,
    /// Why.
    pub code: ProblemCode,
    /// What is wrong and what would be right.
    pub message: String,
}

impl Problem {
    /// A problem of a field.
    pub fn new(field: impl Into<String>, code: ProblemCode, message: impl Into<String>) -> Self {
        Self {
            field: field.into(),
            code,
            message: message.into(),
        }
    }

    /// The same, of a field inside another.
    #[must_use]
    pub fn within(mut self, outer: &str) -> Self {
        if !outer.is_empty() {
            self.field = format!("{outer}.{}", self.field);
        }
        self
    }
}

/// Text from outside, cut to what a message may repeat.
pub fn shown(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(60).collect()
}
