//! A change: rows, their history and the revisions, all in one transaction.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, SecondsFormat, Utc};
use entity::change;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use serde_json::Value;

use super::error::StoreError;
use super::group::{self, Group};
use super::record::{self, Edit, Mark, Record};
use crate::auth::Permit;

/// Ids asked about, and history written, in one statement: each row of history binds nine values.
const CHUNK: usize = 1_500;

/// Why and when something is changed: with the actor of the permit, history says so of every row.
#[derive(Clone, Debug)]
pub struct Occasion {
    /// Why, in the words of whoever changes it.
    pub reason: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// What history says last of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LatestChange {
    /// Who made the latest change.
    pub actor: String,
    /// Whether it took the row away.
    pub archived: bool,
}

/// A change under way. Dropped without [`Writing::commit`], it leaves nothing behind.
#[derive(Debug)]
pub struct Writing {
    pub(super) txn: DatabaseTransaction,
    occasion: Occasion,
    touched: BTreeSet<Group>,
    history: Vec<change::ActiveModel>,
}

impl Writing {
    pub(super) fn new(txn: DatabaseTransaction, occasion: Occasion) -> Self {
        Self {
            txn,
            occasion,
            touched: BTreeSet::new(),
            history: Vec::new(),
        }
    }

    /// What every row of a table says of itself.
    pub async fn marks<R: Record>(&self) -> Result<Vec<Mark>, StoreError> {
        Ok(R::marks(&self.txn).await?)
    }

    /// The rows with these ids, those that are there.
    pub async fn find<R: Record>(&self, ids: Vec<String>) -> Result<Vec<R>, StoreError> {
        Ok(R::find(&self.txn, ids).await?)
    }

    /// The latest change of each of these rows of a table.
    pub async fn latest_changes<R: Record>(
        &self,
        ids: &[String],
    ) -> Result<BTreeMap<String, LatestChange>, StoreError> {
        let mut latest = BTreeMap::new();
        for some in ids.chunks(CHUNK) {
            let rows: Vec<(String, String, String)> = change::Entity::find()
                .select_only()
                .columns([
                    change::Column::NodeId,
                    change::Column::Actor,
                    change::Column::Action,
                ])
                .filter(change::Column::NodeKind.eq(R::TABLE))
                .filter(change::Column::NodeId.is_in(some))
                .order_by_asc(change::Column::Id)
                .into_tuple()
                .all(&self.txn)
                .await?;
            for (id, actor, action) in rows {
                let archived = action == "archive";
                latest.insert(id, LatestChange { actor, archived });
            }
        }
        Ok(latest)
    }

    /// How many changes the history holds.
    #[cfg(test)]
    pub(crate) async fn count_history(&self) -> Result<usize, StoreError> {
        use sea_orm::PaginatorTrait;
        let count = change::Entity::find().count(&self.txn).await?;
        Ok(usize::try_from(count).unwrap_or(usize::MAX))
    }

    /// When it is made.
    pub fn at(&self) -> DateTime<Utc> {
        self.occasion.at
    }

    /// The revision that this change starts from. Nobody else commits before it is done.
    pub async fn base(&self) -> Result<u64, StoreError> {
        Ok(group::revision(&self.txn).await?)
    }

    /// The rows of a table that have a value in a column, by id.
    pub async fn rows_with(
        &self,
        table: &str,
        column: &str,
        value: &str,
    ) -> Result<Vec<Value>, StoreError> {
        record::rows_with(&self.txn, table, column, value).await
    }

    /// Adds rows to a table; the rows that they name must be there or among them.
    pub async fn create<R: Record>(
        &mut self,
        permit: &Permit,
        rows: Vec<R>,
    ) -> Result<(), StoreError> {
        if rows.is_empty() {
            return Ok(());
        }
        self.touch(permit, R::TABLE).await?;
        for row in &rows {
            self.note(permit, R::TABLE, row.id(), None, Some(record::json(row)?));
        }
        Ok(R::insert(&self.txn, rows).await?)
    }

    /// Writes a row over the one with its id. `before` is for the history.
    pub async fn update<R: Record>(
        &mut self,
        permit: &Permit,
        before: &R,
        after: R,
    ) -> Result<(), StoreError> {
        self.touch(permit, R::TABLE).await?;
        let (was, is) = (record::json(before)?, record::json(&after)?);
        self.note(permit, R::TABLE, before.id(), Some(was), Some(is));
        Ok(R::replace(&self.txn, after).await?)
    }

    /// Makes, changes or archives one row.
    pub async fn edit(&mut self, permit: &Permit, edit: Edit) -> Result<(), StoreError> {
        self.touch(permit, edit.table).await?;
        record::write(&self.txn, &edit).await?;
        let Edit {
            table,
            id,
            before,
            after,
        } = edit;
        self.note(permit, table, &id, before, after);
        Ok(())
    }

    /// Writes the history, commits, and says which revision the register is at now.
    pub async fn commit(mut self) -> Result<u64, StoreError> {
        let revision = group::revision(&self.txn).await?;
        let number = i64::try_from(revision).unwrap_or(i64::MAX);
        let mut history = std::mem::take(&mut self.history);
        for change in &mut history {
            change.revision = Set(number);
        }
        while !history.is_empty() {
            let rest = history.split_off(CHUNK.min(history.len()));
            change::Entity::insert_many(history)
                .exec_without_returning(&self.txn)
                .await?;
            history = rest;
        }
        self.txn.commit().await?;
        Ok(revision)
    }

    /// Leaves everything as it was.
    pub async fn abandon(self) -> Result<(), StoreError> {
        Ok(self.txn.rollback().await?)
    }

    /// Counts the table's group up, once however much is written.
    async fn touch(&mut self, permit: &Permit, table: &'static str) -> Result<(), StoreError> {
        if !permit.covers(table) {
            return Err(StoreError::NotPermitted { table });
        }
        if self.touched.insert(Group::of(table)) {
            group::bump(&self.txn, Group::of(table)).await?;
        }
        Ok(())
    }

    fn note(
        &mut self,
        permit: &Permit,
        table: &'static str,
        id: &str,
        before: Option<Value>,
        after: Option<Value>,
    ) {
        let action = match (&before, &after) {
            (None, _) => "create",
            (Some(_), Some(_)) => "update",
            (Some(_), None) => "archive",
        };
        let (root_kind, root_id) = root(table, id, after.as_ref().or(before.as_ref()));
        self.history.push(change::ActiveModel {
            root_kind: Set(root_kind.to_owned()),
            root_id: Set(root_id),
            at: Set(instant(self.occasion.at)),
            actor: Set(permit.actor().to_owned()),
            reason: Set(self.occasion.reason.clone()),
            node_kind: Set(table.to_owned()),
            node_id: Set(id.to_owned()),
            action: Set(action.to_owned()),
            before: Set(before),
            after: Set(after),
            ..change::ActiveModel::default()
        });
    }
}

/// The node that a row belongs to: what has no page of its own is told with its owner.
fn root(table: &'static str, id: &str, row: Option<&Value>) -> (&'static str, String) {
    let (owner, column) = match table {
        "area_code" | "area_name" | "area_part" => ("area", "area_id"),
        "body_name" => ("body", "body_id"),
        "service_body" => ("service", "service_id"),
        _ => return (table, id.to_owned()),
    };
    let named = row.and_then(|row| row.get(column)).and_then(Value::as_str);
    match named {
        Some(owner_id) => (owner, owner_id.to_owned()),
        None => (table, id.to_owned()),
    }
}

/// A moment as tables keep it.
pub(super) fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
