//! Fifty cases by seed, answered through the schema and written down, so that `.ci/highs` can solve
//! them with a model of its own.

use std::fs;
use std::path::Path;

use planning::closed::AreaKind;
use serde_json::{Value, json};
use tests::reading;

/// Cases with an answer.
const CASES: usize = 50;

const ASK: &str = "query($input: AllocateInput!) { allocate(input: $input) {
    problems { field message }
    clash { isSmallest demands { kind field area { codes { code } } cohort { code } } }
    answer { status pooled { unmet bound } siloed { unmet bound }
        pooledWholeUnits { unmet bound broken { demand { field } } }
        siloedWholeUnits { unmet } } } }";

/// Numbers that look random and are the same each time.
struct Seeded(u64);

impl Seeded {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }

    fn one_in(&mut self, many: u64) -> bool {
        self.below(many) == 0
    }

    fn among<T: Clone>(&mut self, items: &[T]) -> T {
        let at = usize::try_from(self.below(items.len() as u64)).expect("a position");
        items[at].clone()
    }

    /// Each of them or not, at least one.
    fn some<T: Clone>(&mut self, items: &[T]) -> Vec<T> {
        let mut found: Vec<T> = items.iter().filter(|_| self.one_in(2)).cloned().collect();
        if found.is_empty() {
            found.push(self.among(items));
        }
        found
    }
}

fn pounds(pence: u64) -> String {
    format!("{}.{:02}", pence / 100, pence % 100)
}

fn share(thousandths: u64) -> String {
    format!("{}.{:03}", thousandths / 1_000, thousandths % 1_000)
}

/// A question: areas, offers, streams, curves, units and demands by seed.
fn question(seed: u64, areas: &[String], offers: &[String]) -> Value {
    let mut seeded = Seeded(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    for _ in 0..8 {
        seeded.below(2);
    }
    let first = usize::try_from(seeded.below(20)).expect("a position");
    let areas = &areas[first..first + 2 + usize::try_from(seeded.below(5)).expect("a count")];
    let first = usize::try_from(seeded.below(6)).expect("a position");
    let offers = &offers[first..first + 2 + usize::try_from(seeded.below(3)).expect("a count")];
    let mut needs = Vec::new();
    let mut total = 0;
    let mut costs = Vec::new();
    for offer in offers {
        let cost = 5_000 + seeded.below(95_000);
        costs.push(json!({ "offer": offer, "cost": pounds(cost) }));
        if seeded.one_in(3) {
            let cost = 5_000 + seeded.below(95_000);
            costs.push(json!({ "offer": offer, "area": areas[0], "cost": pounds(cost) }));
        }
        for area in areas {
            for cohort in [None, Some("women")] {
                if seeded.one_in(if cohort.is_none() { 6 } else { 2 }) {
                    continue;
                }
                let people = seeded.below(150);
                total += people * cost;
                let weight = share(200 + seeded.below(30) * 100);
                needs.push(json!({ "area": area, "offer": offer, "cohort": cohort, "people": people, "weight": weight }));
            }
        }
    }
    let streams = streams(&mut seeded, areas, offers, total);
    let mut input = json!({ "streams": streams, "needs": needs, "unitCosts": costs });
    let curve = |seeded: &mut Seeded, offer: &String| match seeded.below(3) {
        0 => {
            json!({ "offer": offer, "saturating": { "reachable": share(600 + seeded.below(400)), "firstCosts": share(800 + seeded.below(600)) } })
        }
        _ => {
            let first = 300 + seeded.below(300);
            json!({ "offer": offer, "pieces": [
                { "upTo": share(first), "costs": "1" },
                { "upTo": share(first + 200), "costs": share(1_000 + seeded.below(1_000)) },
                { "upTo": share(first + 201 + seeded.below(199)), "costs": share(2_000 + seeded.below(2_000)) },
            ] })
        }
    };
    input["curves"] = offers
        .iter()
        .filter(|_| !seed.is_multiple_of(4))
        .map(|offer| curve(&mut seeded, offer))
        .collect();
    let in_units = if seeded.one_in(2) {
        offers.to_vec()
    } else {
        seeded.some(offers)
    };
    input["units"] = in_units
        .iter()
        .map(|offer| json!({ "offer": offer, "people": 1 + seeded.below(25) }))
        .collect();
    demands(&mut seeded, &mut input, areas, offers);
    input
}

fn streams(seeded: &mut Seeded, areas: &[String], offers: &[String], total: u64) -> Vec<Value> {
    let count = 2 + seeded.below(6);
    // Between a fifth and the whole of what everybody would cost.
    let money = total / 5 + seeded.below(total * 4 / 5 + 1);
    (0..count)
        .map(|at| {
            let mut conditions = json!({});
            if !seeded.one_in(3) {
                conditions["areas"] = json!(seeded.some(areas));
            }
            if seeded.one_in(3) {
                conditions["offers"] = json!(seeded.some(offers));
            }
            if seeded.one_in(6) {
                conditions["cohorts"] = json!(["women"]);
            }
            let mut silo = json!({});
            if seeded.one_in(2) {
                silo["areas"] = json!(seeded.some(areas));
            }
            if seeded.one_in(2) {
                silo["offers"] = json!(seeded.some(offers));
            }
            let amount = money / count + seeded.below(money / count + 1);
            json!({ "id": format!("stream {at}"), "amount": pounds(amount), "conditions": conditions,
                "silo": silo, "pooled": !seeded.one_in(5) })
        })
        .collect()
}

fn demands(seeded: &mut Seeded, input: &mut Value, areas: &[String], offers: &[String]) {
    let needs = input["needs"].as_array().expect("needs").clone();
    let streams = input["streams"].as_array().expect("streams").clone();
    let mut commitments = Vec::new();
    for stream in &streams {
        if !seeded.one_in(3) {
            continue;
        }
        let need = seeded.among(&needs);
        let allows = |list: &str, value: &Value| {
            let allowed = stream["conditions"][list].as_array();
            allowed.is_none_or(|allowed| allowed.contains(value))
        };
        if allows("areas", &need["area"])
            && allows("offers", &need["offer"])
            && allows("cohorts", &need["cohort"])
        {
            let amount: f64 = stream["amount"]
                .as_str()
                .and_then(|a| a.parse().ok())
                .expect("an amount");
            let pence = (amount * 10.0) as u64;
            commitments.push(
                json!({ "stream": stream["id"], "area": need["area"], "offer": need["offer"],
                "cohort": need["cohort"], "amount": pounds(seeded.below(pence.max(1))) }),
            );
        }
    }
    input["commitments"] = json!(commitments);
    let mut limits = Vec::new();
    if seeded.one_in(3) {
        limits.push(
            json!({ "sense": "FLOOR", "area": seeded.among(areas), "people": seeded.below(30) }),
        );
    }
    if seeded.one_in(3) {
        limits.push(json!({ "sense": "FLOOR", "offer": seeded.among(offers), "amount": pounds(seeded.below(300_000)) }));
    }
    if seeded.one_in(2) {
        limits.push(json!({ "sense": "CEILING", "area": seeded.among(areas), "people": 20 + seeded.below(200) }));
    }
    if seeded.one_in(3) {
        limits.push(json!({ "sense": "CEILING", "offer": seeded.among(offers), "amount": pounds(100_000 + seeded.below(5_000_000)) }));
    }
    input["limits"] = json!(limits);
    if seeded.one_in(3) {
        let share = share(20 + seeded.below(100));
        input["minimumOffers"] = json!([{ "offer": seeded.among(offers), "share": share }]);
    }
    match seeded.below(5) {
        0 => {
            input["equity"] =
                json!([{ "between": "AREAS", "mostUnmet": share(750 + seeded.below(240)) }])
        }
        1 => {
            input["equity"] =
                json!([{ "between": "AREAS", "mostGap": share(200 + seeded.below(400)) }])
        }
        2 => {
            input["equity"] =
                json!([{ "between": "COHORTS", "mostUnmet": share(800 + seeded.below(190)) }])
        }
        _ => {}
    }
}

#[test]
fn fifty_cases_are_answered_and_written_for_another_model_to_solve() {
    let app = reading();
    let atlas = app.atlas();
    let day = "2026-11-22".parse().expect("a day");
    let areas: Vec<String> = atlas
        .areas_of_kind(AreaKind::Icb, day)
        .filter_map(|(ix, _)| atlas.codes_of(ix).find(|code| code.code.starts_with("E54")))
        .map(|code| code.code.clone())
        .collect();
    let offers: Vec<String> = atlas
        .offers
        .iter()
        .filter(|(ix, _)| atlas.answering_for(*ix).len() == 1)
        .map(|(_, offer)| offer.id.clone())
        .collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/allocation-cases");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    let (mut answered, mut clashing, mut seed) = (0, 0, 0);
    while answered < CASES {
        seed += 1;
        assert!(
            seed < 200,
            "most cases clash: {answered} are answered and {clashing} are not"
        );
        let input = question(seed, &areas, &offers);
        let reply = app.ask_with(ASK, json!({ "input": input }));
        let outcome = reply.at("/allocate");
        assert_eq!(outcome["problems"], json!([]), "case {seed}: {input:#}");
        if outcome["answer"].is_null() {
            clashing += 1;
        } else {
            assert_eq!(outcome["answer"]["status"], "OPTIMAL", "case {seed}");
            answered += 1;
        }
        let text = serde_json::to_string_pretty(&json!({ "input": input, "outcome": outcome }));
        fs::write(folder.join(format!("{seed:03}.json")), text.expect("JSON")).expect("a file");
    }
}
