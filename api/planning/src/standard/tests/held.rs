use super::super::{Basis, Tally, Verdict, hold};
use super::{TODAY, held, held_with, line};
use crate::closed::{AreaKind, Nation, Stage, Status};
use crate::coverage::{Rule, State};
use crate::given::{Given, absent, date, day, ended, ix, live, record};
use crate::share::Share;

#[test]
fn every_area_is_held_against_a_line_and_what_nobody_recorded_is_no_failure() {
    let given = Given::two_districts()
        .area(AreaKind::Icb, "lapsed", &["south"])
        .area(AreaKind::Icb, "silent", &["north"])
        .told(live("mhtr", "north"))
        .told(ended("mhtr", "lapsed").to("2025-03-31"));
    let atlas = given.clone().atlas();
    let areas = ["board", "lapsed", "north"].map(|id| ix(&atlas.areas, id));
    let cells = hold(&atlas, &[line(&atlas, "mhtr")], &areas, day(TODAY));
    let verdicts: Vec<_> = cells.iter().map(|cell| cell.verdict).collect();
    assert_eq!(
        verdicts,
        [Verdict::PartlyMet, Verdict::NotMet, Verdict::Met]
    );
    let board = cells.first().unwrap();
    let part = Share {
        part: 100,
        whole: 160,
    };
    assert_eq!(board.answer.share, Some(part));
    assert_eq!(board.answer.explanation.rule, Rule::LiveInPart);
    assert_eq!(
        board.answer.explanation.oldest_evidence,
        Some(date("2025-01-01"))
    );
    let silent = held(&Given::two_districts(), "mhtr", "board");
    assert_eq!(silent.verdict, Verdict::NotRecorded);
}

#[test]
fn each_state_of_coverage_has_one_verdict() {
    let given = Given::two_districts()
        .told(live("mhtr", "north"))
        .told(absent("mhtr", "north"))
        .told(record(Status::Planned, "mhtr", "south"));
    assert_eq!(held(&given, "mhtr", "north").verdict, Verdict::Contested);
    assert_eq!(held(&given, "mhtr", "south").verdict, Verdict::Planned);
    let absent = Given::two_districts().told(absent("mhtr", "board"));
    assert_eq!(held(&absent, "mhtr", "north").verdict, Verdict::NotMet);
    let welsh = Given::two_districts()
        .in_wales("south")
        .edit_offer("mhtr", |o| o.nations = vec![Nation::England]);
    assert_eq!(
        held(&welsh, "mhtr", "south").verdict,
        Verdict::NotApplicable
    );
}

#[test]
fn a_line_of_one_stage_is_met_by_records_of_that_stage() {
    let given = Given::two_districts()
        .edit_offer("mhtr", |o| o.stages = vec![Stage::Court, Stage::Custody])
        .told(live("mhtr", "board").stages(&[Stage::Custody]));
    let at = |stage| held_with(&given, "mhtr", "board", |line| line.stage = Some(stage)).verdict;
    assert_eq!(at(Stage::Custody), Verdict::Met);
    assert_eq!(at(Stage::Court), Verdict::NotRecorded);
}

fn lounges() -> Given {
    Given::two_districts()
        .offer("lounge")
        .edit_offer("lounge", |o| o.geography = vec![AreaKind::Prison])
        .place(AreaKind::Prison, "gaol", "north")
        .place(AreaKind::Prison, "jail", "north")
        .place(AreaKind::Court, "court", "north")
}

#[test]
fn an_offer_of_prisons_is_held_prison_by_prison() {
    let given = lounges().told(live("lounge", "gaol"));
    let board = held(&given, "lounge", "board");
    assert_eq!(
        (board.verdict, board.basis),
        (Verdict::PartlyMet, Basis::Places)
    );
    let places: Vec<_> = board.places.iter().map(|place| place.verdict).collect();
    assert_eq!(places, [Verdict::Met, Verdict::NotRecorded]);
    let both = given.told(absent("lounge", "jail"));
    let tally = Tally::of(&[held(&both, "lounge", "board")]);
    let places: Vec<_> = tally.places.into_iter().collect();
    assert_eq!(places, [(Verdict::Met, 1), (Verdict::NotMet, 1)]);
    assert_eq!(tally.known.places, Share { part: 2, whole: 2 });
    assert_eq!(
        tally.known.people,
        Share::default(),
        "people are not counted"
    );
}

#[test]
fn where_no_prison_is_the_line_does_not_apply() {
    let south = held(&lounges(), "lounge", "south");
    assert_eq!(
        (south.verdict, south.basis),
        (Verdict::NotApplicable, Basis::NoPlace)
    );
    let closed = lounges()
        .lasting("gaol", None, Some("2020"))
        .lasting("jail", None, Some("2020"));
    assert_eq!(held(&closed, "lounge", "board").basis, Basis::NoPlace);
    let court = held(&lounges(), "lounge", "court");
    assert_eq!(court.basis, Basis::NoPlace);
}

#[test]
fn a_record_of_the_area_does_not_say_which_of_its_prisons_it_reaches() {
    let given = lounges().told(live("lounge", "board"));
    let board = held(&given, "lounge", "board");
    assert_eq!(
        (board.verdict, board.basis),
        (Verdict::PartlyMet, Basis::AreaRecords)
    );
    assert_eq!(board.answer.state, State::Commissioned);
    let none = lounges().told(absent("lounge", "board"));
    assert_eq!(held(&none, "lounge", "board").verdict, Verdict::NotMet);
    let one = none.told(live("lounge", "gaol"));
    assert_eq!(held(&one, "lounge", "board").basis, Basis::Places);
}

#[test]
fn a_prison_asked_about_is_held_by_its_own_records() {
    let given = lounges().told(live("lounge", "gaol"));
    let gaol = held(&given, "lounge", "gaol");
    assert_eq!((gaol.verdict, gaol.basis), (Verdict::Met, Basis::People));
    assert!(gaol.places.is_empty());
}
