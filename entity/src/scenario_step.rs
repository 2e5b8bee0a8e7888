//! The `scenario_step` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A step of a scenario.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "scenario_step")]
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
    /// The scenario.
    pub scenario_id: String,
    /// Its place, from 1; steps are taken in this order.
    pub position: i64,
    /// What it does.
    pub kind: String,
    /// The service that it changes.
    pub service_id: Option<String>,
    /// The offer that it adds, or that need is of.
    pub offer_id: Option<String>,
    /// Where.
    pub area_id: Option<String>,
    /// Where a service moves to.
    pub to_area_id: Option<String>,
    /// For whom.
    pub cohort_id: Option<String>,
    /// The stream that money comes from.
    pub stream_id: Option<String>,
    /// The stream that money goes to.
    pub to_stream_id: Option<String>,
    /// The pooled budget.
    pub pool_id: Option<String>,
    /// The reform.
    pub body_succession_id: Option<String>,
    /// From when.
    pub starts_on: Option<String>,
    /// Until when.
    pub ends_on: Option<String>,
    /// Pounds a year of a service, or what is moved, in pence.
    pub amount_pence: Option<i64>,
    /// People that a service reaches a year.
    pub places: Option<i64>,
    /// People in need.
    pub people: Option<i64>,
    /// What to know of it.
    pub note: Option<String>,
}

/// The rows it points at.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// `scenario_id`.
    #[sea_orm(
        belongs_to = "super::scenario::Entity",
        from = "Column::ScenarioId",
        to = "super::scenario::Column::Id"
    )]
    Scenario,
    /// `service_id`.
    #[sea_orm(
        belongs_to = "super::service::Entity",
        from = "Column::ServiceId",
        to = "super::service::Column::Id"
    )]
    Service,
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
    /// `to_area_id`.
    #[sea_orm(
        belongs_to = "super::area::Entity",
        from = "Column::ToAreaId",
        to = "super::area::Column::Id"
    )]
    ToArea,
    /// `cohort_id`.
    #[sea_orm(
        belongs_to = "super::cohort::Entity",
        from = "Column::CohortId",
        to = "super::cohort::Column::Id"
    )]
    Cohort,
    /// `stream_id`.
    #[sea_orm(
        belongs_to = "super::funding_stream::Entity",
        from = "Column::StreamId",
        to = "super::funding_stream::Column::Id"
    )]
    Stream,
    /// `to_stream_id`.
    #[sea_orm(
        belongs_to = "super::funding_stream::Entity",
        from = "Column::ToStreamId",
        to = "super::funding_stream::Column::Id"
    )]
    ToStream,
    /// `pool_id`.
    #[sea_orm(
        belongs_to = "super::pool::Entity",
        from = "Column::PoolId",
        to = "super::pool::Column::Id"
    )]
    Pool,
    /// `body_succession_id`.
    #[sea_orm(
        belongs_to = "super::body_succession::Entity",
        from = "Column::BodySuccessionId",
        to = "super::body_succession::Column::Id"
    )]
    BodySuccession,
}

impl ActiveModelBehavior for ActiveModel {}
