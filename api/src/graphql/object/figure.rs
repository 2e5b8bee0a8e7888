//! Published figures and statements.

use async_graphql::{Context, ID, Object, Result};
use chrono::NaiveDate;
use planning::facts as f;
use planning::table::Ix;

use super::area::Area;
use super::evidence::{Evidence, Source};
use super::offer::{Cohort, Offer};
use crate::graphql::context::ContextExt;
use crate::graphql::id::NodeType;
use crate::graphql::page::connection;
use crate::graphql::scalars::PartialDate;

/// A published figure.
#[derive(Clone, Copy)]
pub struct Figure(pub Ix<f::Figure>);

/// A published figure with its definition. Figures that conflict stand side by side; nothing averages them.
#[Object]
impl Figure {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        Ok(NodeType::Figure.id(&ctx.atlas()?.figures.get(self.0).id))
    }

    /// What it counts.
    async fn statement<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.figures.get(self.0).statement)
    }

    /// The value as published.
    async fn value<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.figures.get(self.0).value)
    }

    /// Its unit.
    async fn unit<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.figures.get(self.0).unit)
    }

    /// Its year or years as published; null: not stated.
    async fn year<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        let year = ctx.atlas()?.figures.get(self.0).year.as_str();
        Ok((!year.is_empty()).then_some(year))
    }

    /// Its geography as published.
    async fn geography<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.figures.get(self.0).geography)
    }

    /// Whom it counts.
    async fn population<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.figures.get(self.0).population)
    }

    /// Its source.
    async fn source(&self, ctx: &Context<'_>) -> Result<Option<Source>> {
        let atlas = ctx.atlas()?;
        Ok(atlas
            .sources
            .find(&atlas.figures.get(self.0).source)
            .map(Source))
    }
}

connection!(
    /// Published figures, page by page.
    FigureConnection,
    /// A published figure and its place in the list.
    FigureEdge,
    Figure
);

/// A statement, seen on a day.
#[derive(Clone, Copy)]
pub struct Statement {
    pub(crate) ix: Ix<f::Statement>,
    pub(crate) day: NaiveDate,
}

/// What a report or body says that is no record of coverage: a practice, a claim without a place, an overlap, a finding about an area.
#[Object]
impl Statement {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        Ok(NodeType::Statement.id(&ctx.atlas()?.statements.get(self.ix).id))
    }

    /// `practice`, `claim_without_place`, `overlap`, `area_statement`, …
    async fn kind<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.statements.get(self.ix).kind)
    }

    /// The offer that it speaks of; null: none that is coded.
    async fn offer(&self, ctx: &Context<'_>) -> Result<Option<Offer>> {
        let atlas = ctx.atlas()?;
        let offer = atlas.statements.get(self.ix).offer.as_ref();
        Ok(offer.and_then(|id| atlas.offers.find(id)).map(Offer))
    }

    /// The place that it speaks of; null: it names none.
    async fn area(&self, ctx: &Context<'_>) -> Result<Option<Area>> {
        let atlas = ctx.atlas()?;
        let area = atlas.statements.get(self.ix).area.as_ref();
        Ok(area
            .and_then(|id| atlas.areas.find(id))
            .map(|ix| Area { ix, day: self.day }))
    }

    /// Of whom.
    async fn cohort(&self, ctx: &Context<'_>) -> Result<Option<Cohort>> {
        let atlas = ctx.atlas()?;
        Ok(atlas
            .cohorts
            .find(&atlas.statements.get(self.ix).cohort)
            .map(Cohort))
    }

    /// As of when; null: not on record.
    async fn as_of(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        Ok(ctx.atlas()?.statements.get(self.ix).as_of.map(PartialDate))
    }

    /// What it says and where it comes from.
    async fn evidence(&self, ctx: &Context<'_>) -> Result<Option<Evidence>> {
        let atlas = ctx.atlas()?;
        Ok(atlas
            .evidence
            .find(&atlas.statements.get(self.ix).evidence)
            .map(Evidence))
    }
}

connection!(
    /// Statements, page by page.
    StatementConnection,
    /// A statement and its place in the list.
    StatementEdge,
    Statement
);
