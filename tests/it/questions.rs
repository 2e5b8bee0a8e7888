//! The README's questions, pasted from it and answered from the real register.

use tests::app::run;
use tests::people::admin;
use tests::{each_engine, reading};

/// The fenced GraphQL blocks of the README, in order.
fn readme_queries() -> Vec<String> {
    let readme = include_str!("../../README.md");
    readme
        .split("```graphql\n")
        .skip(1)
        .filter_map(|rest| rest.split_once("```").map(|(query, _)| query.to_owned()))
        .collect()
}

fn answer_is_as_recorded(number: usize, name: &str) {
    let query = &readme_queries()[number];
    for app in each_engine() {
        insta::assert_json_snapshot!(name, app.ask(query).data());
    }
}

#[test]
fn who_commissions_what_in_milton_keynes_by_stage() {
    answer_is_as_recorded(0, "milton_keynes_by_stage");
}

#[test]
fn every_icb_and_every_treatment_requirement() {
    answer_is_as_recorded(1, "treatment_requirements_by_icb");
}

#[test]
fn what_is_on_record_as_ending_before_april_2030() {
    answer_is_as_recorded(2, "ending_before_april_2030");
}

#[test]
fn how_much_of_the_money_is_on_record() {
    answer_is_as_recorded(3, "money_on_record");
}

/// A number with commas.
fn grouped(number: i64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Pounds and pence with commas.
fn pounds(value: &serde_json::Value) -> String {
    let text = value.as_str().expect("pounds");
    let (pounds, pence) = text.split_once('.').expect("pence");
    format!("£{}.{pence}", grouped(pounds.parse().expect("pounds")))
}

#[test]
fn the_readme_states_the_numbers_that_its_question_about_money_gives() {
    let found = reading().ask(&readme_queries()[3]).at("/moneyOnRecord");
    let number = |pointer: &str| {
        let value = found.pointer(pointer).and_then(serde_json::Value::as_i64);
        grouped(value.unwrap_or_else(|| panic!("no number at {pointer}")))
    };
    let known = |stakes: &str| {
        let reading = |term: &str| {
            let at = format!("{stakes}/within/{term}");
            let sum = found.pointer(&format!("{at}/pounds")).expect("pounds");
            format!("{} of {}", pounds(sum), number(&format!("{at}/onRecord")))
        };
        let people = number(&format!("{stakes}/people"));
        format!(
            "{} | {} | {people} |",
            reading("baseTerm"),
            reading("fullTerm")
        )
    };
    let lines = [
        format!(
            "Of {} live services {} have no end date on record, {} no value, {} neither; {} have both.",
            number("/live/services"),
            number("/live/noEnd"),
            number("/live/noValue"),
            number("/live/neither"),
            number("/live/both"),
        ),
        format!(
            "| live | {} | {}",
            number("/live/services"),
            known("/running")
        ),
        format!(
            "| end by 31 March 2030 | {} | {}",
            number("/endingCount"),
            known("/endingStakes")
        ),
        format!(
            "| run across 1 April 2027, when NHS England hands over | {}, and {} without an end | {}",
            number("/straddling/0/count"),
            number("/straddling/0/endNotOnRecord"),
            known("/straddling/0/stakes")
        ),
    ];
    let readme = include_str!("../../README.md");
    for line in lines {
        assert!(
            readme.contains(&line),
            "If you are here because the starter register changed: the README has to say\n{line}"
        );
    }
}

#[test]
fn the_query_page_offers_the_readme_questions() {
    let offered = [
        include_str!("../../api/src/http/page/questions/01-milton-keynes-by-stage.graphql"),
        include_str!("../../api/src/http/page/questions/02-treatment-requirements.graphql"),
        include_str!("../../api/src/http/page/questions/03-ending-before-april-2030.graphql"),
        include_str!("../../api/src/http/page/questions/09-money-on-record.graphql"),
    ];
    let readme = readme_queries();
    assert_eq!(readme.len(), offered.len());
    for (query, offered) in readme.iter().zip(offered) {
        let (_, body) = offered.split_once('\n').expect("a title and a query");
        assert_eq!(
            body, query,
            "the page's question has drifted from the README"
        );
    }
}

#[test]
fn every_question_of_the_query_page_is_answered() {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../api/src/http/page/questions"
    );
    let mut asked = 0;
    for entry in std::fs::read_dir(folder).expect("the questions").flatten() {
        let path = entry.path();
        if path.extension().is_none_or(|e| e != "graphql") {
            continue;
        }
        let query = std::fs::read_to_string(&path).expect("a query");
        let variables = std::fs::read_to_string(path.with_extension("json"))
            .map(|text| serde_json::from_str(&text).expect("variables"))
            .unwrap_or_default();
        tests::reading().ask_with(&query, variables).data();
        asked += 1;
    }
    assert!(asked >= 3, "only {asked} questions");
}

#[test]
fn the_change_in_the_readme_says_what_it_would_do() {
    let readme = include_str!("../../README.md");
    let change = readme.split("```gql\n").nth(1).expect("a change");
    let change = change.split("```").next().expect("its end");
    let request = async_graphql::Request::new(change);
    let reply = tests::Reply(run(reading().app.execute(request, admin())));
    let said = reply.at("/saveAbsence");
    assert_eq!(said["problems"], serde_json::json!([]), "{said:#}");
    assert_eq!(said["written"], false, "a dry run wrote something");
    assert!(
        said["changes"]
            .as_array()
            .is_some_and(|changes| changes.len() > 5)
    );
}
