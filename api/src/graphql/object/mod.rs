//! One file for each type that answers are made of.

pub mod allocated;
pub mod allocation;
pub mod answer;
pub mod area;
pub mod body;
pub mod change;
pub mod claim;
pub mod cliff;
pub mod comparison;
pub mod comparison_money;
pub mod contract;
pub mod culture;
pub mod deflator;
pub mod evidence;
pub mod figure;
pub mod funding;
pub mod funding_terms;
pub mod gap_funding;
pub mod grid;
pub mod headroom;
pub mod history;
pub mod left;
pub mod mhis;
pub mod mhis_test;
pub mod minimum_offer;
pub mod need;
pub mod offer;
pub mod on_record;
pub mod opening;
pub mod opening_board;
pub mod pool;
pub mod pool_finding;
pub mod pool_ledger;
pub mod pool_risk;
pub mod proposal;
pub mod record;
pub mod register;
pub mod scenario;
pub mod scorecard;
pub mod search;
pub mod service;
pub mod stakes;
pub mod standard;
pub mod succession;
pub mod viewer;
pub mod yearly;

use async_graphql::SimpleObject;

use super::scalars::Decimal;

/// An exact share of people.
#[derive(SimpleObject, Clone, Debug, PartialEq)]
pub struct Share {
    /// People in the part (mid-2022 estimate; a district's is split by its residents at the census of 2021).
    pub people: i64,
    /// People in the whole.
    pub of: i64,
    /// The share as a decimal fraction, six digits; null where the whole has nobody.
    pub fraction: Option<Decimal>,
}

impl From<planning::share::Share> for Share {
    fn from(share: planning::share::Share) -> Self {
        Self {
            people: whole(share.part),
            of: whole(share.whole),
            fraction: share.decimal().map(Decimal),
        }
    }
}

/// People as the schema counts them.
pub fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
