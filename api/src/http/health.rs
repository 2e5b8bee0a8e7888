//! For whoever watches over the server: is it alive, and can it answer?

use std::time::Duration;

use actix_web::{
    HttpResponse,
    http::header::{CACHE_CONTROL, HeaderValue},
    web::{Data, ServiceConfig},
};
use serde_json::{Value, json};

use super::{AppState, getter};

/// A database that takes longer does not answer.
const PATIENCE: Duration = Duration::from_secs(2);

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(getter("/healthz", alive))
        .service(getter("/readyz", ready));
}

/// Always the same while the program runs: it says nothing about the database.
async fn alive() -> HttpResponse {
    reply(HttpResponse::Ok(), json!({ "status": "ok" }))
}

async fn ready(state: Data<AppState>) -> HttpResponse {
    let Some(backend) = state.backend() else {
        return unavailable("the register is being loaded");
    };
    let revision = backend.revision();
    let asked = state.runtime().spawn(backend.database_answers());
    match tokio::time::timeout(PATIENCE, asked).await {
        Ok(Ok(true)) => reply(
            HttpResponse::Ok(),
            json!({ "status": "ok", "revision": revision }),
        ),
        Ok(_) => {
            state.metrics().database_failed();
            unavailable("the database does not answer")
        }
        Err(_) => {
            state.metrics().database_failed();
            unavailable("the database does not answer in time")
        }
    }
}

fn unavailable(reason: &str) -> HttpResponse {
    tracing::warn!(reason, "Not ready: {reason}");
    let body = json!({ "status": "unavailable", "reason": reason });
    reply(HttpResponse::ServiceUnavailable(), body)
}

fn reply(mut builder: actix_web::HttpResponseBuilder, body: Value) -> HttpResponse {
    builder
        .insert_header((CACHE_CONTROL, HeaderValue::from_static("no-store")))
        .json(body)
}
