//! The `funding_year` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// What a funding stream has in one financial year.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "funding_year")]
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
    /// The year in which the financial year begins: 2026 is April 2026 to March 2027.
    pub financial_year: i64,
    /// What it has that year, in pence.
    pub amount_pence: i64,
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
}

impl ActiveModelBehavior for ActiveModel {}
