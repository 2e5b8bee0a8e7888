//! Price indexes that users entered.

use async_graphql::{Context, Enum, ID, Object, Result};
use chrono::NaiveDate;
use planning::facts as f;
use planning::table::Ix;

use super::body::Body;
use super::evidence::Evidence;
use crate::graphql::context::ContextExt;
use crate::graphql::enums::Visibility;
use crate::graphql::id::NodeType;
use crate::graphql::page::connection;
use crate::graphql::scalars::Decimal;

/// How high prices stood in a financial year by one index, as somebody entered it, seen on a day.
#[derive(Clone, Copy)]
pub struct Deflator {
    pub(crate) ix: Ix<f::Deflator>,
    pub(crate) day: NaiveDate,
}

/// Where a price index stood in a financial year, as somebody entered it with its source. None is shipped.
#[Object]
impl Deflator {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        Ok(NodeType::Deflator.id(&ctx.atlas()?.deflators.get(self.ix).id))
    }

    /// Counts the writes to the row, from 1: what `expectedVersion` of a change of it names.
    async fn version(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(ctx.atlas()?.deflators.get(self.ix).version)
    }

    /// Who may see it.
    async fn visibility(&self, ctx: &Context<'_>) -> Result<Visibility> {
        Ok(ctx.atlas()?.deflators.get(self.ix).visibility.into())
    }

    /// The body that keeps it, and sees it when it is private; null: the register itself.
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<Body>> {
        let atlas = ctx.atlas()?;
        let owner = atlas.deflators.get(self.ix).owner.as_ref();
        let found = owner.and_then(|id| atlas.bodies.find(id));
        Ok(found.map(|ix| Body { ix, day: self.day }))
    }

    /// The index, such as the GDP deflator, with its release.
    async fn series<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.deflators.get(self.ix).series)
    }

    /// The year in which the financial year begins: 2026 is April 2026 to March 2027.
    async fn financial_year(&self, ctx: &Context<'_>) -> Result<u32> {
        Ok(ctx.atlas()?.deflators.get(self.ix).financial_year)
    }

    /// Where the index stood; any base year, the same for the whole series.
    async fn index(&self, ctx: &Context<'_>) -> Result<Decimal> {
        Ok(Decimal::of_millionths(
            ctx.atlas()?.deflators.get(self.ix).index_millionths,
        ))
    }

    /// What it rests on.
    async fn evidence(&self, ctx: &Context<'_>) -> Result<Option<Evidence>> {
        let atlas = ctx.atlas()?;
        let found = atlas.evidence.find(&atlas.deflators.get(self.ix).evidence);
        Ok(found.map(Evidence))
    }
}

connection!(
    /// Index figures, page by page.
    DeflatorConnection,
    /// An index figure and its place in the list.
    DeflatorEdge,
    Deflator
);

/// What index figures can be ordered by.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeflatorOrderField {
    /// The index.
    Series,
    /// Financial year.
    FinancialYear,
}
