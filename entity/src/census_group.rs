//! The `census_group` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// An ethnic group of the 2021 census.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "census_group")]
pub struct Model {
    /// Its code, such as `black_african`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Where the row came from.
    pub origin: String,
    /// Hash of the shipped row it came from; empty for a row that a user made.
    pub fingerprint: String,
    /// Counts the writes to this row, from 1.
    pub version: i64,
    /// The full label in the census.
    pub label: String,
}

/// It points at no other row.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
