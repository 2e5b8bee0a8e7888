//! The `change` table.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// One change of one record: the history.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "change")]
pub struct Model {
    /// Counted up by the database.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The revision of the register that the change made; all changes of one commit share it.
    pub revision: i64,
    /// When, as an RFC 3339 time.
    pub at: String,
    /// Who made it.
    pub actor: String,
    /// Why, in the words of the actor.
    pub reason: String,
    /// The table of the record.
    pub node_kind: String,
    /// The record; no foreign key, because it may be in any table.
    pub node_id: String,
    /// The table of the node whose history it belongs to: `service` for a body of a service.
    pub root_kind: String,
    /// That node.
    pub root_id: String,
    /// `create`, `update` or `archive`.
    pub action: String,
    /// The row before; `None` for a new one.
    pub before: Option<Json>,
    /// The row after; `None` where none is kept.
    pub after: Option<Json>,
}

/// It points at no other row.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
