//! The `area_basis` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// How a district was assigned to an area whose make-up is nowhere published.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "area_basis")]
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
    /// The area, a probation delivery unit.
    pub area_id: String,
    /// The district that was assigned to it.
    pub district_id: String,
    /// `named`, `county`, `shared` or `assumed`.
    pub basis: String,
}

/// The rows it points at.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// `area_id`.
    #[sea_orm(
        belongs_to = "super::area::Entity",
        from = "Column::AreaId",
        to = "super::area::Column::Id"
    )]
    Area,
    /// `district_id`.
    #[sea_orm(
        belongs_to = "super::area::Entity",
        from = "Column::DistrictId",
        to = "super::area::Column::Id"
    )]
    District,
}

impl ActiveModelBehavior for ActiveModel {}
