//! What contracts cost a year, in whose prices, and when they end.
//!
//! `yearly` reads one contract on both terms, `deflate` moves pounds into the
//! prices of another year, `per_adult` sets them against published counts,
//! `endings` lists what ends when, `cliff` sums it by month, `renewal` says what
//! each decision keeps, `on_record` how much of all this is known at all,
//! `headroom` what is left of a stream and `conditions` on what it may be spent.

pub mod cliff;
pub mod conditions;
pub mod deflate;
pub mod endings;
pub mod headroom;
pub mod on_record;
pub mod per_adult;
pub mod renewal;
pub mod scope;
pub mod sums;
pub mod yearly;

use chrono::{Datelike, NaiveDate};

use crate::dates::PartialDate;

/// The financial year that a date falls in; `None`: it may fall in either of two.
pub fn financial_year_of(date: PartialDate) -> Option<u32> {
    let year = financial_year(date.first());
    (year == financial_year(date.last())).then_some(year)
}

/// The financial year of a day, by the year in which it begins: 2026 is 1 April
/// 2026 to 31 March 2027.
pub fn financial_year(day: NaiveDate) -> u32 {
    let year = u32::try_from(day.year()).unwrap_or(0);
    if day.month() < 4 {
        year.saturating_sub(1)
    } else {
        year
    }
}

#[cfg(test)]
#[expect(
    clippy::indexing_slicing,
    reason = "a test that finds too little fails by it"
)]
mod tests;
