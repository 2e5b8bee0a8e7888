//! The `receipt` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// What was answered to a request that bore an idempotency key.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "receipt")]
pub struct Model {
    /// Hash of the actor and the key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Who asked.
    pub actor: String,
    /// Hash of what was asked, so that a key used for something else is noticed.
    pub request_hash: String,
    /// What was answered.
    pub reply: Json,
    /// When, as an RFC 3339 time.
    pub at: String,
}

/// It points at no other row.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
