//! What to commission where, so that the least weighted need stays unmet.
//!
//! `allocate` answers one question from one value. The rules, formulas and worked examples are in
//! docs/CALCULATIONS.md, the choices in docs/adr/0010-allocation.md.

pub mod answer;
mod baselines;
pub mod case;
pub mod check;
pub mod clash;
pub mod demand;
mod effort;
mod explain;
mod flow;
mod improve;
mod lift;
mod making;
mod model;
pub mod number;
mod plan;
pub mod problem;
mod ranges;
pub mod reach;
mod settle;
mod whole;
mod worth;

#[cfg(test)]
mod tests;

pub use self::answer::Outcome;
use self::answer::{Advice, Answer, Finding, Plan, Reason, Status, WholePlan};
use self::case::{Case, View, case};
use self::effort::{Effort, MOST_BRANCHED, MOST_EXPLAINED};
use self::making::Settled;
use self::plan::{Best, plan_of};
use self::problem::Problem;
use self::whole::Whole;

/// Answers an allocation: refuses what it cannot take, names what clashes, or gives a plan that explains
/// itself.
pub fn allocate(problem: &Problem) -> Outcome {
    let mistakes = check::mistakes(problem);
    if !mistakes.is_empty() {
        return Outcome::Refused(mistakes);
    }
    let pooled_case = case(problem, &View::pooled());
    let siloed_case = case(problem, &View::siloed());
    let mut pooled = match plan::best(&pooled_case) {
        Ok(best) => best,
        Err(clash) => return Outcome::Clashing(clash),
    };
    let siloed = plan::best(&siloed_case);
    if let Ok(siloed) = &siloed {
        pooled.take_if_better(&pooled_case, &siloed.settled);
    }
    let effort = &mut Effort::new(MOST_EXPLAINED);
    let corners = ranges::corners(problem, &pooled_case, &pooled, effort);
    let lifted = lift::lifted(problem, &pooled_case, &pooled, effort);
    let known = siloed.as_ref().ok();
    let siloed_whole = known.and_then(|siloed| in_units(&siloed_case, siloed, None));
    let known = siloed_whole.as_ref().map(|whole| &whole.plan);
    let whole = in_units(&pooled_case, &pooled, known);
    let mut answer = Answer {
        status: pooled.status,
        siloed: siloed.map(|best| best.plan(&siloed_case)),
        nothing: baselines::nothing(&pooled_case),
        equal_share: baselines::equal_share(&pooled_case),
        whole: whole.map(|whole| whole_plan(&pooled_case, &whole)),
        siloed_whole: siloed_whole.map(|whole| whole_plan(&siloed_case, &whole)),
        binding: explain::binding(&pooled_case, &pooled),
        pounds: explain::pounds(&pooled_case, &pooled),
        lifted,
        corners,
        without_range: ranges::without_range(problem),
        advice: Advice::Pooled,
        pooled: pooled.plan(&pooled_case),
    };
    answer.advice = advice(&answer);
    Outcome::Answered(Box::new(answer))
}

/// The best plan in whole units; `None`: nothing is bought in units.
fn in_units(case: &Case, best: &Best, known: Option<&Settled>) -> Option<Whole> {
    if case.cells.iter().all(|cell| cell.unit.is_none()) {
        return None;
    }
    let effort = &mut Effort::new(MOST_BRANCHED);
    Some(whole::whole(case, &best.wanted, best.bound, known, effort))
}

fn whole_plan(case: &Case, whole: &Whole) -> WholePlan {
    WholePlan {
        plan: Plan {
            bound: Some(whole.bound),
            ..plan_of(case, &whole.plan, true)
        },
        branches: whole.branches,
    }
}

fn advice(answer: &Answer) -> Advice {
    let mut reasons = Vec::new();
    if answer.status == Status::StoppedEarly {
        reasons.push(Reason::StoppedEarly);
    }
    for corner in &answer.corners {
        match &corner.finding {
            Finding::Compared { flips: true, .. } => {
                reasons.push(Reason::Flips(corner.end.clone()));
            }
            Finding::Clashing => reasons.push(Reason::Clashes(corner.end.clone())),
            Finding::NotReckoned => reasons.push(Reason::NotAllReckoned),
            Finding::Compared { .. } | Finding::Stands { .. } => {}
        }
    }
    let whole = answer.whole.as_ref();
    if whole.is_some_and(|whole| !whole.plan.broken.is_empty()) {
        reasons.push(Reason::NoWholePlan);
    }
    reasons.sort();
    reasons.dedup();
    match (reasons.is_empty(), whole) {
        (false, _) => Advice::Withheld(reasons),
        (true, Some(_)) => Advice::PooledWhole,
        (true, None) => Advice::Pooled,
    }
}
