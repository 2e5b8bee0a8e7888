//! Reading a pool from the Atlas.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::case::{Case, ServiceTerms, StreamTerms};
use super::condition::{Fit, fit};
use super::ledger::Ledger;
use super::room::left_of;
use super::served::{contract_ends, demands_of, running, served};
use super::{Move, Partner, PoolAccount, Terms};
use crate::atlas::Atlas;
use crate::dates::PartialDate;
use crate::facts::{FundingStream, Pool, PoolTransfer, Service};
use crate::table::Ix;

/// A transfer as a move.
pub fn move_of(row: &PoolTransfer) -> Move {
    Move {
        id: row.id.clone(),
        year: row.financial_year,
        from: row.from_account,
        to: row.to_account,
        member: row.member.clone(),
        stream: row.stream.clone(),
        service: row.service.clone(),
        pence: row.amount_pence,
    }
}

/// The moves of a pool.
pub fn moves_of(atlas: &Atlas, pool: Ix<Pool>) -> Vec<Move> {
    let rows = atlas.transfers_of_pool(pool).iter();
    rows.map(|ix| move_of(atlas.pool_transfers.get(*ix)))
        .collect()
}

/// The form, period and partners of a pool.
pub fn terms_of(atlas: &Atlas, pool: Ix<Pool>) -> Terms {
    let row = atlas.pools.get(pool);
    let members = atlas.members_of_pool(pool).iter();
    let mut partners: Vec<Partner> = members
        .filter_map(|ix| {
            let member = atlas.pool_members.get(*ix);
            let body = atlas.bodies.get(atlas.bodies.find(&member.body)?);
            Some(Partner {
                body: body.id.clone(),
                name: body.name.clone(),
                kind: body.kind.clone(),
                part: member.part,
                leaves_on: member.leaves_on,
                share: member
                    .risk_share_millionths
                    .and_then(|share| u64::try_from(share).ok()),
                ends_on: body_ends(atlas, &body.id, body.valid_to),
            })
        })
        .collect();
    partners.sort_by(|a, b| a.body.cmp(&b.body));
    Terms {
        form: row.legal_form,
        starts_on: Some(row.starts_on),
        ends_on: row.ends_on,
        partners,
    }
}

/// The last day of a body: its own, or that of its abolition or merger.
fn body_ends(atlas: &Atlas, body: &str, own: Option<PartialDate>) -> Option<PartialDate> {
    let rows = atlas.body_successions.rows().iter();
    let ended = rows
        .filter(|row| row.predecessor == body)
        .filter(|row| matches!(row.kind.as_str(), "abolition" | "merger"))
        .filter_map(|row| row.date);
    own.or_else(|| ended.min_by_key(|date| date.last()))
}

/// What has been taken of a stream, by year: allocations to services and what
/// pools hold of it, without one transfer.
pub fn taken_of(
    atlas: &Atlas,
    stream: Ix<FundingStream>,
    without: Option<&str>,
) -> Vec<(u32, i128)> {
    let mut taken: BTreeMap<u32, i128> = BTreeMap::new();
    for ix in atlas.allocations_of_stream(stream) {
        let row = atlas.funding_allocations.get(*ix);
        *taken.entry(row.financial_year).or_default() += i128::from(row.committed_pence);
    }
    let id = atlas.funding_streams.get(stream).id.as_str();
    for row in atlas.pool_transfers.rows() {
        if row.stream.as_deref() != Some(id) || without == Some(row.id.as_str()) {
            continue;
        }
        *taken.entry(row.financial_year).or_default() += put_in(&move_of(row));
    }
    taken.into_iter().collect()
}

/// What a move puts into a pool: below zero where it goes back to its member.
pub fn put_in(one: &Move) -> i128 {
    match (one.from, one.to) {
        (PoolAccount::Member, _) => i128::from(one.pence),
        (_, PoolAccount::Member) => -i128::from(one.pence),
        _ => 0,
    }
}

/// The amounts of a stream that are on record year by year.
pub fn amounts_of(atlas: &Atlas, stream: Ix<FundingStream>) -> Vec<(u32, i64)> {
    let years = atlas.years_of_stream(stream).iter();
    years
        .map(|ix| atlas.funding_years.get(*ix))
        .map(|row| (row.financial_year, row.amount_pence))
        .collect()
}

/// What is left of a stream for a year; `None`: no amount is on record.
pub fn stream_left(
    atlas: &Atlas,
    stream: Ix<FundingStream>,
    year: u32,
    without: Option<&str>,
) -> Option<i128> {
    let total = atlas.funding_streams.get(stream).amount_pence;
    let taken = taken_of(atlas, stream, without);
    left_of(year, &amounts_of(atlas, stream), total, &taken)
}

/// Whether a stream may pay for a service.
pub fn fit_of(
    atlas: &Atlas,
    stream: Ix<FundingStream>,
    service: Ix<Service>,
    day: NaiveDate,
) -> Fit {
    let demands = demands_of(atlas, stream);
    fit(&demands, &served(atlas, service, &demands, day))
}

/// A pool with everything that is asked of it. Areas are those of the day.
pub fn case_of(atlas: &Atlas, pool: Ix<Pool>, day: NaiveDate) -> Case {
    let row = atlas.pools.get(pool);
    let moves = moves_of(atlas, pool);
    let years: BTreeSet<u32> = moves.iter().map(|one| one.year).collect();
    let named = |of: fn(&Move) -> Option<&String>| -> BTreeSet<String> {
        moves.iter().filter_map(of).cloned().collect()
    };
    let stream_ixs: Vec<Ix<FundingStream>> = named(|one| one.stream.as_ref())
        .iter()
        .filter_map(|id| atlas.funding_streams.find(id))
        .collect();
    let streams = stream_ixs.iter().map(|ix| {
        let stream = atlas.funding_streams.get(*ix);
        let left = |year: &u32| (*year, stream_left(atlas, *ix, *year, None));
        let terms = StreamTerms {
            name: stream.name.clone(),
            starts_on: stream.starts_on,
            ends_on: stream.ends_on,
            left: years.iter().map(left).collect(),
        };
        (stream.id.clone(), terms)
    });
    let services = named(|one| one.service.as_ref());
    let services = services.iter().filter_map(|id| {
        let ix = atlas.services.find(id)?;
        let fits = stream_ixs.iter().map(|stream| {
            let id = atlas.funding_streams.get(*stream).id.clone();
            (id, fit_of(atlas, *stream, ix, day))
        });
        let terms = ServiceTerms {
            name: atlas.services.get(ix).title.clone(),
            running: running(atlas, ix),
            fits: fits.collect(),
            contract_ends: contract_ends(atlas, ix),
        };
        Some((id.clone(), terms))
    });
    let functions = row.functions.as_deref().unwrap_or_default().split(';');
    Case {
        terms: terms_of(atlas, pool),
        host: row.host.clone(),
        functions: functions
            .map(str::trim)
            .filter(|code| !code.is_empty())
            .map(str::to_owned)
            .collect(),
        risk_share: row.risk_share,
        tier: row.tier_pence.and_then(|pence| u64::try_from(pence).ok()),
        exit_notice_months: row
            .exit_notice_months
            .and_then(|months| u32::try_from(months).ok()),
        consulted_on: row.consulted_on,
        decision_body: row.decision_body.clone(),
        manager_role: row.manager_role.clone(),
        vat_status: row.vat_status.clone(),
        streams: streams.collect(),
        services: services.collect(),
        ledger: Ledger::of(&moves),
        moves,
    }
}
