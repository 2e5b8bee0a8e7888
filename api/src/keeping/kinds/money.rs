//! Contracts and funding streams.

use std::collections::BTreeSet;

use planning::closed::{FundingConditionKind, ProcurementProcedure, Stage};
use planning::dates::PartialDate;
use planning::money::financial_year;
use serde_json::{Map, Value};

use super::{EVIDENCE, OWNER, STATED, STATUSES, VISIBILITY, owned, pounds};
use crate::keeping::Kind;
use crate::keeping::problem::{Problem, ProblemCode};
use crate::keeping::spec::{Children, Field, Look, Shape, Spec, Target};

pub const CONTRACT: Spec = Spec {
    kind: Kind::Contract,
    fields: &[
        Field::new("service", "service_id", Shape::One(Target::Service)).required(),
        Field::new("reference", "reference", Shape::Text(200)),
        Field::new("status", "status", Shape::Code(STATUSES)).required(),
        Field::new("startsOn", "starts_on", Shape::Date),
        Field::new("endsOn", "ends_on", Shape::Date),
        Field::new("baseEndsOn", "base_ends_on", Shape::Date),
        Field::new("baseMonths", "base_months", Shape::Count(1_200)),
        Field::new("extensionMonths", "extension_months", Shape::Count(1_200)),
        Field::new("value", "value_pence", Shape::Money),
        Field::new("valueBasis", "value_basis", Shape::Text(200)),
        Field::new(
            "vat",
            "vat",
            Shape::Code(&["included", "excluded", "not_stated"]),
        )
        .or("not_stated"),
        Field::new("annualBase", "annual_base_pence", Shape::Money),
        Field::new("annualFull", "annual_full_pence", Shape::Money),
        Field::new("partOf", "part_of_id", Shape::One(Target::Contract)),
        Field::new("places", "places", Shape::Count(100_000_000)),
        Field::new("lot", "lot", Shape::Text(100)),
        Field::new(
            "procedure",
            "procedure",
            Shape::Code(ProcurementProcedure::CODES),
        ),
        EVIDENCE,
        VISIBILITY,
        OWNER,
    ],
    children: &[],
    fixed: &[],
    spans: &[
        ("starts_on", "ends_on"),
        ("starts_on", "base_ends_on"),
        ("base_ends_on", "ends_on"),
    ],
    rules: contract_rules,
};

pub const FUNDING_STREAM: Spec = Spec {
    kind: Kind::FundingStream,
    fields: &[
        Field::new("name", "name", Shape::Text(300)).required(),
        Field::new("funder", "funder_id", Shape::One(Target::Body)).required(),
        Field::new("purpose", "purpose", Shape::Text(2_000)).required(),
        Field::new("area", "area_id", Shape::One(Target::Area)),
        Field::new("cohort", "cohort_id", Shape::One(Target::Cohort)).or("all"),
        Field::new("ringFenced", "ring_fenced", Shape::Code(STATED)).or("not_stated"),
        Field::new("recurrent", "recurrent", Shape::Code(STATED)).or("not_stated"),
        Field::new("insideMhis", "inside_mhis", Shape::Code(STATED)).or("not_stated"),
        Field::new("startsOn", "starts_on", Shape::Date),
        Field::new("endsOn", "ends_on", Shape::Date),
        Field::new("amount", "amount_pence", Shape::Money),
        EVIDENCE,
        VISIBILITY,
        OWNER,
    ],
    children: &[
        Children {
            name: "conditions",
            table: "funding_condition",
            parent: "stream_id",
            fields: &[
                Field::new("kind", "kind", Shape::Code(FundingConditionKind::CODES)).required(),
                Field::new("offer", "offer_id", Shape::One(Target::Offer)),
                Field::new("stage", "stage", Shape::Code(Stage::CODES)),
                Field::new("area", "area_id", Shape::One(Target::Area)),
                Field::new("cohort", "cohort_id", Shape::One(Target::Cohort)),
                Field::new("body", "body_id", Shape::One(Target::Body)),
                Field::new("bodyKind", "body_kind", Shape::Text(60)),
            ],
        },
        Children {
            name: "years",
            table: "funding_year",
            parent: "stream_id",
            fields: &[
                Field::new("financialYear", "financial_year", Shape::Year).required(),
                Field::new("amount", "amount_pence", Shape::Money).required(),
            ],
        },
    ],
    fixed: &[],
    spans: &[("starts_on", "ends_on")],
    rules: stream_rules,
};

fn stream_rules(look: &Look<'_>) -> Vec<Problem> {
    let mut problems = owned(look);
    for (position, condition) in look.list("conditions").iter().enumerate() {
        problems.extend(of_its_kind(condition, position));
    }
    let date = |column| look.text(column).and_then(|text| text.parse().ok());
    let (starts, ends): (Option<PartialDate>, Option<PartialDate>) =
        (date("starts_on"), date("ends_on"));
    let first = starts.map(|date| financial_year(date.first()));
    let last = ends.map(|date| financial_year(date.last()));
    let mut sum: i64 = 0;
    let mut stated = BTreeSet::new();
    for (position, row) in look.list("years").iter().enumerate() {
        let number = |column: &str| row.get(column).and_then(Value::as_i64);
        let Some(year) = number("financial_year").and_then(|year| u32::try_from(year).ok()) else {
            continue;
        };
        sum = sum.saturating_add(number("amount_pence").unwrap_or(0));
        let field = format!("years.{position}.financialYear");
        if first.is_some_and(|first| year < first) || last.is_some_and(|last| last < year) {
            let message = "that financial year has no day in the stream's period";
            problems.push(Problem::new(&field, ProblemCode::OutOfRange, message));
        }
        if !stated.insert(year) {
            let message = "that financial year stands twice: give one amount for it";
            problems.push(Problem::new(field, ProblemCode::Duplicate, message));
        }
    }
    if let Some(amount) = look.whole("amount_pence").filter(|amount| *amount < sum) {
        let message = format!(
            "its years have {} pounds together, more than the {} that it has in all",
            pounds(sum),
            pounds(amount)
        );
        problems.push(Problem::new("amount", ProblemCode::Mismatch, message));
    }
    problems
}

/// A condition names what its kind is on, and nothing else.
fn of_its_kind(condition: &Map<String, Value>, position: usize) -> Option<Problem> {
    let text = |column: &str| condition.get(column).and_then(Value::as_str);
    let kind = text("kind")?;
    let fields = [
        ("offer", "offer_id", "offer"),
        ("stage", "stage", "stage"),
        ("area", "area_id", "area"),
        ("cohort", "cohort_id", "cohort"),
        ("body", "body_id", "body"),
        ("body_kind", "body_kind", "bodyKind"),
    ];
    fields.into_iter().find_map(|(of, column, field)| {
        let (code, message) = match (kind == of, text(column).is_some()) {
            (true, false) => (
                ProblemCode::Required,
                format!(
                    "a condition of this kind names its {}",
                    of.replace('_', " ")
                ),
            ),
            (false, true) => (
                ProblemCode::Mismatch,
                format!(
                    "a condition on {} names nothing else: leave it out",
                    kind.replace('_', " ")
                ),
            ),
            _ => return None,
        };
        let field = format!("conditions.{position}.{field}");
        Some(Problem::new(field, code, message))
    })
}

fn contract_rules(look: &Look<'_>) -> Vec<Problem> {
    let mut problems = owned(look);
    problems.extend(no_circle(look));
    let has_value = look
        .row
        .get("value_pence")
        .is_some_and(|value| !value.is_null());
    if has_value && look.text("value_basis").is_none() {
        problems.push(Problem::new(
            "valueBasis",
            ProblemCode::Required,
            "say what the value is of: the base term, the full term or a year",
        ));
    }
    problems
}

/// A contract lies inside another that does not lie inside it.
fn no_circle(look: &Look<'_>) -> Option<Problem> {
    let own = look.text("id")?;
    let mut whole = look.text("part_of_id");
    for _ in 0..=look.atlas.contracts.len() {
        let id = whole?;
        if id == own {
            return Some(Problem::new(
                "partOf",
                ProblemCode::Mismatch,
                "a contract cannot lie inside itself: name the one around it",
            ));
        }
        let ix = look.atlas.contracts.find(id)?;
        whole = look.atlas.contracts.get(ix).part_of.as_deref();
    }
    None
}
