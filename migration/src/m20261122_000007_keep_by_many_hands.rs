//! Who may see a record, how its evidence ages, and one number for each commit.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, Statement};

/// Tables whose rows may be less than public.
const GUARDED: &[&str] = &["service", "coverage", "contract", "claim"];

/// Tables that the revision of `reference` counts.
const REFERENCE: &str = "'source', 'area', 'area_code', 'area_name', 'area_succession', \
    'district_part', 'area_part', 'area_basis', 'population', 'place', 'census_group', 'cohort', \
    'community', 'system', 'offer'";

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        for table in GUARDED {
            db.execute_unprepared(&format!(
                "ALTER TABLE {table} ADD COLUMN visibility text NOT NULL DEFAULT 'public' \
                 CONSTRAINT ck_{table}_visibility CHECK (visibility IN ('public', 'restricted', 'private'))"
            ))
            .await?;
            add_body(db, table, "owner_id").await?;
        }
        for column in ["as_of", "review_on"] {
            db.execute_unprepared(&format!(
                "ALTER TABLE evidence ADD COLUMN {column} text NULL"
            ))
            .await?;
        }
        add_body(db, "evidence", "asserter_id").await?;
        // Whose history it belongs to: a name of an area is told with the area.
        for column in ["root_kind", "root_id"] {
            db.execute_unprepared(&format!(
                "ALTER TABLE change ADD COLUMN {column} text NOT NULL DEFAULT ''"
            ))
            .await?;
        }
        db.execute_unprepared("UPDATE change SET root_kind = node_kind, root_id = node_id")
            .await?;
        db.execute_unprepared("CREATE INDEX ix_change_root ON change (root_kind, root_id)")
            .await?;
        number_commits(db).await?;
        for group in ["reference", "register"] {
            db.execute_unprepared(&format!(
                "INSERT INTO revision (table_group, number) SELECT '{group}', 0 \
                 WHERE NOT EXISTS (SELECT 1 FROM revision WHERE table_group = '{group}')"
            ))
            .await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        db.execute_unprepared("DROP INDEX ix_change_root").await?;
        for column in ["root_id", "root_kind"] {
            db.execute_unprepared(&format!("ALTER TABLE change DROP COLUMN {column}"))
                .await?;
        }
        drop_body(db, "evidence", "asserter_id").await?;
        for column in ["review_on", "as_of"] {
            db.execute_unprepared(&format!("ALTER TABLE evidence DROP COLUMN {column}"))
                .await?;
        }
        for table in GUARDED {
            drop_body(db, table, "owner_id").await?;
            db.execute_unprepared(&format!("ALTER TABLE {table} DROP COLUMN visibility"))
                .await?;
        }
        Ok(())
    }
}

/// A column that names a body or nothing, with its index.
async fn add_body<C: ConnectionTrait>(db: &C, table: &str, column: &str) -> Result<(), DbErr> {
    db.execute_unprepared(&format!(
        "ALTER TABLE {table} ADD COLUMN {column} text NULL \
         CONSTRAINT fk_{table}_{column} REFERENCES body (id)"
    ))
    .await?;
    db.execute_unprepared(&format!(
        "CREATE INDEX ix_{table}_{column} ON {table} ({column})"
    ))
    .await?;
    Ok(())
}

async fn drop_body<C: ConnectionTrait>(db: &C, table: &str, column: &str) -> Result<(), DbErr> {
    db.execute_unprepared(&format!("DROP INDEX ix_{table}_{column}"))
        .await?;
    db.execute_unprepared(&format!("ALTER TABLE {table} DROP COLUMN {column}"))
        .await?;
    Ok(())
}

/// Until now a change bore the revision of its group of tables. From now on it bears that of the
/// whole register, which is the sum: only the load of the starter register has written so far, and
/// each load is one author at one moment.
async fn number_commits<C: ConnectionTrait>(db: &C) -> Result<(), DbErr> {
    let backend = db.get_database_backend();
    let sql = format!(
        "SELECT at, actor, \
         CAST(MAX(CASE WHEN node_kind IN ({REFERENCE}) THEN revision ELSE 0 END) AS bigint), \
         CAST(MAX(CASE WHEN node_kind IN ({REFERENCE}) THEN 0 ELSE revision END) AS bigint) \
         FROM change GROUP BY at, actor ORDER BY MIN(id)"
    );
    let (mut reference, mut register) = (0i64, 0i64);
    for row in db
        .query_all_raw(Statement::from_string(backend, sql))
        .await?
    {
        let (at, actor): (String, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        reference = Ord::max(reference, row.try_get_by_index(2)?);
        register = Ord::max(register, row.try_get_by_index(3)?);
        let update = "UPDATE change SET revision = $1 WHERE at = $2 AND actor = $3";
        let values = [(reference + register).into(), at.into(), actor.into()];
        db.execute_raw(Statement::from_sql_and_values(backend, update, values))
            .await?;
    }
    Ok(())
}
