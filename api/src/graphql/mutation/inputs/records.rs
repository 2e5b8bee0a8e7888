//! What is on record of services: coverage, absence, searches, contracts, money and claims.

use async_graphql::{ID, InputObject};

use super::{EvidenceInput, How};
use crate::graphql::enums::{
    FundingConditionKind, Intensity, ProcurementProcedure, RecordStatus, Stage, Stated, Visibility,
    WorksWithJustice,
};

/// A record that a service gives an offer in an area, to make or, with its id, to change.
#[derive(InputObject, Clone, Debug)]
pub struct SaveCoverageRecordInput {
    /// The record; none: a new one.
    pub id: Option<ID>,
    /// The service. Needed.
    pub service: Option<ID>,
    /// The offer, by code. Needed.
    pub offer: Option<String>,
    /// The area or place, by id or official code. Needed.
    pub area: Option<String>,
    /// For whom, by code; `all` by default.
    pub cohort: Option<String>,
    /// What the evidence says of it. Needed. That there is none is recorded with saveAbsence.
    pub status: Option<RecordStatus>,
    /// First day: `2025`, `2025-11` or `2025-11-10`.
    pub starts_on: Option<String>,
    /// Last day.
    pub ends_on: Option<String>,
    /// Last day of the base term, where an extension is possible and nobody has confirmed it.
    pub base_ends_on: Option<String>,
    /// Justice stages, where they differ from those of the offer.
    pub stages: Option<Vec<Stage>>,
    /// Intensity, where it differs from that of the offer.
    pub intensity: Option<Intensity>,
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

/// Somebody's word that an offer is not commissioned in an area, to make or, with its id, to change.
#[derive(InputObject, Clone, Debug)]
pub struct SaveAbsenceInput {
    /// The record; none: a new one.
    pub id: Option<ID>,
    /// The offer, by code. Needed.
    pub offer: Option<String>,
    /// The area or place, by id or official code. Needed.
    pub area: Option<String>,
    /// For whom, by code; `all` by default.
    pub cohort: Option<String>,
    /// Since when there has been none.
    pub starts_on: Option<String>,
    /// Until when.
    pub ends_on: Option<String>,
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

/// That somebody looked for an offer in an area and found none: no absence, and kept apart from it.
#[derive(InputObject, Clone, Debug)]
pub struct SaveSearchInput {
    /// The search; none: a new one.
    pub id: Option<ID>,
    /// What was looked for, by code. Needed.
    pub offer: Option<String>,
    /// Where, by id or official code. Needed.
    pub area: Option<String>,
    /// What was read, in your own words. Needed.
    pub what_was_searched: Option<String>,
    /// When. Needed.
    pub searched_on: Option<String>,
    /// How to make the change.
    #[graphql(flatten)]
    pub how: How,
}

/// A contract, grant or award, to make or, with its id, to change. Money is pounds as text: `1234.50`.
#[derive(InputObject, Clone, Debug)]
pub struct SaveContractInput {
    /// The contract; none: a new one.
    pub id: Option<ID>,
    /// The service. Needed.
    pub service: Option<ID>,
    /// The reference of the notice or contract.
    pub reference: Option<String>,
    /// What the evidence says of it. Needed.
    pub status: Option<RecordStatus>,
    /// First day.
    pub starts_on: Option<String>,
    /// Last day, confirmed extensions included.
    pub ends_on: Option<String>,
    /// Last day of the base term.
    pub base_ends_on: Option<String>,
    /// Base term, months.
    pub base_months: Option<i32>,
    /// Possible extension, months.
    pub extension_months: Option<i32>,
    /// Stated value, pounds.
    pub value: Option<String>,
    /// What the value is of. Needed with a value.
    pub value_basis: Option<String>,
    /// `included`, `excluded` or `not_stated` (the default).
    pub vat: Option<String>,
    /// Yearly value if the value is for the base term, pounds.
    pub annual_base: Option<String>,
    /// Yearly value if it is for the full term, pounds.
    pub annual_full: Option<String>,
    /// The contract that it lies inside: never added to it.
    pub part_of: Option<ID>,
    /// People that it is to reach a year.
    pub places: Option<i32>,
    /// The lot of its procurement.
    pub lot: Option<String>,
    /// How it came about; none: not stated.
    pub procedure: Option<ProcurementProcedure>,
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

/// A condition of a funding stream. Those of one kind are alternatives; all kinds hold.
#[derive(InputObject, Clone, Debug)]
pub struct FundingConditionInput {
    /// What it is on.
    pub kind: FundingConditionKind,
    /// The offer, of a condition on offers, by code.
    pub offer: Option<String>,
    /// The stage, of a condition on stages.
    pub stage: Option<Stage>,
    /// The area, of a condition on areas, by id or official code.
    pub area: Option<String>,
    /// The cohort, of a condition on cohorts.
    pub cohort: Option<String>,
    /// The body, of a condition on bodies.
    pub body: Option<ID>,
    /// The kind of body, of a condition on kinds of bodies.
    pub body_kind: Option<String>,
}

/// What a funding stream has in one financial year.
#[derive(InputObject, Clone, Debug)]
pub struct FundingYearInput {
    /// The year in which the financial year begins: 2026 is April 2026 to March 2027.
    pub financial_year: i32,
    /// What it has that year, pounds.
    pub amount: String,
}

/// Money that can be spent on services, to make or, with its id, to change. Money is pounds as text: `1234.50`.
#[derive(InputObject, Clone, Debug)]
pub struct SaveFundingStreamInput {
    /// The stream; none: a new one.
    pub id: Option<ID>,
    /// What its funder calls it. Needed.
    pub name: Option<String>,
    /// Whose money it is. Needed.
    pub funder: Option<ID>,
    /// What it is for, in your own words. Needed.
    pub purpose: Option<String>,
    /// Where it may be spent, by id or official code; none: no area is stated.
    pub area: Option<String>,
    /// For whom, by code; `all` by default.
    pub cohort: Option<String>,
    /// Whether it may be spent on nothing else.
    pub ring_fenced: Option<Stated>,
    /// Whether it comes again each year.
    pub recurrent: Option<Stated>,
    /// Whether it counts towards the Mental Health Investment Standard.
    pub inside_mhis: Option<Stated>,
    /// First day.
    pub starts_on: Option<String>,
    /// Last day.
    pub ends_on: Option<String>,
    /// All of it over its period, pounds; none: not on record.
    pub amount: Option<String>,
    /// All of its conditions: those of one kind are alternatives, all kinds hold.
    pub conditions: Option<Vec<FundingConditionInput>>,
    /// What it has in each financial year, where that is on record.
    pub years: Option<Vec<FundingYearInput>>,
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

/// A claim about culture, faith or who leads, to make or, with its id, to change. It needs a service or a body.
#[derive(InputObject, Clone, Debug)]
pub struct SaveClaimInput {
    /// The claim; none: a new one.
    pub id: Option<ID>,
    /// The service that it is about.
    pub service: Option<ID>,
    /// The body that it is about.
    pub body: Option<ID>,
    /// `led_by_and_for`, `culturally_informed_service`, `co_produced`, `faith_based`, `interpreter_or_language` or `other`. Needed.
    pub kind: Option<String>,
    /// The communities, by code.
    pub communities: Option<Vec<String>>,
    /// The communities in the words of the source. Needed.
    pub communities_as_stated: Option<String>,
    /// Where, by id or official code.
    pub area: Option<String>,
    /// Whether it works with people in the justice system.
    pub works_with_justice: Option<WorksWithJustice>,
    /// What the evidence says of its running. Needed.
    pub status: Option<RecordStatus>,
    /// First day.
    pub starts_on: Option<String>,
    /// Last day.
    pub ends_on: Option<String>,
    /// Whether it is provision for people, not a finding, map or campaign. Needed.
    pub is_provision: Option<bool>,
    /// What it rests on. Needed, or newEvidence. "Culturally informed" and "led by and for" need an asserter and a review date in it.
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
