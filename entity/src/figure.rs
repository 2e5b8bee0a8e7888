//! The `figure` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A published figure with its definition; figures that conflict stand side by side.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "figure")]
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
    /// What the figure says, in our own words.
    pub statement: String,
    /// The value as found.
    pub value: String,
    /// What is counted.
    pub unit: String,
    /// The year or years it is about, as found.
    pub year: Option<String>,
    /// Where, in the words of the record.
    pub geography: String,
    /// Of whom, in the words of the record.
    pub population: String,
    /// Who says so.
    pub source_id: String,
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
}

impl ActiveModelBehavior for ActiveModel {}
