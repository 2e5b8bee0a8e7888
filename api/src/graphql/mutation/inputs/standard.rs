//! Minimum offers.

use async_graphql::{ID, InputObject};

use super::{EvidenceInput, How};
use crate::graphql::enums::{Stage, Visibility};

/// One thing that a minimum offer asks of every area.
#[derive(InputObject, Clone, Debug)]
pub struct StandardLineInput {
    /// Its place, from 1.
    pub position: i32,
    /// The offer, by code.
    pub offer: String,
    /// For whom, by code; `all` by default.
    pub cohort: Option<String>,
    /// At which justice stage; none: wherever the offer is made.
    pub stage: Option<Stage>,
    /// Places for every thousand people in need; none: any provision meets it.
    pub per_thousand: Option<String>,
    /// What it rests on.
    pub note: Option<String>,
}

/// A minimum offer, to make or, with its id, to change. Lists are given whole.
#[derive(InputObject, Clone, Debug)]
pub struct SaveStandardInput {
    /// The row; none: a new one.
    pub id: Option<ID>,
    /// What it is called. Needed.
    pub name: Option<String>,
    /// What it is for. Needed.
    pub purpose: Option<String>,
    /// All of its lines.
    pub lines: Option<Vec<StandardLineInput>>,
    /// What it rests on. Needed, or newEvidence.
    pub evidence: Option<ID>,
    /// Evidence that is not in the register yet.
    pub new_evidence: Option<EvidenceInput>,
    /// Who may see it; everybody by default.
    pub visibility: Option<Visibility>,
    /// The body that keeps it. Needed for what is not public.
    pub owner: Option<ID>,
    /// How to make the change.
    #[graphql(flatten)]
    pub how: How,
}
