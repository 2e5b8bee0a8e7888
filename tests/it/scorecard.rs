//! The report's recommendations as indicators, each held against another question to the register.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tests::{each_engine, reading};

const VALUES: &str = "values { area { code } outcome numerator denominator unknown fractionAtLeast fractionAtMost money reason sentence
    states { state count } communities { community { code } state censusPeople claims { kind } } records { id } services { id } rowIds }";

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).expect("a list")
}

/// The indicators with these codes in every area of a kind.
fn indicators(kind: &str, codes: &[&str]) -> Value {
    let query = format!(
        r#"{{ scorecard(areas: {{kind: {kind}}}, indicators: {}, asOf: "2026-11-22") {{ indicators {{ code unit formula missing request {VALUES} }} }} }}"#,
        json!(codes)
    );
    reading().ask(&query).at("/scorecard/indicators")
}

/// One indicator's values.
fn values(kind: &str, code: &str) -> Vec<Value> {
    list(&indicators(kind, &[code])[0]["values"]).to_vec()
}

#[test]
fn the_scorecard_of_england_and_wales() {
    for app in each_engine() {
        let query = r#"{ scorecard(areas: {codes: ["E92000001", "W92000004"]}, asOf: "2026-11-22") { indicators { code unit
            recommendation { number } values { area { code } outcome numerator denominator unknown reason states { state count } } } } }"#;
        let card = app.ask(query).at("/scorecard/indicators");
        insta::assert_json_snapshot!("scorecard_of_england_and_wales", card);
    }
}

#[test]
fn every_recommendation_has_an_indicator_that_says_its_formula_what_is_missing_and_whom_to_ask() {
    let reply = reading().ask(
        r#"{ scorecard(areas: {codes: ["E92000001"]}, asOf: "2026-11-22") { indicators { code name formula missing request unit offers { code }
            recommendation { number section asks } values { outcome reason sentence numerator } } } }"#,
    );
    let card = reply.at("/scorecard/indicators");
    let mut numbers: Vec<&str> = Vec::new();
    for indicator in list(&card) {
        let number = indicator["recommendation"]["number"]
            .as_str()
            .expect("a number");
        numbers.push(number);
        for text in ["name", "formula", "missing", "request"] {
            let text = indicator[text].as_str().expect("a text");
            assert!(text.len() > 10, "{}: {text}", indicator["code"]);
        }
        assert!(
            !indicator["recommendation"]["section"]
                .as_str()
                .expect("a section")
                .is_empty()
        );
        let value = &indicator["values"][0];
        let not_recorded = value["outcome"] == "NOT_RECORDED";
        assert_eq!(not_recorded, value["reason"].is_string(), "{indicator:#}");
        assert_eq!(not_recorded, value["sentence"].is_string());
        if indicator["unit"] == "NOT_HELD" {
            assert_eq!(value["reason"], "NOT_HELD");
        }
        if not_recorded {
            assert_eq!(
                value["numerator"],
                Value::Null,
                "no nought for what nobody recorded"
            );
        }
        // Every code is one of the vocabulary.
        let formula = indicator["formula"].as_str().expect("a formula");
        for offer in list(&indicator["offers"]) {
            let code = offer["code"].as_str().expect("a code");
            assert!(!code.contains('_') || !formula.contains(code), "{formula}");
        }
    }
    numbers.dedup();
    assert_eq!(
        numbers.len(),
        30,
        "the bullets of the report, in its order: {numbers:?}"
    );
}

#[test]
fn there_is_no_overall_score() {
    let reply = reading().ask(r#"{ __type(name: "Scorecard") { fields { name } } }"#);
    let fields = reply.at("/__type/fields");
    let names: Vec<&str> = list(&fields)
        .iter()
        .filter_map(|f| f["name"].as_str())
        .collect();
    assert_eq!(names, ["asOf", "areas", "indicators"]);
}

#[test]
fn people_are_those_of_the_coverage_matrix() {
    let codes = [
        "cstr",
        "mhtr",
        "mhtr_primary_care",
        "mhtr_secondary_care",
        "drr",
        "lived_experience_group",
    ];
    for kind in ["ICB", "POLICE_FORCE", "NATION"] {
        let matrix = reading().ask(&format!(
            r#"{{ coverageMatrix(areas: {{kind: {kind}}}, offers: {{codes: {}}}, asOf: "2026-11-22") {{
                cells {{ area {{ code }} offer {{ code }} share {{ people of }} states {{ state share {{ people }} }} }} }} }}"#,
            json!(codes)
        ));
        let matrix = matrix.at("/coverageMatrix/cells");
        let mut counted = 0;
        for indicator in list(&indicators(kind, &codes)) {
            for value in list(&indicator["values"]) {
                let cell = list(&matrix).iter().find(|cell| {
                    cell["area"]["code"] == value["area"]["code"]
                        && cell["offer"]["code"] == indicator["code"]
                });
                let cell = cell.expect("the cell");
                let people: BTreeMap<&str, i64> = list(&cell["states"])
                    .iter()
                    .filter_map(|s| Some((s["state"].as_str()?, s["share"]["people"].as_i64()?)))
                    .collect();
                let of = |state: &str| people.get(state).copied().unwrap_or(0);
                let unknown = of("NOT_RECORDED") + of("CONTESTED") + of("PARTIAL");
                let whole = people.values().sum::<i64>() - of("NOT_APPLICABLE");
                if of("NOT_RECORDED") == whole {
                    assert_ne!(value["outcome"], "COUNTED", "{value:#}");
                    continue;
                }
                counted += 1;
                assert_eq!(value["numerator"], json!(of("COMMISSIONED")), "{value:#}");
                assert_eq!(value["numerator"], cell["share"]["people"]);
                assert_eq!(value["denominator"], json!(whole));
                assert_eq!(value["unknown"], json!(unknown));
                assert!(
                    !list(&value["records"]).is_empty(),
                    "it shows what it counts"
                );
            }
        }
        assert!(counted > 0, "{kind}");
    }
}

#[test]
fn both_tiers_are_at_most_either() {
    let codes = [
        "mhtr_both_tiers",
        "mhtr_primary_care",
        "mhtr_secondary_care",
    ];
    let found = indicators("POLICE_FORCE", &codes);
    let people = |code: &str, at: usize, state: &str| -> i64 {
        let indicator = list(&found)
            .iter()
            .find(|i| i["code"] == code)
            .expect("the indicator");
        let states = list(&indicator["values"][at]["states"]).iter();
        let in_state = states.filter(|row| row["state"] == state);
        in_state
            .map(|row| row["count"].as_i64().expect("people"))
            .sum()
    };
    let mut reached = 0;
    for at in 0..43 {
        let reach = |code: &str| people(code, at, "COMMISSIONED") + people(code, at, "PARTIAL");
        let both = reach("mhtr_both_tiers");
        assert!(both <= reach("mhtr_primary_care").min(reach("mhtr_secondary_care")));
        let lacking = people("mhtr_both_tiers", at, "LAPSED");
        assert_eq!(
            lacking,
            people("mhtr_primary_care", at, "LAPSED"),
            "what one lacks, both lack"
        );
        reached += both;
    }
    assert!(
        reached > 0,
        "the London pilot for women beside the primary care tier"
    );
}

#[test]
fn prisons_are_those_of_the_coverage_of_each_prison() {
    let matrix = reading().ask(
        r#"{ coverageMatrix(areas: {kind: PRISON}, offers: {codes: ["departure_lounge"]}, asOf: "2026-11-22") { cells { state } } }"#,
    );
    let matrix = matrix.at("/coverageMatrix/cells");
    let of = |state: &str| {
        list(&matrix)
            .iter()
            .filter(|cell| cell["state"] == state)
            .count()
    };
    let found = values("POLICE_FORCE", "departure_lounge");
    let sum = |state: &str| -> i64 {
        let states = found.iter().flat_map(|value| list(&value["states"]));
        states
            .filter(|row| row["state"] == state)
            .map(|row| row["count"].as_i64().expect("a count"))
            .sum()
    };
    for state in ["COMMISSIONED", "LAPSED", "NOT_RECORDED"] {
        assert_eq!(
            sum(state),
            i64::try_from(of(state)).expect("a count"),
            "{state}"
        );
    }
    assert!(sum("COMMISSIONED") > 0);
}

#[test]
fn communities_are_those_of_the_provision_claimed() {
    let provision = reading().ask(
        r#"{ culturalProvision(areas: {kind: POLICE_FORCE}, kinds: ["led_by_and_for"], asOf: "2026-11-22") {
            areas { area { code } communities { community { code } censusPeople claims { kind } coverage { state } } } } }"#,
    );
    let provision = provision.at("/culturalProvision/areas");
    let found = values("POLICE_FORCE", "led_by_and_for");
    assert_eq!(found.len(), list(&provision).len());
    let mut live = 0;
    for (value, area) in found.iter().zip(list(&provision)) {
        assert_eq!(value["area"], area["area"]);
        let claimed = list(&area["communities"]);
        assert_eq!(value["outcome"] == "COUNTED", !claimed.is_empty());
        assert_eq!(list(&value["communities"]).len(), claimed.len());
        for (own, other) in list(&value["communities"]).iter().zip(claimed) {
            assert_eq!(own["community"], other["community"]);
            assert_eq!(own["censusPeople"], other["censusPeople"]);
            assert_eq!(own["claims"], other["claims"]);
            assert_eq!(own["state"], other["coverage"]["state"]);
        }
        let is_live = |row: &&Value| {
            let state = &row["coverage"]["state"];
            row["community"] != Value::Null && (*state == "COMMISSIONED" || *state == "PARTIAL")
        };
        let counted = claimed.iter().filter(is_live).count();
        if !claimed.is_empty() {
            assert_eq!(value["numerator"], json!(counted), "{value:#}");
        }
        assert_eq!(value["denominator"], Value::Null, "communities overlap");
        live += counted;
    }
    assert!(live > 0);
}

#[test]
fn a_share_is_told_as_a_range_when_some_of_it_is_unknown() {
    let mut ranges = 0;
    for value in values("POLICE_FORCE", "mhtr_primary_care") {
        let number = |key: &str| {
            value[key]
                .as_str()
                .map(|text| text.parse::<f64>().expect("a decimal"))
        };
        let (Some(least), Some(most)) = (number("fractionAtLeast"), number("fractionAtMost"))
        else {
            continue;
        };
        assert!(least <= most && most <= 1.0, "{value:#}");
        assert_eq!(least < most, value["unknown"] != 0, "{value:#}");
        ranges += usize::from(least < most);
    }
    assert!(ranges > 0);
}

#[test]
fn figures_that_nobody_entered_are_not_recorded() {
    let codes = [
        "mental_health_investment_standard",
        "dual_diagnosis_pools",
        "dual_diagnosis_spend",
        "led_by_and_for_spend",
        "psychologists_per_prison",
        "probation_training",
    ];
    for indicator in list(&indicators("ICB", &codes)) {
        for value in list(&indicator["values"]) {
            assert_eq!(value["outcome"], "NOT_RECORDED", "{indicator:#}");
            assert_eq!(value["numerator"], Value::Null);
            assert_eq!(value["money"], Value::Null);
        }
    }
    let standards = values("ICB", "minimum_offers");
    assert!(
        standards.iter().all(|value| value["numerator"] == 1),
        "the shipped one"
    );
    let ids = list(&standards[0]["rowIds"]);
    let id = ids[0].as_str().expect("an id");
    let node = reading().ask(&format!(r#"{{ node(id: "{id}") {{ __typename }} }}"#));
    assert_eq!(node.at("/node/__typename"), "Standard");
}

#[test]
fn an_order_that_does_not_exist_here_does_not_apply() {
    for value in values("POLICE_FORCE", "enhanced_combination_order") {
        assert_eq!(value["outcome"], "NOT_APPLICABLE");
    }
}

#[test]
fn bad_questions_about_the_scorecard_are_told_what_would_be_right() {
    for (arguments, wanted) in [
        ("areas: {}", "areas: give a kind, codes, or both"),
        ("areas: {kind: PRISON}", "ask for the area around it"),
        (r#"areas: {codes: ["E06000999"]}"#, "areas.codes"),
        (
            r#"areas: {kind: ICB}, indicators: ["mhtr_tertiary"]"#,
            "indicators: 'mhtr_tertiary' is none",
        ),
        (
            r#"areas: {kind: ICB}, recommendations: ["8.1"]"#,
            "recommendations: '8.1' is none",
        ),
        (r#"areas: {kind: ICB}, asOf: "2026-02-30""#, "YYYY-MM-DD"),
    ] {
        let errors = reading()
            .ask(&format!("{{ scorecard({arguments}) {{ asOf }} }}"))
            .errors();
        let first = errors.first().expect("an error");
        assert!(first.contains(wanted), "{arguments}: {first}");
    }
}
