//! Searches that found none, and hits of free-text search.

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject, Union};
use chrono::NaiveDate;
use planning::facts as f;
use planning::table::Ix;

use super::area::Area;
use super::body::Body;
use super::offer::Offer;
use super::service::Service;
use crate::graphql::context::ContextExt;
use crate::graphql::id::NodeType;
use crate::graphql::scalars::{Decimal, PartialDate};

/// A search that found none, seen on a day.
#[derive(Clone, Copy)]
pub struct SearchRecord {
    pub(crate) ix: Ix<f::Search>,
    pub(crate) day: NaiveDate,
}

/// Somebody looked for an offer in an area and found none: neither an absence nor a gap.
#[Object]
impl SearchRecord {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        Ok(NodeType::Search.id(&ctx.atlas()?.searches.get(self.ix).id))
    }

    /// Counts the writes to the row, from 1: what `expectedVersion` of a change of it names.
    async fn version(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(ctx.atlas()?.searches.get(self.ix).version)
    }

    /// The offer looked for.
    async fn offer(&self, ctx: &Context<'_>) -> Result<Option<Offer>> {
        let atlas = ctx.atlas()?;
        Ok(atlas
            .offers
            .find(&atlas.searches.get(self.ix).offer)
            .map(Offer))
    }

    /// Where.
    async fn area(&self, ctx: &Context<'_>) -> Result<Option<Area>> {
        let atlas = ctx.atlas()?;
        let area = atlas.areas.find(&atlas.searches.get(self.ix).area);
        Ok(area.map(|ix| Area { ix, day: self.day }))
    }

    /// What was searched.
    async fn what_was_searched<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.searches.get(self.ix).what_was_searched)
    }

    /// When; null: not on record.
    async fn searched_on(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        Ok(ctx
            .atlas()?
            .searches
            .get(self.ix)
            .searched_on
            .map(PartialDate))
    }
}

/// What free-text search looks among.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchAmong {
    /// Areas, by any name or code that they have or had.
    Areas,
    /// Bodies, by any name.
    Bodies,
    /// Services, by title.
    Services,
    /// Offers, by name and code.
    Offers,
}

/// What was found.
#[derive(Union, Clone)]
pub enum Findable {
    /// An area.
    Area(Area),
    /// A body.
    Body(Body),
    /// A service.
    Service(Service),
    /// An offer.
    Offer(Offer),
}

/// One hit.
#[derive(SimpleObject, Clone)]
pub struct SearchHit {
    /// What was found.
    pub found: Findable,
    /// The name that matched.
    pub name: String,
    /// Likeness of that name, 0 to 1; 1 is the name itself.
    pub likeness: Decimal,
}
