//! The worked example, as a client asks it.

use serde_json::{Value, json};
use tests::reading;

const ALLOCATE: &str = "query($input: AllocateInput!) { allocate(input: $input) {
    problems { field code message }
    clash { isSmallest sentence demands { kind field area { name } sentence } }
    answer {
        status recommendation reasons { code end offer { code } sentence }
        pooled { unmet bound distance amount unspent peopleServed
            places { area { name } offer { code } peopleInNeed peopleServed amount committed units }
            payments { stream area { name } offer { code } amount committed }
            byArea { area { name } unmetShare } broken { demand { sentence } people } }
        siloed { unmet } silosClash { sentence } poolingBuys { weighted people }
        pooledWholeUnits { unmet bound places { units } } siloedWholeUnits { unmet }
        doNothing { unmet broken { demand { sentence } people } } equalShare { unmet }
        binding { stream demand { sentence } weighted measure }
        oneMorePound { stream unspent weighted people area { name } offer { code } }
        lifted { kind stream sentence atMost buys { weighted people } }
        corners { end offer { code } flips clashes unmetByThePlan unmetAtBest moved }
        costsWithoutRange { code } locked { amount of fraction }
    } } }";

/// The example of docs/CALCULATIONS.md: a commissioner who pays in Greater Manchester, and a board that
/// pays in Devon, whose people need link workers, and treatment that counts four times.
fn two_funders() -> Value {
    let need = |area: &str, offer: &str, people: i64, weight: &str| json!({ "area": area, "offer": offer, "people": people, "weight": weight });
    json!({
        "streams": [
            { "id": "pcc", "amount": "6000.00", "silo": { "areas": ["E54000057"] } },
            { "id": "icb", "amount": "4000.00", "silo": { "areas": ["E54000037"] } },
        ],
        "needs": [
            need("E54000057", "link_worker", 60, "1"),
            need("E54000037", "link_worker", 100, "1"),
            need("E54000037", "dual_diagnosis_worker", 20, "4"),
        ],
        "unitCosts": [
            { "offer": "link_worker", "cost": "50.00" },
            { "offer": "dual_diagnosis_worker", "cost": "400.00" },
        ],
    })
}

fn ask(input: Value) -> Value {
    reading()
        .ask_with(ALLOCATE, json!({ "input": input }))
        .at("/allocate")
}

fn at(answer: &Value, pointer: &str) -> String {
    let found = answer.pointer(pointer);
    found.map_or_else(
        || panic!("nothing at {pointer} in {answer:#}"),
        |value| {
            value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned)
        },
    )
}

#[test]
fn the_answer_says_what_pooling_buys_and_where_one_more_pound_ends() {
    let answer = ask(two_funders());
    assert_eq!(at(&answer, "/problems"), "[]");
    assert_eq!(at(&answer, "/answer/status"), "OPTIMAL");
    assert_eq!(at(&answer, "/answer/recommendation"), "POOLED");
    assert_eq!(at(&answer, "/answer/siloed/unmet"), "100.000000000");
    assert_eq!(at(&answer, "/answer/pooled/unmet"), "60.000000000");
    assert_eq!(at(&answer, "/answer/poolingBuys/weighted"), "40.000000000");
    assert_eq!(at(&answer, "/answer/poolingBuys/people"), "25.000");
    assert_eq!(at(&answer, "/answer/doNothing/unmet"), "240.000000000");
    assert_eq!(at(&answer, "/answer/pooled/amount"), "10000.00");
    assert_eq!(at(&answer, "/answer/pooled/unspent"), "0.00");
    let pound = "/answer/oneMorePound/0";
    assert_eq!(at(&answer, &format!("{pound}/stream")), "icb");
    assert_eq!(at(&answer, &format!("{pound}/people")), "0.002500");
    assert_eq!(at(&answer, &format!("{pound}/weighted")), "0.010000000");
    assert_eq!(
        at(&answer, &format!("{pound}/offer/code")),
        "dual_diagnosis_worker"
    );
    // Every penny of each stream is told of.
    let payments = answer
        .pointer("/answer/pooled/payments")
        .and_then(Value::as_array);
    let pence = |payment: &Value| {
        let text = payment["amount"]
            .as_str()
            .unwrap_or_default()
            .replace('.', "");
        text.parse::<i64>().expect("an amount")
    };
    let total: i64 = payments.expect("payments").iter().map(pence).sum();
    assert_eq!(total, 1_000_000);
    let without: Vec<String> = (0..2)
        .map(|n| at(&answer, &format!("/answer/costsWithoutRange/{n}/code")))
        .collect();
    assert_eq!(without, ["dual_diagnosis_worker", "link_worker"]);
}

#[test]
fn whole_units_come_with_the_bound_that_no_plan_is_below() {
    let mut input = two_funders();
    input["units"] = json!([{ "offer": "dual_diagnosis_worker", "people": 3 }]);
    let answer = ask(input);
    assert_eq!(at(&answer, "/answer/recommendation"), "POOLED_WHOLE_UNITS");
    assert_eq!(
        at(&answer, "/answer/pooledWholeUnits/unmet"),
        "64.000000000"
    );
    let bound: f64 = at(&answer, "/answer/pooledWholeUnits/bound")
        .parse()
        .expect("a number");
    assert!(bound <= 64.0 && bound > 63.9, "{bound}");
    assert_eq!(at(&answer, "/answer/pooledWholeUnits/places/0/units"), "2");
}

#[test]
fn demands_that_clash_are_named_in_words() {
    let mut input = two_funders();
    input["limits"] = json!([
        { "sense": "FLOOR", "offer": "dual_diagnosis_worker", "people": 18 },
        { "sense": "FLOOR", "area": "E54000057", "amount": "2900.00" },
        { "sense": "CEILING", "area": "E54000057", "people": 55 },
    ]);
    let answer = ask(input);
    assert_eq!(at(&answer, "/answer"), "null");
    assert_eq!(at(&answer, "/clash/isSmallest"), "true");
    assert_eq!(at(&answer, "/clash/demands/0/field"), "limits.0");
    assert_eq!(at(&answer, "/clash/demands/1/field"), "limits.1");
    let demands = answer.pointer("/clash/demands").and_then(Value::as_array);
    assert_eq!(demands.map(Vec::len), Some(2));
    let sentence = at(&answer, "/clash/sentence");
    assert!(sentence.contains("at least 18 people for"), "{sentence}");
    assert!(sentence.contains("at least £2900.00 for"), "{sentence}");
}

#[test]
fn a_condition_on_a_wider_area_or_a_family_lets_in_what_lies_in_it() {
    let mut input = two_funders();
    // Manchester lies in its board's area, and treatment requirements are a family.
    input["needs"][0]["area"] = json!("E08000003");
    input["streams"] = json!([
        { "id": "board", "amount": "3000.00", "conditions": { "areas": ["E54000057"] } },
    ]);
    let answer = ask(input);
    assert_eq!(at(&answer, "/answer/pooled/unmet"), "180.000000000");
    let mut input = two_funders();
    input["needs"][2]["offer"] = json!("drr");
    input["unitCosts"][1]["offer"] = json!("drr");
    input["streams"] = json!([
        { "id": "board", "amount": "4000.00", "conditions": { "offers": ["cstr"] } },
    ]);
    let answer = ask(input);
    assert_eq!(at(&answer, "/answer/pooled/unmet"), "200.000000000");
}

#[test]
fn where_the_answer_flips_nothing_is_recommended_and_the_reason_is_told() {
    let mut input = two_funders();
    input["unitCosts"][1]["costLow"] = json!("150.00");
    let answer = ask(input);
    assert_eq!(at(&answer, "/answer/recommendation"), "null");
    let reasons = answer
        .pointer("/answer/reasons")
        .and_then(Value::as_array)
        .expect("reasons");
    let low = reasons
        .iter()
        .find(|reason| reason["end"] == "OFFER_LOW")
        .expect("a flip");
    assert_eq!(low["code"], "FLIPS");
    assert_eq!(low["offer"]["code"], "dual_diagnosis_worker");
    let sentence = low["sentence"].as_str().unwrap_or_default();
    assert!(
        sentence.starts_with("Another plan meets more need if "),
        "{sentence}"
    );
}

#[test]
fn the_same_question_in_another_order_has_the_same_answer() {
    let mut input = two_funders();
    input["limits"] = json!([{ "sense": "FLOOR", "offer": "dual_diagnosis_worker", "people": 3 }]);
    let first = ask(input.clone());
    assert_eq!(first, ask(input.clone()));
    let reversed = |list: &mut Value| list.as_array_mut().expect("a list").reverse();
    reversed(&mut input["needs"]);
    reversed(&mut input["streams"]);
    assert_eq!(first, ask(input));
}
