//! A plan as it is shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use async_graphql::{Context, Object, Result};
use planning::allocate::answer::{Payment, Plan, Served};
use planning::allocate::number::decimal;
use planning::allocate::problem::Place;

use super::total::{AllocationBreach, AllocationTotal, Total};
use super::{AllocationDemand, Asked};
use crate::graphql::context::ContextExt;
use crate::graphql::object::area::Area;
use crate::graphql::object::offer::{Cohort, Offer};
use crate::graphql::scalars::{Decimal, Money};

/// A plan.
pub struct AllocationPlan {
    asked: Asked,
    plan: Arc<Plan>,
}

/// People from thousandths.
pub fn people(milli: i64) -> Decimal {
    Decimal(decimal(i128::from(milli), 3))
}

/// Weighted people from thousand-millionths.
pub fn weighted(parts: i128) -> Decimal {
    Decimal(decimal(parts, 9))
}

impl AllocationPlan {
    pub(super) fn new(asked: &Asked, plan: &Plan) -> Self {
        Self {
            asked: asked.clone(),
            plan: Arc::new(plan.clone()),
        }
    }

    fn totals<K: Ord + Clone>(&self, of: impl Fn(&Place) -> K) -> BTreeMap<K, Total> {
        let mut totals: BTreeMap<K, Total> = BTreeMap::new();
        for served in &self.plan.places {
            totals.entry(of(&served.place)).or_default().add(served);
        }
        totals
    }

    fn total(&self) -> Total {
        let mut total = Total::default();
        self.plan.places.iter().for_each(|served| total.add(served));
        total
    }
}

/// A plan: what is done for each need, and which stream pays for it. Money is exact to the penny; people are to a thousandth, rounded down.
#[Object]
impl AllocationPlan {
    /// Weighted need that it leaves unmet.
    async fn unmet(&self) -> Decimal {
        weighted(self.plan.unmet)
    }

    /// No plan of its kind leaves less weighted need unmet; null: nobody optimised it.
    async fn bound(&self) -> Option<Decimal> {
        self.plan.bound.map(weighted)
    }

    /// How far it is from the bound at most; null: nobody optimised it.
    async fn distance(&self) -> Option<Decimal> {
        self.plan
            .bound
            .map(|bound| weighted(self.plan.unmet - bound))
    }

    /// People in need.
    async fn people_in_need(&self) -> Decimal {
        people(self.total().need)
    }

    /// People whom it serves.
    async fn people_served(&self) -> Decimal {
        people(self.total().served)
    }

    /// Pounds that it spends, commitments included.
    async fn amount(&self) -> Money {
        Money(self.total().pence)
    }

    /// Of them, those that were promised.
    async fn committed(&self) -> Money {
        Money(self.total().committed)
    }

    /// Pounds that it leaves in the streams.
    async fn unspent(&self) -> Money {
        let all = self.asked.question.streams.iter();
        let all: i64 = all.map(|stream| stream.pence).sum();
        Money(all - self.total().pence)
    }

    /// What is done for each need, by area, offer and cohort.
    async fn places(&self) -> Vec<AllocationPlace> {
        let places = self.plan.places.iter();
        places
            .map(|served| AllocationPlace {
                asked: self.asked.clone(),
                served: served.clone(),
            })
            .collect()
    }

    /// Which stream pays for what, commitments included, by stream, area, offer and cohort.
    async fn payments(&self) -> Vec<AllocationPayment> {
        let payments = self.plan.payments.iter();
        payments
            .map(|payment| AllocationPayment {
                asked: self.asked.clone(),
                payment: payment.clone(),
            })
            .collect()
    }

    /// The same by area.
    async fn by_area(&self) -> Vec<AllocationTotal> {
        let totals = self.totals(|place| place.area.clone());
        let told = totals.into_iter().map(|(area, total)| AllocationTotal {
            place: Some(Place {
                area,
                ..Place::default()
            }),
            asked: self.asked.clone(),
            total,
        });
        told.collect()
    }

    /// The same by offer.
    async fn by_offer(&self) -> Vec<AllocationTotal> {
        let totals = self.totals(|place| place.offer.clone());
        let told = totals.into_iter().map(|(offer, total)| AllocationTotal {
            place: Some(Place {
                offer,
                ..Place::default()
            }),
            asked: self.asked.clone(),
            total,
        });
        told.collect()
    }

    /// The same by cohort; needs that name none are one more.
    async fn by_cohort(&self) -> Vec<AllocationTotal> {
        let totals = self.totals(|place| place.cohort.clone());
        let told = totals.into_iter().map(|(cohort, total)| AllocationTotal {
            place: cohort.map(|cohort| Place {
                cohort: Some(cohort),
                ..Place::default()
            }),
            asked: self.asked.clone(),
            total,
        });
        told.collect()
    }

    /// What is demanded and it does not hold; empty: it holds all. Sums of people are held to a thousandth of a person for each need.
    async fn broken(&self) -> Vec<AllocationBreach> {
        let broken = self.plan.broken.iter();
        broken
            .map(|(demand, by)| AllocationBreach {
                demand: AllocationDemand {
                    asked: self.asked.clone(),
                    demand: demand.clone(),
                },
                by: *by,
            })
            .collect()
    }
}

/// What a plan does for one need.
pub struct AllocationPlace {
    asked: Asked,
    served: Served,
}

/// What a plan does for one need: an offer in an area for a cohort.
#[Object]
impl AllocationPlace {
    /// Where.
    async fn area(&self, ctx: &Context<'_>) -> Result<Option<Area>> {
        Ok(self.asked.area(ctx.atlas()?, &self.served.place.area))
    }

    /// What.
    async fn offer(&self, ctx: &Context<'_>) -> Result<Option<Offer>> {
        let found = ctx.atlas()?.offers.find(&self.served.place.offer);
        Ok(found.map(Offer))
    }

    /// For whom; null: everybody whom the offer is for.
    async fn cohort(&self, ctx: &Context<'_>) -> Result<Option<Cohort>> {
        cohort(ctx, self.served.place.cohort.as_deref())
    }

    /// People in need.
    async fn people_in_need(&self) -> Decimal {
        people(self.served.need)
    }

    /// People whom the plan serves.
    async fn people_served(&self) -> Decimal {
        people(self.served.people)
    }

    /// Weighted need that it leaves unmet.
    async fn unmet(&self) -> Decimal {
        let left = i128::from(self.served.need - self.served.people);
        weighted(left * i128::from(self.served.weight))
    }

    /// Pounds, commitments included.
    async fn amount(&self) -> Money {
        Money(self.served.pence)
    }

    /// Of them, those that were promised.
    async fn committed(&self) -> Money {
        Money(self.served.committed)
    }

    /// Whole units beyond commitments; null: bought in money of any size.
    async fn units(&self) -> Option<i64> {
        self.served.units
    }
}

/// What one stream pays for.
pub struct AllocationPayment {
    asked: Asked,
    payment: Payment,
}

/// What one stream pays for: an offer in an area for a cohort.
#[Object]
impl AllocationPayment {
    /// The stream, by your name for it.
    async fn stream(&self) -> &str {
        &self.payment.stream
    }

    /// Where.
    async fn area(&self, ctx: &Context<'_>) -> Result<Option<Area>> {
        Ok(self.asked.area(ctx.atlas()?, &self.payment.place.area))
    }

    /// What.
    async fn offer(&self, ctx: &Context<'_>) -> Result<Option<Offer>> {
        let found = ctx.atlas()?.offers.find(&self.payment.place.offer);
        Ok(found.map(Offer))
    }

    /// For whom; null: everybody whom the offer is for.
    async fn cohort(&self, ctx: &Context<'_>) -> Result<Option<Cohort>> {
        cohort(ctx, self.payment.place.cohort.as_deref())
    }

    /// Pounds, commitments included.
    async fn amount(&self) -> Money {
        Money(self.payment.pence)
    }

    /// Of them, those that were promised.
    async fn committed(&self) -> Money {
        Money(self.payment.committed)
    }
}

/// The cohort of a code.
pub fn cohort(ctx: &Context<'_>, code: Option<&str>) -> Result<Option<Cohort>> {
    let atlas = ctx.atlas()?;
    Ok(code.and_then(|code| atlas.cohorts.find(code)).map(Cohort))
}
