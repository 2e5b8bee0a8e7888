//! One line for every request, and an id to find it by.

use std::time::Instant;

use actix_web::{
    Error,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    http::header::{HeaderName, HeaderValue},
    middleware::Next,
    web::Data,
};
use tracing::Instrument;

use super::AppState;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Logs the request. The id is the caller's own, if it is a plain one, or ours; what is logged
/// meanwhile carries it. The query string is left out: it may hold a query.
pub async fn log(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let id = request_id(&request);
    let method = request.method().clone();
    let path: String = request.path().chars().take(200).collect();
    let began = Instant::now();
    let span = tracing::info_span!("request", request_id = %id);
    let outcome = next.call(request).instrument(span).await;
    // A JSON number has to fit 64 bits.
    let milliseconds = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    let status = match &outcome {
        Ok(response) => response.status(),
        Err(error) => error.as_response_error().status_code(),
    };
    let is_probe = matches!(path.as_str(), "/healthz" | "/readyz");
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
