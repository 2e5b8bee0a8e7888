//! What the real register says of places that the report and the notices name.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use planning::atlas::Atlas;
use planning::closed::AreaKind;
use planning::coverage::{Answer, State, matrix};
use planning::facts::Offer;
use planning::table::Ix;
use serde_json::{Value, json};
use tests::{each_engine, reading};

fn cell(area: &str, offer: &str, as_of: &str) -> Value {
    let query = r#"query($area: String!, $offer: String!, $asOf: Date!) {
        coverage(area: $area, offer: $offer, asOf: $asOf) {
            state share { people of fraction } states { state share { fraction } }
            explanation { rule flags oldestEvidence confidence
                records { reading { standing flags } people record { status startsOn endsOn evidence { starterTable starterRow date source { url } } service { title } } }
                searches { whatWasSearched searchedOn } } } }"#;
    reading()
        .ask_with(query, json!({"area": area, "offer": offer, "asOf": as_of}))
        .at("/coverage")
}

fn rows(cell: &Value) -> Vec<&str> {
    cell["explanation"]["records"]
        .as_array()
        .expect("records")
        .iter()
        .map(|r| {
            r["record"]["evidence"]["starterRow"]
                .as_str()
                .expect("a row")
        })
        .collect()
}

#[test]
fn one_query_answers_for_42_boards_before_april_2026_and_36_after() {
    for app in each_engine() {
        for (as_of, kind, areas) in [
            ("2025-11-22", "ICB", 42),
            ("2026-11-22", "ICB", 36),
            ("2026-11-22", "POLICE_FORCE", 43),
            ("2026-11-22", "PROBATION_REGION", 12),
        ] {
            let reply = app.ask(&format!(
                r#"{{ coverageMatrix(areas: {{kind: {kind}}}, offers: {{family: "cstr"}}, asOf: "{as_of}") {{
                    areas {{ code }} offers {{ code }} cells {{ state share {{ people of }} states {{ state share {{ people of }} }} explanation {{ rule sentence }} }} }} }}"#
            ));
            let matrix = reply.at("/coverageMatrix");
            let (found, offers) = (len(&matrix["areas"]), len(&matrix["offers"]));
            assert_eq!(found, areas, "{kind} on {as_of}");
            assert_eq!(offers, 7, "the treatment requirements and their families");
            assert_eq!(len(&matrix["cells"]), areas * offers);
            for cell in matrix["cells"].as_array().expect("cells") {
                let whole = &cell["share"]["of"];
                let sum: i64 = cell["states"]
                    .as_array()
                    .expect("states")
                    .iter()
                    .map(|s| s["share"]["people"].as_i64().expect("people"))
                    .sum();
                assert_eq!(json!(sum), *whole, "the shares sum to the area's people");
                assert!(
                    !cell["explanation"]["sentence"]
                        .as_str()
                        .expect("a sentence")
                        .is_empty()
                );
            }
        }
    }
}

fn len(value: &Value) -> usize {
    value.as_array().expect("a list").len()
}

#[test]
fn the_absence_that_the_report_states_is_of_just_the_offer_it_speaks_of() {
    for (area, row) in [("E06000042", "R02"), ("E23000022", "R01")] {
        let absent = cell(area, "release_mental_health_service", "2026-11-22");
        assert_eq!(absent["state"], "ABSENT", "{area}");
        assert_eq!(rows(&absent), [row]);
        for offer in ["liaison_diversion", "mhtr_primary_care"] {
            let live = cell(area, offer, "2026-11-22");
            assert_eq!(live["state"], "COMMISSIONED", "{offer} in {area}: {live:#}");
        }
    }
    assert_eq!(
        cell("E23000022", "reconnect", "2026-11-22")["state"],
        "COMMISSIONED"
    );
    // The lapsed pilot of 2021 is no statement that there is none today.
    assert_ne!(
        cell("E06000042", "reconnect", "2026-11-22")["state"],
        "ABSENT"
    );
}

#[test]
fn avon_and_somerset_shows_its_mhtr_service_with_its_notice() {
    let found = cell("E23000036", "mhtr_primary_care", "2026-11-22");
    assert_eq!(found["state"], "COMMISSIONED");
    let urls: Vec<&Value> = found["explanation"]["records"]
        .as_array()
        .expect("records")
        .iter()
        .map(|r| &r["record"]["evidence"]["source"]["url"])
        .collect();
    assert!(
        urls.iter()
            .any(|url| url.as_str().is_some_and(|u| u.contains("031767-2024"))),
        "{urls:#?}"
    );
    assert!(rows(&found).contains(&"P01") && rows(&found).contains(&"V193"));
}

#[test]
fn lancashire_and_cumbria_show_what_lapsed_and_what_was_abandoned() {
    for area in ["E23000003", "E23000002"] {
        for offer in ["liaison_diversion", "reconnect", "mhtr_primary_care"] {
            let before = cell(area, offer, "2026-03-31");
            assert_eq!(before["state"], "COMMISSIONED", "{offer} in {area} before");
            let after = cell(area, offer, "2026-11-22");
            assert_eq!(after["state"], "LAPSED", "{offer} in {area}: {after:#}");
            let standings: Vec<&str> = after["explanation"]["records"]
                .as_array()
                .expect("records")
                .iter()
                .map(|r| r["reading"]["standing"].as_str().expect("a standing"))
                .collect();
            assert!(standings.contains(&"ABANDONED"), "{offer} in {area}");
            assert!(standings.contains(&"LAPSED"), "{offer} in {area}");
        }
    }
    let lot = reading().ask(
        r#"{ contracts(filter: {reference: {eq: "ocds-h6vhtk-045094"}}, orderBy: [{field: VALUE, direction: DESC}]) {
            nodes { status value annualValueBaseTerm annualValueFullTerm service { state(asOf: null) } } } }"#
            .replace(" service { state(asOf: null) }", "")
            .as_str(),
    );
    let first = lot.at("/contracts/nodes/0");
    assert_eq!(first["status"], "ABANDONED");
    assert_eq!(first["annualValueBaseTerm"], "6179998.40");
    assert_eq!(first["annualValueFullTerm"], "3862499.00");
}

#[test]
fn nothing_recorded_and_searched_in_vain_are_told_apart_and_neither_is_a_gap() {
    let nothing = cell("E23000032", "departure_lounge", "2026-11-22");
    assert_eq!(nothing["state"], "NOT_RECORDED");
    assert_eq!(nothing["explanation"]["rule"], "NOTHING_ON_RECORD");
    let searched = cell("E23000032", "mhtr_primary_care", "2026-11-22");
    assert_eq!(searched["state"], "NOT_RECORDED", "{searched:#}");
    assert_eq!(searched["explanation"]["rule"], "LOOKED_FOR_NONE_FOUND");
    assert!(len(&searched["explanation"]["searches"]) > 0);

    for app in each_engine() {
        let reply = app.ask(
            r#"{ gaps(areas: {kind: POLICE_FORCE}, asOf: "2026-11-22") {
                gaps { area { code } offer { code } uncovered { people of } coverage { states { state share { people } } } }
                completeness { cells cellsNotRecorded recordedFraction } } }"#,
        );
        let gaps = reply.at("/gaps/gaps");
        for gap in gaps.as_array().expect("gaps") {
            let of = |states: &[&str]| -> i64 {
                gap["coverage"]["states"]
                    .as_array()
                    .expect("states")
                    .iter()
                    .filter(|s| states.contains(&s["state"].as_str().expect("a state")))
                    .map(|s| s["share"]["people"].as_i64().expect("people"))
                    .sum()
            };
            let people = gap["uncovered"]["people"].as_i64().expect("people");
            assert_eq!(people, of(&["ABSENT", "LAPSED"]));
            assert!(
                people > 0,
                "an area without anybody uncovered is no gap: {gap:#}"
            );
            assert!(
                !(gap["area"]["code"] == "E23000032" && gap["offer"]["code"] == "departure_lounge"),
                "not recorded is a question"
            );
        }
        assert!(len(&gaps) > 0);
    }
}

/// Every offer in every district, on every day on which one of its records
/// begins, ends or was told: the records that contest each other, with the
/// first and last such day.
#[test]
fn the_contested_pairs_of_the_register_are_these() {
    let atlas = reading().atlas();
    let mut pairs: BTreeMap<String, (NaiveDate, NaiveDate, Vec<String>)> = BTreeMap::new();
    for (offer, row) in atlas.offers.iter() {
        for day in days_of(&atlas, offer) {
            let areas: Vec<_> = atlas
                .areas_of_kind(AreaKind::District, day)
                .map(|(ix, _)| ix)
                .collect();
            for (area, _, answer) in matrix(&atlas, &areas, &[offer], None, day) {
                if answer.people_where(|s| s == State::Contested) == 0 {
                    continue;
                }
                let name = format!("{} in {}", row.id, atlas.areas.get(area).name);
                let records = contesting(&atlas, &answer);
                pairs.entry(name).or_insert((day, day, records)).1 = day;
            }
        }
    }
    insta::assert_json_snapshot!(pairs);
}

fn days_of(atlas: &Atlas, offer: Ix<Offer>) -> BTreeSet<NaiveDate> {
    let answering = atlas.answering_for(offer);
    let own = atlas
        .coverage
        .iter()
        .filter(|(ix, _)| answering.contains(&atlas.coverage_links(*ix).offer));
    own.flat_map(|(ix, row)| {
        let told = atlas.coverage_links(ix).told_on;
        [row.starts_on, row.ends_on, row.base_ends_on, told]
    })
    .flatten()
    .flat_map(|date| [date.first(), date.last()])
    .chain(["2026-11-22".parse().expect("a day")])
    .collect()
}

fn contesting(atlas: &Atlas, answer: &Answer) -> Vec<String> {
    let used = answer.explanation.records.iter();
    used.map(|used| {
        let row = atlas.coverage.get(used.record);
        let links = atlas.coverage_links(used.record);
        let told = links
            .told_on
            .map_or("undated".to_owned(), |d| d.to_string());
        let start = row
            .starts_on
            .map_or("no start".to_owned(), |d| format!("from {d}"));
        format!(
            "{} says {} ({start}; source {told})",
            atlas.evidence.get(links.evidence).starter_row,
            row.status.code(),
        )
    })
    .collect()
}

#[test]
fn contested_shows_both_records_and_their_dates() {
    let found = cell("E08000014", "cstr", "2020-01-01");
    assert_eq!(found["state"], "CONTESTED");
    assert_eq!(found["explanation"]["rule"], "RECORDS_DISAGREE");
    let told: Vec<(&str, &str)> = found["explanation"]["records"]
        .as_array()
        .expect("records")
        .iter()
        .map(|r| {
            (
                r["record"]["evidence"]["starterRow"]
                    .as_str()
                    .expect("a row"),
                r["record"]["status"].as_str().expect("a status"),
            )
        })
        .collect();
    assert_eq!(
        told,
        [("V119", "ENDED"), ("V120", "LIVE"), ("V121", "LIVE")]
    );
}

#[test]
fn personal_wellbeing_never_counts_as_treatment() {
    let reply = reading().ask(
        r#"{ offer(code: "personal_wellbeing") { intensity countsAsTreatment }
             offers(first: 0, filter: {code: {eq: "personal_wellbeing"}, intensity: [TREATMENT, SPECIALIST]}) { totalCount }
             provisionGrid(area: "E06000042", asOf: "2026-11-22") { cells { stage intensity entries { offer { code } } } } }"#,
    );
    assert_eq!(
        reply.at("/offer"),
        json!({"intensity": "LOW", "countsAsTreatment": false})
    );
    assert_eq!(reply.at("/offers/totalCount"), 0);
    for cell in reply.at("/provisionGrid/cells").as_array().expect("cells") {
        let has = cell["entries"]
            .as_array()
            .expect("entries")
            .iter()
            .any(|e| e["offer"]["code"] == "personal_wellbeing");
        assert!(!has || cell["intensity"] == "LOW", "{cell:#}");
    }
}

#[test]
fn a_court_is_answered_by_the_area_around_it_and_has_no_share() {
    let court = reading().ask(
        r#"{ areas(first: 1, filter: {kind: [COURT], name: {contains: "Bristol Magistrates"}}) { nodes { code place { district { name } policeForce { name } placedBy } } } }"#,
    );
    let code = court.at("/areas/nodes/0/code");
    let found = cell(
        code.as_str().expect("a code"),
        "mhtr_primary_care",
        "2026-11-22",
    );
    assert_eq!(found["state"], "COMMISSIONED", "{found:#}");
    assert_eq!(found["share"], Value::Null);
}

#[test]
fn an_offer_of_england_is_not_applicable_in_wales() {
    assert_eq!(
        cell("W15000002", "reconnect", "2026-11-22")["state"],
        "NOT_APPLICABLE"
    );
    assert_eq!(
        cell("W15000002", "mhtr_primary_care", "2026-11-22")["state"],
        "COMMISSIONED"
    );
}

#[test]
fn areas_stand_side_by_side() {
    let reply = reading().ask(
        r#"{ compare(areas: ["E23000036", "E23000003", "E23000029"], offers: {codes: ["liaison_diversion", "mhtr_primary_care", "reconnect"]}, asOf: "2026-11-22") {
            offer { code } differs cells { area { name } state share { fraction } } } }"#,
    );
    insta::assert_json_snapshot!(reply.data());
}

#[test]
fn commissioning_follows_the_reorganisation_that_is_due() {
    let reply = reading().ask(
        r#"{ services(first: 1, asOf: "2027-05-01", filter: {contracts: {some: {reference: {eq: "ocds-h6vhtk-043770"}}}}) {
            nodes { responsibleCommissioners { body { name } successor { name } change { date certainty } } } } }"#,
    );
    let responsible = reply.at("/services/nodes/0/responsibleCommissioners/0");
    assert_eq!(responsible["body"]["name"], "NHS England");
    assert_eq!(responsible["change"]["certainty"], "due");
    assert!(
        responsible["successor"]["name"].is_string(),
        "{responsible:#}"
    );
}

/// What ended somewhere in a nation has not ended everywhere in it.
#[test]
fn no_gap_of_a_police_area_rests_on_a_record_of_a_whole_nation() {
    let reply = reading().ask(
        r#"{ gaps(areas: {kind: POLICE_FORCE}, asOf: "2026-11-22") { gaps { area { name } offer { code } coverage { explanation {
            records { reading { standing } record { area { kind } evidence { starterRow } } } } } } } }"#,
    );
    let gaps = reply.at("/gaps/gaps");
    assert!(len(&gaps) > 0);
    for gap in gaps.as_array().expect("gaps") {
        for used in gap["coverage"]["explanation"]["records"]
            .as_array()
            .expect("records")
        {
            let settles = ["ABSENT", "LAPSED"]
                .map(Value::from)
                .contains(&used["reading"]["standing"]);
            assert!(
                !settles || used["record"]["area"]["kind"] != "NATION",
                "{gap:#}"
            );
        }
    }
}
