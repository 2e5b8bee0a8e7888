//! Services and the records behind them, listed.

use async_graphql::{Context, Object, Result};

use super::lists::{self, all_rows};
use crate::graphql::context::ContextExt;
use crate::graphql::filter::funding::FundingStreamFilter;
use crate::graphql::filter::rows::{
    ClaimFilter, ContractFilter, CoverageRecordFilter, EvidenceFilter, ServiceFilter,
};
use crate::graphql::known_at::KnownAt;
use crate::graphql::object::claim::{Claim, ClaimConnection, ClaimOrderField};
use crate::graphql::object::contract::{Contract, ContractConnection, ContractOrderField};
use crate::graphql::object::evidence::{Evidence, EvidenceConnection, EvidenceOrderField};
use crate::graphql::object::funding::{
    FundingStream, FundingStreamConnection, FundingStreamOrderField,
};
use crate::graphql::object::record::{
    CoverageRecord, CoverageRecordConnection, CoverageRecordOrderField,
};
use crate::graphql::object::service::{Service, ServiceConnection, ServiceOrderField};
use crate::graphql::page::{Order, PageArgs};
use crate::graphql::scalars::Date;

/// Lists of what is done.
#[derive(Default)]
pub struct CatalogueQuery;

#[Object]
#[expect(clippy::too_many_arguments, reason = "the arguments of connections")]
impl CatalogueQuery {
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
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
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
