//! What becomes of a plan inside the ranges of what was given, and why nothing is recommended.

use async_graphql::{Context, Enum, Object, Result};
use planning::allocate::answer::{Corner, End, Finding, Reason};

use super::plan::weighted;
use crate::graphql::context::ContextExt;
use crate::graphql::object::offer::Offer;
use crate::graphql::scalars::{Decimal, Money};

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
