//! Culturally informed and led-by-and-for provision, by area and community.

use async_graphql::SimpleObject;

use super::answer::CoverageCell;
use super::area::Area;
use super::claim::Claim;
use super::offer::Community;
use crate::graphql::scalars::Date;

/// Culturally informed, faith-based and led-by-and-for provision by area, and what is claimed nationally apart from it.
#[derive(SimpleObject, Clone)]
pub struct CulturalProvision {
    /// The day.
    pub as_of: Date,
    /// One row for each area, by id.
    pub areas: Vec<AreaCulturalProvision>,
    /// Claims about a nation or several: not counted to any area.
    pub national: Vec<Claim>,
}

/// One area's claims.
#[derive(SimpleObject, Clone)]
pub struct AreaCulturalProvision {
    /// The area.
    pub area: Area,
    /// Whether any claim is on record. False is a question to ask, not a gap.
    pub on_record: bool,
    /// In a sentence.
    pub sentence: String,
    /// By community, in code order, claims that name no coded community first.
    pub communities: Vec<CommunityProvision>,
}

/// The claims for one community in one area.
#[derive(SimpleObject, Clone)]
pub struct CommunityProvision {
    /// The community; null: the claims name none that is coded.
    pub community: Option<Community>,
    /// Claims about the area, a part of it or a prison in it, each with who claims it.
    pub claims: Vec<Claim>,
    /// People of the nearest published census groups in the area, census of 2021; null: no published population, or the area cuts a district.
    pub census_people: Option<i64>,
    /// What the count is of, or `no published population`.
    pub census_note: String,
    /// What the records of these services make of the area: the share of its people who live where one of them is on record. Whether it reaches them is not on record.
    pub coverage: Option<CoverageCell>,
}
