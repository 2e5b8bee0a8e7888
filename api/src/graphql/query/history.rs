//! What was changed, what is proposed, and who asks.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use chrono::NaiveDate;

use super::nodes::any_id;
use crate::auth::Role;
use crate::auth::policy::FIELDS;
use crate::graphql::context::{ContextExt, Scope};
use crate::graphql::error::Fault;
use crate::graphql::id::NodeType;
use crate::graphql::object::area::Area;
use crate::graphql::object::body::Body;
use crate::graphql::object::history::{Change, ChangeConnection, ChangeEdge};
use crate::graphql::object::proposal::{Proposal, ProposalConnection, ProposalState};
use crate::graphql::object::viewer::Viewer;
use crate::graphql::page::{
    Direction, Listed, PageArgs, PageInfo, SortValue, cut_page, page_size, place_after, place_of,
};
use crate::keeping::Changes;
use crate::store::ChangePage;

/// Changes, proposals and the viewer.
#[derive(Default)]
pub struct HistoryQuery;

#[Object]
impl HistoryQuery {
    /// What was changed of a row and of what belongs to it, newest first. Null: no row has or had this id, or none that you may know of. The history of an archived row is told to whoever could see it last. Changes that you could not have seen are left out.
    async fn history(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "An id that this server gave.")] node: ID,
        #[graphql(desc = "So many from the newest, or after the cursor.")] first: Option<i32>,
        #[graphql(desc = "Changes older than this cursor.")] after: Option<String>,
    ) -> Result<Option<ChangeConnection>> {
        let (scope, shape) = (ctx.scope()?, ("history", node.as_str()));
        let (found, row) = any_id("node", &node)?;
        let page = page_of(scope, &shape, first, after.as_deref())?;
        let changes = scope
            .keeper
            .history(&scope.viewer, found.table(), &row, page);
        let changes = changes.await.map_err(|error| Fault::ours(&error))?;
        let follows = after.is_some();
        Ok(changes.map(|changes| connection(changes, &shape, follows, scope.today)))
    }

    /// What was changed of anything, newest first. Changes that you could not have seen are left out.
    async fn changes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the newest, or after the cursor.")] first: Option<i32>,
        #[graphql(desc = "Changes older than this cursor.")] after: Option<String>,
        #[graphql(desc = "Only changes of a later revision than this.")] since_revision: Option<
            i64,
        >,
        #[graphql(desc = "Only changes that this actor made.")] actor: Option<String>,
    ) -> Result<Option<ChangeConnection>> {
        let (scope, shape) = (ctx.scope()?, ("changes", since_revision, &actor));
        let page = ChangePage {
            actor: actor.clone(),
            after_revision: since_revision.map(|number| u64::try_from(number).unwrap_or(0)),
            ..page_of(scope, &shape, first, after.as_deref())?
        };
        let changes = scope.keeper.changes(&scope.viewer, page);
        let changes = changes.await.map_err(|error| Fault::ours(&error))?;
        let follows = after.is_some();
        Ok(Some(connection(changes, &shape, follows, scope.today)))
    }

    /// The proposal with an opaque id; null: there is none, or none that you may see.
    async fn proposal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The id of a proposal.")] id: ID,
    ) -> Result<Option<Proposal>> {
        let scope = ctx.scope()?;
        let row = NodeType::Proposal.parse("id", &id)?;
        let found = scope.keeper.visible_proposal(&scope.viewer, &row).await;
        let found = found.map_err(|error| Fault::ours(&error))?;
        Ok(found.map(|row| Proposal::of(row, scope.today)))
    }

    /// The proposals that you made or may decide on, newest first.
    #[expect(
        clippy::too_many_arguments,
        reason = "a Relay connection's arguments, each with its description"
    )]
    async fn proposals(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "Only those in this state; null for every state.",
            default_with = "Some(ProposalState::Open)"
        )]
        state: Option<ProposalState>,
        #[graphql(desc = "Only those that would change the row with this id.")] node: Option<ID>,
        #[graphql(desc = "So many from the newest, or after the cursor.")] first: Option<i32>,
        #[graphql(desc = "Rows after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the oldest, or before the cursor.")] last: Option<i32>,
        #[graphql(desc = "Rows before this cursor.")] before: Option<String>,
    ) -> Result<Option<ProposalConnection>> {
        let scope = ctx.scope()?;
        let about = node.as_ref().map(|id| any_id("node", id)).transpose()?;
        let about = about
            .as_ref()
            .map(|(found, row)| (found.table(), row.as_str()));
        let state = state.map(ProposalState::code);
        let rows = scope.keeper.proposals(&scope.viewer, state, about).await;
        let rows = rows.map_err(|error| Fault::ours(&error))?;
        let listed = rows.into_iter().map(|row| Listed {
            values: vec![SortValue::Text(row.proposed_at.clone())],
            id: row.id.clone(),
            row: Proposal::of(row, scope.today),
        });
        let args = PageArgs {
            first,
            after,
            last,
            before,
        };
        let page = cut_page(
            listed.collect(),
            &[Direction::Desc],
            &("proposals", state, about),
            &args,
            scope.max_page,
        )?;
        Ok(Some(page.into()))
    }

    /// Whoever asks: what the token of this request says, and what it means here.
    async fn viewer(&self, ctx: &Context<'_>) -> Result<Option<Viewer>> {
        let (scope, atlas, day) = (ctx.scope()?, ctx.atlas()?, ctx.day(None)?);
        let (viewer, whole) = (&scope.viewer, scope.keeper.atlas());
        let standing = scope.keeper.standing(viewer);
        let bodies = standing
            .bodies()
            .iter()
            .filter_map(|id| atlas.bodies.find(id));
        // Their numbers are those of the whole register, which this Atlas may not share.
        let areas = standing.areas().iter().filter_map(|ix| {
            let id = &whole.areas.get(*ix).id;
            atlas.areas.find(id)
        });
        Ok(Some(Viewer {
            actor: (viewer.role != Role::Public).then(|| viewer.actor.clone()),
            role: viewer.role.into(),
            bodies: bodies.map(|ix| Body { ix, day }).collect(),
            areas: areas.map(|ix| Area { ix, day }).collect(),
            expires: viewer.expires,
            may: FIELDS
                .iter()
                .filter(|field| viewer.role >= field.least)
                .map(|field| format!("{}.{}", field.operation.type_name(), field.name))
                .collect(),
        }))
    }
}

/// Which changes a page asks for.
fn page_of(
    scope: &Scope,
    shape: &impl std::fmt::Debug,
    first: Option<i32>,
    after: Option<&str>,
) -> Result<ChangePage, Fault> {
    let limit = page_size("first", first, scope.max_page)?;
    Ok(ChangePage {
        before: place_after("after", after, shape)?,
        limit: u64::try_from(limit).unwrap_or(u64::MAX),
        ..ChangePage::default()
    })
}

fn connection(
    changes: Changes,
    shape: &impl std::fmt::Debug,
    follows: bool,
    day: NaiveDate,
) -> ChangeConnection {
    let edges: Vec<ChangeEdge> = changes
        .rows
        .into_iter()
        .map(|row| ChangeEdge {
            cursor: place_of(shape, row.id),
            node: Change {
                row: Arc::new(row),
                day,
            },
        })
        .collect();
    ChangeConnection {
        nodes: edges.iter().map(|edge| edge.node.clone()).collect(),
        page_info: PageInfo {
            has_next_page: changes.has_next,
            has_previous_page: follows,
            start_cursor: edges.first().map(|edge| edge.cursor.clone()),
            end_cursor: edges.last().map(|edge| edge.cursor.clone()),
        },
        edges,
    }
}
