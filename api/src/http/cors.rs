//! Which hosts' pages may ask: none, unless the settings name some.

use actix_cors::Cors;
use actix_web::{
    http::header::{
        ACCEPT, AUTHORIZATION, CONTENT_TYPE, HOST, HeaderMap, HeaderName, ORIGIN, RETRY_AFTER,
    },
    middleware::Condition,
};

/// Seconds for which a browser need not ask again.
const MAX_AGE: usize = 3_600;

/// Lets pages of these origins ask. Who asks is in a header that a page sets itself, so that
/// browsers need not send cookies along, and may not.
pub fn for_pages_of(origins: &[String]) -> Condition<Cors> {
    let headers = |names: [&'static str; 3]| names.map(HeaderName::from_static);
    let cors = Cors::default()
        .allowed_methods(["GET", "POST"])
        .allowed_headers([ACCEPT, AUTHORIZATION, CONTENT_TYPE])
        .allowed_headers(headers(["x-request-id", "traceparent", "tracestate"]))
        .expose_headers([RETRY_AFTER])
        .expose_headers(headers([
            "x-request-id",
            "x-throughcare-revision",
            "x-throughcare-cost",
        ]))
        .max_age(MAX_AGE);
    let cors = origins
        .iter()
        .fold(cors, |cors, origin| cors.allowed_origin(origin));
    Condition::new(!origins.is_empty(), cors)
}

/// Whether a WebSocket may be opened. Browsers let a page of any host open one, and say whose it
/// is; programs say nothing.
pub fn may_connect(headers: &HeaderMap, origins: &[String]) -> bool {
    let mut said = headers.get_all(ORIGIN).map(|origin| origin.to_str().ok());
    let origin = match (said.next(), said.next()) {
        (None, _) => return true,
        (Some(Some(origin)), None) => origin.to_ascii_lowercase(),
        _ => return false,
    };
    if origins.contains(&origin) {
        return true;
    }
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let theirs = origin.split_once("://").map(|(_, host)| host);
    // The scheme is the proxy's affair: it may speak HTTPS where we speak HTTP.
    theirs.is_some_and(|theirs| host.is_some_and(|ours| ours.eq_ignore_ascii_case(theirs)))
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::HeaderValue;

    use super::*;

    #[test]
    fn pages_of_other_hosts_may_not_connect() {
        let origins = ["https://care.example".to_owned()];
        for (origin, expected) in [
            ("", true),
            ("http://here:8080", true),
            ("https://HERE:8080", true),
            ("https://care.example", true),
            ("http://care.example", false),
            ("https://care.example:444", false),
            ("http://here", false),
            ("http://here:8080.evil.example", false),
            ("here:8080", false),
            ("null", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(HOST, HeaderValue::from_static("here:8080"));
            if !origin.is_empty() {
                headers.insert(ORIGIN, HeaderValue::from_static(origin));
            }
            assert_eq!(may_connect(&headers, &origins), expected, "{origin:?}");
        }
    }
}
