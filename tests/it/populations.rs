//! Every geography adds up to the person.

use chrono::NaiveDate;
use planning::closed::AreaKind;
use tests::each_engine;

const ENGLAND_AND_WALES: u64 = 60_238_038;
const ENGLAND: u64 = 57_106_398;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn sum(kinds: &[AreaKind], on: &str) -> u64 {
    let atlas = tests::reading().atlas();
    let day = day(on);
    kinds
        .iter()
        .flat_map(|kind| atlas.areas_of_kind(*kind, day).collect::<Vec<_>>())
        .map(|(ix, _)| atlas.people_of(ix, day).expect("people on record"))
        .sum()
}

#[test]
fn every_geography_adds_up_to_the_person() {
    for on in ["2025-11-22", "2026-11-22"] {
        for kinds in [
            &[AreaKind::Icb, AreaKind::HealthBoard][..],
            &[AreaKind::NhsRegion, AreaKind::HealthBoard],
            &[AreaKind::PoliceForce],
            &[AreaKind::ProbationRegion],
            &[AreaKind::District],
            &[AreaKind::UpperTier],
        ] {
            assert_eq!(sum(kinds, on), ENGLAND_AND_WALES, "{kinds:?} on {on}");
        }
        assert_eq!(sum(&[AreaKind::Icb], on), ENGLAND, "ICBs on {on}");
        assert_eq!(sum(&[AreaKind::Region], on), ENGLAND, "regions on {on}");
    }
}

#[test]
fn the_geographies_have_the_areas_that_the_field_knows() {
    for app in each_engine() {
        let atlas = app.atlas();
        let count = |kind, on| atlas.areas_of_kind(kind, day(on)).count();
        assert_eq!(count(AreaKind::Icb, "2025-11-22"), 42);
        assert_eq!(count(AreaKind::Icb, "2026-03-31"), 42);
        assert_eq!(count(AreaKind::Icb, "2026-04-01"), 36);
        for on in ["2025-11-22", "2026-11-22"] {
            assert_eq!(count(AreaKind::District, on), 318);
            assert_eq!(count(AreaKind::NhsRegion, on), 7);
            assert_eq!(count(AreaKind::PoliceForce, on), 43);
            assert_eq!(count(AreaKind::ProbationRegion, on), 12);
            assert_eq!(count(AreaKind::Pdu, on), 109);
            assert_eq!(count(AreaKind::HealthBoard, on), 7);
            assert_eq!(count(AreaKind::Region, on), 9);
        }
    }
}

#[test]
fn a_unit_that_shares_a_district_has_no_known_population() {
    let reply = tests::reading().ask(
        r#"{ areas(first: 200, filter: {kind: [PDU]}) { totalCount nodes { name people } } }"#,
    );
    let nodes = reply.at("/areas/nodes");
    let unknown: Vec<&str> = nodes
        .as_array()
        .expect("nodes")
        .iter()
        .filter(|n| n["people"].is_null())
        .map(|n| n["name"].as_str().expect("a name"))
        .collect();
    assert_eq!(reply.at("/areas/totalCount"), 109);
    assert_eq!(unknown.len(), 8, "{unknown:?}");
}
