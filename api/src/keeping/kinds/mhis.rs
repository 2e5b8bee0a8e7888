//! Reports for the Mental Health Investment Standard.

use planning::closed::Visibility;

use super::{EVIDENCE, OWNER, STATED, owned};
use crate::keeping::Kind;
use crate::keeping::spec::{Children, Field, Shape, Spec, Target};

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
    rules: owned,
};
