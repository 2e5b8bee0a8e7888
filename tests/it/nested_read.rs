//! A nested read runs no SQL.

use async_graphql::Request;
use tests::statements::StatementCount;

const NESTED: &str = r#"{ areas(first: 20, filter: {kind: [POLICE_FORCE]}) { nodes { name
    services(first: 20) { nodes { title providers { name } commissioners { name } } } } } }"#;

#[test]
fn a_nested_read_runs_no_sql() {
    // A runtime on this thread, so that everything logs to this thread's count.
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let app = tests::TestApp::start(tests::db::Engine::Sqlite).await.app;
        let count = StatementCount::begin();
        let response = app.execute(Request::new(NESTED)).await;
        assert!(response.errors.is_empty(), "{:?}", response.errors);
        let areas = serde_json::to_value(&response.data).expect("JSON");
        let services: usize = areas["areas"]["nodes"]
            .as_array()
            .expect("areas")
            .iter()
            .map(|area| area["services"]["nodes"].as_array().map_or(0, Vec::len))
            .sum();
        assert!(
            services > 200,
            "only {services} services: too few to show anything"
        );
        assert_eq!(count.so_far(), 0, "statements ran: the read left the Atlas");
        // The count itself works: asking the database for its revision is counted.
        app.store().revision().await.expect("a revision");
        assert!(count.so_far() > 0, "the statement count counts nothing");
    });
}
