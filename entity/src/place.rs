//! The `place` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// What is known of the location of a prison or a court.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "place")]
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
    /// The prison or court; one row each.
    pub area_id: String,
    /// Its post town.
    pub town: Option<String>,
    /// Its county, as in the register of prisons or courts.
    pub county: Option<String>,
    /// The district it stands in; `None` if no rule decides it.
    pub district_id: Option<String>,
    /// The police force area it stands in; `None` if no rule decides it.
    pub police_force_id: Option<String>,
    /// The rule that placed it, or `unplaced:` and the reason.
    pub placed_by: String,
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
    /// `police_force_id`.
    #[sea_orm(
        belongs_to = "super::area::Entity",
        from = "Column::PoliceForceId",
        to = "super::area::Column::Id"
    )]
    PoliceForce,
}

impl ActiveModelBehavior for ActiveModel {}
