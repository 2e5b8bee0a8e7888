//! Bodies and who follows whom.

use async_graphql::{ID, InputObject};

use super::{How, SourceInput};

/// Another name of a body.
#[derive(InputObject, Clone, Debug)]
pub struct BodyNameInput {
    /// The name.
    pub name: String,
}

/// A body to make or, with its id, to change. Lists are given whole.
#[derive(InputObject, Clone, Debug)]
pub struct SaveBodyInput {
    /// The body; none: a new one.
    pub id: Option<ID>,
    /// Its standard name. Needed.
    pub name: Option<String>,
    /// What it is: `nhs_trust`, `vcse`, `private`, `council`, `nhs_england`, `icb`, `pcc`, `hmpps`, `moj`, `government`, `police`, `partnership`, `health_board`, `prison_operator`, `probation_provider`, `funder` or `unknown`. Needed.
    pub kind: Option<String>,
    /// Its number with the charity regulator.
    pub charity_number: Option<String>,
    /// Its number at Companies House.
    pub company_number: Option<String>,
    /// Its code with the NHS Organisation Data Service.
    pub ods_code: Option<String>,
    /// Its first day.
    pub valid_from: Option<String>,
    /// Its last day.
    pub valid_to: Option<String>,
    /// What to know of it.
    pub note: Option<String>,
    /// All of its other names.
    pub other_names: Option<Vec<BodyNameInput>>,
    /// How to make the change.
    #[graphql(flatten)]
    pub how: How,
}

/// That one body follows another in a function, or ends.
#[derive(InputObject, Clone, Debug)]
pub struct SaveBodySuccessionInput {
    /// The succession; none: a new one.
    pub id: Option<ID>,
    /// Who hands over. Needed.
    pub predecessor: Option<ID>,
    /// Who takes over; none: not settled.
    pub successor: Option<ID>,
    /// When; none: not on record.
    pub date: Option<String>,
    /// What passes. Needed.
    pub kind: Option<String>,
    /// How sure it is: `done` or `due`. Needed.
    pub certainty: Option<String>,
    /// Where it is on record.
    pub source: Option<ID>,
    /// A source that is not in the register yet.
    pub new_source: Option<SourceInput>,
    /// What to know of it.
    pub note: Option<String>,
    /// How to make the change.
    #[graphql(flatten)]
    pub how: How,
}
