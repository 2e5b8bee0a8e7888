//! `throughcare migrate`: brings the tables up to date.

use super::Failure;
use crate::{
    config::Config,
    store::{Store, StoreError},
};

pub async fn run(config: Config) -> Result<(), Failure> {
    let (_, applied) = migrated(&config)
        .await
        .map_err(|error| Failure::because(&error))?;
    match applied.len() {
        0 => println!(
            "The tables of {} are up to date: nothing to apply.",
            config.database
        ),
        n => println!(
            "Applied {n} to {}:\n  {}",
            config.database,
            applied.join("\n  ")
        ),
    }
    Ok(())
}

/// The database, its tables up to date, and the names of what was applied for it.
pub async fn migrated(config: &Config) -> Result<(Store, Vec<String>), StoreError> {
    let store = Store::open(config.database.address()).await?;
    let pending = store.pending_migrations().await?;
    store.migrate().await?;
    Ok((store, pending))
}
