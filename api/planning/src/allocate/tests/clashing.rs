//! Demands that clash are named, the fewest that do.

use super::given::*;
use crate::allocate::demand::Demand;
use crate::allocate::problem::*;

fn one_funder() -> Problem {
    question(&[
        ("north", "link_worker", 100, 1, 50),
        ("south", "link_worker", 100, 1, 50),
        ("west", "link_worker", 100, 1, 50),
    ])
    .stream("icb", 5_000, Scope::default(), Scope::default())
}

#[test]
fn two_floors_beyond_the_money_are_the_smallest_clash() {
    // £5,000 serve 100. Three floors of 40 clash, and so do these two, which are fewer.
    let clash = one_funder()
        .limit(Sense::Floor, Some("north"), None, 40)
        .limit(Sense::Floor, Some("south"), None, 40)
        .limit(Sense::Floor, Some("west"), None, 70)
        .limit(Sense::Ceiling, Some("north"), None, 90)
        .clash();
    assert!(clash.is_smallest);
    assert_eq!(clash.demands.len(), 2);
    assert!(clash.demands.contains(&Demand::Limit(2)));
}

#[test]
fn a_floor_above_its_ceiling_clashes_with_it() {
    let clash = one_funder()
        .limit(Sense::Floor, Some("north"), None, 40)
        .limit(Sense::Ceiling, None, Some("link_worker"), 30)
        .minimum("link_worker", 10_000)
        .clash();
    assert!(clash.is_smallest);
    assert_eq!(clash.demands, [Demand::Limit(0), Demand::Limit(1)]);
}

#[test]
fn a_minimum_that_the_money_cannot_pay_everywhere_names_the_areas() {
    let clash = one_funder().minimum("link_worker", 400_000).clash();
    assert!(clash.is_smallest);
    let areas = ["north", "south", "west"];
    let expected = areas.map(|area| Demand::Minimum(0, area.to_owned()));
    assert_eq!(clash.demands, expected);
}

#[test]
fn promises_beyond_a_stream_clash_whatever_the_others_have() {
    let clash = one_funder()
        .stream("other", 90_000, Scope::default(), Scope::default())
        .committed("icb", "north", "link_worker", 3_000)
        .committed("icb", "south", "link_worker", 1_500)
        .committed("icb", "west", "link_worker", 2_500)
        .clash();
    assert!(clash.is_smallest);
    assert_eq!(
        clash.demands,
        [Demand::Commitment(0), Demand::Commitment(2)]
    );
}

#[test]
fn a_promise_above_a_ceiling_clashes_with_it() {
    let problem = one_funder().committed("icb", "north", "link_worker", 3_000);
    let mut problem = problem;
    problem.limits.push(Limit {
        sense: Sense::Ceiling,
        area: Some("north".to_owned()),
        offer: None,
        cohort: None,
        measure: Measure::Pence,
        amount: 200_000,
    });
    let clash = problem.clash();
    assert_eq!(clash.demands, [Demand::Commitment(0), Demand::Limit(0)]);
}

#[test]
fn a_floor_that_no_stream_may_pay_for_clashes_by_itself() {
    let mut problem = one_funder().limit(Sense::Floor, Some("west"), None, 1);
    problem.streams[0].conditions = areas(&["north", "south"]);
    let clash = problem.clash();
    assert!(clash.is_smallest);
    assert_eq!(clash.demands, [Demand::Limit(0)]);
}

#[test]
fn equity_and_a_ceiling_clash() {
    let clash = one_funder()
        .equity(Some(800_000), None)
        .limit(Sense::Ceiling, Some("north"), None, 10)
        .clash();
    assert!(clash.is_smallest);
    assert_eq!(
        clash.demands,
        [Demand::Limit(0), Demand::Unmet(0, Some("north".to_owned()))]
    );
}
