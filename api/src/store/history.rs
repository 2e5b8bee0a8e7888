//! What was changed: read for a node, since a revision, or from the beginning.

use chrono::{DateTime, Utc};
use entity::change;
use planning::atlas::Atlas;
use planning::facts::Facts;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::write::instant;
use super::{Store, StoreError, Writing, group, replay};

/// One change of one row, as history keeps it.
pub type Change = change::Model;

/// Which changes, newest first.
#[derive(Clone, Debug, Default)]
pub struct ChangePage {
    /// Of this node and what belongs to it: its table and id.
    pub of: Option<(String, String)>,
    /// By this actor.
    pub actor: Option<String>,
    /// Of a later revision than this.
    pub after_revision: Option<u64>,
    /// Of this revision or an earlier one.
    pub up_to_revision: Option<u64>,
    /// Older than the change with this number.
    pub before: Option<i64>,
    /// So many at most.
    pub limit: u64,
}

impl Store {
    /// Changes, newest first.
    pub async fn history(&self, page: &ChangePage) -> Result<Vec<Change>, StoreError> {
        let mut query = change::Entity::find();
        if let Some((kind, id)) = &page.of {
            query = query
                .filter(change::Column::RootKind.eq(kind.as_str()))
                .filter(change::Column::RootId.eq(id.as_str()));
        }
        if let Some(actor) = &page.actor {
            query = query.filter(change::Column::Actor.eq(actor.as_str()));
        }
        if let Some(revision) = page.after_revision {
            query = query.filter(change::Column::Revision.gt(number(revision)));
        }
        if let Some(revision) = page.up_to_revision {
            query = query.filter(change::Column::Revision.lte(number(revision)));
        }
        if let Some(id) = page.before {
            query = query.filter(change::Column::Id.lt(id));
        }
        let query = query.order_by_desc(change::Column::Id).limit(page.limit);
        Ok(query.all(&self.db).await?)
    }

    /// The changes after a revision, oldest first, and the revision that they lead to.
    pub async fn changes_since(&self, revision: u64) -> Result<(Vec<Change>, u64), StoreError> {
        let txn = self.snapshot().await?;
        let now = group::revision(&txn).await?;
        let changes = since(&txn, revision).await?;
        txn.commit().await?;
        Ok((changes, now))
    }

    /// The latest revision that had been made by a moment; 0: none.
    pub async fn revision_at(&self, moment: DateTime<Utc>) -> Result<u64, StoreError> {
        let latest: Option<i64> = change::Entity::find()
            .select_only()
            .column(change::Column::Revision)
            .filter(change::Column::At.lte(instant(moment)))
            .order_by_desc(change::Column::Revision)
            .limit(1)
            .into_tuple()
            .one(&self.db)
            .await?;
        Ok(latest
            .and_then(|number| u64::try_from(number).ok())
            .unwrap_or(0))
    }

    /// The register as it stood at a revision, replayed from its history.
    pub async fn atlas_at(&self, revision: u64) -> Result<Atlas, StoreError> {
        let changes = change::Entity::find()
            .filter(change::Column::Revision.lte(number(revision)))
            .order_by_asc(change::Column::Id)
            .all(&self.db)
            .await?;
        let edited = changes.into_iter().map(Into::into).collect();
        let facts = replay(Facts::default(), edited)?;
        Ok(Atlas::build(facts, revision)?)
    }
}

impl Writing {
    /// The changes after a revision, oldest first, as this change finds them.
    pub async fn changes_since(&self, revision: u64) -> Result<Vec<Change>, StoreError> {
        since(&self.txn, revision).await
    }

    /// What one revision changed, oldest first.
    pub async fn changes_of(&self, revision: u64) -> Result<Vec<Change>, StoreError> {
        let query = change::Entity::find().filter(change::Column::Revision.eq(number(revision)));
        Ok(query
            .order_by_asc(change::Column::Id)
            .all(&self.txn)
            .await?)
    }

    /// The changes of a node and what belongs to it, oldest first.
    pub async fn history_of(&self, kind: &str, id: &str) -> Result<Vec<Change>, StoreError> {
        let query = change::Entity::find()
            .filter(change::Column::RootKind.eq(kind))
            .filter(change::Column::RootId.eq(id));
        Ok(query
            .order_by_asc(change::Column::Id)
            .all(&self.txn)
            .await?)
    }
}

async fn since<C: ConnectionTrait>(db: &C, revision: u64) -> Result<Vec<Change>, StoreError> {
    Ok(change::Entity::find()
        .filter(change::Column::Revision.gt(number(revision)))
        .order_by_asc(change::Column::Id)
        .all(db)
        .await?)
}

fn number(revision: u64) -> i64 {
    i64::try_from(revision).unwrap_or(i64::MAX)
}
