//! Writing an answer: its type, its status, and errors that say neither too much nor too little.

use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
};
use async_graphql::{ErrorExtensionValues, Response, ServerError, Value};
use serde_json::json;

use super::{
    accept::Media,
    code::{Code, Refusal},
};
use crate::http::asked::Asked;

/// Characters of an error's text.
const LONGEST: usize = 300;
/// Errors of a request that is refused: the first few are enough to put it right.
const MOST_ERRORS: usize = 10;
/// Places in the query that an error names.
const MOST_LOCATIONS: usize = 5;

/// The answer to a request that is not run.
pub fn refuse(refusal: Refusal, media: Media, asked: &mut Asked) -> HttpResponse {
    let (code, allow) = (refusal.code, refusal.allow);
    let retry_after = refusal.retry_after;
    let errors = errors(refusal, asked);
    let mut response = refused(errors, status(code, media), media, json!({}));
    let headers = response.headers_mut();
    if code == Code::Unauthenticated {
        let bearer = header::HeaderValue::from_static("Bearer");
        headers.insert(header::WWW_AUTHENTICATE, bearer);
    }
    if let Some(allow) = allow {
        headers.insert(header::ALLOW, header::HeaderValue::from_static(allow));
    }
    if let Some(seconds) = retry_after {
        headers.insert(header::RETRY_AFTER, header::HeaderValue::from(seconds));
    }
    response
}

/// The errors of a request that is not run.
pub(in crate::http) fn errors(refusal: Refusal, asked: &mut Asked) -> Vec<ServerError> {
    let mut error = ServerError::new(cut(&refusal.message), None);
    error.locations = refusal.locations;
    set_code(&mut error, refusal.code);
    asked.refused(refusal.code, &mut error);
    vec![error]
}

/// The answer to a request that was handed to the schema.
pub fn answer(response: Response, media: Media, asked: &mut Asked) -> HttpResponse {
    match settle(response, asked) {
        Ok(response) => write(StatusCode::OK, media, &response),
        Err((errors, extensions)) => {
            let status = status(Code::ValidationError, media);
            refused(errors, status, media, extensions)
        }
    }
}

/// An answer whose errors have codes and say no more than they should.
///
/// # Errors
///
/// Those of a request that the schema refused to run, and its extensions.
pub(in crate::http) fn settle(
    mut response: Response,
    asked: &mut Asked,
) -> Result<Response, (Vec<ServerError>, serde_json::Value)> {
    // Validation speaks of no path, whatever is said of a value does.
    let is_refused = response.data == Value::Null
        && !response.errors.is_empty()
        && response.errors.iter().all(|error| error.path.is_empty());
    let default = if is_refused {
        Code::ValidationError
    } else {
        Code::Internal
    };
    response
        .errors
        .iter_mut()
        .for_each(|error| tidy(error, default));
    asked.answered(&mut response);
    if !is_refused {
        return Ok(response);
    }
    response.errors.truncate(MOST_ERRORS);
    Err((response.errors, json!(response.extensions)))
}

fn refused(
    errors: Vec<ServerError>,
    status: StatusCode,
    media: Media,
    extensions: serde_json::Value,
) -> HttpResponse {
    // Without `data`: nothing was run.
    let mut body = json!({ "errors": errors });
    if extensions
        .as_object()
        .is_some_and(|extensions| !extensions.is_empty())
    {
        body["extensions"] = extensions;
    }
    write(status, media, &body)
}

fn status(code: Code, media: Media) -> StatusCode {
    match media {
        Media::Json if code.is_of_the_document() => StatusCode::OK,
        _ => code.status(),
    }
}

/// Gives an error a code if it has none, and hides what nobody meant to say.
fn tidy(error: &mut ServerError, default: Code) {
    error.locations.truncate(MOST_LOCATIONS);
    let has_code = error
        .extensions
        .as_ref()
        .is_some_and(|values| values.get("code").is_some());
    if !has_code {
        let code = match (error.message.as_str(), default) {
            // async-graphql says so of a scalar that its own type refuses.
            (text, Code::Internal) if text.starts_with("Failed to parse ") => Code::BadInput,
            _ => default,
        };
        if code == Code::Internal {
            tracing::error!(error = %error.message, path = ?error.path, "A resolver failed");
            error.message = "internal error".to_owned();
        }
        set_code(error, code);
    }
    error.message = cut(&error.message);
}

fn set_code(error: &mut ServerError, code: Code) {
    error
        .extensions
        .get_or_insert_with(ErrorExtensionValues::default)
        .set("code", code.as_str());
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some(_) => text.chars().take(LONGEST - 1).chain(['…']).collect(),
        None => text.to_owned(),
    }
}

fn write(status: StatusCode, media: Media, body: &impl serde::Serialize) -> HttpResponse {
    match serde_json::to_vec(body) {
        Ok(bytes) => HttpResponse::build(status)
            .insert_header((header::CONTENT_TYPE, media.content_type()))
            .body(bytes),
        Err(error) => {
            tracing::error!(%error, "An answer cannot be written as JSON");
            HttpResponse::InternalServerError().finish()
        }
    }
}
