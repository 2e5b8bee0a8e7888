//! Minimum offers.

use std::collections::BTreeSet;

use planning::closed::Stage;
use serde_json::Value;

use super::{EVIDENCE, OWNER, VISIBILITY, owned};
use crate::keeping::Kind;
use crate::keeping::problem::{Problem, ProblemCode};
use crate::keeping::spec::{Children, Field, Look, Shape, Spec, Target};

pub const STANDARD: Spec = Spec {
    kind: Kind::Standard,
    fields: &[
        Field::new("name", "name", Shape::Text(300)).required(),
        Field::new("purpose", "purpose", Shape::Text(2000)).required(),
        EVIDENCE,
        VISIBILITY,
        OWNER,
    ],
    children: &[Children {
        name: "lines",
        table: "standard_line",
        parent: "standard_id",
        fields: &[
            Field::new("position", "position", Shape::Count(1000)).required(),
            Field::new("offer", "offer_id", Shape::One(Target::Offer)).required(),
            Field::new("cohort", "cohort_id", Shape::One(Target::Cohort)).or("all"),
            Field::new("stage", "stage", Shape::Code(Stage::CODES)),
            Field::new(
                "perThousand",
                "per_thousand_millionths",
                Shape::Decimal(1000000000),
            ),
            Field::new("note", "note", Shape::Text(1000)),
        ],
    }],
    fixed: &[],
    spans: &[],
    rules: standard_rules,
};

fn standard_rules(look: &Look<'_>) -> Vec<Problem> {
    let mut problems = owned(look);
    let lines = look.children.iter().find(|(name, _)| *name == "lines");
    let lines = lines.map(|(_, lines)| lines.as_slice()).unwrap_or_default();
    if lines.is_empty() {
        problems.push(Problem::new(
            "lines",
            ProblemCode::Required,
            "give at least one line: what every area should have",
        ));
    }
    let (mut places, mut asked) = (BTreeSet::new(), BTreeSet::new());
    for (at, line) in lines.iter().enumerate() {
        let text = |column: &str| line.get(column).map(Value::to_string);
        if !places.insert(text("position")) {
            problems.push(Problem::new(
                format!("lines.{at}.position"),
                ProblemCode::Duplicate,
                "another line has this place: number them from 1",
            ));
        }
        let thing = (text("offer_id"), text("cohort_id"), text("stage"));
        if !asked.insert(thing) {
            problems.push(Problem::new(
                format!("lines.{at}.offer"),
                ProblemCode::Duplicate,
                "another line asks for the same offer, cohort and stage",
            ));
        }
    }
    problems
}
