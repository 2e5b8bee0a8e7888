use super::{Completeness, Gaps, gaps};
use crate::closed::{AreaKind, Nation};
use crate::coverage::State;
use crate::given::{Given, absent, day, ended, ix, live, record};
use crate::share::Share;

fn ask(given: Given, areas: &[&str], offers: &[&str]) -> Vec<(String, String, u64, State)> {
    let (atlas, found) = all(given, areas, offers);
    found
        .gaps
        .iter()
        .map(|gap| {
            (
                atlas.areas.get(gap.area).id.clone(),
                atlas.offers.get(gap.offer).id.clone(),
                gap.gap.part,
                gap.answer.state,
            )
        })
        .collect()
}

fn all(given: Given, areas: &[&str], offers: &[&str]) -> (crate::atlas::Atlas, Gaps) {
    let atlas = given.atlas();
    let area_ixs: Vec<_> = areas.iter().map(|id| ix(&atlas.areas, id)).collect();
    let offer_ixs: Vec<_> = offers.iter().map(|id| ix(&atlas.offers, id)).collect();
    let everybody = ix(&atlas.cohorts, "all");
    let found = gaps(
        &atlas,
        &area_ixs,
        &offer_ixs,
        Some(everybody),
        day("2026-11-22"),
    );
    (atlas, found)
}

fn completeness(given: Given, areas: &[&str], offers: &[&str]) -> Completeness {
    all(given, areas, offers).1.completeness
}

#[test]
fn gaps_are_absent_and_lapsed_people_with_most_people_first() {
    let given = Given::two_districts()
        .offer("l_and_d")
        .told(absent("mhtr", "south"))
        .told(ended("mhtr", "north").to("2025-03-31"))
        .told(live("l_and_d", "board"));
    assert_eq!(
        ask(given, &["south", "north", "board"], &["mhtr", "l_and_d"]),
        [
            ("board".to_owned(), "mhtr".to_owned(), 160, State::Lapsed),
            ("north".to_owned(), "mhtr".to_owned(), 100, State::Lapsed),
            ("south".to_owned(), "mhtr".to_owned(), 60, State::Absent),
        ]
    );
}

#[test]
fn neither_silence_nor_a_plan_nor_a_contest_is_a_gap() {
    let given = Given::two_districts()
        .offer("planned")
        .offer("contested")
        .told(record(crate::closed::Status::Planned, "planned", "board"))
        .told(live("contested", "board"))
        .told(absent("contested", "board"));
    let offers = ["mhtr", "planned", "contested"];
    assert!(ask(given, &["board"], &offers).is_empty());
}

#[test]
fn a_future_date_is_the_funding_cliff() {
    let given = Given::two_districts().told(live("mhtr", "board").to("2027-03-31"));
    let before = given.ask("board", "mhtr", "2027-03-31");
    let after = given.ask("board", "mhtr", "2027-04-01");
    assert_eq!((before.people_in_gap(), after.people_in_gap()), (0, 160));
}

#[test]
fn a_place_is_in_a_gap_as_a_whole_without_people() {
    let given = Given::two_districts()
        .place(AreaKind::Prison, "prison", "north")
        .told(absent("mhtr", "prison"));
    assert_eq!(
        ask(given, &["prison"], &["mhtr"]),
        [("prison".to_owned(), "mhtr".to_owned(), 0, State::Absent)]
    );
}

#[test]
fn completeness_is_the_share_of_people_cells_of_which_some_record_speaks() {
    let given = Given::two_districts()
        .offer("l_and_d")
        .told(absent("mhtr", "south"));
    let found = completeness(given, &["north", "south"], &["mhtr", "l_and_d"]);
    assert_eq!((found.cells, found.cells_not_recorded), (4, 3));
    assert_eq!(
        found.recorded,
        Share {
            part: 60,
            whole: 320
        }
    );
    assert_eq!(found.recorded.decimal().as_deref(), Some("0.187500"));
}

#[test]
fn a_nation_without_the_offer_is_outside_the_whole() {
    let given = Given::two_districts()
        .in_wales("south")
        .edit_offer("mhtr", |o| o.nations = vec![Nation::England]);
    let apart = completeness(given.clone(), &["north", "south"], &["mhtr"]);
    assert_eq!((apart.cells, apart.cells_not_recorded), (1, 1));
    assert_eq!(
        apart.recorded,
        Share {
            part: 0,
            whole: 100
        }
    );
    let together = completeness(given, &["board"], &["mhtr"]);
    assert_eq!((together.cells, together.cells_not_recorded), (1, 1));
    assert_eq!(
        together.recorded,
        Share {
            part: 0,
            whole: 100
        }
    );
}

#[test]
fn a_recorded_minority_counts_where_most_people_live_without_the_offer() {
    let given = Given::two_districts()
        .in_wales("north")
        .edit_offer("mhtr", |o| o.nations = vec![Nation::England])
        .told(absent("mhtr", "south"));
    let found = completeness(given, &["board"], &["mhtr"]);
    assert_eq!((found.cells, found.cells_not_recorded), (1, 0));
    assert_eq!(
        found.recorded,
        Share {
            part: 60,
            whole: 60
        }
    );
}
