//! A board's reports for the Mental Health Investment Standard, entered by its user and tested.

use serde_json::{Value, json};
use tests::app::run;
use tests::people::{admin, analyst, commissioner_a, provider};
use throughcare::auth::Viewer;

use super::{ask, made, refused, send, small};

/// A report of the first board: £100,000,000 spent of £1,000,000,000 unless it says otherwise.
fn report(year: i32, change: Value) -> Value {
    let mut input = json!({ "area": "icb:a", "financialYear": year, "allocation": "1000000000.00",
        "visibility": "RESTRICTED", "owner": "body:a",
        "lines": [{ "label": "Own services", "amount": "100000000.00", "insideMhis": "YES", "inAllocation": "YES" }] });
    for (name, value) in change.as_object().expect("fields") {
        input[name] = value.clone();
    }
    input
}

const TESTED: &str = r#"{ mhis(area: "ICBA") { arrival { date } years { report { financialYear }
    growth { verdict why growth target targetWasSet required { least } }
    arrival { restatedBaseline { verdict growth } leftOut { verdict } arrives { least } cameWith { least } inference }
    ledgers { mhis { least most } allocation { most } both neither leastShareOfAllocation
        lines { placing excludedAs ofAnotherBody line { label } } } } } }"#;

#[test]
fn a_boards_reports_are_tested_with_and_without_what_arrives() {
    run(async {
        let app = small().await;
        let change = json!({ "predecessor": "body:a", "successor": "body:b", "date": "2027-04-01",
                             "kind": "transfer", "certainty": "due" });
        let payload = send(&app, &admin(), "saveBodySuccession", change).await;
        assert_eq!(payload["written"], true, "{payload:#}");
        made(&app, "saveMhisYear", report(2026, json!({ "lines": [
            { "label": "Own services", "amount": "103450000.00", "insideMhis": "YES", "inAllocation": "YES" },
            { "label": "Liaison and diversion", "amount": "5000000.00", "insideMhis": "YES", "inAllocation": "NO", "transferred": "YES" },
            { "label": "Dementia", "amount": "7.00", "insideMhis": "NO", "inAllocation": "NO", "exclusion": "dementia" }] }))).await;
        made(&app, "saveMhisYear", report(2027, json!({ "targetGrowth": "0.036", "lines": [
            { "label": "Own services", "amount": "107000000.00", "insideMhis": "YES", "inAllocation": "YES" },
            { "label": "Liaison and diversion", "amount": "5200000.00", "insideMhis": "YES", "inAllocation": "YES", "transferred": "YES" }] }))).await;
        let found = ask(&app, &analyst(), TESTED).await.at("/mhis");
        assert_eq!(found["arrival"]["date"], "2027-04-01");
        let (first, second) = (&found["years"][0], &found["years"][1]);
        assert_eq!(first["growth"]["why"], "NO_YEAR_BEFORE");
        assert_eq!(first["ledgers"]["mhis"]["least"], "103450000.00");
        assert_eq!(first["ledgers"]["neither"], "7.00");
        assert_eq!(first["ledgers"]["leastShareOfAllocation"], "0.103450");
        let placings: Vec<&Value> = first["ledgers"]["lines"]
            .as_array()
            .expect("lines")
            .iter()
            .map(|line| &line["placing"])
            .collect();
        assert!(placings.contains(&&json!("EXCLUDED")), "{placings:?}");
        assert_eq!(second["growth"]["verdict"], "MET");
        assert_eq!(second["growth"]["growth"], "0.084582");
        assert_eq!(second["growth"]["target"], "0.036000");
        assert_eq!(
            second["arrival"]["restatedBaseline"],
            json!({ "verdict": "NOT_MET", "growth": "0.034578" })
        );
        assert_eq!(second["arrival"]["leftOut"]["verdict"], "NOT_MET");
        assert!(
            second["arrival"]["inference"]
                .as_str()
                .is_some_and(|text| text.starts_with("Inference"))
        );
        // Whoever may not see the reports is told of none.
        for viewer in [Viewer::public(), provider()] {
            let hidden = ask(&app, &viewer, TESTED).await.at("/mhis/years");
            assert_eq!(hidden, json!([]), "{viewer:?}");
        }
        let own = ask(&app, &commissioner_a(), TESTED).await.at("/mhis/years");
        assert_eq!(own.as_array().map(Vec::len), Some(2));
    });
}

#[test]
fn a_report_that_contradicts_itself_is_refused_by_field() {
    run(async {
        let app = small().await;
        made(&app, "saveMhisYear", report(2026, json!({}))).await;
        for (year, change, field, code) in [
            (2026, json!({}), "financialYear", "DUPLICATE"),
            (2027, json!({ "area": "d1" }), "area", "MISMATCH"),
            (
                2027,
                json!({ "allocation": "£5" }),
                "allocation",
                "BAD_VALUE",
            ),
            (
                2027,
                json!({ "lines": [{ "label": "x", "amount": "1.00", "insideMhis": "YES", "exclusion": "autism" }] }),
                "lines.0.insideMhis",
                "MISMATCH",
            ),
            (
                2027,
                json!({ "lines": [{ "label": "x", "amount": "100 EUR" }] }),
                "lines.0.amount",
                "BAD_VALUE",
            ),
            (
                2027,
                json!({ "targetGrowth": "3.45%" }),
                "targetGrowth",
                "BAD_VALUE",
            ),
        ] {
            let found = refused(&app, "saveMhisYear", report(year, change.clone())).await;
            assert_eq!(
                (found.0.as_str(), found.1.as_str()),
                (field, code),
                "{change}: {found:?}"
            );
        }
    });
}
