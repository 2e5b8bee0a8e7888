//! What an overspend or an exit would mean for the members of a pooled budget.

use async_graphql::{Context, Object, Result, SimpleObject};
use chrono::NaiveDate;
use planning::pool::exit as e;
use planning::pool::risk as r;

use super::body::Body;
use super::service::Service;
use super::{Share, whole};
use crate::graphql::context::ContextExt;
use crate::graphql::scalars::{Date, Decimal, Money, PartialDate};

/// A sum that is not exceeded with a chance.
#[derive(SimpleObject, Clone, Debug)]
pub struct PoolChance {
    /// The chance, from 0 to 1.
    chance: Decimal,
    /// The least sum that was not exceeded in at least that share of the draws, pounds.
    amount: Money,
}

/// How often a sum was exceeded.
#[derive(SimpleObject, Clone, Debug)]
pub struct PoolExceedance {
    /// The sum, pounds.
    amount: Money,
    /// Draws in which more was drawn.
    times: i64,
    /// All draws.
    of: i64,
    /// The share of them, six digits.
    chance: Option<Decimal>,
}

/// What sums came to over the draws.
#[derive(SimpleObject, Clone, Debug)]
pub struct PoolSpread {
    /// For each chance asked, in its order.
    at: Vec<PoolChance>,
    /// For each sum asked, in its order.
    above: Vec<PoolExceedance>,
}

impl From<r::Spread> for PoolSpread {
    fn from(spread: r::Spread) -> Self {
        let at = spread.at.into_iter().map(|(chance, pence)| PoolChance {
            chance: Decimal::of_millionths(i64::from(chance)),
            amount: Money(whole(pence)),
        });
        let above = spread
            .above
            .into_iter()
            .map(|(pence, often)| exceedance(pence, often));
        Self {
            at: at.collect(),
            above: above.collect(),
        }
    }
}

fn exceedance(pence: u64, often: r::Often) -> PoolExceedance {
    let share = Share::from(planning::share::Share {
        part: u64::from(often.times),
        whole: u64::from(often.of),
    });
    PoolExceedance {
        amount: Money(whole(pence)),
        times: i64::from(often.times),
        of: i64::from(often.of),
        chance: share.fraction,
    }
}

/// What one member may have to find, seen on a day.
#[derive(Clone, Debug)]
pub struct PoolExposure {
    exposure: r::Exposure,
    day: NaiveDate,
}

/// What one member may have to find beyond its contribution.
#[Object]
impl PoolExposure {
    /// The member.
    async fn member(&self, ctx: &Context<'_>) -> Result<Option<Body>> {
        let found = ctx.atlas()?.bodies.find(&self.exposure.body);
        Ok(found.map(|ix| Body { ix, day: self.day }))
    }

    /// What it has put in, pounds.
    async fn contribution(&self) -> Money {
        Money(whole(self.exposure.contribution))
    }

    /// What it bears of the overspend.
    async fn bears(&self) -> PoolSpread {
        self.exposure.bears.clone().into()
    }
}

/// The risk of an overspend, from draws that a seed repeats to the byte.
#[derive(SimpleObject, Clone, Debug)]
pub struct PoolRisk {
    /// What all members have put in, those that align too, pounds.
    contributed: Money,
    /// What the year costs.
    cost: PoolSpread,
    /// What it costs above the contributions.
    overspend: PoolSpread,
    /// How often it costs more than the contributions.
    overspent: PoolExceedance,
    /// What each member may have to find. Members that align bear nothing.
    members: Vec<PoolExposure>,
    /// What lies above every member's limit: the agreement gives it to nobody.
    unshared: PoolSpread,
}

impl PoolRisk {
    /// An answer, seen on a day.
    pub fn of(risk: r::Risk, day: NaiveDate) -> Self {
        let members = risk.partners.into_iter();
        Self {
            contributed: Money(whole(risk.contributed)),
            cost: risk.cost.into(),
            overspend: risk.overspend.into(),
            overspent: exceedance(0, risk.overspent),
            members: members
                .map(|exposure| PoolExposure { exposure, day })
                .collect(),
            unshared: risk.unshared.into(),
        }
    }
}

/// A month of a service without money, seen on a day.
#[derive(Clone, Debug)]
pub struct UnfundedMonth {
    month: e::UnfundedMonth,
    day: NaiveDate,
}

/// A month of a service that nobody pays for any more.
#[Object]
impl UnfundedMonth {
    /// Its first day.
    async fn month(&self) -> Date {
        Date(self.month.month)
    }

    /// The service; null: one that you may not see.
    async fn service(&self, ctx: &Context<'_>) -> Result<Option<Service>> {
        let found = ctx.atlas()?.services.find(&self.month.service);
        Ok(found.map(|ix| Service { ix, day: self.day }))
    }

    /// What is missing, pounds.
    async fn amount(&self) -> Money {
        Money(whole(self.month.pence))
    }

    /// No commitment of that year is on record: the contract still runs, and the last year on record is taken to go on.
    async fn is_carried_on(&self) -> bool {
        self.month.is_carried_on
    }
}

/// What becomes of one service, seen on a day.
#[derive(Clone, Debug)]
pub struct UnfundedService {
    left: e::ServiceLeft,
    day: NaiveDate,
}

/// What becomes of one service when a member leaves.
#[Object]
impl UnfundedService {
    /// The service; null: one that you may not see.
    async fn service(&self, ctx: &Context<'_>) -> Result<Option<Service>> {
        let found = ctx.atlas()?.services.find(&self.left.service);
        Ok(found.map(|ix| Service { ix, day: self.day }))
    }

    /// What is missing, pounds.
    async fn amount(&self) -> Money {
        Money(whole(self.left.pence))
    }

    /// The last day of its contracts; null: not on record, so that only years with commitments are counted.
    async fn contract_ends_on(&self) -> Option<PartialDate> {
        self.left.contract_ends.map(PartialDate)
    }
}

/// What a member that stays would bear, seen on a day.
#[derive(Clone, Debug)]
pub struct ExitShare {
    body: String,
    pence: u64,
    day: NaiveDate,
}

/// What a member that stays would bear of what is left without money.
#[Object]
impl ExitShare {
    /// The member.
    async fn member(&self, ctx: &Context<'_>) -> Result<Option<Body>> {
        let found = ctx.atlas()?.bodies.find(&self.body);
        Ok(found.map(|ix| Body { ix, day: self.day }))
    }

    /// What it would bear, pounds.
    async fn amount(&self) -> Money {
        Money(whole(self.pence))
    }
}

/// What is left without money when a member leaves.
#[derive(SimpleObject, Clone, Debug)]
pub struct PoolExit {
    /// The last day for which it pays; that month is paid to its end.
    last_day: Date,
    /// Months without its money, by month and service.
    months: Vec<UnfundedMonth>,
    /// The same by service.
    services: Vec<UnfundedService>,
    /// All of it, pounds.
    amount: Money,
    /// What each member that stays would bear under the risk share; their shares are taken in proportion.
    shares: Vec<ExitShare>,
    /// What the risk share gives to nobody, pounds.
    unshared: Money,
    /// Months more than twenty years ahead were left out.
    is_cut: bool,
}

impl PoolExit {
    /// An answer, seen on a day; `staying` in the order in which it was asked.
    pub fn of(exit: e::Exit, staying: Vec<String>, day: NaiveDate) -> Self {
        let shares = staying.into_iter().zip(exit.borne.parts);
        Self {
            last_day: Date(exit.last_day),
            months: exit
                .months
                .into_iter()
                .map(|month| UnfundedMonth { month, day })
                .collect(),
            services: exit
                .services
                .into_iter()
                .map(|left| UnfundedService { left, day })
                .collect(),
            amount: Money(whole(exit.pence)),
            shares: shares
                .map(|(body, pence)| ExitShare { body, pence, day })
                .collect(),
            unshared: Money(whole(exit.borne.unshared)),
            is_cut: exit.is_cut,
        }
    }
}
