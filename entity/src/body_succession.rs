//! The `body_succession` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// One body taking over from another, or ending.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "body_succession")]
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
    /// The body that was.
    pub predecessor_id: String,
    /// The body that took over; `None` if nobody did or it is not known.
    pub successor_id: Option<String>,
    /// When, as found.
    pub date: Option<String>,
    /// What happened, such as a merger or a rename.
    pub kind: String,
    /// How sure it is, such as done or announced.
    pub certainty: String,
    /// Where it is on record.
    pub source_id: Option<String>,
    /// A remark of our own.
    pub note: Option<String>,
}

/// The rows it points at.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// `predecessor_id`.
    #[sea_orm(
        belongs_to = "super::body::Entity",
        from = "Column::PredecessorId",
        to = "super::body::Column::Id"
    )]
    Predecessor,
    /// `successor_id`.
    #[sea_orm(
        belongs_to = "super::body::Entity",
        from = "Column::SuccessorId",
        to = "super::body::Column::Id"
    )]
    Successor,
    /// `source_id`.
    #[sea_orm(
        belongs_to = "super::source::Entity",
        from = "Column::SourceId",
        to = "super::source::Column::Id"
    )]
    Source,
}

impl ActiveModelBehavior for ActiveModel {}
