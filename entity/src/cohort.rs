//! The `cohort` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Whom something is for.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "cohort")]
pub struct Model {
    /// Its code, such as `women`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Where the row came from.
    pub origin: String,
    /// Hash of the shipped row it came from; empty for a row that a user made.
    pub fingerprint: String,
    /// Counts the writes to this row, from 1.
    pub version: i64,
    /// What people call it.
    pub name: String,
    /// `any`, `male` or `female`.
    pub sex: String,
    /// Whether it is less than everybody of that sex.
    pub narrow: bool,
}

/// It points at no other row.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
