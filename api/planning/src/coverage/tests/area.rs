//! What the parts make of an area.

use crate::closed::{AreaKind, Nation};
use crate::coverage::Flag::{LookedForNoneFound, ShareUnknown};
use crate::coverage::State::{
    Absent, Commissioned, Contested, Lapsed, NotApplicable, NotRecorded, Partial,
};
use crate::coverage::{Rule, Standing};
use crate::given::{Given, absent, ended, flags, live, people};
use crate::share::Share;

const TODAY: &str = "2026-11-22";

#[test]
fn live_over_the_whole_area_is_commissioned() {
    let answer = Given::two_districts()
        .told(live("mhtr", "board"))
        .ask("board", "mhtr", TODAY);
    assert_eq!(answer.state, Commissioned);
    assert_eq!(people(&answer), [(Commissioned, Some(160))]);
    assert_eq!(answer.explanation.rule, Rule::LiveEverywhere);
}

#[test]
fn live_over_part_of_the_area_is_partial_with_its_share() {
    let answer = Given::two_districts()
        .told(live("mhtr", "north"))
        .told(absent("mhtr", "south"))
        .ask("board", "mhtr", TODAY);
    assert_eq!(
        (answer.state, answer.explanation.rule),
        (Partial, Rule::LiveInPart)
    );
    assert_eq!(
        answer.share,
        Some(Share {
            part: 100,
            whole: 160
        })
    );
    assert_eq!(answer.share.unwrap().decimal().as_deref(), Some("0.625000"));
    assert_eq!(
        people(&answer),
        [(Commissioned, Some(100)), (Absent, Some(60))]
    );
    assert_eq!(answer.people_in_gap(), 60);
}

#[test]
fn a_share_of_which_no_record_speaks_is_a_question_and_never_a_gap() {
    let answer = Given::two_districts()
        .told(live("mhtr", "north"))
        .ask("board", "mhtr", TODAY);
    assert_eq!(answer.state, Partial);
    assert_eq!(
        people(&answer),
        [(Commissioned, Some(100)), (NotRecorded, Some(60))]
    );
    assert_eq!(answer.people_in_gap(), 0);
}

#[test]
fn nothing_on_record_is_not_recorded() {
    let answer = Given::two_districts().ask("board", "mhtr", TODAY);
    assert_eq!((answer.state, answer.people_in_gap()), (NotRecorded, 0));
    assert_eq!(people(&answer), [(NotRecorded, Some(160))]);
}

#[test]
fn with_nothing_live_the_word_is_that_of_most_people() {
    let given = Given::two_districts().told(ended("mhtr", "north").to("2025-03-31"));
    let answer = given
        .clone()
        .told(absent("mhtr", "south"))
        .ask("board", "mhtr", TODAY);
    assert_eq!(
        (answer.state, answer.explanation.rule),
        (Lapsed, Rule::StatesDiffer)
    );
    assert_eq!(answer.people_in_gap(), 160);
    let with_question = given.ask("board", "mhtr", TODAY);
    assert_eq!(with_question.state, Lapsed);
    assert_eq!(
        people(&with_question),
        [(Lapsed, Some(100)), (NotRecorded, Some(60))]
    );
}

#[test]
fn between_as_many_people_the_word_is_the_one_that_says_most() {
    let given = Given::nothing()
        .district("a", 50)
        .district("b", 50)
        .area(AreaKind::Icb, "board", &["a", "b"])
        .offer("mhtr")
        .told(absent("mhtr", "b"));
    assert_eq!(given.ask("board", "mhtr", TODAY).state, Absent);
}

#[test]
fn a_contested_part_beside_a_live_one_leaves_the_area_partial_with_both_shares() {
    let answer = Given::two_districts()
        .told(live("mhtr", "board"))
        .told(absent("mhtr", "south"))
        .ask("board", "mhtr", TODAY);
    assert_eq!(answer.state, Partial);
    assert_eq!(
        people(&answer),
        [(Commissioned, Some(100)), (Contested, Some(60))]
    );
}

#[test]
fn a_record_of_an_overlapping_area_speaks_of_the_overlap_only() {
    let given = Given::nothing()
        .district_in_parts("cut", 90, &[("cut-a", 2), ("cut-b", 1)])
        .area(AreaKind::Icb, "east", &["cut-a"])
        .area(AreaKind::Icb, "west", &["cut-b"])
        .offer("mhtr")
        .told(live("mhtr", "east"));
    let answer = given.ask("cut", "mhtr", TODAY);
    assert_eq!(
        people(&answer),
        [(Commissioned, Some(60)), (NotRecorded, Some(30))]
    );
    assert_eq!(given.ask("west", "mhtr", TODAY).state, NotRecorded);
}

#[test]
fn an_offer_that_does_not_exist_in_a_nation_is_not_applicable_there() {
    let given = Given::two_districts()
        .in_wales("south")
        .edit_offer("mhtr", |o| o.nations = vec![Nation::England])
        .told(absent("mhtr", "south"));
    let answer = given.ask("south", "mhtr", TODAY);
    assert_eq!((answer.state, answer.people_in_gap()), (NotApplicable, 0));
    assert_eq!(answer.explanation.rule, Rule::NotInThisNation);
    let across = given.ask("board", "mhtr", TODAY);
    assert_eq!(
        people(&across),
        [(NotRecorded, Some(100)), (NotApplicable, Some(60))]
    );
}

#[test]
fn a_live_record_shows_where_the_offer_exists_even_for_part_of_the_cohort() {
    let given = Given::two_districts()
        .in_wales("south")
        .edit_offer("mhtr", |o| o.nations = vec![Nation::England]);
    let whole = given.clone().told(live("mhtr", "south"));
    assert_eq!(whole.ask("south", "mhtr", TODAY).state, Commissioned);
    let women = given.told(live("mhtr", "south").cohort("women"));
    assert_eq!(women.ask("south", "mhtr", TODAY).state, Partial);
}

#[test]
fn looked_for_none_found_is_told_apart_and_is_no_gap() {
    let given = Given::two_districts().searched("mhtr", "board", "2026-03-01");
    let answer = given.ask("north", "mhtr", TODAY);
    assert_eq!((answer.state, answer.people_in_gap()), (NotRecorded, 0));
    assert_eq!(answer.explanation.rule, Rule::LookedForNoneFound);
    assert_eq!(flags(answer.explanation.flags), [LookedForNoneFound]);
    assert_eq!(answer.explanation.searches.len(), 1);
    let before = given.ask("north", "mhtr", "2026-02-28");
    assert_eq!(before.explanation.rule, Rule::NothingOnRecord);
}

#[test]
fn looked_for_none_found_gives_way_to_any_positive_record() {
    let given = Given::two_districts()
        .searched("mhtr", "north", "2026-03-01")
        .told(live("mhtr", "north"));
    let answer = given.ask("north", "mhtr", TODAY);
    assert_eq!(answer.state, Commissioned);
    assert!(answer.explanation.searches.is_empty());
    assert!(flags(answer.explanation.flags).is_empty());
}

#[test]
fn an_area_that_has_ended_keeps_the_parts_and_the_records_that_it_had() {
    let given = Given::two_districts()
        .lasting("board", None, Some("2026-03-31"))
        .area(AreaKind::Icb, "merged", &["north", "south"])
        .lasting("merged", Some("2026-04-01"), None)
        .told(live("mhtr", "board").from("2025-04-01"));
    assert_eq!(given.ask("merged", "mhtr", TODAY).state, Commissioned);
    let answer = given.ask("board", "mhtr", TODAY);
    assert_eq!(people(&answer), [(Commissioned, Some(160))]);
}

#[test]
fn memberships_that_end_with_their_area_are_those_that_it_had_last() {
    let mut given = Given::two_districts()
        .lasting("board", None, Some("2026-03-31"))
        .told(live("mhtr", "board").from("2025-04-01"));
    for row in &mut given.facts.area_parts {
        if row.area == "board" {
            row.valid_to = Some("2026-03-31".parse().unwrap());
        }
    }
    assert_eq!(given.ask("north", "mhtr", TODAY).state, Commissioned);
    let answer = given.ask("board", "mhtr", TODAY);
    assert_eq!(people(&answer), [(Commissioned, Some(160))]);
}

#[test]
fn a_record_is_told_by_the_strongest_of_what_it_says_of_the_parts() {
    let given = Given::two_districts()
        .area(AreaKind::Pdu, "unit", &["south"])
        .shared("unit", "north")
        .told(live("mhtr", "unit"));
    let answer = given.ask("board", "mhtr", TODAY);
    let used = answer.explanation.records.first().unwrap();
    assert_eq!(used.reading.standing, Standing::Live);
    assert_eq!(
        answer.explanation.oldest_evidence,
        Some("2025-01-01".parse().unwrap())
    );
}

#[test]
fn a_part_that_left_an_area_is_no_longer_spoken_of_by_its_records() {
    let mut given = Given::two_districts()
        .lasting("board", None, Some("2026-03-31"))
        .told(live("mhtr", "board").from("2020-01-01"));
    for row in &mut given.facts.area_parts {
        if row.id == "board:south" {
            row.valid_to = Some("2024-03-31".parse().unwrap());
        }
    }
    assert_eq!(given.ask("south", "mhtr", "2024-03-31").state, Commissioned);
    assert_eq!(given.ask("south", "mhtr", "2024-04-01").state, NotRecorded);
    // Nor does the end of the board bring it back.
    assert_eq!(given.ask("south", "mhtr", TODAY).state, NotRecorded);
    assert_eq!(
        people(&given.ask("board", "mhtr", TODAY)),
        [(Commissioned, Some(100))]
    );
}

/// Two delivery units share South by an unpublished split.
fn shared_district() -> Given {
    Given::two_districts()
        .area(AreaKind::Pdu, "unit-a", &["north"])
        .shared("unit-a", "south")
        .area(AreaKind::Pdu, "unit-b", &[])
        .shared("unit-b", "south")
}

#[test]
fn a_record_of_a_unit_with_an_unpublished_share_is_only_a_lead_for_the_district() {
    let given = shared_district().told(live("mhtr", "unit-a"));
    let answer = given.ask("south", "mhtr", TODAY);
    assert_eq!(answer.state, NotRecorded);
    let used = answer.explanation.records.first().unwrap();
    assert_eq!(used.reading.standing, Standing::Lead);
    assert_eq!(flags(used.reading.flags), [ShareUnknown]);
    let board = given.ask("board", "mhtr", TODAY);
    assert_eq!(
        people(&board),
        [(Commissioned, Some(100)), (NotRecorded, Some(60))]
    );
    let used = board.explanation.records.first().unwrap();
    assert_eq!(used.reading.standing, Standing::Live, "it is live in North");
}

#[test]
fn a_unit_with_an_unpublished_share_is_answered_by_its_own_record_without_a_share() {
    let given = shared_district().told(live("mhtr", "unit-a"));
    let answer = given.ask("unit-a", "mhtr", TODAY);
    assert_eq!((answer.state, answer.share), (Commissioned, None));
    assert_eq!(people(&answer), [(Commissioned, None)]);
    assert_eq!(given.ask("unit-b", "mhtr", TODAY).state, NotRecorded);
}

#[test]
fn an_area_outside_the_register_has_no_share_and_is_not_recorded() {
    let answer = Given::two_districts()
        .area(AreaKind::Nation, "elsewhere", &[])
        .told(live("mhtr", "elsewhere"))
        .ask("elsewhere", "mhtr", TODAY);
    assert_eq!((answer.state, answer.share), (NotRecorded, None));
}

#[test]
fn a_later_count_is_split_over_parts_by_residents_and_sums_to_the_person() {
    let atlas = Given::nothing()
        .district_in_parts("cut", 100, &[("p1", 1), ("p2", 1), ("p3", 1)])
        .area(AreaKind::Icb, "east", &["p1", "p2"])
        .area(AreaKind::Icb, "west", &["p3"])
        .offer("mhtr")
        .atlas();
    let count = |id: &str| {
        let area = atlas.areas.find(id).unwrap();
        atlas.people_of(area, crate::given::day(TODAY))
    };
    assert_eq!(count("east"), Some(67));
    assert_eq!(count("west"), Some(33));
    assert_eq!(count("cut"), Some(100));
}
