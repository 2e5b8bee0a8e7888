//! The words that records use: cohorts, census groups, communities, systems and offers.

use sea_orm_migration::prelude::*;

use crate::new_table::{NewTable, drop_all};

/// Children first, so that none is dropped from under its children.
const TABLES: &[&str] = &["offer", "system", "community", "cohort", "census_group"];

const CLASSES: &[&str] = &[
    "service",
    "order",
    "pathway",
    "body",
    "statute",
    "measure",
    "event",
    "instrument",
    "attribute",
    "recommendation",
    "network",
];
const INTENSITIES: &[&str] = &["signposting", "low", "treatment", "specialist", "none"];

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::record("census_group")
            .text("label")
            .create(manager)
            .await?;
        NewTable::record("cohort")
            .text("name")
            .one_of("sex", &["any", "male", "female"])
            .flag("narrow")
            .create(manager)
            .await?;
        NewTable::record("community")
            .text("name")
            .text("census_groups")
            .text("note")
            .create(manager)
            .await?;
        NewTable::record("system")
            .small_number("number")
            .text("name")
            .one_of("class", CLASSES)
            .text("offers")
            .text("reason")
            .unique(["number"])
            .create(manager)
            .await?;
        NewTable::record("offer")
            .text("name")
            .one_of("kind", &["service", "order", "pathway"])
            .text("description")
            .text("stages")
            .one_of("intensity", INTENSITIES)
            .belongs_to("cohort", "cohort")
            .text("geography")
            .text("nations")
            .text("families")
            .one_of("family_role", &["own", "member", "family"])
            .flag("counts_as_treatment")
            .text("system_numbers")
            .text("vocabulary_version")
            .create(manager)
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, TABLES).await
    }
}
