//! Areas side by side.

use chrono::NaiveDate;

use crate::atlas::Atlas;
use crate::coverage::{Answer, matrix};
use crate::facts::{Area, Cohort, Offer};
use crate::table::Ix;

/// One offer over the areas compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The offer.
    pub offer: Ix<Offer>,
    /// One answer for each area, in the order asked.
    pub answers: Vec<(Ix<Area>, Answer)>,
    /// Whether the areas' states differ.
    pub differs: bool,
}

/// Sets areas side by side, offers in the order asked.
pub fn side_by_side(
    atlas: &Atlas,
    areas: &[Ix<Area>],
    offers: &[Ix<Offer>],
    cohort: Option<Ix<Cohort>>,
    day: NaiveDate,
) -> Vec<Row> {
    offers
        .iter()
        .map(|offer| {
            let answers: Vec<(Ix<Area>, Answer)> =
                matrix(atlas, areas, std::slice::from_ref(offer), cohort, day)
                    .into_iter()
                    .map(|(area, _, answer)| (area, answer))
                    .collect();
            let differs = answers
                .windows(2)
                .any(|pair| pair.first().map(|a| a.1.state) != pair.last().map(|a| a.1.state));
            Row {
                offer: *offer,
                answers,
                differs,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests;
