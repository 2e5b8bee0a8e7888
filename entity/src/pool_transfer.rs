//! The `pool_transfer` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// One move of money of a pooled budget: from one account to another, so that both sides always balance.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "pool_transfer")]
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
    /// The year in which the financial year begins: 2026 is April 2026 to March 2027.
    pub financial_year: i64,
    /// When it was made.
    pub made_on: String,
    /// Where the money stood.
    pub from_account: String,
    /// Where it stands now.
    pub to_account: String,
    /// The member whose money it is: it keeps its name wherever it stands.
    pub member_id: Option<String>,
    /// The funding stream that it comes from; `None`: not stated.
    pub stream_id: Option<String>,
    /// The service. Needed to or from `allocated`, `committed` and `spent`.
    pub service_id: Option<String>,
    /// How much, in pence; more than nothing.
    pub amount_pence: i64,
    /// The reference of the contract, invoice or minute.
    pub reference: Option<String>,
    /// What to know of it.
    pub note: Option<String>,
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
    /// `member_id`.
    #[sea_orm(
        belongs_to = "super::body::Entity",
        from = "Column::MemberId",
        to = "super::body::Column::Id"
    )]
    Member,
    /// `stream_id`.
    #[sea_orm(
        belongs_to = "super::funding_stream::Entity",
        from = "Column::StreamId",
        to = "super::funding_stream::Column::Id"
    )]
    Stream,
    /// `service_id`.
    #[sea_orm(
        belongs_to = "super::service::Entity",
        from = "Column::ServiceId",
        to = "super::service::Column::Id"
    )]
    Service,
}

impl ActiveModelBehavior for ActiveModel {}
