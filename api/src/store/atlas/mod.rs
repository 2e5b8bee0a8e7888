//! Loading the Atlas: one function per table turns a row into a fact, whether the row comes from its
//! table or from the history.

mod areas;
mod bodies;
mod fact;
mod money;
mod records;
mod services;
mod vocabulary;

use std::collections::BTreeMap;

use entity::change;
use planning::atlas::Atlas;
use planning::facts::Facts;
use planning::table::Row;
use sea_orm::{DatabaseTransaction, EntityTrait};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Edit, RowFault, Store, StoreError, group};

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

/// A row as a change left it.
#[derive(Clone, Debug, PartialEq)]
pub struct Edited {
    /// Its table.
    pub table: String,
    /// Its id.
    pub id: String,
    /// The row; `None`: archived.
    pub after: Option<Value>,
}

impl From<change::Model> for Edited {
    fn from(change: change::Model) -> Self {
        Self {
            table: change.node_kind,
            id: change.node_id,
            after: change.after,
        }
    }
}

impl From<&Edit> for Edited {
    fn from(edit: &Edit) -> Self {
        Self {
            table: edit.table.to_owned(),
            id: edit.id.clone(),
            after: edit.after.clone(),
        }
    }
}

/// The rows after some changes, oldest first. It is the same whether `facts` are empty and the
/// changes are all of history, or `facts` are those of yesterday and the changes today's.
pub fn replay(facts: Facts, changes: Vec<Edited>) -> Result<Facts, StoreError> {
    let mut last: BTreeMap<String, BTreeMap<String, Option<Value>>> = BTreeMap::new();
    for change in changes {
        let rows = last.entry(change.table).or_default();
        rows.insert(change.id, change.after);
    }
    merged(facts, last)
}

/// Every table that the Atlas holds: its field, its entity and the function that reads a row.
macro_rules! tables {
    ($($field:ident: $table:ident by $read:path),+ $(,)?) => {
        async fn facts(txn: &DatabaseTransaction) -> Result<Facts, StoreError> {
            Ok(Facts {
                $($field: table::<entity::$table::Entity, _>(txn, $read).await?),+
            })
        }

        fn merged(
            facts: Facts,
            mut last: BTreeMap<String, BTreeMap<String, Option<Value>>>,
        ) -> Result<Facts, StoreError> {
            Ok(Facts {
                $($field: match last.remove(stringify!($table)) {
                    None => facts.$field,
                    Some(rows) => merge(stringify!($table), facts.$field, rows, $read)?,
                }),+
            })
        }
    };
}

tables!(
    sources: source by areas::source,
    areas: area by areas::area,
    area_codes: area_code by areas::code,
    area_names: area_name by areas::name,
    successions: area_succession by areas::succession,
    parts: district_part by areas::part,
    area_parts: area_part by areas::area_part,
    area_bases: area_basis by areas::basis,
    populations: population by areas::population,
    places: place by areas::place,
    offers: offer by vocabulary::offer,
    systems: system by vocabulary::system,
    cohorts: cohort by vocabulary::cohort,
    communities: community by vocabulary::community,
    census_groups: census_group by vocabulary::census_group,
    bodies: body by bodies::body,
    body_names: body_name by bodies::name,
    body_successions: body_succession by bodies::succession,
    evidence: evidence by services::evidence,
    services: service by services::service,
    service_bodies: service_body by services::service_body,
    coverage: coverage by services::coverage,
    contracts: contract by services::contract,
    funding_streams: funding_stream by services::funding_stream,
    funding_conditions: funding_condition by money::funding_condition,
    funding_years: funding_year by money::funding_year,
    funding_allocations: funding_allocation by money::funding_allocation,
    deflators: deflator by money::deflator,
    openings: opening by money::opening,
    opening_conditions: opening_condition by money::opening_condition,
    pools: pool by money::pool,
    pool_members: pool_member by money::pool_member,
    pool_transfers: pool_transfer by money::pool_transfer,
    needs: need by money::need,
    unit_costs: unit_cost by money::unit_cost,
    mhis_years: mhis_year by money::mhis_year,
    mhis_lines: mhis_line by money::mhis_line,
    scenarios: scenario by money::scenario,
    scenario_steps: scenario_step by money::scenario_step,
    standards: standard by money::standard,
    standard_lines: standard_line by money::standard_line,
    searches: search by records::search,
    claims: claim by records::claim,
    statements: statement by records::statement,
    figures: figure by records::figure,
    starter_rows: starter_row by records::starter_row,
);

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

fn merge<M: DeserializeOwned, T: Row>(
    table: &'static str,
    mut facts: Vec<T>,
    rows: BTreeMap<String, Option<Value>>,
    fact: fn(M) -> Result<T, RowFault>,
) -> Result<Vec<T>, StoreError> {
    facts.retain(|fact| !rows.contains_key(fact.id()));
    for (row, after) in rows {
        let Some(json) = after else { continue };
        let model = serde_json::from_value(json).map_err(|source| StoreError::History {
            table,
            row,
            source,
        })?;
        facts.push(fact(model)?);
    }
    Ok(facts)
}
