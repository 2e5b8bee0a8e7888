//! The migrations run up, down and up again, and the database they make keeps its own promises.

use migration::{Migrator, MigratorTrait};
use sea_orm_migration::sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbErr, Statement,
};

/// One connection, because each connection to `sqlite::memory:` has a database of its own.
async fn empty_database() -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new("sqlite::memory:");
    options.max_connections(1).min_connections(1);
    Database::connect(options).await
}

async fn migrated_database() -> Result<DatabaseConnection, DbErr> {
    let db = empty_database().await?;
    Migrator::up(&db, None).await?;
    Ok(db)
}

/// Every text that the query's one column returns, in order.
async fn texts(db: &DatabaseConnection, sql: &str) -> Result<Vec<String>, DbErr> {
    let query = Statement::from_string(db.get_database_backend(), sql);
    let rows = db.query_all_raw(query).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}

/// Tables, indexes and their SQL; the table that counts migrations is not ours.
async fn schema(db: &DatabaseConnection) -> Result<Vec<String>, DbErr> {
    texts(
        db,
        "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master \
         WHERE tbl_name NOT LIKE 'seaql_%' AND tbl_name NOT LIKE 'sqlite_%' ORDER BY 1",
    )
    .await
}

/// The message with which the database refuses `sql`.
async fn refusal(db: &DatabaseConnection, sql: &str) -> String {
    match db.execute_unprepared(sql).await {
        Ok(_) => panic!("was not refused: {sql}"),
        Err(error) => error.to_string(),
    }
}

const A_SOURCE: &str = "INSERT INTO source (id, origin, fingerprint, version, title) \
                        VALUES ('s', 'o', '', 1, 'A source')";

#[tokio::test]
async fn up_down_up_gives_the_same_tables() -> Result<(), DbErr> {
    let db = migrated_database().await?;
    let first = schema(&db).await?;
    assert!(first.iter().any(|line| line.starts_with("table coverage ")));

    Migrator::down(&db, None).await?;
    assert_eq!(
        schema(&db).await?,
        Vec::<String>::new(),
        "If you are here because a table or index survived `down`: name its table in TABLES of its migration."
    );

    Migrator::up(&db, None).await?;
    assert_eq!(schema(&db).await?, first);
    Ok(())
}

#[tokio::test]
async fn each_migration_undoes_only_itself() -> Result<(), DbErr> {
    let db = empty_database().await?;
    for _ in Migrator::migrations() {
        let before = schema(&db).await?;
        Migrator::up(&db, Some(1)).await?;
        Migrator::down(&db, Some(1)).await?;
        assert_eq!(schema(&db).await?, before);
        Migrator::up(&db, Some(1)).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_new_database_is_marked_as_ours() -> Result<(), DbErr> {
    let db = migrated_database().await?;
    let marks = texts(&db, "SELECT key || '=' || value FROM installation").await?;
    assert_eq!(marks, ["application=throughcare"]);
    Ok(())
}

#[tokio::test]
async fn every_foreign_key_has_an_index() -> Result<(), DbErr> {
    let db = migrated_database().await?;
    let without = texts(
        &db,
        "SELECT t.name || '.' || f.\"from\" FROM sqlite_master t, pragma_foreign_key_list(t.name) f \
         WHERE t.type = 'table' AND NOT EXISTS ( \
           SELECT 1 FROM pragma_index_list(t.name) i, pragma_index_info(i.name) c \
           WHERE c.seqno = 0 AND c.name = f.\"from\") ORDER BY 1",
    )
    .await?;
    assert_eq!(
        without,
        Vec::<String>::new(),
        "If you are here because a foreign key has no index: make the column with `belongs_to`."
    );
    Ok(())
}

#[tokio::test]
async fn a_row_without_its_parent_is_refused() -> Result<(), DbErr> {
    let db = migrated_database().await?;
    let area = "INSERT INTO area (id, origin, fingerprint, version, kind, name, source_id) \
                VALUES ('district:x', 'o', '', 1, 'district', 'X', 's')";
    let message = refusal(&db, area).await;
    assert!(message.contains("FOREIGN KEY"), "{message}");

    db.execute_unprepared(A_SOURCE).await?;
    db.execute_unprepared(area).await?;
    let message = refusal(&db, "DELETE FROM source").await;
    assert!(message.contains("FOREIGN KEY"), "{message}");
    Ok(())
}

#[tokio::test]
async fn a_word_outside_a_closed_list_is_refused() -> Result<(), DbErr> {
    let db = migrated_database().await?;
    db.execute_unprepared(A_SOURCE).await?;
    let message = refusal(
        &db,
        "INSERT INTO area (id, origin, fingerprint, version, kind, name, source_id) \
         VALUES ('shire:x', 'o', '', 1, 'shire', 'X', 's')",
    )
    .await;
    assert!(message.contains("ck_area_kind"), "{message}");
    let message = refusal(&db, "INSERT INTO revision VALUES ('users', 0)").await;
    assert!(message.contains("ck_revision_table_group"), "{message}");
    Ok(())
}

#[tokio::test]
async fn a_number_below_its_least_is_refused() -> Result<(), DbErr> {
    let db = migrated_database().await?;
    let message = refusal(
        &db,
        "INSERT INTO source (id, origin, fingerprint, version, title) VALUES ('s', 'o', '', 0, 'T')",
    )
    .await;
    assert!(message.contains("ck_source_version"), "{message}");
    Ok(())
}

#[tokio::test]
async fn history_is_counted_by_the_database() -> Result<(), DbErr> {
    let db = migrated_database().await?;
    for _ in 0..2 {
        db.execute_unprepared(
            "INSERT INTO change (revision, at, actor, reason, node_kind, node_id, action) \
             VALUES (1, '2026-11-22T09:00:00Z', 'a', 'r', 'area', 'x', 'create')",
        )
        .await?;
    }
    let ids = texts(&db, "SELECT CAST(id AS TEXT) FROM change ORDER BY id").await?;
    assert_eq!(ids, ["1", "2"]);
    Ok(())
}
