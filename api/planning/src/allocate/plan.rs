//! The best plan of a case, and a plan as it is told.
#![expect(
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    reason = "sums of the solver's, and positions that the case has numbered"
)]

use super::answer::{Payment, Plan, Served, Status};
use super::case::{Case, WHOLE};
use super::clash::{Clash, clash};
use super::effort::Effort;
use super::flow::Flow;
use super::making::{Making, Settled};
use super::model::{Asked, Model, Wanted};
use super::number::{nearest_wide, wide};
use super::settle::settle;
use linear::{Ended, Solved};

/// The best plan of a case.
pub struct Best {
    /// Whether it is the optimum.
    pub status: Status,
    /// The programme.
    pub model: Model,
    /// What the solver found.
    pub solved: Solved,
    /// What it would buy.
    pub wanted: Wanted,
    /// The same in whole pence.
    pub settled: Settled,
    /// Who pays.
    pub flow: Flow,
    /// No plan leaves less weighted need unmet.
    pub bound: f64,
}

/// How a case came out.
pub enum Attempt {
    /// It has a plan.
    Found(Box<Best>),
    /// Nothing holds all that is demanded, as far as the solver can tell.
    Infeasible,
}

/// The best plan of a case, or what clashes in it.
pub fn best(case: &Case) -> Result<Best, Clash> {
    let is_overdrawn = case.streams.iter().any(|stream| stream.free < 0);
    if is_overdrawn && let Some(clash) = clash(case) {
        return Err(clash);
    }
    let model = Model::new(case, &Asked::default());
    let solved = model.program.solve(case.most_steps);
    let is_infeasible = solved.ended == Ended::Infeasible;
    let best = found(case, model, solved);
    if (is_infeasible || !best.settled.broken.is_empty())
        && let Some(clash) = clash(case)
    {
        return Err(clash);
    }
    Ok(best)
}

/// The same within some effort, without a word on what clashes; `None`: there is not enough left.
pub fn attempt(case: &Case, effort: &mut Effort) -> Option<Attempt> {
    if case.streams.iter().any(|stream| stream.free < 0) {
        return Some(Attempt::Infeasible);
    }
    let model = Model::new(case, &Asked::default());
    attempt_with(case, model, effort)
}

/// The same with a programme that is there already.
pub fn attempt_with(case: &Case, model: Model, effort: &mut Effort) -> Option<Attempt> {
    let solved = effort.solve(&model.program, case.most_steps)?;
    if solved.ended == Ended::Infeasible {
        return Some(Attempt::Infeasible);
    }
    let best = found(case, model, solved);
    Some(Attempt::Found(Box::new(best)))
}

fn found(case: &Case, model: Model, solved: Solved) -> Best {
    let wanted = model.wanted(&solved);
    // Without whole units everything that can be paid for can be settled.
    let making = settle(case, &wanted, None).unwrap_or_else(|| Making::promised(case));
    let settled = making.settled();
    let is_optimal = solved.ended == Ended::Solved && settled.broken.is_empty();
    Best {
        status: if is_optimal {
            Status::Optimal
        } else {
            Status::StoppedEarly
        },
        bound: (model.unmet + solved.bound).max(0.0),
        flow: making.flow().clone(),
        model,
        solved,
        wanted,
        settled,
    }
}

impl Best {
    /// Takes the money of another plan that can be paid for here, where that leaves less unmet: what
    /// rounding to pence can make of two plans that are equal.
    pub fn take_if_better(&mut self, case: &Case, other: &Settled) {
        if other.unmet < self.settled.unmet {
            let making = Making::taken(case, other);
            let settled = making.settled();
            if settled.broken.is_empty() && settled.unmet < self.settled.unmet {
                self.flow = making.flow().clone();
                self.settled = settled;
            }
        }
    }

    /// As it is told.
    pub fn plan(&self, case: &Case) -> Plan {
        let bound = nearest_wide((self.bound * wide(WHOLE)).floor());
        Plan {
            bound: Some(bound.min(self.settled.unmet)),
            ..plan_of(case, &self.settled, false)
        }
    }
}

/// A plan as it is told.
pub fn plan_of(case: &Case, settled: &Settled, in_units: bool) -> Plan {
    let places = case.cells.iter().enumerate();
    let places = places.map(|(at, cell)| Served {
        place: cell.place.clone(),
        need: cell.milli,
        people: settled.served[at],
        pence: settled.pence[at],
        committed: cell.committed,
        units: cell
            .unit
            .filter(|_| in_units)
            .map(|price| (settled.pence[at] - cell.committed) / price.max(1)),
        weight: cell.weight,
    });
    Plan {
        places: places.collect(),
        payments: payments(case, settled),
        unmet: settled.unmet,
        bound: None,
        broken: settled.broken.clone(),
    }
}

fn payments(case: &Case, settled: &Settled) -> Vec<Payment> {
    let mut sums = std::collections::BTreeMap::<(usize, usize), (i64, i64)>::new();
    for (stream, cell, pence) in &settled.shares {
        sums.entry((*stream, *cell)).or_default().0 += pence;
    }
    for promise in &case.promises {
        let sum = sums.entry((promise.stream, promise.cell)).or_default();
        sum.0 += promise.pence;
        sum.1 += promise.pence;
    }
    let paid = sums.into_iter().filter(|(_, (pence, _))| *pence > 0);
    paid.map(|((stream, cell), (pence, committed))| Payment {
        stream: case.streams[stream].id.clone(),
        place: case.cells[cell].place.clone(),
        pence,
        committed,
    })
    .collect()
}
