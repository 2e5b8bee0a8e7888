//! The `area_succession` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// One area taking over from another; many-to-many where boundaries were redrawn.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "area_succession")]
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
    /// The area that was.
    pub predecessor_id: String,
    /// The area that took over.
    pub successor_id: String,
    /// `merger`, `split`, `enlargement`, `recode_or_rename` or `boundary`.
    pub kind: String,
    /// When the successor took over, as found.
    pub date: String,
}

/// The rows it points at.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// `predecessor_id`.
    #[sea_orm(
        belongs_to = "super::area::Entity",
        from = "Column::PredecessorId",
        to = "super::area::Column::Id"
    )]
    Predecessor,
    /// `successor_id`.
    #[sea_orm(
        belongs_to = "super::area::Entity",
        from = "Column::SuccessorId",
        to = "super::area::Column::Id"
    )]
    Successor,
}

impl ActiveModelBehavior for ActiveModel {}
