//! Pooled budgets: listed, and asked what an overspend or an exit would mean.

use std::collections::BTreeMap;

use async_graphql::{Context, ID, InputObject, Object, Result};
use chrono::NaiveDate;
use planning::atlas::Atlas;
use planning::facts as f;
use planning::pool::case::Case;
use planning::pool::cost::CostLine;
use planning::pool::liability::Sharing;
use planning::pool::risk::{RiskFault, RiskQuestion};
use planning::pool::{days_of, exit, functions, pots, read, risk};
use planning::table::Ix;

use super::lists;
use crate::graphql::context::ContextExt;
use crate::graphql::enums::RiskShare;
use crate::graphql::error::Fault;
use crate::graphql::filter::pool::PoolFilter;
use crate::graphql::id::NodeType;
use crate::graphql::known_at::KnownAt;
use crate::graphql::object::pool::{Pool, PoolConnection, PoolOrderField, PoolTransferOrderField};
use crate::graphql::object::pool_finding::PoolFunction;
use crate::graphql::object::pool_ledger::PoolSplit;
use crate::graphql::object::pool_risk::{PoolExit, PoolRisk};
use crate::graphql::page::{Order, PageArgs, SortValue};
use crate::graphql::scalars::{Date, Decimal, Money};

/// Draws where none are asked for.
const DRAWS: i32 = 10_000;
/// Chances where none are asked for, millionths.
const CHANCES: [u32; 3] = [500_000, 800_000, 950_000];

/// What a line of the plan may cost in the year: at least `low`, most likely `central`, at most `high`.
#[derive(InputObject, Clone, Debug)]
pub struct PoolCostInput {
    /// What it is the cost of.
    pub name: String,
    /// The least that it can be, pounds.
    pub low: Money,
    /// The most likely, pounds.
    pub central: Money,
    /// The most that it can be, pounds.
    pub high: Money,
}

/// What a member is taken to put in or to bear, in place of what is on record.
#[derive(InputObject, Clone, Debug)]
pub struct PoolBearerInput {
    /// The member, by id.
    pub member: ID,
    /// What it puts in, pounds; the ledger's by default.
    pub contribution: Option<Money>,
    /// Its share of an overspend, from 0 to 1; the stated one by default.
    pub share: Option<Decimal>,
    /// What it bears at most, pounds; no limit by default.
    pub cap: Option<Money>,
}

/// What to ask about the risk of an overspend. The same input on the same revision gives the same answer.
#[derive(InputObject, Clone, Debug)]
pub struct PoolRiskInput {
    /// The pooled budget, by id.
    pub pool: ID,
    /// The year in which the financial year begins: 2026 is April 2026 to March 2027.
    pub financial_year: u32,
    /// What the year may cost: one line at least.
    pub costs: Vec<PoolCostInput>,
    /// Whether dear lines are dear at the same time; each is drawn for itself by default.
    #[graphql(default)]
    pub costs_move_together: bool,
    /// Who bears an overspend; what the pool states by default.
    pub risk_share: Option<RiskShare>,
    /// Up to where it is borne in equal parts, pounds; what the pool states by default.
    pub tier: Option<Money>,
    /// Members for which something else is taken than what is on record.
    pub members: Option<Vec<PoolBearerInput>>,
    /// What the draws begin from: a number from 0 that you choose and quote with the answer.
    pub seed: u32,
    /// How many draws; 10,000 by default.
    pub draws: Option<i32>,
    /// Chances from 0 to 1: what is not exceeded with that chance; 0.5, 0.8 and 0.95 by default.
    pub chances: Option<Vec<Decimal>>,
    /// Sums in pounds: the chance of more.
    pub above: Option<Vec<Money>>,
}

/// What to ask about a member's exit.
#[derive(InputObject, Clone, Debug)]
pub struct PoolExitInput {
    /// The pooled budget, by id.
    pub pool: ID,
    /// The member that leaves, by id.
    pub member: ID,
    /// The day on which it gives notice.
    pub notice_on: Date,
    /// Notice, months; what the pool states by default.
    pub notice_months: Option<u32>,
}

/// What to ask about splitting an allocation.
#[derive(InputObject, Clone, Debug)]
pub struct PoolSplitInput {
    /// The pooled budget, by id.
    pub pool: ID,
    /// The service, by id.
    pub service: ID,
    /// The year in which the financial year begins: 2026 is April 2026 to March 2027.
    pub financial_year: u32,
    /// What is to be allocated, pounds.
    pub amount: Money,
}

/// Pooled budgets.
#[derive(Default)]
pub struct PoolQuery;

#[Object]
#[expect(clippy::too_many_arguments, reason = "the arguments of connections")]
impl PoolQuery {
    /// Pooled budgets, ended ones included: filter by `endsOn` for what is left. The register ships none: they are entered by those who keep them.
    async fn pools(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the start, or after the cursor.")] first: Option<i32>,
        #[graphql(desc = "Rows after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, or before the cursor.")] last: Option<i32>,
        #[graphql(desc = "Rows before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only rows that pass.")] filter: Option<PoolFilter>,
        #[graphql(desc = "In this order; by id by default.")] order_by: Option<
            Vec<Order<PoolOrderField>>,
        >,
        #[graphql(desc = "The day on which they are seen; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<PoolConnection>> {
        let page = PageArgs {
            first,
            after,
            last,
            before,
        };
        let day = ctx.day(as_of)?;
        let rows = ctx.atlas()?.pools.iter().map(|(ix, _)| ix).collect();
        let list = lists::List::new("pools", filter, order_by, page, day);
        Ok(Some(list.page(ctx, rows, |ix| Pool { ix, day })?.into()))
    }

    /// The functions that a pooled budget may be about, with what the regulations say of each. It is a closed list, and no legal advice.
    async fn pool_functions(&self) -> Option<Vec<PoolFunction>> {
        let all = functions::PoolFunction::ALL.iter().copied();
        Some(all.map(PoolFunction::from).collect())
    }

    /// What an overspend could come to, and what each member would have to find of it: costs are drawn from the range that you state, by a seeded generator, and shared as the pool states or as you say. Units: pounds. A pool that is not in the register, or that you may not see, is null.
    async fn pool_risk(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What is asked.")] input: PoolRiskInput,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<PoolRisk>> {
        let (atlas, day) = (ctx.atlas()?, ctx.day(None)?);
        let Some(pool) = pool_of(atlas, &input.pool)? else {
            return Ok(None);
        };
        let case = read::case_of(atlas, pool, day);
        let question = RiskQuestion {
            costs: costs_of(&input.costs)?,
            together: input.costs_move_together,
            aligned: case.aligned_in(input.financial_year),
            sharing: sharing_of(&case, &input)?,
            draws: u32::try_from(input.draws.unwrap_or(DRAWS)).unwrap_or(0),
            seed: u64::from(input.seed),
            chances: match &input.chances {
                None => CHANCES.to_vec(),
                Some(all) => all
                    .iter()
                    .map(|one| millionths("input.chances", one))
                    .collect::<Result<_, _>>()?,
            },
            sums: input
                .above
                .iter()
                .flatten()
                .map(|sum| pence("input.above", *sum))
                .collect::<Result<_, _>>()?,
        };
        let answer = risk::answer(&question).map_err(|fault| fault_of(&fault))?;
        Ok(Some(PoolRisk::of(answer, day)))
    }

    /// What is left without money when a member gives notice, by month and service, and what those who stay would bear of it. A year's commitment is taken as twelve equal months, and the month in which the member leaves is paid to its end. A pool that is not in the register, or that you may not see, is null.
    async fn pool_exit(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What is asked.")] input: PoolExitInput,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<PoolExit>> {
        let (atlas, day) = (ctx.atlas()?, ctx.day(None)?);
        let Some(pool) = pool_of(atlas, &input.pool)? else {
            return Ok(None);
        };
        let case = read::case_of(atlas, pool, day);
        let member = NodeType::Body.parse("input.member", &input.member)?;
        if !case.terms.partners.iter().any(|one| one.body == member) {
            return Err(bad("input.member", "this body is no member of the pool").into());
        }
        let Some(months) = input.notice_months.or(case.exit_notice_months) else {
            let what = "the pool states no notice: say how many months";
            return Err(bad("input.noticeMonths", what).into());
        };
        let last_day = exit::last_day_after(input.notice_on.0, months);
        let question = case.exit_of(&member, last_day);
        let staying = question.staying.bearers.iter();
        let staying = staying.map(|one| one.body.clone()).collect();
        Ok(Some(PoolExit::of(exit::answer(&question), staying, day)))
    }

    /// How an allocation to a service could be split over the money of a pool whose conditions let it pay, in proportion to what there is, to the penny. It writes nothing. A pool or service that is not in the register, or that you may not see, is null.
    async fn pool_split(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What is asked.")] input: PoolSplitInput,
    ) -> Result<Option<PoolSplit>> {
        let (atlas, day) = (ctx.atlas()?, ctx.day(None)?);
        let service = NodeType::Service.parse("input.service", &input.service)?;
        let (Some(pool), Some(service)) =
            (pool_of(atlas, &input.pool)?, atlas.services.find(&service))
        else {
            return Ok(None);
        };
        let Some((first, _)) = days_of(input.financial_year) else {
            return Err(bad("input.financialYear", "write a year such as 2026").into());
        };
        let case = read::case_of(atlas, pool, day);
        let fits: BTreeMap<_, _> = case
            .streams
            .keys()
            .filter_map(|id| {
                let stream = atlas.funding_streams.find(id)?;
                Some((id.clone(), read::fit_of(atlas, stream, service, first)))
            })
            .collect();
        let amount = pence("input.amount", input.amount)?;
        let proposal = pots::propose(&case.ledger, input.financial_year, amount, &fits);
        Ok(Some(PoolSplit::of(proposal, day)))
    }
}

impl lists::OrderField<Ix<f::Pool>> for PoolOrderField {
    fn value(self, atlas: &Atlas, row: Ix<f::Pool>, _: NaiveDate) -> SortValue {
        let pool = atlas.pools.get(row);
        match self {
            Self::Name => SortValue::Text(pool.name.clone()),
            Self::StartsOn => SortValue::text(Some(pool.starts_on.first())),
            Self::EndsOn => SortValue::text(pool.ends_on.map(|d| d.last())),
        }
    }
}

impl lists::OrderField<Ix<f::PoolTransfer>> for PoolTransferOrderField {
    fn value(self, atlas: &Atlas, row: Ix<f::PoolTransfer>, _: NaiveDate) -> SortValue {
        let transfer = atlas.pool_transfers.get(row);
        match self {
            Self::MadeOn => SortValue::text(Some(transfer.made_on.first())),
            Self::FinancialYear => SortValue::Number(i64::from(transfer.financial_year)),
            Self::Amount => SortValue::Number(transfer.amount_pence),
        }
    }
}

fn bad(field: &str, what: &str) -> Fault {
    Fault::BadInput {
        field: field.to_owned(),
        what: what.to_owned(),
    }
}

fn pool_of(atlas: &Atlas, id: &str) -> Result<Option<Ix<f::Pool>>, Fault> {
    Ok(atlas.pools.find(&NodeType::Pool.parse("input.pool", id)?))
}

fn pence(field: &str, money: Money) -> Result<u64, Fault> {
    u64::try_from(money.0).map_err(|_| bad(field, "money here is not below zero"))
}

/// A decimal from 0 to 1 of six digits at most, in millionths.
fn millionths(field: &str, decimal: &Decimal) -> Result<u32, Fault> {
    let read = || {
        let (whole, part) = decimal.0.split_once('.').unwrap_or((&decimal.0, ""));
        if part.len() > 6 || whole.len() != 1 {
            return None;
        }
        format!("{whole}{part:0<6}").parse().ok()
    };
    let found: Option<u32> = read();
    let found = found.filter(|count| *count <= risk::CERTAIN);
    found.ok_or_else(|| {
        bad(
            field,
            "write a number from 0 to 1 with six decimals at most",
        )
    })
}

fn costs_of(costs: &[PoolCostInput]) -> Result<Vec<CostLine>, Fault> {
    let line = |one: &PoolCostInput| {
        Ok(CostLine {
            name: one.name.chars().take(100).collect(),
            low: pence("input.costs", one.low)?,
            central: pence("input.costs", one.central)?,
            high: pence("input.costs", one.high)?,
        })
    };
    costs.iter().map(line).collect()
}

/// The pool's own sharing, with what the asker puts in its place.
fn sharing_of(case: &Case, input: &PoolRiskInput) -> Result<Sharing, Fault> {
    let mut sharing = case.sharing(input.financial_year, None);
    if let Some(rule) = input.risk_share {
        sharing.rule = rule.into();
    }
    if let Some(tier) = input.tier {
        sharing.tier = Some(pence("input.tier", tier)?);
    }
    for (at, other) in input.members.iter().flatten().enumerate() {
        let field = |name: &str| format!("input.members.{at}.{name}");
        let body = NodeType::Body.parse(&field("member"), &other.member)?;
        let Some(bearer) = sharing.bearers.iter_mut().find(|one| one.body == body) else {
            let what = "this body is no member whose money is held in common";
            return Err(bad(&field("member"), what));
        };
        if let Some(sum) = other.contribution {
            bearer.contribution = pence(&field("contribution"), sum)?;
        }
        if let Some(share) = &other.share {
            bearer.share = Some(u64::from(millionths(&field("share"), share)?));
        }
        if let Some(cap) = other.cap {
            bearer.cap = Some(pence(&field("cap"), cap)?);
        }
    }
    Ok(sharing)
}

fn fault_of(fault: &RiskFault) -> Fault {
    let field = match fault {
        RiskFault::NoCosts | RiskFault::BadCost(_) => "input.costs",
        RiskFault::Draws | RiskFault::TooMuch => "input.draws",
        RiskFault::Chances => "input.chances",
        RiskFault::Sums => "input.above",
        RiskFault::Sharing(_) => "input.riskShare",
    };
    bad(field, &fault.to_string())
}
