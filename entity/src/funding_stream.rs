//! The `funding_stream` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Money that can be spent on services, under conditions and for a time.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "funding_stream")]
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
    /// What its funder calls it.
    pub name: String,
    /// Whose money it is.
    pub funder_id: String,
    /// What it is for, in our own words.
    pub purpose: String,
    /// Where it may be spent; `None`: no area is stated.
    pub area_id: Option<String>,
    /// For whom it may be spent.
    pub cohort_id: String,
    /// `yes`, `no` or `not_stated`.
    pub ring_fenced: String,
    /// Whether it comes again each year: `yes`, `no` or `not_stated`.
    pub recurrent: String,
    /// Whether it counts towards the Mental Health Investment Standard: `yes`, `no` or `not_stated`.
    pub inside_mhis: String,
    /// First day, as found; `None` if not on record.
    pub starts_on: Option<String>,
    /// Last day, as found; `None` if not on record.
    pub ends_on: Option<String>,
    /// All of it over its period, in pence; `None` if not on record.
    pub amount_pence: Option<i64>,
    /// What it rests on.
    pub evidence_id: String,
    /// Who may see it: `public`, `restricted` (signed-in planners) or `private` (its owner).
    pub visibility: String,
    /// The body that keeps the row; `None` for what the register itself keeps.
    pub owner_id: Option<String>,
}

/// The rows it points at.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// `funder_id`.
    #[sea_orm(
        belongs_to = "super::body::Entity",
        from = "Column::FunderId",
        to = "super::body::Column::Id"
    )]
    Funder,
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
