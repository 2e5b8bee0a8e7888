//! What holds a plan back, what one more pound would buy, and what one condition lifted would.
//!
//! All from the worth of rows: what one more unit of a bound takes off the unmet need.
#![expect(
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    reason = "worths from the solver, and positions that the case has numbered"
)]

use super::answer::{Binding, Gain, Held, Lifted, OnePound};
use super::case::{Case, Condition, View, WHOLE, case};
use super::demand::{Demand, Party, Sum};
use super::effort::Effort;
use super::number::{float, nearest_wide, wide};
use super::plan::{Attempt, Best, attempt};
use super::problem::{Measure, ONE, Problem, Sense};
use super::reach::next;

/// Conditions that are told, at most.
const MOST_TOLD: usize = 20;
/// Conditions without which the question is solved again, at most.
const MOST_SOLVED: usize = 8;
/// A worth below this part of what money can do at best is the solver's noise.
const HARDLY: f64 = 1e-5;

/// The worth of everything, in weighted people a pound or a person.
pub struct Worths<'a> {
    case: &'a Case,
    best: &'a Best,
    /// The most that a pound can do anywhere.
    money: f64,
    /// The most that one person can count.
    person: f64,
}

impl<'a> Worths<'a> {
    /// Of a plan.
    pub fn new(case: &'a Case, best: &'a Best) -> Self {
        let cells = case.cells.iter();
        let a_pound = cells.filter_map(|cell| Some((cell.weight, cell.pieces.first()?.price)));
        let money = a_pound.map(|(weight, price)| pound(weight, price));
        let person = case.cells.iter().map(|cell| weight(cell.weight));
        Self {
            case,
            best,
            money: money.fold(0.0, f64::max),
            person: person.fold(0.0, f64::max),
        }
    }

    /// Of one more pound in a row of money.
    fn pounds(&self, row: usize) -> f64 {
        let worth = self.best.solved.worth[row] * 100.0 / self.best.model.pence;
        if worth > self.money * HARDLY {
            worth
        } else {
            0.0
        }
    }

    /// Of a pound in each group of streams.
    fn group(&self, group: usize) -> f64 {
        self.pounds(self.best.model.group_rows[group])
    }

    /// Of a pound at a class of cells.
    fn class(&self, class: usize) -> f64 {
        self.pounds(self.best.model.class_rows[class])
    }

    /// Of one pound, one person, or for a gap one hundredth of a share, by which a demand gives way.
    fn demand(&self, at: usize) -> f64 {
        let rows = &self.best.model.demand_rows[at];
        let worth: f64 = rows
            .iter()
            .map(|row| self.best.solved.worth[*row].max(0.0))
            .sum();
        match &self.case.rows[at].sum {
            Sum::Limit {
                measure: Measure::Pence,
                ..
            } => rows.iter().map(|row| self.pounds(*row)).sum(),
            Sum::Limit { .. } if worth > self.person * HARDLY => worth,
            Sum::Limit { .. } => 0.0,
            Sum::Gap { parties, .. } => {
                // The rows of the level itself give way to nothing: every second one is of the gap.
                let of_gap = rows.iter().skip(1).step_by(2);
                let worth: f64 = of_gap
                    .map(|row| self.best.solved.worth[*row].max(0.0))
                    .sum();
                let people: f64 = parties.iter().map(people).sum();
                if worth > self.person * people * HARDLY {
                    worth / 100.0
                } else {
                    0.0
                }
            }
        }
    }

    /// Of a pound of a promise that its stream could spend otherwise.
    fn promise(&self, at: usize) -> f64 {
        let promise = self.case.promises[at];
        let groups = &self.case.groups;
        let group = groups
            .iter()
            .position(|group| group.streams.contains(&promise.stream));
        let freed = group.map_or(0.0, |group| self.group(group));
        let held = self.best.model.cell_rows[promise.cell].map_or(0.0, |row| self.pounds(row));
        let class = self.case.cells[promise.cell].class;
        let worth = freed + held - class.map_or(0.0, |class| self.class(class));
        if worth > self.money * HARDLY {
            worth
        } else {
            0.0
        }
    }

    /// Whether any demand holds the plan back, so that a pound can work through it.
    fn is_held(&self) -> bool {
        (0..self.case.rows.len()).any(|at| self.demand(at) > 0.0)
    }

    /// Of a pound at a cell: of its class, or for one that nobody may pay for what its next person
    /// counts, floors included.
    fn cell(&self, at: usize) -> f64 {
        let cell = &self.case.cells[at];
        if let Some(class) = cell.class {
            return self.class(class);
        }
        let Some((price, _)) = next(&cell.pieces, cell.committed) else {
            return 0.0;
        };
        let (mut a_person, mut a_pound) = (weight(cell.weight), 0.0);
        for (row, of) in self.case.rows.iter().enumerate() {
            if let Sum::Limit {
                measure,
                sense: Sense::Floor,
                cells,
                ..
            } = &of.sum
                && cells.contains(&at)
            {
                match measure {
                    Measure::People => a_person += self.demand(row),
                    Measure::Pence => a_pound += self.demand(row),
                }
            }
        }
        a_person * 100.0 * float(ONE) / wide(price) + a_pound
    }
}

fn weight(millionths: i64) -> f64 {
    float(millionths) / float(ONE)
}

/// Weighted people for a pound at a price.
fn pound(weight: i64, price: i128) -> f64 {
    float(weight) * 100.0 / wide(price.max(1))
}

fn people(party: &Party) -> f64 {
    float(party.milli) / 1_000.0
}

fn told(worth: f64) -> i128 {
    nearest_wide(worth * wide(WHOLE))
}

/// What holds the plan back: money first, then demands, in the order of the question.
pub fn binding(case: &Case, best: &Best) -> Vec<Binding> {
    let worths = Worths::new(case, best);
    let mut found = Vec::new();
    let mut add = |what: Held, worth: f64| {
        if worth > 0.0 {
            let worth = told(worth);
            found.push(Binding { what, worth });
        }
    };
    for (at, group) in case.groups.iter().enumerate() {
        for stream in &group.streams {
            let purse = &case.streams[*stream];
            add(Held::Stream(purse.id.clone()), worths.group(at));
        }
    }
    for (at, row) in case.rows.iter().enumerate() {
        add(Held::Demand(row.demand.clone()), worths.demand(at));
    }
    for (at, promise) in case.promises.iter().enumerate() {
        let demand = Demand::Commitment(promise.asked);
        add(Held::Demand(demand), worths.promise(at));
    }
    found.sort_by(|a, b| a.what.cmp(&b.what));
    found
}

/// What one more pound in each stream would do.
///
/// Where no demand holds the plan back, it ends in the best cell that a chain of streams leads to, and
/// that is told exactly. Where one does, the solver's worth of the stream is told, and a cell only if
/// that cell accounts for all of it.
pub fn pounds(case: &Case, best: &Best) -> Vec<OnePound> {
    let worths = Worths::new(case, best);
    let is_held = worths.is_held();
    let mut spent = vec![0_i64; case.streams.len()];
    for (stream, _, pence) in &best.settled.shares {
        spent[*stream] += pence;
    }
    let mut found = Vec::new();
    for (at, stream) in case.streams.iter().enumerate() {
        let group = case
            .groups
            .iter()
            .position(|group| group.streams.contains(&at));
        let mut of = OnePound {
            stream: stream.id.clone(),
            unspent: stream.free - spent[at],
            worth: 0,
            people: Some(0),
            place: None,
        };
        if let Some(group) = group {
            let end = end_of(case, best, group);
            let solver = worths.group(group);
            let exact = end.map_or(0.0, |(cell, price)| pound(case.cells[cell].weight, price));
            let agrees = (exact - solver).abs() <= solver.abs() * 1e-3;
            if !is_held || agrees {
                of.worth = told(exact);
                of.place = end.map(|(cell, _)| case.cells[cell].place.clone());
                // A pound at a price in millionths of a penny, in millionths of a person.
                let people = |price: i128| 100 * i128::from(ONE) * i128::from(ONE) / price.max(1);
                of.people = end.map_or(Some(0), |(_, price)| i64::try_from(people(price)).ok());
            } else {
                of.worth = told(solver);
                of.people = (solver == 0.0).then_some(0);
            }
        }
        found.push(of);
    }
    found
}

/// The cell where a further pound of a group would serve most, and the price there.
fn end_of(case: &Case, best: &Best, group: usize) -> Option<(usize, i128)> {
    let classes = best.flow.ends_of(group);
    let cells = classes.iter().flat_map(|class| &case.classes[*class]);
    let mut found: Option<(usize, i128)> = None;
    for at in cells {
        let cell = &case.cells[*at];
        let Some((price, _)) = next(&cell.pieces, best.settled.pence[*at]) else {
            continue;
        };
        if cell.weight == 0 {
            continue;
        }
        let is_better = found.is_none_or(|(other, of)| {
            let (here, there) = (
                i128::from(cell.weight) * of,
                i128::from(case.cells[other].weight) * price,
            );
            here > there || (here == there && *at < other)
        });
        if is_better {
            found = Some((*at, price));
        }
    }
    found
}

/// What lifting each condition could do, most first; solved anew for those that promise most.
pub fn lifted(problem: &Problem, here: &Case, best: &Best, effort: &mut Effort) -> Vec<Lifted> {
    let worths = Worths::new(here, best);
    let mut found: Vec<(f64, Condition)> = Vec::new();
    streams_lifted(problem, here, &worths, &mut found);
    demands_lifted(here, &worths, &mut found);
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    found.truncate(MOST_TOLD);
    let served = |plan: &[i64]| plan.iter().sum::<i64>();
    found
        .into_iter()
        .enumerate()
        .map(|(at, (at_most, condition))| {
            let without = View {
                lifted: Some(condition.clone()),
                ..View::pooled()
            };
            let solved = (at < MOST_SOLVED)
                .then(|| attempt(&case(problem, &without), effort))
                .flatten()
                .and_then(|attempt| match attempt {
                    Attempt::Found(best) if best.settled.broken.is_empty() => Some(best.settled),
                    _ => None,
                });
            Lifted {
                condition,
                at_most: told(at_most),
                solved: solved.map(|other| Gain {
                    weighted: (best.settled.unmet - other.unmet).max(0),
                    people: served(&other.served) - served(&best.settled.served),
                }),
            }
        })
        .collect()
}

fn streams_lifted(
    problem: &Problem,
    here: &Case,
    worths: &Worths,
    found: &mut Vec<(f64, Condition)>,
) {
    let base = View::pooled();
    for stream in &problem.streams {
        let scope = &stream.conditions;
        let mut conditions = Vec::new();
        if scope.areas.is_some() {
            conditions.push(Condition::Areas(stream.id.clone()));
        }
        if scope.offers.is_some() {
            conditions.push(Condition::Offers(stream.id.clone()));
        }
        if scope.cohorts.is_some() {
            conditions.push(Condition::Cohorts(stream.id.clone()));
        }
        if !stream.pooled && stream.silo != Default::default() {
            conditions.push(Condition::Silo(stream.id.clone()));
        }
        let at = here.streams.iter().position(|purse| purse.id == stream.id);
        let Some(at) = at else {
            continue;
        };
        let group = here
            .groups
            .iter()
            .position(|group| group.streams.contains(&at));
        let own = group.map_or(0.0, |group| worths.group(group));
        for condition in conditions {
            let without = View {
                lifted: Some(condition.clone()),
                ..View::pooled()
            };
            let opened = (0..here.cells.len()).filter(|cell| {
                let place = &here.cells[*cell].place;
                without.allows(stream, place) && !base.allows(stream, place)
            });
            let most = opened.map(|cell| worths.cell(cell)).fold(0.0, f64::max);
            if most - own > worths.money * HARDLY {
                let pounds = float(here.streams[at].free.max(0)) / 100.0;
                found.push(((most - own) * pounds, condition));
            }
        }
    }
}

fn demands_lifted(here: &Case, worths: &Worths, found: &mut Vec<(f64, Condition)>) {
    let mut sums: std::collections::BTreeMap<Condition, f64> = std::collections::BTreeMap::new();
    let mut add = |condition: Condition, worth: f64| {
        if worth > 0.0 {
            *sums.entry(condition).or_insert(0.0) += worth;
        }
    };
    for (at, row) in here.rows.iter().enumerate() {
        // Unmet need falls ever less as a demand gives way, so its worth times all the way is the most.
        let way = match &row.sum {
            Sum::Limit {
                sense: Sense::Floor,
                measure: Measure::People,
                bound,
                ..
            } => float(*bound) / 1_000.0,
            Sum::Limit {
                sense: Sense::Floor,
                bound,
                ..
            } => float(*bound) / 100.0,
            Sum::Limit {
                measure: Measure::People,
                cells,
                bound,
                ..
            } => {
                let need: i64 = cells.iter().map(|cell| here.cells[*cell].milli).sum();
                float((need - bound).max(0)) / 1_000.0
            }
            Sum::Limit { bound, .. } => {
                let all: i64 = here.streams.iter().map(|stream| stream.pence).sum();
                float((all - bound).max(0)) / 100.0
            }
            Sum::Gap { most, .. } => float(ONE - most) * 100.0 / float(ONE),
        };
        let condition = match &row.demand {
            Demand::Limit(asked) => Condition::Limit(*asked),
            Demand::Minimum(asked, _) => Condition::Minimum(*asked),
            Demand::Unmet(asked, _) | Demand::Gap(asked) => Condition::Equity(*asked),
            Demand::Commitment(asked) => Condition::Commitment(*asked),
        };
        add(condition, worths.demand(at) * way);
    }
    for (at, promise) in here.promises.iter().enumerate() {
        let pounds = float(promise.pence) / 100.0;
        add(
            Condition::Commitment(promise.asked),
            worths.promise(at) * pounds,
        );
    }
    found.extend(
        sums.into_iter()
            .map(|(condition, worth)| (worth, condition)),
    );
}
