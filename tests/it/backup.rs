//! Backups: taken and put back while others read and write.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::{DateTime, Utc};
use entity::census_group;
use sea_orm::{ConnectionTrait, Database, DbBackend, Statement};
use tests::app::{MAX_PAGE, clock, run};
use throughcare::app::App;
use throughcare::auth::policy;
use throughcare::store::{Backup, BackupError, Found, Occasion, Store, StoreError, backup};

fn occasion() -> Occasion {
    Occasion {
        reason: "a test".to_owned(),
        at: DateTime::<Utc>::UNIX_EPOCH,
    }
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

async fn migrated(path: &Path) -> Store {
    let store = Store::open(&text(path)).await.expect("a database");
    store.migrate().await.expect("the migrations to run");
    store
}

/// Adds `count` rows in one change.
async fn add(store: &Store, change: usize, count: usize) -> u64 {
    let row = |number: usize| census_group::Model {
        id: format!("{change}-{number}"),
        origin: "user".to_owned(),
        fingerprint: String::new(),
        version: 1,
        label: "A label".to_owned(),
    };
    let mut writing = store.write(occasion()).await.expect("a change");
    let rows: Vec<_> = (0..count).map(row).collect();
    let permit = policy::starter("tester");
    writing.create(&permit, rows).await.expect("rows");
    writing.commit().await.expect("a commit")
}

async fn query(path: &Path, sql: &str) -> Vec<String> {
    let db = Database::connect(format!("sqlite://{}", path.display()))
        .await
        .expect("a database");
    let rows = db
        .query_all_raw(Statement::from_string(DbBackend::Sqlite, sql))
        .await
        .expect("rows");
    db.close().await.expect("the connection to close");
    rows.iter()
        .map(|row| row.try_get_by_index(0).expect("a text"))
        .collect()
}

async fn execute(path: &Path, sql: &str) {
    let db = Database::connect(format!("sqlite://{}?mode=rwc", path.display()))
        .await
        .expect("a database");
    db.execute_unprepared(sql).await.expect("the statement");
    db.close().await.expect("the connection to close");
}

async fn count(path: &Path, table: &str) -> usize {
    let sql = format!("SELECT CAST(COUNT(*) AS TEXT) FROM \"{table}\"");
    query(path, &sql).await[0].parse().expect("a number")
}

/// Every value of every table, with its type, but the revision and where it was restored at.
async fn contents(path: &Path) -> BTreeMap<&'static str, Vec<String>> {
    let mut contents = BTreeMap::new();
    for &table in entity::TABLES.iter().filter(|table| **table != "revision") {
        let names = format!("SELECT name FROM pragma_table_info('{table}') ORDER BY cid");
        let values = query(path, &names).await;
        let values: Vec<String> = values
            .iter()
            .map(|name| format!("typeof(\"{name}\") || '=' || quote(\"{name}\")"))
            .collect();
        let sql = format!("SELECT {} FROM \"{table}\"", values.join(" || ',' || "));
        let mut rows = query(path, &sql).await;
        rows.retain(|row| !row.starts_with("text='restored'"));
        rows.sort();
        contents.insert(table, rows);
    }
    contents
}

fn holds(found: Found) -> throughcare::store::Holds {
    match found {
        Found::Register(holds) => holds,
        other => panic!("a register was expected, not {other:?}"),
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

#[test]
fn a_backup_under_writes_is_of_one_moment() {
    let folder = tempfile::tempdir().expect("a folder");
    let (database, file) = (folder.path().join("care.db"), folder.path().join("b.db"));
    run(async {
        let store = migrated(&database).await;
        add(&store, 0, 7).await;
        let stop = Arc::new(AtomicBool::new(false));
        let writer = tokio::spawn({
            let (store, stop) = (store.clone(), stop.clone());
            async move {
                let mut change = 1;
                while !stop.load(Ordering::Relaxed) {
                    add(&store, change, 7).await;
                    change += 1;
                }
            }
        });
        let mut last = 0;
        for _ in 0..5 {
            let found = backup(&text(&database), &file, true).await;
            let held = holds(found.expect("a backup"));
            let rows = count(&file, "census_group").await;
            assert_eq!(rows, count(&file, "change").await, "rows and their history");
            assert_eq!(rows as u64, held.revision * 7, "rows and their revision");
            assert_eq!(held.history, rows as u64);
            assert!(held.revision >= last);
            last = held.revision;
        }
        stop.store(true, Ordering::Relaxed);
        writer.await.expect("the writer");
        assert!(last > 1, "nothing was written meanwhile");
    });
    assert_eq!(
        files(folder.path())
            .iter()
            .filter(|path| text(path).contains("partial"))
            .count(),
        0
    );
}

#[test]
fn a_file_is_not_written_over_unless_asked_and_never_the_database() {
    let folder = tempfile::tempdir().expect("a folder");
    let (database, file) = (folder.path().join("care.db"), folder.path().join("b.db"));
    run(async {
        add(&migrated(&database).await, 0, 1).await;
        fs::write(&file, "mine").expect("a file");
        let refused = backup(&text(&database), &file, false).await;
        assert!(matches!(refused, Err(BackupError::Exists(_))));
        assert_eq!(fs::read(&file).expect("a file"), b"mine");
        let refused = backup(&text(&database), &database, true).await;
        assert!(matches!(refused, Err(BackupError::Itself(_))));
        backup(&text(&database), &file, true)
            .await
            .expect("a backup");
        let missing = folder.path().join("none.db");
        let refused = backup(&text(&missing), &file, true).await;
        assert!(matches!(refused, Err(BackupError::Missing { .. })));
        assert!(!missing.exists());
    });
}

#[test]
fn postgresql_is_referred_to_its_own_tools() {
    let address = "postgres://ann:s3cret@db/care";
    run(async {
        for refused in [
            backup(address, Path::new("b.db"), false).await.err(),
            Backup::open(address, Path::new("b.db")).await.err(),
        ] {
            let told = refused.expect("a refusal").to_string();
            assert!(
                told.contains("pg_dump") && told.contains("pg_restore"),
                "{told}"
            );
            assert!(!told.contains("s3cret"), "{told}");
        }
    });
}

#[test]
fn the_register_comes_back_value_by_value_and_a_running_server_follows() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let (database, file, other) = (at("care.db"), at("b.db"), at("other.db"));
    run(async {
        let store = migrated(&database).await;
        let (app, _) = App::start(store, Arc::new(clock()), MAX_PAGE, &mut |_| {})
            .await
            .expect("the application to start");
        let first = app.atlas().revision;
        let groups = app.atlas().census_groups.len();
        let found = backup(&text(&database), &file, false).await;
        assert_eq!(holds(found.expect("a backup")).revision, first);
        let saved = contents(&file).await;

        // A new database is simply made, and is at the backup's revision.
        let into_new = Backup::open(&text(&other), &file).await.expect("a backup");
        assert_eq!(into_new.target().await.expect("a look"), Found::Nothing);
        assert!(!other.exists());
        let restored = into_new.restore().await.expect("a restore");
        assert_eq!(restored.revision, first);
        assert!(contents(&other).await == saved, "the copy differs");

        // The server's own: what was added since goes away under its eyes.
        let later = add(app.store(), 0, 3).await;
        assert!(app.follow().await.expect("to follow"));
        assert_eq!(app.atlas().census_groups.len(), groups + 3);
        let back = Backup::open(&text(&database), &file)
            .await
            .expect("a backup");
        let target = holds(back.target().await.expect("a look"));
        assert_eq!((target.revision, back.holds().revision), (later, first));
        let restored = back.restore().await.expect("a restore");
        assert!(restored.revision > later, "{} > {later}", restored.revision);
        let restored_at = app.store().restored_at().await.expect("a number");
        assert_eq!(restored_at, restored.revision);
        assert!(app.follow().await.expect("to follow"));
        assert_eq!(app.atlas().revision, restored.revision);
        let now = app.atlas().census_groups.len();
        assert_eq!(now, groups, "what was added is still answered");
        assert!(contents(&database).await == saved, "the restored differs");
        let latest = query(&database, "SELECT CAST(MAX(revision) AS TEXT) FROM change").await;
        assert!(latest[0].parse::<u64>().expect("a number") <= restored.revision);
        // And goes on from there.
        assert!(add(app.store(), 1, 1).await > restored.revision);
    });
    let left = files(folder.path());
    assert!(
        left.iter().all(|path| !text(path).contains(".throughcare")),
        "{left:?}"
    );
}

#[test]
fn what_is_no_whole_backup_is_refused_and_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let (database, file) = (at("care.db"), at("b.db"));
    run(async {
        let store = migrated(&database).await;
        add(&store, 0, 2_000).await;
        backup(&text(&database), &file, false)
            .await
            .expect("a backup");
        store.close().await.expect("the database to close");
        let before = fs::read(&database).expect("the database");
        let whole = fs::read(&file).expect("the backup");

        let (truncated, damaged, foreign) = (at("t.db"), at("d.db"), at("f.db"));
        fs::write(&truncated, &whole[..whole.len() / 2]).expect("a file");
        let mut bytes = whole.clone();
        let middle = bytes.len() / 2;
        bytes[middle..middle + 8192].fill(0xA5);
        fs::write(&damaged, bytes).expect("a file");
        execute(&foreign, "CREATE TABLE recipe (name TEXT)").await;
        let (empty, no_database, newer, dangling) =
            (at("e.db"), at("n.db"), at("new.db"), at("dang.db"));
        fs::write(&empty, "").expect("a file");
        fs::write(&no_database, "not a database, but some text").expect("a file");
        fs::copy(&file, &newer).expect("a file");
        execute(
            &newer,
            "INSERT INTO seaql_migrations VALUES ('m20991231_000001_later', 0)",
        )
        .await;
        fs::copy(&file, &dangling).expect("a file");
        execute(
            &dangling,
            "PRAGMA foreign_keys = OFF; INSERT INTO body_name (id, origin, fingerprint, version, \
             body_id, name) VALUES ('x', 'user', '', 1, 'nobody', 'N')",
        )
        .await;

        for path in [&truncated, &damaged, &empty, &no_database, &dangling] {
            let refused = Backup::open(&text(&database), path).await;
            let error = refused.expect_err("a refusal");
            assert!(matches!(error, BackupError::Unsound { .. }), "{error}");
            assert!(error.to_string().contains(&text(path)), "{error}");
        }
        let refused = Backup::open(&text(&database), &foreign).await.err();
        assert!(matches!(
            refused,
            Some(BackupError::Store(StoreError::NotOurs { .. }))
        ));
        let refused = Backup::open(&text(&database), &newer).await.err();
        let Some(BackupError::Store(StoreError::Newer { migrations, .. })) = refused else {
            panic!("not refused as newer")
        };
        assert_eq!(migrations, ["m20991231_000001_later"]);
        let refused = Backup::open(&text(&database), &database).await.err();
        assert!(matches!(refused, Some(BackupError::Itself(_))));
        let missing = Backup::open(&text(&at("made.db")), &at("none.db")).await;
        assert!(matches!(missing, Err(BackupError::Missing { .. })));
        let none = Backup::open(&text(&at("made.db")), &truncated).await;
        assert!(none.is_err() && !at("made.db").exists());
        assert!(fs::read(&database).expect("the database") == before);
    });
}

#[test]
fn a_database_in_use_is_no_backup() {
    let folder = tempfile::tempdir().expect("a folder");
    let (database, other) = (folder.path().join("care.db"), folder.path().join("o.db"));
    run(async {
        let store = migrated(&database).await;
        add(&store, 0, 1).await;
        let refused = Backup::open(&text(&other), &database).await.err();
        assert!(matches!(refused, Some(BackupError::NotClosed { .. })));
    });
}
