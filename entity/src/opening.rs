//! The `opening` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A grant, tender, lot or other funding that organisations can, could or will be able to apply for.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "opening")]
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
    /// What its funder calls it.
    pub title: String,
    /// Whose money it is.
    pub funder_id: String,
    /// The funder in the words of the source.
    pub funder_as_stated: Option<String>,
    /// What kind of funding it is.
    pub kind: String,
    /// What it is for, in your own words.
    pub purpose: String,
    /// For whom, by code.
    pub cohort_id: String,
    /// For whom, in the words of the source.
    pub cohort_as_stated: Option<String>,
    /// Where it may be spent; empty: not stated. Ids joined with `;`.
    pub areas: String,
    /// What it would buy, by code; empty: not stated. Ids joined with `;`.
    pub offers: String,
    /// First day of applications.
    pub opens_on: Option<String>,
    /// Last day of applications.
    pub closes_on: Option<String>,
    /// First day of the work.
    pub starts_on: Option<String>,
    /// How long the work lasts, months.
    pub duration_months: Option<i64>,
    /// Least award, in pence.
    pub min_award_pence: Option<i64>,
    /// Greatest award, in pence.
    pub max_award_pence: Option<i64>,
    /// What least and greatest award are of: a year, or the whole term.
    pub award_basis: Option<String>,
    /// All that is to be given, in pence.
    pub total_pence: Option<i64>,
    /// What the source says of it.
    pub status: String,
    /// The reference of its notice.
    pub reference: Option<String>,
    /// The opening that it is a lot of.
    pub part_of_id: Option<String>,
    /// The service that does the work now.
    pub service_id: Option<String>,
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
    /// `funder_id`.
    #[sea_orm(
        belongs_to = "super::body::Entity",
        from = "Column::FunderId",
        to = "super::body::Column::Id"
    )]
    Funder,
    /// `cohort_id`.
    #[sea_orm(
        belongs_to = "super::cohort::Entity",
        from = "Column::CohortId",
        to = "super::cohort::Column::Id"
    )]
    Cohort,
    /// `part_of_id`.
    #[sea_orm(belongs_to = "Entity", from = "Column::PartOfId", to = "Column::Id")]
    PartOf,
    /// `service_id`.
    #[sea_orm(
        belongs_to = "super::service::Entity",
        from = "Column::ServiceId",
        to = "super::service::Column::Id"
    )]
    Service,
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
