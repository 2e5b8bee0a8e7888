//! Opening a database, after a look that changes nothing.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read};
use std::path::Path;
use std::time::Duration;

use migration::{Migrator, MigratorTrait};
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr, RuntimeErr,
    Statement,
};

use super::address::Address;
use super::error::StoreError;

/// The table in which migrations write down what they did.
const APPLIED: &str = "seaql_migrations";
const SQLITE_MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Opens the database unless it belongs to another program or to a newer version of this one.
pub(super) async fn open(address: &Address) -> Result<DatabaseConnection, StoreError> {
    match address {
        Address::Memory => connect(address, memory_options()).await,
        Address::File(path) => {
            if prepare_file(path)? {
                // Before the journal mode is set, which is written into the file.
                let look = connect(address, file_options(path, Mode::Look)).await?;
                close_after(refuse_foreign(address, &look).await, look).await?;
            }
            connect(address, file_options(path, Mode::Work)).await
        }
        Address::Postgres(secret) => {
            let mut options = quiet(ConnectOptions::new(secret.reveal()));
            options.max_connections(16);
            let db = connect(address, options).await?;
            match refuse_foreign(address, &db).await {
                Ok(()) => Ok(db),
                refused => {
                    close_after(refused, db.clone()).await?;
                    Ok(db)
                }
            }
        }
    }
}

/// Names of the migrations that were run, oldest first; none before the first.
pub(super) async fn applied(db: &DatabaseConnection) -> Result<Vec<String>, DbErr> {
    if !tables(db).await?.iter().any(|table| table == APPLIED) {
        return Ok(Vec::new());
    }
    texts(
        db,
        &format!("SELECT version FROM {APPLIED} ORDER BY version"),
    )
    .await
}

/// Names of the migrations that this program knows, oldest first.
pub(super) fn known() -> Vec<String> {
    Migrator::migrations()
        .iter()
        .map(|migration| migration.name().to_owned())
        .collect()
}

/// One connection to a SQLite file that is there, to see what it holds. Nothing is changed.
pub(super) async fn look(path: &Path) -> Result<DatabaseConnection, StoreError> {
    let address = Address::File(path.to_owned());
    connect(&address, file_options(path, Mode::Look)).await
}

/// One connection to a SQLite file, for what holds within a connection: `ATTACH`.
pub(super) async fn alone(path: &Path) -> Result<DatabaseConnection, StoreError> {
    let mut options = file_options(path, Mode::Work);
    // Another connection would not see what is attached to this one, so it stays.
    options
        .max_connections(1)
        .min_connections(1)
        .idle_timeout(None)
        .max_lifetime(None);
    connect(&Address::File(path.to_owned()), options).await
}

/// How a SQLite file is opened.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// To see whose it is.
    Look,
    /// To work in it.
    Work,
}

async fn connect(
    address: &Address,
    options: ConnectOptions,
) -> Result<DatabaseConnection, StoreError> {
    Database::connect(options).await.map_err(|source| {
        let address = address.to_string();
        if timed_out(&source) {
            StoreError::NoAnswer { address }
        } else {
            StoreError::Connect { address, source }
        }
    })
}

/// The driver tries again until its time is up, and then only says so.
fn timed_out(error: &DbErr) -> bool {
    match error {
        DbErr::Conn(RuntimeErr::SqlxError(error)) => {
            matches!(**error, sea_orm::sqlx::Error::PoolTimedOut)
        }
        DbErr::ConnectionAcquire(_) => true,
        _ => false,
    }
}

async fn close_after(
    outcome: Result<(), StoreError>,
    db: DatabaseConnection,
) -> Result<(), StoreError> {
    let closed = db.close().await.map_err(StoreError::from);
    outcome.and(closed)
}

fn quiet(mut options: ConnectOptions) -> ConnectOptions {
    // Whoever calls logs the failure once; statements of a load would drown it.
    options.sqlx_logging(false);
    options.acquire_timeout(Duration::from_secs(10));
    options
}

fn memory_options() -> ConnectOptions {
    let mut options = quiet(ConnectOptions::new("sqlite::memory:"));
    // Each connection has a memory of its own, so there is one and it stays.
    options
        .min_connections(1)
        .max_connections(1)
        .idle_timeout(None)
        .max_lifetime(None)
        .map_sqlx_sqlite_opts(|options| options.foreign_keys(true));
    options
}

fn file_options(path: &Path, mode: Mode) -> ConnectOptions {
    let path = path.to_owned();
    // The address is only to choose the driver: a path may hold what an
    // address would read as something else.
    let mut options = quiet(ConnectOptions::new("sqlite://file"));
    options
        .max_connections(if mode == Mode::Work { 8 } else { 1 })
        .map_sqlx_sqlite_opts(move |options| {
            let options = options
                .filename(&path)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(10));
            match mode {
                Mode::Look => options,
                Mode::Work => options
                    .journal_mode(SqliteJournalMode::Wal)
                    .synchronous(SqliteSynchronous::Full),
            }
        });
    options
}

/// Makes the file if it is missing; whether it holds a database already.
fn prepare_file(path: &Path) -> Result<bool, StoreError> {
    let folder = Address::folder(path);
    if !folder.is_dir() {
        return Err(StoreError::NoFolder {
            folder: folder.to_owned(),
        });
    }
    let no_access = |source| StoreError::NoAccess {
        path: path.to_owned(),
        source,
    };
    match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(_) => return Ok(false),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        Err(error) => return Err(no_access(error)),
    }
    let mut file = OpenOptions::new()
        .read(true)
        .write(true)
        .open(path)
        .map_err(no_access)?;
    match head(&mut file).map_err(no_access)? {
        head if head.is_empty() => Ok(false),
        head if head == SQLITE_MAGIC => Ok(true),
        _ => Err(StoreError::NotSqlite {
            path: path.to_owned(),
        }),
    }
}

fn head(file: &mut File) -> std::io::Result<Vec<u8>> {
    let mut head = Vec::new();
    file.take(16).read_to_end(&mut head)?;
    Ok(head)
}

/// Refuses a database of another program, and one that a newer version of this one has used.
pub(super) async fn refuse_foreign(
    address: &Address,
    db: &DatabaseConnection,
) -> Result<(), StoreError> {
    let tables = tables(db).await?;
    // A start that was cut off before its first migration leaves only that table.
    let Some(first) = tables.iter().find(|table| *table != APPLIED) else {
        return Ok(());
    };
    if !tables.iter().any(|table| table == "installation") || !is_marked(db).await {
        return Err(StoreError::NotOurs {
            address: address.to_string(),
            table: first.clone(),
        });
    }
    let known = known();
    let migrations: Vec<String> = applied(db)
        .await?
        .into_iter()
        .filter(|name| !known.contains(name))
        .collect();
    if migrations.is_empty() {
        Ok(())
    } else {
        Err(StoreError::Newer {
            address: address.to_string(),
            migrations,
        })
    }
}

/// Whether our mark is there. Another program may have a table of that name
/// with other columns, so a failure is a no.
pub(super) async fn is_marked(db: &DatabaseConnection) -> bool {
    let sql = "SELECT value FROM installation WHERE key = 'application'";
    texts(db, sql)
        .await
        .is_ok_and(|values| values == ["throughcare"])
}

async fn tables(db: &DatabaseConnection) -> Result<Vec<String>, DbErr> {
    let sql = match db.get_database_backend() {
        DbBackend::Postgres => {
            "SELECT CAST(table_name AS TEXT) FROM information_schema.tables \
             WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY 1"
        }
        _ => {
            "SELECT name FROM sqlite_master \
             WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY 1"
        }
    };
    texts(db, sql).await
}

/// The first column of what a statement answers.
pub(super) async fn texts<C: ConnectionTrait>(db: &C, sql: &str) -> Result<Vec<String>, DbErr> {
    let statement = Statement::from_string(db.get_database_backend(), sql);
    db.query_all_raw(statement)
        .await?
        .iter()
        .map(|row| row.try_get_by_index(0))
        .collect()
}
