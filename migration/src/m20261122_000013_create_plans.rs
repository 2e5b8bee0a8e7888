//! Need, costs, the Mental Health Investment Standard, scenarios and minimum offers.

use sea_orm_migration::prelude::*;

use crate::new_table::{NewTable, drop_all};

/// Children first.
const TABLES: &[&str] = &[
    "standard_line",
    "standard",
    "scenario_step",
    "scenario",
    "mhis_line",
    "mhis_year",
    "unit_cost",
    "need",
];

const STATED: &[&str] = &["yes", "no", "not_stated"];

const VISIBILITY: &[&str] = &["public", "restricted", "private"];

const COST_UNIT: &[&str] = &["person", "place_year", "order"];

const STEP_KIND: &[&str] = &[
    "add_service",
    "end_service",
    "move_service",
    "resize_service",
    "change_need",
    "move_money",
    "pool_money",
    "unpool_money",
    "bring_forward",
];

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::record("need")
            .belongs_to("area_id", "area")
            .belongs_to("offer_id", "offer")
            .belongs_to("cohort_id", "cohort")
            .number("people_low", 0)
            .number("people", 0)
            .number("people_high", 0)
            .text("period")
            .text("method")
            .belongs_to("evidence_id", "evidence")
            .one_of("visibility", VISIBILITY)
            .belongs_to_null("owner_id", "body")
            .create(manager)
            .await?;
        NewTable::record("unit_cost")
            .belongs_to("offer_id", "offer")
            .belongs_to_null("area_id", "area")
            .one_of("unit", COST_UNIT)
            .number("low_pence", 0)
            .number("central_pence", 0)
            .number("high_pence", 0)
            .belongs_to("evidence_id", "evidence")
            .one_of("visibility", VISIBILITY)
            .belongs_to_null("owner_id", "body")
            .create(manager)
            .await?;
        NewTable::record("mhis_year")
            .belongs_to("area_id", "area")
            .number("financial_year", 1990)
            .number("allocation_pence", 0)
            .number_null("target_growth_millionths")
            .belongs_to("evidence_id", "evidence")
            .one_of("visibility", VISIBILITY)
            .belongs_to_null("owner_id", "body")
            .create(manager)
            .await?;
        NewTable::record("mhis_line")
            .belongs_to("year_id", "mhis_year")
            .text("label")
            .belongs_to_null("service_id", "service")
            .number("amount_pence", 0)
            .one_of("inside_mhis", STATED)
            .one_of("in_allocation", STATED)
            .one_of("recurrent", STATED)
            .one_of("transferred", STATED)
            .text_null("exclusion")
            .create(manager)
            .await?;
        NewTable::record("scenario")
            .text("name")
            .text_null("purpose")
            .text("base_day")
            .text_null("frozen_on")
            .number_null("frozen_revision")
            .text_null("frozen_hash")
            .text_null("frozen_body")
            .one_of("visibility", VISIBILITY)
            .belongs_to_null("owner_id", "body")
            .create(manager)
            .await?;
        NewTable::record("scenario_step")
            .belongs_to("scenario_id", "scenario")
            .number("position", 0)
            .one_of("kind", STEP_KIND)
            .belongs_to_null("service_id", "service")
            .belongs_to_null("offer_id", "offer")
            .belongs_to_null("area_id", "area")
            .belongs_to_null("to_area_id", "area")
            .belongs_to_null("cohort_id", "cohort")
            .belongs_to_null("stream_id", "funding_stream")
            .belongs_to_null("to_stream_id", "funding_stream")
            .belongs_to_null("pool_id", "pool")
            .belongs_to_null("body_succession_id", "body_succession")
            .text_null("starts_on")
            .text_null("ends_on")
            .number_null("amount_pence")
            .number_null("places")
            .number_null("people")
            .text_null("note")
            .create(manager)
            .await?;
        NewTable::record("standard")
            .text("name")
            .text("purpose")
            .belongs_to("evidence_id", "evidence")
            .one_of("visibility", VISIBILITY)
            .belongs_to_null("owner_id", "body")
            .create(manager)
            .await?;
        NewTable::record("standard_line")
            .belongs_to("standard_id", "standard")
            .number("position", 0)
            .belongs_to("offer_id", "offer")
            .belongs_to("cohort_id", "cohort")
            .text_null("stage")
            .number_null("per_thousand_millionths")
            .text_null("note")
            .create(manager)
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, TABLES).await
    }
}
