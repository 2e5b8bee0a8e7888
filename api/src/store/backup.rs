//! A backup of a SQLite file, taken while others read and write it.

use std::fs::File;
use std::path::{Path, PathBuf};

use entity::change;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbErr, EntityTrait, PaginatorTrait, QueryOrder,
    QuerySelect, Statement,
};

use super::address::Address;
use super::error::StoreError;
use super::{group, open};

/// What a database holds, in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holds {
    /// The revision.
    pub revision: u64,
    /// Rows of history.
    pub history: u64,
    /// When the latest change was made, as history has it; `None` before the first.
    pub changed: Option<String>,
    /// The size of its file.
    pub bytes: u64,
}

/// What was found in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// No database, or nothing in it.
    Nothing,
    /// A register whose tables an earlier version of the program made: what it holds is told once
    /// they are brought up to date.
    Earlier,
    /// A register.
    Register(Holds),
}

/// Why there is no backup, or nothing was restored from it.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// It can only be done with a SQLite file.
    #[error("{0}")]
    NotAFile(&'static str),
    /// There is no such file.
    #[error("there is no {what} {}: name one that is there", .path.display())]
    Missing {
        /// What was looked for.
        what: &'static str,
        /// Where.
        path: PathBuf,
    },
    /// The backup would be written over a file.
    #[error("{} is there already: name another file, or give --force to write over it", .0.display())]
    Exists(PathBuf),
    /// The backup and the database are one file.
    #[error("{} is the database itself: name another file for the backup", .0.display())]
    Itself(PathBuf),
    /// A path that SQLite cannot be given.
    #[error("the path {} is not UTF-8: name another file", .0.display())]
    NotUtf8(PathBuf),
    /// What is in the file is not a whole backup of ours.
    #[error("{} is no backup that can be relied on: {fault}; take another one", .file.display())]
    Unsound {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        fault: String,
    },
    /// A file beside another in use, which would have to be copied with it.
    #[error(
        "{} is in use, or was not closed (there is {}): name a file that `throughcare backup` made",
        .file.display(), .beside.display()
    )]
    NotClosed {
        /// The file.
        file: PathBuf,
        /// The file beside it.
        beside: PathBuf,
    },
    /// A file could not be read or written.
    #[error("cannot {doing} {}: {source}", .path.display())]
    Io {
        /// What was tried.
        doing: &'static str,
        /// With which file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<DbErr> for BackupError {
    fn from(error: DbErr) -> Self {
        Self::Store(error.into())
    }
}

const USE_PG_DUMP: &str = "the database is PostgreSQL, which has tools of its own: back it up with \
     pg_dump --format=custom --file=FILE and put it back with pg_restore --clean --if-exists FILE";
const IN_MEMORY: &str = "the database is in memory and ends with the program that holds it: name a \
     SQLite file with --database";

/// Copies a database as it is at one moment into `file`, whoever else reads and writes it. The
/// copy is checked and on the disk before it gets its name; `replace` lets it take the place of
/// another file.
pub async fn backup(address: &str, file: &Path, replace: bool) -> Result<Found, BackupError> {
    let database = sqlite_file(address)?;
    if !database.is_file() {
        let (what, path) = ("database", database);
        return Err(BackupError::Missing { what, path });
    }
    refuse_itself(&database, file)?;
    if !replace && file.exists() {
        return Err(BackupError::Exists(file.to_owned()));
    }
    let folder = Address::folder(file);
    let io = |doing| {
        let path = file.to_owned();
        move |source| BackupError::Io {
            doing,
            path,
            source,
        }
    };
    // Removed again unless it gets its name. Only its owner may read it.
    let partial = tempfile::Builder::new()
        .prefix(".throughcare-")
        .suffix(".partial")
        .tempfile_in(folder)
        .map_err(io("write a backup to the folder of"))?;
    copy(&database, partial.path()).await?;
    let found = check(file, partial.path()).await?;
    partial.as_file().sync_all().map_err(io("write"))?;
    let placed = if replace {
        partial.persist(file)
    } else {
        partial.persist_noclobber(file)
    };
    placed.map_err(|error| match error.error.kind() {
        std::io::ErrorKind::AlreadyExists => BackupError::Exists(file.to_owned()),
        _ => io("name")(error.error),
    })?;
    // The name is a line of the folder, which has to reach the disk as well.
    if cfg!(unix) {
        File::open(folder)
            .and_then(|folder| folder.sync_all())
            .map_err(io("write the folder of"))?;
    }
    Ok(found)
}

/// The path of a SQLite database.
pub(super) fn sqlite_file(address: &str) -> Result<PathBuf, BackupError> {
    match Address::parse(address)? {
        Address::File(path) => Ok(path),
        Address::Memory => Err(BackupError::NotAFile(IN_MEMORY)),
        Address::Postgres(_) => Err(BackupError::NotAFile(USE_PG_DUMP)),
    }
}

/// Refuses to write a file over itself, however the two paths are spelled.
pub(super) fn refuse_itself(database: &Path, file: &Path) -> Result<(), BackupError> {
    match (database.canonicalize(), file.canonicalize()) {
        (Ok(one), Ok(other)) if one == other => Err(BackupError::Itself(file.to_owned())),
        _ => Ok(()),
    }
}

/// Text for a statement that names a file.
pub(super) fn utf8(path: &Path) -> Result<String, BackupError> {
    match path.to_str() {
        Some(text) => Ok(text.to_owned()),
        None => Err(BackupError::NotUtf8(path.to_owned())),
    }
}

/// Checks that a file is whole and ours and no newer than this program; `file` is its name for
/// people.
pub(super) async fn check(file: &Path, path: &Path) -> Result<Found, BackupError> {
    let db = open::look(path).await.map_err(|error| match error {
        // Told of the file that was named, not of the copy.
        StoreError::Connect { source, .. } => {
            unsound(file, format!("it cannot be read ({source})"))
        }
        error => error.into(),
    })?;
    let checked = async {
        check_open(file, &db).await?;
        find(path, &db).await
    }
    .await;
    db.close().await?;
    checked
}

/// What is in an open database of ours.
pub(super) async fn find(path: &Path, db: &DatabaseConnection) -> Result<Found, BackupError> {
    if open::applied(db).await?.len() < open::known().len() {
        return Ok(Found::Earlier);
    }
    let holds = holds(path, db).await?;
    let is_new = holds.revision == 0 && holds.history == 0;
    Ok(if is_new {
        Found::Nothing
    } else {
        Found::Register(holds)
    })
}

/// What an open database of this version holds.
pub(super) async fn holds(path: &Path, db: &DatabaseConnection) -> Result<Holds, DbErr> {
    let changed: Option<String> = change::Entity::find()
        .select_only()
        .column(change::Column::At)
        .order_by_desc(change::Column::Id)
        .into_tuple()
        .one(db)
        .await?;
    Ok(Holds {
        revision: group::revision(db).await?,
        history: change::Entity::find().count(db).await?,
        changed,
        bytes: std::fs::metadata(path).map_or(0, |found| found.len()),
    })
}

async fn copy(database: &Path, to: &Path) -> Result<(), BackupError> {
    let to = utf8(to)?;
    let db = open::look(database).await?;
    let copied = async {
        open::refuse_foreign(&Address::File(database.to_owned()), &db).await?;
        let backend = db.get_database_backend();
        let statement = Statement::from_sql_and_values(backend, "VACUUM INTO ?", [to.into()]);
        db.execute_raw(statement).await?;
        Ok(())
    }
    .await;
    db.close().await?;
    copied
}

async fn check_open(file: &Path, db: &DatabaseConnection) -> Result<(), BackupError> {
    let unsound = |fault| unsound(file, fault);
    let broken = |error: DbErr| unsound(format!("it cannot be read ({error})"));
    let faults = open::texts(db, "PRAGMA integrity_check")
        .await
        .map_err(broken)?;
    if faults != ["ok"] {
        let first = faults.first().map_or("no answer", String::as_str);
        return Err(unsound(format!("it is damaged ({first})")));
    }
    open::refuse_foreign(&Address::File(file.to_owned()), db).await?;
    if !open::is_marked(db).await {
        return Err(unsound("it holds no register".to_owned()));
    }
    let dangling = open::texts(db, "PRAGMA foreign_key_check")
        .await
        .map_err(broken)?;
    if let Some(table) = dangling.first() {
        let count = dangling.len();
        return Err(unsound(format!(
            "{count} of its rows name others that are not there (the first in {table})"
        )));
    }
    Ok(())
}

fn unsound(file: &Path, fault: String) -> BackupError {
    let file = file.to_owned();
    BackupError::Unsound { file, fault }
}
