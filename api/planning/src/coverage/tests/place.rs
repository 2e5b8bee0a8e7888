//! Prisons and courts: counted, never measured.

use crate::closed::{AreaKind, Nation};
use crate::coverage::Flag::{AreaAroundPlace, LookedForNoneFound};
use crate::coverage::State::{Absent, Commissioned, NotApplicable, NotRecorded, Partial};
use crate::coverage::{Rule, Standing};
use crate::given::{Given, absent, ended, flags, live, people};

const TODAY: &str = "2026-11-22";

fn with_places() -> Given {
    Given::two_districts()
        .place(AreaKind::Court, "court", "north")
        .place(AreaKind::Prison, "prison", "north")
}

#[test]
fn a_service_of_a_court_has_no_share_and_is_counted_in_places() {
    let given = with_places().told(live("mhtr", "court"));
    let court = given.ask("court", "mhtr", TODAY);
    assert_eq!((court.state, court.share), (Commissioned, None));
    assert_eq!(people(&court), [(Commissioned, None)]);
    let board = given.ask("board", "mhtr", TODAY);
    assert_eq!(people(&board), [(NotRecorded, Some(160))]);
    let places: Vec<_> = board.places.iter().map(|p| p.state).collect();
    assert_eq!(places, [Commissioned]);
    assert!(given.ask("south", "mhtr", TODAY).places.is_empty());
}

#[test]
fn a_court_is_covered_by_the_records_of_the_area_around_it() {
    let given = with_places().told(live("mhtr", "board"));
    let answer = given.ask("court", "mhtr", TODAY);
    assert_eq!((answer.state, answer.share), (Commissioned, None));
}

#[test]
fn a_prison_is_covered_by_its_own_records_and_those_around_it_are_leads() {
    let given = with_places().told(live("mhtr", "board"));
    let answer = given.ask("prison", "mhtr", TODAY);
    assert_eq!(answer.state, NotRecorded);
    let used = answer.explanation.records.first().unwrap();
    assert_eq!((used.reading.standing, used.people), (Standing::Lead, 0));
    assert_eq!(flags(used.reading.flags), [AreaAroundPlace]);
    let own = given.told(live("mhtr", "prison"));
    assert_eq!(own.ask("prison", "mhtr", TODAY).state, Commissioned);
}

#[test]
fn a_places_own_record_goes_before_those_around_it() {
    let given = with_places()
        .told(live("mhtr", "board"))
        .told(absent("mhtr", "court"));
    assert_eq!(given.ask("court", "mhtr", TODAY).state, Absent);
}

#[test]
fn a_court_whose_own_service_has_ended_is_covered_by_the_area_around_it() {
    let given = with_places()
        .told(live("mhtr", "board"))
        .told(ended("mhtr", "court").to("2025-03-31"));
    assert_eq!(given.ask("court", "mhtr", TODAY).state, Commissioned);
    let women = with_places()
        .told(live("mhtr", "board"))
        .told(live("mhtr", "court").cohort("women"));
    assert_eq!(women.ask("court", "mhtr", TODAY).state, Commissioned);
}

#[test]
fn a_court_in_a_district_of_two_states_is_partial_if_one_is_live() {
    let given = Given::nothing()
        .district_in_parts("cut", 90, &[("cut-a", 2), ("cut-b", 1)])
        .area(AreaKind::Icb, "east", &["cut-a"])
        .area(AreaKind::Icb, "west", &["cut-b"])
        .place(AreaKind::Court, "court", "cut")
        .offer("mhtr");
    let part = given.clone().told(live("mhtr", "east"));
    let answer = part.ask("court", "mhtr", TODAY);
    assert_eq!(
        (answer.state, answer.explanation.rule),
        (Partial, Rule::LiveInPart)
    );
    // Which side it serves is not on record, so one side absent is no gap.
    let none = given.told(absent("mhtr", "east"));
    assert_eq!(none.ask("court", "mhtr", TODAY).state, NotRecorded);
}

#[test]
fn a_search_of_a_prison_is_told_although_the_area_around_it_is_live() {
    let given = with_places()
        .told(live("mhtr", "board"))
        .searched("mhtr", "prison", "2026-03-01");
    let answer = given.ask("prison", "mhtr", TODAY);
    assert_eq!(answer.explanation.rule, Rule::LookedForNoneFound);
    assert!(answer.explanation.flags.has(LookedForNoneFound));
    let own = given.told(live("mhtr", "prison"));
    assert!(
        own.ask("prison", "mhtr", TODAY)
            .explanation
            .searches
            .is_empty()
    );
}

#[test]
fn a_place_where_the_offer_does_not_exist_is_not_applicable_unless_it_is_live_there() {
    let given = with_places()
        .in_wales("north")
        .edit_offer("mhtr", |o| o.nations = vec![Nation::England]);
    assert_eq!(given.ask("prison", "mhtr", TODAY).state, NotApplicable);
    let none = given.clone().told(absent("mhtr", "prison"));
    assert_eq!(none.ask("prison", "mhtr", TODAY).state, NotApplicable);
    let own = given.told(live("mhtr", "prison"));
    assert_eq!(own.ask("prison", "mhtr", TODAY).state, Commissioned);
}
