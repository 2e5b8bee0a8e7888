//! The filters of minimum offers, needs and unit costs.

use async_graphql::InputObject;
use chrono::NaiveDate;
use planning::atlas::Atlas;
use planning::facts as f;
use planning::table::Ix;

use super::rows::{AreaFilter, OfferFilter};
use super::{Filter, MoneyFilter, TextFilter, combine, given, one_of};
use crate::graphql::enums::CostUnit;

/// Conditions on a minimum offer.
#[derive(InputObject, Clone, Debug, Default)]
pub struct StandardFilter {
    /// All of these hold.
    pub and: Option<Vec<StandardFilter>>,
    /// At least one of these holds.
    pub or: Option<Vec<StandardFilter>>,
    /// This does not hold.
    pub not: Option<Box<StandardFilter>>,
    /// What it is called.
    pub name: Option<TextFilter>,
    /// One of its lines asks for such an offer.
    pub offer: Option<OfferFilter>,
}

impl Filter<Ix<f::Standard>> for StandardFilter {
    fn passes(&self, atlas: &Atlas, ix: Ix<f::Standard>, day: NaiveDate) -> bool {
        let own = given(&self.name, |c| c.holds(Some(&atlas.standards.get(ix).name)))
            && given(&self.offer, |c| {
                atlas.lines_of_standard(ix).iter().any(|line| {
                    let offer = &atlas.standard_lines.get(*line).offer;
                    passes_offer(c, atlas, offer, day)
                })
            });
        combine((&self.and, &self.or, &self.not), own, atlas, ix, day)
    }
}

/// Conditions on a need.
#[derive(InputObject, Clone, Debug, Default)]
pub struct NeedFilter {
    /// All of these hold.
    pub and: Option<Vec<NeedFilter>>,
    /// At least one of these holds.
    pub or: Option<Vec<NeedFilter>>,
    /// This does not hold.
    pub not: Option<Box<NeedFilter>>,
    /// Where.
    pub area: Option<AreaFilter>,
    /// What they need.
    pub offer: Option<OfferFilter>,
    /// Of whom: code of the cohort.
    pub cohort: Option<TextFilter>,
}

impl Filter<Ix<f::Need>> for NeedFilter {
    fn passes(&self, atlas: &Atlas, ix: Ix<f::Need>, day: NaiveDate) -> bool {
        let row = atlas.needs.get(ix);
        let own = given(&self.area, |c| {
            let area = atlas.areas.find(&row.area);
            area.is_some_and(|area| c.passes(atlas, area, day))
        }) && given(&self.offer, |c| passes_offer(c, atlas, &row.offer, day))
            && given(&self.cohort, |c| c.holds(Some(&row.cohort)));
        combine((&self.and, &self.or, &self.not), own, atlas, ix, day)
    }
}

/// Conditions on a unit cost.
#[derive(InputObject, Clone, Debug, Default)]
pub struct UnitCostFilter {
    /// All of these hold.
    pub and: Option<Vec<UnitCostFilter>>,
    /// At least one of these holds.
    pub or: Option<Vec<UnitCostFilter>>,
    /// This does not hold.
    pub not: Option<Box<UnitCostFilter>>,
    /// Of what.
    pub offer: Option<OfferFilter>,
    /// Where; one for anywhere does not pass.
    pub area: Option<AreaFilter>,
    /// One unit is one of these.
    pub unit: Option<Vec<CostUnit>>,
    /// The central estimate.
    pub central: Option<MoneyFilter>,
}

impl Filter<Ix<f::UnitCost>> for UnitCostFilter {
    fn passes(&self, atlas: &Atlas, ix: Ix<f::UnitCost>, day: NaiveDate) -> bool {
        let row = atlas.unit_costs.get(ix);
        let own = given(&self.offer, |c| passes_offer(c, atlas, &row.offer, day))
            && given(&self.area, |c| {
                let area = row.area.as_ref().and_then(|id| atlas.areas.find(id));
                area.is_some_and(|area| c.passes(atlas, area, day))
            })
            && one_of(&self.unit, row.unit.into())
            && given(&self.central, |c| c.holds(Some(row.central_pence)));
        combine((&self.and, &self.or, &self.not), own, atlas, ix, day)
    }
}

fn passes_offer(filter: &OfferFilter, atlas: &Atlas, offer: &str, day: NaiveDate) -> bool {
    let offer = atlas.offers.find(offer);
    offer.is_some_and(|offer| filter.passes(atlas, offer, day))
}
