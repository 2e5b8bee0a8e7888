//! The rules of graphql-transport-ws.

use futures_util::SinkExt;
use serde_json::json;
use tokio_tungstenite::tungstenite::Message;

use super::{SPOKEN, Server, config};

#[actix_web::test]
async fn the_protocol_is_agreed_on_and_acknowledged_once() {
    let server = Server::start(&config());
    let mut client = server.begin().await;
    client.say(json!({ "type": "connection_init" })).await;
    let told = client.closed().await;
    assert_eq!(told, (4429, "Too many initialisation requests".to_owned()));
    // Among several, ours is chosen.
    let both = [("sec-websocket-protocol", "graphql-ws, graphql-transport-ws")];
    assert!(server.try_connect(&both).await.is_ok());
}

#[actix_web::test]
async fn another_protocol_or_none_is_refused() {
    let server = Server::start(&config());
    let mut client = server.try_connect(&[]).await.unwrap();
    let told = client.closed().await;
    assert_eq!(told, (4406, "Subprotocol not acceptable".to_owned()));
    let older = [("sec-websocket-protocol", "graphql-ws")];
    // The client's own library refuses a server that agrees to none of its protocols.
    assert!(server.try_connect(&older).await.is_err());
}

#[actix_web::test]
async fn nothing_is_run_before_the_acknowledgement() {
    let server = Server::start(&config());
    let mut client = server.connect().await;
    client.subscribe("1", "{ hello }").await;
    let told = client.closed().await;
    assert_eq!(told, (4401, "Unauthorized".to_owned()));
}

#[actix_web::test]
async fn whoever_does_not_begin_is_closed() {
    let server = Server::start(&config());
    let mut client = server.connect().await;
    let told = client.closed().await;
    assert_eq!(told, (4408, "Connection initialisation timeout".to_owned()));
}

#[actix_web::test]
async fn what_is_no_message_closes_the_socket() {
    let server = Server::start(&config());
    for text in [
        "not json",
        "{\"type\":\"bogus\"}",
        "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":1}}",
        "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{}}",
        "{\"type\":\"start\",\"id\":\"1\",\"payload\":{\"query\":\"{hello}\"}}",
    ] {
        let mut client = server.begin().await;
        client.say_text(text).await;
        assert_eq!(client.closed().await.0, 4400, "{text}");
    }
    let mut client = server.begin().await;
    client.0.send(Message::binary("{}")).await.unwrap();
    assert_eq!(client.closed().await.0, 4400);
}

#[actix_web::test]
async fn an_id_names_one_operation_at_a_time() {
    let server = Server::start(&config());
    let mut client = server.begin().await;
    for _ in 0..2 {
        client.subscribe("r", "{ __typename }").await;
        assert_eq!(client.hear().await["type"], "next");
        assert_eq!(
            client.hear().await,
            json!({ "id": "r", "type": "complete" })
        );
    }
    client.subscribe("s", "subscription { endless }").await;
    client.subscribe("s", "subscription { endless }").await;
    let told = client.closed().await;
    assert_eq!(told, (4409, "Subscriber for s already exists".to_owned()));
}

#[actix_web::test]
async fn a_ping_is_answered_with_its_payload() {
    let server = Server::start(&config());
    let mut client = server.connect().await;
    // Also before anything else.
    client
        .say(json!({ "type": "ping", "payload": { "k": 1 } }))
        .await;
    assert_eq!(
        client.hear().await,
        json!({ "type": "pong", "payload": { "k": 1 } })
    );
    client.say(json!({ "type": "pong" })).await;
    client.say(json!({ "type": "ping" })).await;
    assert_eq!(client.hear().await, json!({ "type": "pong" }));
}

#[actix_web::test]
async fn queries_and_mutations_are_answered_once() {
    let server = Server::start(&config());
    let mut client = server.begin().await;
    for (query, data) in [
        ("{ hello(name: \"you\") }", json!({ "hello": "hello you" })),
        ("mutation { change }", json!({ "change": true })),
    ] {
        client.subscribe("q", query).await;
        let next = client.hear().await;
        assert_eq!((&next["type"], &next["id"]), (&json!("next"), &json!("q")));
        assert_eq!(next["payload"]["data"], data);
        assert_eq!(
            client.hear().await,
            json!({ "id": "q", "type": "complete" })
        );
    }
    client.subscribe("q", "{ hello broken }").await;
    let next = client.hear().await;
    assert_eq!(next["payload"]["errors"][0]["message"], "internal error");
    assert_eq!(client.hear().await["type"], "complete");
}

#[actix_web::test]
async fn what_cannot_be_run_is_an_error_and_the_socket_stays_open() {
    let server = Server::start(&config());
    let mut client = server.begin().await;
    for (query, code) in [
        ("{ nope }", "VALIDATION_ERROR"),
        ("subscription { nope }", "VALIDATION_ERROR"),
        ("subscription { count(to: 1) endless }", "VALIDATION_ERROR"),
        ("{", "PARSE_ERROR"),
        ("{ slow }", "TIMED_OUT"),
    ] {
        client.subscribe("q", query).await;
        let error = client.hear().await;
        assert_eq!(
            (error["type"].as_str(), error["id"].as_str()),
            (Some("error"), Some("q")),
            "{query}: {error}"
        );
        assert_eq!(
            error["payload"][0]["extensions"]["code"], code,
            "{query}: {error}"
        );
    }
    client.subscribe("q", "{ hello }").await;
    assert_eq!(client.hear().await["type"], "next");
}

#[actix_web::test]
async fn a_subscription_is_answered_until_it_ends() {
    let server = Server::start(&config());
    let mut client = server.begin().await;
    client.subscribe("s", "subscription { count(to: 3) }").await;
    for number in 1..=3 {
        let next = client.hear().await;
        assert_eq!(
            next["payload"]["data"]["count"], number,
            "If you are here because an event came in another order or not at all: {next}"
        );
    }
    assert_eq!(
        client.hear().await,
        json!({ "id": "s", "type": "complete" })
    );
}

#[actix_web::test]
async fn nothing_is_said_of_what_nobody_wants_to_hear() {
    let server = Server::start(&config());
    let mut client = server.begin().await;
    client.subscribe("s", "subscription { endless }").await;
    assert_eq!(client.hear().await["type"], "next");
    client.say(json!({ "id": "s", "type": "complete" })).await;
    // What was on its way may still come; then nothing, not even our complete.
    while !client.is_silent(200).await {}
    assert!(client.is_silent(400).await);
    client.subscribe("s", "{ hello }").await;
    assert_eq!(
        client.hear().await["payload"]["data"]["hello"],
        "hello ",
        "If you are here because an event of the ended operation came"
    );
    // One that is not known is as good as ended.
    client.say(json!({ "id": "x", "type": "complete" })).await;
    assert_eq!(client.hear().await["type"], "complete");
}

#[actix_web::test]
async fn a_page_of_another_host_may_not_connect() {
    let mut config = config();
    config.http.cors_origins = vec!["https://care.example".to_owned()];
    let server = Server::start(&config);
    let own = format!("http://{}", server.address);
    for (origin, is_let_in) in [
        (own.as_str(), true),
        ("https://care.example", true),
        ("https://evil.example", false),
        ("null", false),
    ] {
        let tried = server.try_connect(&[SPOKEN, ("origin", origin)]).await;
        match tried {
            Ok(_) => assert!(is_let_in, "{origin}"),
            Err(tokio_tungstenite::tungstenite::Error::Http(response)) => {
                assert!(!is_let_in && response.status() == 403, "{origin}");
            }
            Err(other) => panic!("{origin}: {other}"),
        }
    }
}
