use std::sync::Arc;

use actix_web::{
    http::{Method, StatusCode, header},
    test::{TestRequest, call_service, init_service, read_body},
    web::Data,
};
use async_graphql::{EmptySubscription, Object, Request, Response, Schema};
use serde_json::{Value, json};
use tokio::runtime::Handle;

use crate::{
    config::{Config, Limits},
    http::{
        AppState,
        backend::{Answer, Backend},
        build,
    },
};

const RESPONSE: &str = "application/graphql-response+json";
const JSON: &str = "application/json";

struct Query;

#[Object]
impl Query {
    async fn hello(&self, name: Option<String>) -> String {
        format!("hello {}", name.unwrap_or_default())
    }

    async fn broken(&self) -> Result<i32, std::io::Error> {
        Err(std::io::Error::other("SELECT secret FROM us"))
    }

    async fn slow(&self) -> bool {
        tokio::time::sleep(std::time::Duration::from_secs(5)).await;
        true
    }

    async fn again(&self, first: Option<i32>) -> Self {
        let _ = first;
        Self
    }

    async fn nodes(&self) -> Vec<Self> {
        Vec::new()
    }

    async fn parts(&self) -> Vec<Self> {
        Vec::new()
    }
}

struct Mutation;

#[Object]
impl Mutation {
    async fn change(&self) -> bool {
        true
    }
}

struct Tiny {
    schema: Schema<Query, Mutation, EmptySubscription>,
    has_database: bool,
}

impl Backend for Tiny {
    fn execute(self: Arc<Self>, request: Request) -> Answer<Response> {
        Box::pin(async move { self.schema.execute(request).await })
    }

    fn database_answers(self: Arc<Self>) -> Answer<bool> {
        Box::pin(async move { self.has_database })
    }

    fn revision(&self) -> u64 {
        7
    }
}

struct Reply {
    status: StatusCode,
    headers: header::HeaderMap,
    text: String,
}

impl Reply {
    fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("not JSON: {}", self.text))
    }

    fn code(&self) -> String {
        let json = self.json();
        json["errors"][0]["extensions"]["code"]
            .as_str()
            .unwrap_or("none")
            .to_owned()
    }
}

fn schema() -> Schema<Query, Mutation, EmptySubscription> {
    Schema::new(Query, Mutation, EmptySubscription)
}

fn limits() -> Limits {
    let limits = Config::for_tests().limits;
    Limits {
        body_bytes: 20_000,
        request_time: std::time::Duration::from_millis(300),
        ..limits
    }
}

fn state() -> Data<AppState> {
    Data::new(AppState::new(
        limits(),
        schema().sdl(),
        Handle::current(),
        0,
    ))
}

fn ready(has_database: bool) -> Data<AppState> {
    let state = state();
    let schema = schema();
    state.ready(Arc::new(Tiny {
        schema,
        has_database,
    }));
    state
}

async fn send_to(state: Data<AppState>, request: TestRequest) -> Reply {
    let app = init_service(build(state)).await;
    let response = call_service(&app, request.to_request()).await;
    let (status, headers) = (response.status(), response.headers().clone());
    let text = String::from_utf8(read_body(response).await.to_vec()).unwrap();
    Reply {
        status,
        headers,
        text,
    }
}

async fn send(request: TestRequest) -> Reply {
    send_to(ready(true), request).await
}

fn post(accept: &str, body: impl Into<String>) -> TestRequest {
    let request = TestRequest::post()
        .uri("/graphql")
        .insert_header((header::CONTENT_TYPE, JSON));
    request
        .insert_header((header::ACCEPT, accept))
        .set_payload(body.into())
}

fn query(text: &str) -> String {
    json!({ "query": text }).to_string()
}

fn get(query_string: &str) -> TestRequest {
    let uri = format!("/graphql?{query_string}");
    TestRequest::get()
        .uri(&uri)
        .insert_header((header::ACCEPT, RESPONSE))
}

#[actix_web::test]
async fn a_query_is_answered_in_the_accepted_type() {
    for (accept, expected) in [(RESPONSE, RESPONSE), (JSON, JSON), ("*/*", JSON)] {
        let reply = send(post(accept, query("{ hello(name: \"you\") }"))).await;
        assert_eq!(reply.status, 200, "{}", reply.text);
        assert_eq!(
            reply.header("content-type"),
            format!("{expected}; charset=utf-8")
        );
        assert_eq!(reply.json(), json!({ "data": { "hello": "hello you" } }));
        assert_eq!(reply.header("x-throughcare-revision"), "7");
        assert_eq!(reply.header("x-throughcare-cost"), "1");
        assert_eq!(reply.header("cache-control"), "no-store");
    }
}

#[actix_web::test]
async fn a_request_that_is_refused_says_why() {
    let long = query(&"x".repeat(30_000));
    // The body, the status under the newer type and the older, the code.
    for (body, newer, older, code) in [
        ("{ \"not", 400, 400, "BAD_REQUEST"),
        ("", 400, 400, "BAD_REQUEST"),
        ("{}", 400, 400, "BAD_REQUEST"),
        ("{\"query\": 3}", 400, 400, "BAD_REQUEST"),
        (
            "{\"query\": \"{hello}\", \"operationName\": []}",
            400,
            400,
            "BAD_REQUEST",
        ),
        (
            "{\"query\": \"{hello}\", \"variables\": []}",
            400,
            400,
            "BAD_REQUEST",
        ),
        (
            "{\"query\": \"{hello}\", \"extensions\": 1}",
            400,
            400,
            "BAD_REQUEST",
        ),
        ("[{\"query\": \"{hello}\"}]", 400, 400, "BAD_REQUEST"),
        ("{\"query\": \"{\"}", 400, 200, "PARSE_ERROR"),
        ("{\"query\": \"{ nothing }\"}", 400, 200, "VALIDATION_ERROR"),
        (
            "{\"query\": \"{ hello }\", \"operationName\": \"A\"}",
            400,
            200,
            "VALIDATION_ERROR",
        ),
        (
            "{\"query\": \"query A{hello} query B{hello}\"}",
            400,
            200,
            "VALIDATION_ERROR",
        ),
        (
            "{\"query\": \"query($a: String!){ hello(name: $a) }\"}",
            400,
            200,
            "VALIDATION_ERROR",
        ),
        (
            "{\"query\": \"subscription { hello }\"}",
            400,
            200,
            "VALIDATION_ERROR",
        ),
        (&long, 413, 413, "PAYLOAD_TOO_LARGE"),
    ] {
        for (accept, status) in [(RESPONSE, newer), (JSON, older)] {
            let reply = send(post(accept, body)).await;
            assert_eq!(
                (reply.status.as_u16(), reply.code().as_str()),
                (status, code),
                "{body:.80}"
            );
            assert!(reply.json().get("data").is_none(), "{}", reply.text);
            assert!(reply.header("content-type").starts_with(accept));
        }
    }
}

#[actix_web::test]
async fn only_json_is_read() {
    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "",
    ] {
        let request =
            post(RESPONSE, query("{ hello }")).insert_header((header::CONTENT_TYPE, kind));
        let reply = send(request).await;
        assert_eq!(
            (reply.status.as_u16(), reply.code().as_str()),
            (415, "UNSUPPORTED_MEDIA_TYPE")
        );
    }
    let kind = "Application/JSON; charset=UTF-8";
    let request = post(RESPONSE, query("{ hello }")).insert_header((header::CONTENT_TYPE, kind));
    assert_eq!(send(request).await.status, 200);
}

#[actix_web::test]
async fn get_asks_and_changes_nothing() {
    let text = "query=query%20A(%24n%3AString)%7Bhello(name%3A%24n)%7D&operationName=A\
                &variables=%7B%22n%22%3A%22x%22%7D";
    let reply = send(get(text)).await;
    assert_eq!(
        (
            reply.status.as_u16(),
            reply.json()["data"]["hello"].as_str()
        ),
        (200, Some("hello x"))
    );
    for (text, status) in [
        ("query=mutation%7Bchange%7D", 405),
        ("", 400),
        ("query=%7Bhello%7D&query=%7Bhello%7D", 400),
        ("query=%7Bhello%7D&variables=x", 400),
    ] {
        assert_eq!(send(get(text)).await.status.as_u16(), status, "{text}");
    }
    assert_eq!(
        send(get("query=mutation%7Bchange%7D"))
            .await
            .header("allow"),
        "POST"
    );
    assert_eq!(
        send(post(RESPONSE, query("mutation { change }")))
            .await
            .status,
        200
    );
}

#[actix_web::test]
async fn other_methods_are_refused_and_no_other_host_is_let_in() {
    for method in [
        Method::PUT,
        Method::DELETE,
        Method::OPTIONS,
        Method::PATCH,
        Method::HEAD,
    ] {
        let request = TestRequest::with_uri("/graphql").method(method.clone());
        let reply = send(request.insert_header((header::ORIGIN, "http://elsewhere"))).await;
        assert_eq!(
            (reply.status.as_u16(), reply.header("allow")),
            (405, "GET, POST"),
            "{method}"
        );
        assert!(
            !reply
                .headers
                .keys()
                .any(|name| name.as_str().contains("access-control"))
        );
    }
}

#[actix_web::test]
async fn an_accept_that_cannot_be_met_is_refused() {
    let reply = send(post("text/html", query("{ hello }"))).await;
    assert_eq!(
        (reply.status.as_u16(), reply.code().as_str()),
        (406, "NOT_ACCEPTABLE")
    );
}

#[actix_web::test]
async fn a_failed_resolver_keeps_its_reason_to_itself() {
    let reply = send(post(RESPONSE, query("{ hello broken }"))).await;
    assert_eq!(
        (reply.status.as_u16(), reply.code().as_str()),
        (200, "INTERNAL")
    );
    assert_eq!(reply.json()["errors"][0]["message"], "internal error");
    assert!(reply.json().get("data").is_some() && !reply.text.contains("SELECT"));
}

#[actix_web::test]
async fn errors_are_short_and_do_not_repeat_the_query() {
    let name = "marker".repeat(150);
    for text in [
        format!("{{ {name} }}"),
        format!("{{ hello(\n {name}"),
        "{ a }".repeat(20),
    ] {
        let reply = send(post(RESPONSE, query(&text))).await;
        let errors = reply.json()["errors"].as_array().unwrap().clone();
        assert!(errors.len() <= 10);
        for error in errors {
            let message = error["message"].as_str().unwrap();
            assert!(message.chars().count() <= 300, "{message}");
            assert!(
                !message.contains("hello(") && !message.contains('\n'),
                "{message}"
            );
        }
    }
    let reply = send(post(RESPONSE, query("{ hello( }"))).await;
    let message = reply.json()["errors"][0]["message"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(
        message.starts_with("Syntax error at line 1, column 10"),
        "{message}"
    );
}

#[actix_web::test]
async fn a_costly_query_is_refused_before_it_is_run() {
    let doubling = |n: usize| {
        let pair = |i| format!(" fragment f{i} on Query{{...f{0} ...f{0}}}", i + 1);
        let middle: String = (0..n).map(pair).collect();
        format!("{{...f0}}{middle} fragment f{n} on Query{{__typename}}")
    };
    let deep = |n: usize| format!("{}{{hello}}{}", "{again".repeat(n), "}".repeat(n));
    let circle = "{...a} fragment a on Query{hello ...b} fragment b on Query{...a}";
    let described = "{__schema{types{fields{type{fields{type{fields{name}}}}}}}}";
    let aliases: String = (0..600).map(|number| format!("a{number}:hello ")).collect();
    let rows = "{again(first:200){nodes{again(first:200){nodes{again{nodes{hello}}}}}}}";
    for (text, code) in [
        (doubling(16), "QUERY_TOO_COSTLY"),
        (doubling(24), "QUERY_TOO_COSTLY"),
        (doubling(40), "QUERY_TOO_DEEP"),
        (deep(15), "QUERY_TOO_DEEP"),
        (deep(13), "none"),
        (circle.to_owned(), "VALIDATION_ERROR"),
        (described.to_owned(), "QUERY_TOO_DEEP"),
        (rows.to_owned(), "QUERY_TOO_COSTLY"),
        (
            format!("{}{{hello}}{}", "{parts".repeat(5), "}".repeat(5)),
            "QUERY_TOO_COSTLY",
        ),
        (
            "{parts{...p}} fragment p on Query{parts{... on Query{parts{hello}}}}".to_owned(),
            "none",
        ),
        (format!("{{{aliases}}}"), "QUERY_TOO_COSTLY"),
        (
            format!("{{__typename {}}}", "@aa".repeat(1_000)),
            "VALIDATION_ERROR",
        ),
        (
            format!("{{__typename {}}}", "@skip(if:false)".repeat(2)),
            "VALIDATION_ERROR",
        ),
        (
            "{__typename @skip(if:false) @include(if:true)}".to_owned(),
            "none",
        ),
    ] {
        let reply = send(post(RESPONSE, query(&text))).await;
        assert_eq!(reply.code(), code, "{text:.60}: {}", reply.text);
        assert!(reply.text.len() < 2_000);
    }
    let body = json!({
        "query": "query($n: Int = 3){again(first:$n){nodes{hello}} again(last:2){nodes{hello}}}",
        "variables": { "n": 10 },
    });
    // Each of the two: itself, and for each row the row and its field.
    assert_eq!(
        send(post(RESPONSE, body.to_string()))
            .await
            .header("x-throughcare-cost"),
        "26"
    );
}

#[actix_web::test]
async fn a_slow_query_is_given_up() {
    let reply = send(post(RESPONSE, query("{ slow }"))).await;
    assert_eq!(
        (reply.status.as_u16(), reply.code().as_str()),
        (503, "TIMED_OUT")
    );
}

#[actix_web::test]
async fn health_tells_alive_from_ready() {
    let at = |path: &str| TestRequest::with_uri(path);
    for state in [state(), ready(false), ready(true)] {
        let reply = send_to(state, at("/healthz")).await;
        assert_eq!(
            (reply.status.as_u16(), reply.json()),
            (200, json!({ "status": "ok" }))
        );
    }
    let reply = send_to(ready(true), at("/readyz")).await;
    assert_eq!(
        (reply.status.as_u16(), reply.json()),
        (200, json!({ "status": "ok", "revision": 7 }))
    );
    for (state, reason) in [
        (state(), "the register is being loaded"),
        (ready(false), "the database does not answer"),
    ] {
        let reply = send_to(state, at("/readyz")).await;
        assert_eq!(reply.status, 503);
        assert_eq!(reply.json()["reason"], reason);
    }
    let reply = send_to(state(), post(RESPONSE, query("{ hello }"))).await;
    assert_eq!(
        (reply.status.as_u16(), reply.code().as_str()),
        (503, "NOT_READY")
    );
}

#[actix_web::test]
async fn every_answer_has_its_headers() {
    for (path, kind, status) in [
        ("/", "text/html; charset=utf-8", 200),
        ("/page.css", "text/css; charset=utf-8", 200),
        ("/page.js", "text/javascript; charset=utf-8", 200),
        ("/questions.json", "application/json; charset=utf-8", 200),
        ("/schema.graphql", "text/plain; charset=utf-8", 200),
        ("/healthz", "application/json", 200),
        ("/nowhere", "text/plain; charset=utf-8", 404),
        ("/graphql", "application/json; charset=utf-8", 400),
    ] {
        let reply = send(TestRequest::with_uri(path)).await;
        assert_eq!(
            (reply.status.as_u16(), reply.header("content-type")),
            (status, kind),
            "{path}"
        );
        assert!(
            reply
                .header("content-security-policy")
                .starts_with("default-src 'none'; ")
        );
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
        assert_eq!(reply.header("referrer-policy"), "no-referrer");
        assert_eq!(reply.header("cross-origin-opener-policy"), "same-origin");
        assert_eq!(reply.header("x-request-id"), "0-0");
    }
    let theirs =
        |id: &str| TestRequest::with_uri("/").insert_header(("x-request-id", id.to_owned()));
    assert_eq!(
        send(theirs("mine-1")).await.header("x-request-id"),
        "mine-1"
    );
    assert_eq!(send(theirs("a b\"c")).await.header("x-request-id"), "0-0");
    let reply = send(TestRequest::post().uri("/healthz")).await;
    assert_eq!(
        (reply.status.as_u16(), reply.header("allow")),
        (405, "GET, HEAD")
    );
}
