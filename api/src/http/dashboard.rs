//! The dashboard's pages and files, with what lets a browser keep them.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{
        ACCEPT, ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, HeaderName,
        IF_NONE_MATCH, VARY,
    },
    web::ServiceConfig,
};

use super::{getter, headers::InlineStyles, page};
use crate::{
    config::documents::hash,
    dashboard::{self, File},
};

/// What has a hash in its name never changes.
const FOR_GOOD: &str = "public, max-age=31536000, immutable";
/// What has none is asked for again, and answered with 304 while it is the same.
pub(super) const ASK_AGAIN: &str = "no-cache";

/// The one page whose styles may be inline.
const QUERY_EDITOR: &str = "/graphiql.html";

pub fn routes(config: &mut ServiceConfig) {
    for file in dashboard::files() {
        let path = match file.path {
            "/index.html" => continue,
            QUERY_EDITOR => "/graphiql",
            path => path,
        };
        config.service(getter(path, async |request: HttpRequest| {
            send(&request, file, 200)
        }));
    }
    let Some(index) = dashboard::index() else {
        config.service(getter("/", async || page::without_dashboard()));
        return;
    };
    for route in dashboard::routes() {
        config.service(getter(&pattern(route), async |request: HttpRequest| {
            send(&request, index, 200)
        }));
    }
}

/// The page that says that there is none, for somebody who reads pages.
pub fn not_found(request: &HttpRequest) -> Option<HttpResponse> {
    let index = dashboard::index()?;
    let reads_pages = said(request, ACCEPT).contains("text/html");
    reads_pages.then(|| send(request, index, 404))
}

/// `/areas/:code` as actix writes it.
fn pattern(route: &str) -> String {
    let parts = route.split('/').map(|part| match part.strip_prefix(':') {
        Some(name) => format!("{{{name}}}"),
        None => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("/")
}

fn send(request: &HttpRequest, file: &'static File, status: u16) -> HttpResponse {
    let wants_gzip = said(request, ACCEPT_ENCODING).split(',').any(is_gzip);
    let zipped = file.gzip.filter(|_| wants_gzip);
    let is_named_by_hash = file.path.starts_with("/assets/");
    let tag = (!is_named_by_hash).then(|| tag(file));
    let is_theirs = status == 200 && tag.as_ref().is_some_and(|tag| is_theirs(request, tag));
    let mut answer = match status {
        _ if is_theirs => HttpResponse::NotModified(),
        200 => HttpResponse::Ok(),
        _ => HttpResponse::NotFound(),
    };
    let keep = if is_named_by_hash {
        FOR_GOOD
    } else {
        ASK_AGAIN
    };
    answer
        .insert_header((CONTENT_TYPE, file.kind))
        .insert_header((CACHE_CONTROL, keep))
        .insert_header((VARY, "accept-encoding"));
    if let Some(tag) = tag {
        // Weak: the compressed bytes have the same one.
        answer.insert_header((ETAG, format!("W/{tag}")));
    }
    let mut response = match zipped {
        _ if is_theirs => answer.finish(),
        Some(bytes) => answer.insert_header((CONTENT_ENCODING, "gzip")).body(bytes),
        None => answer.body(file.plain),
    };
    if file.path == QUERY_EDITOR {
        response.extensions_mut().insert(InlineStyles);
    }
    response
}

/// Whether a browser has kept what has this tag.
pub(super) fn is_theirs(request: &HttpRequest, tag: &str) -> bool {
    let mut theirs = said(request, IF_NONE_MATCH).split(',').map(str::trim);
    theirs.any(|theirs| theirs.trim_start_matches("W/") == tag)
}

fn tag(file: &File) -> String {
    let text = String::from_utf8_lossy(file.plain);
    let hash: String = hash(&text).chars().take(32).collect();
    format!("\"{hash}\"")
}

/// `gzip`, unless it is refused with a weight of nothing.
fn is_gzip(coding: &str) -> bool {
    let mut parts = coding.split(';').map(str::trim);
    let is_named = parts
        .next()
        .is_some_and(|name| name.eq_ignore_ascii_case("gzip"));
    let is_refused = parts.any(|part| {
        part.strip_prefix("q=")
            .and_then(|weight| weight.trim().parse::<f32>().ok())
            .is_some_and(|weight| weight <= 0.0)
    });
    is_named && !is_refused
}

fn said(request: &HttpRequest, name: HeaderName) -> &str {
    request
        .headers()
        .get(name)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_with_parts_that_vary_is_a_pattern() {
        assert_eq!(
            pattern("/areas/:code/court-today"),
            "/areas/{code}/court-today"
        );
        assert_eq!(pattern("/"), "/");
    }

    #[test]
    fn gzip_is_sent_to_whoever_takes_it() {
        for (coding, takes) in [
            ("gzip", true),
            (" GZIP;q=0.5", true),
            ("gzip;q=0", false),
            ("br", false),
        ] {
            assert_eq!(is_gzip(coding), takes, "{coding}");
        }
    }

    #[test]
    fn every_document_of_the_pages_is_graphql() {
        for text in dashboard::documents().values() {
            assert!(async_graphql::parser::parse_query(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn nothing_is_inline_but_in_the_query_editor() {
        for file in dashboard::files()
            .iter()
            .filter(|file| file.kind.starts_with("text/html"))
        {
            let text = String::from_utf8_lossy(file.plain);
            assert!(
                !text.contains("<style") && !text.contains("style="),
                "{}",
                file.path
            );
            for script in text.split("<script").skip(1) {
                assert!(script.contains("src="), "{}: no inline script", file.path);
            }
            for outside in ["http://", "https://", "\"//"] {
                assert!(
                    !text.contains(outside),
                    "{}: {outside} leads to another host",
                    file.path
                );
            }
        }
    }
}
