//! One line for every request, one span for its trace, and an id to find both by.

use std::time::Instant;

use actix_web::{
    Error, HttpMessage, HttpRequest,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    http::header::{HeaderMap, HeaderName, HeaderValue},
    middleware::Next,
    web::Data,
};
use opentelemetry::{
    propagation::{Extractor, TextMapPropagator},
    trace::Status,
};
use opentelemetry_sdk::propagation::TraceContextPropagator;
use tracing::{Instrument, Span};
use tracing_opentelemetry::OpenTelemetrySpanExt;

use super::AppState;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The id of a request, as its handlers find it.
struct RequestId(String);

/// Logs the request. The id is the caller's own, if it is a plain one, or ours; what is logged
/// meanwhile carries it. The query string is left out: it may hold a query.
pub async fn log(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let id = request_id(&request);
    request.extensions_mut().insert(RequestId(id.clone()));
    let method = request.method().clone();
    let path: String = request.path().chars().take(200).collect();
    let began = Instant::now();
    let is_probe = matches!(path.as_str(), "/healthz" | "/readyz" | "/metrics");
    let span = if is_probe {
        tracing::debug_span!("request", request_id = %id)
    } else {
        tracing::info_span!("request", request_id = %id)
    };
    continue_trace(&span, request.headers());
    let outcome = next.call(request).instrument(span.clone()).await;
    // A JSON number has to fit 64 bits.
    let milliseconds = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    let status = match &outcome {
        Ok(response) => response.status(),
        Err(error) => error.as_response_error().status_code(),
    };
    let pattern = outcome
        .as_ref()
        .ok()
        .and_then(|response| response.request().match_pattern());
    // The path itself is the caller's to make up.
    span.set_attribute("http.route", pattern.unwrap_or_else(|| "none".to_owned()));
    span.set_attribute("http.request.method", method.as_str().to_owned());
    span.set_attribute("http.response.status_code", i64::from(status.as_u16()));
    if status.is_server_error() {
        span.set_status(Status::error(""));
    }
    macro_rules! line {
        ($level:ident) => {
            tracing::$level!(
                %method, path, status = status.as_u16(), milliseconds, request_id = %id,
                "{method} {path} {} in {milliseconds} ms", status.as_u16()
            )
        };
    }
    match status.as_u16() {
        500.. => line!(warn),
        _ if is_probe => line!(debug),
        _ => line!(info),
    }
    let mut response = outcome?;
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    Ok(response)
}

/// The id of a request that [`log`] has seen.
pub fn id_of(request: &HttpRequest) -> String {
    let extensions = request.extensions();
    let id = extensions.get::<RequestId>();
    id.map_or_else(String::new, |RequestId(id)| id.clone())
}

fn request_id(request: &ServiceRequest) -> String {
    let theirs = request
        .headers()
        .get(REQUEST_ID)
        .and_then(|id| id.to_str().ok());
    let is_plain = |id: &&str| {
        (1..=64).contains(&id.len())
            && id
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
    };
    match (
        theirs.filter(is_plain),
        request.app_data::<Data<AppState>>(),
    ) {
        (Some(id), _) => id.to_owned(),
        (None, Some(state)) => state.next_request_id(),
        (None, None) => String::new(),
    }
}

/// Makes the span a part of the caller's trace, if the headers tell of one (W3C `traceparent`).
fn continue_trace(span: &Span, headers: &HeaderMap) {
    if headers.contains_key("traceparent") {
        let context = TraceContextPropagator::new().extract(&Headers(headers));
        // It fails where no traces are kept.
        let _ = span.set_parent(context);
    }
}

struct Headers<'a>(&'a HeaderMap);

impl Extractor for Headers<'_> {
    fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.to_str().ok()
    }

    fn keys(&self) -> Vec<&str> {
        self.0.keys().map(HeaderName::as_str).collect()
    }
}
