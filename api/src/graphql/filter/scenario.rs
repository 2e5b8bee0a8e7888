//! The filter of scenarios.

use async_graphql::InputObject;
use chrono::NaiveDate;
use planning::atlas::Atlas;
use planning::facts as f;
use planning::table::Ix;

use super::rows::BodyFilter;
use super::{DateFilter, Filter, TextFilter, combine, given};

/// Conditions on a scenario.
#[derive(InputObject, Clone, Debug, Default)]
pub struct ScenarioFilter {
    /// All of these hold.
    pub and: Option<Vec<ScenarioFilter>>,
    /// At least one of these holds.
    pub or: Option<Vec<ScenarioFilter>>,
    /// This does not hold.
    pub not: Option<Box<ScenarioFilter>>,
    /// What it is called.
    pub name: Option<TextFilter>,
    /// The body that keeps it; one of the register itself does not pass.
    pub owner: Option<Box<BodyFilter>>,
    /// The day on which it is compared.
    pub base_day: Option<DateFilter>,
    /// Whether it is frozen.
    pub is_frozen: Option<bool>,
}

impl Filter<Ix<f::Scenario>> for ScenarioFilter {
    fn passes(&self, atlas: &Atlas, ix: Ix<f::Scenario>, day: NaiveDate) -> bool {
        let row = atlas.scenarios.get(ix);
        let own = given(&self.name, |c| c.holds(Some(&row.name)))
            && given(&self.owner, |c| {
                let owner = row.owner.as_ref().and_then(|id| atlas.bodies.find(id));
                owner.is_some_and(|body| c.passes(atlas, body, day))
            })
            && given(&self.base_day, |c| c.holds(Some(row.base_day)))
            && given(&self.is_frozen, |wanted| {
                *wanted == row.frozen_hash.is_some()
            });
        combine((&self.and, &self.or, &self.not), own, atlas, ix, day)
    }
}
