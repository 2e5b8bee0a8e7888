//! What somebody proposes, and what was answered to a request that may be sent twice.

use sea_orm_migration::prelude::*;

use crate::new_table::{NewTable, drop_all};

const TABLES: &[&str] = &["receipt", "proposal"];

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::record("proposal")
            .text("kind")
            .text_null("node_id")
            .json("draft")
            .text("reason")
            .text("proposed_by")
            .text("proposed_at")
            .one_of("state", &["open", "accepted", "declined", "withdrawn"])
            .text_null("decided_by")
            .text_null("decided_at")
            .text_null("decision_reason")
            .json_null("amended_draft")
            .index(["state"])
            .index(["node_id"])
            .index(["proposed_by"])
            .create(manager)
            .await?;
        NewTable::bare("receipt")
            .text_key("id")
            .text("actor")
            .text("request_hash")
            .json("reply")
            .text("at")
            .index(["at"])
            .create(manager)
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, TABLES).await
    }
}
