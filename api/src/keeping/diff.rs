//! What differs between a row before and after, field by field.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::Kind;
use super::outcome::FieldChange;
use super::spec::Spec;
use crate::store::Edit;

/// Columns that count or name a row and say nothing of what it is about.
const BOOKKEEPING: &[&str] = &[
    "id",
    "origin",
    "fingerprint",
    "version",
    "starter_table",
    "starter_row",
    // Who may see the row need not see all that it was frozen with.
    "frozen_body",
];

/// The fields of an edit that differ, by name.
pub fn of_edit(edit: &Edit) -> Vec<FieldChange> {
    let nothing = Map::new();
    let columns = |row: &Option<Value>| match row {
        Some(Value::Object(row)) => row.clone(),
        _ => nothing.clone(),
    };
    between(
        edit.table,
        &edit.id,
        &columns(&edit.before),
        &columns(&edit.after),
    )
}

/// The fields in which two rows differ.
pub fn between(
    table: &str,
    id: &str,
    before: &Map<String, Value>,
    after: &Map<String, Value>,
) -> Vec<FieldChange> {
    let columns: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let mut changes = Vec::new();
    for column in columns {
        let (was, is) = (plain(before.get(column)), plain(after.get(column)));
        if was == is || BOOKKEEPING.contains(&column.as_str()) {
            continue;
        }
        changes.push(FieldChange {
            table: table.to_owned(),
            id: id.to_owned(),
            field: field_name(table, column),
            before: was,
            after: is,
        });
    }
    changes
}

/// The name of a column in inputs; its own where inputs do not name it.
fn field_name(table: &str, column: &str) -> String {
    let own = Kind::of_table(table).and_then(|kind| Spec::of(kind).name_of(column));
    let lists = || Kind::ALL.iter().flat_map(|kind| Spec::of(*kind).children);
    let in_list = || {
        let list = lists().find(|list| list.table == table)?;
        let field = list.fields.iter().find(|field| field.column == column)?;
        Some(field.name)
    };
    own.or_else(in_list)
        .map_or_else(|| camel(column), str::to_owned)
}

fn camel(column: &str) -> String {
    let mut name = String::new();
    let mut upper = false;
    for c in column.trim_end_matches("_id").chars() {
        match c {
            '_' => upper = true,
            c if upper => {
                name.extend(c.to_uppercase());
                upper = false;
            }
            c => name.push(c),
        }
    }
    name
}

fn plain(value: Option<&Value>) -> Option<String> {
    match value {
        None | Some(Value::Null) => None,
        Some(Value::String(text)) => Some(text.clone()),
        Some(other) => Some(other.to_string()),
    }
}
