//! The `proposal` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A change that somebody proposes; nothing of it counts until it is accepted.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "proposal")]
pub struct Model {
    /// Stable id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Where the row came from.
    pub origin: String,
    /// Hash of the shipped row it came from; empty for a row that a user made.
    pub fingerprint: String,
    /// Counts the writes to this row, from 1.
    pub version: i64,
    /// What it is about: `service`, `coverage`, `area`, …
    pub kind: String,
    /// The row that it would change; `None` if it would make one.
    pub node_id: Option<String>,
    /// What was proposed: the fields of the input, by name.
    pub draft: Json,
    /// Why, in the words of the proposer.
    pub reason: String,
    /// Who.
    pub proposed_by: String,
    /// When, as an RFC 3339 time.
    pub proposed_at: String,
    /// `open`, `accepted`, `declined` or `withdrawn`.
    pub state: String,
    /// Who decided; `None` while it is open.
    pub decided_by: Option<String>,
    /// When it was decided.
    pub decided_at: Option<String>,
    /// Why, in the words of whoever decided.
    pub decision_reason: Option<String>,
    /// What was accepted instead; `None` if it was accepted as it stood, or not at all.
    pub amended_draft: Option<Json>,
}

/// It points at no other row.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
