//! What is demanded of an answer, as sums over cells.

use std::collections::BTreeMap;

use super::case::{Cell, Condition};
use super::problem::{Between, Measure, ONE, Problem, Sense};

/// One demand, by its place in the question.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Demand {
    /// Money that is promised.
    Commitment(usize),
    /// A floor or ceiling.
    Limit(usize),
    /// A minimum offer, in one area.
    Minimum(usize, String),
    /// The most of the need of one area or cohort that may stay unmet; `None`: of the needs that
    /// name no cohort.
    Unmet(usize, Option<String>),
    /// The most by which unmet shares may differ.
    Gap(usize),
}

/// A demand as a sum.
#[derive(Clone, Debug)]
pub struct DemandRow {
    /// Which.
    pub demand: Demand,
    /// Its sum.
    pub sum: Sum,
}

/// Some cells, and the thousandths of people in need in them.
#[derive(Clone, Debug, Default)]
pub struct Party {
    /// The cells.
    pub cells: Vec<usize>,
    /// Their people.
    pub milli: i64,
}

/// What is summed and held.
#[derive(Clone, Debug)]
pub enum Sum {
    /// A limit over cells: in thousandths of people served, or in pence.
    Limit {
        /// What is counted.
        measure: Measure,
        /// At least or at most.
        sense: Sense,
        /// Over these cells.
        cells: Vec<usize>,
        /// So much.
        bound: i64,
    },
    /// Unmet shares of no two parties differ by more.
    Gap {
        /// The parties, those without need left out.
        parties: Vec<Party>,
        /// Millionths.
        most: i64,
    },
}

/// The share of so many thousandths, rounded up.
fn share(milli: i64, millionths: i64) -> i64 {
    let one = i128::from(ONE);
    let product = i128::from(milli) * i128::from(millionths);
    i64::try_from((product + one - 1).div_euclid(one)).unwrap_or(i64::MAX)
}

/// The rows of all demands but promises, in the order of their own content.
pub fn demand_rows(
    problem: &Problem,
    lifted: Option<&Condition>,
    cells: &[Cell],
) -> Vec<DemandRow> {
    let mut rows = Vec::new();
    let is_lifted = |condition: Condition| lifted == Some(&condition);
    for (asked, limit) in in_order(&problem.limits, |limit| {
        let scope = (
            limit.area.clone(),
            limit.offer.clone(),
            limit.cohort.clone(),
        );
        (scope, limit.sense, limit.measure, limit.amount)
    }) {
        if is_lifted(Condition::Limit(asked)) {
            continue;
        }
        let counted = cells.iter().enumerate();
        let counted = counted.filter(|(_, cell)| limit.counts(&cell.place));
        let bound = match limit.measure {
            Measure::People => limit.amount.saturating_mul(super::number::MILLI),
            Measure::Pence => limit.amount,
        };
        rows.push(DemandRow {
            demand: Demand::Limit(asked),
            sum: Sum::Limit {
                measure: limit.measure,
                sense: limit.sense,
                cells: counted.map(|(at, _)| at).collect(),
                bound,
            },
        });
    }
    for (asked, minimum) in in_order(&problem.minimums, |minimum| {
        (minimum.offer.clone(), minimum.share)
    }) {
        if is_lifted(Condition::Minimum(asked)) {
            continue;
        }
        let of_offer = parties(cells, |cell| {
            (cell.place.offer == minimum.offer).then(|| cell.place.area.clone())
        });
        for (area, party) in of_offer {
            let bound = share(party.milli, minimum.share);
            rows.push(served(Demand::Minimum(asked, area), party, bound));
        }
    }
    for (asked, equity) in in_order(&problem.equity, |equity| {
        (equity.between, equity.unmet, equity.gap)
    }) {
        if is_lifted(Condition::Equity(asked)) {
            continue;
        }
        let parties = parties(cells, |cell| {
            Some(match equity.between {
                Between::Areas => Some(cell.place.area.clone()),
                Between::Cohorts => cell.place.cohort.clone(),
            })
        });
        if let Some(unmet) = equity.unmet {
            for (name, party) in &parties {
                let bound = share(party.milli, ONE - unmet);
                let demand = Demand::Unmet(asked, name.clone());
                rows.push(served(demand, party.clone(), bound));
            }
        }
        if let Some(most) = equity.gap {
            let parties = parties.into_values().filter(|party| party.milli > 0);
            rows.push(DemandRow {
                demand: Demand::Gap(asked),
                sum: Sum::Gap {
                    parties: parties.collect(),
                    most,
                },
            });
        }
    }
    rows
}

fn served(demand: Demand, party: Party, bound: i64) -> DemandRow {
    DemandRow {
        demand,
        sum: Sum::Limit {
            measure: Measure::People,
            sense: Sense::Floor,
            cells: party.cells,
            bound,
        },
    }
}

/// Items with their places in the question, sorted by what they say.
fn in_order<T, K: Ord>(items: &[T], key: impl Fn(&T) -> K) -> Vec<(usize, &T)> {
    let mut items: Vec<(usize, &T)> = items.iter().enumerate().collect();
    items.sort_by_key(|(asked, item)| (key(item), *asked));
    items
}

fn parties<K: Ord>(cells: &[Cell], of: impl Fn(&Cell) -> Option<K>) -> BTreeMap<K, Party> {
    let mut parties: BTreeMap<K, Party> = BTreeMap::new();
    for (at, cell) in cells.iter().enumerate() {
        if let Some(name) = of(cell) {
            let party = parties.entry(name).or_default();
            party.cells.push(at);
            party.milli = party.milli.saturating_add(cell.milli);
        }
    }
    parties
}

/// How far a plan is from holding a demand: thousandths of people, pence, or millionths of a share;
/// 0 where it holds.
pub fn shortfall(row: &DemandRow, pence: &[i64], people: &[i64]) -> i64 {
    let total = |of: &[i64], over: &[usize]| -> i64 {
        over.iter()
            .filter_map(|at| of.get(*at))
            .fold(0, |sum: i64, part| sum.saturating_add(*part))
    };
    match &row.sum {
        Sum::Limit {
            measure,
            sense,
            cells,
            bound,
        } => {
            let sum = match measure {
                Measure::People => total(people, cells),
                Measure::Pence => total(pence, cells),
            };
            match sense {
                Sense::Floor => bound.saturating_sub(sum).max(0),
                Sense::Ceiling => sum.saturating_sub(*bound).max(0),
            }
        }
        Sum::Gap { parties, most } => {
            let unmet = |party: &Party| {
                let left = i128::from(party.milli - total(people, &party.cells));
                left * i128::from(ONE) / i128::from(party.milli.max(1))
            };
            let shares = || parties.iter().map(unmet);
            let gap = shares().max().unwrap_or(0) - shares().min().unwrap_or(0);
            i64::try_from(gap - i128::from(*most)).unwrap_or(0).max(0)
        }
    }
}

/// How much of a shortfall is rounding: the answer is in whole pence and thousandths of people, the
/// demand in fractions of them.
pub fn slip(row: &DemandRow) -> i64 {
    let part = |bound: i64| bound.saturating_abs() / 1_000_000;
    let count = |cells: usize| i64::try_from(cells).unwrap_or(i64::MAX);
    match &row.sum {
        Sum::Limit {
            sense: Sense::Ceiling,
            ..
        } => 0,
        Sum::Limit { cells, bound, .. } => count(cells.len()).saturating_mul(2) + part(*bound),
        Sum::Gap { parties, .. } => {
            let least = parties.iter().map(|party| party.milli).min().unwrap_or(1);
            let cells: usize = parties.iter().map(|party| party.cells.len()).sum();
            // A thousandth of a person in each cell, as a share of the smallest party.
            count(cells).saturating_mul(2 * ONE) / least.max(1) + 10
        }
    }
}
