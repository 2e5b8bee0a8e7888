//! Scenarios and their steps.

use planning::closed::{StepKind, Visibility};

use super::{OWNER, owned};
use crate::keeping::Kind;
use crate::keeping::spec::{Children, Field, Shape, Spec, Target};

pub const SCENARIO: Spec = Spec {
    kind: Kind::Scenario,
    fields: &[
        Field::new("name", "name", Shape::Text(300)).required(),
        Field::new("purpose", "purpose", Shape::Text(2000)),
        Field::new("baseDay", "base_day", Shape::Date).required(),
        Field::new("visibility", "visibility", Shape::Code(Visibility::CODES)).or("private"),
        OWNER,
    ],
    children: &[Children {
        name: "steps",
        table: "scenario_step",
        parent: "scenario_id",
        fields: &[
            Field::new("position", "position", Shape::Count(10000)).required(),
            Field::new("kind", "kind", Shape::Code(StepKind::CODES)).required(),
            Field::new("service", "service_id", Shape::One(Target::Service)),
            Field::new("offer", "offer_id", Shape::One(Target::Offer)),
            Field::new("area", "area_id", Shape::One(Target::Area)),
            Field::new("toArea", "to_area_id", Shape::One(Target::Area)),
            Field::new("cohort", "cohort_id", Shape::One(Target::Cohort)),
            Field::new("stream", "stream_id", Shape::One(Target::FundingStream)),
            Field::new(
                "toStream",
                "to_stream_id",
                Shape::One(Target::FundingStream),
            ),
            Field::new("pool", "pool_id", Shape::One(Target::Pool)),
            Field::new(
                "succession",
                "body_succession_id",
                Shape::One(Target::BodySuccession),
            ),
            Field::new("startsOn", "starts_on", Shape::Date),
            Field::new("endsOn", "ends_on", Shape::Date),
            Field::new("amount", "amount_pence", Shape::Money),
            Field::new("places", "places", Shape::Count(100000000)),
            Field::new("people", "people", Shape::Count(100000000)),
            Field::new("note", "note", Shape::Text(1000)),
        ],
    }],
    fixed: &[
        ("frozen_on", None),
        ("frozen_revision", None),
        ("frozen_hash", None),
        ("frozen_body", None),
    ],
    spans: &[],
    rules: owned,
};
