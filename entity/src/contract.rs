//! The `contract` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// What was agreed about a service: term and money.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "contract")]
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
    /// The service it buys.
    pub service_id: String,
    /// The reference of the notice or contract.
    pub reference: Option<String>,
    /// `live`, `planned`, `ended`, `abandoned`, `absent` or `unclear`.
    pub status: String,
    /// First day, as found; `None` if not on record.
    pub starts_on: Option<String>,
    /// Last day, as found, with any extension; `None` if not on record.
    pub ends_on: Option<String>,
    /// Last day of the base term where an extension exists that nobody has confirmed.
    pub base_ends_on: Option<String>,
    /// Length of the base term in months.
    pub base_months: Option<i32>,
    /// Length of all extensions in months.
    pub extension_months: Option<i32>,
    /// Whole value in pence; never split between offers.
    pub value_pence: Option<i64>,
    /// What the value stands for, as the source has it.
    pub value_basis: Option<String>,
    /// Whether the value has VAT in it: `included`, `excluded` or `not_stated`.
    pub vat: String,
    /// Pence a year if the value is for the base term alone.
    pub annual_base_pence: Option<i64>,
    /// Pence a year if the value is for the term with all extensions.
    pub annual_full_pence: Option<i64>,
    /// The contract inside which its value is counted.
    pub part_of_id: Option<String>,
    /// People that it is to reach a year; `None`: not on record.
    pub places: Option<i64>,
    /// The lot of its procurement.
    pub lot: Option<String>,
    /// How it came about; `None`: not stated.
    pub procedure: Option<String>,
    /// What it rests on.
    pub evidence_id: String,
    /// Who may see it: `public`, `restricted` (signed-in planners) or `private` (its owner).
    #[serde(default = "crate::public")]
    pub visibility: String,
    /// The body that keeps the row; `None` for what the register itself keeps.
    pub owner_id: Option<String>,
}

/// The rows it points at.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// `service_id`.
    #[sea_orm(
        belongs_to = "super::service::Entity",
        from = "Column::ServiceId",
        to = "super::service::Column::Id"
    )]
    Service,
    /// `part_of_id`.
    #[sea_orm(belongs_to = "Entity", from = "Column::PartOfId", to = "Column::Id")]
    PartOf,
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
