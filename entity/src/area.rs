//! The `area` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A dated place in one geography: a district, an ICB, a police force area, a prison.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "area")]
pub struct Model {
    /// `<kind>:<key>`, such as `district:E06000042`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Where the row came from.
    pub origin: String,
    /// Hash of the shipped row it came from; empty for a row that a user made.
    pub fingerprint: String,
    /// Counts the writes to this row, from 1.
    pub version: i64,
    /// Its geography: `district`, `icb`, `police_force`, …
    pub kind: String,
    /// Its official name.
    pub name: String,
    /// `England` or `Wales`; `None` if it reaches over both.
    pub nation: Option<String>,
    /// First day, as found; `None` if not on record.
    pub valid_from: Option<String>,
    /// Last day, as found; `None` if it has not ended or the end is not on record.
    pub valid_to: Option<String>,
    /// Where it is on record.
    pub source_id: String,
}

/// The rows it points at.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// `source_id`.
    #[sea_orm(
        belongs_to = "super::source::Entity",
        from = "Column::SourceId",
        to = "super::source::Column::Id"
    )]
    Source,
}

impl ActiveModelBehavior for ActiveModel {}
