//! What differs between two registers.

use super::*;
use crate::coverage::State;
use crate::scenario::{FORMAT, Frozen};

/// The worked example of `docs/CALCULATIONS.md`: North's service moves to
/// South, a new one begins in North.
fn example() -> (Atlas, Atlas) {
    let base = given().atlas();
    let steps = vec![
        end("s002", "2027-03-31"),
        relocate("s001", "south", "2027-04-01"),
        ScenarioStep {
            amount_pence: Some(50_000),
            places: Some(5),
            ..add("l_and_d", "north", "2027-04-01")
        },
    ];
    let seen = after(&base, steps);
    (base, seen)
}

#[test]
fn a_scenario_is_compared_with_live_by_coverage_gaps_pounds_and_places() {
    let (base, seen) = example();
    let found = beside(&base, &seen, ON);
    let name = |ix| base.areas.get(ix).id.as_str();
    let cells: Vec<_> = found
        .cells
        .iter()
        .map(|cell| {
            let offer = base.offers.get(cell.offer).id.as_str();
            (name(cell.area), offer, cell.before.state, cell.after.state)
        })
        .collect();
    assert_eq!(
        cells,
        [
            ("board", "l_and_d", State::NotRecorded, State::Partial),
            ("board", "mhtr", State::Commissioned, State::Partial),
            ("north", "l_and_d", State::NotRecorded, State::Commissioned),
            ("north", "mhtr", State::Commissioned, State::Lapsed),
        ]
    );
    let gaps: Vec<_> = found
        .gaps
        .iter()
        .map(|gap| (name(gap.area), gap.gained(), gap.closed()))
        .collect();
    assert_eq!(gaps, [("board", 100, 0), ("north", 100, 0)]);
    let (before, after) = (found.running.before, found.running.after);
    assert_eq!((before.services, before.awards), (2, 1));
    assert_eq!((after.services, after.awards), (2, 2));
    assert_eq!(
        (
            before.base.pence,
            before.base.stated,
            before.base.not_stated
        ),
        (100_000, 1, 1)
    );
    assert_eq!(
        (after.base.pence, after.base.stated, after.base.not_stated),
        (150_000, 2, 0)
    );
    assert_eq!((before.full.pence, after.full.pence), (90_000, 140_000));
    assert_eq!((before.places.people, after.places.people), (20, 25));
    let areas: Vec<_> = found
        .areas
        .iter()
        .map(|row| {
            let running = row.running;
            (
                name(row.area),
                row.cells,
                row.gained,
                running.before.base.pence,
                running.after.base.pence,
            )
        })
        .collect();
    assert_eq!(
        areas,
        [
            ("board", 2, 100, 100_000, 150_000),
            ("north", 2, 100, 100_000, 150_000),
            ("south", 0, 0, 0, 100_000),
        ]
    );
    assert_eq!(found.cells_asked, 6);
}

#[test]
fn a_service_between_two_areas_is_told_whole_in_both() {
    // The moved service still has its record of North, where it has lapsed.
    let (base, seen) = example();
    let found = beside(&base, &seen, ON);
    let north = found
        .areas
        .iter()
        .find(|row| base.areas.get(row.area).id == "north")
        .unwrap();
    assert_eq!(north.running.after.services, 2);
    assert_eq!(found.running.after.services, 2);
}

#[test]
fn communities_are_told_of_as_far_as_claims_say() {
    let base = given()
        .community("roma", &["gypsy"])
        .community("deaf", &[])
        .census("north", "gypsy", 9)
        .claim("north", &["roma"])
        .edit_claim(|claim| claim.service = id("s001"))
        .atlas();
    let found = beside(&base, &after(&base, vec![end("s001", "2027-05-31")]), ON);
    let told: Vec<_> = found
        .groups
        .iter()
        .map(|group| {
            let cells: Vec<_> = group
                .cells
                .iter()
                .map(|cell| {
                    let area = base.areas.get(cell.area).id.as_str();
                    (
                        area,
                        cell.before.state,
                        cell.after.state,
                        cell.census_people,
                    )
                })
                .collect();
            (
                base.communities.get(group.community).id.as_str(),
                group.services,
                cells,
            )
        })
        .collect();
    let lost = |area, before, people| (area, before, State::Lapsed, people);
    assert_eq!(
        told,
        [
            ("deaf", 0, vec![]),
            (
                "roma",
                1,
                vec![
                    lost("board", State::Partial, None),
                    lost("north", State::Commissioned, Some(9)),
                ]
            ),
        ]
    );
}

#[test]
fn the_frozen_form_is_this() {
    let base = given().atlas();
    let plan = plan(vec![end("s001", "2027-05-31"), end("s001", "2027-07-31")]);
    let applied = apply(&base, &plan).unwrap();
    let comparison = beside(&base, &applied.atlas, ON);
    let frozen = Frozen {
        base: &base,
        plan: &plan,
        problems: &applied.problems,
        comparison: &comparison,
    };
    let body = frozen.body();
    let start = "{\"base\":{\"day\":\"2027-06-01\",\"revision\":1},\"comparison\":{\"areas\":[{\"area\":\
                 \"board\",\"cells\":1,\"closed\":0,\"gained\":100,\"running\":{\"after\":{\"awards\":0,";
    assert!(body.starts_with(start), "{body}");
    let end = format!(
        "\"format\":\"{FORMAT}\",\"problems\":[{{\"field\":\"service\",\"step\":2}}],\"steps\":[{{\"endsOn\":\
         \"2027-05-31\",\"kind\":\"end_service\",\"position\":1,\"service\":\"s001\"}},{{\"endsOn\":\
         \"2027-07-31\",\"kind\":\"end_service\",\"position\":2,\"service\":\"s001\"}}]}}"
    );
    assert!(body.ends_with(&end), "{body}");
}
