//! Funding streams: money that can be spent on services.

use std::collections::BTreeSet;

use async_graphql::{Context, Enum, ID, Object, Result};
use chrono::NaiveDate;
use planning::facts as f;
use planning::money::headroom::headroom;
use planning::table::Ix;

use super::allocation::FundingAllocation;
use super::area::Area;
use super::body::Body;
use super::contract::Contract;
use super::evidence::Evidence;
use super::funding_terms::{FundingCondition, FundingYear};
use super::headroom::Headroom;
use super::offer::Cohort;
use crate::graphql::context::ContextExt;
use crate::graphql::enums::{Stated, Visibility};
use crate::graphql::id::NodeType;
use crate::graphql::page::connection;
use crate::graphql::scalars::{Money, PartialDate};

/// A funding stream, seen on a day.
#[derive(Clone, Copy)]
pub struct FundingStream {
    pub(crate) ix: Ix<f::FundingStream>,
    pub(crate) day: NaiveDate,
}

/// Money that can be spent on services, under conditions and for a time. It is no contract: what of it was spent, and on what, is on record only where a contract says so.
#[Object]
impl FundingStream {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        Ok(NodeType::FundingStream.id(&ctx.atlas()?.funding_streams.get(self.ix).id))
    }

    /// Counts the writes to the row, from 1: what `expectedVersion` of a change of it names.
    async fn version(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(ctx.atlas()?.funding_streams.get(self.ix).version)
    }

    /// Who may see it.
    async fn visibility(&self, ctx: &Context<'_>) -> Result<Visibility> {
        Ok(ctx.atlas()?.funding_streams.get(self.ix).visibility.into())
    }

    /// The body that keeps it, and sees it when it is private; null: the register itself.
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<Body>> {
        let atlas = ctx.atlas()?;
        let owner = atlas.funding_streams.get(self.ix).owner.as_ref();
        Ok(owner
            .and_then(|id| atlas.bodies.find(id))
            .map(|ix| Body { ix, day: self.day }))
    }

    /// What its funder calls it.
    async fn name<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.funding_streams.get(self.ix).name)
    }

    /// Whose money it is.
    async fn funder(&self, ctx: &Context<'_>) -> Result<Option<Body>> {
        let atlas = ctx.atlas()?;
        let funder = atlas
            .bodies
            .find(&atlas.funding_streams.get(self.ix).funder);
        Ok(funder.map(|ix| Body { ix, day: self.day }))
    }

    /// What it is for, in our words.
    async fn purpose<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.funding_streams.get(self.ix).purpose)
    }

    /// Where it may be spent; null: no area is stated.
    async fn area(&self, ctx: &Context<'_>) -> Result<Option<Area>> {
        let atlas = ctx.atlas()?;
        let area = atlas.funding_streams.get(self.ix).area.as_ref();
        Ok(area
            .and_then(|id| atlas.areas.find(id))
            .map(|ix| Area { ix, day: self.day }))
    }

    /// For whom.
    async fn cohort(&self, ctx: &Context<'_>) -> Result<Option<Cohort>> {
        let atlas = ctx.atlas()?;
        let cohort = atlas
            .cohorts
            .find(&atlas.funding_streams.get(self.ix).cohort);
        Ok(cohort.map(Cohort))
    }

    /// Whether it may be spent on nothing else.
    async fn ring_fenced(&self, ctx: &Context<'_>) -> Result<Stated> {
        Ok(ctx.atlas()?.funding_streams.get(self.ix).ring_fenced.into())
    }

    /// Whether it comes again each year.
    async fn recurrent(&self, ctx: &Context<'_>) -> Result<Stated> {
        Ok(ctx.atlas()?.funding_streams.get(self.ix).recurrent.into())
    }

    /// Whether it counts towards the Mental Health Investment Standard of the NHS in England.
    async fn inside_mhis(&self, ctx: &Context<'_>) -> Result<Stated> {
        Ok(ctx.atlas()?.funding_streams.get(self.ix).inside_mhis.into())
    }

    /// First day; null: not on record.
    async fn starts_on(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        let row = ctx.atlas()?.funding_streams.get(self.ix);
        Ok(row.starts_on.map(PartialDate))
    }

    /// Last day; null: not on record, which is not "without end".
    async fn ends_on(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        let row = ctx.atlas()?.funding_streams.get(self.ix);
        Ok(row.ends_on.map(PartialDate))
    }

    /// All of it over its period, in pounds; null: not on record.
    async fn amount(&self, ctx: &Context<'_>) -> Result<Option<Money>> {
        let row = ctx.atlas()?.funding_streams.get(self.ix);
        Ok(row.amount_pence.map(Money))
    }

    /// Its conditions: those of one kind are alternatives, all kinds hold. None: none is stated, which is not "free".
    async fn conditions(&self, ctx: &Context<'_>) -> Result<Vec<FundingCondition>> {
        let rows = ctx.atlas()?.conditions_of_stream(self.ix).iter();
        Ok(rows
            .map(|ix| FundingCondition {
                ix: *ix,
                day: self.day,
            })
            .collect())
    }

    /// What it has in each financial year, where that is on record.
    async fn years(&self, ctx: &Context<'_>) -> Result<Vec<FundingYear>> {
        let rows = ctx.atlas()?.years_of_stream(self.ix).iter();
        Ok(rows.map(|ix| FundingYear(*ix)).collect())
    }

    /// What is allocated of it, by id.
    async fn allocations(&self, ctx: &Context<'_>) -> Result<Vec<FundingAllocation>> {
        let rows = ctx.atlas()?.allocations_of_stream(self.ix).iter();
        Ok(rows
            .map(|ix| FundingAllocation {
                ix: *ix,
                day: self.day,
            })
            .collect())
    }

    /// The contracts and grants by which it is committed, by id.
    async fn awards(&self, ctx: &Context<'_>) -> Result<Vec<Contract>> {
        let atlas = ctx.atlas()?;
        let rows = atlas.allocations_of_stream(self.ix).iter();
        let named = rows.filter_map(|ix| {
            let contract = &atlas.funding_allocations.get(*ix).contract;
            contract.as_ref().and_then(|id| atlas.contracts.find(id))
        });
        let found: BTreeSet<Ix<f::Contract>> = named.collect();
        let day = self.day;
        Ok(found.into_iter().map(|ix| Contract { ix, day }).collect())
    }

    /// What it has for a financial year, what is taken of it, and what is left.
    async fn headroom(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "The year in which the financial year begins: 2026 is April 2026 to March 2027; that of the day by default."
        )]
        financial_year: Option<u32>,
    ) -> Result<Headroom> {
        let year = financial_year.unwrap_or_else(|| planning::money::financial_year(self.day));
        let found = headroom(ctx.atlas()?, self.ix, year, None);
        Ok(Headroom::of(found, year))
    }

    /// What it rests on.
    async fn evidence(&self, ctx: &Context<'_>) -> Result<Option<Evidence>> {
        let atlas = ctx.atlas()?;
        let evidence = atlas
            .evidence
            .find(&atlas.funding_streams.get(self.ix).evidence);
        Ok(evidence.map(Evidence))
    }
}

connection!(
    /// Funding streams, page by page.
    FundingStreamConnection,
    /// A funding stream and its place in the list.
    FundingStreamEdge,
    FundingStream
);

/// What funding streams can be ordered by.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum FundingStreamOrderField {
    /// Name.
    Name,
    /// Last day.
    EndsOn,
    /// All of it over its period.
    Amount,
}
