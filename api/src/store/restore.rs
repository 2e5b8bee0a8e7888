//! Putting a backup in the place of a SQLite database, while a server may be serving it.
//!
//! The file of the database stays: rows are exchanged in one transaction, so that a server that
//! holds it open sees one commit. That commit is in no history, which is the backup's: whoever
//! follows by history has to ask [`Store::restored_at`] as well.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use entity::{installation, revision};
use migration::{Migrator, MigratorTrait};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DatabaseConnection, DatabaseTransaction,
    EntityTrait, SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};
use tempfile::TempDir;

use super::address::Address;
use super::backup::{
    BackupError, Found, Holds, check, find, holds, refuse_itself, sqlite_file, utf8,
};
use super::error::StoreError;
use super::{Store, Writing, group, open};

/// Where the `installation` table keeps the revision of the latest restore.
const RESTORED: &str = "restored";

impl Store {
    /// The revision that the latest restore led to; 0 if there was none. What somebody holds from
    /// an earlier revision cannot be brought up to date by the changes since: it has to be read
    /// anew, and what is kept of revisions before it may be of a register that was given up.
    pub async fn restored_at(&self) -> Result<u64, StoreError> {
        restored_at(&self.db).await
    }
}

impl Writing {
    /// [`Store::restored_at`], as this change finds it.
    pub async fn restored_at(&self) -> Result<u64, StoreError> {
        restored_at(&self.txn).await
    }
}

async fn restored_at<C: ConnectionTrait>(db: &C) -> Result<u64, StoreError> {
    let row = installation::Entity::find_by_id(RESTORED).one(db).await?;
    Ok(row.and_then(|row| row.value.parse().ok()).unwrap_or(0))
}

/// A backup that was checked, and the database whose place it could take. The file itself is only
/// read: what is checked and restored is a copy, which is removed in the end.
#[derive(Debug)]
pub struct Backup {
    address: String,
    database: PathBuf,
    copy: PathBuf,
    holds: Holds,
    // Removed when it is dropped.
    _folder: TempDir,
}

impl Backup {
    /// Copies a backup to the folder of the database, checks it, and brings its tables up to date
    /// if an earlier version made it. The database is not touched.
    pub async fn open(address: &str, file: &Path) -> Result<Self, BackupError> {
        let database = sqlite_file(address)?;
        if !file.is_file() {
            let (what, path) = ("backup", file.to_owned());
            return Err(BackupError::Missing { what, path });
        }
        refuse_itself(&database, file)?;
        refuse_unclosed(file)?;
        let beside = Address::folder(&database);
        let io = |doing, path: &Path| {
            let path = path.to_owned();
            move |source| BackupError::Io {
                doing,
                path,
                source,
            }
        };
        let folder = tempfile::Builder::new()
            .prefix(".throughcare-restore-")
            .tempdir_in(beside)
            .map_err(io("write to the folder of the database", beside))?;
        let copy = folder.path().join("copy.db");
        std::fs::copy(file, &copy).map_err(io("copy the backup", file))?;
        check(file, &copy).await?;
        let holds = bring_up_to_date(&copy).await?;
        Ok(Self {
            address: address.to_owned(),
            database,
            copy,
            holds,
            _folder: folder,
        })
    }

    /// What it holds.
    pub fn holds(&self) -> &Holds {
        &self.holds
    }

    /// What a restore would replace.
    pub async fn target(&self) -> Result<Found, BackupError> {
        let path = &self.database;
        if !std::fs::metadata(path).is_ok_and(|found| found.len() > 0) {
            return Ok(Found::Nothing);
        }
        let db = open::look(path).await?;
        let found = async {
            open::refuse_foreign(&Address::File(path.clone()), &db).await?;
            find(path, &db).await
        }
        .await;
        db.close().await?;
        found
    }

    /// Exchanges every row of the database for those of the backup, and says what it holds then.
    ///
    /// A database that held something gets a revision above its own and the backup's, so that
    /// whoever follows it notices, no number stands for two states, and no change of the history
    /// is later than the register. The backup's own revision is kept where there was none.
    pub async fn restore(self) -> Result<Holds, BackupError> {
        let store = Store::open(&self.address).await?;
        store.migrate().await?;
        store.close().await?;

        let db = open::alone(&self.database).await?;
        let restored = exchange(&db, &self.copy).await;
        let found = match restored {
            Ok(()) => holds(&self.database, &db).await.map_err(BackupError::from),
            Err(error) => Err(error),
        };
        db.close().await?;
        found
    }
}

/// What is still in the file beside it would be missing from a copy.
fn refuse_unclosed(file: &Path) -> Result<(), BackupError> {
    for ending in ["-wal", "-journal"] {
        let mut beside = file.as_os_str().to_owned();
        beside.push(ending);
        let beside = PathBuf::from(beside);
        if std::fs::metadata(&beside).is_ok_and(|found| found.len() > 0) {
            let file = file.to_owned();
            return Err(BackupError::NotClosed { file, beside });
        }
    }
    Ok(())
}

async fn bring_up_to_date(copy: &Path) -> Result<Holds, BackupError> {
    let db = open::look(copy).await?;
    let migrated = async {
        Migrator::up(&db, None).await?;
        Ok(holds(copy, &db).await?)
    }
    .await;
    db.close().await?;
    migrated
}

async fn exchange(db: &DatabaseConnection, copy: &Path) -> Result<(), BackupError> {
    let backend = db.get_database_backend();
    let attach = "ATTACH DATABASE ? AS backup";
    let attach = Statement::from_sql_and_values(backend, attach, [utf8(copy)?.into()]);
    db.execute_raw(attach).await?;
    let options = TransactionOptions {
        // Taken before the first read, so that nobody writes between it and the first write.
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    let txn = db.begin_with_options(options).await?;
    // Dropped on any failure, which takes everything back.
    exchange_rows(&txn).await?;
    Ok(txn.commit().await?)
}

async fn exchange_rows(txn: &DatabaseTransaction) -> Result<(), BackupError> {
    let before = revisions(txn).await?;
    for table in entity::TABLES.iter().rev() {
        txn.execute_unprepared(&format!("DELETE FROM main.\"{table}\""))
            .await?;
    }
    for table in entity::TABLES {
        let sql = format!("SELECT name FROM pragma_table_info('{table}', 'backup') ORDER BY cid");
        let columns = open::texts(txn, &sql).await?;
        let columns: Vec<String> = columns.iter().map(|name| format!("\"{name}\"")).collect();
        let columns = columns.join(", ");
        // By name: an older database has its later columns in another order.
        txn.execute_unprepared(&format!(
            "INSERT INTO main.\"{table}\" ({columns}) SELECT {columns} FROM backup.\"{table}\""
        ))
        .await?;
    }
    if before.values().all(|number| *number == 0) {
        return Ok(());
    }
    raise(txn, before).await?;
    mark(txn).await
}

async fn revisions(txn: &DatabaseTransaction) -> Result<BTreeMap<String, i64>, BackupError> {
    let rows = revision::Entity::find().all(txn).await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.table_group, row.number))
        .collect())
}

/// Sets each revision above what it was before, and above the backup's.
async fn raise(
    txn: &DatabaseTransaction,
    before: BTreeMap<String, i64>,
) -> Result<(), BackupError> {
    let restored = revisions(txn).await?;
    let groups: Vec<&String> = before.keys().chain(restored.keys()).collect();
    for group in groups {
        let was = before.get(group).copied().unwrap_or(0);
        let now = restored.get(group);
        let row = revision::ActiveModel {
            table_group: Set(group.clone()),
            number: Set(was.max(now.copied().unwrap_or(0)).saturating_add(1)),
        };
        if now.is_some() {
            row.update(txn).await?;
        } else {
            row.insert(txn).await?;
        }
    }
    Ok(())
}

/// Writes down the revision that this restore leads to.
async fn mark(txn: &DatabaseTransaction) -> Result<(), BackupError> {
    let revision = group::revision(txn).await?;
    installation::Entity::delete_by_id(RESTORED)
        .exec(txn)
        .await?;
    let row = installation::ActiveModel {
        key: Set(RESTORED.to_owned()),
        value: Set(revision.to_string()),
    };
    installation::Entity::insert(row)
        .exec_without_returning(txn)
        .await?;
    Ok(())
}
