//! A row as plain columns.

use serde_json::{Map, Value};

use crate::store::Edit;

/// The columns of a row.
pub(super) type Row = Map<String, Value>;

/// The edit that makes a row.
pub(super) fn created(table: &'static str, id: &str, row: Row) -> Edit {
    Edit {
        table,
        id: id.to_owned(),
        before: None,
        after: Some(Value::Object(row)),
    }
}

/// Gives a new row its id and what every new row has.
pub(super) fn stamp(row: &mut Row, id: &str) {
    row.insert("id".to_owned(), Value::from(id));
    row.insert("origin".to_owned(), Value::from("user"));
    row.insert("fingerprint".to_owned(), Value::from(""));
    row.insert("version".to_owned(), Value::from(1));
}

/// Gives a row the version after that of another.
pub(super) fn count_up(row: &mut Row, before: &Row) {
    let version = before.get("version").and_then(Value::as_i64).unwrap_or(0);
    row.insert("version".to_owned(), Value::from(version + 1));
}

/// The columns of a row.
pub(super) fn object(value: Value) -> Option<Row> {
    match value {
        Value::Object(row) => Some(row),
        _ => None,
    }
}

/// The text in a column; empty where there is none.
pub(super) fn text(row: &Row, column: &str) -> String {
    row.get(column)
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}
