//! Minimum offers.

use planning::closed::Stage;

use super::{EVIDENCE, OWNER, VISIBILITY, owned};
use crate::keeping::Kind;
use crate::keeping::spec::{Children, Field, Shape, Spec, Target};

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
    rules: owned,
};
