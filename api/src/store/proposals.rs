//! Proposals, and receipts for requests that may be sent twice. They are not in the Atlas.

use chrono::TimeDelta;
use entity::{proposal, receipt};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::Value;

use super::write::instant;
use super::{Store, StoreError, Writing};

/// A proposal, as its table keeps it.
pub type Proposal = proposal::Model;

/// What was answered to a request that bore an idempotency key.
#[derive(Clone, Debug, PartialEq)]
pub struct Receipt {
    /// Hash of the actor and the key.
    pub id: String,
    /// Who asked.
    pub actor: String,
    /// Hash of what was asked.
    pub request_hash: String,
    /// What was answered.
    pub reply: Value,
}

/// How long a receipt is kept.
const KEPT: TimeDelta = TimeDelta::days(7);

/// Rows that one statement reads of proposals.
const BATCH: u64 = 500;

impl Store {
    /// A proposal.
    pub async fn proposal(&self, id: &str) -> Result<Option<Proposal>, StoreError> {
        Ok(proposal::Entity::find_by_id(id).one(&self.db).await?)
    }

    /// Proposals by id, those of one state only if it is named; a batch of those after `after`.
    pub async fn proposals(
        &self,
        state: Option<&str>,
        after: Option<&str>,
    ) -> Result<Vec<Proposal>, StoreError> {
        let mut query = proposal::Entity::find();
        if let Some(state) = state {
            query = query.filter(proposal::Column::State.eq(state));
        }
        if let Some(after) = after {
            query = query.filter(proposal::Column::Id.gt(after));
        }
        let query = query.order_by_asc(proposal::Column::Id).limit(BATCH);
        Ok(query.all(&self.db).await?)
    }
}

impl Writing {
    /// A proposal, as this change finds it.
    pub async fn proposal(&self, id: &str) -> Result<Option<Proposal>, StoreError> {
        Ok(proposal::Entity::find_by_id(id).one(&self.txn).await?)
    }

    /// What was answered to a request before.
    pub async fn receipt(&self, id: &str) -> Result<Option<Receipt>, StoreError> {
        let found = receipt::Entity::find_by_id(id).one(&self.txn).await?;
        Ok(found.map(|row| Receipt {
            id: row.id,
            actor: row.actor,
            request_hash: row.request_hash,
            reply: row.reply,
        }))
    }

    /// Keeps what is answered for a week, so that the same request is answered alike. It is no
    /// change of the register: no history, no revision.
    pub async fn keep_receipt(&self, receipt: Receipt) -> Result<(), StoreError> {
        receipt::Entity::delete_many()
            .filter(receipt::Column::At.lt(instant(self.at() - KEPT)))
            .exec(&self.txn)
            .await?;
        let row = receipt::ActiveModel {
            id: Set(receipt.id),
            actor: Set(receipt.actor),
            request_hash: Set(receipt.request_hash),
            reply: Set(receipt.reply),
            at: Set(instant(self.at())),
        };
        receipt::Entity::insert(row)
            .exec_without_returning(&self.txn)
            .await?;
        Ok(())
    }
}
