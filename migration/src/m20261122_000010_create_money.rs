//! Conditions and years of funding streams, what they are allocated to, and price indexes.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::ConnectionTrait;

use crate::new_table::{NewTable, drop_all};

/// Children first.
const TABLES: &[&str] = &[
    "deflator",
    "funding_allocation",
    "funding_year",
    "funding_condition",
];

const VISIBILITY: &[&str] = &["public", "restricted", "private"];

const FUNDING_CONDITION_KIND: &[&str] = &["offer", "stage", "area", "cohort", "body", "body_kind"];

const PROCEDURES: &[&str] = &[
    "open_competition",
    "restricted_competition",
    "direct_award",
    "urgent_award",
    "framework_call_off",
    "grant",
    "extension",
];

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::record("funding_condition")
            .belongs_to("stream_id", "funding_stream")
            .one_of("kind", FUNDING_CONDITION_KIND)
            .belongs_to_null("offer_id", "offer")
            .text_null("stage")
            .belongs_to_null("area_id", "area")
            .belongs_to_null("cohort_id", "cohort")
            .belongs_to_null("body_id", "body")
            .text_null("body_kind")
            .create(manager)
            .await?;
        NewTable::record("funding_year")
            .belongs_to("stream_id", "funding_stream")
            .number("financial_year", 1990)
            .number("amount_pence", 0)
            .create(manager)
            .await?;
        NewTable::record("funding_allocation")
            .belongs_to("stream_id", "funding_stream")
            .belongs_to("service_id", "service")
            .belongs_to_null("contract_id", "contract")
            .number("financial_year", 1990)
            .number("committed_pence", 0)
            .number_null("spent_pence")
            .belongs_to("evidence_id", "evidence")
            .one_of("visibility", VISIBILITY)
            .belongs_to_null("owner_id", "body")
            .create(manager)
            .await?;
        NewTable::record("deflator")
            .text("series")
            .number("financial_year", 1990)
            .number("index_millionths", 0)
            .belongs_to("evidence_id", "evidence")
            .one_of("visibility", VISIBILITY)
            .belongs_to_null("owner_id", "body")
            .create(manager)
            .await?;
        for mut column in [
            ColumnDef::new("places")
                .big_integer()
                .null()
                .check(("ck_contract_places", Expr::col("places").gte(0)))
                .take(),
            ColumnDef::new("lot").text().null().take(),
            ColumnDef::new("procedure")
                .text()
                .null()
                .check((
                    "ck_contract_procedure",
                    Expr::col("procedure").is_in(PROCEDURES.iter().copied()),
                ))
                .take(),
        ] {
            let table = Table::alter()
                .table("contract")
                .add_column(&mut column)
                .take();
            manager.alter_table(table).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        for column in ["procedure", "lot", "places"] {
            db.execute_unprepared(&format!("ALTER TABLE contract DROP COLUMN {column}"))
                .await?;
        }
        drop_all(manager, TABLES).await
    }
}
