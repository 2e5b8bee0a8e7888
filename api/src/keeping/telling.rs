//! Telling of what was changed and what is proposed, to each viewer what they may know.

use super::keeper::{KeepError, Keeper};
use crate::auth::Viewer;
use crate::auth::policy::{Look, Past, Standing, needed, sees_change};
use crate::store::{Change, ChangePage, Proposal, StoreError};

/// Changes that one statement reads.
const BATCH: u64 = 200;

/// Some changes, newest first.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// The changes.
    pub rows: Vec<Change>,
    /// Whether older ones follow.
    pub has_next: bool,
}

impl Keeper {
    /// The changes that somebody may read, as many as the page says. Reads on until the page is
    /// full: what is hidden is not counted.
    pub async fn changes(&self, viewer: &Viewer, page: ChangePage) -> Result<Changes, KeepError> {
        let most = usize::try_from(page.limit).unwrap_or(usize::MAX);
        let standing = self.standing(viewer);
        let (whole, seen) = (self.atlas(), self.seen(&standing)?);
        let sight = standing.sight();
        let look = Look {
            sight: &sight,
            whole: &whole,
            seen: &seen,
        };
        let mut batch = ChangePage {
            up_to_revision: Some(whole.revision),
            limit: BATCH,
            ..page
        };
        let (mut found, mut past) = (Changes::default(), Past::default());
        loop {
            let changes = self.store().history(&batch).await?;
            let Some(last) = changes.last() else {
                return Ok(found);
            };
            batch.before = Some(last.id);
            for change in changes {
                if !self.tells(viewer, look, &change, &mut past).await? {
                    continue;
                }
                if found.rows.len() == most {
                    found.has_next = true;
                    return Ok(found);
                }
                found.rows.push(change);
            }
        }
    }

    /// The changes of a row and what belongs to it, newest first; `None`: there is no such row, or
    /// none that this viewer may know of. That of an archived row is told to whoever could see it
    /// last.
    pub async fn history(
        &self,
        viewer: &Viewer,
        table: &str,
        id: &str,
        page: ChangePage,
    ) -> Result<Option<Changes>, KeepError> {
        let may = match table {
            "proposal" => self.visible_proposal(viewer, id).await?.is_some(),
            _ => {
                self.knows(viewer, &self.standing(viewer), table, id)
                    .await?
            }
        };
        if !may {
            return Ok(None);
        }
        let page = ChangePage {
            of: Some((table.to_owned(), id.to_owned())),
            ..page
        };
        self.changes(viewer, page).await.map(Some)
    }

    /// The proposals that somebody may see, of one state and about one row if these are named.
    pub async fn proposals(
        &self,
        viewer: &Viewer,
        state: Option<&str>,
        about: Option<(&str, &str)>,
    ) -> Result<Vec<Proposal>, KeepError> {
        let mut found = Vec::new();
        let mut after: Option<String> = None;
        loop {
            let rows = self.store().proposals(state, after.as_deref()).await?;
            let Some(last) = rows.last() else {
                return Ok(found);
            };
            after = Some(last.id.clone());
            for row in rows {
                let is_about = about.is_none_or(|(table, id)| {
                    row.node_id.as_deref() == Some(id) && table_of(&row) == Some(table)
                });
                if is_about && self.sees_proposal(viewer, &row).await? {
                    found.push(row);
                }
            }
        }
    }

    /// Whether somebody may know that there is, or was, a row.
    async fn knows(
        &self,
        viewer: &Viewer,
        standing: &Standing,
        table: &str,
        id: &str,
    ) -> Result<bool, KeepError> {
        let changes = self.past_of(table, id).await?;
        let last = changes
            .iter()
            .rev()
            .find(|change| change.node_kind == table && change.node_id == id);
        let Some(last) = last else {
            return Ok(false);
        };
        let (whole, seen) = (self.atlas(), self.seen(standing)?);
        let sight = standing.sight();
        let look = Look {
            sight: &sight,
            whole: &whole,
            seen: &seen,
        };
        // The last image alone: what it was before is each change's own matter.
        let as_it_was = Change {
            before: last.before.clone().filter(|_| last.after.is_none()),
            ..last.clone()
        };
        let mut past = Past::default();
        self.tells(viewer, look, &as_it_was, &mut past).await
    }

    /// Whether somebody is told of a change.
    async fn tells(
        &self,
        viewer: &Viewer,
        look: Look<'_>,
        change: &Change,
        past: &mut Past,
    ) -> Result<bool, KeepError> {
        if change.node_kind == "proposal" {
            let image = change.after.as_ref().or(change.before.as_ref());
            let row = image.map(|image| serde_json::from_value::<Proposal>(image.clone()));
            return match row.transpose()? {
                Some(row) => self.sees_proposal(viewer, &row).await,
                None => Ok(false),
            };
        }
        for (table, id) in needed(look, change) {
            if !past.has(&table, &id) {
                past.take(&table, &id, &self.past_of(&table, &id).await?);
            }
        }
        Ok(sees_change(look, change, past))
    }

    /// Every change of a row and what belongs to it, oldest first.
    async fn past_of(&self, table: &str, id: &str) -> Result<Vec<Change>, StoreError> {
        let mut page = ChangePage {
            of: Some((table.to_owned(), id.to_owned())),
            limit: BATCH,
            ..ChangePage::default()
        };
        let mut changes = Vec::new();
        loop {
            let batch = self.store().history(&page).await?;
            let Some(last) = batch.last() else {
                changes.reverse();
                return Ok(changes);
            };
            page.before = Some(last.id);
            changes.extend(batch);
        }
    }
}

/// The table of what a proposal is about.
fn table_of(row: &Proposal) -> Option<&'static str> {
    row.kind.parse().ok().map(super::Kind::table)
}
