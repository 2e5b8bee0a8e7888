//! Carrying a wish out: planned, decided on, written and committed, or refused with the reason.

use std::collections::BTreeMap;
use std::sync::Arc;

use planning::atlas::Atlas;
use sha2::{Digest, Sha256};

use super::draft::{Ask, Wish};
use super::keeper::{KeepError, Keeper, after};
use super::ledger;
use super::outcome::Outcome;
use super::plan::{Ground, Plan, plan, told};
use super::problem::{Problem, ProblemCode as Code};
use super::{Kind, concern};
use crate::auth::policy::{Denied, Standing};
use crate::auth::{Permit, Viewer};
use crate::store::{Edit, Edited, Receipt, Writing};

impl Keeper {
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
        let _turn = self.take_turn().await;
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
            whole: &current,
            seen: &seen,
            sight: &standing.sight(),
            base,
            today: self.today(),
        };
        let mut made = plan(&ground, ask).await?;
        let mut outcome = Outcome {
            node: made.node.clone(),
            revision: base,
            changes: told(&made.edits, &seen),
            problems: std::mem::take(&mut made.problems),
            conflict: made.conflict.take(),
            ..Outcome::default()
        };
        outcome.problems.extend(reason_given(&ask.reason));
        // A rule that looks at what is broken would only say so twice.
        if outcome.conflict.is_none() && outcome.problems.is_empty() {
            let edits = &made.edits;
            let wrong = ledger::problems(&ask.wish, edits, &current, &seen, self.today());
            outcome.problems.extend(wrong);
        }
        // Whether somebody may do what cannot be done is no question.
        if outcome.conflict.is_some() || !outcome.problems.is_empty() {
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
        if ask.dry_run {
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
            Wish::Freeze { .. } => standing.may_write(&concerns, Kind::Scenario.tables(), current),
            Wish::Archive { .. } | Wish::Revert { .. } => {
                standing.may_write_all(&concerns, current)
            }
        }
    }
}

/// Makes parents first and archives children first, as foreign keys want it; of one table, what lies
/// inside another row comes after it, and goes before it.
fn in_order(mut edits: Vec<Edit>) -> Vec<Edit> {
    let wholes: BTreeMap<(&str, String), String> = edits
        .iter()
        .filter_map(|edit| {
            let row = edit.after.as_ref().or(edit.before.as_ref())?;
            let whole = row.get("part_of_id")?.as_str()?.to_owned();
            Some(((edit.table, edit.id.clone()), whole))
        })
        .collect();
    let most = edits.len();
    let depth = |edit: &Edit| {
        let first = wholes.get(&(edit.table, edit.id.clone()));
        let around = std::iter::successors(first, |id| wholes.get(&(edit.table, (*id).clone())));
        i64::try_from(around.take(most).count()).unwrap_or(i64::MAX)
    };
    let place = |edit: &Edit| {
        let found = entity::TABLES.iter().position(|table| *table == edit.table);
        let place = i64::try_from(found.unwrap_or(usize::MAX)).unwrap_or(i64::MAX);
        match edit.after {
            Some(_) => (0, place, depth(edit)),
            None => (1, -place, -depth(edit)),
        }
    };
    edits.sort_by_cached_key(place);
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn wholes_are_made_before_their_parts_and_archived_after_them() {
        let contract = |id: &str, whole: Option<&str>| json!({ "id": id, "part_of_id": whole });
        let edit = |id: &str, before, after| Edit {
            table: "contract",
            id: id.to_owned(),
            before,
            after,
        };
        let rows = [("c", Some("b")), ("a", None), ("b", Some("a"))];
        let order = |edits: Vec<Edit>| -> Vec<String> {
            in_order(edits).into_iter().map(|edit| edit.id).collect()
        };
        let made = rows.map(|(id, whole)| edit(id, None, Some(contract(id, whole))));
        assert_eq!(order(made.to_vec()), ["a", "b", "c"]);
        let gone = rows.map(|(id, whole)| edit(id, Some(contract(id, whole)), None));
        assert_eq!(order(gone.to_vec()), ["c", "b", "a"]);
    }
}
