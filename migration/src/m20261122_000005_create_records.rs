//! Searches, claims, statements and figures, and what became of each shipped starter row.

use sea_orm_migration::prelude::*;

use crate::new_table::{NewTable, drop_all};

/// Children first, so that none is dropped from under its children.
const TABLES: &[&str] = &["starter_row", "figure", "statement", "claim", "search"];

const CLAIM_KINDS: &[&str] = &[
    "led_by_and_for",
    "culturally_informed_service",
    "co_produced",
    "faith_based",
    "interpreter_or_language",
    "other",
];
const STATUSES: &[&str] = &["live", "planned", "ended", "abandoned", "absent", "unclear"];
const STATEMENT_KINDS: &[&str] = &[
    "absent",
    "ended",
    "practice",
    "overlap",
    "claim_without_place",
    "area_statement",
];
const OUTCOMES: &[&str] = &["record", "merged", "unplaced"];

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::record("search")
            .belongs_to("offer_id", "offer")
            .belongs_to("area_id", "area")
            .text("what_was_searched")
            .text_null("searched_on")
            .index(["offer_id", "area_id"])
            .create(manager)
            .await?;
        NewTable::record("claim")
            .belongs_to_null("service_id", "service")
            .belongs_to_null("body_id", "body")
            .one_of("kind", CLAIM_KINDS)
            .text("communities")
            .text("communities_as_stated")
            .belongs_to_null("area_id", "area")
            .one_of("works_with_justice", &["yes", "no", "unknown"])
            .one_of("status", STATUSES)
            .text_null("starts_on")
            .text_null("ends_on")
            .flag("is_provision")
            .belongs_to("evidence_id", "evidence")
            .index(["kind"])
            .index(["status"])
            .create(manager)
            .await?;
        NewTable::record("statement")
            .one_of("kind", STATEMENT_KINDS)
            .belongs_to_null("offer_id", "offer")
            .belongs_to_null("area_id", "area")
            .belongs_to("cohort_id", "cohort")
            .text_null("as_of")
            .belongs_to("evidence_id", "evidence")
            .index(["kind"])
            .create(manager)
            .await?;
        NewTable::record("figure")
            .text("statement")
            .text("value")
            .text("unit")
            .text_null("year")
            .text("geography")
            .text("population")
            .belongs_to("source_id", "source")
            .create(manager)
            .await?;
        NewTable::record("starter_row")
            .text("table_name")
            .text("row_id")
            .one_of("outcome", OUTCOMES)
            .text_null("record_kind")
            .text_null("record_id")
            .text_null("reason")
            .index(["table_name", "row_id"])
            .index(["outcome"])
            .index(["record_kind", "record_id"])
            .create(manager)
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, TABLES).await
    }
}
