//! The keeper of the register: what everybody reads, and the one door through which it changes.

use std::sync::Arc;

use arc_swap::ArcSwap;
use chrono::{DateTime, NaiveDate, Utc};
use planning::atlas::{Atlas, BuildError};
use tokio::sync::{Mutex, watch};

use super::known::Known;
use super::played::{Played, Plays};
use super::views::Views;
use crate::auth::Viewer;
use crate::auth::policy::Standing;
use crate::clock::Clock;
use crate::store::{Edited, Occasion, Store, StoreError, Writing, replay};

/// Why a change could not be made, for no fault of whoever asked.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The register could not be read back.
    #[error(transparent)]
    Build(#[from] BuildError),
    /// What was answered before cannot be read.
    #[error("the receipt of a request cannot be read: {0}")]
    Receipt(#[from] serde_json::Error),
    /// The work broke off.
    #[error("the change broke off: {0}")]
    Broken(String),
}

/// Keeps the register.
pub struct Keeper {
    store: Store,
    atlas: ArcSwap<Atlas>,
    views: Views,
    known: Known,
    plays: Plays,
    clock: Arc<dyn Clock>,
    // Writers of this process queue here instead of at the database.
    turn: Mutex<()>,
    revision: watch::Sender<u64>,
}

impl Keeper {
    /// A keeper of an open, migrated database.
    pub async fn open(store: Store, clock: Arc<dyn Clock>) -> Result<Self, StoreError> {
        let atlas = store.load_atlas().await?;
        Ok(Self {
            revision: watch::Sender::new(atlas.revision),
            atlas: ArcSwap::from_pointee(atlas),
            store,
            views: Views::default(),
            known: Known::default(),
            plays: Plays::default(),
            clock,
            turn: Mutex::new(()),
        })
    }

    /// The whole register as it stands now.
    pub fn atlas(&self) -> Arc<Atlas> {
        self.atlas.load_full()
    }

    /// The store.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Today.
    pub fn today(&self) -> NaiveDate {
        self.clock.today()
    }

    /// Now.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// What a viewer is to the register.
    pub fn standing(&self, viewer: &Viewer) -> Standing {
        Standing::of(viewer, &self.atlas(), self.today())
    }

    /// The register as somebody sees it now.
    pub fn seen(&self, standing: &Standing) -> Result<Arc<Atlas>, BuildError> {
        let atlas = self.atlas();
        self.views.of(&atlas, &atlas, None, &standing.sight())
    }

    /// The register as somebody may see it of an earlier revision.
    pub async fn seen_at(
        &self,
        standing: &Standing,
        revision: u64,
    ) -> Result<Arc<Atlas>, KeepError> {
        let current = self.atlas();
        if revision >= current.revision {
            return Ok(self.seen(standing)?);
        }
        let past = self.known.at(&self.store, revision).await?;
        Ok(self
            .views
            .of(&past, &current, Some(revision), &standing.sight())?)
    }

    /// A register after the steps of one of its scenarios; `None`: it has no such scenario.
    pub fn played(
        &self,
        base: &Arc<Atlas>,
        scenario: &str,
    ) -> Result<Option<Arc<Played>>, BuildError> {
        self.plays.of(base, scenario, self.atlas().revision)
    }

    /// The whole register of a revision.
    pub(super) async fn past(&self, revision: u64) -> Result<Arc<Atlas>, StoreError> {
        let current = self.atlas();
        if revision == current.revision {
            return Ok(current);
        }
        self.known.at(&self.store, revision).await
    }

    /// Waits for the writers before.
    pub(super) async fn take_turn(&self) -> tokio::sync::MutexGuard<'_, ()> {
        self.turn.lock().await
    }

    /// Tells of every new revision.
    pub fn revisions(&self) -> watch::Receiver<u64> {
        self.revision.subscribe()
    }

    /// Takes up what another process has committed; says whether there was anything. Called every
    /// second, and cheap when nothing has changed.
    pub async fn follow(&self) -> Result<bool, KeepError> {
        if self.store.revision().await? == self.atlas().revision {
            return Ok(false);
        }
        let _turn = self.turn.lock().await;
        if self.read_anew().await? {
            return Ok(true);
        }
        let base = self.atlas();
        let (changes, now) = self.store.changes_since(base.revision).await?;
        if now == base.revision {
            return Ok(false);
        }
        let atlas = match after(&base, changes.into_iter().map(Into::into).collect(), now) {
            // A restored database has another history than the one that we followed.
            Ok(atlas) if now > base.revision => atlas,
            _ => self.store.load_atlas().await?,
        };
        self.publish(atlas);
        Ok(true)
    }

    /// Reads everything anew if a restore has put another register in the place of ours, which no
    /// change of the history tells; says whether it has.
    async fn read_anew(&self) -> Result<bool, KeepError> {
        if self.store.restored_at().await? <= self.atlas().revision {
            return Ok(false);
        }
        let atlas = self.store.load_atlas().await?;
        self.known.forget().await;
        self.publish(atlas);
        Ok(true)
    }

    /// Begins a change, with the register as this change finds it.
    pub(super) async fn begin(&self, reason: &str) -> Result<Writing, KeepError> {
        let occasion = Occasion {
            reason: reason.to_owned(),
            at: self.clock.now(),
        };
        let writing = loop {
            let writing = self.store.write(occasion.clone()).await?;
            if writing.restored_at().await? <= self.atlas().revision {
                break writing;
            }
            // Given back meanwhile: to read everything takes a connection of its own.
            writing.abandon().await?;
            self.read_anew().await?;
        };
        let base = writing.base().await?;
        let atlas = self.atlas();
        if base != atlas.revision {
            let changes = writing.changes_since(atlas.revision).await?;
            let atlas = after(&atlas, changes.into_iter().map(Into::into).collect(), base)?;
            self.publish(atlas);
        }
        Ok(writing)
    }

    pub(super) fn publish(&self, atlas: Atlas) {
        let revision = atlas.revision;
        self.atlas.store(Arc::new(atlas));
        self.revision.send_replace(revision);
    }
}

/// The register after some edits.
pub(super) fn after(base: &Atlas, edited: Vec<Edited>, revision: u64) -> Result<Atlas, KeepError> {
    let facts = replay(base.facts(), edited)?;
    Ok(Atlas::build(facts, revision)?)
}
