//! What a women's centre in Cleveland can apply for, and who could fund a gap.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use tests::{TestApp, each_engine, reading};

const ASKED: &str = "2026-11-22";

const KINDS: [&str; 12] = [
    "LEGAL_FORM",
    "MIN_TURNOVER",
    "MAX_TURNOVER",
    "AWARD_TO_TURNOVER",
    "AREA",
    "COHORT",
    "CONSORTIUM",
    "LED_BY_AND_FOR",
    "FRAMEWORK",
    "EXISTING_PROVIDER",
    "SPECIALISM",
    "OTHER",
];

const LISTS: [&str; 4] = ["open", "forthcoming", "undated", "closed"];

/// A registered charity with £300,000 that runs a women's centre in Cleveland.
fn centre() -> Value {
    json!({
        "legalForms": ["REGISTERED_CHARITY", "CHARITABLE_COMPANY"],
        "turnover": "300000.00",
        "areas": ["E23000013"],
        "cohorts": ["women"],
        "ledByAndFor": [],
        "offers": ["womens_centre", "womens_diversion"],
        "applyingAs": ["ALONE", "PARTNER"],
        "frameworks": [],
        "services": [],
    })
}

const BOARD: &str = "query($profile: OrganisationProfileInput!, $asOf: Date) {
    openingsFor(profile: $profile, asOf: $asOf) {
        totals { open forthcoming undated closed }
        open { ...entry } forthcoming { ...entry } undated { ...entry } closed { ...entry }
        months { month opened { id } closed { id } }
        withoutMonth
    }
}
fragment entry on OpeningEntry {
    opening { id title kind }
    daysLeft verdict buysWhatItGives valueToTurnoverPermille
    lines { kind verdict silent reason stated condition { statement } evidence { id } }
}";

fn board(app: &TestApp, profile: &Value) -> Value {
    let variables = json!({ "profile": profile, "asOf": ASKED });
    app.ask_with(BOARD, variables).at("/openingsFor")
}

fn entries<'a>(board: &'a Value, list: &str) -> &'a [Value] {
    board[list].as_array().expect("a list")
}

/// Every entry of every list by its opening.
fn all(board: &Value) -> BTreeMap<&str, &Value> {
    let lists = LISTS.iter().flat_map(|list| entries(board, list));
    lists
        .map(|entry| (text(&entry["opening"]["id"]), entry))
        .collect()
}

fn text(value: &Value) -> &str {
    value.as_str().expect("text")
}

fn lines(entry: &Value) -> &[Value] {
    entry["lines"].as_array().expect("lines")
}

#[test]
fn a_womens_centre_in_cleveland_gets_its_list_with_every_line_explained() {
    for app in each_engine() {
        let board = board(app, &centre());
        let atlas = app.atlas();
        for list in LISTS {
            let found = entries(&board, list).len() as u64;
            assert_eq!(board["totals"][list].as_u64(), Some(found), "{list}");
        }
        assert_eq!(all(&board).len(), atlas.openings.len(), "each opening once");
        for entry in all(&board).values() {
            let mut kinds: Vec<&str> = lines(entry).iter().map(|l| text(&l["kind"])).collect();
            kinds.dedup();
            assert_eq!(kinds, KINDS, "{entry}");
            for line in lines(entry) {
                let not_stated = line["verdict"] == "NOT_STATED";
                assert_eq!(line["silent"].is_null(), !not_stated, "{line}");
                assert!(text(&line["reason"]).ends_with('.'), "{line}");
                assert!(line["evidence"]["id"].is_string(), "{line}");
                // Where the notice is silent nobody is let in or turned away.
                if line["stated"] == false {
                    assert_eq!(
                        (&line["verdict"], &line["silent"]),
                        (&json!("NOT_STATED"), &json!("NOTICE"))
                    );
                }
            }
        }
        insta::assert_json_snapshot!("a_womens_centre_in_cleveland", readable(&board));
    }
}

/// What a reader needs of the first of each list.
fn readable(board: &Value) -> Value {
    let told = |entry: &Value| {
        let said = lines(entry)
            .iter()
            .filter(|line| line["stated"] == true)
            .map(|line| {
                let silent = line["silent"]
                    .as_str()
                    .map(|who| format!(" by the {}", who.to_lowercase()));
                let (kind, verdict) = (text(&line["kind"]), text(&line["verdict"]));
                format!(
                    "{kind}: {verdict}{}: {}",
                    silent.unwrap_or_default(),
                    text(&line["reason"])
                )
            });
        let silent: Vec<&str> = lines(entry)
            .iter()
            .filter(|line| line["stated"] == false)
            .map(|line| text(&line["kind"]))
            .collect();
        json!({
            "opening": entry["opening"]["title"],
            "kind": entry["opening"]["kind"],
            "verdict": entry["verdict"],
            "buysWhatItGives": entry["buysWhatItGives"],
            "daysLeft": entry["daysLeft"],
            "valueToTurnoverPermille": entry["valueToTurnoverPermille"],
            "stated": said.collect::<Vec<_>>(),
            "notStatedByTheNotice": silent.join(", "),
        })
    };
    let first = |list, count| {
        entries(board, list)
            .iter()
            .take(count)
            .map(told)
            .collect::<Vec<_>>()
    };
    json!({
        "totals": board["totals"],
        "open": first("open", 5),
        "forthcoming": first("forthcoming", 5),
        "undated": first("undated", 6),
        "closed": first("closed", 4),
    })
}

#[test]
fn changing_one_field_changes_just_the_lines_that_rest_on_it_closed_ones_included() {
    let held = reading()
        .ask(r#"{ openings(filter: {title: {startsWith: "Trailblazer"}}) { nodes { service { id } } } }"#)
        .at("/openings/nodes/0/service/id");
    // Each field, what it says instead, and the lines that must be the ones to change.
    let changes: [(&str, Value, &[&str]); 11] = [
        ("legalForms", json!(["CIC"]), &["LEGAL_FORM"]),
        (
            "turnover",
            json!("20000.00"),
            &["MIN_TURNOVER", "MAX_TURNOVER", "AWARD_TO_TURNOVER"],
        ),
        ("areas", json!(["E12000007"]), &["AREA"]),
        ("cohorts", json!(["men"]), &["COHORT", "SPECIALISM"]),
        ("ledByAndFor", json!(["black"]), &["LED_BY_AND_FOR"]),
        ("offers", json!(["peer_support_advocacy"]), &["SPECIALISM"]),
        ("applyingAs", json!(["LEAD"]), &["CONSORTIUM"]),
        (
            "frameworks",
            json!(["probation_services_dynamic_framework"]),
            &["FRAMEWORK"],
        ),
        ("services", json!([held]), &["EXISTING_PROVIDER"]),
        ("boardPermille", json!(800), &[]),
        ("staffPermille", json!(800), &[]),
    ];
    for app in each_engine() {
        let before = board(app, &centre());
        for (field, value, expected) in &changes {
            let mut profile = centre();
            profile[field] = value.clone();
            let after = board(app, &profile);
            let changed = changed_lines(&before, &after);
            let closed: BTreeSet<&str> = closed_lines(&before, &after);
            let expected: BTreeSet<&str> = expected.iter().copied().collect();
            assert_eq!(changed, expected, "{field}");
            assert_eq!(closed, expected, "{field}: closed ones change too");
        }
    }
}

/// The share of board and staff counts only for who is led by and for somebody.
#[test]
fn a_share_of_the_board_changes_the_line_on_who_leads_and_nothing_else() {
    let mut profile = centre();
    profile["ledByAndFor"] = json!(["ethnic_minority"]);
    let before = board(reading(), &profile);
    for field in ["boardPermille", "staffPermille"] {
        let mut more = profile.clone();
        more[field] = json!(800);
        let after = board(reading(), &more);
        let changed = changed_lines(&before, &after);
        assert_eq!(changed, BTreeSet::from(["LED_BY_AND_FOR"]), "{field}");
    }
}

fn changed_lines<'a>(before: &'a Value, after: &'a Value) -> BTreeSet<&'a str> {
    let (before, after) = (all(before), all(after));
    assert!(before.keys().eq(after.keys()), "a profile hides no opening");
    let pairs = before.iter().map(|(id, entry)| (*entry, after[id]));
    pairs
        .flat_map(|(one, other)| differing(one, other))
        .collect()
}

fn closed_lines<'a>(before: &'a Value, after: &'a Value) -> BTreeSet<&'a str> {
    let after = all(after);
    let closed = entries(before, "closed").iter();
    closed
        .flat_map(|one| differing(one, after[text(&one["opening"]["id"])]))
        .collect()
}

fn differing<'a>(one: &'a Value, other: &Value) -> impl Iterator<Item = &'a str> {
    let pairs = lines(one).iter().zip(lines(other));
    let changed: Vec<&str> = pairs
        .filter(|(a, b)| a != b)
        .map(|(a, _)| text(&a["kind"]))
        .collect();
    changed.into_iter()
}

#[test]
fn a_profile_that_says_nothing_is_neither_let_in_nor_turned_away() {
    let board = board(reading(), &json!({}));
    for entry in all(&board).values() {
        for line in lines(entry) {
            assert_eq!(line["verdict"], "NOT_STATED", "{line}");
        }
    }
}

#[test]
fn earlier_rounds_say_what_to_expect_when() {
    let board = board(reading(), &centre());
    let months: Vec<u64> = board["months"]
        .as_array()
        .expect("months")
        .iter()
        .map(|month| month["month"].as_u64().expect("a month"))
        .collect();
    assert!(months.is_sorted() && months.contains(&9), "{months:?}");
    // On an earlier day the same round was open.
    let then = json!({ "profile": centre(), "asOf": "2025-10-01" });
    let open = reading().ask_with(BOARD, then).at("/openingsFor/open");
    let titles: Vec<&str> = (open.as_array().expect("a list").iter())
        .map(|entry| text(&entry["opening"]["title"]))
        .collect();
    assert!(
        titles.contains(&"HMPPS Rehabilitation Grants Scheme 2026-29"),
        "{titles:?}"
    );
}

#[test]
fn the_second_generation_has_its_lots_and_its_supply_chains() {
    for app in each_engine() {
        let found = app
            .ask(
                r#"{ openings(filter: {title: {eq: "CRS2 Community Support for Men"}}, asOf: "2026-11-22") { nodes {
                    standing startsOn yearlyValue { least most } service { id }
                    lots { title kind areas { name } yearlyValue { most } partOf { title }
                           lots { title kind standing conditions { kind words } } } } } }"#,
            )
            .at("/openings/nodes/0");
        assert_eq!(found["standing"], "CLOSED");
        // £854,446,832 over eight years, to the penny.
        assert_eq!(found["yearlyValue"]["most"], "106805854.00");
        assert!(found["service"]["id"].is_string());
        let lots = found["lots"].as_array().expect("lots");
        assert_eq!(lots.len(), 11);
        for lot in lots {
            assert_eq!(
                lot["yearlyValue"],
                Value::Null,
                "no lot has a value of its own"
            );
            let chain = &lot["lots"][0];
            assert_eq!(
                (&chain["kind"], &chain["standing"]),
                (&json!("SUPPLY_CHAIN"), &json!("UNDATED"))
            );
            assert_eq!(chain["conditions"][0]["words"], "partner");
        }
    }
}

#[test]
fn a_gap_gives_the_funders_that_could_fill_it() {
    let query = r#"{ fundersForGap(area: "E23000013", offer: "womens_diversion", asOf: "2026-11-22") {
        coverage { cohort { code } state }
        total
        funders { opening { title standing } stream { id } funder { name } verdict notStated standing
            lines { kind verdict shareOfGap { people of } } headroom { left } } } }"#;
    for app in each_engine() {
        let found = app.ask(query).at("/fundersForGap");
        assert_eq!(found["coverage"]["cohort"]["code"], "women");
        let funders = found["funders"].as_array().expect("funders");
        assert_eq!(found["total"].as_u64(), Some(funders.len() as u64));
        for funder in funders {
            assert!(text(&funder["funder"]["name"]).len() > 1);
            for line in funder["lines"].as_array().expect("lines") {
                assert_ne!(line["verdict"], "NOT_ELIGIBLE", "{funder}");
            }
        }
        let place = |title: &str| {
            let of = |funder: &Value| funder["opening"]["title"] == title;
            funders.iter().position(of)
        };
        let diversion =
            place("Women's Diversion Fund: North East").expect("the fund of the region");
        assert_eq!(funders[diversion]["verdict"], "ELIGIBLE");
        assert_eq!(funders[diversion]["standing"], "UNDATED");
        let cleveland = &funders[diversion]["lines"][0]["shareOfGap"];
        assert_eq!(
            cleveland["people"], cleveland["of"],
            "it reaches all of Cleveland"
        );
        assert_eq!(
            place("Women's Diversion Fund: London"),
            None,
            "it does not reach Cleveland"
        );
        assert_eq!(
            place("CRS2 Community Support for Men"),
            None,
            "it is for men"
        );
        assert!(
            funders
                .iter()
                .any(|funder| funder["notStated"] == json!(["OFFER"]))
        );
        // What can still be had stands before what is closed.
        let closed: Vec<bool> = funders.iter().map(|f| f["standing"] == "CLOSED").collect();
        assert!(closed.is_sorted());
    }
}

#[test]
fn who_holds_the_work_and_what_it_would_fill() {
    let query = r#"query($profile: OrganisationProfileInput!) {
        openingsFor(profile: $profile, asOf: "2026-11-22", filter: {title: {startsWith: "Women's Diversion Fund: North East"}}) {
            undated { scope { name } wouldFill { area { name } uncovered { people } }
                heldBy { named service { title } providers { name } subcontractors { name } endsOn } } } }"#;
    let mut profile = centre();
    profile["areas"] = json!(["E23000014"]);
    let west_midlands = query.replace("North East", "West Midlands");
    for app in each_engine() {
        let ours = app.ask_with(query, json!({ "profile": centre() }));
        let ours = ours.at("/openingsFor/undated/0");
        assert_eq!(ours["scope"], json!([{ "name": "Cleveland" }]));
        let theirs = app.ask_with(&west_midlands, json!({ "profile": profile }));
        let theirs = theirs.at("/openingsFor/undated/0/heldBy");
        let titles: Vec<&str> = (theirs.as_array().expect("a list").iter())
            .map(|holder| text(&holder["service"]["title"]))
            .collect();
        assert!(
            titles.contains(&"Women's diversion, West Midlands"),
            "{titles:?}"
        );
    }
}

#[test]
fn the_primes_to_ring_before_the_next_generation_are_those_of_the_men_there() {
    let query = r#"{ openingsFor(profile: {areas: ["E23000013"]}, asOf: "2026-11-22", filter: {title: {eq: "CRS2 Community Support for Men: North East"}}) {
        closed { heldBy { service { title } offers { code } providers { name } subcontractors { name } } } } }"#;
    for app in each_engine() {
        let held = app.ask(query).at("/openingsFor/closed/0/heldBy");
        let held = held.as_array().expect("holders");
        let of = |title: &str| {
            held.iter()
                .find(|holder| holder["service"]["title"] == title)
        };
        let wellbeing = of("Personal wellbeing, Cleveland").expect("the prime of Cleveland");
        assert_eq!(
            wellbeing["providers"],
            json!([{ "name": "St Giles Wise Group Partnership" }])
        );
        let under = wellbeing["subcontractors"].as_array().expect("names");
        assert!(under.contains(&json!({ "name": "Nepacs" })), "{under:?}");
        assert!(
            of("Women's services, Cleveland").is_none(),
            "the lot is for men"
        );
    }
}

/// The liaison and diversion of Lancashire ended on 31 March 2026; the lot that is to follow it fills that.
#[test]
fn an_opening_would_fill_the_gaps_that_the_register_has_where_the_two_meet() {
    let query = r#"{
        openingsFor(profile: {areas: ["E23000003"]}, asOf: "2026-11-22", filter: {title: {eq: "L&D and RECONNECT, Lancashire and Cumbria"}}) {
            closed { scope { name } wouldFill { area { name } offer { code } uncovered { people of } } } }
        gaps(areas: {codes: ["E23000003"]}, offers: {codes: ["liaison_diversion", "reconnect"]}, asOf: "2026-11-22") {
            gaps { area { name } offer { code } uncovered { people of } } } }"#;
    for app in each_engine() {
        let reply = app.ask(query);
        let entry = reply.at("/openingsFor/closed/0");
        assert_eq!(
            entry["scope"],
            json!([{ "name": "Lancashire" }]),
            "not Cumbria"
        );
        assert_eq!(entry["wouldFill"], reply.at("/gaps/gaps"));
        assert!(!entry["wouldFill"].as_array().expect("gaps").is_empty());
    }
}

#[test]
fn a_bad_profile_is_told_which_field_and_what_would_be_right() {
    let bad = [
        json!({ "turnover": "-5.00" }),
        json!({ "turnover": "€300,000" }),
        json!({ "turnover": "300000.5" }),
        json!({ "legalForms": [] }),
        json!({ "legalForms": ["LIMITED"] }),
        json!({ "areas": ["Clevland"] }),
        json!({ "areas": ["E54000024"] }),
        json!({ "cohorts": ["woman"] }),
        json!({ "ledByAndFor": ["blak"] }),
        json!({ "boardPermille": 1001 }),
        json!({ "staffPermille": -1 }),
        json!({ "offers": ["womens_centres"] }),
        json!({ "applyingAs": ["TOGETHER"] }),
        json!({ "frameworks": ["dynamic"] }),
        json!({ "services": ["service_!!!"] }),
        json!({ "services": ["body_eA"] }),
    ];
    let query = "query($profile: OrganisationProfileInput!) { openingsFor(profile: $profile, asOf: \"2026-11-22\") { withoutMonth } }";
    let told: Vec<(Value, Vec<String>)> = bad
        .into_iter()
        .map(|profile| {
            let errors = reading()
                .ask_with(query, json!({ "profile": profile }))
                .errors();
            let field = profile
                .as_object()
                .and_then(|p| p.keys().next())
                .expect("a field");
            assert!(
                errors.iter().any(|error| error.contains(field.as_str())),
                "{profile}: {errors:?}"
            );
            (profile, errors)
        })
        .collect();
    let lists = [
        r#"{ openingsFor(profile: {}) { open(first: -1) { daysLeft } } }"#,
        r#"{ fundersForGap(area: "E23000013", offer: "womens") { total } }"#,
        r#"{ fundersForGap(area: "E23009999", offer: "womens_centre") { total } }"#,
        r#"{ openings(filter: {standing: [SHUT]}) { totalCount } }"#,
    ];
    let more: Vec<(&str, Vec<String>)> = lists
        .iter()
        .map(|query| (*query, reading().ask(query).errors()))
        .collect();
    assert!(
        more.iter().all(|(_, errors)| !errors.is_empty()),
        "{more:?}"
    );
    insta::assert_json_snapshot!(json!({ "profiles": told, "questions": more }));
}
