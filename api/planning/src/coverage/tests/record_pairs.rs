//! Records that speak of the same people.

use crate::closed::{Confidence, Grade, Status};
use crate::coverage::Flag::{
    EndFromSibling, ImpreciseDate, LapsedUnlessExtended, Overtaken, PlannedFollows,
};
use crate::coverage::State::{Absent, Commissioned, Contested, Lapsed};
use crate::coverage::{Rule, Standing};
use crate::given::{Given, absent, date, ended, flags, live, record};

#[test]
fn live_and_absent_of_the_same_time_are_contested_and_both_are_shown() {
    let given = Given::two_districts()
        .told(live("mhtr", "north").told("2025-01-01"))
        .told(absent("mhtr", "north").told("2026-01-01"));
    let answer = given.ask("north", "mhtr", "2026-11-22");
    assert_eq!(answer.state, Contested);
    assert_eq!(answer.explanation.rule, Rule::RecordsDisagree);
    assert_eq!(answer.explanation.records.len(), 2);
    assert_eq!(answer.people_in_gap(), 0, "contested is no gap");
}

#[test]
fn an_absence_gives_way_to_a_service_that_began_after_it_was_stated() {
    let given = Given::two_districts()
        .told(absent("mhtr", "north").told("2024-06-01"))
        .told(live("mhtr", "north").from("2025-04-01"));
    assert_eq!(given.ask("north", "mhtr", "2025-03-31").state, Absent);
    let answer = given.ask("north", "mhtr", "2025-04-01");
    assert_eq!(answer.state, Commissioned);
    let overtaken = answer.explanation.records.first().unwrap();
    assert_eq!(overtaken.reading.standing, Standing::Lead);
    assert_eq!(flags(overtaken.reading.flags), [Overtaken]);
}

#[test]
fn an_absence_stated_after_a_service_began_contests_it_however_early_its_own_start() {
    let given = Given::two_districts()
        .told(
            absent("mhtr", "north")
                .from("2020-01-01")
                .told("2026-01-01"),
        )
        .told(live("mhtr", "north").from("2025-04-01"));
    assert_eq!(given.ask("north", "mhtr", "2026-11-22").state, Contested);
}

#[test]
fn a_start_that_may_lie_later_does_not_contradict_an_absence() {
    let given = Given::two_districts()
        .told(absent("mhtr", "north").told("2025-01-01"))
        .told(live("mhtr", "north").from("2025"));
    assert_eq!(given.ask("north", "mhtr", "2025-06-01").state, Absent);
}

#[test]
fn live_goes_before_lapsed_and_lapsed_before_planned() {
    let given = Given::two_districts()
        .told(live("mhtr", "north").from("2020-01-01").to("2024-12-31"))
        .told(record(Status::Planned, "mhtr", "north").from("2025-06-01"));
    let answer = given.ask("north", "mhtr", "2025-03-01");
    assert_eq!(answer.state, Lapsed);
    assert_eq!(flags(answer.explanation.flags), [PlannedFollows]);
    let followed = given.told(live("mhtr", "north").from("2025-02-01"));
    assert_eq!(
        followed.ask("north", "mhtr", "2025-03-01").state,
        Commissioned
    );
}

#[test]
fn an_end_told_by_one_record_of_a_service_closes_another_that_gives_none() {
    let given = Given::two_districts()
        .told(live("mhtr", "north").of("s").told("2024-01-01"))
        .told(
            live("mhtr", "north")
                .of("s")
                .from("2023-04-01")
                .to("2025-03-31"),
        );
    assert_eq!(given.ask("north", "mhtr", "2025-03-31").state, Commissioned);
    let answer = given.ask("north", "mhtr", "2025-04-01");
    assert_eq!(answer.state, Lapsed);
    assert_eq!(flags(answer.explanation.flags), [EndFromSibling]);
}

#[test]
fn an_open_record_told_after_that_end_stays_live() {
    let given = Given::two_districts()
        .told(live("mhtr", "north").of("s").told("2025-06-01"))
        .told(
            live("mhtr", "north")
                .of("s")
                .from("2023-04-01")
                .to("2025-03-31"),
        );
    assert_eq!(given.ask("north", "mhtr", "2025-07-01").state, Commissioned);
}

#[test]
fn a_base_term_told_by_one_record_closes_another_unless_extended() {
    let given = Given::two_districts()
        .told(live("mhtr", "north").of("s").told("2024-01-01"))
        .told(
            live("mhtr", "north")
                .of("s")
                .base_to("2025-03-31")
                .to("2027-03-31"),
        );
    let answer = given.ask("north", "mhtr", "2025-04-01");
    assert_eq!(answer.state, Lapsed);
    let found = flags(answer.explanation.flags);
    assert_eq!(found, [LapsedUnlessExtended, EndFromSibling]);
}

#[test]
fn an_end_in_one_district_is_no_end_in_the_whole_board() {
    let given = Given::two_districts()
        .told(live("mhtr", "board").of("s").told("2024-01-01"))
        .told(ended("mhtr", "north").of("s").to("2025-03-31"));
    let answer = given.ask("board", "mhtr", "2025-04-01");
    assert_eq!((answer.state, answer.people_in_gap()), (Commissioned, 0));
}

#[test]
fn an_end_in_the_whole_board_is_an_end_in_its_district() {
    let given = Given::two_districts()
        .told(live("mhtr", "north").of("s").told("2024-01-01"))
        .told(ended("mhtr", "board").of("s").to("2025-03-31"));
    assert_eq!(given.ask("north", "mhtr", "2025-04-01").state, Lapsed);
}

#[test]
fn two_undated_words_about_one_service_contest_each_other() {
    let given = Given::two_districts()
        .told(live("mhtr", "north").of("s").undated())
        .told(ended("mhtr", "north").of("s").undated());
    let answer = given.ask("north", "mhtr", "2026-11-22");
    assert_eq!(answer.state, Contested);
    assert_eq!(
        answer.explanation.records.first().unwrap().reading.standing,
        Standing::Disputed
    );
}

#[test]
fn of_records_for_one_thing_the_best_bears_it_and_the_oldest_date_is_told() {
    let given = Given::two_districts()
        .told(live("mhtr", "north").told("2026-01-01").grade(Grade::Press))
        .told(live("mhtr", "north").told("2025-06-01"))
        .told(live("mhtr", "north").undated().grade(Grade::Other));
    let why = given.ask("north", "mhtr", "2026-11-22").explanation;
    assert_eq!(why.confidence, Some(Confidence::High));
    assert_eq!(why.oldest_evidence, Some(date("2025-06-01")));
    assert!(why.undated_evidence);
}

#[test]
fn of_records_that_disagree_the_weakest_bears_it() {
    let given = Given::two_districts()
        .told(live("mhtr", "north").told("2026-01-01"))
        .told(
            absent("mhtr", "north")
                .told("2026-02-01")
                .grade(Grade::Press),
        );
    let why = given.ask("north", "mhtr", "2026-11-22").explanation;
    assert_eq!(why.confidence, Some(Confidence::Low));
}

#[test]
fn where_no_record_settles_it_there_is_no_confidence() {
    let why = Given::two_districts()
        .ask("north", "mhtr", "2026-11-22")
        .explanation;
    assert_eq!((why.confidence, why.oldest_evidence), (None, None));
    assert_eq!(why.rule, Rule::NothingOnRecord);
}

#[test]
fn only_flags_of_records_that_settle_a_state_are_told_of_it() {
    let given = Given::two_districts()
        .told(live("mhtr", "north").from("2024-01-01"))
        .told(
            live("mhtr", "north")
                .from("2020-01-01")
                .base_to("2021-01-01"),
        );
    assert!(flags(given.ask("north", "mhtr", "2025-06-01").explanation.flags).is_empty());
    let imprecise = given.told(live("mhtr", "north").from("2025"));
    let found = flags(
        imprecise
            .ask("north", "mhtr", "2025-06-01")
            .explanation
            .flags,
    );
    assert_eq!(found, [ImpreciseDate]);
}

#[test]
fn a_word_that_does_not_speak_of_the_day_contradicts_nothing_on_it() {
    let given = Given::two_districts()
        .service("s")
        .told(live("mhtr", "north").undated().of("s"))
        .told(ended("mhtr", "north").from("2017").undated().of("s"));
    assert_eq!(given.ask("north", "mhtr", "2016-12-31").state, Commissioned);
    assert_eq!(given.ask("north", "mhtr", "2017-01-01").state, Contested);
}
