//! `cargo bench --bench allocation`: a national allocation, 36 boards by 20 offers by 100 streams, with
//! everything that explains it. It is to take less than two seconds.

use std::collections::BTreeSet;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use planning::allocate::answer::{Advice, Answer, Outcome, Status};
use planning::allocate::problem::{
    Between, Curve, Equity, Estimate, Need, ONE, Place, Problem, Reach, Scope, Step, Stream, Unit,
    UnitCost,
};
use planning::allocate::{allocate, number};

/// Numbers that look random and are the same each time.
struct Seeded(u64);

impl Seeded {
    fn below(&mut self, most: i64) -> i64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        i64::try_from(self.0 % most.unsigned_abs()).expect("a small number")
    }
}

fn area(at: i64) -> String {
    format!("board {at:02}")
}

fn offer(at: i64) -> String {
    format!("offer {at:02}")
}

/// A national question. Two streams in each board, as funders have them, and 28 that pay in six boards
/// each; a fifth of all may pay for anything.
fn national(is_whole: bool, has_ranges: bool) -> Problem {
    let mut seeded = Seeded(88_172_645_463_325_252);
    let mut problem = Problem {
        most_steps: 200,
        ..Problem::default()
    };
    let steps = [(500_000, ONE), (800_000, ONE * 3 / 2), (ONE, ONE * 3)];
    let steps = steps.map(|(up_to, costs)| Step { up_to, costs });
    for at in 0..20 {
        let central = 10_000 + seeded.below(90) * 1_000;
        let range = if has_ranges { central / 10 } else { 0 };
        let pence = Estimate {
            low: central - range,
            central,
            high: central + range,
        };
        let reach = Reach::Steps(steps.to_vec());
        problem.costs.push(UnitCost {
            offer: offer(at),
            area: None,
            pence,
        });
        problem.curves.push(Curve {
            offer: offer(at),
            reach,
        });
        if is_whole {
            let people = 10 + seeded.below(30);
            problem.units.push(Unit {
                offer: offer(at),
                people,
            });
        }
    }
    for board in 0..36 {
        for at in 0..20 {
            problem.needs.push(Need {
                place: Place {
                    area: area(board),
                    offer: offer(at),
                    cohort: None,
                },
                people: Estimate::exactly(50 + seeded.below(2_000)),
                weight: (1 + seeded.below(5)) * ONE,
            });
        }
    }
    for at in 0..100 {
        let boards: BTreeSet<String> = if at < 72 {
            [area(at % 36)].into()
        } else {
            (0..6).map(|step| area((at * 7 + step * 5) % 36)).collect()
        };
        let some = |seeded: &mut Seeded, count: i64| -> BTreeSet<String> {
            (0..count).map(|_| offer(seeded.below(20))).collect()
        };
        let count = 3 + seeded.below(8);
        let offers = some(&mut seeded, count);
        let silo = some(&mut seeded, 3);
        problem.streams.push(Stream {
            id: format!("stream {at:03}"),
            pence: 50_000_000 + seeded.below(500) * 1_000_000,
            conditions: Scope {
                areas: Some(boards),
                offers: (at % 5 != 0).then_some(offers),
                cohorts: None,
            },
            silo: Scope {
                offers: Some(silo),
                ..Scope::default()
            },
            pooled: true,
        });
    }
    problem.equity.push(Equity {
        between: Between::Areas,
        unmet: Some(990_000),
        gap: None,
    });
    problem
}

fn answered(problem: &Problem) -> Box<Answer> {
    match allocate(black_box(problem)) {
        Outcome::Answered(answer) => answer,
        other => panic!("no answer: {other:?}"),
    }
}

fn benches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("allocation of 36 boards x 20 offers x 100 streams");
    group.sample_size(10);
    for (name, is_whole, has_ranges) in [
        ("money of any size", false, false),
        ("and in whole units", true, false),
        ("and at the ends of all ranges", true, true),
    ] {
        let problem = national(is_whole, has_ranges);
        let answer = answered(&problem);
        assert_eq!(answer.status, Status::Optimal);
        let told = |unmet: i128| number::decimal(unmet / 1_000_000_000, 0);
        println!(
            "{name}: unmet {}, siloed {:?}, in whole units {:?}, bound {:?}, recommended {}",
            told(answer.pooled.unmet),
            answer.siloed.as_ref().ok().map(|plan| told(plan.unmet)),
            answer.whole.as_ref().map(|whole| told(whole.plan.unmet)),
            answer
                .whole
                .as_ref()
                .and_then(|whole| whole.plan.bound)
                .map(told),
            !matches!(answer.advice, Advice::Withheld(_)),
        );
        group.bench_function(name, |bencher| bencher.iter(|| answered(&problem)));
    }
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);
