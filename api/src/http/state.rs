//! What every request shares.

use std::sync::{
    Arc, OnceLock,
    atomic::{AtomicU64, Ordering},
};

use chrono::{DateTime, Utc};
use tokio::runtime::Handle;

use super::{backend::Backend, boundaries::Served, graphql::Shape, guard::Guard, metrics::Metrics};
use crate::{
    auth::{Authority, Refused, SignIn, Viewer},
    boundaries::Layer,
    clock::{Clock, SystemClock},
    config::{Limits, http::Exposure},
};

/// What every request shares.
pub struct AppState {
    backend: OnceLock<Arc<dyn Backend>>,
    limits: Limits,
    guard: Guard,
    sdl: String,
    shape: Shape,
    runtime: Handle,
    seed: u64,
    requests: AtomicU64,
    authority: Arc<Authority>,
    clock: Arc<dyn Clock>,
    metrics: Metrics,
    exposure: Exposure,
    boundaries: Served,
    sign_in: Option<SignIn>,
}

impl AppState {
    /// The state before the register is loaded. Queries run on `runtime`, beside
    /// the threads that serve connections, so that a long one holds nobody else up and
    /// its time limit holds. `seed` tells this server's request ids from another's.
    pub fn new(limits: Limits, guard: Guard, sdl: String, runtime: Handle, seed: u64) -> Self {
        let (backend, requests) = (OnceLock::new(), AtomicU64::new(0));
        let shape = Shape::read(&sdl);
        Self {
            backend,
            limits,
            guard,
            sdl,
            shape,
            runtime,
            seed,
            requests,
            authority: Arc::new(Authority::closed()),
            clock: Arc::new(SystemClock),
            metrics: Metrics::default(),
            exposure: Exposure::Local,
            boundaries: Served::default(),
            sign_in: None,
        }
    }

    /// Counts into these metrics, and says who may read them.
    #[must_use]
    pub fn with_metrics(self, metrics: Metrics, exposure: Exposure) -> Self {
        Self {
            metrics,
            exposure,
            ..self
        }
    }

    /// Asks `authority` who somebody is, at the time of `clock`. Without it every token is refused,
    /// and everybody who brings none is the public.
    pub fn with_authority(self, authority: Arc<Authority>, clock: Arc<dyn Clock>) -> Self {
        Self {
            authority,
            clock,
            ..self
        }
    }

    /// Serves these boundaries. Without it there are none.
    #[must_use]
    pub fn with_boundaries(self, layers: Vec<Layer>) -> Self {
        let boundaries = Served::of(layers);
        Self { boundaries, ..self }
    }

    /// The boundaries that there are.
    pub(super) fn boundaries(&self) -> &Served {
        &self.boundaries
    }

    /// Has people sign in through a provider. Without it they bring tokens of their own.
    #[must_use]
    pub fn with_sign_in(self, sign_in: Option<SignIn>) -> Self {
        Self { sign_in, ..self }
    }

    /// Who signs people in.
    pub(super) fn sign_in(&self) -> Option<&SignIn> {
        self.sign_in.as_ref()
    }

    /// The instant.
    pub(super) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// Whoever sends a request with this `Authorization`.
    pub(super) fn viewer(&self, authorization: Option<&str>) -> Result<Viewer, Refused> {
        #[cfg(test)]
        if let Some(viewer) = self.guard.stand_in().get() {
            return Ok(viewer.clone());
        }
        self.authority.viewer(authorization, self.now())
    }

    /// From now on requests are answered by `backend`. Only the first call counts.
    pub fn ready(&self, backend: Arc<dyn Backend>) {
        if self.backend.set(backend).is_err() {
            tracing::error!("The server was made ready twice");
        }
    }

    /// Whoever answers; `None` while the register is being loaded.
    pub(super) fn backend(&self) -> Option<Arc<dyn Backend>> {
        self.backend.get().cloned()
    }

    /// Who is let in, and how much of it.
    pub(super) fn guard(&self) -> &Guard {
        &self.guard
    }

    /// How much one request may ask for.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// What is counted and measured.
    pub fn metrics(&self) -> &Metrics {
        &self.metrics
    }

    /// Who may read the metrics.
    pub(super) fn exposure(&self) -> Exposure {
        self.exposure
    }

    /// The schema.
    pub(super) fn sdl(&self) -> &str {
        &self.sdl
    }

    /// What the schema tells of its fields.
    pub(super) fn shape(&self) -> &Shape {
        &self.shape
    }

    pub(super) fn runtime(&self) -> &Handle {
        &self.runtime
    }

    /// A name for a request that this server does not give twice.
    pub(super) fn next_request_id(&self) -> String {
        let number = self.requests.fetch_add(1, Ordering::Relaxed);
        format!("{:x}-{number:x}", self.seed)
    }
}

impl std::fmt::Debug for AppState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let is_ready = self.backend.get().is_some();
        f.debug_struct("AppState")
            .field("is_ready", &is_ready)
            .finish_non_exhaustive()
    }
}
