//! Making and changing rows: one field a kind.

use async_graphql::{Context, Object, Result};

use super::draft;
use super::inputs::{
    SaveAbsenceInput, SaveAreaInput, SaveAreaSuccessionInput, SaveBodyInput,
    SaveBodySuccessionInput, SaveClaimInput, SaveContractInput, SaveCoverageRecordInput,
    SaveDeflatorInput, SaveEvidenceInput, SaveFundingAllocationInput, SaveFundingStreamInput,
    SaveMhisYearInput, SaveNeedInput, SaveOfferInput, SaveOpeningInput, SavePoolInput,
    SavePoolTransferInput, SaveScenarioInput, SaveSearchInput, SaveServiceInput, SaveSourceInput,
    SaveStandardInput, SaveUnitCostInput,
};
use super::payload::WritePayload;
use crate::keeping::Kind;

/// Making and changing rows.
#[derive(Default)]
pub struct SaveMutation;

macro_rules! saves {
    ($($(#[$doc:meta])* $field:ident($input:ty) is $kind:ident;)+) => {
        #[Object]
        impl SaveMutation {
            $(
                $(#[$doc])*
                async fn $field(
                    &self,
                    ctx: &Context<'_>,
                    #[graphql(desc = "What to write, and how.")] input: $input,
                ) -> Result<Option<WritePayload>> {
                    let ask = draft::save(Kind::$kind, draft::sent(ctx)?, input.how)?;
                    WritePayload::of(ctx, ask).await.map(Some)
                }
            )+
        }
    };
}

saves!(
    /// Makes or changes a source.
    save_source(SaveSourceInput) is Source;
    /// Makes or changes a piece of evidence.
    save_evidence(SaveEvidenceInput) is Evidence;
    /// Makes or changes an area, with its codes, names and the areas that it is made of.
    save_area(SaveAreaInput) is Area;
    /// Records that one area follows another.
    save_area_succession(SaveAreaSuccessionInput) is AreaSuccession;
    /// Makes or changes an offer: a kind of provision that can be asked about.
    save_offer(SaveOfferInput) is Offer;
    /// Makes or changes a body, with its other names.
    save_body(SaveBodyInput) is Body;
    /// Records that one body follows another in a function.
    save_body_succession(SaveBodySuccessionInput) is BodySuccession;
    /// Makes or changes a service, with the bodies that take part in it.
    save_service(SaveServiceInput) is Service;
    /// Records that a service gives an offer in an area. Records of other evidence stay beside it.
    save_coverage_record(SaveCoverageRecordInput) is CoverageRecord;
    /// Records somebody's word that an offer is not commissioned in an area.
    save_absence(SaveAbsenceInput) is Absence;
    /// Records that somebody looked for an offer in an area and found none.
    save_search(SaveSearchInput) is Search;
    /// Makes or changes a contract, grant or award.
    save_contract(SaveContractInput) is Contract;
    /// Makes or changes a funding stream.
    save_funding_stream(SaveFundingStreamInput) is FundingStream;
    /// Sets money of a funding stream aside for a service, or changes it.
    save_funding_allocation(SaveFundingAllocationInput) is FundingAllocation;
    /// Enters a price index in one financial year, or changes it.
    save_deflator(SaveDeflatorInput) is Deflator;
    /// Makes or changes an opening, with what it asks of applicants.
    save_opening(SaveOpeningInput) is Opening;
    /// Makes or changes a pooled budget, with its members.
    save_pool(SavePoolInput) is Pool;
    /// Records one move of money of a pooled budget.
    save_pool_transfer(SavePoolTransferInput) is PoolTransfer;
    /// Makes or changes an estimate of need.
    save_need(SaveNeedInput) is Need;
    /// Makes or changes a unit cost.
    save_unit_cost(SaveUnitCostInput) is UnitCost;
    /// Makes or changes a report for the Mental Health Investment Standard, with its lines.
    save_mhis_year(SaveMhisYearInput) is MhisYear;
    /// Makes or changes a scenario, with its steps. The register stays as it is.
    save_scenario(SaveScenarioInput) is Scenario;
    /// Makes or changes a minimum offer, with its lines.
    save_standard(SaveStandardInput) is Standard;
    /// Makes or changes a claim that something is culturally informed, faith-based or led by and for a community.
    save_claim(SaveClaimInput) is Claim;
);
