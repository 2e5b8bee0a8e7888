//! The `funding_condition` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A condition of a funding stream. Those of one kind are alternatives; all kinds hold.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "funding_condition")]
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
    /// The stream.
    pub stream_id: String,
    /// What it is on.
    pub kind: String,
    /// The offer, of a condition on offers.
    pub offer_id: Option<String>,
    /// The stage, of a condition on stages.
    pub stage: Option<String>,
    /// The area, of a condition on areas.
    pub area_id: Option<String>,
    /// The cohort, of a condition on cohorts.
    pub cohort_id: Option<String>,
    /// The body, of a condition on bodies.
    pub body_id: Option<String>,
    /// The kind of body, of a condition on kinds of bodies.
    pub body_kind: Option<String>,
}

/// The rows it points at.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// `stream_id`.
    #[sea_orm(
        belongs_to = "super::funding_stream::Entity",
        from = "Column::StreamId",
        to = "super::funding_stream::Column::Id"
    )]
    Stream,
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
    /// `cohort_id`.
    #[sea_orm(
        belongs_to = "super::cohort::Entity",
        from = "Column::CohortId",
        to = "super::cohort::Column::Id"
    )]
    Cohort,
    /// `body_id`.
    #[sea_orm(
        belongs_to = "super::body::Entity",
        from = "Column::BodyId",
        to = "super::body::Column::Id"
    )]
    Body,
}

impl ActiveModelBehavior for ActiveModel {}
