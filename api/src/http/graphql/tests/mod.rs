//! The layer on a small schema.

mod bombs;
mod cost;
mod entry;
mod requests;
mod served;
mod watched;

pub(in crate::http) use self::bombs::bombs;
use std::sync::Arc;

use actix_web::{
    http::{StatusCode, header},
    test::{TestRequest, call_service, init_service, read_body},
    web::Data,
};
use async_graphql::{InputObject, Object, Request, Response, Schema, Subscription};
use futures_util::{Stream, StreamExt, stream, stream::BoxStream};
use serde_json::{Value, json};
use tokio::runtime::Handle;

use crate::{
    auth::{Authority, Viewer},
    clock::Clock,
    config::{Config, Limits},
    http::{
        AppState, Guard,
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

    async fn past(&self, known_at: Option<i32>) -> bool {
        known_at.is_some()
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

    async fn found(&self, filter: Option<Filter>, first: Option<i32>) -> Vec<Self> {
        let _ = (filter, first);
        Vec::new()
    }
}

#[derive(InputObject)]
struct Filter {
    some: Option<Box<Filter>>,
    or: Option<Vec<Filter>>,
}

struct Mutation;

#[Object]
impl Mutation {
    async fn change(&self) -> bool {
        true
    }
}

struct Events;

#[Subscription]
impl Events {
    async fn count(&self, to: i32) -> impl Stream<Item = i32> {
        stream::iter(1..=to)
    }

    /// Slow enough that whoever hears one can say something before the next.
    async fn ticks(&self, to: i32) -> impl Stream<Item = i32> {
        stream::iter(1..=to).then(|number| async move {
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            number
        })
    }

    /// Every 20 ms, as long as anybody hears it.
    async fn endless(&self) -> impl Stream<Item = i32> {
        stream::iter(0..).then(|number| async move {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
            number
        })
    }

    /// A megabyte and another, as fast as they are taken.
    async fn flood(&self) -> impl Stream<Item = String> {
        stream::repeat_with(|| "x".repeat(1 << 20))
    }
}

type Small = Schema<Query, Mutation, Events>;

struct Tiny {
    schema: Small,
    has_database: bool,
}

impl Backend for Tiny {
    fn execute(self: Arc<Self>, request: Request, viewer: Viewer) -> Answer<Response> {
        Box::pin(async move { self.schema.execute(request.data(viewer)).await })
    }

    fn subscribe(
        self: Arc<Self>,
        request: Request,
        viewer: Viewer,
    ) -> BoxStream<'static, Response> {
        Box::pin(self.schema.execute_stream(request.data(viewer)))
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

fn schema() -> Small {
    Schema::new(Query, Mutation, Events)
}

/// Small limits.
pub(in crate::http) fn config() -> Config {
    let config = Config::for_tests();
    let limits = Limits {
        body_bytes: 20_000,
        request_time: std::time::Duration::from_millis(300),
        ..config.limits
    };
    Config { limits, ..config }
}

fn state() -> Data<AppState> {
    Data::new(new_state(&config()))
}

fn new_state(config: &Config) -> AppState {
    let (sdl, runtime) = (schema().sdl(), Handle::current());
    AppState::new(config.limits, Guard::new(config), sdl, runtime, 0)
}

fn ready(has_database: bool) -> Data<AppState> {
    let state = state();
    answer_from_small_schema(&state, has_database);
    state
}

/// A state of other settings that answers from the small schema.
pub(in crate::http) fn ready_by(config: &Config, clock: Arc<dyn Clock>) -> Data<AppState> {
    let authority = Arc::new(Authority::closed());
    let state = Data::new(new_state(config).with_authority(authority, clock));
    answer_from_small_schema(&state, true);
    state
}

fn answer_from_small_schema(state: &AppState, has_database: bool) {
    let schema = schema();
    state.ready(Arc::new(Tiny {
        schema,
        has_database,
    }));
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
