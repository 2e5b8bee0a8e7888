//! The `scenario` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A named plan: steps on a copy of the register, which stays as it is.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "scenario")]
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
    /// What it is to show.
    pub purpose: Option<String>,
    /// The day on which it is compared.
    pub base_day: String,
    /// When it was frozen; `None`: it can still be changed.
    pub frozen_on: Option<String>,
    /// The revision of the register that it was frozen against.
    pub frozen_revision: Option<i64>,
    /// The hash of what it was frozen with.
    pub frozen_hash: Option<String>,
    /// What it was frozen with, as the bytes that the hash is of.
    pub frozen_body: Option<String>,
    /// Who may see it: `public`, `restricted` (signed-in planners) or `private` (its owner).
    pub visibility: String,
    /// The body that keeps it; `None` for what the register itself keeps.
    pub owner_id: Option<String>,
}

/// The rows it points at.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// `owner_id`.
    #[sea_orm(
        belongs_to = "super::body::Entity",
        from = "Column::OwnerId",
        to = "super::body::Column::Id"
    )]
    Owner,
}

impl ActiveModelBehavior for ActiveModel {}
