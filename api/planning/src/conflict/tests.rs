use super::{boundary_conflicts, home_of_most};
use crate::closed::AreaKind;
use crate::given::{Given, day, ix};

/// Three districts of one probation region, of which `odd` has another NHS
/// region than most of its people.
fn regions() -> Given {
    Given::nothing()
        .district("even-1", 50)
        .district("even-2", 60)
        .district("odd", 70)
        .area(AreaKind::NhsRegion, "midlands", &["even-1", "even-2"])
        .area(AreaKind::NhsRegion, "east", &["odd"])
        .area(
            AreaKind::ProbationRegion,
            "probation",
            &["even-1", "even-2", "odd"],
        )
        .area(AreaKind::PoliceForce, "force", &["odd"])
        .area(AreaKind::Icb, "board", &["odd"])
}

#[test]
fn a_district_outside_the_nhs_region_of_most_of_its_probation_region_is_a_conflict() {
    let atlas = regions().atlas();
    let found = boundary_conflicts(&atlas, day("2026-11-22"));
    assert_eq!(found.len(), 1);
    let conflict = found.first().unwrap();
    let name = |area| atlas.areas.get(area).id.as_str();
    assert_eq!(name(conflict.district), "odd");
    assert_eq!(name(conflict.nhs_region), "east");
    assert_eq!(name(conflict.probation_regions_nhs_region), "midlands");
    assert_eq!(conflict.police_force.map(name), Some("force"));
    assert_eq!(conflict.icb.map(name), Some("board"));
}

#[test]
fn a_region_that_does_not_exist_that_day_is_no_conflict() {
    let atlas = regions()
        .lasting("probation", Some("2027-01-01"), None)
        .atlas();
    assert!(boundary_conflicts(&atlas, day("2026-11-22")).is_empty());
}

#[test]
fn between_as_many_people_the_first_by_id_is_the_home() {
    let atlas = Given::nothing()
        .district("x", 50)
        .district("y", 50)
        .area(AreaKind::NhsRegion, "b-region", &["x"])
        .area(AreaKind::NhsRegion, "a-region", &["y"])
        .area(AreaKind::ProbationRegion, "probation", &["x", "y"])
        .atlas();
    let probation = ix(&atlas.areas, "probation");
    let home = home_of_most(&atlas, probation, AreaKind::NhsRegion, day("2026-11-22"));
    assert_eq!(home, Some(ix(&atlas.areas, "a-region")));
}
