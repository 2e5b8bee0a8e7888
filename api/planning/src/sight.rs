//! What somebody may see of the register.
//!
//! Whoever may not see a row is answered from an Atlas in which the row is not,
//! so that every list, count, share and search agrees, and no question has to
//! remember who asks.

use std::collections::BTreeSet;

mod money;

use crate::atlas::{Atlas, BuildError};
use crate::closed::Visibility;
use crate::facts::{Facts, Service};
use crate::table::{Ix, Row};

/// How much somebody may see.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sight {
    /// Everything there is.
    pub everything: bool,
    /// What is restricted to those who plan.
    pub restricted: bool,
    /// What is private to these bodies; what is restricted, where they take
    /// part.
    pub bodies: BTreeSet<String>,
}

impl Sight {
    /// Everything.
    pub fn all() -> Self {
        Self {
            everything: true,
            restricted: true,
            bodies: BTreeSet::new(),
        }
    }

    /// Whether a row with this visibility is seen; `parties` are the bodies
    /// that take part in what it is about.
    pub fn sees<'a>(
        &self,
        visibility: Visibility,
        owner: Option<&str>,
        parties: impl IntoIterator<Item = &'a str>,
    ) -> bool {
        let is_ours = || owner.is_some_and(|owner| self.bodies.contains(owner));
        match visibility {
            _ if self.everything => true,
            Visibility::Public => true,
            Visibility::Restricted => {
                self.restricted
                    || is_ours()
                    || parties.into_iter().any(|body| self.bodies.contains(body))
            }
            Visibility::Private => is_ours(),
        }
    }
}

/// Rows that somebody may not see, by table.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[expect(
    missing_docs,
    reason = "each field is named after the table of its ids"
)]
pub struct Hidden {
    pub services: BTreeSet<String>,
    pub coverage: BTreeSet<String>,
    pub contracts: BTreeSet<String>,
    pub claims: BTreeSet<String>,
    pub funding_streams: BTreeSet<String>,
    pub funding_allocations: BTreeSet<String>,
    pub deflators: BTreeSet<String>,
    pub openings: BTreeSet<String>,
    pub pools: BTreeSet<String>,
    pub pool_transfers: BTreeSet<String>,
    pub needs: BTreeSet<String>,
    pub unit_costs: BTreeSet<String>,
    pub mhis_years: BTreeSet<String>,
    pub scenarios: BTreeSet<String>,
    pub standards: BTreeSet<String>,
    pub evidence: BTreeSet<String>,
    pub sources: BTreeSet<String>,
}

impl Hidden {
    /// What of an Atlas is hidden from somebody: rows not meant for them, what
    /// belongs to those, and the evidence and sources that nothing else rests
    /// on.
    pub fn from(atlas: &Atlas, sight: &Sight) -> Self {
        let mut hidden = Self::default();
        if sight.everything {
            return hidden;
        }
        for (ix, row) in atlas.services.iter() {
            if !sight.sees(row.visibility, row.owner.as_deref(), parties_of(atlas, ix)) {
                hidden.services.insert(row.id.clone());
            }
        }
        hidden.add_belongings(atlas, sight);
        hidden.add_money(atlas, sight);
        hidden.add_scenarios(atlas, sight);
        hidden.add_evidence(atlas, sight);
        hidden
    }

    /// Whether nothing is hidden.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What is hidden by the one or by the other.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        macro_rules! join {
            ($($table:ident),+ $(,)?) => { $(self.$table.extend(other.$table);)+ };
        }
        join!(
            services,
            coverage,
            contracts,
            claims,
            funding_streams,
            funding_allocations,
            deflators,
            openings,
            pools,
            pool_transfers,
            needs,
            unit_costs,
            mhis_years,
            scenarios,
            standards,
            evidence,
            sources
        );
        self
    }

    fn add_belongings(&mut self, atlas: &Atlas, sight: &Sight) {
        macro_rules! hide {
            ($table:ident, $row:ident => $service:expr) => {
                for (_, $row) in atlas.$table.iter() {
                    let service: Option<&str> = $service;
                    let ix = service.and_then(|id| atlas.services.find(id));
                    let parties = ix.into_iter().flat_map(|ix| parties_of(atlas, ix));
                    let in_hidden = service.is_some_and(|id| self.services.contains(id));
                    if in_hidden || !sight.sees($row.visibility, $row.owner.as_deref(), parties) {
                        self.$table.insert($row.id.clone());
                    }
                }
            };
        }
        hide!(coverage, row => row.service.as_deref());
        hide!(contracts, row => Some(row.service.as_str()));
        hide!(claims, row => row.service.as_deref());
        for (_, row) in atlas.funding_streams.iter() {
            let funder = [row.funder.as_str()];
            if !sight.sees(row.visibility, row.owner.as_deref(), funder) {
                self.funding_streams.insert(row.id.clone());
            }
        }
    }

    fn add_money(&mut self, atlas: &Atlas, sight: &Sight) {
        for (_, row) in atlas.funding_allocations.iter() {
            let service = atlas.services.find(&row.service);
            let stream = atlas.funding_streams.find(&row.stream);
            let parties = service.into_iter().flat_map(|ix| parties_of(atlas, ix));
            let funder = stream.map(|ix| atlas.funding_streams.get(ix).funder.as_str());
            let within =
                self.services.contains(&row.service) || self.funding_streams.contains(&row.stream);
            let parties = parties.chain(funder);
            if within || !sight.sees(row.visibility, row.owner.as_deref(), parties) {
                self.funding_allocations.insert(row.id.clone());
            }
        }
        for (_, row) in atlas.openings.iter() {
            let funder = [row.funder.as_str()];
            if !sight.sees(row.visibility, row.owner.as_deref(), funder) {
                self.openings.insert(row.id.clone());
            }
        }
        for (ix, row) in atlas.pools.iter() {
            let members = atlas.members_of_pool(ix).iter();
            let bodies = members.map(|ix| atlas.pool_members.get(*ix).body.as_str());
            let parties = bodies.chain([row.host.as_str()]);
            if !sight.sees(row.visibility, row.owner.as_deref(), parties) {
                self.pools.insert(row.id.clone());
                let transfers = atlas.transfers_of_pool(ix).iter();
                let ids = transfers.map(|ix| atlas.pool_transfers.get(*ix).id.clone());
                self.pool_transfers.extend(ids);
            }
        }
        macro_rules! owned {
            ($($table:ident),+) => {$(
                for (_, row) in atlas.$table.iter() {
                    if !sight.sees(row.visibility, row.owner.as_deref(), []) {
                        self.$table.insert(row.id.clone());
                    }
                }
            )+};
        }
        owned!(deflators, needs, unit_costs, mhis_years, standards);
    }

    /// A scenario without one of its steps would be another scenario: it is
    /// hidden with any row that its steps name.
    fn add_scenarios(&mut self, atlas: &Atlas, sight: &Sight) {
        for (ix, row) in atlas.scenarios.iter() {
            let names_hidden = atlas.steps_of_scenario(ix).iter().any(|step| {
                let step = atlas.scenario_steps.get(*step);
                let is = |ids: &BTreeSet<String>, id: &Option<String>| {
                    id.as_ref().is_some_and(|id| ids.contains(id))
                };
                is(&self.services, &step.service)
                    || is(&self.funding_streams, &step.stream)
                    || is(&self.funding_streams, &step.to_stream)
                    || is(&self.pools, &step.pool)
            });
            if names_hidden || !sight.sees(row.visibility, row.owner.as_deref(), []) {
                self.scenarios.insert(row.id.clone());
            }
        }
    }

    /// Evidence is seen with what rests on it. Evidence of a user on which
    /// nothing rests, yet or any more, is for those who plan.
    fn add_evidence(&mut self, atlas: &Atlas, sight: &Sight) {
        let mut shown: BTreeSet<&str> = BTreeSet::new();
        macro_rules! show {
            ($table:ident) => {
                for (_, row) in atlas.$table.iter() {
                    if !self.$table.contains(&row.id) {
                        shown.insert(&row.evidence);
                    }
                }
            };
        }
        show!(coverage);
        show!(contracts);
        show!(claims);
        show!(funding_streams);
        show!(funding_allocations);
        show!(deflators);
        show!(openings);
        show!(needs);
        show!(unit_costs);
        show!(mhis_years);
        show!(standards);
        for (_, row) in atlas.statements.iter() {
            shown.insert(&row.evidence);
        }
        let mut rests: BTreeSet<&str> = BTreeSet::new();
        macro_rules! rest {
            ($($table:ident),+) => {
                $(for (_, row) in atlas.$table.iter() { rests.insert(&row.evidence); })+
            };
        }
        rest!(
            coverage,
            contracts,
            claims,
            funding_streams,
            funding_allocations,
            deflators,
            openings,
            needs,
            unit_costs,
            mhis_years,
            standards
        );
        for (_, row) in atlas.evidence.iter() {
            let hides_more = rests.contains(row.id.as_str());
            let loose = !hides_more && row.starter_table.is_empty() && !sight.restricted;
            if !shown.contains(row.id.as_str()) && (hides_more || loose) {
                self.evidence.insert(row.id.clone());
            }
        }
        self.add_sources(atlas);
    }

    fn add_sources(&mut self, atlas: &Atlas) {
        let of_hidden = |row: &&crate::facts::Evidence| self.evidence.contains(&row.id);
        let rows = || atlas.evidence.rows().iter();
        let mut sources: BTreeSet<&str> = rows().filter(of_hidden).map(|e| &*e.source).collect();
        for row in rows().filter(|row| !of_hidden(row)) {
            sources.remove(row.source.as_str());
        }
        for row in atlas.areas.rows() {
            sources.remove(row.source.as_str());
        }
        for row in atlas.populations.rows() {
            sources.remove(row.source.as_str());
        }
        for row in atlas.figures.rows() {
            sources.remove(row.source.as_str());
        }
        for source in atlas.body_successions.rows().iter().flat_map(|r| &r.source) {
            sources.remove(source.as_str());
        }
        self.sources = sources.into_iter().map(str::to_owned).collect();
    }
}

/// The register without some rows.
pub fn without(atlas: &Atlas, hidden: &Hidden) -> Result<Atlas, BuildError> {
    let mut facts = atlas.facts();
    remove(&mut facts, hidden);
    Atlas::build(facts, atlas.revision)
}

fn remove(facts: &mut Facts, hidden: &Hidden) {
    macro_rules! drop {
        ($($table:ident),+) => { $(facts.$table.retain(|row| !hidden.$table.contains(row.id()));)+ };
    }
    drop!(
        services,
        coverage,
        contracts,
        claims,
        funding_streams,
        funding_allocations,
        deflators,
        openings,
        pools,
        pool_transfers,
        needs,
        unit_costs,
        mhis_years,
        scenarios,
        standards,
        evidence,
        sources
    );
    // A row of an earlier register may rest on what is hidden only since.
    facts
        .evidence
        .retain(|row| !hidden.sources.contains(&row.source));
    let kept: BTreeSet<String> = facts.evidence.iter().map(|row| row.id.clone()).collect();
    let has_evidence = |id: &String| kept.contains(id);
    let has_service = |id: &String| !hidden.services.contains(id);
    facts.service_bodies.retain(|row| has_service(&row.service));
    facts
        .coverage
        .retain(|row| row.service.iter().all(has_service) && has_evidence(&row.evidence));
    facts
        .contracts
        .retain(|row| has_service(&row.service) && has_evidence(&row.evidence));
    facts
        .claims
        .retain(|row| row.service.iter().all(has_service) && has_evidence(&row.evidence));
    facts
        .funding_streams
        .retain(|row| has_evidence(&row.evidence));
    facts.statements.retain(|row| has_evidence(&row.evidence));
    for row in &mut facts.services {
        row.part_of.take_if(|whole| hidden.services.contains(whole));
    }
    for row in &mut facts.contracts {
        row.part_of
            .take_if(|whole| hidden.contracts.contains(whole));
    }
    money::remove(facts, &has_evidence);
    facts.starter_rows.retain(|row| {
        let is_in = |ids: &BTreeSet<String>| row.record.as_ref().is_some_and(|id| ids.contains(id));
        !(is_in(&hidden.services)
            || is_in(&hidden.coverage)
            || is_in(&hidden.contracts)
            || is_in(&hidden.claims)
            || is_in(&hidden.openings)
            || is_in(&hidden.standards))
    });
}

/// The bodies that take part in a service.
pub fn parties_of(atlas: &Atlas, service: Ix<Service>) -> impl Iterator<Item = &str> {
    let bodies = atlas.bodies_of_service(service);
    bodies
        .iter()
        .map(|ix| atlas.service_bodies.get(*ix).body.as_str())
}

#[cfg(test)]
mod tests;
