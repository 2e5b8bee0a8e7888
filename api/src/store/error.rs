//! What can go wrong between the program and its database, told so that the reader can act on it.
//!
//! An address is printed without its password and without its query.

use std::path::PathBuf;

use planning::atlas::BuildError;
use sea_orm::{DbErr, SqlErr};

/// Why the database could not be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The address names a database that we do not speak to.
    #[error(
        "'{scheme}://…' is no database address that Throughcare knows: give a file path, \
         sqlite:PATH, sqlite::memory: or postgres://…"
    )]
    UnknownScheme {
        /// What stands before `://`.
        scheme: String,
    },
    /// The address is empty.
    #[error(
        "the database address is empty: give a file path, sqlite:PATH, sqlite::memory: or postgres://…"
    )]
    EmptyAddress,
    /// The folder of the database file is not there.
    #[error("the folder {} does not exist: make it, or name another place for the database", .folder.display())]
    NoFolder {
        /// The folder.
        folder: PathBuf,
    },
    /// The database file, or its folder, cannot be read and written.
    #[error("cannot read and write the database {}: {source}", .path.display())]
    NoAccess {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file holds something else.
    #[error("{} is not a SQLite database: name another file", .path.display())]
    NotSqlite {
        /// The file.
        path: PathBuf,
    },
    /// The database has tables that Throughcare did not make.
    #[error(
        "{address} is in use by another program (it has the table {table}): name an empty database"
    )]
    NotOurs {
        /// The database, without a password.
        address: String,
        /// The first of its tables.
        table: String,
    },
    /// The database was last used by a newer version of the program.
    #[error(
        "{address} was made by a newer version of Throughcare (this one does not know {}): \
         use that version or a later one", .migrations.join(", ")
    )]
    Newer {
        /// The database, without a password.
        address: String,
        /// The migrations that this version does not know.
        migrations: Vec<String>,
    },
    /// Nothing answers at the address.
    #[error("{address} does not answer: see whether it runs, and whether host and port are right")]
    NoAnswer {
        /// The database, without a password.
        address: String,
    },
    /// The database refuses to be opened.
    #[error("cannot open {address}: {source}")]
    Connect {
        /// The database, without a password.
        address: String,
        /// What it said.
        source: DbErr,
    },
    /// A row holds something that the register does not know.
    #[error(transparent)]
    Row(#[from] RowFault),
    /// A row names another that is not there.
    #[error(transparent)]
    Build(#[from] BuildError),
    /// A row could not be turned into the JSON that history keeps.
    #[error("cannot write {table} row '{row}' to the history: {source}")]
    History {
        /// The table.
        table: &'static str,
        /// The row.
        row: String,
        /// Why.
        source: serde_json::Error,
    },
    /// No table of records has this name.
    #[error("there is no table of records named '{0}'")]
    NoTable(String),
    /// A change of something that its permit does not cover.
    #[error("the permit does not cover {table} rows")]
    NotPermitted {
        /// The table.
        table: &'static str,
    },
    /// A row with the same key is there already.
    #[error("there is such a row already: {0}")]
    Duplicate(String),
    /// A row names another that is not there, or is still named by one.
    #[error("a row names another that is not there: {0}")]
    Dangling(String),
    /// Anything else that the database says.
    #[error("the database failed: {0}")]
    Database(DbErr),
}

/// A value of a row that the register cannot read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{table} row '{row}', column {column}: {fault}")]
pub struct RowFault {
    /// The table.
    pub table: &'static str,
    /// The row.
    pub row: String,
    /// The column.
    pub column: &'static str,
    /// What is wrong and what would be right.
    pub fault: String,
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(what)) => Self::Duplicate(what),
            Some(SqlErr::ForeignKeyConstraintViolation(what)) => Self::Dangling(what),
            _ => Self::Database(error),
        }
    }
}
