//! The `funding_allocation` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Money of a funding stream set aside for a service in one financial year.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "funding_allocation")]
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
    /// The service.
    pub service_id: String,
    /// The contract or grant by which it is committed; `None`: not on record.
    pub contract_id: Option<String>,
    /// The year in which the financial year begins: 2026 is April 2026 to March 2027.
    pub financial_year: i64,
    /// What is committed, in pence.
    pub committed_pence: i64,
    /// What was spent, in pence; `None`: not on record, which is not nothing.
    pub spent_pence: Option<i64>,
    /// What it rests on.
    pub evidence_id: String,
    /// Who may see it: `public`, `restricted` (signed-in planners) or `private` (its owner).
    pub visibility: String,
    /// The body that keeps it; `None` for what the register itself keeps.
    pub owner_id: Option<String>,
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
    /// `service_id`.
    #[sea_orm(
        belongs_to = "super::service::Entity",
        from = "Column::ServiceId",
        to = "super::service::Column::Id"
    )]
    Service,
    /// `contract_id`.
    #[sea_orm(
        belongs_to = "super::contract::Entity",
        from = "Column::ContractId",
        to = "super::contract::Column::Id"
    )]
    Contract,
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
