//! What somebody wants to write, as plain values.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Kind;

/// The fields of an input, by name. What is not named stays as it is; `null` clears.
pub type Fields = Map<String, Value>;

/// What somebody wants done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Wish {
    /// A new row, or with an id a change of one.
    Save {
        /// What it is.
        kind: Kind,
        /// The row; `None` for a new one.
        id: Option<String>,
        /// The fields.
        fields: Fields,
    },
    /// A row taken out of the register, with what belongs to it. History keeps it.
    Archive {
        /// What it is.
        kind: Kind,
        /// The row.
        id: String,
    },
    /// A scenario kept as it is, with what it is compared with, for good.
    Freeze {
        /// The scenario.
        id: String,
    },
    /// Everything that one revision changed put back as it was.
    Revert {
        /// The revision.
        revision: u64,
    },
}

impl Wish {
    /// The row that it is about; `None` for a new one and for a whole revision.
    pub fn node(&self) -> Option<(Kind, &str)> {
        match self {
            Self::Save { kind, id, .. } => id.as_deref().map(|id| (*kind, id)),
            Self::Archive { kind, id } => Some((*kind, id)),
            Self::Freeze { id } => Some((Kind::Scenario, id)),
            Self::Revert { .. } => None,
        }
    }

    /// What it is about, in a word.
    pub fn kind_code(&self) -> &'static str {
        match self {
            Self::Save { kind, .. } | Self::Archive { kind, .. } => kind.code(),
            Self::Freeze { .. } => Kind::Scenario.code(),
            Self::Revert { .. } => "revision",
        }
    }
}

/// A wish and how it is to be treated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    /// What is wanted.
    pub wish: Wish,
    /// Why: history keeps it.
    pub reason: String,
    /// The version that the asker has seen; needed to change or archive a row.
    pub expected_version: Option<i64>,
    /// A name for this request: sent again, it is answered again and done once.
    pub idempotency_key: Option<String>,
    /// Say what would change, and change nothing.
    pub dry_run: bool,
    /// Put it to those who may write.
    pub propose: bool,
    /// The proposal that this settles, as it stands or amended.
    pub accepts: Option<String>,
}
