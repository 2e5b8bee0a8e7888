use std::collections::BTreeMap;

use super::{apportion, overlaps};
use crate::atlas::Atlas;
use crate::closed::AreaKind;
use crate::given::{Given, day, ix};
use crate::share::Share;

const TODAY: &str = "2026-11-22";

/// District `cut` (90) lies two thirds in East and one third in West; `whole`
/// (40) lies in West.
fn boards() -> Given {
    Given::nothing()
        .district_in_parts("cut", 90, &[("cut-a", 2), ("cut-b", 1)])
        .district("whole", 40)
        .area(AreaKind::Icb, "east", &["cut-a"])
        .area(AreaKind::Icb, "west", &["cut-b", "whole"])
        .area(AreaKind::PoliceForce, "force", &["cut-a", "cut-b", "whole"])
}

fn moved(atlas: &Atlas, figures: &[(&str, u64)], kind: AreaKind) -> (Vec<(String, u64)>, u64) {
    let given: BTreeMap<_, _> = figures
        .iter()
        .map(|(area, figure)| (ix(&atlas.areas, area), *figure))
        .collect();
    let found = apportion(atlas, &given, kind, day(TODAY));
    let named = found
        .figures
        .iter()
        .map(|(area, figure)| (atlas.areas.get(*area).id.clone(), *figure))
        .collect();
    (named, found.unallocated)
}

fn named(figures: &[(&str, u64)]) -> Vec<(String, u64)> {
    figures
        .iter()
        .map(|(id, n)| ((*id).to_owned(), *n))
        .collect()
}

#[test]
fn an_overlap_is_counted_in_people_and_as_a_share_of_either_side() {
    let atlas = boards().atlas();
    let cut = ix(&atlas.areas, "cut");
    let found = overlaps(&atlas, cut, AreaKind::Icb, day(TODAY));
    let plain: Vec<_> = found
        .iter()
        .map(|o| (o.people, o.of_this, o.of_other))
        .collect();
    let share = |part, whole| Some(Share { part, whole });
    assert_eq!(
        plain,
        [
            (Some(60), share(60, 90), share(60, 60)),
            (Some(30), share(30, 90), share(30, 70)),
        ]
    );
}

#[test]
fn an_overlap_in_a_district_of_unpublished_split_has_no_number() {
    let atlas = boards()
        .area(AreaKind::Pdu, "unit", &["cut-a", "cut-b"])
        .shared("unit", "whole")
        .atlas();
    let west = ix(&atlas.areas, "west");
    let found = overlaps(&atlas, west, AreaKind::Pdu, day(TODAY));
    let plain: Vec<_> = found
        .iter()
        .map(|o| (o.people, o.of_this, o.of_other))
        .collect();
    assert_eq!(plain, [(None, None, None)]);
}

#[test]
fn a_figure_is_split_by_people_with_largest_remainders() {
    let atlas = boards().atlas();
    // 100 over 60 and 30 people is 66.67 and 33.33: the first takes the rest.
    assert_eq!(
        moved(&atlas, &[("cut", 100), ("whole", 7)], AreaKind::Icb),
        (named(&[("east", 67), ("west", 40)]), 0)
    );
}

#[test]
fn moving_to_its_own_geography_changes_nothing() {
    let atlas = boards().atlas();
    let figures = [("east", 11), ("west", 23)];
    assert_eq!(moved(&atlas, &figures, AreaKind::Icb), (named(&figures), 0));
}

#[test]
fn what_lies_in_no_target_area_stays_unallocated() {
    let atlas = boards().district("island", 10).atlas();
    assert_eq!(
        moved(&atlas, &[("island", 5), ("whole", 7)], AreaKind::Icb),
        (named(&[("east", 0), ("west", 7)]), 5)
    );
}

#[test]
fn a_figure_of_an_area_whose_split_is_unpublished_is_never_spread() {
    let given = boards()
        .area(AreaKind::Pdu, "unit", &["cut-a"])
        .shared("unit", "whole");
    let atlas = given.atlas();
    let (_, unallocated) = moved(&atlas, &[("unit", 9)], AreaKind::Icb);
    assert_eq!(unallocated, 9);
    // All of it lies in one force, so there is nothing to split.
    let (figures, unallocated) = moved(&atlas, &[("unit", 9)], AreaKind::PoliceForce);
    assert_eq!((figures, unallocated), (named(&[("force", 9)]), 0));
    // Nor is a figure given to a unit by a share that nobody publishes.
    let (figures, unallocated) = moved(&atlas, &[("whole", 7)], AreaKind::Pdu);
    assert_eq!((figures, unallocated), (named(&[("unit", 0)]), 7));
}

#[test]
fn weights_of_nobody_split_evenly() {
    let atlas = Given::nothing()
        .district_in_parts("empty", 0, &[("p1", 0), ("p2", 0)])
        .area(AreaKind::Icb, "east", &["p1"])
        .area(AreaKind::Icb, "west", &["p2"])
        .atlas();
    assert_eq!(
        moved(&atlas, &[("empty", 3)], AreaKind::Icb),
        (named(&[("east", 2), ("west", 1)]), 0)
    );
}

#[test]
fn a_union_of_nations_takes_nothing_from_its_nations() {
    let atlas = boards()
        .area(AreaKind::Nation, "a-union", &["cut-a", "cut-b", "whole"])
        .edit_area("a-union", |a| a.nation = None)
        .area(AreaKind::Nation, "england", &["cut-a", "cut-b", "whole"])
        .atlas();
    assert_eq!(
        moved(&atlas, &[("cut", 90), ("a-union", 10)], AreaKind::Nation),
        (named(&[("england", 100)]), 0)
    );
}
