//! What the store promises, on SQLite.

use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, Utc};
use entity::{area, census_group, source};
use sea_orm::{ConnectionTrait, Database, EntityTrait, Statement};

use super::*;
use crate::auth::{Permit, policy};

fn permit() -> Permit {
    policy::starter("tester")
}

fn occasion() -> Occasion {
    Occasion {
        reason: "a test".to_owned(),
        at: DateTime::<Utc>::UNIX_EPOCH,
    }
}

fn group_row(id: &str) -> census_group::Model {
    census_group::Model {
        id: id.to_owned(),
        origin: "user".to_owned(),
        fingerprint: String::new(),
        version: 1,
        label: "A label".to_owned(),
    }
}

fn area_row(id: &str, valid_from: &str) -> area::Model {
    area::Model {
        id: id.to_owned(),
        origin: "user".to_owned(),
        fingerprint: String::new(),
        version: 1,
        kind: "district".to_owned(),
        name: "Somewhere".to_owned(),
        nation: Some("England".to_owned()),
        valid_from: Some(valid_from.to_owned()),
        valid_to: None,
        source_id: "s".to_owned(),
    }
}

fn source_row() -> source::Model {
    source::Model {
        id: "s".to_owned(),
        origin: "user".to_owned(),
        fingerprint: String::new(),
        version: 1,
        title: "A source".to_owned(),
        url: None,
        publisher: None,
        licence: None,
        vintage: None,
        date: None,
        note: None,
    }
}

async fn memory() -> Store {
    let store = Store::open("sqlite::memory:").await.unwrap();
    store.migrate().await.unwrap();
    store
}

fn address(path: &Path) -> String {
    format!("sqlite:{}", path.display())
}

async fn run(path: &Path, sql: &str) {
    let db = Database::connect(format!("sqlite://{}?mode=rwc", path.display()))
        .await
        .unwrap();
    db.execute_unprepared(sql).await.unwrap();
    db.close().await.unwrap();
}

#[tokio::test]
async fn a_new_file_is_made_migrated_and_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("my register?.db");
    let store = Store::open(path.to_str().unwrap()).await.unwrap();
    assert_eq!(store.pending_migrations().await.unwrap(), open::known());
    store.migrate().await.unwrap();
    assert!(store.pending_migrations().await.unwrap().is_empty());
    assert!(store.is_empty().await.unwrap());
    assert_eq!(store.revision().await.unwrap(), 0);
    store.close().await.unwrap();
    let store = Store::open(path.to_str().unwrap()).await.unwrap();
    assert!(store.pending_migrations().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_missing_folder_is_named() {
    let error = Store::open("nowhere/at/all.db").await.unwrap_err();
    assert!(error.to_string().contains("nowhere/at"), "{error}");
}

#[tokio::test]
async fn a_file_that_is_no_database_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letter.txt");
    std::fs::write(&path, "Dear reader, this is no database.").unwrap();
    let error = Store::open(&address(&path)).await.unwrap_err();
    assert!(matches!(error, StoreError::NotSqlite { .. }), "{error}");
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("Dear"));
}

#[tokio::test]
async fn a_database_of_another_program_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("theirs.db");
    run(&path, "CREATE TABLE recipe (id INTEGER)").await;
    let before = std::fs::read(&path).unwrap();
    let error = Store::open(&address(&path)).await.unwrap_err();
    assert!(error.to_string().contains("recipe"), "{error}");
    assert_eq!(before, std::fs::read(&path).unwrap());
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("newer.db");
    let store = Store::open(&address(&path)).await.unwrap();
    store.migrate().await.unwrap();
    store.close().await.unwrap();
    run(
        &path,
        "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m29990101_000001_later', 0)",
    )
    .await;
    let before = std::fs::read(&path).unwrap();
    let error = Store::open(&address(&path)).await.unwrap_err();
    assert!(
        error.to_string().contains("m29990101_000001_later"),
        "{error}"
    );
    assert_eq!(before, std::fs::read(&path).unwrap());
}

#[tokio::test]
async fn a_written_row_is_in_the_history_and_raises_the_revision_once() {
    let store = memory().await;
    let mut writing = store.write(occasion()).await.unwrap();
    let rows = vec![group_row("a"), group_row("b")];
    writing.create(&permit(), rows.clone()).await.unwrap();
    let mut changed = rows[0].clone();
    changed.label = "Another label".to_owned();
    writing.update(&permit(), &rows[0], changed).await.unwrap();
    assert_eq!(writing.commit().await.unwrap(), 1);
    assert_eq!(store.revision().await.unwrap(), 1);
    let history = entity::change::Entity::find().all(&store.db).await.unwrap();
    let actions: Vec<_> = history.iter().map(|row| row.action.as_str()).collect();
    assert_eq!(actions, ["create", "create", "update"]);
    assert!(history.iter().all(|row| row.revision == 1));
    assert_eq!(history[2].before.as_ref().unwrap()["label"], "A label");
}

#[tokio::test]
async fn an_abandoned_change_leaves_nothing() {
    let store = memory().await;
    let mut writing = store.write(occasion()).await.unwrap();
    writing
        .create(&permit(), vec![group_row("a")])
        .await
        .unwrap();
    writing.abandon().await.unwrap();
    assert_eq!(store.revision().await.unwrap(), 0);
}

#[tokio::test]
async fn a_row_that_names_a_missing_one_is_refused() {
    let store = memory().await;
    let mut writing = store.write(occasion()).await.unwrap();
    let error = writing
        .create(&permit(), vec![area_row("district:X", "2024")])
        .await
        .unwrap_err();
    assert!(matches!(error, StoreError::Dangling(_)), "{error}");
}

#[tokio::test]
async fn a_bad_date_is_told_with_table_row_and_column() {
    let store = memory().await;
    let mut writing = store.write(occasion()).await.unwrap();
    writing.create(&permit(), vec![source_row()]).await.unwrap();
    writing
        .create(&permit(), vec![area_row("district:X", "spring 2024")])
        .await
        .unwrap();
    writing.commit().await.unwrap();
    let error = store.load_atlas().await.unwrap_err().to_string();
    assert_eq!(
        error,
        "area row 'district:X', column valid_from: 'spring 2024' is not a date: \
         write YYYY, YYYY-MM or YYYY-MM-DD"
    );
}

#[tokio::test]
async fn the_atlas_bears_the_revision() {
    let store = memory().await;
    let mut writing = store.write(occasion()).await.unwrap();
    writing.create(&permit(), vec![source_row()]).await.unwrap();
    writing
        .create(&permit(), vec![area_row("district:X", "2024")])
        .await
        .unwrap();
    writing.commit().await.unwrap();
    let atlas = store.load_atlas().await.unwrap();
    assert_eq!(atlas.revision, 1);
    assert_eq!(atlas.areas.len(), 1);
}

#[tokio::test]
async fn every_connection_to_a_file_writes_ahead_and_waits_for_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("register.db");
    let store = Store::open(&address(&path)).await.unwrap();
    // Transactions that are open together are on connections of their own.
    let mut open = Vec::new();
    for _ in 0..4 {
        open.push(store.db.begin().await.unwrap());
    }
    for txn in &open {
        let ask = async |pragma: &str| {
            let sql = format!("PRAGMA {pragma}");
            let rows = txn.query_all_raw(Statement::from_string(DbBackend::Sqlite, sql));
            rows.await.unwrap().remove(0)
        };
        let mode: String = ask("journal_mode").await.try_get_by_index(0).unwrap();
        assert_eq!(mode, "wal");
        for (pragma, expected) in [("synchronous", 2), ("foreign_keys", 1)] {
            let is: i32 = ask(pragma).await.try_get_by_index(0).unwrap();
            assert_eq!(is, expected, "{pragma}");
        }
    }
}

#[tokio::test]
async fn a_second_writer_waits_for_the_first_and_then_sees_what_it_wrote() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("register.db");
    let first = Store::open(&address(&path)).await.unwrap();
    first.migrate().await.unwrap();
    let second = Store::open(&address(&path)).await.unwrap();
    let mut writing = first.write(occasion()).await.unwrap();
    let mut waiting = Box::pin(second.write(occasion()));
    let soon = Duration::from_millis(200);
    assert!(tokio::time::timeout(soon, &mut waiting).await.is_err());
    // Nobody who reads waits.
    assert_eq!(second.revision().await.unwrap(), 0);
    let rows = vec![group_row("a")];
    writing.create(&permit(), rows).await.unwrap();
    assert_eq!(writing.commit().await.unwrap(), 1);
    let later = waiting.await.unwrap();
    assert_eq!(later.base().await.unwrap(), 1);
    later.abandon().await.unwrap();
}

#[tokio::test]
async fn a_receipt_is_kept_for_a_week() {
    let store = memory().await;
    let at = |days| Occasion {
        at: DateTime::<Utc>::UNIX_EPOCH + chrono::TimeDelta::days(days),
        ..occasion()
    };
    let receipt = |id: &str| Receipt {
        id: id.to_owned(),
        actor: "tester".to_owned(),
        request_hash: String::new(),
        reply: serde_json::Value::Null,
    };
    for (day, id) in [(0, "first"), (7, "second"), (8, "third")] {
        let writing = store.write(at(day)).await.unwrap();
        writing.keep_receipt(receipt(id)).await.unwrap();
        writing.commit().await.unwrap();
    }
    let writing = store.write(at(9)).await.unwrap();
    assert_eq!(writing.receipt("first").await.unwrap(), None);
    assert!(writing.receipt("second").await.unwrap().is_some());
    assert!(writing.receipt("third").await.unwrap().is_some());
    writing.abandon().await.unwrap();
}
