//! The application under test.

use std::future::Future;
use std::sync::{Arc, LazyLock, OnceLock};

use async_graphql::{Request, Variables};
use chrono::{DateTime, Utc};
use planning::atlas::Atlas;
use throughcare::app::App;
use throughcare::auth::Viewer;
use throughcare::clock::FixedClock;
use throughcare::starter::LoadReport;

use crate::db::{Engine, empty_store, engines};
use crate::reply::Reply;

/// The day on which tests are run: the date of the starter register.
pub const TODAY: &str = "2026-11-22T12:00:00Z";

static RUNTIME: LazyLock<tokio::runtime::Runtime> = LazyLock::new(|| {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .expect("a runtime")
});

/// Runs a future to its end.
pub fn run<T>(future: impl Future<Output = T>) -> T {
    RUNTIME.block_on(future)
}

/// Where databases are asked. A connection that another runtime has used ends with it, and with it a
/// database in memory.
pub fn runtime() -> tokio::runtime::Handle {
    RUNTIME.handle().clone()
}

/// The clock of tests.
pub fn clock() -> FixedClock {
    let now: DateTime<Utc> = TODAY.parse().expect("an instant");
    FixedClock(now)
}

/// The longest page of tests.
pub const MAX_PAGE: usize = 200;

/// An application on a database of its own.
pub struct TestApp {
    /// The application.
    pub app: Arc<App>,
    /// What the first load did.
    pub report: LoadReport,
    /// The engine of its database.
    pub engine: Engine,
}

impl TestApp {
    /// Starts on an empty database: the starter register is loaded.
    pub async fn start(engine: Engine) -> Self {
        let store = empty_store(engine).await;
        let (app, report) = App::start(store, Arc::new(clock()), MAX_PAGE, &mut |_| {})
            .await
            .expect("the application to start");
        Self {
            app: Arc::new(app),
            report: report.expect("an empty register to be loaded"),
            engine,
        }
    }

    /// The Atlas.
    pub fn atlas(&self) -> Arc<Atlas> {
        self.app.atlas()
    }

    /// Asks.
    pub fn ask(&self, query: &str) -> Reply {
        self.ask_with(query, serde_json::Value::Null)
    }

    /// Asks with variables.
    pub fn ask_with(&self, query: &str, variables: serde_json::Value) -> Reply {
        let request = Request::new(query).variables(Variables::from_json(variables));
        Reply(run(self.app.execute(request, Viewer::public())))
    }
}

/// The starter register on SQLite, loaded once and only read.
pub fn reading() -> &'static TestApp {
    static SQLITE: OnceLock<TestApp> = OnceLock::new();
    SQLITE.get_or_init(|| run(TestApp::start(Engine::Sqlite)))
}

/// The starter register on every engine, each loaded once and only read.
pub fn each_engine() -> Vec<&'static TestApp> {
    static POSTGRES: OnceLock<TestApp> = OnceLock::new();
    engines()
        .into_iter()
        .map(|engine| match engine {
            Engine::Sqlite => reading(),
            Engine::Postgres => POSTGRES.get_or_init(|| run(TestApp::start(Engine::Postgres))),
        })
        .collect()
}
