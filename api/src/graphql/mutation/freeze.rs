//! Freezing scenarios.

use async_graphql::{Context, ID, InputObject, Object, Result};

use super::draft;
use super::inputs::How;
use super::payload::WritePayload;
use crate::graphql::id::NodeType;
use crate::keeping::Wish;

/// A scenario to freeze.
#[derive(InputObject, Clone, Debug)]
pub struct FreezeScenarioInput {
    /// The scenario.
    pub id: ID,
    /// How to make the change.
    #[graphql(flatten)]
    pub how: How,
}

/// Freezing scenarios.
#[derive(Default)]
pub struct FreezeMutation;

#[Object]
impl FreezeMutation {
    /// Keeps a scenario for good: its steps, the revision of the register and what they make of it, with a hash of all that. Every step has to hold. It cannot be changed afterwards.
    async fn freeze_scenario(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which, and how.")] input: FreezeScenarioInput,
    ) -> Result<Option<WritePayload>> {
        let id = NodeType::Scenario.parse("id", &input.id)?;
        let ask = draft::ask(Wish::Freeze { id }, input.how)?;
        WritePayload::of(ctx, ask).await.map(Some)
    }
}
