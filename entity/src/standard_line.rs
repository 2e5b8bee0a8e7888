//! The `standard_line` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// One thing that a minimum offer asks of every area.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "standard_line")]
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
    /// The minimum offer.
    pub standard_id: String,
    /// Its place, from 1.
    pub position: i64,
    /// The offer, by code.
    pub offer_id: String,
    /// For whom, by code.
    pub cohort_id: String,
    /// At which justice stage; `None`: wherever the offer is made.
    pub stage: Option<String>,
    /// Places for every thousand people in need, in millionths; `None`: any provision meets it.
    pub per_thousand_millionths: Option<i64>,
    /// What it rests on.
    pub note: Option<String>,
}

/// The rows it points at.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// `standard_id`.
    #[sea_orm(
        belongs_to = "super::standard::Entity",
        from = "Column::StandardId",
        to = "super::standard::Column::Id"
    )]
    Standard,
    /// `offer_id`.
    #[sea_orm(
        belongs_to = "super::offer::Entity",
        from = "Column::OfferId",
        to = "super::offer::Column::Id"
    )]
    Offer,
    /// `cohort_id`.
    #[sea_orm(
        belongs_to = "super::cohort::Entity",
        from = "Column::CohortId",
        to = "super::cohort::Column::Id"
    )]
    Cohort,
}

impl ActiveModelBehavior for ActiveModel {}
