use super::super::{AmountVerdict, Cell, required};
use super::held_with;
use crate::closed::{Status, Visibility};
use crate::facts::{Contract, Need};
use crate::given::{Given, absent, live};

/// What only these tests give.
trait Amounts {
    /// Changes the contract given last.
    fn edit_contract(self, edit: impl FnOnce(&mut Contract)) -> Self;
    /// People of everybody in need of an offer: low, central, high. The first
    /// record lends its evidence.
    fn need(self, area: &str, offer: &str, people: [u64; 3]) -> Self;
}

impl Amounts for Given {
    fn edit_contract(mut self, edit: impl FnOnce(&mut Contract)) -> Self {
        edit(self.facts.contracts.last_mut().unwrap());
        self
    }

    fn need(mut self, area: &str, offer: &str, people: [u64; 3]) -> Self {
        let [people_low, people, people_high] = people;
        self.facts.needs.push(Need {
            version: 1,
            id: format!("n{:03}", self.facts.needs.len() + 1),
            area: area.to_owned(),
            offer: offer.to_owned(),
            cohort: "all".to_owned(),
            people_low,
            people,
            people_high,
            period: "2026".to_owned(),
            method: "counted".to_owned(),
            evidence: "e001".to_owned(),
            visibility: Visibility::Public,
            owner: None,
        });
        self
    }
}

const TERM: (&str, Option<&str>, &str) = ("2026-04-01", None, "2027-03-31");

/// A service of the board with a contract for so many places.
fn with_places(places: Option<u64>) -> Given {
    Given::two_districts()
        .told(live("mhtr", "board"))
        .contract("s001", Status::Live, TERM)
        .edit_contract(|contract| contract.places = places)
}

/// The board held against 500 places for each thousand people in need.
fn half_of_the_need(given: &Given) -> Cell {
    half_in(given, "board")
}

fn half_in(given: &Given, area: &str) -> Cell {
    held_with(given, "mhtr", area, |line| {
        line.per_thousand_millionths = Some(500_000_000);
    })
}

#[test]
fn places_on_record_are_held_against_the_range_of_need() {
    let needed = |places| with_places(Some(places)).need("board", "mhtr", [40, 61, 80]);
    let cell = half_of_the_need(&needed(30));
    let rows = cell.amount.required.iter();
    let asked: Vec<_> = rows.map(|row| (row.low, row.central, row.high)).collect();
    assert_eq!(asked, [(20, 31, 40)]);
    assert_eq!(cell.amount.places.known, 30);
    assert_eq!(cell.amount.verdict, AmountVerdict::WithinRange);
    for (places, verdict) in [
        (19, AmountVerdict::Short),
        (20, AmountVerdict::WithinRange),
        (39, AmountVerdict::WithinRange),
        (40, AmountVerdict::Enough),
    ] {
        assert_eq!(half_of_the_need(&needed(places)).amount.verdict, verdict);
    }
}

#[test]
fn a_part_of_a_place_is_a_place() {
    assert_eq!(required(1_000_000, 1_000), 1);
    assert_eq!(required(1_000_000, 1_001), 2);
    assert_eq!(required(0, 1_001), 0);
    assert_eq!(required(1, 1), 1);
    assert_eq!(required(u64::MAX, u64::MAX), u64::MAX);
}

#[test]
fn without_a_need_or_with_places_that_nobody_states_the_amount_is_not_recorded() {
    let no_need = half_of_the_need(&with_places(Some(30)));
    assert_eq!(no_need.amount.verdict, AmountVerdict::NotRecorded);
    assert!(no_need.amount.required.is_empty());
    let no_places = half_of_the_need(&with_places(None).need("board", "mhtr", [40, 61, 80]));
    assert_eq!(no_places.amount.verdict, AmountVerdict::NotRecorded);
    assert_eq!(no_places.amount.places.not_stated.len(), 1);
}

#[test]
fn a_line_without_an_amount_asks_for_none() {
    let given = with_places(Some(30)).need("board", "mhtr", [40, 61, 80]);
    let cell = held_with(&given, "mhtr", "board", |_| {});
    assert_eq!(cell.amount.verdict, AmountVerdict::NotAsked);
    assert_eq!(
        cell.amount.places.known, 30,
        "the places are told all the same"
    );
}

#[test]
fn places_for_several_areas_or_offers_are_not_shared_out() {
    let given = with_places(Some(30)).need("north", "mhtr", [10, 10, 10]);
    let north = half_in(&given, "north");
    assert_eq!(north.amount.places.known, 0);
    assert_eq!(north.amount.places.shared.len(), 1);
    assert_eq!(north.amount.verdict, AmountVerdict::NotRecorded);
    let other = with_places(Some(30))
        .offer("drr")
        .told(live("drr", "board").of("s001"));
    assert_eq!(half_of_the_need(&other).amount.places.shared.len(), 1);
}

#[test]
fn where_part_of_the_area_is_silent_there_may_be_more_places() {
    let given = |places| {
        Given::two_districts()
            .told(live("mhtr", "north"))
            .contract("s001", Status::Live, TERM)
            .edit_contract(move |contract| contract.places = Some(places))
            .need("board", "mhtr", [40, 40, 40])
    };
    assert_eq!(
        half_of_the_need(&given(5)).amount.verdict,
        AmountVerdict::NotRecorded
    );
    assert_eq!(
        half_of_the_need(&given(20)).amount.verdict,
        AmountVerdict::Enough
    );
    let told = given(5).told(absent("mhtr", "south"));
    assert_eq!(half_of_the_need(&told).amount.verdict, AmountVerdict::Short);
}

#[test]
fn an_evidenced_absence_has_no_places() {
    let given =
        Given::two_districts()
            .told(absent("mhtr", "board"))
            .need("board", "mhtr", [40, 40, 40]);
    assert_eq!(
        half_of_the_need(&given).amount.verdict,
        AmountVerdict::Short
    );
}

#[test]
fn places_of_a_lot_are_among_those_of_its_contract() {
    let given = with_places(Some(30))
        .contract("s001", Status::Live, TERM)
        .edit_contract(|lot| {
            lot.places = Some(12);
            lot.part_of = Some("c001".to_owned());
        });
    assert_eq!(half_of_the_need(&given).amount.places.known, 30);
    let over =
        with_places(Some(30)).edit_contract(|c| c.ends_on = Some("2026-09-30".parse().unwrap()));
    assert_eq!(half_of_the_need(&over).amount.places.not_stated.len(), 1);
}

#[test]
fn needs_that_lead_to_different_verdicts_are_said_to_disagree() {
    let given = with_places(Some(30))
        .need("board", "mhtr", [20, 20, 20])
        .need("board", "mhtr", [90, 90, 90]);
    let cell = half_of_the_need(&given);
    assert_eq!(cell.amount.verdict, AmountVerdict::NeedsDisagree);
    assert_eq!(cell.amount.required.len(), 2);
}
