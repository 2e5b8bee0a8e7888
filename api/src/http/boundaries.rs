//! The boundary files that this server was given: their list, and each of them.

use std::collections::BTreeMap;

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG},
    web::{Bytes, Data, Path, ServiceConfig},
};
use serde_json::{Value, json};

use super::{
    AppState,
    dashboard::{ASK_AGAIN, is_theirs},
    getter, not_found,
};
use crate::{boundaries::Layer, config::documents::hash};

/// What is served of boundaries.
pub struct Served {
    list: Kept,
    files: BTreeMap<String, Kept>,
}

struct Kept {
    body: Bytes,
    tag: String,
}

impl Kept {
    fn new(text: String) -> Self {
        let hash: String = hash(&text).chars().take(32).collect();
        Self {
            tag: format!("\"{hash}\""),
            body: Bytes::from(text),
        }
    }
}

impl Default for Served {
    fn default() -> Self {
        Self::of(Vec::new())
    }
}

impl Served {
    pub fn of(layers: Vec<Layer>) -> Self {
        let list = layers.iter().map(|Layer { name, codes, .. }| {
            json!({ "name": name, "path": format!("/boundaries/{name}.geojson"), "codes": codes })
        });
        Self {
            list: Kept::new(list.collect::<Value>().to_string()),
            files: layers
                .into_iter()
                .map(|layer| (layer.name, Kept::new(layer.geojson)))
                .collect(),
        }
    }
}

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(getter(
            "/boundaries",
            async |request: HttpRequest, state: Data<AppState>| {
                let kind = "application/json; charset=utf-8";
                send(&request, kind, &state.boundaries().list)
            },
        ))
        .service(getter("/boundaries/{name}.geojson", file));
}

async fn file(request: HttpRequest, name: Path<String>, state: Data<AppState>) -> HttpResponse {
    match state.boundaries().files.get(name.as_str()) {
        Some(kept) => send(&request, "application/geo+json", kept),
        None => not_found(request).await,
    }
}

/// They change only with a start of the server, and then without a change of name.
fn send(request: &HttpRequest, kind: &'static str, kept: &Kept) -> HttpResponse {
    let is_theirs = is_theirs(request, &kept.tag);
    let mut answer = if is_theirs {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    answer
        .insert_header((CONTENT_TYPE, kind))
        .insert_header((CACHE_CONTROL, ASK_AGAIN))
        // Weak: it may be compressed on its way.
        .insert_header((ETAG, format!("W/{}", kept.tag)));
    if is_theirs {
        answer.finish()
    } else {
        answer.body(kept.body.clone())
    }
}
