//! Small cases by trying everything.

use proptest::prelude::*;

use super::given::*;
use crate::allocate::problem::*;

/// Whether streams can pay for places: no set of places costs more than the streams that may pay
/// for any of them have.
fn is_payable(problem: &Problem, pence: &[i64], pooled: bool) -> bool {
    let places: Vec<&Place> = problem.needs.iter().map(|need| &need.place).collect();
    (1_u32..1 << places.len()).all(|set| {
        let is_in = |at: usize| set & (1 << at) != 0;
        let cost: i64 = (0..places.len())
            .filter(|at| is_in(*at))
            .map(|at| pence[at])
            .sum();
        let may = |stream: &&Stream| {
            (0..places.len()).any(|at| {
                is_in(at)
                    && stream.conditions.holds(places[at])
                    && (pooled || stream.silo.holds(places[at]))
            })
        };
        let money: i64 = problem.streams.iter().filter(may).map(|s| s.pence).sum();
        cost <= money
    })
}

/// The least weighted unmet need, in thousandths of a person, over all numbers of units.
fn least_unmet(problem: &Problem, pooled: bool) -> i64 {
    let units = &problem.units[0];
    let prices: Vec<i64> = problem
        .costs
        .iter()
        .map(|cost| cost.pence.central * units.people)
        .collect();
    let money: i64 = problem.streams.iter().map(|stream| stream.pence).sum();
    let mut best = i64::MAX;
    let mut counts = vec![0_i64; prices.len()];
    loop {
        let pence: Vec<i64> = counts.iter().zip(&prices).map(|(n, p)| n * p).collect();
        if pence.iter().sum::<i64>() <= money && is_payable(problem, &pence, pooled) {
            let unmet = problem.needs.iter().zip(&counts).map(|(need, count)| {
                let left = (need.people.central - count * units.people).max(0);
                left * need.weight / ONE
            });
            best = best.min(unmet.sum());
        }
        // The next numbers, as on a counter.
        let Some(at) = (0..counts.len()).find(|at| {
            let need = problem.needs[*at].people.central;
            counts[*at] * units.people < need
        }) else {
            return best;
        };
        counts[at] += 1;
        for count in &mut counts[..at] {
            *count = 0;
        }
    }
}

fn small() -> impl Strategy<Value = Problem> {
    let need = (1_i64..12, 1_i64..5, 1_i64..9);
    let stream = (0_i64..60, 0_u8..8, 0_u8..8);
    (
        prop::collection::vec(need, 3),
        prop::collection::vec(stream, 1..4),
        1_i64..4,
    )
        .prop_map(|(needs, streams, unit)| {
            let names = ["north", "south", "west"];
            let rows: Vec<_> = needs
                .iter()
                .zip(names)
                .map(|((people, weight, cost), area)| (area, "offer", *people, *weight, *cost))
                .collect();
            let mut problem = question(&rows).in_units("offer", unit);
            for (at, (pounds, conditions, silo)) in streams.iter().enumerate() {
                let chosen = |bits: &u8| {
                    let chosen = (0..3).filter(|at| bits & (1 << at) != 0);
                    areas(&chosen.map(|at| names[at]).collect::<Vec<_>>())
                };
                let id = format!("stream {at}");
                problem = problem.stream(&id, *pounds, chosen(conditions), chosen(silo));
            }
            problem
        })
}

/// Found by the property below: money beyond the need is worth nothing anywhere, and the search lost
/// itself in the parts of units that it could pay for.
#[test]
fn money_beyond_the_need_does_not_keep_the_search_from_its_end() {
    let problem = question(&[
        ("north", "offer", 6, 1, 7),
        ("south", "offer", 3, 4, 1),
        ("west", "offer", 3, 1, 1),
    ])
    .in_units("offer", 2)
    .stream("a", 5, areas(&["west"]), areas(&[]))
    .stream("b", 44, areas(&["south"]), areas(&[]))
    .stream("c", 41, areas(&["north", "south", "west"]), areas(&[]));
    let whole = problem.answer().whole.unwrap();
    let least = i128::from(least_unmet(&problem, true)) * 1_000_000_000;
    assert_eq!(whole.plan.unmet, least);
    let missing = least - whole.plan.bound.unwrap();
    assert!((0..=10_000_000).contains(&missing), "{missing}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn whole_units_are_what_trying_everything_finds(problem in small()) {
        let answer = problem.answer();
        for (whole, pooled) in [(&answer.whole, true), (&answer.siloed_whole, false)] {
            let whole = whole.as_ref().unwrap();
            let least = i128::from(least_unmet(&problem, pooled)) * 1_000_000_000;
            prop_assert_eq!(whole.plan.unmet, least);
            prop_assert!(whole.plan.bound.unwrap() <= least);
            // The search ended, so that the bound is the answer, to a hundredth of a thousandth of a person.
            prop_assert!(whole.plan.bound.unwrap() >= least - least / 100_000 - 10_000_000);
        }
    }

    #[test]
    fn one_stream_without_demands_goes_where_a_pound_serves_most(
        needs in prop::collection::vec((1_i64..50, 1_i64..6, 1_i64..40), 1..6), pounds in 0_i64..2_000,
    ) {
        let names = ["a", "b", "c", "d", "e"];
        let rows: Vec<_> = needs.iter().zip(names)
            .map(|((people, weight, cost), area)| (area, "offer", *people, *weight, *cost)).collect();
        let problem = question(&rows).stream("icb", pounds, Scope::default(), Scope::default());
        let mut order = needs.clone();
        // The most weight for a pound first: a.weight / a.cost against b.weight / b.cost.
        order.sort_by_key(|(_, weight, cost)| std::cmp::Reverse(weight * 1_000_000 / cost));
        let mut left = i128::from(pounds);
        let mut unmet = 0;
        for (people, weight, cost) in order {
            let (people, weight, cost) = (i128::from(people), i128::from(weight), i128::from(cost));
            let spent = left.min(people * cost);
            left -= spent;
            unmet += (people * cost - spent) * weight * 1_000_000_000 / cost;
        }
        let answer = problem.answer();
        // In thousandths of a person for each place, whose weight is at most five.
        prop_assert!((answer.pooled.unmet - unmet).abs() <= 5 * 5 * 1_000_000 + 5_000_000,
            "{} is not {}", answer.pooled.unmet, unmet);
    }
}
