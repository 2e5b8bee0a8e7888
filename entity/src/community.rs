//! The `community` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A community that a claim may speak of.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "community")]
pub struct Model {
    /// Its code.
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
    /// Codes of the census groups that come closest, joined with `;`; may be empty.
    pub census_groups: String,
    /// How well those groups fit.
    pub note: String,
}

/// It points at no other row.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
