//! The `claim` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A claim about a body or its service: led by and for a community, culturally informed, ….
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "claim")]
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
    /// The service it is about; `None` if it is about the body as a whole.
    pub service_id: Option<String>,
    /// The body it is about.
    pub body_id: Option<String>,
    /// What is claimed, such as `led_by_and_for`.
    pub kind: String,
    /// Codes of the communities, joined with `;`.
    pub communities: String,
    /// The communities in the words of the record.
    pub communities_as_stated: String,
    /// Where; `None` if no area is on record.
    pub area_id: Option<String>,
    /// Whether it works with people in the justice system: `yes`, `no` or `unknown`.
    pub works_with_justice: String,
    /// `live`, `planned`, `ended`, `abandoned`, `absent` or `unclear`.
    pub status: String,
    /// First day, as found; `None` if not on record.
    pub starts_on: Option<String>,
    /// Last day, as found; `None` if not on record.
    pub ends_on: Option<String>,
    /// Whether what is claimed is provision, and so may count as coverage.
    pub is_provision: bool,
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
    /// `body_id`.
    #[sea_orm(
        belongs_to = "super::body::Entity",
        from = "Column::BodyId",
        to = "super::body::Column::Id"
    )]
    Body,
    /// `area_id`.
    #[sea_orm(
        belongs_to = "super::area::Entity",
        from = "Column::AreaId",
        to = "super::area::Column::Id"
    )]
    Area,
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
