//! The `area_part` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A district part that belongs to an area.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "area_part")]
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
    /// The area.
    pub area_id: String,
    /// The part.
    pub part_id: String,
    /// How many of the part's 2021 residents live in the area; `None` if areas share it with no
    /// published split.
    pub residents: Option<i64>,
    /// First day of the membership; `None` if it is as old as the area.
    pub valid_from: Option<String>,
    /// Last day of the membership; `None` if it lasts as long as the area.
    pub valid_to: Option<String>,
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
    /// `part_id`.
    #[sea_orm(
        belongs_to = "super::district_part::Entity",
        from = "Column::PartId",
        to = "super::district_part::Column::Id"
    )]
    Part,
}

impl ActiveModelBehavior for ActiveModel {}
