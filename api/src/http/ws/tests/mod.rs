//! The layer on a small schema, over real connections.

mod limits;
mod protocol;

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};

use actix_web::web::Data;
use chrono::{DateTime, TimeDelta, Utc};
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::{net::TcpStream, sync::oneshot, time::timeout};
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{self, Message, client::IntoClientRequest, http},
};

use crate::{
    clock::Clock,
    config::{Config, Sockets},
    http::{AppState, graphql::tests, listen, start},
};

/// A clock that a test moves.
pub struct MovingClock(Mutex<DateTime<Utc>>);

impl MovingClock {
    fn new() -> Arc<Self> {
        let noon = "2026-11-22T12:00:00Z".parse().unwrap();
        Arc::new(Self(Mutex::new(noon)))
    }

    fn pass(&self, seconds: i64) {
        *self.0.lock().unwrap() += TimeDelta::seconds(seconds);
    }
}

impl Clock for MovingClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }
}

/// A server on a port of its own, until it is dropped.
struct Server {
    address: SocketAddr,
    state: Data<AppState>,
    stop: Option<oneshot::Sender<()>>,
    ended: tokio::task::JoinHandle<std::io::Result<()>>,
}

impl Server {
    fn start(config: &Config) -> Self {
        Self::start_at(config, MovingClock::new())
    }

    fn start_at(config: &Config, clock: Arc<MovingClock>) -> Self {
        let state = tests::ready_by(config, clock);
        let listener = listen(config.http.bind).unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let until = async move {
            let _ = stopped.await;
        };
        let server = start(listener, state.clone(), until).unwrap();
        Self {
            address,
            state,
            stop: Some(stop),
            ended: tokio::spawn(server),
        }
    }

    async fn try_connect(
        &self,
        headers: &[(&'static str, &str)],
    ) -> Result<Client, tungstenite::Error> {
        let address = format!("ws://{}/graphql", self.address);
        let mut request = address.into_client_request().unwrap();
        for (name, value) in headers {
            let value = http::HeaderValue::from_str(value).unwrap();
            request.headers_mut().insert(*name, value);
        }
        Ok(Client(connect_async(request).await?.0))
    }

    /// A socket that has just been opened.
    async fn connect(&self) -> Client {
        self.try_connect(&[SPOKEN]).await.unwrap()
    }

    /// A socket that may ask.
    async fn begin(&self) -> Client {
        let mut client = self.connect().await;
        client.say(json!({ "type": "connection_init" })).await;
        assert_eq!(client.hear().await["type"], "connection_ack");
        client
    }

    async fn stop(mut self) {
        drop(self.stop.take());
        self.ended.await.unwrap().unwrap();
    }
}

const SPOKEN: (&str, &str) = ("sec-websocket-protocol", "graphql-transport-ws");

fn config() -> Config {
    let config = tests::config();
    let sockets = Sockets {
        init_time: Duration::from_secs(1),
        ping_time: Duration::from_secs(1),
        operations: 3,
        ..config.sockets
    };
    Config { sockets, ..config }
}

struct Client(WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Client {
    async fn say(&mut self, message: Value) {
        self.say_text(&message.to_string()).await;
    }

    async fn say_text(&mut self, text: &str) {
        self.0.send(Message::text(text)).await.unwrap();
    }

    async fn subscribe(&mut self, id: &str, query: &str) {
        let payload = json!({ "query": query });
        self.say(json!({ "type": "subscribe", "id": id, "payload": payload }))
            .await;
    }

    async fn frame(&mut self) -> Option<Message> {
        let next = timeout(Duration::from_secs(8), self.0.next()).await;
        next.expect("something within 8 s").map(Result::unwrap)
    }

    /// The next message; frames that are not text are left out.
    async fn hear(&mut self) -> Value {
        loop {
            match self.frame().await {
                Some(Message::Text(text)) => return serde_json::from_str(&text).unwrap(),
                Some(Message::Ping(_) | Message::Pong(_)) => {}
                other => panic!("If you are here because a message was expected: {other:?}"),
            }
        }
    }

    /// The code and the reason with which the socket is closed; what is said until then is
    /// left out.
    async fn closed(&mut self) -> (u16, String) {
        loop {
            match self.frame().await {
                Some(Message::Close(Some(frame))) => {
                    return (frame.code.into(), frame.reason.to_string());
                }
                Some(Message::Text(_) | Message::Ping(_) | Message::Pong(_)) => {}
                other => panic!("If you are here because a close was expected: {other:?}"),
            }
        }
    }

    /// Whether anything is said within so many milliseconds.
    async fn is_silent(&mut self, milliseconds: u64) -> bool {
        let heard = timeout(Duration::from_millis(milliseconds), self.hear()).await;
        heard.is_err()
    }
}

/// For a conformance script of another hand: `cargo test -p throughcare serves_the_small_schema --
/// --ignored --nocapture`, and ask `subscription{ticks(to:3)}` or `subscription{endless}`.
/// `count` is done before anybody can end it.
#[actix_web::test]
#[ignore = "serves for five minutes"]
async fn serves_the_small_schema() {
    let server = Server::start(&tests::config());
    println!("ws://{}/graphql", server.address);
    tokio::time::sleep(Duration::from_secs(300)).await;
}
