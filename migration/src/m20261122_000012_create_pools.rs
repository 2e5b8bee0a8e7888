//! Pooled budgets, their members and their ledger.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::ConnectionTrait;

use crate::new_table::{NewTable, drop_all};

/// Children first.
const TABLES: &[&str] = &["pool_transfer", "pool_member", "pool"];

const VISIBILITY: &[&str] = &["public", "restricted", "private"];

const POOL_FORM: &[&str] = &[
    "section_75_pooled_fund",
    "section_75_lead_commissioning",
    "section_75_integrated_provision",
    "section_256_transfer",
    "section_76_transfer",
    "aligned_budgets",
    "grant",
];

const RISK_SHARE: &[&str] = &["by_contribution", "stated_shares", "host_bears", "tiered"];

const POOL_PART: &[&str] = &["pooling", "aligning", "transferring", "granting"];

const POOL_ACCOUNT: &[&str] = &[
    "member",
    "pooled",
    "aligned",
    "allocated",
    "committed",
    "spent",
];

/// What stands on each account: each transfer once with each sign, so that a fund's accounts always
/// sum to nothing.
const BALANCE: &str = "CREATE VIEW pool_balance AS \
    SELECT pool_id, financial_year, account, CAST(SUM(pence) AS bigint) AS pence FROM ( \
    SELECT pool_id, financial_year, to_account AS account, amount_pence AS pence FROM pool_transfer \
    UNION ALL \
    SELECT pool_id, financial_year, from_account, -amount_pence FROM pool_transfer \
    ) AS sides GROUP BY pool_id, financial_year, account";

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::record("pool")
            .text("name")
            .one_of("legal_form", POOL_FORM)
            .belongs_to("host_id", "body")
            .belongs_to_null("area_id", "area")
            .text("purpose")
            .text("offers")
            .text_null("functions")
            .text("starts_on")
            .text_null("ends_on")
            .one_of("risk_share", RISK_SHARE)
            .number_null("tier_pence")
            .number_null("exit_notice_months")
            .text_null("consulted_on")
            .text_null("decision_body")
            .text_null("manager_role")
            .text_null("vat_status")
            .one_of("visibility", VISIBILITY)
            .belongs_to_null("owner_id", "body")
            .create(manager)
            .await?;
        NewTable::record("pool_member")
            .belongs_to("pool_id", "pool")
            .belongs_to("body_id", "body")
            .one_of("part", POOL_PART)
            .number_null("risk_share_millionths")
            .text_null("leaves_on")
            .create(manager)
            .await?;
        NewTable::record("pool_transfer")
            .belongs_to("pool_id", "pool")
            .number("financial_year", 1990)
            .text("made_on")
            .one_of("from_account", POOL_ACCOUNT)
            .one_of("to_account", POOL_ACCOUNT)
            .differ("from_account", "to_account")
            .belongs_to_null("member_id", "body")
            .belongs_to_null("stream_id", "funding_stream")
            .belongs_to_null("service_id", "service")
            .number("amount_pence", 1)
            .text_null("reference")
            .text_null("note")
            .create(manager)
            .await?;
        let db = manager.get_connection();
        db.execute_unprepared(BALANCE).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        db.execute_unprepared("DROP VIEW pool_balance").await?;
        drop_all(manager, TABLES).await
    }
}
