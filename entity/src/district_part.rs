//! The `district_part` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// The smallest piece that areas are made of: one district, or a part of it that no ICB boundary
/// crosses.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "district_part")]
pub struct Model {
    /// The GSS code of the district, with `.1`, `.2`, … where it has several parts.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Where the row came from.
    pub origin: String,
    /// Hash of the shipped row it came from; empty for a row that a user made.
    pub fingerprint: String,
    /// Counts the writes to this row, from 1.
    pub version: i64,
    /// The district it lies in.
    pub district_id: String,
    /// Usual residents in the 2021 census.
    pub residents_2021: i64,
}

/// The rows it points at.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// `district_id`.
    #[sea_orm(
        belongs_to = "super::area::Entity",
        from = "Column::DistrictId",
        to = "super::area::Column::Id"
    )]
    District,
}

impl ActiveModelBehavior for ActiveModel {}
