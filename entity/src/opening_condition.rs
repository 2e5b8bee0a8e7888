//! The `opening_condition` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// What a notice asks of those who apply.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "opening_condition")]
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
    /// The opening.
    pub opening_id: String,
    /// What it is about.
    pub kind: String,
    /// The codes that it allows, joined with `;`: legal forms, cohorts, communities, a framework, a specialism, or how to apply together; see docs/VOCABULARY.md.
    pub words: Option<String>,
    /// The turnover that it names, in pence.
    pub pence: Option<i64>,
    /// The share that it names, in thousandths.
    pub permille: Option<i64>,
    /// The areas that it names. Ids joined with `;`.
    pub areas: String,
    /// The cohort that it names.
    pub cohort_id: Option<String>,
    /// What it asks, in your own words.
    pub statement: String,
}

/// The rows it points at.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// `opening_id`.
    #[sea_orm(
        belongs_to = "super::opening::Entity",
        from = "Column::OpeningId",
        to = "super::opening::Column::Id"
    )]
    Opening,
    /// `cohort_id`.
    #[sea_orm(
        belongs_to = "super::cohort::Entity",
        from = "Column::CohortId",
        to = "super::cohort::Column::Id"
    )]
    Cohort,
}

impl ActiveModelBehavior for ActiveModel {}
