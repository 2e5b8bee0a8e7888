//! What funding streams are allocated to.

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use chrono::NaiveDate;
use planning::facts as f;
use planning::money::conditions::{Broken, broken};
use planning::table::Ix;

use super::body::Body;
use super::contract::Contract;
use super::evidence::Evidence;
use super::funding::FundingStream;
use super::service::Service;
use crate::graphql::context::ContextExt;
use crate::graphql::enums::{FundingConditionKind, Visibility};
use crate::graphql::id::NodeType;
use crate::graphql::page::connection;
use crate::graphql::scalars::Money;

/// Money of a funding stream set aside for a service in one financial year, seen on a day.
#[derive(Clone, Copy)]
pub struct FundingAllocation {
    pub(crate) ix: Ix<f::FundingAllocation>,
    pub(crate) day: NaiveDate,
}

/// Money of a funding stream set aside for a service in one financial year: what is committed, and what was spent where that is on record.
#[Object]
impl FundingAllocation {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        Ok(NodeType::FundingAllocation.id(&ctx.atlas()?.funding_allocations.get(self.ix).id))
    }

    /// Counts the writes to the row, from 1: what `expectedVersion` of a change of it names.
    async fn version(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(ctx.atlas()?.funding_allocations.get(self.ix).version)
    }

    /// Who may see it.
    async fn visibility(&self, ctx: &Context<'_>) -> Result<Visibility> {
        Ok(ctx
            .atlas()?
            .funding_allocations
            .get(self.ix)
            .visibility
            .into())
    }

    /// The body that keeps it, and sees it when it is private; null: the register itself.
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<Body>> {
        let atlas = ctx.atlas()?;
        let owner = atlas.funding_allocations.get(self.ix).owner.as_ref();
        let found = owner.and_then(|id| atlas.bodies.find(id));
        Ok(found.map(|ix| Body { ix, day: self.day }))
    }

    /// The stream.
    async fn stream(&self, ctx: &Context<'_>) -> Result<Option<FundingStream>> {
        let atlas = ctx.atlas()?;
        let found = atlas
            .funding_streams
            .find(&atlas.funding_allocations.get(self.ix).stream);
        Ok(found.map(|ix| FundingStream { ix, day: self.day }))
    }

    /// The service.
    async fn service(&self, ctx: &Context<'_>) -> Result<Option<Service>> {
        let atlas = ctx.atlas()?;
        let found = atlas
            .services
            .find(&atlas.funding_allocations.get(self.ix).service);
        Ok(found.map(|ix| Service { ix, day: self.day }))
    }

    /// The contract or grant by which it is committed; null: not on record.
    async fn contract(&self, ctx: &Context<'_>) -> Result<Option<Contract>> {
        let atlas = ctx.atlas()?;
        let id = atlas.funding_allocations.get(self.ix).contract.as_ref();
        let found = id.and_then(|id| atlas.contracts.find(id));
        Ok(found.map(|ix| Contract { ix, day: self.day }))
    }

    /// The year in which the financial year begins: 2026 is April 2026 to March 2027.
    async fn financial_year(&self, ctx: &Context<'_>) -> Result<u32> {
        Ok(ctx.atlas()?.funding_allocations.get(self.ix).financial_year)
    }

    /// What is committed, pounds.
    async fn committed(&self, ctx: &Context<'_>) -> Result<Money> {
        Ok(Money(
            ctx.atlas()?
                .funding_allocations
                .get(self.ix)
                .committed_pence,
        ))
    }

    /// What was spent, pounds; null: not on record, which is not nothing.
    async fn spent(&self, ctx: &Context<'_>) -> Result<Option<Money>> {
        Ok(ctx
            .atlas()?
            .funding_allocations
            .get(self.ix)
            .spent_pence
            .map(Money))
    }

    /// What was spent above what is committed, pounds; null: nothing, or not on record.
    async fn overspent(&self, ctx: &Context<'_>) -> Result<Option<Money>> {
        let row = ctx.atlas()?.funding_allocations.get(self.ix);
        let over = row.spent_pence.map(|spent| spent - row.committed_pence);
        Ok(over.filter(|over| *over > 0).map(Money))
    }

    /// Conditions of the stream that the service does not fit, as both stand now.
    async fn breaks(&self, ctx: &Context<'_>) -> Result<Vec<BrokenCondition>> {
        let atlas = ctx.atlas()?;
        let row = atlas.funding_allocations.get(self.ix);
        let stream = atlas.funding_streams.find(&row.stream);
        let both = stream.zip(atlas.services.find(&row.service));
        let found = both.map(|(stream, service)| broken(atlas, stream, service, self.day));
        Ok(found
            .unwrap_or_default()
            .into_iter()
            .map(Into::into)
            .collect())
    }

    /// What it rests on.
    async fn evidence(&self, ctx: &Context<'_>) -> Result<Option<Evidence>> {
        let atlas = ctx.atlas()?;
        let found = atlas
            .evidence
            .find(&atlas.funding_allocations.get(self.ix).evidence);
        Ok(found.map(Evidence))
    }
}

/// A condition of a stream that a service does not fit.
#[derive(SimpleObject, Clone)]
pub struct BrokenCondition {
    /// What it is on.
    pub kind: FundingConditionKind,
    /// What the stream allows, by id or code.
    pub allowed: Vec<String>,
    /// What the service has instead.
    pub found: Vec<String>,
}

impl From<Broken> for BrokenCondition {
    fn from(broken: Broken) -> Self {
        Self {
            kind: broken.kind.into(),
            allowed: broken.allowed,
            found: broken.found,
        }
    }
}

connection!(
    /// Allocations, page by page.
    FundingAllocationConnection,
    /// An allocation and its place in the list.
    FundingAllocationEdge,
    FundingAllocation
);

/// What allocations can be ordered by.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum FundingAllocationOrderField {
    /// Financial year.
    FinancialYear,
    /// What is committed.
    Committed,
    /// What was spent.
    Spent,
}
