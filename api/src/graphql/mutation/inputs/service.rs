//! Services.

use async_graphql::{ID, InputObject};

use super::How;
use crate::graphql::enums::{Role, Visibility};

/// A body's part in a service.
#[derive(InputObject, Clone, Debug)]
pub struct ServiceBodyInput {
    /// The body.
    pub body: ID,
    /// What it does for the service.
    pub role: Role,
}

/// A service to make or, with its id, to change. Lists are given whole.
#[derive(InputObject, Clone, Debug)]
pub struct SaveServiceInput {
    /// The service; none: a new one.
    pub id: Option<ID>,
    /// What it is called, in your own words. Needed.
    pub title: Option<String>,
    /// Whom it is for, by code; `all` by default.
    pub cohort: Option<String>,
    /// The service that it lies inside.
    pub part_of: Option<ID>,
    /// All of the bodies that take part in it.
    pub bodies: Option<Vec<ServiceBodyInput>>,
    /// Who may see it; everybody by default. What hangs on it is seen by nobody else either.
    pub visibility: Option<Visibility>,
    /// The body that keeps it. Needed for what is not public.
    pub owner: Option<ID>,
    /// How to make the change.
    #[graphql(flatten)]
    pub how: How,
}
