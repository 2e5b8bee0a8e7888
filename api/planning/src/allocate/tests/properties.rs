//! What holds for any question.

use proptest::prelude::*;

use super::given::*;
use crate::allocate::allocate;
use crate::allocate::answer::Outcome;
use crate::allocate::problem::*;

const AREAS: [&str; 3] = ["east", "north", "west"];
const OFFERS: [&str; 2] = ["link_worker", "treatment"];
const COHORTS: [Option<&str>; 2] = [None, Some("women")];

fn scope() -> impl Strategy<Value = Scope> {
    (0_u8..10, 0_u8..6, 0_u8..4).prop_map(|(areas, offers, cohorts)| {
        let some = |names: &[&str], bits: u8| {
            let chosen = names.iter().enumerate();
            let chosen = chosen.filter(|(at, _)| bits & (1 << at) != 0);
            chosen.map(|(_, name)| (*name).to_owned()).collect()
        };
        Scope {
            areas: (areas < 8).then(|| some(&AREAS, areas)),
            offers: (offers < 4).then(|| some(&OFFERS, offers)),
            cohorts: (cohorts == 0).then(|| some(&["women"], 1)),
        }
    })
}

fn curve() -> impl Strategy<Value = Option<Reach>> {
    prop_oneof![
        Just(None),
        (500_000_i64..=ONE, 900_000_i64..2_000_000)
            .prop_map(|(reachable, first)| Some(Reach::Saturating { reachable, first })),
        (300_000_i64..600_000, 1_i64..4).prop_map(|(up_to, dearer)| {
            let pieces = [(up_to, ONE), (900_000, dearer * ONE)];
            let steps = pieces.map(|(up_to, costs)| Step { up_to, costs });
            Some(Reach::Steps(steps.to_vec()))
        }),
    ]
}

prop_compose! {
    fn money()(
        streams in prop::collection::vec((0_i64..40_000, scope(), scope(), prop::bool::weighted(0.8)), 1..5),
        needs in prop::collection::vec((0_i64..120, 0_i64..5), 12),
        costs in prop::collection::vec(10_i64..400, 2),
        curves in prop::collection::vec(curve(), 2),
        unit in prop::option::of(1_i64..12),
    ) -> Problem {
        let mut problem = Problem { most_steps: 200, ..Problem::default() };
        let mut given = needs.into_iter();
        for area in AREAS {
            for offer in OFFERS {
                for cohort in COHORTS {
                    let (people, weight) = given.next().unwrap();
                    let place = Place { cohort: cohort.map(str::to_owned), ..place(area, offer) };
                    let people = Estimate::exactly(people);
                    problem.needs.push(Need { place, people, weight: weight * ONE });
                }
            }
        }
        for ((offer, pounds), reach) in OFFERS.iter().zip(costs).zip(curves) {
            let offer = (*offer).to_owned();
            let pence = Estimate::exactly(pounds * 100 + 7);
            problem.costs.push(UnitCost { offer: offer.clone(), area: None, pence });
            if let Some(reach) = reach {
                problem.curves.push(Curve { offer, reach });
            }
        }
        if let Some(people) = unit {
            problem = problem.in_units("treatment", people);
        }
        for (at, (pounds, conditions, silo, pooled)) in streams.into_iter().enumerate() {
            problem = problem.stream(&format!("stream {at}"), pounds, conditions, silo);
            problem.streams[at].pooled = pooled;
        }
        problem
    }
}

prop_compose! {
    fn demanding()(
        mut problem in money(),
        limits in prop::collection::vec((any::<bool>(), prop::option::of(0_usize..3), prop::option::of(0_usize..2), any::<bool>(), 0_i64..150), 0..4),
        minimum in prop::option::of(0_i64..300_000),
        equity in prop::option::of((600_000_i64..=ONE, 200_000_i64..=ONE)),
        promises in prop::collection::vec((0_usize..4, 0_usize..12, 0_i64..5_000), 0..3),
    ) -> Problem {
        for (is_floor, area, offer, is_people, amount) in limits {
            problem.limits.push(Limit {
                sense: if is_floor { Sense::Floor } else { Sense::Ceiling },
                area: area.map(|at| AREAS[at].to_owned()),
                offer: offer.map(|at| OFFERS[at].to_owned()),
                cohort: None,
                measure: if is_people { Measure::People } else { Measure::Pence },
                amount: if is_people { amount } else { amount * 10_000 },
            });
        }
        if let Some(share) = minimum {
            problem = problem.minimum("link_worker", share);
        }
        if let Some((unmet, gap)) = equity {
            problem = problem.equity(Some(unmet), Some(gap));
        }
        for (stream, need, pounds) in promises {
            let Some(stream) = problem.streams.get(stream).cloned() else { continue };
            let place = problem.needs[need].place.clone();
            if stream.conditions.holds(&place) {
                problem.commitments.push(Commitment { stream: stream.id, place, pence: pounds * 100 });
            }
        }
        problem
    }
}

/// Rounding: a thousandth of a person at each place, weighing at most five.
const ROUNDING: i128 = 12 * 5 * 2_000_000;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_allocation_breaks_a_condition_or_a_cap_and_parts_sum_to_the_whole(problem in demanding()) {
        match allocate(&problem) {
            Outcome::Answered(answer) => {
                prop_assert_eq!(breaches(&problem, &answer.pooled, true), Vec::<String>::new());
                if let Ok(siloed) = &answer.siloed {
                    prop_assert_eq!(breaches(&problem, siloed, false), Vec::<String>::new());
                    prop_assert!(answer.pooled.unmet <= siloed.unmet);
                }
                for (whole, pooled) in [(&answer.whole, true), (&answer.siloed_whole, false)] {
                    if let Some(whole) = whole.as_ref().filter(|whole| whole.plan.broken.is_empty()) {
                        prop_assert_eq!(breaches(&problem, &whole.plan, pooled), Vec::<String>::new());
                        prop_assert!(whole.plan.bound.unwrap() <= whole.plan.unmet);
                    }
                }
                prop_assert!(answer.pooled.bound.unwrap() <= answer.pooled.unmet);
            }
            Outcome::Clashing(clash) => prop_assert!(!clash.demands.is_empty()),
            Outcome::Refused(mistakes) => prop_assert!(false, "{:?}", mistakes),
        }
    }

    #[test]
    fn the_optimum_is_near_its_bound(problem in money()) {
        let answer = problem.answer();
        let bound = answer.pooled.bound.unwrap();
        prop_assert!(answer.pooled.unmet - bound <= ROUNDING + bound / 100_000, "{} above {bound}", answer.pooled.unmet);
    }

    #[test]
    fn more_money_never_serves_less_need(problem in money(), stream in 0_usize..4, pounds in 1_i64..20_000) {
        let before = problem.answer().pooled.unmet;
        let mut richer = problem;
        let stream = stream % richer.streams.len();
        richer.streams[stream].pence += pounds * 100;
        prop_assert!(richer.answer().pooled.unmet <= before + ROUNDING);
    }

    #[test]
    fn siloed_never_beats_pooled_and_whole_units_no_more(problem in money()) {
        let answer = problem.answer();
        let siloed = answer.siloed.as_ref().unwrap();
        prop_assert!(answer.pooled.unmet <= siloed.unmet);
        if let (Some(whole), Some(siloed)) = (&answer.whole, &answer.siloed_whole) {
            prop_assert!(whole.plan.broken.is_empty());
            prop_assert!(whole.plan.unmet <= siloed.plan.unmet);
        }
    }

    #[test]
    fn the_order_of_what_is_asked_does_not_matter(problem in demanding()) {
        let mut other = problem.clone();
        other.streams.reverse();
        other.needs.reverse();
        other.costs.reverse();
        other.curves.reverse();
        match (allocate(&problem), allocate(&other)) {
            (Outcome::Answered(a), Outcome::Answered(b)) => prop_assert_eq!(a, b),
            (Outcome::Clashing(a), Outcome::Clashing(b)) => prop_assert_eq!(a, b),
            (a, b) => prop_assert!(false, "{:?} {:?}", a, b),
        }
    }

    #[test]
    fn the_same_question_has_the_same_answer(problem in demanding()) {
        prop_assert_eq!(allocate(&problem), allocate(&problem));
    }

    #[test]
    fn a_clash_is_one_and_without_any_one_of_it_there_is_none(problem in demanding()) {
        let Outcome::Clashing(clash) = allocate(&problem) else { return Ok(()) };
        use crate::allocate::{case::{View, case}, clash, demand::Demand};
        let whole = case(&problem, &View::pooled());
        let among = |kept: &dyn Fn(&Demand) -> bool| {
            let mut case = whole.clone();
            case.rows.retain(|row| kept(&row.demand));
            for promise in std::mem::take(&mut case.promises) {
                if kept(&Demand::Commitment(promise.asked)) {
                    case.promises.push(promise);
                } else {
                    case.cells[promise.cell].committed -= promise.pence;
                    let stream = &mut case.streams[promise.stream];
                    stream.free += promise.pence;
                    let of = |group: &&mut crate::allocate::case::Group| group.streams.contains(&promise.stream);
                    if let Some(group) = case.groups.iter_mut().find(of) {
                        group.free += promise.pence;
                    }
                }
            }
            clash::clash(&case)
        };
        prop_assert!(among(&|demand| clash.demands.contains(demand)).is_some());
        for left_out in &clash.demands {
            let fewer = among(&|demand| clash.demands.contains(demand) && demand != left_out);
            prop_assert!(fewer.is_none(), "{left_out:?} has no part in {:?}", clash.demands);
        }
    }
}
