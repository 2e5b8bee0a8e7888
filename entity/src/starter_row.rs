//! The `starter_row` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// What became of one row of the shipped starter tables.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "starter_row")]
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
    /// The shipped table.
    pub table_name: String,
    /// The row in it.
    pub row_id: String,
    /// `record`, `merged` or `unplaced`.
    pub outcome: String,
    /// The table of the record it became.
    pub record_kind: Option<String>,
    /// The record it became; no foreign key, because it may be in any table.
    pub record_id: Option<String>,
    /// Why it was merged or could not be placed.
    pub reason: Option<String>,
}

/// It points at no other row.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
