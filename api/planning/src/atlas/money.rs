//! What belongs to which stream, opening, pooled budget or plan.

use super::{Atlas, BuildError, find};
use crate::facts::{
    FundingAllocation, FundingCondition, FundingStream, FundingYear, MhisLine, MhisYear, Opening,
    OpeningCondition, Pool, PoolMember, PoolTransfer, Scenario, ScenarioStep, Service, Standard,
    StandardLine,
};
use crate::table::{Ix, Lists, Row, Table};

/// Rows by what they belong to: steps and lines by their place, all others by id.
#[derive(Clone, Debug, Default)]
pub struct MoneyLinks {
    conditions_of_stream: Lists<FundingStream, Ix<FundingCondition>>,
    years_of_stream: Lists<FundingStream, Ix<FundingYear>>,
    allocations_of_stream: Lists<FundingStream, Ix<FundingAllocation>>,
    allocations_of_service: Lists<Service, Ix<FundingAllocation>>,
    lots_of_opening: Lists<Opening, Ix<Opening>>,
    conditions_of_opening: Lists<Opening, Ix<OpeningCondition>>,
    members_of_pool: Lists<Pool, Ix<PoolMember>>,
    transfers_of_pool: Lists<Pool, Ix<PoolTransfer>>,
    lines_of_mhis_year: Lists<MhisYear, Ix<MhisLine>>,
    steps_of_scenario: Lists<Scenario, Ix<ScenarioStep>>,
    lines_of_standard: Lists<Standard, Ix<StandardLine>>,
}

impl MoneyLinks {
    /// Those of an Atlas whose other tables are in place; a row that names what is not there is the
    /// error.
    pub(super) fn of(atlas: &Atlas) -> Result<Self, BuildError> {
        check(atlas)?;
        let mut links = Self {
            conditions_of_stream: by(&atlas.funding_streams, &atlas.funding_conditions, |row| {
                Some(&row.stream)
            }),
            years_of_stream: by(&atlas.funding_streams, &atlas.funding_years, |row| {
                Some(&row.stream)
            }),
            allocations_of_stream: by(&atlas.funding_streams, &atlas.funding_allocations, |row| {
                Some(&row.stream)
            }),
            allocations_of_service: by(&atlas.services, &atlas.funding_allocations, |row| {
                Some(&row.service)
            }),
            lots_of_opening: by(&atlas.openings, &atlas.openings, |row| {
                row.part_of.as_deref()
            }),
            conditions_of_opening: by(&atlas.openings, &atlas.opening_conditions, |row| {
                Some(&row.opening)
            }),
            members_of_pool: by(&atlas.pools, &atlas.pool_members, |row| Some(&row.pool)),
            transfers_of_pool: by(&atlas.pools, &atlas.pool_transfers, |row| Some(&row.pool)),
            lines_of_mhis_year: by(&atlas.mhis_years, &atlas.mhis_lines, |row| Some(&row.year)),
            steps_of_scenario: by(&atlas.scenarios, &atlas.scenario_steps, |row| {
                Some(&row.scenario)
            }),
            lines_of_standard: by(&atlas.standards, &atlas.standard_lines, |row| {
                Some(&row.standard)
            }),
        };
        let place = |ix: &Ix<ScenarioStep>| atlas.scenario_steps.get(*ix).position;
        links.steps_of_scenario.sort_by_key(place);
        let place = |ix: &Ix<StandardLine>| atlas.standard_lines.get(*ix).position;
        links.lines_of_standard.sort_by_key(place);
        Ok(links)
    }
}

impl Atlas {
    /// The conditions of a funding stream.
    pub fn conditions_of_stream(&self, of: Ix<FundingStream>) -> &[Ix<FundingCondition>] {
        self.links.money.conditions_of_stream.get(of)
    }

    /// What a funding stream has year by year.
    pub fn years_of_stream(&self, of: Ix<FundingStream>) -> &[Ix<FundingYear>] {
        self.links.money.years_of_stream.get(of)
    }

    /// What is allocated of a funding stream.
    pub fn allocations_of_stream(&self, of: Ix<FundingStream>) -> &[Ix<FundingAllocation>] {
        self.links.money.allocations_of_stream.get(of)
    }

    /// What is allocated to a service.
    pub fn allocations_of_service(&self, of: Ix<Service>) -> &[Ix<FundingAllocation>] {
        self.links.money.allocations_of_service.get(of)
    }

    /// The lots of an opening.
    pub fn lots_of_opening(&self, of: Ix<Opening>) -> &[Ix<Opening>] {
        self.links.money.lots_of_opening.get(of)
    }

    /// What a notice asks.
    pub fn conditions_of_opening(&self, of: Ix<Opening>) -> &[Ix<OpeningCondition>] {
        self.links.money.conditions_of_opening.get(of)
    }

    /// The members of a pooled budget.
    pub fn members_of_pool(&self, of: Ix<Pool>) -> &[Ix<PoolMember>] {
        self.links.money.members_of_pool.get(of)
    }

    /// The transfers of a pooled budget.
    pub fn transfers_of_pool(&self, of: Ix<Pool>) -> &[Ix<PoolTransfer>] {
        self.links.money.transfers_of_pool.get(of)
    }

    /// The lines of a report.
    pub fn lines_of_mhis_year(&self, of: Ix<MhisYear>) -> &[Ix<MhisLine>] {
        self.links.money.lines_of_mhis_year.get(of)
    }

    /// The steps of a scenario.
    pub fn steps_of_scenario(&self, of: Ix<Scenario>) -> &[Ix<ScenarioStep>] {
        self.links.money.steps_of_scenario.get(of)
    }

    /// The lines of a minimum offer.
    pub fn lines_of_standard(&self, of: Ix<Standard>) -> &[Ix<StandardLine>] {
        self.links.money.lines_of_standard.get(of)
    }
}

fn by<P: Row, C: Row>(
    parents: &Table<P>,
    children: &Table<C>,
    parent: impl Fn(&C) -> Option<&str>,
) -> Lists<P, Ix<C>> {
    let mut lists = Lists::of(parents);
    for (ix, row) in children.iter() {
        if let Some(of) = parent(row).and_then(|id| parents.find(id)) {
            lists.push(of, ix);
        }
    }
    lists
}

fn check(atlas: &Atlas) -> Result<(), BuildError> {
    for (_, row) in atlas.funding_conditions.iter() {
        let name = "funding_condition";
        find(&atlas.funding_streams, name, row, "stream_id", &row.stream)?;
        if let Some(id) = &row.offer {
            find(&atlas.offers, name, row, "offer_id", id)?;
        }
        if let Some(id) = &row.area {
            find(&atlas.areas, name, row, "area_id", id)?;
        }
        if let Some(id) = &row.cohort {
            find(&atlas.cohorts, name, row, "cohort_id", id)?;
        }
        if let Some(id) = &row.body {
            find(&atlas.bodies, name, row, "body_id", id)?;
        }
    }
    for (_, row) in atlas.funding_years.iter() {
        let name = "funding_year";
        find(&atlas.funding_streams, name, row, "stream_id", &row.stream)?;
    }
    for (_, row) in atlas.funding_allocations.iter() {
        let name = "funding_allocation";
        find(&atlas.funding_streams, name, row, "stream_id", &row.stream)?;
        find(&atlas.services, name, row, "service_id", &row.service)?;
        if let Some(id) = &row.contract {
            find(&atlas.contracts, name, row, "contract_id", id)?;
        }
        find(&atlas.evidence, name, row, "evidence_id", &row.evidence)?;
    }
    for (_, row) in atlas.deflators.iter() {
        let name = "deflator";
        find(&atlas.evidence, name, row, "evidence_id", &row.evidence)?;
    }
    for (_, row) in atlas.openings.iter() {
        let name = "opening";
        find(&atlas.bodies, name, row, "funder_id", &row.funder)?;
        find(&atlas.cohorts, name, row, "cohort_id", &row.cohort)?;
        for id in &row.areas {
            find(&atlas.areas, name, row, "areas", id)?;
        }
        for id in &row.offers {
            find(&atlas.offers, name, row, "offers", id)?;
        }
        if let Some(id) = &row.part_of {
            find(&atlas.openings, name, row, "part_of_id", id)?;
        }
        if let Some(id) = &row.service {
            find(&atlas.services, name, row, "service_id", id)?;
        }
        find(&atlas.evidence, name, row, "evidence_id", &row.evidence)?;
    }
    for (_, row) in atlas.opening_conditions.iter() {
        let name = "opening_condition";
        find(&atlas.openings, name, row, "opening_id", &row.opening)?;
        for id in &row.areas {
            find(&atlas.areas, name, row, "areas", id)?;
        }
        if let Some(id) = &row.cohort {
            find(&atlas.cohorts, name, row, "cohort_id", id)?;
        }
    }
    for (_, row) in atlas.pools.iter() {
        let name = "pool";
        find(&atlas.bodies, name, row, "host_id", &row.host)?;
        if let Some(id) = &row.area {
            find(&atlas.areas, name, row, "area_id", id)?;
        }
        for id in &row.offers {
            find(&atlas.offers, name, row, "offers", id)?;
        }
    }
    for (_, row) in atlas.pool_members.iter() {
        let name = "pool_member";
        find(&atlas.pools, name, row, "pool_id", &row.pool)?;
        find(&atlas.bodies, name, row, "body_id", &row.body)?;
    }
    for (_, row) in atlas.pool_transfers.iter() {
        let name = "pool_transfer";
        find(&atlas.pools, name, row, "pool_id", &row.pool)?;
        if let Some(id) = &row.member {
            find(&atlas.bodies, name, row, "member_id", id)?;
        }
        if let Some(id) = &row.stream {
            find(&atlas.funding_streams, name, row, "stream_id", id)?;
        }
        if let Some(id) = &row.service {
            find(&atlas.services, name, row, "service_id", id)?;
        }
    }
    for (_, row) in atlas.needs.iter() {
        let name = "need";
        find(&atlas.areas, name, row, "area_id", &row.area)?;
        find(&atlas.offers, name, row, "offer_id", &row.offer)?;
        find(&atlas.cohorts, name, row, "cohort_id", &row.cohort)?;
        find(&atlas.evidence, name, row, "evidence_id", &row.evidence)?;
    }
    for (_, row) in atlas.unit_costs.iter() {
        let name = "unit_cost";
        find(&atlas.offers, name, row, "offer_id", &row.offer)?;
        if let Some(id) = &row.area {
            find(&atlas.areas, name, row, "area_id", id)?;
        }
        find(&atlas.evidence, name, row, "evidence_id", &row.evidence)?;
    }
    for (_, row) in atlas.mhis_years.iter() {
        let name = "mhis_year";
        find(&atlas.areas, name, row, "area_id", &row.area)?;
        find(&atlas.evidence, name, row, "evidence_id", &row.evidence)?;
    }
    for (_, row) in atlas.mhis_lines.iter() {
        let name = "mhis_line";
        find(&atlas.mhis_years, name, row, "year_id", &row.year)?;
        if let Some(id) = &row.service {
            find(&atlas.services, name, row, "service_id", id)?;
        }
    }
    for (_, row) in atlas.scenario_steps.iter() {
        let name = "scenario_step";
        find(&atlas.scenarios, name, row, "scenario_id", &row.scenario)?;
        if let Some(id) = &row.service {
            find(&atlas.services, name, row, "service_id", id)?;
        }
        if let Some(id) = &row.offer {
            find(&atlas.offers, name, row, "offer_id", id)?;
        }
        if let Some(id) = &row.area {
            find(&atlas.areas, name, row, "area_id", id)?;
        }
        if let Some(id) = &row.to_area {
            find(&atlas.areas, name, row, "to_area_id", id)?;
        }
        if let Some(id) = &row.cohort {
            find(&atlas.cohorts, name, row, "cohort_id", id)?;
        }
        if let Some(id) = &row.stream {
            find(&atlas.funding_streams, name, row, "stream_id", id)?;
        }
        if let Some(id) = &row.to_stream {
            find(&atlas.funding_streams, name, row, "to_stream_id", id)?;
        }
        if let Some(id) = &row.pool {
            find(&atlas.pools, name, row, "pool_id", id)?;
        }
        if let Some(id) = &row.succession {
            find(&atlas.body_successions, name, row, "body_succession_id", id)?;
        }
    }
    for (_, row) in atlas.standards.iter() {
        let name = "standard";
        find(&atlas.evidence, name, row, "evidence_id", &row.evidence)?;
    }
    for (_, row) in atlas.standard_lines.iter() {
        let name = "standard_line";
        find(&atlas.standards, name, row, "standard_id", &row.standard)?;
        find(&atlas.offers, name, row, "offer_id", &row.offer)?;
        find(&atlas.cohorts, name, row, "cohort_id", &row.cohort)?;
    }
    Ok(())
}
