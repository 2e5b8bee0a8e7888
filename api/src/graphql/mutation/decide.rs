//! Taking out, putting back, and deciding on proposals.

use async_graphql::{Context, ID, InputObject, Object, Result};

use super::draft;
use super::inputs::How;
use super::payload::WritePayload;
use crate::graphql::context::ContextExt;
use crate::keeping::{Decision, Wish};

/// A row to take out of the register.
#[derive(InputObject, Clone, Debug)]
pub struct ArchiveInput {
    /// The row: a service, record, contract, claim, body, …
    pub id: ID,
    /// How to make the change.
    #[graphql(flatten)]
    pub how: How,
}

/// A revision to put back.
#[derive(InputObject, Clone, Debug)]
pub struct RevertInput {
    /// The revision whose changes are put back, all of them or none. A row that has been changed since is not.
    pub revision: u64,
    /// Why, in your words.
    pub reason: String,
    /// The same request sent again with it is done once.
    pub idempotency_key: Option<String>,
    /// Only say what would change. False by default.
    pub dry_run: Option<bool>,
}

/// A proposal to accept as it stands. To amend it, send the change with acceptsProposal.
#[derive(InputObject, Clone, Debug)]
pub struct AcceptProposalInput {
    /// The proposal.
    pub id: ID,
    /// Why, in your words.
    pub reason: String,
    /// The same request sent again with it is done once.
    pub idempotency_key: Option<String>,
    /// Only say what would change. False by default.
    pub dry_run: Option<bool>,
}

/// A proposal to decline or to take back.
#[derive(InputObject, Clone, Debug)]
pub struct CloseProposalInput {
    /// The proposal.
    pub id: ID,
    /// Why, in your words: whoever proposed it reads it.
    pub reason: String,
}

/// Taking out, putting back, and deciding on proposals.
#[derive(Default)]
pub struct DecideMutation;

#[Object]
impl DecideMutation {
    /// Takes a row out of the register, with what belongs to it alone: a service with its records, contracts and claims. History keeps all of it, and a revert brings it back. Refused while other rows rest on it.
    async fn archive(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to take out, and how.")] input: ArchiveInput,
    ) -> Result<Option<WritePayload>> {
        let (kind, id) = draft::kept(&input.id)?;
        // A record of absence is a coverage record to whoever reads it.
        let kind = super::payload::kind_of_record(ctx.atlas()?, kind, &id);
        let ask = draft::ask(Wish::Archive { kind, id }, input.how)?;
        WritePayload::of(ctx, ask).await.map(Some)
    }

    /// Puts back everything that one revision changed, by a new change.
    async fn revert(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to put back, and why.")] input: RevertInput,
    ) -> Result<Option<WritePayload>> {
        let how = How {
            reason: input.reason,
            expected_version: None,
            idempotency_key: input.idempotency_key,
            dry_run: input.dry_run,
            propose: None,
            accepts_proposal: None,
        };
        let wish = Wish::Revert {
            revision: input.revision,
        };
        WritePayload::of(ctx, draft::ask(wish, how)?)
            .await
            .map(Some)
    }

    /// Accepts a proposal as it stands: the change is made in your name, with the proposer's kept beside it.
    async fn accept_proposal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which, and why.")] input: AcceptProposalInput,
    ) -> Result<Option<WritePayload>> {
        let scope = ctx.scope()?;
        let id = draft::proposal(&input.id)?;
        let keeper = scope.keeper.clone();
        let dry_run = input.dry_run.unwrap_or(false);
        let outcome = keeper
            .accept(
                scope.viewer.clone(),
                &id,
                input.reason,
                input.idempotency_key,
                dry_run,
            )
            .await;
        WritePayload::after(ctx, outcome).map(Some)
    }

    /// Declines a proposal, with the reason.
    async fn decline_proposal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which, and why.")] input: CloseProposalInput,
    ) -> Result<Option<WritePayload>> {
        close(ctx, input, Decision::Declined).await.map(Some)
    }

    /// Takes back your own proposal.
    async fn withdraw_proposal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which, and why.")] input: CloseProposalInput,
    ) -> Result<Option<WritePayload>> {
        close(ctx, input, Decision::Withdrawn).await.map(Some)
    }
}

async fn close(
    ctx: &Context<'_>,
    input: CloseProposalInput,
    decision: Decision,
) -> Result<WritePayload> {
    let scope = ctx.scope()?;
    let id = draft::proposal(&input.id)?;
    let keeper = &scope.keeper;
    let outcome = keeper
        .close(&scope.viewer, &id, decision, &input.reason)
        .await;
    WritePayload::after(ctx, outcome)
}
