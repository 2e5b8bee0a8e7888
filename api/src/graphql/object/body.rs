//! Bodies: who commissions, funds and delivers.

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use chrono::NaiveDate;
use planning::facts as f;
use planning::table::Ix;

use super::claim::Claim;
use super::funding::{FundingStream, FundingStreamConnection, FundingStreamOrderField};
use super::service::{Service, ServiceConnection, ServiceOrderField};
use super::succession::BodySuccession;
use crate::graphql::context::ContextExt;
use crate::graphql::enums::Role;
use crate::graphql::filter::funding::FundingStreamFilter;
use crate::graphql::filter::rows::ServiceFilter;
use crate::graphql::id::NodeType;
use crate::graphql::page::{Order, PageArgs, connection};
use crate::graphql::query::lists;
use crate::graphql::scalars::PartialDate;

/// A commissioner or provider, seen on a day.
#[derive(Clone, Copy)]
pub struct Body {
    pub(crate) ix: Ix<f::Body>,
    pub(crate) day: NaiveDate,
}

/// A commissioner, funder or provider.
#[Object]
impl Body {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        Ok(NodeType::Body.id(&ctx.atlas()?.bodies.get(self.ix).id))
    }

    /// Counts the writes to the row, from 1: what `expectedVersion` of a change of it names.
    async fn version(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(ctx.atlas()?.bodies.get(self.ix).version)
    }

    /// Its name.
    async fn name<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.bodies.get(self.ix).name)
    }

    /// Other names under which sources speak of it.
    async fn other_names<'a>(&self, ctx: &'a Context<'_>) -> Result<Vec<&'a str>> {
        let atlas = ctx.atlas()?;
        Ok(atlas
            .names_of_body(self.ix)
            .map(|row| row.name.as_str())
            .collect())
    }

    /// `nhs_trust`, `vcse`, `private`, `council`, `nhs_england`, `icb`, `pcc`, `hmpps`, `moj`, …
    async fn kind<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.bodies.get(self.ix).kind)
    }

    /// Charity number; null: not on record.
    async fn charity_number<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        Ok(ctx.atlas()?.bodies.get(self.ix).charity_number.as_deref())
    }

    /// Company number; null: not on record.
    async fn company_number<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        Ok(ctx.atlas()?.bodies.get(self.ix).company_number.as_deref())
    }

    /// ODS code; null: not on record.
    async fn ods_code<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        Ok(ctx.atlas()?.bodies.get(self.ix).ods_code.as_deref())
    }

    /// First day; null: not on record.
    async fn valid_from(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        Ok(ctx.atlas()?.bodies.get(self.ix).valid_from.map(PartialDate))
    }

    /// Last day; null: not on record, or still there.
    async fn valid_to(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        Ok(ctx.atlas()?.bodies.get(self.ix).valid_to.map(PartialDate))
    }

    /// What to know of it.
    async fn note<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        Ok(ctx.atlas()?.bodies.get(self.ix).note.as_deref())
    }

    /// Reorganisations by which its commissioning passes, or is due to pass, to another body.
    async fn successions(&self, ctx: &Context<'_>) -> Result<Vec<BodySuccession>> {
        let atlas = ctx.atlas()?;
        let id = &atlas.bodies.get(self.ix).id;
        Ok(atlas
            .body_successions
            .iter()
            .filter(|(_, row)| &row.predecessor == id)
            .map(|(ix, _)| BodySuccession { ix, day: self.day })
            .collect())
    }

    /// Services that it commissions, funds or delivers.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn services(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only in this role.")] role: Option<Role>,
        #[graphql(desc = "So many from the start, or after the cursor.")] first: Option<i32>,
        #[graphql(desc = "Rows after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, or before the cursor.")] last: Option<i32>,
        #[graphql(desc = "Rows before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only rows that pass.")] filter: Option<ServiceFilter>,
        #[graphql(desc = "In this order; by id by default.")] order_by: Option<
            Vec<Order<ServiceOrderField>>,
        >,
    ) -> Result<ServiceConnection> {
        let atlas = ctx.atlas()?;
        let mut rows: Vec<Ix<f::Service>> = atlas
            .services_of_body(self.ix)
            .iter()
            .map(|part| atlas.service_bodies.get(*part))
            .filter(|part| role.is_none_or(|role| role == part.role.into()))
            .filter_map(|part| atlas.services.find(&part.service))
            .collect();
        rows.sort();
        rows.dedup();
        let page = PageArgs {
            first,
            after,
            last,
            before,
        };
        let list = lists::List::new(
            ("body.services", self.ix, role),
            filter,
            order_by,
            page,
            self.day,
        );
        let page = list.page(ctx, rows, |ix| Service { ix, day: self.day })?;
        Ok(page.into())
    }

    /// Funding streams whose money is its own.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn funding_streams(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the start, or after the cursor.")] first: Option<i32>,
        #[graphql(desc = "Rows after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, or before the cursor.")] last: Option<i32>,
        #[graphql(desc = "Rows before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only rows that pass.")] filter: Option<FundingStreamFilter>,
        #[graphql(desc = "In this order; by id by default.")] order_by: Option<
            Vec<Order<FundingStreamOrderField>>,
        >,
    ) -> Result<FundingStreamConnection> {
        let atlas = ctx.atlas()?;
        let id = &atlas.bodies.get(self.ix).id;
        let rows = atlas
            .funding_streams
            .iter()
            .filter(|(_, row)| &row.funder == id)
            .map(|(ix, _)| ix)
            .collect();
        let page = PageArgs {
            first,
            after,
            last,
            before,
        };
        let name = ("body.fundingStreams", self.ix);
        let list = lists::List::new(name, filter, order_by, page, self.day);
        let page = list.page(ctx, rows, |ix| FundingStream { ix, day: self.day })?;
        Ok(page.into())
    }

    /// Claims made of it: culturally informed, faith-based, led by and for.
    async fn claims(&self, ctx: &Context<'_>) -> Result<Vec<Claim>> {
        let atlas = ctx.atlas()?;
        let claim = |ix: &Ix<f::Claim>| Claim {
            ix: *ix,
            day: self.day,
        };
        Ok(atlas.claims_of_body(self.ix).iter().map(claim).collect())
    }
}

connection!(
    /// Bodies, page by page.
    BodyConnection,
    /// A body and its place in the list.
    BodyEdge,
    Body
);

/// What bodies can be ordered by.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyOrderField {
    /// Name.
    Name,
    /// Kind.
    Kind,
    /// How many services it has a part in.
    Services,
}

/// Who answers for a service's commissioning on a day.
#[derive(SimpleObject, Clone)]
pub struct ResponsibleCommissioner {
    /// The commissioner on record.
    pub body: Body,
    /// Who will have taken over by the day asked about; null: still itself, or not settled who.
    pub successor: Option<Body>,
    /// The reorganisation by which it passed, or is due to; null: none dated up to that day.
    pub change: Option<BodySuccession>,
}

impl ResponsibleCommissioner {
    pub(crate) fn of(atlas: &planning::atlas::Atlas, body: Ix<f::Body>, day: NaiveDate) -> Self {
        let found = planning::provision::responsible(atlas, body, day);
        Self {
            body: Body {
                ix: found.body,
                day,
            },
            successor: found.successor.map(|ix| Body { ix, day }),
            change: found
                .change
                .and_then(|row| BodySuccession::of(atlas, row, day)),
        }
    }
}
