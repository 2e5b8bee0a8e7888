//! Evidence and the sources that it rests on.

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use planning::facts as f;
use planning::table::Ix;

use super::body::Body;
use crate::graphql::context::ContextExt;
use crate::graphql::enums::{Confidence, EvidenceGrade};
use crate::graphql::id::NodeType;
use crate::graphql::page::connection;
use crate::graphql::scalars::{Date, PartialDate};

/// One source's word for one record.
#[derive(Clone, Copy)]
pub struct Evidence(pub Ix<f::Evidence>);

/// One source's word for one record: who says so, on what, when. Several pieces of evidence for one thing stand side by side.
#[Object]
impl Evidence {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        Ok(NodeType::Evidence.id(&ctx.atlas()?.evidence.get(self.0).id))
    }

    /// Counts the writes to the row, from 1: what `expectedVersion` of a change of it names.
    async fn version(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(ctx.atlas()?.evidence.get(self.0).version)
    }

    /// What it says, in our words; null where the source's text may not be restated (the row is named by starterTable and starterRow).
    async fn statement<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        let text = ctx.atlas()?.evidence.get(self.0).statement.as_str();
        Ok((!text.is_empty()).then_some(text))
    }

    /// The source.
    async fn source(&self, ctx: &Context<'_>) -> Result<Option<Source>> {
        let atlas = ctx.atlas()?;
        Ok(atlas
            .sources
            .find(&atlas.evidence.get(self.0).source)
            .map(Source))
    }

    /// Date of the source, as precisely as it bears one; null: undated.
    async fn date(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        Ok(ctx.atlas()?.told_on(self.0).map(PartialDate))
    }

    /// What kind of source it is.
    async fn grade(&self, ctx: &Context<'_>) -> Result<EvidenceGrade> {
        Ok(ctx.atlas()?.evidence.get(self.0).grade.into())
    }

    /// Who says so: `commissioner`, `provider`, `third_party`, `funder`, `inspectorate`, `report` or `itself`.
    async fn asserted_by<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.evidence.get(self.0).asserted_by)
    }

    /// How sure the maker of the record was; null: not stated.
    async fn confidence(&self, ctx: &Context<'_>) -> Result<Option<Confidence>> {
        Ok(ctx.atlas()?.evidence.get(self.0).confidence.map(Into::into))
    }

    /// The day that it speaks of, as precisely as it was given; null: that of its source.
    async fn as_of(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        Ok(ctx.atlas()?.evidence.get(self.0).as_of.map(PartialDate))
    }

    /// When somebody should look again; null: no day was set.
    async fn review_on(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        Ok(ctx.atlas()?.evidence.get(self.0).review_on.map(PartialDate))
    }

    /// Whether the day on which somebody should have looked again has passed, which costs it a step of confidence. False where none was set.
    async fn is_stale(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "On this day; today by default.")] as_of: Option<Date>,
    ) -> Result<bool> {
        let review_on = ctx.atlas()?.evidence.get(self.0).review_on;
        Ok(planning::confidence::is_past(review_on, ctx.day(as_of)?))
    }

    /// The body that says so; null: only what kind of body is on record, see assertedBy.
    async fn asserter(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The day on which it is seen; today by default.")] as_of: Option<Date>,
    ) -> Result<Option<Body>> {
        let (atlas, day) = (ctx.atlas()?, ctx.day(as_of)?);
        let asserter = atlas.evidence.get(self.0).asserter.as_ref();
        Ok(asserter
            .and_then(|id| atlas.bodies.find(id))
            .map(|ix| Body { ix, day }))
    }

    /// Starter table that it came with.
    async fn starter_table<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.evidence.get(self.0).starter_table)
    }

    /// Row of that table.
    async fn starter_row<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.evidence.get(self.0).starter_row)
    }
}

connection!(
    /// Pieces of evidence, page by page.
    EvidenceConnection,
    /// A piece of evidence and its place in the list.
    EvidenceEdge,
    Evidence
);

/// What evidence can be ordered by.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceOrderField {
    /// Date of the source.
    Date,
    /// Starter table and row.
    StarterRow,
}

/// A page, notice, register or report.
#[derive(Clone, Copy)]
pub struct Source(pub Ix<f::Source>);

/// A page, notice, register or report that records or reference figures rest on.
#[Object]
impl Source {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        Ok(NodeType::Source.id(&ctx.atlas()?.sources.get(self.0).id))
    }

    /// Counts the writes to the row, from 1: what `expectedVersion` of a change of it names.
    async fn version(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(ctx.atlas()?.sources.get(self.0).version)
    }

    /// Its title.
    async fn title<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.sources.get(self.0).title)
    }

    /// Its public address; null: not on record.
    async fn url<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        Ok(ctx.atlas()?.sources.get(self.0).url.as_deref())
    }

    /// Who published it; null: not on record.
    async fn publisher<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        Ok(ctx.atlas()?.sources.get(self.0).publisher.as_deref())
    }

    /// The licence under which its facts are restated; null: facts only, no licence needed or stated.
    async fn licence<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        Ok(ctx.atlas()?.sources.get(self.0).licence.as_deref())
    }

    /// The period or version that it describes; null: not on record.
    async fn vintage<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        Ok(ctx.atlas()?.sources.get(self.0).vintage.as_deref())
    }

    /// The date that it bears; null: none.
    async fn date(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        Ok(ctx.atlas()?.sources.get(self.0).date.map(PartialDate))
    }

    /// What to know before quoting it.
    async fn note<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        Ok(ctx.atlas()?.sources.get(self.0).note.as_deref())
    }
}

/// A published count of people.
#[derive(SimpleObject, Clone)]
pub struct PopulationCount {
    /// What is counted: `mid_2022`, `census_2021`, `census_2021_ethnic_group` or `census_2021_aged_20_plus`.
    pub measure: String,
    /// `all` or the code of a group.
    pub group: String,
    /// People.
    pub count: i64,
    /// Where the count comes from.
    pub source: Option<Source>,
}
