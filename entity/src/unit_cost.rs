//! The `unit_cost` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// What one unit of an offer costs, as a range.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "unit_cost")]
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
    /// The offer, by code.
    pub offer_id: String,
    /// Where; `None`: anywhere.
    pub area_id: Option<String>,
    /// What one unit is.
    pub unit: String,
    /// Low estimate, in pence.
    pub low_pence: i64,
    /// Central estimate, in pence.
    pub central_pence: i64,
    /// High estimate, in pence.
    pub high_pence: i64,
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
    /// `offer_id`.
    #[sea_orm(
        belongs_to = "super::offer::Entity",
        from = "Column::OfferId",
        to = "super::offer::Column::Id"
    )]
    Offer,
    /// `area_id`.
    #[sea_orm(
        belongs_to = "super::area::Entity",
        from = "Column::AreaId",
        to = "super::area::Column::Id"
    )]
    Area,
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
