//! Families of offers and their members.

use crate::closed::AreaKind;
use crate::coverage::State::{Absent, Commissioned, Contested, Lapsed, NotRecorded};
use crate::coverage::{Flag, Standing};
use crate::given::{Given, absent, ended, flags, live};

const TODAY: &str = "2026-11-22";

/// `cstr` holds `mhtr` and `drr`; `mhtr` holds `mhtr_pc`.
fn treatment_requirements() -> Given {
    Given::nothing()
        .district("north", 100)
        .family("cstr", &["mhtr", "drr"])
        .family("mhtr_tiers", &["mhtr_pc"])
        .edit_offer("mhtr_tiers", |o| o.families = vec!["cstr".to_owned()])
}

#[test]
fn a_family_is_live_wherever_a_member_is_live() {
    let given = treatment_requirements().told(live("drr", "north"));
    assert_eq!(given.ask("north", "cstr", TODAY).state, Commissioned);
    let nested = treatment_requirements().told(live("mhtr_pc", "north"));
    assert_eq!(nested.ask("north", "cstr", TODAY).state, Commissioned);
}

#[test]
fn a_record_of_a_family_evidences_no_member() {
    let given = treatment_requirements().told(live("cstr", "north"));
    assert_eq!(given.ask("north", "cstr", TODAY).state, Commissioned);
    for member in ["mhtr", "drr", "mhtr_tiers", "mhtr_pc"] {
        assert_eq!(given.ask("north", member, TODAY).state, NotRecorded);
    }
}

#[test]
fn one_member_missing_does_not_make_the_family_absent() {
    let given = treatment_requirements().told(absent("drr", "north"));
    let answer = given.ask("north", "cstr", TODAY);
    assert_eq!((answer.state, answer.people_in_gap()), (NotRecorded, 0));
    let used = answer.explanation.records.first().unwrap();
    assert_eq!(used.reading.standing, Standing::Lead);
    assert_eq!(given.ask("north", "drr", TODAY).state, Absent);
}

#[test]
fn a_family_said_to_be_absent_is_contested_by_a_live_member() {
    let given = treatment_requirements()
        .told(absent("cstr", "north"))
        .told(live("drr", "north"));
    assert_eq!(given.ask("north", "cstr", TODAY).state, Contested);
}

#[test]
fn a_family_whose_last_member_has_ended_has_lapsed() {
    let given = treatment_requirements().told(ended("drr", "north").to("2025-03-31"));
    assert_eq!(given.ask("north", "cstr", TODAY).state, Lapsed);
    let other = given.told(live("mhtr", "north"));
    assert_eq!(other.ask("north", "cstr", TODAY).state, Commissioned);
}

#[test]
fn a_place_with_records_of_two_members_is_counted_once_for_the_family() {
    let given = treatment_requirements()
        .place(AreaKind::Court, "court", "north")
        .told(live("mhtr", "court"))
        .told(absent("drr", "court"));
    let answer = given.ask("north", "cstr", TODAY);
    let places: Vec<_> = answer
        .places
        .iter()
        .map(|p| (p.state, p.records.len()))
        .collect();
    assert_eq!(places, [(Commissioned, 2)]);
    let member = given.ask("north", "drr", TODAY);
    let places: Vec<_> = member.places.iter().map(|p| p.state).collect();
    assert_eq!(places, [Absent]);
}

#[test]
fn a_record_of_a_family_is_a_lead_for_its_members() {
    let given = treatment_requirements().told(live("cstr", "north"));
    let answer = given.ask("north", "drr", TODAY);
    assert_eq!(answer.state, NotRecorded);
    let used = answer.explanation.records.first().unwrap();
    assert_eq!(used.reading.standing, Standing::Lead);
    assert_eq!(flags(used.reading.flags), [Flag::FamilyEvidence]);
}
