//! What funding streams are allocated to, and price indexes.

use super::{EVIDENCE, OWNER, VISIBILITY, owned};
use crate::keeping::Kind;
use crate::keeping::spec::{Field, Shape, Spec, Target};

pub const FUNDING_ALLOCATION: Spec = Spec {
    kind: Kind::FundingAllocation,
    fields: &[
        Field::new("stream", "stream_id", Shape::One(Target::FundingStream)).required(),
        Field::new("service", "service_id", Shape::One(Target::Service)).required(),
        Field::new("contract", "contract_id", Shape::One(Target::Contract)),
        Field::new("financialYear", "financial_year", Shape::Year).required(),
        Field::new("committed", "committed_pence", Shape::Money).required(),
        Field::new("spent", "spent_pence", Shape::Money),
        EVIDENCE,
        VISIBILITY,
        OWNER,
    ],
    children: &[],
    fixed: &[],
    spans: &[],
    rules: owned,
};

pub const DEFLATOR: Spec = Spec {
    kind: Kind::Deflator,
    fields: &[
        Field::new("series", "series", Shape::Text(200)).required(),
        Field::new("financialYear", "financial_year", Shape::Year).required(),
        Field::new("index", "index_millionths", Shape::Decimal(1000000000)).required(),
        EVIDENCE,
        VISIBILITY,
        OWNER,
    ],
    children: &[],
    fixed: &[],
    spans: &[],
    rules: owned,
};
