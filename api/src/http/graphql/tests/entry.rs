//! Who is let in, and how much of it.

use std::{collections::BTreeMap, sync::Arc};

use actix_web::{
    http::{Method, header},
    test::{TestRequest, call_service, init_service},
};
use serde_json::json;

use super::{RESPONSE, Reply, config, get, post, query, ready_by, send_to};
use crate::{
    clock::SystemClock,
    config::{
        Config,
        documents::{Documents, Public, hash},
    },
    http::build,
};

fn state_by(config: &Config) -> actix_web::web::Data<crate::http::AppState> {
    ready_by(config, Arc::new(SystemClock))
}

async fn send_by(config: &Config, request: TestRequest) -> Reply {
    send_to(state_by(config), request).await
}

fn with_documents(public: Public) -> Config {
    let known = ["{ hello }", "mutation { change }"].map(|text| (hash(text), text.to_owned()));
    Config {
        documents: Documents::of(BTreeMap::from(known), public),
        ..config()
    }
}

#[actix_web::test]
async fn a_known_document_is_asked_by_its_hash() {
    let config = with_documents(Public::Any);
    let (ours, theirs) = (hash("{ hello }"), hash("{ other }"));
    let apollo = |hash: &str| json!({ "persistedQuery": { "version": 1, "sha256Hash": hash } });
    for (body, status, code) in [
        (json!({ "extensions": apollo(&ours) }), 200, "none"),
        (
            json!({ "extensions": apollo(&ours.to_uppercase()) }),
            200,
            "none",
        ),
        (
            json!({ "documentId": format!("sha256:{ours}") }),
            200,
            "none",
        ),
        (
            json!({ "query": "{ hello }", "extensions": apollo(&ours) }),
            200,
            "none",
        ),
        (
            json!({ "query": "{ hello } ", "extensions": apollo(&ours) }),
            400,
            "BAD_REQUEST",
        ),
        (
            json!({ "extensions": apollo(&theirs) }),
            400,
            "PERSISTED_QUERY_NOT_FOUND",
        ),
        (
            json!({ "documentId": format!("sha256:{theirs}") }),
            400,
            "PERSISTED_QUERY_NOT_FOUND",
        ),
        (json!({ "documentId": ours }), 400, "BAD_REQUEST"),
        (json!({ "documentId": "sha256:12" }), 400, "BAD_REQUEST"),
        (
            json!({ "extensions": { "persistedQuery": 1 } }),
            400,
            "BAD_REQUEST",
        ),
    ] {
        let reply = send_by(&config, post(RESPONSE, body.to_string())).await;
        assert_eq!(
            (reply.status.as_u16(), reply.code().as_str()),
            (status, code),
            "{body}: {}",
            reply.text
        );
    }
    let reply = send_by(&config, get(&format!("documentId=sha256:{ours}"))).await;
    assert_eq!(reply.json()["data"]["hello"], "hello ");
    let extensions =
        format!("extensions=%7B%22persistedQuery%22:%7B%22sha256Hash%22:%22{ours}%22%7D%7D");
    assert_eq!(send_by(&config, get(&extensions)).await.status, 200);
    // By GET, nothing is changed by a hash either.
    let mutation = hash("mutation { change }");
    let reply = send_by(&config, get(&format!("documentId=sha256:{mutation}"))).await;
    assert_eq!(reply.status, 405);
}

#[actix_web::test]
async fn strangers_may_be_held_to_known_documents() {
    let config = with_documents(Public::Trusted);
    for (text, status, code) in [
        ("{ hello }", 200, "none"),
        ("{hello}", 403, "DOCUMENT_NOT_TRUSTED"),
        (
            "{ __schema { queryType { name } } }",
            403,
            "DOCUMENT_NOT_TRUSTED",
        ),
        ("{", 403, "DOCUMENT_NOT_TRUSTED"),
    ] {
        let reply = send_by(&config, post(RESPONSE, query(text))).await;
        assert_eq!(
            (reply.status.as_u16(), reply.code().as_str()),
            (status, code),
            "{text}"
        );
    }
    let body = json!({ "documentId": format!("sha256:{}", hash("{ hello }")) });
    let reply = send_by(&config, post(RESPONSE, body.to_string())).await;
    assert_eq!(reply.status, 200);
}

#[actix_web::test]
async fn a_caller_who_has_spent_all_is_told_when_to_come_again() {
    let mut config = config();
    (config.limits.rate_cost, config.limits.rate_burst) = (60, 100);
    config.limits.max_complexity = 100;
    config.http.trusted_proxies = vec!["10.0.0.1".parse().unwrap()];
    let app = init_service(build(state_by(&config))).await;
    let ask = async |peer: &str, forwarded: &str, text: &str| {
        let request = post(RESPONSE, query(text))
            .peer_addr(format!("{peer}:4711").parse().unwrap())
            .insert_header((header::X_FORWARDED_FOR, forwarded));
        let response = call_service(&app, request.to_request()).await;
        let after = response.headers().get(header::RETRY_AFTER);
        let after = after.map(|after| after.to_str().unwrap().parse::<u64>().unwrap());
        (response.status().as_u16(), after)
    };
    // 91 of 100, then more than is left.
    let costly = "{ again(first: 30) { nodes { a: hello b: hello } } }";
    let (spent, _) = ask("192.0.2.1", "", costly).await;
    assert_eq!(spent, 200);
    let (refused, after) = ask("192.0.2.1", "", costly).await;
    assert_eq!(refused, 429);
    assert!(
        after.is_some_and(|after| (60..=100).contains(&after)),
        "{after:?}"
    );
    // Another address has an account of its own; what it says of itself changes nothing.
    assert_eq!(ask("192.0.2.2", "", costly).await.0, 200);
    assert_eq!(ask("192.0.2.2", "192.0.2.3", costly).await.0, 429);
    // A trusted proxy's word counts.
    assert_eq!(ask("10.0.0.1", "192.0.2.1", costly).await.0, 429);
    assert_eq!(ask("10.0.0.1", "192.0.2.1, 192.0.2.4", costly).await.0, 200);
}

#[actix_web::test]
async fn no_more_queries_run_than_may() {
    let mut config = config();
    config.limits.max_concurrent = 2;
    let state = state_by(&config);
    let app = init_service(build(state.clone())).await;
    let ask = async || {
        let response = call_service(&app, post(RESPONSE, query("{ hello }")).to_request()).await;
        let after = response.headers().contains_key(header::RETRY_AFTER);
        (response.status().as_u16(), after)
    };
    let first = state.guard().place().unwrap();
    assert_eq!(ask().await, (200, false));
    let _second = state.guard().place().unwrap();
    assert_eq!(ask().await, (503, true));
    // Whoever watches over the server is told the truth all the same.
    for path in ["/healthz", "/readyz"] {
        let request = TestRequest::with_uri(path).to_request();
        assert_eq!(call_service(&app, request).await.status(), 200, "{path}");
    }
    drop(first);
    assert_eq!(ask().await, (200, false));
}

#[actix_web::test]
async fn pages_of_named_hosts_may_ask_and_no_others() {
    let mut config = config();
    config.http.cors_origins = vec!["https://care.example".to_owned()];
    let preflight = |origin: &'static str, headers: &'static str| {
        TestRequest::with_uri("/graphql")
            .method(Method::OPTIONS)
            .insert_header((header::ORIGIN, origin))
            .insert_header((header::ACCESS_CONTROL_REQUEST_METHOD, "POST"))
            .insert_header((header::ACCESS_CONTROL_REQUEST_HEADERS, headers))
    };
    let wanted = "content-type, authorization";
    let reply = send_by(&config, preflight("https://care.example", wanted)).await;
    assert_eq!(reply.status, 200);
    assert_eq!(
        reply.header("access-control-allow-origin"),
        "https://care.example"
    );
    assert_eq!(reply.header("access-control-allow-credentials"), "");
    assert_eq!(reply.header("access-control-max-age"), "3600");
    for name in ["content-type", "authorization"] {
        let allowed = reply.header("access-control-allow-headers").to_lowercase();
        assert!(allowed.contains(name), "{allowed}");
    }
    for (origin, headers) in [
        ("https://evil.example", wanted),
        ("http://care.example", wanted),
        ("https://care.example", "x-other"),
    ] {
        let reply = send_by(&config, preflight(origin, headers)).await;
        assert_eq!(reply.status, 400, "{origin} {headers}");
    }
    for (origin, allowed) in [
        ("https://care.example", "https://care.example"),
        ("https://evil.example", ""),
    ] {
        let request = post(RESPONSE, query("{ hello }")).insert_header((header::ORIGIN, origin));
        let reply = send_by(&config, request).await;
        assert_eq!(reply.header("access-control-allow-origin"), allowed);
        assert!(reply.header("vary").contains("Origin") || allowed.is_empty());
    }
}
