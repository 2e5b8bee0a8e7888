//! What HTTP asks of the application, so that its own tests can do with a small schema.

use std::{future::Future, pin::Pin, sync::Arc};

use async_graphql::{Request, Response};
use futures_util::stream::BoxStream;

use crate::{app::App, auth::Viewer};

/// An answer to come.
pub type Answer<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// Answers GraphQL, and knows how it is.
pub trait Backend: Send + Sync + 'static {
    /// Runs a query or a mutation.
    fn execute(self: Arc<Self>, request: Request, viewer: Viewer) -> Answer<Response>;

    /// Runs a subscription until it ends or is dropped.
    fn subscribe(self: Arc<Self>, request: Request, viewer: Viewer)
    -> BoxStream<'static, Response>;

    /// Whether the database can be asked now.
    fn database_answers(self: Arc<Self>) -> Answer<bool>;

    /// The revision that a request beginning now is answered from.
    fn revision(&self) -> u64;
}

impl Backend for App {
    fn execute(self: Arc<Self>, request: Request, viewer: Viewer) -> Answer<Response> {
        Box::pin(async move { App::execute(&self, request, viewer).await })
    }

    fn subscribe(
        self: Arc<Self>,
        request: Request,
        viewer: Viewer,
    ) -> BoxStream<'static, Response> {
        App::subscribe(&self, request, viewer)
    }

    fn database_answers(self: Arc<Self>) -> Answer<bool> {
        Box::pin(async move { App::database_answers(&self).await })
    }

    fn revision(&self) -> u64 {
        self.atlas().revision
    }
}
