//! What is wrong with a setting, said so that it can be put right.

use std::fmt;

use super::layers::Source;

/// One fault of one setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The setting, as the file names it: `limits.max_page`.
    pub setting: String,
    /// Where the value came from.
    pub source: Source,
    /// What is wrong, continuing "the setting …".
    pub wrong: String,
    /// What would be right.
    pub right: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            setting,
            source,
            wrong,
            right,
        } = self;
        write!(f, "{setting} (from {source}) {wrong}\n    right: {right}")
    }
}

/// Every fault that the settings have, never none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults(pub Vec<Fault>);

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.len() {
            1 => write!(f, "One setting is wrong:")?,
            n => write!(f, "{n} settings are wrong:")?,
        }
        for fault in &self.0 {
            write!(f, "\n  {fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}

/// Why a text is not a value of its setting. The two halves of a [`Fault`] that
/// a parser knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// What is wrong.
    pub wrong: String,
    /// What would be right.
    pub right: String,
}

impl Wrong {
    /// Both halves.
    pub fn new(wrong: impl Into<String>, right: impl Into<String>) -> Self {
        Self {
            wrong: wrong.into(),
            right: right.into(),
        }
    }
}
