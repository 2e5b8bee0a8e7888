//! Scenarios played on the register, kept while it lasts.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use planning::atlas::{Atlas, BuildError};
use planning::scenario::{Plan, StepProblem, apply};

/// Played scenarios kept at once.
const MOST: usize = 16;

/// A register after the steps of a scenario.
#[derive(Clone, Debug)]
pub struct Played {
    /// The register.
    pub atlas: Arc<Atlas>,
    /// Why steps were left out.
    pub problems: Vec<StepProblem>,
}

#[derive(Debug)]
struct Kept {
    // Held, so that no other register can come to lie where it lay.
    base: Arc<Atlas>,
    scenario: String,
    played: Arc<Played>,
}

/// Scenarios played on registers as viewers see them, most recently used last.
#[derive(Debug, Default)]
pub struct Plays {
    kept: Mutex<VecDeque<Kept>>,
}

impl Plays {
    /// A register after the steps of one of its scenarios; `None`: it has no such scenario. `current`
    /// is the revision of the register as it is now.
    pub fn of(
        &self,
        base: &Arc<Atlas>,
        scenario: &str,
        current: u64,
    ) -> Result<Option<Arc<Played>>, BuildError> {
        let Some(ix) = base.scenarios.find(scenario) else {
            return Ok(None);
        };
        // Held while it is played, so that it is played once.
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let is_this = |one: &Kept| Arc::ptr_eq(&one.base, base) && one.scenario == scenario;
        if let Some(at) = kept.iter().position(is_this)
            && let Some(found) = kept.remove(at)
        {
            let played = found.played.clone();
            kept.push_back(found);
            return Ok(Some(played));
        }
        // Past registers are asked for seldom, and the latest has moved on.
        kept.retain(|one| one.base.revision == current);
        let applied = apply(base, &Plan::of(base, ix))?;
        let played = Arc::new(Played {
            atlas: Arc::new(applied.atlas),
            problems: applied.problems,
        });
        if kept.len() >= MOST {
            kept.pop_front();
        }
        kept.push_back(Kept {
            base: base.clone(),
            scenario: scenario.to_owned(),
            played: played.clone(),
        });
        Ok(Some(played))
    }
}
