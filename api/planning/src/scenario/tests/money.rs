//! Money moved, pooled and taken out, and services paid from it.

use super::*;
use crate::closed::StepKind::{MoveMoney, PoolMoney, UnpoolMoney};
use crate::given::ix;
use crate::scenario::{pool_balances, stream_balances};

fn money(kind: StepKind, stream: &str, pence: i64) -> ScenarioStep {
    ScenarioStep {
        stream: id(stream),
        amount_pence: Some(pence),
        ..step(kind)
    }
}

fn to_stream(stream: &str, to: &str, pence: i64) -> ScenarioStep {
    ScenarioStep {
        to_stream: id(to),
        ..money(MoveMoney, stream, pence)
    }
}

fn with_pool(kind: StepKind, stream: &str, pence: i64) -> ScenarioStep {
    ScenarioStep {
        pool: id("pool"),
        ..money(kind, stream, pence)
    }
}

/// What a stream has, what is committed, pooled and left, in pounds' pence.
fn balance(atlas: &Atlas, stream: &str, year: u32) -> (Option<i64>, i64, i64, Option<i64>) {
    let found = stream_balances(atlas, year);
    let found = found.get(&ix(&atlas.funding_streams, stream)).unwrap();
    (found.amount, found.committed, found.pooled, found.left())
}

fn accounts(atlas: &Atlas, year: u32) -> Vec<(PoolAccount, i64)> {
    let mut found = pool_balances(atlas, year);
    let pool = found.remove(&ix(&atlas.pools, "pool")).unwrap();
    pool.accounts.into_iter().collect()
}

#[test]
fn money_moves_between_streams_and_none_is_lost() {
    let base = given().atlas();
    assert_eq!(
        balance(&base, "health", 2027),
        (Some(500_000), 0, 200_000, Some(300_000))
    );
    let seen = after(&base, vec![to_stream("health", "care", 120_000)]);
    assert_eq!(
        balance(&seen, "health", 2027),
        (Some(380_000), 0, 200_000, Some(180_000))
    );
    assert_eq!(
        balance(&seen, "care", 2027),
        (Some(160_000), 0, 0, Some(160_000))
    );
    assert_eq!(
        balance(&seen, "care", 2026),
        (Some(40_000), 0, 0, Some(40_000))
    );
}

#[test]
fn more_than_a_stream_has_left_is_refused_with_what_it_has() {
    let base = given().atlas();
    let applied = apply(
        &base,
        &plan(vec![
            to_stream("health", "care", 200_000),
            to_stream("health", "care", 100_001),
            to_stream("health", "care", 100_000),
        ]),
    )
    .unwrap();
    assert_eq!(faults(&applied), [(2, "amount", StepFault::OutOfRange)]);
    assert_eq!(
        first(&applied.problems).message,
        "'health' has £1000.00 left in the financial year 2027, and £1000.01 is more"
    );
    assert_eq!(balance(&applied.atlas, "health", 2027).3, Some(0));
}

#[test]
fn of_a_stream_whose_amount_is_not_on_record_nothing_left_is_claimed() {
    let base = given().atlas();
    let seen = after(&base, vec![to_stream("justice", "care", 10_000)]);
    assert_eq!(balance(&seen, "justice", 2027), (None, 0, 0, None));
    assert_eq!(
        balance(&seen, "care", 2027),
        (Some(50_000), 0, 0, Some(50_000))
    );
}

#[test]
fn a_stream_lasts_only_so_long() {
    let late = ScenarioStep {
        starts_on: Some(date("2029-04-01")),
        ..to_stream("health", "care", 1)
    };
    let long = ScenarioStep {
        starts_on: Some(date("2027-04-01")),
        ends_on: Some(date("9999")),
        ..to_stream("health", "care", 1)
    };
    let own = to_stream("health", "health", 1);
    let nothing = to_stream("health", "care", 0);
    let applied = apply(&given().atlas(), &plan(vec![late, long, own, nothing])).unwrap();
    assert_eq!(
        faults(&applied),
        [
            (1, "stream", StepFault::NotOnDay),
            (2, "endsOn", StepFault::OutOfRange),
            (3, "toStream", StepFault::Mismatch),
            (4, "amount", StepFault::OutOfRange),
        ]
    );
}

#[test]
fn money_is_committed_to_a_service_that_runs() {
    let base = given().atlas();
    let committed = ScenarioStep {
        service: id("s001"),
        ..money(MoveMoney, "health", 30_000)
    };
    let seen = after(&base, vec![committed.clone(), committed.clone()]);
    assert_eq!(
        balance(&seen, "health", 2027),
        (Some(500_000), 60_000, 200_000, Some(240_000))
    );
    let applied = apply(
        &base,
        &plan(vec![end("s001", "2027-05-31"), committed.clone()]),
    )
    .unwrap();
    assert_eq!(faults(&applied), [(2, "service", StepFault::NotOnDay)]);
    // What is committed to a service in the years after it ends is free again.
    let over_years = ScenarioStep {
        starts_on: Some(date("2026-04-01")),
        ends_on: Some(date("2028-03-31")),
        ..committed
    };
    let seen = after(&base, vec![over_years, end("s001", "2027-03-31")]);
    assert_eq!(balance(&seen, "health", 2026).1, 30_000);
    assert_eq!(balance(&seen, "health", 2027).1, 0);
}

#[test]
fn a_member_pools_and_another_aligns() {
    let base = given().atlas();
    assert_eq!(accounts(&base, 2027), [(PoolAccount::Pooled, 200_000)]);
    let seen = after(
        &base,
        vec![
            with_pool(PoolMoney, "health", 50_000),
            with_pool(PoolMoney, "care", 40_000),
        ],
    );
    assert_eq!(
        accounts(&seen, 2027),
        [
            (PoolAccount::Pooled, 250_000),
            (PoolAccount::Aligned, 40_000)
        ]
    );
    assert_eq!(
        balance(&seen, "care", 2027),
        (Some(40_000), 0, 40_000, Some(0))
    );
    let back = after(
        &base,
        vec![
            with_pool(PoolMoney, "health", 50_000),
            with_pool(PoolMoney, "care", 40_000),
            with_pool(UnpoolMoney, "health", 250_000),
        ],
    );
    assert_eq!(accounts(&back, 2027), [(PoolAccount::Aligned, 40_000)]);
    assert_eq!(balance(&back, "health", 2027).3, Some(500_000));
}

#[test]
fn a_pooled_budget_gives_back_no_more_than_was_put_in_and_is_left() {
    let base = given().body("stranger").atlas();
    let too_much = with_pool(UnpoolMoney, "health", 200_001);
    let not_put_in = with_pool(UnpoolMoney, "care", 1);
    let after_its_end = ScenarioStep {
        starts_on: Some(date("2028-04-01")),
        ..with_pool(PoolMoney, "justice", 1)
    };
    // £1,500 of the fund goes to a service, so that £500 is left to take out.
    let paid = ScenarioStep {
        pool: id("pool"),
        amount_pence: Some(150_000),
        ends_on: Some(date("2028-03-31")),
        ..add("l_and_d", "north", "2027-04-01")
    };
    let spoken_for = with_pool(UnpoolMoney, "health", 50_001);
    let steps = vec![too_much, not_put_in, after_its_end, paid, spoken_for];
    let applied = apply(&base, &plan(steps)).unwrap();
    assert_eq!(
        faults(&applied),
        [
            (1, "amount", StepFault::OutOfRange),
            (2, "amount", StepFault::OutOfRange),
            (3, "pool", StepFault::NotOnDay),
            (5, "amount", StepFault::OutOfRange),
        ]
    );
    assert_eq!(
        accounts(&applied.atlas, 2027),
        [
            (PoolAccount::Pooled, 50_000),
            (PoolAccount::Allocated, 150_000)
        ]
    );
}

#[test]
fn only_a_member_puts_money_in() {
    let mut given = given().body("stranger");
    for row in &mut given.facts.funding_streams {
        if row.id == "justice" {
            row.funder = "stranger".to_owned();
        }
    }
    let applied = apply(
        &given.atlas(),
        &plan(vec![with_pool(PoolMoney, "justice", 1)]),
    )
    .unwrap();
    assert_eq!(faults(&applied), [(1, "stream", StepFault::Mismatch)]);
}

#[test]
fn a_stream_pays_for_an_added_service_by_the_days_of_each_year() {
    let base = given().atlas();
    let paid = ScenarioStep {
        stream: id("health"),
        amount_pence: Some(366_000),
        ends_on: Some(date("2028-03-31")),
        ..add("l_and_d", "north", "2027-10-01")
    };
    // 183 of the 366 days from 1 April 2027 to 31 March 2028.
    let seen = after(&base, vec![paid.clone()]);
    assert_eq!(balance(&seen, "health", 2027).1, 183_000);
    let unpaid = ScenarioStep {
        amount_pence: Some(700_000),
        ..paid
    };
    let applied = apply(&base, &plan(vec![unpaid])).unwrap();
    assert_eq!(faults(&applied), [(1, "amount", StepFault::OutOfRange)]);
    assert!(beside(&base, &applied.atlas, "2027-12-01").is_equal());
}
