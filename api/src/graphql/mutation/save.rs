//! Making and changing rows: one field a kind.

use async_graphql::{Context, Object, Result};

use super::draft;
use super::inputs::{
    SaveAbsenceInput, SaveAreaInput, SaveAreaSuccessionInput, SaveBodyInput,
    SaveBodySuccessionInput, SaveClaimInput, SaveContractInput, SaveCoverageRecordInput,
    SaveEvidenceInput, SaveFundingStreamInput, SaveOfferInput, SaveSearchInput, SaveServiceInput,
    SaveSourceInput,
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
    /// Makes or changes a claim that something is culturally informed, faith-based or led by and for a community.
    save_claim(SaveClaimInput) is Claim;
);
