//! Messages: what a text says, and texts that say something.

use async_graphql::{Response, ServerError};
use serde_json::{Map, Value, json};

use super::close::Close;

/// Characters of an operation's id, which every answer repeats.
const LONGEST_ID: usize = 256;

/// What the other end says.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// It begins; perhaps it says who it is.
    Init(Map<String, Value>),
    /// Are you there?
    Ping(Option<Value>),
    /// I am.
    Pong,
    /// It asks.
    Subscribe {
        /// Names the operation from now on.
        id: String,
        /// The parameters of the request.
        payload: Map<String, Value>,
    },
    /// It wants to hear no more.
    Complete {
        /// Which operation.
        id: String,
    },
}

/// What a text says.
///
/// # Errors
///
/// How to close the socket, if it says nothing that the protocol knows.
pub fn read(text: &str) -> Result<Heard, Close> {
    let bad = |why| Err(Close::BadMessage(why));
    let Ok(Value::Object(mut message)) = serde_json::from_str(text) else {
        return bad("A message is a JSON object");
    };
    let payload = message.remove("payload").unwrap_or_default();
    let kind = message.remove("type").unwrap_or_default();
    let id = match message.remove("id") {
        Some(Value::String(id)) if !id.is_empty() && id.len() <= LONGEST_ID => Some(id),
        _ => None,
    };
    match (kind.as_str(), payload) {
        (Some("connection_init"), Value::Object(payload)) => Ok(Heard::Init(payload)),
        (Some("connection_init"), Value::Null) => Ok(Heard::Init(Map::new())),
        (Some("ping"), Value::Null) => Ok(Heard::Ping(None)),
        (Some("ping"), payload @ Value::Object(_)) => Ok(Heard::Ping(Some(payload))),
        (Some("pong"), Value::Null | Value::Object(_)) => Ok(Heard::Pong),
        (Some("connection_init" | "ping" | "pong"), _) => bad("The payload is not an object"),
        (Some("subscribe"), Value::Object(payload)) => match id {
            Some(id) => Ok(Heard::Subscribe { id, payload }),
            None => bad("subscribe needs an id, a text of 1 to 256 bytes"),
        },
        (Some("subscribe"), _) => bad("subscribe needs a payload with a query"),
        (Some("complete"), _) => match id {
            Some(id) => Ok(Heard::Complete { id }),
            None => bad("complete needs the id of an operation"),
        },
        (Some(_), _) => bad("The type is none that a client may send"),
        (None, _) => bad("The message has no type"),
    }
}

/// We know each other.
pub fn ack() -> String {
    json!({ "type": "connection_ack" }).to_string()
}

/// The answer to a ping.
pub fn pong(payload: Option<Value>) -> String {
    match payload {
        Some(payload) => json!({ "type": "pong", "payload": payload }).to_string(),
        None => json!({ "type": "pong" }).to_string(),
    }
}

/// An answer of an operation.
pub fn next(id: &str, response: &Response) -> String {
    json!({ "id": id, "type": "next", "payload": response }).to_string()
}

/// Why an operation is not run; it has ended.
pub fn error(id: &str, errors: &[ServerError]) -> String {
    json!({ "id": id, "type": "error", "payload": errors }).to_string()
}

/// An operation has ended.
pub fn complete(id: &str) -> String {
    json!({ "id": id, "type": "complete" }).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_message_is_refused() {
        let long = format!(r#"{{"type":"complete","id":"{}"}}"#, "x".repeat(300));
        let deep = format!(r#"{{"type":"ping","payload":{}}}"#, "[".repeat(5_000));
        for text in [
            "",
            "null",
            "[]",
            "{}",
            r#"{"type":1}"#,
            r#"{"type":"next","id":"1","payload":{}}"#,
            r#"{"type":"connection_init","payload":"x"}"#,
            r#"{"type":"ping","payload":[]}"#,
            r#"{"type":"subscribe","payload":{}}"#,
            r#"{"type":"subscribe","id":"","payload":{}}"#,
            r#"{"type":"subscribe","id":1,"payload":{}}"#,
            r#"{"type":"subscribe","id":"1"}"#,
            r#"{"type":"complete"}"#,
            &long,
            &deep,
        ] {
            let close = read(text).unwrap_err();
            assert_eq!(close.code(), 4400, "{text:.60}");
        }
        assert_eq!(
            read(r#"{"type":"ping","payload":null}"#),
            Ok(Heard::Ping(None))
        );
    }
}
