//! The migrations make on PostgreSQL what they make on SQLite, and the loaded
//! register is the same on both.

use migration::{Migrator, MigratorTrait};
use sea_orm::Database;
use tests::app::run;
use tests::db::{Engine, engines, new_postgres_database};
use tests::each_engine;

#[test]
fn up_down_up_on_every_engine() {
    for engine in engines() {
        run(async {
            let address = match engine {
                Engine::Sqlite => "sqlite::memory:".to_owned(),
                Engine::Postgres => new_postgres_database().await,
            };
            let mut options = sea_orm::ConnectOptions::new(address);
            options.max_connections(1);
            let db = Database::connect(options).await.expect("a database");
            Migrator::up(&db, None).await.expect("up");
            Migrator::down(&db, None).await.expect("down");
            Migrator::up(&db, None).await.expect("up again");
        });
    }
}

#[test]
fn every_engine_loads_the_same_register() {
    let apps = each_engine();
    let Some(first) = apps.first() else { return };
    for other in &apps {
        let (a, b) = (first.atlas(), other.atlas());
        assert_eq!(a.coverage.len(), b.coverage.len());
        assert!(
            a.coverage
                .iter()
                .zip(b.coverage.iter())
                .all(|((_, x), (_, y))| x == y)
        );
        assert!(
            a.services
                .iter()
                .zip(b.services.iter())
                .all(|((_, x), (_, y))| x == y)
        );
        assert!(
            a.areas
                .iter()
                .zip(b.areas.iter())
                .all(|((_, x), (_, y))| x == y)
        );
        assert!(
            a.evidence
                .iter()
                .zip(b.evidence.iter())
                .all(|((_, x), (_, y))| x == y)
        );
    }
}
