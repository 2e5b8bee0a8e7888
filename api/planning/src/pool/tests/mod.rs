//! Each test is one rule of `docs/CALCULATIONS.md`, named in words.
#![expect(
    clippy::indexing_slicing,
    reason = "a missing row is a test that has failed"
)]

mod exit;
mod law;
mod ledger;
mod moves;
mod pots;
mod properties;
mod register;
mod risk;

use std::collections::BTreeMap;

use super::case::{Case, ServiceTerms, StreamTerms};
use super::condition::Fit;
use super::finding::{Finding, FindingCode, findings};
use super::ledger::Ledger;
use super::room::Running;
use super::{Move, Partner, PoolAccount, PoolForm, PoolPart, RiskShare, Terms};
use crate::given::date;

/// A partner of a kind and part.
fn partner(body: &str, kind: &str, part: PoolPart) -> Partner {
    Partner {
        body: body.to_owned(),
        name: body.to_owned(),
        kind: kind.to_owned(),
        part,
        leaves_on: None,
        share: None,
        ends_on: None,
    }
}

/// A board and two councils that pool, a commissioner that aligns, over 2026-27
/// and 2027-28.
fn terms() -> Terms {
    Terms {
        form: PoolForm::Section75PooledFund,
        starts_on: Some(date("2026-04-01")),
        ends_on: Some(date("2028-03-31")),
        partners: vec![
            partner("board", "icb", PoolPart::Pooling),
            partner("east", "council", PoolPart::Pooling),
            partner("west", "council", PoolPart::Pooling),
            partner("pcc", "pcc", PoolPart::Aligning),
        ],
    }
}

/// A move of 2026-27 under the member's own stream.
fn row(member: &str, from: PoolAccount, to: PoolAccount, pence: i64) -> Move {
    Move {
        id: format!("{member}-{}-{}-{pence}", from.code(), to.code()),
        year: 2026,
        from,
        to,
        member: Some(member.to_owned()),
        stream: Some(format!("stream of {member}")),
        service: None,
        pence,
    }
}

/// The same, for a service.
fn row_for(service: &str, member: &str, from: PoolAccount, to: PoolAccount, pence: i64) -> Move {
    let mut row = row(member, from, to, pence);
    row.id = format!("{}-{service}", row.id);
    row.service = Some(service.to_owned());
    row
}

/// Money that has gone all the way to being committed for a service.
fn committed(service: &str, member: &str, pence: i64) -> Vec<Move> {
    use PoolAccount::{Aligned, Allocated, Committed, Member, Pooled};
    let by = if member == "pcc" { Aligned } else { Pooled };
    vec![
        row(member, Member, by, pence),
        row_for(service, member, by, Allocated, pence),
        row_for(service, member, Allocated, Committed, pence),
    ]
}

/// A pool with all its papers in order, and these moves.
fn case(moves: Vec<Move>) -> Case {
    let streams = moves.iter().filter_map(|one| one.stream.clone());
    let streams: BTreeMap<String, StreamTerms> = streams
        .map(|id| {
            let terms = StreamTerms {
                name: id.clone(),
                starts_on: None,
                ends_on: None,
                left: BTreeMap::new(),
            };
            (id, terms)
        })
        .collect();
    let services = moves.iter().filter_map(|one| one.service.clone());
    let services: BTreeMap<String, ServiceTerms> = services
        .map(|id| {
            let terms = ServiceTerms {
                name: id.clone(),
                running: Running::Open,
                fits: streams.keys().map(|id| (id.clone(), Fit::Fits)).collect(),
                contract_ends: None,
            };
            (id, terms)
        })
        .collect();
    Case {
        terms: terms(),
        host: "board".to_owned(),
        functions: vec!["health_services".to_owned(), "public_health".to_owned()],
        risk_share: RiskShare::ByContribution,
        tier: None,
        exit_notice_months: Some(6),
        consulted_on: Some(date("2026-01-15")),
        decision_body: Some("joint committee".to_owned()),
        manager_role: Some("head of joint commissioning".to_owned()),
        vat_status: Some("the councils recover".to_owned()),
        ledger: Ledger::of(&moves),
        moves,
        streams,
        services,
    }
}

fn codes(case: &Case) -> Vec<FindingCode> {
    findings(case).iter().map(|one| one.code).collect()
}

fn only(case: &Case, code: FindingCode) -> Finding {
    let found = findings(case);
    let of_code: Vec<&Finding> = found.iter().filter(|one| one.code == code).collect();
    assert_eq!(of_code.len(), 1, "found: {found:#?}");
    (*of_code.first().unwrap()).clone()
}
