//! What is left without money when a partner leaves.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::days_of;
use super::liability::{Liability, Sharing};
use crate::dates::{PartialDate, months_after};
use crate::share::largest_remainder;

/// Months that an answer looks ahead at most.
pub const MOST_MONTHS: u32 = 240;

/// What one partner has committed to a service in a financial year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// The service.
    pub service: String,
    /// The financial year.
    pub year: u32,
    /// Committed, what is spent of it included, pence.
    pub committed: u64,
    /// Of it, not spent, pence.
    pub unspent: u64,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExitQuestion {
    /// The last day for which it pays; the month is paid to its end.
    pub last_day: NaiveDate,
    /// The last day of the pool; `None`: not on record.
    pub pool_ends: Option<PartialDate>,
    /// What the leaver has committed.
    pub commitments: Vec<Commitment>,
    /// The last day of each service's contracts; a service without an entry has
    /// none on record.
    pub contracts_end: BTreeMap<String, PartialDate>,
    /// Who stays, and how they share; shares of those who stay are taken in
    /// proportion.
    pub staying: Sharing,
}

/// A month of a service that the leaver's money no longer pays for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnfundedMonth {
    /// Its first day.
    pub month: NaiveDate,
    /// The service.
    pub service: String,
    /// Pence.
    pub pence: u64,
    /// No commitment of that year is on record: the contract still runs, and
    /// the last year on record is taken to go on.
    pub is_carried_on: bool,
}

/// What becomes of one service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceLeft {
    /// The service.
    pub service: String,
    /// Pence without money.
    pub pence: u64,
    /// The last day of its contracts; `None`: not on record, so that nothing
    /// beyond the years with commitments is counted.
    pub contract_ends: Option<PartialDate>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exit {
    /// The last day for which the leaver pays.
    pub last_day: NaiveDate,
    /// Months without the leaver's money, by month and service.
    pub months: Vec<UnfundedMonth>,
    /// The same by service.
    pub services: Vec<ServiceLeft>,
    /// All of it, pence.
    pub pence: u64,
    /// What each of those who stay bears of it, in their order.
    pub borne: Liability,
    /// Months beyond the horizon were left out.
    pub is_cut: bool,
}

/// The last day that a partner pays for, which gives so many months' notice on
/// a day.
pub fn last_day_after(notice_on: NaiveDate, months: u32) -> NaiveDate {
    months_after(notice_on, months)
}

/// What is left without money.
pub fn answer(question: &ExitQuestion) -> Exit {
    let mut months = Vec::new();
    let mut is_cut = false;
    let mut of_service: BTreeMap<&str, Vec<&Commitment>> = BTreeMap::new();
    for one in &question.commitments {
        of_service.entry(&one.service).or_default().push(one);
    }
    for (service, mut commitments) in of_service {
        commitments.sort_by_key(|one| one.year);
        let contract_ends = question.contracts_end.get(service).copied();
        let last = earliest(contract_ends, question.pool_ends);
        for one in &commitments {
            months.extend(of_year(question.last_day, last, one));
        }
        if let (Some(last), Some(rate), Some(_)) = (last, commitments.last(), contract_ends) {
            is_cut |= carry_on(question.last_day, last, rate, &mut months);
        }
    }
    months.sort();
    let mut services: BTreeMap<&str, u64> = BTreeMap::new();
    for one in &months {
        let sum = services.entry(&one.service).or_default();
        *sum = sum.saturating_add(one.pence);
    }
    let services: Vec<ServiceLeft> = services
        .into_iter()
        .map(|(service, pence)| ServiceLeft {
            service: service.to_owned(),
            pence,
            contract_ends: question.contracts_end.get(service).copied(),
        })
        .collect();
    let pence = services
        .iter()
        .fold(0_u64, |sum, one| sum.saturating_add(one.pence));
    Exit {
        last_day: question.last_day,
        borne: question.staying.split(pence),
        months,
        services,
        pence,
        is_cut,
    }
}

fn earliest(one: Option<PartialDate>, other: Option<PartialDate>) -> Option<NaiveDate> {
    let days = [one, other].into_iter().flatten().map(PartialDate::last);
    days.min()
}

/// The first day of the month after a day.
fn next_month(day: NaiveDate) -> NaiveDate {
    months_after(day.with_day(1).unwrap_or(day), 1)
}

/// The months of a committed year that the leaver does not pay for.
fn of_year(last_day: NaiveDate, last: Option<NaiveDate>, one: &Commitment) -> Vec<UnfundedMonth> {
    let Some((first, _)) = days_of(one.year) else {
        return Vec::new();
    };
    let equal = largest_remainder(one.committed, &[1; 12]);
    let unpaid: Vec<(NaiveDate, u64)> = (0..)
        .zip(equal)
        .map(|(position, pence)| (months_after(first, position), pence))
        .filter(|(month, pence)| {
            *month >= next_month(last_day) && last.is_none_or(|last| *month <= last) && *pence > 0
        })
        .collect();
    // What has been spent is paid, whatever month it was for.
    let weights: Vec<u64> = unpaid.iter().map(|(_, pence)| *pence).collect();
    let sum = weights
        .iter()
        .fold(0_u64, |sum, one| sum.saturating_add(*one));
    let parts = largest_remainder(sum.min(one.unspent), &weights);
    unpaid
        .into_iter()
        .zip(parts)
        .filter(|(_, pence)| *pence > 0)
        .map(|((month, _), pence)| UnfundedMonth {
            month,
            service: one.service.clone(),
            pence,
            is_carried_on: false,
        })
        .collect()
}

/// The months after the last committed year in which the contract still runs;
/// whether the horizon cut them.
fn carry_on(
    last_day: NaiveDate,
    last: NaiveDate,
    rate: &Commitment,
    months: &mut Vec<UnfundedMonth>,
) -> bool {
    let Some((after, _)) = rate.year.checked_add(1).and_then(days_of) else {
        return false;
    };
    if rate.committed == 0 {
        return false;
    }
    // April first, so that each year carried on sums to the last on record.
    let of_year = largest_remainder(rate.committed, &[1; 12]);
    let first = after.max(next_month(last_day));
    for ahead in 0..MOST_MONTHS {
        let month = months_after(first, ahead);
        if month > last {
            return false;
        }
        let place = usize::try_from((month.month() + 8) % 12).unwrap_or(0);
        let pence = of_year.get(place).copied().unwrap_or(0);
        if pence > 0 {
            months.push(UnfundedMonth {
                month,
                service: rate.service.clone(),
                pence,
                is_carried_on: true,
            });
        }
    }
    months_after(first, MOST_MONTHS) <= last
}

/// The months of an answer in words, for a finding: `May 2027 to March
/// 2028`.
pub fn span_in_words(exit: &Exit) -> Option<String> {
    let first = exit.months.first()?.month;
    let last = exit.months.last()?.month;
    Some(format!(
        "{} to {}",
        first.format("%B %Y"),
        last.format("%B %Y")
    ))
}
