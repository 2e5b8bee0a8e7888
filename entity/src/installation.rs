//! The `installation` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A fact about this database as a whole.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "installation")]
pub struct Model {
    /// What the fact is about; `application` marks a database as ours.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    /// The fact.
    pub value: String,
}

/// It points at no other row.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
