//! For whom a record speaks.

use crate::coverage::Flag::PartOfCohort;
use crate::coverage::State::{Absent, Commissioned, Lapsed, NotRecorded, Partial};
use crate::coverage::{Rule, Standing, matrix};
use crate::given::{Given, absent, day, ended, flags, ix, live, people};

const TODAY: &str = "2026-11-22";

#[test]
fn live_for_men_only_is_partial_for_everybody() {
    let given = Given::two_districts().told(live("mhtr", "board").cohort("men"));
    let answer = given.ask("board", "mhtr", TODAY);
    assert_eq!(
        (answer.state, answer.explanation.rule),
        (Partial, Rule::LiveForPartOfCohort)
    );
    assert_eq!(flags(answer.explanation.flags), [PartOfCohort]);
    assert_eq!(people(&answer), [(Partial, Some(160))]);
    assert_eq!(
        given.ask_for("men", "board", "mhtr", TODAY).state,
        Commissioned
    );
}

#[test]
fn a_record_for_men_says_nothing_of_women_and_is_shown_as_a_lead() {
    let given = Given::two_districts().told(live("mhtr", "board").cohort("men"));
    let answer = given.ask_for("women", "board", "mhtr", TODAY);
    assert_eq!(answer.state, NotRecorded);
    let used = answer.explanation.records.first().unwrap();
    assert_eq!(used.reading.standing, Standing::Lead);
    // Nor do its flags colour what is said of women.
    let both = given.told(live("mhtr", "board").cohort("women"));
    let answer = both.ask_for("women", "board", "mhtr", TODAY);
    assert_eq!(answer.state, Commissioned);
    assert!(flags(answer.explanation.flags).is_empty());
}

#[test]
fn one_for_men_and_one_for_women_are_together_for_everybody() {
    let given = Given::two_districts()
        .told(live("mhtr", "board").cohort("men"))
        .told(live("mhtr", "board").cohort("women"));
    assert_eq!(given.ask("board", "mhtr", TODAY).state, Commissioned);
}

#[test]
fn a_record_for_everybody_answers_for_a_narrow_cohort() {
    let given = Given::two_districts().told(live("mhtr", "board"));
    assert_eq!(
        given.ask_for("veterans", "board", "mhtr", TODAY).state,
        Commissioned
    );
    assert_eq!(
        given.ask_for("young_women", "board", "mhtr", TODAY).state,
        Commissioned
    );
}

#[test]
fn a_record_for_a_narrow_cohort_is_never_cover_for_everybody() {
    let given = Given::two_districts().told(live("mhtr", "board").cohort("veterans"));
    assert_eq!(given.ask("board", "mhtr", TODAY).state, Partial);
    assert_eq!(
        given.ask_for("veterans", "board", "mhtr", TODAY).state,
        Commissioned
    );
}

#[test]
fn an_absence_for_a_narrow_cohort_is_no_absence_for_everybody() {
    let given = Given::two_districts().told(absent("mhtr", "board").cohort("veterans"));
    let answer = given.ask("board", "mhtr", TODAY);
    assert_eq!((answer.state, answer.people_in_gap()), (NotRecorded, 0));
    assert_eq!(
        given.ask_for("veterans", "board", "mhtr", TODAY).state,
        Absent
    );
}

#[test]
fn a_gap_of_one_sex_is_no_gap_of_the_other_of_whom_nothing_is_recorded() {
    let given = Given::two_districts().told(absent("mhtr", "board").cohort("women"));
    let answer = given.ask("board", "mhtr", TODAY);
    assert_eq!((answer.state, answer.people_in_gap()), (NotRecorded, 0));
    assert_eq!(given.ask_for("women", "board", "mhtr", TODAY).state, Absent);
    let both = given.told(ended("mhtr", "board").to("2025-03-31").cohort("men"));
    let answer = both.ask("board", "mhtr", TODAY);
    assert_eq!((answer.state, answer.people_in_gap()), (Absent, 160));
}

#[test]
fn an_offer_meant_for_one_sex_is_in_a_gap_when_that_sex_is() {
    let given = Given::two_districts()
        .edit_offer("mhtr", |o| o.cohort = "women".to_owned())
        .told(ended("mhtr", "board").to("2025-03-31").cohort("women"));
    let answer = given.ask("board", "mhtr", TODAY);
    assert_eq!((answer.state, answer.people_in_gap()), (Lapsed, 160));
}

#[test]
fn without_a_cohort_an_offer_is_asked_about_for_the_people_it_is_meant_for() {
    let given = Given::two_districts()
        .edit_offer("mhtr", |offer| offer.cohort = "women".to_owned())
        .told(live("mhtr", "north").cohort("women"));
    let atlas = given.atlas();
    let areas = [ix(&atlas.areas, "north")];
    let offers = [ix(&atlas.offers, "mhtr")];
    let on = day("2026-11-22");
    let state = |cohort| {
        let cells = matrix(&atlas, &areas, &offers, cohort, on);
        cells.first().map(|(_, _, answer)| answer.state)
    };
    assert_eq!(state(None), Some(Commissioned));
    let everybody = ix(&atlas.cohorts, "all");
    assert_eq!(state(Some(everybody)), Some(Partial));
}
