//! Loading the Atlas: one function per table turns a row into a fact.

mod areas;
mod bodies;
mod fact;
mod records;
mod services;
mod vocabulary;

use planning::atlas::Atlas;
use planning::facts::Facts;
use sea_orm::{DatabaseTransaction, EntityTrait};

use super::{RowFault, Store, StoreError, group};

impl Store {
    /// The whole register as it is at one moment. A row that the register cannot read is the
    /// error, named by table, row and column.
    pub async fn load_atlas(&self) -> Result<Atlas, StoreError> {
        let txn = self.snapshot().await?;
        let revision = group::revision(&txn).await?;
        let facts = facts(&txn).await?;
        txn.commit().await?;
        Ok(Atlas::build(facts, revision)?)
    }
}

async fn facts(txn: &DatabaseTransaction) -> Result<Facts, StoreError> {
    use entity as e;
    Ok(Facts {
        sources: table::<e::source::Entity, _>(txn, areas::source).await?,
        areas: table::<e::area::Entity, _>(txn, areas::area).await?,
        area_codes: table::<e::area_code::Entity, _>(txn, areas::code).await?,
        area_names: table::<e::area_name::Entity, _>(txn, areas::name).await?,
        successions: table::<e::area_succession::Entity, _>(txn, areas::succession).await?,
        parts: table::<e::district_part::Entity, _>(txn, areas::part).await?,
        area_parts: table::<e::area_part::Entity, _>(txn, areas::area_part).await?,
        area_bases: table::<e::area_basis::Entity, _>(txn, areas::basis).await?,
        populations: table::<e::population::Entity, _>(txn, areas::population).await?,
        places: table::<e::place::Entity, _>(txn, areas::place).await?,
        offers: table::<e::offer::Entity, _>(txn, vocabulary::offer).await?,
        systems: table::<e::system::Entity, _>(txn, vocabulary::system).await?,
        cohorts: table::<e::cohort::Entity, _>(txn, vocabulary::cohort).await?,
        communities: table::<e::community::Entity, _>(txn, vocabulary::community).await?,
        census_groups: table::<e::census_group::Entity, _>(txn, vocabulary::census_group).await?,
        bodies: table::<e::body::Entity, _>(txn, bodies::body).await?,
        body_names: table::<e::body_name::Entity, _>(txn, bodies::name).await?,
        body_successions: table::<e::body_succession::Entity, _>(txn, bodies::succession).await?,
        evidence: table::<e::evidence::Entity, _>(txn, services::evidence).await?,
        services: table::<e::service::Entity, _>(txn, services::service).await?,
        service_bodies: table::<e::service_body::Entity, _>(txn, services::service_body).await?,
        coverage: table::<e::coverage::Entity, _>(txn, services::coverage).await?,
        contracts: table::<e::contract::Entity, _>(txn, services::contract).await?,
        searches: table::<e::search::Entity, _>(txn, records::search).await?,
        claims: table::<e::claim::Entity, _>(txn, records::claim).await?,
        statements: table::<e::statement::Entity, _>(txn, records::statement).await?,
        figures: table::<e::figure::Entity, _>(txn, records::figure).await?,
        starter_rows: table::<e::starter_row::Entity, _>(txn, records::starter_row).await?,
    })
}

async fn table<E, T>(
    txn: &DatabaseTransaction,
    fact: fn(E::Model) -> Result<T, RowFault>,
) -> Result<Vec<T>, StoreError>
where
    E: EntityTrait,
    E::Model: Sync,
{
    let rows = E::find().all(txn).await?;
    Ok(rows.into_iter().map(fact).collect::<Result<_, _>>()?)
}
