//! The `pool` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// Money that several bodies plan together, in whatever legal form.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "pool")]
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
    /// What it is called.
    pub name: String,
    /// Its legal form.
    pub legal_form: String,
    /// The body that holds it.
    pub host_id: String,
    /// Where it is for.
    pub area_id: Option<String>,
    /// What it is for.
    pub purpose: String,
    /// What it may buy, by code; empty: not stated. Ids joined with `;`.
    pub offers: String,
    /// The functions that partners exercise for each other, by code, joined with `;`.
    pub functions: Option<String>,
    /// First day.
    pub starts_on: String,
    /// Last day; `None`: not stated.
    pub ends_on: Option<String>,
    /// Who bears an overspend.
    pub risk_share: String,
    /// Up to where an overspend is borne in equal parts, in pence.
    pub tier_pence: Option<i64>,
    /// Notice that a member gives to leave, months; `None`: not stated.
    pub exit_notice_months: Option<i64>,
    /// When those affected were consulted jointly; `None`: not on record.
    pub consulted_on: Option<String>,
    /// The committee that decides; `None`: not on record.
    pub decision_body: Option<String>,
    /// The post that manages the fund, never a name; `None`: not on record.
    pub manager_role: Option<String>,
    /// How value added tax is treated; `None`: not on record.
    pub vat_status: Option<String>,
    /// Who may see it: `public`, `restricted` (signed-in planners) or `private` (its owner).
    pub visibility: String,
    /// The body that keeps it; `None` for what the register itself keeps.
    pub owner_id: Option<String>,
}

/// The rows it points at.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// `host_id`.
    #[sea_orm(
        belongs_to = "super::body::Entity",
        from = "Column::HostId",
        to = "super::body::Column::Id"
    )]
    Host,
    /// `area_id`.
    #[sea_orm(
        belongs_to = "super::area::Entity",
        from = "Column::AreaId",
        to = "super::area::Column::Id"
    )]
    Area,
    /// `owner_id`.
    #[sea_orm(
        belongs_to = "super::body::Entity",
        from = "Column::OwnerId",
        to = "super::body::Column::Id"
    )]
    Owner,
}

impl ActiveModelBehavior for ActiveModel {}
