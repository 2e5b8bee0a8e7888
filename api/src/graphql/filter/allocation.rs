//! The filters of what streams are allocated to, and of price indexes.

use async_graphql::InputObject;
use chrono::NaiveDate;
use planning::atlas::Atlas;
use planning::facts as f;
use planning::table::Ix;

use super::funding::FundingStreamFilter;
use super::rows::ServiceFilter;
use super::{Filter, MoneyFilter, TextFilter, combine, given};

/// Conditions on an allocation.
#[derive(InputObject, Clone, Debug, Default)]
pub struct FundingAllocationFilter {
    /// All of these hold.
    pub and: Option<Vec<FundingAllocationFilter>>,
    /// At least one of these holds.
    pub or: Option<Vec<FundingAllocationFilter>>,
    /// This does not hold.
    pub not: Option<Box<FundingAllocationFilter>>,
    /// The stream.
    pub stream: Option<Box<FundingStreamFilter>>,
    /// The service.
    pub service: Option<Box<ServiceFilter>>,
    /// The financial year is one of these, each by the year in which it begins.
    pub financial_year: Option<Vec<u32>>,
    /// What is committed.
    pub committed: Option<MoneyFilter>,
    /// What was spent.
    pub spent: Option<MoneyFilter>,
}

impl Filter<Ix<f::FundingAllocation>> for FundingAllocationFilter {
    fn passes(&self, atlas: &Atlas, ix: Ix<f::FundingAllocation>, day: NaiveDate) -> bool {
        let row = atlas.funding_allocations.get(ix);
        let own = given(&self.stream, |c| {
            let stream = atlas.funding_streams.find(&row.stream);
            stream.is_some_and(|stream| c.passes(atlas, stream, day))
        }) && given(&self.service, |c| {
            let service = atlas.services.find(&row.service);
            service.is_some_and(|service| c.passes(atlas, service, day))
        }) && given(&self.financial_year, |c| c.contains(&row.financial_year))
            && given(&self.committed, |c| c.holds(Some(row.committed_pence)))
            && given(&self.spent, |c| c.holds(row.spent_pence));
        combine((&self.and, &self.or, &self.not), own, atlas, ix, day)
    }
}

/// Conditions on where a price index stood.
#[derive(InputObject, Clone, Debug, Default)]
pub struct DeflatorFilter {
    /// All of these hold.
    pub and: Option<Vec<DeflatorFilter>>,
    /// At least one of these holds.
    pub or: Option<Vec<DeflatorFilter>>,
    /// This does not hold.
    pub not: Option<Box<DeflatorFilter>>,
    /// The index.
    pub series: Option<TextFilter>,
    /// The financial year is one of these, each by the year in which it begins.
    pub financial_year: Option<Vec<u32>>,
}

impl Filter<Ix<f::Deflator>> for DeflatorFilter {
    fn passes(&self, atlas: &Atlas, ix: Ix<f::Deflator>, day: NaiveDate) -> bool {
        let row = atlas.deflators.get(ix);
        let own = given(&self.series, |c| c.holds(Some(&row.series)))
            && given(&self.financial_year, |c| c.contains(&row.financial_year));
        combine((&self.and, &self.or, &self.not), own, atlas, ix, day)
    }
}
