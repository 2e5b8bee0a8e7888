//! Services, who commissions and provides them, where they are on record, their contracts and the evidence.

use sea_orm_migration::prelude::*;

use crate::new_table::{NewTable, drop_all};

/// Children first, so that none is dropped from under its children.
const TABLES: &[&str] = &[
    "contract",
    "coverage",
    "service_body",
    "service",
    "evidence",
];

const GRADES: &[&str] = &[
    "official_notice",
    "official_register",
    "inspectorate",
    "responsible_body",
    "provider_page",
    "report",
    "press",
    "other",
];
const ASSERTERS: &[&str] = &[
    "commissioner",
    "provider",
    "third_party",
    "funder",
    "inspectorate",
    "report",
];
const CONFIDENCES: &[&str] = &["high", "medium", "low", "not_stated"];
const ROLES: &[&str] = &["commissioner", "provider", "subcontractor", "funder"];
const STATUSES: &[&str] = &["live", "planned", "ended", "abandoned", "absent", "unclear"];
const INTENSITIES: &[&str] = &["signposting", "low", "treatment", "specialist", "none"];
const VAT: &[&str] = &["included", "excluded", "not_stated"];

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::record("evidence")
            .belongs_to("source_id", "source")
            .one_of("grade", GRADES)
            .one_of("asserted_by", ASSERTERS)
            .one_of("confidence", CONFIDENCES)
            .text("statement")
            .text("starter_table")
            .text("starter_row")
            .index(["starter_table", "starter_row"])
            .create(manager)
            .await?;
        NewTable::record("service")
            .text("title")
            .belongs_to("cohort_id", "cohort")
            .belongs_to_null("part_of_id", "service")
            .create(manager)
            .await?;
        NewTable::record("service_body")
            .belongs_to("service_id", "service")
            .belongs_to("body_id", "body")
            .one_of("role", ROLES)
            .create(manager)
            .await?;
        NewTable::record("coverage")
            .belongs_to_null("service_id", "service")
            .belongs_to("offer_id", "offer")
            .belongs_to("area_id", "area")
            .belongs_to("cohort_id", "cohort")
            .one_of("status", STATUSES)
            .text_null("starts_on")
            .text_null("ends_on")
            .text_null("base_ends_on")
            .text_null("stages")
            .one_of_null("intensity", INTENSITIES)
            .belongs_to("evidence_id", "evidence")
            .index(["offer_id", "area_id", "cohort_id"])
            .index(["status"])
            .index(["ends_on"])
            .create(manager)
            .await?;
        NewTable::record("contract")
            .belongs_to("service_id", "service")
            .text_null("reference")
            .one_of("status", STATUSES)
            .text_null("starts_on")
            .text_null("ends_on")
            .text_null("base_ends_on")
            .small_number_null("base_months")
            .small_number_null("extension_months")
            .number_null("value_pence")
            .text_null("value_basis")
            .one_of("vat", VAT)
            .number_null("annual_base_pence")
            .number_null("annual_full_pence")
            .belongs_to_null("part_of_id", "contract")
            .belongs_to("evidence_id", "evidence")
            .index(["status"])
            .index(["ends_on"])
            .index(["reference"])
            .create(manager)
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, TABLES).await
    }
}
