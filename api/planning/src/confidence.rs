//! How much a piece of evidence can bear, from its grade and its age.

use chrono::NaiveDate;

use crate::closed::{Confidence, Grade};
use crate::dates::{PartialDate, months_after};

/// Evidence older than this loses a step.
pub const OLD_AFTER_MONTHS: u32 = 24;

/// The confidence of one piece of evidence on a day.
///
/// Official notices, registers, inspectorates and responsible bodies start
/// high, providers' pages and reports medium, press and other low. Evidence
/// without a date, or older than 24 months, loses a step. It is never higher
/// than whoever made the record was sure.
pub fn of_evidence(
    grade: Grade,
    told_on: Option<PartialDate>,
    maker: Option<Confidence>,
    day: NaiveDate,
) -> Confidence {
    let start = match grade {
        Grade::OfficialNotice
        | Grade::OfficialRegister
        | Grade::Inspectorate
        | Grade::ResponsibleBody => Confidence::High,
        Grade::ProviderPage | Grade::Report => Confidence::Medium,
        Grade::Press | Grade::Other => Confidence::Low,
    };
    let old = told_on.is_none_or(|told| months_after(told.last(), OLD_AFTER_MONTHS) < day);
    let aged = match (old, start) {
        (true, Confidence::High) => Confidence::Medium,
        (true, _) => Confidence::Low,
        (false, as_is) => as_is,
    };
    maker.map_or(aged, |sure| aged.min(sure))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worked_example() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let of = |grade, told: Option<&str>, maker| {
            of_evidence(grade, told.map(|t| t.parse().unwrap()), Some(maker), day)
        };
        let high = Confidence::High;
        assert_eq!(
            of(Grade::OfficialNotice, Some("2025-04-03"), high),
            Confidence::High
        );
        assert_eq!(
            of(Grade::OfficialNotice, Some("2024-10-17"), high),
            Confidence::Medium
        );
        assert_eq!(of(Grade::ProviderPage, None, high), Confidence::Low);
        assert_eq!(
            of(Grade::ProviderPage, Some("2026"), high),
            Confidence::Medium
        );
        assert_eq!(
            of(Grade::OfficialNotice, Some("2026"), Confidence::Low),
            Confidence::Low
        );
    }
}
