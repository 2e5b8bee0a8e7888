//! What organisations can apply for, and what is asked of them.

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use chrono::NaiveDate;
use planning::facts as f;
use planning::openings::{when, yearly_value};
use planning::table::Ix;

use super::area::Area;
use super::body::Body;
use super::evidence::Evidence;
use super::offer::{Cohort, Offer};
use super::service::Service;
use super::whole;
use crate::graphql::context::ContextExt;
use crate::graphql::enums::{
    OpeningConditionKind, OpeningKind, OpeningStanding, OpeningStatus, Visibility,
};
use crate::graphql::id::NodeType;
use crate::graphql::page::connection;
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

    /// What least and greatest award are of: `a_year`, `whole_award` or `lot`; null: not stated.
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

    /// Its lots and other parts, by id.
    async fn lots(&self, ctx: &Context<'_>) -> Result<Vec<Opening>> {
        let lots = ctx.atlas()?.lots_of_opening(self.ix).iter();
        Ok(lots
            .map(|ix| Opening {
                ix: *ix,
                day: self.day,
            })
            .collect())
    }

    /// What can be done about it on the day, by its dates before the word of its source.
    async fn standing(&self, ctx: &Context<'_>) -> Result<OpeningStanding> {
        let row = ctx.atlas()?.openings.get(self.ix);
        Ok(when(row, self.day).standing.into())
    }

    /// Days until the last day of applications, that day not counted; null unless it is open.
    async fn days_left(&self, ctx: &Context<'_>) -> Result<Option<i64>> {
        Ok(when(ctx.atlas()?.openings.get(self.ix), self.day).days_left)
    }

    /// Days until the first day of applications; null unless that is on record and to come.
    async fn days_until_open(&self, ctx: &Context<'_>) -> Result<Option<i64>> {
        Ok(when(ctx.atlas()?.openings.get(self.ix), self.day).days_until_open)
    }

    /// What a year of it is worth: of the greatest award, else the least; of one contract, else all of it. Null: not on record, or for a term that is not.
    async fn yearly_value(&self, ctx: &Context<'_>) -> Result<Option<OpeningYearlyValue>> {
        let value = yearly_value(ctx.atlas()?.openings.get(self.ix));
        Ok(value.map(|value| OpeningYearlyValue {
            least: Money(value.least_pence),
            most: Money(value.most_pence),
        }))
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

/// What an opening is worth a year, on every reading that its source leaves open. Nothing is averaged.
#[derive(SimpleObject, Clone, Copy)]
pub struct OpeningYearlyValue {
    /// The least that a year of it can be.
    pub least: Money,
    /// The most that a year of it can be.
    pub most: Money,
}

connection!(
    /// Openings, page by page.
    OpeningConnection,
    /// An opening and its place in the list.
    OpeningEdge,
    Opening
);

/// What openings can be ordered by.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpeningOrderField {
    /// Title.
    Title,
    /// First day of applications.
    OpensOn,
    /// Last day of applications.
    ClosesOn,
    /// Greatest award.
    MaxAward,
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

    /// The codes that it allows, joined with `;`: legal forms, cohorts, communities (with `board` or `staff` for a share of them), a framework, `cohort:…` or `offer:…` for a specialism, and `allowed`, `refused`, `required`, `lead` or `partner` for a consortium. `uncoded`: others than the codes name are meant too; `narrower`: a part of the areas alone; the statement says which.
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
