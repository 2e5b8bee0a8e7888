//! From shipped tables to records.
//!
//! Reads the tables parents first, so that each row is checked against the ids that it names; then
//! finds which rows tell of the same service and makes the records from them.

mod bodies;
mod claims;
mod matched;
mod openings;
mod outcome;
mod reference;
mod reports;
mod services;
mod standards;
mod telling;
mod told;
mod vocabulary;

use entity as e;

use super::files::Files;
use super::read::{BrokenRow, Ids};

/// The cohort of what is for one community: narrow, so that it never counts for everybody.
pub(super) const COMMUNITY_NAMED: &str = "community_named";

/// Every record of the shipped register, table by table, parents first.
#[derive(Debug, Default)]
pub(super) struct Records {
    pub(super) sources: Vec<e::source::Model>,
    pub(super) areas: Vec<e::area::Model>,
    pub(super) area_codes: Vec<e::area_code::Model>,
    pub(super) area_names: Vec<e::area_name::Model>,
    pub(super) area_successions: Vec<e::area_succession::Model>,
    pub(super) district_parts: Vec<e::district_part::Model>,
    pub(super) area_parts: Vec<e::area_part::Model>,
    pub(super) area_bases: Vec<e::area_basis::Model>,
    pub(super) populations: Vec<e::population::Model>,
    pub(super) places: Vec<e::place::Model>,
    pub(super) census_groups: Vec<e::census_group::Model>,
    pub(super) cohorts: Vec<e::cohort::Model>,
    pub(super) communities: Vec<e::community::Model>,
    pub(super) systems: Vec<e::system::Model>,
    pub(super) offers: Vec<e::offer::Model>,
    pub(super) bodies: Vec<e::body::Model>,
    pub(super) body_names: Vec<e::body_name::Model>,
    pub(super) body_successions: Vec<e::body_succession::Model>,
    pub(super) evidence: Vec<e::evidence::Model>,
    pub(super) services: Vec<e::service::Model>,
    pub(super) service_bodies: Vec<e::service_body::Model>,
    pub(super) coverage: Vec<e::coverage::Model>,
    pub(super) contracts: Vec<e::contract::Model>,
    pub(super) openings: Vec<e::opening::Model>,
    pub(super) opening_conditions: Vec<e::opening_condition::Model>,
    pub(super) searches: Vec<e::search::Model>,
    pub(super) claims: Vec<e::claim::Model>,
    pub(super) statements: Vec<e::statement::Model>,
    pub(super) figures: Vec<e::figure::Model>,
    pub(super) standards: Vec<e::standard::Model>,
    pub(super) standard_lines: Vec<e::standard_line::Model>,
    pub(super) starter_rows: Vec<e::starter_row::Model>,
}

/// The ids that rows may name.
#[derive(Debug)]
pub(super) struct Known {
    sources: Ids,
    areas: Ids,
    parts: Ids,
    census_groups: Ids,
    cohorts: Ids,
    communities: Ids,
    offers: Ids,
    bodies: Ids,
}

/// Makes every record; the first row that cannot be read is the error.
pub(super) fn records(files: &Files) -> Result<Records, BrokenRow> {
    let mut known = Known {
        sources: Ids::of("sources.csv"),
        areas: Ids::of("areas.csv"),
        parts: Ids::of("district_parts.csv"),
        census_groups: Ids::of("census_groups.csv"),
        cohorts: Ids::of("cohorts.csv"),
        communities: Ids::of("communities.csv"),
        offers: Ids::of("offers.csv"),
        bodies: Ids::of("bodies.csv"),
    };
    let mut records = Records::default();
    reference::sources(files, &mut known, &mut records)?;
    reference::areas(files, &mut known, &mut records)?;
    reference::parts(files, &mut known, &mut records)?;
    reference::people(files, &known, &mut records)?;
    reference::places(files, &known, &mut records)?;
    vocabulary::people(files, &mut known, &mut records)?;
    vocabulary::offers(files, &mut known, &mut records)?;
    bodies::bodies(files, &mut known, &mut records)?;
    let told = told::all(files, &known, &records)?;
    let placed = matched::place(&told)?;
    services::records(&told, &placed, &mut records);
    claims::claims(&told, &placed, &mut records);
    outcome::of_told(&told, &placed, &mut records);
    reports::searches(files, &known, &mut records)?;
    reports::statements(files, &known, &mut records)?;
    reports::figures(files, &known, &mut records)?;
    standards::standards(files, &known, &mut records)?;
    openings::openings(files, &known, &placed, &mut records)?;
    Ok(records)
}
