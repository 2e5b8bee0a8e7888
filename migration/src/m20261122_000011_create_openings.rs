//! What organisations can apply for, and what is asked of them.

use sea_orm_migration::prelude::*;

use crate::new_table::{NewTable, drop_all};

/// Children first.
const TABLES: &[&str] = &["opening_condition", "opening"];

const VISIBILITY: &[&str] = &["public", "restricted", "private"];

const OPENING_KIND: &[&str] = &["grant", "tender", "lot", "framework", "supply_chain"];

const OPENING_STATUS: &[&str] = &["open", "closed", "forthcoming", "unclear", "abandoned"];

const OPENING_CONDITION_KIND: &[&str] = &[
    "legal_form",
    "min_turnover",
    "max_turnover",
    "award_to_turnover",
    "area",
    "cohort",
    "consortium",
    "led_by_and_for",
    "framework",
    "existing_provider",
    "specialism",
    "other",
];

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::record("opening")
            .text("title")
            .belongs_to("funder_id", "body")
            .text_null("funder_as_stated")
            .one_of("kind", OPENING_KIND)
            .text("purpose")
            .belongs_to("cohort_id", "cohort")
            .text_null("cohort_as_stated")
            .text("areas")
            .text("offers")
            .text_null("opens_on")
            .text_null("closes_on")
            .text_null("starts_on")
            .number_null("duration_months")
            .number_null("min_award_pence")
            .number_null("max_award_pence")
            .text_null("award_basis")
            .number_null("total_pence")
            .one_of("status", OPENING_STATUS)
            .text_null("reference")
            .belongs_to_null("part_of_id", "opening")
            .belongs_to_null("service_id", "service")
            .belongs_to("evidence_id", "evidence")
            .one_of("visibility", VISIBILITY)
            .belongs_to_null("owner_id", "body")
            .create(manager)
            .await?;
        NewTable::record("opening_condition")
            .belongs_to("opening_id", "opening")
            .one_of("kind", OPENING_CONDITION_KIND)
            .text_null("words")
            .number_null("pence")
            .number_null("permille")
            .text("areas")
            .belongs_to_null("cohort_id", "cohort")
            .text("statement")
            .create(manager)
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, TABLES).await
    }
}
