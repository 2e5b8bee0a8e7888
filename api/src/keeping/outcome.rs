//! What became of a wish.

use serde::{Deserialize, Serialize};

use super::Kind;
use super::problem::Problem;

/// A field before and after.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FieldChange {
    /// The table of the row.
    pub table: String,
    /// The row.
    pub id: String,
    /// The field, by its name in the input.
    pub field: String,
    /// What it was; `None`: nothing.
    pub before: Option<String>,
    /// What it is or would be; `None`: nothing.
    pub after: Option<String>,
}

/// Somebody else changed the row in the meantime.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// The version that the asker has seen.
    pub expected_version: i64,
    /// The version that the row is at.
    pub current_version: i64,
    /// Who changed it last; `None`: not for this viewer.
    pub changed_by: Option<String>,
    /// When, as an RFC 3339 time.
    pub changed_at: Option<String>,
    /// What they changed since the version that the asker has seen.
    pub theirs: Vec<FieldChange>,
    /// What the asker would change of the row as it is now.
    pub yours: Vec<FieldChange>,
}

/// What became of a wish.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The row that was written, or would be changed.
    pub node: Option<(Kind, String)>,
    /// The revision after it.
    pub revision: u64,
    /// Whether anything was written.
    pub written: bool,
    /// What changed, or would.
    pub changes: Vec<FieldChange>,
    /// Why nothing was written.
    pub problems: Vec<Problem>,
    /// Why nothing was written: a newer version.
    pub conflict: Option<Conflict>,
    /// The proposal that was made or settled.
    pub proposal: Option<String>,
}

impl Outcome {
    /// Nothing was written, and why.
    pub fn refused(revision: u64, problems: Vec<Problem>) -> Self {
        Self {
            revision,
            problems,
            ..Self::default()
        }
    }
}
