//! Commissioners, providers and funders, and who follows whom.

use super::nothing_more;
use crate::keeping::Kind;
use crate::keeping::problem::{Problem, ProblemCode};
use crate::keeping::spec::{Children, Field, Look, Shape, Spec, Target};

const KINDS: &[&str] = &[
    "nhs_trust",
    "vcse",
    "private",
    "council",
    "nhs_england",
    "icb",
    "pcc",
    "hmpps",
    "moj",
    "government",
    "police",
    "partnership",
    "health_board",
    "prison_operator",
    "probation_provider",
    "funder",
    "unknown",
];

pub const BODY: Spec = Spec {
    kind: Kind::Body,
    fields: &[
        Field::new("name", "name", Shape::Text(300)).required(),
        Field::new("kind", "kind", Shape::Code(KINDS)).required(),
        Field::new("charityNumber", "charity_number", Shape::Text(12)),
        Field::new("companyNumber", "company_number", Shape::Text(12)),
        Field::new("odsCode", "ods_code", Shape::Text(8)),
        Field::new("validFrom", "valid_from", Shape::Date),
        Field::new("validTo", "valid_to", Shape::Date),
        Field::new("note", "note", Shape::Text(2_000)),
    ],
    children: &[Children {
        name: "otherNames",
        table: "body_name",
        parent: "body_id",
        fields: &[Field::new("name", "name", Shape::Text(300)).required()],
    }],
    fixed: &[],
    spans: &[("valid_from", "valid_to")],
    rules: numbers_are_its_own,
};

pub const SUCCESSION: Spec = Spec {
    kind: Kind::BodySuccession,
    fields: &[
        Field::new("predecessor", "predecessor_id", Shape::One(Target::Body)).required(),
        Field::new("successor", "successor_id", Shape::One(Target::Body)),
        Field::new("date", "date", Shape::Date),
        Field::new("kind", "kind", Shape::Text(100)).required(),
        Field::new("certainty", "certainty", Shape::Text(100)).required(),
        Field::new("source", "source_id", Shape::One(Target::Source))
            .made_by("newSource", Kind::Source),
        Field::new("note", "note", Shape::Text(2_000)),
    ],
    children: &[],
    fixed: &[],
    spans: &[],
    rules: |look| {
        if look.text("predecessor_id") == look.text("successor_id") {
            return vec![Problem::new(
                "successor",
                ProblemCode::Mismatch,
                "a body cannot follow itself: name another, or none",
            )];
        }
        nothing_more(look)
    },
};

/// A number with a regulator is one body's.
fn numbers_are_its_own(look: &Look<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (field, column) in [
        ("charityNumber", "charity_number"),
        ("companyNumber", "company_number"),
        ("odsCode", "ods_code"),
    ] {
        let Some(given) = look.text(column) else {
            continue;
        };
        if !given
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        {
            problems.push(Problem::new(
                field,
                ProblemCode::BadValue,
                "write it in letters, digits and hyphens, as the regulator does",
            ));
        }
        let holder = look.atlas.bodies.rows().iter().find(|body| {
            let theirs = match column {
                "charity_number" => &body.charity_number,
                "company_number" => &body.company_number,
                _ => &body.ods_code,
            };
            theirs.as_deref() == Some(given) && look.text("id") != Some(&body.id)
        });
        if let Some(body) = holder {
            problems.push(Problem::new(
                field,
                ProblemCode::Duplicate,
                format!("{given} is the number of {}", body.name),
            ));
        }
    }
    problems
}
