//! Whoever asks.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};

/// What somebody is to the register. Each may do what those before it may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Anybody: reads what is published.
    Public,
    /// Works for a provider: proposes corrections to its own services.
    Provider,
    /// Reads all that is not private to others, and proposes.
    Analyst,
    /// Writes for their own bodies and areas, and decides on proposals there.
    Commissioner,
    /// Keeps the whole register.
    Admin,
}

impl Role {
    /// Every role, the least first.
    pub const ALL: [Self; 5] = [
        Self::Public,
        Self::Provider,
        Self::Analyst,
        Self::Commissioner,
        Self::Admin,
    ];

    /// Its name in tokens and settings.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Provider => "provider",
            Self::Analyst => "analyst",
            Self::Commissioner => "commissioner",
            Self::Admin => "admin",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A name that is no role's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no role: use one of public, provider, analyst, commissioner, admin")]
pub struct UnknownRole(pub String);

impl FromStr for Role {
    type Err = UnknownRole;

    fn from_str(text: &str) -> Result<Self, UnknownRole> {
        Self::ALL
            .into_iter()
            .find(|role| role.code() == text)
            .ok_or_else(|| UnknownRole(text.chars().take(60).collect()))
    }
}

/// Whoever asks: a role, and the bodies and areas that it is held for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    /// The name that history keeps: the subject of the token.
    pub actor: String,
    /// Their role.
    pub role: Role,
    /// Ids of the bodies that they act for.
    pub bodies: BTreeSet<String>,
    /// Ids of the areas that they act in.
    pub areas: BTreeSet<String>,
    /// When this stops being true; `None`: not while the program runs.
    pub expires: Option<DateTime<Utc>>,
}

impl Viewer {
    /// Somebody without a token.
    pub fn public() -> Self {
        Self {
            actor: "public".to_owned(),
            role: Role::Public,
            bodies: BTreeSet::new(),
            areas: BTreeSet::new(),
            expires: None,
        }
    }
}
