//! Need and unit costs.

use planning::closed::CostUnit;

use super::{EVIDENCE, OWNER, VISIBILITY, owned};
use crate::keeping::Kind;
use crate::keeping::spec::{Field, Shape, Spec, Target};

pub const NEED: Spec = Spec {
    kind: Kind::Need,
    fields: &[
        Field::new("area", "area_id", Shape::One(Target::Area)).required(),
        Field::new("offer", "offer_id", Shape::One(Target::Offer)).required(),
        Field::new("cohort", "cohort_id", Shape::One(Target::Cohort)).or("all"),
        Field::new("peopleLow", "people_low", Shape::Count(100000000)).required(),
        Field::new("people", "people", Shape::Count(100000000)).required(),
        Field::new("peopleHigh", "people_high", Shape::Count(100000000)).required(),
        Field::new("period", "period", Shape::Text(200)).required(),
        Field::new("method", "method", Shape::Text(1000)).required(),
        EVIDENCE,
        VISIBILITY,
        OWNER,
    ],
    children: &[],
    fixed: &[],
    spans: &[],
    rules: owned,
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
    rules: owned,
};
