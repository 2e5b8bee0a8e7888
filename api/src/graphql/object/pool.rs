//! Pooled budgets, their members and transfers.

use async_graphql::{Context, Enum, ID, Object, Result};
use chrono::NaiveDate;
use planning::facts as f;
use planning::pool::finding::findings;
use planning::pool::functions;
use planning::pool::read::case_of;
use planning::table::Ix;

use super::area::Area;
use super::body::Body;
use super::funding::FundingStream;
use super::offer::Offer;
use super::pool_finding::{PoolFinding, PoolFunction};
use super::pool_ledger::{PoolLine, lines_of};
use super::service::Service;
use super::whole;
use crate::graphql::context::ContextExt;
use crate::graphql::enums::{PoolAccount, PoolForm, PoolLineKey, PoolPart, RiskShare, Visibility};
use crate::graphql::filter::pool::PoolTransferFilter;
use crate::graphql::id::NodeType;
use crate::graphql::page::{Order, PageArgs, connection};
use crate::graphql::query::lists::List;
use crate::graphql::scalars::{Decimal, Money, PartialDate};

/// Money that several bodies plan together, in whatever legal form, seen on a day.
#[derive(Clone, Copy)]
pub struct Pool {
    pub(crate) ix: Ix<f::Pool>,
    pub(crate) day: NaiveDate,
}

/// Money that several bodies plan together, in whatever legal form.
#[Object]
impl Pool {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        Ok(NodeType::Pool.id(&ctx.atlas()?.pools.get(self.ix).id))
    }

    /// Counts the writes to the row, from 1: what `expectedVersion` of a change of it names.
    async fn version(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(ctx.atlas()?.pools.get(self.ix).version)
    }

    /// Who may see it.
    async fn visibility(&self, ctx: &Context<'_>) -> Result<Visibility> {
        Ok(ctx.atlas()?.pools.get(self.ix).visibility.into())
    }

    /// The body that keeps it, and sees it when it is private; null: the register itself.
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<Body>> {
        let atlas = ctx.atlas()?;
        let owner = atlas.pools.get(self.ix).owner.as_ref();
        let found = owner.and_then(|id| atlas.bodies.find(id));
        Ok(found.map(|ix| Body { ix, day: self.day }))
    }

    /// What it is called.
    async fn name<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.pools.get(self.ix).name)
    }

    /// Its legal form.
    async fn legal_form(&self, ctx: &Context<'_>) -> Result<PoolForm> {
        Ok(ctx.atlas()?.pools.get(self.ix).legal_form.into())
    }

    /// The body that holds it.
    async fn host(&self, ctx: &Context<'_>) -> Result<Option<Body>> {
        let atlas = ctx.atlas()?;
        let found = atlas.bodies.find(&atlas.pools.get(self.ix).host);
        Ok(found.map(|ix| Body { ix, day: self.day }))
    }

    /// Where it is for.
    async fn area(&self, ctx: &Context<'_>) -> Result<Option<Area>> {
        let atlas = ctx.atlas()?;
        let id = atlas.pools.get(self.ix).area.as_ref();
        let found = id.and_then(|id| atlas.areas.find(id));
        Ok(found.map(|ix| Area { ix, day: self.day }))
    }

    /// What it is for.
    async fn purpose<'a>(&self, ctx: &'a Context<'_>) -> Result<&'a str> {
        Ok(&ctx.atlas()?.pools.get(self.ix).purpose)
    }

    /// What it may buy, by code; empty: not stated.
    async fn offers(&self, ctx: &Context<'_>) -> Result<Vec<Offer>> {
        let atlas = ctx.atlas()?;
        let ids = atlas.pools.get(self.ix).offers.iter();
        let found = ids.filter_map(|id| atlas.offers.find(id));
        Ok(found.map(Offer).collect())
    }

    /// The functions that partners exercise for each other; empty: not on record.
    async fn functions(&self, ctx: &Context<'_>) -> Result<Vec<PoolFunction>> {
        let codes = ctx.atlas()?.pools.get(self.ix).functions.as_deref();
        let codes = codes.unwrap_or_default().split(';');
        let found = codes.filter_map(functions::PoolFunction::find);
        Ok(found.map(PoolFunction::from).collect())
    }

    /// First day.
    async fn starts_on(&self, ctx: &Context<'_>) -> Result<PartialDate> {
        Ok(PartialDate(ctx.atlas()?.pools.get(self.ix).starts_on))
    }

    /// Last day; null: not stated.
    async fn ends_on(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        Ok(ctx.atlas()?.pools.get(self.ix).ends_on.map(PartialDate))
    }

    /// Who bears an overspend.
    async fn risk_share(&self, ctx: &Context<'_>) -> Result<RiskShare> {
        Ok(ctx.atlas()?.pools.get(self.ix).risk_share.into())
    }

    /// Up to where an overspend is borne in equal parts, pounds; null: not on record.
    async fn tier(&self, ctx: &Context<'_>) -> Result<Option<Money>> {
        Ok(ctx.atlas()?.pools.get(self.ix).tier_pence.map(Money))
    }

    /// Notice that a member gives to leave, months; null: not stated.
    async fn exit_notice_months(&self, ctx: &Context<'_>) -> Result<Option<i64>> {
        Ok(ctx
            .atlas()?
            .pools
            .get(self.ix)
            .exit_notice_months
            .map(whole))
    }

    /// When those affected were consulted jointly; null: not on record.
    async fn consulted_on(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        Ok(ctx
            .atlas()?
            .pools
            .get(self.ix)
            .consulted_on
            .map(PartialDate))
    }

    /// The committee that decides; null: not on record.
    async fn decision_body<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        Ok(ctx.atlas()?.pools.get(self.ix).decision_body.as_deref())
    }

    /// The post that manages the fund, never a name; null: not on record.
    async fn manager_role<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        Ok(ctx.atlas()?.pools.get(self.ix).manager_role.as_deref())
    }

    /// How value added tax is treated; null: not on record.
    async fn vat_status<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        Ok(ctx.atlas()?.pools.get(self.ix).vat_status.as_deref())
    }

    /// The bodies that take part.
    async fn members(&self, ctx: &Context<'_>) -> Result<Vec<PoolMember>> {
        let rows = ctx.atlas()?.members_of_pool(self.ix).iter();
        Ok(rows
            .map(|ix| PoolMember {
                ix: *ix,
                day: self.day,
            })
            .collect())
    }

    /// Its moves of money.
    #[expect(clippy::too_many_arguments, reason = "the arguments of connections")]
    async fn transfers(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the start, or after the cursor.")] first: Option<i32>,
        #[graphql(desc = "Rows after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, or before the cursor.")] last: Option<i32>,
        #[graphql(desc = "Rows before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only rows that pass.")] filter: Option<PoolTransferFilter>,
        #[graphql(desc = "In this order; by id by default.")] order_by: Option<
            Vec<Order<PoolTransferOrderField>>,
        >,
    ) -> Result<PoolTransferConnection> {
        let page = PageArgs {
            first,
            after,
            last,
            before,
        };
        let atlas = ctx.atlas()?;
        let rows = atlas.transfers_of_pool(self.ix).to_vec();
        let name = ("transfers", &atlas.pools.get(self.ix).id);
        let list = List::new(name, filter, order_by, page, self.day);
        let day = self.day;
        Ok(list.page(ctx, rows, |ix| PoolTransfer { ix, day })?.into())
    }

    /// Its ledger: what was put in and where it stands now, in one line or told apart as asked. Lines are in order of year, member, stream and service.
    async fn ledger(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only the financial year that begins in this year; all by default.")]
        financial_year: Option<u32>,
        #[graphql(desc = "What lines are told apart by; by nothing, in one line, by default.")] by: Option<
            Vec<PoolLineKey>,
        >,
    ) -> Result<Vec<PoolLine>> {
        let by = by.unwrap_or_default();
        let atlas = ctx.atlas()?;
        Ok(lines_of(atlas, self.ix, financial_year, &by, self.day))
    }

    /// What breaks a rule, needs somebody's judgement, or is not on record: breaches first.
    async fn findings(&self, ctx: &Context<'_>) -> Result<Vec<PoolFinding>> {
        let case = case_of(ctx.atlas()?, self.ix, self.day);
        let found = findings(&case).into_iter();
        let day = self.day;
        Ok(found.map(|finding| PoolFinding { finding, day }).collect())
    }
}

connection!(
    /// Pooled budgets, page by page.
    PoolConnection,
    /// A pooled budget and its place in the list.
    PoolEdge,
    Pool
);

/// What pooled budgets can be ordered by.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum PoolOrderField {
    /// Name.
    Name,
    /// First day.
    StartsOn,
    /// Last day.
    EndsOn,
}

/// A body that takes part in a pooled budget, seen on a day.
#[derive(Clone, Copy)]
pub struct PoolMember {
    pub(crate) ix: Ix<f::PoolMember>,
    pub(crate) day: NaiveDate,
}

/// A body that takes part in a pooled budget.
#[Object]
impl PoolMember {
    /// The body.
    async fn body(&self, ctx: &Context<'_>) -> Result<Option<Body>> {
        let atlas = ctx.atlas()?;
        let found = atlas.bodies.find(&atlas.pool_members.get(self.ix).body);
        Ok(found.map(|ix| Body { ix, day: self.day }))
    }

    /// What it does with its money.
    async fn part(&self, ctx: &Context<'_>) -> Result<PoolPart> {
        Ok(ctx.atlas()?.pool_members.get(self.ix).part.into())
    }

    /// Its stated share of an overspend, from 0 to 1; null: not on record.
    async fn risk_share(&self, ctx: &Context<'_>) -> Result<Option<Decimal>> {
        Ok(ctx
            .atlas()?
            .pool_members
            .get(self.ix)
            .risk_share_millionths
            .map(Decimal::of_millionths))
    }

    /// Last day of its membership, if it leaves before the end; null: not on record.
    async fn leaves_on(&self, ctx: &Context<'_>) -> Result<Option<PartialDate>> {
        Ok(ctx
            .atlas()?
            .pool_members
            .get(self.ix)
            .leaves_on
            .map(PartialDate))
    }
}

/// One move of money of a pooled budget: from one account to another, so that both sides always balance, seen on a day.
#[derive(Clone, Copy)]
pub struct PoolTransfer {
    pub(crate) ix: Ix<f::PoolTransfer>,
    pub(crate) day: NaiveDate,
}

/// One move of money of a pooled budget, from one account to another: both sides always balance.
#[Object]
impl PoolTransfer {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        Ok(NodeType::PoolTransfer.id(&ctx.atlas()?.pool_transfers.get(self.ix).id))
    }

    /// Counts the writes to the row, from 1: what `expectedVersion` of a change of it names.
    async fn version(&self, ctx: &Context<'_>) -> Result<i64> {
        Ok(ctx.atlas()?.pool_transfers.get(self.ix).version)
    }

    /// The pooled budget.
    async fn pool(&self, ctx: &Context<'_>) -> Result<Option<Pool>> {
        let atlas = ctx.atlas()?;
        let found = atlas.pools.find(&atlas.pool_transfers.get(self.ix).pool);
        Ok(found.map(|ix| Pool { ix, day: self.day }))
    }

    /// The year in which the financial year begins: 2026 is April 2026 to March 2027.
    async fn financial_year(&self, ctx: &Context<'_>) -> Result<u32> {
        Ok(ctx.atlas()?.pool_transfers.get(self.ix).financial_year)
    }

    /// When it was made.
    async fn made_on(&self, ctx: &Context<'_>) -> Result<PartialDate> {
        Ok(PartialDate(
            ctx.atlas()?.pool_transfers.get(self.ix).made_on,
        ))
    }

    /// Where the money stood.
    #[graphql(name = "fromAccount")]
    async fn account_before(&self, ctx: &Context<'_>) -> Result<PoolAccount> {
        Ok(ctx.atlas()?.pool_transfers.get(self.ix).from_account.into())
    }

    /// Where it stands now.
    #[graphql(name = "toAccount")]
    async fn account_after(&self, ctx: &Context<'_>) -> Result<PoolAccount> {
        Ok(ctx.atlas()?.pool_transfers.get(self.ix).to_account.into())
    }

    /// The member whose money it is.
    async fn member(&self, ctx: &Context<'_>) -> Result<Option<Body>> {
        let atlas = ctx.atlas()?;
        let id = atlas.pool_transfers.get(self.ix).member.as_ref();
        let found = id.and_then(|id| atlas.bodies.find(id));
        Ok(found.map(|ix| Body { ix, day: self.day }))
    }

    /// The funding stream that it comes from; null: not stated.
    async fn stream(&self, ctx: &Context<'_>) -> Result<Option<FundingStream>> {
        let atlas = ctx.atlas()?;
        let id = atlas.pool_transfers.get(self.ix).stream.as_ref();
        let found = id.and_then(|id| atlas.funding_streams.find(id));
        Ok(found.map(|ix| FundingStream { ix, day: self.day }))
    }

    /// The service. Stands with every move to or from `allocated`, `committed` and `spent`.
    async fn service(&self, ctx: &Context<'_>) -> Result<Option<Service>> {
        let atlas = ctx.atlas()?;
        let id = atlas.pool_transfers.get(self.ix).service.as_ref();
        let found = id.and_then(|id| atlas.services.find(id));
        Ok(found.map(|ix| Service { ix, day: self.day }))
    }

    /// How much, pounds; more than nothing.
    async fn amount(&self, ctx: &Context<'_>) -> Result<Money> {
        Ok(Money(ctx.atlas()?.pool_transfers.get(self.ix).amount_pence))
    }

    /// The reference of the contract, invoice or minute.
    async fn reference<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        Ok(ctx
            .atlas()?
            .pool_transfers
            .get(self.ix)
            .reference
            .as_deref())
    }

    /// What to know of it.
    async fn note<'a>(&self, ctx: &'a Context<'_>) -> Result<Option<&'a str>> {
        Ok(ctx.atlas()?.pool_transfers.get(self.ix).note.as_deref())
    }
}

connection!(
    /// Moves of money of a pooled budget, page by page.
    PoolTransferConnection,
    /// A move of money and its place in the list.
    PoolTransferEdge,
    PoolTransfer
);

/// What moves of money can be ordered by.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum PoolTransferOrderField {
    /// When it was made.
    MadeOn,
    /// The financial year.
    FinancialYear,
    /// How much.
    Amount,
}
