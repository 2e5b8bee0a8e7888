//! What others see of requests: numbers, traces and ids.

use std::{
    io::{Read, Write},
    net::TcpListener,
    sync::mpsc,
    time::Duration,
};

use tracing_subscriber::layer::SubscriberExt;

use super::*;
use crate::{
    config::http::Exposure,
    http::{Metrics, asked::Asked},
    traces::Traces,
};

fn scrape(peer: &str) -> TestRequest {
    TestRequest::get()
        .uri("/metrics")
        .peer_addr(peer.parse().unwrap())
}

fn watched(exposure: Exposure) -> (Data<AppState>, Metrics) {
    let metrics = Metrics::default();
    let state = Arc::into_inner(ready(true).into_inner()).unwrap();
    let state = state.with_metrics(metrics.clone(), exposure);
    (Data::new(state), metrics)
}

#[actix_web::test]
async fn operations_are_counted_by_name_kind_and_outcome() {
    let (state, _) = watched(Exposure::Local);
    for text in [
        "query Greeting { hello }",
        "query Greeting { hello }",
        "{ hello }",
        "query Fault { broken }",
        "query Unknown { nothing }",
        "mutation Change { change }",
        "query Late { slow }",
        "not graphql",
    ] {
        send_to(state.clone(), post(RESPONSE, query(text))).await;
    }
    let reply = send_to(state, scrape("127.0.0.1:5000")).await;
    assert_eq!(reply.status, StatusCode::OK);
    assert!(
        reply
            .header("content-type")
            .starts_with("application/openmetrics-text")
    );
    for (operation, kind, outcome, count) in [
        ("Greeting", "query", "ok", 2),
        ("anonymous", "query", "ok", 1),
        ("Fault", "query", "failed", 1),
        ("Unknown", "query", "refused", 1),
        ("Change", "mutation", "ok", 1),
        ("Late", "query", "timed_out", 1),
        ("unknown", "unknown", "refused", 1),
    ] {
        let line = format!(
            "throughcare_operations_total{{operation=\"{operation}\",kind=\"{kind}\",\
             outcome=\"{outcome}\"}} {count}\n"
        );
        assert!(
            reply.text.contains(&line),
            "{line} is missing from\n{}",
            reply.text
        );
    }
    assert!(reply.text.contains("throughcare_operations_in_flight 0\n"));
    assert!(reply.text.contains("throughcare_atlas_revision 7\n"));
}

#[actix_web::test]
async fn metrics_are_for_whom_the_setting_says() {
    for (exposure, peer, status) in [
        (Exposure::Local, "127.0.0.1:1", 200),
        (Exposure::Local, "[::1]:1", 200),
        (Exposure::Local, "[::ffff:127.0.0.1]:1", 200),
        (Exposure::Local, "192.0.2.1:1", 403),
        (Exposure::Open, "192.0.2.1:1", 200),
        (Exposure::Off, "127.0.0.1:1", 404),
    ] {
        let reply = send_to(watched(exposure).0, scrape(peer)).await;
        assert_eq!(reply.status.as_u16(), status, "{exposure:?} {peer}");
    }
    // What a header says of the caller opens nothing.
    let pretending = scrape("192.0.2.1:1").insert_header(("x-forwarded-for", "127.0.0.1"));
    let reply = send_to(watched(Exposure::Local).0, pretending).await;
    assert_eq!(reply.status, StatusCode::FORBIDDEN);
    let passed_on = scrape("127.0.0.1:1").insert_header(("x-forwarded-for", "127.0.0.1"));
    let reply = send_to(watched(Exposure::Local).0, passed_on).await;
    assert_eq!(reply.status, StatusCode::FORBIDDEN);
}

#[actix_web::test]
async fn a_fault_of_ours_names_the_request_and_no_other_error_does() {
    let request = post(RESPONSE, query("{ broken }")).insert_header(("x-request-id", "abc-1"));
    let reply = send(request).await;
    assert_eq!(reply.header("x-request-id"), "abc-1");
    let error = &reply.json()["errors"][0];
    assert_eq!(error["extensions"]["code"], "INTERNAL");
    assert_eq!(error["extensions"]["requestId"], "abc-1");
    // Ours, when the caller gives none.
    let reply = send(post(RESPONSE, query("{ broken }"))).await;
    let id = reply.json()["errors"][0]["extensions"]["requestId"].clone();
    assert_eq!(id, reply.header("x-request-id"));
    for text in ["{ nothing }", "{"] {
        let reply = send(post(RESPONSE, query(text))).await;
        assert!(
            reply.json()["errors"][0]["extensions"]["requestId"].is_null(),
            "{text}"
        );
    }
}

#[test]
fn spans_reach_a_collector_without_what_callers_wrote() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}/v1/traces", listener.local_addr().unwrap());
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        sender.send(read_request(&mut stream)).unwrap();
        let reply = "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n";
        stream.write_all(reply.as_bytes()).unwrap();
    });
    let sending = tokio::runtime::Runtime::new().unwrap();
    let traces = Traces::start(&endpoint, sending.handle().clone()).unwrap();
    let subscriber = tracing_subscriber::registry().with(traces.layer());
    tracing::subscriber::with_default(subscriber, || {
        actix_web::rt::System::new().block_on(async {
            let body = json!({
                "query": "query Greeting($n: String) { hello(name: $n) # s3cret-text \n }",
                "variables": { "n": "s3cret-variable" },
            });
            let request = post(RESPONSE, body.to_string())
                .insert_header((
                    "traceparent",
                    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                ))
                .insert_header(("authorization", "Bearer s3cret-token"))
                .insert_header(("x-request-id", "abc-2"));
            // Nobody's tokens are believed here; what matters is that this one is not passed on.
            let state = ready(true);
            state.guard().stand_in().set(Viewer::public()).unwrap();
            assert_eq!(send_to(state, request).await.status, StatusCode::OK);
            send(TestRequest::get().uri("/healthz")).await;
        });
    });
    traces.finish();
    let (head, body) = receiver.recv_timeout(Duration::from_secs(10)).unwrap();
    assert!(head.starts_with("POST /v1/traces HTTP/1.1\r\n"), "{head}");
    assert!(head.contains("application/x-protobuf"), "{head}");
    let text = String::from_utf8_lossy(&body).into_owned();
    for part in [
        "throughcare",
        "request",
        "abc-2",
        "http.route",
        "/graphql",
        "operation",
        "graphql.operation.name",
        "Greeting",
        "throughcare.cost",
    ] {
        assert!(text.contains(part), "{part} is missing from {text}");
    }
    for part in ["s3cret", "hello", "healthz"] {
        assert!(!text.contains(part), "{part} is in {text}");
    }
    // Both spans are of the caller's trace.
    let trace = 0x0af7_6519_16cd_43dd_8448_eb21_1c80_319c_u128.to_be_bytes();
    let spans = body.windows(16).filter(|bytes| *bytes == trace).count();
    assert_eq!(spans, 2);
}

fn read_request(stream: &mut impl Read) -> (String, Vec<u8>) {
    let mut bytes = Vec::new();
    let mut some = [0; 4096];
    loop {
        let count = stream.read(&mut some).unwrap();
        bytes.extend_from_slice(&some[..count]);
        let Some(end) = bytes.windows(4).position(|part| part == b"\r\n\r\n") else {
            continue;
        };
        let head = String::from_utf8_lossy(&bytes[..end]).to_ascii_lowercase();
        let length = head
            .lines()
            .find_map(|line| line.strip_prefix("content-length: "));
        let length: usize = length.unwrap().parse().unwrap();
        if bytes.len() >= end + 4 + length {
            let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
            return (head, bytes.split_off(end + 4));
        }
    }
}

#[actix_web::test]
async fn a_caller_who_goes_away_is_counted_too() {
    let (state, metrics) = watched(Exposure::Local);
    drop(Asked::new(metrics, String::new()));
    let reply = send_to(state, scrape("127.0.0.1:1")).await;
    let line =
        "throughcare_operations_total{operation=\"unknown\",kind=\"unknown\",outcome=\"gone\"} 1\n";
    assert!(reply.text.contains(line), "{}", reply.text);
}
