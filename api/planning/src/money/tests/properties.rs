//! What holds for any contracts.

use proptest::prelude::*;

use super::TODAY;
use crate::closed::Status;
use crate::given::{Given, day, live};
use crate::money::cliff::{Stakes, cliff};
use crate::money::scope::Scope;

/// Status, area, last day, pounds a year and the contract that it lies inside.
type Drawn = (
    Status,
    &'static str,
    &'static str,
    Option<i64>,
    Option<usize>,
);

fn drawn() -> impl Strategy<Value = Drawn> {
    let status = prop::sample::select(vec![
        Status::Live,
        Status::Live,
        Status::Ended,
        Status::Planned,
        Status::Abandoned,
        Status::Unclear,
    ]);
    let area = prop::sample::select(vec!["north", "south", "board"]);
    let last = prop::sample::select(vec![
        "2026-03-31",
        "2027-01-15",
        "2027-03-31",
        "2027",
        "2031-03-31",
    ]);
    let inside = prop::option::weighted(0.3, 0usize..6);
    (status, area, last, prop::option::of(0i64..1_000), inside)
}

fn register(rows: &[Drawn]) -> Given {
    let mut given = Given::two_districts();
    for (number, (status, area, last, pounds, _)) in rows.iter().enumerate() {
        let service = format!("s{:03}", number + 1);
        given = given
            .told(live("mhtr", area).from("2024-04-01").of(&service))
            .contract(&service, *status, ("2024-04-01", None, last));
        if let Some(pounds) = pounds {
            given = given.worth(*pounds);
        }
    }
    for (number, (.., inside)) in rows.iter().enumerate() {
        let whole = inside.filter(|whole| *whole < number);
        given.facts.contracts[number].part_of = whole.map(|whole| format!("c{:03}", whole + 1));
    }
    given
}

fn whole(given: Given) -> (Vec<Stakes>, Stakes) {
    let atlas = given.atlas();
    let scope = Scope::default();
    let found = cliff(
        &atlas,
        &scope,
        day(TODAY),
        day("2026-12-01"),
        day("2027-11-30"),
    );
    let mut slices = vec![found.before, found.after, found.no_end, found.ended_undated];
    slices.extend(found.months.iter().map(|month| month.stakes));
    (slices, found.whole)
}

proptest! {
    #[test]
    fn the_months_sum_to_the_whole(rows in prop::collection::vec(drawn(), 0..8)) {
        let (slices, whole) = whole(register(&rows));
        let sum = slices.iter().fold(Stakes::default(), |sum, next| Stakes {
            within: sum.within.and(next.within),
            beyond: sum.beyond.and(next.beyond),
            ..sum
        });
        prop_assert_eq!(sum.within, whole.within);
        prop_assert_eq!(sum.beyond, whole.beyond);
    }

    #[test]
    fn the_order_of_rows_does_not_matter(rows in prop::collection::vec(drawn(), 0..8)) {
        let given = register(&rows);
        let mut turned = given.clone();
        turned.facts.contracts.reverse();
        turned.facts.coverage.reverse();
        turned.facts.services.reverse();
        prop_assert_eq!(whole(given), whole(turned));
    }

    #[test]
    fn abandoned_planned_and_unclear_add_nothing(rows in prop::collection::vec(drawn(), 0..8)) {
        let with = register(&rows);
        let mut without = with.clone();
        let beside: Vec<String> = with
            .facts
            .contracts
            .iter()
            .filter(|row| !matches!(row.status, Status::Live | Status::Ended))
            .map(|row| row.id.clone())
            .collect();
        for row in &mut without.facts.contracts {
            if beside.contains(&row.id) {
                row.annual_base_pence = None;
                row.annual_full_pence = None;
                row.value_pence = None;
            }
        }
        prop_assert_eq!(whole(with), whole(without));
    }

    #[test]
    fn a_sum_is_never_more_than_all_that_is_stated(rows in prop::collection::vec(drawn(), 0..8)) {
        let counted = |status: Status| matches!(status, Status::Live | Status::Ended);
        let most: i64 = rows.iter().filter(|row| counted(row.0)).filter_map(|row| row.3).sum();
        let (_, whole) = whole(register(&rows));
        prop_assert!(whole.within.base.sum <= most * 100);
    }
}
