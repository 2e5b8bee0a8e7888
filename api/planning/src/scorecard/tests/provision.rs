use super::super::{Measure, Outcome, Why};
use super::{ask, count};
use crate::closed::{AreaKind, Nation, Role, Stage, Status};
use crate::coverage::State;
use crate::facts::Cohort;
use crate::given::{Given, absent, live, record};

const PEOPLE: Measure = Measure::People {
    offer: "mhtr",
    stage: None,
};

#[test]
fn people_are_counted_by_state_and_what_is_unknown_stands_apart() {
    let given = Given::two_districts().told(live("mhtr", "north"));
    let board = ask(&given, PEOPLE, "board");
    assert_eq!(count(&board), (100, Some(160), 60));
    assert_eq!(
        board.by_state,
        [(State::Commissioned, 100), (State::NotRecorded, 60)]
    );
    assert_eq!(board.counted.coverage.len(), 1);
    let told = given.told(absent("mhtr", "south"));
    let board = ask(&told, PEOPLE, "board");
    assert_eq!(count(&board), (100, Some(160), 0));
    assert_eq!(board.counted.coverage.len(), 2);
}

#[test]
fn where_no_record_speaks_there_is_no_nought() {
    let silent = ask(&Given::two_districts(), PEOPLE, "board");
    assert_eq!(silent.outcome, Outcome::NotRecorded(Why::NothingOnRecord));
    let none = Given::two_districts().told(absent("mhtr", "board"));
    assert_eq!(count(&ask(&none, PEOPLE, "board")), (0, Some(160), 0));
}

#[test]
fn an_offer_that_does_not_exist_there_does_not_apply() {
    let nowhere = Given::two_districts().edit_offer("mhtr", |o| o.nations.clear());
    assert_eq!(
        ask(&nowhere, PEOPLE, "board").outcome,
        Outcome::NotApplicable
    );
    let welsh = Given::two_districts()
        .in_wales("south")
        .edit_offer("mhtr", |o| o.nations = vec![Nation::England])
        .told(live("mhtr", "north"));
    assert_eq!(count(&ask(&welsh, PEOPLE, "board")), (100, Some(100), 0));
}

#[test]
fn people_who_are_not_known_are_not_guessed() {
    let given = Given::two_districts()
        .area(AreaKind::Pdu, "unit", &[])
        .shared("unit", "north")
        .told(live("mhtr", "unit"));
    let unit = ask(&given, PEOPLE, "unit");
    assert_eq!(unit.outcome, Outcome::NotRecorded(Why::PeopleNotKnown));
}

#[test]
fn both_tiers_are_counted_where_each_is_live_for_the_same_people() {
    let both = Measure::PeopleWithAll(&["mhtr", "second"]);
    let given = Given::two_districts()
        .offer("second")
        .told(live("mhtr", "board"))
        .told(live("second", "north"));
    let value = ask(&given, both, "board");
    assert_eq!(count(&value), (100, Some(160), 60));
    assert_eq!(
        value.by_state,
        [(State::Commissioned, 100), (State::NotRecorded, 60)]
    );
    let told = given.told(absent("second", "south"));
    let value = ask(&told, both, "board");
    assert_eq!(
        value.by_state,
        [(State::Commissioned, 100), (State::Absent, 60)]
    );
}

const LOUNGES: Measure = Measure::Places {
    offer: "mhtr",
    kind: AreaKind::Prison,
    stage: None,
};

fn prisons() -> Given {
    Given::two_districts()
        .place(AreaKind::Prison, "gaol", "north")
        .place(AreaKind::Prison, "jail", "north")
        .place(AreaKind::Court, "court", "north")
}

#[test]
fn prisons_are_counted_by_their_own_records() {
    let given = prisons().told(live("mhtr", "gaol"));
    assert_eq!(count(&ask(&given, LOUNGES, "board")), (1, Some(2), 1));
    assert_eq!(
        ask(&given, LOUNGES, "south").outcome,
        Outcome::NotApplicable
    );
    let around = prisons().told(live("mhtr", "board"));
    let value = ask(&around, LOUNGES, "board");
    assert_eq!(value.outcome, Outcome::NotRecorded(Why::NotByPlace));
    assert_eq!(value.counted.coverage.len(), 1, "the record is told");
}

#[test]
fn courts_are_covered_by_the_records_around_them_at_the_stage_asked_about() {
    let courts = |stage| Measure::Places {
        offer: "mhtr",
        kind: AreaKind::Court,
        stage: Some(stage),
    };
    let given = prisons().told(live("mhtr", "board").stages(&[Stage::Court]));
    assert_eq!(
        count(&ask(&given, courts(Stage::Court), "board")),
        (1, Some(1), 0)
    );
    let custody = ask(&given, courts(Stage::PoliceCustody), "board");
    assert_eq!(custody.outcome, Outcome::NotRecorded(Why::NothingOnRecord));
}

#[test]
fn a_provider_that_is_not_named_may_be_a_voluntary_one() {
    let mut given = Given::two_districts()
        .told(live("mhtr", "board"))
        .told(live("mhtr", "board"))
        .told(live("mhtr", "board"))
        .told(record(Status::Planned, "mhtr", "board"))
        .body("charity")
        .body("trust")
        .part_in("charity", "s001", Role::Provider)
        .part_in("trust", "s002", Role::Provider)
        .part_in("charity", "s003", Role::Commissioner);
    for (body, kind) in given.facts.bodies.iter_mut().zip(["vcse", "nhs_trust"]) {
        body.kind = kind.to_owned();
    }
    let value = ask(&given, Measure::VoluntaryProviders("mhtr"), "north");
    assert_eq!(count(&value), (1, Some(3), 1));
    assert_eq!(value.counted.services.len(), 3);
}

#[test]
fn a_centre_has_a_practitioner_by_its_own_record_or_by_a_service_inside_it() {
    let mut given = Given::two_districts()
        .offer("practitioner")
        .told(live("mhtr", "north").of("one"))
        .told(live("mhtr", "north").of("two"))
        .told(live("mhtr", "south").of("three"))
        .told(live("practitioner", "north").of("one"))
        .told(live("practitioner", "north").of("inside"));
    let inside = given.facts.services.iter_mut().find(|s| s.id == "inside");
    inside.unwrap().part_of = Some("two".to_owned());
    let measure = Measure::ServicesWith {
        offer: "mhtr",
        also: "practitioner",
    };
    assert_eq!(count(&ask(&given, measure, "board")), (2, Some(3), 1));
    let silent = ask(&given, measure, "south");
    assert_eq!(
        count(&silent),
        (0, Some(1), 1),
        "nobody says that it has none"
    );
}

#[test]
fn communities_are_counted_by_the_services_claimed_and_never_as_a_share() {
    let mut given = Given::two_districts()
        .offer("culturally_informed_service")
        .community("irish", &["white_irish"])
        .community("roma", &["white_roma"])
        .census("north", "white_irish", 7)
        .told(live("culturally_informed_service", "north").cohort("community_named"))
        .claim("north", &["irish"])
        .edit_claim(|claim| claim.service = Some("s001".to_owned()))
        .claim("north", &["roma"]);
    given.facts.cohorts.push(Cohort {
        version: 1,
        id: "community_named".to_owned(),
        name: String::new(),
        sex: "any".to_owned(),
        narrow: true,
    });
    let value = ask(&given, Measure::Communities(&["led_by_and_for"]), "north");
    assert_eq!(count(&value), (1, None, 1));
    let people: Vec<_> = value
        .by_community
        .iter()
        .map(|row| row.census_people)
        .collect();
    assert_eq!(people, [Some(7), None]);
    let none = ask(&given, Measure::Communities(&["faith_based"]), "north");
    assert_eq!(none.outcome, Outcome::NotRecorded(Why::NothingOnRecord));
}
