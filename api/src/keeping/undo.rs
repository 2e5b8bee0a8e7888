//! Taking a row out of the register, and putting a revision back as it was. History keeps both.

use serde_json::Value;

use super::Kind;
use super::plan::{Ground, Plan, conflict, found, may_be_told, needs_version};
use super::problem::{Problem, ProblemCode as Code};
use super::row::{count_up, object, text};
use super::spec::Spec;
use super::users::{columns_of, users};
use crate::store::{Change, Edit, StoreError, table_named};

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
    let mut rests = users(ground, kind, id).await?;
    // What goes with it may be rested on, too: a contract holds parts of other services' contracts.
    for edit in &plan.edits {
        if let Some(kind) = Kind::of_table(edit.table).filter(|_| edit.id != id) {
            rests.extend(users(ground, kind, &edit.id).await?);
        }
    }
    for user in rests {
        if !plan.edits.iter().any(|edit| user.is(edit)) {
            let message = match user.is_told {
                true => format!(
                    "the {} {} still rests on it: archive or change that first",
                    user.table.replace('_', " "),
                    user.id
                ),
                false => "a row that you may not see still rests on it".to_owned(),
            };
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
    if !may_be_told_all(ground, &changes) {
        let message = "it changed rows that you may not see: only who sees them puts them back";
        plan.problems
            .push(Problem::new("revision", Code::Forbidden, message));
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
    plan.problems.extend(missing(ground, &plan.edits).await?);
    for edit in plan.edits.iter().filter(|edit| edit.after.is_none()) {
        let Some(kind) = Kind::of_table(edit.table) else {
            continue;
        };
        for user in users(ground, kind, &edit.id).await? {
            if !plan.edits.iter().any(|edit| user.is(edit)) {
                let message = match user.is_told {
                    true => format!(
                        "the {} {} rests on it by now",
                        user.table.replace('_', " "),
                        user.id
                    ),
                    false => "a row that you may not see rests on it by now".to_owned(),
                };
                plan.problems
                    .push(Problem::new("revision", Code::StillUsed, message));
            }
        }
    }
    plan.problems.truncate(10);
    Ok(plan)
}

/// Whether somebody may be told of every row that a revision left, or took out.
fn may_be_told_all(ground: &Ground<'_>, changes: &[Change]) -> bool {
    let is_back = |id: &str| {
        let mut of_service = changes
            .iter()
            .filter(|change| change.node_kind == "service");
        of_service.any(|change| change.node_id == id && change.after.is_none())
    };
    changes
        .iter()
        .all(|change| match (&change.before, &change.after) {
            (_, Some(row)) => may_be_told(ground.seen, &change.node_kind, row),
            (Some(row), None) => {
                let text = |column: &str| row.get(column).and_then(Value::as_str);
                let visibility = text("visibility").unwrap_or("public").parse();
                let in_seen = |id: &str| ground.seen.services.find(id).is_some() || is_back(id);
                visibility.is_ok_and(|word| ground.sight.sees(word, text("owner_id"), []))
                    && text("service_id").is_none_or(in_seen)
            }
            (None, None) => true,
        })
}

/// Problems of rows that would name what is no longer there.
async fn missing(ground: &Ground<'_>, edits: &[Edit]) -> Result<Vec<Problem>, StoreError> {
    let mut problems = Vec::new();
    for edit in edits {
        let Some(row) = edit.after.clone().and_then(object) else {
            continue;
        };
        for (target, column) in columns_of(edit.table) {
            let id = text(&row, column);
            let is_back = |other: &Edit| (other.table, &other.id) == (target, &id);
            let comes = edits.iter().find(|other| is_back(other));
            let is_there = match comes {
                _ if id.is_empty() => true,
                Some(other) => other.after.is_some(),
                None => !ground
                    .writing
                    .rows_with(target, "id", &id)
                    .await?
                    .is_empty(),
            };
            if !is_there {
                let message = format!(
                    "the {} {} would rest on a {} that is gone: put that back first",
                    edit.table.replace('_', " "),
                    edit.id,
                    target.replace('_', " ")
                );
                problems.push(Problem::new("revision", Code::BadState, message));
            }
        }
    }
    Ok(problems)
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
            let is_loose = rests
                .iter()
                .all(|user| plan.edits.iter().any(|edit| user.is(edit)));
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
