//! The `statement` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Something a report says about provision that is no record of a service.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "statement")]
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
    /// `absent`, `ended`, `practice`, `overlap` or `claim_without_place`.
    pub kind: String,
    /// The offer it speaks of; `None` if it names none.
    pub offer_id: Option<String>,
    /// The area it speaks of; `None` if it names none.
    pub area_id: Option<String>,
    /// Whom it speaks of.
    pub cohort_id: String,
    /// The date it speaks of, as found.
    pub as_of: Option<String>,
    /// What it rests on.
    pub evidence_id: String,
}

/// The rows it points at.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// `offer_id`.
    #[sea_orm(
        belongs_to = "super::offer::Entity",
        from = "Column::OfferId",
        to = "super::offer::Column::Id"
    )]
    Offer,
    /// `area_id`.
    #[sea_orm(
        belongs_to = "super::area::Entity",
        from = "Column::AreaId",
        to = "super::area::Column::Id"
    )]
    Area,
    /// `cohort_id`.
    #[sea_orm(
        belongs_to = "super::cohort::Entity",
        from = "Column::CohortId",
        to = "super::cohort::Column::Id"
    )]
    Cohort,
    /// `evidence_id`.
    #[sea_orm(
        belongs_to = "super::evidence::Entity",
        from = "Column::EvidenceId",
        to = "super::evidence::Column::Id"
    )]
    Evidence,
}

impl ActiveModelBehavior for ActiveModel {}
