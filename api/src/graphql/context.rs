//! What a request carries: one Atlas from start to end, and today's date.

use std::sync::Arc;

use async_graphql::Context;
use chrono::NaiveDate;
use planning::atlas::Atlas;

use super::error::Fault;
use super::scalars::Date;

/// Travels with every request.
#[derive(Clone)]
pub struct Scope {
    /// The register at one revision.
    pub atlas: Arc<Atlas>,
    /// The day that `asOf` defaults to.
    pub today: NaiveDate,
    /// Largest page.
    pub max_page: usize,
}

/// The only reader of what a request carries.
pub trait ContextExt {
    /// The scope.
    fn scope(&self) -> Result<&Scope, Fault>;
    /// The Atlas of the request.
    fn atlas(&self) -> Result<&Arc<Atlas>, Fault> {
        Ok(&self.scope()?.atlas)
    }
    /// The day asked about; today by default.
    fn day(&self, as_of: Option<Date>) -> Result<NaiveDate, Fault> {
        Ok(as_of.map_or(self.scope()?.today, |date| date.0))
    }
}

impl ContextExt for Context<'_> {
    fn scope(&self) -> Result<&Scope, Fault> {
        self.data::<Scope>().map_err(|_| Fault::NoScope)
    }
}
