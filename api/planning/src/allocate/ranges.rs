//! What becomes of the plan at the ends of the ranges of unit costs and needs.
#![expect(
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    reason = "a bound from the solver's prices, and positions that the case has numbered"
)]

use std::collections::{BTreeMap, BTreeSet};

use super::answer::{Corner, End, Finding};
use super::case::{Case, Level, View, WHOLE, case};
use super::effort::Effort;
use super::making::{Making, Settled};
use super::model::{Asked, Model};
use super::number::{nearest_wide, wide};
use super::plan::{Attempt, Best, attempt_with};
use super::problem::{Estimate, Problem};

/// The plan flips where another for the same money does better by more than one part in so many of what
/// it meets.
const FLIPS: i128 = 100;

/// The plan at each end of what has a range, most telling first.
pub fn corners(problem: &Problem, here: &Case, plan: &Best, effort: &mut Effort) -> Vec<Corner> {
    let ends = ends(problem);
    ends.into_iter()
        .map(|end| {
            let there = case(problem, &view(&end, here, &plan.settled));
            let finding = finding(&there, plan, effort);
            Corner { end, finding }
        })
        .collect()
}

fn finding(there: &Case, plan: &Best, effort: &mut Effort) -> Finding {
    let same_money = Making::repeated(there, &plan.settled.pence);
    let unmet = same_money.unmet();
    let met = there.unmet(&vec![0; there.cells.len()]) - unmet;
    let model = Model::counted_in(plan.model.pence, there, &Asked::default());
    // The prices of the plan bound what any plan can do there. Where that settles it, none is looked for.
    let is_alike = model.program.costs.len() == plan.model.program.costs.len()
        && model.program.rows.len() == plan.model.program.rows.len();
    if is_alike && same_money.distance() == 0 {
        let bound = model.unmet + model.program.bound(&plan.solved.worth);
        let bound = nearest_wide((bound.max(0.0) * wide(WHOLE)).floor()).min(unmet);
        if (unmet - bound) * FLIPS <= met {
            return Finding::Stands { plan: unmet, bound };
        }
    }
    match attempt_with(there, model, effort) {
        None => Finding::NotReckoned,
        Some(Attempt::Infeasible) => Finding::Clashing,
        Some(Attempt::Found(best)) if !best.settled.broken.is_empty() => Finding::NotReckoned,
        Some(Attempt::Found(best)) => {
            let pairs = plan.settled.pence.iter().zip(&best.settled.pence);
            let moved: i64 = pairs.map(|(here, there)| (here - there).abs()).sum();
            Finding::Compared {
                plan: unmet,
                best: best.settled.unmet,
                moved: (moved + 1) / 2,
                flips: (unmet - best.settled.unmet) * FLIPS > met,
            }
        }
    }
}

/// Offers whose cost is given without a range.
pub fn without_range(problem: &Problem) -> Vec<String> {
    let ranged = ranged(problem);
    let needed = problem.needs.iter().map(|need| &need.place.offer);
    let offers: BTreeSet<&String> = needed.filter(|offer| !ranged.contains(offer)).collect();
    offers.into_iter().cloned().collect()
}

fn is_range(estimate: Estimate) -> bool {
    estimate.low < estimate.central || estimate.high > estimate.central
}

/// Offers whose cost has a range.
fn ranged(problem: &Problem) -> BTreeSet<&String> {
    let costs = problem.costs.iter();
    costs
        .filter(|cost| is_range(cost.pence))
        .map(|cost| &cost.offer)
        .collect()
}

fn ends(problem: &Problem) -> Vec<End> {
    let offers = ranged(problem);
    let mut ends = Vec::new();
    if !offers.is_empty() {
        ends.extend([End::AgainstThePlan, End::AllLow, End::AllHigh]);
    }
    if problem.needs.iter().any(|need| is_range(need.people)) {
        ends.extend([End::NeedsLow, End::NeedsHigh]);
    }
    for offer in offers {
        ends.push(End::OfferLow(offer.clone()));
        ends.push(End::OfferHigh(offer.clone()));
    }
    ends
}

fn view(end: &End, here: &Case, plan: &Settled) -> View {
    let mut view = View::pooled();
    match end {
        End::OfferLow(offer) => {
            view.costs.insert(offer.clone(), Level::Low);
        }
        End::OfferHigh(offer) => {
            view.costs.insert(offer.clone(), Level::High);
        }
        End::AllLow => view.other_costs = Level::Low,
        End::AllHigh => view.other_costs = Level::High,
        End::NeedsLow => view.needs = Level::Low,
        End::NeedsHigh => view.needs = Level::High,
        End::AgainstThePlan => {
            let mut bought: BTreeMap<String, Level> = BTreeMap::new();
            for (at, cell) in here.cells.iter().enumerate() {
                if plan.pence[at] > cell.committed {
                    bought.insert(cell.place.offer.clone(), Level::High);
                }
            }
            view.costs = bought;
            view.other_costs = Level::Low;
        }
    }
    view
}
