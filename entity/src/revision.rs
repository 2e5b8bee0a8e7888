//! The `revision` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// How far a group of tables has come; every committed write adds one.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "revision")]
pub struct Model {
    /// `reference` or `register`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub table_group: String,
    /// The number of the latest revision.
    pub number: i64,
}

/// It points at no other row.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
