//! Pooled budgets: what partners put together, where it stands, what stands in
//! the way of it, and who bears an overspend or an exit.
//!
//! Everything here is told in plain values, so that a test can write a pool
//! down as literals; `read` takes one from the Atlas.

pub mod account;
pub mod case;
pub mod check;
pub mod condition;
pub mod cost;
pub mod exit;
pub mod finding;
mod finding_of_law;
mod finding_of_money;
pub mod functions;
pub mod law;
pub mod ledger;
pub mod liability;
pub mod partner;
pub mod pots;
pub mod read;
pub mod risk;
pub mod room;
pub mod served;
pub mod split;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

pub use crate::closed::{FundingConditionKind, PoolAccount, PoolForm, PoolPart, RiskShare};
use crate::dates::PartialDate;

/// What a pool says of itself, as far as moves of money depend on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Its legal form.
    pub form: PoolForm,
    /// Its first day.
    pub starts_on: Option<PartialDate>,
    /// Its last day.
    pub ends_on: Option<PartialDate>,
    /// Who takes part.
    pub partners: Vec<Partner>,
}

/// A body that takes part in a pool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// The body.
    pub body: String,
    /// Its name.
    pub name: String,
    /// Its kind, as the register has it: `icb`, `council`, `pcc`, ….
    pub kind: String,
    /// How it takes part.
    pub part: PoolPart,
    /// The last day that it takes part, where it has given notice.
    pub leaves_on: Option<PartialDate>,
    /// Its stated share of the risk, millionths.
    pub share: Option<u64>,
    /// The last day of the body itself; `None`: none is on record.
    pub ends_on: Option<PartialDate>,
}

/// One move of money between two accounts of a pool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// The row that tells of it.
    pub id: String,
    /// The financial year: 2026 begins on 1 April 2026.
    pub year: u32,
    /// Where it comes from.
    pub from: PoolAccount,
    /// Where it goes.
    pub to: PoolAccount,
    /// Whose money it is.
    pub member: Option<String>,
    /// The stream that it was given under.
    pub stream: Option<String>,
    /// What it is for, once it is allocated.
    pub service: Option<String>,
    /// How much.
    pub pence: i64,
}

/// The first and last day of a financial year; `None` beyond the calendar.
pub fn days_of(year: u32) -> Option<(NaiveDate, NaiveDate)> {
    let year = i32::try_from(year).ok()?;
    let first = NaiveDate::from_ymd_opt(year, 4, 1)?;
    let last = NaiveDate::from_ymd_opt(year.checked_add(1)?, 3, 31)?;
    Some((first, last))
}

/// Whether a financial year has a day within a span whose ends may be open.
pub fn year_touches(year: u32, from: Option<PartialDate>, to: Option<PartialDate>) -> bool {
    days_of(year).is_some_and(|(first, last)| {
        from.is_none_or(|from| from.first() <= last) && to.is_none_or(|to| to.last() >= first)
    })
}

/// A financial year in words: `2026-27`.
pub fn year_in_words(year: u32) -> String {
    format!("{year}-{:02}", year.saturating_add(1) % 100)
}

/// Pounds and pence in words: `£1,234.50`.
pub fn pounds(pence: i128) -> String {
    let sign = if pence < 0 { "-" } else { "" };
    let pence = pence.unsigned_abs();
    let whole = (pence / 100).to_string();
    let mut grouped = String::new();
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{sign}£{grouped}.{:02}", pence % 100)
}
