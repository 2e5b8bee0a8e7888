//! The `mhis_line` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A line of spending in such a report.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "mhis_line")]
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
    /// The report.
    pub year_id: String,
    /// What the money is spent on.
    pub label: String,
    /// The service, where it is one of the register.
    pub service_id: Option<String>,
    /// How much, in pence.
    pub amount_pence: i64,
    /// Whether it counts towards the standard: `yes`, `no` or `not_stated`.
    pub inside_mhis: String,
    /// Whether it is paid from the programme allocation: `yes`, `no` or `not_stated`.
    pub in_allocation: String,
    /// Whether it comes again each year: `yes`, `no` or `not_stated`.
    pub recurrent: String,
    /// Whether it is money that came with functions of another body: `yes`, `no` or `not_stated`.
    pub transferred: String,
    /// Why it does not count: such as learning disability, autism, dementia or specialised commissioning.
    pub exclusion: Option<String>,
}

/// The rows it points at.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// `year_id`.
    #[sea_orm(
        belongs_to = "super::mhis_year::Entity",
        from = "Column::YearId",
        to = "super::mhis_year::Column::Id"
    )]
    Year,
    /// `service_id`.
    #[sea_orm(
        belongs_to = "super::service::Entity",
        from = "Column::ServiceId",
        to = "super::service::Column::Id"
    )]
    Service,
}

impl ActiveModelBehavior for ActiveModel {}
