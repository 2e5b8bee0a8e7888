//! What an opening is worth a year, and what that is to an organisation of some
//! turnover.

use crate::closed::{AwardBasis, OpeningKind};
use crate::facts::Opening;

use super::words::WHOLE;

/// What an opening is worth a year, on every reading that its source leaves
/// open. Nothing is averaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearlyValue {
    /// The least that a year of it can be, pence.
    pub least_pence: i64,
    /// The most that a year of it can be, pence.
    pub most_pence: i64,
}

impl YearlyValue {
    /// Thousandths of a yearly turnover, the most that it can be; `None` for no
    /// turnover.
    pub fn of_turnover(self, turnover_pence: i64) -> Option<i64> {
        let most = i128::from(self.most_pence) * i128::from(WHOLE);
        (turnover_pence > 0)
            .then(|| most / i128::from(turnover_pence))
            .and_then(|thousandths| i64::try_from(thousandths).ok())
    }
}

/// What a year of an opening is worth: the greatest award, else the least; of
/// what is let as one contract, else all of it. `None` where neither is on
/// record, or where it is for a term that is not.
pub fn yearly_value(opening: &Opening) -> Option<YearlyValue> {
    let award = opening.max_award_pence.or(opening.min_award_pence);
    match (award, opening.kind) {
        (Some(award), _) => readings(award, basis(opening), opening.duration_months),
        // All of a grant programme, or of what is called off a framework, is no
        // one applicant's.
        (None, OpeningKind::Grant | OpeningKind::Framework) => None,
        (None, _) => {
            let total = opening.total_pence?;
            readings(total, Some(AwardBasis::Whole), opening.duration_months)
        }
    }
}

/// What awards are of; `None` where the source does not say.
pub(super) fn basis(opening: &Opening) -> Option<AwardBasis> {
    opening.award_basis.as_deref()?.parse().ok()
}

/// A year of an amount on the readings that its basis leaves open.
pub(super) fn readings(
    pence: i64,
    basis: Option<AwardBasis>,
    months: Option<u64>,
) -> Option<YearlyValue> {
    let of_term = months.and_then(|months| a_year_of(pence, months));
    let (one, other) = match basis {
        Some(AwardBasis::Year) => (pence, pence),
        Some(AwardBasis::Whole | AwardBasis::Lot) => (of_term?, of_term?),
        None => (of_term?, pence),
    };
    Some(YearlyValue {
        least_pence: one.min(other),
        most_pence: one.max(other),
    })
}

/// A year's part of an amount for so many months, to the nearest penny. What
/// lasts less than a year is spent within one.
fn a_year_of(pence: i64, months: u64) -> Option<i64> {
    let months = i128::from(months.max(12));
    let doubled = i128::from(pence) * 24 + months;
    i64::try_from(doubled.div_euclid(2 * months)).ok()
}
