//! From a wish to the rows that would be written, and what stands in the way.

use chrono::NaiveDate;
use planning::atlas::Atlas;
use planning::closed::Visibility;
use planning::sight::Sight;
use serde_json::Value;

use super::diff;
use super::draft::{Ask, Wish};
use super::keeper::KeepError;
use super::maker::Maker;
use super::outcome::{Conflict, FieldChange};
use super::problem::{Problem, ProblemCode as Code};
use super::row::{Row, object, text};
use super::{Kind, freeze, undo};
use crate::store::{Edit, StoreError, Writing};

/// What would be written.
#[derive(Debug, Default)]
pub struct Plan {
    /// The rows, in an order in which they can be written.
    pub edits: Vec<Edit>,
    /// The row that the wish is about.
    pub node: Option<(Kind, String)>,
    /// What is wrong.
    pub problems: Vec<Problem>,
    /// What somebody else changed meanwhile.
    pub conflict: Option<Conflict>,
}

/// What planning looks at.
pub struct Ground<'a> {
    /// The change under way: nobody else writes.
    pub writing: &'a Writing,
    /// The whole register.
    pub whole: &'a Atlas,
    /// The register as the asker sees it.
    pub seen: &'a Atlas,
    /// What the asker may see.
    pub sight: &'a Sight,
    /// The revision that the change starts from.
    pub base: u64,
    /// Today.
    pub today: NaiveDate,
}

/// Plans a wish.
pub async fn plan(ground: &Ground<'_>, ask: &Ask) -> Result<Plan, KeepError> {
    let mut plan = match &ask.wish {
        Wish::Save { kind, id, fields } => {
            let mut maker = Maker::new(ground);
            maker
                .save(*kind, id.as_deref(), fields, ask.expected_version)
                .await?;
            maker.plan
        }
        Wish::Archive { kind, id } => {
            undo::archive(ground, *kind, id, ask.expected_version).await?
        }
        Wish::Freeze { id } => freeze::plan(ground, id, ask.expected_version).await?,
        Wish::Revert { revision } => undo::revert(ground, *revision).await?,
    };
    plan.problems
        .extend(freeze::thawing(ground.whole, &plan.edits));
    Ok(plan)
}

/// The row behind an id, if the asker may see it and it is of the kind.
pub(super) async fn found(
    ground: &Ground<'_>,
    kind: Kind,
    id: &str,
) -> Result<Result<Row, Problem>, StoreError> {
    let rows = ground.writing.rows_with(kind.table(), "id", id).await?;
    let row = rows.into_iter().find_map(object);
    let absent = row
        .as_ref()
        .is_some_and(|row| text(row, "status") == "absent");
    let fits = match kind {
        Kind::Absence => absent,
        Kind::CoverageRecord => !absent,
        _ => true,
    };
    match row {
        Some(row) if fits && is_seen(ground.seen, kind, id) => Ok(Ok(row)),
        _ => {
            let message = format!("there is no {} with this id", kind.words());
            Ok(Err(Problem::new("id", Code::NotFound, message)))
        }
    }
}

/// Whether a row is in somebody's view of the register.
pub fn is_seen(seen: &Atlas, kind: Kind, id: &str) -> bool {
    match kind {
        Kind::Source => seen.sources.find(id).is_some(),
        Kind::Evidence => seen.evidence.find(id).is_some(),
        Kind::Area => seen.areas.find(id).is_some(),
        Kind::AreaSuccession => seen.successions.find(id).is_some(),
        Kind::Offer => seen.offers.find(id).is_some(),
        Kind::Body => seen.bodies.find(id).is_some(),
        Kind::BodySuccession => seen.body_successions.find(id).is_some(),
        Kind::Service => seen.services.find(id).is_some(),
        Kind::CoverageRecord | Kind::Absence => seen.coverage.find(id).is_some(),
        Kind::Search => seen.searches.find(id).is_some(),
        Kind::Contract => seen.contracts.find(id).is_some(),
        Kind::FundingStream => seen.funding_streams.find(id).is_some(),
        Kind::FundingAllocation => seen.funding_allocations.find(id).is_some(),
        Kind::Deflator => seen.deflators.find(id).is_some(),
        Kind::Opening => seen.openings.find(id).is_some(),
        Kind::Pool => seen.pools.find(id).is_some(),
        Kind::PoolTransfer => seen.pool_transfers.find(id).is_some(),
        Kind::Need => seen.needs.find(id).is_some(),
        Kind::UnitCost => seen.unit_costs.find(id).is_some(),
        Kind::MhisYear => seen.mhis_years.find(id).is_some(),
        Kind::Scenario => seen.scenarios.find(id).is_some(),
        Kind::Standard => seen.standards.find(id).is_some(),
        Kind::Claim => seen.claims.find(id).is_some(),
    }
}

/// Whether somebody may be told of a row that stands in a table: it, or what it belongs to, is in
/// their view of the register.
pub(super) fn may_be_told(seen: &Atlas, table: &str, row: &Value) -> bool {
    let text = |column: &str| row.get(column).and_then(Value::as_str).unwrap_or_default();
    match Kind::of_table(table) {
        Some(kind) => is_seen(seen, kind, text("id")),
        None if table == "service_body" => seen.services.find(text("service_id")).is_some(),
        None => match parent_of(table) {
            Some((kind, column)) => is_seen(seen, kind, text(column)),
            None => true,
        },
    }
}

/// The kind that rows of a list belong to, where it may be hidden, and the column that names it.
pub(super) fn parent_of(table: &str) -> Option<(Kind, &'static str)> {
    Some(match table {
        "funding_condition" | "funding_year" => (Kind::FundingStream, "stream_id"),
        "opening_condition" => (Kind::Opening, "opening_id"),
        "pool_member" => (Kind::Pool, "pool_id"),
        "mhis_line" => (Kind::MhisYear, "year_id"),
        "scenario_step" => (Kind::Scenario, "scenario_id"),
        "standard_line" => (Kind::Standard, "standard_id"),
        _ => return None,
    })
}

/// What edits change, of the rows that somebody may be told of.
pub(super) fn told(edits: &[Edit], seen: &Atlas) -> Vec<FieldChange> {
    let told = edits.iter().filter(|edit| {
        let before = edit.before.as_ref();
        before.is_none_or(|row| may_be_told(seen, edit.table, row))
    });
    told.flat_map(diff::of_edit).collect()
}

/// What somebody else changed of a row since the asker saw it, if anything.
pub(super) async fn conflict(
    ground: &Ground<'_>,
    kind: Kind,
    id: &str,
    expected: i64,
    edits: &[Edit],
) -> Result<Option<Conflict>, StoreError> {
    let rows = ground.writing.rows_with(kind.table(), "id", id).await?;
    let Some(current) = rows.into_iter().find_map(object) else {
        return Ok(None);
    };
    let version = current.get("version").and_then(Value::as_i64).unwrap_or(0);
    if version == expected {
        return Ok(None);
    }
    let changes = ground.writing.history_of(kind.table(), id).await?;
    let seen = changes.iter().rev().find(|change| {
        let after = change.after.as_ref().and_then(|row| row.get("version"));
        change.node_id == id && after.and_then(Value::as_i64) == Some(expected)
    });
    // What was private when it was seen by others stays so, whatever it is now.
    let before = seen.and_then(|change| change.after.clone());
    let theirs = Edit {
        table: kind.table(),
        id: id.to_owned(),
        before: before.filter(|row| is_image_seen(ground.sight, row)),
        after: Some(Value::Object(current)),
    };
    let last = changes.last();
    Ok(Some(Conflict {
        expected_version: expected,
        current_version: version,
        changed_by: last.map(|change| change.actor.clone()),
        changed_at: last.map(|change| change.at.clone()),
        theirs: diff::of_edit(&theirs),
        yours: told(edits, ground.seen),
    }))
}

/// Whether a row as it was may be seen, by what it said of itself.
fn is_image_seen(sight: &Sight, row: &Value) -> bool {
    let text = |column: &str| row.get(column).and_then(Value::as_str);
    let visibility = text("visibility").and_then(|word| word.parse().ok());
    sight.sees(
        visibility.unwrap_or(Visibility::Public),
        text("owner_id"),
        [],
    )
}

/// The problem of a change that does not say what it has seen.
pub(super) fn needs_version() -> Problem {
    let message = "say which version you have seen, so that nobody's change is overwritten";
    Problem::new("expectedVersion", Code::Required, message)
}
