//! The filter of funding streams.

use async_graphql::InputObject;
use chrono::NaiveDate;
use planning::atlas::Atlas;
use planning::facts as f;
use planning::table::Ix;

use super::rows::{AreaFilter, BodyFilter};
use super::{DateFilter, Filter, MoneyFilter, TextFilter, combine, given, one_of};
use crate::graphql::enums::Stated;

/// Conditions on a funding stream.
#[derive(InputObject, Clone, Debug, Default)]
pub struct FundingStreamFilter {
    /// All of these hold.
    pub and: Option<Vec<FundingStreamFilter>>,
    /// At least one of these holds.
    pub or: Option<Vec<FundingStreamFilter>>,
    /// This does not hold.
    pub not: Option<Box<FundingStreamFilter>>,
    /// What its funder calls it.
    pub name: Option<TextFilter>,
    /// Whose money it is.
    pub funder: Option<Box<BodyFilter>>,
    /// Where it may be spent; one without a stated area does not pass.
    pub area: Option<AreaFilter>,
    /// From when.
    pub starts_on: Option<DateFilter>,
    /// Until when.
    pub ends_on: Option<DateFilter>,
    /// All of it over its period.
    pub amount: Option<MoneyFilter>,
    /// Whether it may be spent on nothing else is stated so: one of these.
    pub ring_fenced: Option<Vec<Stated>>,
    /// Whether it comes again each year is stated so: one of these.
    pub recurrent: Option<Vec<Stated>>,
    /// Whether it counts towards the Mental Health Investment Standard is stated so: one of these.
    pub inside_mhis: Option<Vec<Stated>>,
}

impl Filter<Ix<f::FundingStream>> for FundingStreamFilter {
    fn passes(&self, atlas: &Atlas, ix: Ix<f::FundingStream>, day: NaiveDate) -> bool {
        let row = atlas.funding_streams.get(ix);
        let own = given(&self.name, |c| c.holds(Some(&row.name)))
            && given(&self.funder, |c| {
                let funder = atlas.bodies.find(&row.funder);
                funder.is_some_and(|body| c.passes(atlas, body, day))
            })
            && given(&self.area, |c| {
                let area = row.area.as_ref().and_then(|id| atlas.areas.find(id));
                area.is_some_and(|area| c.passes(atlas, area, day))
            })
            && given(&self.starts_on, |c| c.holds(row.starts_on))
            && given(&self.ends_on, |c| c.holds(row.ends_on))
            && given(&self.amount, |c| c.holds(row.amount_pence))
            && one_of(&self.ring_fenced, row.ring_fenced.into())
            && one_of(&self.recurrent, row.recurrent.into())
            && one_of(&self.inside_mhis, row.inside_mhis.into());
        combine((&self.and, &self.or, &self.not), own, atlas, ix, day)
    }
}
