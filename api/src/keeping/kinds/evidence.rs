//! Sources, and the evidence that they are for records.

use planning::closed::Grade;
use planning::dates::PartialDate;

use super::nothing_more;
use crate::keeping::Kind;
use crate::keeping::problem::{Problem, ProblemCode};
use crate::keeping::spec::{Field, Look, Shape, Spec, Target};

const ASSERTERS: &[&str] = &[
    "commissioner",
    "provider",
    "third_party",
    "funder",
    "inspectorate",
    "report",
];

pub const SOURCE: Spec = Spec {
    kind: Kind::Source,
    fields: &[
        Field::new("title", "title", Shape::Text(500)).required(),
        Field::new("url", "url", Shape::Url),
        Field::new("publisher", "publisher", Shape::Text(300)),
        Field::new("licence", "licence", Shape::Text(200)),
        Field::new("vintage", "vintage", Shape::Text(200)),
        Field::new("date", "date", Shape::Date),
        Field::new("note", "note", Shape::Text(2_000)),
    ],
    children: &[],
    fixed: &[],
    spans: &[],
    rules: nothing_more,
};

pub const EVIDENCE: Spec = Spec {
    kind: Kind::Evidence,
    fields: &[
        Field::new("source", "source_id", Shape::One(Target::Source))
            .required()
            .made_by("newSource", Kind::Source),
        Field::new("grade", "grade", Shape::Code(Grade::CODES)).required(),
        Field::new("assertedBy", "asserted_by", Shape::Code(ASSERTERS)).required(),
        Field::new("asserter", "asserter_id", Shape::One(Target::Body)),
        Field::new(
            "confidence",
            "confidence",
            Shape::Code(&["high", "medium", "low", "not_stated"]),
        )
        .or("not_stated"),
        Field::new("statement", "statement", Shape::Text(2_000)).required(),
        Field::new("asOf", "as_of", Shape::Date),
        Field::new("reviewOn", "review_on", Shape::Date),
    ],
    children: &[],
    fixed: &[("starter_table", Some("")), ("starter_row", Some(""))],
    spans: &[("as_of", "review_on")],
    rules: told_by_now,
};

/// Nobody has evidence from tomorrow.
fn told_by_now(look: &Look<'_>) -> Vec<Problem> {
    let as_of = look
        .text("as_of")
        .and_then(|text| text.parse::<PartialDate>().ok());
    match as_of {
        Some(date) if date.first() > look.today => vec![Problem::new(
            "asOf",
            ProblemCode::OutOfRange,
            format!(
                "{date} has not come yet: evidence speaks of {} or before",
                look.today
            ),
        )],
        _ => Vec::new(),
    }
}
