//! Need and unit costs.

use async_graphql::{Context, ID, Object, Result};
use chrono::NaiveDate;
use planning::facts as f;
use planning::table::Ix;

use super::area::Area;
use super::body::Body;
use super::evidence::Evidence;
use super::offer::{Cohort, Offer};
use super::whole;
use crate::graphql::context::ContextExt;
use crate::graphql::enums::{CostUnit, Visibility};
use crate::graphql::id::NodeType;
use crate::graphql::page::connection;
use crate::graphql::scalars::Money;

/// How many people need an offer in an area, as somebody estimated it, seen on a day.
#[derive(Clone, Copy)]
pub struct Need {
    pub(crate) ix: Ix<f::Need>,
    pub(crate) day: NaiveDate,
}

/// How many people need an offer in an area, as somebody estimated it: low, central and high.
#[Object]
impl Need {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        Ok(NodeType::Need.id(&ctx.atlas()?.needs.get(self.ix).id))
    }

    /// Counts the writes to the row, from 1: what `expectedVersion` of a change of it names.
    async fn version(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(ctx.atlas()?.needs.get(self.ix).version)
    }

    /// Who may see it.
    async fn visibility(&self, ctx: &Context<'_>) -> Result<Visibility> {
        Ok(ctx.atlas()?.needs.get(self.ix).visibility.into())
    }

    /// The body that keeps it, and sees it when it is private; null: the register itself.
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<Body>> {
        let atlas = ctx.atlas()?;
        let owner = atlas.needs.get(self.ix).owner.as_ref();
        let found = owner.and_then(|id| atlas.bodies.find(id));
        Ok(found.map(|ix| Body { ix, day: self.day }))
    }

    /// The area.
    async fn area(&self, ctx: &Context<'_>) -> Result<Option<Area>> {
        let atlas = ctx.atlas()?;
        let found = atlas.areas.find(&atlas.needs.get(self.ix).area);
        Ok(found.map(|ix| Area { ix, day: self.day }))
    }

    /// What they need.
    async fn offer(&self, ctx: &Context<'_>) -> Result<Option<Offer>> {
        let atlas = ctx.atlas()?;
        let found = atlas.offers.find(&atlas.needs.get(self.ix).offer);
        Ok(found.map(Offer))
    }

    /// Of whom.
    async fn cohort(&self, ctx: &Context<'_>) -> Result<Option<Cohort>> {
        let atlas = ctx.atlas()?;
        let found = atlas.cohorts.find(&atlas.needs.get(self.ix).cohort);
        Ok(found.map(Cohort))
    }

    /// Low estimate.
    async fn people_low(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(whole(ctx.atlas()?.needs.get(self.ix).people_low))
    }

    /// Central estimate.
    async fn people(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(whole(ctx.atlas()?.needs.get(self.ix).people))
    }

    /// High estimate.
    async fn people_high(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(whole(ctx.atlas()?.needs.get(self.ix).people_high))
    }

    /// What is counted: people in a year, people on a day, orders in a year.
    async fn period<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.needs.get(self.ix).period)
    }

    /// How it was estimated, with the year of the survey that it rests on.
    async fn method<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.needs.get(self.ix).method)
    }

    /// What it rests on.
    async fn evidence(&self, ctx: &Context<'_>) -> Result<Option<Evidence>> {
        let atlas = ctx.atlas()?;
        let found = atlas.evidence.find(&atlas.needs.get(self.ix).evidence);
        Ok(found.map(Evidence))
    }
}

/// What one unit of an offer costs, as a range, seen on a day.
#[derive(Clone, Copy)]
pub struct UnitCost {
    pub(crate) ix: Ix<f::UnitCost>,
    pub(crate) day: NaiveDate,
}

/// What one unit of an offer costs, as a range.
#[Object]
impl UnitCost {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        Ok(NodeType::UnitCost.id(&ctx.atlas()?.unit_costs.get(self.ix).id))
    }

    /// Counts the writes to the row, from 1: what `expectedVersion` of a change of it names.
    async fn version(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(ctx.atlas()?.unit_costs.get(self.ix).version)
    }

    /// Who may see it.
    async fn visibility(&self, ctx: &Context<'_>) -> Result<Visibility> {
        Ok(ctx.atlas()?.unit_costs.get(self.ix).visibility.into())
    }

    /// The body that keeps it, and sees it when it is private; null: the register itself.
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<Body>> {
        let atlas = ctx.atlas()?;
        let owner = atlas.unit_costs.get(self.ix).owner.as_ref();
        let found = owner.and_then(|id| atlas.bodies.find(id));
        Ok(found.map(|ix| Body { ix, day: self.day }))
    }

    /// The offer.
    async fn offer(&self, ctx: &Context<'_>) -> Result<Option<Offer>> {
        let atlas = ctx.atlas()?;
        let found = atlas.offers.find(&atlas.unit_costs.get(self.ix).offer);
        Ok(found.map(Offer))
    }

    /// Where; null: anywhere.
    async fn area(&self, ctx: &Context<'_>) -> Result<Option<Area>> {
        let atlas = ctx.atlas()?;
        let id = atlas.unit_costs.get(self.ix).area.as_ref();
        let found = id.and_then(|id| atlas.areas.find(id));
        Ok(found.map(|ix| Area { ix, day: self.day }))
    }

    /// What one unit is.
    async fn unit(&self, ctx: &Context<'_>) -> Result<CostUnit> {
        Ok(ctx.atlas()?.unit_costs.get(self.ix).unit.into())
    }

    /// Low estimate, pounds.
    async fn low(&self, ctx: &Context<'_>) -> Result<Money> {
        Ok(Money(ctx.atlas()?.unit_costs.get(self.ix).low_pence))
    }

    /// Central estimate, pounds.
    async fn central(&self, ctx: &Context<'_>) -> Result<Money> {
        Ok(Money(ctx.atlas()?.unit_costs.get(self.ix).central_pence))
    }

    /// High estimate, pounds.
    async fn high(&self, ctx: &Context<'_>) -> Result<Money> {
        Ok(Money(ctx.atlas()?.unit_costs.get(self.ix).high_pence))
    }

    /// What it rests on.
    async fn evidence(&self, ctx: &Context<'_>) -> Result<Option<Evidence>> {
        let atlas = ctx.atlas()?;
        let found = atlas.evidence.find(&atlas.unit_costs.get(self.ix).evidence);
        Ok(found.map(Evidence))
    }
}

connection!(
    /// Needs, page by page.
    NeedConnection,
    /// A need and its place in the list.
    NeedEdge,
    Need
);

connection!(
    /// Unit costs, page by page.
    UnitCostConnection,
    /// A unit cost and its place in the list.
    UnitCostEdge,
    UnitCost
);
