//! Frozen scenarios: made again to the byte, and never changed.

use serde_json::json;
use tests::app::run;
use tests::db::engines;
use tests::people::admin;

use super::*;

const FROZEN: &str = "query($id: ID!) { node(id: $id) { ... on Scenario { version
    frozen { on revision hash body recomputes } } } }";

async fn frozen(app: &App, viewer: &Viewer, id: &str) -> Value {
    let found = ask(app, viewer, FROZEN, json!({ "id": id })).await;
    found.at("/node/frozen")
}

/// Makes a public scenario and freezes it; gives its id.
async fn make_and_freeze(app: &App) -> String {
    let analyst = analyst_of("body:a");
    let id = made(app, &analyst, plan("body:a", "PUBLIC")).await;
    assert_eq!(frozen(app, &analyst, &id).await, Value::Null);
    let input = json!({ "id": id, "expectedVersion": 1 });
    let payload = send(app, &analyst, "freezeScenario", input).await;
    assert_eq!(payload["problems"], json!([]));
    assert_eq!(payload["written"], true);
    id
}

#[test]
fn a_frozen_scenario_is_the_same_bytes_on_every_engine_after_more_changes_and_a_restart() {
    run(async {
        let mut bodies = Vec::new();
        for engine in engines() {
            let store = small_store(engine).await;
            let app = open(store.clone()).await;
            let id = make_and_freeze(&app).await;
            let first = frozen(&app, &Viewer::public(), &id).await;
            assert_eq!(first["recomputes"], true);
            assert_eq!(first["on"], "2026-11-22");
            assert_eq!(first["revision"], 3);
            let title = json!({ "title": "A new service", "bodies": [] });
            let input = json!({ "title": title["title"], "bodies": title["bodies"] });
            send(&app, &admin(), "saveService", input).await;
            let absence = json!({ "offer": "liaison", "area": "d2", "newEvidence": {
                "newSource": { "title": "A letter" }, "grade": "REPORT", "assertedBy": "report",
                "statement": "It says so." } });
            let payload = send(&app, &admin(), "saveAbsence", absence).await;
            assert_eq!(payload["problems"], json!([]));
            assert_eq!(frozen(&app, &Viewer::public(), &id).await, first);
            drop(app);
            let again = open(store).await;
            assert_eq!(frozen(&again, &Viewer::public(), &id).await, first);
            bodies.push((text(&first["hash"]), text(&first["body"])));
        }
        let (hash, body) = &bodies[0];
        assert!(bodies.iter().all(|other| other == &bodies[0]));
        assert!(
            body.contains("\"format\":\"throughcare/scenario/1\""),
            "{body}"
        );
        // The public sees no service of body:a in D2, so nothing of it is lost there.
        assert!(!body.contains("\"offer\":\"mhtr\",\"before\""), "{body}");
        assert_eq!(
            hash, "bd818ae0fc66ff125d29f52da853696a838037584264b9939825c10efddf7472",
            "If you are here because the form has changed: that is a new `FORMAT`, see docs/adr/0011-frozen-scenarios.md. {body}"
        );
    });
}

#[test]
fn a_frozen_scenario_stays_as_it_is() {
    run(async {
        let app = small(Engine::Sqlite).await;
        let analyst = analyst_of("body:a");
        let id = make_and_freeze(&app).await;
        let frozen_at = app.atlas().revision;
        let state = [("id".to_owned(), "BAD_STATE".to_owned())];
        let mut renamed = json!({ "id": id, "name": "Another name", "expectedVersion": 2 });
        let payload = send(&app, &analyst, "saveScenario", renamed.clone()).await;
        assert_eq!(problems(&payload), state);
        renamed = json!({ "id": id, "steps": [], "expectedVersion": 2 });
        let payload = send(&app, &admin(), "saveScenario", renamed).await;
        assert_eq!(problems(&payload), state);
        let again = json!({ "id": id, "expectedVersion": 2 });
        let payload = send(&app, &analyst, "freezeScenario", again).await;
        assert_eq!(problems(&payload), state);
        let revert = json!({ "input": { "revision": frozen_at, "reason": "a test" } });
        let query = "mutation($input: RevertInput!) { it: revert(input: $input) { written
            problems { field code message } } }";
        let payload = ask(&app, &admin(), query, revert).await.at("/it");
        assert_eq!(problems(&payload), state);
        assert_eq!(frozen(&app, &analyst, &id).await["recomputes"], true);
        let archive = json!({ "id": id, "expectedVersion": 2 });
        let payload = send(&app, &analyst, "archive", archive).await;
        assert_eq!(
            (&payload["written"], &payload["problems"]),
            (&json!(true), &json!([]))
        );
    });
}

#[test]
fn only_what_holds_for_all_who_may_see_it_is_frozen() {
    run(async {
        let app = small(Engine::Sqlite).await;
        let analyst = analyst_of("body:a");
        // The public sees nothing of service:s3.
        let mut input = plan("body:a", "PUBLIC");
        input["steps"] = json!([{ "position": 1, "kind": "END_SERVICE", "service": "service:s3",
                                  "endsOn": "2027-05-31" }]);
        let id = made(&app, &analyst, input).await;
        let freeze = json!({ "id": id, "expectedVersion": 1 });
        let payload = send(&app, &analyst, "freezeScenario", freeze).await;
        assert_eq!(
            problems(&payload),
            [("visibility".to_owned(), "MISMATCH".to_owned())]
        );
        let fewer = json!({ "id": id, "visibility": "RESTRICTED", "expectedVersion": 1 });
        let payload = send(&app, &analyst, "saveScenario", fewer).await;
        assert_eq!(payload["problems"], json!([]));
        let freeze = json!({ "id": id, "expectedVersion": 1 });
        let payload = send(&app, &analyst, "freezeScenario", freeze).await;
        assert_eq!(payload["conflict"]["currentVersion"], 2);
        let freeze = json!({ "id": id, "expectedVersion": 2 });
        let payload = send(&app, &analyst, "freezeScenario", freeze).await;
        assert_eq!(payload["written"], true);
        let found = frozen(&app, &analyst, &id).await;
        assert_eq!(found["recomputes"], true);
        assert!(
            text(&found["body"]).contains("\"offer\":\"reconnect\""),
            "{found}"
        );
    });
}
