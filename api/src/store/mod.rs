//! The only place that speaks to the database.
//!
//! It opens it, migrates it, loads the [`Atlas`] from it and writes to it. SQLite in a file or in
//! memory and PostgreSQL behave alike.
//!
//! [`Atlas`]: planning::atlas::Atlas

mod address;
mod atlas;
mod backup;
mod error;
mod group;
mod history;
mod open;
mod proposals;
mod record;
mod restore;
#[cfg(test)]
mod tests;
mod write;

use migration::{Migrator, MigratorTrait};
use sea_orm::{
    AccessMode, DatabaseConnection, DatabaseTransaction, DbBackend, EntityTrait, IsolationLevel,
    QuerySelect, SqliteTransactionMode, TransactionOptions, TransactionTrait,
};

pub use atlas::{Edited, replay};
pub use backup::{BackupError, Found, Holds, backup};
pub use error::{RowFault, StoreError};
pub use group::Group;
pub use history::{Change, ChangePage};
pub use proposals::{Proposal, Receipt};
pub use record::{Edit, Mark, Record, table_named};
pub use restore::Backup;
pub use write::{LatestChange, Occasion, Writing};

use address::Address;

/// An open database.
#[derive(Clone, Debug)]
pub struct Store {
    db: DatabaseConnection,
}

impl Store {
    /// Opens a database: a file path or `sqlite:PATH` (made if missing), `sqlite::memory:` or
    /// `postgres://…`. Refused, and left as it is: a database of another program, and one that a
    /// newer version of this program has used.
    pub async fn open(address: &str) -> Result<Self, StoreError> {
        let address = Address::parse(address)?;
        let db = open::open(&address).await?;
        Ok(Self { db })
    }

    /// Runs the migrations that are pending.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        Ok(Migrator::up(&self.db, None).await?)
    }

    /// Names of the migrations that are not yet run, oldest first.
    pub async fn pending_migrations(&self) -> Result<Vec<String>, StoreError> {
        let applied = open::applied(&self.db).await?;
        let mut names = open::known();
        names.retain(|name| !applied.contains(name));
        Ok(names)
    }

    /// Whether the register holds no area yet.
    pub async fn is_empty(&self) -> Result<bool, StoreError> {
        let first = entity::area::Entity::find().limit(1).one(&self.db).await?;
        Ok(first.is_none())
    }

    /// How often the register was written to: the sum of the revisions of its groups of tables,
    /// so that every committed change raises it.
    pub async fn revision(&self) -> Result<u64, StoreError> {
        Ok(group::revision(&self.db).await?)
    }

    /// Begins a change, after those that began before it. Nothing is written until it is committed.
    pub async fn write(&self, occasion: Occasion) -> Result<Writing, StoreError> {
        // A deferred transaction that reads first could fail when it comes to write.
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let txn = self.db.begin_with_options(options).await?;
        group::lock(&txn).await?;
        Ok(Writing::new(txn, occasion))
    }

    /// Calls back for every SQL statement that runs from now on.
    pub fn on_statement(&mut self, call: impl Fn() + Send + Sync + 'static) {
        self.db.set_metric_callback(move |_| call());
    }

    /// Closes every connection, after the work in them is done.
    pub async fn close(self) -> Result<(), StoreError> {
        Ok(self.db.close().await?)
    }

    /// A transaction in which every read sees the same moment.
    async fn snapshot(&self) -> Result<DatabaseTransaction, StoreError> {
        // SQLite reads like that without being asked.
        let options = match self.db.get_database_backend() {
            DbBackend::Postgres => TransactionOptions {
                isolation_level: Some(IsolationLevel::RepeatableRead),
                access_mode: Some(AccessMode::ReadOnly),
                ..TransactionOptions::default()
            },
            _ => TransactionOptions::default(),
        };
        Ok(self.db.begin_with_options(options).await?)
    }
}
