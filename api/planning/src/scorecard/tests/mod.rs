//! Each test is one rule of `docs/CALCULATIONS.md`, named in words.

mod catalogue;
mod money;
mod properties;
mod provision;

use super::{Count, Measure, Outcome, Value, value};
use crate::given::{Given, day, ix};

const TODAY: &str = "2026-11-22";

/// One measure in one area.
fn ask(given: &Given, measure: Measure, area: &str) -> Value {
    let atlas = given.clone().atlas();
    value(&atlas, measure, ix(&atlas.areas, area), day(TODAY))
}

/// What is counted, of what, and how much of it is unknown.
fn count(value: &Value) -> (u64, Option<u64>, u64) {
    match value.outcome {
        Outcome::Counted(Count {
            numerator,
            denominator,
            unknown,
        }) => (numerator, denominator, unknown),
        other => panic!("not counted: {other:?}"),
    }
}
