//! The keeper of the register: what everybody reads, and the one door through which it changes.

use std::sync::Arc;

use arc_swap::ArcSwap;
use chrono::{DateTime, NaiveDate, Utc};
use planning::atlas::{Atlas, BuildError};
use sha2::{Digest, Sha256};
use tokio::sync::{Mutex, watch};

use super::concern;
use super::diff;
use super::draft::{Ask, Wish};
use super::known::Known;
use super::outcome::Outcome;
use super::plan::{Ground, Plan, plan};
use super::problem::{Problem, ProblemCode as Code};
use super::views::Views;
use crate::auth::policy::{Denied, Standing};
use crate::auth::{Permit, Viewer};
use crate::clock::Clock;
use crate::store::{Edit, Edited, Occasion, Receipt, Store, StoreError, Writing, replay};

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

    /// Does what is asked for, or says why not. What is begun is finished, whether or not anybody
    /// still waits for the answer.
    pub async fn ask(self: Arc<Self>, viewer: Viewer, ask: Ask) -> Result<Outcome, KeepError> {
        let work = tokio::spawn(async move { self.answer(&viewer, &ask).await });
        match work.await {
            Ok(outcome) => outcome,
            Err(error) => Err(KeepError::Broken(error.to_string())),
        }
    }

    async fn answer(&self, viewer: &Viewer, ask: &Ask) -> Result<Outcome, KeepError> {
        let _turn = self.turn.lock().await;
        let mut writing = self.begin(&ask.reason).await?;
        let outcome = self.decide(&mut writing, viewer, ask).await;
        match outcome {
            Ok((outcome, None)) => {
                writing.abandon().await?;
                Ok(outcome)
            }
            Ok((outcome, Some(atlas))) => self.finish(writing, viewer, ask, outcome, atlas).await,
            Err(error) => {
                writing.abandon().await?;
                Err(error)
            }
        }
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

    /// Plans, checks and writes, but does not commit. With the outcome comes the register as it
    /// would be, if anything was written.
    async fn decide(
        &self,
        writing: &mut Writing,
        viewer: &Viewer,
        ask: &Ask,
    ) -> Result<(Outcome, Option<Atlas>), KeepError> {
        let current = self.atlas();
        let base = current.revision;
        if let Some(known) = self.answered(writing, viewer, ask).await? {
            return Ok((known, None));
        }
        let standing = self.standing(viewer);
        let seen = self.seen(&standing)?;
        let ground = Ground {
            writing,
            seen: &seen,
            base,
            today: self.today(),
        };
        let mut made = plan(&ground, ask).await?;
        let mut outcome = Outcome {
            node: made.node.clone(),
            revision: base,
            changes: made.edits.iter().flat_map(diff::of_edit).collect(),
            problems: std::mem::take(&mut made.problems),
            conflict: made.conflict.take(),
            ..Outcome::default()
        };
        outcome.problems.extend(reason_given(&ask.reason));
        if outcome.conflict.is_some() {
            return Ok((outcome, None));
        }
        let permit = self.permit(&standing, &made, ask, &current);
        let proposes = match (&permit, ask.propose) {
            (_, true) if permit != Err(Denied::Refused) => true,
            (Ok(_), false) => false,
            (denied, _) => {
                outcome.problems.push(forbidden(denied));
                return Ok((outcome, None));
            }
        };
        if !outcome.problems.is_empty() || ask.dry_run {
            return Ok((outcome, None));
        }
        if proposes {
            return self.propose(writing, &standing, ask, outcome).await;
        }
        let Ok(permit) = permit else {
            return Ok((outcome, None));
        };
        let mut edits = made.edits;
        if let Some(proposal) = &ask.accepts {
            match self.settle(writing, &standing, proposal, ask).await? {
                Ok(edit) => edits.push(edit),
                Err(problem) => {
                    outcome.problems.push(problem);
                    return Ok((outcome, None));
                }
            }
            outcome.proposal = Some(proposal.clone());
        }
        if edits.is_empty() {
            return Ok((outcome, None));
        }
        self.write(writing, &standing, &permit, edits, outcome)
            .await
    }

    /// Writes the edits into the change under way and builds the register that they make. If it
    /// cannot be built, nothing was ever written.
    pub(super) async fn write(
        &self,
        writing: &mut Writing,
        standing: &Standing,
        permit: &Permit,
        edits: Vec<Edit>,
        mut outcome: Outcome,
    ) -> Result<(Outcome, Option<Atlas>), KeepError> {
        let edited: Vec<Edited> = edits.iter().map(Edited::from).collect();
        for edit in in_order(edits) {
            let own = (edit.table == "proposal")
                .then(|| standing.proposal_permit())
                .flatten();
            writing.edit(own.as_ref().unwrap_or(permit), edit).await?;
        }
        let revision = writing.base().await?;
        let atlas = after(&self.atlas(), edited, revision)?;
        outcome.revision = revision;
        outcome.written = true;
        Ok((outcome, Some(atlas)))
    }

    async fn finish(
        &self,
        writing: Writing,
        viewer: &Viewer,
        ask: &Ask,
        outcome: Outcome,
        atlas: Atlas,
    ) -> Result<Outcome, KeepError> {
        if let Some(key) = &ask.idempotency_key {
            let receipt = Receipt {
                id: receipt_id(viewer, key),
                actor: viewer.actor.clone(),
                request_hash: request_hash(ask)?,
                reply: serde_json::to_value(&outcome)?,
            };
            writing.keep_receipt(receipt).await?;
        }
        writing.commit().await?;
        self.publish(atlas);
        Ok(outcome)
    }

    /// What was answered to the same request before, if its key says that it is the same.
    async fn answered(
        &self,
        writing: &Writing,
        viewer: &Viewer,
        ask: &Ask,
    ) -> Result<Option<Outcome>, KeepError> {
        let Some(key) = &ask.idempotency_key else {
            return Ok(None);
        };
        let Some(receipt) = writing.receipt(&receipt_id(viewer, key)).await? else {
            return Ok(None);
        };
        if receipt.request_hash == request_hash(ask)? {
            return Ok(Some(serde_json::from_value(receipt.reply)?));
        }
        let message = "you have used this key for another request: take a new one";
        let problem = Problem::new("idempotencyKey", Code::KeyReused, message);
        Ok(Some(Outcome::refused(self.atlas().revision, vec![problem])))
    }

    fn permit(
        &self,
        standing: &Standing,
        made: &Plan,
        ask: &Ask,
        current: &Atlas,
    ) -> Result<Permit, Denied> {
        let concerns = concern::of(&made.edits, current);
        match &ask.wish {
            Wish::Save { kind, .. } => standing.may_write(&concerns, kind.tables(), current),
            Wish::Archive { .. } | Wish::Revert { .. } => {
                standing.may_write_all(&concerns, current)
            }
        }
    }

    pub(super) fn publish(&self, atlas: Atlas) {
        let revision = atlas.revision;
        self.atlas.store(Arc::new(atlas));
        self.revision.send_replace(revision);
    }
}

/// The register after some edits.
fn after(base: &Atlas, edited: Vec<Edited>, revision: u64) -> Result<Atlas, KeepError> {
    let facts = replay(base.facts(), edited)?;
    Ok(Atlas::build(facts, revision)?)
}

/// Makes parents first and archives children first, as foreign keys want it. Within a table the
/// order stays.
fn in_order(mut edits: Vec<Edit>) -> Vec<Edit> {
    let place = |edit: &Edit| {
        let found = entity::TABLES.iter().position(|table| *table == edit.table);
        let place = i64::try_from(found.unwrap_or(usize::MAX)).unwrap_or(i64::MAX);
        match edit.after {
            Some(_) => (0, place),
            None => (1, -place),
        }
    };
    edits.sort_by_key(place);
    edits
}

fn forbidden(denied: &Result<Permit, Denied>) -> Problem {
    let message = match denied {
        Err(Denied::MayPropose) => {
            "you may see this and not change it: send it with propose: true, and whoever keeps it decides"
        }
        _ => "you may see this and not change it",
    };
    Problem::new("id", Code::Forbidden, message)
}

/// History keeps a reason that can be read.
fn reason_given(reason: &str) -> Option<Problem> {
    super::check::text("reason", &serde_json::Value::from(reason), 1_000).err()
}

fn receipt_id(viewer: &Viewer, key: &str) -> String {
    hex(&[viewer.actor.as_bytes(), &[0], key.as_bytes()])
}

fn request_hash(ask: &Ask) -> Result<String, serde_json::Error> {
    Ok(hex(&[&serde_json::to_vec(ask)?]))
}

fn hex(pieces: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for piece in pieces {
        hash.update(piece);
    }
    hash.finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
