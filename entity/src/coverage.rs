//! The `coverage` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A record that an offer is, was or is not there, for an area and a cohort.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "coverage")]
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
    /// The service that brings it; `None` where no service is, or none is named.
    pub service_id: Option<String>,
    /// The offer.
    pub offer_id: String,
    /// The area, the whole of it.
    pub area_id: String,
    /// For whom.
    pub cohort_id: String,
    /// `live`, `planned`, `ended`, `abandoned`, `absent` or `unclear`.
    pub status: String,
    /// First day, as found; `None` if not on record.
    pub starts_on: Option<String>,
    /// Last day, as found, with any extension; `None` if not on record.
    pub ends_on: Option<String>,
    /// Last day of the base term where an extension exists that nobody has confirmed.
    pub base_ends_on: Option<String>,
    /// Justice stages on record, joined with `;`; `None` if the record names none.
    pub stages: Option<String>,
    /// Intensity on record; `None` if the record names none.
    pub intensity: Option<String>,
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
    /// `owner_id`.
    #[sea_orm(
        belongs_to = "super::body::Entity",
        from = "Column::OwnerId",
        to = "super::body::Column::Id"
    )]
    Owner,
}

impl ActiveModelBehavior for ActiveModel {}
