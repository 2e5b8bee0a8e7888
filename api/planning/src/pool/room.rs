//! What is left of a stream, and whether a service is still there to pay for.

use super::condition::Fit;
use super::days_of;
use crate::dates::PartialDate;

/// What a stream can still give to a move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StreamRoom {
    /// Its name.
    pub name: String,
    /// From when it runs.
    pub starts_on: Option<PartialDate>,
    /// Until when.
    pub ends_on: Option<PartialDate>,
    /// What is left for the year, pence, without the move that is looked at;
    /// `None`: no amount is on record.
    pub left: Option<i128>,
}

/// A service as something to pay for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceRoom {
    /// Its name.
    pub name: String,
    /// Whether the stream may pay for it.
    pub fit: Fit,
    /// Whether it is still there.
    pub running: Running,
}

/// Whether a service is still there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Running {
    /// It runs or will, or no record says otherwise.
    Open,
    /// Every record of it has ended; the last with this day.
    Until(PartialDate),
    /// Every record of it has ended or was abandoned, and none says when.
    Ended,
}

impl Running {
    /// Whether it had ended before a financial year began.
    pub fn ended_before(self, year: u32) -> bool {
        match self {
            Self::Open => false,
            Self::Ended => true,
            Self::Until(last) => days_of(year).is_some_and(|(first, _)| last.last() < first),
        }
    }
}

/// What is left of a stream for a financial year: of the year's own amount where
/// it is on record, otherwise of what its total leaves to years without one;
/// `None`: no amount is on record.
///
/// `amounts` are the years with an amount of their own, `taken` is what has been
/// allocated or contributed of the stream, by year.
pub fn left_of(
    year: u32,
    amounts: &[(u32, i64)],
    total: Option<i64>,
    taken: &[(u32, i128)],
) -> Option<i128> {
    let own = |year: u32| amounts.iter().any(|(of, _)| *of == year);
    if own(year) {
        let of_year = amounts.iter().filter(|(of, _)| *of == year);
        let amount: i128 = of_year.map(|(_, pence)| i128::from(*pence)).sum();
        let gone = taken.iter().filter(|(of, _)| *of == year);
        return Some(amount - gone.map(|(_, pence)| pence).sum::<i128>());
    }
    let total = i128::from(total?);
    let set_aside: i128 = amounts.iter().map(|(_, pence)| i128::from(*pence)).sum();
    let gone = taken.iter().filter(|(of, _)| !own(*of));
    Some(total - set_aside - gone.map(|(_, pence)| pence).sum::<i128>())
}
