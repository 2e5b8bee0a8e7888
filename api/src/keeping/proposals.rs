//! Proposals: wishes of those who may not write, until somebody who may decides.

use std::collections::BTreeSet;

use chrono::SecondsFormat;
use planning::atlas::Atlas;
use serde_json::Value;

use super::Kind;
use super::concern;
use super::draft::{Ask, Wish};
use super::keeper::{KeepError, Keeper};
use super::outcome::Outcome;
use super::plan::{Ground, plan, told};
use super::problem::{Problem, ProblemCode as Code};
use crate::auth::policy::{Concern, Standing};
use crate::auth::{Permit, Role, Viewer};
use crate::store::{Edit, Proposal, Writing};

/// What is decided of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Whoever may write does not want it.
    Declined,
    /// Whoever proposed it takes it back.
    Withdrawn,
}

impl Decision {
    const fn code(self) -> &'static str {
        match self {
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
        }
    }
}

impl Keeper {
    /// Keeps a wish as a proposal.
    pub(super) async fn propose(
        &self,
        writing: &mut Writing,
        standing: &Standing,
        ask: &Ask,
        outcome: Outcome,
    ) -> Result<(Outcome, Option<Atlas>), KeepError> {
        let Some(permit) = standing.proposal_permit() else {
            return Ok((outcome, None));
        };
        let id = format!("proposal:r{}.1", outcome.revision + 1);
        let draft = Ask {
            idempotency_key: None,
            propose: false,
            dry_run: false,
            ..ask.clone()
        };
        let node = ask.wish.node().map(|(_, id)| id.to_owned());
        let row = Proposal {
            id: id.clone(),
            origin: "user".to_owned(),
            fingerprint: String::new(),
            version: 1,
            kind: ask.wish.kind_code().to_owned(),
            node_id: node,
            draft: serde_json::to_value(&draft)?,
            reason: ask.reason.clone(),
            proposed_by: permit.actor().to_owned(),
            proposed_at: self.moment(),
            state: "open".to_owned(),
            decided_by: None,
            decided_at: None,
            decision_reason: None,
            amended_draft: None,
        };
        let edit = Edit {
            table: "proposal",
            id: id.clone(),
            before: None,
            after: Some(serde_json::to_value(row)?),
        };
        let outcome = Outcome {
            node: outcome.node.filter(|_| ask.wish.node().is_some()),
            proposal: Some(id),
            ..outcome
        };
        self.write(writing, standing, &permit, vec![edit], outcome)
            .await
    }

    /// The edit that settles a proposal as accepted, with what was accepted if it differs.
    pub(super) async fn settle(
        &self,
        writing: &Writing,
        standing: &Standing,
        id: &str,
        ask: &Ask,
    ) -> Result<Result<Edit, Problem>, KeepError> {
        let Some(row) = writing.proposal(id).await? else {
            return Ok(Err(unknown("acceptsProposal")));
        };
        if row.state != "open" {
            return Ok(Err(settled("acceptsProposal", &row)));
        }
        let proposed: Ask = serde_json::from_value(row.draft.clone())?;
        if proposed.wish.kind_code() != ask.wish.kind_code()
            || proposed.wish.node() != ask.wish.node()
        {
            let message = "the proposal is about something else";
            return Ok(Err(Problem::new(
                "acceptsProposal",
                Code::Mismatch,
                message,
            )));
        }
        let amended = (proposed.wish != ask.wish)
            .then(|| serde_json::to_value(&ask.wish))
            .transpose()?;
        let permit = standing.proposal_permit();
        let actor = permit.as_ref().map(Permit::actor).unwrap_or_default();
        let after = Proposal {
            amended_draft: amended,
            ..self.decided(&row, "accepted", actor, &ask.reason)
        };
        Ok(Ok(edit(&row, &after)?))
    }

    /// Accepts a proposal as it stands: its wish is done in the name of whoever accepts.
    pub async fn accept(
        self: std::sync::Arc<Self>,
        viewer: Viewer,
        id: &str,
        reason: String,
        key: Option<String>,
        dry_run: bool,
    ) -> Result<Outcome, KeepError> {
        let revision = self.atlas().revision;
        let Some(row) = self.visible_proposal(&viewer, id).await? else {
            return Ok(Outcome::refused(revision, vec![unknown("id")]));
        };
        let proposed: Ask = serde_json::from_value(row.draft)?;
        let ask = Ask {
            reason,
            idempotency_key: key,
            dry_run,
            propose: false,
            accepts: Some(id.to_owned()),
            ..proposed
        };
        self.ask(viewer, ask).await
    }

    /// Declines or withdraws a proposal.
    pub async fn close(
        &self,
        viewer: &Viewer,
        id: &str,
        decision: Decision,
        reason: &str,
    ) -> Result<Outcome, KeepError> {
        let revision = self.atlas().revision;
        let refused = |problem| Ok(Outcome::refused(revision, vec![problem]));
        if let Err(problem) = super::check::text("reason", &Value::from(reason), 1_000) {
            return refused(problem);
        }
        let Some(seen) = self.visible_proposal(viewer, id).await? else {
            return refused(unknown("id"));
        };
        let standing = self.standing(viewer);
        let may = match decision {
            Decision::Withdrawn => seen.proposed_by == viewer.actor,
            Decision::Declined => self.may_decide(&standing, &seen).await?,
        };
        let Some(permit) = standing.proposal_permit().filter(|_| may) else {
            let message = match decision {
                Decision::Withdrawn => "only whoever proposed it takes it back; decline it instead",
                Decision::Declined => "only whoever may write the row decides on it",
            };
            return refused(Problem::new("id", Code::Forbidden, message));
        };
        let _turn = self.take_turn().await;
        let mut writing = self.begin(reason).await?;
        let row = writing
            .proposal(id)
            .await?
            .filter(|row| row.state == "open");
        let Some(row) = row else {
            writing.abandon().await?;
            return refused(settled("id", &seen));
        };
        let after = self.decided(&row, decision.code(), permit.actor(), reason);
        let outcome = Outcome {
            revision,
            proposal: Some(id.to_owned()),
            ..Outcome::default()
        };
        let edits = vec![edit(&row, &after)?];
        let (outcome, atlas) = self
            .write(&mut writing, &standing, &permit, edits, outcome)
            .await?;
        writing.commit().await?;
        if let Some(atlas) = atlas {
            self.publish(atlas);
        }
        Ok(outcome)
    }

    /// A proposal, if the viewer may see it: their own, or one about what they may write.
    pub async fn visible_proposal(
        &self,
        viewer: &Viewer,
        id: &str,
    ) -> Result<Option<Proposal>, KeepError> {
        let Some(row) = self.store().proposal(id).await? else {
            return Ok(None);
        };
        Ok(self.sees_proposal(viewer, &row).await?.then_some(row))
    }

    /// The proposals that were made or settled after a revision and that the viewer may see, as
    /// they are now, by id.
    pub async fn proposals_since(
        &self,
        viewer: &Viewer,
        revision: u64,
    ) -> Result<Vec<Proposal>, KeepError> {
        let (changes, _) = self.store().changes_since(revision).await?;
        let mut ids: Vec<String> = changes
            .into_iter()
            .filter(|change| change.node_kind == "proposal")
            .map(|change| change.node_id)
            .collect();
        ids.sort();
        ids.dedup();
        let mut rows = Vec::new();
        for id in ids {
            rows.extend(self.visible_proposal(viewer, &id).await?);
        }
        Ok(rows)
    }

    /// The areas that a proposal speaks of.
    pub fn areas_of_proposal(&self, row: &Proposal) -> Result<BTreeSet<String>, KeepError> {
        let ask: Ask = serde_json::from_value(row.draft.clone())?;
        let concerns = concerns_of(&ask, &self.atlas());
        Ok(concerns
            .into_iter()
            .flat_map(|concern| concern.areas)
            .collect())
    }

    /// Whether somebody may see a proposal.
    pub async fn sees_proposal(&self, viewer: &Viewer, row: &Proposal) -> Result<bool, KeepError> {
        if viewer.role == Role::Public {
            return Ok(false);
        }
        if row.proposed_by == viewer.actor {
            return Ok(true);
        }
        self.may_decide(&self.standing(viewer), row).await
    }

    /// Whether somebody may write what a proposal is about.
    pub async fn may_decide(&self, standing: &Standing, row: &Proposal) -> Result<bool, KeepError> {
        if standing.role() < Role::Commissioner {
            return Ok(false);
        }
        if standing.role() == Role::Admin {
            return Ok(true);
        }
        let atlas = self.atlas();
        let ask: Ask = serde_json::from_value(row.draft.clone())?;
        let concerns = concerns_of(&ask, &atlas);
        Ok(standing.may_write(&concerns, &[], &atlas).is_ok())
    }

    /// What a proposal would do to the register as it is now, as somebody sees it.
    pub async fn preview(&self, viewer: &Viewer, row: &Proposal) -> Result<Outcome, KeepError> {
        let ask: Ask = serde_json::from_value(row.draft.clone())?;
        let standing = self.standing(viewer);
        let _turn = self.take_turn().await;
        let writing = self.begin("a look").await?;
        let (whole, seen) = (self.atlas(), self.seen(&standing)?);
        let ground = Ground {
            writing: &writing,
            whole: &whole,
            seen: &seen,
            sight: &standing.sight(),
            base: whole.revision,
            today: self.today(),
        };
        let made = plan(&ground, &ask).await;
        writing.abandon().await?;
        let made = made?;
        Ok(Outcome {
            node: made.node,
            revision: self.atlas().revision,
            changes: told(&made.edits, &seen),
            problems: made.problems,
            conflict: made.conflict,
            ..Outcome::default()
        })
    }

    fn decided(&self, row: &Proposal, state: &str, actor: &str, reason: &str) -> Proposal {
        Proposal {
            state: state.to_owned(),
            version: row.version + 1,
            decided_by: Some(actor.to_owned()),
            decided_at: Some(self.moment()),
            decision_reason: Some(reason.to_owned()),
            ..row.clone()
        }
    }

    fn moment(&self) -> String {
        self.now().to_rfc3339_opts(SecondsFormat::Secs, true)
    }
}

/// Whom a wish concerns, told from its fields: enough to know who decides, without planning it.
fn concerns_of(ask: &Ask, atlas: &Atlas) -> Vec<Concern> {
    let table = |kind: super::Kind| kind.table();
    let stand_in = |table: &'static str, id: &str, row: Value, is_new: bool| Edit {
        table,
        id: id.to_owned(),
        before: (!is_new).then(|| row.clone()),
        after: Some(row),
    };
    match &ask.wish {
        Wish::Save { kind, id, fields } => {
            let spec = super::spec::Spec::of(*kind);
            let given = super::check::apply(spec.fields, fields, serde_json::Map::new(), atlas);
            let mut row = given.row;
            if let Some(id) = id {
                row.extend(super::concern::links_of(*kind, id, atlas));
            }
            let mut edits = Vec::new();
            let node = id.clone().unwrap_or_else(|| "new".to_owned());
            for list in spec.children {
                let Some(Value::Array(items)) = fields.get(list.name) else {
                    continue;
                };
                for item in items.iter().filter_map(Value::as_object) {
                    let mut row =
                        super::check::apply(list.fields, item, serde_json::Map::new(), atlas).row;
                    row.insert(list.parent.to_owned(), Value::from(node.as_str()));
                    edits.push(stand_in(list.table, "new", Value::Object(row), true));
                }
            }
            edits.push(stand_in(
                table(*kind),
                &node,
                Value::Object(row),
                id.is_none(),
            ));
            concern::of(&edits, atlas)
        }
        Wish::Archive { kind, id } => {
            let row = Value::Object(super::concern::links_of(*kind, id, atlas));
            concern::of(&[stand_in(table(*kind), id, row, false)], atlas)
        }
        Wish::Freeze { id } => {
            let row = Value::Object(super::concern::links_of(Kind::Scenario, id, atlas));
            concern::of(&[stand_in(table(Kind::Scenario), id, row, false)], atlas)
        }
        // A revision may have touched anything: its administrators decide.
        Wish::Revert { .. } => vec![Concern {
            table: "area",
            ..Concern::default()
        }],
    }
}

fn edit(before: &Proposal, after: &Proposal) -> Result<Edit, serde_json::Error> {
    Ok(Edit {
        table: "proposal",
        id: before.id.clone(),
        before: Some(serde_json::to_value(before)?),
        after: Some(serde_json::to_value(after)?),
    })
}

fn unknown(field: &str) -> Problem {
    Problem::new(field, Code::NotFound, "there is no proposal with this id")
}

fn settled(field: &str, row: &Proposal) -> Problem {
    let message = format!("the proposal is {} already", row.state);
    Problem::new(field, Code::BadState, message)
}
