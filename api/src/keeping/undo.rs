//! Taking a row out of the register, and putting a revision back as it was. History keeps both.

use serde_json::Value;

use super::Kind;
use super::plan::{Ground, Plan, conflict, count_up, found, needs_version, object, text};
use super::problem::{Problem, ProblemCode as Code};
use super::spec::{Shape, Spec, Target};
use crate::store::{Edit, StoreError, table_named};

/// Rows that one revert puts back at most.
const MOST_CHANGES: usize = 500;

/// What goes with a service, and with any row: its lists.
const OF_SERVICE: &[(&str, &str)] = &[
    ("service_body", "service_id"),
    ("claim", "service_id"),
    ("contract", "service_id"),
    ("coverage", "service_id"),
];

/// Plans to take a row out, with what belongs to it alone.
pub async fn archive(
    ground: &Ground<'_>,
    kind: Kind,
    id: &str,
    expected: Option<i64>,
) -> Result<Plan, StoreError> {
    let mut plan = Plan::default();
    let row = match found(ground, kind, id).await? {
        Ok(row) => row,
        Err(problem) => {
            plan.problems.push(problem);
            return Ok(plan);
        }
    };
    plan.node = Some((kind, id.to_owned()));
    let belongings: Vec<(&str, &str)> = match kind {
        Kind::Service => OF_SERVICE.to_vec(),
        _ => Spec::of(kind)
            .children
            .iter()
            .map(|list| (list.table, list.parent))
            .collect(),
    };
    for (table, column) in belongings {
        for row in ground.writing.rows_with(table, column, id).await? {
            plan.edits.extend(taken(table, row));
        }
    }
    plan.edits.extend(taken(kind.table(), Value::Object(row)));
    for user in users(ground, kind, id).await? {
        if !plan
            .edits
            .iter()
            .any(|edit| (edit.table, &edit.id) == (user.0, &user.1))
        {
            let message = format!(
                "the {} {} still rests on it: archive or change that first",
                user.0.replace('_', " "),
                user.1
            );
            plan.problems
                .push(Problem::new("id", Code::StillUsed, message));
        }
    }
    plan.problems.truncate(10);
    loose_evidence(ground, &mut plan).await?;
    match expected {
        None => plan.problems.push(needs_version()),
        Some(expected) => plan.conflict = conflict(ground, kind, id, expected, &plan.edits).await?,
    }
    Ok(plan)
}

/// Plans to put back everything that a revision changed.
pub async fn revert(ground: &Ground<'_>, revision: u64) -> Result<Plan, StoreError> {
    let mut plan = Plan::default();
    let mut changes = ground.writing.changes_of(revision).await?;
    // What is no record of the register, such as a proposal, stays.
    changes.retain(|change| change.node_kind != "proposal");
    if changes.is_empty() {
        let message = format!("no revision {revision} has changed the register");
        plan.problems
            .push(Problem::new("revision", Code::NotFound, message));
        return Ok(plan);
    }
    if changes.len() > MOST_CHANGES {
        let message = format!(
            "revision {revision} changed {} rows: more than the {MOST_CHANGES} that are reverted at once",
            changes.len()
        );
        plan.problems
            .push(Problem::new("revision", Code::OutOfRange, message));
        return Ok(plan);
    }
    // The last change first: what was made last may rest on what was made before it.
    for change in changes.into_iter().rev() {
        let Some(table) = table_named(&change.node_kind) else {
            continue;
        };
        let rows = ground
            .writing
            .rows_with(table, "id", &change.node_id)
            .await?;
        let current = rows.into_iter().next();
        if current != change.after {
            let message = format!(
                "the {} {} has been changed since: revert that first, or change it by hand",
                table.replace('_', " "),
                change.node_id
            );
            plan.problems
                .push(Problem::new("revision", Code::BadState, message));
            continue;
        }
        let after = match (change.before, &current) {
            (None, _) => None,
            (Some(before), current) => {
                let mut row = object(before).unwrap_or_default();
                let latest = current
                    .clone()
                    .and_then(object)
                    .unwrap_or_else(|| row.clone());
                count_up(&mut row, &latest);
                Some(Value::Object(row))
            }
        };
        plan.edits.push(Edit {
            table,
            id: change.node_id,
            before: current,
            after,
        });
    }
    for edit in plan.edits.iter().filter(|edit| edit.after.is_none()) {
        let Some(kind) = Kind::of_table(edit.table) else {
            continue;
        };
        for user in users(ground, kind, &edit.id).await? {
            if !plan
                .edits
                .iter()
                .any(|e| (e.table, &e.id) == (user.0, &user.1))
            {
                let message = format!("the {} {} rests on it by now", user.0, user.1);
                plan.problems
                    .push(Problem::new("revision", Code::StillUsed, message));
            }
        }
    }
    plan.problems.truncate(10);
    Ok(plan)
}

/// Rows that name a row: their tables and ids.
async fn users(
    ground: &Ground<'_>,
    kind: Kind,
    id: &str,
) -> Result<Vec<(&'static str, String)>, StoreError> {
    let mut found = Vec::new();
    for (table, column) in columns_naming(kind) {
        for row in ground.writing.rows_with(table, column, id).await? {
            let user = object(row).unwrap_or_default();
            found.push((table, text(&user, "id")));
        }
    }
    Ok(found)
}

/// The columns that may name a row of a kind, of every table.
fn columns_naming(kind: Kind) -> Vec<(&'static str, &'static str)> {
    let target = match kind {
        Kind::Source => Target::Source,
        Kind::Evidence => Target::Evidence,
        Kind::Area => Target::Area,
        Kind::Offer => Target::Offer,
        Kind::Body => Target::Body,
        Kind::Service => Target::Service,
        Kind::Contract => Target::Contract,
        _ => return Vec::new(),
    };
    let mut columns: Vec<(&'static str, &'static str)> = Vec::new();
    for other in Kind::ALL {
        let spec = Spec::of(*other);
        let named = spec
            .fields
            .iter()
            .filter(|field| field.shape == Shape::One(target));
        columns.extend(named.map(|field| (other.table(), field.column)));
        for list in spec
            .children
            .iter()
            .filter(|list| list.table != "area_part")
        {
            let named = list
                .fields
                .iter()
                .filter(|field| field.shape == Shape::One(target));
            columns.extend(named.map(|field| (list.table, field.column)));
        }
    }
    columns.extend(match kind {
        Kind::Area => [
            ("district_part", "district_id"),
            ("area_basis", "area_id"),
            ("area_basis", "district_id"),
            ("population", "area_id"),
            ("place", "area_id"),
            ("place", "district_id"),
            ("place", "police_force_id"),
            ("statement", "area_id"),
        ]
        .as_slice(),
        Kind::Source => [("population", "source_id"), ("figure", "source_id")].as_slice(),
        Kind::Offer => [("statement", "offer_id")].as_slice(),
        Kind::Evidence => [("statement", "evidence_id")].as_slice(),
        _ => [].as_slice(),
    });
    columns.sort_unstable();
    columns.dedup();
    columns
}

/// Evidence of a user on which nothing else rests goes with what rested on it, and its source too.
async fn loose_evidence(ground: &Ground<'_>, plan: &mut Plan) -> Result<(), StoreError> {
    for (kind, column) in [(Kind::Evidence, "evidence_id"), (Kind::Source, "source_id")] {
        let mut named: Vec<String> = plan
            .edits
            .iter()
            .filter_map(|edit| edit.before.clone().and_then(object))
            .map(|row| text(&row, column))
            .filter(|id| !id.is_empty())
            .collect();
        named.sort();
        named.dedup();
        for id in named {
            let rests = users(ground, kind, &id).await?;
            let is_loose = rests.iter().all(|user| {
                plan.edits
                    .iter()
                    .any(|e| (e.table, &e.id) == (user.0, &user.1))
            });
            let rows = ground.writing.rows_with(kind.table(), "id", &id).await?;
            for row in rows {
                let is_users = row.get("origin").and_then(Value::as_str) == Some("user");
                if is_loose && is_users {
                    plan.edits.extend(taken(kind.table(), row));
                }
            }
        }
    }
    Ok(())
}

fn taken(table: &str, row: Value) -> Option<Edit> {
    let table = table_named(table)?;
    let id = row.get("id").and_then(Value::as_str)?.to_owned();
    Some(Edit {
        table,
        id,
        before: Some(row),
        after: None,
    })
}
