//! The `standard` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A minimum offer: what every area should have.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "standard")]
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
    /// What it is called.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// What it rests on.
    pub evidence_id: String,
    /// Who may see it: `public`, `restricted` (signed-in planners) or `private` (its owner).
    pub visibility: String,
    /// The body that keeps it; `None` for what the register itself keeps.
    pub owner_id: Option<String>,
}

/// The rows it points at.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// `evidence_id`.
    #[sea_orm(
        belongs_to = "super::evidence::Entity",
        from = "Column::EvidenceId",
        to = "super::evidence::Column::Id"
    )]
    Evidence,
    /// `owner_id`.
    #[sea_orm(
        belongs_to = "super::body::Entity",
        from = "Column::OwnerId",
        to = "super::body::Column::Id"
    )]
    Owner,
}

impl ActiveModelBehavior for ActiveModel {}
