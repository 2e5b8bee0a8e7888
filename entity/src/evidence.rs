//! The `evidence` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// What a record rests on: one statement in one source.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "evidence")]
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
    /// Where it is said.
    pub source_id: String,
    /// What kind of source: `official_notice`, `provider_page`, `press`, …
    pub grade: String,
    /// Who says so: `commissioner`, `provider`, `third_party`, `funder`, `inspectorate` or
    /// `report`.
    pub asserted_by: String,
    /// How sure the recorder was: `high`, `medium`, `low` or `not_stated`.
    pub confidence: String,
    /// What it says, in our own words.
    pub statement: String,
    /// The shipped table it came with; empty for evidence that a user gave.
    pub starter_table: String,
    /// The row of that table; empty for evidence that a user gave.
    pub starter_row: String,
    /// The day that the evidence speaks of, as found; `None`: that of its source.
    pub as_of: Option<String>,
    /// When somebody should look again; `None`: nobody said.
    pub review_on: Option<String>,
    /// The body that says so; `None`: only its kind is known.
    pub asserter_id: Option<String>,
}

/// The rows it points at.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// `source_id`.
    #[sea_orm(
        belongs_to = "super::source::Entity",
        from = "Column::SourceId",
        to = "super::source::Column::Id"
    )]
    Source,
    /// `asserter_id`.
    #[sea_orm(
        belongs_to = "super::body::Entity",
        from = "Column::AsserterId",
        to = "super::body::Column::Id"
    )]
    Asserter,
}

impl ActiveModelBehavior for ActiveModel {}
