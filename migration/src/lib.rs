//! How the tables came to be: one migration after another, the same on SQLite and PostgreSQL.
//!
//! A migration must mean the same next year, so this crate knows nothing of `entity`. How a table is
//! changed once there is a release is described in `migration/README.md`.

pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::prelude::*;

mod m20261122_000001_create_areas;
mod m20261122_000002_create_vocabulary;
mod m20261122_000003_create_bodies;
mod m20261122_000004_create_services;
mod m20261122_000005_create_records;
mod m20261122_000006_create_history;
mod m20261122_000007_keep_by_many_hands;
mod m20261122_000008_create_funding_streams;
mod m20261122_000009_create_proposals;
mod m20261122_000010_create_money;
mod m20261122_000011_create_openings;
mod m20261122_000012_create_pools;
mod m20261122_000013_create_plans;
mod new_table;

/// All migrations, oldest first. The server runs them when it starts.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261122_000001_create_areas::Migration),
            Box::new(m20261122_000002_create_vocabulary::Migration),
            Box::new(m20261122_000003_create_bodies::Migration),
            Box::new(m20261122_000004_create_services::Migration),
            Box::new(m20261122_000005_create_records::Migration),
            Box::new(m20261122_000006_create_history::Migration),
            Box::new(m20261122_000007_keep_by_many_hands::Migration),
            Box::new(m20261122_000008_create_funding_streams::Migration),
            Box::new(m20261122_000009_create_proposals::Migration),
            Box::new(m20261122_000010_create_money::Migration),
            Box::new(m20261122_000011_create_openings::Migration),
            Box::new(m20261122_000012_create_pools::Migration),
            Box::new(m20261122_000013_create_plans::Migration),
        ]
    }
}
