//! What is wrong with a question is told by field, all at once, and nothing is solved.

use serde_json::{Value, json};
use tests::reading;

const ASK: &str = "query($input: AllocateInput!) { allocate(input: $input) {
    problems { field code message } answer { status pooled { unmet bound } reasons { code } } clash { sentence } } }";

fn good() -> Value {
    json!({
        "streams": [{ "id": "icb", "amount": "1000.00" }],
        "needs": [{ "area": "E54000057", "offer": "link_worker", "people": 60 }],
        "unitCosts": [{ "offer": "link_worker", "cost": "50.00" }],
    })
}

/// Field and code of every problem.
fn problems(input: &Value) -> Vec<String> {
    let reply = reading().ask_with(ASK, json!({ "input": input }));
    let outcome = reply.at("/allocate");
    let problems = outcome["problems"].as_array().expect("problems").clone();
    if !problems.is_empty() {
        assert_eq!(outcome["answer"], Value::Null);
    }
    problems
        .iter()
        .map(|problem| {
            let text = |name: &str| problem[name].as_str().unwrap_or_default().to_owned();
            assert!(text("message").len() > 10, "{problem}");
            format!("{} {}", text("field"), text("code"))
        })
        .collect()
}

/// The same with one thing changed.
fn with(pointer: &str, value: Value) -> Vec<String> {
    let mut input = good();
    let (outer, last) = pointer.rsplit_once('/').expect("a pointer");
    let place = input.pointer_mut(outer).expect("a place");
    match last.parse::<usize>() {
        Ok(at) => place[at] = value,
        Err(_) => place[last] = value,
    }
    problems(&input)
}

#[test]
fn each_bad_value_is_told_at_its_field() {
    assert_eq!(problems(&good()), Vec::<String>::new());
    let cases = [
        ("/needs/0/area", Value::Null, "needs.0.area REQUIRED"),
        (
            "/needs/0/area",
            json!("E06000999"),
            "needs.0.area NOT_FOUND",
        ),
        (
            "/needs/0/offer",
            json!("nothing"),
            "needs.0.offer NOT_FOUND",
        ),
        ("/needs/0/cohort", json!("man"), "needs.0.cohort NOT_FOUND"),
        (
            "/needs/0/weight",
            json!("-1"),
            "needs.0.weight OUT_OF_RANGE",
        ),
        ("/needs/0/weight", json!("much"), "needs.0.weight BAD_VALUE"),
        ("/needs/0/people", json!(-5), "needs.0.people OUT_OF_RANGE"),
        (
            "/needs/0/peopleLow",
            json!(70),
            "needs.0.peopleLow MISMATCH",
        ),
        (
            "/streams/0/currency",
            json!("EUR"),
            "streams.0.currency BAD_VALUE",
        ),
        (
            "/streams/0/amount",
            json!("€1000"),
            "streams.0.amount BAD_VALUE",
        ),
        (
            "/streams/0/amount",
            Value::Null,
            "streams.0.amount REQUIRED",
        ),
        ("/streams/0/id", json!(""), "streams.0.id REQUIRED"),
        (
            "/unitCosts/0/cost",
            json!("0.00"),
            "unitCosts.0.cost OUT_OF_RANGE",
        ),
        (
            "/unitCosts/0/costHigh",
            json!("40.00"),
            "unitCosts.0.costHigh MISMATCH",
        ),
        (
            "/unitCosts/0/currency",
            json!("USD"),
            "unitCosts.0.currency BAD_VALUE",
        ),
        (
            "/unitCosts/0/area",
            json!("E54000037"),
            "needs.0.offer REQUIRED",
        ),
        ("/mostSteps", json!(0), "mostSteps OUT_OF_RANGE"),
        (
            "/equity",
            json!([{ "between": "AREAS" }]),
            "equity.0 REQUIRED",
        ),
        (
            "/minimumOffers",
            json!([{ "offer": "link_worker", "share": "1.5" }]),
            "minimumOffers.0.share OUT_OF_RANGE",
        ),
        (
            "/limits",
            json!([{ "sense": "FLOOR" }]),
            "limits.0 MISMATCH",
        ),
        (
            "/commitments",
            json!([{ "stream": "pcc", "area": "E54000057", "offer": "link_worker", "amount": "5.00" }]),
            "commitments.0.stream NOT_FOUND",
        ),
        (
            "/curves",
            json!([{ "offer": "link_worker", "pieces": [{ "upTo": "0.5", "costs": "2" }, { "upTo": "0.9", "costs": "1" }] }]),
            "curves.0.pieces.1.costs MISMATCH",
        ),
        (
            "/units",
            json!([{ "offer": "link_worker", "people": 0 }]),
            "units.0.people OUT_OF_RANGE",
        ),
    ];
    for (pointer, value, expected) in cases {
        let told = with(pointer, value.clone());
        assert_eq!(told, [expected], "{pointer} = {value}");
    }
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let mut input = good();
    input["streams"][0]["currency"] = json!("EUR");
    input["needs"][0]["weight"] = json!("-2");
    input["needs"]
        .as_array_mut()
        .expect("needs")
        .push(json!({ "offer": "link_worker", "people": 3 }));
    assert_eq!(
        problems(&input),
        [
            "needs.0.weight OUT_OF_RANGE",
            "needs.1.area REQUIRED",
            "streams.0.currency BAD_VALUE"
        ]
    );
}

#[test]
fn a_question_that_is_too_large_is_refused() {
    let mut input = good();
    let stream = |n: usize| json!({ "id": n.to_string(), "amount": "1.00" });
    input["streams"] = (0..401).map(stream).collect();
    assert_eq!(problems(&input), ["streams OUT_OF_RANGE"]);
}

#[test]
fn a_solve_that_is_stopped_says_so_and_gives_what_it_has() {
    let mut input = good();
    input["mostSteps"] = json!(1);
    let reply = reading().ask_with(ASK, json!({ "input": input }));
    assert_eq!(reply.at("/allocate/answer/status"), "STOPPED_EARLY");
    assert_eq!(reply.at("/allocate/answer/reasons/0/code"), "STOPPED_EARLY");
    // £1,000 at £50: 20 of 60 are served whatever the solver says, and the bound holds.
    assert_eq!(reply.at("/allocate/answer/pooled/unmet"), "40.000000000");
    let bound = reply.at("/allocate/answer/pooled/bound");
    let bound: f64 = bound
        .as_str()
        .unwrap_or_default()
        .parse()
        .expect("a number");
    assert!(bound <= 40.0);
}
