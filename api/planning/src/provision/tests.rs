use super::{
    ServiceState, bodies_of, ends_on, offers_of, responsible, services_in, starts_on, state_of,
};
use crate::closed::{AreaKind, Role, Status};
use crate::given::{Given, absent, date, day, ended, ix, live, record};

fn state(given: Given, on: &str) -> ServiceState {
    let atlas = given.service("s").atlas();
    state_of(&atlas, ix(&atlas.services, "s"), day(on))
}

#[test]
fn a_service_is_what_its_strongest_record_says() {
    let told = |records: Vec<crate::given::Record>| {
        records
            .into_iter()
            .fold(Given::two_districts(), |given, r| given.told(r.of("s")))
    };
    let of = |status| record(status, "mhtr", "north");
    let today = "2026-11-22";
    for (records, expected) in [
        (
            vec![of(Status::Live), of(Status::Planned)],
            ServiceState::Live,
        ),
        (
            vec![of(Status::Planned), of(Status::Ended)],
            ServiceState::Planned,
        ),
        (
            vec![of(Status::Ended), of(Status::Abandoned)],
            ServiceState::Ended,
        ),
        (
            vec![of(Status::Abandoned), of(Status::Unclear)],
            ServiceState::Abandoned,
        ),
        (vec![of(Status::Unclear)], ServiceState::Unclear),
        (vec![], ServiceState::NotRecorded),
    ] {
        assert_eq!(state(told(records), today), expected);
    }
}

#[test]
fn two_undated_words_contest_a_service() {
    let given = Given::two_districts()
        .told(live("mhtr", "north").of("s").undated())
        .told(ended("mhtr", "north").of("s").undated());
    assert_eq!(state(given, "2026-11-22"), ServiceState::Contested);
}

#[test]
fn a_service_ends_with_its_base_term_while_the_extension_is_unconfirmed() {
    let atlas = Given::two_districts()
        .told(live("mhtr", "north").of("s").from("2024-11"))
        .told(
            record(Status::Abandoned, "mhtr", "north")
                .of("s")
                .from("2020")
                .to("2040"),
        )
        .contract(
            "s",
            Status::Live,
            ("2024-10-01", Some("2026-09-30"), "2028-09-30"),
        )
        .atlas();
    let service = ix(&atlas.services, "s");
    assert_eq!(starts_on(&atlas, service), Some(date("2024-10-01")));
    assert_eq!(
        ends_on(&atlas, service, day("2024-01-01")),
        Some(date("2026-09-30"))
    );
}

#[test]
fn an_integrated_service_is_one_service_with_several_offers() {
    let atlas = Given::two_districts()
        .offer("l_and_d")
        .told(live("mhtr", "north").of("s"))
        .told(live("l_and_d", "north").of("s"))
        .told(absent("l_and_d", "south"))
        .atlas();
    let offers = offers_of(&atlas, ix(&atlas.services, "s"));
    assert_eq!(
        offers,
        [ix(&atlas.offers, "l_and_d"), ix(&atlas.offers, "mhtr")]
    );
    assert_eq!(atlas.services.len(), 1);
}

#[test]
fn services_of_an_area_are_those_of_any_part_or_place_of_it() {
    let atlas = Given::two_districts()
        .place(AreaKind::Prison, "prison", "north")
        .told(live("mhtr", "north").of("of-north"))
        .told(live("mhtr", "board").of("of-board"))
        .told(live("mhtr", "prison").of("of-prison"))
        .atlas();
    let found = |area: &str| -> Vec<&str> {
        services_in(&atlas, ix(&atlas.areas, area), day("2026-11-22"))
            .into_iter()
            .map(|service| atlas.services.get(service).id.as_str())
            .collect()
    };
    assert_eq!(found("north"), ["of-board", "of-north", "of-prison"]);
    assert_eq!(found("south"), ["of-board"]);
    assert_eq!(found("prison"), ["of-prison"]);
}

#[test]
fn bodies_are_listed_by_role_and_id_once() {
    let atlas = Given::two_districts()
        .service("s")
        .body("b")
        .body("a")
        .part_in("b", "s", Role::Provider)
        .part_in("a", "s", Role::Provider)
        .part_in("b", "s", Role::Provider)
        .part_in("a", "s", Role::Commissioner)
        .atlas();
    let providers = bodies_of(&atlas, ix(&atlas.services, "s"), Role::Provider);
    assert_eq!(providers, [ix(&atlas.bodies, "a"), ix(&atlas.bodies, "b")]);
}

/// NHS England passes to an office in April 2027, which passes to a board later.
fn commissioners() -> Given {
    Given::nothing()
        .body("nhse")
        .body("office")
        .body("board")
        .body("pcc")
        .passes("nhse", Some("office"), "2027-04-01")
        .passes("office", Some("board"), "2029-04-01")
        .passes("pcc", None, "2028-05")
}

fn answers_for(given: Given, body: &str, on: &str) -> (Option<String>, bool) {
    let atlas = given.atlas();
    let found = responsible(&atlas, ix(&atlas.bodies, body), day(on));
    let successor = found.successor.map(|b| atlas.bodies.get(b).id.clone());
    (successor, found.change.is_some())
}

#[test]
fn the_commissioner_on_record_answers_until_the_day_of_the_change() {
    assert_eq!(
        answers_for(commissioners(), "nhse", "2027-03-31"),
        (None, false)
    );
    assert_eq!(
        answers_for(commissioners(), "nhse", "2027-04-01"),
        (Some("office".to_owned()), true)
    );
}

#[test]
fn a_succession_is_followed_through_every_change_up_to_the_day() {
    assert_eq!(
        answers_for(commissioners(), "nhse", "2029-04-01"),
        (Some("board".to_owned()), true)
    );
}

#[test]
fn where_nobody_is_named_the_change_is_told_and_no_successor() {
    assert_eq!(
        answers_for(commissioners(), "pcc", "2028-05-01"),
        (None, true)
    );
}

#[test]
fn of_several_successors_on_one_day_none_is_chosen() {
    let split = Given::nothing()
        .body("whole")
        .body("a")
        .body("b")
        .passes("whole", Some("a"), "2026-04-01")
        .passes("whole", Some("b"), "2026-04-01");
    assert_eq!(answers_for(split, "whole", "2026-11-22"), (None, true));
}

#[test]
fn a_change_from_before_it_took_over_is_not_followed() {
    let given = commissioners()
        .body("past")
        .passes("office", Some("past"), "2020-01-01");
    assert_eq!(
        answers_for(given, "nhse", "2027-04-01"),
        (Some("office".to_owned()), true)
    );
}

#[test]
fn a_circle_of_successions_ends() {
    let circle = Given::nothing()
        .body("a")
        .body("b")
        .passes("a", Some("b"), "2026-04-01")
        .passes("b", Some("a"), "2026-04-01");
    assert!(answers_for(circle, "a", "2026-11-22").1);
}

#[test]
fn an_end_that_is_past_is_no_end_of_a_service_that_runs() {
    let atlas = Given::two_districts()
        .service("s")
        .told(ended("mhtr", "north").from("2020").to("2022-12").of("s"))
        .told(live("mhtr", "south").from("2021").of("s"))
        .atlas();
    let service = ix(&atlas.services, "s");
    assert_eq!(
        ends_on(&atlas, service, day("2022-06-01")),
        Some(date("2022-12"))
    );
    assert_eq!(ends_on(&atlas, service, day("2026-11-22")), None);
}
