use super::{Entry, grid};
use crate::closed::{AreaKind, Intensity, Stage, Status};
use crate::coverage::{Flag, Standing};
use crate::given::{Given, absent, day, ix, live, record};
use crate::share::Share;

fn cell(given: Given, area: &str, stage: Stage, intensity: Intensity) -> Vec<Entry> {
    let atlas = given.atlas();
    let cells = grid(&atlas, ix(&atlas.areas, area), day("2026-11-22"));
    let found = cells
        .into_iter()
        .find(|c| c.stage == stage && c.intensity == intensity);
    found.unwrap().entries
}

fn court(given: Given, area: &str) -> Vec<Entry> {
    cell(given, area, Stage::Court, Intensity::Treatment)
}

#[test]
fn every_stage_and_intensity_has_a_cell_and_an_empty_one_is_an_answer() {
    let atlas = Given::two_districts().atlas();
    let cells = grid(&atlas, ix(&atlas.areas, "board"), day("2026-11-22"));
    assert_eq!(cells.len(), Stage::ALL.len() * Intensity::ALL.len());
    assert!(cells.iter().all(|cell| cell.entries.is_empty()));
}

#[test]
fn a_service_stands_in_the_cells_of_its_offer_with_its_share() {
    let found = court(Given::two_districts().told(live("mhtr", "north")), "board");
    let entry = found.first().unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(entry.standing, Standing::Live);
    assert_eq!(
        entry.share,
        Some(Share {
            part: 100,
            whole: 160
        })
    );
}

#[test]
fn a_record_that_states_its_stages_or_intensity_keeps_them() {
    let given = Given::two_districts().told(
        live("mhtr", "north")
            .stages(&[Stage::Custody])
            .intensity(Intensity::Low),
    );
    assert!(court(given.clone(), "north").is_empty());
    assert_eq!(
        cell(given, "north", Stage::Custody, Intensity::Low).len(),
        1
    );
}

#[test]
fn two_records_of_one_service_are_one_entry_over_the_people_of_both() {
    let given = Given::two_districts()
        .told(live("mhtr", "north").of("s"))
        .told(live("mhtr", "south").of("s"))
        .told(live("mhtr", "board").of("s"));
    let found = court(given, "board");
    let shares: Vec<_> = found.iter().map(|e| (e.share, e.records.len())).collect();
    assert_eq!(
        shares,
        [(
            Some(Share {
                part: 160,
                whole: 160
            }),
            3
        )]
    );
}

#[test]
fn live_entries_come_first_and_a_stated_absence_has_no_service() {
    let given = Given::two_districts()
        .told(absent("mhtr", "south"))
        .told(live("mhtr", "north"));
    let found = court(given, "board");
    let standings: Vec<_> = found
        .iter()
        .map(|e| (e.standing, e.service.is_some()))
        .collect();
    assert_eq!(
        standings,
        [(Standing::Live, true), (Standing::Absent, false)]
    );
}

#[test]
fn a_record_of_a_prison_is_counted_in_places_without_a_share() {
    let given = Given::two_districts()
        .place(AreaKind::Prison, "prison", "north")
        .told(live("mhtr", "prison"));
    for area in ["prison", "north", "board"] {
        let found = court(given.clone(), area);
        let entry = found.first().unwrap();
        assert_eq!((entry.share, entry.places.len()), (None, 1));
    }
    assert!(court(given, "south").is_empty());
}

#[test]
fn an_unpublished_share_of_a_district_is_a_lead_and_never_counted_as_people() {
    let given = Given::two_districts()
        .area(AreaKind::Pdu, "unit", &[])
        .shared("unit", "south")
        .told(live("mhtr", "unit"));
    let found = court(given.clone(), "board");
    let entry = found.first().unwrap();
    assert_eq!((entry.standing, entry.share), (Standing::Lead, None));
    assert!(entry.flags.has(Flag::ShareUnknown));
    let own = court(given, "unit");
    let entry = own.first().unwrap();
    assert_eq!((entry.standing, entry.share), (Standing::Live, None));
}

#[test]
fn a_lead_for_a_whole_nation_says_nothing_of_one_place_in_it() {
    let given = Given::two_districts()
        .area(AreaKind::Nation, "nation", &["north", "south"])
        .told(record(Status::Unclear, "mhtr", "nation"));
    assert!(court(given.clone(), "north").is_empty());
    assert_eq!(court(given, "nation").len(), 1);
}
