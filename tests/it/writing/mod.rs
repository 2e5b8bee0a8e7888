//! What has to hold of writing, whatever is written by whomever.

mod answers;
mod dry_run;
mod history;
mod leaks;
mod plans;
mod pools;
mod proposals;
mod revert;
mod seen;
mod steps;
mod together;
mod world;

use std::time::Instant;

use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use tests::app::run;
use tests::db::{Engine, engines, variable};

use steps::{Step, sequences};
use world::{FAILED, World};

/// Sequences that each property is tried on, on each engine.
const CASES: u32 = 8;

/// Tries a property on random sequences of steps, the same on every run unless
/// `THROUGHCARE_TEST_SEED` gives another number.
fn holds(rule: &str, property: impl AsyncFn(Engine, &mut World, &[Step])) {
    let seed: u64 = variable("THROUGHCARE_TEST_SEED")
        .map_or(20_261_122, |text| text.parse().expect("a number as seed"));
    for engine in engines() {
        let began = Instant::now();
        let config = Config {
            cases: CASES,
            max_shrink_iters: 40,
            failure_persistence: None,
            ..Config::default()
        };
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
        let mut runner = TestRunner::new_with_rng(config, rng);
        let outcome = runner.run(&sequences(24..44), |steps| {
            run(async {
                let mut world = World::new(engine).await;
                property(engine, &mut world, &steps).await;
            });
            Ok(())
        });
        if let Err(error) = outcome {
            let done = FAILED.with_borrow(|done| done.join("\n  "));
            panic!("{rule} on {engine:?}, seed {seed}: {error}\nWhat was done:\n  {done}");
        }
        let seconds = began.elapsed().as_secs_f32();
        println!("{rule} on {engine:?}: {CASES} cases in {seconds:.1} s, seed {seed}");
    }
}
