//! The money of two registers side by side: what runs, streams and pooled budgets.

use async_graphql::SimpleObject;
use planning::scenario as s;

use super::funding::FundingStream;
use super::pool::Pool;
use super::whole;
use crate::graphql::enums::PoolAccount;
use crate::graphql::scalars::Money;

/// What runs on the day, and its money a year.
#[derive(SimpleObject, Clone, Copy)]
pub struct Running {
    /// Services that run.
    pub services: i64,
    /// Awards that run; one inside another is not added to it.
    pub awards: i64,
    /// A year's value, if the value on record is that of the base term.
    pub base: YearlyPounds,
    /// A year's value, if it is that of the full term. The two are never averaged.
    pub full: YearlyPounds,
    /// People that it is to reach a year.
    pub places: YearlyPlaces,
}

/// A sum of what is on record, with how much of it is not.
#[derive(SimpleObject, Clone, Copy)]
pub struct YearlyPounds {
    /// The sum of what is on record, pounds a year. It says nothing of what is not.
    pub amount: Money,
    /// Awards whose value is on record.
    pub stated: i64,
    /// Awards whose value is not, and services that run without an award on record.
    pub not_stated: i64,
}

/// A sum of places on record, with how many are not.
#[derive(SimpleObject, Clone, Copy)]
pub struct YearlyPlaces {
    /// People a year, as far as is on record.
    pub people: i64,
    /// Awards that say how many.
    pub stated: i64,
    /// Awards that do not, and services that run without an award on record.
    pub not_stated: i64,
}

/// What runs, before and after.
#[derive(SimpleObject, Clone, Copy)]
pub struct RunningDifference {
    /// Before.
    pub before: Running,
    /// After.
    pub after: Running,
}

impl From<&s::Change<s::Running>> for RunningDifference {
    fn from(change: &s::Change<s::Running>) -> Self {
        Self {
            before: (&change.before).into(),
            after: (&change.after).into(),
        }
    }
}

impl From<&s::Running> for Running {
    fn from(of: &s::Running) -> Self {
        let pounds = |of: s::Reading| YearlyPounds {
            amount: Money(of.pence),
            stated: whole(of.stated),
            not_stated: whole(of.not_stated),
        };
        Self {
            services: whole(of.services),
            awards: whole(of.awards),
            base: pounds(of.base),
            full: pounds(of.full),
            places: YearlyPlaces {
                people: whole(of.places.people),
                stated: whole(of.places.stated),
                not_stated: whole(of.places.not_stated),
            },
        }
    }
}

/// A funding stream in both registers.
#[derive(SimpleObject, Clone)]
pub struct StreamDifference {
    /// The stream.
    pub stream: FundingStream,
    /// Before.
    pub before: ScenarioStreamBalance,
    /// After.
    pub after: ScenarioStreamBalance,
}

/// A funding stream in one financial year.
#[derive(SimpleObject, Clone, Copy)]
pub struct ScenarioStreamBalance {
    /// What it has; null: not on record.
    pub amount: Option<Money>,
    /// Committed to services.
    pub committed: Money,
    /// Put into pooled budgets or aligned with them, less what was taken out.
    pub pooled: Money,
    /// What is left; null: what it has is not on record.
    pub left: Option<Money>,
}

impl From<s::StreamBalance> for ScenarioStreamBalance {
    fn from(of: s::StreamBalance) -> Self {
        Self {
            amount: of.amount.map(Money),
            committed: Money(of.committed),
            pooled: Money(of.pooled),
            left: of.left().map(Money),
        }
    }
}

/// A pooled budget in both registers.
#[derive(SimpleObject, Clone)]
pub struct PoolDifference {
    /// The pooled budget.
    pub pool: Pool,
    /// Before.
    pub before: ScenarioPoolBalance,
    /// After.
    pub after: ScenarioPoolBalance,
}

/// A pooled budget by the end of one financial year.
#[derive(SimpleObject, Clone)]
pub struct ScenarioPoolBalance {
    /// Contributed that year, less what was taken back.
    pub contributed: Money,
    /// What stands in each account; those with nothing are left out.
    pub accounts: Vec<ScenarioPoolAccount>,
}

/// What stands in an account.
#[derive(SimpleObject, Clone, Copy)]
pub struct ScenarioPoolAccount {
    /// The account.
    pub account: PoolAccount,
    /// What stands in it.
    pub amount: Money,
}

impl From<&s::PoolBalance> for ScenarioPoolBalance {
    fn from(of: &s::PoolBalance) -> Self {
        let accounts = of
            .accounts
            .iter()
            .map(|(account, pence)| ScenarioPoolAccount {
                account: (*account).into(),
                amount: Money(*pence),
            });
        Self {
            contributed: Money(of.contributed),
            accounts: accounts.collect(),
        }
    }
}
