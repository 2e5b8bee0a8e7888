//! The README's questions, pasted from it and answered from the real register.

use tests::each_engine;

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
