//! Minimum offers.

use async_graphql::{Context, ID, Object, Result};
use chrono::NaiveDate;
use planning::facts as f;
use planning::standard::required;
use planning::table::Ix;

use super::body::Body;
use super::evidence::Evidence;
use super::offer::{Cohort, Offer};
use super::whole;
use crate::graphql::context::ContextExt;
use crate::graphql::enums::{Stage, Visibility};
use crate::graphql::id::NodeType;
use crate::graphql::page::connection;
use crate::graphql::scalars::Decimal;

/// A minimum offer: what every area should have, seen on a day.
#[derive(Clone, Copy)]
pub struct Standard {
    pub(crate) ix: Ix<f::Standard>,
    pub(crate) day: NaiveDate,
}

/// A minimum offer: what every area should have.
#[Object]
impl Standard {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        Ok(NodeType::Standard.id(&ctx.atlas()?.standards.get(self.ix).id))
    }

    /// Counts the writes to the row, from 1: what `expectedVersion` of a change of it names.
    async fn version(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(ctx.atlas()?.standards.get(self.ix).version)
    }

    /// Who may see it.
    async fn visibility(&self, ctx: &Context<'_>) -> Result<Visibility> {
        Ok(ctx.atlas()?.standards.get(self.ix).visibility.into())
    }

    /// The body that keeps it, and sees it when it is private; null: the register itself.
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<Body>> {
        let atlas = ctx.atlas()?;
        let owner = atlas.standards.get(self.ix).owner.as_ref();
        let found = owner.and_then(|id| atlas.bodies.find(id));
        Ok(found.map(|ix| Body { ix, day: self.day }))
    }

    /// What it is called.
    async fn name<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.standards.get(self.ix).name)
    }

    /// What it is for.
    async fn purpose<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.standards.get(self.ix).purpose)
    }

    /// What it rests on.
    async fn evidence(&self, ctx: &Context<'_>) -> Result<Option<Evidence>> {
        let atlas = ctx.atlas()?;
        let found = atlas.evidence.find(&atlas.standards.get(self.ix).evidence);
        Ok(found.map(Evidence))
    }

    /// Its lines, in its own order.
    async fn lines(&self, ctx: &Context<'_>) -> Result<Vec<StandardLine>> {
        let rows = ctx.atlas()?.lines_of_standard(self.ix).iter();
        Ok(rows.map(|ix| StandardLine(*ix)).collect())
    }
}

connection!(
    /// Minimum offers, page by page.
    StandardConnection,
    /// A minimum offer and its place in the list.
    StandardEdge,
    Standard
);

/// One thing that a minimum offer asks of every area, seen on a day.
#[derive(Clone, Copy)]
pub struct StandardLine(pub(crate) Ix<f::StandardLine>);

/// One thing that a minimum offer asks of every area.
#[Object]
impl StandardLine {
    /// Its place, from 1.
    async fn position(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(whole(ctx.atlas()?.standard_lines.get(self.0).position))
    }

    /// The offer.
    async fn offer(&self, ctx: &Context<'_>) -> Result<Option<Offer>> {
        let atlas = ctx.atlas()?;
        let found = atlas.offers.find(&atlas.standard_lines.get(self.0).offer);
        Ok(found.map(Offer))
    }

    /// For whom.
    async fn cohort(&self, ctx: &Context<'_>) -> Result<Option<Cohort>> {
        let atlas = ctx.atlas()?;
        let found = atlas.cohorts.find(&atlas.standard_lines.get(self.0).cohort);
        Ok(found.map(Cohort))
    }

    /// At which justice stage; null: wherever the offer is made.
    async fn stage(&self, ctx: &Context<'_>) -> Result<Option<Stage>> {
        Ok(ctx
            .atlas()?
            .standard_lines
            .get(self.0)
            .stage
            .map(Into::into))
    }

    /// Places for every thousand people in need; null: any provision meets it.
    async fn per_thousand(&self, ctx: &Context<'_>) -> Result<Option<Decimal>> {
        Ok(ctx
            .atlas()?
            .standard_lines
            .get(self.0)
            .per_thousand_millionths
            .map(Decimal::of_millionths))
    }

    /// Places a year that so many people in need ask for, rounded up to whole places; null: any provision meets it.
    async fn places_for(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "People in need: a whole count, 0 or more.")] people: u32,
    ) -> Result<Option<i64>> {
        let row = ctx.atlas()?.standard_lines.get(self.0);
        let rate = row.per_thousand_millionths;
        let rate = rate.and_then(|rate| u64::try_from(rate).ok());
        Ok(rate.map(|rate| whole(required(rate, u64::from(people)))))
    }

    /// What it rests on.
    async fn note<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        Ok(ctx.atlas()?.standard_lines.get(self.0).note.as_deref())
    }
}
