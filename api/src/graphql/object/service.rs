//! Services: what is provided, however many sources tell of it.

use async_graphql::{Context, Enum, ID, Object, Result};
use chrono::NaiveDate;
use planning::closed::Role;
use planning::facts as f;
use planning::provision;
use planning::table::Ix;

use super::allocation::FundingAllocation;
use super::area::Area;
use super::body::{Body, ResponsibleCommissioner};
use super::claim::Claim;
use super::contract::Contract;
use super::offer::{Cohort, Offer};
use super::record::CoverageRecord;
use crate::graphql::context::ContextExt;
use crate::graphql::enums::{ServiceState, Visibility};
use crate::graphql::id::NodeType;
use crate::graphql::page::connection;
use crate::graphql::scalars::PartialDate;

/// Something that is provided, seen on a day.
#[derive(Clone, Copy)]
pub struct Service {
    pub(crate) ix: Ix<f::Service>,
    pub(crate) day: NaiveDate,
}

impl Service {
    fn bodies(&self, ctx: &Context<'_>, role: Role) -> Result<Vec<Body>> {
        let bodies = provision::bodies_of(ctx.atlas()?, self.ix, role);
        Ok(bodies
            .into_iter()
            .map(|ix| Body { ix, day: self.day })
            .collect())
    }
}

/// Something that is, was or was to be provided. The same service told of by several sources is one service with several records, each with its evidence.
#[Object]
impl Service {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        Ok(NodeType::Service.id(&ctx.atlas()?.services.get(self.ix).id))
    }

    /// Counts the writes to the row, from 1: what `expectedVersion` of a change of it names.
    async fn version(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(ctx.atlas()?.services.get(self.ix).version)
    }

    /// Who may see it.
    async fn visibility(&self, ctx: &Context<'_>) -> Result<Visibility> {
        Ok(ctx.atlas()?.services.get(self.ix).visibility.into())
    }

    /// The body that keeps it, and sees it when it is private; null: the register itself.
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<Body>> {
        let atlas = ctx.atlas()?;
        let owner = atlas.services.get(self.ix).owner.as_ref();
        Ok(owner
            .and_then(|id| atlas.bodies.find(id))
            .map(|ix| Body { ix, day: self.day }))
    }

    /// Its title, in our words.
    async fn title<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.services.get(self.ix).title)
    }

    /// What it is on the day asked about.
    async fn state(&self, ctx: &Context<'_>) -> Result<ServiceState> {
        Ok(provision::state_of(ctx.atlas()?, self.ix, self.day).into())
    }

    /// First start on record; null: none.
    async fn starts_on(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        Ok(provision::starts_on(ctx.atlas()?, self.ix).map(PartialDate))
    }

    /// Last end on record, of a service that runs the last that is not past; the end of the base term where an extension is unconfirmed. Null: none on record, which is not "without end".
    async fn ends_on(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        Ok(provision::ends_on(ctx.atlas()?, self.ix, self.day).map(PartialDate))
    }

    /// Whom it is for.
    async fn cohort(&self, ctx: &Context<'_>) -> Result<Option<Cohort>> {
        let atlas = ctx.atlas()?;
        Ok(atlas
            .cohorts
            .find(&atlas.services.get(self.ix).cohort)
            .map(Cohort))
    }

    /// Its offers; an integrated contract is one service with several.
    async fn offers(&self, ctx: &Context<'_>) -> Result<Vec<Offer>> {
        Ok(provision::offers_of(ctx.atlas()?, self.ix)
            .into_iter()
            .map(Offer)
            .collect())
    }

    /// The areas and places that its records name.
    async fn areas(&self, ctx: &Context<'_>) -> Result<Vec<Area>> {
        let atlas = ctx.atlas()?;
        let mut areas: Vec<_> = atlas
            .coverage_of_service(self.ix)
            .iter()
            .map(|record| atlas.coverage_links(*record).area)
            .collect();
        areas.sort();
        areas.dedup();
        Ok(areas
            .into_iter()
            .map(|ix| Area { ix, day: self.day })
            .collect())
    }

    /// Lead providers; empty: the sources name none.
    async fn providers(&self, ctx: &Context<'_>) -> Result<Vec<Body>> {
        self.bodies(ctx, Role::Provider)
    }

    /// Subcontractors; empty: the sources name none.
    async fn subcontractors(&self, ctx: &Context<'_>) -> Result<Vec<Body>> {
        self.bodies(ctx, Role::Subcontractor)
    }

    /// Commissioners as the sources name them; empty: they name none.
    async fn commissioners(&self, ctx: &Context<'_>) -> Result<Vec<Body>> {
        self.bodies(ctx, Role::Commissioner)
    }

    /// Funders that do not commission it; empty: the sources name none.
    async fn funders(&self, ctx: &Context<'_>) -> Result<Vec<Body>> {
        self.bodies(ctx, Role::Funder)
    }

    /// Who answers for its commissioning on the day asked about: its commissioners, followed through the reorganisations dated up to then.
    async fn responsible_commissioners(
        &self,
        ctx: &Context<'_>,
    ) -> Result<Vec<ResponsibleCommissioner>> {
        let atlas = ctx.atlas()?;
        let bodies = provision::bodies_of(atlas, self.ix, Role::Commissioner);
        Ok(bodies
            .into_iter()
            .map(|body| ResponsibleCommissioner::of(atlas, body, self.day))
            .collect())
    }

    /// Every record of it, each with its own evidence.
    async fn records(&self, ctx: &Context<'_>) -> Result<Vec<CoverageRecord>> {
        let record = |ix: &Ix<f::Coverage>| CoverageRecord {
            ix: *ix,
            day: self.day,
        };
        Ok(ctx
            .atlas()?
            .coverage_of_service(self.ix)
            .iter()
            .map(record)
            .collect())
    }

    /// Its contracts, notices and awards.
    async fn contracts(&self, ctx: &Context<'_>) -> Result<Vec<Contract>> {
        let contract = |ix: &Ix<f::Contract>| Contract {
            ix: *ix,
            day: self.day,
        };
        Ok(ctx
            .atlas()?
            .contracts_of_service(self.ix)
            .iter()
            .map(contract)
            .collect())
    }

    /// What funding streams set aside for it, by id.
    async fn funding_allocations(&self, ctx: &Context<'_>) -> Result<Vec<FundingAllocation>> {
        let allocation = |ix: &Ix<f::FundingAllocation>| FundingAllocation {
            ix: *ix,
            day: self.day,
        };
        let rows = ctx.atlas()?.allocations_of_service(self.ix).iter();
        Ok(rows.map(allocation).collect())
    }

    /// Claims that it is culturally informed, faith-based or led by and for a community.
    async fn claims(&self, ctx: &Context<'_>) -> Result<Vec<Claim>> {
        let claim = |ix: &Ix<f::Claim>| Claim {
            ix: *ix,
            day: self.day,
        };
        Ok(ctx
            .atlas()?
            .claims_of_service(self.ix)
            .iter()
            .map(claim)
            .collect())
    }

    /// The service that it lies inside; null: none on record.
    async fn part_of(&self, ctx: &Context<'_>) -> Result<Option<Service>> {
        let atlas = ctx.atlas()?;
        let whole = atlas.services.get(self.ix).part_of.as_ref();
        Ok(whole
            .and_then(|id| atlas.services.find(id))
            .map(|ix| Service { ix, day: self.day }))
    }
}

connection!(
    /// Services, page by page.
    ServiceConnection,
    /// A service and its place in the list.
    ServiceEdge,
    Service
);

/// What services can be ordered by.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServiceOrderField {
    /// Title.
    Title,
    /// First start on record.
    StartsOn,
    /// Last end on record.
    EndsOn,
    /// State on the day asked about, live first.
    State,
}
