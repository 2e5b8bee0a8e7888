//! Reading a request: the query and what goes with it, from a body or from an address.

use actix_web::{
    HttpRequest,
    http::header::{CONTENT_ENCODING, CONTENT_TYPE},
    web,
};
use serde_json::{Map, Value};

use super::code::{Code, Refusal};

/// The parameters of a request, of the right kinds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Params {
    /// The document.
    pub query: Option<String>,
    /// The SHA-256 of a document that we may know.
    pub hash: Option<String>,
    /// Which of its operations.
    pub operation_name: Option<String>,
    /// Values of its variables.
    pub variables: Map<String, Value>,
}

/// Refuses a body that is not JSON by its own account. A form or `text/plain` could be sent by
/// a page of any host without asking us first.
pub fn check_content_type(request: &HttpRequest) -> Result<(), Refusal> {
    let header = |name| {
        request
            .headers()
            .get(name)
            .and_then(|value| value.to_str().ok())
    };
    let mut parts = header(CONTENT_TYPE)
        .unwrap_or_default()
        .split(';')
        .map(str::trim);
    let is_json = parts
        .next()
        .is_some_and(|kind| kind.eq_ignore_ascii_case("application/json"));
    let is_utf8 = parts.all(|part| match part.split_once('=') {
        Some((name, value)) if name.eq_ignore_ascii_case("charset") => {
            value.trim_matches('"').eq_ignore_ascii_case("utf-8")
        }
        _ => true,
    });
    let is_plain =
        header(CONTENT_ENCODING).is_none_or(|value| value.eq_ignore_ascii_case("identity"));
    if is_json && is_utf8 && is_plain {
        return Ok(());
    }
    let message = "Send the request as Content-Type: application/json in UTF-8, not compressed.";
    Err(Refusal::new(Code::UnsupportedMediaType, message))
}

/// The parameters in a body.
pub fn from_body(body: &[u8]) -> Result<Params, Refusal> {
    if body.is_empty() {
        return Err(bad("The body is empty; send {\"query\": \"…\"}."));
    }
    let json = serde_json::from_slice(body)
        .map_err(|error| bad(format!("The body is not JSON: {error}.")))?;
    match json {
        Value::Object(parameters) => from_object(parameters),
        Value::Array(_) => Err(bad("Send one request at a time; batches are not answered.")),
        _ => Err(bad(
            "The body is not a JSON object; send {\"query\": \"…\"}.",
        )),
    }
}

/// The parameters in an address.
pub fn from_address(query_string: &str) -> Result<Params, Refusal> {
    let pairs = web::Query::<Vec<(String, String)>>::from_query(query_string)
        .map_err(|_| bad("The address has parameters that cannot be read."))?;
    let mut parameters = Map::new();
    for (name, text) in pairs.into_inner() {
        let value = match name.as_str() {
            "variables" | "extensions" if text.is_empty() => Value::Null,
            "variables" | "extensions" => serde_json::from_str(&text)
                .map_err(|error| bad(format!("The parameter {name} is not JSON: {error}.")))?,
            "query" | "operationName" | "documentId" => Value::String(text),
            _ => continue,
        };
        if parameters.contains_key(&name) {
            return Err(bad(format!("The parameter {name} is given twice.")));
        }
        parameters.insert(name, value);
    }
    from_object(parameters)
}

/// The parameters in an object.
pub fn from_object(mut parameters: Map<String, Value>) -> Result<Params, Refusal> {
    let mut take = |name| parameters.remove(name).unwrap_or_default();
    let query = match take("query") {
        Value::String(query) => Some(query),
        Value::Null => None,
        _ => return Err(bad("The parameter query is not a string.")),
    };
    let operation_name = match take("operationName") {
        Value::Null => None,
        Value::String(name) => Some(name).filter(|name| !name.is_empty()),
        _ => return Err(bad("The parameter operationName is not a string.")),
    };
    let variables = object("variables", take("variables"))?;
    let extensions = object("extensions", take("extensions"))?;
    let hash = hash(take("documentId"), &extensions)?;
    if query.is_none() && hash.is_none() {
        return Err(bad("There is no query; send it as the parameter query."));
    }
    Ok(Params {
        query,
        hash,
        operation_name,
        variables,
    })
}

/// The hash of a document, said by either of two customs: `documentId: "sha256:…"`, or
/// `extensions.persistedQuery.sha256Hash`.
fn hash(id: Value, extensions: &Map<String, Value>) -> Result<Option<String>, Refusal> {
    const RIGHT: &str = "64 hexadecimal digits";
    let persisted = extensions.get("persistedQuery").unwrap_or(&Value::Null);
    let (name, text) = match (&id, persisted) {
        (Value::Null, Value::Null) => return Ok(None),
        (Value::Null, persisted) => (
            "extensions.persistedQuery.sha256Hash",
            persisted["sha256Hash"].as_str(),
        ),
        (id, _) => (
            "documentId",
            id.as_str().and_then(|id| id.strip_prefix("sha256:")),
        ),
    };
    let is_hash = |text: &&str| text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit());
    match text.filter(is_hash) {
        Some(text) => Ok(Some(text.to_ascii_lowercase())),
        None if name == "documentId" => Err(bad(format!(
            "The parameter documentId is not sha256: and {RIGHT}."
        ))),
        None => Err(bad(format!("The parameter {name} is not {RIGHT}."))),
    }
}

fn object(name: &str, value: Value) -> Result<Map<String, Value>, Refusal> {
    match value {
        Value::Null => Ok(Map::new()),
        Value::Object(object) => Ok(object),
        _ => Err(bad(format!("The parameter {name} is not a JSON object."))),
    }
}

fn bad(message: impl Into<String>) -> Refusal {
    Refusal::new(Code::BadRequest, message)
}
