//! What to commission where.

mod input;
mod read;

use async_graphql::{Context, Object, Result};
use planning::allocate::allocate;
use planning::allocate::answer::Outcome;

pub use self::input::{
    AllocateCommitmentInput, AllocateCurveInput, AllocateEquityInput, AllocateInput,
    AllocateLimitInput, AllocateMinimumInput, AllocateNeedInput, AllocatePieceInput,
    AllocateSaturatingInput, AllocateScopeInput, AllocateStreamInput, AllocateUnitCostInput,
    AllocateUnitInput, EquityBetween, LimitSense,
};
use crate::graphql::context::ContextExt;
use crate::graphql::error::Fault;
use crate::graphql::known_at::KnownAt;
use crate::graphql::object::allocated::AllocationOutcome;
use crate::graphql::scalars::Date;

/// What to commission where.
#[derive(Default)]
pub struct AllocateQuery;

#[Object]
impl AllocateQuery {
    /// What to commission where with the money there is, so that the least weighted need stays unmet, and why. Nothing is written. The same question has the same answer: it is bounded by what it counts, never by time.
    async fn allocate(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Money, needs, costs and what is demanded.")] input: AllocateInput,
        #[graphql(desc = "The day on which areas exist; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<AllocationOutcome>> {
        let (atlas, day) = (ctx.atlas()?.clone(), ctx.day(as_of)?);
        // Seconds of arithmetic: not on a thread that others wait for.
        let work = tokio::task::spawn_blocking(move || match read::read(&atlas, day, input) {
            Err(problems) => AllocationOutcome::refused(problems),
            Ok(question) => {
                let outcome = allocate(&question);
                if let Outcome::Refused(mistakes) = &outcome {
                    tracing::error!(?mistakes, "A question passed its checks and was refused");
                }
                AllocationOutcome::answered(question, outcome, day)
            }
        });
        let outcome = work.await.map_err(|error| Fault::ours(&error))?;
        Ok(Some(outcome))
    }
}
