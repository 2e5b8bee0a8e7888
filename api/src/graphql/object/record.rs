//! Coverage records: one source's word on one offer in one area.

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use chrono::NaiveDate;
use planning::coverage::{self, Reading};
use planning::facts as f;
use planning::table::Ix;

use super::area::Area;
use super::body::Body;
use super::evidence::Evidence;
use super::offer::{Cohort, Offer};
use super::service::Service;
use crate::graphql::context::ContextExt;
use crate::graphql::enums::{
    Confidence, Flag, Intensity, RecordStatus, Stage, Standing, Visibility,
};
use crate::graphql::id::NodeType;
use crate::graphql::page::connection;
use crate::graphql::scalars::{Date, PartialDate};

/// A coverage record, seen on a day.
#[derive(Clone, Copy)]
pub struct CoverageRecord {
    pub(crate) ix: Ix<f::Coverage>,
    pub(crate) day: NaiveDate,
}

/// One source's word on one offer in one area for one cohort. Records that disagree stand side by side.
#[Object]
impl CoverageRecord {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        Ok(NodeType::CoverageRecord.id(&ctx.atlas()?.coverage.get(self.ix).id))
    }

    /// Counts the writes to the row, from 1: what `expectedVersion` of a change of it names.
    async fn version(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(ctx.atlas()?.coverage.get(self.ix).version)
    }

    /// Who may see it.
    async fn visibility(&self, ctx: &Context<'_>) -> Result<Visibility> {
        Ok(ctx.atlas()?.coverage.get(self.ix).visibility.into())
    }

    /// The body that keeps it, and sees it when it is private; null: the register itself.
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<Body>> {
        let atlas = ctx.atlas()?;
        let owner = atlas.coverage.get(self.ix).owner.as_ref();
        Ok(owner
            .and_then(|id| atlas.bodies.find(id))
            .map(|ix| Body { ix, day: self.day }))
    }

    /// The service; null: a statement that there is none.
    async fn service(&self, ctx: &Context<'_>) -> Result<Option<Service>> {
        let links = ctx.atlas()?.coverage_links(self.ix);
        Ok(links.service.map(|ix| Service { ix, day: self.day }))
    }

    /// The offer.
    async fn offer(&self, ctx: &Context<'_>) -> Result<Offer> {
        Ok(Offer(ctx.atlas()?.coverage_links(self.ix).offer))
    }

    /// The area or place that it names.
    async fn area(&self, ctx: &Context<'_>) -> Result<Area> {
        let ix = ctx.atlas()?.coverage_links(self.ix).area;
        Ok(Area { ix, day: self.day })
    }

    /// For whom.
    async fn cohort(&self, ctx: &Context<'_>) -> Result<Cohort> {
        Ok(Cohort(ctx.atlas()?.coverage_links(self.ix).cohort))
    }

    /// What it says, whatever the date.
    async fn status(&self, ctx: &Context<'_>) -> Result<RecordStatus> {
        Ok(ctx.atlas()?.coverage.get(self.ix).status.into())
    }

    /// First day; null: not on record.
    async fn starts_on(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        Ok(ctx
            .atlas()?
            .coverage
            .get(self.ix)
            .starts_on
            .map(PartialDate))
    }

    /// Last day, an unconfirmed extension included; null: not on record.
    async fn ends_on(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        Ok(ctx.atlas()?.coverage.get(self.ix).ends_on.map(PartialDate))
    }

    /// Last day of the base term where an extension is possible and nobody has confirmed it; null: there is none, or not on record.
    async fn base_ends_on(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        Ok(ctx
            .atlas()?
            .coverage
            .get(self.ix)
            .base_ends_on
            .map(PartialDate))
    }

    /// The stages that it speaks of: its own, else its offer's.
    async fn stages(&self, ctx: &Context<'_>) -> Result<Vec<Stage>> {
        let atlas = ctx.atlas()?;
        let own = &atlas.coverage.get(self.ix).stages;
        let stages = if own.is_empty() {
            &atlas.offers.get(atlas.coverage_links(self.ix).offer).stages
        } else {
            own
        };
        Ok(stages.iter().map(|s| (*s).into()).collect())
    }

    /// Its intensity: its own, else its offer's.
    async fn intensity(&self, ctx: &Context<'_>) -> Result<Intensity> {
        let atlas = ctx.atlas()?;
        let offer = atlas.offers.get(atlas.coverage_links(self.ix).offer);
        let own = atlas.coverage.get(self.ix).intensity;
        Ok(own.unwrap_or(offer.intensity).into())
    }

    /// What it rests on.
    async fn evidence(&self, ctx: &Context<'_>) -> Result<Evidence> {
        Ok(Evidence(ctx.atlas()?.coverage_links(self.ix).evidence))
    }

    /// What it says of a day; the day asked about by default.
    async fn reading(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The day; that of the question by default.")] as_of: Option<Date>,
    ) -> Result<RecordReading> {
        let atlas = ctx.atlas()?;
        let day = as_of.map_or(self.day, |date| date.0);
        let reading = coverage::reading_of(atlas, self.ix, day);
        Ok(RecordReading::of(reading))
    }

    /// How much its evidence can bear on the day asked about, from its grade and age.
    async fn confidence(&self, ctx: &Context<'_>) -> Result<Confidence> {
        let atlas = ctx.atlas()?;
        let links = atlas.coverage_links(self.ix);
        let evidence = atlas.evidence.get(links.evidence);
        Ok(planning::confidence::of_evidence(
            evidence.grade,
            links.told_on,
            evidence.confidence,
            evidence.review_on,
            self.day,
        )
        .into())
    }
}

connection!(
    /// Coverage records, page by page.
    CoverageRecordConnection,
    /// A coverage record and its place in the list.
    CoverageRecordEdge,
    CoverageRecord
);

/// What coverage records can be ordered by.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoverageRecordOrderField {
    /// First day.
    StartsOn,
    /// Last day of the base term, or last day.
    EndsOn,
    /// Code of the offer.
    Offer,
    /// Name of the area.
    Area,
    /// Date of the evidence.
    EvidenceDate,
}

/// What a record says of a day.
#[derive(SimpleObject, Clone)]
pub struct RecordReading {
    /// What it says.
    pub standing: Standing,
    /// What to know about it.
    pub flags: Vec<Flag>,
}

impl RecordReading {
    pub(crate) fn of(reading: Reading) -> Self {
        Self {
            standing: reading.standing.into(),
            flags: reading.flags.iter().map(Into::into).collect(),
        }
    }
}
