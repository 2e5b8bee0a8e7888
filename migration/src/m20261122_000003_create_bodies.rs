//! Commissioners, providers and funders, their other names and what became of them.

use sea_orm_migration::prelude::*;

use crate::new_table::{NewTable, drop_all};

/// Children first, so that none is dropped from under its children.
const TABLES: &[&str] = &["body_succession", "body_name", "body"];

const KINDS: &[&str] = &[
    "nhs_trust",
    "vcse",
    "private",
    "council",
    "nhs_england",
    "icb",
    "pcc",
    "hmpps",
    "moj",
    "government",
    "police",
    "partnership",
    "health_board",
    "prison_operator",
    "probation_provider",
    "funder",
    "unknown",
];

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::record("body")
            .text("name")
            .one_of("kind", KINDS)
            .text_null("charity_number")
            .text_null("company_number")
            .text_null("ods_code")
            .text_null("valid_from")
            .text_null("valid_to")
            .text_null("note")
            .index(["kind"])
            .index(["charity_number"])
            .index(["company_number"])
            .index(["ods_code"])
            .create(manager)
            .await?;
        NewTable::record("body_name")
            .belongs_to("body_id", "body")
            .text("name")
            .create(manager)
            .await?;
        NewTable::record("body_succession")
            .belongs_to("predecessor_id", "body")
            .belongs_to_null("successor_id", "body")
            .text_null("date")
            .text("kind")
            .text("certainty")
            .belongs_to_null("source_id", "source")
            .text_null("note")
            .create(manager)
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, TABLES).await
    }
}
