use super::{Claims, Wanted, claims};
use crate::atlas::Atlas;
use crate::closed::{AreaKind, Status, WorksWithJustice};
use crate::given::{Given, date, day, ix};

const WANTED: Wanted<'_> = Wanted {
    kinds: &[],
    works_with_justice: None,
    day: chrono::NaiveDate::MIN,
};

fn boards() -> Given {
    Given::two_districts()
        .community("black", &["african", "caribbean"])
        .community("muslim", &[])
        .census("north", "african", 7)
        .census("north", "caribbean", 2)
        .census("south", "african", 5)
        .area(AreaKind::Nation, "england", &["north", "south"])
}

/// For each community: its id, how many claims, census people.
type Row<'a> = (Option<&'a str>, usize, Option<u64>);

fn ask(atlas: &Atlas, area: &str, wanted: Wanted<'_>) -> (Claims, usize) {
    let wanted = Wanted {
        day: if wanted.day == chrono::NaiveDate::MIN {
            day("2026-11-22")
        } else {
            wanted.day
        },
        ..wanted
    };
    let found = claims(atlas, &[ix(&atlas.areas, area)], &wanted);
    let national = found.national.len();
    (found, national)
}

fn rows<'a>(atlas: &'a Atlas, found: &Claims) -> Vec<Row<'a>> {
    found
        .areas
        .iter()
        .flat_map(|area| &area.communities)
        .map(|row| {
            let community = row.community.map(|c| atlas.communities.get(c).id.as_str());
            (community, row.claims.len(), row.census_people)
        })
        .collect()
}

#[test]
fn claims_are_grouped_by_community_with_the_people_of_its_nearest_census_groups() {
    let atlas = boards()
        .claim("north", &["black", "muslim"])
        .claim("board", &["black"])
        .claim("south", &[])
        .atlas();
    let (found, _) = ask(&atlas, "north", WANTED);
    // The census counts no religion here, so `muslim` has no number.
    assert_eq!(
        rows(&atlas, &found),
        [(Some("black"), 2, Some(9)), (Some("muslim"), 1, None)]
    );
    let (found, _) = ask(&atlas, "board", WANTED);
    assert_eq!(
        rows(&atlas, &found),
        [
            (None, 1, None),
            (Some("black"), 2, Some(14)),
            (Some("muslim"), 1, None)
        ]
    );
}

#[test]
fn a_district_without_a_count_makes_the_number_unknown_and_not_zero() {
    let atlas = boards()
        .district("uncounted", 10)
        .claim("uncounted", &["black"])
        .atlas();
    let (found, _) = ask(&atlas, "uncounted", WANTED);
    assert_eq!(rows(&atlas, &found), [(Some("black"), 1, None)]);
}

#[test]
fn a_prison_has_no_census_people() {
    let atlas = boards()
        .place(AreaKind::Prison, "prison", "north")
        .claim("prison", &["black"])
        .atlas();
    let (found, _) = ask(&atlas, "prison", WANTED);
    assert_eq!(rows(&atlas, &found), [(Some("black"), 1, None)]);
    let (found, _) = ask(&atlas, "north", WANTED);
    assert_eq!(rows(&atlas, &found), [(Some("black"), 1, Some(9))]);
}

#[test]
fn a_cut_district_makes_the_number_unknown() {
    let atlas = Given::nothing()
        .district_in_parts("cut", 90, &[("cut-a", 2), ("cut-b", 1)])
        .area(AreaKind::Icb, "east", &["cut-a"])
        .community("black", &["african"])
        .census("cut", "african", 7)
        .claim("east", &["black"])
        .atlas();
    let (found, _) = ask(&atlas, "east", WANTED);
    assert_eq!(rows(&atlas, &found), [(Some("black"), 1, None)]);
    let (found, _) = ask(&atlas, "cut", WANTED);
    assert_eq!(rows(&atlas, &found), [(Some("black"), 1, Some(7))]);
}

#[test]
fn a_claim_about_a_nation_stands_apart_from_its_areas() {
    let atlas = boards().claim("england", &["black"]).atlas();
    let (found, national) = ask(&atlas, "north", WANTED);
    assert_eq!((rows(&atlas, &found), national), (Vec::new(), 1));
}

#[test]
fn what_is_absent_abandoned_or_no_provision_is_no_claim() {
    let atlas = boards()
        .claim("north", &["black"])
        .edit_claim(|c| c.status = Status::Absent)
        .claim("north", &["black"])
        .edit_claim(|c| c.status = Status::Abandoned)
        .claim("north", &["black"])
        .edit_claim(|c| c.is_provision = false)
        .claim("north", &["black"])
        .edit_claim(|c| c.status = Status::Ended)
        .atlas();
    assert!(rows(&atlas, &ask(&atlas, "north", WANTED).0).is_empty());
}

#[test]
fn a_claim_holds_between_its_dates() {
    let atlas = boards()
        .claim("north", &["black"])
        .edit_claim(|c| {
            c.status = Status::Ended;
            c.starts_on = Some(date("2024"));
            c.ends_on = Some(date("2025-03"));
        })
        .atlas();
    for (on, count) in [
        ("2023-12-31", 0),
        ("2024-01-01", 1),
        ("2025-03-31", 1),
        ("2025-04-01", 0),
    ] {
        let wanted = Wanted {
            day: day(on),
            ..WANTED
        };
        assert_eq!(
            rows(&atlas, &ask(&atlas, "north", wanted).0).len(),
            count,
            "on {on}"
        );
    }
}

#[test]
fn kinds_and_work_with_justice_narrow_the_claims() {
    let atlas = boards()
        .claim("north", &["black"])
        .claim("north", &["black"])
        .edit_claim(|c| {
            c.kind = "faith_based".to_owned();
            c.works_with_justice = WorksWithJustice::Unknown;
        })
        .atlas();
    let faith = ["faith_based".to_owned()];
    let by_kind = Wanted {
        kinds: &faith,
        ..WANTED
    };
    assert_eq!(
        rows(&atlas, &ask(&atlas, "north", by_kind).0),
        [(Some("black"), 1, Some(9))]
    );
    let by_work = Wanted {
        works_with_justice: Some(WorksWithJustice::Yes),
        ..WANTED
    };
    assert_eq!(
        rows(&atlas, &ask(&atlas, "north", by_work).0),
        [(Some("black"), 1, Some(9))]
    );
}
