//! Money on the real register: yearly values, pounds for each adult, the cliff and what is on record.

use std::collections::BTreeSet;

use planning::atlas::Atlas;
use planning::closed::{AreaKind, Status};
use planning::money::cliff::{Cliff, Stakes, cliff};
use planning::money::scope::Scope;
use planning::money::yearly::{self, Origin};
use serde_json::{Value, json};
use tests::reading;

/// The day of the examples.
const TODAY: &str = "2026-11-22";

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a day")
}

/// What contracts with a notice's reference say of their year.
fn contracts(reference: &str) -> Vec<Value> {
    let query = format!(
        "{{ contracts(first: 50, asOf: \"{TODAY}\", filter: {{ reference: {{ eq: \"{reference}\" }} }},
            orderBy: [{{ field: VALUE, direction: DESC }}]) {{ nodes {{
            lot status procedure value valueBasis
            yearlyValue {{ vat baseTerm {{ pounds origin agrees months }} fullTerm {{ pounds agrees months }} }}
            perAdult {{ baseTerm fullTerm fullTermPounds adults areas {{ name }} sources {{ title }} }} }} }} }}"
    );
    let nodes = reading().ask(&query).at("/contracts/nodes");
    nodes.as_array().expect("contracts").clone()
}

#[test]
fn every_stated_year_of_the_starter_register_is_what_value_and_months_give() {
    let atlas = reading().atlas();
    let mut compared = 0;
    for (_, row) in atlas.contracts.iter() {
        let found = yearly::of(row);
        for reading in [found.base, found.full].into_iter().flatten() {
            assert_eq!(reading.origin, Origin::Stated, "{}", row.id);
            // A value that is stated for a year has no months to spread it over.
            if let Some(computed) = reading.computed {
                assert_eq!(computed, reading.pence, "{}", row.id);
                compared += 1;
            } else {
                assert_eq!(row.value_pence, Some(reading.pence), "{}", row.id);
            }
        }
    }
    assert!(compared >= 40, "only {compared} were compared");
}

#[test]
fn pounds_for_each_adult_of_the_south_wests_five_integrated_lots() {
    let lots = contracts("ocds-h6vhtk-043770");
    let found: BTreeSet<(&str, &str)> = lots
        .iter()
        .map(|lot| {
            let basis = lot["valueBasis"].as_str().expect("what the value is of");
            assert!(basis.contains("incl. mobilisation; £"), "{basis}");
            let each = &lot["perAdult"];
            assert_eq!(each["baseTerm"], each["fullTerm"]);
            assert_eq!(
                each["sources"][0]["title"],
                "Census 2021 residents by police force area, all ages and 20 and over",
                "{lot:#}"
            );
            let area = each["areas"][0]["name"].as_str().expect("an area");
            (area, each["fullTerm"].as_str().expect("pounds"))
        })
        .collect();
    let expected = [
        ("Avon and Somerset", "2.91"),
        ("Devon & Cornwall", "2.43"),
        ("Dorset", "2.93"),
        ("Gloucestershire", "2.77"),
        ("Wiltshire", "2.90"),
    ];
    assert_eq!(found, BTreeSet::from(expected));
    let avon = &lots[0]["perAdult"];
    assert_eq!(avon["adults"], 1_276_857);
    assert_eq!(avon["fullTermPounds"], "3712428.57");
}

#[test]
fn london_is_the_adults_of_both_its_forces_and_a_court_has_none() {
    assert_eq!(contracts("039912-2024")[0]["perAdult"]["adults"], 6_636_011);
    assert_eq!(contracts("ocds-h6vhtk-02feef")[0]["perAdult"], Value::Null);
}

#[test]
fn the_abandoned_lot_shows_both_readings() {
    let lots = contracts("ocds-h6vhtk-045094");
    let first = lots
        .iter()
        .find(|lot| lot["lot"] == "Lot 1")
        .expect("lot 1");
    assert_eq!(first["status"], "ABANDONED");
    let year = &first["yearlyValue"];
    // £6,179,998 and £3,862,499 a year.
    assert_eq!(year["baseTerm"]["pounds"], "6179998.40");
    assert_eq!(year["fullTerm"]["pounds"], "3862499.00");
    assert_eq!(
        (&year["baseTerm"]["months"], &year["fullTerm"]["months"]),
        (&json!(60), &json!(96))
    );
}

/// Every sum of a cliff.
fn sums(found: &Cliff) -> Vec<Stakes> {
    let mut sums = vec![
        found.before,
        found.after,
        found.ended_undated,
        found.no_end,
        found.whole,
    ];
    sums.extend(found.months.iter().map(|month| month.stakes));
    sums.extend(found.crossings.iter().map(|crossing| crossing.stakes));
    sums
}

/// The nation, every police force area, and the offers of the abandoned lots.
fn scopes(atlas: &Atlas) -> Vec<Scope> {
    let mut scopes = vec![Scope::default()];
    let forces = atlas.areas_of_kind(AreaKind::PoliceForce, day(TODAY));
    scopes.extend(forces.map(|(area, _)| Scope {
        area: Some(area),
        ..Scope::default()
    }));
    let offers = [
        "liaison_diversion",
        "reconnect",
        "enhanced_reconnect",
        "mhtr_primary_care",
    ];
    scopes.extend(offers.map(|offer| Scope {
        offer: atlas.offers.find(offer),
        ..Scope::default()
    }));
    let body = atlas.bodies.find("body:nhs-england");
    scopes.push(Scope {
        body,
        ..Scope::default()
    });
    scopes
}

fn cliff_of(atlas: &Atlas, scope: &Scope) -> Cliff {
    cliff(
        atlas,
        scope,
        day(TODAY),
        day("2025-01-01"),
        day("2034-12-31"),
    )
}

#[test]
fn the_abandoned_procurements_add_nothing_to_any_cliff() {
    let atlas = reading().atlas();
    let mut facts = atlas.facts();
    for row in &mut facts.contracts {
        if row.status == Status::Abandoned {
            row.value_pence = None;
            row.annual_base_pence = None;
            row.annual_full_pence = None;
        }
    }
    facts.coverage.retain(|row| row.status != Status::Abandoned);
    let without = Atlas::build(facts, atlas.revision).expect("the rest stands by itself");
    for (with, less) in scopes(&atlas).iter().zip(scopes(&without)) {
        let whole = cliff_of(&atlas, with);
        assert_eq!(sums(&whole), sums(&cliff_of(&without, &less)), "{with:?}");
    }
}

#[test]
fn the_months_of_every_cliff_sum_to_its_whole() {
    let atlas = reading().atlas();
    for scope in scopes(&atlas) {
        let found = cliff_of(&atlas, &scope);
        let months = found.months.iter().map(|month| month.stakes);
        let slices = [found.before, found.after, found.ended_undated, found.no_end];
        let sum = months
            .chain(slices)
            .fold(Stakes::default(), |sum, next| Stakes {
                within: sum.within.and(next.within),
                beyond: sum.beyond.and(next.beyond),
                ..sum
            });
        assert_eq!(sum.within, found.whole.within, "{scope:?}");
        assert_eq!(sum.beyond, found.whole.beyond, "{scope:?}");
    }
}

#[test]
fn the_two_urgent_awards_ended_on_31_march_2026() {
    let reply = reading().ask(
        r#"{ cliff(scope: { area: "E23000003" }, from: "2026-03-31", to: "2026-03-31", asOf: "2026-11-22") {
            months { month endings { endsOn noticeMonths procedure contract { value } service { state } } }
            bridging { endsOn contract { value } }
            abandoned { contract { lot } } } }"#,
    );
    let month = reply.at("/cliff/months/0");
    assert_eq!(month["month"], "2026-03");
    let urgent: Vec<(&str, &str)> = month["endings"]
        .as_array()
        .expect("endings")
        .iter()
        .filter(|ending| ending["procedure"] == "URGENT_AWARD")
        .map(|ending| {
            assert_eq!(ending["noticeMonths"], Value::Null);
            assert_eq!(ending["service"]["state"], "ENDED");
            let text = |value: &'_ Value| value.as_str().map(str::to_owned);
            assert!(text(&ending["endsOn"]).is_some());
            (
                ending["endsOn"].as_str().expect("an end"),
                ending["contract"]["value"].as_str().expect("a value"),
            )
        })
        .collect();
    assert_eq!(
        BTreeSet::from_iter(urgent),
        BTreeSet::from([("2026-03-31", "4243769.21"), ("2026-03-31", "726072.00")])
    );
    assert_eq!(
        reply.at("/cliff/bridging").as_array().map(Vec::len),
        Some(2)
    );
    let lots = reply.at("/cliff/abandoned");
    let lots = lots.as_array().expect("abandoned");
    assert!(
        lots.iter()
            .any(|ending| ending["contract"]["lot"] == "Lot 1")
    );
}

#[test]
fn a_sub_award_lies_inside_its_whole_and_is_not_added_to_it() {
    let reply = reading().ask(
        r#"{ cliff(scope: { area: "E23000035" }, from: "2032-03-01", to: "2032-03-01", asOf: "2026-11-22") {
            months { endings { inside { value } contract { value } } stakes { within { endings insideOthers baseTerm { pounds onRecord notStated } } } } } }"#,
    );
    let stakes = reply.at("/cliff/months/0/stakes/within");
    assert_eq!(stakes["insideOthers"], 1);
    assert_eq!(
        stakes["baseTerm"],
        json!({ "pounds": "3139857.14", "onRecord": 1, "notStated": 0 })
    );
}

#[test]
fn what_nhs_england_hands_over_on_1_april_2027_is_found_by_who_takes_over() {
    let query = |body: &str| {
        let text = format!(
            r#"{{ cliff(scope: {{ body: "{body}", role: COMMISSIONER }}, asOf: "2026-11-22") {{
                whole {{ within {{ endings }} }}
                crossings {{ change {{ date certainty predecessor {{ name }} }} endings {{ straddles ending {{ service {{ id }} }} }} }} }} }}"#
        );
        reading().ask(&text).at("/cliff")
    };
    let handing = query("NHS England");
    let crossing = &handing["crossings"][0];
    assert_eq!(crossing["change"]["date"], "2027-04-01");
    assert_eq!(crossing["change"]["certainty"], "due");
    let straddling = |answer: &Value| -> BTreeSet<String> {
        let endings = answer["crossings"][0]["endings"]
            .as_array()
            .expect("endings");
        endings
            .iter()
            .filter(|ending| ending["straddles"] == "YES")
            .map(|ending| ending["ending"]["service"]["id"].to_string())
            .collect()
    };
    assert!(straddling(&handing).len() >= 19);
    assert_eq!(
        straddling(&handing),
        straddling(&query("Offices for Pan-ICB Commissioning"))
    );
}

#[test]
fn coverage_that_is_left_and_what_each_renewal_keeps() {
    let reply = reading().ask(
        r#"{ cliff(scope: { area: "E23000020", offer: "liaison_diversion" }, from: "2028-03-01", to: "2028-05-01", asOf: "2026-11-22") {
            months { month endings { noticeMonths extensionTo renewalKeeps { offer { code } people { people of fraction } } } stakes { people } }
            left(areas: { codes: ["E23000020"] }, offers: { codes: ["liaison_diversion"] }) {
                day live { people of } inGap changed { before now { state } liveBefore } } } }"#,
    );
    let people = reply.at("/cliff/months/0/stakes/people");
    let ending = reply.at("/cliff/months/0/endings/0");
    assert_eq!(ending["noticeMonths"], 16);
    assert_eq!(ending["extensionTo"], "2029-03-31");
    assert_eq!(
        ending["renewalKeeps"],
        json!([{ "offer": { "code": "liaison_diversion" },
            "people": { "people": people, "of": people, "fraction": "1.000000" } }])
    );
    let left = reply.at("/cliff/left");
    assert_eq!(left[0]["live"]["people"], people);
    assert_eq!(left[1]["live"]["people"], 0);
    assert_eq!(left[1]["inGap"], people);
    assert_eq!(
        left[1]["changed"],
        json!([{ "before": "COMMISSIONED", "now": { "state": "LAPSED" }, "liveBefore": people }])
    );
}

#[test]
fn without_a_deflator_the_answer_says_that_none_is_entered() {
    let reply = reading().ask(
        r#"{ contracts(first: 1, filter: { value: { isNull: false } }) { nodes {
            yearlyValue(prices: { financialYear: 2025 }) { baseTerm { pounds inPrices } prices { series } notDeflated } } }
            deflators { totalCount } }"#,
    );
    let year = reply.at("/contracts/nodes/0/yearlyValue");
    assert_eq!(year["baseTerm"]["inPrices"], Value::Null);
    assert_eq!(year["prices"], Value::Null);
    let why = year["notDeflated"].as_str().expect("why");
    assert!(why.contains("no deflator series is entered"), "{why}");
    assert_eq!(reply.at("/deflators/totalCount"), 0);
}

#[test]
fn no_board_has_a_report_that_came_with_the_program() {
    let reply = reading().ask(
        r#"{ mhis(area: "QHM") { area { name } arrival { date } exclusions rule years { growth { verdict } } } }"#,
    );
    assert_eq!(reply.at("/mhis/years"), json!([]));
    assert_eq!(reply.at("/mhis/arrival/date"), "2027-04-01");
    assert_eq!(reply.at("/mhis/exclusions/3"), "specialised commissioning");
}

#[test]
fn a_wrong_question_about_money_names_what_is_wrong() {
    let says = |query: &str| reading().ask(query).errors().join("; ");
    for (query, expected) in [
        (
            r#"{ cliff(scope: {}, from: "2027-01-01", to: "2026-01-01") { asOf } }"#,
            "BAD_INPUT: to: 2026-01-01 lies before 2027-01-01",
        ),
        (
            r#"{ cliff(scope: {}, from: "2027-01-01", to: "2057-01-01") { asOf } }"#,
            "BAD_INPUT: to: the span is longer than 120 months",
        ),
        (
            r#"{ cliff(scope: { providerKind: "vcs" }) { asOf } }"#,
            "UNKNOWN_CODE: scope.providerKind: 'vcs'",
        ),
        (
            "{ cliff(scope: { role: PROVIDER }) { asOf } }",
            "BAD_INPUT: scope.role: a role is that of a body",
        ),
        (
            r#"{ cliff(scope: { body: "NHS Englnad" }) { asOf } }"#,
            "did you mean NHS England",
        ),
        (
            r#"{ moneyOnRecord(scope: { area: "E99999999" }, endingBy: "2027-04-01") { asOf } }"#,
            "UNKNOWN_CODE: scope.area",
        ),
        (
            "{ cliff(scope: {}) { left(areas: { kind: DISTRICT }) { day } } }",
            "TOO_MANY_CELLS",
        ),
        (
            r#"{ mhis(area: "E23000020") { rule } }"#,
            "UNKNOWN_CODE: area",
        ),
    ] {
        let found = says(query);
        assert!(found.contains(expected), "{query}: {found}");
    }
}
