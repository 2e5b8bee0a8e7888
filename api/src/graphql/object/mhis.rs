//! Reports for the Mental Health Investment Standard.

use async_graphql::{Context, ID, Object, Result};
use chrono::NaiveDate;
use planning::facts as f;
use planning::table::Ix;

use super::area::Area;
use super::body::Body;
use super::evidence::Evidence;
use super::service::Service;
use crate::graphql::context::ContextExt;
use crate::graphql::enums::{Stated, Visibility};
use crate::graphql::id::NodeType;
use crate::graphql::scalars::{Decimal, Money};

/// What an integrated care board reports for the Mental Health Investment Standard in one financial year, seen on a day.
#[derive(Clone, Copy)]
pub struct MhisYear {
    pub(crate) ix: Ix<f::MhisYear>,
    pub(crate) day: NaiveDate,
}

/// What an integrated care board reports for the Mental Health Investment Standard in one financial year. None is shipped.
#[Object]
impl MhisYear {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        Ok(NodeType::MhisYear.id(&ctx.atlas()?.mhis_years.get(self.ix).id))
    }

    /// Counts the writes to the row, from 1: what `expectedVersion` of a change of it names.
    async fn version(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(ctx.atlas()?.mhis_years.get(self.ix).version)
    }

    /// Who may see it.
    async fn visibility(&self, ctx: &Context<'_>) -> Result<Visibility> {
        Ok(ctx.atlas()?.mhis_years.get(self.ix).visibility.into())
    }

    /// The body that keeps it, and sees it when it is private; null: the register itself.
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<Body>> {
        let atlas = ctx.atlas()?;
        let owner = atlas.mhis_years.get(self.ix).owner.as_ref();
        let found = owner.and_then(|id| atlas.bodies.find(id));
        Ok(found.map(|ix| Body { ix, day: self.day }))
    }

    /// The integrated care board.
    async fn area(&self, ctx: &Context<'_>) -> Result<Option<Area>> {
        let atlas = ctx.atlas()?;
        let found = atlas.areas.find(&atlas.mhis_years.get(self.ix).area);
        Ok(found.map(|ix| Area { ix, day: self.day }))
    }

    /// The year in which the financial year begins: 2026 is April 2026 to March 2027.
    async fn financial_year(&self, ctx: &Context<'_>) -> Result<u32> {
        Ok(ctx.atlas()?.mhis_years.get(self.ix).financial_year)
    }

    /// Its programme allocation, base, before convergence, pounds.
    async fn allocation(&self, ctx: &Context<'_>) -> Result<Money> {
        Ok(Money(ctx.atlas()?.mhis_years.get(self.ix).allocation_pence))
    }

    /// The growth that it was set, such as `0.0345`; null: that of its allocation.
    async fn target_growth(&self, ctx: &Context<'_>) -> Result<Option<Decimal>> {
        Ok(ctx
            .atlas()?
            .mhis_years
            .get(self.ix)
            .target_growth_millionths
            .map(Decimal::of_millionths))
    }

    /// What it rests on.
    async fn evidence(&self, ctx: &Context<'_>) -> Result<Option<Evidence>> {
        let atlas = ctx.atlas()?;
        let found = atlas.evidence.find(&atlas.mhis_years.get(self.ix).evidence);
        Ok(found.map(Evidence))
    }

    /// Its lines.
    async fn lines(&self, ctx: &Context<'_>) -> Result<Vec<MhisLine>> {
        let rows = ctx.atlas()?.lines_of_mhis_year(self.ix).iter();
        Ok(rows
            .map(|ix| MhisLine {
                ix: *ix,
                day: self.day,
            })
            .collect())
    }
}

/// A line of spending in such a report, seen on a day.
#[derive(Clone, Copy)]
pub struct MhisLine {
    pub(crate) ix: Ix<f::MhisLine>,
    pub(crate) day: NaiveDate,
}

/// A line of spending in a report for the Mental Health Investment Standard.
#[Object]
impl MhisLine {
    /// What the money is spent on.
    async fn label<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.mhis_lines.get(self.ix).label)
    }

    /// The service, where it is one of the register.
    async fn service(&self, ctx: &Context<'_>) -> Result<Option<Service>> {
        let atlas = ctx.atlas()?;
        let id = atlas.mhis_lines.get(self.ix).service.as_ref();
        let found = id.and_then(|id| atlas.services.find(id));
        Ok(found.map(|ix| Service { ix, day: self.day }))
    }

    /// How much, pounds.
    async fn amount(&self, ctx: &Context<'_>) -> Result<Money> {
        Ok(Money(ctx.atlas()?.mhis_lines.get(self.ix).amount_pence))
    }

    /// Whether it counts towards the standard.
    async fn inside_mhis(&self, ctx: &Context<'_>) -> Result<Stated> {
        Ok(ctx.atlas()?.mhis_lines.get(self.ix).inside_mhis.into())
    }

    /// Whether it is paid from the programme allocation.
    async fn in_allocation(&self, ctx: &Context<'_>) -> Result<Stated> {
        Ok(ctx.atlas()?.mhis_lines.get(self.ix).in_allocation.into())
    }

    /// Whether it comes again each year.
    async fn recurrent(&self, ctx: &Context<'_>) -> Result<Stated> {
        Ok(ctx.atlas()?.mhis_lines.get(self.ix).recurrent.into())
    }

    /// Whether it is money that came with functions of another body.
    async fn transferred(&self, ctx: &Context<'_>) -> Result<Stated> {
        Ok(ctx.atlas()?.mhis_lines.get(self.ix).transferred.into())
    }

    /// Why it does not count: such as learning disability, autism, dementia or specialised commissioning.
    async fn exclusion<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        Ok(ctx.atlas()?.mhis_lines.get(self.ix).exclusion.as_deref())
    }
}
