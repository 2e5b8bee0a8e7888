//! What funding streams are allocated to, and price indexes.

use async_graphql::{ID, InputObject};

use super::{EvidenceInput, How};
use crate::graphql::enums::Visibility;

/// Money of a funding stream set aside for a service, to make or, with its id, to change. Money is pounds as text: `1234.50`.
#[derive(InputObject, Clone, Debug)]
pub struct SaveFundingAllocationInput {
    /// The row; none: a new one.
    pub id: Option<ID>,
    /// The stream. Needed.
    pub stream: Option<ID>,
    /// The service. Needed.
    pub service: Option<ID>,
    /// The contract or grant by which it is committed; none: not on record.
    pub contract: Option<ID>,
    /// The year in which the financial year begins: 2026 is April 2026 to March 2027. Needed.
    pub financial_year: Option<i32>,
    /// What is committed, pounds. Needed.
    pub committed: Option<String>,
    /// What was spent, pounds; none: not on record, which is not nothing.
    pub spent: Option<String>,
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

/// A price index in one financial year, to make or, with its id, to change.
#[derive(InputObject, Clone, Debug)]
pub struct SaveDeflatorInput {
    /// The row; none: a new one.
    pub id: Option<ID>,
    /// The index, such as the GDP deflator, with its release. Needed.
    pub series: Option<String>,
    /// The year in which the financial year begins: 2026 is April 2026 to March 2027. Needed.
    pub financial_year: Option<i32>,
    /// Where the index stood; any base year, the same for the whole series. Needed.
    pub index: Option<String>,
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
