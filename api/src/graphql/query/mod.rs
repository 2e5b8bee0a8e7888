//! Root fields, one file a subject.

pub mod allocate;
pub mod catalogue;
pub mod coverage;
pub mod find;
pub mod history;
pub mod lists;
pub mod money;
pub mod nodes;
pub mod openings;
pub mod pools;
pub mod profile;
pub mod reference;
pub mod register;
pub mod scenarios;
pub mod standard;

use async_graphql::MergedObject;

/// Everything that can be asked.
#[derive(MergedObject, Default)]
pub struct Query(
    allocate::AllocateQuery,
    catalogue::CatalogueQuery,
    coverage::CoverageQuery,
    history::HistoryQuery,
    money::MoneyQuery,
    nodes::NodeQuery,
    openings::OpeningQuery,
    pools::PoolQuery,
    reference::ReferenceQuery,
    register::RegisterQuery,
    standard::StandardQuery,
    scenarios::ScenarioQuery,
);
