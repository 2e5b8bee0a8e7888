//! What organisations can apply for, with what is asked of them.

use planning::closed::{AwardBasis, OpeningConditionKind, OpeningKind, OpeningStatus};

use super::{EVIDENCE, OWNER, VISIBILITY, owned};
use crate::keeping::Kind;
use crate::keeping::spec::{Children, Field, Shape, Spec, Target};

pub const OPENING: Spec = Spec {
    kind: Kind::Opening,
    fields: &[
        Field::new("title", "title", Shape::Text(300)).required(),
        Field::new("funder", "funder_id", Shape::One(Target::Body)).required(),
        Field::new("funderAsStated", "funder_as_stated", Shape::Text(300)),
        Field::new("kind", "kind", Shape::Code(OpeningKind::CODES)).required(),
        Field::new("purpose", "purpose", Shape::Text(2000)).required(),
        Field::new("cohort", "cohort_id", Shape::One(Target::Cohort)).or("all"),
        Field::new("cohortAsStated", "cohort_as_stated", Shape::Text(300)),
        Field::new("areas", "areas", Shape::Many(Target::Area)).or(""),
        Field::new("offers", "offers", Shape::Many(Target::Offer)).or(""),
        Field::new("opensOn", "opens_on", Shape::Date),
        Field::new("closesOn", "closes_on", Shape::Date),
        Field::new("startsOn", "starts_on", Shape::Date),
        Field::new("durationMonths", "duration_months", Shape::Count(1200)),
        Field::new("minAward", "min_award_pence", Shape::Money),
        Field::new("maxAward", "max_award_pence", Shape::Money),
        Field::new("awardBasis", "award_basis", Shape::Code(AwardBasis::CODES)),
        Field::new("total", "total_pence", Shape::Money),
        Field::new("status", "status", Shape::Code(OpeningStatus::CODES)).required(),
        Field::new("reference", "reference", Shape::Text(200)),
        Field::new("partOf", "part_of_id", Shape::One(Target::Opening)),
        Field::new("service", "service_id", Shape::One(Target::Service)),
        EVIDENCE,
        VISIBILITY,
        OWNER,
    ],
    children: &[Children {
        name: "conditions",
        table: "opening_condition",
        parent: "opening_id",
        fields: &[
            Field::new("kind", "kind", Shape::Code(OpeningConditionKind::CODES)).required(),
            Field::new("words", "words", Shape::Text(500)),
            Field::new("amount", "pence", Shape::Money),
            Field::new("permille", "permille", Shape::Count(100000)),
            Field::new("areas", "areas", Shape::Many(Target::Area)).or(""),
            Field::new("cohort", "cohort_id", Shape::One(Target::Cohort)),
            Field::new("statement", "statement", Shape::Text(1000)).required(),
        ],
    }],
    fixed: &[],
    spans: &[("opens_on", "closes_on")],
    rules: owned,
};
