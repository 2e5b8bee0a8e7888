//! The examples of docs/CALCULATIONS.md.

use super::given::*;
use crate::allocate::answer::*;
use crate::allocate::case::Condition;
use crate::allocate::check::Wrong;
use crate::allocate::problem::*;
use crate::allocate::{allocate, problem};

/// A police commissioner pays in North, a board in South: 60 people in North and 100 in South need a link
/// worker at £50, and 20 in South treatment at £400 that counts four times.
fn two_funders() -> Problem {
    question(&[
        ("north", "link_worker", 60, 1, 50),
        ("south", "link_worker", 100, 1, 50),
        ("south", "treatment", 20, 4, 400),
    ])
    .stream("pcc", 6_000, Scope::default(), areas(&["north"]))
    .stream("icb", 4_000, Scope::default(), areas(&["south"]))
}

#[test]
fn pooled_money_meets_what_two_silos_leave() {
    let answer = two_funders().answer();
    let siloed = answer.siloed.as_ref().unwrap();
    // Alone the one has £3,000 over, the other serves 80 of 100 and treats nobody: 20 + 4 × 20.
    assert_eq!(unmet(siloed), 100_000);
    assert_eq!(people(siloed, "north", "link_worker"), 60_000);
    assert_eq!(people(siloed, "south", "link_worker"), 80_000);
    // Together they serve all link workers' people with £8,000 and treat 5 with the rest: 4 × 15.
    assert_eq!(unmet(&answer.pooled), 60_000);
    assert_eq!(people(&answer.pooled, "south", "treatment"), 5_000);
    assert_eq!(answer.status, Status::Optimal);
    assert_eq!(unmet(&answer.nothing), 60_000 + 100_000 + 80_000);
    let bound = answer.pooled.bound.unwrap();
    assert!(bound <= answer.pooled.unmet && answer.pooled.unmet - bound < 1_000_000);
    assert_eq!(answer.advice, Advice::Pooled);
}

#[test]
fn one_more_pound_ends_where_the_chain_of_streams_leads() {
    let answer = two_funders().answer();
    for pound in &answer.pounds {
        // £1 of £400 treats 0.0025 people, who count four times.
        assert_eq!(pound.worth, 10_000_000);
        assert_eq!(pound.people, Some(2_500));
        assert_eq!(pound.place, Some(place("south", "treatment")));
    }
    let worths: Vec<_> = answer
        .binding
        .iter()
        .map(|binding| (&binding.what, binding.worth / 10_000))
        .collect();
    let icb = Held::Stream("icb".to_owned());
    let pcc = Held::Stream("pcc".to_owned());
    assert_eq!(worths, [(&icb, 1_000), (&pcc, 1_000)]);
}

#[test]
fn whole_units_are_rounded_and_repaired_within_a_stated_bound() {
    let answer = two_funders().in_units("treatment", 3).answer();
    let whole = answer.whole.unwrap();
    // Two units of three cost £2,400, £400 more than is over: 8 link workers' people fewer, 8 + 4 × 14.
    // One unit would leave £800 unspent and 4 × 17. The continuous plan leaves 4 × 15.
    assert_eq!(unmet(&whole.plan), 64_000);
    assert_eq!(people(&whole.plan, "south", "treatment"), 6_000);
    let bound = whole.plan.bound.unwrap();
    assert!(bound <= whole.plan.unmet);
    // The search looked everywhere, so that the bound is the answer.
    assert!(whole.plan.unmet - bound < 100_000_000, "{bound}");
    assert_eq!(answer.advice, Advice::PooledWhole);
}

#[test]
fn an_equal_share_is_by_head_of_the_need_that_a_stream_may_pay_for() {
    let answer = two_funders().answer();
    // 180 heads: £10,000 / 180 = £55.56 each. Link workers need £50, treatment gets £1,111.12.
    assert_eq!(people(&answer.equal_share, "north", "link_worker"), 60_000);
    assert_eq!(people(&answer.equal_share, "south", "treatment"), 2_777);
    let spent: i64 = answer.equal_share.places.iter().map(|of| of.pence).sum();
    assert_eq!(spent, 300_000 + 500_000 + 111_112);
}

#[test]
fn a_condition_lifted_is_solved_anew() {
    let mut problem = two_funders();
    problem.streams[0].conditions = areas(&["north"]);
    let answer = problem.answer();
    assert_eq!(unmet(&answer.pooled), 100_000);
    let lifted = &answer.lifted[0];
    assert_eq!(lifted.condition, Condition::Areas("pcc".to_owned()));
    // What pooling would buy: 20 people and 5 who count four times.
    let gain = lifted.solved.unwrap();
    assert_eq!((gain.weighted + 500_000) / 1_000_000, 40_000);
    assert!((gain.people - 25_000).abs() <= 1);
    assert!(lifted.at_most >= gain.weighted);
}

#[test]
fn where_the_answer_flips_inside_the_range_of_costs_nothing_is_recommended() {
    let base = question(&[
        ("north", "first", 100, 1, 100),
        ("north", "second", 100, 1, 110),
    ])
    .stream("icb", 5_000, Scope::default(), Scope::default());
    assert_eq!(base.answer().advice, Advice::Pooled);
    let mut problem = base;
    problem.costs[0].pence = Estimate {
        low: 8_000,
        central: 10_000,
        high: 20_000,
    };
    let answer = problem.answer();
    // At £200 the first serves 25, the second would serve 45.
    let high = answer
        .corners
        .iter()
        .find(|corner| corner.end == End::OfferHigh("first".to_owned()));
    let Some(Finding::Compared {
        plan,
        best,
        moved,
        flips,
    }) = high.map(|corner| &corner.finding)
    else {
        panic!("no corner: {:?}", answer.corners);
    };
    assert_eq!(plan / 1_000_000_000, 175);
    assert_eq!(best / 1_000_000_000, 154);
    assert_eq!(*moved, 500_000);
    assert!(flips);
    let Advice::Withheld(reasons) = &answer.advice else {
        panic!("recommended in spite of a flip");
    };
    assert!(reasons.contains(&Reason::Flips(End::OfferHigh("first".to_owned()))));
    assert_eq!(answer.without_range, ["second"]);
}

#[test]
fn a_range_in_which_the_answer_stands_is_no_flip() {
    let mut problem = question(&[
        ("north", "first", 100, 1, 100),
        ("north", "second", 100, 1, 110),
    ])
    .stream("icb", 5_000, Scope::default(), Scope::default());
    problem.costs[0].pence.high = 10_900;
    problem.needs[0].people.high = 130;
    let answer = problem.answer();
    assert_eq!(answer.advice, Advice::Pooled);
    assert_eq!(answer.corners.len(), 7);
}

#[test]
fn what_a_promise_locks_is_paid_first_and_its_worth_is_told() {
    let problem = two_funders().committed("icb", "south", "treatment", 4_000);
    let answer = problem.answer();
    // £4,000 treat 10; the other £6,000 serve 120 by link workers: 40 + 4 × 10.
    assert!((unmet(&answer.pooled) - 80_000).abs() <= 2);
    assert_eq!(unmet(&answer.nothing), 60_000 + 100_000 + 40_000);
    let promise = Held::Demand(crate::allocate::demand::Demand::Commitment(0));
    let binding = answer.binding.iter().find(|of| of.what == promise);
    // A pound spent on link workers instead is 0.02 people, on treatment 0.0025 × 4.
    let worth = binding.map(|of| of.worth).unwrap();
    assert!((worth - 10_000_000).abs() < 10_000, "{worth}");
    assert_eq!(
        breaches(&problem, &answer.pooled, true),
        Vec::<String>::new()
    );
}

#[test]
fn a_floor_a_ceiling_a_minimum_and_equity_hold() {
    let problem = two_funders()
        .limit(Sense::Floor, None, Some("treatment"), 8)
        .limit(Sense::Ceiling, Some("north"), None, 50)
        .minimum("link_worker", 400_000)
        .equity(Some(700_000), Some(300_000));
    let answer = problem.answer();
    assert_eq!(
        breaches(&problem, &answer.pooled, true),
        Vec::<String>::new()
    );
    // 8 treated for £3,200; £6,800 serve 136 by link workers, at most 50 of them in North.
    assert!((people(&answer.pooled, "south", "treatment") - 8_000).abs() <= 2);
    let north = people(&answer.pooled, "north", "link_worker");
    assert!((24_000..=50_000).contains(&north), "{north}");
    assert!((unmet(&answer.pooled) - 24_000 - 48_000).abs() <= 5);
    // Alone, the board has £4,000 for 8 at £400 and 40 at £50: the first £3,200 leave 16.
    assert!(answer.siloed.is_err());
}

#[test]
fn silos_that_cannot_hold_a_demand_are_told_with_what_clashes() {
    let problem = two_funders().limit(Sense::Floor, None, Some("treatment"), 12);
    let answer = problem.answer();
    let clash = answer.siloed.unwrap_err();
    assert_eq!(clash.demands, [crate::allocate::demand::Demand::Limit(0)]);
    assert!((people(&answer.pooled, "south", "treatment") - 12_000).abs() <= 2);
}

#[test]
fn a_stopped_solve_gives_what_it_has_and_says_so() {
    let mut problem = two_funders();
    problem.most_steps = 2;
    let answer = problem.answer();
    assert_eq!(answer.status, Status::StoppedEarly);
    assert_eq!(
        breaches(&problem, &answer.pooled, true),
        Vec::<String>::new()
    );
    let bound = answer.pooled.bound.unwrap();
    assert!(bound <= 60_000_000_000, "{bound}");
    assert!(
        matches!(&answer.advice, Advice::Withheld(reasons) if reasons.contains(&Reason::StoppedEarly))
    );
}

#[test]
fn everything_that_is_wrong_is_told_by_field() {
    let mut problem = two_funders();
    problem.needs[1].weight = -1;
    problem.needs[2].place.area = String::new();
    problem.streams[0].pence = -5;
    problem.costs[0].pence.low = 9_000_000;
    problem.commitments.push(Commitment {
        stream: "nobody".to_owned(),
        place: place("north", "link_worker"),
        pence: 1,
    });
    problem.equity.push(Equity {
        between: problem::Between::Areas,
        unmet: Some(2 * ONE),
        gap: None,
    });
    problem.most_steps = 0;
    let Outcome::Refused(mistakes) = allocate(&problem) else {
        panic!("accepted");
    };
    let told: Vec<_> = mistakes
        .iter()
        .map(|mistake| (mistake.field.as_str(), mistake.wrong))
        .collect();
    assert_eq!(
        told,
        [
            ("streams.0.amount", Wrong::OutOfRange),
            ("needs.1.weight", Wrong::OutOfRange),
            ("needs.2.area", Wrong::Required),
            ("needs.2.offer", Wrong::Required),
            ("unitCosts.0.costLow", Wrong::Mismatch),
            ("commitments.0.stream", Wrong::NotFound),
            ("equity.0.mostUnmet", Wrong::OutOfRange),
            ("mostSteps", Wrong::OutOfRange),
        ]
    );
}

#[test]
fn a_question_that_is_too_large_is_refused_before_anything_is_solved() {
    let mut problem = two_funders();
    let stream = problem.streams[0].clone();
    problem.streams = (0..401)
        .map(|at| Stream {
            id: at.to_string(),
            ..stream.clone()
        })
        .collect();
    let Outcome::Refused(mistakes) = allocate(&problem) else {
        panic!("accepted");
    };
    assert_eq!(mistakes[0].wrong, Wrong::TooLarge);
    assert_eq!(mistakes[0].field, "streams");
}
