//! Money that can be spent on services, under conditions and for a time.

use sea_orm_migration::prelude::*;

use crate::new_table::{NewTable, drop_all};

const TABLES: &[&str] = &["funding_stream"];

const STATED: &[&str] = &["yes", "no", "not_stated"];

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::record("funding_stream")
            .text("name")
            .belongs_to("funder_id", "body")
            .text("purpose")
            .belongs_to_null("area_id", "area")
            .belongs_to("cohort_id", "cohort")
            .one_of("ring_fenced", STATED)
            .one_of("recurrent", STATED)
            .one_of("inside_mhis", STATED)
            .text_null("starts_on")
            .text_null("ends_on")
            .number_null("amount_pence")
            .belongs_to("evidence_id", "evidence")
            .one_of("visibility", &["public", "restricted", "private"])
            .belongs_to_null("owner_id", "body")
            .index(["ends_on"])
            .create(manager)
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, TABLES).await
    }
}
