//! Answers from one Atlas, whichever it is.

use std::sync::Arc;

use async_graphql::Request;
use planning::atlas::Atlas;
use serde_json::Value;
use throughcare::auth::Viewer;
use throughcare::graphql::Scope;
use throughcare::graphql::context::Seen;

use super::world::World;

/// What a viewer is told from an Atlas.
pub async fn answer(world: &World, viewer: &Viewer, atlas: Arc<Atlas>, query: &str) -> Value {
    let scope = Scope {
        viewer: viewer.clone(),
        atlas: Seen::new(atlas),
        before: None,
        today: world.keeper().today(),
        max_page: tests::app::MAX_PAGE,
        keeper: world.keeper(),
    };
    let request = Request::new(query).data(scope);
    let response = world.app.schema().execute(request).await;
    assert!(response.errors.is_empty(), "{:?}", response.errors);
    serde_json::to_value(&response.data).expect("an answer as JSON")
}
