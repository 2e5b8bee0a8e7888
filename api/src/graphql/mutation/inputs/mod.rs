//! The inputs of changes. A field that is left out stays as it is; `null` clears it. A new row needs
//! what its description says, and a field that is wrong comes back in `problems`, by name: that is
//! why dates, money and codes are plain text here.

mod allocation;
mod area;
mod body;
mod evidence;
mod mhis;
mod need;
mod offer;
mod opening;
mod pool;
mod records;
mod scenario;
mod service;
mod standard;

pub use allocation::{SaveDeflatorInput, SaveFundingAllocationInput};
pub use area::{SaveAreaInput, SaveAreaSuccessionInput};
pub use body::{SaveBodyInput, SaveBodySuccessionInput};
pub use evidence::{EvidenceInput, SaveEvidenceInput, SaveSourceInput, SourceInput};
pub use mhis::SaveMhisYearInput;
pub use need::{SaveNeedInput, SaveUnitCostInput};
pub use offer::SaveOfferInput;
pub use opening::SaveOpeningInput;
pub use pool::{SavePoolInput, SavePoolTransferInput};
pub use records::{
    SaveAbsenceInput, SaveClaimInput, SaveContractInput, SaveCoverageRecordInput,
    SaveFundingStreamInput, SaveSearchInput,
};
pub use scenario::SaveScenarioInput;
pub use service::SaveServiceInput;
pub use standard::SaveStandardInput;

use async_graphql::{ID, InputObject};

/// How a change is to be made.
#[derive(InputObject, Clone, Debug)]
pub struct How {
    /// Why, in your words, at most 1,000 characters. History keeps it.
    pub reason: String,
    /// The `version` of the row that you have seen; needed to change or archive one. If the row has a newer one, nothing is written and `conflict` shows both sides.
    pub expected_version: Option<i64>,
    /// Any text of at most 200 characters that you have not used before. The same request sent again with it within a week is answered again and done once.
    pub idempotency_key: Option<String>,
    /// Only say what would change. False by default.
    pub dry_run: Option<bool>,
    /// Do not write but propose: whoever keeps the row decides. False by default.
    pub propose: Option<bool>,
    /// The proposal that this settles: it is accepted with what this says instead, if that differs.
    pub accepts_proposal: Option<ID>,
}
