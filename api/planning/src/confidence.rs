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
/// without a date, older than 24 months, or past the day on which somebody was
/// to look again, loses a step. It is never higher
/// than whoever made the record was sure.
pub fn of_evidence(
    grade: Grade,
    told_on: Option<PartialDate>,
    maker: Option<Confidence>,
    review_on: Option<PartialDate>,
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
    let unreviewed = is_past(review_on, day);
    let old =
        unreviewed || told_on.is_none_or(|told| months_after(told.last(), OLD_AFTER_MONTHS) < day);
    let aged = match (old, start) {
        (true, Confidence::High) => Confidence::Medium,
        (true, _) => Confidence::Low,
        (false, as_is) => as_is,
    };
    maker.map_or(aged, |sure| aged.min(sure))
}

/// Whether the day on which somebody was to look again has passed; a month or
/// year passes with its last day.
pub fn is_past(review_on: Option<PartialDate>, day: NaiveDate) -> bool {
    review_on.is_some_and(|review| review.last() < day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worked_example() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let of = |grade, told: Option<&str>, maker| {
            of_evidence(
                grade,
                told.map(|t| t.parse().unwrap()),
                Some(maker),
                None,
                day,
            )
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

    #[test]
    fn evidence_that_nobody_looked_at_again_in_time_loses_a_step() {
        let told: PartialDate = "2026-01-05".parse().unwrap();
        let review: PartialDate = "2026-06-30".parse().unwrap();
        let on = |day: &str| {
            let day = day.parse().unwrap();
            let notice = Grade::OfficialNotice;
            of_evidence(notice, Some(told), None, Some(review), day)
        };
        assert_eq!(on("2026-06-30"), Confidence::High);
        assert_eq!(on("2026-07-01"), Confidence::Medium);
    }
}
