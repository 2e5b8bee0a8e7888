//! Proposals: what somebody who may not write would have changed.

use std::sync::Arc;

use async_graphql::{Context, Enum, ID, Object, Result};
use chrono::{DateTime, NaiveDate, Utc};
use tokio::sync::OnceCell;

use super::change::{Conflict, FieldChange, Problem};
use crate::graphql::context::ContextExt;
use crate::graphql::error::Fault;
use crate::graphql::id::NodeType;
use crate::graphql::page::connection;
use crate::graphql::query::nodes::{Node, node_of};
use crate::keeping::{Kind, Outcome};
use crate::store;

/// What became of a proposal.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProposalState {
    /// Nobody has decided on it.
    Open,
    /// It was done, as it stood or amended.
    Accepted,
    /// Whoever may write did not want it.
    Declined,
    /// Whoever proposed it took it back.
    Withdrawn,
}

impl ProposalState {
    /// Its code in the register.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// A proposal, and what it would do once that has been worked out.
#[derive(Clone)]
pub struct Proposal {
    row: Arc<store::Proposal>,
    day: NaiveDate,
    // Working it out takes the keeper's turn: once for all the fields that ask for it.
    preview: Arc<OnceCell<Outcome>>,
}

impl Proposal {
    /// Of a row that the viewer may see.
    pub(crate) fn of(row: store::Proposal, day: NaiveDate) -> Self {
        Self {
            row: Arc::new(row),
            day,
            preview: Arc::default(),
        }
    }

    fn is_open(&self) -> bool {
        self.row.state == ProposalState::Open.code()
    }

    /// What it would do; `None`: it is settled and does nothing any more.
    async fn preview(&self, ctx: &Context<'_>) -> Result<Option<&Outcome>, Fault> {
        if !self.is_open() {
            return Ok(None);
        }
        let scope = ctx.scope()?;
        let work = || scope.keeper.preview(&scope.viewer, &self.row);
        let outcome = self.preview.get_or_try_init(work).await;
        outcome.map(Some).map_err(|error| Fault::ours(&error))
    }
}

/// What somebody who may not write would have changed, for whoever may to decide. Nothing of it counts until it is accepted. Seen by whoever made it and by those who may decide on it.
#[Object]
impl Proposal {
    /// Opaque id.
    pub(crate) async fn id(&self) -> ID {
        NodeType::Proposal.id(&self.row.id)
    }

    /// What became of it.
    async fn state(&self) -> ProposalState {
        match self.row.state.as_str() {
            "accepted" => ProposalState::Accepted,
            "declined" => ProposalState::Declined,
            "withdrawn" => ProposalState::Withdrawn,
            _ => ProposalState::Open,
        }
    }

    /// What it is about: `service`, `coverage`, `absence`, `contract`, …, or `revision` for one that would put a whole revision back.
    async fn kind(&self) -> &str {
        &self.row.kind
    }

    /// What it would change; null: it would make something new, or what it would change is archived by now or hidden from you.
    async fn node(&self, ctx: &Context<'_>) -> Result<Option<Node>> {
        let kind: Option<Kind> = self.row.kind.parse().ok();
        let found = kind.and_then(|kind| NodeType::of_table(kind.table()));
        match (found, &self.row.node_id) {
            (Some(found), Some(row)) => Ok(node_of(ctx.atlas()?, found, row, self.day)),
            _ => Ok(None),
        }
    }

    /// Why, in the words of whoever proposes it.
    async fn reason(&self) -> &str {
        &self.row.reason
    }

    /// Who proposes it: the subject of their token.
    async fn proposed_by(&self) -> &str {
        &self.row.proposed_by
    }

    /// When it was proposed.
    async fn proposed_at(&self) -> Result<DateTime<Utc>> {
        Ok(self.row.proposed_at.parse().map_err(|_| Fault::NoScope)?)
    }

    /// Who decided, or took it back; null while it is open.
    async fn decided_by(&self) -> Option<&str> {
        self.row.decided_by.as_deref()
    }

    /// When that was; null while it is open.
    async fn decided_at(&self) -> Option<DateTime<Utc>> {
        self.row.decided_at.as_ref().and_then(|at| at.parse().ok())
    }

    /// Why, in the words of whoever decided; null while it is open.
    async fn decision_reason(&self) -> Option<&str> {
        self.row.decision_reason.as_deref()
    }

    /// Whether something else was accepted than was proposed.
    async fn is_amended(&self) -> bool {
        self.row.amended_draft.is_some()
    }

    /// What it would change in the register as it is now. Empty once it is settled: its revision is in the history.
    async fn changes(&self, ctx: &Context<'_>) -> Result<Vec<FieldChange>> {
        let outcome = self.preview(ctx).await?;
        let changes = outcome.map(|outcome| outcome.changes.clone());
        Ok(changes
            .unwrap_or_default()
            .into_iter()
            .map(Into::into)
            .collect())
    }

    /// Why it could not be done as it stands, in the register as it is now. Empty: it could, or it is settled.
    async fn problems(&self, ctx: &Context<'_>) -> Result<Vec<Problem>> {
        let outcome = self.preview(ctx).await?;
        let problems = outcome.map(|outcome| outcome.problems.clone());
        Ok(problems
            .unwrap_or_default()
            .into_iter()
            .map(Into::into)
            .collect())
    }

    /// Somebody has changed the row since it was proposed; null: nobody has, or it is settled.
    async fn conflict(&self, ctx: &Context<'_>) -> Result<Option<Conflict>> {
        let outcome = self.preview(ctx).await?;
        let conflict = outcome.and_then(|outcome| outcome.conflict.clone());
        Ok(conflict.map(Into::into))
    }

    /// Whether you may accept or decline it: it is open, and you may write what it is about.
    async fn may_decide(&self, ctx: &Context<'_>) -> Result<bool> {
        if !self.is_open() {
            return Ok(false);
        }
        let scope = ctx.scope()?;
        let standing = scope.keeper.standing(&scope.viewer);
        let may = scope.keeper.may_decide(&standing, &self.row).await;
        Ok(may.map_err(|error| Fault::ours(&error))?)
    }
}

connection!(
    /// Proposals, page by page, newest first.
    ProposalConnection,
    /// A proposal and its place in the list.
    ProposalEdge,
    Proposal
);
