//! What conditions lifted would come to, as it is shown.

use async_graphql::{Context, Enum, Object, Result};
use planning::allocate::answer::Lifted;
use planning::allocate::case::Condition;

use super::explained::AllocationGain;
use super::plan::weighted;
use super::{Asked, words};
use crate::graphql::context::ContextExt;
use crate::graphql::scalars::Decimal;

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
