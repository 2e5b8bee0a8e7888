//! What organisations can apply for, and what is asked of them.

use async_graphql::{Context, ID, Object, Result};
use chrono::NaiveDate;
use planning::facts as f;
use planning::table::Ix;

use super::area::Area;
use super::body::Body;
use super::evidence::Evidence;
use super::offer::{Cohort, Offer};
use super::service::Service;
use super::whole;
use crate::graphql::context::ContextExt;
use crate::graphql::enums::{OpeningConditionKind, OpeningKind, OpeningStatus, Visibility};
use crate::graphql::id::NodeType;
use crate::graphql::scalars::{Money, PartialDate};

/// A grant, tender, lot or other funding that organisations can, could or will be able to apply for, seen on a day.
#[derive(Clone, Copy)]
pub struct Opening {
    pub(crate) ix: Ix<f::Opening>,
    pub(crate) day: NaiveDate,
}

/// A grant, tender, lot or other funding that organisations can, could or will be able to apply for. Closed ones stay, as the pattern of what to expect when.
#[Object]
impl Opening {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        Ok(NodeType::Opening.id(&ctx.atlas()?.openings.get(self.ix).id))
    }

    /// Counts the writes to the row, from 1: what `expectedVersion` of a change of it names.
    async fn version(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(ctx.atlas()?.openings.get(self.ix).version)
    }

    /// Who may see it.
    async fn visibility(&self, ctx: &Context<'_>) -> Result<Visibility> {
        Ok(ctx.atlas()?.openings.get(self.ix).visibility.into())
    }

    /// The body that keeps it, and sees it when it is private; null: the register itself.
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<Body>> {
        let atlas = ctx.atlas()?;
        let owner = atlas.openings.get(self.ix).owner.as_ref();
        let found = owner.and_then(|id| atlas.bodies.find(id));
        Ok(found.map(|ix| Body { ix, day: self.day }))
    }

    /// What its funder calls it.
    async fn title<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.openings.get(self.ix).title)
    }

    /// Whose money it is.
    async fn funder(&self, ctx: &Context<'_>) -> Result<Option<Body>> {
        let atlas = ctx.atlas()?;
        let found = atlas.bodies.find(&atlas.openings.get(self.ix).funder);
        Ok(found.map(|ix| Body { ix, day: self.day }))
    }

    /// The funder in the words of the source.
    async fn funder_as_stated<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        Ok(ctx
            .atlas()?
            .openings
            .get(self.ix)
            .funder_as_stated
            .as_deref())
    }

    /// What kind of funding it is.
    async fn kind(&self, ctx: &Context<'_>) -> Result<OpeningKind> {
        Ok(ctx.atlas()?.openings.get(self.ix).kind.into())
    }

    /// What it is for, in your own words.
    async fn purpose<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.openings.get(self.ix).purpose)
    }

    /// For whom.
    async fn cohort(&self, ctx: &Context<'_>) -> Result<Option<Cohort>> {
        let atlas = ctx.atlas()?;
        let found = atlas.cohorts.find(&atlas.openings.get(self.ix).cohort);
        Ok(found.map(Cohort))
    }

    /// For whom, in the words of the source.
    async fn cohort_as_stated<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        Ok(ctx
            .atlas()?
            .openings
            .get(self.ix)
            .cohort_as_stated
            .as_deref())
    }

    /// Where it may be spent; empty: not stated.
    async fn areas(&self, ctx: &Context<'_>) -> Result<Vec<Area>> {
        let atlas = ctx.atlas()?;
        let ids = atlas.openings.get(self.ix).areas.iter();
        let found = ids.filter_map(|id| atlas.areas.find(id));
        Ok(found.map(|ix| Area { ix, day: self.day }).collect())
    }

    /// What it would buy, by code; empty: not stated.
    async fn offers(&self, ctx: &Context<'_>) -> Result<Vec<Offer>> {
        let atlas = ctx.atlas()?;
        let ids = atlas.openings.get(self.ix).offers.iter();
        let found = ids.filter_map(|id| atlas.offers.find(id));
        Ok(found.map(Offer).collect())
    }

    /// First day of applications; null: not on record.
    async fn opens_on(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        Ok(ctx.atlas()?.openings.get(self.ix).opens_on.map(PartialDate))
    }

    /// Last day of applications; null: not on record.
    async fn closes_on(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        Ok(ctx
            .atlas()?
            .openings
            .get(self.ix)
            .closes_on
            .map(PartialDate))
    }

    /// First day of the work; null: not on record.
    async fn starts_on(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        Ok(ctx
            .atlas()?
            .openings
            .get(self.ix)
            .starts_on
            .map(PartialDate))
    }

    /// How long the work lasts, months; null: not on record.
    async fn duration_months(&self, ctx: &Context<'_>) -> Result<Option<i64>> {
        Ok(ctx
            .atlas()?
            .openings
            .get(self.ix)
            .duration_months
            .map(whole))
    }

    /// Least award, pounds; null: not on record.
    async fn min_award(&self, ctx: &Context<'_>) -> Result<Option<Money>> {
        Ok(ctx
            .atlas()?
            .openings
            .get(self.ix)
            .min_award_pence
            .map(Money))
    }

    /// Greatest award, pounds; null: not on record.
    async fn max_award(&self, ctx: &Context<'_>) -> Result<Option<Money>> {
        Ok(ctx
            .atlas()?
            .openings
            .get(self.ix)
            .max_award_pence
            .map(Money))
    }

    /// What least and greatest award are of: a year, or the whole term.
    async fn award_basis<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        Ok(ctx.atlas()?.openings.get(self.ix).award_basis.as_deref())
    }

    /// All that is to be given, pounds; null: not on record.
    async fn total(&self, ctx: &Context<'_>) -> Result<Option<Money>> {
        Ok(ctx.atlas()?.openings.get(self.ix).total_pence.map(Money))
    }

    /// What the source says of it.
    async fn status(&self, ctx: &Context<'_>) -> Result<OpeningStatus> {
        Ok(ctx.atlas()?.openings.get(self.ix).status.into())
    }

    /// The reference of its notice.
    async fn reference<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        Ok(ctx.atlas()?.openings.get(self.ix).reference.as_deref())
    }

    /// The opening that it is a lot of.
    async fn part_of(&self, ctx: &Context<'_>) -> Result<Option<Opening>> {
        let atlas = ctx.atlas()?;
        let id = atlas.openings.get(self.ix).part_of.as_ref();
        let found = id.and_then(|id| atlas.openings.find(id));
        Ok(found.map(|ix| Opening { ix, day: self.day }))
    }

    /// The service that does the work now.
    async fn service(&self, ctx: &Context<'_>) -> Result<Option<Service>> {
        let atlas = ctx.atlas()?;
        let id = atlas.openings.get(self.ix).service.as_ref();
        let found = id.and_then(|id| atlas.services.find(id));
        Ok(found.map(|ix| Service { ix, day: self.day }))
    }

    /// What it rests on.
    async fn evidence(&self, ctx: &Context<'_>) -> Result<Option<Evidence>> {
        let atlas = ctx.atlas()?;
        let found = atlas.evidence.find(&atlas.openings.get(self.ix).evidence);
        Ok(found.map(Evidence))
    }

    /// What it asks of those who apply.
    async fn conditions(&self, ctx: &Context<'_>) -> Result<Vec<OpeningCondition>> {
        let rows = ctx.atlas()?.conditions_of_opening(self.ix).iter();
        Ok(rows
            .map(|ix| OpeningCondition {
                ix: *ix,
                day: self.day,
            })
            .collect())
    }
}

/// What a notice asks of those who apply, seen on a day.
#[derive(Clone, Copy)]
pub struct OpeningCondition {
    pub(crate) ix: Ix<f::OpeningCondition>,
    pub(crate) day: NaiveDate,
}

/// What a notice asks of those who apply. What it does not ask is not stated: no condition says that it is free.
#[Object]
impl OpeningCondition {
    /// What it is about.
    async fn kind(&self, ctx: &Context<'_>) -> Result<OpeningConditionKind> {
        Ok(ctx.atlas()?.opening_conditions.get(self.ix).kind.into())
    }

    /// The codes that it allows, joined with `;`: legal forms, communities, a framework, or `required`, `allowed` or `refused` for a consortium.
    async fn words<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        Ok(ctx
            .atlas()?
            .opening_conditions
            .get(self.ix)
            .words
            .as_deref())
    }

    /// The turnover that it names, pounds; null: not on record.
    async fn amount(&self, ctx: &Context<'_>) -> Result<Option<Money>> {
        Ok(ctx
            .atlas()?
            .opening_conditions
            .get(self.ix)
            .pence
            .map(Money))
    }

    /// The share that it names, in thousandths; null: not on record.
    async fn permille(&self, ctx: &Context<'_>) -> Result<Option<i64>> {
        Ok(ctx
            .atlas()?
            .opening_conditions
            .get(self.ix)
            .permille
            .map(whole))
    }

    /// The areas that it names.
    async fn areas(&self, ctx: &Context<'_>) -> Result<Vec<Area>> {
        let atlas = ctx.atlas()?;
        let ids = atlas.opening_conditions.get(self.ix).areas.iter();
        let found = ids.filter_map(|id| atlas.areas.find(id));
        Ok(found.map(|ix| Area { ix, day: self.day }).collect())
    }

    /// The cohort that it names.
    async fn cohort(&self, ctx: &Context<'_>) -> Result<Option<Cohort>> {
        let atlas = ctx.atlas()?;
        let id = atlas.opening_conditions.get(self.ix).cohort.as_ref();
        let found = id.and_then(|id| atlas.cohorts.find(id));
        Ok(found.map(Cohort))
    }

    /// What it asks, in your own words.
    async fn statement<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.opening_conditions.get(self.ix).statement)
    }
}
