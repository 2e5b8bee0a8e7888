//! What followed what: areas by reorganisation, bodies by handing over a function.

use async_graphql::{Context, ID, Object, Result};
use chrono::NaiveDate;
use planning::atlas::Atlas;
use planning::facts as f;
use planning::table::Ix;

use super::area::Area;
use super::body::Body;
use super::evidence::Source;
use crate::graphql::context::ContextExt;
use crate::graphql::enums::SuccessionKind;
use crate::graphql::error::Fault;
use crate::graphql::id::NodeType;
use crate::graphql::scalars::PartialDate;

/// One area followed by another, seen from one of them on a day.
#[derive(Clone, Copy)]
pub struct AreaSuccession {
    ix: Ix<f::Succession>,
    predecessor: Ix<f::Area>,
    successor: Ix<f::Area>,
    other: Ix<f::Area>,
    day: NaiveDate,
}

impl AreaSuccession {
    /// Seen from an area; from neither, the other area is the successor.
    pub(crate) fn of(
        atlas: &Atlas,
        ix: Ix<f::Succession>,
        from: Option<Ix<f::Area>>,
        day: NaiveDate,
    ) -> Option<Self> {
        let row = atlas.successions.get(ix);
        let predecessor = atlas.areas.find(&row.predecessor)?;
        let successor = atlas.areas.find(&row.successor)?;
        let other = match from {
            Some(area) if area == successor => predecessor,
            _ => successor,
        };
        Some(Self {
            ix,
            predecessor,
            successor,
            other,
            day,
        })
    }

    const fn seen(&self, ix: Ix<f::Area>) -> Area {
        Area { ix, day: self.day }
    }
}

/// One area followed by another.
#[Object]
impl AreaSuccession {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        Ok(NodeType::AreaSuccession.id(&ctx.atlas()?.successions.get(self.ix).id))
    }

    /// Counts the writes to the row, from 1: what `expectedVersion` of a change of it names.
    async fn version(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(ctx.atlas()?.successions.get(self.ix).version)
    }

    /// The other area; asked for by id, the successor.
    async fn area(&self) -> Area {
        self.seen(self.other)
    }

    /// What ended or gave.
    async fn predecessor(&self) -> Area {
        self.seen(self.predecessor)
    }

    /// What began or took.
    async fn successor(&self) -> Area {
        self.seen(self.successor)
    }

    /// How.
    async fn kind(&self, ctx: &Context<'_>) -> Result<SuccessionKind> {
        Ok(ctx.atlas()?.successions.get(self.ix).kind.into())
    }

    /// First day of the successor.
    async fn date(&self, ctx: &Context<'_>) -> Result<PartialDate> {
        Ok(PartialDate(ctx.atlas()?.successions.get(self.ix).date))
    }
}

/// A body's function passing to another, seen on a day.
#[derive(Clone, Copy)]
pub struct BodySuccession {
    pub(crate) ix: Ix<f::BodySuccession>,
    pub(crate) day: NaiveDate,
}

impl BodySuccession {
    pub(crate) fn of(atlas: &Atlas, row: &f::BodySuccession, day: NaiveDate) -> Option<Self> {
        let ix = atlas.body_successions.find(&row.id)?;
        Some(Self { ix, day })
    }
}

/// A reorganisation by which a body's function passes to another.
#[Object]
impl BodySuccession {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        Ok(NodeType::BodySuccession.id(&ctx.atlas()?.body_successions.get(self.ix).id))
    }

    /// Counts the writes to the row, from 1: what `expectedVersion` of a change of it names.
    async fn version(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(ctx.atlas()?.body_successions.get(self.ix).version)
    }

    /// Who hands over.
    async fn predecessor(&self, ctx: &Context<'_>) -> Result<Body> {
        let atlas = ctx.atlas()?;
        let body = atlas
            .bodies
            .find(&atlas.body_successions.get(self.ix).predecessor);
        let ix = body.ok_or(Fault::NoScope)?;
        Ok(Body { ix, day: self.day })
    }

    /// Who takes over; null: not settled.
    async fn successor(&self, ctx: &Context<'_>) -> Result<Option<Body>> {
        let atlas = ctx.atlas()?;
        let body = atlas.body_successions.get(self.ix).successor.as_ref();
        Ok(body
            .and_then(|id| atlas.bodies.find(id))
            .map(|ix| Body { ix, day: self.day }))
    }

    /// When; null: not on record.
    async fn date(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        let row = ctx.atlas()?.body_successions.get(self.ix);
        Ok(row.date.map(PartialDate))
    }

    /// What passes.
    async fn kind<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.body_successions.get(self.ix).kind)
    }

    /// `done`, or `due` where it still depends on law or decision.
    async fn certainty<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.body_successions.get(self.ix).certainty)
    }

    /// Where it is said; null: not on record.
    async fn source(&self, ctx: &Context<'_>) -> Result<Option<Source>> {
        let atlas = ctx.atlas()?;
        let source = atlas.body_successions.get(self.ix).source.as_ref();
        Ok(source.and_then(|id| atlas.sources.find(id)).map(Source))
    }

    /// What to know of it.
    async fn note<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        let row = ctx.atlas()?.body_successions.get(self.ix);
        Ok(row.note.as_deref())
    }
}
