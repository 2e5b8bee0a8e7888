//! The `body` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// An organisation that commissions, provides or funds.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "body")]
pub struct Model {
    /// `body:<name>`, such as `body:nhs-england`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Where the row came from.
    pub origin: String,
    /// Hash of the shipped row it came from; empty for a row that a user made.
    pub fingerprint: String,
    /// Counts the writes to this row, from 1.
    pub version: i64,
    /// Its standard name.
    pub name: String,
    /// What it is: `nhs_trust`, `vcse`, `council`, … or `unknown`.
    pub kind: String,
    /// Its number with the charity regulator.
    pub charity_number: Option<String>,
    /// Its number at Companies House.
    pub company_number: Option<String>,
    /// Its code with the NHS Organisation Data Service.
    pub ods_code: Option<String>,
    /// First day, as found; `None` if not on record.
    pub valid_from: Option<String>,
    /// Last day, as found; `None` if it has not ended or the end is not on record.
    pub valid_to: Option<String>,
    /// A remark of our own.
    pub note: Option<String>,
}

/// It points at no other row.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
