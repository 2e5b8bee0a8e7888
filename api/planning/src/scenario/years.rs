//! Financial years, April to March, named by the year in which they begin.

use chrono::{Datelike, NaiveDate};

/// Years that one step may reach over.
const MOST_YEARS: usize = 30;

/// The financial year of a day: 2026 is 1 April 2026 to 31 March 2027.
pub fn financial_year(day: NaiveDate) -> u32 {
    let begins = day.month() >= 4;
    let year = u32::try_from(day.year()).unwrap_or(0);
    if begins { year } else { year.saturating_sub(1) }
}

/// First and last day of a financial year.
pub(super) fn days_of(year: u32) -> Option<(NaiveDate, NaiveDate)> {
    let year = i32::try_from(year).ok()?;
    let first = NaiveDate::from_ymd_opt(year, 4, 1)?;
    let last = NaiveDate::from_ymd_opt(year.checked_add(1)?, 3, 31)?;
    Some((first, last))
}

/// The financial years from one day to another; `None`: more than a step may
/// reach over.
pub(super) fn years_between(from: NaiveDate, to: NaiveDate) -> Option<Vec<u32>> {
    let years = financial_year(from)..=financial_year(to);
    let found: Vec<u32> = years.take(MOST_YEARS + 1).collect();
    (found.len() <= MOST_YEARS).then_some(found)
}

/// What of a yearly amount falls into a financial year, for a service that runs
/// between two days of it: by days, rounded down to the penny.
pub(super) fn part_of_year(pence: i64, year: u32, from: NaiveDate, to: Option<NaiveDate>) -> i64 {
    let Some((first, last)) = days_of(year) else {
        return 0;
    };
    let begins = from.max(first);
    let ends = to.map_or(last, |to| to.min(last));
    let days = (ends - begins).num_days().saturating_add(1).max(0);
    let whole = (last - first).num_days().saturating_add(1).max(1);
    let part = i128::from(pence) * i128::from(days) / i128::from(whole);
    i64::try_from(part).unwrap_or(i64::MAX)
}
