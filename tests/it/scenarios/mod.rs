//! Scenarios from end to end: made, read through, compared, frozen, shared, and refused.

mod frozen;
mod made;
mod shared;
mod starter;

use std::sync::Arc;

use async_graphql::{Request, Variables};
use serde_json::{Value, json};
use tests::app::{MAX_PAGE, clock};
use tests::db::{Engine, small_store};
use tests::reply::Reply;
use throughcare::app::App;
use throughcare::auth::{Role, Viewer};
use throughcare::graphql::id::NodeType;
use throughcare::store::Store;

async fn small(engine: Engine) -> App {
    open(small_store(engine).await).await
}

async fn open(store: Store) -> App {
    let started = App::start(store, Arc::new(clock()), MAX_PAGE, &mut |_| {}).await;
    started.expect("the application").0
}

fn analyst_of(body: &str) -> Viewer {
    Viewer {
        actor: format!("analyst of {body}"),
        role: Role::Analyst,
        bodies: [body.to_owned()].into_iter().collect(),
        areas: Default::default(),
        expires: None,
    }
}

async fn ask(app: &App, viewer: &Viewer, query: &str, variables: Value) -> Reply {
    let request = Request::new(query).variables(Variables::from_json(variables));
    Reply(app.execute(request, viewer.clone()).await)
}

/// Sends an input to a mutation; gives the payload.
async fn send(app: &App, viewer: &Viewer, mutation: &str, mut input: Value) -> Value {
    input["reason"] = json!("a test");
    let kind = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
    let query = format!(
        "mutation($input: {kind}!) {{ it: {mutation}(input: $input) {{ written nodeId proposalId
            problems {{ field code message }} conflict {{ currentVersion }} }} }}"
    );
    ask(app, viewer, &query, json!({ "input": input }))
        .await
        .at("/it")
}

/// Makes a scenario; gives its id.
async fn made(app: &App, viewer: &Viewer, input: Value) -> String {
    let payload = send(app, viewer, "saveScenario", input).await;
    assert_eq!(payload["problems"], json!([]));
    assert_eq!(payload["written"], true);
    text(&payload["nodeId"])
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Field and code of each problem.
fn problems(payload: &Value) -> Vec<(String, String)> {
    let found = payload["problems"].as_array().expect("problems");
    let told = found.iter();
    told.map(|problem| (text(&problem["field"]), text(&problem["code"])))
        .collect()
}

/// South of the board a liaison service is added, and that of the north ends.
fn plan(owner: &str, visibility: &str) -> Value {
    json!({ "name": "A plan", "baseDay": "2027-06-01", "owner": owner, "visibility": visibility,
            "steps": [
        { "position": 1, "kind": "ADD_SERVICE", "offer": "liaison", "area": "d2",
          "startsOn": "2027-04-01", "amount": "1200.00", "places": 40 },
        { "position": 2, "kind": "END_SERVICE", "service": "service:s1", "endsOn": "2027-05-31" } ] })
}
