//! Over HTTP: what only the whole server shows, on the real register.

use actix_web::http::StatusCode;
use actix_web::test::TestRequest;
use serde_json::{Value, json};
use tests::reading;
use tests::served;
use throughcare::config::Config;
use throughcare::http::AppState;

/// Sends requests to the server one after another; gives statuses and bodies.
fn send(requests: Vec<TestRequest>) -> Vec<(StatusCode, String)> {
    // The register is loaded on the harness's runtime, before another begins.
    let app = reading().app.clone();
    let ready = |state: AppState| {
        state.ready(app);
        state
    };
    let answers = served::send(Config::for_tests(), ready, requests).into_iter();
    let pairs = answers.map(|answer| {
        let status = StatusCode::from_u16(answer.status).expect("a status");
        (status, String::from_utf8_lossy(&answer.body).into_owned())
    });
    pairs.collect()
}

fn ask(query: &str) -> TestRequest {
    TestRequest::post()
        .uri("/graphql")
        .insert_header(("accept", "application/graphql-response+json"))
        .set_json(json!({ "query": query }))
}

fn parsed(body: &str) -> Value {
    serde_json::from_str(body).expect("JSON")
}

#[test]
fn a_question_is_answered_and_names_the_revision() {
    let replies = send(vec![ask(r#"{ area(code: "E06000042") { name } }"#)]);
    let (status, body) = &replies[0];
    assert_eq!(*status, StatusCode::OK);
    let reply = parsed(body);
    assert_eq!(reply["data"]["area"]["name"], "Milton Keynes");
    assert!(reply["extensions"]["revision"].as_u64() > Some(0));
}

#[test]
fn the_readme_questions_are_within_the_limits() {
    let readme = include_str!("../../README.md");
    let queries = readme.split("```graphql\n").skip(1);
    let queries = queries.map(|rest| rest.split("```").next().expect("a query"));
    for (status, body) in send(queries.map(ask).collect()) {
        assert_eq!(status, StatusCode::OK, "{body}");
        assert!(parsed(&body)["errors"].is_null(), "{body}");
    }
}

#[test]
fn bad_input_is_told_by_field_and_code_without_an_echo() {
    for (query, code, told) in [
        (
            "{ areas(first: 100000) { totalCount } }",
            "PAGE_TOO_LARGE",
            "1 to 200",
        ),
        (
            r#"{ area(code: "E07000026", asOf: "2026-11-22") { name } }"#,
            "NOT_ON_DATE",
            "Cumberland",
        ),
        (r#"{ area(code: "E99") { name } }"#, "UNKNOWN_CODE", "E99"),
        (
            r#"{ area(code: "E06000042", asOf: "2026-13-01") { name } }"#,
            "BAD_INPUT",
            "YYYY-MM-DD",
        ),
        ("{ nothing }", "VALIDATION_ERROR", "nothing"),
        (
            "{ services(first: 200) { nodes { areas { parents { parents { name } } } } } }",
            "QUERY_TOO_COSTLY",
            "50000",
        ),
        (
            "{ a: register(knownAt: {revision: 1}) { revision } b: register { revision } }",
            "BAD_INPUT",
            "one moment",
        ),
        (
            "{ register(knownAt: {revision: 999999}) { revision } }",
            "BAD_INPUT",
            "no revision 999999",
        ),
        (
            "{ proposals { totalCount } }",
            "UNAUTHENTICATED",
            "send a token",
        ),
        ("{ area(", "PARSE_ERROR", ""),
    ] {
        let replies = send(vec![ask(query)]);
        let reply = parsed(&replies[0].1);
        assert_eq!(
            reply["errors"][0]["extensions"]["code"], code,
            "{query}: {reply}"
        );
        let message = reply["errors"][0]["message"].as_str().expect("a message");
        assert!(message.contains(told), "{query}: {message}");
        assert!(message.len() <= 400, "{query}: {message}");
    }
}

#[test]
fn the_page_the_schema_and_health_are_served() {
    let get = |path: &str| TestRequest::get().uri(path);
    let replies = send(vec![
        get("/"),
        get("/schema.graphql"),
        get("/questions.json"),
        get("/healthz"),
        get("/readyz"),
        get("/nothing-here"),
    ]);
    let statuses: Vec<u16> = replies.iter().map(|(status, _)| status.as_u16()).collect();
    assert_eq!(statuses, [200, 200, 200, 200, 200, 404]);
    assert_eq!(replies[1].1, include_str!("../../schema.graphql"));
    let questions = parsed(&replies[2].1);
    assert!(questions.as_array().expect("questions").len() >= 3);
}
