//! What is answered to a change.

use async_graphql::{Context, ID, Object, Result};
use planning::atlas::Atlas;
use planning::closed::Status;

use super::draft::node_type;
use crate::graphql::context::ContextExt;
use crate::graphql::error::Fault;
use crate::graphql::id::NodeType;
use crate::graphql::object::change::{Conflict, FieldChange, Problem};
use crate::graphql::query::nodes::{Node, node_of};
use crate::keeping::{Ask, KeepError, Kind, Outcome};

/// What became of a change.
pub struct WritePayload(Outcome);

/// What became of a change: the row as it is now, or why nothing was written. With `problems` or a `conflict`, everything is as it was.
#[Object]
impl WritePayload {
    /// Whether anything was written. False for a dry run, and where nothing differs.
    async fn written(&self) -> bool {
        self.0.written
    }

    /// The row that was changed; null: nothing was, it was archived, or it is a proposal for a new one.
    async fn node(&self, ctx: &Context<'_>) -> Result<Option<Node>> {
        let Some((kind, row)) = &self.0.node else {
            return Ok(None);
        };
        let scope = ctx.scope()?;
        Ok(node_of(ctx.atlas()?, node_type(*kind), row, scope.today))
    }

    /// Its id; for a dry run of a new row, null.
    async fn node_id(&self) -> Option<ID> {
        let (kind, row) = self.0.node.as_ref()?;
        let is_new_and_unwritten = !self.0.written
            && !self
                .0
                .changes
                .iter()
                .any(|change| change.id == *row && change.before.is_some());
        (!is_new_and_unwritten).then(|| node_type(*kind).id(row))
    }

    /// The revision of the register after it.
    async fn revision(&self) -> u64 {
        self.0.revision
    }

    /// What changed, or for a dry run or a proposal what would, field by field.
    async fn changes(&self) -> Vec<FieldChange> {
        self.0.changes.iter().cloned().map(Into::into).collect()
    }

    /// What is wrong, by field; empty: nothing is.
    async fn problems(&self) -> Vec<Problem> {
        self.0.problems.iter().cloned().map(Into::into).collect()
    }

    /// What somebody else changed since the version that you named; null: nobody did.
    async fn conflict(&self) -> Option<Conflict> {
        self.0.conflict.clone().map(Into::into)
    }

    /// The proposal that was made or settled; null: none.
    async fn proposal_id(&self) -> Option<ID> {
        let id = self.0.proposal.as_ref()?;
        Some(NodeType::Proposal.id(id))
    }
}

impl WritePayload {
    /// Puts a wish to the keeper and takes up the register that it made.
    pub async fn of(ctx: &Context<'_>, ask: Ask) -> Result<Self> {
        let scope = ctx.scope()?;
        let outcome = scope.keeper.clone().ask(scope.viewer.clone(), ask).await;
        Self::after(ctx, outcome)
    }

    /// The answer, from the register as it is after a change.
    pub fn after(ctx: &Context<'_>, outcome: Result<Outcome, KeepError>) -> Result<Self> {
        let scope = ctx.scope()?;
        let outcome = outcome.map_err(|error| {
            tracing::error!(%error, "A change failed");
            Fault::NoScope
        })?;
        let standing = scope.keeper.standing(&scope.viewer);
        let seen = scope.keeper.seen(&standing).map_err(|_| Fault::NoScope)?;
        scope.atlas.advance(seen);
        Ok(Self(outcome))
    }
}

/// Absences have a kind of their own, because their inputs differ.
pub fn kind_of_record(atlas: &Atlas, kind: Kind, id: &str) -> Kind {
    let row = atlas.coverage.find(id).map(|ix| atlas.coverage.get(ix));
    match (kind, row) {
        (Kind::CoverageRecord, Some(row)) if row.status == Status::Absent => Kind::Absence,
        _ => kind,
    }
}
