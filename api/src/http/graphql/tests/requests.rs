//! How a request is read and what is answered.

use actix_web::{
    http::{Method, header},
    test::TestRequest,
};
use serde_json::json;

use super::{JSON, RESPONSE, get, post, query, send};

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
async fn a_token_is_asked_about_before_anything_else_is_read() {
    // Nothing issues tokens here, so that none is good; without one, everybody is the public.
    let mut answers = Vec::new();
    for accept in [RESPONSE, JSON] {
        for body in [query("{ hello }"), query("{"), "{".to_owned()] {
            let request = || post(accept, body.clone());
            let one = request().insert_header((header::AUTHORIZATION, "Bearer a.b.c"));
            let two = request()
                .append_header((header::AUTHORIZATION, "Bearer a.b.c"))
                .append_header((header::AUTHORIZATION, "Bearer a.b.c"));
            let basic = request().insert_header((header::AUTHORIZATION, "Basic YTpi"));
            for request in [one, two, basic] {
                let reply = send(request).await;
                assert_eq!(reply.status, 401, "{}", reply.text);
                assert_eq!(reply.header("www-authenticate"), "Bearer");
                assert_eq!(reply.code(), "UNAUTHENTICATED");
                answers.push(reply.text);
            }
        }
    }
    answers.dedup();
    assert_eq!(answers.len(), 1, "{answers:?}");
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
async fn a_slow_query_is_given_up() {
    let reply = send(post(RESPONSE, query("{ slow }"))).await;
    assert_eq!(
        (reply.status.as_u16(), reply.code().as_str()),
        (503, "TIMED_OUT")
    );
}
