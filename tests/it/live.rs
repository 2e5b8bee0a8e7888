//! Over a socket, on the whole application: bad tokens, and who is told what for how long.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use actix_web::web::Data;
use chrono::{DateTime, TimeDelta, Utc};
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tests::app::{MAX_PAGE, clock, run, runtime};
use tests::bad_tokens::bad_tokens;
use tests::db::{Engine, empty_store};
use tests::issuers::{Issuers, local_claims, with_secret};
use tests::{reading, small};
use throughcare::app::App;
use throughcare::clock::Clock;
use throughcare::config::Config;
use throughcare::http::{AppState, Guard, listen, start};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::{Message, client::IntoClientRequest, http::HeaderValue};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

/// A clock that a test moves.
struct MovingClock(AtomicI64);

impl Clock for MovingClock {
    fn now(&self) -> DateTime<Utc> {
        clock().now() + TimeDelta::seconds(self.0.load(Ordering::SeqCst))
    }
}

/// One server for one test.
struct Server {
    address: String,
    issuers: Issuers,
    clock: Arc<MovingClock>,
}

/// Serves an application while a test talks to it.
fn serving<F: Future<Output = ()>>(app: Arc<App>, test: impl FnOnce(Server) -> F) {
    let issuers = Issuers::new();
    let authority = Arc::new(issuers.authority(&[]));
    actix_web::rt::System::new().block_on(async move {
        let config = Config::for_tests();
        let clock = Arc::new(MovingClock(AtomicI64::new(0)));
        let sdl = throughcare::graphql::sdl();
        let state = AppState::new(config.limits, Guard::new(&config), sdl, runtime(), 1)
            .with_authority(authority, clock.clone());
        state.ready(app);
        let listener = listen(config.http.bind).expect("a free port");
        let address = format!(
            "ws://{}/graphql",
            listener.local_addr().expect("an address")
        );
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let until = async move {
            let _ = stopped.await;
        };
        let server = start(listener, Data::new(state), until).expect("a server");
        let ended = tokio::spawn(server);
        let server = Server {
            address,
            issuers,
            clock,
        };
        test(server).await;
        drop(stop);
        ended.await.expect("no panic").expect("a clean end");
    });
}

struct Client(WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Server {
    async fn connect(&self) -> Client {
        let mut request = self
            .address
            .as_str()
            .into_client_request()
            .expect("a request");
        let spoken = HeaderValue::from_static("graphql-transport-ws");
        request
            .headers_mut()
            .insert("sec-websocket-protocol", spoken);
        Client(connect_async(request).await.expect("a socket").0)
    }

    /// A socket of somebody with a role in the small register, or of the public.
    async fn begin(&self, role: Option<&str>) -> Client {
        let mut client = self.connect().await;
        let payload =
            role.map(|role| json!({ "authorization": format!("Bearer {}", self.token(role)) }));
        client
            .say(json!({ "type": "connection_init", "payload": payload }))
            .await;
        assert_eq!(client.hear().await["type"], "connection_ack");
        client
    }

    fn token(&self, role: &str) -> String {
        let (kid, secret) = self.issuers.local();
        let mut claims = local_claims();
        claims["sub"] = json!(role);
        claims["throughcare_role"] = json!(role);
        claims["throughcare_bodies"] = json!(["body:b"]);
        let header = json!({ "alg": "HS256", "typ": "JWT", "kid": kid });
        with_secret(&secret, &header.to_string(), &claims.to_string())
    }
}

impl Client {
    async fn say(&mut self, message: Value) {
        self.0
            .send(Message::text(message.to_string()))
            .await
            .expect("to be heard");
    }

    async fn ask(&mut self, id: &str, query: &str) {
        let payload = json!({ "query": query });
        self.say(json!({ "type": "subscribe", "id": id, "payload": payload }))
            .await;
    }

    /// The next message; `Err` with the code and reason if the socket is closed instead.
    async fn next(&mut self) -> Result<Value, (u16, String)> {
        loop {
            let next = timeout(Duration::from_secs(20), self.0.next()).await;
            match next.expect("something within 20 s") {
                Some(Ok(Message::Text(text))) => {
                    return Ok(serde_json::from_str(&text).expect("JSON"));
                }
                Some(Ok(Message::Close(Some(frame)))) => {
                    return Err((frame.code.into(), frame.reason.to_string()));
                }
                Some(Ok(_)) => {}
                other => return Err((0, format!("{other:?}"))),
            }
        }
    }

    async fn hear(&mut self) -> Value {
        self.next().await.expect("a message and no close")
    }

    /// Asks and gives the one answer.
    async fn answer(&mut self, query: &str) -> Value {
        self.ask("once", query).await;
        let next = self.hear().await;
        assert_eq!(next["type"], "next", "{next}");
        let done = self.hear().await;
        assert_eq!(done["type"], "complete", "{done}");
        next["payload"]["data"].clone()
    }
}

#[test]
fn over_a_socket_all_bad_tokens_are_closed_alike() {
    serving(reading().app.clone(), async |server| {
        // A message as long as a body may not be is closed for its length, whatever it holds.
        let most = Config::for_tests().limits.body_bytes - 200;
        let bad = bad_tokens(&server.issuers);
        let sent: Vec<_> = bad.iter().filter(|(_, token)| token.len() < most).collect();
        assert!(sent.len() >= 55, "only {} bad tokens", sent.len());
        for (what, token) in &sent {
            let mut client = server.connect().await;
            let payload = json!({ "authorization": format!("Bearer {token}") });
            client
                .say(json!({ "type": "connection_init", "payload": payload }))
                .await;
            let closed = client.next().await;
            assert_eq!(closed, Err((4403, "Forbidden".to_owned())), "{what}");
        }
        println!(
            "{} bad tokens refused over a socket, with the same close",
            sent.len()
        );
        let mut client = server.begin(Some("admin")).await;
        assert_eq!(
            client.answer("{ viewer { role } }").await["viewer"]["role"],
            "ADMIN"
        );
    });
}

const WATCH: &str = r#"subscription {
    coverageChanged(areas: { kind: DISTRICT }) {
        area { name } offer { code } stateBefore coverage { state }
    }
}"#;

/// A record of one more offer, seen by so many.
fn record(offer: &str, area: &str, visibility: &str) -> String {
    format!(
        r#"mutation {{ saveAbsence(input: {{
            offer: "{offer}", area: "{area}", visibility: {visibility}, owner: "body:b", reason: "told",
            newEvidence: {{ newSource: {{ title: "A letter" }}, grade: RESPONSIBLE_BODY,
                assertedBy: "commissioner", statement: "There is none." }} }}) {{
            written problems {{ field code message }} }} }}"#
    )
}

#[test]
fn everybody_is_told_what_they_may_see_until_their_token_ends() {
    let app = run(async {
        let store = empty_store(Engine::Sqlite).await;
        small::fill(&store).await;
        let started = App::start(store, Arc::new(clock()), MAX_PAGE, &mut |_| {}).await;
        Arc::new(started.expect("the application").0)
    });
    let offer = app.atlas().offers.rows()[0].id.clone();
    serving(app, async move |server| {
        let mut admin = server.begin(Some("admin")).await;
        let mut analyst = server.begin(Some("analyst")).await;
        let mut public = server.begin(None).await;
        for client in [&mut analyst, &mut public] {
            client.ask("watch", WATCH).await;
            // The socket answers in order, so that the subscription stands when this is answered.
            client.say(json!({ "type": "ping" })).await;
            assert_eq!(client.hear().await["type"], "pong");
        }
        settle(&mut analyst).await;
        settle(&mut public).await;

        let told = admin.answer(&record(&offer, "d6", "RESTRICTED")).await;
        assert_eq!(told["saveAbsence"]["written"], true, "{told}");
        let event = analyst.hear().await;
        let change = &event["payload"]["data"]["coverageChanged"];
        assert_eq!(change["area"]["name"], "Area d6", "{event}");
        assert_eq!(change["coverage"]["state"], "ABSENT");

        // The public is told of the next change and of nothing before it.
        let told = admin.answer(&record(&offer, "d5", "PUBLIC")).await;
        assert_eq!(told["saveAbsence"]["written"], true, "{told}");
        let event = public.hear().await;
        let change = &event["payload"]["data"]["coverageChanged"];
        assert_eq!(change["area"]["name"], "Area d5", "{event}");
        assert_eq!(
            analyst.hear().await["payload"]["data"]["coverageChanged"]["area"]["name"],
            "Area d5"
        );

        server.clock.0.store(601 + 60, Ordering::SeqCst);
        assert_eq!(
            analyst.next().await,
            Err((4403, "Token expired".to_owned()))
        );
        // Who has no token has none that ends.
        let answer = public.answer("{ viewer { role } }").await;
        assert_eq!(answer["viewer"]["role"], "PUBLIC");
    });
}

/// Waits until a subscription that was asked for before has looked at the register once.
async fn settle(client: &mut Client) {
    for _ in 0..3 {
        client.answer("{ register { revision } }").await;
    }
}
