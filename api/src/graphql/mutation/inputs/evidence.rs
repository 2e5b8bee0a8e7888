//! Sources and evidence.

use async_graphql::{ID, InputObject};

use super::How;
use crate::graphql::enums::{Confidence, EvidenceGrade};

/// A publication.
#[derive(InputObject, Clone, Debug)]
pub struct SourceInput {
    /// Its title. Needed.
    pub title: Option<String>,
    /// Its public address, with https:// or http://.
    pub url: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// The licence that it states.
    pub licence: Option<String>,
    /// The edition or the period that it describes.
    pub vintage: Option<String>,
    /// The date that it bears: `2025`, `2025-11` or `2025-11-10`.
    pub date: Option<String>,
    /// What to know before quoting it.
    pub note: Option<String>,
}

/// A source to make or, with its id, to change.
#[derive(InputObject, Clone, Debug)]
pub struct SaveSourceInput {
    /// The source; none: a new one.
    pub id: Option<ID>,
    /// What it is.
    #[graphql(flatten)]
    pub source: SourceInput,
    /// How to make the change.
    #[graphql(flatten)]
    pub how: How,
}

/// One source's word for one record.
#[derive(InputObject, Clone, Debug)]
pub struct EvidenceInput {
    /// The source. Needed, or newSource.
    pub source: Option<ID>,
    /// A source that is not in the register yet.
    pub new_source: Option<SourceInput>,
    /// What kind of source it is. Needed.
    pub grade: Option<EvidenceGrade>,
    /// Who says so: `commissioner`, `provider`, `third_party`, `funder`, `inspectorate` or `report`. Needed.
    pub asserted_by: Option<String>,
    /// The body that says so. Needed for claims that something is culturally informed or led by and for.
    pub asserter: Option<ID>,
    /// How sure you are that it says so; none: not stated.
    pub confidence: Option<Confidence>,
    /// What it says, in your own words. Needed.
    pub statement: Option<String>,
    /// The day that it speaks of, not later than today; none: that of its source.
    pub as_of: Option<String>,
    /// When somebody should look again. From the day after, it counts as stale and bears a step less.
    pub review_on: Option<String>,
}

/// Evidence to make or, with its id, to change.
#[derive(InputObject, Clone, Debug)]
pub struct SaveEvidenceInput {
    /// The evidence; none: a new piece.
    pub id: Option<ID>,
    /// What it is.
    #[graphql(flatten)]
    pub evidence: EvidenceInput,
    /// How to make the change.
    #[graphql(flatten)]
    pub how: How,
}
