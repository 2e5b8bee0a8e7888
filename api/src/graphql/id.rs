//! Opaque typed ids: `area_…`, `service_…`.

use async_graphql::ID;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::error::{Fault, cut};

/// The types that have a node of their own, with the prefix of their ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeType {
    /// `area_`
    Area,
    /// `body_`
    Body,
    /// `offer_`
    Offer,
    /// `service_`
    Service,
    /// `record_`
    CoverageRecord,
    /// `contract_`
    Contract,
    /// `claim_`
    Claim,
    /// `evidence_`
    Evidence,
    /// `source_`
    Source,
    /// `figure_`
    Figure,
    /// `statement_`
    Statement,
    /// `succession_`
    AreaSuccession,
    /// `handover_`
    BodySuccession,
    /// `search_`
    Search,
    /// `funding_`
    FundingStream,
    /// `allocation_`
    FundingAllocation,
    /// `deflator_`
    Deflator,
    /// `opening_`
    Opening,
    /// `pool_`
    Pool,
    /// `transfer_`
    PoolTransfer,
    /// `need_`
    Need,
    /// `cost_`
    UnitCost,
    /// `mhis_`
    MhisYear,
    /// `scenario_`
    Scenario,
    /// `standard_`
    Standard,
    /// `proposal_`
    Proposal,
}

impl NodeType {
    const ALL: [Self; 26] = [
        Self::Area,
        Self::Body,
        Self::Offer,
        Self::Service,
        Self::CoverageRecord,
        Self::Contract,
        Self::Claim,
        Self::Evidence,
        Self::Source,
        Self::Figure,
        Self::Statement,
        Self::AreaSuccession,
        Self::BodySuccession,
        Self::Search,
        Self::FundingStream,
        Self::FundingAllocation,
        Self::Deflator,
        Self::Opening,
        Self::Pool,
        Self::PoolTransfer,
        Self::Need,
        Self::UnitCost,
        Self::MhisYear,
        Self::Scenario,
        Self::Standard,
        Self::Proposal,
    ];

    const fn prefix(self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::Body => "body",
            Self::Offer => "offer",
            Self::Service => "service",
            Self::CoverageRecord => "record",
            Self::Contract => "contract",
            Self::Claim => "claim",
            Self::Evidence => "evidence",
            Self::Source => "source",
            Self::Figure => "figure",
            Self::Statement => "statement",
            Self::AreaSuccession => "succession",
            Self::BodySuccession => "handover",
            Self::Search => "search",
            Self::FundingStream => "funding",
            Self::FundingAllocation => "allocation",
            Self::Deflator => "deflator",
            Self::Opening => "opening",
            Self::Pool => "pool",
            Self::PoolTransfer => "transfer",
            Self::Need => "need",
            Self::UnitCost => "cost",
            Self::MhisYear => "mhis",
            Self::Scenario => "scenario",
            Self::Standard => "standard",
            Self::Proposal => "proposal",
        }
    }

    /// The table of its rows.
    pub const fn table(self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::Body => "body",
            Self::Offer => "offer",
            Self::Service => "service",
            Self::CoverageRecord => "coverage",
            Self::Contract => "contract",
            Self::Claim => "claim",
            Self::Evidence => "evidence",
            Self::Source => "source",
            Self::Figure => "figure",
            Self::Statement => "statement",
            Self::AreaSuccession => "area_succession",
            Self::BodySuccession => "body_succession",
            Self::Search => "search",
            Self::FundingStream => "funding_stream",
            Self::FundingAllocation => "funding_allocation",
            Self::Deflator => "deflator",
            Self::Opening => "opening",
            Self::Pool => "pool",
            Self::PoolTransfer => "pool_transfer",
            Self::Need => "need",
            Self::UnitCost => "unit_cost",
            Self::MhisYear => "mhis_year",
            Self::Scenario => "scenario",
            Self::Standard => "standard",
            Self::Proposal => "proposal",
        }
    }

    /// The type whose rows a table holds; `None`: they have no page of their own.
    pub fn of_table(table: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|found| found.table() == table)
    }

    /// The id of a row.
    pub fn id(self, row: &str) -> ID {
        ID(format!("{}_{}", self.prefix(), URL_SAFE_NO_PAD.encode(row)))
    }

    /// The row id behind an id of this type.
    pub fn parse(self, field: &str, id: &str) -> Result<String, Fault> {
        match split(id) {
            Some((found, row)) if found == self => Ok(row),
            _ => Err(Fault::BadId {
                field: field.to_owned(),
                given: cut(id),
                expected: self.prefix().to_owned(),
            }),
        }
    }
}

/// The type and row behind any id.
pub fn split(id: &str) -> Option<(NodeType, String)> {
    let (prefix, rest) = id.split_once('_')?;
    let found = NodeType::ALL.into_iter().find(|t| t.prefix() == prefix)?;
    let bytes = URL_SAFE_NO_PAD.decode(rest).ok()?;
    Some((found, String::from_utf8(bytes).ok()?))
}
