use super::super::measure::SpentOn;
use super::super::{Measure, Outcome, Why};
use super::{ask, count};
use crate::closed::{AreaKind, PoolForm, RiskShare, Visibility};
use crate::facts::{FundingAllocation, FundingStream, MhisLine, MhisYear, Pool};
use crate::given::{Given, date, live};

fn stream(mut given: Given) -> Given {
    given.facts.funding_streams.push(FundingStream {
        version: 1,
        id: "stream".to_owned(),
        name: "stream".to_owned(),
        funder: "funder".to_owned(),
        purpose: String::new(),
        area: None,
        cohort: "all".to_owned(),
        ring_fenced: None,
        recurrent: None,
        inside_mhis: None,
        starts_on: None,
        ends_on: None,
        amount_pence: None,
        evidence: "e001".to_owned(),
        visibility: Visibility::Public,
        owner: None,
    });
    given.body("funder")
}

fn allocated(mut given: Given, service: &str, financial_year: u32, pence: i64) -> Given {
    given.facts.funding_allocations.push(FundingAllocation {
        version: 1,
        id: format!("a{:03}", given.facts.funding_allocations.len() + 1),
        stream: "stream".to_owned(),
        service: service.to_owned(),
        contract: None,
        financial_year,
        committed_pence: pence,
        spent_pence: None,
        evidence: "e001".to_owned(),
        visibility: Visibility::Public,
        owner: None,
    });
    given
}

const SPENT: Measure = Measure::Committed(SpentOn::Offers(&["mhtr"]));

#[test]
fn money_is_counted_for_services_of_the_area_alone_in_the_year_of_the_day() {
    let given = Given::two_districts()
        .offer("drr")
        .told(live("mhtr", "north"))
        .told(live("drr", "north"))
        .told(live("mhtr", "board"));
    let given = allocated(stream(given), "s001", 2026, 30_000);
    let given = allocated(given, "s001", 2025, 1);
    let given = allocated(given, "s002", 2026, 70_000);
    let given = allocated(given, "s003", 2026, 50_000);
    assert_eq!(
        count(&ask(&given, SPENT, "north")),
        (30_000, Some(100_000), 0)
    );
    assert_eq!(
        count(&ask(&given, SPENT, "board")),
        (80_000, Some(150_000), 0)
    );
    let none = ask(&given, SPENT, "south");
    assert_eq!(none.outcome, Outcome::NotRecorded(Why::NothingOnRecord));
}

fn pool(mut given: Given, area: Option<&str>, from: &str) -> Given {
    given.facts.pools.push(Pool {
        version: 1,
        id: format!("p{}", given.facts.pools.len()),
        name: "pool".to_owned(),
        legal_form: PoolForm::AlignedBudgets,
        host: "host".to_owned(),
        area: area.map(str::to_owned),
        purpose: String::new(),
        offers: vec!["mhtr".to_owned()],
        functions: None,
        starts_on: date(from),
        ends_on: None,
        risk_share: RiskShare::ByContribution,
        tier_pence: None,
        exit_notice_months: None,
        consulted_on: None,
        decision_body: None,
        manager_role: None,
        vat_status: None,
        visibility: Visibility::Public,
        owner: None,
    });
    given
}

#[test]
fn pooled_budgets_in_force_are_counted_and_those_without_an_area_stand_apart() {
    let given = Given::two_districts().body("host");
    let silent = ask(&given, Measure::Pools(&["mhtr"]), "north");
    assert_eq!(silent.outcome, Outcome::NotRecorded(Why::NothingOnRecord));
    let given = pool(given, Some("board"), "2026-04-01");
    let given = pool(given, None, "2026-04-01");
    let given = pool(given, Some("south"), "2026-04-01");
    let given = pool(given, Some("board"), "2027-04-01");
    let value = ask(&given, Measure::Pools(&["mhtr"]), "north");
    assert_eq!(count(&value), (1, None, 1));
    assert_eq!(value.counted.pools.len(), 2);
    let other = ask(&given, Measure::Pools(&["drr"]), "north");
    assert_eq!(other.outcome, Outcome::NotRecorded(Why::NothingOnRecord));
}

/// A board's year: its allocation, the growth set, and its lines.
fn reported(
    mut given: Given,
    financial_year: u32,
    (allocation_pence, target_growth_millionths): (i64, Option<i64>),
    lines: &[(i64, Option<bool>)],
) -> Given {
    let id = format!("y{financial_year}");
    given.facts.mhis_years.push(MhisYear {
        version: 1,
        id: id.clone(),
        area: "board".to_owned(),
        financial_year,
        allocation_pence,
        target_growth_millionths,
        evidence: "e001".to_owned(),
        visibility: Visibility::Public,
        owner: None,
    });
    for (position, (amount_pence, inside_mhis)) in lines.iter().enumerate() {
        given.facts.mhis_lines.push(MhisLine {
            version: 1,
            id: format!("{id}:{position}"),
            year: id.clone(),
            label: String::new(),
            service: None,
            amount_pence: *amount_pence,
            inside_mhis: *inside_mhis,
            in_allocation: None,
            recurrent: None,
            transferred: None,
            exclusion: None,
        });
    }
    given
}

fn board() -> Given {
    // The record lends its evidence.
    Given::two_districts()
        .area(AreaKind::Icb, "other", &["south"])
        .told(live("mhtr", "board"))
}

#[test]
fn a_board_met_the_standard_when_its_spending_grew_as_much_as_its_allocation() {
    let inside = Some(true);
    let before = reported(
        board(),
        2025,
        (1_000, None),
        &[(200, inside), (50, Some(false))],
    );
    for (spent, met) in [(210, 1), (209, 0)] {
        let given = reported(before.clone(), 2026, (1_050, None), &[(spent, inside)]);
        let value = ask(&given, Measure::InvestmentStandard, "board");
        assert_eq!(count(&value), (met, Some(1), 0), "{spent}");
        assert_eq!(value.counted.mhis_years.len(), 2);
    }
    let set = reported(
        before.clone(),
        2026,
        (1_050, Some(100_000)),
        &[(219, inside)],
    );
    assert_eq!(
        count(&ask(&set, Measure::InvestmentStandard, "board")),
        (0, Some(1), 0)
    );
}

#[test]
fn a_line_that_does_not_say_whether_it_counts_leaves_it_open_where_it_matters() {
    let inside = Some(true);
    let before = reported(board(), 2025, (1_000, None), &[(200, inside)]);
    let open = reported(
        before.clone(),
        2026,
        (1_050, None),
        &[(205, inside), (9, None)],
    );
    assert_eq!(
        count(&ask(&open, Measure::InvestmentStandard, "board")),
        (0, Some(1), 1)
    );
    let settled = reported(
        before.clone(),
        2026,
        (1_050, None),
        &[(215, inside), (9, None)],
    );
    assert_eq!(
        count(&ask(&settled, Measure::InvestmentStandard, "board")),
        (1, Some(1), 0)
    );
    let empty = reported(before, 2026, (1_050, None), &[]);
    assert_eq!(
        ask(&empty, Measure::InvestmentStandard, "board").outcome,
        Outcome::NotRecorded(Why::NothingOnRecord),
        "a report without a line says nothing of what was spent"
    );
}

#[test]
fn a_board_without_two_years_running_is_unknown() {
    let inside = Some(true);
    let one = reported(board(), 2026, (1_050, None), &[(205, inside)]);
    let value = ask(&one, Measure::InvestmentStandard, "board");
    assert_eq!(value.outcome, Outcome::NotRecorded(Why::NothingOnRecord));
    let gap = reported(one.clone(), 2024, (1_000, None), &[(200, inside)]);
    let value = ask(&gap, Measure::InvestmentStandard, "board");
    assert_eq!(value.outcome, Outcome::NotRecorded(Why::NothingOnRecord));
    let both = reported(one, 2025, (1_000, None), &[(200, inside)]);
    let north = ask(&both, Measure::InvestmentStandard, "south");
    assert_eq!(
        count(&north),
        (0, Some(2), 1),
        "the other board of the south is unknown"
    );
    let nobody = Given::nothing().district("alone", 5);
    let none = ask(&nobody, Measure::InvestmentStandard, "alone");
    assert_eq!(none.outcome, Outcome::NotApplicable);
}
