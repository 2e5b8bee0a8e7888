//! Scenarios on small registers.

mod compare;
mod money;
mod properties;
mod services;

use chrono::NaiveDate;

use super::{Applied, Comparison, Plan, StepFault, Wanted, apply, compare as set_beside};
use crate::atlas::Atlas;
use crate::closed::{
    Grade, PoolAccount, PoolForm, PoolPart, RiskShare, Role, Status, StepKind, Visibility,
};
use crate::facts::{FundingStream, FundingYear, Pool, PoolMember, PoolTransfer, ScenarioStep};
use crate::given::{Given, date, day, live};

/// The day on which everything here is asked.
pub(super) const ON: &str = "2027-06-01";

/// A step without fields.
pub(super) fn step(kind: StepKind) -> ScenarioStep {
    ScenarioStep {
        id: "step".to_owned(),
        version: 1,
        scenario: "plan".to_owned(),
        position: 1,
        kind,
        service: None,
        offer: None,
        area: None,
        to_area: None,
        cohort: None,
        stream: None,
        to_stream: None,
        pool: None,
        succession: None,
        starts_on: None,
        ends_on: None,
        amount_pence: None,
        places: None,
        people: None,
        note: None,
    }
}

pub(super) fn id(text: &str) -> Option<String> {
    Some(text.to_owned())
}

pub(super) fn add(offer: &str, area: &str, from: &str) -> ScenarioStep {
    ScenarioStep {
        offer: id(offer),
        area: id(area),
        starts_on: Some(date(from)),
        ..step(StepKind::AddService)
    }
}

pub(super) fn end(service: &str, on: &str) -> ScenarioStep {
    ScenarioStep {
        service: id(service),
        ends_on: Some(date(on)),
        ..step(StepKind::EndService)
    }
}

pub(super) fn relocate(service: &str, to: &str, from: &str) -> ScenarioStep {
    ScenarioStep {
        service: id(service),
        to_area: id(to),
        starts_on: Some(date(from)),
        ..step(StepKind::MoveService)
    }
}

pub(super) fn resize(
    service: &str,
    from: &str,
    pence: Option<i64>,
    places: Option<u64>,
) -> ScenarioStep {
    ScenarioStep {
        service: id(service),
        starts_on: Some(date(from)),
        amount_pence: pence,
        places,
        ..step(StepKind::ResizeService)
    }
}

pub(super) fn need(area: &str, offer: &str, people: u64) -> ScenarioStep {
    ScenarioStep {
        area: id(area),
        offer: id(offer),
        people: Some(people),
        ..step(StepKind::ChangeNeed)
    }
}

/// Steps with places and ids by their order.
pub(super) fn plan(steps: Vec<ScenarioStep>) -> Plan {
    let steps = steps
        .into_iter()
        .zip(1u64..)
        .map(|(step, position)| ScenarioStep {
            id: format!("step-{position}"),
            position,
            ..step
        });
    Plan {
        id: "plan".to_owned(),
        name: "A plan".to_owned(),
        base_day: day(ON),
        steps: steps.collect(),
    }
}

/// The register after steps that all hold.
pub(super) fn after(base: &Atlas, steps: Vec<ScenarioStep>) -> Atlas {
    let applied = apply(base, &plan(steps)).unwrap();
    assert_eq!(applied.problems, []);
    applied.atlas
}

/// The first of some.
pub(super) fn first<T>(rows: &[T]) -> &T {
    rows.first().unwrap()
}

/// Place, field and fault of the steps that do not hold.
pub(super) fn faults(applied: &Applied) -> Vec<(u64, &'static str, StepFault)> {
    let problems = applied.problems.iter();
    problems
        .map(|problem| (problem.position, problem.field, problem.fault))
        .collect()
}

/// Everything that differs on a day, over all areas and offers.
pub(super) fn beside(before: &Atlas, after: &Atlas, on: &str) -> Comparison {
    beside_on(before, after, day(on))
}

pub(super) fn beside_on(before: &Atlas, after: &Atlas, day: NaiveDate) -> Comparison {
    let areas: Vec<_> = before.areas.iter().map(|(ix, _)| ix).collect();
    let offers: Vec<_> = before.offers.iter().map(|(ix, _)| ix).collect();
    let wanted = Wanted {
        areas: &areas,
        offers: &offers,
        cohort: None,
        day,
    };
    set_beside(before, after, &wanted)
}

/// Two districts; `s001` of the board's council lives in North with an award of
/// £1,000 a year for 20 places, `s002` in South without one; two streams of the
/// board, one of the council, and a pooled budget of the two.
pub(super) fn given() -> Given {
    let mut given = Given::two_districts()
        .offer("l_and_d")
        .body("board")
        .body("council")
        .body("successor")
        .told(live("mhtr", "north").from("2025-04-01"))
        .told(live("mhtr", "south").from("2025-04-01"))
        .part_in("board", "s001", Role::Commissioner)
        .part_in("council", "s002", Role::Commissioner)
        .passes("board", Some("successor"), "2028-04-01")
        .contract("s001", Status::Live, ("2025-04-01", None, "2028-03-31"));
    for row in &mut given.facts.contracts {
        row.annual_base_pence = Some(100_000);
        row.annual_full_pence = Some(90_000);
        row.places = Some(20);
    }
    let evidence = given.evidence(None, Grade::OfficialRegister);
    for (name, funder, pence) in [
        ("health", "board", Some(500_000)),
        ("justice", "board", None),
        ("care", "council", Some(40_000)),
    ] {
        given.facts.funding_streams.push(FundingStream {
            id: name.to_owned(),
            version: 1,
            name: name.to_owned(),
            funder: funder.to_owned(),
            purpose: String::new(),
            area: None,
            cohort: "all".to_owned(),
            ring_fenced: None,
            recurrent: None,
            inside_mhis: None,
            starts_on: Some(date("2026-04-01")),
            ends_on: Some(date("2029-03-31")),
            amount_pence: None,
            evidence: evidence.clone(),
            visibility: Visibility::Public,
            owner: None,
        });
        for year in [2026, 2027] {
            given
                .facts
                .funding_years
                .extend(pence.map(|amount_pence| FundingYear {
                    id: format!("{name}-{year}"),
                    version: 1,
                    stream: name.to_owned(),
                    financial_year: year,
                    amount_pence,
                }));
        }
    }
    given.facts.pools.push(Pool {
        id: "pool".to_owned(),
        version: 1,
        name: "A pool".to_owned(),
        legal_form: PoolForm::Section75PooledFund,
        host: "council".to_owned(),
        area: None,
        purpose: String::new(),
        offers: Vec::new(),
        functions: None,
        starts_on: date("2026-04-01"),
        ends_on: Some(date("2028-03-31")),
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
    for (body, part) in [
        ("board", PoolPart::Pooling),
        ("council", PoolPart::Aligning),
    ] {
        given.facts.pool_members.push(PoolMember {
            id: format!("member-{body}"),
            version: 1,
            pool: "pool".to_owned(),
            body: body.to_owned(),
            part,
            risk_share_millionths: None,
            leaves_on: None,
        });
    }
    given.facts.pool_transfers.push(PoolTransfer {
        id: "transfer".to_owned(),
        version: 1,
        pool: "pool".to_owned(),
        financial_year: 2027,
        made_on: date("2027-04-01"),
        from_account: PoolAccount::Member,
        to_account: PoolAccount::Pooled,
        member: id("board"),
        stream: id("health"),
        service: None,
        amount_pence: 200_000,
        reference: None,
        note: None,
    });
    given
}
