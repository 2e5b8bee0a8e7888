use super::{Atlas, within};
use crate::closed::AreaKind;
use crate::given::{Given, date, day, ix, live};

#[test]
fn a_span_counts_from_the_first_day_of_its_start_to_the_last_of_its_end() {
    let (from, to) = (Some(date("2025")), Some(date("2026-03")));
    for (on, expected) in [
        ("2024-12-31", false),
        ("2025-01-01", true),
        ("2026-03-31", true),
        ("2026-04-01", false),
    ] {
        assert_eq!(within(from, to, day(on)), expected, "on {on}");
    }
    assert!(within(None, None, day("9999-12-31")));
}

#[test]
fn a_row_that_names_what_is_not_there_is_told_by_table_row_and_field() {
    let error = Atlas::build(
        Given::two_districts().told(live("mhtr", "nowhere")).facts,
        1,
    )
    .unwrap_err();
    assert_eq!(
        error.to_string(),
        "coverage row 'r001': area_id: 'nowhere' is not in the register"
    );
}

#[test]
fn an_id_that_stands_twice_is_refused() {
    let error = Atlas::build(Given::two_districts().offer("mhtr").facts, 1).unwrap_err();
    assert_eq!(error.to_string(), "offer row 'mhtr': its id stands twice");
}

#[test]
fn what_is_no_family_has_no_members() {
    let given = Given::two_districts()
        .offer("drr")
        .edit_offer("drr", |o| o.families = vec!["mhtr".to_owned()]);
    let error = Atlas::build(given.facts, 1).unwrap_err();
    assert_eq!(
        error.to_string(),
        "offer row 'drr': families: 'mhtr' is not a family"
    );
}

#[test]
fn a_family_that_holds_itself_is_answered_once() {
    let atlas = Given::nothing()
        .family("cstr", &["drr"])
        .edit_offer("cstr", |o| o.families = vec!["cstr".to_owned()])
        .atlas();
    assert_eq!(atlas.answering_for(ix(&atlas.offers, "cstr")).len(), 2);
}

#[test]
fn people_are_none_for_a_place_and_for_an_unpublished_share() {
    let atlas = Given::two_districts()
        .place(AreaKind::Court, "court", "north")
        .area(AreaKind::Pdu, "unit", &["north"])
        .shared("unit", "south")
        .atlas();
    let count = |id: &str| atlas.people_of(ix(&atlas.areas, id), day("2026-11-22"));
    assert_eq!(count("court"), None);
    assert_eq!(count("unit"), None);
    assert_eq!(count("board"), Some(160));
}
