//! Kinds of provision.

use async_graphql::{ID, InputObject};

use super::How;
use crate::graphql::enums::{AreaKind, FamilyRole, Intensity, Nation, Stage};

/// An offer to make or, with its id, to change.
#[derive(InputObject, Clone, Debug)]
pub struct SaveOfferInput {
    /// The offer; none: a new one.
    pub id: Option<ID>,
    /// Its code in small letters, digits and `_`. Needed, and never changed.
    pub code: Option<String>,
    /// What people call it. Needed.
    pub name: Option<String>,
    /// `service`, `order` or `pathway`. Needed.
    pub kind: Option<String>,
    /// What it is and is not. Needed.
    pub description: Option<String>,
    /// The justice stages that it serves. Needed.
    pub stages: Option<Vec<Stage>>,
    /// Its rung on the ladder. Needed.
    pub intensity: Option<Intensity>,
    /// Whom it is for, by code; `all` by default.
    pub cohort: Option<String>,
    /// The geographies on which it is commissioned. Needed.
    pub geographies: Option<Vec<AreaKind>>,
    /// The nations in which it exists. Needed.
    pub nations: Option<Vec<Nation>>,
    /// The families that it belongs to, by code.
    pub families: Option<Vec<String>>,
    /// How it stands to a family; `OWN` by default.
    pub family_role: Option<FamilyRole>,
    /// Whether a place that has it has treatment; never true of personal wellbeing. Needed.
    pub counts_as_treatment: Option<bool>,
    /// The edition of the vocabulary that defines it. Needed.
    pub vocabulary_version: Option<String>,
    /// How to make the change.
    #[graphql(flatten)]
    pub how: How,
}
