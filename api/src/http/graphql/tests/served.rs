//! What is served beside GraphQL.

use actix_web::test::TestRequest;
use serde_json::json;

use super::{RESPONSE, post, query, ready, send, send_to, state};

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
        ("/query", "text/html; charset=utf-8", 200),
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
