use crate::closed::RiskShare;
use crate::pool::cost::{CostLine, Draws};
use crate::pool::liability::{Bearer, Sharing, Unsound};
use crate::pool::risk::{RiskFault, RiskQuestion, answer};
use crate::pool::split::{from_pots, within_limits};

fn bearer(body: &str, contribution: u64) -> Bearer {
    Bearer {
        body: body.to_owned(),
        contribution,
        share: None,
        cap: None,
        is_host: body == "board",
    }
}

fn sharing(rule: RiskShare) -> Sharing {
    Sharing {
        rule,
        tier: None,
        bearers: vec![
            bearer("board", 30_000_000),
            bearer("east", 20_000_000),
            bearer("west", 10_000_000),
        ],
    }
}

fn line(low: u64, central: u64, high: u64) -> CostLine {
    CostLine {
        name: "team".to_owned(),
        low,
        central,
        high,
    }
}

fn question(costs: Vec<CostLine>, rule: RiskShare) -> RiskQuestion {
    RiskQuestion {
        costs,
        together: false,
        aligned: 0,
        sharing: sharing(rule),
        draws: 2_000,
        seed: 20_261_122,
        chances: vec![500_000, 900_000, 1_000_000],
        sums: vec![0, 5_000_000],
    }
}

#[test]
fn the_worked_example_of_an_overspend() {
    // £10,000.01 over: by contribution 3:2:1, equally up to £6,000 and then by
    // contribution, by shares of 0.5, 0.3 and 0.2, or all to the host.
    let over = 1_000_001;
    let parts = |sharing: &Sharing| sharing.split(over).parts;
    assert_eq!(
        parts(&sharing(RiskShare::ByContribution)),
        [500_000, 333_334, 166_667]
    );
    let mut tiered = sharing(RiskShare::Tiered);
    tiered.tier = Some(600_000);
    assert_eq!(parts(&tiered), [400_000, 333_334, 266_667]);
    assert_eq!(parts(&sharing(RiskShare::HostBears)), [1_000_001, 0, 0]);
    let mut stated = sharing(RiskShare::StatedShares);
    for (one, share) in stated.bearers.iter_mut().zip([500_000, 300_000, 200_000]) {
        one.share = Some(share);
    }
    assert_eq!(parts(&stated), [500_001, 300_000, 200_000]);
}

#[test]
fn what_a_limit_keeps_from_one_goes_to_the_others() {
    let mut capped = sharing(RiskShare::ByContribution);
    capped.bearers[0].cap = Some(100_000);
    let split = capped.split(1_000_000);
    assert_eq!(
        (split.parts, split.unshared),
        (vec![100_000, 600_000, 300_000], 0)
    );
    for one in &mut capped.bearers {
        one.cap = Some(100_000);
    }
    let split = capped.split(1_000_000);
    assert_eq!((split.parts, split.unshared), (vec![100_000; 3], 700_000));
}

#[test]
fn a_split_over_pots_gives_no_more_than_each_holds() {
    assert_eq!(from_pots(100, &[300, 0, 150]), Some(vec![67, 0, 33]));
    assert_eq!(from_pots(450, &[300, 0, 150]), Some(vec![300, 0, 150]));
    assert_eq!(from_pots(451, &[300, 0, 150]), None);
    assert_eq!(
        within_limits(10, &[1, 1], &[Some(2), None]),
        (vec![2, 8], 0)
    );
    assert_eq!(within_limits(10, &[0, 0], &[None, None]), (vec![0, 0], 10));
}

#[test]
fn a_cost_is_drawn_from_its_triangle() {
    let team = line(40_000_000, 50_000_000, 80_000_000);
    // A quarter of the chance lies below the central value: (50-40)/(80-40).
    assert_eq!(team.at(0), 40_000_000);
    assert_eq!(team.at(1 << 30), 50_000_000);
    // F(65) = 1 - (80-65)²/(40×30) = 0.8125.
    assert_eq!(team.at(3_489_660_928), 65_000_000);
    let mut last = 0;
    for step in 0..=255_u32 {
        let cost = team.at(step << 24);
        assert!(cost >= last && cost <= team.high);
        last = cost;
    }
    let certain = line(7, 7, 7);
    assert_eq!((certain.at(0), certain.at(u32::MAX)), (7, 7));
}

#[test]
fn the_same_seed_gives_the_same_draws_on_every_machine() {
    let lines = [line(40_000_000, 50_000_000, 80_000_000)];
    let drawn: Vec<u64> = Draws::new(&lines, false, 20_261_122).take(4).collect();
    let again: Vec<u64> = Draws::new(&lines, false, 20_261_122).take(4).collect();
    assert_eq!(drawn, again);
    let other: Vec<u64> = Draws::new(&lines, false, 20_261_123).take(4).collect();
    assert_ne!(drawn, other);
    // If you are here because the generator has changed: recorded answers and
    // the documents that quote them change with it.
    assert_eq!(drawn, [58_769_289, 78_401_736, 68_235_445, 42_754_508]);
}

#[test]
fn the_worked_example_of_exposures() {
    let asked = question(
        vec![line(50_000_000, 60_000_000, 80_000_000)],
        RiskShare::ByContribution,
    );
    let risk = answer(&asked).unwrap();
    assert_eq!(risk.contributed, 60_000_000);
    // A third of the triangle lies below 60, so two thirds overspend.
    let share = f64::from(risk.overspent.times) / f64::from(risk.overspent.of);
    assert!((share - 2.0 / 3.0).abs() < 0.03, "{share}");
    // The median of the triangle is 80 - sqrt(0.5 × 30 × 20) = 62.68 million.
    let (_, median) = risk.cost.at[0];
    assert!((61_900_000..63_500_000).contains(&median), "{median}");
    let (chance, worst) = risk.overspend.at[2];
    assert_eq!(chance, 1_000_000);
    // Parts at the worst draw are the split of the worst overspend.
    let split = asked.sharing.split(worst).parts;
    let parts: Vec<u64> = risk.partners.iter().map(|one| one.bears.at[2].1).collect();
    assert_eq!(parts, split);
    let (sum, often) = risk.overspend.above[0];
    assert_eq!((sum, often), (0, risk.overspent));
}

#[test]
fn aligned_money_pays_and_bears_no_overspend() {
    let costs = vec![line(65_000_000, 65_000_000, 65_000_000)];
    let mut asked = question(costs, RiskShare::ByContribution);
    assert_eq!(answer(&asked).unwrap().overspend.at[0].1, 5_000_000);
    asked.aligned = 4_000_000;
    let risk = answer(&asked).unwrap();
    assert_eq!(risk.contributed, 64_000_000);
    assert_eq!(risk.overspend.at[0].1, 1_000_000);
    let borne: u64 = risk.partners.iter().map(|one| one.bears.at[0].1).sum();
    assert_eq!(borne, 1_000_000);
}

#[test]
fn together_is_riskier_than_apart() {
    let costs = vec![line(10_000_000, 20_000_000, 40_000_000); 3];
    let apart = answer(&question(costs.clone(), RiskShare::ByContribution)).unwrap();
    let mut asked = question(costs, RiskShare::ByContribution);
    asked.together = true;
    let together = answer(&asked).unwrap();
    assert!(together.cost.at[1].1 > apart.cost.at[1].1);
}

#[test]
fn a_question_that_means_nothing_says_what_would_be_right() {
    let good = question(vec![line(1, 2, 3)], RiskShare::ByContribution);
    let fault = |edit: &dyn Fn(&mut RiskQuestion)| {
        let mut asked = good.clone();
        edit(&mut asked);
        answer(&asked).unwrap_err()
    };
    assert_eq!(fault(&|q| q.costs.clear()), RiskFault::NoCosts);
    assert_eq!(
        fault(&|q| q.costs[0].low = 9),
        RiskFault::BadCost("team".to_owned())
    );
    assert_eq!(fault(&|q| q.draws = 0), RiskFault::Draws);
    assert_eq!(fault(&|q| q.draws = 100_001), RiskFault::Draws);
    assert_eq!(fault(&|q| q.chances = vec![1_000_001]), RiskFault::Chances);
    assert_eq!(fault(&|q| q.sums = vec![1; 21]), RiskFault::Sums);
    assert_eq!(
        fault(&|q| {
            q.draws = 100_000;
            q.costs = vec![line(1, 2, 3); 40];
        }),
        RiskFault::TooMuch
    );
    let unsound = |edit: &dyn Fn(&mut Sharing)| match fault(&|q| edit(&mut q.sharing)) {
        RiskFault::Sharing(unsound) => unsound,
        other => panic!("{other:?}"),
    };
    assert_eq!(unsound(&|s| s.bearers.clear()), Unsound::NoBearers);
    assert_eq!(unsound(&|s| s.rule = RiskShare::Tiered), Unsound::NoTier);
    assert_eq!(
        unsound(&|s| s.rule = RiskShare::StatedShares),
        Unsound::ShareMissing("board".to_owned())
    );
    assert_eq!(
        unsound(&|s| {
            s.rule = RiskShare::StatedShares;
            for one in &mut s.bearers {
                one.share = Some(300_000);
            }
        }),
        Unsound::SharesSumTo(900_000)
    );
    assert_eq!(
        unsound(&|s| {
            s.rule = RiskShare::HostBears;
            s.bearers.remove(0);
        }),
        Unsound::NoHost
    );
    assert_eq!(
        unsound(&|s| {
            for one in &mut s.bearers {
                one.contribution = 0;
            }
        }),
        Unsound::NoContributions
    );
}
