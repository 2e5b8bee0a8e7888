use super::{case, codes, committed, only, row_for};
use crate::closed::PoolAccount::{Committed, Spent};
use crate::given::{date, day};
use crate::pool::exit::{answer, last_day_after, span_in_words};
use crate::pool::finding::FindingCode as Code;

#[test]
fn the_worked_example_of_an_exit() {
    // East commits £12,000 in 2026-27 to a team whose contract runs to the end
    // of June 2027. Three months' notice on 20 September: it pays to the end of
    // December, and £1,000 a month is missing from January: three months of the
    // year, and three more at the same rate.
    let mut moves = committed("team", "east", 1_200_000);
    moves.extend(committed("team", "board", 2_400_000));
    moves.extend(committed("team", "west", 600_000));
    let mut pool = case(moves);
    pool.services.get_mut("team").unwrap().contract_ends = Some(date("2027-06-30"));
    let last_day = last_day_after(day("2026-09-20"), 3);
    assert_eq!(last_day, day("2026-12-20"));
    let exit = answer(&pool.exit_of("east", last_day));
    let months: Vec<(String, u64, bool)> = exit
        .months
        .iter()
        .map(|one| (one.month.to_string(), one.pence, one.is_carried_on))
        .collect();
    let month = |day: &str, on| (day.to_owned(), 100_000, on);
    assert_eq!(
        months,
        [
            month("2027-01-01", false),
            month("2027-02-01", false),
            month("2027-03-01", false),
            month("2027-04-01", true),
            month("2027-05-01", true),
            month("2027-06-01", true),
        ]
    );
    assert_eq!(exit.pence, 600_000);
    // Those who stay share it 24:6.
    assert_eq!(exit.borne.parts, [480_000, 120_000]);
    assert_eq!(exit.borne.unshared, 0);
    assert_eq!(
        span_in_words(&exit).as_deref(),
        Some("January 2027 to June 2027")
    );
}

#[test]
fn a_year_that_is_carried_on_loses_no_penny() {
    let mut pool = case(committed("team", "east", 1_000_001));
    pool.terms.ends_on = None;
    pool.services.get_mut("team").unwrap().contract_ends = Some(date("2029-03-31"));
    let exit = answer(&pool.exit_of("east", day("2027-03-31")));
    assert_eq!(exit.months.len(), 24);
    assert_eq!(exit.pence, 2_000_002);
}

#[test]
fn what_has_been_spent_is_paid() {
    let mut moves = committed("team", "east", 1_200_000);
    moves.push(row_for("team", "east", Committed, Spent, 1_050_000));
    let pool = case(moves);
    let exit = answer(&pool.exit_of("east", day("2026-12-31")));
    assert_eq!(exit.pence, 150_000);
    assert_eq!(exit.months.len(), 3);
}

#[test]
fn a_contract_without_an_end_counts_its_committed_years_only() {
    let pool = case(committed("team", "east", 1_200_000));
    let exit = answer(&pool.exit_of("east", day("2026-12-31")));
    assert_eq!(exit.pence, 300_000);
    assert_eq!(exit.services[0].contract_ends, None);
    assert!(exit.months.iter().all(|one| !one.is_carried_on));
}

#[test]
fn nobody_is_left_to_bear_it_where_nobody_stays() {
    let pool = case(committed("team", "east", 1_200_000));
    let exit = answer(&pool.exit_of("east", day("2026-12-31")));
    assert_eq!(exit.borne.unshared, 300_000);
}

#[test]
fn an_exit_that_leaves_a_contract_unfunded_is_found() {
    let mut pool = case(committed("team", "east", 1_200_000));
    pool.terms.partners[1].leaves_on = Some(date("2026-12-31"));
    let finding = only(&pool, Code::ExitUnfunded);
    assert_eq!(
        finding.words,
        "east leaves on 2026-12-31: £3,000.00 of 1 services has nobody to pay for it (January 2027 to March 2027)"
    );
    pool.terms.partners[1].leaves_on = Some(date("2027-03-31"));
    assert_eq!(codes(&pool), []);
}

#[test]
fn a_contract_that_runs_far_is_cut_at_the_horizon() {
    let mut pool = case(committed("team", "east", 1_200_000));
    pool.terms.ends_on = None;
    pool.services.get_mut("team").unwrap().contract_ends = Some(date("2090"));
    let exit = answer(&pool.exit_of("east", day("2027-03-31")));
    assert!(exit.is_cut);
    assert_eq!(exit.months.len(), 240);
}
