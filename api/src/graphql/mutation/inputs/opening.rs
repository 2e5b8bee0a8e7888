//! What organisations can apply for, with what is asked of them.

use async_graphql::{ID, InputObject};

use super::{EvidenceInput, How};
use crate::graphql::enums::{OpeningConditionKind, OpeningKind, OpeningStatus, Visibility};

/// What a notice asks of those who apply.
#[derive(InputObject, Clone, Debug)]
pub struct OpeningConditionInput {
    /// What it is about.
    pub kind: OpeningConditionKind,
    /// The codes that it allows, joined with `;`: legal forms, cohorts, communities (with `board` or `staff` for a share of them), a framework, `cohort:…` or `offer:…` for a specialism, and `allowed`, `refused`, `required`, `lead` or `partner` for a consortium. `uncoded`: others than the codes name are meant too; `narrower`: a part of the areas alone; the statement says which.
    pub words: Option<String>,
    /// The turnover that it names, pounds.
    pub amount: Option<String>,
    /// The share that it names, in thousandths.
    pub permille: Option<i32>,
    /// The areas that it names, by id or official code.
    pub areas: Option<Vec<String>>,
    /// The cohort that it names.
    pub cohort: Option<String>,
    /// What it asks, in your own words.
    pub statement: String,
}

/// Funding that organisations can apply for, to make or, with its id, to change. Lists are given whole. Money is pounds as text: `1234.50`.
#[derive(InputObject, Clone, Debug)]
pub struct SaveOpeningInput {
    /// The row; none: a new one.
    pub id: Option<ID>,
    /// What its funder calls it. Needed.
    pub title: Option<String>,
    /// Whose money it is. Needed.
    pub funder: Option<ID>,
    /// The funder in the words of the source.
    pub funder_as_stated: Option<String>,
    /// What kind of funding it is. Needed.
    pub kind: Option<OpeningKind>,
    /// What it is for, in your own words. Needed.
    pub purpose: Option<String>,
    /// For whom, by code; `all` by default.
    pub cohort: Option<String>,
    /// For whom, in the words of the source.
    pub cohort_as_stated: Option<String>,
    /// Where it may be spent, by id or official code; empty: not stated.
    pub areas: Option<Vec<String>>,
    /// What it would buy, by code; empty: not stated.
    pub offers: Option<Vec<String>>,
    /// First day of applications.
    pub opens_on: Option<String>,
    /// Last day of applications.
    pub closes_on: Option<String>,
    /// First day of the work.
    pub starts_on: Option<String>,
    /// How long the work lasts, months.
    pub duration_months: Option<i32>,
    /// Least award, pounds.
    pub min_award: Option<String>,
    /// Greatest award, pounds.
    pub max_award: Option<String>,
    /// What least and greatest award are of: `a_year`, `whole_award` or `lot`; none: not stated.
    pub award_basis: Option<String>,
    /// All that is to be given, pounds.
    pub total: Option<String>,
    /// What the source says of it. Needed.
    pub status: Option<OpeningStatus>,
    /// The reference of its notice.
    pub reference: Option<String>,
    /// The opening that it is a lot of.
    pub part_of: Option<ID>,
    /// The service that does the work now.
    pub service: Option<ID>,
    /// All of its conditions.
    pub conditions: Option<Vec<OpeningConditionInput>>,
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
