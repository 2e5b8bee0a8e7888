//! The conditions and years of funding streams.

use async_graphql::{Context, Object, Result};
use chrono::NaiveDate;
use planning::facts as f;
use planning::table::Ix;

use super::area::Area;
use super::body::Body;
use super::offer::{Cohort, Offer};
use crate::graphql::context::ContextExt;
use crate::graphql::enums::{FundingConditionKind, Stage};
use crate::graphql::scalars::Money;

/// A condition of a funding stream. Those of one kind are alternatives; all kinds hold, seen on a day.
#[derive(Clone, Copy)]
pub struct FundingCondition {
    pub(crate) ix: Ix<f::FundingCondition>,
    pub(crate) day: NaiveDate,
}

/// A condition of a funding stream. Conditions of one kind are alternatives; all kinds hold.
#[Object]
impl FundingCondition {
    /// What it is on.
    async fn kind(&self, ctx: &Context<'_>) -> Result<FundingConditionKind> {
        Ok(ctx.atlas()?.funding_conditions.get(self.ix).kind.into())
    }

    /// The offer, of a condition on offers.
    async fn offer(&self, ctx: &Context<'_>) -> Result<Option<Offer>> {
        let atlas = ctx.atlas()?;
        let id = atlas.funding_conditions.get(self.ix).offer.as_ref();
        let found = id.and_then(|id| atlas.offers.find(id));
        Ok(found.map(Offer))
    }

    /// The stage, of a condition on stages.
    async fn stage(&self, ctx: &Context<'_>) -> Result<Option<Stage>> {
        Ok(ctx
            .atlas()?
            .funding_conditions
            .get(self.ix)
            .stage
            .map(Into::into))
    }

    /// The area, of a condition on areas.
    async fn area(&self, ctx: &Context<'_>) -> Result<Option<Area>> {
        let atlas = ctx.atlas()?;
        let id = atlas.funding_conditions.get(self.ix).area.as_ref();
        let found = id.and_then(|id| atlas.areas.find(id));
        Ok(found.map(|ix| Area { ix, day: self.day }))
    }

    /// The cohort, of a condition on cohorts.
    async fn cohort(&self, ctx: &Context<'_>) -> Result<Option<Cohort>> {
        let atlas = ctx.atlas()?;
        let id = atlas.funding_conditions.get(self.ix).cohort.as_ref();
        let found = id.and_then(|id| atlas.cohorts.find(id));
        Ok(found.map(Cohort))
    }

    /// The body, of a condition on bodies.
    async fn body(&self, ctx: &Context<'_>) -> Result<Option<Body>> {
        let atlas = ctx.atlas()?;
        let id = atlas.funding_conditions.get(self.ix).body.as_ref();
        let found = id.and_then(|id| atlas.bodies.find(id));
        Ok(found.map(|ix| Body { ix, day: self.day }))
    }

    /// The kind of body, of a condition on kinds of bodies.
    async fn body_kind<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        Ok(ctx
            .atlas()?
            .funding_conditions
            .get(self.ix)
            .body_kind
            .as_deref())
    }
}

/// What a funding stream has in one financial year, seen on a day.
#[derive(Clone, Copy)]
pub struct FundingYear(pub(crate) Ix<f::FundingYear>);

/// What a funding stream has in one financial year, where that is on record.
#[Object]
impl FundingYear {
    /// The year in which the financial year begins: 2026 is April 2026 to March 2027.
    async fn financial_year(&self, ctx: &Context<'_>) -> Result<u32> {
        Ok(ctx.atlas()?.funding_years.get(self.0).financial_year)
    }

    /// What it has that year, pounds.
    async fn amount(&self, ctx: &Context<'_>) -> Result<Money> {
        Ok(Money(ctx.atlas()?.funding_years.get(self.0).amount_pence))
    }
}
