//! Reports for the Mental Health Investment Standard.

use planning::closed::{AreaKind, Visibility};
use serde_json::Value;

use super::{EVIDENCE, OWNER, STATED, owned};
use crate::keeping::Kind;
use crate::keeping::problem::{Problem, ProblemCode};
use crate::keeping::spec::{Children, Field, Look, Shape, Spec, Target};

pub const MHIS_YEAR: Spec = Spec {
    kind: Kind::MhisYear,
    fields: &[
        Field::new("area", "area_id", Shape::One(Target::Area)).required(),
        Field::new("financialYear", "financial_year", Shape::Year).required(),
        Field::new("allocation", "allocation_pence", Shape::Money).required(),
        Field::new(
            "targetGrowth",
            "target_growth_millionths",
            Shape::Decimal(10000000),
        ),
        EVIDENCE,
        Field::new("visibility", "visibility", Shape::Code(Visibility::CODES)).or("restricted"),
        OWNER,
    ],
    children: &[Children {
        name: "lines",
        table: "mhis_line",
        parent: "year_id",
        fields: &[
            Field::new("label", "label", Shape::Text(300)).required(),
            Field::new("service", "service_id", Shape::One(Target::Service)),
            Field::new("amount", "amount_pence", Shape::Money).required(),
            Field::new("insideMhis", "inside_mhis", Shape::Code(STATED)).or("not_stated"),
            Field::new("inAllocation", "in_allocation", Shape::Code(STATED)).or("not_stated"),
            Field::new("recurrent", "recurrent", Shape::Code(STATED)).or("not_stated"),
            Field::new("transferred", "transferred", Shape::Code(STATED)).or("not_stated"),
            Field::new("exclusion", "exclusion", Shape::Text(200)),
        ],
    }],
    fixed: &[],
    spans: &[],
    rules: mhis_rules,
};

fn mhis_rules(look: &Look<'_>) -> Vec<Problem> {
    let mut problems = owned(look);
    let area = look.text("area_id");
    let board = area.and_then(|id| look.atlas.areas.find(id));
    if board.is_some_and(|ix| look.atlas.areas.get(ix).kind != AreaKind::Icb) {
        let message = "only integrated care boards report for the standard: name one";
        problems.push(Problem::new("area", ProblemCode::Mismatch, message));
    }
    let year = look.year("financial_year");
    let is_there = look.atlas.mhis_years.iter().any(|(_, row)| {
        Some(row.area.as_str()) == area
            && Some(row.financial_year) == year
            && Some(row.id.as_str()) != look.text("id")
    });
    if is_there {
        let message = "there is a report of that board for that financial year: change that one";
        problems.push(Problem::new(
            "financialYear",
            ProblemCode::Duplicate,
            message,
        ));
    }
    for (position, line) in look.list("lines").iter().enumerate() {
        let text = |column| line.get(column).and_then(Value::as_str);
        if text("inside_mhis") == Some("yes") && text("exclusion").is_some() {
            let message = "what is excluded does not count: say no, or leave the exclusion out";
            let field = format!("lines.{position}.insideMhis");
            problems.push(Problem::new(field, ProblemCode::Mismatch, message));
        }
    }
    problems
}
