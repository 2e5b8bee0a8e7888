//! What a contract is worth a year, if its value is for the base term and if it
//! is for the full term.

use chrono::{Datelike, NaiveDate};

use crate::dates::{PartialDate, months_after};
use crate::facts::Contract;

/// Where a yearly figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// It stands on record as it is.
    Stated,
    /// Value and months on record give it.
    Computed,
}

/// One reading of a contract's year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Pounds a year, in pence.
    pub pence: i64,
    /// Where it comes from.
    pub origin: Origin,
    /// What value and months give, in pence; `None`: one of them is not on
    /// record, or the value is stated to be of the other term.
    pub computed: Option<i64>,
    /// The months that it is worked out over; `None`: not on record.
    pub months: Option<u32>,
}

impl Reading {
    /// Whether what is stated and what value and months give differ by a pound
    /// at most; `None`: there are not two figures to compare.
    pub fn agrees(&self) -> Option<bool> {
        match (self.origin, self.computed) {
            (Origin::Stated, Some(computed)) => {
                Some(self.pence.abs_diff(computed) <= MOST_ROUNDED_PENCE)
            }
            _ => None,
        }
    }
}

/// Stated yearly figures are often rounded to the pound.
const MOST_ROUNDED_PENCE: u64 = 100;

/// Both readings of a contract's year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Yearly {
    /// If the value is for the base term.
    pub base: Option<Reading>,
    /// If it is for the full term, extensions included.
    pub full: Option<Reading>,
}

/// Reads a contract on both terms. Where a yearly figure is stated for one
/// term alone, the value is of that term, and the other is not worked out.
pub fn of(contract: &Contract) -> Yearly {
    let (base, full) = (base_months(contract), full_months(contract));
    let stated = (contract.annual_base_pence, contract.annual_full_pence);
    let computed = |months: Option<u32>| {
        let (value, months) = contract.value_pence.zip(months)?;
        of_months(value, months)
    };
    let one = |stated: Option<i64>, other: Option<i64>, months: Option<u32>| {
        let is_of_the_other = stated.is_none() && other.is_some();
        let computed = computed(months).filter(|_| !is_of_the_other);
        let origin = match stated {
            Some(_) => Origin::Stated,
            None => Origin::Computed,
        };
        stated.or(computed).map(|pence| Reading {
            pence,
            origin,
            computed,
            months,
        })
    };
    Yearly {
        base: one(stated.0, stated.1, base),
        full: one(stated.1, stated.0, full),
    }
}

/// The value of twelve months out of the value of so many, to the nearest
/// penny, halves up. `None`: no months, or more pence than can be counted.
pub fn of_months(value_pence: i64, months: u32) -> Option<i64> {
    if months == 0 {
        return None;
    }
    let (value, months) = (i128::from(value_pence), i128::from(months));
    let pence = (2 * value * 12 + months).div_euclid(2 * months);
    i64::try_from(pence).ok()
}

/// The base term: as stated, else between days on record.
fn base_months(contract: &Contract) -> Option<u32> {
    let end = contract.base_ends_on.or(contract.ends_on);
    contract
        .base_months
        .or_else(|| months_between(contract.starts_on, end))
        .filter(|months| *months > 0)
}

/// The full term: the base term and its extension. A contract without an
/// extension on record is all base term.
fn full_months(contract: &Contract) -> Option<u32> {
    let extension = match (contract.extension_months, contract.base_ends_on) {
        (None, None) => Some(0),
        (stated, _) => stated,
    };
    contract
        .base_months
        .zip(extension)
        .and_then(|(base, more)| base.checked_add(more))
        .or_else(|| months_between(contract.starts_on, contract.ends_on))
        .filter(|months| *months > 0)
}

/// Whole months from the first day to the last, both known to the day; `None`
/// for a span that is not of whole months.
fn months_between(from: Option<PartialDate>, to: Option<PartialDate>) -> Option<u32> {
    let (from, to) = from.zip(to)?;
    if !from.is_exact() || !to.is_exact() {
        return None;
    }
    let (from, after) = (from.first(), to.last().succ_opt()?);
    let months = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month());
    let between = u32::try_from(months(after) - months(from)).ok()?;
    (months_after(from, between) == after).then_some(between)
}
