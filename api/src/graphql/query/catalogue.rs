//! Areas, bodies, offers, services and the records behind them, listed.

use async_graphql::{Context, Object, Result};

use super::{find, lists};
use crate::graphql::context::ContextExt;
use crate::graphql::enums::AreaKind;
use crate::graphql::filter::funding::FundingStreamFilter;
use crate::graphql::filter::rows::{
    AreaFilter, BodyFilter, ClaimFilter, ContractFilter, CoverageRecordFilter, EvidenceFilter,
    OfferFilter, ServiceFilter,
};
use crate::graphql::known_at::KnownAt;
use crate::graphql::object::area::{Area, AreaConnection, AreaOrderField};
use crate::graphql::object::body::{Body, BodyConnection, BodyOrderField};
use crate::graphql::object::claim::{Claim, ClaimConnection, ClaimOrderField};
use crate::graphql::object::contract::{Contract, ContractConnection, ContractOrderField};
use crate::graphql::object::evidence::{Evidence, EvidenceConnection, EvidenceOrderField};
use crate::graphql::object::funding::{
    FundingStream, FundingStreamConnection, FundingStreamOrderField,
};
use crate::graphql::object::offer::{Offer, OfferConnection, OfferOrderField};
use crate::graphql::object::record::{
    CoverageRecord, CoverageRecordConnection, CoverageRecordOrderField,
};
use crate::graphql::object::service::{Service, ServiceConnection, ServiceOrderField};
use crate::graphql::page::{Order, PageArgs};
use crate::graphql::scalars::Date;

/// Lists and single rows.
#[derive(Default)]
pub struct CatalogueQuery;

/// A root list: filter, order, page, all rows of a table.
macro_rules! all_rows {
    ($ctx:ident, $table:ident, $name:literal, $as_of:ident, $filter:ident, $order:ident, $page:expr, $present:expr) => {{
        let day = $ctx.day($as_of)?;
        let rows = $ctx.atlas()?.$table.iter().map(|(ix, _)| ix).collect();
        let list = lists::List::new($name, $filter, $order, $page, day);
        let present = $present;
        Ok(Some(list.page($ctx, rows, |ix| present(ix, day))?.into()))
    }};
}

#[Object]
#[expect(clippy::too_many_arguments, reason = "the arguments of connections")]
impl CatalogueQuery {
    /// The area with an official code, current or former: GSS, ODS, nDelius, prison, court. An area that has ended is found too, with its successors; given `asOf`, it must exist on that day.
    async fn area(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "An official code, for example E06000042.")] code: String,
        #[graphql(desc = "Which kind, for a code that several share; a district by default.")]
        kind: Option<AreaKind>,
        #[graphql(desc = "The day; today by default.")] as_of: Option<Date>,
    ) -> Result<Option<Area>> {
        let (atlas, day) = (ctx.atlas()?, ctx.day(as_of)?);
        let kind = kind.map(Into::into);
        let ix = match as_of {
            None => find::area(atlas, "code", &code, kind, day)?,
            Some(_) => find::area_on(atlas, "code", &code, kind, day)?,
        };
        Ok(Some(Area { ix, day }))
    }

    /// Areas of every kind, those that have ended included: filter by `existsOn` for a day's.
    async fn areas(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the start, or after the cursor.")] first: Option<i32>,
        #[graphql(desc = "Rows after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, or before the cursor.")] last: Option<i32>,
        #[graphql(desc = "Rows before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only rows that pass.")] filter: Option<AreaFilter>,
        #[graphql(desc = "In this order; by id by default.")] order_by: Option<
            Vec<Order<AreaOrderField>>,
        >,
        #[graphql(desc = "The day on which they are seen; today by default.")] as_of: Option<Date>,
    ) -> Result<Option<AreaConnection>> {
        let page = PageArgs {
            first,
            after,
            last,
            before,
        };
        all_rows!(
            ctx,
            areas,
            "areas",
            as_of,
            filter,
            order_by,
            page,
            |ix, day| Area { ix, day }
        )
    }

    /// Commissioners, funders and providers.
    async fn bodies(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the start, or after the cursor.")] first: Option<i32>,
        #[graphql(desc = "Rows after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, or before the cursor.")] last: Option<i32>,
        #[graphql(desc = "Rows before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only rows that pass.")] filter: Option<BodyFilter>,
        #[graphql(desc = "In this order; by id by default.")] order_by: Option<
            Vec<Order<BodyOrderField>>,
        >,
        #[graphql(desc = "The day on which they are seen; today by default.")] as_of: Option<Date>,
    ) -> Result<Option<BodyConnection>> {
        let page = PageArgs {
            first,
            after,
            last,
            before,
        };
        all_rows!(
            ctx,
            bodies,
            "bodies",
            as_of,
            filter,
            order_by,
            page,
            |ix, day| Body { ix, day }
        )
    }

    /// The offer with a code, for example `mhtr_primary_care`.
    async fn offer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The code.")] code: String,
    ) -> Result<Option<Offer>> {
        Ok(Some(Offer(find::offer(ctx.atlas()?, "code", &code)?)))
    }

    /// The offer vocabulary.
    async fn offers(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the start, or after the cursor.")] first: Option<i32>,
        #[graphql(desc = "Rows after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, or before the cursor.")] last: Option<i32>,
        #[graphql(desc = "Rows before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only rows that pass.")] filter: Option<OfferFilter>,
        #[graphql(desc = "In this order; by id by default.")] order_by: Option<
            Vec<Order<OfferOrderField>>,
        >,
    ) -> Result<Option<OfferConnection>> {
        let page = PageArgs {
            first,
            after,
            last,
            before,
        };
        let as_of = None;
        all_rows!(
            ctx,
            offers,
            "offers",
            as_of,
            filter,
            order_by,
            page,
            |ix, _| Offer(ix)
        )
    }

    /// Services, whatever became of them: filter by `state` for what runs on a day.
    async fn services(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the start, or after the cursor.")] first: Option<i32>,
        #[graphql(desc = "Rows after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, or before the cursor.")] last: Option<i32>,
        #[graphql(desc = "Rows before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only rows that pass.")] filter: Option<ServiceFilter>,
        #[graphql(desc = "In this order; by id by default.")] order_by: Option<
            Vec<Order<ServiceOrderField>>,
        >,
        #[graphql(desc = "The day on which they are seen; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<ServiceConnection>> {
        let page = PageArgs {
            first,
            after,
            last,
            before,
        };
        all_rows!(
            ctx,
            services,
            "services",
            as_of,
            filter,
            order_by,
            page,
            |ix, day| Service { ix, day }
        )
    }

    /// Coverage records: one source's word on one offer in one area.
    async fn records(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the start, or after the cursor.")] first: Option<i32>,
        #[graphql(desc = "Rows after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, or before the cursor.")] last: Option<i32>,
        #[graphql(desc = "Rows before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only rows that pass.")] filter: Option<CoverageRecordFilter>,
        #[graphql(desc = "In this order; by id by default.")] order_by: Option<
            Vec<Order<CoverageRecordOrderField>>,
        >,
        #[graphql(desc = "The day on which they are seen; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<CoverageRecordConnection>> {
        let page = PageArgs {
            first,
            after,
            last,
            before,
        };
        all_rows!(
            ctx,
            coverage,
            "records",
            as_of,
            filter,
            order_by,
            page,
            |ix, day| CoverageRecord { ix, day }
        )
    }

    /// Contracts, notices and awards, abandoned ones included.
    async fn contracts(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the start, or after the cursor.")] first: Option<i32>,
        #[graphql(desc = "Rows after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, or before the cursor.")] last: Option<i32>,
        #[graphql(desc = "Rows before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only rows that pass.")] filter: Option<ContractFilter>,
        #[graphql(desc = "In this order; by id by default.")] order_by: Option<
            Vec<Order<ContractOrderField>>,
        >,
        #[graphql(desc = "The day on which they are seen; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<ContractConnection>> {
        let page = PageArgs {
            first,
            after,
            last,
            before,
        };
        all_rows!(
            ctx,
            contracts,
            "contracts",
            as_of,
            filter,
            order_by,
            page,
            |ix, day| Contract { ix, day }
        )
    }

    /// Claims: culturally informed, faith-based, led by and for.
    async fn claims(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the start, or after the cursor.")] first: Option<i32>,
        #[graphql(desc = "Rows after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, or before the cursor.")] last: Option<i32>,
        #[graphql(desc = "Rows before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only rows that pass.")] filter: Option<ClaimFilter>,
        #[graphql(desc = "In this order; by id by default.")] order_by: Option<
            Vec<Order<ClaimOrderField>>,
        >,
        #[graphql(desc = "The day on which they are seen; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<ClaimConnection>> {
        let page = PageArgs {
            first,
            after,
            last,
            before,
        };
        all_rows!(
            ctx,
            claims,
            "claims",
            as_of,
            filter,
            order_by,
            page,
            |ix, day| Claim { ix, day }
        )
    }

    /// Money that can be spent on services, ended streams included: filter by `endsOn` for what is left.
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
        #[graphql(desc = "The day on which they are seen; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<FundingStreamConnection>> {
        let page = PageArgs {
            first,
            after,
            last,
            before,
        };
        all_rows!(
            ctx,
            funding_streams,
            "fundingStreams",
            as_of,
            filter,
            order_by,
            page,
            |ix, day| FundingStream { ix, day }
        )
    }

    /// Pieces of evidence.
    async fn evidence(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the start, or after the cursor.")] first: Option<i32>,
        #[graphql(desc = "Rows after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, or before the cursor.")] last: Option<i32>,
        #[graphql(desc = "Rows before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only rows that pass.")] filter: Option<EvidenceFilter>,
        #[graphql(desc = "In this order; by id by default.")] order_by: Option<
            Vec<Order<EvidenceOrderField>>,
        >,
    ) -> Result<Option<EvidenceConnection>> {
        let page = PageArgs {
            first,
            after,
            last,
            before,
        };
        let as_of = None;
        all_rows!(
            ctx,
            evidence,
            "evidence",
            as_of,
            filter,
            order_by,
            page,
            |ix, _| Evidence(ix)
        )
    }
}
