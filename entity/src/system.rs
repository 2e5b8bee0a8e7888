//! The `system` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A service, order, body or statute that the sector speaks of, and what became of it in the
/// vocabulary.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "system")]
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
    /// Its number in the list, from 1.
    pub number: i32,
    /// What it is called.
    pub name: String,
    /// What it is: `service`, `order`, `pathway`, `body`, `statute`, …
    pub class: String,
    /// Codes of the offers made from it, joined with `;`; empty if it is none.
    pub offers: String,
    /// Why it is or is not an offer, in one clause.
    pub reason: String,
}

/// It points at no other row.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
