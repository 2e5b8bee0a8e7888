//! The dashboard as the server serves it. Where it was built without Node there is none, and these
//! tests look at what it says instead.

use actix_web::test::TestRequest;
use serde_json::{Value, json};
use tests::reading;
use tests::served::{self, Answer};
use throughcare::config::Config;
use throughcare::config::documents::Public;
use throughcare::dashboard;
use throughcare::http::AppState;

/// Sends requests to a server where the public may ask what is trusted, and nothing else.
fn send(requests: Vec<TestRequest>) -> Vec<Answer> {
    let app = reading().app.clone();
    let mut config = Config::for_tests();
    config.documents.public = Public::Trusted;
    config.limits.rate_cost = 0;
    let ready = |state: AppState| {
        state.ready(app);
        state
    };
    served::send(config, ready, requests)
}

fn code(answer: &Answer) -> String {
    let code = answer.json()["errors"][0]["extensions"]["code"].clone();
    code.as_str().unwrap_or("none").to_owned()
}

fn get(path: &str) -> TestRequest {
    TestRequest::get().uri(path)
}

fn page(path: &str) -> TestRequest {
    get(path).insert_header(("accept", "text/html,application/xhtml+xml,*/*;q=0.8"))
}

fn ask(body: Value) -> TestRequest {
    TestRequest::post()
        .uri("/graphql")
        .insert_header(("accept", "application/graphql-response+json"))
        .set_json(body)
}

#[test]
fn pages_ask_by_hash_where_only_trusted_documents_may_be_asked() {
    let known = dashboard::documents();
    let by_hash = known.keys().map(|hash| {
        let id = format!("sha256:{hash}");
        ask(json!({ "documentId": id }))
    });
    let answers = send(by_hash.collect());
    for (answer, text) in answers.iter().zip(known.values()) {
        let code = code(answer);
        let is_refused = ["DOCUMENT_NOT_TRUSTED", "PERSISTED_QUERY_NOT_FOUND"];
        assert!(!is_refused.contains(&code.as_str()), "{code}: {text}");
        // Most want variables or a token; who one is can always be asked.
        if text.starts_with("query Who ") {
            assert_eq!((answer.status, code.as_str()), (200, "none"), "{text}");
        }
    }
    let asks_who = known.values().any(|text| text.starts_with("query Who "));
    assert_eq!(asks_who, dashboard::why_not().is_none());

    let unknown = format!("sha256:{}", "0".repeat(64));
    let others = send(vec![
        ask(json!({ "query": "{ __typename }" })),
        ask(json!({ "documentId": unknown })),
        ask(json!({ "query": "{ register { revision } }" })),
    ]);
    let codes: Vec<String> = others.iter().map(code).collect();
    assert_eq!(
        codes,
        [
            "DOCUMENT_NOT_TRUSTED",
            "PERSISTED_QUERY_NOT_FOUND",
            "DOCUMENT_NOT_TRUSTED"
        ]
    );
    let texts = known
        .values()
        .take(3)
        .map(|text| ask(json!({ "query": text })));
    for answer in send(texts.collect()) {
        assert_ne!(
            code(&answer),
            "DOCUMENT_NOT_TRUSTED",
            "the text itself is known too"
        );
    }
}

#[test]
fn only_the_query_editor_may_have_inline_styles() {
    let files = dashboard::files().iter().map(|file| match file.path {
        "/graphiql.html" => "/graphiql".to_owned(),
        path => path.to_owned(),
    });
    let files = files.filter(|path| path != "/index.html");
    let routes = dashboard::routes().map(|route| {
        let parts = route
            .split('/')
            .map(|part| if part.starts_with(':') { "x" } else { part });
        parts.collect::<Vec<_>>().join("/")
    });
    let others = [
        "/",
        "/query",
        "/healthz",
        "/nowhere",
        "/schema.graphql",
        "/boundaries",
    ];
    let paths: Vec<String> = files
        .chain(routes)
        .chain(others.map(str::to_owned))
        .collect();
    let answers = send(paths.iter().map(|path| page(path)).collect());
    let mut editors = 0;
    for (path, answer) in paths.iter().zip(&answers) {
        let policy = answer.header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self'; "),
            "{path}: {policy}"
        );
        assert!(
            !policy.contains("unsafe-eval") && !policy.contains("http"),
            "{path}: {policy}"
        );
        let is_editor = path == "/graphiql";
        assert_eq!(
            policy.contains("style-src 'self' 'unsafe-inline'"),
            is_editor,
            "{path}"
        );
        assert_eq!(
            policy.matches("unsafe").count(),
            usize::from(is_editor),
            "{path}: {policy}"
        );
        assert_eq!(
            answer.status,
            if path == "/nowhere" { 404 } else { 200 },
            "{path}"
        );
        editors += usize::from(is_editor);
    }
    assert_eq!(editors == 1, dashboard::why_not().is_none());
}

#[test]
fn an_address_that_there_is_none_of_is_404_and_a_page_for_whoever_reads_pages() {
    let paths = [
        "/nowhere",
        "/areas/E06000042/nothing",
        "/sign-in/nothing",
        "/index.html",
    ];
    let for_people = send(paths.map(page).into());
    let for_programs = send(paths.map(get).into());
    for ((path, person), program) in paths.iter().zip(&for_people).zip(&for_programs) {
        assert_eq!((person.status, program.status), (404, 404), "{path}");
        assert_eq!(
            program.header("content-type"),
            "text/plain; charset=utf-8",
            "{path}"
        );
        match dashboard::index() {
            Some(index) => {
                assert_eq!(
                    person.header("content-type"),
                    "text/html; charset=utf-8",
                    "{path}"
                );
                assert_eq!(person.body, index.plain, "{path}");
            }
            None => assert_eq!(person.body, program.body, "{path}"),
        }
    }
}

#[test]
fn the_first_page_is_the_dashboard_or_says_how_to_get_it() {
    let first = &send(vec![page("/")])[0];
    assert_eq!(first.status, 200);
    match dashboard::index() {
        Some(index) => assert_eq!(first.body, index.plain),
        None => {
            let text = String::from_utf8_lossy(&first.body);
            assert!(
                text.contains("touch api/build.rs") && text.contains("npm"),
                "{text}"
            );
        }
    }
}
