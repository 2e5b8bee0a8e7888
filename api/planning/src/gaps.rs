//! Gaps: the people whom a record says are uncovered, and, beside them and
//! never inside them, how much is not on record at all.

use chrono::NaiveDate;

use crate::atlas::Atlas;
use crate::coverage::{Answer, State, matrix};
use crate::facts::{Area, Cohort, Offer};
use crate::share::Share;
use crate::table::Ix;

/// One area × offer in which somebody is uncovered.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// Where.
    pub area: Ix<Area>,
    /// Of what.
    pub offer: Ix<Offer>,
    /// People absent or lapsed, of the area's people.
    pub gap: Share,
    /// The whole answer.
    pub answer: Answer,
}

/// How much of a question the register can answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Completeness {
    /// Cells (area × offer) asked.
    pub cells: u64,
    /// Cells of which no record speaks anywhere in the area.
    pub cells_not_recorded: u64,
    /// People-cells of which some record speaks, of all where the offer exists.
    pub recorded: Share,
}

/// The gaps of many areas and offers.
#[derive(Clone, Debug, PartialEq)]
pub struct Gaps {
    /// Gaps, most people first, then by area and offer.
    pub gaps: Vec<Gap>,
    /// What is known at all.
    pub completeness: Completeness,
}

/// Every gap over areas × offers on a day.
pub fn gaps(
    atlas: &Atlas,
    areas: &[Ix<Area>],
    offers: &[Ix<Offer>],
    cohort: Option<Ix<Cohort>>,
    day: NaiveDate,
) -> Gaps {
    let cells = matrix(atlas, areas, offers, cohort, day);
    let completeness = completeness(cells.iter().map(|(_, _, answer)| answer));
    let mut gaps: Vec<Gap> = cells
        .into_iter()
        .filter_map(|(area, offer, answer)| {
            let whole = atlas.people_of(area, day).unwrap_or(0);
            // A place or an unmeasured area is in a gap as a whole or not.
            let people = answer.people_in_gap();
            (people > 0 || answer.state.is_gap()).then_some(Gap {
                area,
                offer,
                gap: Share {
                    part: people,
                    whole,
                },
                answer,
            })
        })
        .collect();
    gaps.sort_by(|a, b| {
        b.gap
            .part
            .cmp(&a.gap.part)
            .then(a.area.cmp(&b.area))
            .then(a.offer.cmp(&b.offer))
    });
    Gaps { gaps, completeness }
}

/// How much of the answers rests on any record. Nations where an offer does
/// not exist are left out of the whole.
pub fn completeness<'a>(answers: impl Iterator<Item = &'a Answer>) -> Completeness {
    let mut sum = Completeness::default();
    for answer in answers {
        let mut states = answer.shares.iter().map(|share| share.state);
        if answer.state == State::NotApplicable && states.all(|s| s == State::NotApplicable) {
            continue;
        }
        sum.cells += 1;
        let silent = |s| matches!(s, State::NotRecorded | State::NotApplicable);
        if answer.shares.iter().all(|share| silent(share.state)) {
            sum.cells_not_recorded += 1;
        }
        sum.recorded.whole += answer.people_where(|state| state != State::NotApplicable);
        sum.recorded.part += answer
            .people_where(|state| !matches!(state, State::NotApplicable | State::NotRecorded));
    }
    sum
}

#[cfg(test)]
mod tests;
