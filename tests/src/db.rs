//! Databases for tests: SQLite always, PostgreSQL where one is given.

use std::sync::atomic::{AtomicU32, Ordering};

use sea_orm::{ConnectionTrait, Database};
use throughcare::store::Store;
use tokio::sync::OnceCell;

use crate::small;

/// Names the server on which tests make their databases.
pub const POSTGRES: &str = "THROUGHCARE_TEST_POSTGRES";

static MADE: AtomicU32 = AtomicU32::new(0);

/// The engines that tests run on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// In memory.
    Sqlite,
    /// On the server that `THROUGHCARE_TEST_POSTGRES` names.
    Postgres,
}

/// The engines to be had. Under `CI=true` a missing PostgreSQL is a failure.
pub fn engines() -> Vec<Engine> {
    if postgres_server().is_some() {
        return vec![Engine::Sqlite, Engine::Postgres];
    }
    assert!(
        variable("CI").as_deref() != Some("true"),
        "If you are here because CI has no PostgreSQL: set {POSTGRES} to a server's address; .ci/run starts one."
    );
    vec![Engine::Sqlite]
}

/// A migrated database without a row.
pub async fn empty_store(engine: Engine) -> Store {
    let address = match engine {
        Engine::Sqlite => "sqlite::memory:".to_owned(),
        Engine::Postgres => new_postgres_database().await,
    };
    let store = Store::open(&address).await.expect("a database to open");
    store.migrate().await.expect("the migrations to run");
    store
}

/// A database that holds the small register.
pub async fn small_store(engine: Engine) -> Store {
    let address = match engine {
        Engine::Sqlite => {
            let store = empty_store(engine).await;
            small::fill(&store).await;
            return store;
        }
        Engine::Postgres => new_small_postgres_database().await,
    };
    Store::open(&address).await.expect("a database to open")
}

/// A new database on the test server with the small register, copied from one that is made once.
pub async fn new_small_postgres_database() -> String {
    static PREPARED: OnceCell<String> = OnceCell::const_new();
    let prepare = async || {
        let address = new_postgres_database().await;
        let store = Store::open(&address).await.expect("a database to open");
        store.migrate().await.expect("the migrations to run");
        small::fill(&store).await;
        // Nobody may be connected to what is copied.
        store.close().await.expect("the connections to close");
        address
    };
    let prepared = PREPARED.get_or_init(prepare).await;
    let (_, name) = prepared
        .rsplit_once('/')
        .expect("an address with a database");
    make_database(&format!("TEMPLATE {name}")).await
}

/// A new database on the test server. Those of earlier runs are swept first,
/// so a crash leaves nothing behind for long.
pub async fn new_postgres_database() -> String {
    make_database("").await
}

async fn make_database(how: &str) -> String {
    let server = postgres_server().expect("a PostgreSQL server");
    let number = MADE.fetch_add(1, Ordering::SeqCst);
    let name = format!("throughcare_test_{}_{number}", std::process::id());
    let db = Database::connect(&server)
        .await
        .expect("the PostgreSQL server to answer");
    db.execute_unprepared(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        .await
        .expect("an old database to go");
    db.execute_unprepared(&format!("CREATE DATABASE {name} {how}"))
        .await
        .expect("a new database");
    db.close().await.expect("the connection to close");
    let (base, _) = server.rsplit_once('/').expect("an address with a database");
    format!("{base}/{name}")
}

fn postgres_server() -> Option<String> {
    variable(POSTGRES).filter(|address| !address.is_empty())
}

/// A variable of the test run.
#[expect(
    clippy::disallowed_methods,
    reason = "the harness is told where to test"
)]
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}
