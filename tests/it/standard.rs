//! Every area held against a minimum offer, on the real register and on a small one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use async_graphql::{Request, Variables};
use serde_json::{Value, json};
use tests::app::{MAX_PAGE, clock, run};
use tests::db::{Engine, small_store};
use tests::people::admin;
use tests::reply::Reply;
use tests::{each_engine, reading};
use throughcare::app::App;

const CELLS: &str = "cells { line { position offer { code } } area { code } verdict basis
    coverage { state states { state share { people } } explanation { rule oldestEvidence records { record { evidence { starterRow } } } } }
    places { place { code } verdict coverage { state } } amount { verdict required { low } placesOnRecord mayBeMore } }";
const TALLY: &str =
    "tally { verdicts { verdict count } amounts { verdict count } people { state people }
    places { verdict count } completeness { cells cellsNotRecorded placesRecorded places } }";

/// Every area of a kind held against the shipped minimum offer.
fn held(kind: &str, as_of: &str) -> Value {
    let query = format!(
        r#"{{ minimumOffer(areas: {{kind: {kind}}}, asOf: "{as_of}") {{
            lines {{ line {{ position offer {{ code }} }} {TALLY} }} areas {{ area {{ code }} {TALLY} }} {TALLY} {CELLS} }} }}"#
    );
    reading().ask(&query).at("/minimumOffer")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).expect("a list")
}

/// A list of things with a count of each.
fn counts(rows: &Value, key: &str, number: &str) -> BTreeMap<String, i64> {
    let entry = |row: &Value| {
        let name = row[key].as_str().expect("a name").to_owned();
        (name, row[number].as_i64().expect("a count"))
    };
    list(rows).iter().map(entry).collect()
}

fn verdicts(tally: &Value) -> BTreeMap<String, i64> {
    counts(&tally["verdicts"], "verdict", "count")
}

fn sum<'a>(tallies: impl Iterator<Item = &'a Value>) -> BTreeMap<String, i64> {
    let mut sums = BTreeMap::new();
    for tally in tallies {
        for (verdict, count) in verdicts(tally) {
            *sums.entry(verdict).or_default() += count;
        }
    }
    sums
}

#[test]
fn all_boards_forces_and_districts_are_held_in_one_read_and_verdicts_sum() {
    for kind in ["ICB", "POLICE_FORCE", "DISTRICT"] {
        let found = held(kind, "2026-11-22");
        let all = reading().ask(&format!(
            r#"{{ areas(filter: {{kind: [{kind}], existsOn: "2026-11-22"}}) {{ totalCount }} }}"#
        ));
        let areas = usize::try_from(all.at("/areas/totalCount").as_u64().expect("a count"));
        let areas = areas.expect("a count");
        let (lines, by_area) = (list(&found["lines"]), list(&found["areas"]));
        assert_eq!(by_area.len(), areas, "{kind}");
        assert_eq!(list(&found["cells"]).len(), areas * lines.len());
        let whole = verdicts(&found["tally"]);
        let cells = i64::try_from(areas * lines.len()).expect("a count");
        assert_eq!(whole.values().sum::<i64>(), cells, "{kind}");
        assert_eq!(sum(lines.iter().map(|row| &row["tally"])), whole);
        assert_eq!(sum(by_area.iter().map(|row| &row["tally"])), whole);
        let mut counted: BTreeMap<&str, i64> = BTreeMap::new();
        for cell in list(&found["cells"]) {
            *counted
                .entry(cell["verdict"].as_str().expect("a verdict"))
                .or_default() += 1;
        }
        for (verdict, count) in &whole {
            assert_eq!(
                counted.get(verdict.as_str()).copied().unwrap_or(0),
                *count,
                "{verdict}"
            );
        }
    }
}

#[test]
fn a_verdict_is_that_of_the_coverage_state() {
    let words = BTreeMap::from([
        ("COMMISSIONED", "MET"),
        ("PARTIAL", "PARTLY_MET"),
        ("CONTESTED", "CONTESTED"),
        ("ABSENT", "NOT_MET"),
        ("LAPSED", "NOT_MET"),
        ("PLANNED", "PLANNED"),
        ("NOT_RECORDED", "NOT_RECORDED"),
        ("NOT_APPLICABLE", "NOT_APPLICABLE"),
    ]);
    let offers = [
        "mhtr_primary_care",
        "mhtr_secondary_care",
        "drr",
        "atr",
        "peer_mentoring",
    ];
    let matrix = reading().ask(&format!(
        r#"{{ coverageMatrix(areas: {{kind: POLICE_FORCE}}, offers: {{codes: {}}}, asOf: "2026-11-22") {{
            cells {{ area {{ code }} offer {{ code }} state states {{ state share {{ people }} }} }} }} }}"#,
        json!(offers)
    ));
    let found = held("POLICE_FORCE", "2026-11-22");
    let mut compared = 0;
    for asked in list(&matrix.at("/coverageMatrix/cells")) {
        let cell = list(&found["cells"]).iter().find(|cell| {
            cell["area"]["code"] == asked["area"]["code"]
                && cell["line"]["offer"]["code"] == asked["offer"]["code"]
        });
        let cell = cell.expect("the cell");
        assert_eq!(cell["basis"], "PEOPLE");
        assert_eq!(cell["coverage"]["state"], asked["state"]);
        assert_eq!(cell["coverage"]["states"], asked["states"]);
        assert_eq!(
            cell["verdict"],
            words[asked["state"].as_str().expect("a state")]
        );
        compared += 1;
    }
    assert_eq!(compared, 43 * offers.len());
}

#[test]
fn people_not_met_are_those_of_the_gaps() {
    let offer = "mhtr_primary_care";
    let gaps = reading().ask(&format!(
        r#"{{ gaps(areas: {{kind: POLICE_FORCE}}, offers: {{codes: ["{offer}"]}}, asOf: "2026-11-22") {{ gaps {{ uncovered {{ people }} }} }} }}"#
    ));
    let uncovered: i64 = list(&gaps.at("/gaps/gaps"))
        .iter()
        .map(|gap| gap["uncovered"]["people"].as_i64().expect("people"))
        .sum();
    let found = held("POLICE_FORCE", "2026-11-22");
    let line = list(&found["lines"])
        .iter()
        .find(|row| row["line"]["offer"]["code"] == offer)
        .expect("the line");
    let people = counts(&line["tally"]["people"], "state", "people");
    let of = |state: &str| people.get(state).copied().unwrap_or(0);
    assert!(uncovered > 0);
    assert_eq!(of("ABSENT") + of("LAPSED"), uncovered);
}

#[test]
fn what_lapsed_is_not_met_and_what_nobody_recorded_is_a_question() {
    let found = held("POLICE_FORCE", "2026-11-22");
    let cell = |area: &str, offer: &str| {
        list(&found["cells"])
            .iter()
            .find(|c| c["area"]["code"] == area && c["line"]["offer"]["code"] == offer)
            .expect("a cell")
    };
    for area in ["E23000003", "E23000002"] {
        let lapsed = cell(area, "mhtr_primary_care");
        assert_eq!(lapsed["verdict"], "NOT_MET", "{area}");
        let why = &lapsed["coverage"]["explanation"];
        assert_eq!(why["rule"], "ENDED_NOTHING_FOLLOWED");
        assert!(why["oldestEvidence"].is_string(), "{why:#}");
        assert!(!list(&why["records"]).is_empty());
    }
    for cell in list(&found["cells"]) {
        let rule = &cell["coverage"]["explanation"]["rule"];
        if rule == "NOTHING_ON_RECORD" || rule == "LOOKED_FOR_NONE_FOUND" {
            assert_ne!(cell["verdict"], "NOT_MET", "{cell:#}");
        }
        assert_eq!(
            cell["amount"]["verdict"], "NOT_ASKED",
            "the report sets no amounts"
        );
    }
}

#[test]
fn prisons_are_held_one_by_one_and_each_is_in_one_force() {
    let found = held("POLICE_FORCE", "2026-11-22");
    let prisons = reading().ask(
        r#"{ coverageMatrix(areas: {kind: PRISON}, offers: {codes: ["departure_lounge"]}, asOf: "2026-11-22") { cells { area { code } state } } }"#,
    );
    let prisons = prisons.at("/coverageMatrix/cells");
    let states: BTreeMap<&str, &Value> = list(&prisons)
        .iter()
        .map(|cell| {
            (
                cell["area"]["code"].as_str().expect("a code"),
                &cell["state"],
            )
        })
        .collect();
    let mut seen = BTreeSet::new();
    for cell in list(&found["cells"]) {
        if cell["line"]["offer"]["code"] != "departure_lounge" {
            continue;
        }
        let places = list(&cell["places"]);
        assert_eq!(places.is_empty(), cell["basis"] == "NO_PLACE", "{cell:#}");
        for place in places {
            let code = place["place"]["code"].as_str().expect("a code");
            assert!(seen.insert(code.to_owned()), "{code} lies in two forces");
            assert_eq!(place["coverage"]["state"], *states[code]);
        }
    }
    assert_eq!(seen.len(), states.len(), "every prison lies in a force");
    let line = list(&found["lines"])
        .iter()
        .find(|row| row["line"]["offer"]["code"] == "departure_lounge");
    let tally = &line.expect("the line")["tally"];
    let by_verdict = counts(&tally["places"], "verdict", "count");
    let live = states
        .values()
        .filter(|state| **state == "COMMISSIONED")
        .count();
    assert!(live > 0);
    assert_eq!(by_verdict["MET"], i64::try_from(live).expect("a count"));
    assert!(
        list(&tally["people"]).is_empty(),
        "prisons are counted, not people"
    );
}

#[test]
fn the_shipped_minimum_offer_says_of_each_line_which_recommendation_it_rests_on() {
    for app in each_engine() {
        let reply = app.ask(
            "{ standards { nodes { id name evidence { grade source { id title date } } lines { position offer { code } stage perThousand placesFor(people: 100) note } } }
               scorecard(areas: {kind: NATION}) { indicators { recommendation { number } } } }",
        );
        let standards = reply.at("/standards/nodes");
        assert_eq!(list(&standards).len(), 1);
        let standard = &standards[0];
        assert_eq!(standard["evidence"]["grade"], "REPORT");
        let indicators = reply.at("/scorecard/indicators");
        let numbers: BTreeSet<&str> = list(&indicators)
            .iter()
            .map(|row| row["recommendation"]["number"].as_str().expect("a number"))
            .collect();
        for (at, line) in list(&standard["lines"]).iter().enumerate() {
            assert_eq!(line["position"], json!(at + 1));
            assert_eq!(
                (&line["perThousand"], &line["placesFor"]),
                (&Value::Null, &Value::Null)
            );
            let note = line["note"].as_str().expect("a note");
            let number = note
                .strip_prefix("Recommendation ")
                .and_then(|rest| rest.split(',').next())
                .expect("the recommendation");
            assert!(numbers.contains(number), "{note}");
        }
        let id = standard["id"].as_str().expect("an id");
        let named = app.ask(&format!(
            r#"{{ minimumOffer(standard: "{id}", areas: {{codes: ["E23000036"]}}) {{ standard {{ name }} }} node(id: "{id}") {{ ... on Standard {{ name }} }} }}"#
        ));
        assert_eq!(named.at("/minimumOffer/standard/name"), standard["name"]);
        assert_eq!(named.at("/node/name"), standard["name"]);
    }
}

async fn small() -> App {
    let store = small_store(Engine::Sqlite).await;
    let started = App::start(store, Arc::new(clock()), MAX_PAGE, &mut |_| {}).await;
    started.expect("the application").0
}

/// Sends an input to a mutation; gives the payload.
async fn send(app: &App, mutation: &str, mut input: Value) -> Value {
    input["reason"] = json!("a test");
    let kind = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
    let query = format!(
        "mutation($input: {kind}!) {{ it: {mutation}(input: $input) {{ written nodeId problems {{ field code message }} }} }}"
    );
    let variables = Variables::from_json(json!({ "input": input }));
    Reply(
        app.execute(Request::new(query).variables(variables), admin())
            .await,
    )
    .at("/it")
}

async fn written(app: &App, mutation: &str, input: Value) -> String {
    let payload = send(app, mutation, input).await;
    assert_eq!(payload["problems"], json!([]), "{mutation}: {payload:#}");
    payload["nodeId"].as_str().expect("an id").to_owned()
}

async fn ask(app: &App, query: &str) -> Reply {
    Reply(app.execute(Request::new(query), admin()).await)
}

fn evidence() -> Value {
    json!({ "newSource": { "title": "A letter" }, "grade": "REPORT", "assertedBy": "report",
            "statement": "It says so." })
}

fn standard(lines: Value) -> Value {
    json!({ "name": "Ours", "purpose": "A minimum", "newEvidence": evidence(), "lines": lines })
}

fn need(change: Value) -> Value {
    let mut input = json!({ "area": "ICBA", "offer": "talking", "peopleLow": 40, "people": 61, "peopleHigh": 80,
        "period": "people in a year", "method": "a survey of 2024", "newEvidence": evidence() });
    for (name, value) in change.as_object().expect("fields") {
        input[name] = value.clone();
    }
    input
}

#[test]
fn places_on_record_are_held_against_a_need_that_somebody_entered() {
    run(async {
        let app = small().await;
        let line = json!({ "position": 1, "offer": "talking", "perThousand": "500" });
        written(&app, "saveStandard", standard(json!([line]))).await;
        let service = written(&app, "saveService", json!({ "title": "A service" })).await;
        let record = json!({ "service": service, "offer": "talking", "area": "ICBA", "status": "LIVE",
            "startsOn": "2026-04-01", "newEvidence": evidence() });
        written(&app, "saveCoverageRecord", record).await;
        let amount = async || {
            let reply = ask(&app, r#"{ minimumOffer(areas: {codes: ["ICBA"]}, asOf: "2026-11-22") { cells { verdict
                amount { verdict required { low central high need { people period } } placesOnRecord placesNotStated { title } placesShared { title } contracts { places } } } } }"#).await;
            reply.at("/minimumOffer/cells/0")
        };
        let before = amount().await;
        assert_eq!(before["verdict"], "MET", "{before:#}");
        assert_eq!(before["amount"]["verdict"], "NOT_RECORDED");
        assert_eq!(before["amount"]["placesOnRecord"], Value::Null);
        written(&app, "saveNeed", need(json!({}))).await;
        let contract = json!({ "service": service, "status": "LIVE", "startsOn": "2026-04-01", "places": 30,
            "newEvidence": evidence() });
        written(&app, "saveContract", contract).await;
        let after = amount().await;
        assert_eq!(
            after["amount"]["required"],
            json!([{ "low": 20, "central": 31, "high": 40, "need": { "people": 61, "period": "people in a year" } }])
        );
        assert_eq!(after["amount"]["placesOnRecord"], 30, "{after:#}");
        assert_eq!(after["amount"]["verdict"], "WITHIN_RANGE", "{after:#}");
        let needs = ask(&app, r#"{ needs(filter: {offer: {code: {eq: "talking"}}}) { nodes { peopleLow people peopleHigh area { name } } }
            others: needs(filter: {offer: {code: {eq: "liaison"}}}) { totalCount } }"#).await;
        assert_eq!(needs.at("/needs/nodes/0/people"), 61);
        assert_eq!(needs.at("/others/totalCount"), 0);
    });
}

#[test]
fn bad_needs_costs_and_standards_are_told_by_field() {
    run(async {
        let app = small().await;
        let cost = |low: &str, central: &str| {
            json!({ "offer": "mhtr", "unit": "PERSON", "low": low, "central": central, "high": "30.00",
                    "newEvidence": evidence() })
        };
        let line = |position: i32, offer: &str| json!({ "position": position, "offer": offer });
        let cases = [
            (
                "saveNeed",
                need(json!({ "area": null })),
                "area",
                "REQUIRED",
            ),
            (
                "saveNeed",
                need(json!({ "area": "Nowhere" })),
                "area",
                "NOT_FOUND",
            ),
            (
                "saveNeed",
                need(json!({ "offer": "nothing" })),
                "offer",
                "NOT_FOUND",
            ),
            (
                "saveNeed",
                need(json!({ "cohort": "nobody" })),
                "cohort",
                "NOT_FOUND",
            ),
            (
                "saveNeed",
                need(json!({ "peopleLow": 62 })),
                "peopleLow",
                "MISMATCH",
            ),
            (
                "saveNeed",
                need(json!({ "peopleHigh": 60 })),
                "people",
                "MISMATCH",
            ),
            (
                "saveNeed",
                need(json!({ "people": -1 })),
                "people",
                "OUT_OF_RANGE",
            ),
            (
                "saveNeed",
                need(json!({ "period": "sometimes" })),
                "period",
                "BAD_VALUE",
            ),
            (
                "saveNeed",
                need(json!({ "method": null })),
                "method",
                "REQUIRED",
            ),
            ("saveUnitCost", cost("20.01", "20.00"), "low", "MISMATCH"),
            (
                "saveUnitCost",
                cost("10.00", "40.00"),
                "central",
                "MISMATCH",
            ),
            ("saveUnitCost", cost("€10.00", "20.00"), "low", "BAD_VALUE"),
            ("saveStandard", standard(json!([])), "lines", "REQUIRED"),
            (
                "saveStandard",
                standard(json!([line(1, "nothing")])),
                "lines.0.offer",
                "NOT_FOUND",
            ),
            (
                "saveStandard",
                standard(json!([line(1, "mhtr"), line(1, "liaison")])),
                "lines.1.position",
                "DUPLICATE",
            ),
            (
                "saveStandard",
                standard(json!([line(1, "mhtr"), line(2, "mhtr")])),
                "lines.1.offer",
                "DUPLICATE",
            ),
            (
                "saveStandard",
                standard(json!([{ "position": 1, "offer": "mhtr", "perThousand": "-1" }])),
                "lines.0.perThousand",
                "BAD_VALUE",
            ),
        ];
        let before = app.atlas().revision;
        for (mutation, input, field, code) in cases {
            let payload = send(&app, mutation, input.clone()).await;
            let found: Vec<(&Value, &Value)> = list(&payload["problems"])
                .iter()
                .map(|problem| (&problem["field"], &problem["code"]))
                .collect();
            assert_eq!(
                found,
                [(&json!(field), &json!(code))],
                "{mutation} {input:#}: {payload:#}"
            );
        }
        assert_eq!(app.atlas().revision, before, "nothing was written");
    });
}

#[test]
fn bad_questions_about_a_minimum_offer_are_told_what_would_be_right() {
    run(async {
        let app = small().await;
        let first_error = async |query: &str| ask(&app, query).await.errors().join("\n");
        let question = r#"{ minimumOffer(areas: {kind: ICB}) { asOf } }"#;
        let none = first_error(question).await;
        assert!(
            none.contains("standard: no minimum offer is on record"),
            "{none}"
        );
        let line = |offer: &str| json!([{ "position": 1, "offer": offer }]);
        written(&app, "saveStandard", standard(line("mhtr"))).await;
        assert_eq!(ask(&app, question).await.errors(), Vec::<String>::new());
        written(&app, "saveStandard", standard(line("liaison"))).await;
        let which = first_error(question).await;
        assert!(
            which.contains("standard: 2 minimum offers are on record: give the id"),
            "{which}"
        );
        let of_another_type =
            first_error(r#"{ minimumOffer(standard: "area_ZDE", areas: {kind: ICB}) { asOf } }"#)
                .await;
        assert!(of_another_type.contains("standard"), "{of_another_type}");
        let unknown = first_error(
            r#"{ minimumOffer(standard: "standard_bm9uZQ", areas: {kind: ICB}) { asOf } }"#,
        )
        .await;
        assert!(
            unknown.contains("standard: no minimum offer has this id"),
            "{unknown}"
        );
        let nowhere = first_error(r#"{ minimumOffer(areas: {}) { asOf } }"#).await;
        assert!(!nowhere.is_empty());
    });
}
