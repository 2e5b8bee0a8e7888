//! Any row by its opaque id.

use async_graphql::{Context, ID, Interface, Object, Result};
use chrono::NaiveDate;
use planning::atlas::Atlas;

use crate::graphql::context::ContextExt;
use crate::graphql::error::{Fault, cut};
use crate::graphql::id::{NodeType, split};
use crate::graphql::known_at::KnownAt;
use crate::graphql::object::allocation::FundingAllocation;
use crate::graphql::object::area::Area;
use crate::graphql::object::body::Body;
use crate::graphql::object::claim::Claim;
use crate::graphql::object::contract::Contract;
use crate::graphql::object::deflator::Deflator;
use crate::graphql::object::evidence::{Evidence, Source};
use crate::graphql::object::figure::{Figure, Statement};
use crate::graphql::object::funding::FundingStream;
use crate::graphql::object::mhis::MhisYear;
use crate::graphql::object::need::{Need, UnitCost};
use crate::graphql::object::offer::Offer;
use crate::graphql::object::opening::Opening;
use crate::graphql::object::pool::{Pool, PoolTransfer};
use crate::graphql::object::proposal::Proposal;
use crate::graphql::object::record::CoverageRecord;
use crate::graphql::object::scenario::Scenario;
use crate::graphql::object::search::SearchRecord;
use crate::graphql::object::service::Service;
use crate::graphql::object::standard::Standard;
use crate::graphql::object::succession::{AreaSuccession, BodySuccession};
use crate::graphql::scalars::Date;

/// A row with an opaque id.
#[derive(Interface, Clone)]
#[graphql(field(name = "id", ty = "ID", desc = "Opaque id."))]
pub enum Node {
    /// An area.
    Area(Area),
    /// A body.
    Body(Body),
    /// An offer.
    Offer(Offer),
    /// A service.
    Service(Service),
    /// A coverage record.
    CoverageRecord(CoverageRecord),
    /// A contract.
    Contract(Contract),
    /// A claim.
    Claim(Claim),
    /// A piece of evidence.
    Evidence(Evidence),
    /// A source.
    Source(Source),
    /// A published figure.
    Figure(Figure),
    /// A statement.
    Statement(Statement),
    /// One area followed by another.
    AreaSuccession(AreaSuccession),
    /// A body's function passing to another.
    BodySuccession(BodySuccession),
    /// A search that found none.
    SearchRecord(SearchRecord),
    /// A funding stream.
    FundingStream(FundingStream),
    /// Money set aside for a service.
    FundingAllocation(FundingAllocation),
    /// A price index in a year.
    Deflator(Deflator),
    /// Funding to apply for.
    Opening(Opening),
    /// A pooled budget.
    Pool(Pool),
    /// A transfer of a pooled budget.
    PoolTransfer(PoolTransfer),
    /// An estimate of need.
    Need(Need),
    /// A unit cost.
    UnitCost(UnitCost),
    /// A report for the Mental Health Investment Standard.
    MhisYear(MhisYear),
    /// A scenario.
    Scenario(Scenario),
    /// A minimum offer.
    Standard(Standard),
    /// A proposal.
    Proposal(Proposal),
}

/// Rows by id.
#[derive(Default)]
pub struct NodeQuery;

#[Object]
impl NodeQuery {
    /// The row with an opaque id; null: no such row any more.
    async fn node(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "An id that this server gave.")] id: ID,
        #[graphql(desc = "The day on which it is seen; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<Node>> {
        let (found, row) = any_id("id", &id)?;
        Node::get(ctx, found, &row, ctx.day(as_of)?).await
    }
}

/// The type and row behind an id of any type.
pub fn any_id(field: &str, id: &str) -> Result<(NodeType, String), Fault> {
    split(id).ok_or_else(|| Fault::BadId {
        field: field.to_owned(),
        given: cut(id),
        expected: "node".to_owned(),
    })
}

impl Node {
    /// The row of a type as the request sees it; a proposal, if the viewer may see it.
    pub async fn get(
        ctx: &Context<'_>,
        found: NodeType,
        row: &str,
        day: NaiveDate,
    ) -> Result<Option<Self>> {
        if found != NodeType::Proposal {
            return Ok(node_of(ctx.atlas()?, found, row, day));
        }
        let scope = ctx.scope()?;
        let proposal = scope.keeper.visible_proposal(&scope.viewer, row).await;
        let proposal = proposal.map_err(|error| Fault::ours(&error))?;
        Ok(proposal.map(|row| Self::Proposal(Proposal::of(row, day))))
    }
}

/// The row of a type, if it is in this Atlas. Proposals are in none.
pub fn node_of(atlas: &Atlas, found: NodeType, row: &str, day: NaiveDate) -> Option<Node> {
    match found {
        NodeType::Area => atlas.areas.find(row).map(|ix| Node::Area(Area { ix, day })),
        NodeType::Body => atlas
            .bodies
            .find(row)
            .map(|ix| Node::Body(Body { ix, day })),
        NodeType::Offer => atlas.offers.find(row).map(|ix| Node::Offer(Offer(ix))),
        NodeType::Service => atlas
            .services
            .find(row)
            .map(|ix| Node::Service(Service { ix, day })),
        NodeType::CoverageRecord => {
            let ix = atlas.coverage.find(row);
            ix.map(|ix| Node::CoverageRecord(CoverageRecord { ix, day }))
        }
        NodeType::Contract => atlas
            .contracts
            .find(row)
            .map(|ix| Node::Contract(Contract { ix, day })),
        NodeType::Claim => atlas
            .claims
            .find(row)
            .map(|ix| Node::Claim(Claim { ix, day })),
        NodeType::Evidence => atlas
            .evidence
            .find(row)
            .map(|ix| Node::Evidence(Evidence(ix))),
        NodeType::Source => atlas.sources.find(row).map(|ix| Node::Source(Source(ix))),
        NodeType::Figure => atlas.figures.find(row).map(|ix| Node::Figure(Figure(ix))),
        NodeType::AreaSuccession => {
            let ix = atlas.successions.find(row)?;
            AreaSuccession::of(atlas, ix, None, day).map(Node::AreaSuccession)
        }
        NodeType::BodySuccession => {
            let ix = atlas.body_successions.find(row);
            ix.map(|ix| Node::BodySuccession(BodySuccession { ix, day }))
        }
        NodeType::Search => {
            let ix = atlas.searches.find(row);
            ix.map(|ix| Node::SearchRecord(SearchRecord { ix, day }))
        }
        NodeType::FundingStream => {
            let ix = atlas.funding_streams.find(row);
            ix.map(|ix| Node::FundingStream(FundingStream { ix, day }))
        }
        NodeType::FundingAllocation => {
            let ix = atlas.funding_allocations.find(row);
            ix.map(|ix| Node::FundingAllocation(FundingAllocation { ix, day }))
        }
        NodeType::Deflator => {
            let ix = atlas.deflators.find(row);
            ix.map(|ix| Node::Deflator(Deflator { ix, day }))
        }
        NodeType::Opening => {
            let ix = atlas.openings.find(row);
            ix.map(|ix| Node::Opening(Opening { ix, day }))
        }
        NodeType::Pool => {
            let ix = atlas.pools.find(row);
            ix.map(|ix| Node::Pool(Pool { ix, day }))
        }
        NodeType::PoolTransfer => {
            let ix = atlas.pool_transfers.find(row);
            ix.map(|ix| Node::PoolTransfer(PoolTransfer { ix, day }))
        }
        NodeType::Need => {
            let ix = atlas.needs.find(row);
            ix.map(|ix| Node::Need(Need { ix, day }))
        }
        NodeType::UnitCost => {
            let ix = atlas.unit_costs.find(row);
            ix.map(|ix| Node::UnitCost(UnitCost { ix, day }))
        }
        NodeType::MhisYear => {
            let ix = atlas.mhis_years.find(row);
            ix.map(|ix| Node::MhisYear(MhisYear { ix, day }))
        }
        NodeType::Scenario => {
            let ix = atlas.scenarios.find(row);
            ix.map(|ix| Node::Scenario(Scenario { ix, day }))
        }
        NodeType::Standard => {
            let ix = atlas.standards.find(row);
            ix.map(|ix| Node::Standard(Standard { ix, day }))
        }
        NodeType::Proposal => None,
        NodeType::Statement => atlas
            .statements
            .find(row)
            .map(|ix| Node::Statement(Statement { ix, day })),
    }
}
