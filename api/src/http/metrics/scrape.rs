//! `/metrics`, for those who may read it.

use std::net::SocketAddr;

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{CACHE_CONTROL, CONTENT_TYPE, FORWARDED, HeaderValue},
    web::{Data, ServiceConfig},
};

use crate::{
    config::http::Exposure,
    http::{AppState, getter, nothing_here},
};

const OPENMETRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

pub fn routes(config: &mut ServiceConfig) {
    config.service(getter("/metrics", metrics));
}

async fn metrics(state: Data<AppState>, request: HttpRequest) -> HttpResponse {
    let may_read = match state.exposure() {
        Exposure::Off => return nothing_here(),
        Exposure::Open => true,
        Exposure::Local => is_local(&request),
    };
    if !may_read {
        return HttpResponse::Forbidden()
            .insert_header((CONTENT_TYPE, HeaderValue::from_static("text/plain")))
            .body("Metrics are for this machine only; the setting http.metrics says so.\n");
    }
    let revision = state.backend().map(|backend| backend.revision());
    match state.metrics().text(revision) {
        Ok(text) => HttpResponse::Ok()
            .insert_header((CONTENT_TYPE, HeaderValue::from_static(OPENMETRICS)))
            .insert_header((CACHE_CONTROL, HeaderValue::from_static("no-store")))
            .body(text),
        Err(error) => {
            tracing::error!(%error, "The metrics cannot be written");
            HttpResponse::InternalServerError().finish()
        }
    }
}

/// Whether the other end of the connection is on this machine, and asks for itself. A proxy on
/// this machine that says for whom it asks is not believed, and asks for others.
fn is_local(request: &HttpRequest) -> bool {
    let is_loopback = |peer: SocketAddr| peer.ip().to_canonical().is_loopback();
    let headers = request.headers();
    let is_passed_on = headers.contains_key(FORWARDED)
        || headers.contains_key("x-forwarded-for")
        || headers.contains_key("x-real-ip");
    request.peer_addr().is_some_and(is_loopback) && !is_passed_on
}
