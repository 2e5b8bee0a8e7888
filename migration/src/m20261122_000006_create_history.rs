//! What was changed, by whom and why, and the revision that each group of tables is at.

use sea_orm_migration::prelude::*;

use crate::new_table::{NewTable, drop_all};

/// Children first, so that none is dropped from under its children.
const TABLES: &[&str] = &["revision", "change"];

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::bare("change")
            .counted_key("id")
            .number("revision", 0)
            .text("at")
            .text("actor")
            .text("reason")
            .text("node_kind")
            .text("node_id")
            .one_of("action", &["create", "update", "archive"])
            .json_null("before")
            .json_null("after")
            .index(["revision"])
            .index(["node_kind", "node_id"])
            .create(manager)
            .await?;
        NewTable::bare("revision")
            .key_one_of("table_group", &["reference", "register"])
            .number("number", 0)
            .create(manager)
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, TABLES).await
    }
}
