//! Need and unit costs.

use planning::closed::CostUnit;
use serde_json::Value;

use super::{EVIDENCE, OWNER, VISIBILITY, owned};
use crate::keeping::Kind;
use crate::keeping::problem::{Problem, ProblemCode};
use crate::keeping::spec::{Field, Look, Shape, Spec, Target};

/// What a need can count. A stock and a flow are never the same thing.
const PERIODS: &[&str] = &["people in a year", "people on a day", "orders in a year"];

pub const NEED: Spec = Spec {
    kind: Kind::Need,
    fields: &[
        Field::new("area", "area_id", Shape::One(Target::Area)).required(),
        Field::new("offer", "offer_id", Shape::One(Target::Offer)).required(),
        Field::new("cohort", "cohort_id", Shape::One(Target::Cohort)).or("all"),
        Field::new("peopleLow", "people_low", Shape::Count(100000000)).required(),
        Field::new("people", "people", Shape::Count(100000000)).required(),
        Field::new("peopleHigh", "people_high", Shape::Count(100000000)).required(),
        Field::new("period", "period", Shape::Code(PERIODS)).required(),
        Field::new("method", "method", Shape::Text(1000)).required(),
        EVIDENCE,
        VISIBILITY,
        OWNER,
    ],
    children: &[],
    fixed: &[],
    spans: &[],
    rules: need_rules,
};

pub const UNIT_COST: Spec = Spec {
    kind: Kind::UnitCost,
    fields: &[
        Field::new("offer", "offer_id", Shape::One(Target::Offer)).required(),
        Field::new("area", "area_id", Shape::One(Target::Area)),
        Field::new("unit", "unit", Shape::Code(CostUnit::CODES)).required(),
        Field::new("low", "low_pence", Shape::Money).required(),
        Field::new("central", "central_pence", Shape::Money).required(),
        Field::new("high", "high_pence", Shape::Money).required(),
        EVIDENCE,
        VISIBILITY,
        OWNER,
    ],
    children: &[],
    fixed: &[],
    spans: &[],
    rules: cost_rules,
};

fn need_rules(look: &Look<'_>) -> Vec<Problem> {
    let mut problems = owned(look);
    problems.extend(in_order(
        look,
        [
            ("peopleLow", "people_low"),
            ("people", "people"),
            ("peopleHigh", "people_high"),
        ],
    ));
    problems
}

fn cost_rules(look: &Look<'_>) -> Vec<Problem> {
    let mut problems = owned(look);
    problems.extend(in_order(
        look,
        [
            ("low", "low_pence"),
            ("central", "central_pence"),
            ("high", "high_pence"),
        ],
    ));
    problems
}

/// A low estimate is not above the central one, nor that above the high one.
fn in_order(look: &Look<'_>, estimates: [(&str, &str); 3]) -> Vec<Problem> {
    let value = |column: &str| look.row.get(column).and_then(Value::as_i64);
    let [low, central, high] = estimates;
    let pairs = [(low, central), (central, high)];
    let above = pairs.into_iter().filter(|((_, less), (_, more))| {
        let both = value(less).zip(value(more));
        both.is_some_and(|(less, more)| less > more)
    });
    above
        .map(|((less, _), (more, _))| {
            let message = format!("is above {more}: give low, central and high in that order");
            Problem::new(less, ProblemCode::Mismatch, message)
        })
        .collect()
}
