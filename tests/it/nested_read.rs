//! A nested read runs no SQL.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use async_graphql::Request;
use tests::app::{MAX_PAGE, clock};
use tests::db::{Engine, empty_store};
use throughcare::app::App;
use throughcare::auth::Viewer;

const NESTED: &str = r#"{ areas(first: 20, filter: {kind: [POLICE_FORCE]}) { nodes { name
    services(first: 20) { nodes { title providers { name } commissioners { name } } } } } }"#;

#[test]
fn a_nested_read_runs_no_sql() {
    tests::app::run(async {
        let statements = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&statements);
        let mut store = empty_store(Engine::Sqlite).await;
        store.on_statement(move || {
            counted.fetch_add(1, Ordering::SeqCst);
        });
        let (app, _) = App::start(store, Arc::new(clock()), MAX_PAGE, &mut |_| {})
            .await
            .expect("the application to start");
        let before = statements.load(Ordering::SeqCst);
        assert!(
            before > 0,
            "loading ran no statement: the count counts nothing"
        );

        let response = app.execute(Request::new(NESTED), Viewer::public()).await;
        assert!(response.errors.is_empty(), "{:?}", response.errors);
        let data = serde_json::to_value(&response.data).expect("JSON");
        let services: usize = data["areas"]["nodes"]
            .as_array()
            .expect("areas")
            .iter()
            .map(|area| area["services"]["nodes"].as_array().map_or(0, Vec::len))
            .sum();
        assert!(
            services > 200,
            "only {services} services: too few to show anything"
        );
        let ran = statements.load(Ordering::SeqCst) - before;
        assert_eq!(ran, 0, "statements ran: the read left the Atlas");
    });
}
