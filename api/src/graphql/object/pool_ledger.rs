//! The ledger of a pooled budget, and how an allocation is split over its money.

use async_graphql::{Context, SimpleObject};
use async_graphql::{Object, Result};
use chrono::NaiveDate;
use planning::atlas::Atlas;
use planning::facts as f;
use planning::pool::condition::Fit;
use planning::pool::ledger::{Balances, Ledger, Line};
use planning::pool::pots::{Pot, Proposal};
use planning::pool::read::moves_of;
use planning::table::Ix;

use super::body::Body;
use super::funding::FundingStream;
use super::service::Service;
use super::whole;
use crate::graphql::context::ContextExt;
use crate::graphql::enums::{ConditionFit, FundingConditionKind, PoolAccount, PoolLineKey};
use crate::graphql::scalars::Money;

/// A line of a ledger, seen on a day.
#[derive(Clone, Debug)]
pub struct PoolLine {
    year: Option<u32>,
    line: Line,
    sums: Balances,
    day: NaiveDate,
}

/// The lines of a pool's ledger, told apart as asked.
pub fn lines_of(
    atlas: &Atlas,
    pool: Ix<f::Pool>,
    year: Option<u32>,
    by: &[PoolLineKey],
    day: NaiveDate,
) -> Vec<PoolLine> {
    let mut moves = moves_of(atlas, pool);
    moves.retain(|one| year.is_none_or(|year| one.year == year));
    let is_by = |key| by.contains(&key);
    let sums = Ledger::of(&moves).by(|line| {
        let kept = |id: &Option<String>, key| id.clone().filter(|_| is_by(key));
        let year = is_by(PoolLineKey::Year).then_some(line.year);
        let line = Line {
            year: 0,
            member: kept(&line.member, PoolLineKey::Member),
            stream: kept(&line.stream, PoolLineKey::Stream),
            service: kept(&line.service, PoolLineKey::Service),
        };
        (year, line)
    });
    let lines = sums.into_iter().map(|((year, line), sums)| PoolLine {
        year,
        line,
        sums,
        day,
    });
    lines.collect()
}

/// Pence as the schema shows them.
fn money(pence: i128) -> Money {
    let most = if pence < 0 { i64::MIN } else { i64::MAX };
    Money(i64::try_from(pence).unwrap_or(most))
}

/// A line of a ledger: what was put in, and where it stands now. `contributed` is the sum of `pooled`, `aligned`, `allocated`, `committed` and `spent`, on every line that is not told apart by service.
#[Object]
impl PoolLine {
    /// The year in which the financial year begins; null where lines are not told apart by year.
    async fn financial_year(&self) -> Option<u32> {
        self.year
    }

    /// Whose money it is; null where lines are not told apart by member.
    async fn member(&self, ctx: &Context<'_>) -> Result<Option<Body>> {
        let atlas = ctx.atlas()?;
        let found = self
            .line
            .member
            .as_ref()
            .and_then(|id| atlas.bodies.find(id));
        Ok(found.map(|ix| Body { ix, day: self.day }))
    }

    /// The funding stream that it was given under; null where lines are not told apart by stream, and for money whose stream is not stated.
    async fn stream(&self, ctx: &Context<'_>) -> Result<Option<FundingStream>> {
        let atlas = ctx.atlas()?;
        let id = self.line.stream.as_ref();
        let found = id.and_then(|id| atlas.funding_streams.find(id));
        Ok(found.map(|ix| FundingStream { ix, day: self.day }))
    }

    /// The service that it is for; null where lines are not told apart by service, and for money that is for no service yet.
    async fn service(&self, ctx: &Context<'_>) -> Result<Option<Service>> {
        let atlas = ctx.atlas()?;
        let found = self
            .line
            .service
            .as_ref()
            .and_then(|id| atlas.services.find(id));
        Ok(found.map(|ix| Service { ix, day: self.day }))
    }

    /// What members have put in, less what went back to them, pounds.
    async fn contributed(&self) -> Money {
        money(self.sums.contributed)
    }

    /// Held by the host in common, for no service yet, pounds.
    async fn pooled(&self) -> Money {
        money(self.sums.pooled)
    }

    /// Kept by its member for the common plan, for no service yet, pounds.
    async fn aligned(&self) -> Money {
        money(self.sums.aligned)
    }

    /// Set aside for a service and not yet committed, pounds.
    async fn allocated(&self) -> Money {
        money(self.sums.allocated)
    }

    /// Committed and not yet spent, pounds.
    async fn committed(&self) -> Money {
        money(self.sums.committed)
    }

    /// Spent, pounds.
    async fn spent(&self) -> Money {
        money(self.sums.spent)
    }

    /// All that has been allocated so far, committed and spent included, pounds.
    async fn allocated_so_far(&self) -> Money {
        money(self.sums.allocated_so_far())
    }

    /// All that has been committed so far, spent included, pounds.
    async fn committed_so_far(&self) -> Money {
        money(self.sums.committed_so_far())
    }
}

/// Money of one member and stream that is for no service yet, and what it is proposed to give.
#[derive(Clone, Debug)]
pub struct PoolPot {
    pot: Pot,
    day: NaiveDate,
}

/// Money of one member and stream that is for no service yet, and what it is proposed to give.
#[Object]
impl PoolPot {
    /// Whose money it is; null: not stated.
    async fn member(&self, ctx: &Context<'_>) -> Result<Option<Body>> {
        let atlas = ctx.atlas()?;
        let id = self.pot.line.member.as_ref();
        let found = id.and_then(|id| atlas.bodies.find(id));
        Ok(found.map(|ix| Body { ix, day: self.day }))
    }

    /// The funding stream that it was given under; null: not stated.
    async fn stream(&self, ctx: &Context<'_>) -> Result<Option<FundingStream>> {
        let atlas = ctx.atlas()?;
        let id = self.pot.line.stream.as_ref();
        let found = id.and_then(|id| atlas.funding_streams.find(id));
        Ok(found.map(|ix| FundingStream { ix, day: self.day }))
    }

    /// Where it stands: `POOLED` or `ALIGNED`.
    async fn account(&self) -> PoolAccount {
        self.pot.account.into()
    }

    /// How much there is, pounds.
    async fn held(&self) -> Money {
        Money(whole(self.pot.held))
    }

    /// Whether its stream may pay for the service. `NOT_STATED` for money that names no stream.
    async fn fit(&self) -> ConditionFit {
        match self.pot.fit {
            Fit::Fits => ConditionFit::Fits,
            Fit::InPart(_) => ConditionFit::InPart,
            Fit::NotStated(_) => ConditionFit::NotStated,
            Fit::Outside(_) => ConditionFit::Outside,
        }
    }

    /// The conditions that decide it; empty where every one is met.
    async fn conditions(&self) -> Vec<FundingConditionKind> {
        match &self.pot.fit {
            Fit::Fits => Vec::new(),
            Fit::InPart(kinds) | Fit::NotStated(kinds) | Fit::Outside(kinds) => {
                kinds.iter().map(|kind| (*kind).into()).collect()
            }
        }
    }

    /// What it is proposed to give, pounds: in proportion to what fitting money holds, to the penny. What fits in part or is not stated gives nothing.
    async fn gives(&self) -> Money {
        Money(whole(self.pot.gives))
    }
}

/// How an allocation would be split over the money of a pool. It writes nothing: each pot that gives is a transfer to make.
#[derive(SimpleObject, Clone, Debug)]
pub struct PoolSplit {
    /// All money of the year that is for no service yet.
    pots: Vec<PoolPot>,
    /// What those that fit hold together, pounds.
    held: Money,
    /// What they cannot give of the amount, pounds; with any, no pot gives.
    short: Money,
}

impl PoolSplit {
    /// A proposal, seen on a day.
    pub fn of(proposal: Proposal, day: NaiveDate) -> Self {
        let pots = proposal.pots.into_iter();
        Self {
            pots: pots.map(|pot| PoolPot { pot, day }).collect(),
            held: Money(whole(proposal.held)),
            short: Money(whole(proposal.short)),
        }
    }
}
