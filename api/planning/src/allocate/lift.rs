//! What one condition lifted would come to.
#![expect(
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    reason = "worths from the solver, and positions that the case has numbered"
)]

use super::answer::{Gain, Lifted};
use super::case::{Case, Condition, View, case};
use super::demand::{Demand, Sum};
use super::effort::Effort;
use super::number::float;
use super::plan::{Attempt, Best, attempt};
use super::problem::{Measure, ONE, Problem, Sense};
use super::worth::{HARDLY, Worths, told};

/// Conditions that are told, at most.
const MOST_TOLD: usize = 20;
/// Conditions without which the question is solved again, at most.
const MOST_SOLVED: usize = 8;

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
