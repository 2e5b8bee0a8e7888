use proptest::prelude::*;

use super::{Baseline, Bounds, Line, Placing, Target, Verdict, Why, Year, arrival, test};
use crate::closed::Role;
use crate::given::{Given, live};

/// A line that counts, is in the allocation and comes again.
fn line(label: &str, pounds: i64) -> Line<'_> {
    Line {
        label,
        pence: pounds * 100,
        inside_mhis: Some(true),
        in_allocation: Some(true),
        recurrent: Some(true),
        transferred: Some(false),
        exclusion: None,
    }
}

fn arriving(label: &str, pounds: i64) -> Line<'_> {
    Line {
        transferred: Some(true),
        ..line(label, pounds)
    }
}

fn year<'a>(year: u32, allocation: i64, lines: &[Line<'a>]) -> Year<'a> {
    Year {
        year,
        allocation_pence: allocation * 100,
        target_millionths: None,
        lines: lines.to_vec(),
    }
}

const OWN: &str = "community and inpatient services";
const JUSTICE: &str = "liaison and diversion";

/// £100,000,000 of £1,000,000,000, and an allocation that grows by 3.45 %.
fn two_years(spent: i64) -> Vec<Year<'static>> {
    vec![
        year(2025, 1_000_000_000, &[line(OWN, 100_000_000)]),
        year(2026, 1_034_500_000, &[line(OWN, spent)]),
    ]
}

#[test]
fn spending_that_grows_as_the_allocation_does_meets_the_standard() {
    let found = test(two_years(103_450_000), None);
    let [first, second] = found.as_slice() else {
        panic!("two years")
    };
    assert_eq!(first.growth.verdict, Verdict::NotStated(Why::NoYearBefore));
    assert_eq!(second.growth.verdict, Verdict::Met);
    assert_eq!(second.growth.millionths(), Some(34_500));
    assert_eq!(
        second.growth.required.unwrap().settled(),
        Some(10_345_000_000)
    );
}

#[test]
fn a_penny_less_does_not_meet_the_standard() {
    let mut years = two_years(103_450_000);
    years[1].lines[0].pence -= 1;
    let found = test(years, None);
    assert_eq!(found[1].growth.verdict, Verdict::NotMet);
    assert_eq!(found[1].growth.millionths(), Some(34_500));
}

#[test]
fn a_stated_target_goes_before_the_growth_of_the_allocation() {
    let mut years = two_years(103_450_000);
    years[1].target_millionths = Some(34_501);
    let growth = test(years, None)[1].growth;
    assert_eq!(growth.target, Some(Target::Stated(34_501)));
    assert_eq!(growth.verdict, Verdict::NotMet);
}

#[test]
fn a_line_that_does_not_say_leaves_the_test_open_only_where_it_matters() {
    let unsure = |pounds| Line {
        inside_mhis: None,
        ..line("a block contract", pounds)
    };
    let verdict = |spent, pounds| {
        let mut years = two_years(spent);
        years[1].lines.push(unsure(pounds));
        test(years, None)[1].growth.verdict
    };
    let open = Verdict::NotStated(Why::DependsOnUnstatedLines);
    assert_eq!(verdict(103_450_000, 1), Verdict::Met);
    assert_eq!(verdict(103_449_999, 1), open);
    assert_eq!(verdict(103_449_998, 1), Verdict::NotMet);
}

#[test]
fn a_line_that_does_not_say_in_the_year_before_leaves_it_open_too() {
    let mut years = two_years(103_450_000);
    years[0].lines.push(Line {
        inside_mhis: None,
        ..line("a block contract", 1)
    });
    let growth = test(years, None)[1].growth;
    assert_eq!(
        growth.verdict,
        Verdict::NotStated(Why::DependsOnUnstatedLines)
    );
    assert_eq!(growth.millionths(), None);
}

#[test]
fn what_is_excluded_never_counts_and_a_contradiction_is_told() {
    let excluded = |exclusion, inside_mhis| Line {
        exclusion: Some(exclusion),
        inside_mhis,
        ..line("a line", 5)
    };
    let lines = [
        excluded("Learning disability and autism", None),
        excluded("dementia", Some(true)),
        excluded("paid by the council", Some(false)),
        Line {
            inside_mhis: Some(false),
            ..line("estates", 7)
        },
        line(OWN, 100),
    ];
    let found = &test(vec![year(2026, 1_000, &lines)], None)[0].ledgers;
    let placed: Vec<Placing> = found.lines.iter().map(|line| line.placing).collect();
    assert!(matches!(placed[0], Placing::Excluded(e) if e.name == "learning disability"));
    assert_eq!(
        placed[1..],
        [
            Placing::Contradicted,
            Placing::LeftOut,
            Placing::DoesNotCount,
            Placing::Counts
        ]
    );
    assert_eq!(found.mhis.settled(), Some(10_000));
}

#[test]
fn each_line_is_in_either_ledger_in_both_or_in_neither() {
    let placed = |label, inside_mhis, in_allocation, pounds| Line {
        inside_mhis,
        in_allocation,
        ..line(label, pounds)
    };
    let lines = [
        placed("both", Some(true), Some(true), 1),
        placed("standard alone", Some(true), Some(false), 20),
        placed("allocation alone", Some(false), Some(true), 300),
        placed("neither", Some(false), Some(false), 4_000),
        placed("not stated", None, Some(true), 50_000),
    ];
    let found = &test(vec![year(2026, 1_000, &lines)], None)[0].ledgers;
    let pounds = |pence: i64| pence / 100;
    assert_eq!(pounds(found.both), 1);
    assert_eq!(pounds(found.mhis_only), 20);
    assert_eq!(pounds(found.allocation_only), 300);
    assert_eq!(pounds(found.neither), 4_000);
    assert_eq!(pounds(found.not_settled), 50_000);
    let of = |low: i64, high: i64| Bounds {
        low: low * 100,
        high: high * 100,
    };
    assert_eq!(found.mhis, of(21, 50_021));
    assert_eq!(found.allocation, of(50_301, 50_301));
}

/// Own spending grows by less than 3.6 %, and £5,200,000 of services arrive that
/// cost £5,000,000 under the other body.
fn arriving_years() -> Vec<Year<'static>> {
    let mut years = vec![
        year(
            2026,
            1_034_500_000,
            &[line(OWN, 103_450_000), arriving(JUSTICE, 5_000_000)],
        ),
        year(
            2027,
            1_100_000_000,
            &[line(OWN, 107_000_000), arriving(JUSTICE, 5_200_000)],
        ),
    ];
    years[1].target_millionths = Some(36_000);
    years
}

#[test]
fn services_that_arrive_look_like_growth_until_the_baseline_is_restated() {
    let found = &test(arriving_years(), Some(2027))[1];
    assert_eq!(found.growth.verdict, Verdict::Met);
    assert_eq!(found.growth.millionths(), Some(84_582));
    let arrival = found.arrival.unwrap();
    assert_eq!(arrival.restated.verdict, Verdict::NotMet);
    assert_eq!(arrival.restated.millionths(), Some(34_578));
    assert_eq!(arrival.left_out.verdict, Verdict::NotMet);
    assert_eq!(arrival.left_out.millionths(), Some(34_316));
    assert_eq!(arrival.arrives.settled(), Some(520_000_000));
    assert_eq!(arrival.came_with.settled(), Some(500_000_000));
}

#[test]
fn what_the_other_body_spent_is_no_spending_of_the_board() {
    let found = &test(arriving_years(), Some(2027))[0];
    assert_eq!(found.ledgers.mhis.settled(), Some(10_345_000_000));
    assert!(found.ledgers.lines[1].of_the_other);
    assert_eq!(found.arrival, None);
}

#[test]
fn without_a_restated_baseline_the_restated_test_is_not_stated() {
    let mut years = arriving_years();
    years[0].lines.pop();
    let found = test(years, Some(2027))[1].arrival.unwrap();
    assert_eq!(
        found.restated.verdict,
        Verdict::NotStated(Why::NoRestatedBaseline)
    );
    assert_eq!(found.left_out.verdict, Verdict::NotMet);
}

#[test]
fn an_allocation_that_arrives_is_restated_with_the_spending() {
    let mut years = arriving_years();
    years[1].target_millionths = None;
    let found = test(years, Some(2027))[1].arrival.unwrap();
    assert_eq!(
        found.restated.target,
        Some(Target::OfAllocation {
            now: 110_000_000_000,
            before: 103_950_000_000
        })
    );
    assert_eq!(
        found.left_out.target,
        Some(Target::OfAllocation {
            now: 109_480_000_000,
            before: 103_450_000_000
        })
    );
}

#[test]
fn growth_from_nothing_and_two_reports_of_a_year_are_not_stated() {
    let nothing = vec![year(2025, 1_000, &[]), year(2026, 1_000, &[line(OWN, 1)])];
    let verdict = |years| test(years, None).pop().unwrap().growth.verdict;
    assert_eq!(verdict(nothing), Verdict::NotStated(Why::NothingBefore));
    let mut twice = two_years(103_450_000);
    twice.push(twice[1].clone());
    assert_eq!(verdict(twice), Verdict::NotStated(Why::SeveralReports));
    let mut free = two_years(103_450_000);
    free[0].allocation_pence = 0;
    assert_eq!(verdict(free), Verdict::NotStated(Why::NoAllocationBefore));
}

#[test]
fn the_arrival_is_the_first_transfer_of_a_commissioner_on_record() {
    let given = Given::two_districts()
        .body("nhs")
        .body("office")
        .body("charity")
        .told(live("mhtr", "north"))
        .part_in("nhs", "s001", Role::Commissioner)
        .part_in("charity", "s001", Role::Provider)
        .passes("charity", Some("office"), "2025-04-01")
        .passes("nhs", Some("office"), "2027-04-01");
    let atlas = given.atlas();
    let (change, year) = arrival(&atlas).unwrap();
    assert_eq!(atlas.body_successions.get(change).predecessor, "nhs");
    assert_eq!(year, 2027);
    assert_eq!(arrival(&Given::two_districts().atlas()), None);
}

fn any_line() -> impl Strategy<Value = Line<'static>> {
    let said = || prop::option::of(any::<bool>());
    (0i64..1_000_000, said(), said(), said()).prop_map(|(pence, inside, allocated, transferred)| {
        Line {
            pence,
            inside_mhis: inside,
            in_allocation: allocated,
            transferred,
            ..line("a line", 0)
        }
    })
}

proptest! {
    #[test]
    fn ledgers_hold_every_penny_once(lines in prop::collection::vec(any_line(), 0..12)) {
        let whole: i64 = lines.iter().map(|line| line.pence).sum();
        let found = &test(vec![year(2027, 1, &lines)], Some(2027))[0].ledgers;
        let parts = found.both + found.mhis_only + found.allocation_only + found.neither + found.not_settled;
        prop_assert_eq!(parts, whole);
        prop_assert!(found.mhis.low <= found.mhis.high);
    }

    #[test]
    fn what_is_met_stays_met_whatever_a_line_turns_out_to_be(
        before in prop::collection::vec(any_line(), 1..6),
        now in prop::collection::vec(any_line(), 1..6),
        target in 0i64..200_000,
    ) {
        let ask = |before: &[Line<'static>], now: &[Line<'static>]| {
            let mut years = vec![year(2025, 1, before), year(2026, 1, now)];
            years[1].target_millionths = Some(target);
            test(years, None)[1].growth.verdict
        };
        let first = ask(&before, &now);
        if matches!(first, Verdict::Met | Verdict::NotMet) {
            for said in [true, false] {
                let settle = |lines: &[Line<'static>]| -> Vec<Line<'static>> {
                    lines.iter().map(|l| Line { inside_mhis: l.inside_mhis.or(Some(said)), ..*l }).collect()
                };
                let then = ask(&settle(&before), &settle(&now));
                prop_assert!(then == first || then == Verdict::NotStated(Why::NothingBefore));
            }
        }
    }

    #[test]
    fn without_arrivals_each_baseline_says_the_same(spent in 1i64..200_000_000) {
        let found = test(two_years(spent), Some(2026));
        let arrival = found[1].arrival.unwrap();
        prop_assert_eq!(arrival.restated.verdict, found[1].growth.verdict);
        prop_assert_eq!(arrival.left_out.verdict, found[1].growth.verdict);
        prop_assert_eq!(Baseline::ALL.len(), 3);
    }
}
