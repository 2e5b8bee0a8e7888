//! The mark of the application, sources, and areas with their codes, names, parts and residents.

use sea_orm_migration::prelude::*;

use crate::new_table::{NewTable, drop_all};

/// Children first, so that none is dropped from under its children.
const TABLES: &[&str] = &[
    "place",
    "population",
    "area_basis",
    "area_part",
    "district_part",
    "area_succession",
    "area_name",
    "area_code",
    "area",
    "source",
    "installation",
];

const KINDS: &[&str] = &[
    "district",
    "upper_tier",
    "icb",
    "health_board",
    "nhs_region",
    "police_force",
    "probation_region",
    "pdu",
    "region",
    "nation",
    "prison",
    "court",
];
const SCHEMES: &[&str] = &[
    "gss",
    "ods",
    "ndelius",
    "pcc",
    "prison",
    "court",
    "nps_region",
];
const NAME_NOTES: &[&str] = &["former", "short", "spelling", "alternative"];
const SUCCESSION_KINDS: &[&str] = &[
    "merger",
    "split",
    "enlargement",
    "recode_or_rename",
    "boundary",
];
const BASES: &[&str] = &["named", "county", "shared", "assumed"];

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::bare("installation")
            .text_key("key")
            .text("value")
            .create(manager)
            .await?;
        NewTable::record("source")
            .text("title")
            .text_null("url")
            .text_null("publisher")
            .text_null("licence")
            .text_null("vintage")
            .text_null("date")
            .text_null("note")
            .create(manager)
            .await?;
        NewTable::record("area")
            .one_of("kind", KINDS)
            .text("name")
            .one_of_null("nation", &["England", "Wales"])
            .text_null("valid_from")
            .text_null("valid_to")
            .belongs_to("source_id", "source")
            .index(["kind"])
            .create(manager)
            .await?;
        NewTable::record("area_code")
            .belongs_to("area_id", "area")
            .one_of("scheme", SCHEMES)
            .text("code")
            .text_null("valid_from")
            .text_null("valid_to")
            .index(["code"])
            .create(manager)
            .await?;
        NewTable::record("area_name")
            .belongs_to("area_id", "area")
            .text("name")
            .one_of("note", NAME_NOTES)
            .create(manager)
            .await?;
        NewTable::record("area_succession")
            .belongs_to("predecessor_id", "area")
            .belongs_to("successor_id", "area")
            .one_of("kind", SUCCESSION_KINDS)
            .text("date")
            .create(manager)
            .await?;
        NewTable::record("district_part")
            .belongs_to("district_id", "area")
            .number("residents_2021", 0)
            .create(manager)
            .await?;
        NewTable::record("area_part")
            .belongs_to("area_id", "area")
            .belongs_to("part_id", "district_part")
            .number_null("residents")
            .text_null("valid_from")
            .text_null("valid_to")
            .create(manager)
            .await?;
        NewTable::record("area_basis")
            .belongs_to("area_id", "area")
            .belongs_to("district_id", "area")
            .one_of("basis", BASES)
            .create(manager)
            .await?;
        NewTable::record("population")
            .belongs_to("area_id", "area")
            .text("measure")
            .text("group_code")
            .number("count", 0)
            .belongs_to("source_id", "source")
            .index(["measure", "group_code"])
            .create(manager)
            .await?;
        NewTable::record("place")
            .extends("area_id", "area")
            .text_null("town")
            .text_null("county")
            .belongs_to_null("district_id", "area")
            .belongs_to_null("police_force_id", "area")
            .text("placed_by")
            .create(manager)
            .await?;
        // A start looks for this row before it writes to a database that it did not make.
        manager
            .execute(
                Query::insert()
                    .into_table("installation")
                    .columns(["key", "value"])
                    .values_panic(["application".into(), "throughcare".into()])
                    .take(),
            )
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, TABLES).await
    }
}
