//! What is wrong with a change comes back by field, and nothing of it is written.

use std::sync::Arc;

use async_graphql::{Request, Variables};
use serde_json::{Value, json};
use tests::app::{MAX_PAGE, clock, run};
use tests::db::{Engine, small_store};
use tests::people::{admin, analyst, commissioner_a, provider};
use tests::reply::Reply;
use throughcare::app::App;
use throughcare::auth::Viewer;

async fn small() -> App {
    let store = small_store(Engine::Sqlite).await;
    let started = App::start(store, Arc::new(clock()), MAX_PAGE, &mut |_| {}).await;
    started.expect("the application").0
}

/// Sends an input to a mutation; gives the payload.
async fn send(app: &App, viewer: &Viewer, mutation: &str, mut input: Value) -> Value {
    if input.get("reason").is_none() {
        input["reason"] = json!("a test");
    }
    let kind = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
    let query = format!(
        "mutation($input: {kind}!) {{ it: {mutation}(input: $input) {{ written nodeId
            problems {{ field code message }} conflict {{ expectedVersion currentVersion
            theirs {{ field before after }} yours {{ field before after }} }} }} }}"
    );
    let variables = Variables::from_json(json!({ "input": input }));
    let request = Request::new(query).variables(variables);
    Reply(app.execute(request, viewer.clone()).await).at("/it")
}

fn evidence() -> Value {
    json!({ "newSource": { "title": "A letter" }, "grade": "REPORT", "assertedBy": "report",
            "statement": "It says so." })
}

/// A record that would be taken, with some fields otherwise.
fn record(change: Value) -> Value {
    let mut input = json!({ "service": "service:s1", "offer": "mhtr", "area": "d1", "status": "LIVE",
                            "newEvidence": evidence() });
    merge(&mut input, change);
    input
}

fn merge(into: &mut Value, change: Value) {
    match (into, change) {
        (Value::Object(into), Value::Object(change)) => {
            for (name, value) in change {
                merge(into.entry(name).or_insert(Value::Null), value);
            }
        }
        (into, change) => *into = change,
    }
}

fn found(payload: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let problems = payload["problems"].as_array().expect("problems");
    problems
        .iter()
        .map(|problem| (text(&problem["field"]), text(&problem["code"])))
        .collect()
}

#[test]
fn what_is_wrong_is_told_by_field_and_nothing_is_written() {
    run(async {
        let app = small().await;
        let service = app.atlas().services.rows()[0].id.clone();
        let before = app.atlas().revision;
        let long = "x".repeat(200_000);
        let cases: Vec<(&str, Value, &str, &str)> = vec![
            (
                "saveCoverageRecord",
                record(json!({ "startsOn": "2026-02-30" })),
                "startsOn",
                "BAD_VALUE",
            ),
            (
                "saveCoverageRecord",
                record(json!({ "startsOn": "soon" })),
                "startsOn",
                "BAD_VALUE",
            ),
            (
                "saveCoverageRecord",
                record(json!({ "startsOn": "2026-04-01", "endsOn": "2026-03-31" })),
                "endsOn",
                "END_BEFORE_START",
            ),
            (
                "saveCoverageRecord",
                record(json!({ "startsOn": "2026-04", "baseEndsOn": "2025" })),
                "baseEndsOn",
                "END_BEFORE_START",
            ),
            (
                "saveCoverageRecord",
                record(json!({ "offer": "nothing" })),
                "offer",
                "NOT_FOUND",
            ),
            (
                "saveCoverageRecord",
                record(json!({ "area": "E99999999" })),
                "area",
                "NOT_FOUND",
            ),
            (
                "saveCoverageRecord",
                record(json!({ "cohort": "everyone" })),
                "cohort",
                "NOT_FOUND",
            ),
            (
                "saveCoverageRecord",
                record(json!({ "service": "service_eA" })),
                "service",
                "NOT_FOUND",
            ),
            (
                "saveCoverageRecord",
                record(json!({ "status": "ABSENT" })),
                "status",
                "BAD_VALUE",
            ),
            (
                "saveCoverageRecord",
                record(json!({ "status": null })),
                "status",
                "REQUIRED",
            ),
            (
                "saveCoverageRecord",
                record(json!({ "newEvidence": null })),
                "evidence",
                "REQUIRED",
            ),
            (
                "saveCoverageRecord",
                record(json!({ "evidence": "evidence_eA" })),
                "evidence",
                "MISMATCH",
            ),
            (
                "saveCoverageRecord",
                record(json!({ "newEvidence": { "statement": long } })),
                "newEvidence.statement",
                "TOO_LONG",
            ),
            (
                "saveCoverageRecord",
                record(json!({ "newEvidence": { "statement": "a\u{7}b" } })),
                "newEvidence.statement",
                "CONTROL_CHARACTER",
            ),
            (
                "saveCoverageRecord",
                record(json!({ "newEvidence": { "statement": "a\u{202e}b" } })),
                "newEvidence.statement",
                "CONTROL_CHARACTER",
            ),
            (
                "saveCoverageRecord",
                record(json!({ "newEvidence": { "asOf": "2027-01-01" } })),
                "newEvidence.asOf",
                "OUT_OF_RANGE",
            ),
            (
                "saveCoverageRecord",
                record(json!({ "newEvidence": { "asOf": "2026-05", "reviewOn": "2026-01" } })),
                "newEvidence.reviewOn",
                "END_BEFORE_START",
            ),
            (
                "saveCoverageRecord",
                record(json!({ "newEvidence": { "newSource": { "url": "javascript:alert(1)" } } })),
                "newEvidence.newSource.url",
                "BAD_VALUE",
            ),
            (
                "saveCoverageRecord",
                record(json!({ "newEvidence": { "newSource": { "title": "  " } } })),
                "newEvidence.newSource.title",
                "REQUIRED",
            ),
            (
                "saveCoverageRecord",
                record(json!({ "visibility": "PRIVATE" })),
                "owner",
                "REQUIRED",
            ),
            (
                "saveCoverageRecord",
                record(json!({ "reason": " " })),
                "reason",
                "REQUIRED",
            ),
            (
                "saveArea",
                json!({ "kind": "ICB", "name": "A board", "source": "atlas-of-nowhere", "members": [{ "area": "d1", "share": "1.5" }] }),
                "members.0.share",
                "OUT_OF_RANGE",
            ),
            (
                "saveArea",
                json!({ "kind": "ICB", "name": "A board", "source": "atlas-of-nowhere", "members": [{ "area": "d1", "share": "-1" }] }),
                "members.0.share",
                "BAD_VALUE",
            ),
            (
                "saveArea",
                json!({ "kind": "ICB", "name": "A board", "source": "atlas-of-nowhere", "members": [{ "area": "d1" }] }),
                "members",
                "OUT_OF_RANGE",
            ),
            (
                "saveArea",
                json!({ "kind": "ICB", "name": "A board", "source": "atlas-of-nowhere", "validFrom": "2027-04-01", "validTo": "2027-03-31" }),
                "validTo",
                "END_BEFORE_START",
            ),
            (
                "saveArea",
                json!({ "kind": "ICB", "name": "A board", "source": "atlas-of-nowhere", "codes": [
                { "scheme": "ods", "code": "QAA", "validTo": "2027-03-31" }, { "scheme": "ods", "code": "QBB", "validFrom": "2027-03-01" }] }),
                "codes.1.validFrom",
                "OVERLAP",
            ),
            (
                "saveAreaSuccession",
                json!({ "predecessor": "icb:a", "successor": "icb:a", "kind": "MERGER", "date": "2027-04-01" }),
                "successor",
                "MISMATCH",
            ),
            (
                "saveAreaSuccession",
                json!({ "predecessor": "icb:a", "successor": "icb:b", "kind": "MERGER", "date": "2027", "endPredecessor": true }),
                "date",
                "BAD_VALUE",
            ),
            (
                "saveBody",
                json!({ "name": "A body", "kind": "guild" }),
                "kind",
                "BAD_VALUE",
            ),
            (
                "saveBody",
                json!({ "name": "A body", "kind": "vcse", "charityNumber": "12/34" }),
                "charityNumber",
                "BAD_VALUE",
            ),
            (
                "saveOffer",
                json!({ "code": "Not A Code", "name": "x" }),
                "code",
                "BAD_VALUE",
            ),
            (
                "saveContract",
                json!({ "service": service, "status": "LIVE", "value": "12.5", "newEvidence": evidence() }),
                "value",
                "BAD_VALUE",
            ),
            (
                "saveContract",
                json!({ "service": service, "status": "LIVE", "value": "-1.00", "newEvidence": evidence() }),
                "value",
                "BAD_VALUE",
            ),
            (
                "saveContract",
                json!({ "service": service, "status": "LIVE", "value": "€5.00", "newEvidence": evidence() }),
                "value",
                "BAD_VALUE",
            ),
            (
                "saveContract",
                json!({ "service": service, "status": "LIVE", "value": "99999999999999999999.00", "newEvidence": evidence() }),
                "value",
                "OUT_OF_RANGE",
            ),
            (
                "saveContract",
                json!({ "service": service, "status": "LIVE", "value": "1.00", "newEvidence": evidence() }),
                "valueBasis",
                "REQUIRED",
            ),
            (
                "saveContract",
                json!({ "service": service, "status": "LIVE", "extensionMonths": -1, "newEvidence": evidence() }),
                "extensionMonths",
                "OUT_OF_RANGE",
            ),
            (
                "saveClaim",
                json!({ "kind": "led_by_and_for", "status": "LIVE", "communitiesAsStated": "x", "isProvision": true, "service": service, "newEvidence": evidence() }),
                "newEvidence.asserter",
                "REQUIRED",
            ),
            (
                "saveClaim",
                json!({ "kind": "culturally_informed_service", "status": "LIVE", "communitiesAsStated": "x", "isProvision": true, "service": service, "newEvidence": evidence() }),
                "newEvidence.reviewOn",
                "REQUIRED",
            ),
            (
                "saveClaim",
                json!({ "kind": "other", "status": "LIVE", "communitiesAsStated": "x", "isProvision": true, "newEvidence": evidence() }),
                "body",
                "REQUIRED",
            ),
            (
                "saveService",
                json!({ "title": "x", "bodies": [{ "body": "body_eA", "role": "PROVIDER" }] }),
                "bodies.0.body",
                "NOT_FOUND",
            ),
        ];
        for (mutation, input, field, code) in cases {
            let payload = send(&app, &admin(), mutation, input.clone()).await;
            let problems = found(&payload);
            let expected = (field.to_owned(), code.to_owned());
            assert!(
                problems.contains(&expected),
                "{mutation} {field} {code}: {payload:#}"
            );
            assert_eq!(payload["written"], false, "{mutation} {field}");
            let told = payload.to_string();
            assert!(
                told.len() < 4_000,
                "{mutation} {field}: {} bytes",
                told.len()
            );
        }
        assert_eq!(app.atlas().revision, before, "something was written");
    });
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    run(async {
        let app = small().await;
        let input = record(json!({ "offer": "nothing", "startsOn": "x", "area": "y" }));
        let fields: Vec<String> = found(&send(&app, &admin(), "saveCoverageRecord", input).await)
            .into_iter()
            .map(|(field, _)| field)
            .collect();
        for field in ["offer", "startsOn", "area"] {
            assert!(
                fields.contains(&field.to_owned()),
                "{field} is missing from {fields:?}"
            );
        }
    });
}

#[test]
fn a_hidden_row_is_not_found_and_a_visible_one_is_forbidden() {
    run(async {
        let app = small().await;
        let input = json!({ "title": "Private to b", "visibility": "PRIVATE", "owner": "body:b",
                            "bodies": [{ "body": "body:b", "role": "COMMISSIONER" }] });
        let made = send(&app, &admin(), "saveService", input).await;
        let id = made["nodeId"].as_str().expect("an id").to_owned();
        let change = json!({ "id": id, "title": "Mine now", "expectedVersion": 1 });
        for stranger in [provider(), analyst(), commissioner_a()] {
            let payload = send(&app, &stranger, "saveService", change.clone()).await;
            let not_found = [("id".to_owned(), "NOT_FOUND".to_owned())];
            assert_eq!(found(&payload), not_found, "{}", stranger.actor);
        }
        // What never was gets the same answer.
        let nothing = json!({ "id": "service_bm90aGluZw", "title": "x", "expectedVersion": 1 });
        let payload = send(&app, &analyst(), "saveService", nothing).await;
        assert_eq!(found(&payload)[0].1, "NOT_FOUND");

        let public = json!({ "id": id, "visibility": "PUBLIC", "expectedVersion": 1 });
        assert_eq!(
            send(&app, &admin(), "saveService", public).await["written"],
            true
        );
        let change = json!({ "id": id, "title": "Mine now", "expectedVersion": 2 });
        let payload = send(&app, &commissioner_a(), "saveService", change).await;
        assert_eq!(found(&payload), [("id".to_owned(), "FORBIDDEN".to_owned())]);
    });
}

#[test]
fn a_conflict_shows_both_sides_and_nothing_that_was_private() {
    run(async {
        let app = small().await;
        let input = json!({ "title": "Secret name", "visibility": "PRIVATE", "owner": "body:b",
                            "bodies": [{ "body": "body:a", "role": "COMMISSIONER" }] });
        let made = send(&app, &admin(), "saveService", input).await;
        let id = made["nodeId"].as_str().expect("an id").to_owned();
        let renamed =
            json!({ "id": id, "title": "Open name", "visibility": "PUBLIC", "expectedVersion": 1 });
        assert_eq!(
            send(&app, &admin(), "saveService", renamed).await["written"],
            true
        );
        let stale = json!({ "id": id, "title": "Another", "expectedVersion": 1 });
        let payload = send(&app, &commissioner_a(), "saveService", stale).await;
        assert_eq!(payload["written"], false);
        let conflict = &payload["conflict"];
        assert_eq!(
            (&conflict["expectedVersion"], &conflict["currentVersion"]),
            (&json!(1), &json!(2))
        );
        let told = payload.to_string();
        assert!(
            told.contains("Open name") && told.contains("Another"),
            "{payload:#}"
        );
        assert!(!told.contains("Secret name"), "{payload:#}");
    });
}
