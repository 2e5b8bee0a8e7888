use super::partner as literal;
use crate::closed::FundingConditionKind as Kind;
use crate::closed::{PoolAccount, PoolForm, PoolPart, RiskShare, Role, Stage, Visibility};
use crate::facts::{
    FundingAllocation, FundingCondition, FundingStream, FundingYear, Pool, PoolMember, PoolTransfer,
};
use crate::given::{Given, date, day, ended, ix, live};
use crate::pool::condition::Fit;
use crate::pool::read::{case_of, fit_of, stream_left};
use crate::pool::room::Running;
use crate::pool::served::{contract_ends, running};

/// A stream of £1,000 for 2026-27 and £2,500 in all.
fn stream(id: &str) -> FundingStream {
    FundingStream {
        id: id.to_owned(),
        version: 1,
        name: format!("the {id}"),
        funder: "board".to_owned(),
        purpose: "dual diagnosis".to_owned(),
        area: None,
        cohort: "all".to_owned(),
        ring_fenced: Some(true),
        recurrent: None,
        inside_mhis: None,
        starts_on: None,
        ends_on: None,
        amount_pence: Some(250_000),
        evidence: "e001".to_owned(),
        visibility: Visibility::Public,
        owner: None,
    }
}

fn condition(id: &str, kind: Kind, edit: impl FnOnce(&mut FundingCondition)) -> FundingCondition {
    let mut row = FundingCondition {
        id: id.to_owned(),
        version: 1,
        stream: "grant".to_owned(),
        kind,
        offer: None,
        stage: None,
        area: None,
        cohort: None,
        body: None,
        body_kind: None,
    };
    edit(&mut row);
    row
}

/// A team of an offer in one of two districts, and a stream.
fn register() -> Given {
    let mut given = Given::two_districts()
        .offer("team_offer")
        .offer("other_offer")
        .body("board")
        .body("charity")
        .service("team")
        .told(
            live("team_offer", "north")
                .of("team")
                .stages(&[Stage::Court]),
        )
        .part_in("charity", "team", Role::Provider);
    given.facts.funding_streams.push(stream("grant"));
    given
}

fn fit_with(rows: Vec<FundingCondition>) -> Fit {
    let mut given = register();
    given.facts.funding_conditions = rows;
    let atlas = given.atlas();
    let stream = ix(&atlas.funding_streams, "grant");
    fit_of(
        &atlas,
        stream,
        ix(&atlas.services, "team"),
        day("2026-06-01"),
    )
}

#[test]
fn a_service_is_held_against_each_kind_of_condition() {
    let offer =
        |id: &'static str| condition("k1", Kind::Offer, move |row| row.offer = Some(id.into()));
    assert_eq!(fit_with(Vec::new()), Fit::Fits);
    assert_eq!(fit_with(vec![offer("team_offer")]), Fit::Fits);
    assert_eq!(
        fit_with(vec![offer("other_offer")]),
        Fit::Outside(vec![Kind::Offer])
    );
    let mut second = offer("team_offer");
    second.id = "k2".to_owned();
    // Rows of one kind are alternatives.
    assert_eq!(fit_with(vec![offer("other_offer"), second]), Fit::Fits);
    let area =
        |id: &'static str| condition("k3", Kind::Area, move |row| row.area = Some(id.into()));
    assert_eq!(
        fit_with(vec![offer("team_offer"), area("south")]),
        Fit::Outside(vec![Kind::Area])
    );
    assert_eq!(fit_with(vec![area("north")]), Fit::Fits);
    let stage = |stage| condition("k4", Kind::Stage, move |row| row.stage = Some(stage));
    assert_eq!(fit_with(vec![stage(Stage::Court)]), Fit::Fits);
    assert_eq!(
        fit_with(vec![stage(Stage::Recall)]),
        Fit::Outside(vec![Kind::Stage])
    );
    let women = condition("k5", Kind::Cohort, |row| row.cohort = Some("women".into()));
    assert_eq!(fit_with(vec![women]), Fit::InPart(vec![Kind::Cohort]));
    let body =
        |id: &'static str| condition("k6", Kind::Body, move |row| row.body = Some(id.into()));
    assert_eq!(fit_with(vec![body("charity")]), Fit::Fits);
    assert_eq!(
        fit_with(vec![body("board")]),
        Fit::Outside(vec![Kind::Body])
    );
    let kind = condition("k7", Kind::BodyKind, |row| {
        row.body_kind = Some("no such".into())
    });
    assert_eq!(fit_with(vec![kind]), Fit::Outside(vec![Kind::BodyKind]));
}

#[test]
fn a_service_that_reaches_further_than_an_area_is_met_in_part() {
    let mut given = register()
        .service("wide")
        .told(live("team_offer", "board").of("wide"));
    given.facts.funding_conditions = vec![condition("k1", Kind::Area, |row| {
        row.area = Some("north".into())
    })];
    let mut atlas = given.clone().atlas();
    let fit = |atlas: &crate::atlas::Atlas| {
        let stream = ix(&atlas.funding_streams, "grant");
        fit_of(
            atlas,
            stream,
            ix(&atlas.services, "wide"),
            day("2026-06-01"),
        )
    };
    assert_eq!(fit(&atlas), Fit::InPart(vec![Kind::Area]));
    // Both areas of the demand together hold all of it.
    let other = condition("k2", Kind::Area, |row| row.area = Some("south".into()));
    given.facts.funding_conditions.push(other);
    atlas = given.atlas();
    assert_eq!(fit(&atlas), Fit::Fits);
}

#[test]
fn a_service_runs_until_its_last_record_ends() {
    let given = register()
        .service("gone")
        .told(ended("team_offer", "north").of("gone").to("2025-03-31"))
        .told(ended("team_offer", "south").of("gone").to("2024-03-31"));
    let atlas = given.atlas();
    let of = |id| running(&atlas, ix(&atlas.services, id));
    assert_eq!(of("gone"), Running::Until(date("2025-03-31")));
    assert_eq!(of("team"), Running::Open);
    assert_eq!(contract_ends(&atlas, ix(&atlas.services, "team")), None);
}

#[test]
fn allocations_and_every_pool_take_of_a_stream() {
    let mut given = register().body("east").body("pcc");
    let year = FundingYear {
        id: "y1".to_owned(),
        version: 1,
        stream: "grant".to_owned(),
        financial_year: 2026,
        amount_pence: 100_000,
    };
    given.facts.funding_years.push(year);
    given.facts.funding_allocations.push(FundingAllocation {
        id: "a1".to_owned(),
        version: 1,
        stream: "grant".to_owned(),
        service: "team".to_owned(),
        contract: None,
        financial_year: 2026,
        committed_pence: 30_000,
        spent_pence: None,
        evidence: given.facts.funding_streams[0].evidence.clone(),
        visibility: Visibility::Public,
        owner: None,
    });
    for (pool, pence) in [("first", 25_000), ("second", 20_000)] {
        given.facts.pools.push(Pool {
            id: pool.to_owned(),
            version: 1,
            name: pool.to_owned(),
            legal_form: PoolForm::Section75PooledFund,
            host: "board".to_owned(),
            area: None,
            purpose: "dual diagnosis".to_owned(),
            offers: Vec::new(),
            functions: Some("health_services; public_health".to_owned()),
            starts_on: date("2026-04-01"),
            ends_on: Some(date("2028-03-31")),
            risk_share: RiskShare::ByContribution,
            tier_pence: None,
            exit_notice_months: Some(6),
            consulted_on: None,
            decision_body: None,
            manager_role: None,
            vat_status: None,
            visibility: Visibility::Public,
            owner: None,
        });
        given.facts.pool_members.push(PoolMember {
            id: format!("m of {pool}"),
            version: 1,
            pool: pool.to_owned(),
            body: "board".to_owned(),
            part: PoolPart::Pooling,
            risk_share_millionths: Some(1_000_000),
            leaves_on: None,
        });
        given.facts.pool_transfers.push(PoolTransfer {
            id: format!("t of {pool}"),
            version: 1,
            pool: pool.to_owned(),
            financial_year: 2026,
            made_on: date("2026-04-01"),
            from_account: PoolAccount::Member,
            to_account: PoolAccount::Pooled,
            member: Some("board".to_owned()),
            stream: Some("grant".to_owned()),
            service: None,
            amount_pence: pence,
            reference: None,
            note: None,
        });
    }
    let atlas = given.atlas();
    let grant = ix(&atlas.funding_streams, "grant");
    assert_eq!(stream_left(&atlas, grant, 2026, None), Some(25_000));
    assert_eq!(
        stream_left(&atlas, grant, 2026, Some("t of first")),
        Some(50_000)
    );
    // £2,500 in all, £1,000 of it set aside for 2026-27.
    assert_eq!(stream_left(&atlas, grant, 2027, None), Some(150_000));
    let case = case_of(&atlas, ix(&atlas.pools, "first"), day("2026-06-01"));
    assert_eq!(case.ledger.total().pooled, 25_000);
    assert_eq!(case.functions, ["health_services", "public_health"]);
    let mut partner = literal("board", &case.terms.partners[0].kind, PoolPart::Pooling);
    partner.name.clone_from(&case.terms.partners[0].name);
    partner.share = Some(1_000_000);
    assert_eq!(case.terms.partners, [partner]);
    assert_eq!(case.streams["grant"].left[&2026], Some(25_000));
}
