//! What links rows of the register to each other, as columns.

use planning::atlas::Atlas;
use serde_json::{Map, Value};

use crate::keeping::Kind;

/// What links a row of the register to others, as columns.
pub fn links_of(kind: Kind, id: &str, atlas: &Atlas) -> Map<String, Value> {
    let mut row = Map::new();
    let mut link = |column: &str, value: Option<&String>| {
        if let Some(value) = value {
            row.insert(column.to_owned(), Value::from(value.as_str()));
        }
    };
    match kind {
        Kind::CoverageRecord | Kind::Absence => {
            if let Some(fact) = atlas.coverage.find(id).map(|ix| atlas.coverage.get(ix)) {
                link("service_id", fact.service.as_ref());
                link("area_id", Some(&fact.area));
                link("owner_id", fact.owner.as_ref());
            }
        }
        Kind::Contract => {
            if let Some(fact) = atlas.contracts.find(id).map(|ix| atlas.contracts.get(ix)) {
                link("service_id", Some(&fact.service));
                link("owner_id", fact.owner.as_ref());
            }
        }
        Kind::Claim => {
            if let Some(fact) = atlas.claims.find(id).map(|ix| atlas.claims.get(ix)) {
                link("service_id", fact.service.as_ref());
                link("body_id", fact.body.as_ref());
                link("area_id", fact.area.as_ref());
                link("owner_id", fact.owner.as_ref());
            }
        }
        Kind::FundingStream => {
            let ix = atlas.funding_streams.find(id);
            if let Some(fact) = ix.map(|ix| atlas.funding_streams.get(ix)) {
                link("funder_id", Some(&fact.funder));
                link("area_id", fact.area.as_ref());
                link("owner_id", fact.owner.as_ref());
            }
        }
        Kind::FundingAllocation => {
            let ix = atlas.funding_allocations.find(id);
            if let Some(fact) = ix.map(|ix| atlas.funding_allocations.get(ix)) {
                link("stream_id", Some(&fact.stream));
                link("service_id", Some(&fact.service));
                link("owner_id", fact.owner.as_ref());
            }
        }
        Kind::Opening => {
            if let Some(fact) = atlas.openings.find(id).map(|ix| atlas.openings.get(ix)) {
                link("funder_id", Some(&fact.funder));
                link("owner_id", fact.owner.as_ref());
            }
        }
        Kind::Pool => {
            if let Some(fact) = atlas.pools.find(id).map(|ix| atlas.pools.get(ix)) {
                link("host_id", Some(&fact.host));
                link("area_id", fact.area.as_ref());
                link("owner_id", fact.owner.as_ref());
            }
        }
        Kind::PoolTransfer => {
            let ix = atlas.pool_transfers.find(id);
            if let Some(fact) = ix.map(|ix| atlas.pool_transfers.get(ix)) {
                link("pool_id", Some(&fact.pool));
                link("member_id", fact.member.as_ref());
            }
        }
        Kind::Need => {
            if let Some(fact) = atlas.needs.find(id).map(|ix| atlas.needs.get(ix)) {
                link("area_id", Some(&fact.area));
                link("owner_id", fact.owner.as_ref());
            }
        }
        Kind::UnitCost => {
            if let Some(fact) = atlas.unit_costs.find(id).map(|ix| atlas.unit_costs.get(ix)) {
                link("area_id", fact.area.as_ref());
                link("owner_id", fact.owner.as_ref());
            }
        }
        Kind::MhisYear => {
            if let Some(fact) = atlas.mhis_years.find(id).map(|ix| atlas.mhis_years.get(ix)) {
                link("area_id", Some(&fact.area));
                link("owner_id", fact.owner.as_ref());
            }
        }
        Kind::Deflator => {
            let ix = atlas.deflators.find(id);
            link(
                "owner_id",
                ix.and_then(|ix| atlas.deflators.get(ix).owner.as_ref()),
            );
        }
        Kind::Scenario => {
            let ix = atlas.scenarios.find(id);
            link(
                "owner_id",
                ix.and_then(|ix| atlas.scenarios.get(ix).owner.as_ref()),
            );
        }
        Kind::Standard => {
            let ix = atlas.standards.find(id);
            link(
                "owner_id",
                ix.and_then(|ix| atlas.standards.get(ix).owner.as_ref()),
            );
        }
        Kind::Search => {
            if let Some(fact) = atlas.searches.find(id).map(|ix| atlas.searches.get(ix)) {
                link("area_id", Some(&fact.area));
            }
        }
        Kind::BodySuccession => {
            let ix = atlas.body_successions.find(id);
            if let Some(fact) = ix.map(|ix| atlas.body_successions.get(ix)) {
                link("predecessor_id", Some(&fact.predecessor));
            }
        }
        // The row itself says whom it concerns.
        Kind::Service
        | Kind::Evidence
        | Kind::Source
        | Kind::Area
        | Kind::AreaSuccession
        | Kind::Offer
        | Kind::Body => {}
    }
    row
}
