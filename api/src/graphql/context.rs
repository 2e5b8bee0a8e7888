//! What a request carries: who asks, one Atlas from start to end, and today's date.

use std::sync::{Arc, OnceLock};

use async_graphql::Context;
use chrono::NaiveDate;
use planning::atlas::Atlas;

use super::error::Fault;
use super::scalars::Date;
use crate::auth::Viewer;
use crate::keeping::Keeper;

/// Travels with every request.
pub struct Scope {
    /// Who asks.
    pub viewer: Viewer,
    /// The register as they see it, at one revision.
    pub atlas: Seen,
    /// The register as they saw it when they were last told; for subscriptions.
    pub before: Option<Arc<Atlas>>,
    /// The day that `asOf` defaults to.
    pub today: NaiveDate,
    /// Largest page.
    pub max_page: usize,
    /// Who keeps the register.
    pub keeper: Arc<Keeper>,
}

/// One Atlas for the whole of a query. A mutation is answered from the register that it made: its
/// fields run one after another, and each adds the Atlas that those after it see.
#[derive(Debug)]
pub struct Seen {
    atlas: Arc<Atlas>,
    next: OnceLock<Box<Seen>>,
}

impl Seen {
    /// A request that begins with an Atlas.
    pub fn new(atlas: Arc<Atlas>) -> Self {
        Self {
            atlas,
            next: OnceLock::new(),
        }
    }

    /// The latest.
    pub fn atlas(&self) -> &Arc<Atlas> {
        let mut seen = self;
        while let Some(next) = seen.next.get() {
            seen = next;
        }
        &seen.atlas
    }

    /// From now on.
    pub fn advance(&self, atlas: Arc<Atlas>) {
        let mut seen = self;
        let mut new = Box::new(Self::new(atlas));
        while let Err(again) = seen.next.set(new) {
            new = again;
            match seen.next.get() {
                Some(next) => seen = next,
                None => return,
            }
        }
    }
}

/// The only reader of what a request carries.
pub trait ContextExt {
    /// The scope.
    fn scope(&self) -> Result<&Scope, Fault>;
    /// The Atlas of the request.
    fn atlas(&self) -> Result<&Arc<Atlas>, Fault> {
        Ok(self.scope()?.atlas.atlas())
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
