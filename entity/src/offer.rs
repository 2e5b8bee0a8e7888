//! The `offer` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// A kind of provision that one can ask about.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "offer")]
pub struct Model {
    /// Its code, such as `reconnect`.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// Where the row came from.
    pub origin: String,
    /// Hash of the shipped row it came from; empty for a row that a user made.
    pub fingerprint: String,
    /// Counts the writes to this row, from 1.
    pub version: i64,
    /// What people call it.
    pub name: String,
    /// `service`, `order` or `pathway`.
    pub kind: String,
    /// What it is, in a sentence or two.
    pub description: String,
    /// Justice stages at which it is offered, joined with `;`.
    pub stages: String,
    /// `signposting`, `low`, `treatment`, `specialist` or `none`.
    pub intensity: String,
    /// Whom it is for.
    pub cohort: String,
    /// Geographies by which it is commissioned, joined with `;`.
    pub geography: String,
    /// Nations in which it exists, joined with `;`.
    pub nations: String,
    /// Codes of the families it belongs to, joined with `;`.
    pub families: String,
    /// `own` if it has no family, `member` if it is one of a family, `family` if it is one itself:
    /// a record of a family speaks of no one member.
    pub family_role: String,
    /// Whether a place that has it has treatment; never true of personal wellbeing.
    pub counts_as_treatment: bool,
    /// Numbers of the systems it comes from, joined with `;`.
    pub system_numbers: String,
    /// The edition of the vocabulary that defines it.
    pub vocabulary_version: String,
}

/// The rows it points at.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// `cohort`.
    #[sea_orm(
        belongs_to = "super::cohort::Entity",
        from = "Column::Cohort",
        to = "super::cohort::Column::Id"
    )]
    Cohort,
}

impl ActiveModelBehavior for ActiveModel {}
