//! The `area_code` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// An official code of an area; a code may change while the area does not.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "area_code")]
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
    /// The area it stands for.
    pub area_id: String,
    /// Who gives out the code: `gss`, `ods`, `ndelius`, `pcc`, `prison`, `court` or `nps_region`.
    pub scheme: String,
    /// The code as written by its scheme.
    pub code: String,
    /// First day, as found; `None` if not on record.
    pub valid_from: Option<String>,
    /// Last day, as found; `None` if it has not ended or the end is not on record.
    pub valid_to: Option<String>,
}

/// The rows it points at.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// `area_id`.
    #[sea_orm(
        belongs_to = "super::area::Entity",
        from = "Column::AreaId",
        to = "super::area::Column::Id"
    )]
    Area,
}

impl ActiveModelBehavior for ActiveModel {}
