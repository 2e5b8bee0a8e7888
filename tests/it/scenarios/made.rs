//! Scenarios made, read through, compared, and refused.

use serde_json::json;
use tests::app::run;
use tests::db::engines;

use super::*;

const COVERAGE: &str = "query($scenario: ID) {
    coverage(area: \"D1\", offer: \"liaison\", asOf: \"2027-06-01\", scenario: $scenario) { state }
    gaps(areas: { codes: [\"D1\"] }, asOf: \"2027-06-01\", scenario: $scenario) {
        gaps { offer { code } uncovered { people } } } }";

const COMPARED: &str = "query($base: ID, $with: ID) {
    compareScenarios(base: $base, with: $with) { asOf financialYear isEqual cellsCompared
        withStepsLeftOut { position field }
        coverage { area { code } offer { code } before { state } after { state } }
        gaps { area { code } offer { code } gained closed }
        running { before { services awards base { amount stated notStated } places { people } }
                  after { services awards base { amount stated notStated } places { people } } }
        byCommissioner { commissioners { name } running { before { services } after { services } } }
        byArea { area { code } offers gained closed }
        byCohort { cohort { code } cells gained }
        byCommunity { community { code } services coverage { area { code } censusPeople } } } }";

#[test]
fn a_scenario_is_read_through_and_the_register_stays_as_it_is() {
    run(async {
        for engine in engines() {
            let app = small(engine).await;
            let analyst = analyst_of("body:a");
            let id = made(&app, &analyst, plan("body:a", "PRIVATE")).await;
            let before = app.atlas().coverage.rows().to_vec();
            let read = async |scenario: Option<&str>| {
                ask(&app, &analyst, COVERAGE, json!({ "scenario": scenario })).await
            };
            let live = read(None).await;
            assert_eq!(live.at("/coverage/state"), "COMMISSIONED");
            assert_eq!(live.at("/gaps/gaps"), json!([]));
            assert!(!live.0.extensions.contains_key("stepsLeftOut"));
            let played = read(Some(&id)).await;
            assert_eq!(played.at("/coverage/state"), "LAPSED");
            let gap = json!([{ "offer": { "code": "liaison" }, "uncovered": { "people": 100 } }]);
            assert_eq!(played.at("/gaps/gaps"), gap);
            assert_eq!(played.0.extensions["stepsLeftOut"].to_string(), "[]");
            assert_eq!(app.atlas().coverage.rows(), before);
        }
    });
}

#[test]
fn a_scenario_is_compared_with_live_and_the_other_way_round() {
    run(async {
        let app = small(Engine::Sqlite).await;
        let analyst = analyst_of("body:a");
        let id = made(&app, &analyst, plan("body:a", "PRIVATE")).await;
        let found = ask(&app, &analyst, COMPARED, json!({ "with": id })).await;
        let found = found.at("/compareScenarios");
        let cell = |area: &str, offer: &str, before: &str, after: &str| {
            json!({ "area": { "code": area }, "offer": { "code": offer },
                    "before": { "state": before }, "after": { "state": after } })
        };
        let running = |awards, amount: &str, stated, not_stated, people| {
            json!({ "services": 3, "awards": awards, "places": { "people": people },
                    "base": { "amount": amount, "stated": stated, "notStated": not_stated } })
        };
        let gap = |area: &str, offer: &str, gained| json!({ "area": { "code": area }, "offer": { "code": offer }, "gained": gained, "closed": 0 });
        let services = |before, after| json!({ "before": { "services": before }, "after": { "services": after } });
        assert_eq!(
            found,
            json!({
                "asOf": "2027-06-01", "financialYear": 2027, "isEqual": false, "cellsCompared": 24,
                "withStepsLeftOut": [],
                "coverage": [
                    cell("D1", "liaison", "COMMISSIONED", "LAPSED"),
                    cell("D2", "liaison", "NOT_RECORDED", "COMMISSIONED"),
                    cell("D2", "mhtr", "COMMISSIONED", "LAPSED"),
                ],
                "gaps": [gap("D2", "mhtr", 200), gap("D1", "liaison", 100)],
                "running": { "before": running(2, "0.00", 0, 3, 0),
                             "after": running(2, "1200.00", 1, 2, 40) },
                "byCommissioner": [
                    { "commissioners": [], "running": services(0, 1) },
                    { "commissioners": [{ "name": "The body:a" }], "running": services(2, 1) },
                ],
                "byArea": [
                    { "area": { "code": "D1" }, "offers": 1, "gained": 100, "closed": 0 },
                    { "area": { "code": "D2" }, "offers": 2, "gained": 200, "closed": 0 },
                ],
                "byCohort": [{ "cohort": { "code": "all" }, "cells": 3, "gained": 300 }],
                "byCommunity": [{ "community": { "code": "community" }, "services": 1, "coverage": [
                    { "area": { "code": "D1" }, "censusPeople": null },
                    { "area": { "code": "D2" }, "censusPeople": null },
                ] }],
            })
        );
        let back = ask(&app, &analyst, COMPARED, json!({ "base": id })).await;
        let closed = back.at("/compareScenarios/gaps");
        assert_eq!(
            (&closed[0]["gained"], &closed[0]["closed"]),
            (&json!(0), &json!(200))
        );
        let same = ask(&app, &analyst, COMPARED, json!({ "base": id, "with": id })).await;
        assert_eq!(same.at("/compareScenarios/isEqual"), true);
        let live = ask(&app, &analyst, COMPARED, json!({})).await;
        assert_eq!(live.at("/compareScenarios/isEqual"), true);
    });
}

#[test]
fn a_step_that_does_not_hold_is_named_and_nothing_is_written() {
    run(async {
        let app = small(Engine::Sqlite).await;
        let analyst = analyst_of("body:a");
        let before = app.atlas().revision;
        let with = |steps: Value| {
            let mut input = plan("body:a", "PRIVATE");
            input["steps"] = steps;
            input
        };
        let end = |position: u64, on: &str| json!({ "position": position, "kind": "END_SERVICE", "service": "service:s1", "endsOn": on });
        let cases = [
            (
                with(json!([end(1, "2027-05-31"), end(2, "2027-08-31")])),
                vec![("steps.1.service", "BAD_STATE")],
            ),
            // Steps are taken by their places, and named by where they stand in the list.
            (
                with(json!([end(2, "2027-08-31"), end(1, "2027-05-31")])),
                vec![("steps.0.service", "BAD_STATE")],
            ),
            (
                with(json!([{ "position": 1, "kind": "END_SERVICE", "people": 4 }])),
                vec![
                    ("steps.0.service", "REQUIRED"),
                    ("steps.0.endsOn", "REQUIRED"),
                    ("steps.0.people", "MISMATCH"),
                ],
            ),
            (
                with(
                    json!([{ "position": 1, "kind": "MOVE_MONEY", "stream": "funding_stream:f1",
                              "toStream": "funding_stream:f3", "amount": "10.00" }]),
                ),
                vec![("steps.0.toStream", "NOT_FOUND")],
            ),
            (
                with(
                    json!([{ "position": 0, "kind": "END_SERVICE", "service": "service:s1",
                              "endsOn": "2027-05-31" }]),
                ),
                vec![("steps.0.position", "OUT_OF_RANGE")],
            ),
            (
                with(json!([end(1, "2027-05-31"), end(1, "2027-08-31")])),
                vec![("steps.1.position", "DUPLICATE")],
            ),
        ];
        for (input, expected) in cases {
            let payload = send(&app, &analyst, "saveScenario", input).await;
            let expected: Vec<_> = expected
                .iter()
                .map(|(field, code)| (field.to_string(), code.to_string()))
                .collect();
            assert_eq!(problems(&payload), expected);
            assert_eq!(payload["written"], false);
        }
        let mut vague = plan("body:a", "PRIVATE");
        vague["baseDay"] = json!("2027-06");
        let payload = send(&app, &analyst, "saveScenario", vague).await;
        assert_eq!(
            problems(&payload),
            [("baseDay".to_owned(), "BAD_VALUE".to_owned())]
        );
        assert_eq!(app.atlas().revision, before);
    });
}

#[test]
fn a_step_that_no_longer_holds_is_left_out_and_told() {
    run(async {
        let app = small(Engine::Sqlite).await;
        let analyst = analyst_of("body:a");
        let id = made(&app, &analyst, plan("body:a", "PRIVATE")).await;
        for (record, offer, area) in [("c1", "liaison", "d1"), ("c5", "mhtr", "d2")] {
            let id = format!("coverage:{record}");
            let version = {
                let atlas = app.atlas();
                atlas
                    .coverage
                    .get(atlas.coverage.find(&id).expect("a record"))
                    .version
            };
            let input = json!({ "id": NodeType::CoverageRecord.id(&id), "service": "service:s1",
                "offer": offer, "area": area, "status": "LIVE", "endsOn": "2026-12-31",
                "expectedVersion": version });
            let payload = send(&app, &tests::people::admin(), "saveCoverageRecord", input).await;
            assert_eq!(payload["problems"], json!([]));
        }
        let query = "query($id: ID!) { node(id: $id) { ... on Scenario {
            stepsLeftOut { position field code message } } } }";
        let found = ask(&app, &analyst, query, json!({ "id": id })).await;
        let left_out = found.at("/node/stepsLeftOut");
        assert_eq!(left_out.as_array().map(Vec::len), Some(1));
        assert_eq!(left_out[0]["position"], 2);
        assert_eq!(left_out[0]["code"], "BAD_STATE");
        let compared = ask(&app, &analyst, COMPARED, json!({ "with": id })).await;
        let compared = compared.at("/compareScenarios");
        assert_eq!(
            compared["withStepsLeftOut"],
            json!([{ "position": 2, "field": "service" }])
        );
        assert_eq!(compared["coverage"].as_array().map(Vec::len), Some(1));
        let read = ask(&app, &analyst, COVERAGE, json!({ "scenario": id })).await;
        assert_eq!(read.0.extensions["stepsLeftOut"].to_string(), "[2]");
        // It can be called otherwise, and not looked at from another day.
        let renamed = json!({ "id": id, "name": "Another name", "expectedVersion": 1 });
        let payload = send(&app, &analyst, "saveScenario", renamed).await;
        assert_eq!(payload["problems"], json!([]));
        let moved = json!({ "id": id, "baseDay": "2027-07-01", "expectedVersion": 2 });
        let payload = send(&app, &analyst, "saveScenario", moved).await;
        assert_eq!(
            problems(&payload),
            [("steps.1.service".to_owned(), "BAD_STATE".to_owned())]
        );
    });
}

#[test]
fn a_request_asks_about_one_scenario() {
    run(async {
        let app = small(Engine::Sqlite).await;
        let analyst = analyst_of("body:a");
        let id = made(&app, &analyst, plan("body:a", "PRIVATE")).await;
        let two =
            "query($id: ID) { a: coverage(area: \"D1\", offer: \"mhtr\", scenario: $id) { state }
            b: coverage(area: \"D1\", offer: \"mhtr\") { state } }";
        let reply = ask(&app, &analyst, two, json!({ "id": id })).await;
        assert!(reply.errors()[0].starts_with("BAD_INPUT: scenario: ask about one scenario"));
        let unknown = NodeType::Scenario.id("scenario:nowhere");
        for (id, code) in [(unknown.as_str(), "BAD_INPUT"), ("service_eA", "BAD_ID")] {
            let reply = ask(&app, &analyst, COVERAGE, json!({ "scenario": id })).await;
            assert!(reply.errors()[0].starts_with(code), "{:?}", reply.errors());
        }
    });
}
