//! Sums over a plan, and what it does not hold, as they are shown.

use async_graphql::{Context, Object, Result};
use planning::allocate::answer::Served;
use planning::allocate::demand::Demand;
use planning::allocate::number::decimal;
use planning::allocate::problem::{Measure, Place};

use super::plan::{cohort, people, weighted};
use super::{AllocationDemand, Asked};
use crate::graphql::context::ContextExt;
use crate::graphql::object::area::Area;
use crate::graphql::object::offer::{Cohort, Offer};
use crate::graphql::scalars::{Decimal, Money};

#[derive(Clone, Copy, Debug, Default)]
pub struct Total {
    pub need: i64,
    pub served: i64,
    pub pence: i64,
    pub committed: i64,
    pub unmet: i128,
}

impl Total {
    pub fn add(&mut self, served: &Served) {
        self.need += served.need;
        self.served += served.people;
        self.pence += served.pence;
        self.committed += served.committed;
        self.unmet += i128::from(served.weight) * i128::from(served.need - served.people);
    }
}

/// A sum over needs.
pub struct AllocationTotal {
    pub(super) asked: Asked,
    pub(super) place: Option<Place>,
    pub(super) total: Total,
}

/// A sum over the needs of one area, offer or cohort.
#[Object]
impl AllocationTotal {
    /// The area, of a sum by area.
    async fn area(&self, ctx: &Context<'_>) -> Result<Option<Area>> {
        let atlas = ctx.atlas()?;
        let place = self.place.as_ref();
        Ok(place.and_then(|place| self.asked.area(atlas, &place.area)))
    }

    /// The offer, of a sum by offer.
    async fn offer(&self, ctx: &Context<'_>) -> Result<Option<Offer>> {
        let atlas = ctx.atlas()?;
        let place = self.place.as_ref();
        Ok(place
            .and_then(|place| atlas.offers.find(&place.offer))
            .map(Offer))
    }

    /// The cohort, of a sum by cohort; null there: needs that name none.
    async fn cohort(&self, ctx: &Context<'_>) -> Result<Option<Cohort>> {
        let place = self.place.as_ref();
        cohort(ctx, place.and_then(|place| place.cohort.as_deref()))
    }

    /// People in need.
    async fn people_in_need(&self) -> Decimal {
        people(self.total.need)
    }

    /// People whom the plan serves.
    async fn people_served(&self) -> Decimal {
        people(self.total.served)
    }

    /// The share of people whom it does not serve, six digits; null where nobody is in need.
    async fn unmet_share(&self) -> Option<Decimal> {
        let left = i128::from(self.total.need - self.total.served) * 1_000_000;
        let share = left.checked_div(i128::from(self.total.need))?;
        Some(Decimal(decimal(share, 6)))
    }

    /// Weighted need that it leaves unmet.
    async fn unmet(&self) -> Decimal {
        weighted(self.total.unmet)
    }

    /// Pounds, commitments included.
    async fn amount(&self) -> Money {
        Money(self.total.pence)
    }
}

/// A demand that a plan does not hold.
pub struct AllocationBreach {
    pub(super) demand: AllocationDemand,
    pub(super) by: i64,
}

/// A demand that a plan does not hold, and by how much.
#[Object]
impl AllocationBreach {
    /// The demand.
    async fn demand(&self) -> &AllocationDemand {
        &self.demand
    }

    /// People by whom it is missed; null: it is not about people.
    async fn people(&self) -> Option<Decimal> {
        let limits = &self.demand.asked.question.limits;
        let of_people = match &self.demand.demand {
            Demand::Minimum(..) | Demand::Unmet(..) => true,
            Demand::Limit(at) => limits
                .get(*at)
                .is_some_and(|limit| limit.measure == Measure::People),
            Demand::Gap(_) | Demand::Commitment(_) => false,
        };
        of_people.then(|| people(self.by))
    }

    /// Pounds by which it is missed; null: it is not about money.
    async fn amount(&self) -> Option<Money> {
        let limits = &self.demand.asked.question.limits;
        let of_money = match &self.demand.demand {
            Demand::Limit(at) => limits
                .get(*at)
                .is_some_and(|limit| limit.measure == Measure::Pence),
            demand => matches!(demand, Demand::Commitment(_)),
        };
        of_money.then_some(Money(self.by))
    }

    /// The part of a share by which a gap is too wide, six digits; null: it is no gap.
    async fn share(&self) -> Option<Decimal> {
        let is_gap = matches!(self.demand.demand, Demand::Gap(_));
        is_gap.then(|| Decimal(decimal(i128::from(self.by), 6)))
    }
}
