use super::{TODAY, live_to};
use crate::closed::AreaKind;
use crate::given::{Given, day, ix, live};
use crate::money::cliff::cliff;
use crate::money::renewal::kept;
use crate::money::scope::Scope;

/// People that renewing the first service keeps, of how many, and places.
fn keeps(given: Given, area: Option<&str>) -> Vec<(u64, u64, usize)> {
    let atlas = given.atlas();
    let scope = Scope::default();
    let found = cliff(
        &atlas,
        &scope,
        day(TODAY),
        day("2027-03-01"),
        day("2027-03-01"),
    );
    let service = ix(&atlas.services, "s001");
    let ending = found.all.iter().find(|e| e.service == service).unwrap();
    kept(&atlas, ending, area.map(|id| ix(&atlas.areas, id)))
        .iter()
        .map(|kept| {
            let people = kept.people.unwrap_or_default();
            (people.part, people.whole, kept.places.len())
        })
        .collect()
}

fn north() -> Given {
    Given::two_districts().told(live("mhtr", "north").from("2024-04-01").to("2027-03-31"))
}

#[test]
fn a_renewal_keeps_the_people_who_have_it_by_nothing_else() {
    assert_eq!(keeps(north(), None), [(100, 100, 0)]);
    assert_eq!(keeps(north(), Some("board")), [(100, 160, 0)]);
    assert_eq!(keeps(north(), Some("south")), [(0, 60, 0)]);
}

#[test]
fn a_renewal_keeps_nobody_whom_another_service_reaches() {
    let both = north().told(live("mhtr", "board").from("2025-01-01"));
    assert_eq!(keeps(both, None), [(0, 100, 0)]);
}

#[test]
fn either_of_two_that_end_together_keeps_them() {
    let both = north().told(live("mhtr", "board").from("2025-01-01").to("2027-03-31"));
    assert_eq!(keeps(both, None), [(100, 100, 0)]);
}

#[test]
fn a_service_that_goes_on_by_its_own_record_needs_no_renewal() {
    let given = Given::two_districts().told(live("mhtr", "north").from("2024-04-01"));
    assert_eq!(
        keeps(live_to(given, "s001", "2027-03-31"), None),
        [(0, 100, 0)]
    );
}

#[test]
fn a_prison_that_keeps_it_is_counted_and_not_measured() {
    let given = Given::two_districts()
        .place(AreaKind::Prison, "prison", "north")
        .told(live("mhtr", "prison").from("2024-04-01").to("2027-03-31"));
    assert_eq!(keeps(given.clone(), None), [(0, 0, 1)]);
    assert_eq!(keeps(given.clone(), Some("board")), [(0, 160, 1)]);
    assert_eq!(keeps(given, Some("south")), [(0, 60, 0)]);
}
