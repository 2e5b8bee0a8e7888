use super::TODAY;
use crate::atlas::Atlas;
use crate::closed::AreaKind;
use crate::facts::Population;
use crate::given::{Given, day, ix};
use crate::money::endings::Footprint;
use crate::money::per_adult::{ADULTS_MEASURE, Adults, adults};

/// Two police force areas with a count of adults, and a board of one and a half.
fn given() -> Atlas {
    let mut given = Given::nothing()
        .district("north", 1_000)
        .district("middle", 500)
        .district("south", 700)
        .area(AreaKind::PoliceForce, "force-n", &["north"])
        .area(AreaKind::PoliceForce, "force-s", &["middle", "south"])
        .area(AreaKind::Region, "region", &["north", "middle", "south"])
        .area(AreaKind::Icb, "board", &["north", "middle"]);
    for (area, count) in [("force-n", 800), ("force-s", 900)] {
        given.facts.populations.push(Population {
            version: 1,
            id: format!("{area}:adults"),
            area: area.to_owned(),
            measure: ADULTS_MEASURE.to_owned(),
            group: "all".to_owned(),
            count,
            source: "census".to_owned(),
        });
    }
    given.atlas()
}

fn of(area: &str) -> Option<Adults> {
    let atlas = given();
    let members = atlas.parts_of(ix(&atlas.areas, area), day(TODAY));
    let footprint = Footprint {
        parts: members.map(|member| member.part).collect(),
        ..Footprint::default()
    };
    let at_a_share = Footprint {
        shares_parts: true,
        ..footprint.clone()
    };
    assert_eq!(adults(&atlas, &at_a_share, day(TODAY)), None);
    adults(&atlas, &footprint, day(TODAY))
}

#[test]
fn adults_of_an_area_are_those_of_the_police_forces_that_it_is_made_of() {
    assert_eq!(of("force-n").unwrap().count, 800);
    let region = of("region").unwrap();
    assert_eq!((region.count, region.areas.len()), (1_700, 2));
    assert_eq!(region.sources, ["census"]);
}

#[test]
fn an_area_that_cuts_a_police_force_area_has_no_count_of_adults() {
    assert_eq!(of("board"), None);
    assert_eq!(of("middle"), None);
}

#[test]
fn pounds_for_each_adult_are_rounded_to_the_penny() {
    // Avon and Somerset: £3,712,428.57 a year for 1,276,857 adults.
    let adults = |count| Adults {
        count,
        areas: Vec::new(),
        sources: Vec::new(),
    };
    assert_eq!(adults(1_276_857).each(371_242_857), Some(291));
    assert_eq!(adults(2).each(5), Some(3));
    assert_eq!(adults(0).each(5), None);
}
