//! Scenarios and their steps.

use async_graphql::{ID, InputObject};

use super::How;
use crate::graphql::enums::{StepKind, Visibility};

/// A step of a scenario.
#[derive(InputObject, Clone, Debug)]
pub struct ScenarioStepInput {
    /// Its place, from 1; steps are taken in this order.
    pub position: i32,
    /// What it does.
    pub kind: StepKind,
    /// The service that it changes.
    pub service: Option<ID>,
    /// The offer that it adds, or that need is of, by code.
    pub offer: Option<String>,
    /// Where, by id or official code.
    pub area: Option<String>,
    /// Where a service moves to, by id or official code.
    pub to_area: Option<String>,
    /// For whom.
    pub cohort: Option<String>,
    /// The stream that money comes from.
    pub stream: Option<ID>,
    /// The stream that money goes to.
    pub to_stream: Option<ID>,
    /// The pooled budget.
    pub pool: Option<ID>,
    /// The reform.
    pub succession: Option<ID>,
    /// From when.
    pub starts_on: Option<String>,
    /// Until when.
    pub ends_on: Option<String>,
    /// Pounds a year of a service, or what is moved, pounds.
    pub amount: Option<String>,
    /// People that a service reaches a year.
    pub places: Option<i32>,
    /// People in need.
    pub people: Option<i32>,
    /// What to know of it.
    pub note: Option<String>,
}

/// A scenario, to make or, with its id, to change. Lists are given whole.
#[derive(InputObject, Clone, Debug)]
pub struct SaveScenarioInput {
    /// The row; none: a new one.
    pub id: Option<ID>,
    /// What it is called. Needed.
    pub name: Option<String>,
    /// What it is to show.
    pub purpose: Option<String>,
    /// The day on which it is compared. Needed.
    pub base_day: Option<String>,
    /// All of its steps.
    pub steps: Option<Vec<ScenarioStepInput>>,
    /// Who may see it; its owner by default.
    pub visibility: Option<Visibility>,
    /// The body that keeps it. Needed for what is not public.
    pub owner: Option<ID>,
    /// How to make the change.
    #[graphql(flatten)]
    pub how: How,
}
