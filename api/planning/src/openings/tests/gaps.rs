//! The funders whose conditions fit a gap.

use crate::closed::{FundingConditionKind, PoolAccount, Stage};
use crate::facts::{FundingAllocation, FundingCondition, FundingStream, PoolTransfer};

use super::*;

fn stream(given: Given, edit: impl FnOnce(&mut FundingStream)) -> Given {
    let mut given = given;
    let mut row = FundingStream {
        id: "s".to_owned(),
        version: 1,
        name: "s".to_owned(),
        funder: "funder".to_owned(),
        purpose: String::new(),
        area: Some("board".to_owned()),
        cohort: "all".to_owned(),
        ring_fenced: None,
        recurrent: None,
        inside_mhis: None,
        starts_on: Some(date("2026-04-01")),
        ends_on: Some(date("2027-03-31")),
        amount_pence: Some(1_000),
        evidence: "e001".to_owned(),
        visibility: Visibility::Public,
        owner: None,
    };
    edit(&mut row);
    given.facts.funding_streams.push(row);
    given
}

fn condition(
    mut given: Given,
    kind: FundingConditionKind,
    edit: impl FnOnce(&mut FundingCondition),
) -> Given {
    let mut row = FundingCondition {
        id: format!("c{}", given.facts.funding_conditions.len()),
        version: 1,
        stream: "s".to_owned(),
        kind,
        offer: None,
        stage: None,
        area: None,
        cohort: None,
        body: None,
        body_kind: None,
    };
    edit(&mut row);
    given.facts.funding_conditions.push(row);
    given
}

fn allocate(mut given: Given, pence: i64) -> Given {
    given.facts.funding_allocations.push(FundingAllocation {
        id: format!("f{}", given.facts.funding_allocations.len()),
        version: 1,
        stream: "s".to_owned(),
        service: "held".to_owned(),
        contract: None,
        financial_year: 2026,
        committed_pence: pence,
        spent_pence: None,
        evidence: "e001".to_owned(),
        visibility: Visibility::Public,
        owner: None,
    });
    given
}

/// What could pay for women's centres in the north, without the opening `o`.
fn found(given: Given) -> Vec<Fit> {
    let atlas = given.atlas();
    let wanted = Wanted {
        area: ix(&atlas.areas, "north"),
        offer: ix(&atlas.offers, "womens_centre"),
        cohort: ix(&atlas.cohorts, "women"),
        day: day("2026-11-22"),
    };
    let mut fits = funders_for(&atlas, &wanted);
    let o = ix(&atlas.openings, "o");
    fits.retain(|fit| fit.funding != Funding::Opening(o));
    fits
}

fn of_stream(given: Given) -> Option<(Verdict, Headroom)> {
    let fit = found(given).into_iter().next()?;
    Some((fit.overall, fit.headroom.unwrap()))
}

#[test]
fn a_stream_fits_if_no_condition_is_against_the_gap() {
    let with_offer = |offer: &str| {
        let offer = Some(offer.to_owned());
        condition(
            stream(given(), |_| {}),
            FundingConditionKind::Offer,
            |row| row.offer = offer,
        )
    };
    let of = |given| of_stream(given).map(|found| found.0);
    assert_eq!(of(with_offer("womens_centre")), Some(Verdict::Eligible));
    assert_eq!(of(with_offer("mhtr")), None);
    assert_eq!(
        of(stream(given(), |_| {})),
        Some(Verdict::NotStated),
        "what it buys is not stated"
    );
    let elsewhere = stream(given(), |row| row.area = Some("west".to_owned()));
    assert_eq!(of(elsewhere), None);
    let over = stream(given(), |row| row.ends_on = Some(date("2026-03-31")));
    assert_eq!(of(over), None);
    let men = stream(given(), |row| row.cohort = "men".to_owned());
    assert_eq!(of(men), None);
    let custody = |stage| {
        condition(
            with_offer("womens_centre"),
            FundingConditionKind::Stage,
            |row| row.stage = Some(stage),
        )
    };
    assert_eq!(of(custody(Stage::Court)), Some(Verdict::Eligible));
    assert_eq!(of(custody(Stage::Recall)), None);
    let kind = |row: &mut FundingCondition| row.body_kind = Some("vcse".to_owned());
    let for_some = condition(
        with_offer("womens_centre"),
        FundingConditionKind::BodyKind,
        kind,
    );
    assert_eq!(
        of(for_some),
        Some(Verdict::NotStated),
        "a gap does not say who fills it"
    );
}

#[test]
fn what_is_left_is_stated_where_amount_and_commitments_are() {
    let left = |given| {
        let headroom = of_stream(given).unwrap().1;
        (
            headroom.amount_pence,
            headroom.committed_pence,
            headroom.left_pence,
        )
    };
    assert_eq!(left(stream(given(), |_| {})), (Some(1_000), None, None));
    let half = allocate(allocate(stream(given(), |_| {}), 300), 200);
    assert_eq!(left(half), (Some(1_000), Some(500), Some(500)));
    let unknown = allocate(stream(given(), |row| row.amount_pence = None), 300);
    assert_eq!(left(unknown), (None, Some(300), None));
    let over = allocate(stream(given(), |_| {}), 1_200);
    assert_eq!(left(over).2, Some(-200));
}

#[test]
fn what_a_pooled_budget_has_is_not_left() {
    let moved = |given: Given, from, to, pence| {
        let mut given = given;
        given.facts.pool_transfers.push(PoolTransfer {
            id: format!("t{}", given.facts.pool_transfers.len()),
            version: 1,
            pool: "pool".to_owned(),
            financial_year: 2026,
            made_on: date("2026-04-01"),
            from_account: from,
            to_account: to,
            member: Some("funder".to_owned()),
            stream: Some("s".to_owned()),
            service: None,
            amount_pence: pence,
            reference: None,
            note: None,
        });
        given
    };
    let mut given = stream(given(), |_| {});
    given.facts.pools.push(pool());
    let given = moved(given, PoolAccount::Member, PoolAccount::Pooled, 400);
    let given = moved(given, PoolAccount::Pooled, PoolAccount::Allocated, 100);
    let given = moved(given, PoolAccount::Pooled, PoolAccount::Member, 50);
    assert_eq!(of_stream(given).unwrap().1.left_pence, Some(650));
}

fn pool() -> crate::facts::Pool {
    crate::facts::Pool {
        id: "pool".to_owned(),
        version: 1,
        name: String::new(),
        legal_form: crate::closed::PoolForm::AlignedBudgets,
        host: "funder".to_owned(),
        area: None,
        purpose: String::new(),
        offers: Vec::new(),
        functions: None,
        starts_on: date("2026-04-01"),
        ends_on: None,
        risk_share: crate::closed::RiskShare::HostBears,
        tier_pence: None,
        exit_notice_months: None,
        consulted_on: None,
        decision_body: None,
        manager_role: None,
        vat_status: None,
        visibility: Visibility::Public,
        owner: None,
    }
}

#[test]
fn what_can_be_had_comes_before_what_is_closed() {
    let ours = |o: &mut Opening| o.offers = vec!["womens_centre".to_owned()];
    let given = stream(given(), |_| {})
        .opening("a_closed", |o| {
            ours(o);
            o.status = OpeningStatus::Closed;
        })
        .opening("b_undated", ours)
        .opening("c_open", |o| {
            ours(o);
            o.closes_on = Some(date("2026-12-31"));
        })
        .opening("d_mhtr", |o| o.offers = vec!["mhtr".to_owned()]);
    let atlas = given.clone().atlas();
    let fits = found(given);
    let order: Vec<&str> = fits
        .iter()
        .map(|fit| match fit.funding {
            Funding::Opening(ix) => atlas.openings.get(ix).id.as_str(),
            Funding::Stream(ix) => atlas.funding_streams.get(ix).id.as_str(),
        })
        .collect();
    assert_eq!(order, ["c_open", "b_undated", "s", "a_closed"]);
    assert!(fits.iter().all(|fit| fit.funder.is_some()));
}
