//! Records of coverage, of absence, and of a search that found none.

use planning::closed::{Intensity, Stage};
use planning::dates::PartialDate;

use super::{OWNER, STATUSES, VISIBILITY, nothing_more, owned};
use crate::keeping::Kind;
use crate::keeping::problem::{Problem, ProblemCode};
use crate::keeping::spec::{Field, Look, Shape, Spec, Target};

const OFFER: Field = Field::new("offer", "offer_id", Shape::One(Target::Offer)).required();
const AREA: Field = Field::new("area", "area_id", Shape::One(Target::Area)).required();
const COHORT: Field = Field::new("cohort", "cohort_id", Shape::One(Target::Cohort)).or("all");
const STARTS: Field = Field::new("startsOn", "starts_on", Shape::Date);
const ENDS: Field = Field::new("endsOn", "ends_on", Shape::Date);
const EVIDENCE: Field = Field::new("evidence", "evidence_id", Shape::One(Target::Evidence))
    .required()
    .made_by("newEvidence", Kind::Evidence);

pub const RECORD: Spec = Spec {
    kind: Kind::CoverageRecord,
    fields: &[
        Field::new("service", "service_id", Shape::One(Target::Service)).required(),
        OFFER,
        AREA,
        COHORT,
        Field::new("status", "status", Shape::Code(STATUSES)).required(),
        STARTS,
        ENDS,
        Field::new("baseEndsOn", "base_ends_on", Shape::Date),
        Field::new("stages", "stages", Shape::Codes(Stage::CODES)),
        Field::new("intensity", "intensity", Shape::Code(Intensity::CODES)),
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
    rules: record_rules,
};

pub const ABSENCE: Spec = Spec {
    kind: Kind::Absence,
    fields: &[
        OFFER, AREA, COHORT, STARTS, ENDS, EVIDENCE, VISIBILITY, OWNER,
    ],
    children: &[],
    fixed: &[
        ("service_id", None),
        ("status", Some("absent")),
        ("base_ends_on", None),
        ("stages", None),
        ("intensity", None),
    ],
    spans: &[("starts_on", "ends_on")],
    rules: owned,
};

pub const SEARCH: Spec = Spec {
    kind: Kind::Search,
    fields: &[
        OFFER,
        AREA,
        Field::new("whatWasSearched", "what_was_searched", Shape::Text(2_000)).required(),
        Field::new("searchedOn", "searched_on", Shape::Date).required(),
    ],
    children: &[],
    fixed: &[],
    spans: &[],
    rules: nothing_more,
};

fn record_rules(look: &Look<'_>) -> Vec<Problem> {
    let mut problems = owned(look);
    problems.extend(same_twice(look));
    problems
}

/// The same evidence cannot tell of the same thing at the same time twice. Other evidence may, and
/// then both stand side by side.
fn same_twice(look: &Look<'_>) -> Option<Problem> {
    let date = |column| {
        look.text(column)
            .and_then(|text| text.parse::<PartialDate>().ok())
    };
    let (from, to) = (date("starts_on"), date("ends_on"));
    let service = look.atlas.services.find(look.text("service_id")?)?;
    let twin = look.atlas.coverage_of_service(service).iter().find(|ix| {
        let row = look.atlas.coverage.get(**ix);
        look.text("id") != Some(&row.id)
            && look.text("evidence_id") == Some(&row.evidence)
            && look.text("offer_id") == Some(&row.offer)
            && look.text("area_id") == Some(&row.area)
            && look.text("cohort_id") == Some(&row.cohort)
            && overlap((from, to), (row.starts_on, row.ends_on))
    })?;
    let row = look.atlas.coverage.get(*twin);
    Some(Problem::new(
        "startsOn",
        ProblemCode::Overlap,
        format!(
            "the same evidence already tells of this service, offer, area and cohort in that time \
             (from {} to {}): change that record, or name other evidence",
            told(row.starts_on),
            told(row.ends_on)
        ),
    ))
}

type Span = (Option<PartialDate>, Option<PartialDate>);

/// Whether two spans have a day in common; an open end is open.
pub fn overlap(one: Span, other: Span) -> bool {
    let before = |end: Option<PartialDate>, start: Option<PartialDate>| match (end, start) {
        (Some(end), Some(start)) => end.last() < start.first(),
        _ => false,
    };
    !before(one.1, other.0) && !before(other.1, one.0)
}

fn told(date: Option<PartialDate>) -> String {
    date.map_or("no date on record".to_owned(), |date| date.to_string())
}
