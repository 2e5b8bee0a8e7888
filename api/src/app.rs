//! The running application: the keeper of a register, and the schema that answers from it.

use std::sync::Arc;

use async_graphql::{Request, Response, ServerError, Value};
use futures_util::StreamExt;
use futures_util::stream::{self, BoxStream};
use planning::atlas::Atlas;
use thiserror::Error;

use crate::auth::Viewer;
use crate::clock::Clock;
use crate::graphql::context::Seen;
use crate::graphql::error::{Fault, give_codes};
use crate::graphql::query::scenarios::played;
use crate::graphql::roots::{self, KnownAt, Refused, Roots};
use crate::graphql::{ApiSchema, Scope, schema};
use crate::keeping::{KeepError, Keeper};
use crate::starter::{self, LoadError, LoadReport, Progress};
use crate::store::{Store, StoreError};

/// Why the application cannot start.
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
    keeper: Arc<Keeper>,
    schema: ApiSchema,
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
        let app = Self {
            keeper: Arc::new(Keeper::open(store, clock).await?),
            schema: schema(),
            max_page,
        };
        Ok((app, report))
    }

    /// The whole register as it stands now.
    pub fn atlas(&self) -> Arc<Atlas> {
        self.keeper.atlas()
    }

    /// Who keeps the register.
    pub fn keeper(&self) -> &Arc<Keeper> {
        &self.keeper
    }

    /// The store.
    pub fn store(&self) -> &Store {
        self.keeper.store()
    }

    /// Answers a query or a mutation; the answer names the revision that it was answered from.
    pub async fn execute(&self, mut request: Request, viewer: Viewer) -> Response {
        let roots = match look(&mut request, &viewer) {
            Ok(roots) => roots,
            Err(response) => return *response,
        };
        let atlas = match self.seen(&viewer, roots.known_at).await {
            Ok(atlas) => atlas,
            Err(fault) => return refused(fault),
        };
        let (atlas, left_out) = match self.played(atlas, roots.scenario.as_deref()) {
            Ok(played) => played,
            Err(fault) => return refused(fault),
        };
        let revision = atlas.revision;
        let request = request.data(self.scope(viewer, atlas, None));
        let mut response = self.schema.execute(request).await;
        give_codes(&mut response);
        let revision = if roots.is_mutation {
            self.atlas().revision
        } else {
            revision
        };
        let response = response.extension("revision", Value::from(revision));
        match left_out {
            Some(steps) => response.extension("stepsLeftOut", Value::from(steps)),
            None => response,
        }
    }

    /// Answers a subscription: once for every revision that concerns it, from the register of that
    /// revision. What is wrong with it is told at once.
    pub fn subscribe(&self, mut request: Request, viewer: Viewer) -> BoxStream<'static, Response> {
        if let Err(response) = look(&mut request, &viewer) {
            return stream::once(async move { *response }).boxed();
        }
        let watcher = Watcher {
            keeper: self.keeper.clone(),
            schema: self.schema.clone(),
            max_page: self.max_page,
            revisions: self.keeper.revisions(),
            request: Asked::of(request),
            viewer,
            before: None,
        };
        stream::unfold(
            Some(watcher),
            |watcher| async move { watcher?.next().await },
        )
        .flat_map(stream::iter)
        .boxed()
    }

    /// The schema, for checks before a request runs.
    pub fn schema(&self) -> &ApiSchema {
        &self.schema
    }

    /// Whether the database answers.
    pub async fn database_answers(&self) -> bool {
        self.store().revision().await.is_ok()
    }

    /// Takes up what another process has committed; says whether there was anything.
    pub async fn follow(&self) -> Result<bool, KeepError> {
        self.keeper.follow().await
    }

    fn scope(&self, viewer: Viewer, atlas: Arc<Atlas>, before: Option<Arc<Atlas>>) -> Scope {
        Scope {
            viewer,
            atlas: Seen::new(atlas),
            before,
            today: self.keeper.today(),
            max_page: self.max_page,
            keeper: self.keeper.clone(),
        }
    }

    /// A register after the steps of a scenario, and the places of the steps that do not hold; the
    /// register itself where none is named.
    fn played(
        &self,
        atlas: Arc<Atlas>,
        scenario: Option<&str>,
    ) -> Result<(Arc<Atlas>, Option<Vec<u64>>), Fault> {
        let Some(id) = scenario else {
            return Ok((atlas, None));
        };
        let played = played(&self.keeper, &atlas, "scenario", id)?;
        let mut steps: Vec<u64> = played
            .problems
            .iter()
            .map(|problem| problem.position)
            .collect();
        steps.dedup();
        Ok((played.atlas.clone(), Some(steps)))
    }

    /// The register as a viewer sees it, now or as it stood.
    async fn seen(&self, viewer: &Viewer, known_at: Option<KnownAt>) -> Result<Arc<Atlas>, Fault> {
        let keeper = &self.keeper;
        let standing = keeper.standing(viewer);
        let seen = match known_at {
            None => keeper.seen(&standing).map_err(KeepError::from),
            Some(KnownAt::Revision(revision)) => {
                let latest = keeper.atlas().revision;
                if revision == 0 || revision > latest {
                    let what =
                        format!("there is no revision {revision}: give one from 1 to {latest}");
                    return Err(bad_moment(what));
                }
                keeper.seen_at(&standing, revision).await
            }
            Some(KnownAt::Time(time)) => match keeper.store().revision_at(time).await {
                Ok(0) => {
                    return Err(bad_moment(format!("the register had nothing by {time}")));
                }
                Ok(revision) => keeper.seen_at(&standing, revision).await,
                Err(error) => Err(error.into()),
            },
        };
        seen.map_err(|error| {
            tracing::error!(%error, "A view of the register cannot be made");
            Fault::NoScope
        })
    }
}

/// What a request says before it is asked again for each event.
struct Asked {
    query: String,
    variables: async_graphql::Variables,
    operation: Option<String>,
}

impl Asked {
    fn of(request: Request) -> Self {
        Self {
            query: request.query,
            variables: request.variables,
            operation: request.operation_name,
        }
    }

    fn request(&self) -> Request {
        let request = Request::new(self.query.clone()).variables(self.variables.clone());
        match &self.operation {
            Some(name) => request.operation_name(name.clone()),
            None => request,
        }
    }
}

/// Somebody who wants to be told.
struct Watcher {
    keeper: Arc<Keeper>,
    schema: ApiSchema,
    max_page: usize,
    revisions: tokio::sync::watch::Receiver<u64>,
    request: Asked,
    viewer: Viewer,
    before: Option<Arc<Atlas>>,
}

impl Watcher {
    /// What there is to tell next; ends after an error, and with the register.
    async fn next(mut self) -> Option<(Vec<Response>, Option<Self>)> {
        if self.before.is_some() {
            self.revisions.changed().await.ok()?;
        }
        self.revisions.mark_unchanged();
        let standing = self.keeper.standing(&self.viewer);
        let Ok(atlas) = self.keeper.seen(&standing) else {
            return Some((vec![refused(Fault::NoScope)], None));
        };
        let scope = Scope {
            viewer: self.viewer.clone(),
            atlas: Seen::new(atlas.clone()),
            before: self.before.take(),
            today: self.keeper.today(),
            max_page: self.max_page,
            keeper: self.keeper.clone(),
        };
        let request = self.request.request().data(scope);
        let mut responses: Vec<Response> = self.schema.execute_stream(request).collect().await;
        let mut failed = false;
        for response in &mut responses {
            give_codes(response);
            failed = failed || !response.errors.is_empty();
        }
        let revision = Value::from(atlas.revision);
        let responses = responses
            .into_iter()
            .map(|response| response.extension("revision", revision.clone()))
            .collect();
        self.before = Some(atlas);
        Some((responses, (!failed).then_some(self)))
    }
}

fn look(request: &mut Request, viewer: &Viewer) -> Result<Roots, Box<Response>> {
    let name = request.operation_name.clone();
    let variables = request.variables.clone();
    let document = request
        .parsed_query()
        .map_err(|error| Box::new(Response::from_errors(vec![error])))?;
    roots::look(document, name.as_deref(), &variables, viewer.role).map_err(|why| {
        Box::new(refused(match why {
            Refused::Role { field, least } => Fault::NotAllowed {
                field,
                least,
                role: viewer.role,
            },
            Refused::KnownAt(what) => bad_moment(what),
            Refused::Scenario(what) => Fault::BadInput {
                field: "scenario".to_owned(),
                what,
            },
        }))
    })
}

fn bad_moment(what: String) -> Fault {
    Fault::BadInput {
        field: "knownAt".to_owned(),
        what,
    }
}

/// The answer to a request that is not run.
fn refused(fault: Fault) -> Response {
    let message = fault.to_string();
    let mut error = ServerError::new(message, None);
    error.source = Some(Arc::new(fault));
    let mut response = Response::from_errors(vec![error]);
    give_codes(&mut response);
    response
}
