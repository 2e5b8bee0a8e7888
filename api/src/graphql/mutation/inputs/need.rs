//! Need and unit costs.

use async_graphql::{ID, InputObject};

use super::{EvidenceInput, How};
use crate::graphql::enums::{CostUnit, Visibility};

/// An estimate of need, to make or, with its id, to change.
#[derive(InputObject, Clone, Debug)]
pub struct SaveNeedInput {
    /// The row; none: a new one.
    pub id: Option<ID>,
    /// The area, by id or official code. Needed.
    pub area: Option<String>,
    /// What they need, by code. Needed.
    pub offer: Option<String>,
    /// Of whom, by code; `all` by default.
    pub cohort: Option<String>,
    /// Low estimate. Needed.
    pub people_low: Option<i32>,
    /// Central estimate. Needed.
    pub people: Option<i32>,
    /// High estimate. Needed.
    pub people_high: Option<i32>,
    /// What is counted: `people in a year`, `people on a day` or `orders in a year`. Needed.
    pub period: Option<String>,
    /// How it was estimated, with the year of the survey that it rests on. Needed.
    pub method: Option<String>,
    /// What it rests on. Needed, or newEvidence.
    pub evidence: Option<ID>,
    /// Evidence that is not in the register yet.
    pub new_evidence: Option<EvidenceInput>,
    /// Who may see it; everybody by default.
    pub visibility: Option<Visibility>,
    /// The body that keeps it. Needed for what is not public.
    pub owner: Option<ID>,
    /// How to make the change.
    #[graphql(flatten)]
    pub how: How,
}

/// A unit cost, to make or, with its id, to change. Money is pounds as text: `1234.50`.
#[derive(InputObject, Clone, Debug)]
pub struct SaveUnitCostInput {
    /// The row; none: a new one.
    pub id: Option<ID>,
    /// The offer, by code. Needed.
    pub offer: Option<String>,
    /// Where, by id or official code; none: anywhere.
    pub area: Option<String>,
    /// What one unit is. Needed.
    pub unit: Option<CostUnit>,
    /// Low estimate, pounds. Needed.
    pub low: Option<String>,
    /// Central estimate, pounds. Needed.
    pub central: Option<String>,
    /// High estimate, pounds. Needed.
    pub high: Option<String>,
    /// What it rests on. Needed, or newEvidence.
    pub evidence: Option<ID>,
    /// Evidence that is not in the register yet.
    pub new_evidence: Option<EvidenceInput>,
    /// Who may see it; everybody by default.
    pub visibility: Option<Visibility>,
    /// The body that keeps it. Needed for what is not public.
    pub owner: Option<ID>,
    /// How to make the change.
    #[graphql(flatten)]
    pub how: How,
}
