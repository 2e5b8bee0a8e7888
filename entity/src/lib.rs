//! What a row of each table is, and nothing else.
//!
//! One module per table. A column holds what the database holds: a partial date is text as found
//! (`2025`, `2025-11` or `2025-11-10`), a list is text joined with `;`, a closed list is the word
//! itself. What the words mean and how they may be combined is decided where they are read.
//!
//! A `Relation` follows a foreign key to its parent. Nothing here implements `Related`, because many
//! tables point at `area` or `body` twice and a join has to say which way it goes.

pub mod area;
pub mod area_basis;
pub mod area_code;
pub mod area_name;
pub mod area_part;
pub mod area_succession;
pub mod body;
pub mod body_name;
pub mod body_succession;
pub mod census_group;
pub mod change;
pub mod claim;
pub mod cohort;
pub mod community;
pub mod contract;
pub mod coverage;
pub mod deflator;
pub mod district_part;
pub mod evidence;
pub mod figure;
pub mod funding_allocation;
pub mod funding_condition;
pub mod funding_stream;
pub mod funding_year;
pub mod installation;
pub mod mhis_line;
pub mod mhis_year;
pub mod need;
pub mod offer;
pub mod opening;
pub mod opening_condition;
pub mod place;
pub mod pool;
pub mod pool_member;
pub mod pool_transfer;
pub mod population;
pub mod proposal;
pub mod receipt;
pub mod revision;
pub mod scenario;
pub mod scenario_step;
pub mod search;
pub mod service;
pub mod service_body;
pub mod source;
pub mod standard;
pub mod standard_line;
pub mod starter_row;
pub mod statement;
pub mod system;
pub mod unit_cost;

/// Every table, parents first: the order in which rows can be written without breaking a foreign
/// key. Within `service`, `contract` and `opening` the whole goes before its parts.
pub const TABLES: &[&str] = &[
    "installation",
    "source",
    "area",
    "area_code",
    "area_name",
    "area_succession",
    "district_part",
    "area_part",
    "area_basis",
    "population",
    "place",
    "census_group",
    "cohort",
    "community",
    "system",
    "offer",
    "body",
    "body_name",
    "body_succession",
    "evidence",
    "service",
    "service_body",
    "coverage",
    "contract",
    "funding_stream",
    "funding_condition",
    "funding_year",
    "funding_allocation",
    "deflator",
    "opening",
    "opening_condition",
    "pool",
    "pool_member",
    "pool_transfer",
    "need",
    "unit_cost",
    "mhis_year",
    "mhis_line",
    "scenario",
    "scenario_step",
    "standard",
    "standard_line",
    "search",
    "claim",
    "statement",
    "figure",
    "starter_row",
    "proposal",
    "receipt",
    "change",
    "revision",
];

/// What a row of history from before there was a visibility says of it.
fn public() -> String {
    "public".to_owned()
}
