//! The `source` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A publication that rows come from.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "source")]
pub struct Model {
    /// A short name made by hand or by rule.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Where the row came from.
    pub origin: String,
    /// Hash of the shipped row it came from; empty for a row that a user made.
    pub fingerprint: String,
    /// Counts the writes to this row, from 1.
    pub version: i64,
    /// Its title.
    pub title: String,
    /// Its public address.
    pub url: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// The licence it states.
    pub licence: Option<String>,
    /// The edition or the period that it describes.
    pub vintage: Option<String>,
    /// Its own date, as found; not when it was read.
    pub date: Option<String>,
    /// A remark of our own.
    pub note: Option<String>,
}

/// It points at no other row.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
