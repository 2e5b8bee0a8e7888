//! Pages: every row once, in order, in both directions.

use serde_json::{Value, json};
use tests::reading;

const FORWARD: &str = r#"query($after: String) { services(first: 37, after: $after, filter: {state: [LIVE]}, orderBy: [{field: ENDS_ON, direction: DESC}, {field: TITLE}], asOf: "2026-11-22") {
    totalCount pageInfo { hasNextPage endCursor } nodes { id endsOn title } } }"#;
const BACKWARD: &str = r#"query($before: String) { services(last: 37, before: $before, filter: {state: [LIVE]}, orderBy: [{field: ENDS_ON, direction: DESC}, {field: TITLE}], asOf: "2026-11-22") {
    pageInfo { hasPreviousPage startCursor } nodes { id endsOn title } } }"#;

fn walk(query: &str, variable: &str, more: &str, cursor: &str) -> Vec<Vec<Value>> {
    let mut pages = Vec::new();
    let mut at = Value::Null;
    loop {
        let reply = reading().ask_with(query, json!({ variable: at }));
        let services = reply.at("/services");
        pages.push(services["nodes"].as_array().expect("nodes").clone());
        if services["pageInfo"][more] != json!(true) {
            return pages;
        }
        at = services["pageInfo"][cursor].clone();
        assert!(pages.len() < 100, "the pages do not end");
    }
}

#[test]
fn pages_hold_every_row_once_in_both_directions() {
    let forward: Vec<Value> = walk(FORWARD, "after", "hasNextPage", "endCursor").concat();
    let mut pages = walk(BACKWARD, "before", "hasPreviousPage", "startCursor");
    pages.reverse();
    assert_eq!(forward, pages.concat());
    let total = reading().ask(FORWARD).at("/services/totalCount");
    assert_eq!(json!(forward.len()), total);
    let mut ids: Vec<&Value> = forward.iter().map(|n| &n["id"]).collect();
    ids.sort_by_key(|id| id.to_string());
    ids.dedup();
    assert_eq!(ids.len(), forward.len());
    // Rows without an end come last although the order is descending.
    let first_without = forward.iter().position(|n| n["endsOn"].is_null());
    let last_with = forward.iter().rposition(|n| !n["endsOn"].is_null());
    assert!(first_without > last_with);
}

#[test]
fn a_page_of_none_still_counts() {
    let reply = reading()
        .ask(r#"{ areas(first: 0, filter: {kind: [PDU]}) { totalCount nodes { name } } }"#);
    assert_eq!(
        reply.data(),
        json!({"areas": {"totalCount": 109, "nodes": []}})
    );
}

#[test]
fn filters_are_null_safe_and_combine() {
    let count = |filter: &str| {
        let query = format!(
            r#"{{ services(first: 0, asOf: "2026-11-22", filter: {filter}) {{ totalCount }} }}"#
        );
        reading()
            .ask(&query)
            .at("/services/totalCount")
            .as_i64()
            .expect("a count")
    };
    let all = count("{}");
    let with = count("{endsOn: {isNull: false}}");
    let without = count("{endsOn: {isNull: true}}");
    assert_eq!(with + without, all);
    // A condition on a value that is not on record never holds; `not` around it does.
    let before = count(r#"{endsOn: {before: "2030-04-01"}}"#);
    let not_before = count(r#"{not: {endsOn: {before: "2030-04-01"}}}"#);
    assert_eq!(before + not_before, all);
    assert!(not_before > with - before);
    // `none` is what a gap is; an empty `some` asks for any.
    assert_eq!(
        count("{contracts: {none: {}}}") + count("{contracts: {some: {}}}"),
        all
    );
    assert_eq!(
        count(
            r#"{or: [{title: {contains: "RECONNECT"}}, {not: {title: {contains: "reconnect"}}}]}"#
        ),
        all
    );
    assert_eq!(
        count(r#"{and: [{state: [LIVE]}, {not: {state: [LIVE]}}]}"#),
        0
    );
}
