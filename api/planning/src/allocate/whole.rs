//! Whole units: rounding, repair and a bounded search, with the bound that no plan can be below.
//!
//! The search takes the most undecided cell and looks at either side of it, the nearer first. What is
//! not looked at stays as a bound: the least unmet need that could hide there.
#![expect(
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    reason = "shares of units from the solver, and positions that the case has numbered"
)]

use super::case::{Case, WHOLE};
use super::effort::Effort;
use super::improve::improved;
use super::making::{Making, Settled};
use super::model::{Asked, Model, Wanted};
use super::number::{below, float, nearest, nearest_wide, wide};
use super::reach::reached;
use super::settle::settle;
use linear::Ended;

/// Columns, rows and coefficients of a programme whose branches are looked at. A larger one is rounded and
/// repaired only.
const MOST_SEARCHED: usize = 5_000;
/// Branches looked at, at most.
const MOST_BRANCHES: usize = 400;
/// Cells looked at, at most, while plans are improved: each unit tried looks at all.
const MOST_LOOKS: usize = 10_000_000;
/// The same at each branch.
const MOST_LOOKS_AT_BRANCH: usize = 4_000;
/// A part of a unit that is none: what the solver leaves undone.
const HARDLY: f64 = 1e-5;

/// A plan in whole units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// The plan.
    pub plan: Settled,
    /// No plan in whole units leaves less unmet.
    pub bound: i128,
    /// Branches looked at.
    pub branches: usize,
}

/// One branch: least and most pence of each cell, and what its parent's bound was.
struct Branch {
    within: Vec<(i64, Option<i64>)>,
    bound: f64,
}

/// The best plan in whole units that was found, from the continuous plan, and from plans that are known.
pub fn whole(
    case: &Case,
    wanted: &Wanted,
    bound: f64,
    known: Option<&Settled>,
    effort: &mut Effort,
) -> Whole {
    let mut best = Best::default();
    let mut tries = MOST_LOOKS / case.cells.len().max(1);
    for units in [
        units_of(case, &wanted.pence, Rounding::Down),
        units_of(case, &wanted.pence, Rounding::Nearest),
    ] {
        if let Some(making) = settle(case, wanted, Some(&units)) {
            best.offer(improved(case, making, &mut tries));
        }
    }
    if let Some(known) = known {
        let wanted = Wanted {
            pence: known.pence.iter().map(|pence| float(*pence)).collect(),
            milli: known.served.iter().map(|milli| float(*milli)).collect(),
        };
        let units = units_of(case, &wanted.pence, Rounding::Nearest);
        if let Some(making) = settle(case, &wanted, Some(&units)) {
            best.offer(making.clone());
            best.offer(improved(case, making, &mut tries));
        }
    }
    if best.making.is_none() {
        best.offer(improved(case, Making::new(case), &mut tries));
    }
    let (lowest, branches) = search(case, bound, &mut best, effort);
    polish(case, &mut best, effort);
    let plan = best
        .making
        .map_or_else(|| Making::new(case).settled(), |making| making.settled());
    let bound = nearest_wide((lowest.max(0.0) * wide(WHOLE)).floor()).min(plan.unmet);
    Whole {
        bound,
        plan,
        branches,
    }
}

#[derive(Default)]
struct Best<'a> {
    making: Option<Making<'a>>,
}

impl<'a> Best<'a> {
    /// Keeps the plan that holds more of the demands, and of those the one that leaves less unmet.
    fn offer(&mut self, making: Making<'a>) {
        let rank = |making: &Making| (making.distance(), making.unmet());
        if self
            .making
            .as_ref()
            .is_none_or(|best| rank(&making) < rank(best))
        {
            self.making = Some(making);
        }
    }

    /// The unmet need of a plan that holds all demands.
    fn unmet(&self) -> Option<f64> {
        let making = self.making.as_ref()?;
        (making.distance() == 0).then(|| wide(making.unmet()) / wide(WHOLE))
    }
}

#[derive(Clone, Copy)]
enum Rounding {
    Down,
    Nearest,
}

/// Units of each cell for so many pence.
fn units_of(case: &Case, pence: &[f64], rounding: Rounding) -> Vec<i64> {
    case.cells
        .iter()
        .zip(pence)
        .map(|(cell, pence)| {
            let Some(price) = cell.unit else {
                return 0;
            };
            let units = (pence - float(cell.committed)).max(0.0) / float(price.max(1));
            match rounding {
                Rounding::Down => below(units, HARDLY),
                Rounding::Nearest => nearest(units),
            }
        })
        .collect()
}

/// Looks at branches, nearest side first, and gives the least unmet need that could be left anywhere, and
/// how many branches it looked at.
fn search<'a>(
    case: &'a Case,
    bound: f64,
    best: &mut Best<'a>,
    effort: &mut Effort,
) -> (f64, usize) {
    let start: Vec<(i64, Option<i64>)> = case
        .cells
        .iter()
        .map(|cell| (cell.committed, None))
        .collect();
    let mut open = vec![Branch {
        within: start,
        bound,
    }];
    let mut lowest = f64::INFINITY;
    let mut branches = 0;
    while let Some(branch) = open.pop() {
        let close = |bound: f64, best: &Best| {
            best.unmet()
                .is_some_and(|unmet| bound >= unmet - unmet.abs() * 1e-6 - 1e-7)
        };
        if close(branch.bound, best) {
            lowest = lowest.min(branch.bound);
            continue;
        }
        let model = Model::new(
            case,
            &Asked {
                within: Some(&branch.within),
                elastic: None,
            },
        );
        let solved = (branches < MOST_BRANCHES && model.program.size() <= MOST_SEARCHED)
            .then(|| effort.solve(&model.program, case.most_steps))
            .flatten();
        let Some(solved) = solved else {
            // Nothing more may be looked at: all that is open is a bound.
            lowest = lowest.min(branch.bound);
            for branch in open.drain(..) {
                lowest = lowest.min(branch.bound);
            }
            break;
        };
        branches += 1;
        if solved.ended == Ended::Infeasible {
            continue;
        }
        let bound = (model.unmet + solved.bound).max(branch.bound);
        if close(bound, best) {
            lowest = lowest.min(bound);
            continue;
        }
        let wanted = model.wanted(&solved);
        let down = units_of(case, &wanted.pence, Rounding::Down);
        let down = settle(case, &wanted, Some(&down));
        let holds = down.as_ref().is_some_and(|making| making.distance() == 0);
        if let Some(making) = down {
            let mut tries = MOST_LOOKS_AT_BRANCH / case.cells.len().max(1);
            best.offer(improved(case, making, &mut tries));
        }
        // A part of a unit that serves nobody is decided, but where a demand asks for its money.
        let undecided = most_undecided(case, &wanted, &branch.within, Parts::ThatServe);
        let undecided = match undecided {
            None if !holds => most_undecided(case, &wanted, &branch.within, Parts::All),
            undecided => undecided,
        };
        let Some((cell, units)) = undecided else {
            let units = units_of(case, &wanted.pence, Rounding::Nearest);
            if let Some(making) = settle(case, &wanted, Some(&units)) {
                best.offer(making);
            }
            lowest = lowest.min(bound);
            continue;
        };
        let of = &case.cells[cell];
        let price = of.unit.unwrap_or(1);
        let floor = of.committed + price * below(units, 0.0);
        let mut lower = branch.within.clone();
        lower[cell].1 = Some(floor);
        let mut upper = branch.within;
        upper[cell].0 = floor + price;
        let mut sides = [lower, upper];
        if units - float(below(units, 0.0)) < 0.5 {
            sides.reverse();
        }
        open.extend(sides.map(|within| Branch { within, bound }));
    }
    let found = best.unmet().unwrap_or(f64::INFINITY);
    let lowest = lowest.min(found);
    (if lowest.is_finite() { lowest } else { bound }, branches)
}

/// Which parts of units leave a cell undecided.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Parts {
    /// Those without which fewer people would be served. Money beyond the need leaves others.
    ThatServe,
    All,
}

/// The cell whose units are furthest from whole.
fn most_undecided(
    case: &Case,
    wanted: &Wanted,
    within: &[(i64, Option<i64>)],
    parts: Parts,
) -> Option<(usize, f64)> {
    let mut most: Option<(f64, usize, f64)> = None;
    for (at, cell) in case.cells.iter().enumerate() {
        let Some(price) = cell.unit else {
            continue;
        };
        let units = (wanted.pence[at] - float(cell.committed)).max(0.0) / float(price.max(1));
        let part = units - float(nearest(units));
        let floor = cell.committed + price * below(units, 0.0);
        let (least, ceiling) = within[at];
        // Neither side would be new.
        let is_closed = floor < least || ceiling.is_some_and(|ceiling| floor + price > ceiling);
        if part.abs() <= HARDLY || is_closed {
            continue;
        }
        let left_out = wanted.milli[at] - float(reached(&cell.pieces, floor));
        if parts == Parts::ThatServe && left_out <= HARDLY {
            continue;
        }
        let score = part.abs();
        if most.is_none_or(|(before, _, _)| score > before + 1e-9) {
            most = Some((score, at, units));
        }
    }
    most.map(|(_, at, units)| (at, units))
}

/// With the units as they are, solves for the cells that take any sum, and for whom to serve.
fn polish<'a>(case: &'a Case, best: &mut Best<'a>, effort: &mut Effort) {
    let Some(making) = &best.making else {
        return;
    };
    let is_all_whole =
        (0..case.cells.len()).all(|cell| case.cells[cell].unit.is_some() && !making.is_held(cell));
    if is_all_whole {
        return;
    }
    let within: Vec<(i64, Option<i64>)> = case
        .cells
        .iter()
        .zip(making.pence())
        .map(|(cell, pence)| match cell.unit {
            Some(_) => (*pence, Some(*pence)),
            None => (cell.committed, None),
        })
        .collect();
    let pence: Vec<f64> = making.pence().iter().map(|pence| float(*pence)).collect();
    let units = units_of(case, &pence, Rounding::Nearest);
    let asked = Asked {
        within: Some(&within),
        elastic: None,
    };
    let model = Model::new(case, &asked);
    if let Some(solved) = effort.solve(&model.program, case.most_steps)
        && solved.ended != Ended::Infeasible
        && let Some(making) = settle(case, &model.wanted(&solved), Some(&units))
    {
        best.offer(making);
    }
}
