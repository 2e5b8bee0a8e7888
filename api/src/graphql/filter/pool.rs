//! The filters of pooled budgets and their transfers.

use async_graphql::InputObject;
use chrono::NaiveDate;
use planning::atlas::Atlas;
use planning::facts as f;
use planning::table::Ix;

use super::rows::{AreaFilter, BodyFilter, ServiceFilter};
use super::{DateFilter, Filter, MoneyFilter, TextFilter, combine, given, one_of};
use crate::graphql::enums::{PoolAccount, PoolForm, RiskShare};

/// Conditions on a pooled budget.
#[derive(InputObject, Clone, Debug, Default)]
pub struct PoolFilter {
    /// All of these hold.
    pub and: Option<Vec<PoolFilter>>,
    /// At least one of these holds.
    pub or: Option<Vec<PoolFilter>>,
    /// This does not hold.
    pub not: Option<Box<PoolFilter>>,
    /// What it is called.
    pub name: Option<TextFilter>,
    /// Its legal form: one of these.
    pub legal_form: Option<Vec<PoolForm>>,
    /// Who bears an overspend: one of these.
    pub risk_share: Option<Vec<RiskShare>>,
    /// The body that holds it.
    pub host: Option<Box<BodyFilter>>,
    /// A body that takes part: at least one member passes.
    pub member: Option<Box<BodyFilter>>,
    /// Where it is for; one without a stated area does not pass.
    pub area: Option<AreaFilter>,
    /// From when.
    pub starts_on: Option<DateFilter>,
    /// Until when.
    pub ends_on: Option<DateFilter>,
}

impl Filter<Ix<f::Pool>> for PoolFilter {
    fn passes(&self, atlas: &Atlas, ix: Ix<f::Pool>, day: NaiveDate) -> bool {
        let row = atlas.pools.get(ix);
        let body = |c: &BodyFilter, id: &str| {
            let found = atlas.bodies.find(id);
            found.is_some_and(|body| c.passes(atlas, body, day))
        };
        let own = given(&self.name, |c| c.holds(Some(&row.name)))
            && one_of(&self.legal_form, row.legal_form.into())
            && one_of(&self.risk_share, row.risk_share.into())
            && given(&self.host, |c| body(c, &row.host))
            && given(&self.member, |c| {
                let mut members = atlas.members_of_pool(ix).iter();
                members.any(|ix| body(c, &atlas.pool_members.get(*ix).body))
            })
            && given(&self.area, |c| {
                let area = row.area.as_ref().and_then(|id| atlas.areas.find(id));
                area.is_some_and(|area| c.passes(atlas, area, day))
            })
            && given(&self.starts_on, |c| c.holds(Some(row.starts_on)))
            && given(&self.ends_on, |c| c.holds(row.ends_on));
        combine((&self.and, &self.or, &self.not), own, atlas, ix, day)
    }
}

/// Conditions on a move of money of a pooled budget.
#[derive(InputObject, Clone, Debug, Default)]
pub struct PoolTransferFilter {
    /// All of these hold.
    pub and: Option<Vec<PoolTransferFilter>>,
    /// At least one of these holds.
    pub or: Option<Vec<PoolTransferFilter>>,
    /// This does not hold.
    pub not: Option<Box<PoolTransferFilter>>,
    /// The financial year begins in one of these years.
    pub financial_year: Option<Vec<u32>>,
    /// When it was made.
    pub made_on: Option<DateFilter>,
    /// Where the money stood: one of these.
    pub from_account: Option<Vec<PoolAccount>>,
    /// Where it stands now: one of these.
    pub to_account: Option<Vec<PoolAccount>>,
    /// The member whose money it is.
    pub member: Option<Box<BodyFilter>>,
    /// The service; a move without one does not pass.
    pub service: Option<Box<ServiceFilter>>,
    /// How much.
    pub amount: Option<MoneyFilter>,
}

impl Filter<Ix<f::PoolTransfer>> for PoolTransferFilter {
    fn passes(&self, atlas: &Atlas, ix: Ix<f::PoolTransfer>, day: NaiveDate) -> bool {
        let row = atlas.pool_transfers.get(ix);
        let own = given(&self.financial_year, |years| {
            years.contains(&row.financial_year)
        }) && given(&self.made_on, |c| c.holds(Some(row.made_on)))
            && one_of(&self.from_account, row.from_account.into())
            && one_of(&self.to_account, row.to_account.into())
            && given(&self.member, |c| {
                let member = row.member.as_ref().and_then(|id| atlas.bodies.find(id));
                member.is_some_and(|body| c.passes(atlas, body, day))
            })
            && given(&self.service, |c| {
                let service = row.service.as_ref().and_then(|id| atlas.services.find(id));
                service.is_some_and(|service| c.passes(atlas, service, day))
            })
            && given(&self.amount, |c| c.holds(Some(row.amount_pence)));
        combine((&self.and, &self.or, &self.not), own, atlas, ix, day)
    }
}
