//! The history: changes of rows, as they were made.

use std::sync::Arc;

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};
use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Map, Value};

use super::change::FieldChange;
use crate::auth::Role;
use crate::graphql::context::ContextExt;
use crate::graphql::error::Fault;
use crate::graphql::id::NodeType;
use crate::graphql::page::PageInfo;
use crate::graphql::query::nodes::Node;
use crate::keeping::diff;
use crate::store;

/// What became of a row.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeAction {
    /// It was made.
    Created,
    /// It was changed.
    Updated,
    /// It was taken out of the register. History keeps it.
    Archived,
}

/// One change of one row, as history keeps it.
#[derive(Clone)]
pub struct Change {
    pub(crate) row: Arc<store::Change>,
    pub(crate) day: NaiveDate,
}

/// One change of one row, as history keeps it. All that one request changed has the same revision.
#[Object]
impl Change {
    /// Its number in the history; later changes have higher ones.
    async fn id(&self) -> ID {
        ID(self.row.id.to_string())
    }

    /// The revision of the register that it made.
    async fn revision(&self) -> i64 {
        self.row.revision
    }

    /// When.
    async fn at(&self) -> Result<DateTime<Utc>> {
        Ok(self.row.at.parse().map_err(|_| Fault::NoScope)?)
    }

    /// Who made it: the subject of their token, or the program. Null for viewers without a token.
    async fn actor(&self, ctx: &Context<'_>) -> Result<Option<&str>> {
        let named = ctx.scope()?.viewer.role != Role::Public;
        Ok(named.then_some(self.row.actor.as_str()))
    }

    /// Why, in the words of whoever made it.
    async fn reason(&self) -> &str {
        &self.row.reason
    }

    /// What became of the row.
    async fn action(&self) -> ChangeAction {
        match self.row.action.as_str() {
            "create" => ChangeAction::Created,
            "archive" => ChangeAction::Archived,
            _ => ChangeAction::Updated,
        }
    }

    /// What was changed, as it is now: the row, or what it belongs to (the service of a body's part in it). Null: archived by now, hidden from you, or a row without a page of its own.
    async fn node(&self, ctx: &Context<'_>) -> Result<Option<Node>> {
        match NodeType::of_table(&self.row.root_kind) {
            Some(found) => Node::get(ctx, found, &self.row.root_id, self.day).await,
            None => Ok(None),
        }
    }

    /// The opaque id of what was changed, which `history` takes even when it is archived. Null: a row without a page of its own, such as a count of people.
    async fn node_id(&self) -> Option<ID> {
        NodeType::of_table(&self.row.root_kind).map(|found| found.id(&self.row.root_id))
    }

    /// The table of the row: `service`, `service_body`, `coverage`, …
    async fn node_kind(&self) -> &str {
        &self.row.node_kind
    }

    /// The fields that it changed.
    async fn fields(&self) -> Vec<FieldChange> {
        let nothing = Map::new();
        let columns = |row: &'_ Option<Value>| match row {
            Some(Value::Object(row)) => row.clone(),
            _ => nothing.clone(),
        };
        let (before, after) = (columns(&self.row.before), columns(&self.row.after));
        diff::between(&self.row.node_kind, &self.row.node_id, &before, &after)
            .into_iter()
            .map(Into::into)
            .collect()
    }
}

/// Changes, page by page, newest first. There is no count of all: they are read from the database as far as the page goes, and each is checked for whether you may see it.
#[derive(SimpleObject)]
pub struct ChangeConnection {
    /// The changes of this page, each with its cursor.
    pub edges: Vec<ChangeEdge>,
    /// The changes of this page.
    pub nodes: Vec<Change>,
    /// Where the list goes on. It can be read forwards only.
    pub page_info: PageInfo,
}

/// A change and its place in the list.
#[derive(SimpleObject)]
pub struct ChangeEdge {
    /// Marks its place in the list; holds for the same node or filter only.
    pub cursor: String,
    /// The change.
    pub node: Change,
}
