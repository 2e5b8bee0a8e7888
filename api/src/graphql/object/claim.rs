//! Claims: culturally informed, faith-based, led by and for.

use async_graphql::{Context, Enum, ID, Object, Result};
use chrono::NaiveDate;
use planning::facts as f;
use planning::table::Ix;

use super::area::Area;
use super::body::Body;
use super::evidence::Evidence;
use super::offer::Community;
use super::service::Service;
use crate::graphql::context::ContextExt;
use crate::graphql::enums::{RecordStatus, Visibility, WorksWithJustice};
use crate::graphql::id::NodeType;
use crate::graphql::page::connection;
use crate::graphql::scalars::PartialDate;

/// A claim, seen on a day.
#[derive(Clone, Copy)]
pub struct Claim {
    pub(crate) ix: Ix<f::Claim>,
    pub(crate) day: NaiveDate,
}

/// A claim that a service or body is culturally informed, faith-based or led by and for a community: what is claimed, by whom, on what evidence; never a bare yes.
#[Object]
impl Claim {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        Ok(NodeType::Claim.id(&ctx.atlas()?.claims.get(self.ix).id))
    }

    /// Counts the writes to the row, from 1: what `expectedVersion` of a change of it names.
    async fn version(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(ctx.atlas()?.claims.get(self.ix).version)
    }

    /// Who may see it.
    async fn visibility(&self, ctx: &Context<'_>) -> Result<Visibility> {
        Ok(ctx.atlas()?.claims.get(self.ix).visibility.into())
    }

    /// The body that keeps it, and sees it when it is private; null: the register itself.
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<Body>> {
        let atlas = ctx.atlas()?;
        let owner = atlas.claims.get(self.ix).owner.as_ref();
        Ok(owner
            .and_then(|id| atlas.bodies.find(id))
            .map(|ix| Body { ix, day: self.day }))
    }

    /// What is claimed: `culturally_informed_service`, `led_by_and_for`, `co_produced`, `faith_based`, `interpreter_or_language` or `other`.
    async fn kind<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.claims.get(self.ix).kind)
    }

    /// The organisation; null: the source names none.
    async fn body(&self, ctx: &Context<'_>) -> Result<Option<Body>> {
        let atlas = ctx.atlas()?;
        let body = atlas.claims.get(self.ix).body.as_ref();
        Ok(body
            .and_then(|id| atlas.bodies.find(id))
            .map(|ix| Body { ix, day: self.day }))
    }

    /// The service; null: nothing is provided.
    async fn service(&self, ctx: &Context<'_>) -> Result<Option<Service>> {
        let atlas = ctx.atlas()?;
        let service = atlas.claims.get(self.ix).service.as_ref();
        Ok(service
            .and_then(|id| atlas.services.find(id))
            .map(|ix| Service { ix, day: self.day }))
    }

    /// The communities, coded; empty: it names none that is coded.
    async fn communities(&self, ctx: &Context<'_>) -> Result<Vec<Community>> {
        let atlas = ctx.atlas()?;
        let codes = &atlas.claims.get(self.ix).communities;
        Ok(codes
            .iter()
            .filter_map(|c| atlas.communities.find(c))
            .map(Community)
            .collect())
    }

    /// The communities in the source's terms.
    async fn communities_as_stated<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.claims.get(self.ix).communities_as_stated)
    }

    /// Where; null: not on record.
    async fn area(&self, ctx: &Context<'_>) -> Result<Option<Area>> {
        let atlas = ctx.atlas()?;
        let area = atlas.claims.get(self.ix).area.as_ref();
        Ok(area
            .and_then(|id| atlas.areas.find(id))
            .map(|ix| Area { ix, day: self.day }))
    }

    /// Whether it works with people in the justice system.
    async fn works_with_justice(&self, ctx: &Context<'_>) -> Result<WorksWithJustice> {
        Ok(ctx.atlas()?.claims.get(self.ix).works_with_justice.into())
    }

    /// What the claim says of its running.
    async fn status(&self, ctx: &Context<'_>) -> Result<RecordStatus> {
        Ok(ctx.atlas()?.claims.get(self.ix).status.into())
    }

    /// From when; null: not on record.
    async fn starts_on(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        Ok(ctx.atlas()?.claims.get(self.ix).starts_on.map(PartialDate))
    }

    /// Until when; null: not on record.
    async fn ends_on(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        Ok(ctx.atlas()?.claims.get(self.ix).ends_on.map(PartialDate))
    }

    /// Whether it is provision for people, and not a finding, map, fund or campaign.
    async fn is_provision(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(ctx.atlas()?.claims.get(self.ix).is_provision)
    }

    /// Who claims it: `itself`, `commissioner`, `funder` or `third_party`.
    async fn claimed_by<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        let atlas = ctx.atlas()?;
        let evidence = atlas.evidence.find(&atlas.claims.get(self.ix).evidence);
        Ok(evidence.map_or("", |ix| &atlas.evidence.get(ix).asserted_by))
    }

    /// What it rests on.
    async fn evidence(&self, ctx: &Context<'_>) -> Result<Option<Evidence>> {
        let atlas = ctx.atlas()?;
        Ok(atlas
            .evidence
            .find(&atlas.claims.get(self.ix).evidence)
            .map(Evidence))
    }
}

connection!(
    /// Claims, page by page.
    ClaimConnection,
    /// A claim and its place in the list.
    ClaimEdge,
    Claim
);

/// What claims can be ordered by.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimOrderField {
    /// What is claimed.
    Kind,
    /// Name of the organisation.
    Body,
    /// Name of the area.
    Area,
}
