//! A change: rows, their history and the revisions, all in one transaction.

use std::collections::BTreeMap;

use chrono::{DateTime, SecondsFormat, Utc};
use entity::change;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use serde_json::Value;

use super::error::StoreError;
use super::group::{self, Group};
use super::record::{Mark, Record};

/// Ids asked about, and history written, in one statement: each row of history binds nine values.
const CHUNK: usize = 1_500;

/// Who changes something, when and why: history says so of every row.
#[derive(Clone, Debug)]
pub struct Author {
    /// Who.
    pub actor: String,
    /// Why, in their words.
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
    txn: DatabaseTransaction,
    author: Author,
    revisions: BTreeMap<Group, i64>,
    history: Vec<change::ActiveModel>,
}

impl Writing {
    pub(super) fn new(txn: DatabaseTransaction, author: Author) -> Self {
        Self {
            txn,
            author,
            revisions: BTreeMap::new(),
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

    /// Adds rows to a table; the rows that they name must be there or among them.
    pub async fn create<R: Record>(&mut self, rows: Vec<R>) -> Result<(), StoreError> {
        if rows.is_empty() {
            return Ok(());
        }
        let revision = self.revision_of(Group::of(R::TABLE)).await?;
        for row in &rows {
            let after = json(row)?;
            self.note::<R>(revision, "create", row.id(), None, Some(after));
        }
        Ok(R::insert(&self.txn, rows).await?)
    }

    /// Writes a row over the one with its id. `before` is for the history.
    pub async fn update<R: Record>(&mut self, before: &R, after: R) -> Result<(), StoreError> {
        let revision = self.revision_of(Group::of(R::TABLE)).await?;
        let (was, is) = (json(before)?, json(&after)?);
        self.note::<R>(revision, "update", before.id(), Some(was), Some(is));
        Ok(R::replace(&self.txn, after).await?)
    }

    /// Writes the history, commits, and says which revision the register is at now.
    pub async fn commit(mut self) -> Result<u64, StoreError> {
        let mut history = std::mem::take(&mut self.history);
        while !history.is_empty() {
            let rest = history.split_off(CHUNK.min(history.len()));
            change::Entity::insert_many(history)
                .exec_without_returning(&self.txn)
                .await?;
            history = rest;
        }
        let revision = group::revision(&self.txn).await?;
        self.txn.commit().await?;
        Ok(revision)
    }

    /// Leaves everything as it was.
    pub async fn abandon(self) -> Result<(), StoreError> {
        Ok(self.txn.rollback().await?)
    }

    /// The revision that this change makes; a group is counted up once however much is written.
    async fn revision_of(&mut self, group: Group) -> Result<i64, StoreError> {
        if let Some(number) = self.revisions.get(&group) {
            return Ok(*number);
        }
        let number = group::bump(&self.txn, group).await?;
        self.revisions.insert(group, number);
        Ok(number)
    }

    fn note<R: Record>(
        &mut self,
        revision: i64,
        action: &str,
        id: &str,
        before: Option<Value>,
        after: Option<Value>,
    ) {
        self.history.push(change::ActiveModel {
            revision: Set(revision),
            at: Set(self.author.at.to_rfc3339_opts(SecondsFormat::Secs, true)),
            actor: Set(self.author.actor.clone()),
            reason: Set(self.author.reason.clone()),
            node_kind: Set(R::TABLE.to_owned()),
            node_id: Set(id.to_owned()),
            action: Set(action.to_owned()),
            before: Set(before),
            after: Set(after),
            ..change::ActiveModel::default()
        });
    }
}

fn json<R: Record>(row: &R) -> Result<Value, StoreError> {
    serde_json::to_value(row).map_err(|source| StoreError::History {
        table: R::TABLE,
        row: row.id().to_owned(),
        source,
    })
}
