//! Clients that write until the server is gone, and remember what they were told.

use std::sync::mpsc::Sender;
use std::thread::JoinHandle;

use serde_json::{Value, json};

use super::server::ask;

/// One request: sent again with the same key, it is answered again and done once.
#[derive(Clone, Debug)]
pub struct Sent {
    key: String,
    query: &'static str,
    input: Value,
    /// Words that only this request writes.
    pub words: String,
}

/// A request and its answer, if one came.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The request.
    pub sent: Sent,
    /// `None`: nobody knows whether it was done.
    pub answer: Option<Value>,
}

const SERVICE: &str = "mutation ($input: SaveServiceInput!) { \
    done: saveService(input: $input) { written nodeId revision problems { field message } } }";
const RECORD: &str = "mutation ($input: SaveCoverageRecordInput!) { \
    done: saveCoverageRecord(input: $input) { written nodeId revision problems { field message } } }";

/// Sends a request. An error is a server that went away, or one whose database did: it says so, and
/// then nothing is promised.
pub fn send(address: &str, token: &str, sent: &Sent) -> Result<Value, String> {
    let mut input = sent.input.clone();
    input["idempotencyKey"] = json!(sent.key);
    let answer = ask(address, token, sent.query, json!({ "input": input }));
    let answer = answer.map_err(|error| error.to_string())?;
    match &answer["data"]["done"] {
        Value::Object(done) => Ok(Value::Object(done.clone())),
        _ => Err(answer.to_string()),
    }
}

/// Makes a service with two bodies, and then a record of it with its evidence and source: the one
/// place that knows how to write. `false` when the server went away.
fn write_once(address: &str, token: &str, name: &str, asked: &mut Vec<Asked>) -> bool {
    let mut put = |words: String, query, input| {
        let key = format!("key of {words}");
        let sent = Sent {
            key,
            query,
            input,
            words,
        };
        let answer = send(address, token, &sent).ok();
        asked.push(Asked {
            sent,
            answer: answer.clone(),
        });
        answer
    };
    let title = format!("Service {name}.");
    let service = json!({ "title": title, "reason": "a load",
        "bodies": [{ "body": node("body", "body:a"), "role": "COMMISSIONER" },
                   { "body": node("body", "body:trust"), "role": "PROVIDER" }] });
    let Some(made) = put(title, SERVICE, service) else {
        return false;
    };
    assert_eq!(made["written"], true, "{made}");
    let words = format!("Record {name}.");
    let record = json!({ "service": made["nodeId"], "offer": "talking", "area": "D1",
        "status": "LIVE", "reason": "a load",
        "newEvidence": { "grade": "PRESS", "assertedBy": "provider", "statement": words,
                         "newSource": { "title": words } } });
    let Some(made) = put(words, RECORD, record) else {
        return false;
    };
    assert_eq!(made["written"], true, "{made}");
    true
}

fn node(kind: &str, row: &str) -> String {
    use base64::Engine;
    let engine = base64::engine::general_purpose::URL_SAFE_NO_PAD;
    format!("{kind}_{}", engine.encode(row))
}

/// Writes until the server goes away, and tells of every two changes that it was told are done.
pub fn client(
    address: String,
    token: String,
    name: String,
    done: Sender<()>,
) -> JoinHandle<Vec<Asked>> {
    std::thread::spawn(move || {
        let mut asked = Vec::new();
        let mut number = 0;
        while write_once(&address, &token, &format!("{name}-{number}"), &mut asked) {
            number += 1;
            // Nobody listens any more once the kill is on its way.
            let _ = done.send(());
        }
        asked
    })
}
