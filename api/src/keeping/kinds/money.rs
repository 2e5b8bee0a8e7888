//! Contracts and funding streams.

use planning::closed::{FundingConditionKind, ProcurementProcedure, Stage};

use super::{EVIDENCE, OWNER, STATED, STATUSES, VISIBILITY, owned};
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
    rules: owned,
};

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
