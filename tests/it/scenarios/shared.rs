//! Who sees scenarios, and who makes them.

use serde_json::json;
use tests::app::run;
use tests::people::{admin, analyst, commissioner_a, commissioner_b, everybody, provider};

use super::*;

const NAMES: &str = "{ scenarios(first: 50) { totalCount nodes { name } } }";

async fn seen(app: &App, viewer: &Viewer) -> Vec<String> {
    let found = ask(app, viewer, NAMES, json!({}))
        .await
        .at("/scenarios/nodes");
    let rows = found.as_array().expect("rows").iter();
    rows.map(|row| text(&row["name"])).collect()
}

fn named(name: &str, owner: &str, visibility: &str) -> Value {
    let mut input = plan(owner, visibility);
    input["name"] = json!(name);
    input
}

#[test]
fn a_scenario_is_shared_by_role() {
    run(async {
        let app = small(Engine::Sqlite).await;
        let own = analyst_of("body:a");
        for visibility in ["PRIVATE", "RESTRICTED", "PUBLIC"] {
            made(&app, &own, named(visibility, "body:a", visibility)).await;
        }
        // It names what only those who plan may see, so it is hidden whole from all others.
        let mut ends = named("ENDS S3", "body:a", "PUBLIC");
        ends["steps"] = json!([{ "position": 1, "kind": "END_SERVICE", "service": "service:s3",
                                 "endsOn": "2027-05-31" }]);
        made(&app, &own, ends).await;
        let all = ["PRIVATE", "RESTRICTED", "PUBLIC", "ENDS S3"];
        for (viewer, expected) in [
            (Viewer::public(), &all[2..3]),
            (analyst(), &all[1..4]),
            (commissioner_b(), &all[1..4]),
            (commissioner_a(), &all[..]),
            (analyst_of("body:a"), &all[..]),
            (admin(), &all[..]),
        ] {
            assert_eq!(seen(&app, &viewer).await, expected, "{}", viewer.actor);
        }
        // The charity takes part in service:s3.
        assert_eq!(seen(&app, &provider()).await, ["PUBLIC", "ENDS S3"]);
        let id = NodeType::Scenario.id(&app.atlas().scenarios.rows()[0].id);
        let query = "query($id: ID) { compareScenarios(with: $id) { isEqual } }";
        for viewer in everybody() {
            let reply = ask(&app, &viewer, query, json!({ "id": id.as_str() })).await;
            let is_seen = seen(&app, &viewer).await.contains(&"PRIVATE".to_owned());
            assert_eq!(reply.errors().is_empty(), is_seen, "{}", viewer.actor);
        }
    });
}

#[test]
fn a_comparison_counts_only_what_its_reader_may_see() {
    run(async {
        let app = small(Engine::Sqlite).await;
        let id = made(&app, &analyst_of("body:a"), plan("body:a", "PUBLIC")).await;
        let query = "query($id: ID) { compareScenarios(with: $id) {
            running { before { services } } coverage { area { code } offer { code } } } }";
        let count = async |viewer: &Viewer| {
            let found = ask(&app, viewer, query, json!({ "id": id }))
                .await
                .at("/compareScenarios");
            let cells = found["coverage"].as_array().map(Vec::len);
            (found["running"]["before"]["services"].clone(), cells)
        };
        assert_eq!(count(&Viewer::public()).await, (json!(2), Some(2)));
        assert_eq!(count(&analyst()).await, (json!(3), Some(2)));
        assert_eq!(count(&analyst_of("body:a")).await, (json!(3), Some(3)));
        assert_eq!(count(&admin()).await, (json!(4), Some(3)));
    });
}

#[test]
fn analysts_keep_the_plans_of_their_own_bodies_and_nothing_else() {
    run(async {
        let app = small(Engine::Sqlite).await;
        let own = analyst_of("body:a");
        let evidence = json!({ "newSource": { "title": "A survey" }, "grade": "REPORT",
                               "assertedBy": "report", "statement": "It says so." });
        let plans = |owner: &str| {
            let with = |mut input: Value| {
                input["owner"] = json!(owner);
                input["visibility"] = json!("PRIVATE");
                input
            };
            [
                ("saveScenario", with(plan(owner, "PRIVATE"))),
                (
                    "saveNeed",
                    with(
                        json!({ "area": "d1", "offer": "mhtr", "peopleLow": 5, "people": 9,
                        "peopleHigh": 12, "period": "people in a year", "method": "a survey",
                        "newEvidence": evidence }),
                    ),
                ),
                (
                    "saveUnitCost",
                    with(json!({ "offer": "mhtr", "unit": "PERSON", "low": "100.00",
                        "central": "120.00", "high": "150.00", "newEvidence": evidence })),
                ),
                (
                    "saveStandard",
                    with(
                        json!({ "name": "A minimum", "purpose": "To hold.", "newEvidence": evidence,
                        "lines": [{ "position": 1, "offer": "mhtr" }] }),
                    ),
                ),
            ]
        };
        for (mutation, input) in plans("body:a") {
            let payload = send(&app, &own, mutation, input).await;
            assert_eq!(payload["problems"], json!([]), "{mutation}");
            assert_eq!(payload["written"], true, "{mutation}");
            let archive = json!({ "id": payload["nodeId"], "expectedVersion": 1 });
            let payload = send(&app, &own, "archive", archive).await;
            assert_eq!(payload["written"], true, "{mutation}: {payload}");
        }
        let before = app.atlas().revision;
        for (mutation, input) in plans("body:b") {
            let payload = send(&app, &own, mutation, input).await;
            let field = [(String::new(), "FORBIDDEN".to_owned())];
            assert_eq!(problems(&payload)[0].1, field[0].1, "{mutation}: {payload}");
        }
        for (mutation, input) in [
            ("saveSource", json!({ "title": "A source alone" })),
            (
                "saveService",
                json!({ "title": "A service", "owner": "body:a", "bodies": [] }),
            ),
            (
                "saveFundingStream",
                json!({ "name": "A stream", "funder": "body:a", "purpose": "To hold.",
                        "owner": "body:a", "newEvidence": evidence }),
            ),
        ] {
            let payload = send(&app, &own, mutation, input).await;
            assert_eq!(
                problems(&payload)[0].1,
                "FORBIDDEN",
                "{mutation}: {payload}"
            );
        }
        assert_eq!(app.atlas().revision, before);
    });
}
