//! Taking out what hangs on hidden rows of money.

use std::collections::BTreeSet;

use crate::facts::Facts;
use crate::table::Row;

/// Takes out what rests on evidence, belongs to a row or names a service that is no longer there.
pub(super) fn remove(facts: &mut Facts, has_evidence: &dyn Fn(&String) -> bool) {
    macro_rules! resting {
        ($($table:ident),+) => { $(facts.$table.retain(|row| has_evidence(&row.evidence));)+ };
    }
    resting!(
        funding_allocations,
        deflators,
        openings,
        needs,
        unit_costs,
        mhis_years,
        standards
    );
    let services = ids(&facts.services);
    let contracts = ids(&facts.contracts);
    let streams = ids(&facts.funding_streams);
    let openings = ids(&facts.openings);
    let pools = ids(&facts.pools);
    facts
        .funding_allocations
        .retain(|row| streams.contains(&row.stream) && services.contains(&row.service));
    for row in &mut facts.funding_allocations {
        row.contract.take_if(|id| !contracts.contains(id));
    }
    facts
        .funding_conditions
        .retain(|row| streams.contains(&row.stream));
    facts
        .funding_years
        .retain(|row| streams.contains(&row.stream));
    for row in &mut facts.openings {
        row.service.take_if(|id| !services.contains(id));
        row.part_of.take_if(|id| !openings.contains(id));
    }
    facts
        .opening_conditions
        .retain(|row| openings.contains(&row.opening));
    facts.pool_members.retain(|row| pools.contains(&row.pool));
    facts.pool_transfers.retain(|row| pools.contains(&row.pool));
    for row in &mut facts.pool_transfers {
        row.stream.take_if(|id| !streams.contains(id));
        row.service.take_if(|id| !services.contains(id));
    }
    let reports = ids(&facts.mhis_years);
    facts.mhis_lines.retain(|row| reports.contains(&row.year));
    for row in &mut facts.mhis_lines {
        row.service.take_if(|id| !services.contains(id));
    }
    let standards = ids(&facts.standards);
    facts
        .standard_lines
        .retain(|row| standards.contains(&row.standard));
    remove_scenarios(facts, &services, &streams, &pools);
}

fn remove_scenarios(
    facts: &mut Facts,
    services: &BTreeSet<String>,
    streams: &BTreeSet<String>,
    pools: &BTreeSet<String>,
) {
    let is_there =
        |ids: &BTreeSet<String>, id: &Option<String>| id.as_ref().is_none_or(|id| ids.contains(id));
    let broken: BTreeSet<String> = facts
        .scenario_steps
        .iter()
        .filter(|step| {
            !(is_there(services, &step.service)
                && is_there(streams, &step.stream)
                && is_there(streams, &step.to_stream)
                && is_there(pools, &step.pool))
        })
        .map(|step| step.scenario.clone())
        .collect();
    facts.scenarios.retain(|row| !broken.contains(&row.id));
    let kept = ids(&facts.scenarios);
    facts
        .scenario_steps
        .retain(|row| kept.contains(&row.scenario));
}

fn ids<T: Row>(rows: &[T]) -> BTreeSet<String> {
    rows.iter().map(|row| row.id().to_owned()).collect()
}
