//! Pooled budgets with their members, and their transfers.

use async_graphql::{ID, InputObject};

use super::How;
use crate::graphql::enums::{
    PoolAccount, PoolForm, PoolFunctionCode, PoolPart, RiskShare, Visibility,
};

/// A body that takes part in a pooled budget.
#[derive(InputObject, Clone, Debug)]
pub struct PoolMemberInput {
    /// The body.
    pub body: ID,
    /// What it does with its money.
    pub part: PoolPart,
    /// Its stated share of an overspend, from 0 to 1.
    pub risk_share: Option<String>,
    /// Last day of its membership, if it leaves before the end.
    pub leaves_on: Option<String>,
}

/// A pooled budget, to make or, with its id, to change. Lists are given whole. Money is pounds as text: `1234.50`.
#[derive(InputObject, Clone, Debug)]
pub struct SavePoolInput {
    /// The row; none: a new one.
    pub id: Option<ID>,
    /// What it is called. Needed.
    pub name: Option<String>,
    /// Its legal form. Needed.
    pub legal_form: Option<PoolForm>,
    /// The body that holds it. Needed.
    pub host: Option<ID>,
    /// Where it is for, by id or official code.
    pub area: Option<String>,
    /// What it is for. Needed.
    pub purpose: Option<String>,
    /// What it may buy, by code; empty: not stated.
    pub offers: Option<Vec<String>>,
    /// The functions that partners exercise for each other; none: not on record.
    pub functions: Option<Vec<PoolFunctionCode>>,
    /// First day. Needed.
    pub starts_on: Option<String>,
    /// Last day; none: not stated.
    pub ends_on: Option<String>,
    /// Who bears an overspend. Needed.
    pub risk_share: Option<RiskShare>,
    /// Up to where an overspend is borne in equal parts, pounds.
    pub tier: Option<String>,
    /// Notice that a member gives to leave, months; none: not stated.
    pub exit_notice_months: Option<i32>,
    /// When those affected were consulted jointly; none: not on record.
    pub consulted_on: Option<String>,
    /// The committee that decides; none: not on record.
    pub decision_body: Option<String>,
    /// The post that manages the fund, never a name; none: not on record.
    pub manager_role: Option<String>,
    /// How value added tax is treated; none: not on record.
    pub vat_status: Option<String>,
    /// All of its members.
    pub members: Option<Vec<PoolMemberInput>>,
    /// Who may see it; those who plan and those who take part by default.
    pub visibility: Option<Visibility>,
    /// The body that keeps it. Needed for what is not public.
    pub owner: Option<ID>,
    /// How to make the change.
    #[graphql(flatten)]
    pub how: How,
}

/// One move of money of a pooled budget, to make or, with its id, to change. Money is pounds as text: `1234.50`.
#[derive(InputObject, Clone, Debug)]
pub struct SavePoolTransferInput {
    /// The row; none: a new one.
    pub id: Option<ID>,
    /// The pooled budget. Needed.
    pub pool: Option<ID>,
    /// The year in which the financial year begins: 2026 is April 2026 to March 2027. Needed.
    pub financial_year: Option<i32>,
    /// When it was made. Needed.
    pub made_on: Option<String>,
    /// Where the money stood. Needed.
    pub from_account: Option<PoolAccount>,
    /// Where it stands now. Needed.
    pub to_account: Option<PoolAccount>,
    /// The member whose money it is. Needed: money keeps its name, so that the conditions on it hold wherever it stands.
    pub member: Option<ID>,
    /// The funding stream that it comes from; none: not stated.
    pub stream: Option<ID>,
    /// The service. Needed to or from `allocated`, `committed` and `spent`, and left out otherwise.
    pub service: Option<ID>,
    /// How much, pounds; more than nothing. Needed.
    pub amount: Option<String>,
    /// The reference of the contract, invoice or minute.
    pub reference: Option<String>,
    /// What to know of it.
    pub note: Option<String>,
    /// How to make the change.
    #[graphql(flatten)]
    pub how: How,
}
