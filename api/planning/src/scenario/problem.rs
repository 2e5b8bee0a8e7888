//! Why a step does not hold.

use crate::facts::ScenarioStep;

/// What is wrong with a field of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StepFault {
    /// It has to be given.
    Required,
    /// It does not go with the kind of step, or with what else the step says.
    Mismatch,
    /// The register does not hold what it names.
    NotFound,
    /// What it names is not there on the day.
    NotOnDay,
    /// It is more, or later, than there is.
    OutOfRange,
}

/// A step that does not hold: it is left out as a whole, and the others are
/// taken without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepProblem {
    /// The place of the step.
    pub position: u64,
    /// The field, as inputs name it.
    pub field: &'static str,
    /// What is wrong.
    pub fault: StepFault,
    /// What is wrong and what would be right.
    pub message: String,
}

impl StepProblem {
    pub(super) fn new(
        step: &ScenarioStep,
        field: &'static str,
        fault: StepFault,
        message: impl Into<String>,
    ) -> Self {
        Self {
            position: step.position,
            field,
            fault,
            message: message.into(),
        }
    }
}

/// Pounds and pence in a message.
pub(super) fn pounds(pence: i64) -> String {
    let sign = if pence < 0 { "-" } else { "" };
    let (whole, rest) = (pence.unsigned_abs() / 100, pence.unsigned_abs() % 100);
    format!("{sign}£{whole}.{rest:02}")
}
