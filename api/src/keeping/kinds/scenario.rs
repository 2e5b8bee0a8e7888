//! Scenarios and their steps.

use std::collections::BTreeSet;

use planning::closed::{StepKind, Visibility};
use planning::dates::PartialDate;
use planning::facts::ScenarioStep;
use planning::scenario::{Plan, StepFault, StepProblem, apply};
use serde_json::{Map, Value};

use super::{OWNER, owned};
use crate::keeping::Kind;
use crate::keeping::problem::{Problem, ProblemCode};
use crate::keeping::spec::{Children, Field, Look, Shape, Spec, Target};

/// Steps of one scenario.
const MOST_STEPS: usize = 500;

pub const SCENARIO: Spec = Spec {
    kind: Kind::Scenario,
    fields: &[
        Field::new("name", "name", Shape::Text(300)).required(),
        Field::new("purpose", "purpose", Shape::Text(2000)),
        Field::new("baseDay", "base_day", Shape::Date).required(),
        Field::new("visibility", "visibility", Shape::Code(Visibility::CODES)).or("private"),
        OWNER,
    ],
    children: &[Children {
        name: "steps",
        table: "scenario_step",
        parent: "scenario_id",
        fields: &[
            Field::new("position", "position", Shape::Count(10000)).required(),
            Field::new("kind", "kind", Shape::Code(StepKind::CODES)).required(),
            Field::new("service", "service_id", Shape::One(Target::Service)),
            Field::new("offer", "offer_id", Shape::One(Target::Offer)),
            Field::new("area", "area_id", Shape::One(Target::Area)),
            Field::new("toArea", "to_area_id", Shape::One(Target::Area)),
            Field::new("cohort", "cohort_id", Shape::One(Target::Cohort)),
            Field::new("stream", "stream_id", Shape::One(Target::FundingStream)),
            Field::new(
                "toStream",
                "to_stream_id",
                Shape::One(Target::FundingStream),
            ),
            Field::new("pool", "pool_id", Shape::One(Target::Pool)),
            Field::new(
                "succession",
                "body_succession_id",
                Shape::One(Target::BodySuccession),
            ),
            Field::new("startsOn", "starts_on", Shape::Date),
            Field::new("endsOn", "ends_on", Shape::Date),
            Field::new("amount", "amount_pence", Shape::Money),
            Field::new("places", "places", Shape::Count(100000000)),
            Field::new("people", "people", Shape::Count(100000000)),
            Field::new("note", "note", Shape::Text(1000)),
        ],
    }],
    fixed: &[
        ("frozen_on", None),
        ("frozen_revision", None),
        ("frozen_hash", None),
        ("frozen_body", None),
    ],
    spans: &[],
    rules,
};

fn rules(look: &Look<'_>) -> Vec<Problem> {
    let mut problems = owned(look);
    let base_day = look
        .text("base_day")
        .and_then(|text| text.parse::<PartialDate>().ok());
    let Some(base_day) = base_day.filter(|date| date.is_exact()) else {
        let message = "a scenario is compared on one day: write YYYY-MM-DD";
        problems.push(Problem::new("baseDay", ProblemCode::BadValue, message));
        return problems;
    };
    let rows = look.children.iter().find(|(name, _)| *name == "steps");
    let rows = rows.map(|(_, rows)| rows.as_slice()).unwrap_or_default();
    if rows.len() > MOST_STEPS {
        let message = format!(
            "{} are more than the {MOST_STEPS} that it holds",
            rows.len()
        );
        problems.push(Problem::new("steps", ProblemCode::TooLong, message));
        return problems;
    }
    let mut steps: Vec<(usize, ScenarioStep)> = Vec::new();
    let mut positions = BTreeSet::new();
    for (at, row) in rows.iter().enumerate() {
        let problem = |field: &str, code, message: &str| {
            Problem::new(field, code, message).within(&format!("steps.{at}"))
        };
        match step_of(row) {
            Some(step) if step.position == 0 => {
                let message = "steps are counted from 1";
                problems.push(problem("position", ProblemCode::OutOfRange, message));
            }
            Some(step) if !positions.insert(step.position) => {
                let message = "another step has this place: give each its own";
                problems.push(problem("position", ProblemCode::Duplicate, message));
            }
            Some(step) => steps.push((at, step)),
            None => {
                let message = "it cannot be read: give its place and kind";
                problems.push(problem("kind", ProblemCode::BadValue, message));
            }
        }
    }
    if !problems.is_empty() {
        return problems;
    }
    steps.sort_by_key(|(_, step)| step.position);
    let place = |position: u64| {
        let found = steps.iter().find(|(_, step)| step.position == position);
        found.map_or(0, |(at, _)| *at)
    };
    let plan = Plan {
        id: look.text("id").unwrap_or_default().to_owned(),
        name: look.text("name").unwrap_or_default().to_owned(),
        base_day: base_day.first(),
        steps: steps.iter().map(|(_, step)| step.clone()).collect(),
    };
    // What has ceased to hold since it was saved is told with its answers, and hinders no new name.
    if stands(look, &plan) {
        return problems;
    }
    match apply(look.atlas, &plan) {
        Ok(played) => problems.extend(played.problems.iter().map(|problem| {
            problem_of(problem).within(&format!("steps.{}", place(problem.position)))
        })),
        Err(error) => {
            problems.push(Problem::new(
                "steps",
                ProblemCode::BadValue,
                error.to_string(),
            ));
        }
    }
    problems
}

/// Whether the scenario has these steps already.
fn stands(look: &Look<'_>, plan: &Plan) -> bool {
    let Some(ix) = look.atlas.scenarios.find(&plan.id) else {
        return false;
    };
    let known = Plan::of(look.atlas, ix);
    let plain = |step: &ScenarioStep| ScenarioStep {
        id: String::new(),
        version: 1,
        scenario: String::new(),
        ..step.clone()
    };
    known.base_day == plan.base_day
        && known.steps.len() == plan.steps.len()
        && known
            .steps
            .iter()
            .zip(&plan.steps)
            .all(|(one, other)| plain(one) == plain(other))
}

/// What is wrong with a step, by its field.
pub fn problem_of(problem: &StepProblem) -> Problem {
    let code = match problem.fault {
        StepFault::Required => ProblemCode::Required,
        StepFault::Mismatch => ProblemCode::Mismatch,
        StepFault::NotFound => ProblemCode::NotFound,
        StepFault::NotOnDay => ProblemCode::BadState,
        StepFault::OutOfRange => ProblemCode::OutOfRange,
    };
    Problem::new(problem.field, code, problem.message.clone())
}

/// The step that the columns of a row make.
fn step_of(row: &Map<String, Value>) -> Option<ScenarioStep> {
    let text = |column: &str| row.get(column).and_then(Value::as_str).map(str::to_owned);
    let date = |column: &str| text(column).and_then(|text| text.parse::<PartialDate>().ok());
    let count = |column: &str| row.get(column).and_then(Value::as_u64);
    let position = count("position")?;
    Some(ScenarioStep {
        id: format!("step:{position}"),
        version: 1,
        scenario: String::new(),
        position,
        kind: text("kind")?.parse::<StepKind>().ok()?,
        service: text("service_id"),
        offer: text("offer_id"),
        area: text("area_id"),
        to_area: text("to_area_id"),
        cohort: text("cohort_id"),
        stream: text("stream_id"),
        to_stream: text("to_stream_id"),
        pool: text("pool_id"),
        succession: text("body_succession_id"),
        starts_on: date("starts_on"),
        ends_on: date("ends_on"),
        amount_pence: row.get("amount_pence").and_then(Value::as_i64),
        places: count("places"),
        people: count("people"),
        note: text("note"),
    })
}
