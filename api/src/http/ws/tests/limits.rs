//! How much a socket may ask for, and how it ends.

use std::time::Duration;

use chrono::TimeDelta;
use futures_util::{SinkExt, StreamExt};
use serde_json::json;
use tokio::time::{Instant, timeout};
use tokio_tungstenite::tungstenite::{
    Error, Message,
    protocol::frame::{
        Frame,
        coding::{Data, OpCode},
    },
};

use super::{MovingClock, SPOKEN, Server, config};
use crate::{
    auth::Viewer,
    clock::Clock,
    config::{Config, Limits, Sockets},
};

fn with(change: impl FnOnce(&mut Limits, &mut Sockets)) -> Config {
    let mut config = config();
    change(&mut config.limits, &mut config.sockets);
    config
}

#[actix_web::test]
async fn a_bad_token_is_one_close_whatever_is_wrong_with_it() {
    let server = Server::start(&config());
    for payload in [
        json!({ "authorization": "Bearer x" }),
        json!({ "Authorization": "" }),
        json!({ "authorization": "Basic eDp5" }),
        json!({ "authorization": { "bearer": "x" } }),
    ] {
        let mut client = server.connect().await;
        let init = json!({ "type": "connection_init", "payload": payload });
        client.say(init).await;
        assert_eq!(
            client.closed().await,
            (4403, "Forbidden".to_owned()),
            "{payload}"
        );
    }
    // One in the request counts where the payload has none.
    for payload in [json!(null), json!({}), json!({ "authorization": null })] {
        let headers = [SPOKEN, ("authorization", "Bearer x")];
        let mut client = server.try_connect(&headers).await.unwrap();
        let init = json!({ "type": "connection_init", "payload": payload });
        client.say(init).await;
        assert_eq!(client.closed().await, (4403, "Forbidden".to_owned()));
    }
}

#[actix_web::test]
async fn nothing_is_said_to_somebody_whose_token_has_run_out() {
    let clock = MovingClock::new();
    let server = Server::start_at(&config(), clock.clone());
    let viewer = Viewer {
        actor: "ann".to_owned(),
        expires: Some(clock.now() + TimeDelta::seconds(60)),
        ..Viewer::public()
    };
    server.state.guard().stand_in().set(viewer).unwrap();
    let mut client = server.begin().await;
    clock.pass(59);
    client.subscribe("s", "subscription { endless }").await;
    for _ in 0..3 {
        assert_eq!(client.hear().await["type"], "next");
    }
    clock.pass(1);
    let mut events = 0;
    let (code, reason) = loop {
        match client.frame().await {
            Some(Message::Text(_)) => events += 1,
            Some(Message::Close(Some(frame))) => break (frame.code, frame.reason.to_string()),
            other => panic!("If you are here because a close was expected: {other:?}"),
        }
    };
    assert_eq!((u16::from(code), reason.as_str()), (4403, "Token expired"));
    // Some may have been on their way; in half a second, when we look at the clock anyway, there
    // would be 25.
    assert!(events <= 10, "{events} events were sent too late");
    // And one that has run out begins nothing.
    let mut client = server.connect().await;
    client.say(json!({ "type": "connection_init" })).await;
    assert_eq!(client.closed().await, (4403, "Token expired".to_owned()));
}

#[actix_web::test]
async fn a_message_is_no_longer_than_a_body_may_be() {
    let server = Server::start(&config());
    let mut client = server.begin().await;
    // More than the socket's own buffers hold, so that the rest is never read.
    let long = Message::text(" ".repeat(25_000));
    let _ = client.0.send(long).await;
    assert_eq!(client.closed().await.0, 1009);
    let mut client = server.begin().await;
    let spaces = " ".repeat(15_000);
    client
        .say_text(&format!("{{\"type\":\"ping\"{spaces}}}"))
        .await;
    assert_eq!(client.hear().await["type"], "pong");
}

#[actix_web::test]
async fn a_message_in_pieces_is_one_message() {
    let piece = |text: &str, kind, is_last| {
        let frame = Frame::message(text.to_owned(), OpCode::Data(kind), is_last);
        Message::Frame(frame)
    };
    let server = Server::start(&config());
    let mut client = server.begin().await;
    for message in [
        piece("{\"type\":", Data::Text, false),
        // Between pieces may stand what is no piece.
        Message::Ping("".into()),
        piece("", Data::Continue, false),
        piece("\"ping\"}", Data::Continue, true),
    ] {
        client.0.send(message).await.unwrap();
    }
    assert_eq!(client.hear().await, json!({ "type": "pong" }));
    let spaces = " ".repeat(9_000);
    client
        .0
        .send(piece(&spaces, Data::Text, false))
        .await
        .unwrap();
    for _ in 0..2 {
        let _ = client.0.send(piece(&spaces, Data::Continue, false)).await;
    }
    assert_eq!(client.closed().await.0, 1009);
    let mut client = server.begin().await;
    client
        .0
        .send(piece("{", Data::Binary, false))
        .await
        .unwrap();
    assert_eq!(client.closed().await.0, 4400);
}

#[actix_web::test]
async fn so_many_operations_run_at_once_and_no_more() {
    let server = Server::start(&config());
    let mut client = server.begin().await;
    for id in ["1", "2", "3", "4"] {
        client.subscribe(id, "subscription { endless }").await;
    }
    loop {
        let message = client.hear().await;
        if message["type"] == "error" {
            assert_eq!(message["id"], "4");
            let code = &message["payload"][0]["extensions"]["code"];
            assert_eq!(code, "TOO_MANY_OPERATIONS");
            break;
        }
    }
    client.say(json!({ "type": "complete", "id": "1" })).await;
    client.subscribe("4", "{ hello }").await;
    loop {
        let message = client.hear().await;
        if message["id"] == "4" {
            assert_eq!(message["type"], "next", "{message}");
            break;
        }
    }
}

#[actix_web::test]
async fn so_many_sockets_are_open_and_no_more() {
    let status = async |server: &Server| match server.try_connect(&[SPOKEN]).await {
        Err(Error::Http(response)) => {
            let code = String::from_utf8_lossy(response.body().as_deref().unwrap_or_default());
            assert!(response.headers().contains_key("retry-after"));
            (response.status().as_u16(), code.into_owned())
        }
        Err(other) => panic!("{other}"),
        Ok(_) => (101, String::new()),
    };
    for (total, each, expected, code) in [(2, 9, 503, "OVERLOADED"), (9, 2, 429, "RATE_LIMITED")] {
        let server = Server::start(&with(|_, sockets| {
            (sockets.total, sockets.each) = (total, each);
        }));
        let first = server.begin().await;
        let _second = server.begin().await;
        let (told, text) = status(&server).await;
        assert_eq!(told, expected);
        assert!(text.contains(code), "{text}");
        drop(first);
        // Its place is free as soon as we know that it has gone.
        let mut tries = 0;
        while status(&server).await.0 != 101 {
            tries += 1;
            assert!(tries < 50, "If you are here because a place was not freed");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

#[actix_web::test]
async fn each_event_is_paid_for() {
    let server = Server::start(&with(|limits, _| {
        (limits.rate_cost, limits.rate_burst) = (1, 100);
        limits.max_complexity = 100;
    }));
    let mut client = server.begin().await;
    client
        .subscribe("s", "subscription { count(to: 500) }")
        .await;
    let mut events = 0;
    loop {
        let message = client.hear().await;
        match message["type"].as_str() {
            Some("next") => events += 1,
            _ => {
                assert_eq!(
                    message["payload"][0]["extensions"]["code"], "RATE_LIMITED",
                    "{message}"
                );
                break;
            }
        }
    }
    assert_eq!(events, 100);
    client.subscribe("q", "{ hello }").await;
    let message = client.hear().await;
    assert_eq!(
        (&message["type"], &message["id"]),
        (&json!("error"), &json!("q"))
    );
}

#[actix_web::test]
async fn a_silent_socket_is_pinged_and_then_dropped() {
    let server = Server::start(&config());
    let mut client = server.begin().await;
    assert!(matches!(client.0.next().await, Some(Ok(Message::Ping(_)))));
    // It answers when it is read next, so that it is pinged again, not dropped.
    assert!(matches!(client.0.next().await, Some(Ok(Message::Ping(_)))));
    // A client that does not read answers no ping either.
    tokio::time::sleep(Duration::from_secs(3)).await;
    let began = Instant::now();
    while let Some(Ok(_)) = client.0.next().await {}
    assert!(began.elapsed() < Duration::from_secs(1));
}

#[actix_web::test]
async fn whoever_does_not_read_is_closed_before_much_is_kept() {
    let server = Server::start(&config());
    let mut client = server.begin().await;
    client.subscribe("f", "subscription { flood }").await;
    // Longer than a message may wait.
    tokio::time::sleep(Duration::from_secs(7)).await;
    let mut kept = 0;
    let reading = async {
        while let Some(Ok(message)) = client.0.next().await {
            kept += message.len();
        }
    };
    assert!(
        timeout(Duration::from_secs(20), reading).await.is_ok(),
        "If you are here because the stream went on: a reader that stalls is to be closed"
    );
    assert!(kept < 100 << 20, "{kept} bytes were kept");
}

#[actix_web::test]
async fn a_stopping_server_waits_for_no_socket() {
    let server = Server::start(&config());
    let mut client = server.begin().await;
    client.subscribe("s", "subscription { endless }").await;
    assert_eq!(client.hear().await["type"], "next");
    let began = Instant::now();
    let stopped = tokio::spawn(server.stop());
    assert_eq!(client.closed().await.0, 1001);
    stopped.await.unwrap();
    assert!(began.elapsed() < Duration::from_secs(5));
}

#[actix_web::test]
async fn bombs_are_refused_over_a_socket_too() {
    let server = Server::start(&config());
    let mut client = server.begin().await;
    for (name, payload, code) in crate::http::graphql::tests::bombs() {
        let message = json!({ "type": "subscribe", "id": "b", "payload": payload });
        client.say(message).await;
        let began = Instant::now();
        let reply = client.hear().await;
        assert!(began.elapsed() < Duration::from_secs(5), "{name}");
        assert!(reply.to_string().len() < 2_000, "{name}");
        let told = reply["payload"][0]["extensions"]["code"].as_str();
        assert_eq!(told, code, "{name}: {reply}");
        if reply["type"] == "next" {
            assert_eq!(client.hear().await["type"], "complete", "{name}");
        }
    }
}
