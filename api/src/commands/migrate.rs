//! `throughcare migrate`: brings the tables up to date.

use super::{Failure, print};
use crate::{
    config::Config,
    store::{Store, StoreError},
};

pub async fn run(config: Config) -> Result<(), Failure> {
    let (_, applied) = migrated(&config)
        .await
        .map_err(|error| Failure::because(&error))?;
    let database = &config.database;
    print(&match applied.len() {
        0 => format!("The tables of {database} are up to date: nothing to apply.\n"),
        n => format!("Applied {n} to {database}:\n  {}\n", applied.join("\n  ")),
    })
}

/// The database, its tables up to date, and the names of what was applied for it.
pub async fn migrated(config: &Config) -> Result<(Store, Vec<String>), StoreError> {
    let store = Store::open(config.database.address()).await?;
    let pending = store.pending_migrations().await?;
    store.migrate().await?;
    Ok((store, pending))
}
