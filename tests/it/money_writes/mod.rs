//! Writing about money: what breaks a stream's bounds or conditions, and deflators that somebody
//! enters.

mod mhis;

use std::sync::Arc;

use async_graphql::{Request, Variables};
use serde_json::{Value, json};
use tests::app::{MAX_PAGE, clock, run};
use tests::db::{Engine, small_store};
use tests::people::admin;
use tests::reply::Reply;
use throughcare::app::App;
use throughcare::auth::Viewer;

async fn small() -> App {
    let store = small_store(Engine::Sqlite).await;
    let started = App::start(store, Arc::new(clock()), MAX_PAGE, &mut |_| {}).await;
    started.expect("the application").0
}

async fn ask(app: &App, viewer: &Viewer, query: &str) -> Reply {
    Reply(app.execute(Request::new(query), viewer.clone()).await)
}

/// Sends an input; gives the payload.
async fn send(app: &App, viewer: &Viewer, mutation: &str, mut input: Value) -> Value {
    input["reason"] = json!("a test");
    let kind = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
    let query = format!(
        "mutation($input: {kind}!) {{ it: {mutation}(input: $input) {{ written nodeId revision
            problems {{ field code message }} }} }}"
    );
    let variables = Variables::from_json(json!({ "input": input }));
    let request = Request::new(query).variables(variables);
    Reply(app.execute(request, viewer.clone()).await).at("/it")
}

fn evidence() -> Value {
    json!({ "newSource": { "title": "A letter" }, "grade": "REPORT", "assertedBy": "report",
            "statement": "It says so." })
}

/// Writes what is taken; gives its id.
async fn made(app: &App, mutation: &str, mut input: Value) -> String {
    input["newEvidence"] = evidence();
    let payload = send(app, &admin(), mutation, input).await;
    assert_eq!(payload["written"], true, "{mutation}: {payload:#}");
    payload["nodeId"].as_str().expect("an id").to_owned()
}

/// The first problem: its field, code and message.
async fn refused(app: &App, mutation: &str, mut input: Value) -> (String, String, String) {
    input["newEvidence"] = evidence();
    let payload = send(app, &admin(), mutation, input.clone()).await;
    assert_eq!(payload["written"], false, "{input:#} was written");
    let text = |name: &str| {
        let value = payload["problems"][0][name].as_str();
        value.unwrap_or_else(|| panic!("{payload:#}")).to_owned()
    };
    (text("field"), text("code"), text("message"))
}

/// A stream of £1,000 a year for April 2026 to March 2028, and £500 for one of them.
fn stream(change: Value) -> Value {
    let mut input = json!({ "name": "Health and justice", "funder": "body:funder",
        "purpose": "Made up.", "startsOn": "2026-04-01", "endsOn": "2028-03-31", "amount": "1500.00",
        "years": [{ "financialYear": 2026, "amount": "500.00" }] });
    for (name, value) in change.as_object().expect("fields") {
        input[name] = value.clone();
    }
    input
}

fn allocation(stream: &str, change: Value) -> Value {
    let mut input = json!({ "stream": stream, "service": "service:s1", "financialYear": 2026,
                            "committed": "100.00" });
    for (name, value) in change.as_object().expect("fields") {
        input[name] = value.clone();
    }
    input
}

#[test]
fn an_allocation_outside_its_streams_bounds_is_refused_by_field() {
    run(async {
        let app = small().await;
        let stream = made(&app, "saveFundingStream", stream(json!({}))).await;
        let of = |change| allocation(&stream, change);
        let first = made(
            &app,
            "saveFundingAllocation",
            of(json!({ "committed": "400.00" })),
        )
        .await;
        for (change, field, code, words) in [
            (
                json!({ "committed": "100.01" }),
                "committed",
                "OUT_OF_RANGE",
                "100.00 pounds left",
            ),
            (
                json!({ "financialYear": 2027, "committed": "1000.01" }),
                "committed",
                "OUT_OF_RANGE",
                "1000.00 pounds left",
            ),
            (
                json!({ "financialYear": 2025 }),
                "financialYear",
                "OUT_OF_RANGE",
                "2025/26 is outside it",
            ),
            (
                json!({ "financialYear": 2028 }),
                "financialYear",
                "OUT_OF_RANGE",
                "2028/29 is outside it",
            ),
            (
                json!({ "financialYear": 26 }),
                "financialYear",
                "OUT_OF_RANGE",
                "1990 to 2100",
            ),
            (
                json!({ "committed": "$100" }),
                "committed",
                "BAD_VALUE",
                "'$100' names a currency",
            ),
            (
                json!({ "committed": "100 EUR" }),
                "committed",
                "BAD_VALUE",
                "pounds sterling",
            ),
            (
                json!({ "spent": "€5.00" }),
                "spent",
                "BAD_VALUE",
                "pounds sterling",
            ),
            (
                json!({ "contract": "contract:k3" }),
                "contract",
                "MISMATCH",
                "another service",
            ),
        ] {
            let found = refused(&app, "saveFundingAllocation", of(change.clone())).await;
            assert_eq!(
                (found.0.as_str(), found.1.as_str()),
                (field, code),
                "{change}: {found:?}"
            );
            assert!(found.2.contains(words), "{change}: {}", found.2);
        }
        // Its own amount is not held against an allocation that is written anew.
        let again =
            json!({ "id": first, "expectedVersion": 1, "committed": "500.00", "spent": "510.00" });
        let payload = send(&app, &admin(), "saveFundingAllocation", again).await;
        assert_eq!(payload["written"], true, "{payload:#}");
        let reply = ask(&app, &admin(), "{ fundingAllocations { nodes { committed spent overspent breaks { kind } stream { headroom(financialYear: 2026) { amountOf amount committed left spent { pounds } } rest: headroom(financialYear: 2027) { amountOf left } undated: headroom(financialYear: 2030) { left } } } } }").await;
        let node = reply.at("/fundingAllocations/nodes/0");
        assert_eq!(node["overspent"], "10.00");
        assert_eq!(
            node["stream"]["headroom"],
            json!({ "amountOf": "YEAR", "amount": "500.00", "committed": "500.00", "left": "0.00", "spent": { "pounds": "510.00" } })
        );
        assert_eq!(
            node["stream"]["rest"],
            json!({ "amountOf": "REST", "left": "1000.00" })
        );
    });
}

#[test]
fn an_allocation_to_a_service_that_is_over_is_refused() {
    run(async {
        let app = small().await;
        let stream = made(
            &app,
            "saveFundingStream",
            stream(json!({ "startsOn": "2025-04-01" })),
        )
        .await;
        let service = json!({ "title": "A service that ended", "bodies": [{ "body": "body:trust", "role": "PROVIDER" }] });
        let payload = send(&app, &admin(), "saveService", service).await;
        let service = payload["nodeId"].as_str().expect("an id").to_owned();
        let record = json!({ "service": service, "offer": "mhtr", "area": "d1", "status": "ENDED",
                             "startsOn": "2024-04-01", "endsOn": "2026-03-31" });
        made(&app, "saveCoverageRecord", record).await;
        let of = |year: i32| {
            allocation(
                &stream,
                json!({ "service": service, "financialYear": year }),
            )
        };
        let found = refused(&app, "saveFundingAllocation", of(2026)).await;
        assert_eq!(
            (found.0.as_str(), found.1.as_str()),
            ("service", "BAD_STATE")
        );
        assert!(found.2.contains("ended on 2026-03-31"), "{}", found.2);
        // What it was paid while it ran can still be written down.
        made(&app, "saveFundingAllocation", of(2025)).await;
    });
}

#[test]
fn a_broken_condition_is_named() {
    run(async {
        let app = small().await;
        for (condition, words) in [
            (
                json!({ "kind": "OFFER", "offer": "talking" }),
                "condition on offer: it allows talking, and the service has liaison, mhtr",
            ),
            (
                json!({ "kind": "AREA", "area": "icb:b" }),
                "condition on area: it allows icb:b",
            ),
            (
                json!({ "kind": "BODY", "body": "body:charity" }),
                "condition on body: it allows body:charity",
            ),
            (
                json!({ "kind": "BODY_KIND", "bodyKind": "vcse" }),
                "condition on body kind: it allows vcse",
            ),
            (
                json!({ "kind": "STAGE", "stage": "CUSTODY" }),
                "condition on stage: it allows custody",
            ),
        ] {
            let name = format!("For {condition}");
            let stream = made(
                &app,
                "saveFundingStream",
                stream(json!({ "name": name, "conditions": [condition] })),
            )
            .await;
            let found = refused(
                &app,
                "saveFundingAllocation",
                allocation(&stream, json!({})),
            )
            .await;
            assert_eq!(
                (found.0.as_str(), found.1.as_str()),
                ("service", "MISMATCH"),
                "{found:?}"
            );
            assert!(found.2.contains(words), "{}", found.2);
        }
        let women = made(
            &app,
            "saveFundingStream",
            stream(json!({ "cohort": "women" })),
        )
        .await;
        made(&app, "saveFundingAllocation", allocation(&women, json!({}))).await;
    });
}

#[test]
fn a_stream_that_contradicts_itself_is_refused_by_field() {
    run(async {
        let app = small().await;
        for (change, field, code) in [
            (json!({ "amount": "499.99" }), "amount", "MISMATCH"),
            (
                json!({ "years": [{ "financialYear": 2029, "amount": "1.00" }] }),
                "years.0.financialYear",
                "OUT_OF_RANGE",
            ),
            (
                json!({ "years": [{ "financialYear": 2026, "amount": "1.00" }, { "financialYear": 2026, "amount": "2.00" }] }),
                "years.1.financialYear",
                "DUPLICATE",
            ),
            (
                json!({ "years": [{ "financialYear": 2026, "amount": "10 USD" }] }),
                "years.0.amount",
                "BAD_VALUE",
            ),
            (
                json!({ "conditions": [{ "kind": "OFFER" }] }),
                "conditions.0.offer",
                "REQUIRED",
            ),
            (
                json!({ "conditions": [{ "kind": "OFFER", "offer": "mhtr", "area": "d1" }] }),
                "conditions.0.area",
                "MISMATCH",
            ),
        ] {
            let found = refused(&app, "saveFundingStream", stream(change.clone())).await;
            assert_eq!(
                (found.0.as_str(), found.1.as_str()),
                (field, code),
                "{change}: {found:?}"
            );
        }
    });
}

#[test]
fn prices_move_by_the_series_that_somebody_entered_with_its_source() {
    run(async {
        let app = small().await;
        let index = |year: i32, index: &str| json!({ "series": "An example index", "financialYear": year, "index": index });
        made(&app, "saveDeflator", index(2025, "100")).await;
        made(&app, "saveDeflator", index(2027, "104.5")).await;
        let twice = refused(&app, "saveDeflator", index(2027, "105")).await;
        assert_eq!(
            (twice.0.as_str(), twice.1.as_str()),
            ("financialYear", "DUPLICATE")
        );
        let zero = refused(&app, "saveDeflator", index(2026, "0")).await;
        assert_eq!(
            (zero.0.as_str(), zero.1.as_str()),
            ("index", "OUT_OF_RANGE")
        );
        let contract = json!({ "service": "service:s2", "status": "LIVE", "startsOn": "2025-04-01",
            "endsOn": "2028-03-31", "value": "36000.00", "valueBasis": "the full term", "reference": "PRICED" });
        made(&app, "saveContract", contract).await;
        let year = |prices: &str| {
            format!("{{ contracts(filter: {{ reference: {{ eq: \"PRICED\" }} }}) {{ nodes {{ yearlyValue(prices: {prices}) {{
                fullTerm {{ pounds origin months inPrices }} notDeflated
                prices {{ series from {{ financialYear index evidence {{ source {{ title }} }} }} to {{ index }} }} }} }} }} }}")
        };
        let reply = ask(&app, &admin(), &year("{ financialYear: 2027 }")).await;
        let found = reply.at("/contracts/nodes/0/yearlyValue");
        assert_eq!(
            found["fullTerm"],
            json!({ "pounds": "12000.00", "origin": "COMPUTED", "months": 36, "inPrices": "12540.00" })
        );
        assert_eq!(
            found["prices"]["from"]["evidence"]["source"]["title"],
            "A letter"
        );
        assert_eq!(found["prices"]["series"], "An example index");
        for (prices, words) in [
            (
                "{ financialYear: 2026 }",
                "no index for the financial year 2026: it has 2025, 2027",
            ),
            (
                "{ financialYear: 2027, series: \"CPI\" }",
                "no deflator series is called 'CPI': use one of An example index",
            ),
        ] {
            let reply = ask(&app, &admin(), &year(prices)).await;
            let why = reply.at("/contracts/nodes/0/yearlyValue/notDeflated");
            assert!(why.as_str().is_some_and(|why| why.contains(words)), "{why}");
        }
    });
}
