//! The smallest set of demands that no plan can hold together.
//!
//! Every set of demands that clashes has a member outside any set that can be held. So we look for the
//! smallest set that hits what is outside of each set found so far that can be held: if it clashes
//! itself, it is the smallest clash; if it can be held, the most that can be held with it gives one
//! more set to hit.
#![expect(
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    reason = "how far demands are broken, and positions in lists that this file has numbered"
)]

use super::case::Case;
use super::demand::Demand;
use super::model::{Asked, Model};
use super::number::count;

/// Sets looked at, at most.
const MOST_ROUNDS: usize = 60;
/// Ways of choosing among demands, at most, in one round.
const MOST_CHOICES: usize = 200_000;
/// A part of a demand that is none: what the solver leaves undone.
const HARDLY: f64 = 1e-6;
/// A demand that has to be held is worth so many that may be broken.
const HEAVY: f64 = 1e4;

/// Demands that clash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// Them. Without any one of them the others can be held.
    pub demands: Vec<Demand>,
    /// Whether no smaller set clashes; otherwise the search for one was ended at its limit.
    pub is_smallest: bool,
}

/// How far each demand has to be broken, where the others are left out and all are worth the same or,
/// if heavy, more.
fn broken(case: &Case, prices: &[Option<f64>]) -> Vec<f64> {
    let asked = Asked {
        within: None,
        elastic: Some(prices),
    };
    let model = Model::new(case, &asked);
    let solved = model.program.solve(case.most_steps.max(100));
    model
        .broken
        .iter()
        .zip(prices)
        .map(|(column, price)| match (column, price) {
            (Some(column), Some(_)) => solved.columns[*column],
            _ => 0.0,
        })
        .collect()
}

/// Whether some demands cannot be held together, the others left out.
fn clashes(case: &Case, among: &[bool]) -> bool {
    let prices: Vec<Option<f64>> = among.iter().map(|is_in| is_in.then_some(1.0)).collect();
    broken(case, &prices).iter().any(|by| *by > HARDLY)
}

/// The demands of a case that clash; `None`: all can be held.
pub fn clash(case: &Case) -> Option<Clash> {
    let demands = case.demands();
    let all = vec![true; demands.len()];
    if !clashes(case, &all) {
        return None;
    }
    let mut outside: Vec<Vec<usize>> = Vec::new();
    for _ in 0..MOST_ROUNDS {
        let Some(chosen) = smallest_hitting(&outside, demands.len()) else {
            break;
        };
        let among: Vec<bool> = (0..demands.len()).map(|at| chosen.contains(&at)).collect();
        if !chosen.is_empty() && clashes(case, &among) {
            return Some(named(&demands, &among, true));
        }
        // Slightly different prices, so that one of two demands is broken and not both by half.
        let prices: Vec<Option<f64>> = among
            .iter()
            .enumerate()
            .map(|(at, is_in)| {
                let tie = 1.0 + count((at * 7919) % 997) * 1e-4;
                Some(if *is_in { HEAVY } else { tie })
            })
            .collect();
        let broken = broken(case, &prices);
        let rest: Vec<usize> = (0..demands.len())
            .filter(|at| broken[*at] > HARDLY && !among[*at])
            .collect();
        if rest.is_empty() {
            break;
        }
        outside.push(rest);
    }
    Some(irreducible(case, &demands))
}

/// Leaves demands out one by one while the others still clash.
fn irreducible(case: &Case, demands: &[Demand]) -> Clash {
    let mut among = vec![true; demands.len()];
    // Halves first: most demands have no part in it.
    let mut length = demands.len().div_ceil(2).max(1);
    loop {
        for start in (0..demands.len()).step_by(length) {
            let mut fewer = among.clone();
            for is_in in fewer.iter_mut().skip(start).take(length) {
                *is_in = false;
            }
            if fewer != among && clashes(case, &fewer) {
                among = fewer;
            }
        }
        if length == 1 {
            break;
        }
        length = length.div_ceil(2);
    }
    named(demands, &among, false)
}

fn named(demands: &[Demand], among: &[bool], is_smallest: bool) -> Clash {
    let among = demands.iter().zip(among).filter(|(_, is_in)| **is_in);
    let mut demands: Vec<Demand> = among.map(|(demand, _)| demand.clone()).collect();
    demands.sort();
    let is_smallest = is_smallest || demands.len() < 2;
    Clash {
        demands,
        is_smallest,
    }
}

/// The smallest set with a member in each of the sets, the first by position; `None`: there are too many
/// ways to look at.
fn smallest_hitting(sets: &[Vec<usize>], most: usize) -> Option<Vec<usize>> {
    let mut choices = MOST_CHOICES;
    for size in 0..=most {
        let mut chosen = Vec::new();
        match hit(sets, size, &mut chosen, &mut choices) {
            Some(true) => return Some(chosen),
            Some(false) => {}
            None => return None,
        }
    }
    None
}

/// Whether at most so many more can hit every set.
fn hit(
    sets: &[Vec<usize>],
    more: usize,
    chosen: &mut Vec<usize>,
    choices: &mut usize,
) -> Option<bool> {
    *choices = choices.checked_sub(1)?;
    let missed = sets
        .iter()
        .filter(|set| !set.iter().any(|at| chosen.contains(at)))
        .min_by_key(|set| set.len());
    let Some(missed) = missed else {
        return Some(true);
    };
    if more == 0 {
        return Some(false);
    }
    for at in missed {
        chosen.push(*at);
        if hit(sets, more - 1, chosen, choices)? {
            return Some(true);
        }
        chosen.pop();
    }
    Some(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_set_that_hits_all_is_found() {
        let sets = [vec![0, 1], vec![1, 2], vec![3, 1], vec![4]];
        assert_eq!(smallest_hitting(&sets, 5), Some(vec![4, 1]));
        assert_eq!(smallest_hitting(&[], 5), Some(Vec::new()));
    }
}
