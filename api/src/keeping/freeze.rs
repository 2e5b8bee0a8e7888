//! Freezing a scenario: it is kept with what it was compared with, for good, and anybody can see
//! whether the register still says so.

use planning::atlas::{Atlas, BuildError};
use planning::closed::{AreaKind, Visibility};
use planning::facts::Scenario;
use planning::scenario::{Frozen, Plan as Played, StepProblem, Wanted, apply, compare};
use planning::sight::{Hidden, Sight, without};
use planning::table::Ix;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::Kind;
use super::keeper::{KeepError, Keeper};
use super::kinds::scenario::problem_of;
use super::plan::{Ground, Plan, conflict, found, needs_version};
use super::problem::{Problem, ProblemCode as Code};
use super::row::count_up;
use crate::store::Edit;

/// What a frozen scenario says of itself, and whether it still comes out so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrozenState {
    /// Whether the register at the revision that it was frozen against gives the same bytes again.
    pub recomputes: bool,
    /// The hash that it gives.
    pub hash: Option<String>,
}

/// Why a scenario cannot be frozen.
enum Refused {
    /// Not everybody who may see it sees every row that its steps name.
    NotForAll,
    /// Steps that do not hold.
    Steps(Vec<StepProblem>),
}

impl Keeper {
    /// Makes what a scenario was frozen with again, from the register at that revision.
    pub async fn recompute(&self, scenario: &str) -> Result<Option<FrozenState>, KeepError> {
        let current = self.atlas();
        let Some(row) = current
            .scenarios
            .find(scenario)
            .map(|ix| current.scenarios.get(ix))
        else {
            return Ok(None);
        };
        let (Some(revision), Some(hash)) = (row.frozen_revision, row.frozen_hash.as_ref()) else {
            return Ok(None);
        };
        let past = self.past(revision).await?;
        let body = past
            .scenarios
            .find(scenario)
            .map(|ix| body_of(&past, ix))
            .transpose()?
            .and_then(Result::ok);
        let again = body.as_deref().map(hash_of);
        Ok(Some(FrozenState {
            recomputes: again.as_ref() == Some(hash) && body == row.frozen_body,
            hash: again,
        }))
    }
}

/// Plans to freeze a scenario.
pub(super) async fn plan(
    ground: &Ground<'_>,
    id: &str,
    expected: Option<i64>,
) -> Result<Plan, KeepError> {
    let mut plan = Plan::default();
    let before = match found(ground, Kind::Scenario, id).await? {
        Ok(row) => row,
        Err(problem) => {
            plan.problems.push(problem);
            return Ok(plan);
        }
    };
    plan.node = Some((Kind::Scenario, id.to_owned()));
    if is_frozen(&before) {
        let message = "it is frozen already: make another scenario of it";
        plan.problems
            .push(Problem::new("id", Code::BadState, message));
        return Ok(plan);
    }
    let Some(ix) = ground.whole.scenarios.find(id) else {
        return Ok(plan);
    };
    let body = match body_of(ground.whole, ix)? {
        Ok(body) => body,
        Err(Refused::NotForAll) => {
            let message = "its steps name rows that not everybody sees who may see it: name its owner's \
                           own or public ones, or show it to fewer";
            plan.problems
                .push(Problem::new("visibility", Code::Mismatch, message));
            return Ok(plan);
        }
        Err(Refused::Steps(problems)) => {
            plan.problems.extend(
                problems.iter().map(|problem| {
                    problem_of(problem).within(&format!("steps.{}", problem.position))
                }),
            );
            return Ok(plan);
        }
    };
    let mut after = before.clone();
    for (column, value) in [
        ("frozen_on", Value::from(ground.today.to_string())),
        ("frozen_revision", Value::from(ground.base)),
        ("frozen_hash", Value::from(hash_of(&body))),
        ("frozen_body", Value::from(body)),
    ] {
        after.insert(column.to_owned(), value);
    }
    count_up(&mut after, &before);
    plan.edits.push(Edit {
        table: Kind::Scenario.table(),
        id: id.to_owned(),
        before: Some(Value::Object(before)),
        after: Some(Value::Object(after)),
    });
    match expected {
        None => plan.problems.push(needs_version()),
        Some(expected) => {
            let edits = &plan.edits;
            plan.conflict = conflict(ground, Kind::Scenario, id, expected, edits).await?;
        }
    }
    Ok(plan)
}

/// The problems of edits that would change a frozen scenario. It may be archived whole.
pub(super) fn thawing(whole: &Atlas, edits: &[Edit]) -> Option<Problem> {
    let frozen = |id: &str| {
        let found = whole.scenarios.find(id).map(|ix| whole.scenarios.get(ix));
        found.is_some_and(|row| row.frozen_hash.is_some())
    };
    let is_archived = |id: &str| {
        let mut own = edits
            .iter()
            .filter(|edit| edit.table == Kind::Scenario.table());
        own.any(|edit| edit.id == id && edit.after.is_none())
    };
    let changed = edits.iter().any(|edit| match edit.table {
        "scenario" => edit.after.is_some() && frozen(&edit.id),
        "scenario_step" => {
            let images = [&edit.before, &edit.after].into_iter().flatten();
            let mut of = images.filter_map(|row| row.get("scenario_id")?.as_str());
            of.any(|id| frozen(id) && !is_archived(id))
        }
        _ => false,
    });
    changed.then(|| {
        let message = "it is frozen, and stays as it is: make another scenario of it";
        Problem::new("id", Code::BadState, message)
    })
}

fn is_frozen(row: &super::row::Row) -> bool {
    row.get("frozen_hash").is_some_and(|value| !value.is_null())
}

/// What a scenario is frozen with: its steps on the register as everybody sees it who may see the
/// scenario, beside that register, over all districts and offers, on its base day.
fn body_of(whole: &Atlas, scenario: Ix<Scenario>) -> Result<Result<String, Refused>, BuildError> {
    let row = whole.scenarios.get(scenario);
    let base = without(whole, &Hidden::from(whole, &audience(row)))?;
    let Some(ix) = base.scenarios.find(&row.id) else {
        return Ok(Err(Refused::NotForAll));
    };
    let plan = Played::of(&base, ix);
    let played = apply(&base, &plan)?;
    if !played.problems.is_empty() {
        return Ok(Err(Refused::Steps(played.problems)));
    }
    let areas: Vec<_> = base
        .areas_of_kind(AreaKind::District, plan.base_day)
        .map(|(ix, _)| ix)
        .collect();
    let offers: Vec<_> = base.offers.iter().map(|(ix, _)| ix).collect();
    let wanted = Wanted {
        areas: &areas,
        offers: &offers,
        cohort: None,
        day: plan.base_day,
    };
    let comparison = compare(&base, &played.atlas, &wanted);
    Ok(Ok(Frozen {
        base: &base,
        plan: &plan,
        problems: &played.problems,
        comparison: &comparison,
    }
    .body()))
}

/// What those see who may see a scenario: of one that is not public, those who plan.
fn audience(row: &Scenario) -> Sight {
    let bodies = row
        .owner
        .iter()
        .filter(|_| row.visibility == Visibility::Private);
    Sight {
        everything: false,
        restricted: row.visibility != Visibility::Public,
        bodies: bodies.cloned().collect(),
    }
}

fn hash_of(body: &str) -> String {
    let digest = Sha256::digest(body.as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
