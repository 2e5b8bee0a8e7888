//! What is left of a funding stream.

use async_graphql::{Enum, SimpleObject};
use planning::money::headroom::Headroom as Planned;

use super::stakes::KnownMoney;
use crate::graphql::scalars::Money;

/// What the amount is that allocations are held against.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "planning::money::headroom::AmountOf")]
pub enum AmountOf {
    /// What the stream has in that year.
    Year,
    /// All that it has, less the years that are stated by themselves: shared by the years that are not.
    Rest,
    /// Neither is on record.
    NotStated,
}

/// What a funding stream has for a financial year, what is taken of it, and what is left.
#[derive(SimpleObject, Clone)]
pub struct Headroom {
    /// The year in which the financial year begins: 2026 is April 2026 to March 2027.
    pub financial_year: u32,
    /// What the amount is of.
    pub amount_of: AmountOf,
    /// Pounds; null: not on record, which is not nothing.
    pub amount: Option<Money>,
    /// Committed to services.
    pub committed: Money,
    /// Spent on them, where that is on record.
    pub spent: KnownMoney,
    /// Brought into pooled or aligned budgets, less what came back.
    pub pooled: Money,
    /// Amount less committed and pooled; below nothing where more is committed than there is. Null: the amount is not on record.
    pub left: Option<Money>,
}

impl Headroom {
    pub(crate) fn of(found: Planned, financial_year: u32) -> Self {
        Self {
            financial_year,
            amount_of: found.amount_of.into(),
            amount: found.amount.map(Money),
            committed: Money(found.committed),
            spent: found.spent.into(),
            pooled: Money(found.pooled),
            left: found.left.map(Money),
        }
    }
}
