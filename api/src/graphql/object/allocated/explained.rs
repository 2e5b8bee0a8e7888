//! What explains a plan, as it is shown.

use async_graphql::{Context, Enum, Object, Result, SimpleObject};
use planning::allocate::answer::{
    Binding, Corner, End, Finding, Gain, Held, Lifted, OnePound, Plan, Reason,
};
use planning::allocate::case::Condition;
use planning::allocate::demand::Demand;
use planning::allocate::number::decimal;
use planning::allocate::problem::Measure;

use super::plan::{people, weighted};
use super::{AllocationDemand, Asked, words};
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

/// What kind of condition.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum AllocationConditionKind {
    /// Where a stream may be spent.
    StreamAreas,
    /// What a stream may be spent on.
    StreamOffers,
    /// For whom a stream may be spent.
    StreamCohorts,
    /// That a stream stays outside the pool.
    StreamSilo,
    /// A floor or ceiling.
    Limit,
    /// A minimum offer.
    MinimumOffer,
    /// An equity limit.
    Equity,
    /// A commitment.
    Commitment,
}

/// One condition lifted.
pub struct AllocationLifted {
    asked: Asked,
    lifted: Lifted,
}

impl AllocationLifted {
    pub(super) fn new(asked: &Asked, lifted: &Lifted) -> Self {
        Self {
            asked: asked.clone(),
            lifted: lifted.clone(),
        }
    }
}

/// What the same question without one condition would come to, with the pool.
#[Object]
impl AllocationLifted {
    /// What kind of condition.
    async fn kind(&self) -> AllocationConditionKind {
        match self.lifted.condition {
            Condition::Areas(_) => AllocationConditionKind::StreamAreas,
            Condition::Offers(_) => AllocationConditionKind::StreamOffers,
            Condition::Cohorts(_) => AllocationConditionKind::StreamCohorts,
            Condition::Silo(_) => AllocationConditionKind::StreamSilo,
            Condition::Limit(_) => AllocationConditionKind::Limit,
            Condition::Minimum(_) => AllocationConditionKind::MinimumOffer,
            Condition::Equity(_) => AllocationConditionKind::Equity,
            Condition::Commitment(_) => AllocationConditionKind::Commitment,
        }
    }

    /// Whose condition it is, by your name for the stream; null: it is a demand.
    async fn stream(&self) -> Option<&str> {
        match &self.lifted.condition {
            Condition::Areas(id)
            | Condition::Offers(id)
            | Condition::Cohorts(id)
            | Condition::Silo(id) => Some(id),
            _ => None,
        }
    }

    /// Where in the input it stands, such as `limits.2`; null: at its stream.
    async fn field(&self) -> Option<String> {
        match &self.lifted.condition {
            Condition::Limit(at) => Some(format!("limits.{at}")),
            Condition::Minimum(at) => Some(format!("minimumOffers.{at}")),
            Condition::Equity(at) => Some(format!("equity.{at}")),
            Condition::Commitment(at) => Some(format!("commitments.{at}")),
            _ => None,
        }
    }

    /// In words.
    async fn sentence(&self, ctx: &Context<'_>) -> Result<String> {
        let atlas = ctx.atlas()?;
        let question = &self.asked.question;
        Ok(words::condition(atlas, question, &self.lifted.condition))
    }

    /// Weighted need that would be met in addition, at most: from the dual values of the solver.
    async fn at_most(&self) -> Decimal {
        weighted(self.lifted.at_most)
    }

    /// What it comes to, solved anew without the condition; null: only `atMost` was reckoned.
    async fn buys(&self) -> Option<AllocationGain> {
        self.lifted.solved.map(Into::into)
    }
}

/// Which end of which range.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum AllocationEnd {
    /// One offer at its low cost, the others as most likely.
    OfferLow,
    /// One offer at its high cost, the others as most likely.
    OfferHigh,
    /// All offers at their low cost.
    AllLow,
    /// All offers at their high cost.
    AllHigh,
    /// What the plan buys at its high cost, what it does not at its low.
    AgainstThePlan,
    /// All needs at their low number.
    NeedsLow,
    /// All needs at their high number.
    NeedsHigh,
}

fn end_of(end: &End) -> (AllocationEnd, Option<String>) {
    match end {
        End::OfferLow(offer) => (AllocationEnd::OfferLow, Some(offer.clone())),
        End::OfferHigh(offer) => (AllocationEnd::OfferHigh, Some(offer.clone())),
        End::AllLow => (AllocationEnd::AllLow, None),
        End::AllHigh => (AllocationEnd::AllHigh, None),
        End::AgainstThePlan => (AllocationEnd::AgainstThePlan, None),
        End::NeedsLow => (AllocationEnd::NeedsLow, None),
        End::NeedsHigh => (AllocationEnd::NeedsHigh, None),
    }
}

/// The plan at one end of a range.
pub struct AllocationCorner {
    corner: Corner,
}

impl AllocationCorner {
    pub(super) fn new(corner: Corner) -> Self {
        Self { corner }
    }

    fn compared(&self) -> Option<(i128, i64)> {
        match self.corner.finding {
            Finding::Compared { best, moved, .. } => Some((best, moved)),
            _ => None,
        }
    }
}

/// What becomes of the pooled plan at one end of a range of costs or needs.
#[Object]
impl AllocationCorner {
    /// Which end.
    async fn end(&self) -> AllocationEnd {
        end_of(&self.corner.end).0
    }

    /// Of which offer; null: of all, or of needs.
    async fn offer(&self, ctx: &Context<'_>) -> Result<Option<Offer>> {
        let atlas = ctx.atlas()?;
        let code = end_of(&self.corner.end).1;
        let found = code.and_then(|code| atlas.offers.find(&code));
        Ok(found.map(Offer))
    }

    /// Whether another plan for the same money meets more there, by more than a hundredth of what the plan meets; null: not reckoned, the question is too large. At an end at which no plan holds what is demanded it is true.
    async fn flips(&self) -> Option<bool> {
        match self.corner.finding {
            Finding::Compared { flips, .. } => Some(flips),
            Finding::Stands { .. } => Some(false),
            Finding::Clashing => Some(true),
            Finding::NotReckoned => None,
        }
    }

    /// Whether no plan holds there what is demanded; null: not reckoned.
    async fn clashes(&self) -> Option<bool> {
        match self.corner.finding {
            Finding::NotReckoned => None,
            ref finding => Some(*finding == Finding::Clashing),
        }
    }

    /// Weighted need that the money of the plan leaves unmet there; null: not reckoned, or no plan holds what is demanded.
    async fn unmet_by_the_plan(&self) -> Option<Decimal> {
        match self.corner.finding {
            Finding::Compared { plan, .. } | Finding::Stands { plan, .. } => Some(weighted(plan)),
            Finding::Clashing | Finding::NotReckoned => None,
        }
    }

    /// No plan there leaves less weighted need unmet; null as above.
    async fn bound(&self) -> Option<Decimal> {
        match self.corner.finding {
            Finding::Compared { best, .. } => Some(weighted(best)),
            Finding::Stands { bound, .. } => Some(weighted(bound)),
            Finding::Clashing | Finding::NotReckoned => None,
        }
    }

    /// Weighted need that the best plan there leaves unmet; null as above, and where the bound already shows that the plan stands, so that none was looked for.
    async fn unmet_at_best(&self) -> Option<Decimal> {
        self.compared().map(|(best, _)| weighted(best))
    }

    /// Pounds that the best plan there spends elsewhere; null as above.
    async fn moved(&self) -> Option<Money> {
        self.compared().map(|(_, moved)| Money(moved))
    }
}

/// Why nothing is recommended.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum AllocationReasonCode {
    /// Inside the range of what was given another plan does better.
    Flips,
    /// Inside the range no plan holds what is demanded.
    Clashes,
    /// The solver stopped before the optimum.
    StoppedEarly,
    /// Not every end of a range was reckoned.
    NotAllReckoned,
    /// No plan in whole units was found that holds what is demanded.
    NoPlanInWholeUnits,
}

/// Why nothing is recommended.
pub struct AllocationReason {
    reason: Reason,
}

impl AllocationReason {
    pub(super) fn new(reason: &Reason) -> Self {
        Self {
            reason: reason.clone(),
        }
    }

    fn range(&self) -> Option<(AllocationEnd, Option<String>)> {
        match &self.reason {
            Reason::Flips(end) | Reason::Clashes(end) => Some(end_of(end)),
            _ => None,
        }
    }
}

/// Why nothing is recommended.
#[Object]
impl AllocationReason {
    /// Its code.
    async fn code(&self) -> AllocationReasonCode {
        match self.reason {
            Reason::Flips(_) => AllocationReasonCode::Flips,
            Reason::Clashes(_) => AllocationReasonCode::Clashes,
            Reason::StoppedEarly => AllocationReasonCode::StoppedEarly,
            Reason::NotAllReckoned => AllocationReasonCode::NotAllReckoned,
            Reason::NoWholePlan => AllocationReasonCode::NoPlanInWholeUnits,
        }
    }

    /// At which end of a range; null: it is not about a range.
    async fn end(&self) -> Option<AllocationEnd> {
        self.range().map(|(end, _)| end)
    }

    /// Of which offer; null: of none alone.
    async fn offer(&self, ctx: &Context<'_>) -> Result<Option<Offer>> {
        let atlas = ctx.atlas()?;
        let code = self.range().and_then(|(_, code)| code);
        let found = code.and_then(|code| atlas.offers.find(&code));
        Ok(found.map(Offer))
    }

    /// In words.
    async fn sentence(&self, ctx: &Context<'_>) -> Result<String> {
        let atlas = ctx.atlas()?;
        let name = |code: &String| {
            let found = atlas.offers.find(code);
            found.map_or_else(|| code.clone(), |ix| atlas.offers.get(ix).name.clone())
        };
        let at = |end: &End| match end {
            End::OfferLow(code) => format!("if {} costs as little as it may", name(code)),
            End::OfferHigh(code) => format!("if {} costs as much as it may", name(code)),
            End::AllLow => "if everything costs as little as it may".to_owned(),
            End::AllHigh => "if everything costs as much as it may".to_owned(),
            End::AgainstThePlan => {
                "if what the plan buys costs as much as it may, and what it does not as little"
                    .to_owned()
            }
            End::NeedsLow => "if needs are as low as they may be".to_owned(),
            End::NeedsHigh => "if needs are as high as they may be".to_owned(),
        };
        Ok(match &self.reason {
            Reason::Flips(end) => format!("Another plan meets more need {}.", at(end)),
            Reason::Clashes(end) => format!("No plan holds what is demanded {}.", at(end)),
            Reason::StoppedEarly => {
                "The solver stopped at its limit of steps before the optimum.".to_owned()
            }
            Reason::NotAllReckoned => {
                "The question is too large for every end of its ranges to be reckoned.".to_owned()
            }
            Reason::NoWholePlan => {
                "No plan in whole units was found that holds what is demanded.".to_owned()
            }
        })
    }
}
