//! Culturally informed and led-by-and-for provision, by community.

use serde_json::{Value, json};
use tests::each_engine;

const QUERY: &str = r#"{ culturalProvision(areas: {kind: POLICE_FORCE}, worksWithJustice: YES, asOf: "2026-11-22") {
    areas { area { name } onRecord sentence communities { community { code } censusPeople censusNote coverage { state share { fraction } }
        claims { kind claimedBy status body { name } area { name kind } } } }
    national { kind claimedBy body { name } area { name } communities { code } } } }"#;

#[test]
fn every_police_area_is_answered_by_community_with_who_claims_it() {
    for app in each_engine() {
        let data = app.ask(QUERY).at("/culturalProvision");
        insta::assert_json_snapshot!("cultural_provision_by_police_force", data);
    }
}

#[test]
fn an_area_without_any_on_record_says_so_without_calling_it_a_gap() {
    let data = tests::reading().ask(QUERY).at("/culturalProvision");
    let areas = data["areas"].as_array().expect("areas");
    assert_eq!(areas.len(), 43);
    let without: Vec<&Value> = areas
        .iter()
        .filter(|a| a["onRecord"] == json!(false))
        .collect();
    assert!(!without.is_empty());
    for area in without {
        assert_eq!(area["communities"], json!([]));
        let sentence = area["sentence"].as_str().expect("a sentence");
        assert!(sentence.contains("not evidence of a gap"), "{sentence}");
    }
    let national = data["national"].as_array().expect("national claims");
    assert!(!national.is_empty());
    for claim in national {
        assert!(claim["claimedBy"].as_str().is_some_and(|by| !by.is_empty()));
    }
}

#[test]
fn a_community_without_a_published_population_says_so() {
    let data = tests::reading().ask(QUERY).at("/culturalProvision");
    let mut seen = (false, false);
    for area in data["areas"].as_array().expect("areas") {
        for entry in area["communities"].as_array().expect("communities") {
            match entry["censusPeople"].as_i64() {
                Some(people) => {
                    assert!(
                        entry["censusNote"]
                            .as_str()
                            .expect("a note")
                            .contains("census of 2021")
                    );
                    seen.0 |= people > 0;
                }
                None => {
                    let note = entry["censusNote"].as_str().expect("a note");
                    assert!(note.starts_with("no "), "{note}");
                    seen.1 = true;
                }
            }
        }
    }
    assert_eq!(seen, (true, true));
}

#[test]
fn a_state_by_community_counts_only_services_claimed_for_it() {
    let state = |community: &str| {
        let query = format!(
            r#"{{ coverage(area: "E23000029", offer: "culturally_informed_service", community: "{community}", asOf: "2026-11-22") {{
                state cohort {{ code }} explanation {{ records {{ record {{ evidence {{ starterRow }} }} }} }} }} }}"#
        );
        tests::reading().ask(&query).at("/coverage")
    };
    // Hibiscus, named in the women's contract of Thames Valley.
    let claimed = state("migrant");
    let other = state("muslim");
    assert_eq!(claimed["state"], "COMMISSIONED", "{claimed:#}");
    assert_eq!(claimed["cohort"]["code"], "community_named");
    assert_eq!(other["state"], "NOT_RECORDED", "{other:#}");
    let unknown = tests::reading().ask(
        r#"{ coverage(area: "E23000029", offer: "culturally_informed_service", community: "moslem") { state } }"#,
    );
    assert!(unknown.errors()[0].starts_with("UNKNOWN_CODE: community:"));
}
