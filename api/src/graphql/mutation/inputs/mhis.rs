//! Reports for the Mental Health Investment Standard.

use async_graphql::{ID, InputObject};

use super::{EvidenceInput, How};
use crate::graphql::enums::{Stated, Visibility};

/// A line of spending in such a report.
#[derive(InputObject, Clone, Debug)]
pub struct MhisLineInput {
    /// What the money is spent on.
    pub label: String,
    /// The service, where it is one of the register.
    pub service: Option<ID>,
    /// How much, pounds.
    pub amount: String,
    /// Whether it counts towards the standard.
    pub inside_mhis: Option<Stated>,
    /// Whether it is paid from the programme allocation.
    pub in_allocation: Option<Stated>,
    /// Whether it comes again each year.
    pub recurrent: Option<Stated>,
    /// Whether it is money that came with functions of another body.
    pub transferred: Option<Stated>,
    /// Why it does not count: such as learning disability, autism, dementia or specialised commissioning.
    pub exclusion: Option<String>,
}

/// A report for the Mental Health Investment Standard, to make or, with its id, to change. Lists are given whole. Money is pounds as text: `1234.50`.
#[derive(InputObject, Clone, Debug)]
pub struct SaveMhisYearInput {
    /// The row; none: a new one.
    pub id: Option<ID>,
    /// The integrated care board, by id or official code. Needed.
    pub area: Option<String>,
    /// The year in which the financial year begins: 2026 is April 2026 to March 2027. Needed.
    pub financial_year: Option<i32>,
    /// Its programme allocation, base, before convergence, pounds. Needed.
    pub allocation: Option<String>,
    /// The growth that it was set, such as `0.0345`; none: that of its allocation.
    pub target_growth: Option<String>,
    /// All of its lines.
    pub lines: Option<Vec<MhisLineInput>>,
    /// What it rests on. Needed, or newEvidence.
    pub evidence: Option<ID>,
    /// Evidence that is not in the register yet.
    pub new_evidence: Option<EvidenceInput>,
    /// Who may see it; those who plan and those who take part by default.
    pub visibility: Option<Visibility>,
    /// The body that keeps it. Needed for what is not public.
    pub owner: Option<ID>,
    /// How to make the change.
    #[graphql(flatten)]
    pub how: How,
}
