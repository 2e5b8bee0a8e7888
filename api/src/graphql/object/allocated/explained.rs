//! What holds a plan back, and what one more pound would buy, as it is shown.

use async_graphql::{Context, Enum, Object, Result, SimpleObject};
use planning::allocate::answer::{Binding, Gain, Held, OnePound, Plan};
use planning::allocate::demand::Demand;
use planning::allocate::number::decimal;
use planning::allocate::problem::Measure;

use super::plan::{people, weighted};
use super::{AllocationDemand, Asked};
use crate::graphql::context::ContextExt;
use crate::graphql::object::area::Area;
use crate::graphql::object::offer::{Cohort, Offer};
use crate::graphql::scalars::{Decimal, Money};

/// What one plan does beyond another.
#[derive(SimpleObject, Clone, Debug)]
pub struct AllocationGain {
    /// Weighted need that is met in addition.
    pub weighted: Decimal,
    /// People served in addition; below zero where fewer are served who weigh more.
    pub people: Decimal,
}

impl AllocationGain {
    pub(super) fn between(before: &Plan, after: &Plan) -> Self {
        let served = |plan: &Plan| plan.places.iter().map(|of| of.people).sum::<i64>();
        Gain {
            weighted: before.unmet - after.unmet,
            people: served(after) - served(before),
        }
        .into()
    }
}

impl From<Gain> for AllocationGain {
    fn from(gain: Gain) -> Self {
        Self {
            weighted: weighted(gain.weighted),
            people: people(gain.people),
        }
    }
}

/// What one more of something is.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum AllocationMeasure {
    /// One pound more in a stream, or by which a limit or promise gives way.
    Pound,
    /// One person by whom a demand gives way.
    Person,
    /// One hundredth of a share by which a gap may be wider.
    Hundredth,
}

/// Something that holds a plan back.
pub struct AllocationBinding {
    asked: Asked,
    binding: Binding,
}

impl AllocationBinding {
    pub(super) fn new(asked: &Asked, binding: &Binding) -> Self {
        Self {
            asked: asked.clone(),
            binding: binding.clone(),
        }
    }
}

/// Something that holds the pooled plan back, by the dual values of the solver: with a little more of it, less need would stay unmet.
#[Object]
impl AllocationBinding {
    /// The stream whose money it is; null: it is a demand.
    async fn stream(&self) -> Option<&str> {
        match &self.binding.what {
            Held::Stream(id) => Some(id),
            Held::Demand(_) => None,
        }
    }

    /// The demand; null: it is the money of a stream.
    async fn demand(&self) -> Option<AllocationDemand> {
        match &self.binding.what {
            Held::Stream(_) => None,
            Held::Demand(demand) => Some(AllocationDemand {
                asked: self.asked.clone(),
                demand: demand.clone(),
            }),
        }
    }

    /// Weighted need that one more of `measure` would meet.
    async fn weighted(&self) -> Decimal {
        weighted(self.binding.worth)
    }

    /// What one more of it is.
    async fn measure(&self) -> AllocationMeasure {
        match &self.binding.what {
            Held::Stream(_) | Held::Demand(Demand::Commitment(_)) => AllocationMeasure::Pound,
            Held::Demand(Demand::Gap(_)) => AllocationMeasure::Hundredth,
            Held::Demand(Demand::Limit(at)) => {
                let limit = self.asked.question.limits.get(*at);
                match limit.map(|limit| limit.measure) {
                    Some(Measure::Pence) => AllocationMeasure::Pound,
                    _ => AllocationMeasure::Person,
                }
            }
            Held::Demand(_) => AllocationMeasure::Person,
        }
    }
}

/// One more pound in a stream.
pub struct AllocationPound {
    asked: Asked,
    pound: OnePound,
}

impl AllocationPound {
    pub(super) fn new(asked: &Asked, pound: &OnePound) -> Self {
        Self {
            asked: asked.clone(),
            pound: pound.clone(),
        }
    }
}

/// What one more pound in a stream would buy in the pooled plan. It may end elsewhere than the stream may pay for: it relieves another stream there.
#[Object]
impl AllocationPound {
    /// The stream, by your name for it.
    async fn stream(&self) -> &str {
        &self.pound.stream
    }

    /// Pounds that the plan leaves in it.
    async fn unspent(&self) -> Money {
        Money(self.pound.unspent)
    }

    /// Weighted need that it would meet.
    async fn weighted(&self) -> Decimal {
        weighted(self.pound.worth)
    }

    /// People whom it would serve, six digits; null: it works through a demand, so that several needs change.
    async fn people(&self) -> Option<Decimal> {
        let millionths = self.pound.people?;
        Some(Decimal(decimal(i128::from(millionths), 6)))
    }

    /// Where it would end; null: nowhere, or it works through a demand.
    async fn area(&self, ctx: &Context<'_>) -> Result<Option<Area>> {
        let atlas = ctx.atlas()?;
        let place = self.pound.place.as_ref();
        Ok(place.and_then(|place| self.asked.area(atlas, &place.area)))
    }

    /// What it would buy; null as for the area.
    async fn offer(&self, ctx: &Context<'_>) -> Result<Option<Offer>> {
        let atlas = ctx.atlas()?;
        let place = self.pound.place.as_ref();
        let found = place.and_then(|place| atlas.offers.find(&place.offer));
        Ok(found.map(Offer))
    }

    /// For whom; null: for everybody whom the offer is for, or as for the area.
    async fn cohort(&self, ctx: &Context<'_>) -> Result<Option<Cohort>> {
        let atlas = ctx.atlas()?;
        let place = self.pound.place.as_ref();
        let code = place.and_then(|place| place.cohort.as_deref());
        Ok(code.and_then(|code| atlas.cohorts.find(code)).map(Cohort))
    }
}
