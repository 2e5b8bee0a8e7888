//! The running application: a store, the Atlas of its latest revision, and the
//! schema that answers from it.

use std::sync::Arc;

use arc_swap::ArcSwap;
use async_graphql::{Request, Response, Value};
use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use planning::atlas::Atlas;
use thiserror::Error;

use crate::auth::Viewer;
use crate::clock::Clock;
use crate::graphql::error::give_codes;
use crate::graphql::{ApiSchema, Scope, schema};
use crate::starter::{self, LoadError, LoadReport, Progress};
use crate::store::{Store, StoreError};

/// Why the application cannot start or follow its database.
#[derive(Debug, Error)]
pub enum AppError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The starter register.
    #[error(transparent)]
    Load(#[from] LoadError),
}

/// One running application.
pub struct App {
    store: Store,
    atlas: ArcSwap<Atlas>,
    schema: ApiSchema,
    clock: Arc<dyn Clock>,
    max_page: usize,
}

impl App {
    /// Starts on an open, migrated database: loads the starter register if the
    /// register is empty, then the Atlas. `max_page` is the most rows of a page.
    pub async fn start(
        store: Store,
        clock: Arc<dyn Clock>,
        max_page: usize,
        progress: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<(Self, Option<LoadReport>), AppError> {
        let report = if store.is_empty().await? {
            Some(starter::load(&store, clock.now(), progress).await?)
        } else {
            None
        };
        let atlas = store.load_atlas().await?;
        let app = Self {
            store,
            atlas: ArcSwap::from_pointee(atlas),
            schema: schema(),
            clock,
            max_page,
        };
        Ok((app, report))
    }

    /// The register as it stands now. A request takes it once and keeps it.
    pub fn atlas(&self) -> Arc<Atlas> {
        self.atlas.load_full()
    }

    /// The store.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Answers a request from one Atlas; the answer names its revision.
    pub async fn execute(&self, request: Request, viewer: Viewer) -> Response {
        let scope = self.scope();
        let revision = scope.atlas.revision;
        let request = request.data(scope).data(viewer);
        let mut response = self.schema.execute(request).await;
        give_codes(&mut response);
        response.extension("revision", Value::from(revision))
    }

    /// Answers a subscription, each event from the Atlas of its moment.
    pub fn subscribe(&self, request: Request, viewer: Viewer) -> BoxStream<'static, Response> {
        let request = request.data(self.scope()).data(viewer);
        let answers = self.schema.execute_stream(request);
        Box::pin(answers.map(|mut response| {
            give_codes(&mut response);
            response
        }))
    }

    /// What a request carries.
    pub fn scope(&self) -> Scope {
        Scope {
            atlas: self.atlas(),
            today: self.clock.today(),
            max_page: self.max_page,
        }
    }

    /// The schema, for checks before a request runs.
    pub fn schema(&self) -> &ApiSchema {
        &self.schema
    }

    /// Whether the database answers.
    pub async fn database_answers(&self) -> bool {
        self.store.revision().await.is_ok()
    }

    /// Takes up what another process has committed; says whether there was
    /// anything. Called every second, and cheap when nothing has changed.
    pub async fn follow(&self) -> Result<bool, AppError> {
        if self.store.revision().await? == self.atlas().revision {
            return Ok(false);
        }
        self.atlas.store(Arc::new(self.store.load_atlas().await?));
        Ok(true)
    }
}
