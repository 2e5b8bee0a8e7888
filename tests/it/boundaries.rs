//! Succession, codes that changed, and parents that disagree.

use serde_json::json;
use tests::{each_engine, reading};

#[test]
fn nhs_and_justice_parents_disagree_in_four_districts() {
    for app in each_engine() {
        let reply = app.ask(
            r#"{ boundaryConflicts(asOf: "2026-11-22") { district { name code } nhsRegion { name } probationRegion { name } policeForce { name } icb { name } sentence } }"#,
        );
        insta::assert_json_snapshot!("boundary_conflicts", reply.data());
    }
}

#[test]
fn icb_succession_is_readable_both_ways() {
    let reply = reading().ask(
        r#"{ old: area(code: "E54000034") { name validTo successors { kind date area { name code } } }
             new: area(code: "S1Y5D", asOf: "2026-11-22") { name validFrom code predecessors { kind area { name code } } }
             enlarged: area(code: "QRL", asOf: "2026-11-22") { code name predecessors { kind area { code } } }
             before: area(code: "QRL", asOf: "2025-11-22") { code } }"#,
    );
    insta::assert_json_snapshot!(reply.data());
}

#[test]
fn a_code_that_changed_finds_the_same_place() {
    let reply = reading().ask(
        r#"{ old: area(code: "E08000016") { id name } new: area(code: "E08000038") { id name }
             gone: area(code: "E07000026") { name validTo successors { area { name code } } } }"#,
    );
    assert_eq!(reply.at("/old"), reply.at("/new"));
    assert_eq!(reply.at("/gone/name"), json!("Allerdale"));
    assert_eq!(
        reply.at("/gone/successors/0/area/name"),
        json!("Cumberland")
    );
}

#[test]
fn overlaps_sum_to_the_area() {
    let reply = reading().ask(
        r#"{ area(code: "E54000065", kind: ICB) { people overlaps(kind: POLICE_FORCE) { area { name } people shareOfThis { people of fraction } shareOfOther { fraction } } } }"#,
    );
    let people = reply.at("/area/people").as_i64().expect("people");
    let sum: i64 = reply
        .at("/area/overlaps")
        .as_array()
        .expect("overlaps")
        .iter()
        .map(|o| o["people"].as_i64().expect("people"))
        .sum();
    assert_eq!(sum, people);
}

#[test]
fn apportioned_figures_keep_their_total_and_their_unallocated_row() {
    let reply = reading().ask(
        r#"{ apportion(to: ICB, asOf: "2026-11-22", figures: [
              {code: "E23000026", figure: 1000}, {code: "E23000029", figure: 500},
              {code: "W15000001", figure: 77}, {code: "N54SUND", figure: 0}]) {
            total unallocated method figures { figure area { name } } } }"#,
    );
    let sum: i64 = reply
        .at("/apportion/figures")
        .as_array()
        .expect("figures")
        .iter()
        .map(|f| f["figure"].as_i64().expect("a figure"))
        .sum();
    assert_eq!(sum, 1500);
    assert_eq!(reply.at("/apportion/unallocated"), 77);
    assert_eq!(reply.at("/apportion/total"), 1577);
}

#[test]
fn a_prison_whose_district_is_not_known_is_found_in_its_police_force_area() {
    let prison = reading().ask(
        r#"{ area(code: "HOI") { name place { district { name } policeForce { code } } services { totalCount } } }"#,
    );
    assert_eq!(prison.at("/area/place/district"), json!(null));
    assert!(prison.at("/area/services/totalCount").as_i64() > Some(0));
    let force = prison.at("/area/place/policeForce/code");
    let around = reading().ask_with(
        r#"query($code: String!) { area(code: $code) { children(kind: PRISON) { code }
            services(first: 200, filter: {records: {some: {area: {code: ["HOI"]}}}}) { totalCount } } }"#,
        json!({ "code": force }),
    );
    let prisons = around.at("/area/children");
    let prisons = prisons.as_array().expect("prisons");
    assert!(prisons.iter().any(|p| p["code"] == "HOI"), "{prisons:?}");
    assert_eq!(
        around.at("/area/services/totalCount"),
        prison.at("/area/services/totalCount")
    );
}
