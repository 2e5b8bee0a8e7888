//! The `pool_member` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A body that takes part in a pooled budget.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "pool_member")]
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
    /// The pooled budget.
    pub pool_id: String,
    /// The body.
    pub body_id: String,
    /// What it does with its money.
    pub part: String,
    /// Its stated share of an overspend, from 0 to 1, in millionths.
    pub risk_share_millionths: Option<i64>,
    /// Last day of its membership, if it leaves before the end.
    pub leaves_on: Option<String>,
}

/// The rows it points at.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// `pool_id`.
    #[sea_orm(
        belongs_to = "super::pool::Entity",
        from = "Column::PoolId",
        to = "super::pool::Column::Id"
    )]
    Pool,
    /// `body_id`.
    #[sea_orm(
        belongs_to = "super::body::Entity",
        from = "Column::BodyId",
        to = "super::body::Column::Id"
    )]
    Body,
}

impl ActiveModelBehavior for ActiveModel {}
