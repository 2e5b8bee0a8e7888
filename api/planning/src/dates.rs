//! Dates as the sources give them: to the day, the month or the year.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Months, NaiveDate};

/// A date known to the day, the month or the year.
///
/// It is the span of days that it may mean. A start counts from the first of
/// them and an end to the last; a contradiction is only claimed where no
/// reading avoids it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    first: NaiveDate,
    last: NaiveDate,
}

/// Text that is not a date to the day, month or year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadDate(pub String);

impl fmt::Display for BadDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "'{}' is not a date: write YYYY, YYYY-MM or YYYY-MM-DD",
            self.0
        )
    }
}

impl std::error::Error for BadDate {}

impl PartialDate {
    /// A date known to the day.
    pub const fn day(day: NaiveDate) -> Self {
        Self {
            first: day,
            last: day,
        }
    }

    /// The earliest day that it may mean.
    pub const fn first(self) -> NaiveDate {
        self.first
    }

    /// The latest day that it may mean.
    pub const fn last(self) -> NaiveDate {
        self.last
    }

    /// Whether it is known to the day.
    pub fn is_exact(self) -> bool {
        self.first == self.last
    }
}

impl FromStr for PartialDate {
    type Err = BadDate;

    fn from_str(text: &str) -> Result<Self, BadDate> {
        let bad = || BadDate(text.chars().take(40).collect());
        let digits = |part: &str, length: usize| -> Option<u32> {
            (part.len() == length && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse().ok())
                .flatten()
        };
        let parts: Vec<&str> = text.split('-').collect();
        let year = parts
            .first()
            .and_then(|p| digits(p, 4))
            .and_then(|y| i32::try_from(y).ok())
            .ok_or_else(bad)?;
        let month = match parts.get(1) {
            None => None,
            Some(p) => Some(digits(p, 2).ok_or_else(bad)?),
        };
        let day = match parts.get(2) {
            None => None,
            Some(p) => Some(digits(p, 2).ok_or_else(bad)?),
        };
        if parts.len() > 3 {
            return Err(bad());
        }
        let first =
            NaiveDate::from_ymd_opt(year, month.unwrap_or(1), day.unwrap_or(1)).ok_or_else(bad)?;
        let next = match (month, day) {
            (None, _) => first.checked_add_months(Months::new(12)),
            (Some(_), None) => first.checked_add_months(Months::new(1)),
            (Some(_), Some(_)) => first.succ_opt(),
        };
        let last = next.and_then(|n| n.pred_opt()).ok_or_else(bad)?;
        Ok(Self { first, last })
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_exact() {
            write!(f, "{}", self.first)
        } else if self.first.month() == self.last.month() {
            write!(f, "{}", self.first.format("%Y-%m"))
        } else {
            write!(f, "{}", self.first.format("%Y"))
        }
    }
}

/// The same day so many months later; the last day of the month where it has
/// no such day, and the last date there is where the calendar ends.
pub fn months_after(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months))
        .unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> PartialDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_year_spans_its_days() {
        assert_eq!(date("2025").first().to_string(), "2025-01-01");
        assert_eq!(date("2025").last().to_string(), "2025-12-31");
        assert_eq!(date("2024-02").last().to_string(), "2024-02-29");
        assert!(date("2024-02-29").is_exact());
    }

    #[test]
    fn a_date_prints_as_precisely_as_it_was_told() {
        for text in ["2025", "2025-11", "2025-12", "2025-11-10"] {
            assert_eq!(date(text).to_string(), text);
        }
    }

    #[test]
    fn nonsense_says_what_would_be_right() {
        for text in [
            "",
            "25",
            "2025-13",
            "2025-02-30",
            "2025-1-1",
            "2025-01-01-01",
            "０００１",
        ] {
            let error = text.parse::<PartialDate>().unwrap_err();
            assert!(error.to_string().contains("YYYY-MM-DD"));
        }
    }
}
