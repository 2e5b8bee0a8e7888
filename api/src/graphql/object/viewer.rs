//! Whoever asks, as the register knows them.

use async_graphql::{Enum, SimpleObject};
use chrono::{DateTime, Utc};

use super::area::Area;
use super::body::Body;

/// What somebody is to the register. Each may do what those before it may.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "crate::auth::Role")]
pub enum ViewerRole {
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

/// Whoever asks: what the token of this request says, and what it means here.
#[derive(SimpleObject, Clone)]
pub struct Viewer {
    /// The name that history keeps: the subject of the token. Null without a token.
    pub actor: Option<String>,
    /// Their role.
    pub role: ViewerRole,
    /// The bodies that they act for. Names of the token that the register does not know are left out.
    pub bodies: Vec<Body>,
    /// The areas that they act in, found in the same way.
    pub areas: Vec<Area>,
    /// When the token ends; null: there is none, or it holds while the server runs.
    pub expires: Option<DateTime<Utc>>,
    /// The root fields that their role may ask for, such as `Query.coverage`. Which rows a field gives or writes is decided row by row.
    pub may: Vec<String>,
}
