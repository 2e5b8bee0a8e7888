//! Taking the steps of a scenario, one after another.

use chrono::NaiveDate;

use super::draft::Draft;
use super::problem::StepProblem;
use super::shape::misshapen;
use super::{awards, money, need, reform, services};
use crate::atlas::{Atlas, BuildError};
use crate::closed::StepKind;
use crate::facts::{Scenario, ScenarioStep};
use crate::table::Ix;

/// A scenario to be played.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The day from which it looks.
    pub base_day: NaiveDate,
    /// Its steps, in the order in which they are taken.
    pub steps: Vec<ScenarioStep>,
}

impl Plan {
    /// That of a scenario of a register.
    pub fn of(atlas: &Atlas, scenario: Ix<Scenario>) -> Self {
        let row = atlas.scenarios.get(scenario);
        let steps = atlas.steps_of_scenario(scenario).iter();
        Self {
            id: row.id.clone(),
            name: row.name.clone(),
            base_day: row.base_day.first(),
            steps: steps
                .map(|ix| atlas.scenario_steps.get(*ix).clone())
                .collect(),
        }
    }
}

/// What a register becomes.
#[derive(Clone, Debug)]
pub struct Applied {
    /// The register after the steps that hold.
    pub atlas: Atlas,
    /// Why the others do not, in the order of the steps.
    pub problems: Vec<StepProblem>,
}

/// Takes the steps of a scenario on a register, which stays as it is. A step
/// that does not hold is left out whole; those after it are taken as if it were
/// not there.
pub fn apply(base: &Atlas, plan: &Plan) -> Result<Applied, BuildError> {
    let mut draft = Draft::new(base, &plan.id, &plan.name, plan.base_day);
    let mut problems = Vec::new();
    for step in &plan.steps {
        draft.begin();
        let amiss = misshapen(step);
        if !amiss.is_empty() {
            problems.extend(amiss);
        } else if let Err(problem) = take(&mut draft, step) {
            problems.push(problem);
        }
    }
    Ok(Applied {
        atlas: base.with(draft.changed)?,
        problems,
    })
}

fn take(draft: &mut Draft<'_>, step: &ScenarioStep) -> Result<(), StepProblem> {
    match step.kind {
        StepKind::AddService => services::add(draft, step),
        StepKind::EndService => services::end(draft, step),
        StepKind::MoveService => services::relocate(draft, step),
        StepKind::ResizeService => awards::resize(draft, step),
        StepKind::ChangeNeed => need::change(draft, step),
        StepKind::MoveMoney => money::shift(draft, step),
        StepKind::PoolMoney => money::pool(draft, step),
        StepKind::UnpoolMoney => money::unpool(draft, step),
        StepKind::BringForward => reform::bring_forward(draft, step),
    }
}
