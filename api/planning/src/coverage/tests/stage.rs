//! A question about one stage of the justice pathway.

use crate::closed::Stage;
use crate::coverage::Flag::AnotherStage;
use crate::coverage::State::{Absent, Commissioned, NotRecorded};
use crate::coverage::{Answer, Question, Standing, answer};
use crate::given::{Given, absent, day, flags, ix, live};

fn ask(given: &Given, stage: Option<Stage>) -> Answer {
    let atlas = given.clone().atlas();
    answer(
        &atlas,
        &Question {
            area: ix(&atlas.areas, "north"),
            offer: ix(&atlas.offers, "peers"),
            cohort: ix(&atlas.cohorts, "all"),
            day: day("2026-11-22"),
            among: None,
            stage,
        },
    )
}

fn peers() -> Given {
    Given::two_districts()
        .offer("peers")
        .edit_offer("peers", |o| o.stages = vec![Stage::Court, Stage::Custody])
}

#[test]
fn a_record_of_another_stage_is_a_lead() {
    let given = peers().told(live("peers", "north").stages(&[Stage::Custody]));
    assert_eq!(ask(&given, None).state, Commissioned);
    assert_eq!(ask(&given, Some(Stage::Custody)).state, Commissioned);
    let court = ask(&given, Some(Stage::Court));
    assert_eq!(court.state, NotRecorded);
    let told: Vec<_> = court
        .explanation
        .records
        .iter()
        .map(|u| u.reading)
        .collect();
    let said: Vec<_> = told.iter().map(|r| (r.standing, flags(r.flags))).collect();
    assert_eq!(said, [(Standing::Lead, vec![AnotherStage])]);
}

#[test]
fn a_record_that_names_no_stage_speaks_of_those_of_its_offer() {
    let given = peers().told(absent("peers", "north"));
    assert_eq!(ask(&given, Some(Stage::Court)).state, Absent);
    assert_eq!(ask(&given, Some(Stage::Recall)).state, NotRecorded);
}
