//! Two registers side by side on a day: what is covered, what it costs, and for
//! whom.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::balances::{PoolBalance, StreamBalance, pool_balances, stream_balances};
use super::changes::{AreaChange, Change, CohortChange, GapChange, by_area, by_cohort, gaps};
use super::groups::{GroupChange, by_community};
use super::need::{self, NeedChange};
use super::pounds::{Commissioners, Running, by_commissioner};
use super::touched::{Touched, geography_differs, touches};
use super::years::financial_year;
use crate::atlas::Atlas;
use crate::coverage::{Answer, Question, answer};
use crate::facts::{Area, Cohort, FundingStream, Offer, Pool};
use crate::table::Ix;

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// Where.
    pub areas: &'a [Ix<Area>],
    /// Of what.
    pub offers: &'a [Ix<Offer>],
    /// For whom; `None`: each offer for the people that it is meant for.
    pub cohort: Option<Ix<Cohort>>,
    /// On which day. Balances are those of its financial year.
    pub day: NaiveDate,
}

/// One area and offer whose coverage differs: its word, its shares or the
/// words of its places.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Where.
    pub area: Ix<Area>,
    /// Of what.
    pub offer: Ix<Offer>,
    /// The answer of the one.
    pub before: Answer,
    /// The answer of the other. Its records are those of its own register.
    pub after: Answer,
}

/// What differs. What is alike is not listed.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The day.
    pub day: NaiveDate,
    /// Its financial year.
    pub year: u32,
    /// Areas × offers that were compared.
    pub cells_asked: u64,
    /// Those that differ, by area and offer.
    pub cells: Vec<Cell>,
    /// Gaps that differ, most people first.
    pub gaps: Vec<GapChange>,
    /// All that runs.
    pub running: Change<Running>,
    /// What runs by who answers for it, where it differs.
    pub commissioners: Vec<(Commissioners, Change<Running>)>,
    /// By area.
    pub areas: Vec<AreaChange>,
    /// By cohort.
    pub cohorts: Vec<CohortChange>,
    /// By community: every one, by id.
    pub groups: Vec<GroupChange>,
    /// Streams whose money differs, by id.
    pub streams: Vec<(Ix<FundingStream>, Change<StreamBalance>)>,
    /// Pooled budgets whose money differs, by id.
    pub pools: Vec<(Ix<Pool>, Change<PoolBalance>)>,
    /// Need that differs.
    pub needs: Vec<NeedChange>,
}

impl Comparison {
    /// Whether nothing differs.
    pub fn is_equal(&self) -> bool {
        self.cells.is_empty()
            && self.gaps.is_empty()
            && self.running.before == self.running.after
            && self.commissioners.is_empty()
            && self.areas.is_empty()
            && self.cohorts.is_empty()
            && self.groups.iter().all(|group| group.cells.is_empty())
            && self.streams.is_empty()
            && self.pools.is_empty()
            && self.needs.is_empty()
    }
}

/// Compares two registers that were made of one: their areas, offers, cohorts,
/// communities, bodies, streams and pooled budgets have the same indexes.
pub fn compare(before: &Atlas, after: &Atlas, wanted: &Wanted<'_>) -> Comparison {
    let (touches, geography) = (touches(before, after), geography_differs(before, after));
    let touched = Touched::by(before, &touches, geography);
    let cells = cells(before, after, wanted, &touched);
    let gaps = gaps(&cells);
    let year = financial_year(wanted.day);
    let commissioners = paired(
        by_commissioner(before, wanted.day),
        by_commissioner(after, wanted.day),
    );
    let asked = wanted.areas.len() * wanted.offers.len();
    let groups = by_community((before, after), wanted, &touches, geography);
    Comparison {
        day: wanted.day,
        year,
        cells_asked: u64::try_from(asked).unwrap_or(u64::MAX),
        running: Change {
            before: Running::sum(commissioners.iter().map(|(_, change)| &change.before)),
            after: Running::sum(commissioners.iter().map(|(_, change)| &change.after)),
        },
        commissioners: differing_only(commissioners),
        areas: by_area((before, after), wanted.areas, wanted.day, &cells, &gaps),
        cohorts: by_cohort(&cells, &gaps),
        groups,
        streams: differing_only(paired(
            stream_balances(before, year),
            stream_balances(after, year),
        )),
        pools: differing_only(paired(
            pool_balances(before, year),
            pool_balances(after, year),
        )),
        needs: need::changes(before, after),
        cells,
        gaps,
    }
}

fn cells(before: &Atlas, after: &Atlas, wanted: &Wanted<'_>, touched: &Touched) -> Vec<Cell> {
    let mut found = Vec::new();
    for offer in wanted.offers {
        for area in touched.areas(before, *offer, wanted.areas, wanted.day) {
            let question = Question {
                area,
                offer: *offer,
                cohort: wanted.cohort.unwrap_or_else(|| before.meant_for(*offer)),
                day: wanted.day,
                among: None,
                stage: None,
            };
            let (one, other) = (answer(before, &question), answer(after, &question));
            if differ(&one, &other) {
                found.push(Cell {
                    area,
                    offer: *offer,
                    before: one,
                    after: other,
                });
            }
        }
    }
    found.sort_by_key(|cell| (cell.area, cell.offer));
    found
}

/// Whether two answers say different things; that they rest on other records is
/// no difference.
pub(super) fn differ(one: &Answer, other: &Answer) -> bool {
    let places = |answer: &Answer| -> Vec<_> {
        let places = answer.places.iter();
        places.map(|place| (place.place, place.state)).collect()
    };
    one.state != other.state
        || one.share != other.share
        || one.shares != other.shares
        || places(one) != places(other)
}

fn paired<K: Ord, V: Default>(
    before: BTreeMap<K, V>,
    after: BTreeMap<K, V>,
) -> Vec<(K, Change<V>)> {
    let mut found: BTreeMap<K, Change<V>> = BTreeMap::new();
    for (key, value) in before {
        found.entry(key).or_default().before = value;
    }
    for (key, value) in after {
        found.entry(key).or_default().after = value;
    }
    found.into_iter().collect()
}

fn differing_only<K, V: PartialEq>(rows: Vec<(K, Change<V>)>) -> Vec<(K, Change<V>)> {
    let differs = |(_, change): &(K, Change<V>)| change.before != change.after;
    rows.into_iter().filter(differs).collect()
}
